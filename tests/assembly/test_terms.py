"""Ketentuan: the values of the clause, and the place its words stand at."""

from typing import Any

import pytest
from small_workspace import SmallWorkspace, make_draft

from naskah.assembly.markup import parse_pasal
from naskah.assembly.numbering import DaftarTempat
from naskah.assembly.terms import bind_ketentuan, name_tempat
from naskah.bahasa.durasi import Durasi
from naskah.model.galat import NaskahError
from naskah.model.ketentuan import KewajibanLanjut, Salinan

BADAN = "(1) A. {#satu}\n(2) B:\na. c: {#huruf}\n1. d: {#angka}\na) e: {#kurung}\n1) f. {#dalam}"


def places(nomor: str = "6", badan: str = BADAN) -> DaftarTempat:
    tempat = DaftarTempat()
    tempat.add_pasal("topik", nomor, parse_pasal(badan))
    return tempat


@pytest.mark.parametrize(
    ("label", "nama"),
    [
        ("topik", "Pasal 6"),
        ("satu", "Pasal 6 ayat (1)"),
        ("topik.2", "Pasal 6 ayat (2)"),
        ("huruf", "Pasal 6 ayat (2) huruf a"),
        ("angka", "Pasal 6 ayat (2) huruf a angka 1"),
        ("kurung", "Pasal 6 ayat (2) huruf a angka 1 huruf a)"),
        ("dalam", "Pasal 6 ayat (2) huruf a angka 1 huruf a) angka 1)"),
    ],
)
def test_a_place_is_named_as_findings_and_deadlines_name_it(label: str, nama: str) -> None:
    assert name_tempat(places().tempat[label]) == nama


def bind(mentah: dict[str, Any], **nilai: Any) -> Any:
    return bind_ketentuan(mentah, nilai, places(), "Pasal 6", "a.md")


def fault(mentah: dict[str, Any], **nilai: Any) -> str:
    with pytest.raises(NaskahError) as info:
        bind(mentah, **nilai)
    assert all(g.berkas == "a.md" for g in info.value.galat)
    return str(info.value)


@pytest.mark.parametrize(
    ("dari", "sumber"),
    [({}, "Pasal 6"), ({"dari": "satu"}, "Pasal 6 ayat (1)"), ({"dari": "topik"}, "Pasal 6")],
)
def test_a_term_stands_where_its_label_does_or_in_its_pasal(dari: dict[str, str], sumber: str) -> None:
    assert bind({"jenis": "kewajiban-lanjut", "hal": "x", **dari}).sumber == sumber


@pytest.mark.parametrize("tertulis", ["{{ lama }}", "{{lama}}", "  {{ lama }} "])
def test_a_value_that_is_a_parameter_becomes_its_value(tertulis: str) -> None:
    ketentuan = bind({"jenis": "kewajiban-lanjut", "hal": "{{ hal }}", "lama": tertulis}, lama=Durasi(tahun=2), hal="x")
    assert ketentuan == KewajibanLanjut(hal="x", lama=Durasi(tahun=2), sumber="Pasal 6")


def test_lists_hold_parameters_too() -> None:
    mentah = {"jenis": "salinan", "rangkap": "{{ n }}", "bermeterai": 2, "arsip": ["Bagian A", "{{ di }}"]}
    assert bind(mentah, n=3, di="Bagian B") == Salinan(
        rangkap=3, bermeterai=2, arsip=("Bagian A", "Bagian B"), sumber="Pasal 6"
    )
    assert bind(mentah | {"arsip": "{{ semua }}"}, n=3, semua=["X", "Y"]).arsip == ("X", "Y")


def test_an_empty_optional_value_is_left_out() -> None:
    assert bind({"jenis": "kewajiban-lanjut", "hal": "x", "lama": "{{ lama }}"}, lama=None).lama is None


@pytest.mark.parametrize(
    ("bila", "ada"),
    [(True, True), (False, False), (None, False), ("", False), ("x", True), (Durasi(tahun=1), True), ([], False)],
)
def test_a_term_with_a_condition_exists_only_when_it_holds(bila: object, ada: bool) -> None:
    hasil = bind({"jenis": "kewajiban-lanjut", "hal": "x", "bila": "{{ p }}"}, p=bila)
    assert (hasil is not None) is ada


def test_a_term_that_does_not_apply_may_point_at_words_that_are_not_there() -> None:
    assert bind({"jenis": "kewajiban-lanjut", "hal": "x", "dari": "hilang", "bila": "{{ p }}"}, p=False) is None


