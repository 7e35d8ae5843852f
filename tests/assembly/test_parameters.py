"""Values of the user for a clause: each kind good and bad, defaults, and all faults at once."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from small_workspace import SmallWorkspace, make_draft

from naskah.assembly.parameters import ParameterError, convert, convert_all
from naskah.bahasa.durasi import Durasi
from naskah.bahasa.galat import BahasaError
from naskah.model.klausul import Parameter

PIHAK = ("pihak satu", "pihak dua")


def rule(jenis: str, **lain: Any) -> Parameter:
    pilihan = {"pilihan": ["ya", "boleh"]} if jenis == "pilihan" else {}
    return Parameter.model_validate({"jenis": jenis, "keterangan": f"keterangan {jenis}"} | pilihan | lain)


@pytest.mark.parametrize(
    ("jenis", "tertulis", "nilai"),
    [
        ("teks", "a", "a"),
        ("teks", "  a \n", "a"),
        ("teks", "002", "002"),
        ("pilihan", "boleh", "boleh"),
        ("bilangan", 0, 0),
        ("bilangan", 3, 3),
        ("bilangan", 10**15 - 1, 10**15 - 1),
        ("durasi", "5 tahun", Durasi(tahun=5)),
        ("durasi", "5 (lima) tahun", Durasi(tahun=5)),
        ("tanggal", date(2026, 1, 2), date(2026, 1, 2)),
        ("tanggal", "2 Januari 2026", date(2026, 1, 2)),
        ("tanggal", "2026-01-02", date(2026, 1, 2)),
        ("rupiah", 10_000_000, Decimal(10_000_000)),
        ("rupiah", "Rp10.000.000,00", Decimal(10_000_000)),
        ("rupiah", "10.000", Decimal(10_000)),
        ("ya-tidak", True, True),
        ("ya-tidak", False, False),
        ("ya-tidak", "ya", True),
        ("ya-tidak", "Tidak", False),
        ("daftar", ["a", " b "], ["a", "b"]),
        ("rincian", ["a", {"isi": "b", "rincian": ["c"]}], ["a", {"isi": "b", "rincian": ["c"]}]),
        ("istilah", [{"istilah": "A", "arti": "b"}], [{"istilah": "A", "arti": "b"}]),
        ("pihak", 1, "pihak satu"),
        ("pihak", 2, "pihak dua"),
    ],
)
def test_each_kind_takes_its_values(jenis: str, tertulis: object, nilai: object) -> None:
    hasil = convert(rule(jenis), tertulis, PIHAK)
    assert hasil == nilai
    assert type(hasil) is type(nilai)


DALAM = {"isi": "a", "rincian": [{"isi": "b", "rincian": [{"isi": "c", "rincian": [{"isi": "d", "rincian": ["e"]}]}]}]}


@pytest.mark.parametrize(
    ("jenis", "tertulis", "pesan"),
    [
        ("teks", 12, "apit dengan tanda kutip"),
        ("teks", True, "harus berupa teks"),
        ("teks", ["a"], "harus berupa teks"),
        ("teks", {"a": 1}, "harus berupa teks"),
        ("teks", date(2026, 1, 2), "harus berupa teks"),
        ("teks", "", "tidak boleh kosong"),
        ("teks", "  \n", "tidak boleh kosong"),
        ("teks", "a\x07", "U+0007"),
        ("teks", "a\ue000", "U+E000"),
        ("teks", "x" * 20_001, "paling banyak 20000"),
        ("pilihan", "tidak", "pilih ya atau boleh"),
        ("pilihan", True, "harus berupa teks"),
        ("bilangan", "3", "harus bilangan bulat"),
        ("bilangan", 1.5, "harus bilangan bulat"),
        ("bilangan", True, "harus bilangan bulat"),
        ("bilangan", -1, "antara 0 dan"),
        ("bilangan", 10**15, "antara 0 dan"),
        ("durasi", 5, "dengan satuannya"),
        ("durasi", "5", "tidak terbaca"),
        ("durasi", "5 thn", "tidak terbaca"),
        ("durasi", "0 tahun", "lebih dari nol"),
        ("durasi", "5 (empat) tahun", "tidak sama"),
        ("tanggal", "31 Februari 2026", "tidak ada"),
        ("tanggal", "Senin, 2 Januari 2026", "jatuh pada hari Jumat"),
        ("tanggal", 20260102, "tulis tanggal seperti"),
        ("tanggal", datetime(2026, 1, 2, 10), "tanpa jam"),
        ("tanggal", True, "tulis tanggal seperti"),
        ("rupiah", "banyak", ""),
        ("rupiah", -5, "antara 0 dan"),
        ("rupiah", True, "harus bilangan bulat"),
        ("rupiah", 1.5, "harus bilangan bulat"),
        ("rupiah", 10**15, "antara 0 dan"),
        ("rupiah", ["5"], "harus bilangan bulat"),
        ("ya-tidak", "mungkin", "tulis ya atau tidak"),
        ("ya-tidak", 1, "tulis ya atau tidak"),
        ("ya-tidak", None, "tulis ya atau tidak"),
        ("daftar", "a", "harus berupa daftar"),
        ("daftar", [], "harus berupa daftar"),
        ("daftar", {"a": 1}, "harus berupa daftar"),
        ("daftar", ["a", 5], "apit dengan tanda kutip"),
        ("daftar", ["a", ["b"]], "harus berupa teks"),
        ("daftar", ["a", ""], "tidak boleh kosong"),
        ("daftar", ["a"] * 2001, "paling banyak 2000"),
        ("rincian", ["a", {"isi": "b"}], "harus berisi isi dan rincian"),
        ("rincian", ["a", {"isi": "b", "rincian": []}], "harus berisi isi dan rincian"),
        ("rincian", ["a", {"isi": "b", "rincian": "c"}], "harus berisi isi dan rincian"),
        ("rincian", ["a", {"isi": "b", "rincian": ["c"], "x": 1}], "harus berisi isi dan rincian"),
        ("rincian", [["a"]], "harus berupa teks"),
        ("rincian", [DALAM], "paling banyak empat tingkat"),
        ("istilah", [{"istilah": "A"}], "istilah dan arti"),
        ("istilah", ["A adalah b"], "istilah dan arti"),
        ("istilah", [{"istilah": "A", "arti": 5}], "apit dengan tanda kutip"),
        ("pihak", 0, "1 sampai 2"),
        ("pihak", 3, "1 sampai 2"),
        ("pihak", "PIHAK KESATU", "1 sampai 2"),
        ("pihak", True, "1 sampai 2"),
    ],
)
def test_each_kind_says_what_it_expects(jenis: str, tertulis: object, pesan: str) -> None:
    with pytest.raises((ParameterError, BahasaError)) as info:
        convert(rule(jenis), tertulis, PIHAK)
    assert pesan in str(info.value)


def test_the_deepest_list_has_four_levels() -> None:
    empat = DALAM["rincian"][0]  # type: ignore[index]
    assert convert(rule("rincian"), [empat], PIHAK) == [empat]


@pytest.mark.parametrize(
    ("aturan", "diberikan", "hasil"),
    [
        ({"bawaan": "30 hari"}, {}, Durasi(hari=30)),
        ({"bawaan": "30 hari"}, {"p": None}, Durasi(hari=30)),
        ({"bawaan": "30 hari"}, {"p": "5 hari"}, Durasi(hari=5)),
        ({"wajib": False}, {}, None),
        ({"wajib": False}, {"p": "5 hari"}, Durasi(hari=5)),
        ({"wajib": False, "bawaan": "1 hari"}, {}, Durasi(hari=1)),
    ],
)
def test_a_value_left_out_is_its_default_or_empty(
    aturan: dict[str, Any], diberikan: dict[str, Any], hasil: object
) -> None:
    assert convert_all({"p": rule("durasi", **aturan)}, diberikan, PIHAK) == ({"p": hasil}, [])


def test_a_default_of_no_is_a_default() -> None:
    assert convert_all({"p": rule("ya-tidak", bawaan=False)}, {}, PIHAK) == ({"p": False}, [])
    assert convert_all({"p": rule("bilangan", bawaan=0)}, {}, PIHAK) == ({"p": 0}, [])


def test_a_value_of_no_or_nothing_is_a_value_and_not_the_default() -> None:
    assert convert_all({"p": rule("ya-tidak", bawaan=True)}, {"p": False}, PIHAK) == ({"p": False}, [])
    assert convert_all({"p": rule("bilangan", bawaan=5)}, {"p": 0}, PIHAK) == ({"p": 0}, [])
    assert convert_all({"p": rule("teks", bawaan="x")}, {"p": ""}, PIHAK)[1] == [("p", "tidak boleh kosong")]


def test_all_faults_come_at_once() -> None:
    spesifikasi = {
        "lama": rule("durasi"),
        "jumlah": rule("bilangan"),
        "hal": rule("teks"),
        "bebas": rule("teks", wajib=False),
    }
    nilai, galat = convert_all(spesifikasi, {"lma": "5 tahun", "jumlah": "x", "zzz": 1}, PIHAK)
    assert galat == [
        ("lma", "parameter ini tidak dikenal; mungkin maksudnya 'lama'"),
        ("zzz", "parameter ini tidak dikenal; yang ada: lama, jumlah, hal, bebas"),
        (None, "parameter 'lama' belum diisi: keterangan durasi"),
        ("jumlah", "harus bilangan bulat, misalnya 3, bukan 'x'"),
        (None, "parameter 'hal' belum diisi: keterangan teks"),
    ]
    assert nilai["bebas"] is None


def test_a_clause_without_parameters_says_so() -> None:
    assert convert_all({}, {"x": 1}, PIHAK)[1] == [("x", "parameter ini tidak dikenal; yang ada: -")]


RANCANGAN = """\
jenis: nota-kesepakatan
judul: Uji
tanggal: 2026-01-02
tempat: Pasuruan
pihak:
  - {nama: A, kedudukan: J, penandatangan: {nama: N, jabatan: J}}
  - {nama: B, kedudukan: J, penandatangan: {nama: N, jabatan: J}}
