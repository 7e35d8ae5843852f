"""Sheets that are written: what comes back from them, whatever was in the cells."""

import csv
import io
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from naskah.library import sheet_output
from naskah.library.sheet_output import Lembar, write_csv, write_xlsx
from naskah.model.galat import NaskahError

KOLOM = ["judul", "tanggal", "nilai"]


def read(path: Path, nama: str = "daftar") -> list[list]:
    buku = load_workbook(path)
    return [[sel.value for sel in baris] for baris in buku[nama].iter_rows()]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "keluaran" / "daftar.xlsx"


def test_cells_come_back_as_they_were(path: Path) -> None:
    write_xlsx(path, [Lembar("daftar", KOLOM, [["Satu", date(2025, 4, 29), 3], [None, None, 1.5]])])
    tanggal = load_workbook(path)["daftar"]["B2"]
    assert (tanggal.is_date, tanggal.value.date(), tanggal.number_format) == (True, date(2025, 4, 29), "dd-mm-yyyy")
    assert [baris[::2] for baris in read(path)] == [["judul", "nilai"], ["Satu", 3], [None, 1.5]]


@pytest.mark.parametrize(
    "teks", ["=1+1", "+62 812", "-5", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "#N/A", "=cmd|' /C calc'!A0"]
)
def test_text_is_never_a_formula(path: Path, teks: str) -> None:
    write_xlsx(path, [Lembar("daftar", [teks], [[teks]], judul=[teks])])
    for sel in ("A1", "A2", "A3"):
        satu = load_workbook(path)["daftar"][sel]
        assert satu.data_type == "s"
        assert satu.quotePrefix == (teks[0] != "#")
    keluaran = io.StringIO()
    write_csv(keluaran, [teks], [[teks]])
    for baris in csv.reader(io.StringIO(keluaran.getvalue(), newline="")):
        aman = teks.replace("\r", "\n")  # a carriage return would begin a row of its own
        assert baris == [teks if teks[0] == "#" else f"'{aman}"]


@given(st.lists(st.text(max_size=20), min_size=1, max_size=4))
def test_any_text_can_be_written(tmp_path_factory: pytest.TempPathFactory, semua: list[str]) -> None:
    path = tmp_path_factory.mktemp("teks") / "a.xlsx"
    write_xlsx(path, [Lembar("daftar", semua, [semua])])
    write_csv(path.with_suffix(".csv"), semua, [semua])
    # An empty text is an empty cell; openpyxl reads a lone carriage return as a line break.
    baca = [sel or "" for sel in (*read(path), [], [])[1]] + [""] * len(semua)
    aman = [_expected(teks) for teks in semua]
    assert [sel.replace("\r\n", "\n").replace("\r", "\n") for sel in baca[: len(semua)]] == aman


def _expected(teks: str) -> str:
    return sheet_output._TAK_DIMUAT.sub("\N{REPLACEMENT CHARACTER}", teks).replace("\r\n", "\n").replace("\r", "\n")


def test_a_number_with_more_digits_than_excel_keeps_is_text(path: Path) -> None:
    write_xlsx(path, [Lembar("daftar", ["NIP"], [[198001012005011001]])])
    assert read(path)[1] == ["198001012005011001"]


def test_header_stays_in_sight_and_on_every_page(path: Path) -> None:
    write_xlsx(path, [Lembar("daftar", KOLOM, [["Satu", None, 1]], judul=["REKAP", "per 1 Januari 2026"])])
    lembar = load_workbook(path)["daftar"]
    assert lembar.freeze_panes == "A4"
    assert lembar.print_title_rows == "$3:$3"
    assert lembar.auto_filter.ref == "A3:C4"
    assert (lembar.page_setup.orientation, lembar.page_setup.fitToHeight) == ("landscape", 0)


def test_columns_are_as_wide_as_their_text_up_to_a_limit(path: Path) -> None:
    write_xlsx(path, [Lembar("daftar", ["a", "b", "c"], [["x" * 20, "y" * 500, None]])])
    lebar = {nama: satu.width for nama, satu in load_workbook(path)["daftar"].column_dimensions.items()}
    assert lebar["A"] > 20
    assert lebar["B"] == 36
    assert lebar["C"] < 10
    assert load_workbook(path)["daftar"]["B2"].alignment.wrap_text


def test_rows_are_as_high_as_their_wrapped_text(path: Path) -> None:
    write_xlsx(path, [Lembar("daftar", ["a"], [["satu"], ["kata " * 40], ["a\nb\nc"]], judul=["REKAP"])])
    tinggi = {nomor: satu.height for nomor, satu in load_workbook(path)["daftar"].row_dimensions.items()}
    assert tinggi == {1: 19, 4: 6 * 15, 5: 3 * 15}


def test_several_sheets_in_one_workbook(path: Path) -> None:
    write_xlsx(path, [Lembar("satu", ["a"], [[1]]), Lembar("dua", ["b"], [])])
    assert load_workbook(path).sheetnames == ["satu", "dua"]
    assert read(path, "dua") == [["b"]]


def _broken():
    yield ["baik"]
    raise ArithmeticError


@pytest.mark.parametrize("nama", ["daftar.xlsx", "daftar.csv"])
def test_what_stood_there_stays_when_writing_fails(tmp_path: Path, nama: str) -> None:
    path = tmp_path / nama
    path.write_text("lama")
    with pytest.raises(ArithmeticError):
        if nama.endswith("csv"):
            write_csv(path, ["a"], _broken())
        else:
            write_xlsx(path, [Lembar("satu", ["a"], [[1]]), Lembar("dua", ["a"], _broken())])
    assert path.read_text() == "lama"
    assert list(tmp_path.iterdir()) == [path]


def test_more_rows_than_excel_holds_are_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_output, "_BARIS_MAKSIMUM", 3)
    with pytest.raises(NaskahError, match=r"daftar.xlsx: lembar 'daftar' lebih panjang .* pakai .csv"):
        write_xlsx(path, [Lembar("daftar", ["a"], [[i] for i in range(3)])])
    assert not path.exists()


def test_csv_is_utf8_that_excel_knows_with_iso_dates(tmp_path: Path) -> None:
    write_csv(tmp_path / "a.csv", ["judul", "tanggal"], [['Café, "x"\nbaris', date(2025, 4, 29)], [None, 3]])
    isi = (tmp_path / "a.csv").read_bytes()
    assert isi.startswith(b"\xef\xbb\xbf")
    assert isi.decode("utf-8-sig") == 'judul,tanggal\n"Café, ""x""\nbaris",2025-04-29\n,3\n'
