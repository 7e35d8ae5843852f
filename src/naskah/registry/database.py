"""Opening the registry: one SQLite file, made or migrated when it must be."""

from pathlib import Path

from naskah.model.galat import Galat, NaskahError
from naskah.registry.connection import Registry, connect
from naskah.registry.errors import sqlite_errors
from naskah.registry.schema import APPLICATION_ID, SCHEMA_VERSION


def open_registry(path: Path, *, create: bool = False, readonly: bool = False, timeout: float = 5.0) -> Registry:
    """Open the registry at `path`; an older schema is migrated forward, with a backup beside it.

    Args:
        path: the file, usually `registry.db` of the workspace.
        create: make it when it does not exist yet.
        readonly: nothing is ever written, so nothing is created or migrated either.
        timeout: how long to wait for another process, in seconds.

    Raises:
        NaskahError: missing, not a registry, damaged, of a newer version, locked, or not writable.
    """
    if not path.exists():
        if not create or readonly:
            raise NaskahError(
                Galat(
                    'registri belum ada. Jalankan "naskah susun ... --daftarkan" atau'
                    ' "naskah registri tambah" untuk membuatnya.',
                    berkas=str(path),
                )
            )
        # sqlite-utils is loaded only when the schema is made or changed.
        from naskah.registry.migrations import create_registry

        create_registry(path)
    with sqlite_errors(path):
        conn = connect(path, readonly=readonly, timeout=timeout)
    registry = Registry(path, conn)
    try:
        _ensure_version(registry, create=create, readonly=readonly)
    except BaseException:
        registry.close()
        raise
    return registry


def _ensure_version(registry: Registry, *, create: bool, readonly: bool) -> None:
    with registry.read() as conn:
        (penanda,) = conn.execute("PRAGMA application_id").fetchone()
        (versi,) = conn.execute("PRAGMA user_version").fetchone()
        kosong = conn.execute("SELECT 1 FROM sqlite_schema").fetchone() is None
    berkas = str(registry.path)
    if penanda != APPLICATION_ID and not (kosong and create and _may_be_filled(registry.path)):
        raise NaskahError(Galat("berkas ini bukan registri naskah. Pilih berkas lain.", berkas=berkas))
    if versi > SCHEMA_VERSION:
        raise NaskahError(
            Galat(
                f"registri ini dibuat naskah yang lebih baru (skema {versi}, di sini {SCHEMA_VERSION})."
                " Mutakhirkan naskah di komputer ini, lalu coba lagi.",
                berkas=berkas,
            )
        )
    if versi < SCHEMA_VERSION:
        if readonly:
            raise NaskahError(
                Galat(
                    f"registri ini masih berskema lama ({versi}, di sini {SCHEMA_VERSION})."
                    ' Jalankan "naskah registri bangun-ulang" untuk memutakhirkannya.',
                    berkas=berkas,
                )
            )
        from naskah.registry.migrations import migrate

        migrate(registry)


def _may_be_filled(path: Path) -> bool:
    # SQLite would also take a file of a few bytes of anything for an empty database, and overwrite it.
    with path.open("rb") as berkas:
        return berkas.read(16) in (b"", b"SQLite format 3\0")
