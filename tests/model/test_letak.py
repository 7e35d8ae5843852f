"""Places named as the law does: read, written, compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from naskah.model.letak import Letak, parse_letak
from naskah.model.naskah import Tingkat


@pytest.mark.parametrize(
    "teks",
    ["Pasal 6", "Pasal 6A", "Pasal 6 ayat (1)", "Pasal 6 ayat (2a) huruf b", "Pasal 5 huruf b1", "Pasal 1 angka 5a",
     "Pasal 6 ayat (1) huruf a angka 1 huruf a) angka 1)"],
)  # fmt: skip
def test_a_place_is_written_as_it_was_read(teks: str) -> None:
    assert str(parse_letak(teks)) == teks


@pytest.mark.parametrize(
    ("teks", "sebutan"),
    [
        ("pasal  6  AYAT (1)", "Pasal 6 ayat (1)"),
        ("Pasal 6a", "Pasal 6A"),
        ("Pasal 6 ayat (1) huruf A", "Pasal 6 ayat (1) huruf a"),
        ("Pasal 6 ayat (1) huruf a angka 1 huruf b", "Pasal 6 ayat (1) huruf a angka 1 huruf b)"),
    ],
)
def test_capitals_and_spaces_make_no_other_place(teks: str, sebutan: str) -> None:
    assert str(parse_letak(teks)) == sebutan


@pytest.mark.parametrize(
    ("teks", "pesan"),
    [
        ("", "tidak dapat dibaca"),
        ("ayat (1)", "diawali pasalnya"),
        ("Pasal 6 ayat 1", "tidak dapat dibaca"),
        ("Pasal 6 dan Pasal 7", "tidak dapat dibaca"),
        ("Pasal 6 Pasal 7", "dua pasal"),
        ("Pasal 6 huruf a ayat (1)", "terbalik"),
        ("Pasal enam", "tidak dapat dibaca"),
        ("Pasal 6 ayat (1) ayat (2)", "terbalik"),
        ("Pasal 6 saja", "tidak dapat dibaca"),
    ],
)
def test_what_is_no_place_is_said(teks: str, pesan: str) -> None:
    with pytest.raises(ValueError, match=pesan):
        parse_letak(teks)


def test_a_place_holds_itself_and_what_lies_inside_it() -> None:
    pasal, ayat, huruf = (
        parse_letak("Pasal 6"),
        parse_letak("Pasal 6 ayat (1)"),
        parse_letak("Pasal 6 ayat (1) huruf a"),
    )
    assert pasal.holds(pasal) and pasal.holds(ayat) and pasal.holds(huruf) and ayat.holds(huruf)
    assert not huruf.holds(ayat) and not ayat.holds(pasal) and not ayat.holds(parse_letak("Pasal 6 ayat (2)"))
    assert not parse_letak("Pasal 6 huruf a").holds(ayat)
    assert (huruf.induk, ayat.induk, pasal.induk) == (ayat, pasal, None)


@given(
    st.integers(1, 99), st.one_of(st.none(), st.integers(1, 20)), st.integers(0, 4), st.sampled_from("abcz")
)  # fmt: skip
def test_reading_undoes_writing(pasal: int, ayat: int | None, dalam: int, huruf: str) -> None:
    tingkat = list(Tingkat)[:dalam]
    rincian = tuple((t, huruf if t in (Tingkat.HURUF, Tingkat.HURUF_KURUNG) else "3") for t in tingkat)
    letak = Letak(str(pasal), None if ayat is None else str(ayat), rincian)
    assert parse_letak(str(letak)) == letak
