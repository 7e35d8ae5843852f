"""The state of an agreement on a day, computed here and nowhere else."""

from datetime import date, timedelta
from enum import StrEnum

# From so many days before its last day on, an agreement asks for attention.
HARI_SEGERA_BERAKHIR = 180


class Status(StrEnum):
    """What an agreement is on a day; the value is what people read."""

    RANCANGAN = "rancangan"
    BELUM_BERLAKU = "belum berlaku"
    BERLAKU = "berlaku"
    SEGERA_BERAKHIR = "segera berakhir"
    BERAKHIR = "berakhir"


def compute_status(pada: date, *, tanggal: date, mulai: date | None, akhir: date | None) -> Status:
    """Return the one state of an agreement on the day `pada`.

    Args:
        pada: the day asked about.
        tanggal: the day of signing; before it there is only a draft.
        mulai: the first day in force; None: the day of signing.
        akhir: the last day in force; None: no end.
    """
    if pada < tanggal:
        return Status.RANCANGAN
    if mulai is not None and pada < mulai:
        return Status.BELUM_BERLAKU
    if akhir is None:
        return Status.BERLAKU
    if pada > akhir:
        return Status.BERAKHIR
    if akhir - pada <= timedelta(days=HARI_SEGERA_BERAKHIR):
        return Status.SEGERA_BERAKHIR
    return Status.BERLAKU
