"""What a Word file's styles and lists make of a paragraph: its style, and the number Word gives it."""

from typing import Any, NamedTuple

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Tingkatan(NamedTuple):
    """A level of a list: the list, the level, the number format, the text with % for the number."""

    daftar: str
    tingkat: int
    bentuk: str
    teks: str


def attribute(element: Any, path: str) -> str | None:
    """Return the w:val at a path such as "w:pPr/w:pStyle", None when it is not there."""
    found = element.find("/".join(W + step.removeprefix("w:") for step in path.split("/")))
    return None if found is None else found.get(f"{W}val")


def text_of(element: Any) -> str:
    """Return the text inside an element."""
    return "".join(satu.text or "" for satu in element.iter(f"{W}t"))


class GayaWord:
    """The styles and lists of one file."""

    def __init__(self, styles: bytes, numbering: bytes) -> None:
        self._gaya = {satu.get(f"{W}styleId"): satu for satu in etree.fromstring(styles).iter(f"{W}style")}
        akar = etree.fromstring(numbering) if numbering else etree.Element("kosong")
        abstrak = {satu.get(f"{W}abstractNumId"): satu for satu in akar.iter(f"{W}abstractNum")}
        self._daftar = {
            satu.get(f"{W}numId"): abstrak.get(attribute(satu, "w:abstractNumId")) for satu in akar.iter(f"{W}num")
        }

    def __contains__(self, gaya: str) -> bool:
        return gaya in self._gaya

    def name(self, gaya: str) -> str:
        """Return the name of a style as Word shows it."""
        return (attribute(self._gaya[gaya], "w:name") if gaya in self._gaya else None) or gaya

    def find_level(self, paragraf: Any) -> Tingkatan | None:
        """Return the list level that a paragraph has from itself or from its style, None without a number."""
        nomor, tingkat, pemilik = None, None, None
        for satu, nama in self._chain(paragraf):
            nomor = nomor or attribute(satu, "w:pPr/w:numPr/w:numId")
            tingkat = tingkat or attribute(satu, "w:pPr/w:numPr/w:ilvl")
            if nomor is not None:
                pemilik = nama
                break
        daftar = self._daftar.get(nomor)
        if nomor is None or daftar is None:
            return None
        # A level bound to the style is meant, whatever w:ilvl says; w:ilvl counts where there is no such bond.
        terikat = [satu for satu in daftar.iter(f"{W}lvl") if pemilik and attribute(satu, "w:pStyle") == pemilik]
        sebut = [satu for satu in daftar.iter(f"{W}lvl") if satu.get(f"{W}ilvl") == (tingkat or "0")]
        for satu in terikat + sebut:
            ilvl = int(satu.get(f"{W}ilvl"))
            teks = (attribute(satu, "w:lvlText") or "").replace(f"%{ilvl + 1}", "%")
            return Tingkatan(nomor, ilvl, attribute(satu, "w:numFmt") or "", teks)
        return None

    def _chain(self, paragraf: Any) -> list[tuple[Any, str | None]]:
        """A paragraph, its style, the style that one is based on, and so on."""
        rantai: list[tuple[Any, str | None]] = [(paragraf, None)]
        gaya = attribute(paragraf, "w:pPr/w:pStyle")
        while gaya in self._gaya and len(rantai) < 20:
            rantai.append((self._gaya[gaya], gaya))
            gaya = attribute(self._gaya[gaya], "w:basedOn")
        return rantai
