"""How an agreement ends before, at or after its last day: the grounds, and the stages of its life."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from naskah.registry.lifecycle import kinds
from naskah.registry.lifecycle.kinds import Kejadian
from naskah.registry.state import Status

# Grounds of the law, for agreements that name none (PP 28/2018 Pasal 9 and Pasal 22).
ALASAN_UMUM = (
    "jangka waktu berakhir",
    "tujuan tercapai",
    "kesepakatan PARA PIHAK",
    "perubahan kebijakan berdasarkan peraturan perundang-undangan",
    "objek hilang",
    "putusan pengadilan yang berkekuatan hukum tetap",
    "kepailitan",
)
ALASAN_PERATURAN = ("dicabut", "diganti")
ALASAN_WAKTU = ALASAN_UMUM[0]


class Akhir(NamedTuple):
    """An event that ends an agreement."""

    peristiwa: int
    saat: str  # the day from which it is known
    per: str | None  # the last day in force; None: the one before `saat`, or the end of the term
    status: Status
    sebab: str


def list_alasan(ketentuan: Iterable[Mapping[str, Any]], *, peraturan: bool) -> dict[str, str | None]:
    """Return the grounds on which an agreement can end -> the document that must record it.

    Those that the agreement names, and otherwise, or beside them, those of the law.
    """
    hasil: dict[str, str | None] = dict.fromkeys(ALASAN_PERATURAN if peraturan else ALASAN_UMUM)
    for satu in ketentuan:
        if satu["jenis"] == "alasan-berakhir":
            hasil[satu["hal"]] = satu.get("dokumen")
    return hasil


def iter_akhir(kejadian: Sequence[Kejadian]) -> Iterator[Akhir]:
    """Yield what ended an agreement, in the order of the events."""
    for satu in kejadian:
        if satu.jenis == kinds.DIAKHIRI:
            waktu = satu.data["alasan"] == ALASAN_WAKTU
            per = satu.data.get("per") or (None if waktu else satu.tanggal)
            status = Status.BERAKHIR if waktu else Status.DIAKHIRI
            yield Akhir(satu.urutan, satu.tanggal, per, status, satu.data["alasan"])
        elif satu.jenis == kinds.DIGANTIKAN:
            sebab = f"digantikan {satu.data['oleh']}"
            # The new agreement is in force from the day of the event on.
            yield Akhir(satu.urutan, satu.tanggal, None, Status.DIGANTIKAN, sebab)


def last_day(akhir: Akhir, masa: date | None) -> date:
    """Return the last day in force of an agreement that ended so; `masa`: the last day of its term."""
    if akhir.per is not None:
        return date.fromisoformat(akhir.per)
    saat = date.fromisoformat(akhir.saat)
    kemarin = date.fromordinal(max(saat.toordinal() - 1, 1))
    return kemarin if masa is None else min(masa, kemarin)
