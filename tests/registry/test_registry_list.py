"""The list of agreements in parts, and what a rebuild finds different, whatever quick way it takes to find it."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sample_agreements import NK_000, PKS_002, add, build

from naskah.registry.database import open_registry
from naskah.registry.query import count_perjanjian, list_perjanjian
from naskah.registry.rebuild import rebuild

HARI = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("bagian", "harapan"),
    [
        ({}, ["000", "001", "002"]),
        ({"paling_banyak": 2}, ["000", "001"]),
        ({"paling_banyak": 2, "lewati": 2}, ["002"]),
        ({"lewati": 1}, ["001", "002"]),
        ({"paling_banyak": 5, "lewati": 3}, []),
    ],
)
def test_a_part_of_the_list_is_that_part_of_the_whole(three: Path, bagian: dict[str, int], harapan: list[str]) -> None:
    with open_registry(three, readonly=True) as registry:
        semua = {p.id: p for p in list_perjanjian(registry, pada=HARI)}
        # Whole records: also the parties, which are read for these agreements alone.
        assert list_perjanjian(registry, pada=HARI, **bagian) == [semua[nama] for nama in harapan]
        assert all(len(p.pihak) == 2 for p in semua.values())
        assert count_perjanjian(registry) == 3


@pytest.mark.parametrize(
    ("perintah", "berbeda"),
    [
        ("UPDATE pihak SET nama = upper(nama) WHERE perjanjian = '000' AND urutan = 1", ("000",)),
        # A column that takes letters for the same, and one that is NULL.
        ("UPDATE dasar_hukum SET peraturan = lower(peraturan)", ("000",)),
        ("UPDATE perjanjian SET unit = 'lain' WHERE id = '000'", ("000",)),
        ("UPDATE perjanjian SET unit = NULL WHERE id = '002'", ("002",)),
        ("DELETE FROM tenggat WHERE perjanjian = '002' AND jenis = 'pemberitahuan-perpanjangan'", ("002",)),
        ("INSERT INTO keadaan VALUES ('000', '2040-01-01', '2041-01-01', 'berlaku', NULL)", ("000",)),
        (
            "PRAGMA legacy_alter_table=ON; CREATE TABLE lain AS SELECT * FROM keadaan; DROP TABLE keadaan;"
            " ALTER TABLE lain RENAME TO keadaan;"
            " UPDATE keadaan SET sebab = 'lain' WHERE perjanjian = '002'",
            ("002",),
        ),
        ("", ()),
    ],
)
def test_a_rebuild_names_what_was_stored_otherwise(path: Path, perintah: str, berbeda: tuple[str, ...]) -> None:
    with open_registry(path, create=True) as registry:
        add(registry, build(NK_000, dasar_hukum=("UU 23/2014",)), build(PKS_002))
    with closing(sqlite3.connect(path)) as conn:
        conn.executescript("PRAGMA foreign_keys=OFF;" + perintah)
    with open_registry(path) as registry:
        assert rebuild(registry).berbeda == berbeda
        assert rebuild(registry).sama
