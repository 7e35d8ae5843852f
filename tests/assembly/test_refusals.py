"""Drafts that cannot be signed as they stand: each refused once, and accepted when mended."""

from typing import Any

import pytest
from small_workspace import SmallWorkspace, make_draft, make_pihak
from term_clauses import WAKTU, add_term_clauses

from naskah.model.galat import NaskahError

PERATURAN = {
    "pp-28-2018": {
        "jenis": "pp",
        "sebutan": "Peraturan Pemerintah",
        "nomor": "28",
        "tahun": 2018,
        "tentang": "Kerja Sama",
        "sumber": "x",
    },
    "se-1-2026": {
        "jenis": "edaran",
        "sebutan": "Surat Edaran",
        "nomor": "1",
        "tahun": 2026,
        "tanggal": "2026-01-03",
        "tentang": "Hal",
        "sumber": "x",
    },
}


@pytest.fixture
def ruang_waktu(ruang: SmallWorkspace) -> SmallWorkspace:
    add_term_clauses(ruang)
    ruang.write("peraturan.yaml", PERATURAN)
    return ruang


def term(lama: str, batas: str, **lain: Any) -> dict[str, Any]:
    return {"pasal": [{"klausul": "jangka-waktu/a", "parameter": {"lama": lama, "batas": batas}}], **lain}


def copies(rangkap: int, bermeterai: int) -> dict[str, Any]:
    parameter = {"rangkap": rangkap, "bermeterai": bermeterai}
    return {"bagian": {"penutup": {"klausul": "penutup/rangkap", "parameter": parameter}}}


def parties(**kedua: Any) -> dict[str, Any]:
    satu, dua = make_pihak()
    return {"pihak": [satu | {"nomor": "1"}, dua | {"nomor": "2"} | kedua]}


@pytest.mark.parametrize(
    ("salah", "pesan", "benar"),
    [
        (
            term("30 hari", "31 hari"),
            "Pasal 1 ayat (2): batas perpanjangan 31 hari sebelum berakhir jatuh sebelum hari pertama (2 Januari 2026)",
            term("31 hari", "30 hari"),
        ),
        (
            term("1 bulan", "1 bulan"),
            "batas perpanjangan 1 bulan sebelum berakhir jatuh sebelum hari pertama",
            term("1 bulan", "1 bulan", tanggal_sama=True),
        ),
        (term("30 hari", "60 hari kerja"), "batas perpanjangan 60 hari kerja", term("90 hari", "60 hari kerja")),
        (term("9000 tahun", "1 hari"), "9999", term("9 tahun", "1 hari")),
        (copies(2, 3), "bagian › penutup › parameter: 3 rangkap bermeterai dari 2 rangkap", copies(3, 3)),
        ({"dasar_hukum": ["pp-28-2018"], "tanggal": "2017-12-31"}, "baru terbit 2018", {"dasar_hukum": ["pp-28-2018"]}),
        (
            {"memperhatikan": ["se-1-2026"]},
            "memperhatikan ke-1: 'se-1-2026' baru terbit 3 Januari 2026, sesudah penandatanganan 2 Januari 2026",
            {"memperhatikan": ["se-1-2026"], "tanggal": "2026-01-03"},
        ),
        (parties(nomor="1"), "pihak ke-2 › nomor: '1' sudah dipakai pihak ke-1", parties()),
        (parties(nama="Pemerintah A"), "pihak ke-2 › nama: 'Pemerintah A' sudah dipakai pihak ke-1", parties()),
    ],
)
def test_an_impossible_draft_is_refused(
    ruang_waktu: SmallWorkspace, salah: dict[str, Any], pesan: str, benar: dict[str, Any]
) -> None:
    with pytest.raises(NaskahError) as error:
        ruang_waktu.assemble(make_draft(**salah))
    assert [pesan in str(g) and "rancangan.yaml" in str(g) for g in error.value.galat] == [True]
    ruang_waktu.assemble(make_draft(**benar))


def test_a_term_counts_from_its_own_start(ruang: SmallWorkspace) -> None:
    mulai = {"jenis": "jangka-waktu", "lama": "1 tahun", "mulai": "2020-01-01"}
    batas = {**WAKTU[1], "batas": "2 tahun"}
    ruang.clause("jangka-waktu/a", "(1) A.\n(2) B. {#b}", ketentuan=[mulai, batas])
    with pytest.raises(NaskahError, match=r"jatuh sebelum hari pertama \(1 Januari 2020\)"):
        ruang.assemble(make_draft([{"klausul": "jangka-waktu/a"}]))


def test_a_start_before_the_signing_is_a_warning(ruang: SmallWorkspace) -> None:
    mulai = {"jenis": "jangka-waktu", "lama": "1 tahun", "mulai": "2020-01-01"}
    ruang.clause("jangka-waktu/a", "A.", ketentuan=[mulai])
    (pesan,) = ruang.warnings(make_draft([{"klausul": "jangka-waktu/a"}]))
    assert "mulai 1 Januari 2020, sebelum penandatanganan 2 Januari 2026" in pesan


def test_a_fault_of_a_clause_raises_no_false_alarm_about_its_labels(ruang: SmallWorkspace) -> None:
    ruang.clause("jangka-waktu/a", "{{ lama }}. {#masa}", parameter={"lama": {"jenis": "durasi", "keterangan": "x"}})
    rujukan = {"judul": "Lain", "isi": 'Lihat {{ rujuk("jangka-waktu") }} dan {{ rujuk("masa") }}.'}
    draft = make_draft([{"klausul": "jangka-waktu/a", "parameter": {"lama": "tiga"}}, rujukan])
    with pytest.raises(NaskahError) as error:
        ruang.assemble(draft)
    assert len(error.value.galat) == 1


def test_a_topic_governed_twice_is_a_fault_of_the_draft(ruang: SmallWorkspace) -> None:
    ruang.clause("kahar/a", "A. {#x}")
    ruang.clause("kahar/b", "B. {#x}")
    with pytest.raises(NaskahError) as error:
        ruang.assemble(make_draft([{"klausul": "kahar/a"}, {"klausul": "kahar/b"}]))
    (galat,) = error.value.galat
    assert "rancangan.yaml" in str(galat)
    assert "topik 'kahar' sudah diatur dalam Pasal 1" in str(galat)
