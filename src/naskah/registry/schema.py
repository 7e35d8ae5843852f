"""The tables, guards and views of the registry (docs/registri.md says why they are so).

Only `peristiwa` and `rantai` are the truth. Everything else is the projection: dropped, created and
filled anew from the events whenever its shape changes, so a column here is no promise.
"""

from typing import NamedTuple

# "nsk1" as bytes: marks the SQLite file as ours.
APPLICATION_ID = 0x6E736B31
# The number of migrations in `migrations`.
SCHEMA_VERSION = 4

# What stands before the first event.
HASH_AWAL = "0" * 64
# No end yet: as-of validity is [berlaku_dari, berlaku_sampai).
SELAMANYA = "9999-12-31"


class Tabel(NamedTuple):
    """A table of the projection."""

    nama: str
    kolom: dict[str, str]
    kunci: tuple[str, ...]
    aturan: tuple[str, ...] = ()
    indeks: tuple[str, ...] = ()
    # Clustered on its key. Not `perjanjian`: full text search needs an integer rowid.
    berkelompok: bool = True

    def create_sql(self) -> str:
        """Return the CREATE TABLE statement."""
        bagian = [f"{nama} {jenis}" for nama, jenis in self.kolom.items()]
        bagian += [f"PRIMARY KEY ({', '.join(self.kunci)})", *self.aturan]
        pilihan = "STRICT, WITHOUT ROWID" if self.berkelompok else "STRICT"
        return f"CREATE TABLE {self.nama} (\n  " + ",\n  ".join(bagian) + f"\n) {pilihan}"

    def insert_sql(self, nama: str | None = None) -> str:
        """Return the INSERT of one row, into this table or one of the same columns called `nama`."""
        tanda = ", ".join("?" * len(self.kolom))
        return f"INSERT INTO {nama or self.nama} ({', '.join(self.kolom)}) VALUES ({tanda})"  # noqa: S608


_TEKS = "TEXT NOT NULL"
_BILANGAN = "INTEGER NOT NULL"
_MILIK_PERJANJIAN = "FOREIGN KEY (perjanjian) REFERENCES perjanjian (id)"
_MILIK_PIHAK = "FOREIGN KEY (perjanjian, pihak) REFERENCES pihak (perjanjian, urutan)"

