"""Faults of a draft as sentences: file, line, key, what is expected; all of them at once."""

import re
from pathlib import Path

import pytest

from naskah.library.drafts import load_rancangan
from naskah.library.settings import Pengaturan, load_settings
from naskah.library.validation import locate, name_key, validate
from naskah.library.yaml_lines import load_yaml, parse_yaml
from naskah.model.galat import NaskahError
from naskah.model.klausul import KepalaKlausul
from naskah.model.rancangan import PilihanKlausul, Rancangan
from naskah.model.tipe import Model, Tanggal

DASAR = """\
jenis: nota-kesepakatan
judul: Uji
tanggal: 2026-01-02
tempat: Pasuruan
pihak:
  - nama: A
    kedudukan: Jalan
    penandatangan: {nama: N, jabatan: J}
  - nama: B
    kedudukan: Jalan
    penandatangan: {nama: M, jabatan: J}
pasal:
  - judul: Satu
    isi: Bunyi.
"""


def read(teks: str) -> Rancangan:
    return validate(Rancangan, parse_yaml(teks, "r.yaml"))


def faults(teks: str, model: type = Rancangan) -> list[str]:
    with pytest.raises(NaskahError) as info:
        validate(model, parse_yaml(teks, "r.yaml"))
    assert all(g.berkas == "r.yaml" for g in info.value.galat)
    return [str(g) for g in info.value.galat]


def test_a_good_draft_is_read() -> None:
    assert [p.nama for p in read(DASAR).pihak] == ["A", "B"]


@pytest.mark.parametrize(
    ("tambahan", "galat"),
    [
        ("judl: X", "r.yaml:15: judl: kunci ini tidak dikenal; mungkin maksudnya 'judul'"),
        ("gaya: {prmis: huruf}", "r.yaml:15: gaya › prmis: kunci ini tidak dikenal; mungkin maksudnya 'premis'"),
        (
            "  - klausul: a/b\n    parametr: {}",
            "r.yaml:16: pasal ke-2 › parametr: kunci ini tidak dikenal; mungkin maksudnya 'parameter'",
        ),
        (
            "  - judul: Dua\n    isi: x\n    labl: dua",
            "r.yaml:17: pasal ke-2 › labl: kunci ini tidak dikenal; mungkin maksudnya 'label'",
        ),
        (
            "bagian:\n  penutup: {klausul: a/b, parametr: {}}",
            "r.yaml:16: bagian › penutup › parametr: kunci ini tidak dikenal; mungkin maksudnya 'parameter'",
        ),
        (
            "induk: {judul: X, tanggal: 2024-01-01, nomr: 1}",
            "r.yaml:15: induk › nomr: kunci ini tidak dikenal; mungkin maksudnya 'nomor'",
        ),
        (
            "induk:\n  judul: X\n  tanggal: 2024-01-01\n  adendum:\n    - tanggal: 2025-01-01\n      nomer: [1]",
            "r.yaml:20: induk › adendum ke-1 › nomer: kunci ini tidak dikenal; mungkin maksudnya 'nomor'",
        ),
    ],
)
def test_an_unknown_key_is_named_with_the_one_that_was_meant(tambahan: str, galat: str) -> None:
    assert faults(DASAR + tambahan) == [galat]


@pytest.mark.parametrize(
    ("lama", "baru", "galat"),
    [
        ("    kedudukan: Jalan\n    pen", "    kedudukan: Jalan\n    kedudukn: X\n    pen", "pihak ke-{} › kedudukn"),
        ("jabatan: J}", "jabatan: J, jabatn: K}", "pihak ke-{} › penandatangan › jabatn"),
        (
            "jabatan: J}",
            "jabatan: J, kuasa: [{dokumen: D, nomr: 1}]}",
            "pihak ke-{} › penandatangan › kuasa ke-1 › nomr",
        ),
    ],
)
def test_an_unknown_key_is_found_in_every_party(lama: str, baru: str, galat: str) -> None:
    semua = faults(DASAR.replace(lama, baru))
    assert [g.split(": ")[1] for g in semua] == [galat.format(1), galat.format(2)]
    assert all("mungkin maksudnya" in g for g in semua)


def test_an_unknown_key_that_resembles_none_gets_the_list_of_keys() -> None:
    (galat,) = faults(DASAR + "zzz: 1")
    assert "yang ada: bagian, catatan, dasar_hukum" in galat


