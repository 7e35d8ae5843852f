"""Words of one root."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from naskah.checking.roots import find_roots, share_root


@pytest.mark.parametrize(
    ("satu", "dua"),
    [
        ("pengakhiran", "diakhiri"),
        ("perpanjangan", "diperpanjang"),
        ("laporan", "melaporkan"),
        ("penyesuaian", "menyesuaikan"),
        ("pemenuhan", "memenuhi"),
        ("kewajiban", "wajib"),
        ("pemberhentian", "menghentikan"),
        ("penyampaian", "disampaikan"),
        ("pembayaran", "membayar"),
        ("pengujian", "diuji"),
        ("hak-hak", "hak"),
    ],
)
def test_words_of_one_root_are_known(satu: str, dua: str) -> None:
    assert share_root(satu, dua)


@pytest.mark.parametrize(
    ("satu", "dua"),
    [
        ("pengakhiran", "diperpanjang"),
        ("pendataan", "pekerja"),
        ("penerima", "peserta"),
        ("berita", "permata"),
        ("ketenagakerjaan", "pekerja"),
    ],
)
def test_words_of_different_roots_are_told_apart(satu: str, dua: str) -> None:
    assert not share_root(satu, dua)


@given(st.text(max_size=30))
def test_a_word_is_among_its_own_roots(kata: str) -> None:
    assert kata.lower() in find_roots(kata) or "-" in kata
