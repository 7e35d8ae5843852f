"""The trees of agreements and adenda: kept by the hash of their contents, never looked into.

Not part of the projection: a tree cannot be made again from the events, which hold its hash alone.
"""

import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import NamedTuple

from naskah.model.galat import NaskahError
from naskah.registry.unreadable import PULIHKAN

TABEL_NASKAH = "CREATE TABLE naskah (sidik TEXT PRIMARY KEY, isi BLOB NOT NULL) STRICT, WITHOUT ROWID"

# Trees are written once and read seldom; the quickest level already makes them six times smaller.
_TINGKAT = 1
_SQL_DISEBUT = """SELECT urutan, perjanjian, json_extract(data, '$.naskah') AS sidik FROM peristiwa
WHERE jenis IN ('didaftarkan', 'diperbarui', 'diadendum') AND json_extract(data, '$.naskah') IS NOT NULL"""


def compute_sidik(isi: bytes) -> str:
    """Return the name of a tree: the sha256 of its canonical JSON, in hex."""
    return sha256(isi).hexdigest()


class PohonSiap(NamedTuple):
    """A tree made ready to be kept: its name, and its contents compressed."""

    sidik: str
    isi: bytes


def pack_tree(isi: bytes) -> PohonSiap:
    """Make a tree ready, in any process."""
    return PohonSiap(compute_sidik(isi), zlib.compress(isi, _TINGKAT))


def store_trees(conn: sqlite3.Connection, semua: Iterable[PohonSiap]) -> None:
    """Keep trees; the same tree is kept once."""
    conn.executemany("INSERT OR IGNORE INTO naskah VALUES (?, ?)", semua)


def read_tree(conn: sqlite3.Connection, sidik: str) -> bytes:
    """Return the canonical JSON of a tree.

    Raises:
        NaskahError: it is not there, or is not what its name says.
    """
    baris = conn.execute("SELECT isi FROM naskah WHERE sidik = ?", (sidik,)).fetchone()
    if baris is None:
        raise NaskahError(f"naskah {sidik[:16]} hilang dari registri. {PULIHKAN}")
    isi = _decompress(baris[0])
    if isi is None or compute_sidik(isi) != sidik:
        raise NaskahError(f"naskah {sidik[:16]} di registri rusak. {PULIHKAN}")
    return isi


def check_trees(conn: sqlite3.Connection) -> Iterator[str]:
    """Yield what is wrong with the trees, as sentences: changed, damaged, or named by an event and gone."""
    ada = set()
    for sidik, isi in conn.execute("SELECT sidik, isi FROM naskah"):
        ada.add(sidik)
        mentah = _decompress(isi)
        if mentah is None or compute_sidik(mentah) != sidik:
            yield f"Naskah {sidik[:16]} diubah: isinya tidak cocok dengan sidiknya. {PULIHKAN}"
    for urutan, perjanjian, sidik in conn.execute(_SQL_DISEBUT):
        if sidik not in ada:
            yield f'Naskah yang disebut peristiwa {urutan} (perjanjian "{perjanjian}") hilang. {PULIHKAN}'


def _decompress(isi: bytes) -> bytes | None:
    try:
        return zlib.decompress(isi)
    except (zlib.error, TypeError):
        return None
