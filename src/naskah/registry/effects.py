"""What a recorded event has opened and settled, for whoever has just recorded it."""

import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from naskah.registry.connection import Registry
from naskah.registry.deadline_names import name_tenggat
from naskah.registry.events import Peristiwa
from naskah.registry.exact_days import Penghitung, make_counter
from naskah.registry.hints import iter_hints
from naskah.registry.lifecycle.remarks import iter_remarks
from naskah.registry.outcomes import Nasib, find_nasib
from naskah.registry.query import read_tenggat
from naskah.registry.records import TenggatTercatat
from naskah.registry.unreadable import readable

if TYPE_CHECKING:
    from naskah.bahasa.hari_kerja import Kalender

# After everything that is recorded: what is said to close some day has closed by then.
_KELAK = date(9999, 12, 30)


class TenggatTerkena(NamedTuple):
    """A deadline that an event touched, on its exact day, and what became of it."""

    nama: str
    tanggal: date
    jenis: str
    sumber: str
    akibat: str | None
    nasib: Nasib
    sebab: str | None
    penutup: int | None  # urutan of the event that settled it


class Dampak(NamedTuple):
    """What an event did."""

    dibuka: list[TenggatTerkena]
    ditutup: list[TenggatTerkena]
    keadaan: str  # of the agreement on the day of the event
    sebab: str | None
    keadaan_kini: str  # the same today
    sebab_kini: str | None
    perhatian: list[str]  # what may be a mistake, in Indonesian sentences


def read_dampak(registry: Registry, peristiwa: Peristiwa, kalender: "Kalender", *, hari_ini: date) -> Dampak:
    """Return what a recorded event did to its agreement.

    Args:
        registry: an open registry.
        peristiwa: the event.
        kalender: the working days, for what is counted in them.
        hari_ini: the day whose state is told beside that of the event's day.

    Raises:
        NaskahError: the registry cannot be read.
    """
    nomor = peristiwa.urutan
    hitung = make_counter(kalender)
    with registry.read() as conn, readable(peristiwa.perjanjian):
        seluruh = read_tenggat(conn, peristiwa.perjanjian)
        semua = [t for t in seluruh if nomor in (t.pemicu, t.penutup)]
        hari = _read_days(conn, peristiwa.perjanjian)
        dibuka = _describe([t for t in semua if t.pemicu == nomor], hitung, hari)
        ditutup = _describe([t for t in semua if t.penutup == nomor], hitung, hari)
        keadaan, sebab = _read_keadaan(conn, peristiwa.perjanjian, peristiwa.tanggal)
        kini, sebab_kini = _read_keadaan(conn, peristiwa.perjanjian, hari_ini.isoformat())
        perhatian = list(iter_remarks(conn, peristiwa, menutup=bool(ditutup)))
        perhatian += iter_hints(conn, peristiwa, seluruh, hitung)
    return Dampak(dibuka, ditutup, keadaan, sebab, kini, sebab_kini, perhatian)


def _describe(semua: Sequence[TenggatTercatat], hitung: Penghitung, hari: dict[int, date]) -> list[TenggatTerkena]:
    hasil = []
    for t in semua:
        hari_t = hitung(t.tanggal.isoformat(), t.arah, t.batas if t.hari_kerja else None, t.tanggal_acuan.isoformat())
        nasib = find_nasib(t, hari_t.tanggal, _KELAK, hari)
        if nasib is not None:
            nama = name_tenggat(t.jenis, t.hal)
            hasil.append(
                TenggatTerkena(
                    nama, hari_t.tanggal, t.jenis, t.sumber, t.akibat, nasib.nasib, nasib.sebab, nasib.penutup
                )
            )
    # One thing that two events ask for on one day is one thing to be told.
    return sorted(dict.fromkeys(hasil), key=lambda t: (t.tanggal, t.nama))


def _read_days(conn: sqlite3.Connection, perjanjian: str) -> dict[int, date]:
    baris = conn.execute("SELECT urutan, tanggal FROM peristiwa WHERE perjanjian = ?", (perjanjian,))
    return {urutan: date.fromisoformat(tanggal) for urutan, tanggal in baris}


def _read_keadaan(conn: sqlite3.Connection, perjanjian: str, hari: str) -> tuple[str, str | None]:
    keadaan, sebab = conn.execute(
        "SELECT keadaan, sebab FROM keadaan WHERE perjanjian = ?1 AND dari <= ?2 AND sampai > ?2", (perjanjian, hari)
    ).fetchone()
    return keadaan, sebab
