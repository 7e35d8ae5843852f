"""A connection to the registry: WAL, foreign keys, one transaction for each act."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from naskah.model.galat import Galat, NaskahError
from naskah.registry.errors import primary_code, sqlite_errors
from naskah.registry.unreadable import PERIKSA

# Enough for the pages of a bulk load; SQLite takes only what it uses.
_CACHE_KIB = 64 * 1024


class Registry:
    """An open registry. Close it, or use it in a `with` block; one thread, one Registry."""

    __slots__ = ("_conn", "path")

    def __init__(self, path: Path, conn: sqlite3.Connection) -> None:
        self.path = path
        self._conn = conn

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """All reads inside the block see the registry at one moment.

        Raises:
            NaskahError: the registry cannot be read.
        """
        with self._transaction("BEGIN") as conn:
            yield conn

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """Everything inside the block is recorded together, or nothing is.

        Raises:
            NaskahError: locked by another process, disk full, not writable, damaged.
        """
        with self._transaction("BEGIN IMMEDIATE") as conn:
            yield conn

    @contextmanager
    def rewrite(self) -> Iterator[sqlite3.Connection]:
        """As `write`, for replacing whole tables: foreign keys are checked at the end, not row by row.

        Raises:
            NaskahError: as `write`, or rows without their parent remain.
        """
        with sqlite_errors(self.path):
            # SQLite ignores this pragma inside a transaction.
            self._conn.execute("PRAGMA foreign_keys=OFF")
            try:
                with self._transaction("BEGIN IMMEDIATE") as conn:
                    yield conn
                    if conn.execute("PRAGMA foreign_key_check").fetchone():
                        raise NaskahError(Galat(f"isi registri tidak utuh. {PERIKSA}", berkas=str(self.path)))
            finally:
                self._conn.execute("PRAGMA foreign_keys=ON")

    def enable_wal(self) -> None:
        """Let readers and one writer work at once; the file keeps this mode from then on.

        Raises:
            NaskahError: locked, not writable, disk full.
        """
        with sqlite_errors(self.path):
            self._conn.execute("PRAGMA journal_mode=WAL")  # has no effect inside a transaction

    def close(self) -> None:
        """Close the file; the last one to close it folds the WAL back in."""
        self._conn.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[sqlite3.Connection]:
        with sqlite_errors(self.path):
            self._conn.execute(begin)
            try:
                yield self._conn
                self._conn.execute("COMMIT")
            except BaseException:
                # A full disk makes SQLite roll back by itself.
                if self._conn.in_transaction:
                    self._conn.execute("ROLLBACK")
                raise


def connect(path: Path, *, readonly: bool = False, timeout: float = 5.0) -> sqlite3.Connection:
    """Return a connection to an existing file, with the settings every registry connection has.

    Raises:
        sqlite3.Error: the file cannot be opened.
    """
    uri = path.absolute().as_uri()
    if not readonly:
        return _configure(uri + "?mode=rw", timeout)
    conn = _connect_reader(path, uri, timeout)
    try:
        conn.execute("PRAGMA query_only=ON")
        # What a reader sorts and compares must not need room on a disk that has none.
        conn.execute("PRAGMA temp_store=MEMORY")
    except BaseException:
        conn.close()
        raise
    return conn


@contextmanager
def temporary_tables(conn: sqlite3.Connection) -> Iterator[None]:
    """Inside the block temporary tables can be filled, also by a connection that only reads."""
    (hanya_baca,) = conn.execute("PRAGMA query_only").fetchone()
    conn.execute("PRAGMA query_only=OFF")
    try:
        yield
    finally:
        conn.execute(f"PRAGMA query_only={hanya_baca}")


# A folder we may not write, or a disk without room: SQLite cannot make its WAL index there.
_TANPA_TEMPAT = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL)


def _connect_reader(path: Path, uri: str, timeout: float) -> sqlite3.Connection:
    # First with the right to write, which is not used: only such a connection, as the last one to close,
    # folds the WAL back in and removes it.
    for cara in ("?mode=rw", "?mode=ro"):
        try:
            return _configure(uri + cara, timeout)
        except sqlite3.OperationalError as error:
            if primary_code(error) not in _TANPA_TEMPAT:
                raise
            gagal = error
    wal = path.with_name(path.name + "-wal")
    if wal.exists() and wal.stat().st_size:
        raise gagal
    # Without a WAL nobody has written to the file, so it can be read as a file that does not change.
    return _configure(uri + "?mode=ro&immutable=1", timeout)


def _configure(uri: str, timeout: float) -> sqlite3.Connection:
    # isolation_level=None: transactions begin and end only where this package says so.
    conn = sqlite3.connect(uri, uri=True, timeout=timeout, isolation_level=None)
    try:
        conn.execute("PRAGMA foreign_keys=ON")
        conn.execute("PRAGMA synchronous=FULL")  # what was recorded survives a power cut
        conn.execute(f"PRAGMA cache_size=-{_CACHE_KIB}")
        conn.execute("SELECT 1 FROM sqlite_schema").fetchone()  # the first real read of the file
    except BaseException:
        conn.close()
        raise
    return conn