PERJANJIAN = Tabel(
    "perjanjian",
    {
        "urutan": "INTEGER",  # of the event that registered it
        "id": _TEKS,
        "jenis": _TEKS,
        "judul": _TEKS,
        "nomor": "TEXT",  # of a regulation; those of an agreement are its parties'
        "tanggal": _TEKS,  # of signing, or of enactment
        "tempat": "TEXT",
        "unit": "TEXT",
        "jangka_waktu": "TEXT",
        "mulai": "TEXT",
        "mulai_dianggap": _BILANGAN,
        "akhir": "TEXT",  # the last day in force, by the convention this agreement follows
        "akhir_tanggal_sama": "TEXT",  # the anniversary, which many offices write instead
        "tanggal_sama": _BILANGAN,  # 1: the anniversary is the convention followed
        "dapat_diperpanjang": _BILANGAN,
        "cuplikan": _BILANGAN,  # urutan of the event whose data are the facts in force
        "jati": _TEKS,  # the same agreement under another id has the same (`identity`)
    },
    ("urutan",),
    aturan=("UNIQUE (id)",),
    indeks=(
        "CREATE INDEX perjanjian_jati ON perjanjian (jati)",
        "CREATE INDEX perjanjian_tanggal ON perjanjian (tanggal)",
    ),
    berkelompok=False,
)
PIHAK = Tabel(
    "pihak",
    {
        "perjanjian": _TEKS,
        "urutan": _BILANGAN,
        "sebutan": _TEKS,
        "nama": _TEKS,
        "nomor": "TEXT",
        "kedudukan": "TEXT",
        "korespondensi": _TEKS,  # JSON
    },
    ("perjanjian", "urutan"),
    aturan=(_MILIK_PERJANJIAN,),
)
PENANDATANGAN = Tabel(
    "penandatangan",
    {"perjanjian": _TEKS, "pihak": _BILANGAN, "nama": "TEXT", "jabatan": "TEXT"},
    ("perjanjian", "pihak"),
    aturan=(_MILIK_PIHAK,),
)
KUASA = Tabel(
    "kuasa",
    {
        "perjanjian": _TEKS,
        "pihak": _BILANGAN,
        "urutan": _BILANGAN,
        "jenis": _TEKS,
        "dokumen": _TEKS,
        "nomor": "TEXT",
        "tanggal": "TEXT",
        "tentang": "TEXT",
    },
    ("perjanjian", "pihak", "urutan"),
    aturan=("FOREIGN KEY (perjanjian, pihak) REFERENCES penandatangan (perjanjian, pihak)",),
)
KETENTUAN = Tabel(
    "ketentuan",
    {
        "perjanjian": _TEKS,
        "urutan": _BILANGAN,
        "jenis": _TEKS,
        "hal": "TEXT",
        "sumber": _TEKS,
        "data": _TEKS,
        "berlaku_dari": _TEKS,
        "berlaku_sampai": _TEKS,  # the first day on which an adendum has ended it
    },
    ("perjanjian", "urutan"),
    aturan=(_MILIK_PERJANJIAN,),
    # Who names an agreement as its parent is found from the parent too (`relations`).
    indeks=(
        "CREATE INDEX ketentuan_induk_id ON ketentuan (json_extract(data, '$.id')) WHERE jenis = 'induk'",
        "CREATE INDEX ketentuan_induk_tanggal ON ketentuan (json_extract(data, '$.tanggal')) WHERE jenis = 'induk'",
    ),
)
PEMAKAIAN_KLAUSUL = Tabel(
    "pemakaian_klausul",
    {
        "perjanjian": _TEKS,
        "urutan": _BILANGAN,
        "klausul": _TEKS,
        "versi": _BILANGAN,
        "sidik": _TEKS,
        "pasal": _TEKS,
    },
    ("perjanjian", "urutan"),
    aturan=(_MILIK_PERJANJIAN,),
    indeks=("CREATE INDEX pemakaian_klausul_versi ON pemakaian_klausul (klausul, versi)",),
)
DASAR_HUKUM = Tabel(
    "dasar_hukum",
    # By the short name, whatever the spelling: `bahasa.sebutan_peraturan`.
    {"perjanjian": _TEKS, "urutan": _BILANGAN, "peraturan": "TEXT NOT NULL COLLATE NOCASE"},
    ("perjanjian", "urutan"),
    aturan=(_MILIK_PERJANJIAN,),
    indeks=("CREATE INDEX dasar_hukum_peraturan ON dasar_hukum (peraturan)",),
)
DOKUMEN = Tabel(
    "dokumen",
    {"perjanjian": _TEKS, "urutan": _BILANGAN, "jalur": _TEKS, "sidik": _TEKS, "peran": _TEKS},
    ("perjanjian", "urutan"),
    aturan=(_MILIK_PERJANJIAN,),
)
ADENDUM = Tabel(
    "adendum",
    {
        "perjanjian": _TEKS,
        "urutan": _BILANGAN,
        "id": _TEKS,
        "tanggal": _TEKS,
        "berlaku": _TEKS,
        "nomor": _TEKS,  # JSON
        "akhir_semula": "TEXT",  # the last day in force before it, for the state as of an earlier day
        "akhir": "TEXT",
        "peristiwa": _BILANGAN,
    },
    ("perjanjian", "urutan"),
    aturan=(_MILIK_PERJANJIAN,),
    indeks=("CREATE INDEX adendum_id ON adendum (id)",),
)
TENGGAT = Tabel(
    "tenggat",
    {
        "tanggal": _TEKS,
        "perjanjian": _TEKS,
        "jenis": _TEKS,
        # Which promise, so that two of one kind on one day do not collide; below 0: not of a promise, but of
        # an activity of the Rencana Kerja or of an event.
        "ketentuan": _BILANGAN,
        "pemicu": _BILANGAN,  # urutan of the event it is counted from; 0: from the term
        "berlaku_dari": _TEKS,
        "berlaku_sampai": _TEKS,
        "hal": _TEKS,
        "arah": _TEKS,
        "acuan": _TEKS,
        "tanggal_acuan": _TEKS,
        "batas": "TEXT",  # distance from the anchor, as a duration; NULL: the anchor itself
        "hari_kerja": _BILANGAN,  # 1: counted in working days, so the exact day needs a Kalender
        "sumber": _TEKS,
        "akibat": "TEXT",
        "sebab_tutup": "TEXT",  # why berlaku_sampai is not SELAMANYA
        "penutup": "INTEGER",  # urutan of the event that closed it
        "diam": _BILANGAN,  # 1: silence has its effect by itself after the exact day, whatever is said later
    },
    ("tanggal", "perjanjian", "jenis", "ketentuan", "pemicu", "berlaku_dari"),
    aturan=(_MILIK_PERJANJIAN,),
    indeks=(
        "CREATE INDEX tenggat_perjanjian ON tenggat (perjanjian)",
        "CREATE INDEX tenggat_hari_kerja ON tenggat (tanggal) WHERE hari_kerja = 1",
    ),
)

