"""The calendar file: read back by another program, the same each time, and moving what moves."""

from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest
from alert_samples import POKOK, TINGKAT, activities, add, agreement, alert
from hypothesis import given
from hypothesis import strategies as st

from naskah.alerting.calendar_file import make_calendar, name_uids
from naskah.alerting.grouping import group
from naskah.bahasa.hari_kerja import Kalender
from naskah.registry.alerts import PerubahanTerakhir, list_peringatan, read_perubahan_terakhir
from naskah.registry.connection import Registry

PERUBAHAN = {"pks-1": PerubahanTerakhir(7, "2026-01-05T03:04:05Z")}


def calendar(*semua, perubahan=PERUBAHAN, judul=POKOK.judul) -> bytes:
    return make_calendar(group(semua, perjanjian={"pks-1": POKOK._replace(judul=judul)}), perubahan, tingkat=TINGKAT)


def events(isi: bytes) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(isi).walk("VEVENT"))


def test_the_calendar_as_it_is_written(snapshot) -> None:
    semua = [alert(sementara=True), *activities(18)]
    assert calendar(*semua).decode().replace("\r\n", "\n") == snapshot


def test_lines_are_folded_and_end_as_the_format_asks() -> None:
    baris = calendar(alert(), judul="Pelindungan é" * 40).split(b"\r\n")
    assert max(map(len, baris)) <= 75
    assert not any(b"\n" in satu for satu in baris)


def test_a_deadline_is_an_all_day_event_on_its_legal_date() -> None:
    (event,) = events(calendar(alert(target=date(2030, 3, 28))))
    assert event.decoded("dtstart") == date(2030, 3, 29)
    assert "dtend" not in event
    assert "Target kerja: 28 Maret 2030" in event["description"]


def test_alarms_ring_at_eight_as_many_days_before_as_the_levels_say() -> None:
    (event,) = events(calendar(alert()))
    pemicu = [alarm.decoded("trigger") for alarm in event.walk("VALARM")]
    assert pemicu == [timedelta(hours=8) - timedelta(days=n) for n in TINGKAT]
    assert [str(a["description"]).partition(":")[0] for a in event.walk("VALARM")][-2:] == ["7 hari lagi", "Hari ini"]


def test_what_belongs_together_is_one_event() -> None:
    assert [str(e["summary"]) for e in events(calendar(*activities(18)))] == [
        "Kegiatan (18 butir): Pemanfaatan Data Cuaca"
    ]


def test_the_version_is_the_latest_event_of_the_agreement() -> None:
    (event,) = events(calendar(alert()))
    assert event["sequence"] == 7
    assert event.decoded("dtstamp") == datetime(2026, 1, 5, 3, 4, 5, tzinfo=UTC)


@given(judul=st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=200))
def test_any_text_comes_back_as_it_was(judul: str) -> None:
    (event,) = events(calendar(alert(), judul=judul))
    assert str(event["summary"]) == f"Pemberitahuan perpanjangan: {judul}"


@pytest.mark.parametrize("judul", ["x\nBEGIN:VEVENT\nUID:palsu", "x\r\nATTACH:http://jahat", "a\\,b;c\\n"])
def test_no_text_breaks_out_of_its_line(judul: str) -> None:
    isi = calendar(alert(), judul=judul)
    (event,) = events(isi)
    assert "attach" not in event
    assert b"\r\nUID:palsu" not in isi


def uids(*semua) -> list[str]:
    return [uid for _, uid in name_uids(group(semua))]


def test_a_moved_deadline_keeps_its_uid_and_every_other_has_its_own() -> None:
    assert uids(alert()) == uids(alert(date(2031, 3, 29), ketentuan=9, sumber="lain"))
    lain = [alert(perjanjian="b"), alert(jenis="akhir-jangka-waktu"), alert(hal="lain"), alert(pemicu=3)]
    assert len({*uids(alert()), *(u for satu in lain for u in uids(satu))}) == 5


def test_what_comes_back_has_a_uid_for_each_date_whatever_was_settled_before() -> None:
    semua = [alert(date(tahun, 12, 31), jenis="kewajiban-berkala", hal="laporan") for tahun in (2030, 2031, 2032)]
    assert len(set(uids(*semua))) == 3
    assert uids(*semua)[1:] == uids(*semua[1:])
    assert uids(*activities(18)) == uids(*activities(18)[5:])


def test_two_promises_that_say_the_same_have_uids_of_their_own() -> None:
    assert len(set(uids(alert(date(2030, 3, 1)), alert(date(2030, 3, 9), ketentuan=4)))) == 2


def test_facts_that_move_the_end_move_its_event_and_raise_its_version(registry: Registry) -> None:
    def ask() -> dict[str, tuple[date, int]]:
        semua = list_peringatan(registry, pada=date(2030, 3, 1), dalam=3650, kalender=Kalender())
        isi = calendar(*semua, perubahan=read_perubahan_terakhir(registry, {"pks-1"}))
        return {str(e["uid"]): (e.decoded("dtstart"), int(e["sequence"])) for e in events(isi)}

    dahulu = ask()
    add(registry, agreement(lama="6 tahun"), perbarui=True)
    kini = ask()
    assert dahulu.keys() == kini.keys()
    assert sorted(d for d, _ in dahulu.values()) == [date(2030, 3, 29), date(2030, 4, 28)]
    assert sorted(d for d, _ in kini.values()) == [date(2031, 3, 29), date(2031, 4, 28)]
    assert all(kini[uid][1] > versi for uid, (_, versi) in dahulu.items())


def test_the_same_registry_gives_the_same_bytes(registry: Registry) -> None:
    semua = list_peringatan(registry, pada=date(2030, 3, 1), dalam=60, kalender=Kalender())
    perubahan = read_perubahan_terakhir(registry, {"pks-1"})
    assert calendar(*semua, perubahan=perubahan) == calendar(*reversed(semua), perubahan=perubahan)
