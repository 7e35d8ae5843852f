"""P01, P05, P06: numbers."""

import pytest
from small_documents import angka, ayat, find, huruf, paragraf, pasal, perda, perjanjian, read, satu_huruf, told

from naskah.bahasa.penomoran import huruf as nama_huruf
from naskah.model.bacaan import Peran
from naskah.model.naskah import JenisKelompok, Kelompok, Rincian, Tingkat


def bab(nomor: str, *isi: Kelompok) -> Kelompok:
    return Kelompok(JenisKelompok.BAB, nomor, read("UMUM"), isi)


def bagian(nomor: str) -> Kelompok:
    return Kelompok(JenisKelompok.BAGIAN, nomor, (), ())


@pytest.mark.parametrize(
    ("nomor", "letak"),
    [
        (("1", "2", "4"), ["Pasal 4"]),
        (("1", "2", "2", "3"), ["Pasal 2"]),
        (("2", "3"), ["Pasal 2"]),
        (("1", "3", "2"), ["Pasal 3", "Pasal 2"]),
        (("1", "2", "2A", "2B", "3"), []),
        (("1", "2", "2B"), ["Pasal 2B"]),
        (("I", "II"), []),
        (("I", "III"), ["Pasal III"]),
    ],
)
def test_pasal_are_numbered_in_order(nomor, letak) -> None:
    bacaan = perjanjian(*(pasal(n, "Isi.") for n in nomor))
    assert [satu.letak for satu in find("P01", bacaan)] == letak


@pytest.mark.parametrize(
    ("nomor", "letak"),
    [
        (("1", "2", "3"), []),
        (("1", "1a", "2"), []),
        (("1", "3"), ["Pasal 1 ayat (3)"]),
        (("1", "2", "2"), ["Pasal 1 ayat (2)"]),
    ],
)
def test_ayat_are_numbered_in_order(nomor, letak) -> None:
    bacaan = perjanjian(pasal("1", *(ayat(n, "Isi.") for n in nomor)))
    assert [satu.letak for satu in find("P01", bacaan)] == letak


def test_items_are_numbered_in_order_at_every_level() -> None:
    dalam = satu_huruf("b", "alat:", angka("1", "ukur; dan"), angka("3", "catat."))
    bacaan = perjanjian(pasal("1", ayat(None, "Meliputi:", satu_huruf("a", "tempat;"), dalam, satu_huruf("d", "x."))))
    assert {satu.letak for satu in find("P01", bacaan)} == {"Pasal 1 huruf b angka 3", "Pasal 1 huruf d"}


def test_letters_go_on_after_z_with_aa() -> None:
    semua = tuple(Rincian(Tingkat.HURUF, nama_huruf(n), read("x;")) for n in range(1, 30))
    assert not find("P01", perjanjian(pasal("1", ayat(None, "Meliputi:", *semua))))


def test_groups_are_numbered_in_order_each_in_its_own() -> None:
    baik = (bab("I", bagian("Kesatu"), bagian("Kedua")), bab("IA"), bab("II", bagian("Kesatu")))
    assert not find("P01", perda(*baik))
    salah = (bab("I", bagian("Kesatu"), bagian("Ketiga")), bab("III"))
    assert sorted(satu.letak for satu in find("P01", perda(*salah))) == ["BAB III", "Bagian Ketiga"]


def test_the_numbers_before_legal_bases_are_read_from_their_paragraphs() -> None:
    teks = ("1. Undang-Undang A;", "2. Undang-Undang B;", "4. Undang-Undang C.", "1. Surat Edaran A.")
    alinea = tuple(paragraf(t, Peran.DASAR, n) for n, t in enumerate(teks, 1))
    (temuan,) = find("P01", perjanjian("Isi.", alinea=alinea))
    assert (temuan.letak, temuan.tempat and temuan.tempat.baris) == ("Dasar hukum butir 4", 3)


def test_a_fifth_level_is_found() -> None:
    lima = Rincian(Tingkat.HURUF_KURUNG, "a", read("lima;"))
    empat = Rincian(Tingkat.ANGKA_KURUNG, "1", read("empat:"), (lima,))
    tiga = Rincian(Tingkat.HURUF_KURUNG, "a", read("tiga:"), (empat,))
    isi = ayat(None, "Meliputi:", satu_huruf("a", "satu:", angka("1", "dua:", tiga)))
    (temuan,) = find("P05", perjanjian(pasal("1", isi)))
    assert temuan.letak == "Pasal 1 huruf a angka 1 huruf a) angka 1) huruf a)"


def test_four_levels_are_clean() -> None:
    tiga = Rincian(Tingkat.HURUF_KURUNG, "a", read("tiga:"), (Rincian(Tingkat.ANGKA_KURUNG, "1", read("empat;")),))
    isi = ayat(None, "Meliputi:", satu_huruf("a", "satu:", angka("1", "dua:", tiga)))
    assert not find("P05", perjanjian(pasal("1", isi)))


def test_the_only_ayat_of_a_pasal_has_no_number() -> None:
    assert told("P06", perjanjian(pasal("1", ayat("1", "Isi.")))) == [("Pasal 1 ayat (1)", "")]


def test_several_ayat_have_numbers_and_one_without_is_clean() -> None:
    assert not find("P06", perjanjian(pasal("1", "Satu.", "Dua."), pasal("2", "Satu.")))


def test_what_an_adendum_quotes_keeps_its_numbers() -> None:
    kutipan = (pasal("8", ayat("2", "Isi baru.")),)
    butir = Rincian(Tingkat.ANGKA, "1", read("Ketentuan Pasal 8 diubah:"), kutipan=kutipan)
    bacaan = perjanjian(pasal("1", ayat(None, "Perubahan:", butir, *huruf()[:0])))
    assert not find("P01", bacaan)
    assert not find("P06", bacaan)