# What an agreement is on a day: the one row with dari <= day < sampai.
KEADAAN = Tabel(
    "keadaan",
    {
        "perjanjian": _TEKS,
        "dari": _TEKS,
        "sampai": _TEKS,
        "keadaan": _TEKS,
        "sebab": "TEXT",
    },
    ("perjanjian", "dari"),
    aturan=(_MILIK_PERJANJIAN,),
    indeks=("CREATE INDEX keadaan_digantikan ON keadaan (sebab) WHERE keadaan = 'digantikan'",),
)

KEGIATAN = Tabel(
    "kegiatan",
    {
        "perjanjian": _TEKS,
        "urutan": _BILANGAN,
        "kode": _TEKS,
        "program": _TEKS,
        "nama": _TEKS,
        "tahun": _TEKS,  # JSON
        "penanggung_jawab": _TEKS,  # JSON
        "lokasi": _TEKS,
        "sumber_dana": "TEXT",
        "output": _TEKS,
        "outcome": _TEKS,
        # The days on which the plan has it so, [dari, sampai): an adendum works forward.
        "berlaku_dari": _TEKS,
        "berlaku_sampai": _TEKS,
    },
    ("perjanjian", "urutan"),
    aturan=("UNIQUE (perjanjian, kode, berlaku_dari)", _MILIK_PERJANJIAN),
)
# By code, not by place: facts corrected later may move an activity, and what was reported of it stays reported.
LAPORAN_KEGIATAN = Tabel(
    "laporan_kegiatan",
    {
        "perjanjian": _TEKS,
        "peristiwa": _BILANGAN,
        "kode": _TEKS,
        "tahun": _BILANGAN,  # the planned year it counts for
        "tanggal": _TEKS,
        "bukti": "TEXT",
        "sidik": "TEXT",
        "catatan": "TEXT",
        "oleh": _TEKS,
    },
    ("perjanjian", "peristiwa"),
    aturan=(_MILIK_PERJANJIAN,),
)

# Parents before their children.
PROYEKSI = (PERJANJIAN, PIHAK, PENANDATANGAN, KUASA, KETENTUAN, PEMAKAIAN_KLAUSUL, DOKUMEN, TENGGAT, ADENDUM) + (
    KEADAAN,
    KEGIATAN,
    LAPORAN_KEGIATAN,
    DASAR_HUKUM,
)

