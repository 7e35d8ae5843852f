"""A registry as an earlier release left it, from the dump in data/ (its first lines say how it was made)."""

import sqlite3
from contextlib import closing
from pathlib import Path

SKEMA_3 = Path(__file__).with_name("data") / "skema-3.sql"


def write_schema_3(path: Path) -> None:
    """Make a registry of schema 3 at `path`, as a closed file."""
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("PRAGMA journal_mode=WAL")
        conn.executescript(SKEMA_3.read_text(encoding="utf-8"))
