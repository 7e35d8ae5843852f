"""Days typed as text that may be read in two ways: a sheet from elsewhere puts the month first.

One row does not tell: "03/04/2026" is right in one sheet and a month off in another. Its column does.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Literal, NamedTuple

from naskah.library.sheet_values import Nilai

_ANGKA = re.compile(r"\s*(\d{1,2})([/.-])(\d{1,2})\2\d{4}\s*")

Sebab = Literal["rancu", "bulan-dahulu", "hari-excel"]


class Ragu(NamedTuple):
    """A day in doubt: its column, why, and what is typed."""

    judul: str
    sebab: Sebab
    teks: str


def find_doubt(judul: str, nilai: Nilai, hari_excel: range) -> Ragu | None:
    """What is doubtful in a cell of a column of days; only text is, for a sheet knows its own dates."""
    if not isinstance(nilai, str):
        return None
    teks = nilai.strip()
    if teks.isascii() and teks.isdecimal():
        return Ragu(judul, "hari-excel", teks) if int(teks[:9]) in hari_excel else None
    cocok = _ANGKA.fullmatch(teks)
    if cocok is None:
        return None
    kiri, kanan = int(cocok[1]), int(cocok[3])
    if kiri > 12 or kiri == kanan:
        return None
    return Ragu(judul, "bulan-dahulu" if kanan > 12 else "rancu", teks)


class Keraguan:
    """The doubtful days of a batch, column by column."""

    def __init__(self) -> None:
        self._rancu: dict[str, dict[int, str]] = defaultdict(dict)
        self._bulan_dahulu: dict[str, int] = {}
        self.serials: dict[str, list[int]] = defaultdict(list)  # rows with a bare number of days, by column

    def add(self, nomor: int, ragu: Ragu) -> None:
        """Keep a doubtful day of row `nomor`."""
        if ragu.sebab == "rancu":
            self._rancu[ragu.judul][nomor] = ragu.teks
        elif ragu.sebab == "bulan-dahulu":
            self._bulan_dahulu.setdefault(ragu.judul, nomor)
        else:
            self.serials[ragu.judul].append(nomor)

    def iter_faults(self) -> Iterator[tuple[int, str, str]]:
        """Row, column and sentence of every day that is ambiguous in a column where others put the month first."""
        for judul, bukti in self._bulan_dahulu.items():
            for nomor, teks in self._rancu[judul].items():
                pesan = (
                    f"{teks!r} dapat dibaca dengan dua cara, dan baris {bukti} pada kolom ini menulis bulan lebih "
                    "dahulu; tulis bulannya dengan huruf, misalnya 3 April 2026"
                )
                yield nomor, judul, pesan


def explain_serial(judul: str) -> str:
    """What is said of a column with bare numbers of days."""
    return (
        f"kolom {judul!r} memuat bilangan hari Excel (45776 dibaca 29 April 2025); periksa tanggal pada hasilnya, atau "
        "ubah format kolom itu menjadi tanggal lalu simpan ulang"
    )
