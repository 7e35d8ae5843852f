"""Whole batches: what is written, what is refused before anything is written, what a second run does."""

import random
import zipfile

import pytest
import yaml
from openpyxl import load_workbook
from small_batch import KOLOM, make_row, write_xlsx

from naskah.batch.placing import open_folder
from naskah.library.drafts import load_rancangan
from naskah.library.pustaka import Pustaka
from naskah.library.workspace import Workspace
from naskah.model.galat import NaskahError
from naskah.publishing.publish import Pilihan, publish
from naskah.registry.database import open_registry
from naskah.registry.query import list_perjanjian
from naskah.registry.verification import verify


def registered(ruang):
    from datetime import date

    with open_registry(ruang.registri) as registri:
        assert verify(registri) == []
        return [satu.id for satu in list_perjanjian(registri, pada=date(2026, 6, 1))]


def test_each_row_becomes_a_document_and_a_row_of_the_registry(ruang):
    hasil = ruang.run(ruang.csv(make_row(i) for i in range(1, 8)), daftarkan=True)
    assert (hasil.baris, hasil.terbit.ditulis, hasil.terbit.didaftarkan, hasil.galat) == (7, 7, 7, {})
    assert ruang.documents() == [f"pks-{i}.docx" for i in range(1, 8)]
    assert all(zipfile.ZipFile(ruang.hasil / nama).testzip() is None for nama in ruang.documents())
    assert sorted(registered(ruang)) == [f"pks-{i}" for i in range(1, 8)]


def test_a_second_run_changes_nothing(ruang):
    data = ruang.csv(make_row(i) for i in range(1, 8))
    ruang.run(data, daftarkan=True)
    waktu = [(ruang.hasil / nama).stat().st_mtime_ns for nama in ruang.documents()]
    hasil = ruang.run(data, daftarkan=True)
    assert (hasil.terbit.ditulis, hasil.terbit.sudah_ada, hasil.terbit.didaftarkan) == (0, 7, 0)
    assert [(ruang.hasil / nama).stat().st_mtime_ns for nama in ruang.documents()] == waktu


@pytest.mark.parametrize("pekerja", [1, 2])
def test_the_documents_are_those_of_naskah_susun_to_the_byte(ruang, pekerja, tmp_path):
    acak = random.Random(8)  # noqa: S311
    kata = ["Desa & Kota", "<Air>", "Data *open source*", "“Kutip”", "a {{ b (2)", "Ünïkode – 日本"]
    baris = []
    for i in range(1, 26):
        tahun = acak.randint(2020, 2040)
        baris.append(
            make_row(
                i,
                judul=f"{acak.choice(kata)} {i}",
                pihak__1__nomor=f"{i}/KS/{tahun}",
                pihak__2__nomor=f"{i}/DS/{tahun}",
                pihak__2__nama=f"{acak.choice(kata)} {i}",
                tanggal=f"{acak.randint(1, 28)} {acak.choice(['Januari', 'Mei'])} {tahun}",
            )
        )
    ruang.run(ruang.csv(baris), pekerja=pekerja)
    pustaka = Pustaka(Workspace(ruang.folder))
    dasar = yaml.safe_load(ruang.rancangan.read_text())
    for nilai in baris:
        satu = dict(zip(KOLOM, nilai, strict=True))
        dasar["pihak"][0]["nomor"] = satu["pihak.1.nomor"]
        dasar["pihak"][1] |= {"nama": satu["pihak.2.nama"], "nomor": satu["pihak.2.nomor"]}
        dasar["pasal"][1]["parameter"]["durasi"] = satu["pasal.jangka-waktu.durasi"]
        rancangan = dasar | {kunci: satu[kunci] for kunci in ("id", "judul", "tanggal")}
        berkas = ruang.folder / "satu.yaml"
        berkas.write_text(yaml.safe_dump(rancangan, allow_unicode=True))
        publish(load_rancangan(berkas), pustaka, Pilihan(tmp_path / satu["id"]))
        assert (ruang.hasil / f"{satu['id']}.docx").read_bytes() == (tmp_path / f"{satu['id']}.docx").read_bytes()


