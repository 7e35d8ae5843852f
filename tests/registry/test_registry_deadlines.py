"""From promises to dates, by shared/domain/tanggal.md."""

from datetime import date
from typing import Any

import pytest
from sample_agreements import NK_000, NK_001, PKS_002, add, build, jangka_waktu, pemberitahuan, with_ketentuan

from naskah.model.galat import NaskahError
from naskah.model.ketentuan import Arah
from naskah.registry import deadlines
from naskah.registry.connection import Registry
from naskah.registry.query import get_perjanjian

AKHIR = "akhir-jangka-waktu"
PERPANJANGAN = "pemberitahuan-perpanjangan"
BERKALA = "kewajiban-berkala"


@pytest.mark.parametrize(
    ("fakta", "akhir", "tanggal_sama", "tenggat"),
    [
        (NK_000, date(2029, 1, 1), date(2029, 1, 2), [(date(2029, 1, 1), AKHIR, "Pasal 7", "berakhir")]),
        (NK_001, date(2030, 2, 3), date(2030, 2, 4), [(date(2030, 2, 3), AKHIR, "Pasal 7 ayat (1)", "berakhir")]),
        (
            PKS_002,
            date(2030, 4, 28),
            date(2030, 4, 29),
            [
                (date(2030, 3, 29), PERPANJANGAN, "Pasal 6 ayat (2)", "berakhir dengan sendirinya"),
                (date(2030, 4, 28), AKHIR, "Pasal 6 ayat (1)", "berakhir"),
            ],
        ),
    ],
    ids=["000", "001", "002"],
)
def test_term_and_deadlines_of_the_source_agreements(
    registry: Registry, fakta: dict[str, Any], akhir: date, tanggal_sama: date, tenggat: list[Any]
) -> None:
    add(registry, build(fakta))
    hasil = get_perjanjian(registry, fakta["id"])
    assert (hasil.mulai, hasil.akhir, hasil.akhir_tanggal_sama) == (fakta["tanggal"], akhir, tanggal_sama)
    sekali = [t for t in hasil.tenggat if t.jenis != BERKALA]
    assert [(t.tanggal, t.jenis, t.sumber, t.akibat) for t in sekali] == tenggat
    berkala = {"000": 9, "001": 0, "002": 10}  # every 4 months for 3 years; every 6 months for 5 years
    assert len(hasil.tenggat) - len(sekali) == berkala[fakta["id"]]


@pytest.mark.parametrize(
    ("tanggal", "lama", "batas", "akhir", "diberitahukan"),
    [
        (date(2025, 8, 31), "6 bulan", "30 hari", date(2026, 2, 28), date(2026, 1, 29)),
        (date(2024, 2, 29), "1 tahun", "1 bulan", date(2025, 2, 28), date(2025, 1, 28)),
        (date(2024, 2, 29), "5 tahun", "14 hari", date(2029, 2, 28), date(2029, 2, 14)),
        (date(2025, 6, 1), "5 tahun", "3 bulan", date(2030, 5, 31), date(2030, 2, 28)),
        (date(2025, 4, 29), "5 tahun", "3 bulan", date(2030, 4, 28), date(2030, 1, 28)),
        (date(2025, 4, 29), "1 tahun 6 bulan", "60 hari", date(2026, 10, 28), date(2026, 8, 29)),
        (date(2025, 4, 29), "90 hari", "7 hari", date(2025, 7, 27), date(2025, 7, 20)),
    ],
)
def test_every_date_is_counted_from_its_anchor(
    registry: Registry, tanggal: date, lama: str, batas: str, akhir: date, diberitahukan: date
) -> None:
    add(registry, with_ketentuan(jangka_waktu(lama), pemberitahuan(batas), tanggal=tanggal))
    hasil = get_perjanjian(registry, "002")
    assert {t.jenis: t.tanggal for t in hasil.tenggat} == {AKHIR: akhir, PERPANJANGAN: diberitahukan}
    assert all(t.berlaku_dari == tanggal for t in hasil.tenggat)


def test_where_the_anniversary_is_the_convention_deadlines_hang_on_it(registry: Registry) -> None:
    add(registry, build(tanggal_sama=True))
    hasil = get_perjanjian(registry, "002")
    assert hasil.tanggal_sama
    assert hasil.akhir == hasil.akhir_tanggal_sama == date(2030, 4, 29)
    assert {t.jenis: t.tanggal for t in hasil.tenggat} == {
        AKHIR: date(2030, 4, 29),
        PERPANJANGAN: date(2030, 3, 30),
        BERKALA: date(2030, 4, 29),  # the last of them
    }
    assert [t.tanggal for t in hasil.tenggat if t.jenis == BERKALA][:2] == [date(2025, 10, 29), date(2026, 4, 29)]


def test_a_start_that_is_named_replaces_the_day_of_signing(registry: Registry) -> None:
    add(registry, with_ketentuan(jangka_waktu("1 tahun", mulai=date(2025, 6, 1))))
    hasil = get_perjanjian(registry, "002")
    assert (hasil.tanggal, hasil.mulai, hasil.akhir) == (date(2025, 4, 29), date(2025, 6, 1), date(2026, 5, 31))


