"""`naskah baca`, and `naskah registri tambah --dari`, as their user meets them."""

import json
from pathlib import Path

import pytest
import yaml

NASKAH = """PERJANJIAN KERJA SAMA
ANTARA
PEMERINTAH KABUPATEN CEMPAKA RAYA
DAN
POLITEKNIK PERTANIAN NUSA
TENTANG
PEMANFAATAN DATA CUACA

NOMOR: 1/KS/2031
NOMOR: 7/PPN/V/2031

Pada hari ini, Senin tanggal Lima Bulan Mei Tahun Dua Ribu Tiga Puluh Satu (05-05-2031), kami:

1. SARI WULANDARI : Bupati Cempaka Raya, berkedudukan di Jalan Merdeka Nomor 1, bertindak untuk dan atas nama Pemerintah
   Kabupaten Cempaka Raya, selanjutnya disebut PIHAK KESATU;

2. BIMA ADISAPUTRA : Direktur Politeknik Pertanian Nusa, berkedudukan di Jalan Kampus Nomor 7, bertindak untuk dan atas
   nama Politeknik Pertanian Nusa, selanjutnya disebut PIHAK KEDUA.

PARA PIHAK bersepakat membuat Perjanjian Kerja Sama tentang Pemanfaatan Data Cuaca dengan ketentuan berikut:

Pasal 1
JANGKA WAKTU

(1) Perjanjian Kerja Sama ini berlaku selama 3 (tiga) tahun dan dapat diperpanjang.
(2) Perpanjangan sebagaimana dimaksud pada ayat (1) diajukan paling lambat 30 (tiga puluh) hari kalender sebelum jangka
    waktu berakhir.

Demikian Perjanjian Kerja Sama ini dibuat di Cempaka dalam rangkap 2 (dua) bermeterai cukup.

PIHAK KEDUA,

BIMA ADISAPUTRA

PIHAK KESATU,

SARI WULANDARI
"""


@pytest.fixture
def naskah(ruang: Path) -> Path:
    (ruang / "lama.txt").write_text(NASKAH, encoding="utf-8")
    return Path("lama.txt")


def test_baca_prints_what_was_understood(naskah: Path, jalankan) -> None:
    hasil = jalankan("baca", naskah)
    assert hasil.kode == 0
    data = yaml.safe_load(hasil.keluaran)
    assert (data["jenis"], data["judul"], data["tanggal"]) == (
        "perjanjian-kerja-sama",
        "Pemanfaatan Data Cuaca",
        "2031-05-05",
    )
    assert data["masa"] == [
        {"lama": "3 tahun", "mulai_disebut": False, "dapat_diperpanjang": True, "sumber": "Pasal 1 ayat (1)"}
    ]


def test_baca_gives_json_with_every_place(naskah: Path, jalankan) -> None:
    data = json.loads(jalankan("baca", naskah, "--format", "json").keluaran)
    sumber = data["rujukan"][0]["sumber"]
    assert sumber["letak"] == "Pasal 1 ayat (2)"
    assert sumber["kutipan"] == "ayat (1)"
    assert sumber["baris"] == 26


def test_baca_says_what_was_not_understood(ruang: Path, jalankan) -> None:
    (ruang / "lain.txt").write_text("Catatan rapat\n\nHadir: semua\n", encoding="utf-8")
    data = yaml.safe_load(jalankan("baca", "lain.txt").keluaran)
    assert data["tidak_dipahami"][0] == "Jenis dokumen tidak dikenali dari judulnya."


def test_baca_refuses_what_it_cannot_read(ruang: Path, jalankan) -> None:
    (ruang / "rusak.docx").write_bytes(b"PK")
    hasil = jalankan("baca", "rusak.docx")
    assert hasil.kode == 2
    assert hasil.galat.startswith("galat: rusak.docx: berkas .docx rusak atau terpotong")


def test_a_proposal_is_only_shown(naskah: Path, jalankan) -> None:
    hasil = jalankan("registri", "tambah", "--dari", naskah)
    assert hasil.kode == 0
    assert hasil.keluaran.startswith("# Usulan catatan dari lama.txt. Cocokkan setiap baris")
    assert "# Perlu dilihat: Pasal 1 ayat (1): mulai berlakunya tidak disebut" in hasil.keluaran
    assert yaml.safe_load(hasil.keluaran)["dokumen"] == ["lama.txt"]
    assert not Path("registry.db").exists()