def test_dates_as_text_as_dates_and_as_serial_numbers_give_one_document(ruang):
    from datetime import datetime

    isi = [make_row(i, tanggal=t) for i, t in enumerate(["29 April 2025", datetime(2025, 4, 29), 45776], 1)]
    data = write_xlsx(
        ruang.folder / "data.xlsx", [[*b[:1], "Sama", *b[2:3], None, "Desa", None, "2 tahun"] for b in isi]
    )
    ruang.run(data)
    assert len({(ruang.hasil / nama).read_bytes() for nama in ruang.documents()}) == 1


BURUK = {
    "impossible date": (make_row(3, tanggal="31 Februari 2026"), "data.csv:4: tanggal: Tanggal 31 Februari 2026"),
    "empty title": (make_row(3, judul=""), "data.csv:4: judul: "),
    "same id": (make_row(3, id="pks-1"), "id 'pks-1' dipakai oleh 2 baris (2, 4)"),
    "same number": (make_row(3, pihak__1__nomor="2/KS/2026"), "(3, 4)"),
    "id with slashes": (make_row(3, id="../x"), "hanya boleh memuat huruf"),
    "control character": (make_row(3, judul="a\x07b"), "U+0007"),
    "two numbers or none": (make_row(3, pihak__1__nomor=""), "hanya 1 nomor"),
}


@pytest.mark.parametrize("kasus", BURUK)
def test_one_bad_row_refuses_the_batch_before_anything_is_written(ruang, kasus):
    buruk, pesan = BURUK[kasus]
    galat = ruang.faults(ruang.csv([make_row(1), make_row(2), buruk, make_row(4)]), daftarkan=True)
    assert pesan in galat
    assert not ruang.hasil.exists()
    assert not ruang.registri.exists()


def test_a_repeated_number_names_its_rows_in_one_line(ruang):
    galat = ruang.faults(
        ruang.csv([make_row(1), make_row(2), make_row(3, pihak__2__nomor="1/DS/2026", pihak__2__nama="Desa 1")])
    )
    assert galat.endswith("data.csv:2: nomor 'Desa 1 nomor 1/DS/2026' dipakai oleh 2 baris (2, 4); bedakan")


def test_a_number_that_a_thousand_rows_share_is_one_line(ruang):
    """Each row is refused, and given back with the reason; what is said does not grow with the square of them."""
    data = ruang.csv(make_row(i, pihak__1__nomor="1/KS/2026") for i in range(1, 1001))
    (satu,) = ruang.faults(data).splitlines()
    assert "dipakai oleh 1000 baris (2, 3, 4, 5, 6, 7, 8, 9, 10, 11, dan 990 baris lagi); bedakan" in satu
    assert len(ruang.run(data, lanjutkan=True).galat) == 1000


def test_names_that_differ_only_in_capitals_collide(ruang):
    galat = ruang.faults(ruang.csv([make_row(1, id="PKS-A"), make_row(2, id="pks-a")]))
    assert "nama berkas 'pks-a' dipakai oleh 2 baris (2, 3)" in galat


def test_a_document_that_somebody_edited_is_never_overwritten(ruang):
    data = ruang.csv(make_row(i) for i in range(1, 4))
    ruang.run(data)
    (ruang.hasil / "pks-2.docx").write_text("suntingan orang")
    assert "data.csv:3: " in ruang.faults(data)
    assert (ruang.hasil / "pks-2.docx").read_text() == "suntingan orang"


def test_other_facts_under_a_registered_id_are_refused_before_anything_is_written(ruang):
    ruang.run(ruang.csv([make_row(2)]), daftarkan=True)
    (ruang.hasil / "pks-2.docx").unlink()
    galat = ruang.faults(ruang.csv([make_row(1), make_row(2, judul="Judul lain")]), daftarkan=True)
    assert "data.csv:3: " in galat
    assert "sudah terdaftar dengan isi lain" in galat


