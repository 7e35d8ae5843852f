"""Rows of the Rencana Kerja changed, inserted and deleted by an adendum."""

from datetime import date
from typing import Any

import amending
import pytest
from amending import after, next_induk, sentences

from naskah.assembly.adendum.consolidate import AdendumTersimpan, consolidate
from naskah.assembly.adendum.parent import AdendumLalu
from naskah.assembly.sandingan import Versi, compare
from naskah.library.workspace import packaged_data
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
        f"D{awal[1:]} ditambahkan 1 (satu) kegiatan, yakni kegiatan 1.c, yang berbunyi sebagai berikut:",
        f"Kegiatan 1.b {awal} diubah sehingga berbunyi sebagai berikut:",
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
    lalu = AdendumLalu("a", 1, (), date(2027, 3, 1))
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


def test_rows_are_compared_cell_by_cell(amend, induk) -> None:
    susunan = amend({"ubah": {"kegiatan": "1.a", "menjadi": {"output": "data lengkap"}}})
    hasil = compare(Versi("a", induk.naskah), Versi("b", after(susunan)))
    (judul, isi) = hasil.baris
    assert judul.judul and judul.semula[0].kata[0].teks == "Rencana Kerja, kegiatan 1.a"
    assert [k.teks.strip() for a in isi.menjadi for k in a.kata if k.beda] == ["lengkap"]


@pytest.mark.parametrize(
    ("perubahan", "pesan"),
    [
        ({"hapus": {"kegiatan": "3.a"}}, "yang ada: 1.a, 1.b"),
        ({"ubah": {"kegiatan": "1.a", "menjadi": {"output": "data"}}}, "tidak berubah"),
        ({"ubah": {"kegiatan": "1.a", "menjadi": {"tahun": 2031}}}, "tahun 2031 tidak termasuk"),
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