@pytest.mark.parametrize(
    ("mentah", "pesan"),
    [
        ({"jenis": "kewajiban-lanjut", "hal": "x", "dari": "hilang"}, "label 'hilang' yang tidak ada"),
        ({"jenis": "kewajiban-lanjut", "hal": "x", "dari": ["satu"]}, "yang tidak ada"),
        ({"jenis": "kewajiban-lanjut", "hal": "{{ y }}"}, "parameter 'y' yang tidak ada"),
        ({"jenis": "kewajiban-lanjut", "hal": "x", "bila": "{{ y }}"}, "parameter 'y' yang tidak ada"),
        ({"jenis": "kewajiban-lanjut", "hal": "{{ p }} hari"}, "harus seluruhnya"),
        ({"jenis": "kewajiban-lanjut", "hal": "{{ p | terbilang }}"}, "harus seluruhnya"),
        ({"jenis": "kewajiban-lanjut", "hal": "{% if p %}x{% endif %}"}, "harus seluruhnya"),
        ({"jenis": "kewajiban-lanjut"}, "hal: kunci ini belum diisi (ketentuan kewajiban-lanjut)"),
        ({"jenis": "kewajiban-lanjut", "hal": "x", "lma": "1 tahun"}, "lma: kunci ini tidak dikenal"),
        ({"jenis": "kewajiban-lanjut", "hal": "x", "lama": "1 thn"}, "lama: Durasi \"1 thn\" tidak terbaca"),
        ({"jenis": "kewajiban-lanjut", "hal": "x", "lama": 5}, "lama: tulis lama waktunya sebagai teks"),
        ({"jenis": "kewajiban"}, "jenis tidak dikenal; pilih 'jangka-waktu', "),
        ({"hal": "x"}, "jenis tidak dikenal"),
        ({"jenis": "jangka-waktu", "lama": "{{ p }}"}, "lama: Durasi"),
        ({"jenis": "tindak-lanjut", "peristiwa": "x", "bentuk": "y"}, "bentuk: 'y' tidak dikenal; pilih 'adendum'"),
        ({"jenis": "salinan", "rangkap": 0, "bermeterai": 2}, "rangkap: paling kecil 1"),
    ],
)  # fmt: skip
def test_a_wrong_term_names_the_clause_file_and_the_key(mentah: dict[str, Any], pesan: str) -> None:
    assert pesan in fault(mentah, p="nilai")


def test_the_terms_of_a_document_carry_their_places_in_order(ruang: SmallWorkspace) -> None:
    lama = {"lama": {"jenis": "durasi", "keterangan": "x"}}
    ruang.clause("waktu/a", "(1) {{ lama }}. {#w}\n(2) B.", parameter=lama, ketentuan=[
        {"jenis": "jangka-waktu", "lama": "{{ lama }}", "dari": "w"},
        {"jenis": "kewajiban-lanjut", "hal": "rahasia"},
    ])  # fmt: skip
    ruang.clause("penutup/umum", "x", bagian="penutup", ketentuan=[{"jenis": "salinan", "rangkap": 2, "bermeterai": 2}])
    bebas = {
        "judul": "B",
        "isi": "(1) C.\n(2) D. {#d}",
        "ketentuan": [{"jenis": "kewajiban-lanjut", "hal": "y", "dari": "d"}],
    }
    pasal = ["Umum.", {"klausul": "waktu/a", "parameter": {"lama": "2 tahun"}}, bebas]
    induk = {"judul": "KB", "tanggal": "2024-01-01"}
    ketentuan = ruang.assemble(make_draft(pasal, induk=induk)).ketentuan
    assert [(k.jenis, k.sumber) for k in ketentuan] == [
        ("jangka-waktu", "Pasal 2 ayat (1)"),
        ("kewajiban-lanjut", "Pasal 2"),
        ("kewajiban-lanjut", "Pasal 3 ayat (2)"),
        ("salinan", "Penutup"),
        ("induk", "Premis"),
    ]


def test_the_words_and_the_term_come_from_the_same_value(ruang: SmallWorkspace) -> None:
    lama = {"lama": {"jenis": "durasi", "keterangan": "x"}}
    ruang.clause(
        "waktu/a",
        "{{ lama | terbilang }}.",
        parameter=lama,
        ketentuan=[{"jenis": "jangka-waktu", "lama": "{{ lama }}"}],
    )
    for tertulis, cetak in (("5 tahun", "5 (lima) tahun."), ("18 bulan", "18 (delapan belas) bulan.")):
        susunan = ruang.assemble(make_draft([{"klausul": "waktu/a", "parameter": {"lama": tertulis}}]))
        assert next(susunan.naskah.iter_pasal()).ayat[0].isi[0].teks == cetak
        assert str(susunan.ketentuan[0].lama) == tertulis  # type: ignore[union-attr]


def test_faults_of_terms_come_together_with_all_others(ruang: SmallWorkspace) -> None:
    ruang.clause("waktu/a", "A {{ rujuk('zz') }}.", ketentuan=[
        {"jenis": "jangka-waktu"}, {"jenis": "kewajiban-lanjut", "hal": "x", "dari": "hilang"},
    ])  # fmt: skip
    pesan = "\n".join(str(g) for g in ruang.faults(make_draft([{"klausul": "waktu/a"}])))
    for bagian in ("label 'zz'", "lama: kunci ini belum diisi", "label 'hilang'"):
        assert bagian in pesan
    assert pesan.count("clauses/waktu/a.md") == 3
