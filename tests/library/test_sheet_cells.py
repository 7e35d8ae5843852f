"""The reader of .xlsx sheets: values as openpyxl reads them, merged cells, doubtful cells, and hostile files."""

import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from naskah.library.sheet_cells import BATAS_TABEL, open_workbook, to_text
from naskah.library.sheet_merges import Daerah, Gabungan
from naskah.library.sheet_values import BarisData, Rusak, name_cell, name_column
from naskah.library.sheet_xml import BARIS_TERAKHIR, PANJANG_SEL
from naskah.model.galat import NaskahError

NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LEMBAR = "xl/worksheets/sheet1.xml"


@pytest.fixture
def simpan(tmp_path):
    """Save a workbook that a function fills the first sheet of."""

    def save(isi):
        buku = Workbook()
        isi(buku.active)
        buku.save(tmp_path / "a.xlsx")
        return tmp_path / "a.xlsx"

    return save


@pytest.fixture
def mentah(simpan):
    """A workbook whose sheet is this XML."""

    def save(xml, lain=()):
        path = simpan(lambda satu: satu.append(["x"]))
        with zipfile.ZipFile(path) as arsip:
            bagian = {nama: arsip.read(nama) for nama in arsip.namelist()}
        bagian |= {LEMBAR: xml if isinstance(xml, bytes) else xml.encode(), **dict(lain)}
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as arsip:
            for nama, data in bagian.items():
                arsip.writestr(nama, data)
        return path

    return save


def sheet(baris, ekor=""):
    return f'<worksheet xmlns="{NS}"><sheetData>{baris}</sheetData>{ekor}</worksheet>'


def own(path):
    with open_workbook(path) as (lembar, *_):
        return dict(lembar.iter_rows())


def filled(path):
    with open_workbook(path) as (lembar, *_):
        return dict(lembar.iter_filled())


@pytest.mark.parametrize(
    ("kolom", "huruf"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA"), (16384, "XFD")]
)
def test_columns_are_named_as_in_excel(kolom, huruf):
    assert (name_column(kolom), name_cell(7, kolom)) == (huruf, f"{huruf}7")


NILAI = st.one_of(
    st.none(),
    st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), max_size=40).filter(
        lambda teks: not teks.startswith("=") and "_x" not in teks
    ),
    st.integers(-(10**12), 10**12),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.booleans(),
    st.dates(date(1900, 3, 1), date(2200, 1, 1)).map(lambda d: datetime(d.year, d.month, d.day)),
    st.times().map(lambda t: t.replace(microsecond=0)),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(NILAI, max_size=6), max_size=6))
def test_values_are_those_that_openpyxl_reads(tmp_path_factory, baris):
    path = tmp_path_factory.mktemp("x") / "a.xlsx"
    buku = Workbook()
    for satu in baris:
        buku.active.append(satu)
    buku.save(path)
    harapan = {}
    for nomor, nilai in enumerate(load_workbook(path).active.iter_rows(values_only=True), 1):
        isi = [None if satu == "" else satu for satu in nilai]
        while isi and isi[-1] is None:
            isi.pop()
        if isi:
            harapan[nomor] = tuple(isi)
    assert own(path) == harapan


def test_cells_come_with_their_addresses_and_texts(simpan):
    def isi(lembar):
        lembar["B7"], lembar["D7"], lembar["E7"] = date(2025, 4, 29), 2.0, "  "
        lembar["AA9"] = "akhir"

    with open_workbook(simpan(isi)) as (lembar,):
        semua = list(lembar.iter_cells())
        assert str(lembar.galat("B7", "salah")).endswith("a.xlsx: Sheet!B7: salah")
    assert [(n, {k: (s.alamat, s.teks) for k, s in sel.items()}) for n, sel in semua] == [
        (7, {2: ("B7", "29 April 2025"), 4: ("D7", "2")}),
        (9, {27: ("AA9", "akhir")}),
    ]


@pytest.mark.parametrize(
    ("nilai", "teks"),
    [
        (None, ""),
        (2.5, "2.5"),
        (1e20, "100000000000000000000"),
        (True, "True"),
        (time(9, 30), "09:30:00"),
        (timedelta(1), "1 day, 0:00:00"),
    ],
)
def test_what_a_cell_says(nilai, teks):
    assert to_text(nilai) == teks


