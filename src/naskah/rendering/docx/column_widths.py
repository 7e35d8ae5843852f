"""Widths of a table's columns: no word is cut where it can be helped, and rows become as low as they can.

Widths are known before Word sees the table, so that it looks the same in every program and never grows off the page.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

# Bookman Light in thousandths of the size; capitals in the bold face of a heading are a little wider.
_LEBAR = dict(
    zip(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ .,;:()-/",
        (580, 620, 520, 620, 520, 320, 540, 660, 300, 300, 620, 300, 940, 660, 560, 620, 580, 440, 520, 380, 680, 520,
         780, 560, 540, 480, 680, 740, 740, 800, 720, 640, 800, 800, 340, 600, 720, 600, 920, 740, 800, 620, 820, 720,
         660, 620, 780, 700, 960, 720, 640, 640, 320, 320, 320, 320, 320, 300, 300, 400, 600),
        strict=True,
    )
)  # fmt: skip
_LAIN = 640
_TEBAL = 1.07
# The mean of running text: exact enough to share out the width, and one multiplication.
_RATA_RATA = 0.54
# A word longer than this share of the table is an address or a mistake, and may be cut.
_TERLEBAR = 0.15
TWIP = 20  # to the point
_SATUAN = 1000
_SELA = 30  # twips for the lines of the table, which programs take from the text


@dataclass(slots=True)
class Kolom:
    """What the cells of one column hold. Lengths are in letters, `kata` in ems."""

    tetap: bool = False  # just as wide as its longest word
    kata: float = 0.0
    _terpanjang: int = 0
    _kuadrat: float = 0.0
    _isi: int = field(default=0)

    def add_heading(self, teks: str) -> None:
        """A heading, in bold capitals."""
        self.kata = max(self.kata, *(measure(kata) * _TEBAL for kata in teks.split()))

    def add(self, teks: Sequence[str], bagian: float = 1.0) -> None:
        """The paragraphs of one cell; `bagian` is the share of a row in a cell that runs down several rows."""
        panjang = 0
        for satu in teks:
            panjang += len(satu)
            # Most texts have no longer word than those before: only those that might are measured.
            kata = max(satu.replace("-", "- ").split(), key=len, default="")
            if len(kata) >= self._terpanjang - 2:
                self.kata = max(self.kata, measure(kata))
                self._terpanjang = max(self._terpanjang, len(kata))
        self._kuadrat += (panjang * bagian) ** 2
        self._isi += 1

    @property
    def panjang(self) -> float:
        """The length that counts: long cells decide how high rows become, so the root of the mean square."""
        return 0.0 if self.tetap or not self._isi else math.sqrt(self._kuadrat / self._isi)


@lru_cache(maxsize=4096)
def measure(teks: str) -> float:
    """The width of a text in ems."""
    return sum(_LEBAR.get(huruf, _LAIN) for huruf in teks) / 1000


def narrowest(kolom: Sequence[Kolom], lebar: int, ukuran: float, tepi: int) -> list[float]:
    """The least width of each column in twips, at a size in points, with `tepi` twips beside the text in all."""
    return [min(satu.kata * ukuran * TWIP, lebar * _TERLEBAR) + tepi + _SELA for satu in kolom]


def share_width(kolom: Sequence[Kolom], lebar: int, ukuran: float, tepi: int) -> list[int]:
    """Share `lebar` twips out: each column holds its longest word, and beyond that all need as many lines.

    Where even the words do not fit, the columns of the longest words give way.
    """
    paling_sempit = narrowest(kolom, lebar, ukuran, tepi)
    if sum(paling_sempit) >= lebar:
        batas = _solve(lambda b: sum(min(satu, b) for satu in paling_sempit) <= lebar)
        return _round([min(satu, batas) for satu in paling_sempit], lebar)
    isi = [satu.panjang * _RATA_RATA * ukuran * TWIP for satu in kolom]
    # So many thousandths of its text stand in one line of a column, the same in all: as many as fit.
    bagian = _solve(
        lambda b: sum(max(s, i * b / _SATUAN + tepi) for s, i in zip(paling_sempit, isi, strict=True)) <= lebar
    )
    hasil = [max(s, i * bagian / _SATUAN + tepi) for s, i in zip(paling_sempit, isi, strict=True)]
    sisa = lebar - sum(hasil)
    lentur = [not satu.tetap for satu in kolom]
    return _round([h + sisa / max(1, sum(lentur)) * b for h, b in zip(hasil, lentur, strict=True)], lebar)


def _solve(cukup: Callable[[float], bool]) -> float:
    """The largest number, up to a million, for which it still fits; by halving."""
    bawah, atas = 0.0, 1e6
    for _ in range(60):
        tengah = (bawah + atas) / 2
        bawah, atas = (tengah, atas) if cukup(tengah) else (bawah, tengah)
    return bawah


def _round(lebar: Sequence[float], jumlah: int) -> list[int]:
    """Whole twips that add up."""
    hasil = [int(satu) for satu in lebar]
    hasil[-1] += jumlah - sum(hasil)
    return hasil


def count_lines(teks: Sequence[str], lebar: float, ukuran: float) -> int:
    """About how many lines the paragraphs of a cell take in `lebar` twips; rather too many than too few."""
    huruf = max(1.0, lebar / (ukuran * TWIP * _RATA_RATA) - 3)
    return sum(1 + int(len(satu) / huruf) for satu in teks)
