"""Alerts that belong together: what is due of one agreement, on one date, of one kind, is one thing to look at."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from naskah.alerting.levels import JAUH, find_tingkat
from naskah.registry.alerts import Peringatan, Pokok

_DISEBUT = 3  # how many of many are named


class Kelompok(NamedTuple):
    """The alerts of one agreement, date and kind; most groups have one."""

    butir: tuple[Peringatan, ...]
    tingkat: int = JAUH
    perjanjian: Pokok = Pokok("")

    @property
    def pokok(self) -> Peringatan:
        """The first, for all that they have in common."""
        return self.butir[0]

    @property
    def sebutan(self) -> str:
        """The kind of deadline and what it is about, unless that is too much to say; how many there are of it."""
        jenis = f"{self.pokok.jenis} ({len(self.butir)} butir)" if len(self.butir) > 1 else self.pokok.jenis
        return f"{jenis}: {self._hal}" if self._hal and not self.rincian else jenis

    @property
    def rincian(self) -> str:
        """What it is about, where that is too much for a heading; otherwise empty."""
        return self._hal if len(self.butir) > _DISEBUT else ""

    @property
    def sementara(self) -> bool:
        """Whether the holidays that decide one of them are not decreed yet."""
        return any(satu.sementara for satu in self.butir)

    @property
    def sumber(self) -> str:
        """Where the agreement says so."""
        return name_some([satu.sumber for satu in self.butir])

    @property
    def akibat(self) -> str:
        """What happens when nothing is done; empty when nothing is said of it."""
        return name_some([satu.akibat for satu in self.butir if satu.akibat])

    @property
    def _hal(self) -> str:
        # Where the kind does not say it already.
        return name_some([satu.hal for satu in self.butir if satu.hal not in satu.jenis])


def group(
    semua: Iterable[Peringatan],
    *,
    tingkat: Sequence[int] = (),
    perjanjian: Mapping[str, Pokok] | None = None,
) -> list[Kelompok]:
    """Return the groups, in the order of their dates, then of agreements and kinds.

    Args:
        semua: the alerts, in any order.
        tingkat: the thresholds of the levels, in days.
        perjanjian: what people know each agreement by.
    """

    def key(satu: Peringatan) -> tuple[object, ...]:
        return satu.tanggal, satu.perjanjian, satu.jenis

    hasil = []
    for _, anggota in groupby(sorted(semua, key=key), key=key):
        # Activities are numbered downward from -1.
        butir = tuple(sorted(anggota, key=lambda satu: abs(satu.ketentuan)))
        pokok = butir[0]
        dikenal = (perjanjian or {}).get(pokok.perjanjian, Pokok(pokok.perjanjian))
        hasil.append(Kelompok(butir, find_tingkat(pokok.sisa_hari, tingkat), dikenal))
    return hasil


def name_some(semua: Iterable[str]) -> str:
    """Return the texts, each once; of many only the first and how many others there are."""
    beda = list(dict.fromkeys(semua))
    if len(beda) <= _DISEBUT + 1:
        return "; ".join(beda)
    return f"{'; '.join(beda[:_DISEBUT])}; dan {len(beda) - _DISEBUT} lainnya"
