"""A sheet that is too long is refused before a row of it is made, whatever kind of file it is."""

import pytest
from small_batch import make_row, write_csv, write_xlsx

from naskah.batch import sheet
from naskah.batch.sheet import Lembar
from naskah.model.galat import NaskahError


@pytest.fixture(autouse=True)
def _short(monkeypatch):
    monkeypatch.setattr(sheet, "BARIS_MAKSIMUM", 10)


@pytest.mark.parametrize(("tulis", "nama"), [(write_csv, "data.csv"), (write_xlsx, "data.xlsx")])
def test_a_sheet_that_is_too_long_is_refused_at_once(tmp_path, tulis, nama):
    Lembar(tulis(tmp_path / nama, (make_row(i) for i in range(9)))).check()
    with pytest.raises(NaskahError, match="baris berisi; bagi menjadi beberapa berkas"):
        Lembar(tulis(tmp_path / nama, (make_row(i) for i in range(10)))).check()


@pytest.mark.parametrize(("tulis", "nama"), [(write_csv, "data.csv"), (write_xlsx, "data.xlsx")])
def test_empty_rows_do_not_count(tmp_path, tulis, nama):
    baris = [baris for i in range(9) for baris in (make_row(i), [""] * 7, [" "] if nama == "data.csv" else [])]
    lembar = Lembar(tulis(tmp_path / nama, baris))
    lembar.check()
    assert sum(1 for _ in lembar.read()) == 10


def test_lines_within_a_cell_are_no_rows(tmp_path):
    Lembar(write_csv(tmp_path / "data.csv", [make_row(1, judul="satu\ndua\n" * 20)])).check()


def test_a_long_sheet_beside_the_one_that_is_read_does_not_matter(tmp_path):
    from openpyxl import load_workbook

    jalur = write_xlsx(tmp_path / "data.xlsx", [make_row(1)])
    buku = load_workbook(jalur)
    lain = buku.create_sheet("Arsip")
    for i in range(20):
        lain.append([i])
    buku.save(jalur)
    Lembar(jalur).check()
    assert sum(1 for _ in Lembar(jalur).read()) == 2
    with pytest.raises(NaskahError, match="baris berisi"):
        list(Lembar(jalur, "Arsip").read())


def test_a_damaged_workbook_is_left_for_its_reader_to_explain(tmp_path):
    (tmp_path / "data.xlsx").write_bytes(b"PK\x03\x04 potong")
    Lembar(tmp_path / "data.xlsx").check()
