"""`naskah mulai` and `naskah contoh`: a workspace whole or not at all, and nothing of the user's replaced."""

import re
import subprocess
import sys
from pathlib import Path

import pytest


def test_a_workspace_holds_all_that_its_user_may_change(tmp_path, monkeypatch, jalankan):
    monkeypatch.chdir(tmp_path)
    assert jalankan("mulai", "ruang").kode == 0
    isi = {p.name for p in Path("ruang").iterdir()}
    assert isi == {"clauses", "templates", "peraturan.yaml", "naskah.yaml", "docs"}
    assert jalankan("klausul", "periksa").kode == 0


@pytest.mark.parametrize(("nama", "pesan"), [("penuh", "sudah berisi"), ("berkas", "ini berkas")])
def test_what_is_there_already_is_never_made_a_workspace(tmp_path, monkeypatch, jalankan, nama, pesan):
    monkeypatch.chdir(tmp_path)
    Path("penuh").mkdir()
    Path("penuh/catatan.txt").write_text("milik pengguna")
    Path("berkas").write_text("x")
    hasil = jalankan("mulai", nama)
    assert hasil.kode == 2
    assert pesan in hasil.galat


def test_a_full_disk_leaves_no_half_workspace(tmp_path):
    perintah = f"""
        mkdir kecil && mount -t tmpfs -o size=64k tmpfs kecil || exit 99
        {sys.executable} -c "from naskah.cli import main; main()" mulai kecil/ruang; kode=$?
        ls -A kecil; exit $kode"""
    hasil = subprocess.run(["unshare", "-rm", "sh", "-c", perintah], cwd=tmp_path, capture_output=True, text=True)
    assert "disk penuh" in hasil.stderr
    assert (hasil.returncode, hasil.stdout) == (2, "")


@pytest.mark.parametrize("nama", [".", "../kosong", "/"])
def test_an_empty_folder_may_be_where_one_stands(tmp_path, monkeypatch, jalankan, nama):
    """The folder stays the one it is, so the shell that stands in it goes on."""
    kosong = tmp_path / "kosong"
    kosong.mkdir()
    inode = kosong.stat().st_ino
    monkeypatch.chdir(kosong)
    hasil = jalankan("mulai", str(kosong) if nama == "/" else nama)
    assert (hasil.kode, hasil.galat) == (0, "")
    assert "berikutnya: 'naskah klausul daftar'" in hasil.keluaran
    assert (kosong.stat().st_ino, Path.cwd()) == (inode, kosong)
    assert sorted(satu.name for satu in kosong.iterdir()) == [
        "clauses",
        "docs",
        "naskah.yaml",
        "peraturan.yaml",
        "templates",
    ]
    assert jalankan("klausul", "daftar").kode == 0


def test_the_examples_run_through_and_again_without_replacing_what_was_edited(tmp_path, monkeypatch, jalankan):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    pertama = jalankan("contoh", "latihan", "--tanpa-pdf", "--pada", "2030-03-01")
    assert pertama.kode == 0
    assert pertama.keluaran.count("didaftarkan:") == 3
    assert "ditulis: latihan/keluaran/rk-jakarta-tersendiri.docx" in pertama.keluaran
    judul = re.findall(r"^([\w-]+-20\d\d: [\w-]+)", pertama.keluaran, re.MULTILINE)
    sekali = [satu for satu in judul if not satu.endswith((": kewajiban-berkala", ": kegiatan"))]
    assert sekali == [
        "nk-pasuruan-2026: akhir-jangka-waktu",
        "nk-jakarta-2025: akhir-jangka-waktu",
        "pks-babel-2025: pemberitahuan-perpanjangan",
        "pks-babel-2025: akhir-jangka-waktu",
    ]
    assert (len(judul), pertama.keluaran.count("\n  tanggal ")) == (9, 9)
    Path("latihan/keluaran/nk-jakarta.docx").write_text("suntingan")
    kedua = jalankan("contoh", "latihan", "--tanpa-pdf", "--pada", "2030-03-01")
    assert kedua.kode == 0
    assert "dibiarkan, karena isinya sudah lain: latihan/keluaran/nk-jakarta.docx" in kedua.keluaran
    assert kedua.keluaran.count("tidak ada yang berubah") == 3
    assert Path("latihan/keluaran/nk-jakarta.docx").read_text() == "suntingan"


def test_one_broken_clause_does_not_hide_the_others(ruang, jalankan):
    Path("clauses/lokasi/rusak.md").write_text("tanpa kepala")
    hasil = jalankan("klausul", "daftar")
    assert hasil.kode == 1
    assert "lokasi/umum" in hasil.keluaran
    assert "clauses/lokasi/rusak.md:1" in hasil.galat
