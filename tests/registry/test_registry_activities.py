"""Activities of the Rencana Kerja: planned by year, reported with evidence, rebuilt from the events alone."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from sample_agreements import NK_000, NK_001

from naskah.model.galat import NaskahError
from naskah.model.pendaftaran import Pendaftaran
from naskah.registry.activities import report_kegiatan
from naskah.registry.activities_query import list_kegiatan
from naskah.registry.connection import Registry
from naskah.registry.documents import Bukti
from naskah.registry.rebuild import rebuild
from naskah.registry.recording import record
from naskah.registry.registration import register
from naskah.registry.verification import verify

SAAT = datetime(2027, 6, 1, 3, 0, tzinfo=UTC)
BUKTI = Bukti("bukti/ba.pdf", "ab" * 32)


def kegiatan(kode: str, *tahun: int, **lain: Any) -> dict[str, Any]:
    jawab = [
        {"pihak": "PIHAK KESATU", "nama": ["Dinas Satu", "Dinas Dua"]},
        {"pihak": "PIHAK KEDUA", "nama": ["Kantor"]},
    ]
    dasar = {"kode": kode, "program": "Program", "nama": f"Kegiatan {kode}", "tahun": tahun, "penanggung_jawab": jawab}
    return dasar | {"lokasi": "Jakarta", "output": "x", "outcome": "y"} | lain


def add(registry: Registry, *banyak: dict[str, Any], dasar: dict[str, Any] = NK_001, perbarui: bool = False) -> str:
    pendaftaran = Pendaftaran.model_validate(dasar | {"kegiatan": banyak})
    return register(registry, pendaftaran, oleh="uji", waktu=SAAT, perbarui=perbarui)


@pytest.fixture
def rencana(registry: Registry) -> Registry:
    add(registry, kegiatan("1.a", 2025, 2026), kegiatan("1.b", 2026, sumber_dana="APBD"), kegiatan("2.a", 2025))
    return registry


def report(registry: Registry, kode: str, tanggal: date, **lain: Any):
    return report_kegiatan(registry, "001", kode, tanggal, oleh="Sari", waktu=SAAT, **lain)


def codes(registry: Registry, tahun: int, perjanjian: str | None = None) -> list[tuple[str, bool]]:
    return [(k.kode, k.terlaksana) for k in list_kegiatan(registry, tahun=tahun, perjanjian=perjanjian)]


def test_what_is_planned_for_a_year(rencana: Registry) -> None:
    assert codes(rencana, 2025) == [("1.a", False), ("2.a", False)]
    assert codes(rencana, 2026, "001") == [("1.a", False), ("1.b", False)]
    assert codes(rencana, 2030) == []
    satu = list_kegiatan(rencana, tahun=2026)[1]
    assert (satu.nama, satu.sumber_dana, satu.lokasi) == ("Kegiatan 1.b", "APBD", "Jakarta")
    assert [(j.pihak, j.nama) for j in satu.penanggung_jawab] == [
        ("PIHAK KESATU", ("Dinas Satu", "Dinas Dua")),
        ("PIHAK KEDUA", ("Kantor",)),
    ]


def test_plans_of_several_agreements_stand_in_the_order_of_registration(rencana: Registry) -> None:
    add(rencana, kegiatan("1.a", 2026), dasar=NK_000)
    assert [k.perjanjian for k in list_kegiatan(rencana, tahun=2026)] == ["001", "001", "000"]
    assert codes(rencana, 2026, "000") == [("1.a", False)]


def test_an_agreement_without_a_plan_has_nothing_planned(three: Path) -> None:
    from naskah.registry.database import open_registry

    with open_registry(three) as registry:
        assert list_kegiatan(registry, tahun=2026) == []


def test_a_report_holds_for_its_year_alone(rencana: Registry) -> None:
    report(rencana, "1.a", date(2026, 3, 31), bukti=BUKTI, catatan="  triwulan\n pertama ")
    assert codes(rencana, 2026) == [("1.a", True), ("1.b", False)]
    assert codes(rencana, 2025)[0] == ("1.a", False)
    (laporan,) = list_kegiatan(rencana, tahun=2026)[0].laporan
    assert (laporan.tanggal, laporan.bukti, laporan.sidik) == (date(2026, 3, 31), *BUKTI)
    assert (laporan.catatan, laporan.oleh) == ("triwulan pertama", "Sari")


def test_several_reports_of_one_year_stand_in_the_order_of_their_days(rencana: Registry) -> None:
    report(rencana, "1.a", date(2026, 6, 30))
    report(rencana, "1.a", date(2026, 3, 31))
    (satu, _) = list_kegiatan(rencana, tahun=2026)
    assert [lapor.tanggal.month for lapor in satu.laporan] == [3, 6]


def test_a_report_of_the_next_year_may_count_for_the_year_before(rencana: Registry) -> None:
    report(rencana, "2.a", date(2026, 1, 15), tahun=2025)
    assert codes(rencana, 2025) == [("1.a", False), ("2.a", True)]


@pytest.mark.parametrize(
    ("kode", "tanggal", "lain", "pesan"),
    [
        ("9.z", date(2026, 3, 31), {}, "001: kegiatan '9.z' tidak ada dalam rencana kerjanya; yang ada 1.a sampai"),
        ("2.b", date(2025, 3, 31), {}, "mungkin maksudnya"),
        ("2.a", date(2026, 3, 31), {}, "2.a tidak direncanakan untuk tahun 2026, melainkan 2025; periksa tanggalnya"),
        ("1.a", date(2026, 3, 31), {"tahun": 2031}, "1.a tidak direncanakan untuk tahun 2031"),
        ("1.a", date(2025, 2, 3), {}, "tanggal 3 Februari 2025 mendahului penandatanganan pada 4 Februari 2025"),
        ("1.a", date(2027, 6, 2), {"tahun": 2026}, "tanggal 2 Juni 2027 belum tiba"),
    ],
)
def test_reports_that_cannot_be_are_refused(rencana: Registry, kode: str, tanggal: date, lain: Any, pesan: str) -> None:
    with pytest.raises(NaskahError, match=pesan):
        report(rencana, kode, tanggal, **lain)
    assert not any(selesai for tahun in (2025, 2026) for _, selesai in codes(rencana, tahun))


def test_the_same_report_twice_is_refused(rencana: Registry) -> None:
    report(rencana, "1.a", date(2026, 3, 31), bukti=BUKTI)
    with pytest.raises(NaskahError, match="laporan yang sama sudah tercatat sebagai peristiwa 2"):
        report(rencana, "1.A ", date(2026, 3, 31), bukti=BUKTI)
    report(rencana, "1.a", date(2026, 3, 31), catatan="rapat kedua")


def test_an_unknown_agreement_and_one_without_a_plan(rencana: Registry) -> None:
    with pytest.raises(NaskahError, match='perjanjian "0O1" tidak ada di registri'):
        report_kegiatan(rencana, "0O1", "1.a", date(2026, 3, 31), oleh="x", waktu=SAAT)
    register(rencana, Pendaftaran.model_validate(NK_000), oleh="uji", waktu=SAAT)
    with pytest.raises(NaskahError, match="tidak mempunyai rencana kerja di registri"):
        report_kegiatan(rencana, "000", "1.a", date(2026, 3, 31), oleh="x", waktu=SAAT)


def test_a_report_is_not_recorded_as_any_other_event(rencana: Registry) -> None:
    with pytest.raises(NaskahError, match="dicatat dengan: naskah registri lapor"):
        record(rencana, "001", "kegiatan-dilaporkan", date(2026, 3, 31), oleh="x", data={"kode": "1.a", "tahun": 2026})


def test_a_rebuild_from_the_events_comes_out_equal_and_the_registry_whole(rencana: Registry) -> None:
    report(rencana, "1.a", date(2026, 3, 31), bukti=BUKTI)
    report(rencana, "2.a", date(2025, 5, 1))
    assert rebuild(rencana).sama
    assert verify(rencana) == []
    assert codes(rencana, 2026) == [("1.a", True), ("1.b", False)]


def test_a_report_changed_behind_its_back_is_found(rencana: Registry) -> None:
    report(rencana, "1.a", date(2026, 3, 31), bukti=BUKTI)
    with rencana.write() as conn:
        conn.execute("UPDATE laporan_kegiatan SET sidik = 'palsu'")
    assert any("001" in satu for satu in verify(rencana))
    assert rebuild(rencana).berbeda == ("001",)
    assert verify(rencana) == []


def test_facts_corrected_later_keep_what_was_reported(rencana: Registry) -> None:
    report(rencana, "1.a", date(2026, 3, 31))
    hasil = add(rencana, kegiatan("1.a", 2026, 2027), kegiatan("1.c", 2026), perbarui=True)
    assert hasil == "diperbarui"
    assert codes(rencana, 2026) == [("1.a", True), ("1.c", False)]
    assert codes(rencana, 2025) == []
    assert rebuild(rencana).sama


def test_facts_without_activities_are_the_same_facts_as_before(registry: Registry) -> None:
    """A registration of before there were activities does not become another agreement."""
    pendaftaran = Pendaftaran.model_validate(NK_001)
    assert register(registry, pendaftaran, oleh="uji", waktu=SAAT) == "baru"
    assert add(registry) == "sama"
    with pytest.raises(NaskahError, match="berbeda pada: kegiatan"):
        add(registry, kegiatan("1.a", 2026))


def test_people_find_it_in_a_view(rencana: Registry) -> None:
    report(rencana, "1.a", date(2026, 3, 31))
    with rencana.read() as conn:
        baris = conn.execute(
            "SELECT tahun, kode, keadaan, terakhir FROM daftar_kegiatan ORDER BY kode, tahun"
        ).fetchall()
    assert baris == [
        (2025, "1.a", "belum", None),
        (2026, "1.a", "terlaksana", "2026-03-31"),
        (2026, "1.b", "belum", None),
        (2025, "2.a", "belum", None),
    ]
