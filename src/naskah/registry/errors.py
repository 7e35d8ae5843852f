"""Failures of SQLite, said as a NaskahError that tells the user what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from naskah.model.galat import Galat, NaskahError
from naskah.registry.unreadable import PERIKSA, explain

# Primary result codes of SQLite (https://www.sqlite.org/rescode.html) -> what the user reads.
_PESAN = {
    sqlite3.SQLITE_BUSY: "registri sedang dipakai proses lain; tunggu sampai proses itu selesai, lalu coba lagi.",
    sqlite3.SQLITE_LOCKED: "registri sedang dipakai proses lain; tunggu sampai proses itu selesai, lalu coba lagi.",
    sqlite3.SQLITE_FULL: "disk penuh; tidak ada yang dicatat. Kosongkan ruang disk, lalu coba lagi.",
    sqlite3.SQLITE_IOERR: (
        "registri gagal dibaca atau ditulis; tidak ada yang dicatat."
        " Periksa ruang kosong dan keadaan disk, lalu coba lagi."
    ),
    sqlite3.SQLITE_READONLY: (
        "registri tidak dapat ditulis; tidak ada yang dicatat. Periksa izin tulis pada berkas dan foldernya."
    ),
    sqlite3.SQLITE_PERM: "registri tidak dapat dibuka; periksa izin berkas dan foldernya.",
    sqlite3.SQLITE_CANTOPEN: (
        "registri tidak dapat dibuka; periksa apakah foldernya ada dan boleh dibaca dan ditulis."
    ),
    sqlite3.SQLITE_NOTADB: (
        "berkas ini bukan registri naskah (bukan basis data SQLite). Pilih berkas lain, atau pulihkan cadangan."
    ),
    sqlite3.SQLITE_CORRUPT: "berkas registri rusak. Pulihkan dari cadangan terakhir.",
    sqlite3.SQLITE_CONSTRAINT: f"isi registri tidak utuh; tidak ada yang dicatat. {PERIKSA}",
}


def primary_code(error: sqlite3.Error) -> int:
    """Return the primary result code; 0 when the failure is not SQLite's own."""
    # Extended codes keep the primary one in the low byte.
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def to_naskah_error(error: sqlite3.Error, path: Path) -> NaskahError:
    """Return the NaskahError for a failure of SQLite on the registry at `path`."""
    # Anything not listed is a database whose tables are not what they must be.
    lain = f"registri tidak dapat dibaca sebagaimana mestinya: {explain(error)}. {PERIKSA}"
    pesan = _PESAN.get(primary_code(error), lain)
    return NaskahError(Galat(pesan, berkas=str(path)))


@contextmanager
def sqlite_errors(path: Path) -> Iterator[None]:
    """Turn every failure of SQLite inside the block into a NaskahError.

    Raises:
        NaskahError: SQLite failed.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise to_naskah_error(error, path) from error
