"""What cannot be read in the registry, said without the words of the program's insides."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from json import JSONDecodeError

from naskah.model.galat import Galat, NaskahError

PERIKSA = 'Jalankan "naskah registri verifikasi" untuk melihat kerusakannya.'
PULIHKAN = "Pulihkan registri dari cadangan."

# What reading damaged contents can raise.
TIDAK_TERBACA = (KeyError, TypeError, ValueError, AttributeError, IndexError)

_HILANG = re.compile(r"no such (table|column): (\S+)")
_BENDA = {"table": "tabel", "column": "kolom"}


def explain(error: Exception) -> str:
    """Return the end of a sentence that says what is wrong with contents: 'kunci "tanggal" tidak ada'."""
    if isinstance(error, sqlite3.Error):
        return _explain_sqlite(error)
    if isinstance(error, JSONDecodeError):
        return "isinya bukan JSON yang utuh"
    if isinstance(error, KeyError):
        return f'kunci "{error.args[0]}" tidak ada' if error.args else "ada kunci yang hilang"
    if isinstance(error, ValueError):
        return "ada nilai (misalnya tanggal) yang tidak dapat dibaca"
    return "susunan isinya tidak dikenal"


def _explain_sqlite(error: sqlite3.Error) -> str:
    if hilang := _HILANG.match(str(error)):
        return f"{_BENDA[hilang[1]]} {hilang[2]} tidak ada"
    return f"SQLite menolak, kode {getattr(error, 'sqlite_errorname', None) or 'tidak diketahui'}"


@contextmanager
def readable(perjanjian: str | None = None) -> Iterator[None]:
    """Contents of the projection that cannot be read, as a NaskahError."""
    try:
        yield
    except TIDAK_TERBACA as error:
        raise NaskahError(
            Galat(f"isi registri tidak terbaca: {explain(error)}. {PERIKSA}", kunci=perjanjian)
        ) from error
