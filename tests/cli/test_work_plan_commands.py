"""`naskah rencana` and the register's plan of the year, as a secretariat uses them."""

import json
from hashlib import sha256
from pathlib import Path

import pytest
from openpyxl import load_workbook

NK = "examples/nk-jakarta.yaml"
ID = "nk-jakarta-2025"


@pytest.fixture
def terdaftar(ruang, jalankan):
    assert jalankan("registri", "tambah", NK).kode == 0
    return ruang


def test_a_blank_sheet_is_made_filled_and_checked(ruang, jalankan):
    hasil = jalankan("rencana", "lembar", "-o", "rk.xlsx", "--pihak", 3, "--tahun", "2025-2026")
    assert (hasil.kode, hasil.galat) == (0, "")
    assert "naskah rencana periksa rk.xlsx" in hasil.keluaran
    hasil = jalankan("rencana", "periksa", "rk.xlsx")
    assert hasil.kode == 2
    assert "rk.xlsx: Rencana Kerja: belum ada satu kegiatan pun" in hasil.galat
    buku = load_workbook("rk.xlsx")
    isi = [None, "Program", "a. Pelatihan", "Kota", "APBD", "V", None, *["Dinas", "melatih"] * 3, "Terlatih", "=1+1"]
    for kolom, nilai in enumerate(isi, 1):
        buku["Rencana Kerja"].cell(7, kolom, nilai)
    buku.save("rk.xlsx")
    hasil = jalankan("rencana", "periksa", "rk.xlsx")
    assert (hasil.kode, hasil.galat.strip()) == (
        2,
        "galat: rk.xlsx: Rencana Kerja!O7: sel ini berisi rumus; salin, lalu tempel sebagai nilai "
        "(Paste Special > Values)",
    )
    buku["Rencana Kerja"]["O7"] = "Terampil"
    buku.save("rk.xlsx")
    assert jalankan("rencana", "periksa", "rk.xlsx").keluaran == (
        "rk.xlsx: baik (1 program, 1 kegiatan, tahun 2025, 2026)\n"
    )


def test_a_filled_sheet_is_never_overwritten_unasked(ruang, jalankan):
    Path("rk.xlsx").write_text("isian orang", encoding="utf-8")
    assert "--timpa" in jalankan("rencana", "lembar", "-o", "rk.xlsx").galat
    assert Path("rk.xlsx").read_text(encoding="utf-8") == "isian orang"
    assert jalankan("rencana", "lembar", "-o", "rk.xlsx", "--timpa").kode == 0


@pytest.mark.parametrize(
    ("argumen", "pesan"),
    [
        (("-o", "rk.csv"), "harus berakhiran .xlsx"),
        (("-o", "rk.xlsx", "--tahun", "2029-2025"), "tidak mungkin"),
        (("-o", "rk.xlsx", "--pihak", "1"), "di luar batas"),
    ],
)
def test_sheets_that_cannot_be_made(ruang, jalankan, list_files, argumen, pesan):
    sebelum = list_files(ruang)
    hasil = jalankan("rencana", "lembar", *argumen)
    assert (hasil.kode, pesan in hasil.galat) == (2, True), hasil.galat
    assert list_files(ruang) == sebelum


def test_the_plan_of_the_example_is_checked(ruang, jalankan):
    hasil = jalankan("rencana", "periksa", "examples/rencana-kerja/rk-jakarta.yaml")
    assert "baik (3 program, 18 kegiatan, tahun 2025, 2026, 2027, 2028, 2029)" in hasil.keluaran


