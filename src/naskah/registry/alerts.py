"""What must be done by when. On the reading path: no pydantic, no sqlite-utils."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from naskah.model.galat import NaskahError
from naskah.registry.connection import Registry

if TYPE_CHECKING:
    from naskah.bahasa.hari_kerja import Kalender

# How far holidays can move a day that is counted in working days: a generous bound for the query only.
_GESER_HARI_KERJA = 366
_JUMLAH = re.compile(r"\d+")


# A tuple, not a dataclass: of what a large registry lists, making the objects is the larger part.
class Peringatan(NamedTuple):
    """One thing to be done: the legal date, and the working target beside it."""

    perjanjian: str
    judul: str
    jenis: str
    tanggal: date  # the legal date
    target: date  # the working day on which it must be ready
    sisa_hari: int  # to the legal date; negative: overdue
    sumber: str
    akibat: str | None
    sementara: bool  # the holidays that decide the target (or the date) are not decreed yet


def list_peringatan(registry: Registry, *, pada: date, dalam: int, kalender: "Kalender") -> list[Peringatan]:
    """Return what is overdue on `pada` and what falls due within `dalam` days after it, oldest first.

    Args:
        registry: an open registry.
        pada: the day asked about; only deadlines open on that day count.
        dalam: how many days ahead.
        kalender: the working days, for the targets and for what is counted in working days.

    Raises:
        NaskahError: `dalam` is negative, or the registry cannot be read.
    """
    if dalam < 0:
        raise NaskahError(f"jumlah hari ke depan tidak boleh negatif ({dalam}). Tulis 0 atau lebih.")
    batas = _shift(pada, dalam)
    batas_longgar = _shift(batas, _GESER_HARI_KERJA)
    with registry.read() as conn:
        # Two ranges of the clustered table: exact days, and days that move with the holidays.
        baris = conn.execute(_SQL_TANGGAL, (batas.isoformat(), pada.isoformat(), pada.isoformat())).fetchall()
        baris += conn.execute(
            _SQL_HARI_KERJA, (batas_longgar.isoformat(), pada.isoformat(), pada.isoformat())
        ).fetchall()
    to_peringatan = _converter(pada, kalender)
    hasil = [p for p in map(to_peringatan, baris) if p.tanggal <= batas]
    hasil.sort(key=lambda p: (p.tanggal, p.perjanjian, p.jenis))
    return hasil


_KOLOM = """SELECT t.perjanjian, p.judul, t.jenis, t.tanggal, t.sumber, t.akibat, t.arah,
  iif(t.hari_kerja, t.batas, NULL), t.tanggal_acuan
FROM tenggat t {petunjuk} JOIN perjanjian p ON p.id = t.perjanjian
WHERE t.hari_kerja = {hari_kerja} AND t.tanggal <= ? AND t.berlaku_dari <= ? AND t.berlaku_sampai > ?"""
_SQL_TANGGAL = _KOLOM.format(petunjuk="NOT INDEXED", hari_kerja=0)
_SQL_HARI_KERJA = _KOLOM.format(petunjuk="INDEXED BY tenggat_hari_kerja", hari_kerja=1)

_Baris = tuple[str, str, str, str, str, str | None, str, str | None, str]


def _shift(d: date, hari: int) -> date:
    """The day so many days later, or the last day there is."""
    return d + timedelta(days=min(hari, (date.max - d).days))


def _converter(pada: date, kalender: "Kalender") -> Callable[[_Baris], Peringatan]:
    # Many agreements share a day; what the calendar says of it is asked once.
    @cache
    def find_target(tanggal: date, arah: str) -> tuple[date, bool]:
        target = kalender.target_sebelum if arah == "sebelum" else kalender.target_setelah
        return target(tanggal), kalender.is_sementara(tanggal)

    @cache
    def find_tanggal(acuan: str, batas: str, arah: str) -> tuple[date, bool]:
        angka = _JUMLAH.match(batas)
        assert angka is not None  # the plain form of Durasi, "14 hari kerja"
        mulai = date.fromisoformat(acuan)
        hitung = kalender.subtract_hari_kerja if arah == "sebelum" else kalender.add_hari_kerja
        return hitung(mulai, int(angka[0])), kalender.is_sementara(mulai)

    def convert(baris: _Baris) -> Peringatan:
        perjanjian, judul, jenis, teks, sumber, akibat, arah, batas, acuan = baris
        ragu = False
        if batas is None:
            tanggal = date.fromisoformat(teks)
        else:
            tanggal, ragu = find_tanggal(acuan, batas, arah)
        target, sementara = find_target(tanggal, arah)
        sisa = (tanggal - pada).days
        return Peringatan(perjanjian, judul, jenis, tanggal, target, sisa, sumber, akibat, ragu or sementara)

    return convert
