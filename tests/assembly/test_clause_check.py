"""`klausul periksa`: each fault that it can find in a library, and none where there is none."""

from pathlib import Path
from typing import Any

import pytest
from small_workspace import SmallWorkspace

from naskah.assembly.clause_check import check_library

DURASI = {"jenis": "durasi", "keterangan": "x"}
SEMUA = {
    jenis: {"jenis": jenis, "keterangan": "x"} | ({"pilihan": ["p", "q"]} if jenis == "pilihan" else {})
    for jenis in ("teks", "bilangan", "durasi", "tanggal", "rupiah", "pilihan", "daftar", "rincian", "istilah", "pihak")
}


def check(ruang: SmallWorkspace, *nama: str) -> list[str]:
    _, galat = check_library(ruang.folder / "clauses", nama or None)
    return [str(g).replace(f"{ruang.folder}/clauses/", "") for g in galat]


def test_a_sound_library_has_no_faults(ruang: SmallWorkspace) -> None:
    badan = """\
(1) {{ teks }} {{ bilangan }} {{ durasi }} {{ tanggal }} {{ rupiah }} {{ pilihan }} {{ daftar | daftar }}: {#satu}
{{ rincian | rincian }}
(2) {{ pihak.sebutan }}{% if ya %} {{ lain | terbilang }}{% endif %} {{ rujuk("satu", "sanksi") }}:
{{ istilah | istilah }}"""
    parameter = SEMUA | {"ya": {"jenis": "ya-tidak", "keterangan": "x"}, "lain": DURASI | {"bawaan": "5 tahun"}}
    ketentuan = [{"jenis": "jangka-waktu", "lama": "{{ durasi }}", "dari": "satu"}]
    ruang.clause("kahar/a", badan, parameter=parameter, ketentuan=ketentuan)
    ruang.clause("sanksi/a", "Sanksi.")
    jumlah, galat = check_library(ruang.folder / "clauses")
    assert (jumlah, galat) == (10, [])


@pytest.mark.parametrize(
    ("badan", "kepala", "galat"),
    [
        ("{{ tidak_ada }}", {}, "kahar/a.md: badan memakai nama 'tidak_ada' yang bukan parameter"),
        ("x", {"parameter": {"p": DURASI}}, "kahar/a.md: parameter 'p' tidak dipakai"),
        ("x\n{{ rujuk('hilang') }}", {}, "kahar/a.md:11: rujuk('hilang'): tidak ada label itu di pustaka"),
        ("x {{ rujuk('kahar', \"hilang\") }}", {}, "kahar/a.md:10: rujuk('hilang')"),
        ("{{ x", {}, "kahar/a.md:10: kurung {{ }} atau {% %} di baris ini belum ditutup"),
        ("{% macro m() %}{% endmacro %}x", {}, "kahar/a.md:10: macro tidak dipakai"),
        ("x\n{{ 'x' | tidak_ada }}", {}, "kahar/a.md:11: saringan 'tidak_ada' tidak ada"),
        ("{{ " + "(" * 5000 + ")" * 5000 + " }}", {}, "kahar/a.md:10: Jinja"),
        ("{{ naskah.rahasia }}", {}, "kahar/a.md:10: 'rahasia' tidak dapat dijangkau"),
        ("a. tanpa pembuka", {}, "tidak punya kalimat pembuka"),
        ("x {#A B}", {}, "label harus di akhir"),
        ("{% if naskah.ada('zz') %}x{% endif %}", {}, "pasal ini kosong"),
        (
            "{% if naskah.ada('sanksi') %}{{ naskah.rahasia }}{% else %}x{% endif %}",
            {},
            "'rahasia' tidak dapat dijangkau",
        ),
        ("{{ p }}", {"parameter": {"p": DURASI | {"bawaan": "5 thn"}}}, "nilai bawaan parameter tidak dapat dipakai"),
        ("{{ p }}", {"parameter": {"p": SEMUA["pilihan"] | {"bawaan": "r"}}}, "nilai bawaan parameter tidak dapat"),
        ("{{ p }}", {"parameter": {"p": DURASI | {"wajib": False}}}, "nilai kosong"),
        ("{{ p }}", {"parameter": {"p": {"jenis": "ya-tidak", "keterangan": "x"}}}, "nilai kosong atau ya/tidak"),
        ("{{ p | terbilang }}", {"parameter": {"p": SEMUA["teks"]}}, "saringan terbilang tidak berlaku"),
        ("{{ p }}", {"parameter": {"p": {"jenis": "pilihan", "keterangan": "x"}}}, "kunci 'pilihan' diisi tepat bila"),
        ("x", {"berlaku_untuk": []}, "berlaku_untuk: paling sedikit 1 butir"),
        ("x", {"ketentuan": [{"jenis": "salah"}]}, "jenis tidak dikenal"),
        ("x", {"ketentuan": [{"jenis": "jangka-waktu"}]}, "lama: kunci ini belum diisi"),
        ("x", {"ketentuan": [{"jenis": "kewajiban-lanjut", "hal": "y", "dari": "zz"}]}, "label 'zz' yang tidak ada"),
        ("x", {"ketentuan": [{"jenis": "kewajiban-lanjut", "hal": "{{ q }}"}]}, "parameter 'q' yang tidak ada"),
        ("x", {"ketentuan": [{"jenis": "kewajiban-lanjut", "hal": "{{ q }} y"}]}, "harus seluruhnya"),
        ("(1) x {#s}\n(2) y {#s}", {}, "label 's' dipakai dua kali"),
        ("(1) x {#sanksi}\n(2) y", {}, "kahar/a.md:10: label 'sanksi' dipakai juga oleh topik sanksi"),
        ("(1) y\n(2) x {#denda}", {}, "kahar/a.md:11: label 'denda' dipakai juga oleh topik sanksi"),
        ("{{ pihak.nama }}", {}, "badan memakai nama 'pihak'"),
        ("x", {"bagian": "penutup", "parameter": {"p": DURASI}}, "parameter 'p' tidak dipakai"),
        ("x {#label}", {"bagian": "penutup"}, "label {#...} hanya dipakai di dalam pasal"),
        ("{% if naskah.ada('zz') %}x{% endif %}", {"bagian": "penutup"}, "tidak menghasilkan teks apa pun"),
        ("{{ pihak.zz }}", {"bagian": "komparisi"}, "zz"),
    ],
)
def test_each_fault_of_a_clause_is_found(ruang: SmallWorkspace, badan: str, kepala: dict[str, Any], galat: str) -> None:
    ruang.clause("sanksi/a", "(1) x.\n(2) y. {#denda}")
    ruang.clause("kahar/a", badan, **kepala)
    semua = [g for g in check(ruang) if g.startswith("kahar/")]
    assert any(galat in g for g in semua), semua
    assert len(semua) == len(set(semua))