def test_a_formula_is_recognised_and_keeps_what_was_last_computed(mentah):
    sel = '<c r="A3"><f>1+1</f><v>2</v></c><c r="B3" t="str"><f>"a"</f><v>teks</v></c><c r="C3"><f>NOW()</f></c>'
    a, b, c = own(mentah(sheet(f'<row r="3">{sel}</row>')))[3]
    assert [(s.sel, s.jenis, s.nilai) for s in (a, b, c)] == [
        ("A3", "rumus", 2),
        ("B3", "rumus", "teks"),
        ("C3", "rumus", None),
    ]
    assert a.pesan.startswith("sel A3 berisi rumus; salin, lalu tempel sebagai nilai")


def test_an_error_of_excel_is_named(mentah):
    (sel,) = own(mentah(sheet('<row r="1"><c r="A1" t="e"><v>#REF!</v></c></row>')))[1]
    assert (sel.jenis, sel.nilai, sel.pesan) == ("galat", "#REF!", "sel A1 berisi galat Excel (#REF!); perbaiki isinya")


def test_shared_texts_without_their_pronunciation_and_with_plain_line_breaks(mentah):
    teks = f'<sst xmlns="{NS}"><si><r><t>se</t></r><r><t>bab_x000D_\n</t></r></si></sst>'.encode()
    bunyi = "<is><t>kanji</t><rPh><t>bunyi</t></rPh></is>"
    xml = sheet(f'<row r="1"><c t="s"><v>0</v></c><c t="inlineStr">{bunyi}</c></row>')
    jenis = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    with zipfile.ZipFile(mentah(xml)) as arsip:
        isi = arsip.read("[Content_Types].xml").decode()
    if jenis not in isi:
        isi = isi.replace("</Types>", f'<Override PartName="/xl/sharedStrings.xml" ContentType="{jenis}"/></Types>')
    bagian = {"xl/sharedStrings.xml": teks, "[Content_Types].xml": isi.encode()}
    assert own(mentah(xml, bagian.items()))[1] == ("sebab\n", "kanji")


def test_names_with_a_prefix_and_cells_without_an_address(mentah):
    baris = "<x:sheetData><x:row><x:c/><x:c><x:v>5</x:v></x:c></x:row></x:sheetData>"
    assert own(mentah(f'<x:worksheet xmlns:x="{NS}">{baris}</x:worksheet>')) == {1: (None, 5)}


# Merged cells.


def test_a_merged_cell_speaks_for_each_row_and_is_doubtful_in_other_columns(simpan):
    def isi(lembar):
        for baris in (["judul"], ["a", "b", 1], [None, None, 2], [None, None, "  "], ["c", "d", 3]):
            lembar.append(baris)
        for daerah in ("A1:C1", "A2:A4", "B2:B3"):
            lembar.merge_cells(daerah)

    path = simpan(isi)
    baris = filled(path)
    assert [baris[2], baris[3], baris[5]] == [("a", "b", 1), ("a", "b", 2), ("c", "d", 3)]
    assert 4 not in baris  # nothing of its own
    assert [(s.sel, s.jenis, s.nilai) for s in baris[1][1:]] == [
        ("B1", "gabungan", "judul"),
        ("C1", "gabungan", "judul"),
    ]
    assert own(path)[3] == (None, None, 2)


def test_a_range_whose_first_row_is_empty_says_nothing():
    baris = [BarisData(3, ("tertutup", 1))]
    assert list(Gabungan([Daerah(2, 1, 3, 1)]).fill(baris)) == [(3, (None, 1))]


