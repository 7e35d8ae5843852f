"""Small documents, read, with the facts of them."""

from naskah.model.isi import isi
from naskah.reading.facts import Fakta, read_fakta
from naskah.reading.parts import Bagian
from naskah.reading.text.read import read_text

KEPALA = """PERJANJIAN KERJA SAMA
ANTARA
PEMERINTAH KABUPATEN CEMPAKA RAYA
DAN
POLITEKNIK PERTANIAN NUSA
TENTANG
PEMANFAATAN DATA CUACA

NOMOR: 1/KS/2031
NOMOR: 7/PPN/V/2031
"""
PEMBUKA = "Pada hari ini, Senin tanggal Lima Bulan Mei Tahun Dua Ribu Tiga Puluh Satu (05-05-2031), kami:"
PIHAK = """1. SARI WULANDARI : Bupati Cempaka Raya, diangkat berdasarkan Keputusan Menteri Dalam Negeri Nomor 100.2.1.3-9 Tahun 2030 tanggal 3 Maret 2030 tentang Pengangkatan Bupati, berkedudukan di Jalan Ir. H. Merdeka Nomor 1, Cempaka, bertindak untuk dan atas nama Pemerintah Kabupaten Cempaka Raya, selanjutnya disebut PIHAK KESATU;

2. BIMA ADISAPUTRA : Direktur Politeknik Pertanian Nusa, berkedudukan di Jalan Kampus Nomor 7, Cempaka, bertindak berdasarkan Surat Kuasa Khusus Nomor SKS/5/2031 tanggal 6 Mei 2031 untuk dan atas nama Politeknik Pertanian Nusa, selanjutnya disebut PIHAK KEDUA.
"""  # noqa: E501
SEPAKAT = "PARA PIHAK bersepakat membuat Perjanjian Kerja Sama tentang Pemanfaatan Data Cuaca dengan ketentuan berikut:"
PENUTUP = (
    "Demikian Perjanjian Kerja Sama ini dibuat dan ditandatangani di Cempaka pada hari dan tanggal tersebut, dalam"
    " rangkap 3 (tiga), 2 (dua) rangkap bermeterai cukup untuk PARA PIHAK dan 1 (satu) rangkap arsip di Bagian Hukum."
)
TANDA_TANGAN = "PIHAK KEDUA,\n\nBIMA ADISAPUTRA\n\nPIHAK KESATU,\n\nSARI WULANDARI\n"


def facts(
    batang: str = "Pasal 1\nTUJUAN\n\nAda.",
    *,
    pembuka: str = PEMBUKA,
    pihak: str = PIHAK,
    premis: str = "",
    penutup: str = PENUTUP,
) -> Fakta:
    """The facts of an agreement whose pasal are `batang`."""
    bagian = (KEPALA, pembuka, pihak, premis, SEPAKAT, batang, penutup, TANDA_TANGAN)
    return read_fakta(read_text("uji.txt", "\n\n".join(bagian).encode()))


def part(teks: str, peran: str = "ayat", pasal: str | None = "3", ayat: str | None = "2") -> Bagian:
    """One text of a document, by itself."""
    return Bagian("Pasal 3 ayat (2)", peran, isi(teks), pasal, ayat)
