"""The markup of a pasal: markers give levels only; every number is computed."""

import pytest
from small_workspace import SmallWorkspace, make_draft, only_pasal, outline, show_isi

from naskah.assembly.markup import MarkupError, parse_alinea, parse_inline, parse_pasal
from naskah.assembly.spans import inline, merge
from naskah.model.isi import Teks


def units(ruang: SmallWorkspace, teks: str) -> list[str]:
    return outline(only_pasal(ruang.assemble(make_draft(teks))))


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        # typed numbers have no meaning
        ("(7) Satu.\n(3) Dua.", ["(1) Satu.", "(2) Dua."]),
        ("(1) Satu.\n(1) Dua.\n(1) Tiga.", ["(1) Satu.", "(2) Dua.", "(3) Tiga."]),
        ("Satu:\nq. a;\nc. b; dan\na. c.", ["Satu:", "  a. a;", "  b. b; dan", "  c. c."]),
        ("Satu:\n9. a;\n1. b.", ["Satu:", "  1. a;", "  2. b."]),
        # a single ayat has no number (P06)
        ("(1) Hanya satu.", ["Hanya satu."]),
        ("Hanya satu.", ["Hanya satu."]),
        ("(5) Satu:\n a. x.", ["Satu:", "  a. x."]),
        # each list begins anew
        ("(1) A:\na. x;\nb. y.\n(2) B:\na. z.", ["(1) A:", "  a. x;", "  b. y.", "(2) B:", "  a. z."]),
        ("A:\na. b:\n1. c;\n2. d;\nb. e:\n1. f.", ["A:", "  a. b:", "    1. c;", "    2. d;", "  b. e:", "    1. f."]),
        # four levels
        (
            "(1) A:\n  a. b:\n    1. c:\n      a) d:\n        1) e;\n        2) f.\n(2) B.",
            ["(1) A:", "  a. b:", "    1. c:", "      a) d:", "        1) e;", "        2) f.", "(2) B."],
        ),
        # back up over several levels at once
        (
            "A:\na. b:\n1. c:\na) d:\n1) e;\nb. f.",
            ["A:", "  a. b:", "    1. c:", "      a) d:", "        1) e;", "  b. f."],
        ),
        # a list may begin with numbers (definitions)
        ("A:\n1. b:\na) c;\n2. d.", ["A:", "  1. b:", "    a) c;", "  2. d."]),
        # (1) may stand on a line of its own; "huruf / b." is the end of a sentence
        ("(1)\nSatu.\n(2)\n  Dua.", ["(1) Satu.", "(2) Dua."]),
        # continuation lines, blank lines, indentation
        ("Satu\n   dua\n\n\ttiga.", ["Satu dua tiga."]),
        ("(1) A\nb.\n(2) C\nd.", ["(1) A b.", "(2) C d."]),
        ("A:\na. b\n   c;\nb. d.", ["A:", "  a. b c;", "  b. d."]),
        # what only resembles a marker is text
        ("Surat\nno. 5 tahun ini.", ["Surat no. 5 tahun ini."]),
        ("Oleh\ndr. Budi.", ["Oleh dr. Budi."]),
        ("Atas\na.n. Bupati.", ["Atas a.n. Bupati."]),
        ("Nilai\n1.000 rupiah.", ["Nilai 1.000 rupiah."]),
        ("Lihat\n(a) itu.", ["Lihat (a) itu."]),
        ("A\nB. C", ["A B. C"]),
        ("(1)tanpa spasi", ["(1)tanpa spasi"]),
        ("Satu (2) dua a. tiga 1) empat.", ["Satu (2) dua a. tiga 1) empat."]),
        # past z a letter repeats
        ("A:\naa. x;\nzz. y.", ["A:", "  a. x;", "  b. y."]),
        # particulars belong to the unit above them
        ("A:\na. B:\n| Al | X\n| Su | y |\nb. C.", ["A:", "  a. B:", "    Al: X", "    Su: y |", "  b. C."]),
        ("A:\n| Kunci | nilai\n| Kosong |", ["A:", "  Kunci: nilai", "  Kosong: "]),
        ("(1) A:\n|Kunci|nilai\n(2) B.", ["(1) A:", "  Kunci: nilai", "(2) B."]),
    ],
)  # fmt: skip
def test_markers_give_the_level_and_nothing_else(ruang: SmallWorkspace, teks: str, hasil: list[str]) -> None:
    assert units(ruang, teks) == hasil


