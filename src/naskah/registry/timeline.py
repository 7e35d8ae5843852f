"""What a timeline shows of the agreements. On the reading path: no pydantic, no sqlite-utils."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from json import dumps
from typing import TYPE_CHECKING, Any, NamedTuple

from naskah.model.galat import Galat, NaskahError
from naskah.model.linimasa import BarisLinimasa, Masa, TandaAdendum, TandaTenggat
from naskah.registry.connection import Registry
from naskah.registry.exact_days import make_counter
from naskah.registry.lookup import ensure_terdaftar
from naskah.registry.schema import SELAMANYA
from naskah.registry.state import Status
from naskah.registry.unreadable import readable

if TYPE_CHECKING:
    from naskah.bahasa.hari_kerja import Kalender

# A picture of more than this serves nobody.
PALING_BANYAK = 2000
_SELESAI = (Status.BERAKHIR, Status.DIAKHIRI, Status.DIGANTIKAN)


class SaringanLinimasa(NamedTuple):
    """Which agreements are asked for. Within one field any value will do; every field that has values must fit."""

    unit: tuple[str, ...] = ()  # part of the name, letter case aside
    mitra: tuple[str, ...] = ()  # part of the name of any party
    jenis: tuple[str, ...] = ()  # the whole kind, "perjanjian-kerja-sama"
    keadaan: tuple[str, ...] = ()  # on the day asked about
    perjanjian: tuple[str, ...] = ()  # ids


def list_linimasa(
    registry: Registry, *, pada: date, kalender: "Kalender", saringan: SaringanLinimasa
) -> list[BarisLinimasa]:
    """Return the agreements with their states over time, by the day they begin.

    Args:
        registry: an open registry.
        pada: the day asked about: whose states count, and whose open deadlines are told.
        kalender: the working days, for deadlines that are counted in them.
        saringan: only the agreements that fit.

    Raises:
        NaskahError: an unknown id, more agreements than a picture can hold, or the registry cannot be read.
    """
    with registry.read() as conn, readable():
        _check_ids(conn, saringan.perjanjian)
        syarat, nilai = _filter(saringan)
        sql = f"{_SQL_PERJANJIAN} {syarat} {_URUT}"
        semua = conn.execute(sql, (pada.isoformat(), *nilai, PALING_BANYAK + 1)).fetchall()
        if len(semua) > PALING_BANYAK:
            pesan = f"lebih dari {PALING_BANYAK} perjanjian tidak muat dalam satu linimasa. Persempit dengan --unit,"
            raise NaskahError(f"{pesan} --mitra, --jenis, atau --keadaan.")
        dicari = dumps([satu[0] for satu in semua])
        pihak = _group(conn.execute(_SQL_PIHAK, (dicari,)))
        masa = _group(conn.execute(_SQL_KEADAAN, (dicari, Status.RANCANGAN)))
        adendum = _group(conn.execute(_SQL_ADENDUM, (dicari,)))
        tenggat = _group(conn.execute(_SQL_TENGGAT, (pada.isoformat(), dicari)))
        make_tenggat = _Tenggat(pada, kalender)
        return [
            BarisLinimasa(
                nama, judul, tuple(p for (p,) in pihak[nama]), keadaan,
                tuple(_make_masa(*satu) for satu in masa[nama]),
                tuple(TandaAdendum(_day(berlaku), urutan) for berlaku, urutan in adendum[nama]),
                tuple(make_tenggat(*satu) for satu in tenggat[nama]),
            )
            for nama, judul, keadaan in semua
        ]  # fmt: skip


def _make_masa(dari: str, sampai: str, keadaan: str) -> Masa:
    return Masa(_day(dari), None if sampai == SELAMANYA else _day(sampai), keadaan, keadaan in _SELESAI)


class _Tenggat:
    """Makes the marks of deadlines, on their exact days."""

    def __init__(self, pada: date, kalender: "Kalender") -> None:
        self._pada = pada
        self._hitung = make_counter(kalender)

    def __call__(
        self, tersimpan: str, jenis: str, sumber: str, akibat: str | None, arah: str, batas: str | None, acuan: str
    ) -> TandaTenggat:
        # Holidays are loaded only for what is counted in working days.
        tanggal = _day(tersimpan) if batas is None else self._hitung(tersimpan, arah, batas, acuan).tanggal
        bila = f"; bila dibiarkan: {akibat}" if akibat else ""
        return TandaTenggat(tanggal, f"{jenis.replace('-', ' ')}, {sumber}{bila}", tanggal < self._pada)


_SQL_PERJANJIAN = """SELECT p.id, p.judul, k.keadaan
FROM perjanjian p JOIN keadaan k ON k.perjanjian = p.id AND k.dari <= ?1 AND k.sampai > ?1 WHERE 1"""
_URUT = "ORDER BY coalesce(p.mulai, p.tanggal), p.urutan LIMIT ?"
_DICARI = "perjanjian IN (SELECT value FROM json_each(?))"
_SQL_PIHAK = f"SELECT perjanjian, nama FROM pihak WHERE {_DICARI} ORDER BY perjanjian, urutan"  # noqa: S608
_SQL_KEADAAN = f"""SELECT perjanjian, dari, sampai, keadaan FROM keadaan WHERE {_DICARI} AND keadaan <> ?
ORDER BY perjanjian, dari"""  # noqa: S608
_SQL_ADENDUM = f"SELECT perjanjian, berlaku, urutan FROM adendum WHERE {_DICARI} ORDER BY perjanjian, urutan"  # noqa: S608
_SQL_TENGGAT = f"""SELECT perjanjian, tanggal, jenis, sumber, akibat, arah, iif(hari_kerja, batas, NULL), tanggal_acuan
FROM tenggat INDEXED BY tenggat_perjanjian WHERE berlaku_dari <= ?1 AND berlaku_sampai > ?1 AND {_DICARI}"""  # noqa: S608


def _day(teks: str) -> date:
    return date.fromisoformat(teks)


def _group(baris: Iterable[tuple[Any, ...]]) -> defaultdict[str, list[tuple[Any, ...]]]:
    hasil: defaultdict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for nama, *lain in baris:
        hasil[nama].append(tuple(lain))
    return hasil


def _check_ids(conn: sqlite3.Connection, perjanjian: Iterable[str]) -> None:
    galat: list[Galat] = []
    for satu in perjanjian:
        try:
            ensure_terdaftar(conn, satu)
        except NaskahError as error:
            galat += error.galat
    if galat:
        raise NaskahError(galat)


def _filter(saringan: SaringanLinimasa) -> tuple[str, list[str]]:
    syarat: list[str] = []
    nilai: list[str] = []
    for satu, isi in _iter_conditions(saringan):
        if isi:
            syarat.append(f"AND ({' OR '.join([satu] * len(isi))})")
            nilai += isi
    return " ".join(syarat), nilai


def _iter_conditions(saringan: SaringanLinimasa) -> Iterator[tuple[str, Sequence[str]]]:
    yield "instr(lower(p.unit), lower(?))", saringan.unit
    mitra = "EXISTS (SELECT 1 FROM pihak h WHERE h.perjanjian = p.id AND instr(lower(h.nama), lower(?)))"
    yield mitra, saringan.mitra
    yield "p.jenis = ?", saringan.jenis
    yield "k.keadaan = ?", saringan.keadaan
    yield "p.id = ?", saringan.perjanjian