@pytest.mark.parametrize("kode", ["utf-8", "utf-16-le", "utf-16-be"])
def test_merged_cells_are_found_in_any_encoding(mentah, kode):
    isi = sheet(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="B2"><v>2</v></c></row>',
        "<mergeCells><mergeCell ref='A1:A2'/></mergeCells>",
    )
    bom = {"utf-8": b"", "utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}[kode]
    assert filled(mentah(bom + isi.encode(kode)))[2] == (1, 2)


RENTANG = st.tuples(st.integers(1, 12), st.integers(1, 8), st.integers(0, 3), st.integers(0, 3))


@given(st.lists(RENTANG, max_size=12))
def test_a_covered_cell_is_known_by_the_first_cell_of_its_range(rentang):
    daerah: list[Daerah] = []
    for atas, kiri, tinggi, lebar in rentang:
        baru = Daerah(atas, kiri, atas + tinggi, kiri + lebar)
        if not any(
            baru.atas <= d.bawah and d.atas <= baru.bawah and baru.kiri <= d.kanan and d.kiri <= baru.kanan
            for d in daerah
        ):
            daerah.append(baru)
    gabungan = Gabungan(daerah)
    semua = [BarisData(b, tuple(f"{b}.{k}" for k in range(1, 12))) for b in range(1, 17)]
    for nomor, nilai in gabungan.fill(iter(semua)):
        for kolom, isi in enumerate(nilai, 1):
            milik = [d for d in daerah if d.atas <= nomor <= d.bawah and d.kiri <= kolom <= d.kanan]
            awal = (milik[0].atas, milik[0].kiri) if milik else (nomor, kolom)
            assert gabungan.find(nomor, kolom) == (awal if awal != (nomor, kolom) else None)
            asal = isi.nilai if isinstance(isi, Rusak) else isi
            assert asal == f"{awal[0]}.{awal[1]}"
            assert isinstance(isi, Rusak) == (bool(milik) and kolom != milik[0].kiri)


# What is refused.


def satu_sel(atribut='r="A1"', isi="<v>1</v>"):
    return f'<row r="1"><c {atribut}>{isi}</c></row>'


@pytest.mark.parametrize(
    "xml",
    [
        sheet(f'<row r="{BARIS_TERAKHIR + 1}"><c><v>1</v></c></row>'),
        sheet('<row r="2"><c><v>1</v></c></row><row r="2"><c><v>1</v></c></row>'),
        sheet('<row r="x"><c><v>1</v></c></row>'),
        sheet(satu_sel('r="XFE1"')),
        sheet(satu_sel('r="ZZZZZZZZ1"')),
        sheet(satu_sel('r="a1"')),
        sheet('<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>'),
        sheet(satu_sel('t="str"', f"<v>{'1' * (PANJANG_SEL + 1)}</v>")),
        sheet(satu_sel('t="s"', "<v>999999</v>")),
        sheet(satu_sel(isi="<v>dua</v>")),
        sheet(satu_sel(), '<mergeCells><mergeCell ref="A1:XFE2"/></mergeCells>'),
        sheet(satu_sel(), "<mergeCells><mergeCell/></mergeCells>"),
        sheet(
            satu_sel(),
            "<mergeCells>" + "".join(f'<mergeCell ref="A{i}:A9999"/>' for i in range(1, 2000)) + "</mergeCells>",
        ),
        f'<!DOCTYPE x [<!ENTITY a "aaaa">]>{sheet(satu_sel())}',
        sheet(satu_sel())[:-30],
    ],
)
def test_a_damaged_or_hostile_sheet_is_refused_with_its_name(mentah, xml):
    if "A9999" in xml:
        xml = xml.replace(satu_sel(), "".join(f'<row r="{i}"><c><v>1</v></c></row>' for i in range(1, 2000)))
    with pytest.raises(NaskahError, match=r"a\.xlsx: berkas ini bukan \.xlsx yang utuh.*simpan ulang"):
        filled(mentah(xml))


def test_the_last_good_row_is_named(mentah):
    baris = "".join(f'<row r="{i}"><c><v>1</v></c></row>' for i in range(1, 9)) + '<row r="9"><c><v>?</v></c></row>'
    with pytest.raises(NaskahError, match="lembar 'Sheet' rusak sesudah baris 8"):
        own(mentah(sheet(baris)))


def test_a_gap_of_a_million_rows_costs_nothing(mentah):
    assert own(mentah(sheet(satu_sel() + f'<row r="{BARIS_TERAKHIR}"><c><v>2</v></c></row>'))) == {
        1: (1,),
        BARIS_TERAKHIR: (2,),
    }


def test_a_part_that_is_too_large_is_refused_before_it_is_read(mentah):
    path = mentah(sheet(satu_sel()), {"xl/styles.xml": bytes(BATAS_TABEL.lain + 1)}.items())
    with pytest.raises(NaskahError, match=r"isinya terlalu besar \(xl/styles.xml: 40 MB\)"):
        own(path)
    with pytest.raises(NaskahError, match="lebih besar dari 0 MB"), open_workbook(path, BATAS_TABEL._replace(berkas=9)):
        pass


def test_hidden_sheets_are_told_apart(tmp_path):
    buku = Workbook()
    buku.active.sheet_state = "hidden"
    buku.create_sheet("mitra")
    buku.save(tmp_path / "a.xlsx")
    with open_workbook(Path(tmp_path / "a.xlsx")) as semua:
        assert [(satu.nama, satu.terlihat) for satu in semua] == [("Sheet", False), ("mitra", True)]
