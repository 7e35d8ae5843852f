"""Building the whole projection anew from the events, and comparing it with what is stored."""

import sqlite3
from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from naskah.registry.chain import ensure_whole
from naskah.registry.connection import Registry, temporary_tables
from naskah.registry.events import Peristiwa
from naskah.registry.kinds import fold
from naskah.registry.projection import Baris, project, write_baris
from naskah.registry.schema import PROYEKSI, TAMPILAN, Tabel

# Prefix of the temporary tables in which the projection is built before it replaces the stored one.
_ULANG = "temp.ulang_"


@dataclass(frozen=True, slots=True)
class HasilBangunUlang:
    """What a rebuild found. `berbeda` names the agreements whose stored projection was not the rebuilt."""

    perjanjian: int
    peristiwa: int
    berbeda: tuple[str, ...]

    @property
    def sama(self) -> bool:
        """Whether the stored projection was identical to the rebuilt one."""
        return not self.berbeda


def rebuild(registry: Registry, *, compare: bool = True) -> HasilBangunUlang:
    """Replace the whole projection by one built from the events alone, in one transaction.

    Args:
        registry: an open registry.
        compare: also find out which agreements were stored otherwise; without it `berbeda` is empty.

    Raises:
        NaskahError: the chain of events is broken, they do not add up (see `verify`), or the registry cannot be
            written; nothing is changed then.
    """
    with registry.rewrite() as conn:
        ensure_whole(conn)
        jumlah = stage(conn)
        berbeda = tuple(find_differences(conn)) if compare else ()
        _replace(conn)
        unstage(conn)
        (peristiwa,) = conn.execute("SELECT count(*) FROM peristiwa").fetchone()
    return HasilBangunUlang(jumlah, peristiwa, berbeda)


def rebuild_within(conn: sqlite3.Connection) -> None:
    """Rebuild inside a transaction of `Registry.rewrite`: how a migration changes the projection.

    Raises:
        NaskahError: the events do not add up.
    """
    stage(conn)
    _replace(conn)
    unstage(conn)


def stage(conn: sqlite3.Connection) -> int:
    """Build the projection in temporary tables; returns the number of agreements.

    Works on a connection that may only read, too.

    Raises:
        NaskahError: the events do not add up.
    """
    unstage(conn)
    with temporary_tables(conn):
        return _stage(conn)


def _stage(conn: sqlite3.Connection) -> int:
    for tabel in PROYEKSI:
        # No types and no keys: the values stay as they are made, and appending is all that happens.
        conn.execute(f"CREATE TABLE {_ULANG}{tabel.nama} ({', '.join(tabel.kolom)})")
    with closing(_project_all(conn)) as semua:
        return write_baris(conn, semua, _ULANG)


def unstage(conn: sqlite3.Connection) -> None:
    """Drop the temporary tables of `stage`."""
    with temporary_tables(conn):
        for tabel in PROYEKSI:
            conn.execute(f"DROP TABLE IF EXISTS {_ULANG}{tabel.nama}")


def find_differences(conn: sqlite3.Connection) -> list[str]:
    """Return the agreements of which any stored row is not as staged, or the name of a lost table or view."""
    berbeda: set[str] = set()
    for tabel in PROYEKSI:
        ada = [nama for (nama,) in conn.execute("SELECT name FROM pragma_table_info(?)", (tabel.nama,))]
        if ada != list(tabel.kolom):
            return [f"tabel {tabel.nama}"]
        if _is_unchanged(conn, tabel):
            continue
        berbeda.update(str(nama) for (nama,) in conn.execute(_differences_sql(tabel)))
        # A table made without its key could hold a row twice, which EXCEPT does not see.
        if not berbeda and _count(conn, f"main.{tabel.nama}") != _count(conn, f"{_ULANG}{tabel.nama}"):
            berbeda.add(f"tabel {tabel.nama}")
    ada_tampilan = dict(conn.execute("SELECT name, sql FROM main.sqlite_schema WHERE type = 'view'").fetchall())
    berbeda.update(f"tampilan {n}" for n in TAMPILAN if ada_tampilan.get(n) != _view_sql(n))
    return sorted(berbeda)


