"""T01-T04: signatures and paraf boxes."""

import pytest
from small_documents import SEBUTAN, blok, find, paragraf, perda, perjanjian

from naskah.checking.finding import Keparahan
from naskah.model.bacaan import Peran
from naskah.model.jenis import JenisNaskah

TIGA = (*SEBUTAN, "PIHAK KETIGA")


@pytest.mark.parametrize(
    ("para_pihak", "tanda_tangan"),
    [
        (SEBUTAN, ("PIHAK KESATU", "PIHAK KEDUA")),
        (SEBUTAN, ("PIHAK KEDUA", "PIHAK KESATU")),
        (SEBUTAN, ("Pihak Kedua", "Pihak Kesatu")),
        (TIGA, ("PIHAK KEDUA", "PIHAK KESATU", "PIHAK KETIGA")),
        (TIGA, ("PIHAK KETIGA", "PIHAK KEDUA", "PIHAK KESATU")),
    ],
)
def test_every_party_signs_once_in_a_customary_order(para_pihak, tanda_tangan) -> None:
    assert not find("T01", perjanjian("Isi.", para_pihak=para_pihak, tanda_tangan=blok(*tanda_tangan)))


@pytest.mark.parametrize(
    ("para_pihak", "tanda_tangan", "pesan", "keparahan"),
    [
        (SEBUTAN, ("PIHAK KESATU",), "PIHAK KEDUA tidak mempunyai blok", Keparahan.GALAT),
        (SEBUTAN, (*SEBUTAN, "PIHAK KETIGA"), "PIHAK KETIGA menandatangani", Keparahan.GALAT),
        (SEBUTAN, (*SEBUTAN, "PIHAK KEDUA"), "PIHAK KEDUA mempunyai lebih dari satu", Keparahan.GALAT),
        (SEBUTAN, (), "Tanda tangan tidak ditemukan", Keparahan.GALAT),
        (TIGA, ("PIHAK KESATU", "PIHAK KETIGA", "PIHAK KEDUA"), "Urutan tanda tangan", Keparahan.PERINGATAN),
    ],
)
def test_a_signature_that_does_not_fit_the_parties_is_found(para_pihak, tanda_tangan, pesan, keparahan) -> None:
    (temuan,) = find("T01", perjanjian("Isi.", para_pihak=para_pihak, tanda_tangan=blok(*tanda_tangan)))
    assert temuan.pesan.startswith(pesan)
    assert (temuan.letak, temuan.keparahan) == ("Blok tanda tangan", keparahan)


def test_a_signature_is_shown_where_it_stands() -> None:
    alinea = (paragraf("PIHAK KETIGA,", Peran.TANDA_TANGAN, 41),)
    bacaan = perjanjian("Isi.", tanda_tangan=blok(*TIGA), alinea=alinea)
    (temuan,) = find("T01", bacaan)
    assert (temuan.tempat and temuan.tempat.baris) == 41


def test_the_line_above_a_signature_ends_with_a_comma() -> None:
    alinea = (paragraf("PIHAK KEDUA", Peran.TANDA_TANGAN, 40), paragraf("PIHAK KESATU,", Peran.TANDA_TANGAN, 44))
    (temuan,) = find("T02", perjanjian("Isi.", alinea=alinea))
    assert (temuan.kutipan, temuan.tempat and temuan.tempat.baris) == ("PIHAK KEDUA", 40)


def test_the_office_that_makes_a_regulation_ends_with_a_comma_at_the_top_and_below() -> None:
    assert not find("T02", perda())
    (atas,) = find("T02", perda(pembentuk="BUPATI CEMPAKA RAYA"))
    assert atas.letak == "Pembentuk"
    (bawah,) = find("T02", perda(tanda_tangan=("BUPATI CEMPAKA RAYA", "ttd", "SARI WULANDARI")))
    assert bawah.letak == "Tanda tangan"


@pytest.mark.parametrize(
    "nama",
    [
        *("Dr. SARI WULANDARI", "SARI WULANDARI, S.H.", "Ir. H. SARI WULANDARI, M.Si.", "SARI WULANDARI, SH., MH."),
        *("SARI WULANDARI, Ph.D", "SARI WULANDARI NIP. 19820518 201001 2 021"),
    ],
)
def test_a_name_is_signed_without_titles_and_numbers(nama) -> None:
    (temuan,) = find("T03", perjanjian("Isi.", tanda_tangan=blok("PIHAK KEDUA", f"PIHAK KESATU: {nama}")))
    assert (temuan.letak, temuan.keparahan) == ("Blok tanda tangan", Keparahan.SARAN)


@pytest.mark.parametrize(
    "nama", ["SARI WULANDARI", "E. MADE LESTARI", "I.B. OKA SURYA", "DRAJAT IRAWAN", "HJALMAR SUTA"]
)
def test_initials_and_names_alone_are_clean(nama) -> None:
    assert not find("T03", perjanjian("Isi.", tanda_tangan=blok("PIHAK KEDUA", f"PIHAK KESATU: {nama}")))


def test_who_certifies_a_copy_of_a_regulation_may_have_titles() -> None:
    baik = ("BUPATI CEMPAKA RAYA,", "ttd", "SARI WULANDARI")
    salinan = (
        "Salinan sesuai dengan aslinya",
        "KEPALA BAGIAN HUKUM,",
        "BIMA ADISAPUTRA, S.H.",
        "NIP. 198205182010012021",
    )
    assert not find("T03", perda(tanda_tangan=(*baik, *salinan)))
    (temuan,) = find("T03", perda(tanda_tangan=(*baik[:2], "SARI WULANDARI, S.H.", *salinan)))
    assert temuan.keparahan is Keparahan.PERINGATAN


def test_a_perjanjian_kerja_sama_has_a_paraf_box_for_every_party() -> None:
    assert not find("T04", perjanjian("Isi."))
    (satu,) = find("T04", perjanjian("Isi.", paraf=("PIHAK KESATU",)))
    assert satu.pesan.startswith("Kotak paraf PIHAK KEDUA")
    assert find("T04", perjanjian("Isi.", paraf=()))


def test_other_kinds_need_none_and_a_text_file_may_have_lost_its_footers() -> None:
    assert not find("T04", perjanjian("Isi.", paraf=(), jenis=JenisNaskah.NOTA_KESEPAKATAN))
    alinea = (paragraf("Isi.", Peran.BATANG),)
    assert not find("T04", perjanjian("Isi.", paraf=(), alinea=alinea, berkas="coba.txt"))
