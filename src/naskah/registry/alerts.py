"""What must be done by when. On the reading path: no pydantic, no sqlite-utils."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from naskah.model.galat import NaskahError
from naskah.registry.connection import Registry
from naskah.registry.exact_days import Penghitung, make_counter
from naskah.registry.unreadable import readable

if TYPE_CHECKING:
    from naskah.bahasa.hari_kerja import Kalender

# How far holidays can move a day that is counted in working days: a generous bound for the query only.
_GESER_HARI_KERJA = 366


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
    hitung = make_counter(kalender)
    with readable():
        hasil = [p for p in (_convert(satu, pada, hitung) for satu in baris) if p.tanggal <= batas]
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


def _convert(baris: _Baris, pada: date, hitung: Penghitung) -> Peringatan:
    perjanjian, judul, jenis, teks, sumber, akibat, arah, batas, acuan = baris
    tanggal, target, sementara = hitung(teks, arah, batas, acuan)
    return Peringatan(perjanjian, judul, jenis, tanggal, target, (tanggal - pada).days, sumber, akibat, sementara)
