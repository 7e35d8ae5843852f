"""An agreement as a scan leaves it: broken lines, marks of extraction, boxes for paraf, a table cut by pages."""

import pytest
from tree_shape import shape, text

from naskah.model.bacaan import JenisBacaan, Peran
from naskah.model.naskah import GayaDaftar, Naskah
from naskah.reading.text.read import read_text

PINDAIAN = """


NOTA KESEPAKATAN

ANTARA

PEMERINTAH KABUPATEN CEMPAKA RAYA

DAN

PERUSAHAAN UMUM DAERAH
AIR MINUM TIRTA KENCANA

TENTANG

PENGELOLAAN AIR
DI KABUPATEN CEMPAKA RAYA

NOMOR : 1/KS/2031

NOMOR : AM/2/052031

Pada hari ini Senin tanggal lima bulan Mei tahun
dua ribu tiga puluh satu, (5-5-2031), yang
bertanda tangan di bawah ini:

- I. SARI WULANDARI : Plt. Bupati Cempaka Raya, berkedudukan di Jalan Merdeka 8-
9, Cempaka.

Dalam jabatannya bertindak untuk dan atas nama
Pemerintah Kabupaten Cempaka Raya.

Untuk selanjutnya disebut PIHAK KESATU.

- II. BIMA : Direktur Utama yang diangkat ADISAPUTRA dengan Keputusan Nomor 7, bertindak untuk dan atas nama

Perusahaan Umum Daerah Air Minum Tirta Kencana, selanjutnya disebut PIHAK KEDUA.

Paraf PIHAK KESATU\t
Paraf PIHAK KEDUA\t

PIHAK KESATU dan PIHAK KEDUA bersama-sama disebut PARA PIHAK, masing-masing PIHAK. PARA PIHAK menerangkan hal berikut:

- A. Bahwa air perlu dikelola.
- B. Bahwa pengelolaannya memerlukan kerja sama.

DASAR KESEPAKATAN :

1. Undang-Undang Nomor 1 Tahun 2028 tentang Air;

2. Undang-Undang Nomor 2 Tahun 2029 tentang Pipa.

Berdasarkan hal tersebut, PARA PIHAK sepakat dengan ketentuan sebagai berikut :

Pasal 1 MAKSUD

Kerja sama ini mengurangi kehilangan air.

#### Pasal 2

#### KEADAAN KAHAR (*FORCE MAJEURE*)

- (1) *Force majeure* adalah bencana.
- (2) PIHAK yang mengalaminya memberitahukan PIHAK lain.

Demikian Nota Kesepakatan ini dibuat dalam rangkap 2 (dua).

PIHAK KEDUA,

Ttd.

BIMA ADISAPUTRA

PIHAK KESATU,

SARI WULANDARI

LAMPIRAN
NOTA KESEPAKATAN
ANTARA PEMERINTAH KABUPATEN CEMPAKA RAYA DAN
PERUSAHAAN UMUM DAERAH AIR MINUM TIRTA KENCANA
TENTANG
PENGELOLAAN AIR
NOMOR : 1/KS/2031
NOMOR : AM/2/052031

DOKUMEN RENCANA KERJA
PENGELOLAAN AIR

No\tPROGRAM / KEGIATAN\tTAHAPAN KEGIATAN\tLOKASI\tSUMBER DANA\tTAHUN\t\tTUGAS\t\t\t\tOUTPUT\tOUTCOME
\t\t\t\t\t\t\tPIHAK KESATU\t\tPIHAK KEDUA\t\t\t
\t\t\t\t\t2031\t2032\tPENANGGUNGJAWAB\tKEGIATAN\tPENANGGUNG JAWAB\tKEGIATAN\t\t
(1)\t(2)\t(3)\t(4)\t(5)\t(6)\t(7)\t(8)\t(9)\t(10)\t(11)\t(12)\t(13)
1\tPipa\ta. Perbaikan\tCempaka\tAPBD\tV\t\tDinas Air Kabupaten Cempaka Raya Dinas Jalan Kabupaten Cempaka Raya\tmenggali\tBagian Teknik\tmemasang\tpipa baru\tair cukup

No\tPROGRAM / KEGIATAN\tTAHAPAN KEGIATAN\tLOKASI\tSUMBER DANA\tTAHUN\t\tTUGAS\t\t\t\tOUTPUT\tOUTCOME
\t\t\t\t\t2031\t2032\tPIHAK KESATU\t\tPIHAK KEDUA\t\t\t
\t\tpipa induk\t\t\t\t\t\tsaluran\t\t\t\t
\t\tb. Pemeriksaan\t\t\tV\tV\tDinas Air\tmemeriksa\t\t\tlaporan\tair bersih

PIHAK KEDUA,

BIMA ADISAPUTRA

PIHAK KESATU,

SARI WULANDARI
"""  # noqa: E501


@pytest.fixture(scope="module")
def bacaan():
    return read_text("uji.txt", PINDAIAN.encode())


