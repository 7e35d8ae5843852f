"""Working days (tanggal.md 5-6): weekends, national holidays, cuti bersama, local tables."""

from datetime import date, timedelta

import pytest

from naskah.bahasa.galat import BahasaError
from naskah.bahasa.hari_kerja import Kalender, last_tahun_keputusan

KALENDER = Kalender()
CUTI_BERSAMA_2026 = [
    date(2026, 2, 16),
    date(2026, 3, 18),
    date(2026, 3, 20),
    date(2026, 3, 23),
    date(2026, 3, 24),
    date(2026, 5, 15),
    date(2026, 5, 28),
    date(2026, 12, 24),
]


def test_fourteen_working_days_after_13_march_2026_is_10_april() -> None:
    assert KALENDER.add_hari_kerja(date(2026, 3, 13), 14) == date(2026, 4, 10)


def test_without_cuti_bersama_it_would_have_been_6_april() -> None:
    assert Kalender(masuk=CUTI_BERSAMA_2026).add_hari_kerja(date(2026, 3, 13), 14) == date(2026, 4, 6)


def test_the_day_of_the_event_is_not_counted() -> None:
    senin = date(2026, 1, 5)
    assert KALENDER.add_hari_kerja(senin, 1) == date(2026, 1, 6)
    assert KALENDER.subtract_hari_kerja(senin, 1) == date(2026, 1, 2)


def test_seven_working_days_before_a_day_skip_weekend_and_holidays() -> None:
    # Source 001, Pasal 14: back from 31-3-2026 over cuti bersama and Nyepi of 18-24 March.
    assert KALENDER.subtract_hari_kerja(date(2026, 3, 31), 7) == date(2026, 3, 13)


@pytest.mark.parametrize(
    ("d", "nama", "masuk"),
    [
        (date(2026, 1, 2), None, True),
        (date(2026, 1, 1), "Tahun Baru Masehi", False),
        (date(2026, 1, 3), None, False),
        (date(2026, 3, 19), "Hari Suci Nyepi", False),
        (date(2026, 3, 18), "Cuti Bersama Hari Suci Nyepi", False),
        (date(2026, 8, 17), "Hari Kemerdekaan Republik Indonesia", False),
        (date(2025, 8, 18), "Cuti Bersama Hari Kemerdekaan Republik Indonesia", False),
    ],
)
def test_holidays_cuti_bersama_and_weekends_are_off(d: date, nama: str | None, masuk: bool) -> None:
    assert KALENDER.nama_libur(d) == nama
    assert KALENDER.is_hari_kerja(d) is masuk


def test_all_cuti_bersama_of_2026_are_off() -> None:
    assert not [d for d in CUTI_BERSAMA_2026 if KALENDER.is_hari_kerja(d)]


def test_counting_forth_and_back_agree_with_counting_one_by_one() -> None:
    hari_kerja = [d for n in range(800) if KALENDER.is_hari_kerja(d := date(2025, 1, 1) + timedelta(days=n))]
    mulai = hari_kerja.index(date(2026, 1, 5))
    for n in range(1, 200):
        assert KALENDER.add_hari_kerja(date(2026, 1, 5), n) == hari_kerja[mulai + n]
        assert KALENDER.subtract_hari_kerja(date(2026, 1, 5), n) == hari_kerja[mulai - n]


def test_a_deadline_on_a_day_off_has_its_target_before_or_after() -> None:
    nyepi = date(2026, 3, 19)
    assert KALENDER.target_sebelum(nyepi) == date(2026, 3, 17)
    assert KALENDER.target_setelah(nyepi) == date(2026, 3, 25)


def test_a_deadline_on_a_working_day_is_its_own_target() -> None:
    assert KALENDER.target_sebelum(date(2026, 1, 5)) == date(2026, 1, 5)
    assert KALENDER.target_setelah(date(2026, 1, 5)) == date(2026, 1, 5)


def test_a_local_holiday_is_off() -> None:
    lokal = Kalender({date(2026, 1, 6): "Hari Jadi Daerah"})
    assert lokal.nama_libur(date(2026, 1, 6)) == "Hari Jadi Daerah"
    assert lokal.add_hari_kerja(date(2026, 1, 5), 1) == date(2026, 1, 7)
    assert KALENDER.is_hari_kerja(date(2026, 1, 6)), "one calendar must not leak into another"


def test_a_day_declared_working_works_even_on_a_holiday_or_saturday() -> None:
    lokal = Kalender(masuk={date(2026, 3, 18), date(2026, 1, 3)})
    assert lokal.is_hari_kerja(date(2026, 3, 18))
    assert lokal.nama_libur(date(2026, 3, 18)) is None
    assert lokal.add_hari_kerja(date(2026, 1, 2), 1) == date(2026, 1, 3)


def test_a_day_cannot_be_both_off_and_working() -> None:
    with pytest.raises(BahasaError, match="6 Januari 2026 tercatat sebagai hari libur dan juga"):
        Kalender({date(2026, 1, 6): "Libur"}, [date(2026, 1, 6)])


@pytest.mark.parametrize("n", [0, -1])
def test_the_number_of_working_days_is_at_least_one(n: int) -> None:
    with pytest.raises(BahasaError):
        KALENDER.add_hari_kerja(date(2026, 1, 5), n)
    with pytest.raises(BahasaError):
        KALENDER.subtract_hari_kerja(date(2026, 1, 5), n)


@pytest.mark.parametrize("n", [1, 10**7, 10**30])
def test_counts_beyond_the_calendar_are_refused_in_words(n: int) -> None:
    with pytest.raises(BahasaError):
        KALENDER.add_hari_kerja(date(9999, 12, 31), n)
    with pytest.raises(BahasaError):
        KALENDER.subtract_hari_kerja(date(1, 1, 1), n)
    with pytest.raises(BahasaError):
        Kalender({date(9999, 12, 31): "Libur"}).target_setelah(date(9999, 12, 31))


def test_years_up_to_the_last_published_decree_are_certain() -> None:
    # holidays 0.108 knows the decrees up to 2027; a later library may know more, never less.
    assert last_tahun_keputusan() >= 2027
    for tahun in (1990, 2026, last_tahun_keputusan()):
        assert not KALENDER.is_sementara(date(tahun, 12, 31))


def test_years_beyond_the_published_decree_are_sementara() -> None:
    assert KALENDER.is_sementara(date(last_tahun_keputusan() + 1, 1, 1))
    assert KALENDER.is_sementara(date(2060, 1, 1))
    assert KALENDER.is_sementara(date(2150, 1, 1))


def test_a_workspace_that_holds_the_decree_makes_its_year_certain() -> None:
    tahun = last_tahun_keputusan() + 5
    perkiraan = [
        d
        for n in range(366)
        if "(perkiraan)" in (KALENDER.nama_libur(d := date(tahun, 1, 1) + timedelta(days=n)) or "")
    ]
    assert perkiraan, "the library marks estimated dates"
    pasti = Kalender({date(tahun, 7, 1): "Idul Adha"}, tahun_pasti=[tahun])
    assert not pasti.is_sementara(date(tahun, 6, 1))
    assert [pasti.nama_libur(d) for d in perkiraan] == [None] * len(perkiraan)
    assert pasti.nama_libur(date(tahun, 7, 1)) == "Idul Adha"
    assert pasti.nama_libur(date(tahun, 1, 1)) == "Tahun Baru Masehi"