def test_variants_of_one_topic_may_share_their_labels(ruang: SmallWorkspace) -> None:
    ruang.clause("kahar/a", "(1) x. {#s}\n(2) y.")
    ruang.clause("kahar/b", "(1) x.\n(2) y. {#s}")
    assert check(ruang) == []


def test_a_presentation_may_use_its_party(ruang: SmallWorkspace) -> None:
    ruang.clause("komparisi/b", "{{ pihak.nama }}{% if terakhir %}!{% endif %}{{ akhiran }}", bagian="komparisi")
    assert check(ruang) == []


def test_every_fault_of_a_library_is_found_at_once(ruang: SmallWorkspace) -> None:
    (ruang.clause("kahar/a", "x")).write_text("tanpa kepala")
    ruang.clause("kahar/b", "{{ y }}")
    ruang.clause("sanksi/a", "x", ketentuan=[{"jenis": "jangka-waktu"}, {"jenis": "salinan"}])
    galat = check(ruang)
    for bagian in ("kahar/a.md:1: klausul harus diawali", "kahar/b.md: badan memakai nama 'y'"):
        assert any(g.startswith(bagian) for g in galat)
    assert len([g for g in galat if g.startswith("sanksi/a.md") and "belum diisi" in g]) == 3


def test_only_the_named_clauses_are_checked_but_all_labels_are_known(ruang: SmallWorkspace) -> None:
    ruang.clause("kahar/a", "{{ rujuk('denda') }}")
    ruang.clause("sanksi/a", "(1) x {{ y }}.\n(2) z. {#denda}")
    assert check(ruang, "kahar/a") == []
    assert check_library(ruang.folder / "clauses", ["kahar/a"])[0] == 1
    assert "'y'" in check(ruang, "sanksi/a")[0]


def test_a_named_clause_that_is_not_there_gets_near_names(ruang: SmallWorkspace) -> None:
    ruang.clause("kahar/a", "x")
    (galat,) = check(ruang, "kahr/a")
    assert "mungkin maksudnya kahar/a" in galat
    (galat,) = check(ruang, "../x")
    assert "harus topik/varian" in galat


def test_a_file_whose_name_no_draft_could_write_is_a_fault(ruang: SmallWorkspace) -> None:
    ruang.clause("Kahar/Singkat", "x")
    (galat,) = check(ruang)
    assert "nama klausul 'Kahar/Singkat' harus topik/varian dengan huruf kecil" in galat


def test_an_empty_library_has_no_clauses(tmp_path: Path) -> None:
    assert check_library(tmp_path) == (0, [])
