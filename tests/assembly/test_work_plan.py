"""The Rencana Kerja in the tree: as an annex or alone, numbered, checked against the term and the clauses."""

from datetime import date
from typing import Any

import pytest
from small_workspace import GAYA, SmallWorkspace, make_draft, make_pihak, show_isi

from naskah.bahasa.durasi import hari_terakhir
from naskah.model.galat import NaskahError
from naskah.model.isi import plain
from naskah.model.ketentuan import JangkaWaktu, KewajibanBerkala

MENYEBUT = "Tugas diuraikan dalam Dokumen Rencana Kerja."
LAMA = {"lama": {"jenis": "durasi", "keterangan": "x"}}


def kegiatan(nama: str = "Pelatihan", **lain: Any) -> dict[str, Any]:
    tugas = {
        "kesatu": {"penanggung_jawab": ["Dinas *Sosial*", "Badan"], "kegiatan": "melatih"},
        "kedua": {"penanggung_jawab": "Kantor", "kegiatan": "mendampingi"},
    }
    return {"nama": nama, "lokasi": "Kota", "tugas": tugas, "output": "x", "outcome": "y"} | lain


def plan(*banyak: dict[str, Any], **lain: Any) -> dict[str, Any]:
    return {"tahun": "2026-2027", "program": [{"nama": "P", "kegiatan": list(banyak) or [kegiatan()]}]} | lain


def with_plan(rencana: dict[str, Any], pasal: Any = MENYEBUT, **lain: Any) -> dict[str, Any]:
    return make_draft(pasal, rencana_kerja=rencana, **lain)


@pytest.fixture
def ruang_waktu(ruang: SmallWorkspace) -> SmallWorkspace:
    ketentuan = [{"jenis": "jangka-waktu", "lama": "{{ lama }}"}]
    ruang.clause("jangka-waktu/a", "{{ lama }}.", parameter=LAMA, ketentuan=ketentuan)
    return ruang


def term(lama: str) -> list[Any]:
    return [MENYEBUT, {"klausul": "jangka-waktu/a", "parameter": {"lama": lama}}]


def test_a_draft_without_a_plan_has_no_annex(ruang: SmallWorkspace) -> None:
    assert ruang.assemble().naskah.lampiran == ()


def test_the_heading_of_the_annex_names_its_parent(ruang: SmallWorkspace) -> None:
    pihak = [satu | {"nomor": f"{i}/2026"} for i, satu in enumerate(make_pihak(3), 1)]
    (lampiran,) = ruang.assemble(with_plan(plan(), pihak=pihak, judul="Uji *coba*")).naskah.lampiran
    assert [show_isi(isi) for isi in lampiran.kepala] == [
        "LAMPIRAN",
        "NOTA KESEPAKATAN",
        "ANTARA PEMERINTAH A, PEMERINTAH B, DAN PEMERINTAH C",
        "TENTANG",
        "UJI *COBA*",
    ]
    assert lampiran.nomor == ("1/2026", "2/2026", "3/2026")
    assert [show_isi(isi) for isi in lampiran.judul] == ["DOKUMEN RENCANA KERJA", "UJI *COBA*"]


def test_a_title_of_its_own(ruang: SmallWorkspace) -> None:
    (lampiran,) = ruang.assemble(with_plan(plan(judul="Pelatihan kader"))).naskah.lampiran
    assert plain(lampiran.judul[1]) == "PELATIHAN KADER"


def test_the_annex_is_signed_as_its_parent_is(ruang: SmallWorkspace) -> None:
    naskah = ruang.assemble(with_plan(plan())).naskah
    assert naskah.lampiran[0].tanda_tangan == naskah.tanda_tangan
    assert not naskah.lampiran[0].sendiri


def test_programmes_and_activities_are_numbered_and_each_party_has_its_task(ruang: SmallWorkspace) -> None:
    rencana = plan(kegiatan("Satu", tahapan=["siap", "laksana"]), kegiatan("Dua", tahun=2027))
    rencana["program"].append(
        {"nama": "Q", "kegiatan": [kegiatan("Tiga", tugas={"kedua": kegiatan()["tugas"]["kedua"]})]}
    )
    tabel = ruang.assemble(with_plan(rencana)).naskah.lampiran[0].tabel
    assert tabel.tahun == (2026, 2027)
    assert tabel.pihak == ("PIHAK KESATU", "PIHAK KEDUA")
    assert [(p.nomor, [k.nomor for k in p.kegiatan]) for p in tabel.program] == [("1", ["a", "b"]), ("2", ["a"])]
    satu, dua, tiga = (k for p in tabel.program for k in p.kegiatan)
    assert (satu.tahun, dua.tahun) == ((2026, 2027), (2027,))
    assert [plain(t) for t in satu.tahapan] == ["siap", "laksana"]
    assert [show_isi(p) for p in satu.tugas[0].penanggung_jawab] == ["Dinas *Sosial*", "Badan"]
    assert tiga.tugas[0].penanggung_jawab == () == tiga.tugas[0].kegiatan
    assert plain(tiga.tugas[1].kegiatan) == "mendampingi"


