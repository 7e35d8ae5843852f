"""The chain of events: whether it is whole, recomputed from nothing but the events themselves."""

import sqlite3
from collections.abc import Iterator

from naskah.model.galat import Galat, NaskahError
from naskah.registry.events import Peristiwa, compute_hash, read_peristiwa
from naskah.registry.schema import HASH_AWAL
from naskah.registry.unreadable import PULIHKAN

_MENYEBUT = 5  # so many findings are told; the rest are counted


def check_chain(conn: sqlite3.Connection) -> Iterator[str]:
    """Yield what is wrong with the events, as sentences: hashes, order, the recorded end, what the lists still know.

    Raises:
        sqlite3.Error: the tables of the events cannot be read.
    """
    sebelum, harapan = HASH_AWAL, 1
    for satu in read_peristiwa(conn):
        if satu.urutan != harapan:
            yield _describe_gap(harapan, satu.urutan)
        if _hash(satu) != satu.hash:
            yield f"Peristiwa {satu.urutan} diubah: isinya tidak cocok dengan hash-nya. {PULIHKAN}"
        if satu.hash_sebelum != sebelum:
            yield (
                f"Peristiwa {satu.urutan} tidak menyambung pada peristiwa sebelumnya:"
                f" ada peristiwa yang diubah, dihapus, disisipkan, atau ditukar urutannya. {PULIHKAN}"
            )
        sebelum, harapan = satu.hash, satu.urutan + 1
    yield from _check_end(conn, harapan, sebelum)
    yield from _check_memory(conn, harapan - 1)


def ensure_whole(conn: sqlite3.Connection) -> None:
    """Refuse to build anything on a broken chain: it would make what a forger wrote look right.

    Raises:
        NaskahError: which events are broken.
    """
    temuan = list(check_chain(conn))
    if not temuan:
        return
    lain = len(temuan) - _MENYEBUT
    semua = [*temuan[:_MENYEBUT], *([f"Ada {lain} kerusakan lain."] if lain > 0 else [])]
    semua.append("Bangun ulang tidak dijalankan dan tidak ada yang diubah, karena catatan peristiwanya sendiri rusak.")
    raise NaskahError(Galat(satu) for satu in semua)


def _check_end(conn: sqlite3.Connection, harapan: int, terakhir: str) -> Iterator[str]:
    baris = conn.execute("SELECT jumlah, hash FROM rantai WHERE id = 1").fetchone()
    if baris is None:
        yield f"Catatan ujung rantai peristiwa hilang. {PULIHKAN}"
        return
    jumlah, sidik = baris
    if jumlah >= harapan:
        yield _describe_gap(harapan, jumlah + 1)
    elif jumlah != harapan - 1:
        yield f"Ada {harapan - 1} peristiwa, tetapi tercatat {jumlah}: ada yang disisipkan. {PULIHKAN}"
    if sidik != terakhir:
        yield f"Ujung rantai peristiwa tidak cocok dengan peristiwa terakhir. {PULIHKAN}"


def _check_memory(conn: sqlite3.Connection, terakhir: int) -> Iterator[str]:
    """Who cuts off the last events and puts the end right leaves the lists that were made of them."""
    kolom = {nama for (nama,) in conn.execute("SELECT name FROM pragma_table_info('perjanjian')")}
    if not {"id", "urutan", "cuplikan"} <= kolom:
        return  # the projection itself is gone, which others tell
    for nama, urutan in conn.execute(
        "SELECT id, max(urutan, cuplikan) FROM perjanjian WHERE max(urutan, cuplikan) > ? ORDER BY urutan", (terakhir,)
    ):
        yield (
            f'Perjanjian "{nama}" berasal dari peristiwa {urutan}, padahal peristiwa terakhir bernomor {terakhir}:'
            f" peristiwa di ujung dihapus. {PULIHKAN}"
        )


def _describe_gap(harapan: int, ditemukan: int) -> str:
    if ditemukan < harapan:
        return f"Urutan peristiwa {ditemukan} tidak wajar: seharusnya {harapan}. {PULIHKAN}"
    hilang = f"{harapan}" if ditemukan == harapan + 1 else f"{harapan} sampai dengan {ditemukan - 1}"
    return f"Peristiwa {hilang} hilang. {PULIHKAN}"


def _hash(p: Peristiwa) -> str:
    try:
        return compute_hash(p.urutan, p.perjanjian, p.jenis, p.tanggal, p.dicatat_pada, p.oleh, p.data, p.hash_sebelum)
    except (TypeError, ValueError):  # not even text
        return ""
