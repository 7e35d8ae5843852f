"""The append-only events and the chain of hashes that ties them together."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from json import JSONEncoder
from typing import Any, NamedTuple

from naskah.model.galat import NaskahError

# One text for one value: sorted keys, no spaces, letters as they are.
_encode = JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode


@dataclass(frozen=True, slots=True)
class Peristiwa:
    """One event as recorded; dates and times are ISO 8601 text, as the hash covers them."""

    urutan: int
    perjanjian: str
    jenis: str
    tanggal: str  # the day it happened
    dicatat_pada: str  # when it was recorded, UTC
    oleh: str
    data: str  # canonical JSON
    hash_sebelum: str
    hash: str


class PeristiwaBaru(NamedTuple):
    """An event still to be recorded."""

    perjanjian: str
    jenis: str
    tanggal: str
    data: str


class Kepala(NamedTuple):
    """The end of the chain: how many events there are, and the hash of the last one."""

    jumlah: int
    hash: str


def canonical(nilai: Any) -> str:
    """Return the canonical JSON of a value: sorted keys, no spaces, no escapes for letters."""
    return _encode(nilai)


def compute_hash(
    urutan: int,
    perjanjian: str,
    jenis: str,
    tanggal: str,
    dicatat_pada: str,
    oleh: str,
    data: str,
    hash_sebelum: str,
) -> str:
    """Return the sha256, in hex, over every field of an event and the hash of the one before.

    A JSON array keeps the fields apart: no two events have the same serialisation.
    """
    isi = _encode([urutan, perjanjian, jenis, tanggal, dicatat_pada, oleh, data, hash_sebelum])
    return sha256(isi.encode()).hexdigest()


def read_kepala(conn: sqlite3.Connection) -> Kepala:
    """Return the recorded end of the chain.

    Raises:
        NaskahError: the record is gone.
    """
    baris = conn.execute("SELECT jumlah, hash FROM rantai WHERE id = 1").fetchone()
    if baris is None:
        raise NaskahError("catatan ujung rantai peristiwa hilang dari registri. Pulihkan registri dari cadangan.")
    return Kepala(*baris)


def append(conn: sqlite3.Connection, baru: Iterable[PeristiwaBaru], *, oleh: str, waktu: datetime) -> list[Peristiwa]:
    """Record events at the end of the chain, inside the transaction of the caller.

    Args:
        conn: a connection in a write transaction.
        baru: the events, in their order.
        oleh: who records them.
        waktu: when, with its time zone.
    """
    kepala = read_kepala(conn)
    dicatat = format_waktu(waktu)
    urutan, sebelum = kepala
    hasil = []
    for perjanjian, jenis, tanggal, data in baru:
        urutan += 1
        sidik = compute_hash(urutan, perjanjian, jenis, tanggal, dicatat, oleh, data, sebelum)
        hasil.append(Peristiwa(urutan, perjanjian, jenis, tanggal, dicatat, oleh, data, sebelum, sidik))
        sebelum = sidik
    conn.executemany(
        "INSERT INTO peristiwa VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (p.urutan, p.perjanjian, p.jenis, p.tanggal, p.dicatat_pada, p.oleh, p.data, p.hash_sebelum, p.hash)
            for p in hasil
        ],
    )
    return hasil


def check_oleh(oleh: str) -> str:
    """Return the name of who records, without spaces around it.

    Raises:
        NaskahError: it is empty or holds what cannot be printed (or written as UTF-8).
    """
    bersih = oleh.strip()
    if not bersih or not bersih.isprintable():
        raise NaskahError("nama pencatat kosong atau memuat karakter kendali. Tulis nama Anda.")
    return bersih


def format_waktu(waktu: datetime) -> str:
    """Return a time as UTC, ISO 8601 to the second: "2026-01-02T03:04:05Z"; without a zone it is local."""
    return waktu.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def read_peristiwa(conn: sqlite3.Connection, perjanjian: str | None = None) -> Iterator[Peristiwa]:
    """Yield the events of one agreement, or all of them, in the order recorded."""
    kolom = "urutan, perjanjian, jenis, tanggal, dicatat_pada, oleh, data, hash_sebelum, hash"
    if perjanjian is None:
        baris = conn.execute(f"SELECT {kolom} FROM peristiwa ORDER BY urutan")  # noqa: S608
    else:
        baris = conn.execute(
            f"SELECT {kolom} FROM peristiwa WHERE perjanjian = ? ORDER BY urutan",  # noqa: S608
            (perjanjian,),
        )
    for satu in baris:
        yield Peristiwa(*satu)
