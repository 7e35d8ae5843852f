"""The one state of an agreement on a day."""

from datetime import date

import pytest
from sample_agreements import add, build, jangka_waktu, with_ketentuan

from naskah.registry.connection import Registry
from naskah.registry.query import get_perjanjian
from naskah.registry.state import Status


@pytest.mark.parametrize(
    ("pada", "status"),
    [
        (date(2025, 4, 28), Status.RANCANGAN),
        (date(2025, 4, 29), Status.BELUM_BERLAKU),
        (date(2025, 5, 31), Status.BELUM_BERLAKU),
        (date(2025, 6, 1), Status.BERLAKU),
        (date(2026, 12, 1), Status.BERLAKU),  # 181 days before the last day
        (date(2026, 12, 2), Status.SEGERA_BERAKHIR),  # 180 days
        (date(2027, 5, 31), Status.SEGERA_BERAKHIR),  # the last day is still in force
        (date(2027, 6, 1), Status.BERAKHIR),
        (date(2099, 1, 1), Status.BERAKHIR),
    ],
)
def test_state_on_each_side_of_every_border(registry: Registry, pada: date, status: Status) -> None:
    add(registry, with_ketentuan(jangka_waktu("2 tahun", mulai=date(2025, 6, 1))))
    assert get_perjanjian(registry, "002").status_pada(pada).status is status


def test_without_a_term_an_agreement_stays_in_force(registry: Registry) -> None:
    add(registry, with_ketentuan())
    hasil = get_perjanjian(registry, "002")
    assert hasil.status_pada(date(2999, 1, 1)).status is Status.BERLAKU
    assert hasil.status_pada(date(2025, 4, 28)).status is Status.RANCANGAN


def test_signed_today_is_in_force_today(registry: Registry) -> None:
    add(registry, build())
    assert get_perjanjian(registry, "002").status_pada(date(2025, 4, 29)).status is Status.BERLAKU