def test_the_good_rows_can_be_written_and_the_bad_ones_given_back(ruang):
    baris = [
        make_row(1),
        make_row(2, judul=""),
        make_row(3),
        make_row(4, tanggal="kapan-kapan"),
        make_row(5, id="pks-1"),
    ]
    hasil = ruang.run(ruang.csv(baris), daftarkan=True, lanjutkan=True)
    assert ruang.documents() == ["galat.xlsx", "pks-3.docx"]
    assert registered(ruang) == ["pks-3"]
    assert sorted(hasil.galat) == [2, 3, 5, 6]
    kepala, *isi = load_workbook(hasil.berkas_galat).active.iter_rows(values_only=True)
    assert kepala == ("baris", "galat", *KOLOM)
    assert [(b[0], b[2]) for b in isi] == [(2, "pks-1"), (3, "pks-2"), (5, "pks-4"), (6, "pks-1")]
    assert "judul: " in isi[1][1]
    assert "dipakai oleh 2 baris (2, 6)" in isi[3][1]


def test_the_rows_given_back_can_be_mended_and_used_as_data(ruang):
    hasil = ruang.run(ruang.csv([make_row(1), make_row(2, judul="")]), lanjutkan=True)
    buku = load_workbook(hasil.berkas_galat)
    buku.active["D2"] = "Judul baru"
    data = ruang.folder / "perbaikan.xlsx"
    buku.save(data)
    assert ruang.run(data).terbit.ditulis == 1
    assert "pks-2.docx" in ruang.documents()


@pytest.mark.parametrize("isi", ["=1+1", "+62 812", "-5", "@nama", '=HYPERLINK("http://x")'])
def test_what_looks_like_a_formula_is_given_back_as_text(ruang, isi):
    hasil = ruang.run(ruang.csv([make_row(1), make_row(2, judul=isi, tanggal="salah")]), lanjutkan=True)
    sel = load_workbook(hasil.berkas_galat).active["D2"]
    assert (sel.value, sel.data_type, sel.quotePrefix) == (isi, "s", True)


def test_a_formula_is_refused_by_its_cell(ruang):
    data = write_xlsx(ruang.folder / "data.xlsx", [make_row(1), make_row(2, judul='="Judul "&A2')])
    assert "data.xlsx:3: judul: sel B3 berisi rumus" in ruang.faults(data)


def test_warnings_are_counted_and_with_ketat_refused(ruang):
    ruang.rancangan.write_text(ruang.rancangan.read_text().replace("    muatan: [sanksi]\n", "    label: lain\n"))
    data = ruang.csv(make_row(i) for i in range(1, 4))
    (banyak,) = ruang.run(data).peringatan.values()
    assert banyak == 3
    ruang.hasil.joinpath("pks-1.docx").unlink()
    assert "sanksi" in ruang.faults(data, ketat=True)


def test_without_ids_the_documents_are_named_by_row(ruang):
    ruang.run(ruang.csv([make_row(1)[1:], make_row(2)[1:]], KOLOM[1:]), daftarkan=True)
    assert ruang.documents() == ["pks-2.docx", "pks-3.docx"]
    assert sorted(registered(ruang)) == ["pks-2", "pks-3"]


def test_two_batches_in_one_folder_do_not_meet(ruang):
    data = ruang.csv([make_row(1)])
    with open_folder(ruang.hasil), pytest.raises(NaskahError, match="massal lain sedang bekerja"):
        ruang.run(data)
    assert ruang.run(data).terbit.ditulis == 1
    assert ruang.documents() == ["pks-1.docx"]


def test_a_sheet_without_rows_is_refused(ruang):
    assert "tidak ada baris di bawah judul" in ruang.faults(ruang.csv([]))


def test_a_folder_that_cannot_be_is_refused(ruang):
    ruang.hasil.write_text("berkas")
    with pytest.raises(NaskahError, match="folder"):
        ruang.run(ruang.csv([make_row(1)]))


def test_progress_is_told_of_every_chunk(ruang):
    kabar = []
    ruang.run(ruang.csv(make_row(i) for i in range(1, 251)), lapor=lambda *k: kabar.append(k))
    assert [(tahap, selesai) for tahap, selesai, _ in kabar] == [
        *(("menyusun", n) for n in (100, 200, 250)),
        *(("menulis", n) for n in (100, 200, 250)),
    ]