@pytest.mark.parametrize(("fakta", "dianggap"), [(NK_000, True), (NK_001, False)], ids=["000", "001"])
def test_a_start_that_is_only_assumed_is_marked(registry: Registry, fakta: dict[str, Any], dianggap: bool) -> None:
    add(registry, build(fakta))
    assert get_perjanjian(registry, fakta["id"]).mulai_dianggap is dianggap


def test_two_promises_of_one_kind_on_one_day_are_two_deadlines(registry: Registry) -> None:
    add(
        registry,
        with_ketentuan(
            jangka_waktu("5 tahun"),
            pemberitahuan("30 hari", sumber="Pasal 6 ayat (2)"),
            pemberitahuan("30 hari", sumber="Pasal 11 ayat (3)"),
        ),
    )
    sumber = [t.sumber for t in get_perjanjian(registry, "002").tenggat if t.jenis == PERPANJANGAN]
    assert sumber == ["Pasal 6 ayat (2)", "Pasal 11 ayat (3)"]


def test_a_notice_before_the_end_closes_with_the_end_and_says_why(registry: Registry) -> None:
    add(registry, build())
    semua = [t for t in get_perjanjian(registry, "002").tenggat if t.jenis != BERKALA]
    tenggat = {t.jenis: (t.berlaku_sampai, t.sebab_tutup) for t in semua}
    assert tenggat == {PERPANJANGAN: (date(2030, 4, 29), "jangka waktu berakhir"), AKHIR: (None, None)}


def test_a_deadline_after_the_end_stays_open(registry: Registry) -> None:
    add(registry, with_ketentuan(jangka_waktu("5 tahun"), pemberitahuan("30 hari", hal="serah-terima", arah="setelah")))
    (tenggat,) = [t for t in get_perjanjian(registry, "002").tenggat if t.hal == "serah-terima"]
    assert (tenggat.tanggal, tenggat.berlaku_sampai) == (date(2030, 5, 28), None)


def test_a_notice_in_working_days_is_stored_without_holidays(registry: Registry) -> None:
    # 10-4-2026 minus 14 weekdays; Nyepi and Lebaran lie between, and are counted when asked (alerts).
    ketentuan = (jangka_waktu("1 tahun"), pemberitahuan("14 hari kerja"))
    add(registry, with_ketentuan(*ketentuan, tanggal=date(2025, 4, 11)))
    (tenggat,) = [t for t in get_perjanjian(registry, "002").tenggat if t.jenis == PERPANJANGAN]
    assert (tenggat.tanggal, tenggat.hari_kerja, tenggat.batas) == (date(2026, 3, 23), True, "14 hari kerja")
    assert (tenggat.acuan, tenggat.tanggal_acuan) == (AKHIR, date(2026, 4, 10))


def test_promises_that_wait_for_an_event_are_kept_but_have_no_deadline_yet(registry: Registry) -> None:
    add(registry, build(NK_001))
    hasil = get_perjanjian(registry, "001")
    assert [k.jenis for k in hasil.ketentuan] == ["jangka-waktu", "batas-waktu", "kewajiban-lanjut"]
    assert [t.jenis for t in hasil.tenggat] == [AKHIR]


def test_an_agreement_without_a_term_has_no_end(registry: Registry) -> None:
    add(registry, with_ketentuan())
    hasil = get_perjanjian(registry, "002")
    assert (hasil.mulai, hasil.akhir, hasil.akhir_tanggal_sama, hasil.tenggat) == (None, None, None, ())


@pytest.mark.parametrize(
    ("ketentuan", "pesan"),
    [
        ([jangka_waktu("5 tahun"), jangka_waktu("3 tahun")], "jangka waktu disebut lebih dari sekali"),
        ([pemberitahuan("30 hari")], 'batas waktu "perpanjangan" mengacu pada akhir jangka waktu'),
        ([jangka_waktu("14 hari kerja")], "jangka waktu 14 hari kerja"),
        ([jangka_waktu("9000 tahun")], "jangka waktu 9000 tahun"),
        ([jangka_waktu("5 tahun"), pemberitahuan("4000 tahun")], 'batas waktu "perpanjangan", 4000 tahun'),
        ([jangka_waktu("5 tahun"), pemberitahuan("900000 hari kerja")], 'batas waktu "perpanjangan", 900000 hari'),
    ],
)
def test_promises_that_lead_to_no_date_are_refused(
    registry: Registry, ketentuan: list[dict[str, Any]], pesan: str
) -> None:
    with pytest.raises(NaskahError, match="002: ") as galat:
        add(registry, with_ketentuan(*ketentuan))
    assert pesan in str(galat.value)
    with registry.read() as conn:
        assert conn.execute("SELECT count(*) FROM peristiwa").fetchone() == (0,)


def test_the_words_for_before_are_those_of_the_model() -> None:
    assert deadlines.SEBELUM == Arah.SEBELUM
