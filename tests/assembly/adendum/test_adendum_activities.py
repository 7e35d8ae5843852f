"""Rows of the Rencana Kerja changed, inserted and deleted by an adendum."""

from datetime import date
from typing import Any

import amending
import pytest
from amending import after, next_induk, sentences

from naskah.assembly.adendum.apply import apply_perubahan
from naskah.assembly.adendum.consolidate import AdendumTersimpan, consolidate
from naskah.assembly.adendum.parent import AdendumLalu
from naskah.assembly.adendum.tree import LetakError
from naskah.assembly.sandingan import Versi, compare, name_activity
from naskah.library.workspace import packaged_data
from naskah.model.galat import NaskahError
from naskah.model.isi import plain
from naskah.model.naskah_json import dump_perubahan, load_perubahan
from naskah.rendering.docx import compile_template, render_docx
from naskah.rendering.text import render_txt


def tugas(kegiatan: str) -> dict[str, Any]:
    return {"penanggung_jawab": ["Dinas Pertanian"], "kegiatan": kegiatan}


RENCANA: dict[str, Any] = {
    "tahun": "2025-2029",
    "lokasi": "Cempaka",
    "sumber_dana": "APBD",
    "program": [
        {
            "nama": "Pendataan",
            "kegiatan": [
                {"nama": nama, "tugas": {"kesatu": tugas("mendata")}, "output": "data", "outcome": "terdata", **lain}
                for nama, lain in (("Pendataan petani", {}), ("Pendataan lahan", {"berkala": "3 bulan"}))
            ],
        }
    ],
}
BARU = {"nama": "Pelatihan", "lokasi": "Muntok", "tahun": [2027], "tugas": {"kedua": tugas("melatih")},
        "output": "petani terlatih", "outcome": "panen naik"}  # fmt: skip


@pytest.fixture
def induk(tmp_path):
    return amending.make_induk(tmp_path, rencana_kerja=RENCANA)


def rows(naskah) -> dict[str, str]:
    return {f"{p.nomor}.{k.nomor}": plain(k.nama) for p in naskah.lampiran[0].tabel.program for k in p.kegiatan}


def test_each_change_of_a_row_has_its_sentence_after_those_of_the_pasal(amend) -> None:
    susunan = amend(
        {"hapus": {"kegiatan": "1.a"}},
        {"sisipkan": {"setelah": "1.b", "kegiatan": BARU}},
        {"ubah": {"kegiatan": "1.b", "menjadi": {"output": "peta lahan", "tahun": "2026-2027"}}},
        {"hapus": "Pasal 6"},
    )
    awal = "dalam Lampiran Rencana Kerja"
    assert sentences(susunan) == [
        "Ketentuan Pasal 6 dihapus.",
        f"Kegiatan 1.a {awal} dihapus.",
        f"Kegiatan 1.b {awal} diubah sehingga berbunyi sebagai berikut:",
        f"Setelah kegiatan 1.b {awal} ditambahkan 1 (satu) kegiatan, yakni kegiatan 1.c, yang berbunyi sebagai "
        "berikut:",
    ]
    assert rows(after(susunan)) == {"1.a": "(dihapus)", "1.b": "Pendataan lahan", "1.c": "Pelatihan"}
    teks = " ".join(render_txt(susunan.naskah).split())
    assert "Tahun : 2026 dan 2027" in teks and "Output : peta lahan" in teks
    assert "PIHAK KEDUA : melatih (penanggung jawab: Dinas Pertanian)" in teks


def test_a_row_between_two_gets_a_letter_of_its_own(amend) -> None:
    susunan = amend({"sisipkan": {"setelah": "1.a", "kegiatan": BARU}})
    assert list(rows(after(susunan))) == ["1.a", "1.a1", "1.b"]


def test_the_steps_are_kept_and_the_consolidated_table_is_marked(amend, induk) -> None:
    ubah = {"ubah": {"kegiatan": "1.a", "menjadi": {"nama": "Pendataan ulang"}}}
    susunan = amend(ubah, {"hapus": {"kegiatan": "1.b"}})
    assert load_perubahan(dump_perubahan(susunan.perubahan)) == susunan.perubahan
    lalu = AdendumLalu("a", 1, (), date(2027, 3, 1), date(2027, 3, 1))
    hasil = consolidate(induk.naskah, [AdendumTersimpan(lalu, susunan.perubahan)], date(2028, 1, 1))
    assert rows(hasil) == {
        "1.a": "Pendataan ulang [diubah dengan Adendum Kesatu tanggal 1 Maret 2027]",
        "1.b": "(dihapus) [dihapus dengan Adendum Kesatu tanggal 1 Maret 2027]",
    }
    templat = compile_template(packaged_data() / "templates" / "perjanjian-kerja-sama.docx")
    assert render_docx(hasil, templat)


