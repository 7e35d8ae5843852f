"""Particulars lines ("Alamat : ...") whose keys need more room than their style gives them.

The style of such a line has its colon and its value at fixed places. Where the longest key of a pasal would reach
over the colon, all its lines carry the width that they need; after rendering, the mark becomes tabs and an indent of
the paragraph, reckoned from where its style begins.
"""

import re
from collections.abc import Iterable

from naskah.rendering.docx.rows import Baris

# Twips (1/1440 inch). The style of the shipped templates has room for a key of 1671, and 200 from colon to value.
_LEBAR_GAYA = 1871
_TITIK_DUA = 200
_SELA = 90
_PALING_LEBAR = 4500

# Letters of Bookman in thousandths of their size, a little more than they are.
_HURUF = {**dict.fromkeys("fijlI.,;:'()-/ ", 330), **dict.fromkeys("rt", 450), **dict.fromkeys("acesvxyz", 590)}
_HURUF |= dict.fromkeys("mwMW", 960)
_UKURAN = 240

_TANDA = re.compile(r"<!--kunci (\d+)-->")
_BARIS = re.compile(
    r'<w:pStyle w:val="([^"]+)"/>(<w:keepNext/>)?</w:pPr>((?:(?!</w:p>).)*?)<!--kunci (\d+)-->', re.DOTALL
)


def mark_wide_keys(baris: Iterable[Baris]) -> dict[int, str]:
    """Return the mark of each particulars line (by id) that stands in a pasal with a key too long for its style."""
    tanda: dict[int, str] = {}
    for satu in _iter_blocks(baris):
        lebar = min(_PALING_LEBAR, max(_measure(b.kunci) for b in satu) + _SELA + _TITIK_DUA)
        if lebar > _LEBAR_GAYA:
            tanda |= {id(b): f"<!--kunci {lebar}-->" for b in satu}
    return tanda


def _iter_blocks(baris: Iterable[Baris]) -> Iterable[list[Baris]]:
    """The particulars lines of each pasal: their colons stand below each other."""
    blok: list[Baris] = []
    for satu in baris:
        if satu.gaya == "pasal" and blok:
            yield blok
            blok = []
        if satu.kunci:
            blok.append(satu)
    if blok:
        yield blok


def _measure(kunci: str) -> int:
    return sum(_HURUF.get(satu, 800 if satu.isupper() else 680) for satu in kunci) * _UKURAN // 1000


def has_wide_keys(xml: str) -> bool:
    """Return whether a part holds such a mark."""
    return "<!--kunci " in xml


def widen_keys(xml: str, styles: str) -> str:
    """Return the document with every mark turned into tabs and an indent; `styles` is word/styles.xml."""

    def widen(cocok: re.Match[str]) -> str:
        gaya, lekat, isi, lebar = cocok.groups()
        return f'<w:pStyle w:val="{gaya}"/>{lekat or ""}{_column(gaya, int(lebar), styles)}</w:pPr>{isi}'

    # A line with settings of its own, or in another style, is left as its template has it.
    return _TANDA.sub("", _BARIS.sub(widen, xml))


def _column(gaya: str, lebar: int, styles: str) -> str:
    cocok = re.search(rf'<w:style [^>]*w:styleId="{re.escape(gaya)}".*?</w:style>', styles, re.DOTALL)
    indent = re.search(r"<w:ind [^>]*>", cocok[0]) if cocok else None
    kiri, gantung = (re.search(rf'w:{nama}="(\d+)"', indent[0] if indent else "") for nama in ("left", "hanging"))
    if not (cocok and kiri and gantung) or int(gantung[1]) >= lebar:
        return ""
    nilai = int(kiri[1]) - int(gantung[1]) + lebar
    henti = dict.fromkeys((int(satu) for satu in re.findall(r'<w:tab [^>]*w:pos="(\d+)"', cocok[0])), "clear")
    henti |= {nilai - _TITIK_DUA: "left", nilai: "left"}
    tab = "".join(f'<w:tab w:val="{henti[satu]}" w:pos="{satu}"/>' for satu in sorted(henti))
    return f'<w:tabs>{tab}</w:tabs><w:ind w:left="{nilai}" w:hanging="{lebar}"/>'
