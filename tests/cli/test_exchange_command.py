"""`naskah registri impor`, `ekspor`, and `tambah` of what was entered by hand, as their user meets them."""

import json
from pathlib import Path

import pytest
from openpyxl import Workbook

KEPALA = ["No", "Jenis", "Judul", "Para Pihak", "Nomor", "Tanggal", "Jangka Waktu", "Sumber Dana"]
PIHAK = "Pemerintah Kabupaten Cempaka Raya dan Politeknik Pertanian Nusa"


@pytest.fixture
def register(ruang: Path):
    def write(*baris: list) -> Path:
        buku = Workbook()
        buku.active.title = "2025"
        for satu in [["REGISTER KERJA SAMA"], KEPALA, *baris]:
            buku.active.append(satu)
        buku.save(ruang / "register.xlsx")
        return Path("register.xlsx")

    return write


BAIK = [1, "PKS", "Data Cuaca", PIHAK, "1/KS/2025", "29 April 2025", "5 (lima) tahun", "APBD"]


def test_without_catat_a_register_is_only_looked_at(register, jalankan) -> None:
    hasil = jalankan("registri", "impor", register(BAIK))
    assert hasil.kode == 0
    assert "pks-1-ks-2025" in hasil.keluaran
    assert "1 baris: 1 baru" in hasil.keluaran
    assert "ulangi dengan --catat" in hasil.keluaran
    assert (
        'kolom tidak dikenal, isinya tidak ikut: Sumber Dana; sebutkan dengan --kolom "Sumber Dana=kunci"'
        in hasil.galat
    )
    assert not Path("registry.db").exists()


def test_with_catat_all_is_recorded_and_the_same_again_changes_nothing(register, jalankan) -> None:
    perintah = ["registri", "impor", register(BAIK), "--catat", "--oleh", "Sekretariat"]
    assert jalankan(*perintah).kode == 0
    hasil = jalankan(*perintah)
    assert "1 baris: 1 sudah terdaftar" in hasil.keluaran
    assert "tidak ada yang berubah di registri" in hasil.keluaran
    assert [p["id"] for p in json.loads(jalankan("registri", "daftar", "-f", "json").keluaran)] == ["pks-1-ks-2025"]


def test_a_bad_row_stops_all_and_says_where_and_why(register, jalankan) -> None:
    hasil = jalankan("registri", "impor", register(BAIK, [2, *BAIK[1:5], "Senin, 29 April 2025"]), "--catat")
    assert hasil.kode == 1
    assert "galat: baris 2025!4: tanggal: 29 April 2025 jatuh pada hari Selasa, bukan Senin." in hasil.galat
    assert "tidak ada yang dicatat" in hasil.galat
    assert not Path("registry.db").exists()


def test_the_report_is_written_where_asked(register, jalankan) -> None:
    assert jalankan("registri", "impor", register(BAIK), "--laporan", "laporan.csv").kode == 0
    assert "pks-1-ks-2025" in Path("laporan.csv").read_text()
    hasil = jalankan("registri", "impor", register(BAIK), "--laporan", "laporan.pdf")
    assert (hasil.kode, "berakhiran .xlsx atau .csv" in hasil.galat) == (2, True)


def test_the_report_never_replaces_the_register_itself(register, jalankan) -> None:
    isi = register(BAIK).read_bytes()
    for pilihan in ([], ["--timpa"]):
        assert jalankan("registri", "impor", "register.xlsx", "--laporan", "register.xlsx", *pilihan).kode == 2
    assert Path("register.xlsx").read_bytes() == isi


def test_an_export_is_written_once_and_replaced_only_when_asked(register, jalankan) -> None:
    jalankan("registri", "impor", register(BAIK), "--catat")
    assert jalankan("registri", "ekspor", "daftar.csv", "--pada", "2026-01-01").keluaran == "ditulis: daftar.csv\n"
    assert "pks-1-ks-2025,perjanjian kerja sama,Data Cuaca" in Path("daftar.csv").read_text(encoding="utf-8-sig")
    lagi = jalankan("registri", "ekspor", "daftar.csv")
    assert (lagi.kode, "--timpa" in lagi.galat) == (2, True)
    assert jalankan("registri", "ekspor", "daftar.csv", "--timpa").kode == 0
    assert jalankan("registri", "ekspor", "daftar.doc").kode == 2


@pytest.mark.parametrize(
    ("nama", "tenggat"),
    [
        ("catatan-pks", "2026-08-31"),  # monev every 4 months
        ("catatan-perwali", "2026-09-09"),  # 003 Pasal 20: once a year
        ("catatan-perda", "2026-11-04"),  # 004 Pasal 24(2): 6 months after 4-5-2026
    ],
)
def test_what_was_entered_by_hand_has_its_deadlines(ruang: Path, jalankan, nama: str, tenggat: str) -> None:
    berkas = f"examples/lain/{nama}.yaml"
    assert jalankan("registri", "tambah", berkas).keluaran.startswith("didaftarkan: ")
    assert "tidak ada yang berubah" in jalankan("registri", "tambah", berkas).keluaran
    semua = json.loads(jalankan("peringatan", "--pada", "2026-06-01", "--dalam", "200", "-f", "json").keluaran)
    assert tenggat in [satu["tanggal"] for satu in semua]


def test_files_of_an_entry_are_kept_with_their_hash_and_missing_ones_named(ruang: Path, jalankan) -> None:
    teks = Path("examples/lain/catatan-pks.yaml").read_text()
    Path("catatan.yaml").write_text(teks + "dokumen: [pindaian.pdf]\n")
    hasil = jalankan("registri", "tambah", "catatan.yaml")
    assert hasil.kode == 2
    assert "catatan.yaml:" in hasil.galat and "dokumen ke-1: berkas bukti ini tidak ada" in hasil.galat
    Path("pindaian.pdf").write_bytes(b"%PDF")
    assert jalankan("registri", "tambah", "catatan.yaml").kode == 0
    assert "pindaian.pdf" in jalankan("registri", "tampil", "pks-sampah-2024").keluaran