@pytest.mark.parametrize(
    ("teks", "sebab"),
    [
        ("A.\n(1) B.", "berdiri tanpa nomor"),
        ("A:\n| K | v\nlanjutan", "berdiri tanpa nomor"),
        ("(1) A:\n| K | v\nlanjutan", "berdiri tanpa nomor"),
        ("a. x;\nb. y.", "tidak punya kalimat pembuka"),
        ("1. x.", "tidak punya kalimat pembuka"),
        ("A:\na. b:\na) c.", "melompat"),
        ("A:\na) b.", "melompat"),
        ("A:\n1) b.", "melompat"),
        ("A:\na. b:\n1. c:\n1) d.", "melompat"),
        ("A:\n1. b:\na. c.", "bercampur tingkat"),
        ("(1)\n(2) B.", "butir tanpa isi"),
        ("A:\na. {#x}\nb. y.", "butir tanpa isi"),
        ("| K | v\nA.", "mendahului butirnya"),
        ("", "kosong"),
        ("  \n \n", "kosong"),
        ("A {#Label}.", "label harus di akhir"),
        ("A {#label} lalu.", "label harus di akhir"),
        ("A {#a b}", "label harus di akhir"),
        ("A {#}", "label harus di akhir"),
        ("A {#a} {#b}", "label harus di akhir"),
    ],
)
def test_text_that_breaks_the_markup_is_refused_with_the_reason(teks: str, sebab: str) -> None:
    with pytest.raises(MarkupError, match=sebab):
        parse_pasal(teks)


def test_a_fault_of_the_markup_names_the_file_it_stands_in(ruang: SmallWorkspace) -> None:
    ruang.clause("kahar/a", "a. tanpa pembuka")
    galat = ruang.faults(make_draft([{"klausul": "kahar/a"}, "A:\na) x."]))
    assert [g.berkas for g in galat] == ["clauses/kahar/a.md", "rancangan.yaml"]
    assert all(g.baris for g in galat)


@pytest.mark.parametrize(
    ("teks", "label"),
    [
        ("Satu. {#satu}", "satu"),
        ("Satu.{#satu}", "satu"),
        ("Satu\ndua. {#dua-2}  ", "dua-2"),
        ("Satu.", None),
    ],
)
def test_a_label_at_the_end_names_its_unit_and_is_not_printed(teks: str, label: str | None) -> None:
    (satuan,) = parse_pasal(teks)
    assert satuan.label == label
    assert "{#" not in show_isi(merge([s for s in satuan.isi if isinstance(s, Teks)]))


def test_every_level_takes_a_label() -> None:
    (ayat,) = parse_pasal("A: {#aa}\na. b: {#bb}\n1. c: {#cc}\na) d: {#dd}\n1) e. {#ee}")
    label, satuan = [ayat.label], ayat
    while satuan.anak:
        (satuan,) = satuan.anak
        label.append(satuan.label)
    assert label == ["aa", "bb", "cc", "dd", "ee"]


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        ("satu", ["satu"]),
        ("satu\ndua", ["satu dua"]),
        ("satu\n\ndua\n \n\n tiga\nempat", ["satu", "dua", "tiga empat"]),
        ("(1) bukan penanda\na. juga bukan", ["(1) bukan penanda a. juga bukan"]),
        ("\n\n", []),
    ],
)
def test_outside_the_pasal_blank_lines_part_paragraphs_and_markers_mean_nothing(teks: str, hasil: list[str]) -> None:
    assert [show_isi(tuple(a)) for a in parse_alinea(teks)] == hasil  # type: ignore[arg-type]


def test_outside_the_pasal_a_label_is_refused() -> None:
    with pytest.raises(MarkupError, match="hanya dipakai di dalam pasal"):
        parse_alinea("Satu. {#satu}")


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        ("*force majeure*", "<force majeure>"),
        ("keadaan *kahar* itu", "keadaan <kahar> itu"),
        ("(*a*), \"*b*\"; *c*.", '(<a>), "<b>"; <c>.'),
        ("*a* dan *b*", "<a> dan <b>"),
        ("*a*-nya", "<a>-nya"),
        (r"\*bukan\*", "*bukan*"),
        (r"\*bukan*", "*bukan*"),
        (r"*bukan\*", "*bukan*"),
        ("*a**", "*a**"),
        (r"*a\* b*", "*a* b*"),
        ("2*3*4", "2*3*4"),
        ("a*b*", "a*b*"),
        ("*a*b", "*a*b"),
        ("*tidak ditutup", "*tidak ditutup"),
        ("tidak dibuka*", "tidak dibuka*"),
        ("* berjarak *", "* berjarak *"),
        ("*berjarak *", "*berjarak *"),
        ("* berjarak*", "* berjarak*"),
        ("**tebal**", "**tebal**"),
        ("***", "***"),
        ("*", "*"),
        ("5 * 3 * 2", "5 * 3 * 2"),
        ("*é*", "<é>"),
        ("*memorandum of understanding* (*MoU*)", "<memorandum of understanding> (<MoU>)"),
    ],
)  # fmt: skip
def test_stars_around_words_are_italics_and_other_stars_are_stars(teks: str, hasil: str) -> None:
    assert "".join(f"<{s.teks}>" if s.miring else s.teks for s in inline(teks) if isinstance(s, Teks)) == hasil
    assert all(s.teks for s in parse_inline(teks) if isinstance(s, Teks))


def test_neighbouring_spans_of_one_style_are_one_span() -> None:
    spans = [Teks("a"), Teks("b"), Teks("c", True), Teks("d", True), Teks("e")]
    assert merge(spans) == (Teks("ab"), Teks("cd", True), Teks("e"))
