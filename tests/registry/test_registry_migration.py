"""A registry that an earlier release left is brought forward without loss, and kept as it was beside it."""

import sqlite3
import stat
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from old_registry import write_schema_3

from naskah.registry.activities_query import list_kegiatan
from naskah.registry.database import open_registry
from naskah.registry.lineage import read_lineage
from naskah.registry.query import get_perjanjian, list_perjanjian
from naskah.registry.rebuild import rebuild
from naskah.registry.recording import record
from naskah.registry.schema import SCHEMA_VERSION
from naskah.registry.verification import read_head, verify

KEPALA_3 = (8, "99f6cc563040da2cf8f86468a30ca204d75fb049e76560229bbee0f8614158b3")


@pytest.fixture(scope="session")
def skema_3_bytes(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("skema-3") / "registry.db"
    write_schema_3(path)
    return path.read_bytes()


@pytest.fixture
def skema_3(path: Path, skema_3_bytes: bytes) -> Path:
    path.write_bytes(skema_3_bytes)
    return path


def dump(path: Path, *tabel: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as conn:
        return [baris for satu in tabel for baris in conn.execute(f"SELECT * FROM {satu} ORDER BY 1")]  # noqa: S608


def test_every_event_and_every_tree_is_kept_to_the_letter(skema_3: Path) -> None:
    sebelum = dump(skema_3, "peristiwa", "rantai", "naskah")
    assert len(sebelum) == 8 + 1 + 4
    with open_registry(skema_3) as registry:
        assert read_head(registry) == KEPALA_3
        assert verify(registry) == []
        assert rebuild(registry).sama
    assert dump(skema_3, "peristiwa", "rantai", "naskah") == sebelum
    assert dump(skema_3, "pragma_user_version") == [(SCHEMA_VERSION,)]


def test_what_was_known_is_known_still(skema_3: Path) -> None:
    with open_registry(skema_3) as registry:
        semua = list_perjanjian(registry, pada=date(2027, 6, 1))
        assert [(p.id, p.akhir) for p in semua] == [
            ("nk-pasuruan-2026", date(2029, 1, 1)),
            ("nk-jakarta-2025", date(2030, 2, 3)),
            ("pks-babel-2025", date(2032, 4, 28)),
        ]
        assert semua[0].unit == "Bagian Kerja Sama"  # of the facts recorded anew
        pks = get_perjanjian(registry, "pks-babel-2025")
        assert [(a.id, a.akhir_semula) for a in pks.adendum] == [("pks-babel-2025-adendum-1", date(2030, 4, 28))]
        assert [d.jalur for d in pks.dokumen] == [
            "examples/pks-babel.txt", "examples/adendum/pks-babel-adendum-1.txt"
        ]  # fmt: skip
        dilaporkan = [k for k in list_kegiatan(registry, tahun=2025) if k.terlaksana]
        assert [(k.kode, k.laporan[0].bukti) for k in dilaporkan] == [("1.a", "bukti.txt")]
        assert read_lineage(registry, "pks-babel-2025").require_naskah()


def test_what_was_migrated_can_be_worked_with(skema_3: Path) -> None:
    with open_registry(skema_3) as registry:
        record(registry, "pks-babel-2025", "ditandatangani", date(2025, 4, 29), oleh="petugas")
        assert read_head(registry).jumlah == 9
        assert verify(registry) == []


def test_the_registry_as_it_was_is_kept_beside_it_and_no_more_can_read_it(skema_3: Path) -> None:
    skema_3.chmod(0o640)
    tabel = ("peristiwa", "perjanjian", "tenggat", "dokumen", "kegiatan", "pragma_user_version")
    sebelum = dump(skema_3, *tabel)
    with open_registry(skema_3):
        pass
    salinan = skema_3.with_name("registry.cadangan-v3.db")
    assert sorted(p.name for p in skema_3.parent.iterdir()) == [salinan.name, skema_3.name]
    assert dump(salinan, *tabel) == sebelum
    assert stat.S_IMODE(salinan.stat().st_mode) == 0o640
