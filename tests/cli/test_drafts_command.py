"""`naskah susun`: what it writes, and that bad input writes nothing."""

import copy
import os
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml

PKS = "examples/pks-babel.yaml"


def change(berkas: Path, ubah) -> None:
    data = yaml.safe_load(berkas.read_text(encoding="utf-8"))
    ubah(data)
    berkas.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")


def test_the_document_appears_beside_the_draft(ruang, jalankan):
    hasil = jalankan("susun", PKS)
    assert (hasil.kode, hasil.galat) == (0, "")
    assert zipfile.ZipFile("examples/pks-babel.docx").testzip() is None


def test_every_format_in_one_run(ruang, jalankan, list_files):
    assert jalankan("susun", PKS, "-o", "hasil/", "-f", "txt", "-f", "html").kode == 0
    assert list_files(ruang / "hasil") == ["pks-babel.html", "pks-babel.txt"]


@pytest.mark.parametrize("keluaran", ["hasil/lain.docx", "hasil/lain.txt", "hasil/lain.html"])
def test_the_name_of_the_output_chooses_the_format(ruang, jalankan, list_files, keluaran):
    assert jalankan("susun", PKS, "-o", keluaran).kode == 0
    assert list_files(ruang / "hasil") == [Path(keluaran).name]


def test_the_same_draft_gives_the_same_bytes(ruang, jalankan):
    jalankan("susun", PKS, "-o", "a.docx")
    jalankan("susun", PKS, "-o", "b.docx")
    assert Path("a.docx").read_bytes() == Path("b.docx").read_bytes()


def test_an_edited_document_is_never_overwritten_unasked(ruang, jalankan):
    Path("a.docx").write_text("suntingan orang", encoding="utf-8")
    hasil = jalankan("susun", PKS, "-o", "a.docx")
    assert hasil.kode == 2
    assert "--timpa" in hasil.galat
    assert Path("a.docx").read_text(encoding="utf-8") == "suntingan orang"
    assert jalankan("susun", PKS, "-o", "a.docx", "--timpa").kode == 0


def test_registering_twice_changes_nothing(ruang, jalankan):
    assert "didaftarkan: pks-babel-2025" in jalankan("susun", PKS, "--daftarkan").keluaran
    assert "tidak ada yang berubah" in jalankan("susun", PKS, "--daftarkan").keluaran


def test_other_facts_under_a_known_id_are_refused_until_asked_for(ruang, jalankan):
    jalankan("susun", PKS, "--daftarkan")
    change(Path(PKS), lambda d: d.update(tempat="Muntok"))
    hasil = jalankan("susun", PKS, "--daftarkan", "-o", "baru/")
    assert hasil.kode == 2
    assert "--perbarui" in hasil.galat
    assert not Path("baru/pks-babel.docx").exists()
    assert jalankan("susun", PKS, "--perbarui", "-o", "baru/").kode == 0


def _remove_parameter(data):
    for pasal in data["pasal"]:
        pasal.get("parameter", {}).pop("durasi", None)


def _wrong_duration(data):
    for pasal in data["pasal"]:
        if "durasi" in pasal.get("parameter", {}):
            pasal["parameter"]["durasi"] = "lima tahunan"


def _three_parties_two_numbers(data):
    ketiga = copy.deepcopy(data["pihak"][1]) | {"nama": "Pihak Ketiga"}
    del ketiga["nomor"]
    data["pihak"].append(ketiga)


BURUK = {
    "unknown clause": (lambda d: d["pasal"][0].update(klausul="maksud-tujuan/tidak-ada"), "klausul"),
    "missing parameter": (_remove_parameter, "'durasi' belum diisi"),
    "wrong duration": (_wrong_duration, "durasi"),
    "unknown label": (
        lambda d: d["pasal"].append({"judul": "X", "isi": 'lihat {{ rujuk("entah") }}.'}),
        "label 'entah' tidak ada",
    ),
    "three parties, two numbers": (_three_parties_two_numbers, "ada 3 pihak tetapi hanya 2 nomor"),
    "unknown key": (lambda d: d.update(tangal="x"), "mungkin maksudnya 'tanggal'"),
    "missing key": (lambda d: d.pop("tempat"), "tempat: kunci ini belum diisi"),
    "impossible date": (lambda d: d.update(tanggal="31 Februari 2025"), "Februari 2025"),
    "control character": (lambda d: d.update(judul="a\x07b"), "U+0007"),
    "unknown regulation": (lambda d: d.update(dasar_hukum=["uu-1-9999"]), "uu-1-9999"),
}


