"""What `naskah peringatan` lists: as of a day, within so many days, oldest first."""

from datetime import date

import pytest
from sample_agreements import NK_000, NK_001, PKS_002, add, build, jangka_waktu, pemberitahuan, with_ketentuan

from naskah.bahasa.hari_kerja import Kalender
from naskah.model.galat import NaskahError
from naskah.registry.alerts import Peringatan, list_peringatan
from naskah.registry.connection import Registry

AKHIR = "akhir-jangka-waktu"
PERPANJANGAN = "pemberitahuan-perpanjangan"
KALENDER = Kalender()


def due(registry: Registry, pada: date, dalam: int) -> list[tuple[str, str, date, int]]:
    hasil = list_peringatan(registry, pada=pada, dalam=dalam, kalender=KALENDER)
    return [(p.perjanjian, p.jenis, p.tanggal, p.sisa_hari) for p in hasil]


def test_the_three_agreements_on_1_march_2030_within_60_days(registry: Registry) -> None:
    add(registry, build(NK_000), build(NK_001), build(PKS_002))
    assert due(registry, date(2030, 3, 1), 60) == [
        ("000", AKHIR, date(2029, 1, 1), -424),
        ("001", AKHIR, date(2030, 2, 3), -26),
        ("002", PERPANJANGAN, date(2030, 3, 29), 28),
        ("002", AKHIR, date(2030, 4, 28), 58),
    ]


def test_an_alert_carries_the_legal_date_the_target_the_source_and_the_consequence(registry: Registry) -> None:
    add(registry, build())
    (satu,) = list_peringatan(registry, pada=date(2030, 3, 1), dalam=30, kalender=KALENDER)
    assert satu == Peringatan(
        perjanjian="002",
        judul=PKS_002["judul"],
        jenis=PERPANJANGAN,
        tanggal=date(2030, 3, 29),
        target=date(2030, 3, 29),
        sisa_hari=28,
        sumber="Pasal 6 ayat (2)",
        akibat="berakhir dengan sendirinya",
        sementara=True,
    )


@pytest.mark.parametrize(
    ("pada", "dalam", "jenis"),
    [
        (date(2030, 3, 29), 0, [PERPANJANGAN]),  # due today
        (date(2030, 3, 28), 0, []),
        (date(2030, 3, 28), 1, [PERPANJANGAN]),  # the last day of the window counts
        (date(2030, 4, 28), 0, [PERPANJANGAN, AKHIR]),  # overdue, while the agreement still runs
        (date(2030, 4, 29), 0, [AKHIR]),  # past the end, only the end itself is left to settle
        (date(2031, 4, 29), 0, [AKHIR]),
    ],
)
def test_what_is_due_on_a_day(registry: Registry, pada: date, dalam: int, jenis: list[str]) -> None:
    add(registry, build())
    assert [j for _, j, _, _ in due(registry, pada, dalam)] == jenis


def test_before_the_signing_nothing_is_due(registry: Registry) -> None:
    add(registry, build())
    assert due(registry, date(2025, 4, 28), 3650) == []
    assert len(due(registry, date(2025, 4, 29), 3650)) == 2


def test_the_oldest_comes_first_whatever_the_ids(registry: Registry) -> None:
    add(registry, build(PKS_002, id="a"), build(NK_001, id="m"), build(NK_000, id="z"))
    assert [p for p, _, _, _ in due(registry, date(2030, 3, 1), 60)] == ["z", "m", "a", "a"]


def test_on_one_day_agreements_come_in_the_order_of_their_ids(registry: Registry) -> None:
    add(registry, build(id="b"), build(id="a"), build(id="c"))
    assert [p for p, j, _, _ in due(registry, date(2030, 4, 1), 60) if j == AKHIR] == ["a", "b", "c"]


def test_a_deadline_before_the_end_on_a_day_off_is_aimed_at_the_working_day_before(registry: Registry) -> None:
    # 31 May 2026 is a Sunday.
    add(registry, with_ketentuan(jangka_waktu("1 tahun"), tanggal=date(2025, 6, 1)))
    (satu,) = list_peringatan(registry, pada=date(2026, 5, 1), dalam=31, kalender=KALENDER)
    assert (satu.tanggal, satu.target) == (date(2026, 5, 31), date(2026, 5, 29))
    assert satu.sementara is False


def test_a_deadline_after_the_end_on_a_day_off_is_aimed_at_the_working_day_after(registry: Registry) -> None:
    ketentuan = (jangka_waktu("1 tahun"), pemberitahuan("7 hari", hal="serah-terima", arah="setelah"))
    add(registry, with_ketentuan(*ketentuan, tanggal=date(2025, 6, 1)))
    semua = list_peringatan(registry, pada=date(2026, 6, 5), dalam=31, kalender=KALENDER)
    (satu,) = [p for p in semua if p.jenis == "pemberitahuan-serah-terima"]
    assert (satu.tanggal, satu.target) == (date(2026, 6, 7), date(2026, 6, 8))  # a Sunday


def test_a_local_holiday_moves_the_target_at_once_and_not_the_legal_date(registry: Registry) -> None:
    add(registry, build())
    lokal = Kalender({date(2030, 3, 29): "Hari jadi provinsi"})
    (satu,) = list_peringatan(registry, pada=date(2030, 3, 1), dalam=30, kalender=lokal)
    assert (satu.tanggal, satu.target) == (date(2030, 3, 29), date(2030, 3, 28))


# Last day 10-4-2026; Nyepi, Lebaran and their cuti bersama lie before it (tanggal.md 5).
EMPAT_BELAS_HARI_KERJA = with_ketentuan(
    jangka_waktu("1 tahun"), pemberitahuan("14 hari kerja"), tanggal=date(2025, 4, 11)
)


def test_a_notice_in_working_days_is_counted_with_the_holidays(registry: Registry) -> None:
    add(registry, EMPAT_BELAS_HARI_KERJA)
    # Without the holidays it would be 23 March.
    assert due(registry, date(2026, 3, 1), 30) == [("002", PERPANJANGAN, date(2026, 3, 13), 12)]


def test_a_local_holiday_moves_a_notice_in_working_days(registry: Registry) -> None:
    add(registry, EMPAT_BELAS_HARI_KERJA)
    lokal = Kalender({date(2026, 4, 8): "Libur lokal"})
    (satu,) = list_peringatan(registry, pada=date(2026, 3, 1), dalam=30, kalender=lokal)
    assert (satu.tanggal, satu.target) == (date(2026, 3, 12), date(2026, 3, 12))


def test_a_notice_in_working_days_is_found_where_the_holidays_put_it(registry: Registry) -> None:
    add(registry, EMPAT_BELAS_HARI_KERJA)
    assert due(registry, date(2026, 3, 12), 0) == []
    assert due(registry, date(2026, 3, 13), 0) == [("002", PERPANJANGAN, date(2026, 3, 13), 0)]


def test_a_window_beyond_all_time_ends_with_time(registry: Registry) -> None:
    add(registry, build())
    assert len(due(registry, date(2026, 1, 1), 10**9)) == 2


def test_a_negative_window_is_refused(registry: Registry) -> None:
    with pytest.raises(NaskahError, match="tidak boleh negatif"):
        due(registry, date(2026, 1, 1), -1)
