"""Which level a deadline has reached, and which alerts are one thing to look at."""

from datetime import date

import pytest
from alert_samples import TINGKAT, activities, alert
from hypothesis import given
from hypothesis import strategies as st

from naskah.alerting.grouping import group, name_some
from naskah.alerting.levels import JAUH, LEWAT, find_tingkat, name_sisa, name_tingkat
from naskah.alerting.sections import divide, summarize


@pytest.mark.parametrize(
    ("sisa", "tingkat"),
    [(181, JAUH), (180, 180), (91, 180), (90, 90), (31, 60), (30, 30), (8, 30), (7, 7), (1, 7), (0, 0), (-1, LEWAT)],
)
def test_a_level_is_the_smallest_threshold_that_is_reached(sisa: int, tingkat: int) -> None:
    assert find_tingkat(sisa, TINGKAT) == tingkat


def test_without_a_threshold_of_0_the_last_day_belongs_to_the_one_before() -> None:
    assert find_tingkat(0, (30, 7)) == 7


@given(st.integers(-1000, 1000), st.lists(st.integers(0, 400), min_size=1))
def test_a_level_grows_only_more_urgent_as_days_pass(sisa: int, tingkat: list[int]) -> None:
    assert find_tingkat(sisa - 1, tingkat) <= find_tingkat(sisa, tingkat)
    assert find_tingkat(sisa, tingkat) == find_tingkat(sisa, sorted(tingkat))


@pytest.mark.parametrize(
    ("tingkat", "nama"), [(LEWAT, "terlewat"), (0, "hari ini"), (7, "dalam 7 hari"), (JAUH, "masih jauh")]
)
def test_a_level_has_a_name(tingkat: int, nama: str) -> None:
    assert name_tingkat(tingkat) == nama


def test_days_left_and_days_over_are_told_apart() -> None:
    assert [name_sisa(n) for n in (28, 0, -26)] == ["28 hari", "0 hari", "lewat 26 hari"]


def test_what_is_due_of_one_agreement_on_one_day_of_one_kind_is_one_group() -> None:
    (satu,) = group(activities(18))
    assert (satu.sebutan, satu.sumber, satu.akibat) == ("kegiatan (18 butir)", "Rencana Kerja", "")
    assert satu.rincian == "1.a Kegiatan 1; 2.a Kegiatan 2; 3.a Kegiatan 3; dan 15 lainnya"


@pytest.mark.parametrize(
    "lain",
    [{"perjanjian": "pks-2"}, {"tanggal": date(2030, 12, 30)}, {"jenis": "kewajiban-berkala"}],
)
def test_another_agreement_day_or_kind_is_another_group(lain: dict) -> None:
    semua = activities(2)
    assert [len(satu.butir) for satu in group([*semua, semua[0]._replace(**lain)])] in ([2, 1], [1, 2])


def test_few_are_named_in_the_heading_and_what_the_kind_says_is_not_said_twice() -> None:
    assert [g.sebutan for g in group(activities(2))] == ["kegiatan (2 butir): 1.a Kegiatan 1; 2.a Kegiatan 2"]
    assert [g.sebutan for g in group(activities(1))] == ["kegiatan: 1.a Kegiatan 1"]
    assert [g.sebutan for g in group([alert()])] == ["pemberitahuan-perpanjangan"]


def test_nothing_is_lost_in_groups() -> None:
    semua = [*activities(5), alert(), *activities(3, perjanjian="a")]
    assert sorted(b for g in group(reversed(semua)) for b in g.butir) == sorted(semua)


def test_one_other_is_named_rather_than_counted() -> None:
    assert name_some("abcd") == "a; b; c; d"
    assert name_some("abcdeabc") == "a; b; c; dan 2 lainnya"


def test_sections_begin_with_what_is_overdue() -> None:
    semua = group([alert(date(2030, 3, n)) for n in (1, 5, 29)] + [alert(date(2029, 1, 1))], tingkat=TINGKAT)
    assert [(b.judul, len(b.isi)) for b in divide(semua)] == [
        ("Terlewat", 1), ("Hari ini", 1), ("Dalam 7 hari", 1), ("Dalam 30 hari", 1),
    ]  # fmt: skip
    assert summarize(semua) == "1 terlewat dan 3 mendekat"
    assert summarize([]) == "tidak ada tenggat"
