"""What a timeline shows: agreements, the states they go through, and what must be done by when."""

from datetime import date, timedelta
from typing import NamedTuple


class Masa(NamedTuple):
    """A state and the days on which it holds: [dari, sampai)."""

    dari: date
    sampai: date | None  # None: no end
    keadaan: str  # a state of `registry.state.Status`
    selesai: bool = False  # no longer in force


class TandaAdendum(NamedTuple):
    """An adendum, on its first day in effect."""

    tanggal: date
    urutan: int  # 1: Adendum Kesatu


class TandaTenggat(NamedTuple):
    """A deadline that is open on the day the timeline shows."""

    tanggal: date
    sebutan: str  # what must be done, as people read it
    lewat: bool  # overdue on that day


class BarisLinimasa(NamedTuple):
    """One agreement; `masa` without the time before its signing, in order."""

    id: str
    judul: str
    pihak: tuple[str, ...]
    keadaan: str  # on the day the timeline shows
    masa: tuple[Masa, ...]
    adendum: tuple[TandaAdendum, ...]
    tenggat: tuple[TandaTenggat, ...]

    @property
    def hari_terakhir(self) -> date | None:
        """The last day in force; None: no end, or never in force."""
        berlaku = [masa for masa in self.masa if not masa.selesai]
        if not berlaku or berlaku[-1].sampai is None:
            return None
        return berlaku[-1].sampai - timedelta(days=1)


class Linimasa(NamedTuple):
    """The whole chart: from the first day of year `dari` to the last day of year `sampai`."""

    pada: date
    dari: int
    sampai: int
    baris: tuple[BarisLinimasa, ...]
    saringan: str = ""  # what was asked for, as people read it; empty: all agreements
