"""Dates in a sentence, both ways."""

from datetime import date, timedelta

import pytest

from naskah.bahasa.galat import BahasaError, TanggalMustahil, TidakCocok
from naskah.bahasa.tanggal import format_tanggal, nama_bulan, nama_hari, parse_tanggal
from naskah.bahasa.terbilang import terbilang

AWAL, AKHIR = date(1990, 1, 1), date(2060, 12, 31)
SEMUA_HARI = [AWAL + timedelta(days=n) for n in range((AKHIR - AWAL).days + 1)]
BULAN = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
]


def test_every_day_from_1990_to_2060_is_written_by_rule_and_reads_back() -> None:
    for d in SEMUA_HARI:
        teks = format_tanggal(d)
        assert teks == f"{d.day} {BULAN[d.month - 1]} {d.year}"
        assert parse_tanggal(teks) == d


def test_every_day_from_1990_to_2060_in_words_reads_back() -> None:
    for d in SEMUA_HARI:
        assert parse_tanggal(f"{terbilang(d.day)} {BULAN[d.month - 1]} {terbilang(d.year)}") == d


def test_weekdays_run_in_order_from_a_known_friday() -> None:
    nama = ["Jumat", "Sabtu", "Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat"]
    assert [nama_hari(date(2026, 1, 2) + timedelta(days=n)) for n in range(8)] == nama


def test_months_are_numbered_from_one() -> None:
    assert [nama_bulan(n) for n in range(1, 13)] == BULAN
    for n in (0, 13, -1):
        with pytest.raises(BahasaError):
            nama_bulan(n)


@pytest.mark.parametrize(
    ("text", "d"),
    [
        ("29 April 2025", date(2025, 4, 29)),
        ("29 APRIL 2025", date(2025, 4, 29)),
        ("2-1-2026", date(2026, 1, 2)),
        ("02-01-2015", date(2015, 1, 2)),
        ("29/04/2025", date(2025, 4, 29)),
        ("29.04.2025", date(2025, 4, 29)),
        ("29-04-2025", date(2025, 4, 29)),
        ("09 - 04 - 2025", date(2025, 4, 9)),
        ("2\u20131\u20132026", date(2026, 1, 2)),
        ("2025-04-29", date(2025, 4, 29)),
        ("Selasa, 29 April 2025", date(2025, 4, 29)),
        ("Selasa 29-4-2025", date(2025, 4, 29)),
        ("hari Jumat tanggal 2 Januari 2026", date(2026, 1, 2)),
        ("Jum'at, 2 Januari 2026", date(2026, 1, 2)),
        ("Jum\u2019at, 2 Januari 2026", date(2026, 1, 2)),
        ("Ahad, 4 Januari 2026", date(2026, 1, 4)),
        ("tanggal 4 Mei 2026", date(2026, 5, 4)),
        ("29\n April  2025", date(2025, 4, 29)),
        ("29 bulan April tahun 2025", date(2025, 4, 29)),
        ("dua puluh sembilan April dua ribu dua puluh lima", date(2025, 4, 29)),
        ("dua bulan Januari tahun dua ribu dua puluh enam", date(2026, 1, 2)),
        ("Dua Bulan Januari Tahun Dua Ribu Dua Puluh Enam", date(2026, 1, 2)),
        ("2 (dua) Januari 2026 (dua ribu dua puluh enam)", date(2026, 1, 2)),
        ("29-April-2025", date(2025, 4, 29)),
        ("29 - Apr - 2025", date(2025, 4, 29)),
        ("Selasa, 29 April 2025.", date(2025, 4, 29)),
        ("17 Pebruari 2025", date(2025, 2, 17)),
        ("1 Nopember 2025", date(2025, 11, 1)),
        ("1 Okt 2024", date(2024, 10, 1)),
        ("29 Februari 2024", date(2024, 2, 29)),
    ],
)
def test_dates_seen_in_practice_are_read(text: str, d: date) -> None:
    assert parse_tanggal(text) == d


@pytest.mark.parametrize(
    ("text", "pesan"),
    [
        ("31 Februari 2025", "31 Februari 2025 tidak ada: Februari 2025 hanya sampai tanggal 28"),
        ("29 Februari 2025", "hanya sampai tanggal 28"),
        ("30-2-2024", "hanya sampai tanggal 29"),
        ("31 April 2025", "hanya sampai tanggal 30"),
        ("tiga puluh satu bulan Juni tahun dua ribu dua puluh lima", "hanya sampai tanggal 30"),
        ("4-29-2025", "Bulan 29 tidak ada"),
        ("0-1-2025", "tidak ada"),
        ("2025-02-30", "tidak ada"),
    ],
)
def test_an_impossible_date_is_named_as_such(text: str, pesan: str) -> None:
    with pytest.raises(TanggalMustahil, match=pesan):
        parse_tanggal(text)


@pytest.mark.parametrize(
    "text",
    ["2-1-26", "29 April 25", "29/04/025", "2 Januari dua puluh enam", "2-1-20266", "2-1-02026", "2-1-" + "9" * 5000],
)
def test_a_year_needs_four_digits(text: str) -> None:
    with pytest.raises(BahasaError, match="empat angka"):
        parse_tanggal(text)


@pytest.mark.parametrize(
    "text",
    ["Senin, 29 April 2025", "30 (dua puluh sembilan) April 2025", "29 April 2025 (dua ribu dua puluh enam)"],
)
def test_tellings_that_disagree_are_refused(text: str) -> None:
    with pytest.raises(TidakCocok):
        parse_tanggal(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "April 2025",
        "29 April",
        "besok",
        "29-4",
        "29 Apryl 2025",
        "29 April 2025 lalu",
        "2-1/2026",
        "Selasa",
    ],
)
def test_what_is_no_date_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(BahasaError, match="29 April 2025"):
        parse_tanggal(text)
