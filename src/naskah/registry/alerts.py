"""What must be done by when. On the reading path: no pydantic, no sqlite-utils."""

import gc
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from functools import cache, partial
from json import dumps
from typing import TYPE_CHECKING, NamedTuple

from naskah.model.galat import NaskahError
from naskah.registry.connection import Registry
from naskah.registry.exact_days import Penghitung, make_counter
from naskah.registry.unreadable import readable

if TYPE_CHECKING:
    from naskah.bahasa.hari_kerja import Kalender

# How far holidays can move a day that is counted in working days: generous bounds for the query only. So many
# working days are looked for further away.
_GESER, _GESER_JAUH, _HARI_KERJA_BANYAK = 100, 366, 250


# A tuple, not a dataclass: of what a large registry lists, making the objects is the larger part. Its first fields
# are the key of the table, so that alerts sort as they are.
class Peringatan(NamedTuple):
    """One thing to be done: the legal date, and the working target beside it."""

    tanggal: date  # the legal date
    perjanjian: str
    jenis: str
    # With perjanjian, jenis and hal: which deadline it is, whatever its date.
    ketentuan: int
    pemicu: int
    hal: str
    sumber: str
    akibat: str | None
    target: date  # the working day on which it must be ready
    sisa_hari: int  # to the legal date; negative: overdue
    sementara: bool  # the holidays that decide the target (or the date) are not decreed yet


class Pokok(NamedTuple):
    """What people know an agreement by."""

    judul: str
    unit: str | None = None
    pihak: tuple[str, ...] = ()


class Saringan(NamedTuple):
    """Which alerts are asked for. Within one field any value will do; every field that has values must fit."""

    unit: tuple[str, ...] = ()  # part of the name, letter case aside
    mitra: tuple[str, ...] = ()  # part of the name of any party
    jenis: tuple[str, ...] = ()  # the whole kind of agreement, "perjanjian-kerja-sama"
    tenggat: tuple[str, ...] = ()  # part of the kind of deadline, "perpanjangan"


SEMUA = Saringan()


class PerubahanTerakhir(NamedTuple):
    """The latest event of an agreement."""

    urutan: int
    dicatat_pada: str  # ISO, UTC


def list_peringatan(
    registry: Registry,
    *,
    pada: date,
    dalam: int,
    kalender: "Kalender",
    lewat: bool = True,
    saringan: Saringan = SEMUA,
    paling_banyak: int | None = None,
) -> list[Peringatan]:
    """Return what is overdue on `pada` and what falls due within `dalam` days after it, oldest first.

    Args:
        registry: an open registry.
        pada: the day asked about; only deadlines open on that day count.
        dalam: how many days ahead.
        kalender: the working days, for the targets and for what is counted in working days.
        lewat: also what is overdue; without it one range of the table is read, however long its past.
        saringan: only the alerts that fit.
        paling_banyak: only so many of the oldest.

    Raises:
        NaskahError: `dalam` is negative, or the registry cannot be read.
    """
    tanya = _Pertanyaan(pada, dalam, lewat, saringan)
    with registry.read() as conn, readable(), _without_collecting():
        # Two ranges of the clustered table: exact days, and days that move with the holidays.
        sql, nilai = tanya.select(_KOLOM, ekor=_URUT)
        baris = conn.execute(sql, (*nilai, -1 if paling_banyak is None else paling_banyak)).fetchall()
        if baris and len(baris) == paling_banyak:
            tanya.stop_at(date.fromisoformat(baris[-1][0]))
        bergeser = conn.execute(*tanya.select_moving(f"{_KOLOM}, {_KOLOM_HARI}, {_SENDIRI}")).fetchall()
        hitung = make_counter(kalender)
        hasil = _convert(baris, pada, hitung)
        if bergeser:
            pasangan = _convert_moving(bergeser, pada, hitung)
            hasil += [p for p, sendiri in pasangan if tanya.covers(p.tanggal, sendiri=sendiri)]
            hasil.sort()
    return hasil if paling_banyak is None else hasil[:paling_banyak]


