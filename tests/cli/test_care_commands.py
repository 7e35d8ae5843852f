"""`naskah registri cadangkan` and `naskah registri verifikasi`, as cron and the office meet them."""

from datetime import date
from pathlib import Path

import pytest

PKS = "examples/pks-babel.yaml"


@pytest.fixture
def terdaftar(ruang, jalankan):
    """A workspace with one agreement, its document, and a copy of the registry elsewhere to compare with."""
    assert jalankan("susun", PKS, "--daftarkan").kode == 0
    return ruang


def test_a_backup_says_where_it_lies_and_what_it_holds(terdaftar, jalankan):
    hasil = jalankan("registri", "cadangkan")
    nama = f"registry.cadangan-{date.today()}.db"
    ujung = jalankan("registri", "verifikasi").keluaran.partition("ujung rantai ")[2][:16]
    assert (hasil.kode, hasil.galat) == (0, "")
    assert hasil.keluaran == f"dicadangkan: {terdaftar / nama} (1 peristiwa, ujung rantai {ujung})\n"
    # A backup is a registry like any other.
    assert ujung in jalankan("registri", "verifikasi", "--registri", nama).keluaran
    assert "pks-babel-2025" in jalankan("registri", "daftar", "--registri", nama).keluaran


def test_older_backups_make_room_and_are_named(terdaftar, jalankan):
    Path("usb").mkdir()
    jalankan("registri", "cadangkan", "usb")
    jalankan("registri", "cadangkan", "usb")
    hasil = jalankan("registri", "cadangkan", "usb", "--simpan", 1)
    assert hasil.keluaran.count("cadangan lama dihapus: usb/registry.cadangan-") == 2
    assert [p.name for p in Path("usb").iterdir()] == [f"registry.cadangan-{date.today()}-3.db"]


def test_a_backup_of_nothing_is_refused(ruang, jalankan):
    hasil = jalankan("registri", "cadangkan")
    assert (hasil.kode, hasil.keluaran) == (2, "")
    assert "registri belum ada" in hasil.galat
    assert not list(ruang.glob("registry*"))


def test_files_that_match_are_counted(terdaftar, jalankan):
    hasil = jalankan("registri", "verifikasi")
    assert hasil.kode == 0
    assert "1 berkas diperiksa, semuanya cocok dengan sidiknya" in hasil.keluaran


@pytest.mark.parametrize(
    ("ubah", "pesan"),
    [
        (lambda p: p.unlink(), "tidak ada di tempatnya"),
        (lambda p: p.write_bytes(b"lain"), "berubah sejak dicatat"),
    ],
)
def test_a_document_gone_or_changed_is_a_finding_unless_files_are_left_out(terdaftar, jalankan, ubah, pesan):
    ubah(Path("examples/pks-babel.docx"))
    hasil = jalankan("registri", "verifikasi")
    assert hasil.kode == 1
    assert "registri utuh: 1 peristiwa" in hasil.keluaran
    assert f'galat: examples/pks-babel.docx (berkas, perjanjian "pks-babel-2025") {pesan}' in hasil.galat
    assert "1 berkas diperiksa, 1 tidak cocok dengan catatannya" in hasil.keluaran
    tanpa = jalankan("registri", "verifikasi", "--tanpa-berkas")
    assert (tanpa.kode, tanpa.galat, "berkas" in tanpa.keluaran) == (0, "", False)


def test_a_document_outside_the_workspace_is_said_not_to_be_checked(ruang, jalankan, tmp_path):
    jalankan("susun", PKS, "--daftarkan", "-o", tmp_path / "di-luar")
    hasil = jalankan("registri", "verifikasi")
    assert hasil.kode == 0
    assert "peringatan: " in hasil.galat
    assert "di luar ruang kerja, jadi tidak diperiksa" in hasil.galat


def test_paths_are_those_of_the_workspace_that_the_registry_lies_in(terdaftar, jalankan, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    hasil = jalankan("registri", "verifikasi", "--registri", terdaftar / "registry.db")
    assert "1 berkas diperiksa, semuanya cocok" in hasil.keluaran


def test_a_registry_kept_elsewhere_has_the_paths_of_the_workspace_one_works_in(ruang, jalankan, tmp_path):
    bersama = tmp_path / "bersama.db"
    jalankan("susun", PKS, "--daftarkan", "--registri", bersama)
    assert "1 berkas diperiksa, semuanya" in jalankan("registri", "verifikasi", "--registri", bersama).keluaran


def test_many_findings_are_told_and_the_rest_counted(ruang, jalankan, monkeypatch):
    monkeypatch.setattr("naskah.cli.care._MENYEBUT", 1)
    jalankan("susun", PKS, "--daftarkan", "-f", "txt", "-f", "html", "-f", "docx")
    for akhiran in ("txt", "html", "docx"):
        Path(f"examples/pks-babel.{akhiran}").unlink()
    hasil = jalankan("registri", "verifikasi")
    assert (hasil.kode, hasil.galat.count("tidak ada di tempatnya")) == (1, 1)
    assert "galat: dan 2 berkas lain" in hasil.galat
