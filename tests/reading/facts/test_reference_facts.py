"""References: each place with what it leaves out, how it is led in, and whose it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import part

from naskah.reading.facts.references import iter_rujukan


def places(teks: str) -> list[str]:
    hasil = []
    for r in iter_rujukan(part(teks)):
        if r.lampiran is not None:
            hasil.append(f"Lampiran {r.lampiran}".strip())
        else:
            hasil.append(" ".join(satu or "-" for satu in (r.pasal, r.ayat, r.huruf, r.angka)))
    return hasil


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        ("sebagaimana dimaksud dalam Pasal 6 ayat (1) huruf a", ["6 1 a -"]),
        ("sebagaimana dimaksud pada ayat (1)", ["3 1 - -"]),
        ("sebagaimana dimaksud pada huruf b angka 2", ["3 2 b 2"]),
        ("dalam Pasal 5 dan Pasal 7 ayat (2)", ["5 - - -", "7 2 - -"]),
        ("pada ayat (1) dan ayat (3)", ["3 1 - -", "3 3 - -"]),
        ("pada ayat (1) dan (3)", ["3 1 - -", "3 3 - -"]),
        ("pada ayat (1) huruf a dan b", ["3 1 a -", "3 1 b -"]),
        ("dalam Pasal 7 ayat (1) huruf b dan huruf d", ["7 1 b -", "7 1 d -"]),
        ("dalam Pasal 5 sampai dengan Pasal 8", ["5 - - -", "8 - - -"]),
        ("dalam Pasal 5, Pasal 6, dan Pasal 12A", ["5 - - -", "6 - - -", "12A - - -"]),
        ("tercantum dalam Lampiran II yang", ["Lampiran II"]),
        ("tercantum dalam Lampiran dan Pasal 2", ["Lampiran", "2 - - -"]),
        ("pada Pasal 5 dan 30 hari kemudian", ["5 - - -"]),
        ("huruf abjad, angka kemiskinan, pasal itu, ayat ini", []),
    ],
)
def test_each_place_is_named_in_full(teks: str, hasil: list[str]) -> None:
    assert places(teks) == hasil


def test_a_second_letter_without_its_name_is_told_apart() -> None:
    assert [r.tanpa_sebutan for r in iter_rujukan(part("huruf a dan b serta huruf c"))] == [False, True, False]


@pytest.mark.parametrize(
    ("teks", "pengantar"),
    [
        ("biaya sebagaimana dimaksud dalam Pasal 4", "sebagaimana dimaksud dalam"),
        ("biaya sebagaimana yang dimaksud pada Pasal 4", "sebagaimana yang dimaksud pada"),
        ("biaya sebagaimana pada Pasal 4", "sebagaimana pada"),
        ("biaya sebagaimana dimaksud Pasal 4", "sebagaimana dimaksud"),
        ("menurut Pasal 4", ""),
    ],
)
def test_the_words_that_lead_in_are_kept(teks: str, pengantar: str) -> None:
    (satu,) = iter_rujukan(part(teks))
    assert satu.pengantar == pengantar


@pytest.mark.parametrize(
    ("teks", "milik"),
    [
        ("Pasal 18 ayat (6) Undang-Undang Dasar 1945", "Undang-Undang Dasar 1945"),
        ("Pasal 4 Peraturan Daerah Nomor 3", "Peraturan Daerah Nomor 3"),
        ("Pasal 4 Perjanjian Kerja Sama ini", ""),
        ("Pasal 4 berlaku", ""),
    ],
)
def test_a_pasal_of_another_document_is_not_of_this_one(teks: str, milik: str) -> None:
    (satu,) = iter_rujukan(part(teks))
    assert satu.milik == milik


@given(st.text("Pasal ayat(1)huruf angkdn, sampi deg2b.", max_size=200))
def test_any_text_is_read_and_places_are_in_order(teks: str) -> None:
    semua = list(iter_rujukan(part(teks)))
    assert all(a.sumber.akhir <= b.sumber.awal for a, b in zip(semua, semua[1:], strict=False))
