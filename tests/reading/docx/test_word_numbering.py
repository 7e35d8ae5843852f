"""The numbers that Word prints (ECMA-376 17.9), as a reader gets them."""

from pathlib import Path

import pytest
import rendered_docx
from word_files import level, lists, p, save

from naskah.reading.docx import read_docx

HUKUM = (
    level(0, "decimal", "Pasal %1")
    + level(1, "decimal", "(%2)")
    + level(2, "lowerLetter", "%3.")
    + level(3, "decimal", "%4)")
)


def numbers(jalur: Path) -> list[str]:
    return [satu.nomor for satu in read_docx(jalur).alinea]


def test_a_level_restarts_below_each_unit_above_it(tmp_path: Path) -> None:
    tingkat = [0, 1, 1, 2, 2, 1, 2, 0, 1]
    isi = "".join(p("isi", num=(1, t)) for t in tingkat)
    jalur = save(tmp_path, isi, numbering=lists(HUKUM, num={1: (0, "")}))
    assert numbers(jalur) == ["Pasal 1", "(1)", "(2)", "a.", "b.", "(3)", "a.", "Pasal 2", "(1)"]


def test_lists_of_one_definition_count_on_and_an_override_starts_anew_once(tmp_path: Path) -> None:
    ganti = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    isi = "".join(p("isi", num=(n, 0)) for n in (1, 1, 2, 3, 3, 1, 3))
    numbering = lists(level(0, "decimal", "%1."), num={1: (0, ""), 2: (0, ""), 3: (0, ganti)})
    assert numbers(save(tmp_path, isi, numbering=numbering)) == ["1.", "2.", "3.", "5.", "6.", "7.", "8."]


def test_an_override_may_replace_a_whole_level(tmp_path: Path) -> None:
    ganti = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1.")}</w:lvlOverride>'
    isi = p("isi", num=(2, 0)) * 2
    numbering = lists(level(0, "decimal", "%1."), num={2: (0, ganti)})
    assert numbers(save(tmp_path, isi, numbering=numbering)) == ["I.", "II."]


@pytest.mark.parametrize(
    ("lain", "hasil"),
    [
        ("", ["1", "a", "b", "2", "a"]),
        ('<w:lvlRestart w:val="0"/>', ["1", "a", "b", "2", "c"]),
        ('<w:lvlRestart w:val="1"/>', ["1", "a", "b", "2", "a"]),
    ],
)
def test_a_level_restarts_where_it_says(lain: str, hasil: list[str], tmp_path: Path) -> None:
    abstrak = level(0, "decimal", "%1") + level(1, "lowerLetter", "%2", lain)
    isi = "".join(p("isi", num=(1, t)) for t in (0, 1, 1, 0, 1))
    assert numbers(save(tmp_path, isi, numbering=lists(abstrak, num={1: (0, "")}))) == hasil


@pytest.mark.parametrize(
    ("bentuk", "teks", "hasil"),
    [
        ("upperLetter", "%1.", ["A.", "B."]),
        ("lowerRoman", "%1)", ["i)", "ii)"]),
        ("decimalZero", "%1", ["01", "02"]),
        ("none", "Bagian", ["Bagian", "Bagian"]),
        ("bullet", "\uf0b7", ["\u2022", "\u2022"]),
        ("bullet", "-", ["-", "-"]),
        ("japaneseCounting", "%1.", ["1.", "2."]),
    ],
)
def test_every_format_is_printed(bentuk: str, teks: str, hasil: list[str], tmp_path: Path) -> None:
    isi = p("isi", num=(1, 0)) * 2
    assert numbers(save(tmp_path, isi, numbering=lists(level(0, bentuk, teks), num={1: (0, "")}))) == hasil


def test_a_number_may_show_the_levels_above_it(tmp_path: Path) -> None:
    abstrak = (
        level(0, "upperRoman", "BAB %1") + level(1, "decimal", "%1.%2") + level(2, "decimal", "%1.%2.%3", "<w:isLgl/>")
    )
    isi = "".join(p("isi", num=(1, t)) for t in (0, 0, 1, 2))
    jalur = save(tmp_path, isi, numbering=lists(abstrak, num={1: (0, "")}))
    assert numbers(jalur) == ["BAB I", "BAB II", "II.1", "2.1.1"]


def test_a_style_numbers_its_paragraphs_and_numid_zero_takes_the_number_away(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Ayat"><w:name w:val="Ayat"/><w:pPr><w:numPr><w:ilvl w:val="1"/>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="AyatRapat"><w:name w:val="Ayat Rapat"/><w:basedOn w:val="Ayat"/>'
        "</w:style>"
        '<w:style w:type="paragraph" w:styleId="Lepas"><w:name w:val="Lepas"/><w:basedOn w:val="Ayat"/>'
        '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>'
    )
    isi = (
        p("a", gaya="Ayat")
        + p("b", gaya="AyatRapat")
        + p("c", gaya="Lepas")
        + p("d", gaya="Ayat", num=(0, 0))
        + p("e", gaya="Ayat")
    )
    jalur = save(tmp_path, isi, styles=styles, numbering=lists(HUKUM, num={1: (0, "")}))
    assert numbers(jalur) == ["(1)", "(2)", "", "", "(3)"]
    assert [satu.gaya for satu in read_docx(jalur).alinea][:2] == ["Ayat", "Ayat Rapat"]


def test_a_list_may_be_named_by_a_list_style(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="Daftar"><w:name w:val="Daftar"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    numbering = lists(
        '<w:styleLink w:val="Daftar"/>' + HUKUM, '<w:numStyleLink w:val="Daftar"/>', num={1: (0, ""), 2: (1, "")}
    )
    assert numbers(save(tmp_path, p("isi", num=(2, 0)), styles=styles, numbering=numbering)) == ["Pasal 1"]


@pytest.mark.parametrize(
    "numbering",
    [
        "",
        lists(num={1: (7, "")}),
        lists('<w:numStyleLink w:val="X"/>', num={1: (0, "")}),
        lists(level(5, "decimal", "%1 %9"), num={1: (0, "")}),
    ],
)
def test_a_list_that_is_not_there_prints_no_number(numbering: str, tmp_path: Path) -> None:
    assert numbers(save(tmp_path, p("isi", num=(1, 0)), numbering=numbering)) == [""]


def test_a_deleted_paragraph_is_not_counted(tmp_path: Path) -> None:
    hapus = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>'
        '<w:del w:id="2"><w:r><w:delText>lama</w:delText></w:r></w:del></w:p>'
    )
    isi = p("satu", num=(1, 0)) + hapus + p("dua", num=(1, 0))
    assert numbers(save(tmp_path, isi, numbering=lists(level(0, "decimal", "%1."), num={1: (0, "")}))) == [
        "1.",
        "",
        "2.",
    ]


def test_the_templates_number_as_an_independent_reader_says(documents_made_by_naskah: list[Path]) -> None:
    for jalur in documents_made_by_naskah:
        lain = [satu.nomor.replace("\u00a0", " ") for satu in rendered_docx.read(jalur.read_bytes())]
        assert numbers(jalur)[: len(lain)] == lain