def test_a_party_that_the_draft_does_not_have_is_refused(ruang: SmallWorkspace) -> None:
    ketiga = {"ketiga": {"penanggung_jawab": "D", "kegiatan": "x"}}
    (galat,) = ruang.faults(with_plan(plan(kegiatan(tugas=ketiga))))
    assert galat.pesan == "rancangan ini tidak mempunyai PIHAK KETIGA (2 pihak)"
    assert galat.kunci == "rencana_kerja › program ke-1 › kegiatan ke-1 › tugas › ketiga"
    assert galat.baris is not None


def test_what_recurs_becomes_an_obligation_with_its_place(ruang: SmallWorkspace) -> None:
    susunan = ruang.assemble(with_plan(plan(kegiatan("Satu"), kegiatan("Tukar *data*", berkala="3 bulan"))))
    (satu,) = (k for k in susunan.ketentuan if isinstance(k, KewajibanBerkala))
    assert (satu.hal, str(satu.setiap), satu.sumber) == ("Tukar data", "3 bulan", "Lampiran kegiatan 1.b")


@pytest.mark.parametrize(
    ("lama", "tahun", "luar"),
    [
        ("2 tahun", "2026-2027", None),  # 2-1-2026 to 1-1-2028: the last day lies in 2028
        ("2 tahun", "2026-2028", None),
        ("2 tahun", "2026-2029", "2029"),
        ("1 tahun", "2024-2028", "2024, 2025, 2028"),
    ],
)
def test_years_outside_the_term_are_named(ruang_waktu: SmallWorkspace, lama: str, tahun: str, luar: str | None) -> None:
    rencana = plan(tahun=tahun)
    (*peringatan,) = ruang_waktu.warnings(with_plan(rencana, term(lama)))
    if luar is None:
        assert peringatan == []
    else:
        (satu,) = peringatan
        assert f"rencana_kerja › tahun: tahun {luar} di luar jangka waktu 2 Januari 2026 sampai dengan" in satu


def test_a_plan_that_is_named_but_not_attached(ruang: SmallWorkspace) -> None:
    (satu,) = ruang.warnings(make_draft(["Lain.", MENYEBUT]))
    assert satu == (
        "rancangan.yaml:19: pasal ke-2: Rencana Kerja disebut tetapi tidak dilampirkan; isi kunci rencana_kerja, "
        "atau pilih klausul lain"
    )


def test_a_clause_that_names_a_plan_only_under_a_condition(ruang: SmallWorkspace) -> None:
    parameter = {"sebut": {"jenis": "ya-tidak", "keterangan": "x"}}
    ruang.clause("tugas/a", "Tugas{% if sebut %} menurut Rencana Kerja{% endif %}.", parameter=parameter)
    pasal = {"klausul": "tugas/a", "parameter": {"sebut": True}}
    assert len(ruang.warnings(make_draft([pasal]))) == 1
    pasal["parameter"]["sebut"] = False
    assert ruang.warnings(make_draft([pasal])) == []


def test_a_plan_that_no_pasal_names(ruang: SmallWorkspace) -> None:
    (satu,) = ruang.warnings(with_plan(plan(), "Lain."))
    assert "rencana_kerja: Rencana Kerja dilampirkan tetapi tidak satu Pasal pun menyebutnya" in satu


@pytest.fixture
def ruang_sendiri(ruang: SmallWorkspace) -> SmallWorkspace:
    teks = "{{ naskah.sebutan }} melaksanakan {{ naskah.induk.judul }} {{ naskah.induk.nomor | daftar }}."
    ruang.clause("pembuka/rk", teks, bagian="pembuka", berlaku_untuk=["rencana-kerja"])
    ruang.write("clauses/bentuk.yaml", {"rencana-kerja": {"gaya": GAYA, "bagian": {"pembuka": "pembuka/rk"}}})
    return ruang


def alone(**lain: Any) -> dict[str, Any]:
    induk = {"judul": "Nota Kesepakatan", "nomor": ["1", "2"], "tanggal": "2026-01-01"}
    dasar = make_draft(rencana_kerja=plan(), jenis="rencana-kerja", induk=induk, **lain)
    del dasar["pasal"]
    return dasar


