"""The state of an agreement on a day, computed here and nowhere else; kept as intervals in table `keadaan`."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from naskah.registry.schema import SELAMANYA

# From so many days before its last day on, an agreement asks for attention.
HARI_SEGERA_BERAKHIR = 180
_SEHARI = timedelta(days=1)
_SEGERA = timedelta(days=HARI_SEGERA_BERAKHIR)


class Status(StrEnum):
    """What an agreement is on a day; the value is what people read."""

    RANCANGAN = "rancangan"
    BELUM_BERLAKU = "belum berlaku"
    BERLAKU = "berlaku"
    SEGERA_BERAKHIR = "segera berakhir"
    KAHAR = "dalam keadaan kahar"
    BERAKHIR = "berakhir"
    DIAKHIRI = "diakhiri"
    DIGANTIKAN = "digantikan"


# What has ended comes back only as a new agreement.
TAMAT = frozenset({Status.BERAKHIR, Status.DIAKHIRI, Status.DIGANTIKAN})


class Babak(NamedTuple):
    """What is known of an agreement from the day `dari` on, until the next one begins."""

    dari: date
    mulai: date  # the first day in force
    akhir: date | None  # the last day in force; None: no end
    akibat: str | None = None  # how the term ends when nobody does anything
    # What it becomes after `akhir`, and why, where an event has ended it.
    selesai: Status | None = None
    sebab: str | None = None
    kahar: str | None = None  # what happened, while it lasts


class SelangKeadaan(NamedTuple):
    """A state and the days on which it holds, [dari, sampai), ISO text."""

    dari: str
    sampai: str
    keadaan: str
    sebab: str | None


def compute_status(pada: date, babak: Babak | None) -> tuple[Status, str | None]:
    """Return the one state of an agreement on the day `pada`, and why, where that is not plain.

    Args:
        pada: the day asked about.
        babak: what is known on that day; None: it is not signed yet.
    """
    if babak is None:
        return Status.RANCANGAN, None
    if babak.akhir is not None and pada > babak.akhir:
        if babak.selesai is not None:
            return babak.selesai, babak.sebab
        return Status.BERAKHIR, babak.akibat
    if pada < babak.mulai:
        return Status.BELUM_BERLAKU, None
    if babak.kahar is not None:
        return Status.KAHAR, babak.kahar
    if babak.akhir is not None and babak.akhir - pada <= _SEGERA:
        return Status.SEGERA_BERAKHIR, babak.sebab
    return Status.BERLAKU, None


def find_babak(babak: Iterable[Babak], pada: date) -> Babak | None:
    """Return what is known on a day, from stages in their order; None before the first."""
    ketemu = None
    for satu in babak:
        if satu.dari > pada:
            break
        ketemu = satu
    return ketemu


def iter_keadaan(babak: Sequence[Babak]) -> Iterator[SelangKeadaan]:
    """Yield the states over all time, without gaps, equal neighbours made one."""
    titik = {date.min}
    for satu, berikut in [*pairwise(babak), (babak[-1], None)]:
        titik |= {d for d in _turns(satu) if d >= satu.dari and (berikut is None or d < berikut.dari)}
    sebelum: tuple[str, Status, str | None] | None = None
    urut = sorted(titik)
    for d in urut:
        status, sebab = compute_status(d, find_babak(babak, d))
        if sebelum is not None and (status, sebab) == sebelum[1:]:
            continue
        if sebelum is not None:
            yield SelangKeadaan(sebelum[0], d.isoformat(), sebelum[1].value, sebelum[2])
        sebelum = (d.isoformat(), status, sebab)
    assert sebelum is not None  # date.min is among the days
    yield SelangKeadaan(sebelum[0], SELAMANYA, sebelum[1].value, sebelum[2])


def _turns(satu: Babak) -> Iterator[date]:
    """The days on which the state can change within one stage."""
    yield satu.dari
    yield satu.mulai
    if satu.akhir is not None:
        if satu.akhir - date.min > _SEGERA:
            yield max(satu.akhir - _SEGERA, satu.dari)
        if satu.akhir < date.max:
            yield satu.akhir + _SEHARI
