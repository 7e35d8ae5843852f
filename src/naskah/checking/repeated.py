"""Checking many documents that say mostly the same: what was read and found in a part is not sought again."""

from collections.abc import Iterable
from typing import Any

from naskah.checking.context import Konteks
from naskah.checking.finding import Temuan
from naskah.checking.rule import Aturan
from naskah.checking.run import order
from naskah.reading.parts import Bagian

# Documents of one batch share nearly all their parts; of what differs, only so many are remembered.
_INGATAN = 5_000


class Penyaring:
    """Runs rules over assembled documents one after the other; rules on single parts run once for each part."""

    def __init__(self, aturan: Iterable[Aturan]) -> None:
        semua = list(aturan)
        self._per_bagian = [satu for satu in semua if satu.per_bagian]
        self._menyeluruh = [satu for satu in semua if not satu.per_bagian]
        self._memo: dict[object, dict[object, tuple[Any, ...]]] = {}

    def find(self, konteks: Konteks) -> list[Temuan]:
        """Return the findings in a document: the same as those of a check of it alone."""
        lokal = [temuan for bagian in konteks.bagian for temuan in self._find_in(bagian, konteks)]
        berlaku = (satu for satu in self._menyeluruh if satu.judges(konteks.bacaan.jenis))
        semua = [*lokal, *(temuan for satu in berlaku for temuan in satu.find(konteks))]
        return order(semua, konteks) if semua else semua

    def _find_in(self, bagian: Bagian, konteks: Konteks) -> tuple[Temuan, ...]:
        jenis = konteks.bacaan.jenis
        if len(self._memo) >= _INGATAN:
            self._memo.clear()
        bagian.share(self._memo.setdefault((jenis, bagian.letak, bagian.peran, bagian.isi), {}))
        if self not in bagian.memo:
            sendiri = konteks.narrow([bagian])
            berlaku = (satu for satu in self._per_bagian if satu.judges(jenis))
            bagian.memo[self] = tuple(temuan for satu in berlaku for temuan in satu.find(sendiri))
        return bagian.memo[self]