def test_a_proposal_is_written_looked_through_and_registered(naskah: Path, jalankan) -> None:
    hasil = jalankan("registri", "tambah", "--dari", naskah, "-o", "usulan/lama.yaml")
    assert "daftarkan dengan: naskah registri tambah usulan/lama.yaml" in hasil.keluaran
    assert yaml.safe_load(Path("usulan/lama.yaml").read_text())["dokumen"] == ["../lama.txt"]
    assert not Path("registry.db").exists()
    assert "didaftarkan: pks-1-ks-2031" in jalankan("registri", "tambah", "usulan/lama.yaml").keluaran


def test_with_ya_a_proposal_is_registered_at_once(naskah: Path, jalankan) -> None:
    assert "didaftarkan: pks-1-ks-2031" in jalankan("registri", "tambah", "--dari", naskah, "--ya").keluaran
    data = json.loads(jalankan("registri", "tampil", "pks-1-ks-2031", "-f", "json").keluaran)
    assert data["akhir"] == "2034-05-04"
    assert "sudah terdaftar" in jalankan("registri", "tambah", "--dari", naskah, "--ya").keluaran


def test_with_ya_nothing_is_registered_that_lacks_what_is_needed(naskah: Path, jalankan) -> None:
    naskah.write_text(NASKAH.replace("Lima Bulan Mei", "Lama Bulan Mei").replace("(05-05-2031)", ""), encoding="utf-8")
    hasil = jalankan("registri", "tambah", "--dari", naskah, "--ya")
    assert hasil.kode == 2
    assert "galat: lama.txt: tanggal: tidak ditemukan dalam naskah" in hasil.galat
    assert not Path("registry.db").exists()
    assert not Path("lama.catatan.yaml").exists()


def test_with_ya_nothing_is_written_outside_the_workspace(naskah: Path, jalankan) -> None:
    luar = Path("../luar.docx.txt")
    luar.write_text(NASKAH, encoding="utf-8")
    hasil = jalankan("registri", "tambah", "--dari", luar, "--ya")
    assert hasil.kode == 2
    assert "berada di luar ruang kerja; salin naskahnya ke dalam ruang kerja" in hasil.galat
    assert not Path("../luar.docx.catatan.yaml").exists()


def test_a_proposal_that_the_register_refuses_is_not_left_behind(naskah: Path, jalankan) -> None:
    assert jalankan("registri", "tambah", "--dari", naskah, "--ya").kode == 0
    Path("salinan.txt").write_text(NASKAH.replace("3 (tiga) tahun", "4 (empat) tahun"), encoding="utf-8")
    hasil = jalankan("registri", "tambah", "--dari", "salinan.txt", "--ya")
    assert hasil.kode == 2
    assert "ditulis" not in hasil.keluaran
    assert not Path("salinan.catatan.yaml").exists()
    assert Path("lama.catatan.yaml").exists()


def test_a_proposal_that_was_mended_is_not_written_over(naskah: Path, jalankan) -> None:
    jalankan("registri", "tambah", "--dari", naskah, "-o", "lama.yaml")
    Path("lama.yaml").write_text("jenis: perjanjian-lain\n")
    hasil = jalankan("registri", "tambah", "--dari", naskah, "-o", "lama.yaml")
    assert hasil.kode == 2
    assert "sudah ada dan isinya lain" in hasil.galat
    assert Path("lama.yaml").read_text() == "jenis: perjanjian-lain\n"


@pytest.mark.parametrize(
    ("argumen", "pesan"),
    [
        ((), "sebutkan berkas rancangan atau catatan (.yaml), atau naskahnya dengan --dari"),
        (("a.yaml", "--dari", "lama.txt"), "sebutkan salah satu saja"),
        (("a.yaml", "--ya"), "hanya untuk usulan"),
        (("--dari", "lama.txt", "-o", "a.txt"), "harus berakhiran .yaml"),
        (("--dari", "tidak-ada.docx"), "tidak-ada.docx: tidak ditemukan"),
    ],
)
def test_wrong_use_says_what_to_do(argumen: tuple[str, ...], pesan: str, naskah: Path, jalankan) -> None:
    hasil = jalankan("registri", "tambah", *argumen)
    assert hasil.kode == 2
    assert pesan in hasil.galat
