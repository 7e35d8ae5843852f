"""A regulation: cover, Menimbang, Mengingat, BAB to Pasal, closing, copy, PENJELASAN, LAMPIRAN."""

from typing import Any

import pytest
from tree_shape import text

from naskah.model.bacaan import JenisBacaan, NaskahPeraturan, Peran
from naskah.model.naskah import Kelompok, Pasal
from naskah.reading.text.read import read_text

PERDA = """
**BUPATI CEMPAKA RAYA**  
**PERATURAN DAERAH KABUPATEN CEMPAKA RAYA**  
**NOMOR 3 TAHUN 2031**  
**TENTANG**  
**PENGELOLAAN AIR**

**BAGIAN HUKUM SEKRETARIAT DAERAH**  
**TAHUN 2031**

BUPATI CEMPAKA RAYA

PERATURAN DAERAH KABUPATEN CEMPAKA RAYA
NOMOR 3 TAHUN 2031

TENTANG

PENGELOLAAN AIR
DI KABUPATEN CEMPAKA RAYA

DENGAN RAHMAT TUHAN YANG MAHA ESA

BUPATI CEMPAKA RAYA,

- Menimbang :
- a. bahwa air perlu dikelola;
  - b. bahwa berdasarkan huruf a perlu menetapkan Peraturan Daerah;

Mengingat : ...

- Mengingat : 1. Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945;
2. Undang-Undang Nomor 1 Tahun 2028
tentang Air;

Dengan Persetujuan Bersama  
DEWAN PERWAKILAN RAKYAT DAERAH KABUPATEN CEMPAKA RAYA  
dan  
BUPATI CEMPAKA RAYA

MEMUTUSKAN:

Menetapkan : PERATURAN DAERAH TENTANG PENGELOLAAN  
AIR.

BAB I  
KETENTUAN UMUM

Pasal 1

Dalam Peraturan Daerah ini yang dimaksud dengan:

1. Daerah adalah Kabupaten Cempaka Raya
2. Air adalah air baku.

## BAB II PENGELOLAAN Bagian Kesatu Umum Pasal 2

- (1) Air dikelola.
- (2) Pengelolaan meliputi:
  - a. pengambilan; dan
  - b. pembagian.

### Bagian Kedua
#### Pengambilan Air di Hulu
dan di Hilir

##### Paragraf 1
##### Izin

Pasal 3

Pengambilan memerlukan izin.

BAB III
KETENTUAN PENUTUP

Pasal 4

Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.

Agar setiap orang mengetahuinya, memerintahkan pengundangannya dalam Lembaran Daerah.

Ditetapkan di Cempaka  
pada tanggal 4 Mei 2031

BUPATI CEMPAKA RAYA,

ttd

E. SARI WULANDARI

Diundangkan di Cempaka
pada tanggal 5 Mei 2031

LEMBARAN DAERAH KABUPATEN CEMPAKA RAYA TAHUN 2031 NOMOR 3

PENJELASAN

Pasal 1

Cukup jelas.

LAMPIRAN

Peta hulu.
"""


@pytest.fixture(scope="module")
def bacaan():
    return read_text("uji.txt", PERDA.encode())


@pytest.fixture(scope="module")
def naskah(bacaan) -> NaskahPeraturan:
    assert isinstance(bacaan.naskah, NaskahPeraturan)
    return bacaan.naskah


def outline(semua: tuple[Kelompok | Pasal, ...]) -> list[Any]:
    return [
        f"Pasal {satu.nomor}"
        if isinstance(satu, Pasal)
        else (f"{satu.jenis} {satu.nomor}", text(satu.judul), outline(satu.isi))
        for satu in semua
    ]


def test_nothing_is_left_over(bacaan) -> None:
    assert bacaan.jenis is JenisBacaan.PERATURAN_DAERAH
    assert bacaan.sisa == ()


def test_the_head_is_read_below_the_cover(bacaan, naskah) -> None:
    assert (naskah.nomor, naskah.tahun) == ("3", 2031)
    assert text(naskah.tentang) == "PENGELOLAAN AIR DI KABUPATEN CEMPAKA RAYA"
    assert [text(isi) for isi in naskah.kepala] == [
        "BUPATI CEMPAKA RAYA",
        "PERATURAN DAERAH KABUPATEN CEMPAKA RAYA",
        "NOMOR 3 TAHUN 2031",
        "TENTANG",
        "DENGAN RAHMAT TUHAN YANG MAHA ESA",
    ]
    assert text(naskah.pembentuk) == "BUPATI CEMPAKA RAYA,"
    assert sum(a.catatan == "halaman sampul" for a in bacaan.alinea) == 7


def test_considerations_and_bases_are_items_without_their_numbers(naskah) -> None:
    assert [text(isi) for isi in naskah.menimbang] == [
        "bahwa air perlu dikelola;",
        "bahwa berdasarkan huruf a perlu menetapkan Peraturan Daerah;",
    ]
    assert [text(isi) for isi in naskah.mengingat] == [
        "Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945;",
        "Undang-Undang Nomor 1 Tahun 2028 tentang Air;",
    ]
    assert text(naskah.memutuskan[0]) == "Dengan Persetujuan Bersama"
    assert text(naskah.memutuskan[-1]) == "MEMUTUSKAN:"
    assert text(naskah.menetapkan) == "PERATURAN DAERAH TENTANG PENGELOLAAN AIR."


def test_groups_hold_their_pasal_also_where_one_line_holds_several_headings(naskah) -> None:
    assert outline(naskah.batang) == [
        ("BAB I", "KETENTUAN UMUM", ["Pasal 1"]),
        (
            "BAB II",
            "PENGELOLAAN",
            [
                ("Bagian Kesatu", "Umum", ["Pasal 2"]),
                (
                    "Bagian Kedua",
                    "Pengambilan Air di Hulu dan di Hilir",
                    [("Paragraf 1", "Izin", ["Pasal 3"])],
                ),
            ],
        ),
        ("BAB III", "KETENTUAN PENUTUP", ["Pasal 4"]),
    ]


def test_definitions_are_items(naskah) -> None:
    definisi = next(naskah.iter_pasal())
    assert [(r.nomor, text(r.isi)) for r in definisi.ayat[0].rincian] == [
        ("1", "Daerah adalah Kabupaten Cempaka Raya"),
        ("2", "Air adalah air baku."),
    ]


def test_closing_signatures_and_what_follows_are_apart(bacaan, naskah) -> None:
    assert [text(isi).split()[0] for isi in naskah.penutup] == ["Agar", "Ditetapkan", "pada", "Diundangkan", "LEMBARAN"]
    assert [text(isi) for isi in naskah.tanda_tangan] == ["BUPATI CEMPAKA RAYA,", "ttd", "E. SARI WULANDARI"]
    assert [text(isi) for isi in naskah.penjelasan] == ["PENJELASAN", "Pasal 1", "Cukup jelas."]
    assert [text(isi) for isi in naskah.lampiran] == ["LAMPIRAN", "Peta hulu."]
    assert [a.peran for a in bacaan.alinea if a.teks == "Cukup jelas."] == [Peran.PENJELASAN]


def test_a_regulation_of_a_regional_head_is_known() -> None:
    bacaan = read_text("uji.txt", b"PERATURAN WALI KOTA CEMPAKA\nNOMOR 1 TAHUN 2031\n\nPasal 1\n\nCukup.\n")
    assert bacaan.jenis is JenisBacaan.PERATURAN_KEPALA_DAERAH
