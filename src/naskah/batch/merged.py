"""Merged cells: openpyxl's streaming reader does not know them, so they are found in the sheet's XML first."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from naskah.batch.rows import Nilai, Rusak, column_letters, is_blank

_GABUNG = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_POTONG = 1 << 20
_EKOR = 200  # bytes: longer than any such element


class Daerah(NamedTuple):
    """A merged range: rows from 1, columns from 0, both ends included."""

    atas: int
    kiri: int
    bawah: int
    kanan: int


def find_merged(lembar: Any) -> list[Daerah]:
    """The merged ranges of an openpyxl read-only sheet, from top to bottom. They stand after its rows."""
    hasil: set[Daerah] = set()
    ekor = b""
    with lembar._get_source() as sumber:
        while potong := sumber.read(_POTONG):
            isi = ekor + potong
            if b"mergeCell" in isi:
                hasil.update(_read_ranges(isi))
            ekor = isi[-_EKOR:]
    return sorted(hasil)


def _read_ranges(isi: bytes) -> Iterator[Daerah]:
    for kiri, atas, kanan, bawah in _GABUNG.findall(isi):
        yield Daerah(int(atas), _column(kiri), int(bawah), _column(kanan))


def _column(huruf: bytes) -> int:
    nilai = 0
    for satu in huruf:
        nilai = nilai * 26 + satu - 64
    return nilai - 1


class Gabungan:
    """Gives each row of a merged range the value of its first cell, row after row."""

    def __init__(self, daerah: Iterable[Daerah]) -> None:
        self._menunggu = sorted(daerah, reverse=True)
        self._terbuka: list[tuple[Daerah, Nilai]] = []

    def fill(self, nomor: int, nilai: tuple[Nilai, ...]) -> tuple[Nilai, ...]:
        """The cells of row `nomor` with what is merged into them. Rows must come in their order."""
        while self._menunggu and self._menunggu[-1].atas <= nomor:
            daerah = self._menunggu.pop()
            if daerah.bawah >= nomor:
                isi = nilai[daerah.kiri] if daerah.kiri < len(nilai) else None
                self._terbuka.append((daerah, isi))
        if not self._terbuka:
            return nilai
        baru = list(nilai)
        for daerah, isi in self._terbuka:
            baru += [None] * (daerah.kanan + 1 - len(baru))
            baru[daerah.kiri] = isi
            for kolom in range(daerah.kiri + 1, daerah.kanan + 1):
                baru[kolom] = None if is_blank(isi) else self._explain(daerah, nomor, kolom)
        self._terbuka = [(d, isi) for d, isi in self._terbuka if d.bawah > nomor]
        return tuple(baru)

    @staticmethod
    def _explain(daerah: Daerah, nomor: int, kolom: int) -> Rusak:
        nama = f"{column_letters(kolom)}{nomor}"
        rentang = f"{column_letters(daerah.kiri)}{daerah.atas}:{column_letters(daerah.kanan)}{daerah.bawah}"
        return Rusak(nama, f"sel {rentang} digabung melintasi kolom; pisahkan, lalu isi setiap kolomnya")