def test_an_unknown_kind_of_part_lists_the_kinds() -> None:
    (galat,) = faults(DASAR + "bagian:\n  penutp: {klausul: a/b}")
    assert galat.startswith("r.yaml:16: bagian › penutp: 'penutp' tidak dikenal; pilih")
    assert "'kesepakatan', 'penutup'" in galat


@pytest.mark.parametrize(
    ("hapus", "galat"),
    [
        ("judul: Uji\n", "r.yaml:1: judul: kunci ini belum diisi"),
        ("tempat: Pasuruan\n", "r.yaml:1: tempat: kunci ini belum diisi"),
        ("    isi: Bunyi.\n", "r.yaml:12: pasal ke-1 › klausul: kunci ini belum diisi"),
    ],
)
def test_a_missing_key_is_named_at_the_line_of_its_parent(hapus: str, galat: str) -> None:
    assert re.sub(r":1[123]: pasal", ":12: pasal", faults(DASAR.replace(hapus, ""))[0]) == galat


@pytest.mark.parametrize(
    ("tambahan", "galat"),
    [
        ("premis: satu", "r.yaml:15: premis: harus berupa daftar"),
        ("premis: {a: b}", "r.yaml:15: premis: harus berupa daftar"),
        ("premis: [a, [b]]", "r.yaml:15: premis ke-2: harus berupa teks"),
        ("premis:\n  - a\n  -\n", "r.yaml:17: premis ke-2: harus berupa teks (nilainya kosong)"),
        ('premis: ["", x]', "r.yaml:15: premis ke-1: tidak boleh kosong"),
        ("gaya: x", "r.yaml:15: gaya: harus berupa pasangan"),
        ("gaya: [x]", "r.yaml:15: gaya: harus berupa pasangan"),
        ("gaya: {paraf: barangkali}", "r.yaml:15: gaya › paraf: harus ya atau tidak"),
        ("gaya: {premis: romawi-kecil}", "r.yaml:15: gaya › premis: 'romawi-kecil' tidak dikenal; pilih 'angka'"),
        ("tanggal_sama: 5", "r.yaml:15: tanggal_sama: harus ya atau tidak"),
        ("id: a b", "r.yaml:15: id: 'a b' hanya boleh memuat huruf, angka, titik, dan tanda hubung"),
        ("  - teks saja", "r.yaml:15: pasal ke-2: harus berupa pasangan"),
        ("  - klausul: a/b\n    parameter: x", "r.yaml:16: pasal ke-2 › parameter: harus berupa pasangan"),
        ("  - judul: D\n    isi: y\n    muatan: x", "r.yaml:17: pasal ke-2 › muatan: harus berupa daftar"),
        ("unit: {a: b}", "r.yaml:15: unit: harus berupa teks"),
        ("induk: {judul: X, tanggal: 20240101}", "r.yaml:15: induk › tanggal: tulis tanggal seperti"),
        ("premis: [" + "x" * 20_001 + "]", "r.yaml:15: premis ke-1: terlalu panjang: paling banyak 20000 karakter"),
    ],
)
def test_a_value_of_the_wrong_kind_says_what_is_expected(tambahan: str, galat: str) -> None:
    (satu,) = faults(DASAR + tambahan)
    assert satu.startswith(galat)


@pytest.mark.parametrize(
    ("ganti", "galat"),
    [
        ("jenis: surat-edaran", "'surat-edaran' tidak dikenal; pilih 'nota-kesepakatan', 'kesepakatan-bersama',"),
        ("jenis: 5", "5 tidak dikenal"),
        ("jenis:", "tidak dikenal"),
    ],
)
def test_an_unknown_kind_lists_the_kinds(ganti: str, galat: str) -> None:
    (satu,) = faults(DASAR.replace("jenis: nota-kesepakatan", ganti))
    assert satu.startswith("r.yaml:1: jenis: ")
    assert galat in satu


@pytest.mark.parametrize("nomor", ["002", "12", "100.3.7/15", "1e3", "2026-01-02", "true", "1.10", "0x1F", "12:30"])
def test_where_text_is_expected_a_number_stays_as_it_was_typed(nomor: str) -> None:
    teks = DASAR.replace("nama: A\n", f"nama: A\n    nomor: {nomor}\n").replace("nama: B\n", "nama: B\n    nomor: 1\n")
    teks += f"  - klausul: a/b\n    judul: {nomor}\ndasar_hukum: [{nomor}]\n"
    teks += f"induk: {{judul: {nomor}, tanggal: 1 Mei 2024}}\n"
    rancangan = read(teks)
    assert rancangan.pihak[0].nomor == nomor
    assert isinstance(rancangan.pasal[1], PilihanKlausul) and rancangan.pasal[1].judul == nomor
    assert rancangan.dasar_hukum == (nomor,)
    assert rancangan.induk is not None and rancangan.induk.judul == nomor


