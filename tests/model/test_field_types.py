"""Field types of the input models: text, durations and dates that a user types."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from naskah.bahasa.durasi import Durasi
from naskah.model.tipe import LamaWaktu, Model, Tanggal, Teks, TeksIsi, find_tak_tercetak

LAMA = TypeAdapter(LamaWaktu)
TANGGAL = TypeAdapter(Tanggal)
TEKS = TypeAdapter(Teks)
TEKS_ISI = TypeAdapter(TeksIsi)


class Contoh(Model):
    nama: TeksIsi


def fault(adapter: TypeAdapter, nilai: object) -> str:
    with pytest.raises(ValidationError) as info:
        adapter.validate_python(nilai)
    return str(info.value)


@pytest.mark.parametrize(
    ("tertulis", "lama"),
    [
        ("5 tahun", Durasi(tahun=5)),
        ("5 (lima) tahun", Durasi(tahun=5)),
        ("1 tahun 6 bulan", Durasi(tahun=1, bulan=6)),
        ("14 hari kerja", Durasi(hari_kerja=14)),
        ("30 hari", Durasi(hari=30)),
    ],
)
def test_a_duration_is_read_from_its_text(tertulis: str, lama: Durasi) -> None:
    assert LAMA.validate_python(tertulis) == lama


@pytest.mark.parametrize(
    ("tertulis", "sebab"),
    [
        ("0 tahun", "lebih dari nol"),
        ("5 thn", "tidak terbaca"),
        ("5 (empat) tahun", "tidak sama dengan katanya"),
        ("-1 bulan", "tidak terbaca"),
        ("lima", "tidak terbaca"),
        ("", "kosong"),
        ("5", "tidak terbaca"),
        (5, "tulis lama waktunya sebagai teks"),
        (None, "tulis lama waktunya sebagai teks"),
        (True, "tulis lama waktunya sebagai teks"),
        (["5 tahun"], "tulis lama waktunya sebagai teks"),
    ],
)
def test_a_wrong_duration_says_what_is_expected(tertulis: object, sebab: str) -> None:
    assert sebab in fault(LAMA, tertulis)


def test_a_duration_survives_a_round_trip_through_json() -> None:
    lama = Durasi(tahun=1, bulan=6)
    assert LAMA.validate_json(LAMA.dump_json(lama)) == lama


@pytest.mark.parametrize("tertulis", ["2025-04-29", "29 April 2025", "29-4-2025", "29/04/2025", date(2025, 4, 29)])
def test_a_date_may_be_written_in_the_usual_ways(tertulis: object) -> None:
    assert TANGGAL.validate_python(tertulis) == date(2025, 4, 29)


@pytest.mark.parametrize(
    ("tertulis", "sebab"),
    [
        (datetime(2025, 4, 29, 10, 0), "tanpa jam"),
        (datetime(2025, 4, 29), "tanpa jam"),
        ("31 Februari 2025", "tidak ada"),
        ("besok", "bukan tanggal"),
        (20250429, "tulis tanggal seperti"),
        (1745884800, "tulis tanggal seperti"),
        (None, "tulis tanggal seperti"),
        (True, "tulis tanggal seperti"),
    ],
)
def test_a_wrong_date_says_what_is_expected(tertulis: object, sebab: str) -> None:
    assert sebab in fault(TANGGAL, tertulis)


@pytest.mark.parametrize(
    "kode", [0x00, 0x08, 0x0B, 0x0C, 0x0D, 0x1F, 0x7F, 0x85, 0x9F, 0xD800, 0xDFFF, 0xE000, 0xE003, 0xF8FF, 0xFFFE]
)
def test_a_character_that_cannot_be_printed_is_refused_and_named(kode: int) -> None:
    pesan = find_tak_tercetak(f"ab{chr(kode)}c")
    assert pesan is not None
    if not 0xD800 <= kode <= 0xDFFF:  # pydantic itself refuses a lone surrogate, in other words
        assert f"U+{kode:04X} pada posisi 3" in fault(TEKS, f"ab{chr(kode)}c")


@pytest.mark.parametrize("huruf", ["\t", "\n", " ", "\xa0", "é", "العربية", "😀", "“", "&<>", "{{ }}", "\ufffd", "豈"])
def test_every_other_character_is_kept(huruf: str) -> None:
    assert TEKS.validate_python(f"a{huruf}b") == f"a{huruf}b"


@given(st.characters(exclude_categories=("Cc", "Cs", "Co", "Cn", "Cf")))
def test_no_assigned_printable_character_is_refused(huruf: str) -> None:
    assert find_tak_tercetak(huruf) is None


@pytest.mark.parametrize("huruf", ["\u202e", "\u200b", "\ufeff", "\xad", "\u2066"])
def test_characters_that_hide_or_reorder_text_are_refused(huruf: str) -> None:
    assert "tidak dapat dicetak" in fault(TEKS, f"a{huruf}b")


@pytest.mark.parametrize("huruf", ["\u200c", "\u200d"])
def test_the_joiners_of_arabic_and_emoji_are_kept(huruf: str) -> None:
    assert TEKS.validate_python(f"a{huruf}b") == f"a{huruf}b"


@pytest.mark.parametrize("teks", [".....", "…", "____", ". . . ."])
def test_a_blank_left_open_is_not_a_value(teks: str) -> None:
    assert "masih kosong" in fault(TEKS_ISI, teks)


@pytest.mark.parametrize(("adapter", "batas"), [(TEKS, 20_000), (TEKS_ISI, 20_000)])
def test_text_has_a_greatest_length(adapter: TypeAdapter, batas: int) -> None:
    assert len(adapter.validate_python("x" * batas)) == batas
    assert "at most" in fault(adapter, "x" * (batas + 1))


@pytest.mark.parametrize("kosong", ["", "   ", "\n\t "])
def test_text_that_must_be_filled_in_is_not_blank(kosong: str) -> None:
    with pytest.raises(ValidationError):
        Contoh(nama=kosong)


def test_text_of_a_model_loses_the_space_around_it() -> None:
    assert Contoh(nama="  Budi \n").nama == "Budi"


def test_models_refuse_unknown_keys_and_later_changes() -> None:
    with pytest.raises(ValidationError):
        Contoh.model_validate({"nama": "A", "naam": "B"})
    with pytest.raises(ValidationError):
        Contoh(nama="A").nama = "B"  # type: ignore[misc]