@pytest.mark.parametrize("kasus", BURUK)
def test_bad_input_names_the_file_and_writes_nothing(ruang, jalankan, list_files, kasus):
    ubah, pesan = BURUK[kasus]
    change(Path(PKS), ubah)
    sebelum = list_files(ruang)
    hasil = jalankan("susun", PKS, "--daftarkan")
    assert hasil.kode == 2
    assert pesan in hasil.galat
    assert PKS in hasil.galat
    assert "Traceback" not in hasil.galat
    assert list_files(ruang) == sebelum


def test_all_faults_come_at_once(ruang, jalankan):
    def ubah(data):
        data.pop("tempat")
        data["pihak"][0]["kedudukn"] = "x"
        data["tanggal"] = "2025-02-30"

    change(Path(PKS), ubah)
    assert jalankan("susun", PKS).galat.count("galat:") == 3


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ("jenis: [nota\njudul: x", "susunan YAML rusak"),
        ("jenis: nota\n\tjudul: x", "tab"),
        ("a: &x 1\nb: *x", "jangkar"),
        ("", "belum berisi"),
        ("- a\n- b", "kunci: nilai"),
        ("judul: a: b", "titik dua"),
    ],
)
def test_broken_yaml_names_the_file(ruang, jalankan, isi, pesan):
    Path("rusak.yaml").write_text(isi, encoding="utf-8")
    hasil = jalankan("susun", "rusak.yaml")
    assert hasil.kode == 2
    assert "rusak.yaml" in hasil.galat
    assert pesan in hasil.galat


def test_a_missing_draft_is_said(ruang, jalankan):
    assert "tidak ada" in jalankan("susun", "entah.yaml").galat


def test_a_kuasa_after_the_signing_makes_no_document(ruang, jalankan):
    change(Path(PKS), lambda d: d["pihak"][0]["penandatangan"]["kuasa"][0].update(tanggal="2025-05-01"))
    hasil = jalankan("susun", PKS, "-o", "a.docx")
    assert hasil.kode == 2
    assert "1 Mei 2025, sesudah penandatanganan pada 29 April 2025" in hasil.galat and "(A05)" in hasil.galat
    assert not Path("a.docx").exists()


def test_a_locked_registry_leaves_no_document(ruang, jalankan):
    jalankan("registri", "tambah", "examples/nk-jakarta.yaml")
    kunci = sqlite3.connect("registry.db", isolation_level=None)
    kunci.execute("BEGIN EXCLUSIVE")
    try:
        hasil = jalankan("susun", PKS, "--daftarkan")
    finally:
        kunci.close()
    assert hasil.kode == 2
    assert "dipakai" in hasil.galat
    assert not Path("examples/pks-babel.docx").exists()


def test_a_newer_registry_is_refused(ruang, jalankan):
    jalankan("registri", "tambah", "examples/nk-jakarta.yaml")
    basis = sqlite3.connect("registry.db", isolation_level=None)
    basis.execute("PRAGMA user_version = 9999")
    basis.close()
    hasil = jalankan("susun", PKS, "--daftarkan")
    assert hasil.kode == 2
    assert "lebih baru" in hasil.galat
    assert not Path("examples/pks-babel.docx").exists()


# As root no permission stops a write, so these run in a mount namespace of their own.
_DI_KAPAL = """
kapal=$1; ukuran=$2; cara=$3; shift 3
mkdir -p "$kapal" && mount -t tmpfs -o size=$ukuran tmpfs "$kapal" && mount -o remount,$cara "$kapal" || exit 99
"$@"; kode=$?
ls -A "$kapal"
exit $kode
"""


