"""Signatures that one paragraph holds: lines that Shift+Enter broke, columns that tabs set side by side."""

import re
from collections.abc import Iterable, Iterator, Sequence

from naskah.reading.docx.lines import Larik, names_party
from naskah.reading.docx.paragraphs import Paragraf

_BARIS = re.compile(r"[^\n]+")
_SEL = re.compile(r"[^\t\n]+")
# A signature is short; what is longer only begins with the name of a party.
_TERPANJANG = 600

_Ruas = tuple[int, int]  # from and to, in the paragraph's text


def arrange_signatures(larik: Iterable[Larik]) -> Iterator[Larik]:
    """Yield the lines, those of signatures apart: each below the other, and the columns one after the other."""
    kolom: list[list[Larik]] = []
    for satu in larik:
        paragraf = _sole_paragraph(satu)
        baris = _read_cells(paragraf.cetak) if paragraf else []
        if paragraf is None or not baris or not (_is_head(baris[0], paragraf) or (kolom and "\t" in paragraf.cetak)):
            yield from _close(kolom)
            yield satu
            continue
        for sel in baris:
            if _is_head(sel, paragraf):
                yield from _close(kolom)
                kolom += [[] for _ in sel]
            for letak, (dari, sampai) in _place(sel, len(kolom), paragraf.cetak):
                kolom[letak].append(_cut(paragraf, dari, sampai))
        if "\t" not in paragraf.cetak and "\n" in paragraf.cetak:
            yield from _close(kolom)
    yield from _close(kolom)


def _sole_paragraph(larik: Larik) -> Paragraf | None:
    """The paragraph of a line that is one, short, and divided by tabs or breaks."""
    if larik.sel or larik.nomor or len(larik.ruas) != 1:
        return None
    paragraf = larik.ruas[0].paragraf
    terbagi = "\t" in paragraf.cetak.strip(" \n") or "\n" in paragraf.cetak.strip()
    return paragraf if terbagi and len(paragraf.cetak) <= _TERPANJANG else None


def _read_cells(teks: str) -> list[list[_Ruas]]:
    baris = []
    for satu in _BARIS.finditer(teks):
        sel = [c.span() for c in _SEL.finditer(teks, satu.start(), satu.end()) if c[0].strip()]
        if sel:
            baris.append(sel)
    return baris


def _is_head(sel: Sequence[_Ruas], paragraf: Paragraf) -> bool:
    return all(names_party(paragraf.cetak[dari:sampai]) for dari, sampai in sel)


def _place(sel: Sequence[_Ruas], kolom: int, teks: str) -> Iterator[tuple[int, _Ruas]]:
    """Yield cells with their columns; a single cell behind tabs stands in the last one."""
    if len(sel) == 1 and kolom > 1 and teks[: sel[0][0]].rpartition("\n")[2].strip(" "):
        yield kolom - 1, sel[0]
        return
    for letak, ruas in enumerate(sel):
        yield min(letak, kolom - 1), ruas


def _cut(paragraf: Paragraf, dari: int, sampai: int) -> Larik:
    larik = Larik()
    larik.add_part(paragraf, dari, sampai)
    return larik


def _close(kolom: list[list[Larik]]) -> Iterator[Larik]:
    """Yield the lines of the columns, and forget these."""
    for satu in kolom:
        yield from satu
    kolom.clear()
