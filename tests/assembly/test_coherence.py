"""Warnings: each once for a draft that deserves it, and none for the same draft mended."""

from typing import Any

import pytest
from small_workspace import GAYA, SEKITAR, SmallWorkspace, make_draft, make_pihak
from term_clauses import WAKTU, add_term_clauses

PERATURAN = {
    "pp-1-1990": {
        "jenis": "pp",
        "sebutan": "Peraturan Pemerintah",
        "nomor": "1",
        "tahun": 1990,
        "tentang": "Lama",
        "dicabut": {"oleh": "pp-28-2018", "sejak": "2018-10-16"},
        "sumber": "x",
    },
    "pp-28-2018": {
        "jenis": "pp",
        "sebutan": "Peraturan Pemerintah",
        "nomor": "28",
        "tahun": 2018,
        "tentang": "Kerja Sama",
        "sumber": "x",
    },
}


@pytest.fixture
def ruang_waktu(ruang: SmallWorkspace) -> SmallWorkspace:
    add_term_clauses(ruang)
    ruang.write("peraturan.yaml", PERATURAN)
    ruang.clause("khusus/a", "x", berlaku_untuk=["perjanjian-kerja-sama"])
    return ruang


def signed_by(jenis: str, tanggal: str | None) -> dict[str, Any]:
    pihak = make_pihak(2)
    dokumen = {"dokumen": "Surat Kuasa"} | ({"tanggal": tanggal} if tanggal else {})
    pihak[1]["penandatangan"][jenis] = [{"dokumen": "Lain"}, dokumen]
    return {"pihak": pihak}


def term(lama: str, batas: str, **lain: Any) -> dict[str, Any]:
    return {"pasal": [{"klausul": "jangka-waktu/a", "parameter": {"lama": lama, "batas": batas}}], **lain}


def copies(rangkap: int, bermeterai: int) -> dict[str, Any]:
    parameter = {"rangkap": rangkap, "bermeterai": bermeterai}
    return {"bagian": {"penutup": {"klausul": "penutup/rangkap", "parameter": parameter}}}


@pytest.mark.parametrize(
    ("salah", "peringatan", "benar"),
    [
        (
            signed_by("kuasa", "2026-01-03"),
            "pihak ke-2 › penandatangan › kuasa ke-2 › tanggal: Surat Kuasa bertanggal 3 Januari 2026, sesudah "
            "penandatanganan 2 Januari 2026",
            signed_by("kuasa", "2026-01-02"),
        ),
        (
            signed_by("pengangkatan", "2027-01-01"),
            "pihak ke-2 › penandatangan › pengangkatan ke-2 › tanggal: Surat Kuasa bertanggal",
            signed_by("pengangkatan", None),
        ),
        (
            {"pasal": [{"klausul": "khusus/a"}]},
            "pasal ke-1: klausul 'khusus/a' dibuat untuk perjanjian-kerja-sama, bukan nota-kesepakatan",
            {"pasal": [{"klausul": "khusus/a"}], "jenis": "perjanjian-kerja-sama"},
        ),
        (
            {"dasar_hukum": ["pp-28-2018", "Aturan A B", "pp-28-2018"]},
            "dasar_hukum ke-3: 'pp-28-2018' dikutip dua kali",
            {"dasar_hukum": ["pp-28-2018"], "memperhatikan": ["Aturan A B"]},
        ),
        (
            {"memperhatikan": ["Aturan A B", "Aturan A B"]},
            "memperhatikan ke-2: 'Aturan A B' dikutip dua kali",
            {"memperhatikan": ["Aturan A B"]},
        ),
        (
            {"dasar_hukum": ["pp-1-1990"]},
            "dasar_hukum ke-1: 'pp-1-1990' telah dicabut dengan Peraturan Pemerintah Nomor 28 Tahun 2018",
            {"dasar_hukum": ["pp-1-1990"], "tanggal": "2018-10-15"},
        ),
        (copies(2, 1), "bagian › penutup › parameter: 1 rangkap bermeterai untuk 2 pihak", copies(3, 2)),
    ],
)
def test_a_draft_that_looks_wrong_is_warned_of_once(
    ruang_waktu: SmallWorkspace, salah: dict[str, Any], peringatan: str, benar: dict[str, Any]
) -> None:
    (pesan,) = ruang_waktu.warnings(make_draft(**salah))
    assert pesan.startswith("rancangan.yaml")
    assert peringatan in pesan
    assert ruang_waktu.warnings(make_draft(**benar)) == []


@pytest.mark.parametrize("muatan", [{}, {"muatan": ["sanksi"]}])
def test_an_element_that_the_kind_must_have_is_missed(ruang: SmallWorkspace, muatan: dict[str, Any]) -> None:
    bentuk = {"gaya": GAYA, "bagian": {b: f"{b}/umum" for b in SEKITAR}, "wajib": {"kahar": "PP 1", "sanksi": "PP 2"}}
    ruang.write("clauses/bentuk.yaml", {"nota-kesepakatan": bentuk})
    ruang.clause("kahar/a", "x", **muatan)
    ruang.clause("sanksi/a", "x")
    bebas = {"judul": "Bebas", "isi": "x", "muatan": ["kahar", "sanksi"]}
    assert len(ruang.warnings(make_draft("x"))) == 2
    assert ruang.warnings(make_draft([bebas])) == []
    assert ruang.warnings(make_draft([{"judul": "X", "isi": "x", "label": "kahar"}, {"klausul": "sanksi/a"}])) == []
    hanya_kahar = ruang.warnings(make_draft([{"klausul": "kahar/a"}]))
    hilang = "'kahar' (PP 1)" if muatan else "'sanksi' (PP 2)"
    assert [hilang in p for p in hanya_kahar] == [True]
    assert "pasal: Nota Kesepakatan belum mengatur" in hanya_kahar[0]


def test_deadlines_on_other_anchors_are_not_measured_against_the_term(ruang: SmallWorkspace) -> None:
    lain = [
        {**WAKTU[1], "batas": "9 tahun", "acuan": "kahar-terjadi"},
        {**WAKTU[1], "batas": "9 tahun", "arah": "setelah"},
    ]
    ruang.clause(
        "jangka-waktu/a", "(1) A.\n(2) B. {#b}", ketentuan=[{"jenis": "jangka-waktu", "lama": "1 tahun"}, *lain]
    )
    assert ruang.warnings(make_draft([{"klausul": "jangka-waktu/a"}])) == []


def test_warnings_come_in_a_fixed_order(ruang_waktu: SmallWorkspace) -> None:
    draft = make_draft(
        **signed_by("kuasa", "2026-01-03"),
        **copies(2, 1),
        dasar_hukum=["pp-1-1990", "pp-1-1990"],
    )
    pesan = ruang_waktu.warnings(draft)
    tanda = ["bertanggal", "dicabut", "dua kali", "bermeterai"]
    assert [satu in p for satu, p in zip(tanda, pesan, strict=True)] == [True] * 4
