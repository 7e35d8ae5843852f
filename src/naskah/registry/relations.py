"""How agreements belong together: the one that another follows, its children, and who replaced whom."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from json import loads
from typing import Any

from naskah.registry.connection import Registry
from naskah.registry.identity import fold_teks
from naskah.registry.schema import SELAMANYA
from naskah.registry.unreadable import readable


@dataclass(frozen=True, slots=True)
class Kerabat:
    """An agreement as another one refers to it. Without `id` it is not in the registry."""

    id: str | None
    judul: str
    tanggal: date
    akhir: date | None = None  # the last day in force
    keadaan: str | None = None  # on the day asked about


@dataclass(frozen=True, slots=True)
class Keluarga:
    """What belongs to an agreement."""

    induk: tuple[Kerabat, ...]
    anak: tuple[Kerabat, ...]
    menggantikan: tuple[Kerabat, ...]
    digantikan_oleh: tuple[Kerabat, ...]


def read_keluarga(registry: Registry, perjanjian: str, *, pada: date) -> Keluarga:
    """Return what belongs to a registered agreement, with the states on `pada`.

    A parent is named by its id, or by its day and one of its numbers (ketentuan `induk`).

    Raises:
        NaskahError: the registry cannot be read.
    """
    with registry.read() as conn, readable(perjanjian):
        return Keluarga(
            tuple(_read_parents(conn, perjanjian, pada)),
            tuple(_read(conn, id, pada) for id in _find_children(conn, perjanjian)),
            tuple(_read(conn, id, pada) for id in _find_replaced(conn, perjanjian)),
            tuple(_read(conn, id, pada) for id in _find_successors(conn, perjanjian)),
        )


def _read_parents(conn: sqlite3.Connection, perjanjian: str, pada: date) -> Iterator[Kerabat]:
    for (teks,) in conn.execute(
        "SELECT data FROM ketentuan WHERE perjanjian = ? AND jenis = 'induk' AND berlaku_sampai = ? ORDER BY urutan",
        (perjanjian, SELAMANYA),
    ).fetchall():
        data = loads(teks)
        id = _find_parent(conn, data)
        tanggal = date.fromisoformat(data["tanggal"])
        yield Kerabat(None, data["judul"], tanggal) if id is None else _read(conn, id, pada)


def _find_parent(conn: sqlite3.Connection, induk: dict[str, Any]) -> str | None:
    if induk.get("id"):
        baris = conn.execute("SELECT id FROM perjanjian WHERE id = ?", (induk["id"],)).fetchone()
        return None if baris is None else str(baris[0])
    calon = conn.execute(
        "SELECT p.id, h.nomor FROM perjanjian p JOIN pihak h ON h.perjanjian = p.id WHERE p.tanggal = ?"
        " UNION ALL SELECT id, nomor FROM perjanjian WHERE tanggal = ?1",
        (induk["tanggal"],),
    )
    return next((str(id) for id, nomor in calon if _shares(nomor, induk)), None)


def _find_children(conn: sqlite3.Connection, perjanjian: str) -> list[str]:
    berid = conn.execute(
        "SELECT perjanjian FROM ketentuan WHERE jenis = 'induk' AND json_extract(data, '$.id') = ?"
        " AND berlaku_sampai = ?",
        (perjanjian, SELAMANYA),
    ).fetchall()
    nomor = conn.execute(
        "SELECT nomor FROM pihak WHERE perjanjian = ?1 UNION ALL SELECT nomor FROM perjanjian WHERE id = ?1",
        (perjanjian,),
    ).fetchall()
    setanggal = conn.execute(
        "SELECT perjanjian, data FROM ketentuan WHERE jenis = 'induk' AND json_extract(data, '$.tanggal') ="
        " (SELECT tanggal FROM perjanjian WHERE id = ?) AND berlaku_sampai = ?",
        (perjanjian, SELAMANYA),
    ).fetchall()
    bernomor = [
        anak
        for anak, teks in setanggal
        if not (data := loads(teks)).get("id") and any(_shares(satu, data) for (satu,) in nomor)
    ]
    return sorted({str(id) for (id,) in berid} | set(bernomor))


def _shares(nomor: str | None, induk: dict[str, Any]) -> bool:
    return nomor is not None and fold_teks(nomor) in map(fold_teks, induk.get("nomor", ()))


def _find_successors(conn: sqlite3.Connection, perjanjian: str) -> list[str]:
    sebab = conn.execute(
        "SELECT sebab FROM keadaan WHERE perjanjian = ? AND keadaan = 'digantikan' ORDER BY dari", (perjanjian,)
    )
    return [str(satu).removeprefix("digantikan ") for (satu,) in sebab.fetchall()]


def _find_replaced(conn: sqlite3.Connection, perjanjian: str) -> list[str]:
    return [
        str(id)
        for (id,) in conn.execute(
            "SELECT DISTINCT perjanjian FROM keadaan WHERE keadaan = 'digantikan' AND sebab = ? ORDER BY perjanjian",
            (f"digantikan {perjanjian}",),
        ).fetchall()
    ]


def _read(conn: sqlite3.Connection, perjanjian: str, pada: date) -> Kerabat:
    judul, tanggal, akhir, keadaan = conn.execute(
        "SELECT p.judul, p.tanggal, p.akhir, k.keadaan FROM perjanjian p JOIN keadaan k ON k.perjanjian = p.id"
        " AND k.dari <= ?2 AND k.sampai > ?2 WHERE p.id = ?1",
        (perjanjian, pada.isoformat()),
    ).fetchone()
    hari = None if akhir is None else date.fromisoformat(akhir)
    return Kerabat(perjanjian, judul, date.fromisoformat(tanggal), hari, keadaan)
