"""The section of a template that holds its annexes: it comes and goes with them, and gives the table its room.

In Word such a template ends with a section of its own, on its side. Without an annex that section must not remain
as an empty page, and the section before it is then the last one of the document.
"""

import re
from typing import Any

from naskah.rendering.docx.work_plan_table import RUANG_F4, Ruang

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TAG = re.compile(r"\{[{%][^{}]*\blampiran\b")
_TABEL = re.compile(r"\{\{\s*\w+\.tabel\b")
_UKURAN = re.compile(r"<w:pgSz\b[^>]*>")
_TEPI = re.compile(r"<w:pgMar\b[^>]*>")


def make_conditional(dokumen: Any) -> None:
    """Put the last section of a parsed document under a condition, where it is the one for annexes.

    The section before it ends in a paragraph, whose w:sectPr becomes that of the document when there is no annex.
    """
    badan = dokumen.find(f"{_W}body")
    if badan is None or len(badan) == 0 or badan[-1].tag != f"{_W}sectPr":
        return
    batas = [i for i, satu in enumerate(badan) if satu.find(f"{_W}pPr/{_W}sectPr") is not None]
    if not batas:
        return
    seksi = badan[batas[-1] + 1 :]
    # A tag may be cut into several runs: it is told by the text of its paragraph.
    if not any(_TAG.search("".join(satu.itertext())) for satu in seksi):
        return
    from copy import deepcopy

    pemisah = badan[batas[-1]]
    sebelum = pemisah.find(f"{_W}pPr/{_W}sectPr")
    _insert_text(sebelum, "{% if lampiran %}")
    sebelum.tail = "{% endif %}" + (sebelum.tail or "")
    pemisah.tail = "{% if lampiran %}" + (pemisah.tail or "")
    akhir = deepcopy(sebelum)
    akhir.tail = "{% endif %}"
    badan[-1].tail = "{% else %}"
    badan.append(akhir)


def _insert_text(unsur: Any, teks: str) -> None:
    """Text just before an element."""
    kakak = unsur.getprevious()
    if kakak is None:
        unsur.getparent().text = (unsur.getparent().text or "") + teks
    else:
        kakak.tail = (kakak.tail or "") + teks


def find_ruang(sumber: str) -> Ruang:
    """The room for text on a page of the section that holds the table; F4 on its side where nothing tells."""
    tabel = _TABEL.search(sumber)
    letak = tabel.end() if tabel else 0
    ukuran, tepi = _UKURAN.search(sumber, letak), _TEPI.search(sumber, letak)
    if tabel is None or ukuran is None or tepi is None:
        return RUANG_F4
    sisi = {nama: _length(ukuran[0], nama) for nama in ("w", "h")}
    jarak = {nama: _length(tepi[0], nama) for nama in ("left", "right", "top", "bottom", "gutter")}
    lebar = sisi["w"] - jarak["left"] - jarak["right"] - jarak["gutter"]
    # A negative margin lets the header overlap the text; its size counts.
    tinggi = sisi["h"] - abs(jarak["top"]) - abs(jarak["bottom"])
    return Ruang(lebar, tinggi) if lebar > 0 and tinggi > 0 else RUANG_F4


def _length(unsur: str, nama: str) -> int:
    cocok = re.search(rf'w:{nama}="(-?\d+)"', unsur)
    return int(cocok[1]) if cocok else 0