TABEL_PERISTIWA = (
    """CREATE TABLE peristiwa (
  urutan INTEGER PRIMARY KEY,
  perjanjian TEXT NOT NULL,
  jenis TEXT NOT NULL,
  tanggal TEXT NOT NULL,
  dicatat_pada TEXT NOT NULL,
  oleh TEXT NOT NULL,
  data TEXT NOT NULL,
  hash_sebelum TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT""",
    "CREATE INDEX peristiwa_perjanjian ON peristiwa (perjanjian)",
    """CREATE TABLE rantai (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  jumlah INTEGER NOT NULL,
  hash TEXT NOT NULL
) STRICT""",
)

# Guards against slips. Whoever drops them on purpose is found by the chain (`verification`).
PENGAMAN = {
    "peristiwa_tetap_ubah": """CREATE TRIGGER peristiwa_tetap_ubah BEFORE UPDATE ON peristiwa
BEGIN SELECT RAISE(ABORT, 'peristiwa tidak dapat diubah; catat peristiwa baru'); END""",
    "peristiwa_tetap_hapus": """CREATE TRIGGER peristiwa_tetap_hapus BEFORE DELETE ON peristiwa
BEGIN SELECT RAISE(ABORT, 'peristiwa tidak dapat dihapus; catat peristiwa baru'); END""",
    # Also stops INSERT OR REPLACE, which fires no DELETE trigger.
    "peristiwa_di_ujung": """CREATE TRIGGER peristiwa_di_ujung BEFORE INSERT ON peristiwa
WHEN NOT EXISTS (SELECT 1 FROM rantai WHERE jumlah + 1 = NEW.urutan AND hash = NEW.hash_sebelum)
BEGIN SELECT RAISE(ABORT, 'peristiwa hanya dapat ditambahkan di ujung rantai'); END""",
    "peristiwa_ujung_baru": """CREATE TRIGGER peristiwa_ujung_baru AFTER INSERT ON peristiwa
BEGIN UPDATE rantai SET jumlah = NEW.urutan, hash = NEW.hash WHERE id = 1; END""",
}

