"""Reads a .docx as Word lays it out: paragraphs in order, each with the number that its list gives it.

Independent of naskah.rendering: it follows the standard (ECMA-376 17.9), so that a fault there shows here.
"""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree

TEMPLATES = Path(__file__).parents[2] / "templates"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass
class Paragraf:
    gaya: str
    nomor: str
    teks: str
    xml: Any


def parts(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(docx)) as berkas:
        return {nama: berkas.read(nama) for nama in berkas.namelist()}


def val(unsur: Any, jalur: str) -> str | None:
    ada = unsur.find("/".join(W + langkah for langkah in jalur.split("/"))) if unsur is not None else None
    return None if ada is None else ada.get(f"{W}val")


def text_of(paragraf: Any) -> str:
    """Printed text: tabs, line breaks and field results, but no field codes; a no-break space is a space."""
    potongan = []
    for satu in paragraf.iter():
        if satu.tag == f"{W}t":
            potongan.append(satu.text or "")
        elif satu.tag == f"{W}tab" and satu.getparent().tag == f"{W}r":
            potongan.append("\t")
        elif satu.tag == f"{W}br":
            potongan.append("\n")
    return "".join(potongan).replace("\u00a0", " ")


def letters(n: int) -> str:
    return chr(ord("a") + (n - 1) % 26) * ((n - 1) // 26 + 1)


def roman(n: int) -> str:
    nilai = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    hasil = ""
    for besar, tanda in nilai:
        while n >= besar:
            hasil, n = hasil + tanda, n - besar
    return hasil


FORMATS = {
    "decimal": str,
    "lowerLetter": letters,
    "upperLetter": lambda n: letters(n).upper(),
    "upperRoman": roman,
    "none": lambda n: "",
}


class Numbering:
    """Word's list counters."""

    def __init__(self, styles: bytes, numbering: bytes) -> None:
        self.styles = {s.get(f"{W}styleId"): s for s in etree.fromstring(styles).iter(f"{W}style")}
        akar = etree.fromstring(numbering)
        abstrak = {a.get(f"{W}abstractNumId"): a for a in akar.iter(f"{W}abstractNum")}
        self.lists = {n.get(f"{W}numId"): abstrak[val(n, "abstractNumId")] for n in akar.iter(f"{W}num")}
        self.counters: dict[str, dict[int, int]] = {}

    def next_number(self, paragraf: Any) -> str:
        """The number of the next paragraph of the document."""
        num_id, level = self._level(paragraf)
        if num_id is None or num_id == "0":
            return ""
        daftar = self.lists[num_id]
        hitung = self.counters.setdefault(daftar.get(f"{W}abstractNumId"), {})
        hitung[level] = hitung.get(level, 0) + 1
        for lain in [tingkat for tingkat in hitung if tingkat > level]:
            del hitung[lain]
        lvl = {int(satu.get(f"{W}ilvl")): satu for satu in daftar.iter(f"{W}lvl")}
        teks = val(lvl[level], "lvlText") or ""
        for tingkat, satu in lvl.items():
            bentuk = FORMATS[val(satu, "numFmt") or "decimal"]
            teks = teks.replace(f"%{tingkat + 1}", bentuk(hitung.get(tingkat, 1)))
        return teks

    def _level(self, paragraf: Any) -> tuple[str | None, int]:
        sendiri = val(paragraf, "pPr/numPr/numId")
        if sendiri is not None:
            return sendiri, int(val(paragraf, "pPr/numPr/ilvl") or 0)
        gaya = val(paragraf, "pPr/pStyle")
        while gaya is not None:
            num_id = val(self.styles[gaya], "pPr/numPr/numId")
            if num_id is not None:
                for lvl in self.lists[num_id].iter(f"{W}lvl"):
                    if val(lvl, "pStyle") == gaya:
                        return num_id, int(lvl.get(f"{W}ilvl"))
                raise AssertionError(f"style {gaya} is bound to no level of list {num_id}")
            gaya = val(self.styles[gaya], "basedOn")
        return None, 0


def read(docx: bytes, part: str = "word/document.xml") -> list[Paragraf]:
    """Every paragraph of a part, in order, tables included."""
    isi = parts(docx)
    nomor = Numbering(isi["word/styles.xml"], isi["word/numbering.xml"])
    akar = etree.fromstring(isi[part])
    return [Paragraf(val(p, "pPr/pStyle") or "", nomor.next_number(p), text_of(p), p) for p in akar.iter(f"{W}p")]


def iter_fields(akar: Any) -> Iterator[tuple[str, str]]:
    """Every complex field: its code and its cached result."""
    kode, hasil, keadaan = "", "", ""
    for satu in akar.iter(f"{W}fldChar", f"{W}instrText", f"{W}t"):
        if satu.tag == f"{W}fldChar":
            keadaan = satu.get(f"{W}fldCharType")
            if keadaan == "begin":
                kode, hasil = "", ""
            elif keadaan == "end":
                yield kode.strip(), hasil
                keadaan = ""
        elif satu.tag == f"{W}instrText":
            kode += satu.text or ""
        elif keadaan == "separate":
            hasil += satu.text or ""
