"""What became of a deadline, as one knew it on a day: the one place that says so, for every display."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from naskah.registry.deadlines import DIANGGAP_DISETUJUI
from naskah.registry.lifecycle.closings import TERLAMBAT, TERPENUHI
from naskah.registry.records import TenggatTercatat
from naskah.registry.recurring import TERLEWAT


class Nasib(StrEnum):
    """What a deadline is on a day; the value is what people read."""

    TERBUKA = "terbuka"
    LEWAT = "lewat"  # nothing was recorded, and it still asks for something
    DIPENUHI = "dipenuhi"
    TERLAMBAT = "dipenuhi terlambat"
    DIKESAMPINGKAN = "dikesampingkan"
    TERLEWAT = "terlewat"  # missed, and nothing is asked for any more
    GUGUR = "gugur"  # what it was for has gone, or has come by itself


BERJALAN = (Nasib.TERBUKA, Nasib.LEWAT)


class NasibTenggat(NamedTuple):
    """What became of one deadline."""

    nasib: Nasib
    sebab: str | None = None  # in words, where it was closed
    penutup: int | None = None  # urutan of the event that closed it
    pada: date | None = None  # the day from which it is closed


def find_nasib(
    tenggat: TenggatTercatat, tanggal: date, pada: date, hari_peristiwa: Mapping[int, date]
) -> NasibTenggat | None:
    """Return what a deadline is on the day `pada`; None when nobody knew of it yet.

    Args:
        tenggat: the deadline as stored.
        tanggal: its legal date, counted exactly (`exact_days`).
        pada: the day asked about.
        hari_peristiwa: urutan -> day of the events of its agreement.
    """
    if tenggat.berlaku_dari > pada:
        return None
    sampai = tenggat.berlaku_sampai
    if sampai is not None and sampai <= tenggat.berlaku_dari and tenggat.penutup is None:
        return None  # it never counted on any day
    if not is_closed(tenggat, tanggal, pada):
        return NasibTenggat(Nasib.LEWAT if tanggal < pada else Nasib.TERBUKA)
    if _has_ended_itself(tenggat, tanggal, pada):
        # The day asked about lies after it, so there is a day after it.
        return NasibTenggat(Nasib.GUGUR, tenggat.akibat or DIANGGAP_DISETUJUI, None, tanggal + timedelta(days=1))
    ditutup = hari_peristiwa.get(tenggat.penutup or 0)
    if tenggat.penutup is not None and ditutup is not None and ditutup > pada:
        # Said later of one that had been missed.
        return NasibTenggat(Nasib.TERLEWAT, TERLEWAT, None, sampai)
    sebab = tenggat.sebab_tutup or ""
    nasib = _read_sebab(sebab, tenggat.penutup)
    if nasib in (Nasib.DIPENUHI, Nasib.TERLAMBAT) and ditutup is not None:
        # In working days too, which the projection cannot count.
        nasib = Nasib.TERLAMBAT if ditutup > tanggal else Nasib.DIPENUHI
        sebab = nasib.value
    # What falls away may do so only after the last day, though the event that ended it came before.
    hari = sampai if nasib is Nasib.GUGUR else ditutup or sampai
    return NasibTenggat(nasib, sebab, tenggat.penutup, hari)


def is_closed(tenggat: TenggatTercatat, tanggal: date, pada: date) -> bool:
    """Whether a deadline asks for nothing on `pada` any more; arguments as `find_nasib`."""
    if tenggat.berlaku_sampai is None:
        return False
    return tenggat.berlaku_sampai <= pada or _has_ended_itself(tenggat, tanggal, pada)


def _has_ended_itself(tenggat: TenggatTercatat, tanggal: date, pada: date) -> bool:
    """Whether silence had its effect: still open at the end of its day, whatever was said of it later."""
    sampai = tenggat.berlaku_sampai
    return tenggat.diam and tanggal < pada and (sampai is None or sampai > tanggal)


def _read_sebab(sebab: str, penutup: int | None) -> Nasib:
    if sebab in (TERPENUHI, TERLAMBAT) or sebab.startswith("sudah diberitahukan"):
        return Nasib.DIPENUHI
    if sebab.startswith("dikesampingkan"):
        return Nasib.DIKESAMPINGKAN
    if penutup is None and sebab in (TERLEWAT, "jangka waktu berakhir"):
        return Nasib.TERLEWAT
    return Nasib.GUGUR