@pytest.mark.parametrize("tanggal", ["2026-01-02", "2 Januari 2026", '"2026-01-02"', "2-1-2026", "02/01/2026"])
def test_a_date_may_be_a_yaml_date_or_text(tanggal: str) -> None:
    assert read(DASAR.replace("2026-01-02", tanggal)).tanggal.isoformat() == "2026-01-02"


@pytest.mark.parametrize(
    ("tanggal", "galat"),
    [
        ("2026-02-30", "2026-02-30 bukan tanggal yang ada"),
        ("30 Februari 2026", "tidak ada"),
        ("2026-01-02 10:00:00", "tanpa jam"),
        ("20260102", "tulis tanggal seperti"),
        ("besok", "bukan tanggal"),
        ("", "tulis tanggal seperti"),
    ],
)
def test_a_date_that_is_none_is_named_once(tanggal: str, galat: str) -> None:
    (satu,) = faults(DASAR.replace("tanggal: 2026-01-02", f"tanggal: {tanggal}"))
    assert satu.startswith("r.yaml:3: tanggal: ")
    assert galat in satu


def test_all_faults_come_at_once_in_the_order_of_the_file() -> None:
    teks = (
        DASAR.replace("jenis: nota-kesepakatan", "jenis: surat")
        .replace("tanggal: 2026-01-02", "tanggal: 2026-02-30")
        .replace("nama: A\n", "naam: A\n")
        .replace("nama: B\n", 'nama: "B\\x01"\n')
        .replace("isi: Bunyi.", "isi:")
    )
    teks += "judul: Dua kali\nid: a b\npremis: x\n"
    assert [(g.split(": ")[0], g.split(": ")[1]) for g in faults(teks)] == [
        ("r.yaml:1", "jenis"),
        ("r.yaml:3", "tanggal"),
        ("r.yaml:6", "pihak ke-1 › naam"),
        ("r.yaml:6", "pihak ke-1 › nama"),
        ("r.yaml:9", "pihak ke-2 › nama"),
        ("r.yaml:14", "pasal ke-1 › isi"),
        ("r.yaml:15", "judul (kembar)"),
        ("r.yaml:16", "id"),
        ("r.yaml:17", "premis"),
    ]


def test_an_impossible_date_in_a_free_value_is_a_fault_too() -> None:
    (satu,) = faults(DASAR + "  - klausul: a/b\n    parameter:\n      mulai: 2026-02-30\n")
    assert satu.startswith("r.yaml:17: pasal ke-2 › parameter › mulai: 2026-02-30 bukan tanggal")


def test_three_parties_with_two_numbers_are_refused() -> None:
    teks = DASAR.replace("nama: A\n", "nama: A\n    nomor: 1\n").replace("nama: B\n", "nama: B\n    nomor: 2\n")
    teks = teks.replace("pasal:", "  - {nama: C, kedudukan: J, penandatangan: {nama: N, jabatan: J}}\npasal:")
    (satu,) = faults(teks)
    assert "ada 3 pihak tetapi hanya 2 nomor" in satu


def test_a_list_with_wrong_items_is_not_called_too_short_as_well() -> None:
    semua = faults(DASAR.replace("nama: A", "naam: A").replace("nama: B", "naam: B"))
    assert [g.split(": ")[1] for g in semua] == [
        "pihak ke-1 › naam",
        "pihak ke-1 › nama",
        "pihak ke-2 › naam",
        "pihak ke-2 › nama",
    ]


def test_a_list_that_is_too_short_says_how_long_it_must_be() -> None:
    teks = DASAR[: DASAR.index("  - nama: B")] + DASAR[DASAR.index("pasal:") :]
    assert faults(teks) == ["r.yaml:5: pihak: paling sedikit 2 butir"]


@pytest.mark.parametrize(
    ("karakter", "kode"),
    [
        ('"x\\x00y"', "U+0000"),
        ('"x\\x07y"', "U+0007"),
        ('"x\\x85y"', "U+0085"),
        ('"\\ue000"', "U+E000"),
        ("\ue001", "U+E001"),
    ],
)
def test_control_and_private_use_characters_are_refused_wherever_text_stands(karakter: str, kode: str) -> None:
    teks = DASAR.replace("nama: A", f"nama: {karakter}") + f"premis: [{karakter}]\n"
    semua = faults(teks)
    assert [g.split(": ")[1] for g in semua] == ["pihak ke-1 › nama", "premis ke-1"]
    assert all(kode in g for g in semua)