def test_a_plan_of_its_own_is_a_document_with_title_and_signatures(ruang_sendiri: SmallWorkspace) -> None:
    susunan = ruang_sendiri.assemble(alone())
    naskah = susunan.naskah
    assert (naskah.kepala.jenis, plain(naskah.pembuka)) == (
        "DOKUMEN RENCANA KERJA",
        "Dokumen Rencana Kerja melaksanakan Nota Kesepakatan 1 dan 2.",
    )
    assert (naskah.pihak, naskah.batang) == ((), ())
    assert naskah.lampiran[0].sendiri and naskah.tanda_tangan
    assert [k.jenis for k in susunan.ketentuan] == ["induk", "jangka-waktu"]
    assert susunan.ketentuan[0].sumber == "Pembuka"
    assert susunan.peringatan == ()


def test_years_before_the_parent_of_a_plan_of_its_own(ruang_sendiri: SmallWorkspace) -> None:
    rancangan = alone() | {"rencana_kerja": plan(tahun="2025-2026")}
    (satu,) = ruang_sendiri.warnings(rancangan)
    assert "tahun 2025 di luar naskah induk, yang ditandatangani 1 Januari 2026" in satu


@pytest.mark.parametrize("tanggal_sama", [False, True])
@pytest.mark.parametrize(
    ("tahun", "tanggal", "mulai", "akhir"),
    [
        ("2026-2028", "2025-11-20", date(2026, 1, 1), date(2028, 12, 31)),
        ("2026-2028", "2026-01-05", date(2026, 1, 5), date(2028, 12, 31)),
        ([2026, 2028], "2026-01-01", date(2026, 1, 1), date(2028, 12, 31)),
        ("2026", "2026-12-30", date(2026, 12, 30), date(2026, 12, 31)),
    ],
)
def test_a_plan_of_its_own_ends_with_its_last_year(
    ruang_sendiri: SmallWorkspace, tahun: Any, tanggal: str, mulai: date, akhir: date, tanggal_sama: bool
) -> None:
    rancangan = alone(tanggal_sama=tanggal_sama) | {"rencana_kerja": plan(tahun=tahun), "tanggal": tanggal}
    rancangan["induk"]["tanggal"] = "2025-11-01"
    susunan = ruang_sendiri.assemble(rancangan)
    (satu,) = [k for k in susunan.ketentuan if isinstance(k, JangkaWaktu)]
    assert (satu.mulai or susunan.rancangan.tanggal) == mulai
    assert hari_terakhir(mulai, satu.lama, tanggal_sama=susunan.tanggal_sama) == akhir
    assert susunan.peringatan == ()


def test_a_plan_of_its_own_signed_after_its_years_is_warned_of(ruang_sendiri: SmallWorkspace) -> None:
    rancangan = alone() | {"rencana_kerja": plan(tahun="2026"), "tanggal": "2027-02-01"}
    (satu,) = ruang_sendiri.warnings(rancangan)
    assert "semua tahun Rencana Kerja sudah lewat pada penandatanganannya, 1 Februari 2027" in satu


def test_a_plan_within_a_naskah_has_no_term_of_its_own(ruang: SmallWorkspace) -> None:
    assert not [k for k in ruang.assemble(with_plan(plan())).ketentuan if isinstance(k, JangkaWaktu)]


def test_a_title_of_a_plan_of_its_own_is_printed_where_it_differs(ruang_sendiri: SmallWorkspace) -> None:
    def judul(**lain: Any) -> list[str]:
        (lampiran,) = ruang_sendiri.assemble(alone() | {"rencana_kerja": plan(**lain)}).naskah.lampiran
        return [show_isi(isi) for isi in lampiran.judul]

    assert (judul(), judul(judul=alone()["judul"]), judul(judul="Kegiatan Bersama")) == ([], [], ["KEGIATAN BERSAMA"])


def test_facts_that_a_plan_of_its_own_does_not_print_are_refused(ruang_sendiri: SmallWorkspace) -> None:
    rancangan = alone(bagian={"kesepakatan": {"klausul": "pembuka/rk"}})
    rancangan["pihak"][1]["korespondensi"] = {"alamat": "Jalan"}
    with pytest.raises(NaskahError) as tertangkap:
        ruang_sendiri.assemble(rancangan)
    pesan = [str(satu) for satu in tertangkap.value.galat if "tidak dicetak dalam dokumen Rencana Kerja" in str(satu)]
    assert ["korespondensi" in satu for satu in pesan] == [True, False]
