"""Letter and Roman labels, as Word writes them."""

import pytest

from naskah.bahasa.galat import BahasaError
from naskah.bahasa.penomoran import huruf, parse_huruf, parse_romawi, romawi


@pytest.mark.parametrize(
    ("n", "label"),
    [(1, "a"), (2, "b"), (26, "z"), (27, "aa"), (28, "bb"), (52, "zz"), (53, "aaa"), (780, "z" * 30)],
)
def test_after_z_the_letter_is_repeated_as_word_does(n: int, label: str) -> None:
    assert huruf(n) == label


def test_every_letter_label_reads_back_in_any_case() -> None:
    for n in range(1, 781):
        assert parse_huruf(huruf(n)) == parse_huruf(huruf(n).upper()) == n


@pytest.mark.parametrize("text", ["", "ab", "1", "a.", "é", "a" * 31])
def test_what_is_no_letter_label_is_refused(text: str) -> None:
    with pytest.raises(BahasaError):
        parse_huruf(text)


@pytest.mark.parametrize(
    ("n", "label"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (90, "XC"), (1994, "MCMXCIV")]
)
def test_roman_numerals_subtract(n: int, label: str) -> None:
    assert romawi(n) == label


def test_every_roman_numeral_reads_back_in_any_case() -> None:
    for n in range(1, 4000):
        assert parse_romawi(romawi(n)) == parse_romawi(romawi(n).lower()) == n


@pytest.mark.parametrize("text", ["", "IIII", "VX", "IC", "A", "4", "MMMM", "I I"])
def test_what_is_no_standard_roman_numeral_is_refused(text: str) -> None:
    with pytest.raises(BahasaError):
        parse_romawi(text)


@pytest.mark.parametrize("n", [0, -1, 4000])
def test_numbers_without_a_label_are_refused(n: int) -> None:
    with pytest.raises(BahasaError):
        romawi(n)
    with pytest.raises(BahasaError):
        huruf(n if n < 1 else 781)