def test_the_kind_is_that_of_the_title(bacaan) -> None:
    assert bacaan.jenis is JenisBacaan.NOTA_KESEPAKATAN
    assert bacaan.sisa == ()


def test_every_part_of_a_scan_is_found(bacaan, snapshot) -> None:
    assert shape(bacaan.naskah) == snapshot


def test_a_name_that_a_scan_split_is_whole_again_and_its_office_clean(bacaan) -> None:
    naskah = bacaan.naskah
    assert isinstance(naskah, Naskah)
    kesatu, kedua = naskah.pihak
    assert (kedua.nama_penandatangan, kedua.jabatan) == ("BIMA ADISAPUTRA", "Direktur Utama")
    assert kedua.lembaga == "Perusahaan Umum Daerah Air Minum Tirta Kencana"
    assert (kesatu.jabatan, kesatu.lembaga) == ("Plt. Bupati Cempaka Raya", "Pemerintah Kabupaten Cempaka Raya")
    assert text(kesatu.komparisi[0]).endswith("Jalan Merdeka 8-9, Cempaka.")


def test_italics_are_kept(bacaan) -> None:
    naskah = bacaan.naskah
    _, kahar = naskah.iter_pasal()
    assert [(span.teks, span.miring) for span in kahar.judul] == [
        ("KEADAAN KAHAR (", False),
        ("FORCE MAJEURE", True),
        (")", False),
    ]


def test_boxes_for_paraf_are_printing_and_their_names_known(bacaan) -> None:
    assert bacaan.naskah.paraf == ("PIHAK KESATU", "PIHAK KEDUA")
    assert [a.catatan for a in bacaan.alinea if a.peran is Peran.CETAKAN] == [
        "kotak paraf",
        "kotak paraf",
        "cap atau tanda tangan",
    ]


@pytest.mark.parametrize(
    ("kepala", "pihak", "tentang"),
    [
        (
            "PERJANJIAN KERJA SAMA\nTENTANG\nAIR DAN PIPA\nANTARA\nPDAM\nDAN\nDINAS KOPERASI DAN USAHA",
            2,
            "AIR DAN PIPA",
        ),
        ("PERJANJIAN KERJA SAMA ANTARA\nPDAM DAN\nDINAS AIR\nTENTANG AIR\nDAN PIPA", 2, "AIR DAN PIPA"),
        ("PERJANJIAN KERJA SAMA\nTENTANG AIR", 0, "AIR"),
    ],
)
def test_a_title_in_another_order(kepala: str, pihak: int, tentang: str) -> None:
    bacaan = read_text("uji.txt", f"{kepala}\n\nNOMOR : 1\n\nPada hari ini:\n\nPasal 1\nISI\n\nCukup.\n".encode())
    naskah = bacaan.naskah
    assert isinstance(naskah, Naskah)
    assert (naskah.kepala.jenis, len(naskah.kepala.pihak)) == ("PERJANJIAN KERJA SAMA", pihak)
    assert (text(naskah.kepala.tentang), naskah.kepala.nomor) == (tentang, ("1",))


@pytest.mark.parametrize(
    ("nomor", "gaya"),
    [
        (("1.", "2."), GayaDaftar.ANGKA),
        (("a.", "b."), GayaDaftar.HURUF),
        (("A.", "B."), GayaDaftar.HURUF_KAPITAL),
        (("I.", "II."), GayaDaftar.ROMAWI),
    ],
)
def test_parties_are_numbered_in_four_ways(nomor: tuple[str, str], gaya: GayaDaftar) -> None:
    pihak = "".join(
        f"{n} NAMA {i} : Ketua, bertindak untuk dan atas nama Lembaga {i}, selanjutnya disebut PIHAK {s}.\n\n"
        for i, (n, s) in enumerate(zip(nomor, ("PERTAMA", "KEDUA"), strict=True))
    )
    teks = f"PERJANJIAN KERJA SAMA\n\nPada hari ini:\n\n{pihak}PARA PIHAK sepakat:\n\nPasal 1\nISI\n\nCukup.\n"
    naskah = read_text("uji.txt", teks.encode()).naskah
    assert isinstance(naskah, Naskah)
    assert naskah.gaya_pihak is gaya
    assert [(p.sebutan, p.lembaga) for p in naskah.pihak] == [
        ("PIHAK PERTAMA", "Lembaga 0"),
        ("PIHAK KEDUA", "Lembaga 1"),
    ]


def test_what_stands_in_no_part_is_kept_and_reported() -> None:
    teks = "PERJANJIAN KERJA SAMA\n\nPada hari ini:\n\nPasal 1\nISI\n\nCukup.\n\nLAMPIRAN\n\nDaftar alat ukur.\n"
    bacaan = read_text("uji.txt", teks.encode())
    assert [(a.teks, a.catatan) for a in bacaan.sisa] == [("Daftar alat ukur.", "lampiran yang bukan Rencana Kerja")]
    naskah = bacaan.naskah
    assert isinstance(naskah, Naskah)
    assert len(naskah.lampiran) == 1
