"""Merged cells: which cell stands for another, and rows with the merged values filled in."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from naskah.library.sheet_values import BarisData, Nilai, Rusak, is_blank, name_cell

# A table that is wider than this is no table for people; a merge across the whole sheet costs no more.
KOLOM_GABUNGAN = 1_000


class Daerah(NamedTuple):
    """A merged range: rows and columns from 1, both ends included."""

    atas: int
    kiri: int
    bawah: int
    kanan: int


class Gabungan:
    """The merged ranges of a sheet. Rows and columns count from 1."""

    def __init__(self, daerah: Iterable[Daerah]) -> None:
        self._semua = sorted({satu for satu in daerah if satu.kiri <= KOLOM_GABUNGAN})
        self._menurut_kiri: dict[int, list[Daerah]] = {}
        for satu in self._semua:
            self._menurut_kiri.setdefault(satu.kiri, []).append(satu)

    def find(self, baris: int, kolom: int) -> tuple[int, int] | None:
        """The first cell of the range that covers this cell; None for a cell that is its own."""
        for kiri, semua in self._menurut_kiri.items():
            letak = bisect_right(semua, baris, key=lambda satu: satu.atas) - 1
            if kiri > kolom or letak < 0:
                continue
            satu = semua[letak]
            if satu.bawah >= baris and satu.kanan >= kolom and (satu.atas, kiri) != (baris, kolom):
                return satu.atas, kiri
        return None

    def fill(self, semua: Iterable[BarisData]) -> Iterator[BarisData]:
        """The rows with what is merged into them; they must come in order. A row with nothing of its own is left out.

        A range gives its value to its first column. In the others it is `Rusak`: nobody can tell which it is for.
        """
        menunggu = self._semua[::-1]
        terbuka: list[tuple[Daerah, Nilai]] = []
        for baris in semua:
            nomor, nilai = baris
            terbuka = [satu for satu in terbuka if satu[0].bawah >= nomor]
            while menunggu and menunggu[-1].atas <= nomor:
                daerah = menunggu.pop()
                if daerah.bawah >= nomor:
                    ada = daerah.atas == nomor and daerah.kiri <= len(nilai)
                    terbuka.append((daerah, nilai[daerah.kiri - 1] if ada else None))
                    if len(terbuka) > KOLOM_GABUNGAN:
                        raise ValueError("merged ranges overlap")
            if not terbuka:
                yield baris
            elif not all(map(is_blank, nilai)):
                yield BarisData(nomor, _fill(nomor, nilai, terbuka))


def _fill(nomor: int, nilai: tuple[Nilai, ...], terbuka: Iterable[tuple[Daerah, Nilai]]) -> tuple[Nilai, ...]:
    baru = list(nilai)
    for daerah, isi in terbuka:
        kanan = min(daerah.kanan, KOLOM_GABUNGAN)
        baru += [None] * (kanan - len(baru))
        baru[daerah.kiri - 1] = isi
        for kolom in range(daerah.kiri + 1, kanan + 1):
            baru[kolom - 1] = None if is_blank(isi) else _refuse(daerah, nomor, kolom, isi)
    return tuple(baru)


def _refuse(daerah: Daerah, nomor: int, kolom: int, isi: Nilai) -> Rusak:
    rentang = f"{name_cell(daerah.atas, daerah.kiri)}:{name_cell(daerah.bawah, daerah.kanan)}"
    sebab = f"digabung melintasi kolom ({rentang}); pisahkan, lalu isi setiap kolomnya"
    return Rusak(name_cell(nomor, kolom), "gabungan", sebab, isi)
