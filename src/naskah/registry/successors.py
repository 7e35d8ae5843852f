"""Whether one agreement may take the place of another."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from json import loads

from naskah.bahasa.tanggal import format_tanggal
from naskah.registry.events import read_peristiwa
from naskah.registry.lifecycle import kinds
from naskah.registry.lifecycle.kinds import Kejadian
from naskah.registry.periods import compute_babak
from naskah.registry.projection import fold_bahan
from naskah.registry.state import TAMAT, compute_status, find_babak


def iter_successor_faults(conn: sqlite3.Connection, perjanjian: str, kejadian: Kejadian) -> Iterator[str]:
    """Yield, as Indonesian sentences, why the agreement named in `digantikan` cannot be the successor.

    Args:
        conn: a connection in a transaction.
        perjanjian: the id of the agreement that is replaced.
        kejadian: the event; read from the events alone, so that others of one sheet count as well.
    """
    oleh = kejadian.data["oleh"]
    if oleh == perjanjian:
        yield "oleh: perjanjian tidak dapat menggantikan dirinya sendiri"
        return
    if conn.execute("SELECT 1 FROM perjanjian WHERE id = ?", (oleh,)).fetchone() is None:
        yield f'oleh: "{oleh}" belum terdaftar. Daftarkan perjanjian baru itu lebih dahulu'
        return
    rantai = list(_follow(conn, oleh))
    if perjanjian in rantai:
        urut = " oleh ".join(rantai[: rantai.index(perjanjian) + 1])
        yield (
            f"oleh: {urut} sudah tercatat digantikan, jadi penggantiannya berputar. Periksa mana yang baru, lalu catat"
            " koreksi atas peristiwa digantikan yang salah"
        )
        return
    hari = date.fromisoformat(kejadian.tanggal)
    status, sebab = compute_status(hari, find_babak(compute_babak(fold_bahan(conn, oleh)), hari))
    if status in TAMAT:
        karena = f" ({sebab})" if sebab else ""
        yield (
            f'oleh: "{oleh}" pada {format_tanggal(hari)} sudah "{status}"{karena}, jadi tidak dapat menggantikan.'
            " Sebutkan perjanjian yang masih berlaku"
        )


def _follow(conn: sqlite3.Connection, perjanjian: str) -> Iterator[str]:
    """The agreement, its successor, the successor of that, and so on; each once."""
    dilihat: set[str] = set()
    berikut: str | None = perjanjian
    while berikut is not None and berikut not in dilihat:
        yield berikut
        dilihat.add(berikut)
        semua = list(read_peristiwa(conn, berikut))
        batal = kinds.find_batal(semua)
        ganti = [p for p in semua if p.jenis == kinds.DIGANTIKAN and p.urutan not in batal]
        berikut = loads(ganti[-1].data)["oleh"] if ganti else None
