"""What a cell becomes in the rancangan."""

from datetime import date, datetime, time

import pytest

from naskah.batch.cells import SelError, convert_cell
from naskah.batch.targets import Bentukan
from naskah.library.sheet_values import Rusak


@pytest.mark.parametrize(
    ("nilai", "bentukan", "hasil"),
    [
        (None, "teks", None),
        ("   ", "teks", None),
        (" Desa A ", "teks", "Desa A"),
        ("=1+1", "teks", "=1+1"),
        (12, "teks", "12"),
        (12.0, "teks", "12"),
        ("29 April 2025", "tanggal", "29 April 2025"),
        (datetime(2025, 4, 29), "tanggal", date(2025, 4, 29)),
        (45776, "tanggal", date(2025, 4, 29)),
        (45776.0, "tanggal", date(2025, 4, 29)),
        ("45776", "tanggal", date(2025, 4, 29)),
        ("2", "bilangan", 2),
        (2.0, "bilangan", 2),
        ("dua", "bilangan", "dua"),
        ("Ya", "ya-tidak", True),
        (False, "ya-tidak", False),
        ("satu; dua;tiga;", "daftar", ["satu", "dua", "tiga"]),
        ("satu; bukan dua\ndua", "daftar", ["satu; bukan dua", "dua"]),
        (5, "daftar", ["5"]),
    ],
)
def test_a_cell_becomes_what_a_person_would_have_typed(nilai, bentukan, hasil):
    didapat = convert_cell(nilai, Bentukan(bentukan))
    assert didapat == hasil
    assert type(didapat) is type(hasil)


def test_a_day_with_an_hour_is_left_for_the_rancangan_to_refuse():
    assert convert_cell(datetime(2025, 4, 29, 10), Bentukan.TANGGAL) == datetime(2025, 4, 29, 10)


@pytest.mark.parametrize(
    ("nilai", "bentukan", "pesan"),
    [
        (Rusak("B3", "rumus", "berisi rumus"), "teks", "sel B3 berisi rumus"),
        (1.5, "teks", "pecahan"),
        (2025, "tanggal", "bukan tanggal"),
        (3, "durasi", "3 tahun"),
        (datetime(2025, 4, 29), "teks", "berisi tanggal"),
        (time(10), "tanggal", "berisi jam"),
    ],
)
def test_a_cell_that_would_change_its_meaning_is_refused(nilai, bentukan, pesan):
    with pytest.raises(SelError, match=pesan):
        convert_cell(nilai, Bentukan(bentukan))
