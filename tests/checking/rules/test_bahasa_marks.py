"""B04 and B06: marks in sentences."""

import pytest
from small_documents import find, perjanjian, told

from naskah.model.jenis import JenisNaskah


@pytest.mark.parametrize(
    ("teks", "benar"),
    [
        ("hal berikut :", "hal berikut:"),
        ("satu ; dua , tiga", "satu; dua, tiga"),
        ("Laporan disampaikan .", "Laporan disampaikan."),
        ("Surat Nomor : 12/KS/2031", "Surat Nomor: 12/KS/2031"),
    ],
)
def test_a_space_before_a_mark_is_found_and_taken_out(teks, benar) -> None:
    for temuan in reversed(find("B04", perjanjian(teks))):
        ganti = temuan.perbaikan
        assert ganti is not None
        teks = teks[: ganti.awal] + ganti.ganti + teks[ganti.akhir :]
    assert teks == benar


@pytest.mark.parametrize("teks", ["imbangan 2 : 1 : 1.", "Bagian = (B + C) : 2.", "skala A : B", "1,5 : 2"])
def test_a_colon_that_divides_keeps_its_spaces(teks) -> None:
    assert not find("B04", perjanjian(teks))


@pytest.mark.parametrize("teks", ["Nomor : 100.3/7", "sebagai berikut : (a) satu", "ayat (1) : Balai"])
def test_a_colon_after_a_word_does_not(teks) -> None:
    assert find("B04", perjanjian(teks))


@pytest.mark.parametrize("teks", ["Alamat\t: Jalan", "Nama    : Balai", "satu, dua; tiga: empat.", "nilai .5 dan ..."])
def test_columns_and_numbers_are_let_be(teks) -> None:
    assert not find("B04", perjanjian(teks))


@pytest.mark.parametrize(
    ("teks", "tanda"),
    [
        ("Selama 3 (tiga tahun.", "("),
        ("Selama 3 tiga) tahun.", ")"),
        ("Disebut “Data saja.", "“"),
        ('Disebut "Data saja.', '"'),
        ("Daftar [terlampir.", "["),
    ],
)
def test_a_bracket_or_quote_without_its_partner_is_found(teks, tanda) -> None:
    assert told("B06", perjanjian(teks)) == [("Pasal 1", tanda)]


@pytest.mark.parametrize(
    "teks",
    [
        "Selama 3 (tiga) tahun (kalender (Masehi)).",
        "Meliputi 1) pendataan, b) pemeriksaan, dan iv) pelaporan.",
        "Disebut “Data” dan 'Angka' dan \"Peta\" pada hari Jum'at.",
    ],
)
def test_pairs_and_numbers_with_a_bracket_are_clean(teks) -> None:
    assert not find("B06", perjanjian(teks))


def test_a_quotation_of_an_adendum_may_end_in_another_paragraph() -> None:
    bacaan = perjanjian('Pasal 3 diubah sehingga berbunyi: "Pasal 3', jenis=JenisNaskah.ADENDUM)
    assert not find("B06", bacaan)
