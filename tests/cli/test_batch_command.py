"""`naskah massal`: what its user sees, and the exit codes."""

import csv
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

KOLOM = ("id", "judul", "tanggal", "pihak.1.nomor", "pihak.2.nomor")


@pytest.fixture
def data(ruang):
    """Three rows for the example of the PKS, one of them bad."""

    def write(*buruk):
        with Path("data.csv").open("w", encoding="utf-8", newline="") as berkas:
            penulis = csv.writer(berkas)
            penulis.writerow(KOLOM)
            for i in (1, 2, 3):
                tanggal = "31 Februari 2026" if i in buruk else "29 April 2025"
                penulis.writerow([f"pks-{i}", f"Judul {i}", tanggal, f"{i}/A/2025", f"{i}/B/2025"])
        return "data.csv"

    return write


MASSAL = ("massal", "examples/pks-babel.yaml", "--data", "data.csv", "-o", "hasil")


def test_every_row_becomes_a_document(data, jalankan, list_files):
    data()
    hasil = jalankan(*MASSAL, "--daftarkan")
    assert (hasil.kode, hasil.galat) == (0, "")
    assert hasil.keluaran.splitlines() == ["ditulis: 3 dokumen ke hasil", "didaftarkan: 3 naskah"]
    assert list_files(Path("hasil")) == ["pks-1.docx", "pks-2.docx", "pks-3.docx"]
    assert jalankan(*MASSAL, "--daftarkan").keluaran.splitlines()[1] == "sudah ada, tidak berubah: 3 dokumen"
    assert "3 Januari" not in jalankan("registri", "verifikasi").keluaran


def test_a_bad_row_refuses_the_batch_with_exit_code_2(data, jalankan):
    data(2)
    hasil = jalankan(*MASSAL)
    assert hasil.kode == 2
    assert "data.csv:3: tanggal: Tanggal 31 Februari 2025" in hasil.galat or "Tanggal 31 Februari" in hasil.galat
    assert not Path("hasil").exists()


def test_with_lanjutkan_the_good_rows_are_written_with_exit_code_1(data, jalankan, list_files):
    data(2)
    hasil = jalankan(*MASSAL, "--lanjutkan-bila-galat")
    assert hasil.kode == 1
    assert "1 baris tidak disusun" in hasil.galat
    assert list_files(Path("hasil")) == ["galat.xlsx", "pks-1.docx", "pks-3.docx"]
    assert load_workbook("hasil/galat.xlsx").active["A2"].value == 3


def test_names_follow_the_pattern(data, jalankan, list_files):
    data()
    assert jalankan(*MASSAL, "--pola", "{baris}-{judul}").kode == 0
    assert list_files(Path("hasil")) == ["2-judul-1.docx", "3-judul-2.docx", "4-judul-3.docx"]


@pytest.mark.parametrize(
    ("pilihan", "pesan"),
    [
        (("--pola", "../{id}"), "tidak boleh ada dalam nama berkas"),
        (("--pola", "tetap"), "dipakai oleh 3 baris (2, 3, 4)"),
        (("--lembar", "mitra"), "hapus --lembar"),
        (("--peta", "entah.yaml"), "berkas ini tidak ada"),
        (("--data", "entah.csv"), "tidak ada"),
        (("--pekerja", "0"), "di luar batas"),
    ],
)
def test_wrong_options_are_said(data, jalankan, pilihan, pesan):
    data()
    hasil = jalankan(*MASSAL, *pilihan)
    assert hasil.kode == 2
    assert pesan in hasil.galat
    assert "Traceback" not in hasil.galat


def test_on_a_terminal_the_progress_is_shown_with_its_rate(data):
    data()
    utama, anak = pty.openpty()
    perintah = [sys.executable, "-c", "from naskah.cli import main; main()", *MASSAL]
    subprocess.run(perintah, stdout=subprocess.DEVNULL, stderr=anak, check=True, env={**os.environ, "TERM": "xterm"})
    os.close(anak)
    layar = b""
    while potongan := _read(utama):
        layar += potongan
    os.close(utama)
    teks = layar.decode()
    assert "memeriksa dan menyusun" in teks
    assert "menulis" in teks
    assert "3/3" in teks


def _read(pegangan):
    try:
        return os.read(pegangan, 65536)
    except OSError:  # the other end is closed
        return b""