def test_a_deleted_row_ends_what_it_promised(amend) -> None:
    (beda,) = amend({"hapus": {"kegiatan": "1.b"}}).ketentuan
    assert beda.cabut == ("Lampiran kegiatan 1.b",)
    susunan = amend({"ubah": {"kegiatan": "1.b", "menjadi": {"output": "peta"}}})
    assert any("berkala" in g.pesan for g in susunan.peringatan)


def test_a_row_brings_years_of_the_new_term_into_the_table(amend, induk) -> None:
    ubah = {"ubah": {"kegiatan": "1.a", "menjadi": {"tahun": [2027, 2031]}}}
    susunan = amend(ubah, {"perpanjang": {"selama": "2 tahun"}})  # in whichever order they are written
    assert after(susunan).lampiran[0].tabel.tahun == (2025, 2026, 2027, 2028, 2029, 2031)
    assert induk.naskah.lampiran[0].tabel.tahun == (2025, 2026, 2027, 2028, 2029)
    (lagi,) = amend({"ubah": {"kegiatan": "1.b", "menjadi": {"tahun": 2031, "berkala": "4 bulan"}}},
                    atas=next_induk(susunan)).perubahan.kegiatan  # fmt: skip
    assert lagi.kegiatan.tahun == (2031,)


def test_extending_beyond_the_plan_is_a_hint_that_spoils_nothing(amend) -> None:
    (saran,) = amend({"perpanjang": {"selama": "2 tahun"}}).peringatan
    assert saran.tingkat == "saran"
    assert "jangka waktu kini sampai 28 April 2032, sedangkan Rencana Kerja berhenti pada tahun 2029" in saran.pesan
    tambah = {"ubah": {"kegiatan": "1.a", "menjadi": {"tahun": "2026-2032"}}}
    assert amend({"perpanjang": {"selama": "2 tahun"}}, tambah).peringatan == ()


def test_an_inserted_row_is_written_as_in_a_plan(amend, tmp_path) -> None:
    baru = {k: v for k, v in BARU.items() if k not in ("lokasi", "tahun")} | {"berkala": "6 bulan"}
    susunan = amend({"sisipkan": {"setelah": "1.b", "kegiatan": baru}})
    (langkah,) = susunan.perubahan.kegiatan
    satu = langkah.kegiatan
    assert (plain(satu.lokasi), plain(satu.sumber_dana), satu.tahun) == (
        "Cempaka",
        "APBD",
        (2025, 2026, 2027, 2028, 2029),
    )
    (beda,) = susunan.ketentuan
    (janji,) = beda.tambah
    assert (janji.hal, str(janji.setiap), janji.sumber) == ("Pelatihan", "6 bulan", "Lampiran kegiatan 1.c")
    lain = dict(RENCANA["program"][0]["kegiatan"][0], lokasi="Koba")
    program = [{"nama": "Pendataan", "kegiatan": [lain, RENCANA["program"][0]["kegiatan"][1]]}]
    induk = amending.make_induk(tmp_path, rencana_kerja=RENCANA | {"program": program})
    with pytest.raises(NaskahError, match="lokasi belum diisi, sedangkan lokasi kegiatan lain tidak sama"):
        amend({"sisipkan": {"setelah": "1.b", "kegiatan": baru}}, atas=induk)


def test_cells_that_are_not_named_stay_and_an_empty_one_is_emptied(amend) -> None:
    (langkah,) = amend({"ubah": {"kegiatan": "1.a", "menjadi": {"output": "peta"}}}).perubahan.kegiatan
    assert plain(langkah.kegiatan.sumber_dana) == "APBD" and plain(langkah.kegiatan.nama) == "Pendataan petani"
    (langkah,) = amend({"ubah": {"kegiatan": "1.a", "menjadi": {"sumber_dana": ""}}}).perubahan.kegiatan
    assert langkah.kegiatan.sumber_dana == ()


def test_a_recurring_row_keeps_its_promise_under_its_new_name_and_interval(amend) -> None:
    nama = {"ubah": {"kegiatan": "1.b", "menjadi": {"nama": "Pemetaan lahan"}}}
    (beda,) = amend(nama).ketentuan
    assert (beda.cabut, [(k.hal, str(k.setiap)) for k in beda.tambah]) == (
        ("Lampiran kegiatan 1.b",), [("Pemetaan lahan", "3 bulan")],
    )  # fmt: skip
    susunan = amend({"ubah": {"kegiatan": "1.b", "menjadi": {"berkala": "4 bulan"}}})
    assert susunan.peringatan == ()
    assert [(k.hal, str(k.setiap)) for k in susunan.ketentuan[0].tambah] == [("Pendataan lahan", "4 bulan")]


