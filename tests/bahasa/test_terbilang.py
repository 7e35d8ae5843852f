"""terbilang, both ways, and numbers as documents show them (tanggal.md, "Numbers in words")."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from naskah.bahasa.galat import BahasaError
from naskah.bahasa.terbilang import (
    AngkaTerbilang,
    format_angka,
    parse_angka,
    parse_terbilang,
    parse_urutan,
    terbilang,
    urutan,
)

KATA = [
    (0, "nol"),
    (1, "satu"),
    (10, "sepuluh"),
    (11, "sebelas"),
    (12, "dua belas"),
    (14, "empat belas"),
    (20, "dua puluh"),
    (100, "seratus"),
    (111, "seratus sebelas"),
    (999, "sembilan ratus sembilan puluh sembilan"),
    (1000, "seribu"),
    (1001, "seribu satu"),
    (1100, "seribu seratus"),
    (2026, "dua ribu dua puluh enam"),
    (11_000, "sebelas ribu"),
    (21_000, "dua puluh satu ribu"),
    (100_000, "seratus ribu"),
    (101_000, "seratus satu ribu"),
    (10_000_000, "sepuluh juta"),
    (1_000_000, "satu juta"),
    (10**9, "satu miliar"),
    (10**12, "satu triliun"),
    (-3, "minus tiga"),
    (Decimal("2.5"), "dua koma lima"),
    (Decimal("0.05"), "nol koma nol lima"),
    (Decimal("12.50"), "dua belas koma lima nol"),
    (Decimal("-0.5"), "minus nol koma lima"),
    (Decimal("1E+3"), "seribu"),
]

BAGIAN = [
    "satu",
    "dua",
    "nol",
    "puluh",
    "belas",
    "ratus",
    "ribu",
    "juta",
    "triliun",
    "koma",
    "minus",
    "seribu",
]


def _write_by_hand(n: int) -> str:
    """An own rule for 0..999, to judge num2words by."""
    satuan = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]
    if n < 10:
        return satuan[n]
    if n < 12:
        return {10: "sepuluh", 11: "sebelas"}[n]
    if n < 20:
        return f"{satuan[n - 10]} belas"
    besar, nama = (100, "ratus") if n >= 100 else (10, "puluh")
    kepala, sisa = divmod(n, besar)
    depan = "seratus" if (kepala, besar) == (1, 100) else f"{satuan[kepala]} {nama}"
    return f"{depan} {_write_by_hand(sisa)}" if sisa else depan


@pytest.mark.parametrize(("n", "kata"), KATA)
def test_numbers_are_written_and_read_by_the_table(n: int | Decimal, kata: str) -> None:
    assert terbilang(n) == kata
    assert parse_terbilang(kata) == n


def test_every_group_of_three_digits_is_right() -> None:
    assert [terbilang(n) for n in range(1000)] == [_write_by_hand(n) for n in range(1000)]


@pytest.mark.parametrize(
    ("n", "kata"),
    [
        (1_001_000, "satu juta seribu"),
        (2_001_001, "dua juta seribu satu"),
        (1_000_001_000, "satu miliar seribu"),
        (1_001_001_001, "satu miliar satu juta seribu satu"),
        (1_001_001_001_001, "satu triliun satu miliar satu juta seribu satu"),
        (3_001_999, "tiga juta seribu sembilan ratus sembilan puluh sembilan"),
        (1_021_000, "satu juta dua puluh satu ribu"),
    ],
)
def test_a_group_of_one_thousand_is_seribu_inside_a_larger_number_too(n: int, kata: str) -> None:
    assert terbilang(n) == kata
    assert parse_terbilang(kata) == n


@given(st.integers(0, 10**15 - 1))
@settings(max_examples=500, deadline=None)
def test_words_of_any_number_read_back_as_the_number(n: int) -> None:
    assert parse_terbilang(terbilang(n)) == n
    assert parse_terbilang(terbilang(-n)) == -n


@given(st.decimals(-(10**15) + 1, 10**15 - 1, allow_nan=False, allow_infinity=False, places=6))
@settings(deadline=None)
def test_words_of_any_decimal_read_back_digit_for_digit(n: Decimal) -> None:
    assert str(parse_terbilang(terbilang(n))) == str(n).replace("-0.000000", "0.000000")


@given(st.integers(0, 10**15 - 1), st.data())
@settings(max_examples=300, deadline=None)
def test_letter_case_hyphens_and_doubled_spaces_do_not_matter(n: int, data: st.DataObject) -> None:
    pisah = st.sampled_from([" ", "  ", "-", " - ", "\n", "\u00a0", "\u2013", "\t "])
    kata = "".join(data.draw(pisah) if huruf == " " else huruf for huruf in terbilang(n))
    besar = data.draw(st.integers(0, 2 ** len(kata) - 1))
    kata = "".join(h.upper() if besar >> i & 1 else h for i, h in enumerate(kata))
    assert parse_terbilang(f" {kata} ") == n


@given(st.text(alphabet=st.sampled_from("abdeghijklmnoprstu -0"), max_size=40))
@settings(deadline=None)
def test_any_text_is_read_or_refused_but_never_breaks(text: str) -> None:
    try:
        n = parse_terbilang(text)
    except BahasaError:
        return
    assert parse_terbilang(terbilang(n)) == n


@given(st.lists(st.sampled_from(BAGIAN), max_size=9))
@settings(max_examples=300, deadline=None)
def test_any_row_of_number_words_is_read_or_refused_but_never_breaks(kata: list[str]) -> None:
    try:
        n = parse_terbilang(" ".join(kata))
    except BahasaError:
        return
    assert parse_terbilang(terbilang(n)) == n


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("satu milyar", 10**9),
        ("dua Milyar", 2 * 10**9),
        ("satu trilyun", 10**12),
        ("satu ribu", 1000),
        ("satu ratus lima", 105),
        ("satu juta satu ribu", 1_001_000),
        ("Dua Ribu Dua Puluh Lima", 2025),
        ("duapuluh lima", 25),
        ("duaribu limabelas", 2015),
        ("Sebelas", 11),
        ("sejuta", 1_000_000),
        ("min tiga", -3),
        ("kosong", 0),
        ("em\u00adpat", 4),
    ],
)
def test_forms_seen_in_practice_are_read(text: str, n: int) -> None:
    assert parse_terbilang(text) == n


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "puluh",
        "dua tiga",
        "dua puluh tiga puluh",
        "lima ribu dua juta",
        "seratus ratus",
        "nol lima",
        "nol ribu",
        "minus",
        "koma lima",
        "dua koma",
        "dua koma dua puluh",
        "dua koma lima koma lima",
        "tiga orang",
        "3",
        "se",
        "seribu juta",
        "sembilan ratus triliun sembilan ratus triliun",
        "seribu triliun",
    ],
)
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(BahasaError):
        parse_terbilang(text)


def test_a_misspelt_word_is_named_with_the_word_meant() -> None:
    with pytest.raises(BahasaError, match='"pulu" bukan kata bilangan; mungkin maksudnya "puluh"'):
        parse_terbilang("dua pulu")


@pytest.mark.parametrize("n", [10**15, -(10**15), Decimal("1E+15"), Decimal("1E+999999"), 10**40])
def test_numbers_too_large_for_words_are_refused(n: int | Decimal) -> None:
    with pytest.raises(BahasaError, match="terlalu besar"):
        terbilang(n)


@pytest.mark.parametrize("n", [Decimal("NaN"), Decimal("Infinity"), Decimal("sNaN")])
def test_what_is_not_finite_is_refused(n: Decimal) -> None:
    with pytest.raises(BahasaError):
        terbilang(n)


def test_a_float_is_a_programming_error() -> None:
    with pytest.raises(TypeError):
        terbilang(0.1)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("n", "teks"),
    [
        (3, "3 (tiga)"),
        (14, "14 (empat belas)"),
        (1000, "1.000 (seribu)"),
        (10_000_000, "10.000.000 (sepuluh juta)"),
    ],
)
def test_a_number_stands_with_its_words_and_reads_back(n: int, teks: str) -> None:
    assert format_angka(n) == teks
    assert parse_angka(teks) == AngkaTerbilang(n, terbilang(n), True)


@pytest.mark.parametrize(
    ("text", "harap"),
    [
        ("3", AngkaTerbilang(3, None, True)),
        (" 3(tiga) ", AngkaTerbilang(3, "tiga", True)),
        ("14 ( Empat  Belas )", AngkaTerbilang(14, "Empat  Belas", True)),
        ("tiga", AngkaTerbilang(3, "tiga", True)),
        ("tiga (3)", AngkaTerbilang(3, "tiga", True)),
        ("1.000", AngkaTerbilang(1000, None, True)),
        ("02 (dua)", AngkaTerbilang(2, "dua", True)),
    ],
)
def test_a_number_is_read_in_digits_in_words_or_both(text: str, harap: AngkaTerbilang) -> None:
    assert parse_angka(text) == harap


@pytest.mark.parametrize("text", ["5 (empat)", "empat (5)"])
def test_digits_and_words_that_disagree_are_told_and_digits_count(text: str) -> None:
    assert parse_angka(text) == AngkaTerbilang(5, "empat", False)


@pytest.mark.parametrize(
    "text", ["", "lima orang", "3,5", "10.00", "3 ()", "3 (Republik)", "-3", "dua koma lima", "9" * 5000]
)
def test_what_is_no_whole_number_is_refused(text: str) -> None:
    with pytest.raises(BahasaError):
        parse_angka(text)


@pytest.mark.parametrize(
    ("n", "kata"),
    [
        (1, "kesatu"),
        (2, "kedua"),
        (3, "ketiga"),
        (10, "kesepuluh"),
        (11, "kesebelas"),
        (12, "kedua belas"),
        (21, "kedua puluh satu"),
        (100, "keseratus"),
    ],
)
def test_legal_ordinals_start_with_kesatu_and_read_back(n: int, kata: str) -> None:
    assert urutan(n) == kata
    assert parse_urutan(kata) == n
    assert parse_urutan(kata.title()) == n


@pytest.mark.parametrize(
    ("text", "n"),
    [("pertama", 1), ("PERTAMA", 1), ("KEDUA", 2), ("ke-3", 3), ("ke dua", 2), (" Ke-Sebelas ", 11)],
)
def test_ordinals_seen_in_practice_are_read(text: str, n: int) -> None:
    assert parse_urutan(text) == n


@pytest.mark.parametrize("text", ["", "dua", "ke", "kenol", "ke-0", "kemarin", "kedua koma lima", "3"])
def test_what_is_no_ordinal_is_refused(text: str) -> None:
    with pytest.raises(BahasaError, match="bukan urutan"):
        parse_urutan(text)


@pytest.mark.parametrize("n", [0, -1])
def test_there_is_no_ordinal_before_kesatu(n: int) -> None:
    with pytest.raises(BahasaError):
        urutan(n)
