"""Rows of .xlsx sheets as offices make them: merged cells, formulas, dates, gaps, wrong dimensions."""

import re
import subprocess
import sys
import zipfile
from datetime import datetime

import pytest
from openpyxl import Workbook

from naskah.batch.sheet import BARIS_MAKSIMUM, Lembar
from naskah.library.sheet_values import Rusak
from naskah.model.galat import NaskahError


@pytest.fixture
def simpan(tmp_path):
    """Save a workbook made by a function of its first sheet; the sheet to read."""

    def save(isi, **pilihan):
        buku = Workbook()
        isi(buku.active)
        buku.save(tmp_path / "a.xlsx")
        return Lembar(tmp_path / "a.xlsx", **pilihan)

    return save


def rows(lembar):
    return {baris.nomor: baris.nilai for baris in lembar.read()}


def test_empty_rows_are_left_out_and_the_others_keep_their_numbers(simpan):
    def isi(lembar):
        lembar["A1"], lembar["A5"], lembar["A9"] = "judul", "  ", "isi"

    assert rows(simpan(isi)) == {1: ("judul",), 9: ("isi",)}


def test_values_come_with_their_types(simpan):
    def isi(lembar):
        lembar.append(["teks", 12, 1.5, True, datetime(2025, 4, 29), None, "akhir"])

    assert rows(simpan(isi))[1] == ("teks", 12, 1.5, True, datetime(2025, 4, 29), None, "akhir")


def test_a_number_shown_with_leading_zeros_is_what_is_shown(simpan):
    def isi(lembar):
        lembar["A1"] = 2
        lembar["A1"].number_format = "000"

    assert rows(simpan(isi))[1] == ("002",)


@pytest.mark.parametrize(("nilai", "pesan"), [("=A1&B1", "sel B3 berisi rumus"), ("#REF!", "sel B3 berisi galat")])
def test_formulas_and_error_values_are_named_by_their_cell(simpan, nilai, pesan):
    def isi(lembar):
        lembar["B3"] = nilai

    (sel,) = [s for s in rows(simpan(isi))[3] if s is not None]
    assert isinstance(sel, Rusak)
    assert pesan in sel.pesan


def test_a_cell_merged_over_rows_counts_for_each_of_them(simpan):
    def isi(lembar):
        for baris in (["judul", "isi"], ["sama", 1], [None, 2], [None, 3], ["lain", 4]):
            lembar.append(baris)
        lembar.merge_cells("A2:A4")

    assert [nilai[0] for nilai in rows(simpan(isi)).values()] == ["judul", "sama", "sama", "sama", "lain"]


def test_a_cell_merged_over_columns_is_refused_where_it_covers_one(simpan):
    def isi(lembar):
        lembar.append(["a", "b", "c"])
        lembar.append(["satu", None, "tiga"])
        lembar.merge_cells("A2:B2")

    kesatu, kedua, ketiga = rows(simpan(isi))[2]
    assert (kesatu, ketiga) == ("satu", "tiga")
    assert "sel B2 digabung melintasi kolom (A2:B2)" in kedua.pesan


def test_a_dimension_that_is_too_small_hides_nothing(simpan, tmp_path):
    lembar = simpan(lambda satu: [satu.append([f"baris {i}", "x"]) for i in range(5)])
    rewrite(lembar.path, "xl/worksheets/sheet1.xml", rb'<dimension ref="[^"]*"', b'<dimension ref="A1"')
    assert len(rows(lembar)) == 5


def rewrite(path, bagian, lama, baru):
    """Change a part of a workbook."""
    with zipfile.ZipFile(path) as arsip:
        isi = {nama: arsip.read(nama) for nama in arsip.namelist()}
    isi[bagian] = re.sub(lama, baru, isi[bagian])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, data in isi.items():
            arsip.writestr(nama, data)


def test_a_sheet_is_chosen_by_name(tmp_path):
    buku = Workbook()
    buku.active.append(["satu"])
    buku.create_sheet("mitra").append(["dua"])
    buku.save(tmp_path / "a.xlsx")
    assert rows(Lembar(tmp_path / "a.xlsx", "mitra")) == {1: ("dua",)}
    with pytest.raises(NaskahError, match="yang ada: Sheet, mitra"):
        rows(Lembar(tmp_path / "a.xlsx", "entah"))


@pytest.mark.parametrize(
    ("nama", "isi", "pesan"),
    [
        ("a.xlsx", b"bukan zip", "bukan .xlsx yang utuh"),
        ("a.xls", b"", "jenis berkas .xls tidak dibaca"),
        ("a.xlsx", None, "tidak ada"),
    ],
)
def test_what_is_no_workbook_is_refused(tmp_path, nama, isi, pesan):
    if isi is not None:
        (tmp_path / nama).write_bytes(isi)
    lembar = Lembar(tmp_path / nama)
    with pytest.raises(NaskahError, match=pesan):
        lembar.check()
        rows(lembar)


def test_a_damaged_sheet_is_refused(simpan):
    lembar = simpan(lambda satu: satu.append(["a", "b"]))
    rewrite(lembar.path, "xl/worksheets/sheet1.xml", rb"</sheetData>", b"<rusak>")
    with pytest.raises(NaskahError, match="simpan ulang"):
        rows(lembar)


_BACA = """
import re, sys
from pathlib import Path
from naskah.batch.sheet import Lembar
from naskah.model.galat import NaskahError
try:
    jumlah = sum(1 for _ in Lembar(Path(sys.argv[1])).read())
except NaskahError as error:
    jumlah = error
print(int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024, jumlah)
"""


def read_in_a_process(path):
    hasil = subprocess.run([sys.executable, "-c", _BACA, path], capture_output=True, text=True, check=True)
    memori, _, jumlah = hasil.stdout.strip().partition(" ")
    return int(memori), jumlah


@pytest.mark.parametrize("akhiran", ["csv", "xlsx"])
def test_a_sheet_of_a_million_rows_is_refused_in_little_memory(tmp_path, akhiran):
    berkas = tmp_path / f"besar.{akhiran}"
    if akhiran == "csv":
        berkas.write_text("id\n" + "a\n" * 1_000_000)
    else:
        buku = Workbook()
        buku.active.append(["x"])
        buku.save(berkas)
        baris = "".join(f'<row r="{i}"><c r="A{i}"><v>1</v></c></row>' for i in range(1, 1_000_001)).encode()
        rewrite(
            berkas, "xl/worksheets/sheet1.xml", rb"<sheetData>.*</sheetData>", b"<sheetData>" + baris + b"</sheetData>"
        )
    memori, pesan = read_in_a_process(berkas)
    assert f"lebih dari {BARIS_MAKSIMUM:,} baris".replace(",", ".") in pesan
    assert memori < 150
