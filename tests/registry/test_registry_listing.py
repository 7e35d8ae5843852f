"""Long lists: the state, last day and next deadline as of a day; what changed between two days; what would change."""

from datetime import date
from pathlib import Path

import pytest
from sample_agreements import NK_000, NK_001, PKS_002, SAAT, add, build, jangka_waktu, pemberitahuan, with_ketentuan

from naskah.bahasa.hari_kerja import Kalender
from naskah.model.pendaftaran_adendum import PendaftaranAdendum
from naskah.registry.adendum_registration import register_adendum
from naskah.registry.connection import Registry
from naskah.registry.database import open_registry
from naskah.registry.listing import BarisDaftar, iter_daftar, list_ended, list_extended, list_in_state, list_signed
from naskah.registry.preview import find_twins, preview_many
from naskah.registry.query import list_perjanjian
from naskah.registry.registration import prepare
from naskah.registry.state import Status
from naskah.registry.trees import compute_sidik

INDUK, ANAK = b'{"naskah":"induk"}', b'{"naskah":"adendum"}'


@pytest.fixture
def three_extended(registry: Registry) -> Registry:
    """The three source agreements; 002 extended by two years by an adendum of 1-3-2027."""
    add(registry, build(NK_000), build(NK_001), build(PKS_002, naskah=compute_sidik(INDUK), isi_naskah=INDUK))
    adendum = {
        "id": "a1", "induk": "002", "urutan": 1, "tanggal": date(2027, 3, 1), "berlaku": date(2027, 3, 1),
        "tempat": "Pangkalpinang", "nomor": ["1/A", "1/B"], "perubahan": [{"hapus": {"tempat": "Pasal 13 ayat (3)"}}],
        "ketentuan": [{"selama": "2 tahun"}], "naskah": compute_sidik(ANAK), "isi_naskah": ANAK,
    }  # fmt: skip
    register_adendum(registry, PendaftaranAdendum.model_validate(adendum), oleh="x", waktu=SAAT)
    return registry


def daftar(registry: Registry, pada: date) -> dict[str, BarisDaftar]:
    return {satu.id: satu for satu in iter_daftar(registry, pada=pada, kalender=Kalender())}


@pytest.mark.parametrize("pada", [date(2025, 3, 1), date(2026, 6, 1), date(2028, 1, 1), date(2031, 1, 1)])
def test_a_list_says_what_the_short_list_says(three_extended: Registry, pada: date) -> None:
    panjang = daftar(three_extended, pada)
    assert list(panjang) == ["001", "002", "000"]  # by the day of signing
    for satu in list_perjanjian(three_extended, pada=pada):
        lain = panjang[satu.id]
        assert (lain.status, lain.akhir, lain.pihak, lain.nomor) == (satu.status, satu.akhir, satu.pihak, satu.nomor)


@pytest.mark.parametrize(
    ("pada", "jenis", "tanggal"),
    [
        (date(2030, 3, 1), "pemberitahuan-perpanjangan", date(2030, 3, 29)),
        (date(2030, 3, 29), "pemberitahuan-perpanjangan", date(2030, 3, 29)),
        (date(2030, 3, 30), "akhir-jangka-waktu", date(2030, 4, 28)),
        (date(2030, 4, 29), None, None),
    ],
)
def test_the_next_deadline_is_the_first_that_is_not_past(registry: Registry, pada, jenis, tanggal) -> None:
    add(registry, with_ketentuan(jangka_waktu("5 tahun"), pemberitahuan("30 hari")))
    satu = daftar(registry, pada)["002"]
    assert (satu.jenis_tenggat, satu.tenggat) == (jenis, tanggal)


def test_a_deadline_in_working_days_is_counted_by_the_calendar(registry: Registry) -> None:
    add(registry, with_ketentuan(jangka_waktu("1 tahun"), pemberitahuan("14 hari kerja"), tanggal=date(2025, 4, 11)))
    satu = daftar(registry, date(2026, 3, 1))["002"]
    # The last day is 10-4-2026; Idulfitri and its cuti bersama lie in between.
    assert satu.tenggat == Kalender().subtract_hari_kerja(date(2026, 4, 10), 14)
    assert satu.tenggat < date(2026, 3, 23)


def test_what_was_signed_extended_and_ended_between_two_days(three_extended: Registry) -> None:
    semua = (date(2020, 1, 1), date(2040, 1, 1))
    assert [(p.id, p.tanggal) for p in list_signed(three_extended, date(2025, 2, 4), date(2025, 4, 29))] == [
        ("001", date(2025, 2, 4)), ("002", date(2025, 4, 29)),
    ]  # fmt: skip
    assert [(p.id, p.tanggal, p.keterangan) for p in list_extended(three_extended, *semua)] == [
        ("002", date(2027, 3, 1), "2032-04-28")
    ]
    assert [(p.id, p.tanggal) for p in list_ended(three_extended, *semua, (Status.BERAKHIR,))] == [
        ("000", date(2029, 1, 1)), ("001", date(2030, 2, 3)), ("002", date(2032, 4, 28)),
    ]  # fmt: skip
    assert list_extended(three_extended, date(2027, 3, 2), date(2028, 1, 1)) == []


def test_agreements_in_a_state_on_a_day(three_extended: Registry) -> None:
    assert [p.id for p in list_in_state(three_extended, date(2030, 1, 1), Status.SEGERA_BERAKHIR)] == ["001"]


def test_a_preview_tells_what_registering_would_do_and_records_nothing(path: Path) -> None:
    with open_registry(path, create=True) as registry:
        add(registry, build(PKS_002), build(NK_001))
        semua = [build(PKS_002), build(NK_001, judul="Lain"), build(PKS_002, id="baru")]
        hasil = list(preview_many(registry, map(prepare, semua)))
        assert [(p.id, p.hasil) for p in hasil] == [("002", "sama"), ("001", None), ("baru", "baru")]
        assert "berbeda pada: judul" in str(hasil[1].galat)
        assert [p.hasil for p in preview_many(registry, map(prepare, semua), perbarui=True)][1] == "diperbarui"
        assert len(list_perjanjian(registry, pada=date(2026, 1, 1))) == 2


def test_twins_are_found_by_what_they_are_known_by(registry: Registry) -> None:
    add(registry, build(PKS_002))
    jati = prepare(build(PKS_002, id="lain", pihak=PKS_002["pihak"])).jati
    assert find_twins(registry, [jati, "0" * 32]) == {jati: "002"}
