"""Lines of a text file -> paragraphs."""

import pytest

from naskah.reading.text.paragraphs import read_paragraphs


@pytest.mark.parametrize(
    ("teks", "alinea"),
    [
        pytest.param("air\npipa", ["air pipa"], id="a broken line goes on"),
        pytest.param("air\n\npipa", ["air", "pipa"], id="a blank line ends a paragraph"),
        pytest.param("air  \npipa", ["air", "pipa"], id="two spaces at the end end a line"),
        pytest.param("air\r\npipa\rkatup", ["air pipa katup"], id="line ends of any system"),
        pytest.param("a. air\nb. pipa", ["a. air", "b. pipa"], id="a number begins a paragraph"),
        pytest.param("a.\tair", ["a.\tair"], id="a tab after a number is no table"),
        pytest.param("Alamat\t:\tJalan", ["Alamat\t:\tJalan"], id="a tab before a colon is no table"),
        pytest.param("ketentuan Pasal\n6 ayat\n(2) huruf a", ["ketentuan Pasal 6 ayat (2) huruf a"], id="a reference"),
        pytest.param("NOTA KESEPAKATAN\nANTARA", ["NOTA KESEPAKATAN", "ANTARA"], id="lines in capitals stay apart"),
        pytest.param("# Pasal 1\nair", ["Pasal 1", "air"], id="a heading of Markdown"),
        pytest.param("**AIR** dan *pipa*", ["AIR dan pipa"], id="bold and italics"),
        pytest.param("2 * 3 * 4", ["2 * 3 * 4"], id="stars that mark nothing"),
        pytest.param("- (1) air\n- pipa", ["(1) air - pipa"], id="a dash that is the document's own stays"),
        pytest.param("[a@b.example](mailto:a@b.example)", ["a@b.example"], id="a link"),
        pytest.param("Jalan Dua 8-\n9", ["Jalan Dua 8-9"], id="a number broken after its hyphen"),
        pytest.param("Surel : a\nTelp : 1", ["Surel : a", "Telp : 1"], id="particulars"),
        pytest.param(" \n\t\n", [], id="nothing"),
    ],
)
def test_lines_become_paragraphs(teks: str, alinea: list[str]) -> None:
    assert [satu.teks for satu in read_paragraphs(teks)] == alinea


def test_a_paragraph_knows_its_line_and_its_italics() -> None:
    _, kedua = read_paragraphs("air\n\n   pipa *induk*\ndan *dinas*")
    assert (kedua.tempat.alinea, kedua.tempat.baris, kedua.lekuk) == (1, 3, 3)
    assert [kedua.teks[a:b] for a, b in kedua.miring] == ["induk", "dinas"]


def test_a_row_of_a_table_keeps_its_empty_cells() -> None:
    (baris,) = read_paragraphs("\t\tair\tpipa\t")
    assert baris.sel == ("", "", "air", "pipa", "")


def test_signatures_side_by_side_are_cells() -> None:
    kepala, kantor, nama = read_paragraphs(
        "          PIHAK KEDUA,                      PIHAK KESATU,\n"
        "                                              BUPATI,\n\n\n\n"
        "         BIMA ADISAPUTRA                   SARI WULANDARI\n"
    )
    assert kepala.sel == ("PIHAK KEDUA,", "PIHAK KESATU,")
    assert kantor.sel == ("", "BUPATI,")
    assert nama.sel == ("BIMA ADISAPUTRA", "SARI WULANDARI")
