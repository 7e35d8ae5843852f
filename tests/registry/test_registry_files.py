"""The files that the registry knows are compared with what was recorded, and none outside the workspace is opened."""

import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from sample_agreements import SAAT, add, as_ordinary_user, build

from naskah.registry.connection import Registry
from naskah.registry.events import PeristiwaBaru, append, canonical
from naskah.registry.file_check import HasilPeriksaBerkas, check_files
from naskah.registry.projection import refresh

ISI = b"isi naskah"
SIDIK = sha256(ISI).hexdigest()


@pytest.fixture
def akar(tmp_path: Path) -> Path:
    folder = tmp_path / "ruang"
    folder.mkdir()
    return folder


def register(registry: Registry, *jalur: str) -> None:
    add(registry, build(dokumen=[{"jalur": satu, "sidik": SIDIK} for satu in jalur]))


def report(registry: Registry, bukti: Any) -> None:
    """An event with evidence, as it is recorded."""
    with registry.write() as conn:
        data = canonical({"bukti": bukti})
        append(conn, [PeristiwaBaru("002", "ditandatangani", "2025-04-29", data)], oleh="x", waktu=SAAT)
        refresh(conn, "002")


def found(hasil: HasilPeriksaBerkas) -> list[tuple[str, str]]:
    return [(t.jenis.value, t.jalur) for t in hasil.temuan]


def test_files_that_are_as_recorded_are_fine(registry: Registry, akar: Path) -> None:
    register(registry, "a.docx", "sub/b.docx", str(akar / "c.docx"))
    (akar / "sub").mkdir()
    for nama in ("a.docx", "sub/b.docx", "c.docx"):
        (akar / nama).write_bytes(ISI)
    assert check_files(registry, akar) == (3, ())


def test_a_file_gone_and_a_file_changed_are_findings_of_their_own(registry: Registry, akar: Path) -> None:
    register(registry, "ada.docx", "hilang.docx", "berubah.docx", "ada.docx/di-dalam.docx")
    (akar / "ada.docx").write_bytes(ISI)
    (akar / "berubah.docx").write_bytes(ISI + b" ")
    hasil = check_files(registry, akar)
    assert hasil.diperiksa == 4
    assert found(hasil) == [
        ("hilang", "hilang.docx"), ("berubah", "berubah.docx"), ("hilang", "ada.docx/di-dalam.docx")
    ]  # fmt: skip
    assert [t.pesan for t in hasil.temuan][:2] == [
        'hilang.docx (berkas, perjanjian "002") tidak ada di tempatnya. Kembalikan berkas itu ke sana.',
        'berubah.docx (berkas, perjanjian "002") berubah sejak dicatat. Kembalikan berkas semula;'
        " bila memang diganti, daftarkan lagi.",
    ]


@pytest.mark.parametrize("banyak", [False, True])
def test_the_evidence_of_events_is_compared_too(registry: Registry, akar: Path, banyak: bool) -> None:
    register(registry)
    bukti = [{"jalur": "ba.pdf", "sidik": SIDIK}, {"jalur": "foto.jpg", "sidik": SIDIK}]
    report(registry, bukti if banyak else bukti[0])
    (akar / "foto.jpg").write_bytes(ISI)
    hasil = check_files(registry, akar)
    assert (hasil.diperiksa, found(hasil)) == (2 if banyak else 1, [("hilang", "ba.pdf")])
    assert hasil.temuan[0].pesan.startswith('ba.pdf (bukti peristiwa 2, perjanjian "002") tidak ada')


@pytest.mark.parametrize("jalur", ["../rahasia.docx", "/etc/passwd", "sub/../../rahasia.docx", "tautan.docx"])
def test_no_path_leads_out_of_the_workspace(registry: Registry, akar: Path, jalur: str) -> None:
    rahasia = akar.parent / "rahasia.docx"
    rahasia.write_bytes(ISI)
    (akar / "tautan.docx").symlink_to(rahasia)
    (akar / "sub").mkdir()
    register(registry, jalur)
    # Were it opened, the first and the last would match.
    hasil = check_files(registry, akar)
    assert (hasil.diperiksa, found(hasil)) == (0, [("di luar ruang kerja", jalur)])


def test_a_workspace_reached_by_a_link_is_the_same_workspace(registry: Registry, akar: Path) -> None:
    (akar.parent / "tautan").symlink_to(akar)
    (akar / "a.docx").write_bytes(ISI)
    register(registry, "a.docx")
    assert check_files(registry, akar.parent / "tautan") == (1, ())


@pytest.fixture
def terbuka() -> Iterator[Path]:
    """A workspace that others may look into, which nothing below tmp_path is."""
    with TemporaryDirectory() as nama:
        Path(nama).chmod(0o755)
        yield Path(nama)


def test_what_is_no_readable_file_is_a_finding_and_nothing_waits_for_it(registry: Registry, terbuka: Path) -> None:
    os.mkfifo(terbuka / "pipa")
    (terbuka / "pipa").chmod(0o644)
    (terbuka / "folder").mkdir()
    (terbuka / "putar").symlink_to("putar")
    (terbuka / "tertutup").write_bytes(ISI)
    (terbuka / "tertutup").chmod(0)
    (terbuka / "ada").write_bytes(ISI)
    nama = ["pipa", "folder", "putar", "tertutup", "x" * 300]
    register(registry, *nama, "ada")
    report(registry, {"jalur": "nol\0.pdf", "sidik": SIDIK})
    with as_ordinary_user():
        hasil = check_files(registry, terbuka)
    assert found(hasil) == [("tidak terbaca", satu) for satu in (*nama, "nol\0.pdf")]
    assert "'nol\\x00.pdf'" in hasil.temuan[-1].pesan
    assert all(t.pesan.isprintable() for t in hasil.temuan)


def test_no_recorded_sha256_passes_for_a_file_that_is_gone(registry: Registry, akar: Path) -> None:
    register(registry)
    report(registry, {"jalur": "a.pdf", "sidik": "hilang"})
    assert found(check_files(registry, akar)) == [("hilang", "a.pdf")]


@pytest.mark.parametrize("bukti", [None, "teks", 7, [], [7, "x"], {}, [{"jalur": None}]])
def test_evidence_of_another_shape_stops_nothing(registry: Registry, akar: Path, bukti: Any) -> None:
    register(registry, "a.docx")
    (akar / "a.docx").write_bytes(ISI)
    report(registry, bukti)
    check_files(registry, akar)
