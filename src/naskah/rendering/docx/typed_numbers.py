"""Paragraphs whose number is typed, (2a) between (2) and (3): they keep the indent of their style.

Such a paragraph leaves its list (ECMA-376 17.9.18). Word then takes the indent of its style, LibreOffice none at
all; stated in the paragraph itself, both agree.
"""

import re

_TANPA_NOMOR = '<w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>'
_PARAGRAF = re.compile(rf'(<w:pStyle w:val="([^"]+)"/>(?:<w:keepNext/>)?){re.escape(_TANPA_NOMOR)}')


def has_typed_numbers(xml: str) -> bool:
    """Whether a part holds such a paragraph."""
    return _TANPA_NOMOR in xml


def indent_typed(xml: str, styles: str) -> str:
    """Return the document with the indent of its style in each such paragraph; `styles` is word/styles.xml."""
    lekuk: dict[str, str] = {}

    def indent(cocok: re.Match[str]) -> str:
        gaya = cocok[2]
        if gaya not in lekuk:
            lekuk[gaya] = _find_indent(gaya, styles)
        # A style without an indent (the heading of a Pasal) is left alone.
        return f"{cocok[1]}{_TANPA_NOMOR.removesuffix('</w:pPr>')}{lekuk[gaya]}</w:pPr>"

    return _PARAGRAF.sub(indent, xml)


def _find_indent(gaya: str, styles: str) -> str:
    isi = re.search(rf'<w:style [^>]*w:styleId="{re.escape(gaya)}"(.*?)</w:style>', styles, re.DOTALL)
    if isi is None:
        return ""
    if indent := re.search(r"<w:ind [^>]*/>", isi[1]):
        return indent[0]
    dasar = re.search(r'<w:basedOn w:val="([^"]+)"/>', isi[1])
    return _find_indent(dasar[1], styles) if dasar and dasar[1] != gaya else ""
