"""The tables of the search index: beside the projection, made again by `index.rebuild_index`."""

import sqlite3

# Raise when other text is indexed than before: an index of another version is made again.
VERSI_INDEKS = 1

# Contentless: the texts are kept already, in the projection and as trees. Rows are never taken out of such a table
# (SQLite before 3.43 cannot); one that no longer counts is not named by `cari_baris` any more.
_PILIHAN = "content='', tokenize='unicode61 remove_diacritics 2'"

TABEL_PENCARIAN = {
    # Titles, numbers, names: small, so that it is asked first, also for beginnings of words.
    "cari_fakta": f"CREATE VIRTUAL TABLE cari_fakta USING fts5(isi, {_PILIHAN}, prefix='3 4 5 6')",
    # The same and all texts, of agreements that have texts.
    "cari_isi": f"CREATE VIRTUAL TABLE cari_isi USING fts5(isi, {_PILIHAN})",
    # Row of the index (number of the agreement's last event then) -> the agreement; hash of what was indexed.
    "cari_baris": "CREATE TABLE cari_baris (\n  baris INTEGER PRIMARY KEY,\n  perjanjian TEXT NOT NULL UNIQUE,\n"
    "  sidik TEXT NOT NULL\n) STRICT",
    # How far the index has followed the events.
    "cari_indeks": "CREATE TABLE cari_indeks (\n  id INTEGER PRIMARY KEY CHECK (id = 1),\n  versi INTEGER NOT NULL,\n"
    "  sampai INTEGER NOT NULL\n) STRICT",
}


def create_index(conn: sqlite3.Connection) -> None:
    """Make the tables, with nothing in them."""
    for sql in TABEL_PENCARIAN.values():
        conn.execute(sql)
    conn.execute("INSERT INTO cari_indeks VALUES (1, ?, 0)", (VERSI_INDEKS,))


def replace_index(conn: sqlite3.Connection) -> None:
    """Make the tables anew, whatever has become of them, inside a write transaction."""
    for nama in TABEL_PENCARIAN:
        try:
            conn.execute(f"DROP TABLE IF EXISTS {nama}")
        except sqlite3.DatabaseError:
            _drop_damaged(conn, nama)
    create_index(conn)


def _drop_damaged(conn: sqlite3.Connection, nama: str) -> None:
    """Drop an FTS5 table that FTS5 itself cannot open any more: its name first, then the tables it is kept in."""
    conn.execute("PRAGMA writable_schema=ON")
    conn.execute("DELETE FROM sqlite_schema WHERE name = ?", (nama,))
    conn.execute("PRAGMA writable_schema=RESET")
    for akhiran in ("data", "idx", "docsize", "config"):
        conn.execute(f"DROP TABLE IF EXISTS {nama}_{akhiran}")
