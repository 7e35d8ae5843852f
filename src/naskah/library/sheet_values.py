"""What a row of a sheet holds, whatever kind of file it came from."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal, NamedTuple, Union


@dataclass(frozen=True, slots=True)
class Rusak:
    """A cell whose value is not to be relied on: a formula, an error of Excel, or merged over columns.

    `nilai` is what the cell shows all the same: the result last computed, the error, the value of the first cell.
    """

    sel: str  # "B7"
    jenis: Literal["rumus", "galat", "gabungan"]
    sebab: str  # the rest of a sentence that begins with the cell
    nilai: "Nilai" = None

    @property
    def pesan(self) -> str:
        """What is wrong and what to do: "sel B7 berisi rumus; ..."."""
        return f"sel {self.sel} {self.sebab}"


Nilai = Union[str, int, float, bool, date, datetime, time, timedelta, Rusak, None]  # noqa: UP007 (Rusak names it)


class BarisData(NamedTuple):
    """One row: its number as the spreadsheet shows it, and its cells from the first column on."""

    nomor: int
    nilai: tuple[Nilai, ...]


# Excel keeps fifteen digits of a number; the rest of a NIP or an account number is gone.
_ANGKA_PASTI = 10**15
DIBULATKAN = (
    "berisi bilangan lebih dari 15 angka, yang dibulatkan oleh Excel; ubah format selnya menjadi Teks, lalu tulis ulang"
)


def is_rounded(nilai: Nilai) -> bool:
    """Whether a cell holds a number that Excel cannot keep whole."""
    return isinstance(nilai, int | float) and abs(nilai) >= _ANGKA_PASTI


def shorten(teks: str, panjang: int = 60) -> str:
    """The beginning of a text that a message repeats."""
    return teks if len(teks) <= panjang else f"{teks[:panjang]}..."


def is_blank(nilai: Nilai) -> bool:
    """Whether a cell holds nothing but white space."""
    return nilai is None or (isinstance(nilai, str) and not nilai.strip())


def name_column(kolom: int) -> str:
    """The letters of a column by its number from 1: A, B, ..., Z, AA."""
    huruf = ""
    while kolom:
        kolom, sisa = divmod(kolom - 1, 26)
        huruf = chr(ord("A") + sisa) + huruf
    return huruf


def name_cell(baris: int, kolom: int) -> str:
    """ "F12"."""
    return f"{name_column(kolom)}{baris}"


# Day 1 of Excel is 1-1-1900, and it counts a 29-2-1900 that never was: right from 1-3-1900 on.
_HARI_NOL = date(1899, 12, 30)


def from_serial(nilai: int) -> date:
    """Return the day that a workbook keeps as this number."""
    return _HARI_NOL + timedelta(days=nilai)
