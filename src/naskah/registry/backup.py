"""Backups: a copy of the whole registry, made while others write, checked, and never over another file."""

import re
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from naskah.model.galat import Galat, NaskahError
from naskah.registry.chain import check_chain
from naskah.registry.connection import Registry
from naskah.registry.copying import (
    copy_database,
    give_first_free_name,
    iter_names,
    keep_mode,
    new_file_beside,
    os_errors,
)
from naskah.registry.errors import sqlite_errors
from naskah.registry.events import Kepala, read_kepala
from naskah.registry.schema import APPLICATION_ID, HASH_AWAL
from naskah.registry.unreadable import PERIKSA

_MENYEBUT = 3  # so many findings are told
# Seconds after which an unfinished backup that nobody has written to is one that was killed.
_DITINGGALKAN = 3600
_TANGGAL = r"\d{4}-\d\d-\d\d"


class Cadangan(NamedTuple):
    """A backup that was made: its file, the end of its chain of events, and the older backups that made room."""

    path: Path
    kepala: Kepala
    dibuang: tuple[Path, ...]


def back_up(registry: Registry, tujuan: Path | None, *, hari: date, simpan: int | None = None) -> Cadangan:
    """Copy an open registry to a file of its own.

    Args:
        registry: an open registry; others may write to it meanwhile.
        tujuan: a new file, or a folder, which gets `registry.cadangan-2026-01-31.db`; None: the folder of the registry.
        hari: the day in that name; a second backup of one day is numbered.
        simpan: afterwards, keep only so many of the backups of this registry that bear such a name.

    Raises:
        NaskahError: the file is there already, no such folder, no room, the registry is damaged (no older backup is
            then removed), or `simpan` is given together with the name of a file or is below 1.
    """
    folder = registry.path.absolute().parent if tujuan is None else tujuan
    if simpan is not None and simpan < 1:
        raise NaskahError(f"--simpan {simpan}: paling sedikit satu cadangan harus disimpan. Tulis 1 atau lebih.")
    if not folder.is_dir():
        assert tujuan is not None
        _check_file_name(tujuan, simpan)
        return Cadangan(tujuan, _copy(registry, tujuan, [tujuan])[1], ())
    nama = f"{registry.path.stem}.cadangan-{hari.isoformat()}{registry.path.suffix}"
    jalur, kepala = _copy(registry, folder / nama, iter_names(folder / nama))
    return Cadangan(jalur, kepala, tuple(_drop_older(registry, folder, simpan)) if simpan else ())


def _check_file_name(tujuan: Path, simpan: int | None) -> None:
    galat = []
    if not tujuan.parent.is_dir():
        galat.append("foldernya tidak ada. Buat dahulu foldernya.")
    elif not tujuan.suffix:
        galat.append("folder ini belum ada. Buat dahulu foldernya, atau tulis nama berkas yang berakhiran .db.")
    if simpan is not None:
        galat.append("--simpan berlaku untuk cadangan yang diberi nama sendiri. Sebutkan foldernya saja.")
    if galat:
        raise NaskahError(Galat(satu, berkas=str(tujuan)) for satu in galat)


def _copy(registry: Registry, tempat: Path, nama: Iterable[Path]) -> tuple[Path, Kepala]:
    with os_errors(tempat), sqlite_errors(tempat), new_file_beside(tempat) as sementara:
        with registry.read() as conn, sqlite_errors(tempat):
            kepala = copy_database(conn, sementara)
        _check_copy(registry.path, sementara, kepala)
        keep_mode(registry.path, sementara)
        try:
            return give_first_free_name(sementara, nama), kepala
        except FileExistsError:
            pesan = "berkas ini sudah ada dan tidak ditimpa. Pilih nama lain, atau sebutkan foldernya saja."
            raise NaskahError(Galat(pesan, berkas=str(tempat))) from None


def _check_copy(asal: Path, salinan: Path, kepala: Kepala) -> None:
    """A backup that could not serve is worse than none: it would take the place of a good one."""
    with closing(_open_still(salinan)) as conn:
        temuan = [pesan for (pesan,) in conn.execute(f"PRAGMA integrity_check({_MENYEBUT})") if pesan != "ok"]
        temuan = temuan or list(islice(check_chain(conn), _MENYEBUT))
        if not temuan and read_kepala(conn) != kepala:
            temuan = ["Salinannya tidak sama dengan registri."]
    if temuan:
        temuan.append(f"Cadangan tidak dibuat, dan cadangan yang lama dibiarkan. {PERIKSA}")
        raise NaskahError(Galat(satu, berkas=str(asal)) for satu in temuan)


def _drop_older(registry: Registry, folder: Path, simpan: int) -> Iterator[Path]:
    yield from _drop_unfinished(registry, folder)
    for jalur in list(reversed(_find_own(registry, folder)))[simpan:]:
        with os_errors(jalur):
            jalur.unlink()
        yield jalur


def _drop_unfinished(registry: Registry, folder: Path) -> Iterator[Path]:
    """What a backup that was killed has left; one that is still being made has been written to lately."""
    path = registry.path
    pola = re.compile(
        rf"\.{re.escape(path.stem)}\.cadangan-{_TANGGAL}{re.escape(path.suffix)}\.[0-9a-f]{{8}}\.baru(-journal|-wal|-shm)?"
    )
    for jalur in sorted(folder.iterdir()):
        if pola.fullmatch(jalur.name) and jalur.is_file() and not jalur.is_symlink():
            with os_errors(jalur):
                if time.time() - jalur.stat().st_mtime > _DITINGGALKAN:
                    jalur.unlink()
                    yield jalur


def _find_own(registry: Registry, folder: Path) -> list[Path]:
    """The backups in a folder that this registry grew out of, oldest first.

    One of another registry of that name, or one that holds events which this registry lost, is not its own.
    """
    path = registry.path
    pola = re.compile(rf"{re.escape(path.stem)}\.cadangan-({_TANGGAL})(?:-(\d+))?{re.escape(path.suffix)}")
    calon = sorted(
        (cocok[1], int(cocok[2] or 1), jalur)
        for jalur in folder.iterdir()
        if (cocok := pola.fullmatch(jalur.name)) and jalur.is_file() and not jalur.is_symlink()
    )
    with registry.read() as conn:
        return [jalur for _, _, jalur in calon if (kepala := _read_head(jalur)) and _holds(conn, kepala)]


def _holds(conn: sqlite3.Connection, kepala: Kepala) -> bool:
    if not kepala.jumlah:
        return kepala.hash == HASH_AWAL
    baris = conn.execute("SELECT hash FROM peristiwa WHERE urutan = ?", (kepala.jumlah,)).fetchone()
    return baris is not None and baris[0] == kepala.hash


def _read_head(jalur: Path) -> Kepala | None:
    try:
        with closing(_open_still(jalur)) as conn:
            (penanda,) = conn.execute("PRAGMA application_id").fetchone()
            return read_kepala(conn) if penanda == APPLICATION_ID else None
    except (sqlite3.Error, NaskahError):
        return None


def _open_still(jalur: Path) -> sqlite3.Connection:
    """Open a file that nobody writes to: no WAL, no lock, nothing left beside it."""
    return sqlite3.connect(f"{jalur.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