def test_planned_done_and_not_done(terdaftar, jalankan):
    Path("ba.pdf").write_bytes(b"berita acara")
    lapor = ("registri", "lapor", ID, "2.a", "--tanggal", "31 Maret 2026")
    hasil = jalankan(*lapor, "--bukti", "ba.pdf", "--catatan", "triwulan pertama")
    assert (hasil.kode, hasil.galat) == (0, "")
    tabel = jalankan("registri", "rencana", ID, "--tahun", 2026).keluaran
    assert "18 direncanakan, 1 terlaksana, 17 belum" in tabel
    assert "ba.pdf" in tabel and "31 Maret 2026" in tabel
    data = json.loads(jalankan("registri", "rencana", "--tahun", 2026, "--format", "json").keluaran)
    (satu,) = [k for k in data if k["terlaksana"]]
    assert (satu["kode"], satu["laporan"][0]["sidik"]) == ("2.a", sha256(b"berita acara").hexdigest())
    assert "0 terlaksana" in jalankan("registri", "rencana", ID, "--tahun", 2025).keluaran
    assert "tidak ada kegiatan" in jalankan("registri", "rencana", "--tahun", 2035).keluaran
    assert jalankan("registri", "verifikasi").kode == 0


@pytest.mark.parametrize(
    ("argumen", "pesan"),
    [
        ((ID, "2.z", "--tanggal", "2026-03-31"), "kegiatan '2.z' tidak ada"),
        ((ID, "2.a", "--tanggal", "2031-03-31"), "tidak direncanakan untuk tahun 2031"),
        ((ID, "2.a", "--tanggal", "31 Februari 2026"), "Februari 2026"),
        ((ID, "2.a", "--tanggal", "2026-03-31", "--bukti", "tiada.pdf"), "berkas bukti ini tidak ada"),
        ((ID, "2.a", "--tanggal", "2026-03-31", "--bukti", "examples"), "ini folder"),
        (("nk-jkt", "2.a", "--tanggal", "2026-03-31"), "Maksudnya nk-jakarta-2025?"),
    ],
)
def test_reports_that_are_refused(terdaftar, jalankan, argumen, pesan):
    hasil = jalankan("registri", "lapor", *argumen)
    assert (hasil.kode, pesan in hasil.galat) == (2, True), hasil.galat
    assert "0 terlaksana" in jalankan("registri", "rencana", "--tahun", 2026).keluaran


def test_the_obligations_of_the_plan_are_in_the_register(terdaftar, jalankan):
    halaman = jalankan("registri", "tampil", ID).keluaran
    assert "Lampiran kegiatan 2.a" in halaman and "Lampiran kegiatan 2.d" in halaman
    assert halaman.count("(setiap 3 bulan)") == 2


def test_a_plan_of_its_own_from_a_sheet(ruang, jalankan):
    """The whole way: a sheet, a draft that names its parent, a Word file, and its activities in the register."""
    jalankan("rencana", "lembar", "-o", "rk.xlsx", "--tahun", "2026")
    buku = load_workbook("rk.xlsx")
    isi = [None, "Program", "Pelatihan", "Kota", "APBD", "V", *["Dinas", "melatih"] * 2, "Terlatih", "Terampil"]
    for kolom, nilai in enumerate(isi, 1):
        buku["Rencana Kerja"].cell(7, kolom, nilai)
    buku.save("rk.xlsx")
    pihak = "  - {nama: %s, nomor: %s/RK, kedudukan: Jalan, penandatangan: {nama: N, jabatan: J}}\n"
    Path("rk.yaml").write_text(
        "jenis: rencana-kerja\nid: rk-1\njudul: Pelatihan\ntanggal: 2026-01-05\ntempat: Kota\n"
        "induk: {judul: Nota Kesepakatan tentang Pelatihan, nomor: [1/NK, 2/NK], tanggal: 2026-01-02}\n"
        f"rencana_kerja: rk.xlsx\npihak:\n{pihak % ('A', 1)}{pihak % ('B', 2)}",
        encoding="utf-8",
    )
    hasil = jalankan("susun", "rk.yaml", "--daftarkan", "--ketat", "-f", "docx", "-f", "txt")
    assert (hasil.kode, hasil.galat) == (0, "")
    teks = " ".join(Path("rk.txt").read_text(encoding="utf-8").split())
    assert "melaksanakan Nota Kesepakatan tentang Pelatihan, Nomor 1/NK dan 2/NK, tanggal 2 Januari 2026" in teks
    data = json.loads(jalankan("registri", "rencana", "--tahun", 2026, "-f", "json").keluaran)
    assert [(k["perjanjian"], k["kode"], k["nama"]) for k in data] == [("rk-1", "1.a", "Pelatihan")]
