"""What a Word file's styles and lists make of a paragraph: its style, and the number Word gives it."""

from collections.abc import Iterable
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


def _first(semua: Iterable[str | None]) -> str | None:
    return next((satu for satu in semua if satu is not None), None)


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

    def find_level(self, paragraf: Any) -> Tingkatan | None:
        """Return the list level that a paragraph has from itself or from its styles, None without a number.

        List and level are inherited apart from each other (ISO 29500 17.3.1.19).
        """
        rantai = self._chain(paragraf)
        nomor = _first(attribute(satu, "w:pPr/w:numPr/w:numId") for satu, _ in rantai)
        daftar = self._daftar.get(nomor)
        if nomor is None or daftar is None:
            return None
        tingkat = {ilvl: satu for satu in daftar.iter(f"{W}lvl") if (ilvl := satu.get(f"{W}ilvl", "")).isdecimal()}
        terikat = {gaya: ilvl for ilvl, satu in tingkat.items() if (gaya := attribute(satu, "w:pStyle"))}
        # The nearest that tells: a style that a level names is of that level, whatever w:ilvl it states itself.
        sebut = (terikat.get(gaya or "") or attribute(satu, "w:pPr/w:numPr/w:ilvl") for satu, gaya in rantai)
        ilvl = _first(sebut) or "0"
        if ilvl not in tingkat:
            return None
        # A no-break space between "Pasal" and its number is as good as any.
        teks = (attribute(tingkat[ilvl], "w:lvlText") or "").replace(f"%{int(ilvl) + 1}", "%").replace("\u00a0", " ")
        return Tingkatan(nomor, int(ilvl), attribute(tingkat[ilvl], "w:numFmt") or "", teks)

    def _chain(self, paragraf: Any) -> list[tuple[Any, str | None]]:
        """A paragraph, its style, the style that one is based on, and so on."""
        rantai: list[tuple[Any, str | None]] = [(paragraf, None)]
        gaya = attribute(paragraf, "w:pPr/w:pStyle")
        while gaya in self._gaya and len(rantai) < 20:
            rantai.append((self._gaya[gaya], gaya))
            gaya = attribute(self._gaya[gaya], "w:basedOn")
        return rantai
