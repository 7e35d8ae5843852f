"""An agreement with its adenda, as whoever writes the next adendum or the consolidated text needs it."""

import sqlite3
from dataclasses import dataclass
from datetime import date, timedelta
from json import loads

from naskah.model.galat import NaskahError
from naskah.registry.adendum import Adendum, Data, read_adendum
from naskah.registry.connection import Registry
from naskah.registry.events import read_peristiwa
from naskah.registry.kinds import fold
from naskah.registry.lifecycle.kinds import Kejadian, read_kejadian
from naskah.registry.lookup import not_found
from naskah.registry.state import TAMAT
from naskah.registry.trees import read_tree
from naskah.registry.unreadable import readable


@dataclass(frozen=True, slots=True)
class Silsilah:
    """The facts of an agreement as registered, its tree, and its adenda in order."""

    id: str
    tanggal: str  # of signing
    data: Data  # a Pendaftaran
    naskah: bytes | None  # canonical JSON of its tree; None: registered before trees were kept
    adendum: tuple[Adendum, ...]
    kejadian: tuple[Kejadian, ...] = ()  # what happened to it, by day

    def require_naskah(self) -> bytes:
        """Return the tree.

        Raises:
            NaskahError: the agreement was registered before trees were kept.
        """
        if self.naskah is None:
            raise NaskahError(
                f'perjanjian "{self.id}" didaftarkan sebelum registri menyimpan isi naskahnya;'
                " daftarkan ulang dengan --perbarui: naskah registri tambah RANCANGAN --perbarui"
            )
        return self.naskah


def read_lineage(registry: Registry, perjanjian: str) -> Silsilah:
    """Return an agreement with its adenda.

    Raises:
        NaskahError: no such id (the message names near ones), or the registry cannot be read.
    """
    with registry.read() as conn:
        silsilah = _read(conn, perjanjian)
        if silsilah is None:
            raise not_found(conn, perjanjian)
    return silsilah


def find_lineage(registry: Registry, perjanjian: str) -> Silsilah | None:
    """Return an agreement with its adenda; None when there is none of that id."""
    with registry.read() as conn:
        return _read(conn, perjanjian)


def _read(conn: sqlite3.Connection, perjanjian: str) -> Silsilah | None:
    with readable(perjanjian):
        baris = conn.execute(
            "SELECT p.tanggal, e.data FROM perjanjian p JOIN peristiwa e ON e.urutan = p.cuplikan WHERE p.id = ?",
            (perjanjian,),
        ).fetchone()
        if baris is None:
            return None
        tanggal, teks = baris
        data = loads(teks)
        sidik = data.get("naskah")
        naskah = read_tree(conn, sidik) if sidik else None
        keadaan = fold(perjanjian, read_peristiwa(conn, perjanjian))
        adendum, kejadian = read_adendum(keadaan.adendum), read_kejadian(keadaan.kejadian)
        return Silsilah(perjanjian, tanggal, data, naskah, tuple(adendum), tuple(kejadian))


def read_end(registry: Registry, perjanjian: str, pada: date) -> date | None:
    """Return the last day in force of an agreement that has ended by the day `pada`; None while it has not."""
    with registry.read() as conn, readable(perjanjian):
        baris = conn.execute(
            "SELECT dari, keadaan FROM keadaan WHERE perjanjian = ?1 AND dari <= ?2 AND sampai > ?2",
            (perjanjian, pada.isoformat()),
        ).fetchone()
    if baris is None or baris[1] not in TAMAT:
        return None
    return date.fromisoformat(baris[0]) - timedelta(days=1)


def find_parent(registry: Registry, adendum: str) -> str | None:
    """Return the id of the agreement that an adendum changes; None when there is no adendum of that id."""
    with registry.read() as conn:
        baris = conn.execute("SELECT perjanjian FROM adendum WHERE id = ?", (adendum,)).fetchone()
    return None if baris is None else str(baris[0])
