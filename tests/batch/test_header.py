"""Columns: found below title rows, matched to keys by name, by mapping, or refused with what is near."""

import pytest
from small_batch import KOLOM, make_row, write_csv, write_xlsx

from naskah.batch.targets import fold_name


def with_column(judul, nilai="x"):
    return [*KOLOM, judul], [[*make_row(1), nilai]]


def test_title_rows_above_the_header_are_passed_over(ruang):
    data = ruang.folder / "data.xlsx"
    write_xlsx(data, [["Dinas Kominfo"], [], KOLOM, make_row(1)], kolom=["DAFTAR KERJA SAMA TAHUN 2026"])
    assert ruang.run(data).terbit.ditulis == 1


@pytest.mark.parametrize(
    "judul", ["Pihak 2 Penandatangan Nama", "pihak.2.penandatangan.nama", "PIHAK 2 - Penandatangan - nama"]
)
def test_case_and_separators_do_not_matter(ruang, judul):
    kolom, baris = with_column(judul)
    assert ruang.run(ruang.csv(baris, kolom)).terbit.ditulis == 1


@pytest.mark.parametrize(
    ("judul", "pesan"),
    [
        ("pihak.2.penandatangan.nma", "mungkin maksudnya pihak.2.penandatangan.nama"),
        ("pasal.jangka-waktu.pemberitahuaan", "mungkin maksudnya pasal.jangka-waktu.pemberitahuan"),
        ("Keterangan TKKSD", "petakan dengan --peta"),
        ("pihak.3.nama", "tidak dikenal"),
        ("premis.0", "tidak dikenal"),
    ],
)
def test_an_unknown_column_is_named_with_near_ones(ruang, judul, pesan):
    kolom, baris = with_column(judul)
    galat = ruang.faults(ruang.csv(baris, kolom))
    assert repr(judul) in galat
    assert pesan in galat


def test_two_columns_for_one_key_are_refused(ruang):
    kolom, baris = with_column("Judul")
    assert "kolom 'judul' dan 'Judul' mengisi kunci yang sama" in ruang.faults(ruang.csv(baris, kolom))


def test_a_sheet_that_names_no_key_is_refused(ruang):
    assert "tidak ada baris judul" in ruang.faults(ruang.csv([[1, 2]], ["satu", "dua"]))


def test_a_value_in_a_column_without_a_title_is_refused(ruang):
    data = write_xlsx(ruang.folder / "data.xlsx", [make_row(1), [*make_row(2), None, "lupa"]])
    assert "sel I3 berisi nilai" in ruang.faults(data)


def test_keys_that_nothing_fills_are_named_once(ruang):
    ruang.rancangan.write_text(
        ruang.rancangan.read_text().replace("tempat: Cempaka\n", "").replace("durasi: 3 tahun, ", "")
    )
    kolom = [k for k in KOLOM if not k.endswith("durasi")]
    galat = ruang.faults(ruang.csv([make_row(i)[:-1] for i in range(5)], kolom))
    assert galat.count("'tempat' belum diisi") == 1
    assert galat.count("'pasal.jangka-waktu.durasi' belum diisi") == 1


def test_a_fault_of_the_rancangan_itself_is_named_once_with_its_line(ruang):
    ruang.rancangan.write_text(ruang.rancangan.read_text().replace("tempat: Cempaka", "tempat: Cempaka\ntempt: x"))
    galat = ruang.faults(ruang.csv([make_row(1), make_row(2)]))
    assert galat.count("mungkin maksudnya 'tempat'") == 1
    assert "pks.yaml:5" in galat


PETA = "kolom:\n  Nama Desa: pihak.2.nama\n  Nomor Surat: pihak.2.nomor\nabaikan: [Catatan]\n"


def mapped(ruang, peta, judul=("Nama Desa", "Nomor Surat", "Catatan")):
    ruang.folder.joinpath("peta.yaml").write_text(peta)
    kolom = ["id", "judul", "tanggal", "pihak.1.nomor", *judul]
    baris = [["pks-1", "Judul", "1 April 2026", "1/KS", "Desa 1", "1/DS", "abai"][: len(kolom)]]
    return write_csv(ruang.folder / "data.csv", baris, kolom), {"peta": ruang.folder / "peta.yaml"}


def test_a_mapping_names_keys_for_columns(ruang):
    data, pilihan = mapped(ruang, PETA)
    assert ruang.run(data, **pilihan).terbit.ditulis == 1


@pytest.mark.parametrize(
    ("lama", "baru", "pesan"),
    [
        ("pihak.2.nama", "pihak.2.nma", "peta.yaml:2: Nama Desa: kunci 'pihak.2.nma' tidak dikenal; mungkin maksudnya"),
        ("Nama Desa:", "Nama Kelurahan:", "kolom 'Nama Kelurahan' tidak ada"),
        ("kolom:", "kolum:", "mungkin maksudnya 'kolom'"),
    ],
)
def test_a_mapping_that_does_not_fit_is_refused_with_its_line(ruang, lama, baru, pesan):
    data, pilihan = mapped(ruang, PETA.replace(lama, baru))
    assert pesan in ruang.faults(data, **pilihan)


def test_names_fold_to_one_form():
    assert fold_name(" Pihak 2 › Nama ") == fold_name("pihak.2.nama") == "pihak.2.nama"
