"""The registry as spreadsheets and data: lists, summaries, the report of a half-year."""

import csv
import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from registers import KEPALA, MITRA, PEMDA, read, row, write_rows

from naskah.bahasa.hari_kerja import Kalender
from naskah.exchange.exporting import export_registry
from naskah.exchange.importing import record
from naskah.registry.connection import Registry
from naskah.registry.database import open_registry

PADA = date(2026, 6, 30)


@pytest.fixture
def registry(tmp_path: Path) -> Iterator[Registry]:
    """Four agreements: in force, soon to end, ended in the half-year, and signed in it with a monev overdue."""
    kepala = [*KEPALA, "OPD", "Monev"]
    baris = [
        [*row(1), "Dinas A", None],
        [*row(2, jenis="NK", tanggal=date(2024, 9, 1), masa="2 tahun"), "Dinas A", None],
        [*row(3, tanggal=date(2025, 5, 1), masa="1 tahun", judul="+HYPERLINK(1)"), None, None],
        [*row(4, tanggal=date(2026, 1, 10), masa="5 tahun"), "Dinas B", "setiap 4 bulan"],
    ]
    with open_registry(tmp_path / "registry.db", create=True) as registry:
        record(read(write_rows(tmp_path / "asal.xlsx", *baris, kepala=kepala)), registry, oleh="x")
        yield registry


def export(registry: Registry, path: Path, **lain: Any) -> Path:
    export_registry(registry, path, **{"pada": PADA, "kalender": Kalender()} | lain)
    return path


def rows(path: Path, nama: str) -> list[list[Any]]:
    return [[sel.value for sel in baris] for baris in load_workbook(path)[nama].iter_rows(min_row=3)]


def test_a_workbook_holds_the_list_the_summaries_and_the_half_year(registry: Registry, tmp_path: Path) -> None:
    path = export(registry, tmp_path / "l.xlsx")
    assert load_workbook(path).sheetnames == [
        "daftar perjanjian", "rekap tahun", "rekap jenis", "rekap unit", "rekap mitra", "rekap keadaan",
        "laporan semester",
    ]  # fmt: skip
    kepala, *isi = rows(path, "daftar perjanjian")
    satu = dict(zip(kepala, isi[0], strict=True))
    assert satu["id"] == "nk-2-ks-2025-2024"
    assert (satu["ditandatangani"], satu["hari terakhir"]) == (datetime(2024, 9, 1), datetime(2026, 8, 31))
    assert (satu["keadaan"], satu["tenggat berikutnya"], satu["hal tenggat"]) == (
        "segera berakhir", datetime(2026, 8, 31), "akhir jangka waktu",
    )  # fmt: skip
    monev = dict(zip(kepala, isi[3], strict=True))
    assert (monev["tenggat berikutnya"], monev["hal tenggat"]) == (datetime(2026, 9, 9), "monev")


def test_the_summaries_count_by_state(registry: Registry, tmp_path: Path) -> None:
    path = export(registry, tmp_path / "l.xlsx", laporan="rekap")
    kepala, *isi = rows(path, "rekap tahun")
    assert [tuple(v for v in satu if v) for satu in isi] == [
        ("2024", 1, 1), ("2025", 2, 1, 1), ("2026", 1, 1), ("jumlah", 4, 2, 1, 1),
    ]  # fmt: skip
    assert dict(zip(kepala, isi[0], strict=True))["segera berakhir"] == 1
    assert [satu[:2] for satu in rows(path, "rekap mitra")[1:]] == [[PEMDA, 4], [MITRA, 4]]
    assert [satu[:2] for satu in rows(path, "rekap unit")[1:]] == [
        ["Dinas A", 2], ["(unit tidak disebut)", 1], ["Dinas B", 1], ["jumlah", 4],
    ]  # fmt: skip
    assert rows(path, "rekap keadaan")[1:] == [["berlaku", 2], ["berakhir", 1], ["segera berakhir", 1]]


def test_the_half_year_tells_what_was_signed_ended_ends_and_is_overdue(registry: Registry, tmp_path: Path) -> None:
    path = export(registry, tmp_path / "s.csv", laporan="semester")
    with path.open(encoding="utf-8-sig", newline="") as berkas:
        isi = [(b["bagian"], b["tanggal"], b["id"]) for b in csv.DictReader(berkas)]
    assert isi == [
        ("ditandatangani", "2026-01-10", "pks-4-ks-2025-2026"),
        ("berakhir", "2026-04-30", "pks-3-ks-2025"),
        ("segera berakhir", "2026-08-31", "nk-2-ks-2025-2024"),
        ("terlewat", "2026-04-30", "pks-3-ks-2025"),
        ("terlewat", "2026-05-09", "pks-4-ks-2025-2026"),
    ]


@pytest.mark.parametrize(
    ("pada", "bagian"),
    [(date(2026, 4, 30), "berakhir"), (date(2026, 4, 29), None)],
)
def test_the_last_day_in_force_decides_the_half_year(registry, tmp_path: Path, pada: date, bagian) -> None:
    path = export(registry, tmp_path / "s.json", laporan="semester", pada=pada)
    isi = [b for b in json.loads(path.read_text()) if b["id"] == "pks-3-ks-2025"]
    assert [b["bagian"] for b in isi if b["bagian"] == "berakhir"] == ([bagian] if bagian else [])


def test_everything_is_said_as_of_the_day_asked_about(registry: Registry, tmp_path: Path) -> None:
    path = export(registry, tmp_path / "d.json", pada=date(2025, 1, 1))
    keadaan = {b["id"]: b["keadaan"] for b in json.loads(path.read_text())}
    assert keadaan == {
        "nk-2-ks-2025-2024": "berlaku",
        "pks-1-ks-2025": "rancangan",
        "pks-3-ks-2025": "rancangan",
        "pks-4-ks-2025-2026": "rancangan",
    }


def test_no_formula_leaves_the_registry(registry: Registry, tmp_path: Path) -> None:
    buku = load_workbook(export(registry, tmp_path / "l.xlsx"))
    assert {sel.data_type for lembar in buku for baris in lembar.iter_rows() for sel in baris} <= {"s", "n", "d"}
    assert ",'+HYPERLINK(1)," in export(registry, tmp_path / "l.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("nama", ["k.xlsx", "k.csv", "k.json"])
def test_an_empty_registry_gives_empty_lists(tmp_path: Path, nama: str) -> None:
    with open_registry(tmp_path / "kosong.db", create=True) as registry:
        path = export(registry, tmp_path / nama)
    if nama.endswith("json"):
        assert json.loads(path.read_text()) == []
    assert path.stat().st_size


def test_a_list_can_be_read_back_as_a_register(registry: Registry, tmp_path: Path) -> None:
    hasil = read(export(registry, tmp_path / "l.xlsx", laporan="daftar"))
    assert [(satu.id, satu.keadaan) for satu in hasil.baris] == [
        ("nk-2-ks-2025-2024", "baru"), ("pks-1-ks-2025", "baru"), ("pks-3-ks-2025", "baru"),
        ("pks-4-ks-2025-2026", "baru"),
    ]  # fmt: skip
    assert [len(satu.isi["pihak"]) for satu in hasil.baris] == [2, 2, 2, 2]