def test_rows_are_inserted_one_after_another_in_one_adendum(amend, refused) -> None:
    satu, dua = ({"sisipkan": {"setelah": s, "kegiatan": BARU}} for s in ("1.a", "1.a1"))
    susunan = amend(satu, dua, {"hapus": {"kegiatan": "1.b"}})
    assert list(rows(after(susunan))) == ["1.a", "1.a1", "1.a2", "1.b"]
    assert [k.partition(" dalam")[0] for k in sentences(susunan)] == [
        "Di antara kegiatan 1.a dan kegiatan 1.b", "Di antara kegiatan 1.a1 dan kegiatan 1.b", "Kegiatan 1.b",
    ]  # fmt: skip
    assert "sisipkan setelah 1.a1" in refused(satu, satu)


def test_a_step_on_a_row_that_is_not_there_is_never_lost_in_silence(amend, induk, tmp_path) -> None:
    susunan = amend({"hapus": {"kegiatan": "1.b"}})
    program = [{"nama": "Pendataan", "kegiatan": RENCANA["program"][0]["kegiatan"][:1]}]
    pendek = amending.make_induk(tmp_path, rencana_kerja=RENCANA | {"program": program}).naskah
    with pytest.raises(LetakError, match="kegiatan 1.b tidak ada"):
        apply_perubahan(pendek, susunan.perubahan)


def test_rows_are_compared_cell_by_cell(amend, induk) -> None:
    susunan = amend({"ubah": {"kegiatan": "1.a", "menjadi": {"output": "data lengkap"}}})
    hasil = compare(Versi("a", induk.naskah), Versi("b", after(susunan)))
    (judul, isi) = hasil.baris
    assert judul.judul and judul.semula[0].kata[0].teks == "Rencana Kerja, kegiatan 1.a"
    assert [k.teks.strip() for a in isi.menjadi for k in a.kata if k.beda] == ["lengkap"]
    assert [a.tanda for a in isi.menjadi] == [
        "Kegiatan:", "Lokasi:", "Sumber dana:", "Tahun:", "PIHAK KESATU:", "Output:", "Outcome:",
    ]  # fmt: skip


def test_rows_stand_in_the_order_of_the_plan_with_the_adendum_that_changed_them(amend, induk) -> None:
    susunan = amend({"sisipkan": {"setelah": "1.a", "kegiatan": BARU}}, {"hapus": {"kegiatan": "1.b"}})
    catatan = {name_activity("1.b"): ["dihapus dengan Adendum Kesatu"]}
    hasil = compare(Versi("a", induk.naskah), Versi("b", after(susunan), catatan_bagian=catatan))
    assert [b.menjadi[0].kata[0].teks.split()[-1] for b in hasil.baris if b.judul] == ["1.a1", "1.b"]
    assert [b.keterangan for b in hasil.baris if not b.judul] == ["diubah", "dihapus dengan Adendum Kesatu"]
    balik = compare(Versi("b", after(susunan)), Versi("a", induk.naskah))
    assert [b.menjadi[0].kata[0].teks.split()[-1] for b in balik.baris if b.judul] == ["1.a1", "1.b"]


@pytest.mark.parametrize(
    ("perubahan", "pesan"),
    [
        ({"hapus": {"kegiatan": "3.a"}}, "yang ada: 1.a, 1.b"),
        ({"ubah": {"kegiatan": "1.a", "menjadi": {"output": "data"}}}, "tidak berubah"),
        (
            {"ubah": {"kegiatan": "1.a", "menjadi": {"tahun": 2031}}},
            "tahun 2031 tidak termasuk tahun Rencana Kerja (2025 sampai 2029) dan di luar jangka waktu, yang berakhir "
            "28 April 2030",
        ),
        ({"sisipkan": {"setelah": "1.a", "kegiatan": BARU | {"tahun": 2024}}}, "tahun 2024 tidak termasuk"),
        ({"sisipkan": {"setelah": "1.a", "kegiatan": BARU | {"tugas": {"ketiga": tugas("x")}}}}, "hanya untuk 2 pihak"),
        ({"ubah": {"kegiatan": "1.a", "menjadi": {"tugas": {"ketiga": tugas("x")}}}}, "hanya untuk 2 pihak"),
    ],
)
def test_an_impossible_change_of_a_row_is_refused(refused, perubahan, pesan) -> None:
    galat = refused(perubahan)
    assert pesan in galat and "perubahan ke-1" in galat


def test_a_row_is_changed_once_and_not_after_it_was_deleted(amend, refused) -> None:
    hapus = {"hapus": {"kegiatan": "1.a"}}
    assert "sudah diubah dalam adendum ini" in refused(hapus, hapus)
    assert "sudah dihapus dengan adendum sebelumnya" in refused(hapus, atas=next_induk(amend(hapus)))


def test_a_parent_without_a_plan_has_no_rows(refused, tmp_path) -> None:
    tanpa = amending.make_induk(tmp_path)
    assert "tidak mempunyai lampiran Rencana Kerja" in refused({"hapus": {"kegiatan": "1.a"}}, atas=tanpa)
