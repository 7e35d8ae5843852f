"""Making a registry, and bringing an older one forward: sqlite-utils migrations, all or nothing."""

from contextlib import closing, suppress
from pathlib import Path

from sqlite_utils import Database, Migrations

from naskah.model.galat import Galat, NaskahError
from naskah.registry.connection import Registry, connect
from naskah.registry.copying import (
    copy_database,
    give_first_free_name,
    iter_names,
    keep_mode,
    new_file_beside,
    os_errors,
)
from naskah.registry.errors import sqlite_errors
from naskah.registry.rebuild import rebuild_within
from naskah.registry.schema import (
    APPLICATION_ID,
    HASH_AWAL,
    PENGAMAN,
    SCHEMA_VERSION,
    TABEL_PERISTIWA,
)
from naskah.registry.search.tables import create_index
from naskah.registry.sent_alerts import INDEKS_PERINGATAN_TERKIRIM, TABEL_GILIRAN_KIRIM, TABEL_PERINGATAN_TERKIRIM
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


@MIGRATIONS()
def m004_siklus(db: Database) -> None:
    """The whole lifecycle: of the projection, made anew anyway; below, what is kept beside it."""
    for sql in (TABEL_PERINGATAN_TERKIRIM, INDEKS_PERINGATAN_TERKIRIM, TABEL_GILIRAN_KIRIM):
        db.execute(sql)
    create_index(db.conn)


def create_registry(path: Path) -> None:
    """Make an empty registry at `path`; if another process makes it first, that one stays.

    It is made whole under another name and then given its own, so that no half-made registry is ever
    seen, and a failure leaves nothing behind.

    Raises:
        NaskahError: no such folder, folder not writable, disk full.
    """
    if not path.parent.is_dir():
        raise NaskahError(Galat("foldernya tidak ada. Buat dahulu foldernya.", berkas=str(path)))
    with os_errors(path), sqlite_errors(path), new_file_beside(path, 0o666) as sementara:
        with Registry(path, connect(sementara)) as registry:
            migrate(registry)
        with suppress(FileExistsError):
            give_first_free_name(sementara, [path])


def migrate(registry: Registry) -> None:
    """Bring an open registry to the present schema, after copying the old one beside it.

    Raises:
        NaskahError: locked, not writable, disk full; the registry is then as it was.
    """
    registry.enable_wal()
    with os_errors(registry.path), registry.rewrite() as conn:
        (versi,) = conn.execute("PRAGMA user_version").fetchone()
        if versi >= SCHEMA_VERSION:  # another process was faster
            return
        if versi:
            _copy_beside(registry.path, versi)
        MIGRATIONS.apply(Database(conn, execute_plugins=False))
        rebuild_within(conn)
        conn.execute(f"PRAGMA application_id={APPLICATION_ID}")
        conn.execute(f"PRAGMA user_version={SCHEMA_VERSION}")


def _copy_beside(path: Path, versi: int) -> None:
    """Copy the registry to `<name>.cadangan-v<versi>.db`, numbered where that exists."""
    # The write lock is ours and nothing is written yet, so this copy is the old registry.
    with new_file_beside(path) as sementara, closing(connect(path)) as lama:
        lama.execute("BEGIN")
        copy_database(lama, sementara)
        keep_mode(path, sementara)
        give_first_free_name(sementara, iter_names(path.with_name(f"{path.stem}.cadangan-v{versi}{path.suffix}")))
