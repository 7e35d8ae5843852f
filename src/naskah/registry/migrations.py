"""Making a registry, and bringing an older one forward: sqlite-utils migrations, all or nothing."""

import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlite_utils import Database, Migrations

from naskah.model.galat import Galat, NaskahError
from naskah.registry.connection import Registry, connect
from naskah.registry.errors import sqlite_errors
from naskah.registry.rebuild import rebuild_within
from naskah.registry.schema import (
    APPLICATION_ID,
    HASH_AWAL,
    PENGAMAN,
    SCHEMA_VERSION,
    TABEL_PERISTIWA,
)
from naskah.registry.trees import TABEL_NASKAH

# Never change a migration that was released: add one, and raise SCHEMA_VERSION.
MIGRATIONS = Migrations("naskah")


@MIGRATIONS()
def m001_peristiwa(db: Database) -> None:
    """The events, the end of their chain, and the guards."""
    for sql in (*TABEL_PERISTIWA, *PENGAMAN.values()):
        db.execute(sql)
    db.table("rantai").insert({"id": 1, "jumlah": 0, "hash": HASH_AWAL})


@MIGRATIONS()
def m002_proyeksi(db: Database) -> None:
    """The projection and the views: `migrate` makes them anew after every migration."""


@MIGRATIONS()
def m003_naskah(db: Database) -> None:
    """The trees that consolidation works on; adenda and activities are of the projection, made anew anyway."""
    db.execute(TABEL_NASKAH)


def create_registry(path: Path) -> None:
    """Make an empty registry at `path`; if another process makes it first, that one stays.

    It is made whole under another name and then given its own, so that no half-made registry is ever
    seen, and a failure leaves nothing behind.

    Raises:
        NaskahError: no such folder, folder not writable, disk full.
    """
    if not path.parent.is_dir():
        raise NaskahError(Galat("foldernya tidak ada. Buat dahulu foldernya.", berkas=str(path)))
    sementara = path.with_name(f".{path.name}.{secrets.token_hex(4)}.baru")
    with _os_errors(path), sqlite_errors(path):
        try:
            sementara.touch()
            with Registry(path, connect(sementara)) as registry:
                migrate(registry)
            _publish(sementara, path)
        finally:
            _discard(sementara)


def migrate(registry: Registry) -> None:
    """Bring an open registry to the present schema, after copying the old one beside it.

    Raises:
        NaskahError: locked, not writable, disk full; the registry is then as it was.
    """
    registry.enable_wal()
    with _os_errors(registry.path), registry.rewrite() as conn:
        (versi,) = conn.execute("PRAGMA user_version").fetchone()
        if versi >= SCHEMA_VERSION:  # another process was faster
            return
        if versi:
            _copy_beside(registry.path, versi)
        MIGRATIONS.apply(Database(conn, execute_plugins=False))
        rebuild_within(conn)
        conn.execute(f"PRAGMA application_id={APPLICATION_ID}")
        conn.execute(f"PRAGMA user_version={SCHEMA_VERSION}")


def _publish(sementara: Path, path: Path) -> None:
    try:
        os.link(sementara, path)  # unlike a rename, never replaces a registry that is already there
    except FileExistsError:
        return
    except OSError:
        # A file system without hard links (FAT on a USB stick).
        if not path.exists():
            sementara.rename(path)


def _copy_beside(path: Path, versi: int) -> Path:
    """Copy the registry to `<name>.cadangan-v<versi>.db`, numbered where that exists."""
    nomor = 1
    tujuan = path.with_name(f"{path.stem}.cadangan-v{versi}{path.suffix}")
    while tujuan.exists():
        nomor += 1
        tujuan = path.with_name(f"{path.stem}.cadangan-v{versi}-{nomor}{path.suffix}")
    sementara = tujuan.with_name(f".{tujuan.name}.baru")
    try:
        # The write lock is ours and nothing is written yet, so this copy is the old registry.
        with closing(connect(path)) as lama, closing(sqlite3.connect(sementara)) as salinan:
            lama.backup(salinan)
        sementara.replace(tujuan)
    finally:
        _discard(sementara)
    return tujuan


def _discard(path: Path) -> None:
    for akhiran in ("", "-journal", "-wal", "-shm"):
        path.with_name(path.name + akhiran).unlink(missing_ok=True)


@contextmanager
def _os_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except PermissionError as error:
        pesan = "foldernya tidak dapat ditulis. Periksa izin folder itu, atau pilih folder lain."
        raise NaskahError(Galat(pesan, berkas=str(path))) from error
    except OSError as error:
        pesan = f"registri tidak dapat ditulis ({error.strerror}). Periksa folder dan ruang disknya."
        raise NaskahError(Galat(pesan, berkas=str(path))) from error
