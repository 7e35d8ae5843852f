"""Numbers at the beginning of a paragraph (UU 12/2011 Lampiran II angka 72-87)."""

import pytest

from naskah.reading.structure.markers import Bentuk, find_heading, find_item, follows, parse_marker


@pytest.mark.parametrize(
    ("teks", "bentuk", "nomor"),
    [
        ("(1) Maksud", Bentuk.AYAT, "1"),
        ("(2a) Disisipkan", Bentuk.AYAT, "2a"),
        ("a. air;", Bentuk.HURUF, "a"),
        ("aa. air;", Bentuk.HURUF, "aa"),
        ("b1. air;", Bentuk.HURUF, "b1"),
        ("12. air", Bentuk.ANGKA, "12"),
        ("a) air", Bentuk.HURUF_KURUNG, "a"),
        ("3) air", Bentuk.ANGKA_KURUNG, "3"),
        ("IV. SARI", Bentuk.KAPITAL, "IV"),
        ("c.", Bentuk.HURUF, "c"),
    ],
)
def test_an_item_begins_with_its_number(teks: str, bentuk: Bentuk, nomor: str) -> None:
    tanda = find_item(teks)
    assert tanda is not None
    assert (tanda.bentuk, tanda.nomor) == (bentuk, nomor)


@pytest.mark.parametrize(
    "teks", ["1.000 orang", "a.n. Bupati", "ab. air", "(satu) hari", "17-65 tahun", "Jl. Merdeka", "1,5"]
)
def test_what_only_looks_like_a_number_is_text(teks: str) -> None:
    assert find_item(teks) is None


@pytest.mark.parametrize(
    ("teks", "bentuk", "nomor"),
    [
        ("BAB XIV", Bentuk.BAB, "XIV"),
        ("Bagian Kesatu", Bentuk.BAGIAN, "Kesatu"),
        ("Bagian Kedua Belas Umum", Bentuk.BAGIAN, "Kedua Belas"),
        ("Paragraf 3", Bentuk.PARAGRAF, "3"),
        ("Pasal 12A", Bentuk.PASAL, "12A"),
        ("PASAL 2", Bentuk.PASAL, "2"),
        ("Pasal II", Bentuk.PASAL, "II"),
    ],
)
def test_a_heading_names_its_level(teks: str, bentuk: Bentuk, nomor: str) -> None:
    tanda = find_heading(teks)
    assert tanda is not None
    assert (tanda.bentuk, tanda.nomor) == (bentuk, nomor)


@pytest.mark.parametrize("teks", ["BABAT", "Bagian Hukum", "Paragraf ini", "Pasal ini", "pasal 3"])
def test_other_words_are_no_heading(teks: str) -> None:
    assert find_heading(teks) is None


@pytest.mark.parametrize("teks", ["Pasal 1", "(1)", "a.", "BAB I"])
def test_a_number_of_word_stands_alone(teks: str) -> None:
    assert parse_marker(teks) is not None
    assert parse_marker(teks + " dan lain-lain") is None


@pytest.mark.parametrize(
    ("nomor", "sebelum", "benar"),
    [
        ("4", "3", True),
        ("b", "a", True),
        ("aa", "z", True),
        ("bb", "aa", True),
        ("2a", "2", True),
        ("3", "2a", True),
        ("b1", "b", True),
        ("c", "b1", True),
        ("5", "3", False),
        ("a", "a", False),
        ("2b", "2", False),
    ],
)
def test_numbers_follow_each_other(nomor: str, sebelum: str, benar: bool) -> None:
    assert follows(nomor, sebelum) is benar
