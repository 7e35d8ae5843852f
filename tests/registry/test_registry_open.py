"""Opening: made whole or not at all, migrated with a backup, refused with a reason."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sample_agreements import SAAT, add, as_ordinary_user, build, jangka_waktu, pemberitahuan, with_ketentuan
from sqlite_utils import Database

from naskah.model.galat import NaskahError
from naskah.registry.alerts import list_peringatan
from naskah.registry.database import open_registry
from naskah.registry.events import PeristiwaBaru, append, canonical
from naskah.registry.migrations import MIGRATIONS, create_registry, migrate
from naskah.registry.query import get_perjanjian, list_perjanjian
from naskah.registry.schema import APPLICATION_ID, PROYEKSI, SCHEMA_VERSION
from naskah.registry.verification import verify


def refused(path: Path, **lain: bool) -> str:
    """The message with which opening is refused."""
    with pytest.raises(NaskahError) as galat:
        open_registry(path, **lain)
    return str(galat.value)


def query(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as conn:
        return conn.execute(sql).fetchall()


def create_version_1(path: Path) -> None:
    """A registry as version 1 of the schema left it: events, no projection yet."""
    data = canonical(build().model_dump(mode="json", exclude_none=True))
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute("PRAGMA journal_mode=WAL")
        MIGRATIONS.apply(Database(conn), stop_before="m002_proyeksi")
        conn.execute(f"PRAGMA application_id={APPLICATION_ID}")
        conn.execute("PRAGMA user_version=1")
        append(conn, [PeristiwaBaru("002", "didaftarkan", "2026-01-05", data)], oleh="x", waktu=SAAT)


def test_a_missing_registry_is_not_made_unasked(path: Path) -> None:
    assert refused(path) == (
        f'{path}: registri belum ada. Jalankan "naskah susun ... --daftarkan" atau "naskah registri tambah"'
        " untuk membuatnya."
    )
    assert refused(path, create=True, readonly=True).endswith("untuk membuatnya.")
    assert not path.exists()


def test_a_new_registry_is_complete_and_alone_in_its_folder(path: Path) -> None:
    with open_registry(path, create=True) as registry, registry.read() as conn:
        assert conn.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert conn.execute("PRAGMA foreign_keys").fetchone() == (1,)
        assert conn.execute("PRAGMA busy_timeout").fetchone() == (5000,)
        assert conn.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    assert [p.name for p in path.parent.iterdir()] == ["registry.db"]


def test_how_long_to_wait_for_another_process_can_be_said(three: Path) -> None:
    with open_registry(three, timeout=0.25) as registry, registry.read() as conn:
        assert conn.execute("PRAGMA busy_timeout").fetchone() == (250,)


def test_a_registry_that_another_process_made_meanwhile_stays(three: Path) -> None:
    sebelum = three.read_bytes()
    create_registry(three)
    assert three.read_bytes() == sebelum
    assert [p.name for p in three.parent.iterdir()] == ["registry.db"]


def test_a_migration_that_another_process_did_meanwhile_is_not_done_again(three: Path) -> None:
    with open_registry(three) as registry:
        migrate(registry)
    assert [p.name for p in three.parent.iterdir()] == ["registry.db"]


def test_opening_again_changes_nothing(three: Path) -> None:
    sebelum = three.read_bytes()
    with open_registry(three, create=True) as registry:
        list_perjanjian(registry, pada=date(2026, 1, 1))
    assert three.read_bytes() == sebelum
    assert [p.name for p in three.parent.iterdir()] == ["registry.db"]


def test_an_empty_file_becomes_a_registry_where_one_is_to_be_made(path: Path) -> None:
    path.touch()
    assert refused(path).endswith("berkas ini bukan registri naskah. Pilih berkas lain.")
    with open_registry(path, create=True) as registry:
        assert verify(registry) == []
    assert [p.name for p in path.parent.iterdir()] == ["registry.db"]


def test_the_schema_version_is_the_number_of_migrations(path: Path) -> None:
    with open_registry(path, create=True):
        pass
    assert query(path, "SELECT count(*) FROM _sqlite_migrations") == [(SCHEMA_VERSION,)]
    with closing(sqlite3.connect(path)) as conn:
        assert MIGRATIONS.pending(Database(conn)) == []


def test_a_newer_schema_is_refused_and_left_alone(three: Path) -> None:
    with closing(sqlite3.connect(three)) as conn:
        conn.execute(f"PRAGMA user_version={SCHEMA_VERSION + 1}")
    sebelum = three.read_bytes()
    assert refused(three) == (
        f"{three}: registri ini dibuat naskah yang lebih baru (skema {SCHEMA_VERSION + 1}, di sini {SCHEMA_VERSION})."
        " Mutakhirkan naskah di komputer ini, lalu coba lagi."
    )
    assert three.read_bytes() == sebelum


@pytest.mark.parametrize("isi", [b"bukan basis data " * 100, b"x"])
def test_a_file_that_is_no_database_is_refused_and_left_alone(path: Path, isi: bytes) -> None:
    path.write_bytes(isi)
    assert "bukan registri naskah" in refused(path, create=True)
    assert path.read_bytes() == isi


def test_a_database_of_another_program_is_refused_and_left_alone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("CREATE TABLE lain (a)")
    sebelum = path.read_bytes()
    assert "berkas ini bukan registri naskah" in refused(path, create=True)
    assert path.read_bytes() == sebelum


def test_a_truncated_registry_is_refused(three: Path) -> None:
    three.write_bytes(three.read_bytes()[:1000])
    assert "rusak" in refused(three) or "bukan registri" in refused(three)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "registri tidak dapat dibuka" in refused(tmp_path, create=True)


def test_a_folder_that_does_not_exist_is_named(tmp_path: Path) -> None:
    assert refused(tmp_path / "tidak" / "ada.db", create=True).endswith("foldernya tidak ada. Buat dahulu foldernya.")


def test_a_path_with_signs_of_its_own_is_one_file(tmp_path: Path) -> None:
    folder = tmp_path / "a b?mode=ro#c%20é"
    folder.mkdir()
    with open_registry(folder / "r%41 ?.db", create=True) as registry:
        add(registry, build())
    assert [p.name for p in folder.iterdir()] == ["r%41 ?.db"]


def test_an_older_schema_is_migrated_and_a_copy_of_it_kept(path: Path) -> None:
    create_version_1(path)
    with open_registry(path) as registry:
        assert get_perjanjian(registry, "002").akhir == date(2030, 4, 28)
        assert verify(registry) == []
    salinan = path.with_name("registry.cadangan-v1.db")
    assert sorted(p.name for p in path.parent.iterdir()) == [salinan.name, path.name]
    assert query(salinan, "PRAGMA user_version") == [(1,)]
    assert query(salinan, "SELECT hash FROM peristiwa") == query(path, "SELECT hash FROM peristiwa")
    assert query(salinan, "SELECT name FROM sqlite_schema WHERE name = 'perjanjian'") == []


def test_a_copy_never_replaces_an_earlier_copy(path: Path) -> None:
    create_version_1(path)
    path.with_name("registry.cadangan-v1.db").write_text("cadangan lama")
    with open_registry(path):
        pass
    assert path.with_name("registry.cadangan-v1.db").read_text() == "cadangan lama"
    assert query(path.with_name("registry.cadangan-v1-2.db"), "PRAGMA user_version") == [(1,)]


def test_a_migration_that_fails_leaves_the_registry_as_it_was(path: Path) -> None:
    create_version_1(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        append(conn, [PeristiwaBaru("002", "entah", "2026-01-05", "{}")], oleh="x", waktu=SAAT)
    assert 'berjenis "entah", yang tidak dikenal' in refused(path)
    assert query(path, "PRAGMA user_version") == [(1,)]
    assert query(path, "SELECT name FROM _sqlite_migrations") == [("m001_peristiwa",)]
    assert query(path, "SELECT name FROM sqlite_schema WHERE name = 'perjanjian'") == []


def test_reading_alone_does_not_migrate(path: Path) -> None:
    create_version_1(path)
    assert 'Jalankan "naskah registri bangun-ulang" untuk memutakhirkannya.' in refused(path, readonly=True)
    assert query(path, "PRAGMA user_version") == [(1,)]


def test_nothing_can_be_written_through_a_registry_opened_for_reading(three: Path) -> None:
    with open_registry(three, readonly=True) as registry, pytest.raises(NaskahError, match="tidak dapat ditulis"):
        add(registry, build(id="baru"))


def test_the_last_one_to_close_leaves_the_registry_alone_in_its_folder_also_a_reader(three: Path) -> None:
    with open_registry(three) as penulis, open_registry(three, readonly=True) as pembaca:
        add(penulis, build(id="baru"))
        penulis.close()
        assert len(list_perjanjian(pembaca, pada=date(2026, 1, 1))) == 4
    assert [p.name for p in three.parent.iterdir()] == ["registry.db"]


def test_a_reader_needs_no_disk_for_what_it_sorts_and_compares(three: Path) -> None:
    with open_registry(three, readonly=True) as registry, registry.read() as conn:
        assert conn.execute("PRAGMA temp_store").fetchone() == (2,)  # in memory


def test_a_registry_can_be_read_where_nothing_may_be_written(folder_read_only: Path) -> None:
    with as_ordinary_user(), open_registry(folder_read_only / "registry.db", readonly=True) as registry:
        assert len(list_perjanjian(registry, pada=date(2026, 1, 1))) == 3


def test_a_write_where_nothing_may_be_written_says_so(folder_read_only: Path) -> None:
    sebelum = (folder_read_only / "registry.db").read_bytes()
    with as_ordinary_user(), pytest.raises(NaskahError, match="periksa|Periksa"):  # noqa: SIM117
        with open_registry(folder_read_only / "registry.db") as registry:
            add(registry, build(id="baru"))
    assert (folder_read_only / "registry.db").read_bytes() == sebelum


def test_a_registry_cannot_be_made_where_nothing_may_be_written(folder_read_only: Path) -> None:
    with as_ordinary_user():
        pesan = refused(folder_read_only / "baru.db", create=True)
    assert pesan.endswith("foldernya tidak dapat ditulis. Periksa izin folder itu, atau pilih folder lain.")
    assert [p.name for p in folder_read_only.iterdir()] == ["registry.db"]


# A table of the full text search, and those in which SQLite keeps it.
FTS5 = ("", "_config", "_data", "_docsize", "_idx")


def test_tables_and_views_have_indonesian_names_that_open_in_any_browser(three: Path) -> None:
    nama = {n for (n,) in query(three, "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')")}
    assert nama == {t.nama for t in PROYEKSI} | {
        "peristiwa", "rantai", "daftar_perjanjian", "daftar_tenggat", "daftar_penandatangan", "daftar_peristiwa",
        "daftar_adendum", "daftar_kegiatan", "daftar_keadaan", "naskah", "peringatan_terkirim", "giliran_kirim",
        "cari_baris", "cari_indeks", *(f"cari_{apa}{bagian}" for apa in ("fakta", "isi") for bagian in FTS5),
        "_sqlite_migrations",
    }  # fmt: skip
    assert query(three, "SELECT id, para_pihak, nomor, hari_terakhir FROM daftar_perjanjian WHERE id = '002'") == [
        (
            "002",
            "Pemerintah Provinsi Kepulauan Bangka Belitung; BPJS Ketenagakerjaan Cabang Pangkalpinang",
            "002/TKKSD/DKUKM/2025; PER/06/042025",
            "2030-04-28",
        )
    ]
    tenggat = query(three, "SELECT tanggal, hal, tertutup_sejak FROM daftar_tenggat WHERE perjanjian = '002'")
    assert [t for t in tenggat if t[1] != "laporan"] == [
        ("2030-03-29", "perpanjangan", "2030-04-29"),
        ("2030-04-28", "jangka-waktu", None),
    ]
    # Each report missed gives way on the day after the next is due.
    assert [t for t in tenggat if t[1] == "laporan"][:2] == [
        ("2025-10-28", "laporan", "2026-04-29"),
        ("2026-04-28", "laporan", "2026-10-29"),
    ]
    keadaan = query(three, "SELECT keadaan, dari, sampai FROM daftar_keadaan WHERE perjanjian = '002' ORDER BY dari")
    assert keadaan == [
        ("rancangan", None, "2025-04-29"),
        ("berlaku", "2025-04-29", "2029-10-30"),
        ("segera berakhir", "2029-10-30", "2030-04-29"),
        ("berakhir", "2030-04-29", None),
    ]
    assert {n for (n,) in query(three, "SELECT catatan FROM daftar_tenggat")} == {None}
    with open_registry(three) as registry:
        add(registry, with_ketentuan(jangka_waktu("1 tahun"), pemberitahuan("14 hari kerja"), id="hk"))
    assert query(three, "SELECT hal, catatan FROM daftar_tenggat WHERE perjanjian = 'hk' ORDER BY tanggal") == [
        ("perpanjangan", "dihitung tanpa hari libur; lihat naskah peringatan"),
        ("jangka-waktu", None),
    ]
    kuasa = "SELECT kuasa FROM daftar_penandatangan WHERE perjanjian = '002' AND penandatangan = 'Ahmad Yani'"
    assert query(three, kuasa) == [("Surat Kuasa Khusus Nomor 120/0002/I tanggal 2025-03-17",)]
    assert len(query(three, "SELECT * FROM daftar_peristiwa")) == 5


def test_deadlines_are_clustered_on_their_date(three: Path) -> None:
    (rencana,) = query(three, "EXPLAIN QUERY PLAN SELECT * FROM tenggat WHERE tanggal BETWEEN 'a' AND 'b'")
    assert "USING PRIMARY KEY (tanggal>? AND tanggal<?)" in str(rencana)
    (sql,) = query(three, "SELECT sql FROM sqlite_schema WHERE name = 'tenggat'")
    assert "WITHOUT ROWID" in str(sql)


def test_the_reading_path_loads_no_heavy_library(three: Path) -> None:
    baca = (
        "import sys, pathlib, datetime;"
        "from naskah.registry import alerts, database, query, state;"
        "r = database.open_registry(pathlib.Path(sys.argv[1]));"
        "query.list_perjanjian(r, pada=datetime.date(2026, 1, 1)); query.get_perjanjian(r, '002'); r.close();"
        "print(sorted({'pydantic', 'sqlite_utils', 'holidays', 'click'} & set(sys.modules)))"
    )
    hasil = subprocess.run([sys.executable, "-c", baca, three], capture_output=True, text=True, check=True)
    assert hasil.stdout == "[]\n"


def test_an_alert_needs_no_write_access(three: Path) -> None:
    from naskah.bahasa.hari_kerja import Kalender

    with open_registry(three, readonly=True) as registry:
        assert list_peringatan(registry, pada=date(2030, 3, 1), dalam=60, kalender=Kalender())