def count_peringatan(
    registry: Registry,
    *,
    pada: date,
    dalam: int,
    kalender: "Kalender",
    lewat: bool = True,
    saringan: Saringan = SEMUA,
) -> int:
    """Return how many alerts `list_peringatan` would list; arguments and errors as there."""
    tanya = _Pertanyaan(pada, dalam, lewat, saringan)
    hitung = make_counter(kalender)
    with registry.read() as conn, readable():
        (pasti,) = conn.execute(*tanya.select("count(*)")).fetchone()
        bergeser = conn.execute(*tanya.select_moving(f"{_HITUNG}, {_SENDIRI}")).fetchall()
        return int(pasti) + sum(tanya.covers(hitung(*satu).tanggal, sendiri=sendiri) for *satu, sendiri in bergeser)


def read_pokok(registry: Registry, perjanjian: Collection[str]) -> dict[str, Pokok]:
    """Return what people know these agreements by.

    Raises:
        NaskahError: the registry cannot be read.
    """
    diminta = (dumps(sorted(perjanjian)),)
    pihak: dict[str, tuple[str, ...]] = {}
    with registry.read() as conn, readable():
        for id, nama in conn.execute(
            "SELECT perjanjian, nama FROM pihak WHERE perjanjian IN (SELECT value FROM json_each(?))"
            " ORDER BY perjanjian, urutan",
            diminta,
        ):
            pihak[id] = (*pihak.get(id, ()), nama)
        baris = conn.execute(
            "SELECT id, judul, unit FROM perjanjian WHERE id IN (SELECT value FROM json_each(?))", diminta
        ).fetchall()
    return {id: Pokok(judul, unit, pihak.get(id, ())) for id, judul, unit in baris}


def read_perubahan_terakhir(registry: Registry, perjanjian: Collection[str]) -> dict[str, PerubahanTerakhir]:
    """Return the latest event of each of these agreements.

    Raises:
        NaskahError: the registry cannot be read.
    """
    with registry.read() as conn, readable():
        # Beside max(), SQLite takes the other columns from the row that has it.
        baris = conn.execute(
            "SELECT perjanjian, max(urutan), dicatat_pada FROM peristiwa"
            " WHERE perjanjian IN (SELECT value FROM json_each(?)) GROUP BY perjanjian",
            (dumps(sorted(perjanjian)),),
        ).fetchall()
    return {id: PerubahanTerakhir(urutan, dicatat_pada) for id, urutan, dicatat_pada in baris}


# CROSS JOIN: the deadlines are read first, in the order of their key, whatever is filtered.
_PERJANJIAN = "CROSS JOIN perjanjian p ON p.id = t.perjanjian"
_TERBUKA = "t.tanggal >= ? AND t.tanggal <= ? AND t.berlaku_dari <= ? AND t.berlaku_sampai > ?"
_KOLOM = "t.tanggal, t.arah, t.perjanjian, t.jenis, t.ketentuan, t.pemicu, t.hal, t.sumber, t.akibat"
_KOLOM_HARI = "t.batas, t.tanggal_acuan"
# Closes by itself once its exact day has passed, also when an answer came after it.
_SENDIRI = "t.diam"
_HITUNG = f"t.tanggal, t.arah, {_KOLOM_HARI}"
_URUT = "ORDER BY t.tanggal, t.perjanjian, t.jenis, t.ketentuan, t.pemicu LIMIT ?"


_Baris = tuple[str, str, str, str, int, int, str, str, str | None]
_BarisHari = tuple[str, str, str, str, int, int, str, str, str | None, str, str, int]


