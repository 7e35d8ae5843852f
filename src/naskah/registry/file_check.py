"""Whether the files that the registry knows (documents, evidence) are still there, and still what they were."""

import os
import sqlite3
import stat
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from hashlib import file_digest
from json import loads
from pathlib import Path
from typing import NamedTuple

from naskah.registry.connection import Registry


class JenisTemuan(StrEnum):
    """What is wrong with a file."""

    HILANG = "hilang"
    BERUBAH = "berubah"
    TIDAK_TERBACA = "tidak terbaca"
    # Recorded with a place outside the workspace: such a file is never opened, so nothing is known of it.
    DI_LUAR = "di luar ruang kerja"


class TemuanBerkas(NamedTuple):
    """A file that is not as it was recorded."""

    jenis: JenisTemuan
    perjanjian: str
    jalur: str  # as recorded
    pesan: str  # an Indonesian sentence


class _Berkas(NamedTuple):
    perjanjian: str
    jalur: str
    sidik: str | None
    sebutan: str


class HasilPeriksaBerkas(NamedTuple):
    """How many files were compared with their sha256, and what was found."""

    diperiksa: int
    temuan: tuple[TemuanBerkas, ...]


_SQL_DOKUMEN = "SELECT perjanjian, jalur, sidik, 'berkas' FROM dokumen ORDER BY perjanjian, urutan"
_SQL_BUKTI = "SELECT perjanjian, data, urutan FROM peristiwa WHERE instr(data, '\"bukti\"') ORDER BY urutan"
_ANJURAN = {
    JenisTemuan.HILANG: "tidak ada di tempatnya. Kembalikan berkas itu ke sana.",
    JenisTemuan.BERUBAH: "berubah sejak dicatat. Kembalikan berkas semula; bila memang diganti, daftarkan lagi.",
    JenisTemuan.TIDAK_TERBACA: "tidak dapat dibaca. Periksa izin berkasnya, dan bahwa itu berkas biasa.",
    JenisTemuan.DI_LUAR: "berada di luar ruang kerja, jadi tidak diperiksa. Simpan berkas di dalam ruang kerja.",
}


def check_files(registry: Registry, akar: Path) -> HasilPeriksaBerkas:
    """Compare every file that the registry knows with its recorded sha256.

    Args:
        registry: an open registry.
        akar: the folder that recorded paths are relative to; nothing outside it is opened, whatever a path says.

    Raises:
        NaskahError: the registry cannot be read.
    """
    with registry.read() as conn:
        semua = [_Berkas(*satu) for satu in conn.execute(_SQL_DOKUMEN)]
        semua += _iter_bukti(conn)
    dasar = akar.resolve()

    # Several agreements may name one file.
    @cache
    def compute(jalur: str) -> str | JenisTemuan:
        return _compute_sidik(dasar, jalur)

    temuan = []
    for perjanjian, jalur, sidik, sebutan in semua:
        hasil = compute(jalur)
        jenis = hasil if isinstance(hasil, JenisTemuan) else JenisTemuan.BERUBAH
        if hasil == sidik and jenis is JenisTemuan.BERUBAH:
            continue
        tampak = jalur if jalur.isprintable() else ascii(jalur)
        pesan = f'{tampak} ({sebutan}, perjanjian "{perjanjian}") {_ANJURAN[jenis]}'
        temuan.append(TemuanBerkas(jenis, perjanjian, jalur, pesan))
    return HasilPeriksaBerkas(len(semua) - sum(t.jenis is JenisTemuan.DI_LUAR for t in temuan), tuple(temuan))


def _iter_bukti(conn: sqlite3.Connection) -> Iterator[_Berkas]:
    """The evidence of every event, also of those corrected later: one file, or several."""
    for perjanjian, data, urutan in conn.execute(_SQL_BUKTI):
        bukti = loads(data).get("bukti")
        for satu in bukti if isinstance(bukti, list) else [bukti]:
            if isinstance(satu, dict) and isinstance(satu.get("jalur"), str):
                yield _Berkas(perjanjian, satu["jalur"], satu.get("sidik"), f"bukti peristiwa {urutan}")


def _compute_sidik(dasar: Path, jalur: str) -> str | JenisTemuan:
    try:
        # Links are followed first, so that none leads out.
        tempat = (dasar / jalur).resolve()
        if not tempat.is_relative_to(dasar):
            return JenisTemuan.DI_LUAR
        # Not blocking: opening a pipe would wait for who never writes.
        with os.fdopen(os.open(tempat, os.O_RDONLY | os.O_NONBLOCK), "rb") as berkas:
            if not stat.S_ISREG(os.fstat(berkas.fileno()).st_mode):
                return JenisTemuan.TIDAK_TERBACA
            return file_digest(berkas, "sha256").hexdigest()
    except (FileNotFoundError, NotADirectoryError):
        return JenisTemuan.HILANG
    except (OSError, ValueError, RuntimeError):  # no permission; a NUL in the path; links in a circle
        return JenisTemuan.TIDAK_TERBACA
