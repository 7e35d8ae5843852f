"""The state before each event of a life, kept so that one more event recounts only what comes after it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from naskah.registry.lifecycle import kinds
from naskah.registry.lifecycle.endings import iter_akhir, last_day
from naskah.registry.lifecycle.kinds import JENIS_KEJADIAN, Kejadian
from naskah.registry.periods import Bahan, compute_babak, move_kahar
from naskah.registry.state import Babak, Status, compute_status

# The events that move the state; all others leave what comes after them as it was.
PENGGERAK = frozenset({kinds.KAHAR_TERJADI, kinds.KAHAR_BERAKHIR, kinds.DIAKHIRI, kinds.DIGANTIKAN})


class _Langkah(NamedTuple):
    """Where a life stands: what is known of it, and how many of its stages have begun."""

    babak: Babak | None = None
    tahap: int = 0


class Perjalanan:
    """The events of an agreement in the order of their days, each with the state in which it finds it.

    Raises:
        NaskahError: two terms, or one that cannot be computed.
    """

    def __init__(self, bahan: Bahan) -> None:
        self.kejadian = list(bahan.kejadian)
        self.bahan = bahan._replace(kejadian=self.kejadian)
        # The signing and the adenda; what the events do comes on top.
        self._tahap = compute_babak(bahan._replace(kejadian=()))
        self._hari = [satu.dari for satu in self._tahap]
        self._kunci = [_key(satu) for satu in self.kejadian]
        self._sesudah: list[_Langkah] = []
        self._walk(0)

    def insert(self, kejadian: Kejadian) -> int:
        """Add an event in its place; returns the place."""
        letak = bisect_left(self._kunci, _key(kejadian))
        self.kejadian.insert(letak, kejadian)
        self._kunci.insert(letak, _key(kejadian))
        sesudah = _apply(self._before(letak), kejadian)
        self._sesudah.insert(letak, sesudah)
        if kejadian.jenis in PENGGERAK:
            self._walk(letak + 1)
        return letak

    def remove(self, letak: int) -> None:
        """Take the event at a place out again."""
        kejadian = self.kejadian.pop(letak)
        del self._kunci[letak], self._sesudah[letak]
        if kejadian.jenis in PENGGERAK:
            self._walk(letak)

    def find(self, tanggal: str, urutan: int) -> int:
        """Return the place of an event that is among them."""
        return bisect_left(self._kunci, (tanggal, urutan))

    def babak_before(self, letak: int) -> Babak | None:
        """Return what is known of the agreement on the day of an event, as if it had not happened."""
        return self._before(letak).babak

    def status_before(self, letak: int) -> Status:
        """Return the state on the day of an event, as if it had not happened."""
        hari = date.fromisoformat(self.kejadian[letak].tanggal)
        return compute_status(hari, self._before(letak).babak)[0]

    def iter_impossible(self, dari: int = 0) -> Iterator[tuple[Kejadian, Status]]:
        """Yield the events that cannot happen in the state before them, each with that state."""
        for i in range(dari, len(self.kejadian)):
            status = self.status_before(i)
            if status not in JENIS_KEJADIAN[self.kejadian[i].jenis].boleh:
                yield self.kejadian[i], status

    def _walk(self, dari: int) -> None:
        del self._sesudah[dari:]
        for i in range(dari, len(self.kejadian)):
            self._sesudah.append(_apply(self._before(i), self.kejadian[i]))

    def _before(self, letak: int) -> _Langkah:
        """Where the life stands on the day of an event: stages that begin on that day have begun."""
        lalu = self._sesudah[letak - 1] if letak else _Langkah()
        tahap = bisect_right(self._hari, date.fromisoformat(self.kejadian[letak].tanggal))
        if tahap <= lalu.tahap:
            return lalu
        return _Langkah(self._tahap[tahap - 1]._replace(kahar=lalu.babak.kahar if lalu.babak else None), tahap)


def _apply(langkah: _Langkah, kejadian: Kejadian) -> _Langkah:
    babak = langkah.babak
    if babak is None or kejadian.jenis not in PENGGERAK:
        return langkah
    if kejadian.jenis in (kinds.KAHAR_TERJADI, kinds.KAHAR_BERAKHIR):
        return langkah._replace(babak=move_kahar(babak, kejadian))
    (akhir,) = iter_akhir([kejadian])
    selesai = babak._replace(akhir=last_day(akhir, babak.akhir), selesai=akhir.status, sebab=akhir.sebab)
    return langkah._replace(babak=selesai)


def _key(kejadian: Kejadian) -> tuple[str, int]:
    return kejadian.tanggal, kejadian.urutan
