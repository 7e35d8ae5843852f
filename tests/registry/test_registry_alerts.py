"""What `naskah peringatan` lists: as of a day, within so many days, oldest first."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sample_agreements import NK_000, NK_001, PKS_002, add, jangka_waktu, pemberitahuan, with_ketentuan
from sample_agreements import build as build_whole

from naskah.bahasa.hari_kerja import Kalender
from naskah.model.galat import NaskahError
from naskah.model.pendaftaran import Pendaftaran
from naskah.registry.activities import report_kegiatan
from naskah.registry.alerts import (
    Peringatan,
    Pokok,
    Saringan,
    count_peringatan,
    list_peringatan,
    read_perubahan_terakhir,
    read_pokok,
)
from naskah.registry.connection import Registry

AKHIR = "akhir-jangka-waktu"
PERPANJANGAN = "pemberitahuan-perpanjangan"
KALENDER = Kalender()


def build(dasar: dict[str, Any] = PKS_002, **lain: Any) -> Pendaftaran:
    """An agreement with nothing that comes back, so that what is listed is few."""
    sekali = [k for k in dasar["ketentuan"] if k["jenis"] != "kewajiban-berkala"]
    return build_whole(dasar, **{"ketentuan": sekali, **lain})


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
        jenis=PERPANJANGAN,
        tanggal=date(2030, 3, 29),
        target=date(2030, 3, 29),
        sisa_hari=28,
        sumber="Pasal 6 ayat (2)",
        akibat="berakhir dengan sendirinya",
        sementara=True,
        hal="perpanjangan",
        ketentuan=1,
        pemicu=0,
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


def test_many_working_days_are_found_however_far_the_holidays_move_them(registry: Registry) -> None:
    add(registry, with_ketentuan(jangka_waktu("5 tahun"), pemberitahuan("260 hari kerja"), tanggal=date(2025, 4, 29)))
    tutup = Kalender({date(2029, 6, 1) + timedelta(days=n): "Libur panjang" for n in range(200)})
    hari = date(2028, 9, 18)
    assert (date(2029, 4, 30) - hari).days > 200  # from where it would lie without the holidays
    semua = list_peringatan(registry, pada=hari, dalam=0, kalender=tutup)
    assert [(p.jenis, p.tanggal) for p in semua] == [(PERPANJANGAN, hari)]
    assert count_peringatan(registry, pada=hari, dalam=0, kalender=tutup) == 1


def test_a_window_beyond_all_time_ends_with_time(registry: Registry) -> None:
    add(registry, build())
    assert len(due(registry, date(2026, 1, 1), 10**9)) == 2


def test_a_negative_window_is_refused(registry: Registry) -> None:
    with pytest.raises(NaskahError, match="tidak boleh negatif"):
        due(registry, date(2026, 1, 1), -1)


KEGIATAN = [
    {"kode": kode, "program": "1. Sosialisasi", "nama": f"Kegiatan {kode}", "tahun": [2026, 2027],
     "penanggung_jawab": [], "lokasi": "Pangkalpinang", "output": "x", "outcome": "y"}
    for kode in ("1.a", "1.b")
]  # fmt: skip


@pytest.mark.parametrize(
    ("pada", "terbuka"),
    [
        (date(2026, 6, 9), ["1.a", "1.b"]),  # as of the day before, nothing was reported yet
        (date(2026, 6, 10), ["1.b"]),
        (date(2026, 12, 31), ["1.b"]),
    ],
)
def test_what_an_event_settled_is_asked_for_only_as_of_earlier_days(
    registry: Registry, pada: date, terbuka: list[str]
) -> None:
    add(registry, build(kegiatan=KEGIATAN))
    waktu = datetime(2026, 6, 11, tzinfo=UTC)
    report_kegiatan(registry, "002", "1.a", date(2026, 6, 10), oleh="Sekretariat", tahun=2026, waktu=waktu)
    semua = list_peringatan(registry, pada=pada, dalam=(date(2026, 12, 31) - pada).days, kalender=KALENDER)
    assert sorted(p.hal.split()[0] for p in semua if p.jenis == "kegiatan") == terbuka


def fill(registry: Registry) -> None:
    """Three agreements with all they promise, and one that counts in working days."""
    add(registry, build_whole(NK_000), build_whole(NK_001), build_whole(PKS_002))
    kerja = (jangka_waktu("1 tahun"), pemberitahuan("14 hari kerja"))
    add(registry, *(with_ketentuan(*kerja, id=f"k{i}", tanggal=date(2025, 4, 10 + i)) for i in range(4)))


@pytest.mark.parametrize(
    ("saringan", "perjanjian"),
    [
        (Saringan(), {"000", "001", "002"}),
        (Saringan(unit=("koperasi",)), {"002"}),
        (Saringan(unit=("Dinas Kop", "lain")), {"002"}),
        (Saringan(unit=("dinas%",)), set()),
        (Saringan(unit=("Dinas_Koperasi",)), set()),
        (Saringan(unit=("\\",)), set()),
        (Saringan(mitra=("kota pasuruan",)), {"000", "001"}),
        (Saringan(mitra=("BPJS",), unit=("Koperasi",)), {"002"}),
        (Saringan(jenis=("nota-kesepakatan",)), {"000", "001"}),
        (Saringan(jenis=("nota",)), set()),
        (Saringan(jenis=("nota-kesepakatan", "perjanjian-kerja-sama")), {"000", "001", "002"}),
        (Saringan(tenggat=("perpanjangan",)), {"002"}),
        (Saringan(tenggat=("' OR 1=1 --",)), set()),
    ],
)
def test_a_filter_lets_through_what_fits_every_field(registry: Registry, saringan: Saringan, perjanjian: set) -> None:
    add(registry, build(NK_000), build(NK_001), build(PKS_002))
    semua = list_peringatan(registry, pada=date(2030, 3, 1), dalam=60, kalender=KALENDER, saringan=saringan)
    assert {p.perjanjian for p in semua} == perjanjian
    jumlah = count_peringatan(registry, pada=date(2030, 3, 1), dalam=60, kalender=KALENDER, saringan=saringan)
    assert jumlah == len(semua)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(
    pada=st.dates(date(2024, 1, 1), date(2032, 1, 1)),
    dalam=st.integers(0, 2000),
    lewat=st.booleans(),
    batas=st.integers(0, 8),
    mitra=st.sampled_from([(), ("pasuruan",), ("pangkalpinang", "kota")]),
)
def test_a_part_is_the_beginning_and_the_count_is_the_length_of_the_whole(
    registry: Registry, pada: date, dalam: int, lewat: bool, batas: int, mitra: tuple[str, ...]
) -> None:
    with registry.read() as conn:
        kosong = conn.execute("SELECT 1 FROM perjanjian").fetchone() is None
    if kosong:
        fill(registry)
    tanya: dict[str, Any] = {"pada": pada, "dalam": dalam, "kalender": KALENDER, "saringan": Saringan(mitra=mitra)}
    semua = list_peringatan(registry, **tanya)
    sebagian = semua if lewat else [p for p in semua if p.sisa_hari >= 0]
    assert list_peringatan(registry, **tanya, lewat=lewat) == sebagian
    assert list_peringatan(registry, **tanya, lewat=lewat, paling_banyak=batas) == sebagian[:batas]
    assert count_peringatan(registry, **tanya, lewat=lewat) == len(sebagian)


@pytest.mark.parametrize("saringan", [Saringan(), Saringan(("u",), ("m",), ("nota-kesepakatan",), ("p",))])
def test_the_window_is_one_range_of_the_table_already_in_order(registry: Registry, saringan: Saringan) -> None:
    perintah: list[str] = []
    with registry.read() as conn:
        conn.set_trace_callback(perintah.append)
    list_peringatan(
        registry, pada=date(2030, 3, 1), dalam=90, kalender=KALENDER, lewat=False, saringan=saringan, paling_banyak=50
    )
    with registry.read() as conn:
        conn.set_trace_callback(None)
        baca = [sql for sql in perintah if sql.startswith("SELECT")]
        rencana = [baris[3] for sql in baca for baris in conn.execute(f"EXPLAIN QUERY PLAN {sql}")]
    assert "SEARCH t USING PRIMARY KEY (tanggal>? AND tanggal<?)" in rencana
    assert not [satu for satu in rencana if "SCAN" in satu or "TEMP B-TREE" in satu]


def test_what_agreements_are_known_by_and_their_latest_events_are_read_for_many_at_once(registry: Registry) -> None:
    add(registry, build(NK_000), build(PKS_002))
    pokok = read_pokok(registry, {"000", "002", "tidak ada"})
    assert pokok == {
        d["id"]: Pokok(d["judul"], d.get("unit"), tuple(p["nama"] for p in d["pihak"])) for d in (NK_000, PKS_002)
    }
    add(registry, build(NK_000, judul="Lain"), perbarui=True)
    perubahan = read_perubahan_terakhir(registry, {"000", "002"})
    assert {id: satu.urutan for id, satu in perubahan.items()} == {"000": 3, "002": 2}