class _Pertanyaan:
    """What is asked, as SQL."""

    def __init__(self, pada: date, dalam: int, lewat: bool, saringan: Saringan) -> None:
        if dalam < 0:
            raise NaskahError(f"jumlah hari ke depan tidak boleh negatif ({dalam}). Tulis 0 atau lebih.")
        self._pada = pada
        self._dari = date.min if lewat else pada
        self._sampai = _shift(pada, dalam)
        self._syarat, self._nilai = _filter(saringan)

    def select(self, kolom: str, *, ekor: str = "") -> tuple[str, tuple[str, ...]]:
        """The statement for days that are certain, and its values."""
        return self._select(kolom, "tenggat t NOT INDEXED", "t.hari_kerja = 0", self._reach(0), ekor)

    def select_moving(self, kolom: str) -> tuple[str, tuple[str, ...]]:
        """The same for days that move with the holidays, looked for as far as they may have moved."""
        dekat = f"t.hari_kerja = 1 AND (t.tanggal BETWEEN ? AND ? OR CAST(t.batas AS INTEGER) > {_HARI_KERJA_BANYAK})"
        jangkauan = (*self._reach(_GESER), *self._reach(_GESER_JAUH))
        return self._select(kolom, "tenggat t INDEXED BY tenggat_hari_kerja", dekat, jangkauan)

    def _select(
        self, kolom: str, tabel: str, syarat: str, jangkauan: tuple[str, ...], ekor: str = ""
    ) -> tuple[str, tuple[str, ...]]:
        asal = f"{tabel} {_PERJANJIAN}" if "p." in self._syarat else tabel
        pada = self._pada.isoformat()
        sql = f"SELECT {kolom} FROM {asal} WHERE {syarat} AND {_TERBUKA} {self._syarat} {ekor}"  # noqa: S608
        return sql, (*jangkauan, pada, pada, *self._nilai)

    def _reach(self, geser: int) -> tuple[str, str]:
        return _shift(self._dari, -geser).isoformat(), _shift(self._sampai, geser).isoformat()

    def stop_at(self, tanggal: date) -> None:
        """Ask for nothing after that day: there is enough before it."""
        self._sampai = tanggal

    def covers(self, tanggal: date, *, sendiri: int) -> bool:
        """Whether a day counted exactly lies in the window; one that ends by itself is never overdue."""
        return (self._pada if sendiri else self._dari) <= tanggal <= self._sampai


def _filter(saringan: Saringan) -> tuple[str, list[str]]:
    mirip = "LIKE ? ESCAPE '\\'"
    pihak = f"EXISTS (SELECT 1 FROM pihak h WHERE h.perjanjian = t.perjanjian AND h.nama {mirip})"  # noqa: S608
    syarat: list[str] = []
    nilai: list[str] = []
    for satu, isi in (
        (f"p.unit {mirip}", [_contains(u) for u in saringan.unit]),
        (pihak, [_contains(m) for m in saringan.mitra]),
        ("p.jenis = ?", saringan.jenis),
        (f"t.jenis {mirip}", [_contains(j) for j in saringan.tenggat]),
    ):
        if isi:
            syarat.append(f"AND ({_any(satu, isi)})")
            nilai += isi
    return " ".join(syarat), nilai


def _any(syarat: str, isi: Sequence[str]) -> str:
    return " OR ".join([syarat] * len(isi))


def _contains(teks: str) -> str:
    """A LIKE pattern for text anywhere in a column; its own signs mean themselves."""
    return "%" + teks.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"


def _shift(d: date, hari: int) -> date:
    """The day so many days later (earlier when negative), or the last (first) day there is."""
    return d + timedelta(days=max(min(hari, (date.max - d).days), (date.min - d).days))


def _convert(baris: Iterable[_Baris], pada: date, hitung: Penghitung) -> list[Peringatan]:
    # Of many deadlines few days differ.
    @cache
    def count(tersimpan: str, arah: str) -> tuple[tuple[date], tuple[date, int, bool]]:
        tanggal, target, sementara = hitung(tersimpan, arah, None, "")
        return (tanggal,), (target, (tanggal - pada).days, sementara)

    hasil = []
    make = partial(tuple.__new__, Peringatan)  # as Peringatan._make, without counting the fields each time
    for satu in baris:
        tanggal, sisa = count(satu[0], satu[1])
        hasil.append(make(tanggal + satu[2:] + sisa))
    return hasil


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Inside the block Python does not look for circles: among so many tuples of text that takes half the time."""
    jalan = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if jalan:
            gc.enable()


def _convert_moving(baris: Iterable[_BarisHari], pada: date, hitung: Penghitung) -> Iterator[tuple[Peringatan, int]]:
    for tersimpan, arah, *isi, batas, acuan, sendiri in baris:
        tanggal, target, sementara = hitung(tersimpan, arah, batas, acuan)
        yield Peringatan._make((tanggal, *isi, target, (tanggal - pada).days, sementara)), sendiri