def test_the_faults_of_a_sheet_go_once_it_has_none(ruang):
    ruang.run(ruang.csv([make_row(1), make_row(2, judul="")]), lanjutkan=True)
    assert ruang.documents() == ["galat.xlsx", "pks-1.docx"]
    ruang.run(ruang.csv([make_row(1), make_row(2)]))
    assert ruang.documents() == ["pks-1.docx", "pks-2.docx"]


def test_the_faults_of_another_sheet_and_a_file_of_that_name_stay(ruang):
    ruang.run(ruang.csv([make_row(1, judul="")]), lanjutkan=True)
    ruang.run(write_xlsx(ruang.folder / "lain.xlsx", [make_row(2)]))
    assert ruang.documents() == ["galat.xlsx", "pks-2.docx"]
    for isi in (b"catatan orang", b""):
        (ruang.hasil / "galat.xlsx").write_bytes(isi)
        ruang.run(ruang.csv([make_row(1)]))
        assert (ruang.hasil / "galat.xlsx").read_bytes() == isi


# Days that may be read in two ways.


def test_ambiguous_days_are_refused_in_a_column_that_puts_the_month_first(ruang):
    hari = ["29 April 2026", "4/29/2026", "03/04/2026", "5-6-2026", "7/7/2026", "2026-05-04"]
    with pytest.raises(NaskahError) as tertangkap:
        ruang.run(ruang.csv(make_row(i, tanggal=satu) for i, satu in enumerate(hari, 1)))
    galat = {satu.baris: satu.pesan for satu in tertangkap.value.galat}
    assert sorted(galat) == [3, 4, 5]
    assert (
        "'03/04/2026' dapat dibaca dengan dua cara, dan baris 3 pada kolom ini menulis bulan lebih dahulu" in galat[4]
    )


def test_days_in_figures_are_day_first_where_nothing_speaks_against_it(ruang):
    hasil = ruang.run(ruang.csv(make_row(i, tanggal=satu) for i, satu in enumerate(["29/4/2026", "03/04/2026"], 1)))
    assert (hasil.terbit.ditulis, hasil.peringatan) == (2, {})


def test_a_bare_number_of_days_as_text_is_warned_of(ruang):
    data = ruang.csv(make_row(i, tanggal="46141") for i in (1, 2))
    (pesan,) = ruang.faults(data, ketat=True).splitlines()[:1]
    hasil = ruang.run(data)
    ((peringatan, banyak),) = hasil.peringatan.items()
    assert banyak == 2
    assert "kolom 'tanggal' memuat bilangan hari Excel (45776 dibaca 29 April 2025)" in peringatan
    assert peringatan in pesan


# One fault is one line.

PIHAK_2 = ("id", "tanggal", "pihak.1.nomor", "pihak.2.nama", "pihak.2.nomor", "pihak.2.penandatangan.nama")


@pytest.mark.parametrize("kolom", [3, 4, 5])
@pytest.mark.parametrize("isi", ["=1+1", 2.5])
def test_a_bad_cell_of_a_party_adds_no_faults_of_the_party(ruang, kolom, isi):
    baris = ["pks-1", "29 April 2026", "1/A", "Desa", "1/B", "Nama"]
    baris[kolom] = isi
    galat = ruang.faults(write_xlsx(ruang.folder / "data.xlsx", [baris], PIHAK_2))
    assert len(galat.splitlines()) == 1
    assert ("rumus" if isi == "=1+1" else "pecahan") in galat


def test_a_bad_cell_hides_no_fault_of_another(ruang):
    data = write_xlsx(ruang.folder / "data.xlsx", [["pks-1", "kapan", "1/A", "=1+1", "1/B", ""]], PIHAK_2)
    assert len(ruang.faults(data).splitlines()) == 3


def test_a_nip_that_excel_has_rounded_is_refused(ruang):
    data = write_xlsx(
        ruang.folder / "data.xlsx", [["pks-1", "1 Mei 2026", "1/A", "D", 198503152010011005, "N"]], PIHAK_2
    )
    assert "lebih dari 15 angka, yang dibulatkan oleh Excel" in ruang.faults(data)
