"""Marks in the text become properties of the paragraph, in the order that the schema asks for."""

import pytest

from naskah.rendering.docx.marks import DIKETIK, LEKAT, apply_marks

GAYA = '<w:pStyle w:val="Ayat"/>'
NOL = '<w:numPr><w:numId w:val="0"/></w:numPr>'


@pytest.mark.parametrize(
    ("ppr", "tanda", "harap"),
    [
        (GAYA, LEKAT, f"{GAYA}<w:keepNext/>"),
        (f"{GAYA}<w:keepNext/>", LEKAT, f"{GAYA}<w:keepNext/>"),
        (f"{GAYA}<w:jc/>", LEKAT, f"{GAYA}<w:keepNext/><w:jc/>"),
        (GAYA, DIKETIK, f"{GAYA}{NOL}"),
        (GAYA, LEKAT + DIKETIK, f"{GAYA}<w:keepNext/>{NOL}"),
        (f"{GAYA}<w:keepNext/><w:keepLines/><w:widowControl/><w:jc/>", DIKETIK,
         f"{GAYA}<w:keepNext/><w:keepLines/><w:widowControl/>{NOL}<w:jc/>"),
        (f'{GAYA}<w:numPr><w:ilvl w:val="1"/><w:numId w:val="4"/></w:numPr><w:jc/>', DIKETIK, f"{GAYA}{NOL}<w:jc/>"),
        ("", DIKETIK, NOL),
    ],
)  # fmt: skip
def test_marks(ppr: str, tanda: str, harap: str) -> None:
    depan, belakang = "<w:p><w:pPr><w:jc/></w:pPr></w:p>", "<w:p><w:r/></w:p>"
    for awal in ("<w:p>", '<w:p w:rsidR="0">'):
        ada = f"{awal}<w:pPr>{ppr}</w:pPr>" if ppr else awal
        hasil = apply_marks(f"{depan}{ada}{tanda}<w:r/></w:p>{belakang}")
        assert hasil == f"{depan}{awal}<w:pPr>{harap}</w:pPr><w:r/></w:p>{belakang}"


def test_other_comments_and_plain_text_stay() -> None:
    for xml in ("<w:p><!-- lain --><w:r/></w:p>", "<w:p/>", ""):
        assert apply_marks(xml) == xml


def test_a_mark_outside_any_paragraph_goes() -> None:
    assert apply_marks(f"<w:tbl>{LEKAT}</w:tbl>") == "<w:tbl></w:tbl>"
