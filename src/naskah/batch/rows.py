"""A row of a sheet, whatever kind of file it came from."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import NamedTuple

from naskah.model.galat import NaskahError

# What a run may take; a longer sheet is refused as soon as this row is met.
BARIS_MAKSIMUM = 250_000


@dataclass(frozen=True, slots=True)
class Rusak:
    """A cell whose value cannot be used; `pesan` says why and what to do."""

    sel: str
    pesan: str


Nilai = str | int | float | bool | date | datetime | time | Rusak | None


class BarisData(NamedTuple):
    """One row: its number as the spreadsheet shows it, and its cells from the first column on."""

    nomor: int
    nilai: tuple[Nilai, ...]


class LembarError(NaskahError):
    """The sheet as a whole cannot be used."""


def column_letters(indeks: int) -> str:
    """The name of a column by its place from 0: A, B, ..., Z, AA."""
    huruf = ""
    indeks += 1
    while indeks:
        indeks, sisa = divmod(indeks - 1, 26)
        huruf = chr(65 + sisa) + huruf
    return huruf


def is_blank(nilai: Nilai) -> bool:
    """Whether a cell holds nothing but white space."""
    return nilai is None or (isinstance(nilai, str) and not nilai.strip())