@pytest.mark.parametrize(
    ("ukuran", "cara", "pesan"),
    [("8k", "rw", "disk penuh"), ("8m", "ro", "tidak boleh ditulis")],
    ids=["full disk", "read-only folder"],
)
def test_a_folder_that_cannot_be_written_gets_nothing(ruang, ukuran, cara, pesan):
    naskah = [sys.executable, "-c", "from naskah.cli import main; main()", "susun", PKS]
    hasil = subprocess.run(
        ["unshare", "-rm", "sh", "-c", _DI_KAPAL, "sh", "kapal", ukuran, cara, *naskah, "-o", "kapal/", "-f", "html"],
        capture_output=True,
        text=True,
        cwd=ruang,
    )
    assert pesan in hasil.stderr
    assert (hasil.returncode, hasil.stdout) == (2, "")


def test_a_second_format_of_the_same_draft_is_added(ruang, jalankan, list_files):
    assert jalankan("susun", PKS, "-o", "hasil/").kode == 0
    assert jalankan("susun", PKS, "-o", "hasil/", "-f", "docx", "-f", "txt").kode == 0
    assert list_files(ruang / "hasil") == ["pks-babel.docx", "pks-babel.txt"]


def test_a_pdf_of_an_unchanged_document_is_not_made_again(ruang, jalankan):
    perintah = ("susun", PKS, "-o", "hasil/", "-f", "docx", "-f", "pdf")
    assert jalankan(*perintah).kode == 0
    pdf = Path("hasil/pks-babel.pdf").read_bytes()
    assert jalankan(*perintah).kode == 0
    assert Path("hasil/pks-babel.pdf").read_bytes() == pdf


def test_what_libreoffice_cannot_do_costs_nobody_the_word_file(ruang, jalankan, list_files, monkeypatch, tmp_path):
    palsu = tmp_path / "soffice"
    palsu.write_text("#!/bin/sh\necho tidak mau\n", encoding="utf-8")
    palsu.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    hasil = jalankan("susun", PKS, "-o", "hasil/", "-f", "docx", "-f", "pdf", "--daftarkan")
    assert hasil.kode == 2
    assert "galat: hasil/pks-babel.pdf: LibreOffice tidak dapat mengubah" in hasil.galat
    assert hasil.keluaran.splitlines() == ["ditulis: hasil/pks-babel.docx", "didaftarkan: pks-babel-2025"]
    assert list_files(ruang / "hasil") == ["pks-babel.docx"]
    assert jalankan("susun", PKS, "-o", "lain/", "-f", "pdf").kode == 2
    assert not Path("lain").exists()


@pytest.mark.parametrize(
    ("argumen", "pesan"),
    [
        ((PKS, "-o", "hasil.doc"), "bentuk .doc tidak dikenal"),
        (("templates/nota-kesepakatan.docx",), "ini berkas Word atau Excel"),
        (("/dev/null",), "bukan berkas biasa"),
        (("examples",), "ini folder"),
    ],
)
def test_a_wrong_file_is_told_from_a_wrong_draft(ruang, jalankan, list_files, argumen, pesan):
    sebelum = list_files(ruang)
    hasil = jalankan("susun", *argumen)
    assert hasil.kode == 2
    assert pesan in hasil.galat
    assert list_files(ruang) == sebelum


def test_a_pipe_in_place_of_a_draft_does_not_hang(ruang, jalankan):
    os.mkfifo("pipa.yaml")
    assert "bukan berkas biasa" in jalankan("susun", "pipa.yaml").galat


def test_a_file_name_that_is_no_text_is_refused(ruang, jalankan):
    Path(os.fsdecode(b"nama\xff.yaml")).write_bytes(Path(PKS).read_bytes())
    hasil = jalankan("susun", os.fsdecode(b"nama\xff.yaml"), "--daftarkan")
    assert hasil.kode == 2
    assert "nama berkas" in hasil.galat


def test_the_unit_of_the_workspace_is_that_of_a_draft_without_one(ruang, jalankan):
    change(Path(PKS), lambda d: d.pop("unit"))
    Path("naskah.yaml").write_text("unit: Bagian Kerja Sama\n", encoding="utf-8")
    jalankan("registri", "tambah", PKS)
    assert "unit: Bagian Kerja Sama" in jalankan("registri", "tampil", "pks-babel-2025").keluaran
