"""Adenda to one parent: each builds on the one before it, so they go to one worker together, by their signing.

Rows are put aside on disk while the sheet is read, since the next adendum to a parent may stand in its last row.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from naskah.batch.spool import Gulungan
from naskah.library.sheet_values import BarisData
from naskah.model.galat import Galat, NaskahError

# One after the other each is put together from all before it, and its recital names them all.
BERUNTUN_TERBANYAK = 100


class Asal(NamedTuple):
    """What a row says of its place among others: its parent, and the day of its signing (date.min: unreadable)."""

    induk: str
    tanggal: date


class Potong(NamedTuple):
    """Rows for a worker, in the order in which they are made; and for a row that builds on another, which."""

    baris: list[BarisData]
    sebelum: dict[int, int]


def chunk_by_parent(
    semua: Iterable[BarisData],
    find_asal: Callable[[BarisData], Asal | None],
    fault: Callable[[int, str], Galat],
    gulungan: Gulungan,
    besar: int,
) -> Iterator[Potong]:
    """The rows of a sheet in chunks of about `besar`, those to one parent together: by date, then as in the sheet.

    NaskahError: more than BERUNTUN_TERBANYAK rows to one parent.
    """
    milik: dict[object, tuple[int, ...]] = {}
    for baris in semua:
        asal = find_asal(baris)
        # The hash stands for the text, as in Kembaran; a row without a parent stands by itself.
        kunci = ("tanpa induk", baris.nomor) if asal is None else hash(asal.induk)
        milik[kunci] = (*milik.get(kunci, ()), gulungan.add((asal, baris)))
        if asal is not None and len(milik[kunci]) > BERUNTUN_TERBANYAK:
            pesan = f"ada lebih dari {BERUNTUN_TERBANYAK} adendum atas {asal.induk!r}; bagi menjadi beberapa berkas"
            raise NaskahError(fault(baris.nomor, pesan))
    potong = Potong([], {})
    for letak in milik.values():
        kelompok: list[tuple[Asal, BarisData]] = [gulungan.read_at(satu) for satu in letak]
        if len(kelompok) > 1:
            kelompok.sort(key=lambda satu: satu[0].tanggal)
        nomor = [baris.nomor for _, baris in kelompok]
        potong.sebelum.update(zip(nomor[1:], nomor, strict=False))
        potong.baris.extend(baris for _, baris in kelompok)
        if len(potong.baris) >= besar:
            yield potong
            potong = Potong([], {})
    if potong.baris:
        yield potong


class Beruntun:
    """What a worker keeps of the rows of its chunk that others build on."""

    def __init__(self, sebelum: Mapping[int, int]) -> None:
        self._sebelum, self._ditunggu = sebelum, set(sebelum.values())
        self._jadi: dict[int, tuple[Any, ...]] = {}

    def find(self, nomor: int) -> tuple[Any, ...]:
        """What the rows before row `nomor` came to, in order. NaskahError: one of them failed."""
        sebelum = self._sebelum.get(nomor)
        if sebelum is None:
            return ()
        if sebelum not in self._jadi:
            raise NaskahError(Galat(explain_wait(sebelum)))
        return self._jadi[sebelum]

    def add(self, nomor: int, make: Callable[[], Any]) -> None:
        """Keep what row `nomor` came to, if another waits for it."""
        if nomor in self._ditunggu:
            self._jadi[nomor] = (*self.find(nomor), make())


def explain_wait(sebelum: int) -> str:
    """Why a row cannot be made whose adendum follows on that of row `sebelum`."""
    return f"adendum ini menyusul adendum pada baris {sebelum}, yang belum dapat disusun; perbaiki baris itu dahulu"
