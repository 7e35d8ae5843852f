"""The libraries behind `bahasa`: what each gets wrong for Indonesian, and what we say instead.

A test here that fails on the library's side after an upgrade is good news: the fault is gone, and
the way around it can go too. All faults below are present in num2words 0.5.14, babel 2.18 and
holidays 0.108.
"""

import os
import subprocess
import sys
from datetime import date
from decimal import Decimal

import holidays
import pytest
from babel.dates import format_date, parse_date
from num2words import num2words

from naskah.bahasa.hari_kerja import Kalender
from naskah.bahasa.rupiah import format_rupiah
from naskah.bahasa.tanggal import GayaTanggal, format_pembuka, format_tanggal, parse_tanggal
from naskah.bahasa.terbilang import terbilang, urutan


def test_num2words_says_satu_ribu_inside_a_larger_number() -> None:
    assert num2words(1_001_000, lang="id") == "satu juta satu ribu"
    assert terbilang(1_001_000) == "satu juta seribu"


def test_num2words_says_min() -> None:
    assert num2words(-3, lang="id") == "min tiga"
    assert terbilang(-3) == "minus tiga"


def test_num2words_breaks_on_currency_idr() -> None:
    with pytest.raises(TypeError):
        num2words(10_000_000, lang="id", to="currency", currency="IDR")
    assert format_rupiah(10_000_000) == "Rp10.000.000,00 (sepuluh juta rupiah)"


def test_num2words_breaks_on_long_floats() -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        num2words(1e-7, lang="id")
    assert num2words(0.1 + 0.2, lang="id").endswith("nol empat")
    assert terbilang(Decimal("0.0000001")) == "nol koma nol nol nol nol nol nol satu"
    assert terbilang(Decimal("0.1") + Decimal("0.2")) == "nol koma tiga"


def test_num2words_starts_ordinals_with_pertama() -> None:
    assert num2words(1, lang="id", to="ordinal") == "pertama"
    assert urutan(1) == "kesatu"


def test_babel_full_pattern_writes_a_leading_zero() -> None:
    d = date(2026, 1, 2)
    assert format_date(d, "full", locale="id") == "Jumat, 02 Januari 2026"
    assert format_tanggal(d) == "2 Januari 2026"


def test_babel_year_of_week_is_not_the_year() -> None:
    # Not even the ISO week year (2026 for this Thursday): for `id` the week of 1 January is week 1.
    d = date(2026, 12, 31)
    assert format_date(d, "d MMMM YYYY", locale="id") == "31 Desember 2027"
    assert format_tanggal(d) == "31 Desember 2026"


def test_babel_parse_date_fails_on_month_names() -> None:
    with pytest.raises(IndexError):
        parse_date("29 April 2025", locale="id")
    assert parse_tanggal("29 April 2025") == date(2025, 4, 29)


def test_holidays_public_category_lacks_cuti_bersama() -> None:
    publik = holidays.country_holidays("ID", years=2026, language="id")
    pemerintah = holidays.country_holidays("ID", years=2026, language="id", categories=("government",))
    nyepi, cuti = date(2026, 3, 19), date(2026, 3, 18)
    assert (nyepi in publik, cuti in publik) == (True, False)
    assert (nyepi in pemerintah, cuti in pemerintah) == (False, True)
    assert Kalender().nama_libur(nyepi) and Kalender().nama_libur(cuti)


def test_holidays_has_no_cuti_bersama_before_its_decree() -> None:
    assert holidays.country_holidays("ID", years=2027, categories=("government",))
    assert not holidays.country_holidays("ID", years=2050, categories=("government",))


def test_our_months_and_weekdays_are_those_of_babel() -> None:
    for bulan in range(1, 13):
        d = date(2026, bulan, 15)
        assert format_tanggal(d) == format_date(d, "d MMMM y", locale="id")
        hari = format_date(d, "EEEE", locale="id")
        assert format_pembuka(d, GayaTanggal.KECIL).startswith(f"Pada hari ini {hari} tanggal ")


def test_importing_bahasa_loads_none_of_the_libraries() -> None:
    kode = (
        "import importlib, pkgutil, sys, naskah.bahasa as b\n"
        "for m in pkgutil.iter_modules(b.__path__, 'naskah.bahasa.'): importlib.import_module(m.name)\n"
        "print([m for m in ('num2words', 'babel', 'holidays', 'difflib') if m in sys.modules])"
    )
    lingkungan = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    keluaran = subprocess.run([sys.executable, "-c", kode], capture_output=True, text=True, env=lingkungan)
    assert keluaran.stdout.strip() == "[]", keluaran.stderr


def test_holiday_names_are_indonesian_whatever_the_locale() -> None:
    kode = (
        "from datetime import date; from naskah.bahasa.hari_kerja import Kalender\n"
        "print(Kalender().nama_libur(date(2026, 1, 1)))"
    )
    lingkungan = os.environ | {
        "PYTHONPATH": os.pathsep.join(sys.path),
        "LANG": "en_US.UTF-8",
        "LANGUAGE": "en_US",
    }
    keluaran = subprocess.run([sys.executable, "-c", kode], capture_output=True, text=True, env=lingkungan)
    assert keluaran.stdout.strip() == "Tahun Baru Masehi", keluaran.stderr
