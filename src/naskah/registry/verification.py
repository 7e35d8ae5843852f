"""Finding what was changed behind the back of naskah: events, their chain, and the projection.

Everything is recomputed; nothing in the file is believed, neither the guards nor the stored hashes.
"""

import sqlite3
from collections.abc import Callable, Iterator

from naskah.model.galat import NaskahError
from naskah.registry.chain import check_chain
from naskah.registry.connection import Registry
from naskah.registry.errors import primary_code
from naskah.registry.events import Kepala, read_kepala
from naskah.registry.rebuild import find_differences, stage, unstage
from naskah.registry.schema import PENGAMAN
from naskah.registry.trees import check_trees
from naskah.registry.unreadable import PULIHKAN, TIDAK_TERBACA, explain

# Failures of the machine, not of what the registry holds.
_BUKAN_ISI = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR)
_MENYEBUT = 5  # so many agreements or rows are named; the rest are counted
_BANGUN = 'Jalankan "naskah registri bangun-ulang".'


def verify(registry: Registry) -> list[str]:
    """Return what is wrong with the registry, as Indonesian sentences; an empty list when nothing is.

    Finds an event changed, removed (in the middle, at either end), reordered or slipped in; rows without
    their parent; a projection other than the events give; damage to the file itself. Someone who forges
    every event and hash anew is found only by a `read_head` kept elsewhere.

    Raises:
        NaskahError: the registry cannot be opened for reading at all (locked, disk error).
    """
    hasil: list[str] = []
    with registry.read() as conn:
        for periksa in (_check_berkas, _check_pengaman):
            hasil += _collect(conn, periksa)
        rantai = list(_collect(conn, check_chain))
        rantai += _collect(conn, check_trees)
        turunan = [*_collect(conn, _check_kunci), *_collect(conn, _check_proyeksi)]
    if rantai:
        # What is built anew from broken events is broken too, and looks right.
        turunan = [satu.replace(_BANGUN, PULIHKAN) for satu in turunan]
    return hasil + rantai + turunan


def read_head(registry: Registry) -> Kepala:
    """Return how many events there are and the last hash: print it, keep it outside, compare later.

    Raises:
        NaskahError: the registry cannot be read.
    """
    with registry.read() as conn:
        return read_kepala(conn)


def _collect(conn: sqlite3.Connection, periksa: Callable[[sqlite3.Connection], Iterator[str]]) -> Iterator[str]:
    try:
        yield from periksa(conn)
    except NaskahError as error:
        yield from (str(g) for g in error.galat)
    except (sqlite3.Error, *TIDAK_TERBACA) as error:
        if isinstance(error, sqlite3.Error) and primary_code(error) in _BUKAN_ISI:
            raise
        # What an attacker leaves behind need not have the right tables or types.
        yield f"Sebagian registri tidak terbaca: {explain(error)}. {PULIHKAN}"


def _check_berkas(conn: sqlite3.Connection) -> Iterator[str]:
    for (pesan,) in conn.execute("PRAGMA integrity_check(5)").fetchall():
        if pesan != "ok":
            yield f"Berkas basis data rusak: {pesan}. {PULIHKAN}"


def _check_pengaman(conn: sqlite3.Connection) -> Iterator[str]:
    ada = dict(conn.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall())
    for nama, sql in PENGAMAN.items():
        if ada.pop(nama, None) != sql:
            yield f"Pengaman {nama} pada tabel peristiwa hilang atau diubah. {PULIHKAN}"
    for nama in ada:
        yield f"Ada pemicu {nama} yang bukan milik registri. Hapus pemicu itu."


def _check_kunci(conn: sqlite3.Connection) -> Iterator[str]:
    rusak: dict[str, int] = {}
    for tabel, _, induk, _ in conn.execute("PRAGMA foreign_key_check").fetchall():
        rusak[f"{tabel} tanpa {induk}"] = rusak.get(f"{tabel} tanpa {induk}", 0) + 1
    for sebutan, jumlah in rusak.items():
        yield f"Ada {jumlah} baris {sebutan} yang memilikinya. {_BANGUN}"


def _check_proyeksi(conn: sqlite3.Connection) -> Iterator[str]:
    try:
        stage(conn)
        berbeda = find_differences(conn)
    finally:
        unstage(conn)
    if berbeda:
        nama = ", ".join(berbeda[:_MENYEBUT])
        lain = f" dan {len(berbeda) - _MENYEBUT} lain" if len(berbeda) > _MENYEBUT else ""
        yield f"Isi registri berbeda dari peristiwanya pada: {nama}{lain}. {_BANGUN}"
