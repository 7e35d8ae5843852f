"""Signatures that stand side by side: lines of two or more columns, far apart."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from naskah.reading.text.lines import Baris

_JARAK = re.compile(r" {3,}| *\t[ \t]*")
_SEBUTAN = re.compile(r"PIHAK\b", re.IGNORECASE)
# Blank lines for a seal, then the names.
_BLOK_TERJAUH = 2


@dataclass(frozen=True, slots=True)
class _Kolom:
    awal: int
    akhir: int
    teks: str

    @property
    def tengah(self) -> float:
        return (self.awal + self.akhir) / 2


def find_columns(baris: Sequence[Baris]) -> dict[int, tuple[str, ...]]:
    """Return the cells of the lines that stand side by side, by the line's place in `baris`."""
    hasil: dict[int, tuple[str, ...]] = {}
    i = 0
    while i < len(baris):
        kepala = _columns(baris[i])
        if len(kepala) < 2 or not all(_SEBUTAN.match(satu.teks) and satu.teks.isupper() for satu in kepala):
            i += 1
            continue
        blok, sebelum = 0, baris[i].blok
        for j in _iter_block(baris, i):
            if baris[j].blok != sebelum:
                blok, sebelum = blok + 1, baris[j].blok
            if blok > 1 or (blok and not baris[j].kapital):
                break
            hasil[j] = _place(_columns(baris[j]), kepala)
            i = j
        i += 1
    return hasil


def _iter_block(baris: Sequence[Baris], awal: int) -> Iterator[int]:
    """Yield the lines that belong to a row of signatures: capitals, in at most two blocks."""
    for j in range(awal, len(baris)):
        satu = baris[j]
        # The lines for the seal are blank: blocks are counted with them.
        if j > awal and (satu.lekuk == 0 and len(_columns(satu)) < 2 or not satu.kapital):
            return
        if j > awal and len(_columns(satu)) > 1 and _SEBUTAN.match(_columns(satu)[0].teks):
            return
        if j > awal and len(_columns(satu)) == 1 and _SEBUTAN.match(satu.teks):
            return
        yield j


def _columns(baris: Baris) -> list[_Kolom]:
    mentah = baris.mentah.rstrip()
    hasil: list[_Kolom] = []
    awal = len(mentah) - len(mentah.lstrip(" "))
    for cocok in [*_JARAK.finditer(mentah, awal), None]:
        akhir = cocok.start() if cocok else len(mentah)
        hasil.append(_Kolom(awal, akhir, mentah[awal:akhir]))
        awal = cocok.end() if cocok else akhir
    return hasil


def _place(kolom: Sequence[_Kolom], kepala: Sequence[_Kolom]) -> tuple[str, ...]:
    if len(kolom) == len(kepala):
        return tuple(satu.teks for satu in kolom)
    sel = [""] * len(kepala)
    for satu in kolom:
        letak = min(range(len(kepala)), key=lambda n: abs(kepala[n].tengah - satu.tengah))
        sel[letak] = f"{sel[letak]} {satu.teks}".strip()
    return tuple(sel)
