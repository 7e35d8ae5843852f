"""Amounts of money, both ways."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from naskah.bahasa.galat import BahasaError, TidakCocok
from naskah.bahasa.rupiah import format_rupiah, parse_rupiah

TABEL = [
    (10_000_000, "Rp10.000.000,00 (sepuluh juta rupiah)"),
    (0, "Rp0,00 (nol rupiah)"),
    (1_001_000, "Rp1.001.000,00 (satu juta seribu rupiah)"),
    (Decimal("1500.5"), "Rp1.500,50 (seribu lima ratus rupiah lima puluh sen)"),
    (Decimal("0.05"), "Rp0,05 (lima sen)"),
]


@pytest.mark.parametrize(("n", "teks"), TABEL)
def test_digits_words_and_cents_stand_together_and_read_back(n: int | Decimal, teks: str) -> None:
    assert format_rupiah(n) == teks
    assert parse_rupiah(teks) == n


@given(st.decimals(0, 10**15 - 1, places=2))
@settings(deadline=None)
def test_every_amount_reads_back_to_the_sen(n: Decimal) -> None:
    assert parse_rupiah(format_rupiah(n)) == n


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("Rp 10.000.000", "10000000"),
        ("Rp. 10.000.000,00", "10000000"),
        ("Rp10.000.000,-", "10000000"),
        ("rp10000000", "10000000"),
        ("sepuluh juta rupiah", "10000000"),
        ("Rp10.000.000 (sepuluh juta)", "10000000"),
        ("sepuluh juta rupiah (Rp10.000.000,00)", "10000000"),
        ("Rp10.000\n(Sepuluh Ribu  Rupiah)", "10000"),
        ("lima puluh sen", "0.50"),
    ],
)
def test_amounts_seen_in_practice_are_read(text: str, n: str) -> None:
    assert parse_rupiah(text) == Decimal(n)


@pytest.mark.parametrize("text", ["Rp10.000.000,00 (seratus juta rupiah)", "Rp1.500,50 (seribu lima ratus rupiah)"])
def test_digits_and_words_must_agree(text: str) -> None:
    with pytest.raises(TidakCocok):
        parse_rupiah(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Rp",
        "rupiah",
        "sen",
        "10,000,000",
        "Rp10.00",
        "Rp1.5",
        "Rp-5",
        "minus lima rupiah",
        "dua ratus sen",
        "lima rupiah dua koma lima sen",
        "USD 5",
    ],
)
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(BahasaError):
        parse_rupiah(text)


@pytest.mark.parametrize("n", [-1, Decimal("0.001"), Decimal("1.999"), Decimal("NaN"), 10**15, 10**40])
def test_amounts_that_cannot_be_written_are_refused_not_rounded(n: int | Decimal) -> None:
    with pytest.raises(BahasaError):
        format_rupiah(n)
