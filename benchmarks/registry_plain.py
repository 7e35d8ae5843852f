"""The plain way to ask for due dates: no table of deadlines, every date computed from the promises when asked.

A database of its own with only what that needs, clustered and indexed so that no query leaves its index: what the
registry's table of deadlines is compared with. It knows less (no adenda, no working days, no end of month).
"""

import sqlite3
from contextlib import closing
from pathlib import Path

_TABEL = """
CREATE TABLE perjanjian (id TEXT PRIMARY KEY, tanggal TEXT NOT NULL, judul TEXT NOT NULL, unit TEXT) WITHOUT ROWID;
CREATE TABLE ketentuan (jenis TEXT, perjanjian TEXT, hal TEXT, bulan INTEGER, hari INTEGER, sumber TEXT,
  PRIMARY KEY (jenis, perjanjian, hal)) WITHOUT ROWID;
CREATE TABLE peristiwa (jenis TEXT, perjanjian TEXT, tanggal TEXT, urutan INTEGER,
  PRIMARY KEY (jenis, perjanjian, tanggal, urutan)) WITHOUT ROWID;
"""
_ISI = """
INSERT INTO perjanjian SELECT id, tanggal, judul, unit FROM asal.perjanjian ORDER BY id;
INSERT INTO peristiwa SELECT jenis, perjanjian, tanggal, urutan FROM asal.peristiwa ORDER BY 1, 2, 3, 4;
INSERT INTO ketentuan SELECT jenis, perjanjian, ifnull(hal, ''),
  CASE WHEN lama LIKE '% tahun' THEN 12 ELSE 1 END * CAST(lama AS INTEGER) * (lama NOT LIKE '% hari'),
  CAST(lama AS INTEGER) * (lama LIKE '% hari'), sumber
 FROM (SELECT jenis, perjanjian, hal, sumber, data ->> '$.acuan' AS acuan,
         coalesce(data ->> '$.lama', data ->> '$.batas', data ->> '$.setiap') AS lama FROM asal.ketentuan)
 WHERE jenis IN ('jangka-waktu', 'kewajiban-berkala') OR acuan = 'akhir-jangka-waktu' ORDER BY 1, 2, 3;
ANALYZE main;
"""

# The agreements that nothing has ended, their term, then every kind of date. Of what recurs only the occurrence around
# the day asked about is computed. Looking up the events by kind takes a third of the time of row_number() over them.
_CTE = """
WITH masa AS (
  SELECT p.id, p.tanggal, p.judul, p.unit, date(p.tanggal, j.bulan || ' months', '-1 day') AS akhir,
    EXISTS (SELECT 1 FROM peristiwa e WHERE e.jenis = 'laporan' AND e.perjanjian = p.id AND e.tanggal <= :pada) AS lapor
  FROM perjanjian p JOIN ketentuan j ON j.jenis = 'jangka-waktu' AND j.perjanjian = p.id
  WHERE p.tanggal <= :pada AND NOT EXISTS
    (SELECT 1 FROM peristiwa e WHERE e.jenis = 'diakhiri' AND e.perjanjian = p.id AND e.tanggal <= :pada)),
berkala AS (
  SELECT m.id, m.judul, m.unit, m.akhir, b.hal, b.sumber, m.lapor, n.tambah
      + ((substr(:pada, 1, 4) - substr(m.tanggal, 1, 4)) * 12 + substr(:pada, 6, 2) - substr(m.tanggal, 6, 2))
      / b.bulan AS kali, b.bulan, m.tanggal
  FROM masa m JOIN ketentuan b ON b.jenis = 'kewajiban-berkala' AND b.perjanjian = m.id
  JOIN (SELECT 0 AS tambah UNION ALL SELECT 1) n),
tenggat AS (
  SELECT akhir AS tanggal, id, judul, unit, 'jangka-waktu' AS hal, '' AS sumber FROM masa
  UNION ALL
  SELECT date(m.akhir, -b.bulan || ' months', -b.hari || ' days'), m.id, m.judul, m.unit, b.hal, b.sumber
  FROM masa m JOIN ketentuan b ON b.jenis = 'batas-waktu' AND b.perjanjian = m.id
  UNION ALL
  SELECT date(tanggal, (kali * bulan) || ' months', '-1 day') AS jatuh, id, judul, unit, hal, sumber FROM berkala
  WHERE kali > 0 AND jatuh <= akhir AND NOT (kali = 1 AND lapor))
"""
_JENDELA = "FROM tenggat WHERE tanggal >= :pada AND tanggal <= date(:pada, :dalam || ' days')"

PERTAMA = f"{_CTE} SELECT * {_JENDELA} ORDER BY tanggal, id LIMIT 50"  # noqa: S608
JUMLAH = f"{_CTE} SELECT count(*) {_JENDELA}"  # noqa: S608
SEMUA = f"{_CTE} SELECT * {_JENDELA} ORDER BY tanggal, id"  # noqa: S608


def make_plain(registry: Path, tujuan: Path) -> None:
    """Make the plain database from a registry."""
    with closing(sqlite3.connect(tujuan, isolation_level=None)) as conn:
        conn.execute("PRAGMA journal_mode=OFF")
        conn.execute("ATTACH ? AS asal", (str(registry),))
        conn.executescript(_TABEL + "BEGIN;" + _ISI + "COMMIT;")


def open_plain(path: Path) -> sqlite3.Connection:
    """Open it with the cache that the registry has."""
    conn = sqlite3.connect(path, isolation_level=None)
    conn.execute("PRAGMA cache_size=-65536")
    return conn
