"""Cells of an office's register: days, terms, how often."""

from datetime import date, datetime

import pytest

from naskah.bahasa.durasi import Durasi
from naskah.bahasa.galat import BahasaError
from naskah.exchange.terms import find_jenis, find_jenis_within
from naskah.exchange.values import Masa, find_lama, read_batas, read_berkala, read_masa, read_tanggal

AKHIR = date(2030, 4, 28)


@pytest.mark.parametrize(
    "nilai",
    [date(2025, 4, 29), datetime(2025, 4, 29, 8), 45776, 45776.0, "45776", "29 April 2025", "29-04-2025", "29/4/2025",
     "29 Apr 2025", "Selasa, 29 April 2025", "dua puluh sembilan April dua ribu dua puluh lima"],
)  # fmt: skip
def test_a_day_is_read_however_it_was_typed(nilai) -> None:
    assert read_tanggal(nilai) == date(2025, 4, 29)


@pytest.mark.parametrize(
    ("nilai", "pesan"),
    [
        ("Senin, 29 April 2025", "jatuh pada hari Selasa, bukan Senin"),
        ("29-04-25", "tidak lengkap"),
        ("31 Februari 2025", "tidak ada"),
        (2025, "bukan tanggal"),
        ("April 2025", "bukan"),
    ],
)
def test_a_day_that_cannot_be_is_refused(nilai, pesan: str) -> None:
    with pytest.raises(BahasaError, match=pesan):
        read_tanggal(nilai)


@pytest.mark.parametrize(
    ("teks", "harapan"),
    [
        ("5 (lima) tahun", Masa(Durasi(tahun=5))),
        ("3 th", Masa(Durasi(tahun=3))),
        ("3thn.", Masa(Durasi(tahun=3))),
        ("2 tahun 6 bln", Masa(Durasi(tahun=2, bulan=6))),
        ("selama 36 bulan", Masa(Durasi(bulan=36))),
        ("5 (lima) tahun sejak ditandatangani", Masa(Durasi(tahun=5))),
        ("1 tahun dan dapat diperpanjang", Masa(Durasi(tahun=1), dapat_diperpanjang=True)),
        ("3 bulan, tidak dapat diperpanjang", Masa(Durasi(bulan=3))),
        ("s.d. 28 April 2030", Masa(akhir=AKHIR)),
        ("sampai dengan 28-4-2030", Masa(akhir=AKHIR)),
        ("29 April 2025 s/d 28 April 2030", Masa(mulai=date(2025, 4, 29), akhir=AKHIR)),
        ("29-4-2025 – 28-4-2030", Masa(mulai=date(2025, 4, 29), akhir=AKHIR)),
        ("Tidak terbatas", Masa()),
    ],
)  # fmt: skip
def test_a_term_is_read_however_it_was_written(teks: str, harapan: Masa) -> None:
    assert read_masa(teks) == harapan


def test_a_bare_number_needs_the_unit_of_its_column() -> None:
    assert read_masa("5", "tahun").lama == Durasi(tahun=5)
    with pytest.raises(BahasaError, match="tanpa satuan"):
        read_masa("5")


@pytest.mark.parametrize("teks", ["5 (empat) tahun", "2025-2030", "lama sekali"])
def test_a_term_that_says_nothing_or_two_things_is_refused(teks: str) -> None:
    with pytest.raises(BahasaError):
        read_masa(teks)


@pytest.mark.parametrize(
    ("teks", "lama"),
    [
        ("setiap 4 bulan", "4 bulan"),
        ("4 bulan sekali", "4 bulan"),
        ("tiap 6 (enam) bulan", "6 bulan"),
        ("Per Semester", "6 bulan"),
        ("triwulanan", "3 bulan"),
        ("1 kali setahun", "12 bulan"),
        ("2 kali dalam setahun", "6 bulan"),
        ("minimal 1 (satu) kali dalam 1 (satu) tahun", "12 bulan"),
        ("setahun sekali", "12 bulan"),
    ],
)
def test_how_often_is_read(teks: str, lama: str) -> None:
    assert str(read_berkala(teks)) == lama


@pytest.mark.parametrize(
    ("teks", "lama"),
    [
        ("30 hari sebelum berakhir", "30 hari"),
        ("paling lambat 3 bulan sebelumnya", "3 bulan"),
        ("30 (tiga puluh) hari kalender sebelum jangka waktu berakhir", "30 hari"),
        ("14 hari kerja", "14 hari kerja"),
    ],
)
def test_a_notice_is_read(teks: str, lama: str) -> None:
    assert str(read_batas(teks)) == lama


@pytest.mark.parametrize(
    ("akhir", "harapan"),
    [
        (date(2030, 4, 28), (Durasi(tahun=5), False)),
        (date(2030, 4, 29), (Durasi(tahun=5), True)),
        (date(2026, 10, 28), (Durasi(tahun=1, bulan=6), False)),
        (date(2025, 5, 15), (Durasi(hari=17), None)),
        (date(2025, 4, 29), (Durasi(hari=1), None)),
    ],
)
def test_a_term_between_two_days_tells_the_convention(akhir: date, harapan) -> None:
    assert find_lama(date(2025, 4, 29), akhir) == harapan


@pytest.mark.parametrize(
    ("teks", "jenis"),
    [
        ("MoU", "nota-kesepakatan"),
        ("NK", "nota-kesepakatan"),
        ("Nota Kesepahaman (MoU)", "nota-kesepakatan"),
        ("KB", "kesepakatan-bersama"),
        ("Kesepakatan Bersama", "kesepakatan-bersama"),
        ("PKS", "perjanjian-kerja-sama"),
        ("Perjanjian Kerjasama", "perjanjian-kerja-sama"),
        ("Kontrak", "perjanjian-lain"),
        ("Addendum I PKS", "adendum"),
        ("entah", None),
    ],
)
def test_kinds_are_known_by_many_names(teks: str, jenis: str | None) -> None:
    assert find_jenis(teks) == jenis


def test_a_line_above_the_table_may_name_the_kind() -> None:
    assert find_jenis_within("DAFTAR PERJANJIAN KERJA SAMA TAHUN 2024") == "perjanjian-kerja-sama"
    assert find_jenis_within("DAFTAR KERJA SAMA DAERAH") is None
