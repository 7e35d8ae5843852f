"""What the registry tells a timeline: states over time, deadlines open on the day, and only what is asked for."""

from datetime import date
from pathlib import Path

import pytest
from sample_agreements import PKS_002, add, build, jangka_waktu, pemberitahuan, with_ketentuan

from naskah.bahasa.hari_kerja import Kalender
from naskah.model.galat import NaskahError
from naskah.model.linimasa import BarisLinimasa, Masa
from naskah.registry import timeline
from naskah.registry.connection import Registry
from naskah.registry.database import open_registry
from naskah.registry.timeline import SaringanLinimasa, list_linimasa

PADA = date(2026, 11, 20)


def ask(registry: Registry, pada: date = PADA, **saringan: str) -> list[BarisLinimasa]:
    dicari = SaringanLinimasa(**{nama: (nilai,) for nama, nilai in saringan.items()})
    return list_linimasa(registry, pada=pada, kalender=Kalender(), saringan=dicari)


def test_the_states_of_an_agreement_follow_each_other_from_its_signing(registry: Registry) -> None:
    add(registry, with_ketentuan(jangka_waktu("5 tahun")))
    (satu,) = ask(registry)
    assert satu.masa == (
        Masa(date(2025, 4, 29), date(2029, 10, 30), "berlaku"),
        Masa(date(2029, 10, 30), date(2030, 4, 29), "segera berakhir"),
        Masa(date(2030, 4, 29), None, "berakhir", selesai=True),
    )
    assert (satu.id, satu.keadaan, satu.hari_terakhir) == ("002", "berlaku", date(2030, 4, 28))
    assert satu.pihak == tuple(p["nama"] for p in PKS_002["pihak"])


@pytest.mark.parametrize(
    ("pada", "keadaan", "tenggat"),
    [
        (date(2025, 4, 1), "rancangan", []),
        (date(2030, 3, 29), "segera berakhir", [(date(2030, 3, 29), False), (date(2030, 4, 28), False)]),
        (date(2030, 3, 30), "segera berakhir", [(date(2030, 3, 29), True), (date(2030, 4, 28), False)]),
        (date(2030, 4, 29), "berakhir", [(date(2030, 4, 28), True)]),
    ],
)
def test_the_day_asked_about_decides_state_and_open_deadlines(
    registry: Registry, pada: date, keadaan: str, tenggat: list[tuple[date, bool]]
) -> None:
    add(registry, with_ketentuan(jangka_waktu("5 tahun"), pemberitahuan("30 hari", akibat="berakhir")))
    (satu,) = ask(registry, pada)
    assert satu.keadaan == keadaan
    assert [(t.tanggal, t.lewat) for t in satu.tenggat] == tenggat


def test_a_deadline_is_told_in_words_on_its_exact_day(registry: Registry) -> None:
    batas = pemberitahuan("5 hari kerja", akibat="berakhir dengan sendirinya")
    add(registry, with_ketentuan(jangka_waktu("1 tahun"), batas, tanggal=date(2025, 4, 1)))
    tenggat = {t.sebutan: t.tanggal for t in ask(registry, date(2026, 3, 1))[0].tenggat}
    sebutan = "pemberitahuan perpanjangan, Pasal 6 ayat (2); bila dibiarkan: berakhir dengan sendirinya"
    # Nyepi and Lebaran lie in between; without the holidays it would be 24 March.
    assert tenggat[sebutan] == date(2026, 3, 17)


def test_agreements_stand_in_the_order_in_which_they_begin(three: Path) -> None:
    with open_registry(three, readonly=True) as registry:
        assert [satu.id for satu in ask(registry)] == ["001", "002", "000"]


@pytest.mark.parametrize(
    ("saringan", "cocok"),
    [
        ({"unit": "koperasi, usaha"}, ["002"]),
        ({"unit": "%"}, []),
        ({"mitra": "cabang PASURUAN"}, ["001", "000"]),
        ({"jenis": "perjanjian-kerja-sama"}, ["002"]),
        ({"jenis": "perjanjian"}, []),
        ({"keadaan": "berlaku"}, ["001", "002", "000"]),
        ({"keadaan": "berakhir"}, []),
        ({"perjanjian": "001"}, ["001"]),
        ({"mitra": "Pasuruan", "perjanjian": "002"}, []),
        ({"unit": "' OR 1 --"}, []),
    ],
)
def test_only_what_fits_is_shown(three: Path, saringan: dict[str, str], cocok: list[str]) -> None:
    with open_registry(three, readonly=True) as registry:
        assert [satu.id for satu in ask(registry, **saringan)] == cocok


def test_several_values_of_one_field_are_alternatives(three: Path) -> None:
    with open_registry(three, readonly=True) as registry:
        dua = SaringanLinimasa(perjanjian=("002", "000"))
        assert [s.id for s in list_linimasa(registry, pada=PADA, kalender=Kalender(), saringan=dua)] == ["002", "000"]


def test_every_unknown_id_is_named(three: Path) -> None:
    with open_registry(three, readonly=True) as registry, pytest.raises(NaskahError) as galat:
        dicari = SaringanLinimasa(perjanjian=("0001", "002", "xyz"))
        list_linimasa(registry, pada=PADA, kalender=Kalender(), saringan=dicari)
    assert [str(g).split(" tidak ada")[0] for g in galat.value.galat] == ['perjanjian "0001"', 'perjanjian "xyz"']


def test_more_than_a_picture_can_hold_is_refused(registry: Registry, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeline, "PALING_BANYAK", 2)
    add(registry, *(build(id=f"p{i}") for i in range(2)))
    assert len(ask(registry)) == 2
    add(registry, build(id="p2"))
    with pytest.raises(NaskahError, match="lebih dari 2 perjanjian tidak muat"):
        ask(registry)