@pytest.mark.parametrize("teks", ["- a\n- b\n", "hanya teks\n", "12\n"])
def test_a_file_that_is_no_mapping_is_refused(teks: str) -> None:
    (satu,) = faults(teks)
    assert 'harus berisi pasangan "kunci: nilai"' in satu


@pytest.mark.parametrize("teks", ["", "# komentar\n", "---\n"])
def test_an_empty_file_says_where_to_start(teks: str) -> None:
    (satu,) = faults(teks)
    assert "mulai dari salah satu contoh" in satu


def test_the_head_of_a_clause_suggests_keys_inside_its_parameters() -> None:
    kepala = "judul: J\nversi: 1\nberlaku_untuk: [nota-kesepakatan]\nketerangan: x\n"
    kepala += "parameter:\n  lama: {jenis: durasi, ketrangan: x}\n  hal: {jenis: tks, keterangan: x}\n"
    semua = faults(kepala, KepalaKlausul)
    assert semua[0].startswith("r.yaml:6: parameter › lama › keterangan: kunci ini belum diisi")
    assert semua[1].endswith("ketrangan: kunci ini tidak dikenal; mungkin maksudnya 'keterangan'")
    assert semua[2].startswith("r.yaml:7: parameter › hal › jenis: 'tks' tidak dikenal; pilih 'teks', ")


def test_the_settings_name_a_wrong_day_by_its_own_line() -> None:
    semua = faults("libur:\n  2026-01-01: Libur\n  2026-02-30: X\nmasuk: [20260101, 1 Mei 2026]\n", Pengaturan)
    assert [g.split(": ")[0] + ": " + g.split(": ")[1] for g in semua] == [
        "r.yaml:3: libur › 2026-02-30",
        "r.yaml:4: masuk ke-1",
    ]


def test_empty_settings_are_all_defaults(tmp_path: Path) -> None:
    (tmp_path / "naskah.yaml").write_text("# kosong\n")
    assert load_settings(tmp_path / "naskah.yaml") == Pengaturan()


def test_a_draft_remembers_the_line_of_each_value(tmp_path: Path) -> None:
    (tmp_path / "r.yaml").write_text(DASAR)
    berkas = load_rancangan(tmp_path / "r.yaml")
    galat = berkas.galat(("pihak", 1, "penandatangan", "nama"), "salah")
    assert str(galat) == f"{tmp_path}/r.yaml:11: pihak ke-2 › penandatangan › nama: salah"


@pytest.mark.parametrize(
    ("jalur", "nama"),
    [
        ((), ""),
        (("judul",), "judul"),
        (("pihak", 1, "penandatangan", "nama"), "pihak ke-2 › penandatangan › nama"),
        (("a", 0, 1, "b"), "a ke-1 ke-2 › b"),
    ],
)
def test_a_path_is_said_as_a_person_says_it(jalur: tuple[str | int, ...], nama: str) -> None:
    assert name_key(jalur) == nama


@pytest.mark.parametrize(
    ("loc", "hasil"),
    [
        (("pasal", 0, "klausul", "parametr"), (("pasal", 0, "parametr"), None)),
        (("pasal", 0, "klausul", "hilang"), (("pasal", 0), "hilang")),
        (("pasal", 0, "klausul"), (("pasal", 0, "klausul"), None)),
        (("pasal", 0, "klausul", "parameter", "x"), (("pasal", 0, "parameter", "x"), None)),
        (("libur", "2026-01-01", "[key]"), (("libur", "2026-01-01"), None)),
    ],
)
def test_a_union_tag_is_no_part_of_the_path(loc: tuple[str | int, ...], hasil: tuple[object, object]) -> None:
    data = {"pasal": [{"klausul": "a/b", "parametr": 1, "parameter": {"x": 1}}], "libur": {"2026-01-01": "x"}}
    assert locate(loc, data) == hasil


def test_a_long_value_is_quoted_by_its_beginning(tmp_path):
    class Surat(Model):
        hari: Tanggal

    jalur = tmp_path / "a.yaml"
    jalur.write_text(f"hari: {'panjang ' * 4000}\n", encoding="utf-8")
    with pytest.raises(NaskahError) as tertangkap:
        validate(Surat, load_yaml(jalur))
    assert len(str(tertangkap.value)) < 400
