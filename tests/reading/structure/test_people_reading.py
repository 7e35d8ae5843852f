"""Who signs, in the presentation of the parties and in the signatures, however a document sets them."""

import pytest

from naskah.model.bacaan import Peran
from naskah.model.isi import plain
from naskah.model.naskah import GayaDaftar, Naskah
from naskah.reading.facts import read_fakta
from naskah.reading.text.read import read_text

_ATAS = "berkedudukan di Jalan Satu, bertindak untuk dan atas nama Pemerintah Kabupaten Cempaka Raya"
_KESATU = f"SARI WULANDARI : Bupati Cempaka Raya, {_ATAS}"
NASKAH = """PERJANJIAN KERJA SAMA
ANTARA
PEMERINTAH KABUPATEN CEMPAKA RAYA
DAN
POLITEKNIK NUSA
TENTANG
DATA CUACA

Pada hari ini, Senin tanggal lima bulan Mei tahun dua ribu tiga puluh satu (05-05-2031), kami:

1. {kesatu}, selanjutnya disebut PIHAK KESATU; dan
2. BIMA ADISAPUTRA : Direktur Politeknik Nusa, bertindak untuk dan atas nama Politeknik Nusa, selanjutnya
   disebut PIHAK KEDUA.

PARA PIHAK menerangkan hal-hal sebagai berikut:
{premis}

PARA PIHAK sepakat membuat Perjanjian Kerja Sama dengan ketentuan sebagai berikut:

Pasal 1
MAKSUD
Maksud Perjanjian Kerja Sama ini untuk memanfaatkan data cuaca.

{penutup}

PIHAK KEDUA,
DIREKTUR,

BIMA ADISAPUTRA

PIHAK KESATU,
{ttd}
"""
_PREMIS = "a. bahwa data cuaca diperlukan; dan\nb. bahwa diperlukan kerja sama."
_PENUTUP = "Demikian Perjanjian Kerja Sama ini dibuat dalam rangkap 2 (dua) bermeterai cukup."


def read(
    kesatu: str = _KESATU, ttd: str = "\nSARI WULANDARI", premis: str = _PREMIS, penutup: str = _PENUTUP
) -> tuple[Naskah, list[str]]:
    teks = NASKAH.format(kesatu=kesatu, ttd=ttd, premis=premis, penutup=penutup)
    bacaan = read_text("a.txt", teks.encode())
    assert isinstance(bacaan.naskah, Naskah)
    return bacaan.naskah, [satu.teks for satu in bacaan.alinea if satu.peran is Peran.SISA and satu.teks.strip()]


@pytest.mark.parametrize(
    ("ttd", "nama", "jabatan"),
    [
        ("\nSARI WULANDARI\nNIP 19700101 199503 2 001", "SARI WULANDARI", None),
        ("BUPATI,\n\nDr. SARI WULANDARI, S.Sos., M.Si.", "Dr. SARI WULANDARI, S.Sos., M.Si.", "BUPATI"),
        ("BUPATI,\n\nDr. Hj. Sari Wulandari, M.Si.", "Dr. Hj. Sari Wulandari, M.Si.", "BUPATI"),
        ("\nSARI WULANDARI\n\nSAKSI-SAKSI\n\n1. JOKO WIDAGDO\n2. TUTI ALAWI", "SARI WULANDARI", None),
        ("\nSARI WULANDARI\n\nMENGETAHUI\nGUBERNUR NUSA,\n\nANDI BASO", "SARI WULANDARI", None),
    ],
)
def test_the_name_of_a_signature_is_the_person_of_the_party(ttd: str, nama: str, jabatan: str | None) -> None:
    naskah, sisa = read(ttd=ttd)
    kesatu = next(b for baris in naskah.tanda_tangan for b in baris if b.sebutan == "PIHAK KESATU")
    assert (kesatu.nama, kesatu.jabatan) == (nama, jabatan)
    assert sisa == []


