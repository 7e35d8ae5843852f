"""`naskah terbilang` and `naskah tanggal`."""

import pytest


@pytest.mark.parametrize(
    ("nilai", "hasil"),
    [
        ("1001000", "satu juta seribu"),
        ("1.001.000", "satu juta seribu"),
        ("-1,5", "minus satu koma lima"),
        ("Rp10.000.000", "Rp10.000.000,00 (sepuluh juta rupiah)"),
        ("dua puluh satu", "21"),
        ("Dua-Puluh  SATU", "21"),
    ],
)
def test_numbers_are_written_and_read(jalankan, nilai, hasil):
    assert jalankan("terbilang", nilai).keluaran == hasil + "\n"


@pytest.mark.parametrize("nilai", ["abc", "1,,5", "", "999999999999999999"])
def test_what_is_no_number_is_said(jalankan, nilai):
    hasil = jalankan("terbilang", nilai)
    assert hasil.kode == 2
    assert hasil.galat.startswith("galat: ")


def test_a_date_with_its_term_and_notice(jalankan, snapshot):
    hasil = jalankan("tanggal", "29 April 2025", "--durasi", "5 tahun", "--sebelum", "30 hari")
    assert hasil.keluaran == snapshot


def test_working_days_after_a_date_leave_out_holidays_and_cuti_bersama(jalankan):
    assert "Jumat, 10 April 2026" in jalankan("tanggal", "2026-03-13", "--setelah", "14 hari kerja").keluaran


@pytest.mark.parametrize(
    ("argumen", "pesan"),
    [
        (("31-2-2025",), "31 Februari 2025 tidak ada"),
        (("2025-01-01", "--sebelum", "30 hari"), "sebutkan juga --durasi"),
        (("2025-01-01", "--durasi", "14 hari kerja"), "--setelah"),
        (("2025-01-01", "--durasi", "lima"), "5 tahun"),
        (("2025-01-01", "--durasi", "9000 tahun"), "9999"),
    ],
)
def test_impossible_dates_and_durations_are_said(jalankan, argumen, pesan):
    hasil = jalankan("tanggal", *argumen)
    assert hasil.kode == 2
    assert pesan in hasil.galat
