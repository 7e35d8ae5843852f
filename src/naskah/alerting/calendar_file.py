"""Alerts as a calendar to subscribe to (RFC 5545): one all-day event for each group, with alarms.

The same registry gives the same bytes, and a deadline keeps its UID when its date changes, so that
calendars move it and do not show it twice.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from hashlib import sha256
from json import dumps
from typing import TYPE_CHECKING

from naskah.alerting.grouping import Kelompok
from naskah.alerting.sections import CATATAN_SEMENTARA, describe_target, name_jenis
from naskah.registry.alerts import Peringatan, PerubahanTerakhir
from naskah.registry.recurring import KEGIATAN, KEWAJIBAN_BERKALA

if TYPE_CHECKING:
    from icalendar import Alarm, Event

_PEMBUAT = "-//naskah//Tenggat perjanjian//ID"
_NAMA = "Tenggat perjanjian"
# All-day events begin at midnight; alarms ring when the office opens.
_JAM_MASUK = timedelta(hours=8)


def make_calendar(
    semua: Iterable[Kelompok], perubahan: Mapping[str, PerubahanTerakhir], *, tingkat: Sequence[int]
) -> bytes:
    """Return the calendar file.

    Args:
        semua: the groups.
        perubahan: the latest event of each agreement: it dates and counts the versions of its deadlines.
        tingkat: on how many days left an alarm rings.
    """
    from icalendar import Calendar

    kalender = Calendar()
    kalender.add("version", "2.0")
    kalender.add("prodid", _PEMBUAT)
    kalender.add("name", _NAMA)
    kalender.add("x-wr-calname", _NAMA)
    kalender.add("refresh-interval", timedelta(days=1), parameters={"value": "DURATION"})
    kalender.add("x-published-ttl", "P1D")
    for satu, uid in name_uids(semua):
        kalender.add_component(_event(satu, uid, perubahan[satu.pokok.perjanjian], tingkat))
    return bytes(kalender.to_ical())


def name_uids(semua: Iterable[Kelompok]) -> Iterator[tuple[Kelompok, str]]:
    """Yield each group with the UID of its event: which deadline it is, not when."""
    sudah: Counter[str] = Counter()
    for satu in semua:
        ciri = dumps(_identify(satu.pokok))
        urutan = sudah[ciri]  # 0, unless an agreement makes the same promise twice
        sudah[ciri] += 1
        yield satu, f"{sha256(f'{ciri}{urutan}'.encode()).hexdigest()[:40]}@naskah"


def _identify(pokok: Peringatan) -> list[str | int]:
    # What comes back is told apart by its dates alone.
    if pokok.jenis in (KEWAJIBAN_BERKALA, KEGIATAN):
        return [pokok.perjanjian, pokok.jenis, pokok.tanggal.isoformat()]
    # Not the place of the promise: an adendum that extends a term puts a new promise for the old one.
    return [pokok.perjanjian, pokok.jenis, pokok.hal, pokok.pemicu]


def _event(satu: Kelompok, uid: str, perubahan: PerubahanTerakhir, tingkat: Sequence[int]) -> "Event":
    from icalendar import Event

    pokok = satu.pokok
    judul = f"{name_jenis(satu)}: {satu.perjanjian.judul}"
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", datetime.fromisoformat(perubahan.dicatat_pada))
    event.add("sequence", perubahan.urutan)
    event.add("dtstart", pokok.tanggal)
    event.add("summary", judul)
    event.add("description", "\n".join(_describe(satu)))
    event.add("categories", [pokok.jenis])
    event.add("transp", "TRANSPARENT")  # a deadline makes nobody busy
    for batas in sorted(set(tingkat), reverse=True):
        if batas <= (pokok.tanggal - date.min).days:
            event.add_component(_alarm(judul, batas))
    return event


def _describe(satu: Kelompok) -> Iterator[str]:
    pokok = satu.pokok
    for sebutan, isi in (
        ("Perjanjian", pokok.perjanjian),
        ("Para pihak", "; ".join(satu.perjanjian.pihak)),
        ("Unit", satu.perjanjian.unit),
        ("Rincian", satu.rincian),
        ("Sumber", satu.sumber),
        ("Bila dibiarkan", satu.akibat),
        ("Target kerja", describe_target(satu)),
    ):
        if isi:
            yield f"{sebutan}: {isi}"
    if satu.sementara:
        yield CATATAN_SEMENTARA


def _alarm(judul: str, batas: int) -> "Alarm":
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", f"{batas} hari lagi: {judul}" if batas else f"Hari ini: {judul}")
    alarm.add("trigger", _JAM_MASUK - timedelta(days=batas))
    return alarm
