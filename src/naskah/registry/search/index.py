"""Keeping the search index: it follows the events by their number, a little at every search, all after a rebuild."""

import sqlite3
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path

from naskah.model.galat import NaskahError
from naskah.registry.connection import Registry
from naskah.registry.database import open_registry
from naskah.registry.events import read_kepala
from naskah.registry.search.contents import join_bagian, read_fakta, read_teks, read_terakhir
from naskah.registry.search.tables import TABEL_PENCARIAN, VERSI_INDEKS, replace_index

# So many events are followed in one transaction: others can write in between, and a kill loses little.
_PERISTIWA_SEKALI = 2000
_PERJANJIAN_SEKALI = 500
# Whoever searches waits only so long for another process, and then does without the latest events.
_TUNGGU_DETIK = 1.0

# Told how many events are still to be followed.
Lapor = Callable[[int], None]


def ensure_fresh(path: Path, lapor: Lapor | None = None) -> int:
    """Bring the index of a registry up to its last event, where the file can be written.

    Returns:
        How many events could not be followed; 0 when everything can be found.

    Raises:
        NaskahError: the registry cannot be read.
    """
    with open_registry(path, readonly=True) as registry:
        tertinggal = count_pending(registry)
    if not tertinggal:
        return 0
    if lapor is not None:
        lapor(tertinggal)
    try:
        with open_registry(path, timeout=_TUNGGU_DETIK) as registry:
            catch_up(registry)
    except NaskahError:
        # Not ours to write, or somebody is writing just now: found is what was indexed before.
        return tertinggal
    return 0


def count_pending(registry: Registry) -> int:
    """Return how many events the index has not followed yet.

    Raises:
        NaskahError: the registry cannot be read.
    """
    with registry.read() as conn:
        jumlah = read_kepala(conn).jumlah
        sampai = _read_sampai(conn, jumlah)
        # An index that is not there is made also for a registry without events.
        return max(jumlah, 1) if sampai is None else jumlah - sampai


def catch_up(registry: Registry) -> int:
    """Index what was recorded since; returns how many agreements were indexed.

    Raises:
        NaskahError: the registry cannot be written.
    """
    diindeks = 0
    dari_awal = False
    while True:
        with registry.write() as conn:
            jumlah = read_kepala(conn).jumlah
            sampai = _read_sampai(conn, jumlah)
            if sampai is None:
                replace_index(conn)
                sampai = 0
            dari_awal = dari_awal or sampai == 0
            if sampai == jumlah:
                break
            batas = min(sampai + _PERISTIWA_SEKALI, jumlah)
            diindeks += _follow(conn, sampai, batas)
            conn.execute("UPDATE cari_indeks SET sampai = ?", (batas,))
    if dari_awal and diindeks:
        with registry.write() as conn:
            _optimize(conn)
    return diindeks


def rebuild_index(registry: Registry) -> int:
    """Make the whole index anew; returns how many agreements were indexed.

    Raises:
        NaskahError: the registry cannot be written.
    """
    with registry.write() as conn:
        replace_index(conn)
    return catch_up(registry)


def _read_sampai(conn: sqlite3.Connection, jumlah: int) -> int | None:
    """How far the index goes; None when it must be made anew: lost, of another version, or of other events."""
    ada = {nama for (nama,) in conn.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    if not ada.issuperset(TABEL_PENCARIAN):
        return None
    baris = conn.execute("SELECT sampai FROM cari_indeks WHERE id = 1 AND versi = ?", (VERSI_INDEKS,)).fetchone()
    return None if baris is None or baris[0] > jumlah else int(baris[0])


def _follow(conn: sqlite3.Connection, sampai: int, batas: int) -> int:
    kena = [
        nama
        for (nama,) in conn.execute(
            # Once each, with its last event, however many there are to follow.
            "SELECT perjanjian FROM peristiwa p WHERE urutan > ?1 AND urutan <= ?2 GROUP BY perjanjian"
            " HAVING NOT EXISTS (SELECT 1 FROM peristiwa l WHERE l.perjanjian = p.perjanjian AND l.urutan > ?2)"
            " ORDER BY max(urutan)",
            (sampai, batas),
        )
    ]
    kelompok = range(0, len(kena), _PERJANJIAN_SEKALI)
    return sum(_index(conn, kena[i : i + _PERJANJIAN_SEKALI]) for i in kelompok)


def _index(conn: sqlite3.Connection, perjanjian: Sequence[str]) -> int:
    """Index agreements as they are now; one of which nothing that can be found has changed stays as it is."""
    teks, terakhir = read_teks(conn, perjanjian), read_terakhir(conn, perjanjian)
    semua_baris: list[tuple[int, str, str]] = []
    semua_fakta: list[tuple[int, str]] = []
    semua_isi: list[tuple[int, str]] = []
    for nama, fakta in read_fakta(conn, perjanjian).items():
        isi_fakta = join_bagian(fakta)
        isi = join_bagian((*fakta, *teks[nama])) if nama in teks else ""
        sidik = sha256(f"{isi_fakta}\0{isi}".encode()).hexdigest()
        baris = terakhir[nama]
        lama = conn.execute("SELECT baris, sidik FROM cari_baris WHERE perjanjian = ?", (nama,)).fetchone()
        if lama is not None and (lama[0] == baris or lama[1] == sidik):
            continue
        semua_baris.append((baris, nama, sidik))
        semua_fakta.append((baris, isi_fakta))
        if isi:
            semua_isi.append((baris, isi))
    # Apart and by number: after a REPLACE, and at a number below the last, FTS5 writes out what it has gathered.
    conn.executemany("INSERT OR REPLACE INTO cari_baris VALUES (?, ?, ?)", semua_baris)
    conn.executemany("INSERT INTO cari_fakta (rowid, isi) VALUES (?, ?)", sorted(semua_fakta))
    conn.executemany("INSERT INTO cari_isi (rowid, isi) VALUES (?, ?)", sorted(semua_isi))
    return len(semua_baris)


def _optimize(conn: sqlite3.Connection) -> None:
    """One segment instead of many: quicker to search."""
    for nama in ("cari_fakta", "cari_isi"):
        conn.execute(f"INSERT INTO {nama} ({nama}) VALUES ('optimize')")  # noqa: S608
