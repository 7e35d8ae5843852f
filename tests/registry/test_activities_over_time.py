"""The Rencana Kerja over time: an adendum works forward, and what was done stays done."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sample_agreements import PKS_002, SAAT, add, build

from naskah.model.galat import NaskahError
from naskah.model.pendaftaran_adendum import PendaftaranAdendum
from naskah.registry.activities import report_kegiatan
from naskah.registry.activities_query import list_kegiatan
from naskah.registry.adendum_registration import register_adendum
from naskah.registry.connection import Registry
from naskah.registry.database import open_registry
from naskah.registry.rebuild import rebuild

TAHUN = (2025, 2026, 2027)


def row(kode: str, nama: str = "", tahun: tuple[int, ...] = TAHUN) -> dict[str, Any]:
    return {
        "kode": kode, "program": "Satu", "nama": nama or kode, "tahun": tahun, "penanggung_jawab": [],
        "lokasi": "Toboali", "output": "o", "outcome": "oc",
    }  # fmt: skip


def amend(registry: Registry, ke: int, tanggal: date, *kegiatan: dict[str, Any]) -> None:
    data = {
        "id": f"a{ke}", "induk": "002", "urutan": ke, "tanggal": tanggal, "berlaku": tanggal, "nomor": [f"{ke}/A"],
        "perubahan": [{"hapus": {"kegiatan": "1.a"}}], "kegiatan": kegiatan,
    }  # fmt: skip
    register_adendum(registry, PendaftaranAdendum.model_validate(data), oleh="uji", waktu=SAAT)


def report(registry: Registry, kode: str, tanggal: date, **lain: Any) -> None:
    report_kegiatan(registry, "002", kode, tanggal, oleh="uji", waktu=SAAT.replace(year=2029), **lain)


@pytest.fixture
def registry(tmp_path: Path):
    with open_registry(tmp_path / "r.db", create=True) as basis:
        add(basis, build(PKS_002, kegiatan=[row("1.a"), row("1.b"), row("1.c"), row("2.a")]))
        yield basis


def listed(registry: Registry, tahun: int, pada: date = date(2029, 1, 1)) -> dict[str, str]:
    return {k.kode: k.nama for k in list_kegiatan(registry, tahun=tahun, pada=pada)}


HAPUS = {"kode": "1.a"}


def test_a_year_that_is_over_keeps_its_plan_and_its_reports(registry) -> None:
    report(registry, "1.a", date(2025, 6, 1))
    amend(registry, 1, date(2026, 3, 1), HAPUS)
    (satu, *_) = list_kegiatan(registry, tahun=2025, pada=date(2029, 1, 1))
    assert (satu.kode, satu.terlaksana, satu.dicabut) == ("1.a", True, None)
    assert "1.a" not in listed(registry, 2026) and "1.a" not in listed(registry, 2027)


@pytest.mark.parametrize(
    ("tahun", "pada", "ada"),
    [
        (2026, date(2026, 2, 28), True),
        (2026, date(2026, 3, 1), False),
        (2026, date(2025, 12, 31), True),  # of a year to come: as its plan stands when it begins
        (2027, date(2026, 2, 28), False),
        (2025, date(2028, 1, 1), True),
    ],
)
def test_the_plan_is_told_as_of_the_day(registry, tahun, pada, ada) -> None:
    amend(registry, 1, date(2026, 3, 1), HAPUS)
    assert ("1.a" in listed(registry, tahun, pada)) == ada


def test_what_was_done_while_it_was_planned_stays_and_says_since_when_it_is_gone(registry) -> None:
    amend(registry, 1, date(2026, 3, 1), HAPUS)
    report(registry, "1.a", date(2026, 2, 1))
    (satu, *_) = list_kegiatan(registry, tahun=2026, pada=date(2026, 12, 1))
    assert (satu.kode, satu.terlaksana, satu.dicabut) == ("1.a", True, date(2026, 3, 1))
    assert "1.a" not in listed(registry, 2027)


def test_a_report_stays_also_where_an_adendum_registered_later_deletes_the_activity_from_before_it(registry) -> None:
    report(registry, "1.a", date(2026, 4, 1))
    amend(registry, 1, date(2026, 3, 1), HAPUS)
    assert "1.a" in listed(registry, 2026, date(2026, 4, 1))
    assert "1.a" not in listed(registry, 2026, date(2026, 3, 31))


def test_an_activity_is_reported_as_its_plan_stood_on_the_day(registry) -> None:
    amend(registry, 1, date(2026, 3, 1), HAPUS, {"kode": "1.b", "isi": row("1.b", tahun=(2027,))})
    report(registry, "1.a", date(2026, 2, 1))
    report(registry, "1.a", date(2026, 7, 1), tahun=2025)  # done late, for a year in which it was planned
    with pytest.raises(NaskahError, match=r"kegiatan 1\.a dihapus .* berlaku sejak 1 Maret 2026"):
        report(registry, "1.a", date(2026, 3, 1))
    report(registry, "1.b", date(2026, 2, 28))
    with pytest.raises(NaskahError, match=r"tidak direncanakan untuk tahun 2026, melainkan 2027"):
        report(registry, "1.b", date(2026, 3, 1))


def test_a_changed_row_is_told_once_with_all_its_reports(registry) -> None:
    report(registry, "1.b", date(2026, 2, 1))
    amend(registry, 1, date(2026, 3, 1), {"kode": "1.b", "isi": row("1.b", "Baru")})
    report(registry, "1.b", date(2026, 4, 1))
    (satu,) = [k for k in list_kegiatan(registry, tahun=2026, pada=date(2026, 12, 1)) if k.kode == "1.b"]
    assert (satu.nama, len(satu.laporan), satu.dicabut) == ("Baru", 2, None)
    assert listed(registry, 2025)["1.b"] == "1.b"


def test_rows_stand_in_the_order_of_their_codes(registry) -> None:
    sisip = [{"kode": kode, "isi": row(kode)} for kode in ("2.b", "1.aa", "1.b10", "1.b2", "1.b1")]
    amend(registry, 1, date(2026, 3, 1), *sisip, {"kode": "1.b", "isi": row("1.b", "Baru")})
    assert list(listed(registry, 2026)) == ["1.a", "1.b", "1.b1", "1.b2", "1.b10", "1.c", "1.aa", "2.a", "2.b"]


def test_an_activity_deleted_and_taken_up_again_is_both(registry) -> None:
    amend(registry, 1, date(2026, 3, 1), HAPUS)
    amend(registry, 2, date(2026, 9, 1), {"kode": "1.a", "isi": row("1.a", "Lagi")})
    assert [listed(registry, 2026, date(2026, m, 15)).get("1.a") for m in (2, 6, 10)] == ["1.a", None, "Lagi"]
    assert rebuild(registry).sama


def test_the_view_for_people_tells_each_year_by_its_own_plan(registry) -> None:
    report(registry, "1.a", date(2026, 2, 1))
    amend(registry, 1, date(2026, 3, 1), HAPUS, {"kode": "1.b", "isi": row("1.b", "Baru")})
    with registry.read() as conn:
        baris = conn.execute(
            "SELECT tahun, kode, kegiatan, keadaan FROM daftar_kegiatan WHERE kode IN ('1.a', '1.b')"
            " ORDER BY kode, tahun"
        ).fetchall()
    assert [tuple(b) for b in baris] == [
        (2025, "1.a", "1.a", "belum"), (2026, "1.a", "1.a", "terlaksana"),
        (2025, "1.b", "1.b", "belum"), (2026, "1.b", "Baru", "belum"), (2027, "1.b", "Baru", "belum"),
    ]  # fmt: skip