# For whoever opens registry.db in Datasette or an SQLite browser.
TAMPILAN = {
    "daftar_perjanjian": """SELECT p.id, replace(p.jenis, '-', ' ') AS jenis, p.judul,
  (SELECT group_concat(nama, '; ') FROM (SELECT nama FROM pihak WHERE perjanjian = p.id ORDER BY urutan)) AS para_pihak,
  coalesce(p.nomor,
    (SELECT group_concat(nomor, '; ') FROM (SELECT nomor FROM pihak WHERE perjanjian = p.id ORDER BY urutan))) AS nomor,
  k.keadaan AS keadaan_hari_ini, k.sebab AS sebab_keadaan,
  (SELECT min(tanggal) FROM tenggat WHERE perjanjian = p.id AND tanggal >= date('now', 'localtime')
   AND berlaku_dari <= date('now', 'localtime') AND berlaku_sampai > date('now', 'localtime')) AS tenggat_berikut,
  p.tanggal AS ditandatangani, p.tempat, p.jangka_waktu, p.mulai AS mulai_berlaku,
  iif(p.mulai_dianggap, 'dianggap', 'disebut') AS dasar_mulai,
  p.akhir AS hari_terakhir, p.akhir_tanggal_sama AS tanggal_yang_sama, p.unit
FROM perjanjian p LEFT JOIN keadaan k ON k.perjanjian = p.id AND k.dari <= date('now', 'localtime')
  AND k.sampai > date('now', 'localtime')""",
    "daftar_keadaan": """SELECT k.perjanjian, p.judul, k.keadaan, nullif(k.dari, '0001-01-01') AS dari,
  nullif(k.sampai, '9999-12-31') AS sampai, k.sebab
FROM keadaan k JOIN perjanjian p ON p.id = k.perjanjian""",
    "daftar_tenggat": """SELECT t.tanggal, t.perjanjian, p.judul, replace(t.jenis, '-', ' ') AS jenis, t.hal,
  CASE WHEN t.berlaku_dari > date('now', 'localtime') THEN 'belum'
    WHEN t.berlaku_sampai <= date('now', 'localtime') THEN 'tertutup'
    WHEN t.tanggal < date('now', 'localtime') THEN 'lewat' ELSE 'terbuka' END AS hari_ini,
  CASE WHEN t.jenis = 'kewajiban-berkala' THEN 'setiap ' || t.batas || ' sejak ' || replace(t.acuan, '-', ' ')
    ELSE ifnull(t.batas || ' ' || t.arah || ' ', '') || replace(t.acuan, '-', ' ') END AS dihitung_dari,
  t.tanggal_acuan, t.sumber, t.akibat AS bila_dibiarkan, t.berlaku_dari AS terbuka_sejak,
  nullif(t.berlaku_sampai, '9999-12-31') AS tertutup_sejak,
  CASE WHEN t.berlaku_sampai > date('now', 'localtime') AND t.penutup IS NULL THEN NULL
    WHEN t.hari_kerja AND t.sebab_tutup = 'dipenuhi'
      THEN 'dipenuhi; tepat waktu atau terlambat: lihat naskah registri tampil'
    ELSE t.sebab_tutup END AS sebab_tutup,
  iif(t.hari_kerja, 'dihitung tanpa hari libur; lihat naskah peringatan', NULL) AS catatan
FROM tenggat t JOIN perjanjian p ON p.id = t.perjanjian""",
    "daftar_adendum": """SELECT a.perjanjian, p.judul, a.urutan, a.id, a.nomor, a.tanggal AS ditandatangani, a.berlaku,
  a.akhir_semula AS hari_terakhir_semula, a.akhir AS hari_terakhir
FROM adendum a JOIN perjanjian p ON p.id = a.perjanjian""",
    "daftar_penandatangan": """SELECT h.perjanjian, h.sebutan, h.nama AS pihak, h.nomor,
  t.nama AS penandatangan, t.jabatan,
  (SELECT group_concat(k.dokumen || ifnull(' Nomor ' || k.nomor, '') || ifnull(' tanggal ' || k.tanggal, ''), '; ')
   FROM kuasa k WHERE k.perjanjian = h.perjanjian AND k.pihak = h.urutan) AS kuasa
FROM pihak h JOIN penandatangan t ON t.perjanjian = h.perjanjian AND t.pihak = h.urutan""",
    "daftar_kegiatan": """SELECT k.perjanjian, p.judul, t.value AS tahun, k.kode, k.program, k.nama AS kegiatan,
  k.lokasi, k.sumber_dana, iif(count(l.peristiwa), 'terlaksana', 'belum') AS keadaan, max(l.tanggal) AS terakhir,
  k.output, k.outcome, k.berlaku_dari, nullif(k.berlaku_sampai, '9999-12-31') AS berlaku_sampai
FROM kegiatan k JOIN perjanjian p ON p.id = k.perjanjian JOIN json_each(k.tahun) t
LEFT JOIN laporan_kegiatan l ON l.perjanjian = k.perjanjian AND l.kode = k.kode AND l.tahun = t.value
WHERE k.berlaku_dari <= t.value || '-12-31' AND (k.berlaku_sampai > t.value || '-12-31'
  OR l.tanggal IS NOT NULL AND NOT EXISTS (SELECT 1 FROM kegiatan n WHERE n.perjanjian = k.perjanjian
    AND n.kode = k.kode AND n.berlaku_dari <= t.value || '-12-31' AND n.berlaku_sampai > t.value || '-12-31'))
GROUP BY k.perjanjian, k.urutan, t.value""",
    # The fields as `catat` takes them. Whole facts are in the other lists.
    "daftar_peristiwa": """SELECT urutan, perjanjian, jenis, tanggal,
  iif(jenis IN ('didaftarkan', 'diperbarui', 'dokumen-dicatat', 'diadendum'), NULL,
    (SELECT group_concat(key || '=' || value, '; ') FROM json_each(data) WHERE key <> 'bukti')) AS isian,
  json_extract(data, '$.bukti.jalur') AS bukti, dicatat_pada, oleh
FROM peristiwa""",
}
