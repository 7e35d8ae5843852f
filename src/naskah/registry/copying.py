"""Copies of a registry, and new files beside it: made under another name, and never over a file that is there."""

import os
import secrets
import sqlite3
import stat
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path

from naskah.model.galat import Galat, NaskahError
from naskah.registry.events import Kepala, read_kepala


@contextmanager
def new_file_beside(path: Path, mode: int = 0o600) -> Iterator[Path]:
    """An empty file in the folder of `path`, to be filled and then given its name; gone after the block."""
    sementara = path.with_name(f".{path.name[:80]}.{secrets.token_hex(4)}.baru")
    try:
        os.close(os.open(sementara, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode))
        yield sementara
    finally:
        for akhiran in ("", "-journal", "-wal", "-shm"):
            sementara.with_name(sementara.name + akhiran).unlink(missing_ok=True)


def copy_database(conn: sqlite3.Connection, tujuan: Path) -> Kepala:
    """Copy what the read transaction of `conn` sees to the file `tujuan`; returns the end of its chain of events.

    Writers go on meanwhile; what they record after the beginning is not in the copy.

    Raises:
        sqlite3.Error: no room, or a file that cannot be read or written.
        NaskahError: the record of the end of the chain is gone.
    """
    # The first read fixes the moment; without it the copy would wait for a lock without end.
    kepala = read_kepala(conn)
    with closing(sqlite3.connect(tujuan)) as salinan:
        conn.backup(salinan)
    return kepala


def keep_mode(asal: Path, salinan: Path) -> None:
    """Let who may read `asal`, and nobody else, read its copy."""
    salinan.chmod(stat.S_IMODE(asal.stat().st_mode))


def iter_names(path: Path) -> Iterator[Path]:
    """Yield `path`, then the same name numbered "-2", "-3" and so on."""
    yield path
    for nomor in count(2):
        yield path.with_name(f"{path.stem}-{nomor}{path.suffix}")


def give_first_free_name(sementara: Path, nama: Iterable[Path]) -> Path:
    """Give a finished file the first of the names that is free; returns that name.

    Raises:
        FileExistsError: none of them is.
    """
    for tujuan in nama:
        try:
            os.link(sementara, tujuan)  # unlike a rename, never replaces a file that is already there
        except FileExistsError:
            continue
        except OSError:
            # A file system without hard links (FAT on a USB stick).
            if os.path.lexists(tujuan):
                continue
            sementara.rename(tujuan)
        return tujuan
    raise FileExistsError


@contextmanager
def os_errors(path: Path) -> Iterator[None]:
    """Turn what the system refuses while a file beside `path` is made into a NaskahError.

    Raises:
        NaskahError: the system refused.
    """
    try:
        yield
    except PermissionError as error:
        pesan = "foldernya tidak dapat ditulis. Periksa izin folder itu, atau pilih folder lain."
        raise NaskahError(Galat(pesan, berkas=str(path))) from error
    except OSError as error:
        pesan = f"registri tidak dapat ditulis ({error.strerror}). Periksa folder dan ruang disknya."
        raise NaskahError(Galat(pesan, berkas=str(path))) from error