def _is_unchanged(conn: sqlite3.Connection, tabel: Tabel) -> bool:
    """Whether every staged row is found under its key, and no other is stored; five times as fast as EXCEPT."""
    baris = conn.execute("SELECT sql FROM main.sqlite_schema WHERE name = ?", (tabel.nama,)).fetchone()
    if baris is None or baris[0] != tabel.create_sql():
        return False  # perhaps without its key, so that finding each row would take a walk through all
    kunci = " AND ".join(f"m.{k} = u.{k}" for k in tabel.kunci)
    # IS: also where both are NULL. BINARY: letter case counts, whatever the column says.
    lain = "".join(f" AND m.{k} IS u.{k} COLLATE BINARY" for k in tabel.kolom if k not in tabel.kunci)
    (sama,) = conn.execute(
        f"SELECT count(*) FROM {_ULANG}{tabel.nama} u CROSS JOIN main.{tabel.nama} m ON {kunci}{lain}"  # noqa: S608
    ).fetchone()
    return int(sama) == _count(conn, f"{_ULANG}{tabel.nama}") == _count(conn, f"main.{tabel.nama}")


def _count(conn: sqlite3.Connection, nama: str) -> int:
    (jumlah,) = conn.execute(f"SELECT count(*) FROM {nama}").fetchone()  # noqa: S608
    return int(jumlah)


def _differences_sql(tabel: Tabel) -> str:
    pemilik = "perjanjian" if "perjanjian" in tabel.kolom else "id"
    ulang, main = f"{_ULANG}{tabel.nama}", f"main.{tabel.nama}"
    return (
        f"SELECT {pemilik} FROM (SELECT * FROM {ulang} EXCEPT SELECT * FROM {main})"  # noqa: S608
        f" UNION SELECT {pemilik} FROM (SELECT * FROM {main} EXCEPT SELECT * FROM {ulang})"
    )


def _replace(conn: sqlite3.Connection) -> None:
    """Drop and make the tables and views, so that also a damaged shape or index is mended."""
    for nama in TAMPILAN:
        conn.execute(f"DROP VIEW IF EXISTS main.{nama}")
    for tabel in reversed(PROYEKSI):
        conn.execute(f"DROP TABLE IF EXISTS main.{tabel.nama}")
    for tabel in PROYEKSI:
        conn.execute(tabel.create_sql())
        # Sorted by its key a clustered table is written front to back; staged were the agreements in their order.
        urut = "" if tabel.kunci[0] == "perjanjian" else f" ORDER BY {', '.join(tabel.kunci)}"
        conn.execute(f"INSERT INTO main.{tabel.nama} SELECT * FROM {_ULANG}{tabel.nama}{urut}")  # noqa: S608
        for indeks in tabel.indeks:
            conn.execute(indeks)
    for nama in TAMPILAN:
        conn.execute(_view_sql(nama))


def _view_sql(nama: str) -> str:
    return f"CREATE VIEW {nama} AS {TAMPILAN[nama]}"


def _project_all(conn: sqlite3.Connection) -> Generator[Baris, None, None]:
    # A cursor left open by an error would keep the tables from being dropped.
    with closing(
        conn.execute(
            "SELECT urutan, perjanjian, jenis, tanggal, dicatat_pada, oleh, data, hash_sebelum, hash"
            " FROM peristiwa ORDER BY perjanjian, urutan"
        )
    ) as baris:
        semua = (Peristiwa(*satu) for satu in baris)
        for perjanjian, miliknya in groupby(semua, key=attrgetter("perjanjian")):
            yield project(fold(perjanjian, miliknya))
