"""The Rencana Kerja as it is written: years, paths, parties, what must be filled in."""

from typing import Any

import pytest
from pydantic import ValidationError

from naskah.model.rancangan import Rancangan
from naskah.model.rencana_kerja import KEGIATAN_TERBANYAK, RencanaKerja, check_jalur_rencana, iter_faults, parse_tahun

PENANDATANGAN = {"nama": "N", "jabatan": "J"}
DASAR: dict[str, Any] = {
    "judul": "X",
    "tanggal": "2025-02-04",
    "tempat": "Jakarta",
    "pihak": [{"nama": n, "kedudukan": "Jalan", "penandatangan": PENANDATANGAN} for n in "AB"],
}
INDUK = {"judul": "Nota Kesepakatan", "tanggal": "2025-02-04"}


def kegiatan(**lain: Any) -> dict[str, Any]:
    tugas = {"kesatu": {"penanggung_jawab": "Dinas", "kegiatan": "melatih"}}
    return {"nama": "Pelatihan", "tugas": tugas, "output": "Terlatih", "outcome": "Terampil"} | lain


def rencana(*banyak: dict[str, Any], **lain: Any) -> dict[str, Any]:
    return {"tahun": "2025-2027", "lokasi": "Kota", "program": [{"nama": "P", "kegiatan": list(banyak)}]} | lain


@pytest.mark.parametrize(
    ("tertulis", "tahun"),
    [
        (2025, (2025,)),
        ("2025", (2025,)),
        ("2025-2027", (2025, 2026, 2027)),
        ("2025\N{EN DASH}2026", (2025, 2026)),
        ("2025 s.d. 2026", (2025, 2026)),
        ("2025 sampai dengan 2026", (2025, 2026)),
        ("2027, 2025", (2025, 2027)),
        ([2026, "2024-2025", 2026], (2024, 2025, 2026)),
    ],
)
def test_years_as_people_write_them(tertulis, tahun):
    assert parse_tahun(tertulis) == tahun


@pytest.mark.parametrize("tertulis", ["", [], "25", "dua ribu", "2029-2025", 1000, 3000, True, "2000-2040", [None]])
def test_years_that_cannot_be_are_refused(tertulis):
    with pytest.raises(ValueError, match="tahun"):
        parse_tahun(tertulis)


@pytest.mark.parametrize("jalur", ["rk.yaml", "rk.yml", "lampiran/rk.xlsx", "RK.XLSX", "lampiran\\rk.xlsx"])
def test_a_plan_lies_beside_its_draft(jalur):
    assert check_jalur_rencana(jalur) == jalur


@pytest.mark.parametrize(
    "jalur", ["/etc/rk.yaml", "../rk.yaml", "a/../../rk.xlsx", "..\\rk.xlsx", "C:\\rk.xlsx", "rk.docx", "rk.xlsm", "rk"]
)
def test_a_plan_elsewhere_or_of_another_kind_is_refused(jalur):
    with pytest.raises(ValueError, match="di dalam folder rancangan"):
        check_jalur_rencana(jalur)


def test_codes_count_programmes_and_letters_and_defaults_come_from_the_plan():
    data = rencana(kegiatan(), kegiatan(tahun=2026, lokasi="Desa", sumber_dana=""), sumber_dana="APBD")
    data["program"].append({"nama": "Q", "kegiatan": [kegiatan()]})
    semua = list(RencanaKerja.model_validate(data).iter_kegiatan())
    assert [(kode, k.tahun, k.lokasi, k.sumber_dana) for kode, _, k in semua] == [
        ("1.a", (2025, 2026, 2027), "Kota", "APBD"),
        ("1.b", (2026,), "Desa", ""),
        ("2.a", (2025, 2026, 2027), "Kota", "APBD"),
    ]


def test_what_no_single_key_shows_is_named_with_its_path():
    data = rencana(kegiatan(tahun=[2025, 2030, 2031]), kegiatan(lokasi="Desa"), lokasi=None)
    temuan = dict(iter_faults(RencanaKerja.model_validate(data)))
    assert set(temuan) == {("program", 0, "kegiatan", 0, "tahun"), ("program", 0, "kegiatan", 0, "lokasi")}
    assert temuan["program", 0, "kegiatan", 0, "tahun"].startswith("tahun 2030, 2031 tidak termasuk")


def test_too_many_activities_are_refused():
    satu = [kegiatan()] * 780
    data = rencana(program=[{"nama": "P", "kegiatan": satu}] * (KEGIATAN_TERBANYAK // 780 + 1))
    ((_, pesan),) = list(iter_faults(RencanaKerja.model_validate(data)))
    assert f"paling banyak {KEGIATAN_TERBANYAK}" in pesan


@pytest.mark.parametrize(
    ("ubah", "pesan"),
    [
        ({"tugas": {}}, "tugas belum diisi"),
        ({"tugas": {"pertama": {"penanggung_jawab": "D", "kegiatan": "x"}}}, "'pertama' tidak dikenal; pakai kesatu"),
        ({"tugas": {"kesatu": {"penanggung_jawab": [], "kegiatan": "x"}}}, "at least 1"),
        ({"tugas": {"kesatu": {"penanggung_jawab": "D"}}}, "kegiatan"),
        ({"output": ""}, "output"),
        ({"berkala": "sering"}, "berkala"),
        ({"biaya": 1}, "biaya"),
    ],
)
def test_activities_that_say_too_little_or_too_much_are_refused(ubah, pesan):
    with pytest.raises(ValidationError, match=pesan):
        RencanaKerja.model_validate(rencana(kegiatan(**ubah)))


def test_a_plan_of_its_own_has_a_parent_and_a_table_and_no_pasal():
    sendiri = DASAR | {"jenis": "rencana-kerja", "induk": INDUK, "rencana_kerja": "rk.yaml"}
    assert Rancangan.model_validate(sendiri).pasal == ()
    for kunci in ("induk", "rencana_kerja"):
        with pytest.raises(ValidationError, match=f"{kunci}\n.*missing"):
            Rancangan.model_validate({k: v for k, v in sendiri.items() if k != kunci})
    with pytest.raises(ValidationError, match="tidak memuat pasal"):
        Rancangan.model_validate(sendiri | {"pasal": [{"klausul": "a/b"}]})
    with pytest.raises(ValidationError, match="tidak memuat premis"):
        Rancangan.model_validate(sendiri | {"premis": ["bahwa x"]})


def test_every_other_kind_has_pasal():
    with pytest.raises(ValidationError, match="pasal\n.*missing"):
        Rancangan.model_validate(DASAR | {"jenis": "nota-kesepakatan"})
