"""Finding what was changed behind the back of naskah: events, their chain, and the projection.

Everything is recomputed; nothing in the file is believed, neither the guards nor the stored hashes.
"""

import sqlite3
from collections.abc import Callable, Iterator

from naskah.model.galat import NaskahError
from naskah.registry.connection import Registry
from naskah.registry.errors import primary_code
from naskah.registry.events import Kepala, Peristiwa, compute_hash, read_kepala, read_peristiwa
from naskah.registry.rebuild import find_differences, stage, unstage
from naskah.registry.schema import HASH_AWAL, PENGAMAN

# Failures of the machine, not of what the registry holds.
_BUKAN_ISI = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR)
_MENYEBUT = 5  # so many agreements or rows are named; the rest are counted
_BANGUN = 'Jalankan "naskah registri bangun-ulang".'
_PULIHKAN = "Pulihkan registri dari cadangan."


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
        for periksa in (_check_berkas, _check_pengaman, _check_rantai, _check_kunci, _check_proyeksi):
            hasil += _collect(conn, periksa)
    return hasil


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
    except (sqlite3.Error, TypeError, ValueError) as error:
        if isinstance(error, sqlite3.Error) and primary_code(error) in _BUKAN_ISI:
            raise
        # What an attacker leaves behind need not have the right tables or types.
        yield f"Sebagian registri tidak terbaca: {error}. {_PULIHKAN}"


def _check_berkas(conn: sqlite3.Connection) -> Iterator[str]:
    for (pesan,) in conn.execute("PRAGMA integrity_check(5)").fetchall():
        if pesan != "ok":
            yield f"Berkas basis data rusak: {pesan}. {_PULIHKAN}"


def _check_pengaman(conn: sqlite3.Connection) -> Iterator[str]:
    ada = dict(conn.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall())
    for nama, sql in PENGAMAN.items():
        if ada.pop(nama, None) != sql:
            yield f"Pengaman {nama} pada tabel peristiwa hilang atau diubah. {_PULIHKAN}"
    for nama in ada:
        yield f"Ada pemicu {nama} yang bukan milik registri. Hapus pemicu itu."


def _check_rantai(conn: sqlite3.Connection) -> Iterator[str]:
    sebelum, harapan = HASH_AWAL, 1
    for satu in read_peristiwa(conn):
        if satu.urutan != harapan:
            yield _describe_gap(harapan, satu.urutan)
        if _hash(satu) != satu.hash:
            yield f"Peristiwa {satu.urutan} diubah: isinya tidak cocok dengan hash-nya. {_PULIHKAN}"
        if satu.hash_sebelum != sebelum:
            yield (
                f"Peristiwa {satu.urutan} tidak menyambung pada peristiwa sebelumnya:"
                f" ada peristiwa yang diubah, dihapus, disisipkan, atau ditukar urutannya. {_PULIHKAN}"
            )
        sebelum, harapan = satu.hash, satu.urutan + 1
    kepala = read_kepala(conn)
    if kepala.jumlah >= harapan:
        yield _describe_gap(harapan, kepala.jumlah + 1)
    elif kepala.jumlah != harapan - 1:
        yield f"Ada {harapan - 1} peristiwa, tetapi tercatat {kepala.jumlah}: ada yang disisipkan. {_PULIHKAN}"
    if kepala.hash != sebelum:
        yield f"Ujung rantai peristiwa tidak cocok dengan peristiwa terakhir. {_PULIHKAN}"


def _describe_gap(harapan: int, ditemukan: int) -> str:
    if ditemukan < harapan:
        return f"Urutan peristiwa {ditemukan} tidak wajar: seharusnya {harapan}. {_PULIHKAN}"
    hilang = f"{harapan}" if ditemukan == harapan + 1 else f"{harapan} sampai dengan {ditemukan - 1}"
    return f"Peristiwa {hilang} hilang. {_PULIHKAN}"


def _hash(p: Peristiwa) -> str:
    try:
        return compute_hash(p.urutan, p.perjanjian, p.jenis, p.tanggal, p.dicatat_pada, p.oleh, p.data, p.hash_sebelum)
    except (TypeError, ValueError):  # not even text
        return ""


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