pasal:
  - klausul: waktu/a
    parameter:
      lama: 0 tahun
      pmberitahuan: 30 hari
  - klausul: waktu/a
    parameter: {lama: 5 tahun, pihak: 7}
bagian:
  penutup:
    klausul: penutup/umum
    parameter:
      rangkap: dua
"""


def test_every_fault_names_its_line_in_the_draft_and_its_clause(ruang: SmallWorkspace) -> None:
    parameter = {
        "lama": {"jenis": "durasi", "keterangan": "lamanya"},
        "pemberitahuan": {"jenis": "durasi", "keterangan": "batasnya"},
        "pihak": {"jenis": "pihak", "keterangan": "siapa", "wajib": False},
    }
    ruang.clause("waktu/a", "{{ lama }} {{ pemberitahuan }}", parameter=parameter)
    rangkap = {"rangkap": {"jenis": "bilangan", "keterangan": "x"}}
    ruang.clause("penutup/umum", "{{ rangkap }}", bagian="penutup", parameter=rangkap)
    assert [str(g) for g in ruang.faults(RANCANGAN)] == [
        "rancangan.yaml:12: pasal ke-1 › parameter › pmberitahuan: parameter ini tidak dikenal; "
        "mungkin maksudnya 'pemberitahuan' (klausul waktu/a)",
        'rancangan.yaml:11: pasal ke-1 › parameter › lama: Durasi "0 tahun" harus lebih dari nol. Tulis misalnya '
        '"5 tahun", "1 tahun 6 bulan", "30 hari kalender", atau "14 hari kerja". (klausul waktu/a)',
        "rancangan.yaml:10: pasal ke-1 › parameter: parameter 'pemberitahuan' belum diisi: batasnya (klausul waktu/a)",
        "rancangan.yaml:14: pasal ke-2 › parameter: parameter 'pemberitahuan' belum diisi: batasnya (klausul waktu/a)",
        "rancangan.yaml:14: pasal ke-2 › parameter › pihak: tulis nomor urut pihak, 1 sampai 2 (klausul waktu/a)",
        "rancangan.yaml:19: bagian › penutup › parameter › rangkap: harus bilangan bulat, misalnya 3, bukan 'dua' "
        "(klausul penutup/umum)",
    ]


def test_a_parameter_of_kind_pihak_is_the_party(ruang: SmallWorkspace) -> None:
    ruang.clause(
        "uji/a", "{{ siapa.sebutan }} ({{ siapa.nama }})", parameter={"siapa": {"jenis": "pihak", "keterangan": "x"}}
    )
    susunan = ruang.assemble(make_draft([{"klausul": "uji/a", "parameter": {"siapa": 2}}]))
    assert next(susunan.naskah.iter_pasal()).ayat[0].isi[0].teks == "PIHAK KEDUA (Pemerintah B)"


def test_a_number_written_like_a_number_reaches_text_and_money_as_typed(ruang: SmallWorkspace) -> None:
    parameter = {
        "nomor": {"jenis": "teks", "keterangan": "x"},
        "nilai": {"jenis": "rupiah", "keterangan": "x"},
    }
    ruang.clause("uji/a", "{{ nomor }}: {{ nilai | terbilang }}", parameter=parameter)
    teks = RANCANGAN[: RANCANGAN.index("  - klausul")]
    teks += "  - klausul: uji/a\n    parameter: {nomor: 002, nilai: 10.000}\n"
    isi = next(ruang.assemble(teks).naskah.iter_pasal()).ayat[0].isi
    assert isi[0].teks == "002: Rp10.000,00 (sepuluh ribu rupiah)"