@pytest.mark.parametrize(
    ("kesatu", "nama"),
    [
        (_KESATU, "SARI WULANDARI"),
        (f"SARI WULANDARI, Bupati Cempaka Raya, {_ATAS}", "SARI WULANDARI"),
        (f"SARI WULANDARI, selaku Bupati Cempaka Raya, {_ATAS}", "SARI WULANDARI"),
        (f"SARI WULANDARI          Bupati Cempaka Raya, {_ATAS}", "SARI WULANDARI"),
        (
            f"Dr. Hj. SARI WULANDARI, S.Sos., M.Si., Bupati Cempaka Raya, {_ATAS}",
            "Dr. Hj. SARI WULANDARI, S.Sos., M.Si.",
        ),
        (f"Sari Wulandari, Bupati Cempaka Raya, {_ATAS}", "Sari Wulandari"),
        (
            f"Nama : SARI WULANDARI\nJabatan : Bupati Cempaka Raya\nAlamat : Jalan Satu\nDalam hal ini {_ATAS}",
            "SARI WULANDARI",
        ),
    ],
)
def test_a_party_names_its_person_and_the_office_without_a_colon_too(kesatu: str, nama: str) -> None:
    pihak = read(kesatu=kesatu)[0].pihak[0]
    assert (pihak.nama_penandatangan, pihak.jabatan) == (nama, "Bupati Cempaka Raya")
    assert pihak.lembaga == "Pemerintah Kabupaten Cempaka Raya"
    assert " :" not in " ".join(map(plain, pihak.komparisi))


def test_where_the_person_of_a_party_is_not_understood_no_office_is_guessed() -> None:
    pihak = read(kesatu=f"pejabat yang ditunjuk untuk itu, {_ATAS}")[0].pihak[0]
    assert (pihak.sebutan, pihak.nama_penandatangan, pihak.jabatan) == ("PIHAK KESATU", "", "")


def test_recitals_may_be_numbered_in_brackets() -> None:
    naskah, sisa = read(premis="(1) Bahwa data cuaca diperlukan; dan\n(2) Bahwa diperlukan kerja sama.")
    assert naskah.premis is not None
    assert plain(naskah.premis.pengantar).startswith("PARA PIHAK menerangkan")
    assert (naskah.premis.gaya, len(naskah.premis.butir), naskah.dasar, sisa) == (GayaDaftar.ANGKA, 2, (), [])


@pytest.mark.parametrize("judul", ["PENUTUP", "Penutup"])
def test_a_closing_that_stands_in_the_last_pasal_is_what_that_pasal_says(judul: str) -> None:
    naskah = read(penutup=f"Pasal 2\n{judul}\n{_PENUTUP}")[0]
    assert [plain(a.isi) for p in naskah.iter_pasal() for a in p.ayat][1:] == [_PENUTUP]
    assert naskah.penutup == ()
    assert len(naskah.tanda_tangan) == 1
    teks = NASKAH.format(
        kesatu=_KESATU, ttd="\nSARI WULANDARI", premis=_PREMIS, penutup=f"Pasal 2\n{judul}\n{_PENUTUP}"
    )
    salinan = read_fakta(read_text("a.txt", teks.encode())).salinan
    assert salinan is not None
    assert salinan.rangkap == 2


def test_signatures_with_a_tab_between_stand_side_by_side() -> None:
    teks = NASKAH.format(kesatu=_KESATU, ttd="", premis=_PREMIS, penutup=_PENUTUP).partition("PIHAK KEDUA,\n")[0]
    teks += "PIHAK KEDUA,\tPIHAK KESATU,\n\n\nBIMA ADISAPUTRA PUTRA WIJAYA\tSARI\n"
    naskah = read_text("a.txt", teks.encode()).naskah
    assert isinstance(naskah, Naskah)
    nama = {blok.sebutan: blok.nama for baris in naskah.tanda_tangan for blok in baris}
    assert nama == {"PIHAK KEDUA": "BIMA ADISAPUTRA PUTRA WIJAYA", "PIHAK KESATU": "SARI"}
