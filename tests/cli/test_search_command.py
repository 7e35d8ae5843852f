"""`naskah registri cari`: what it shows, what it says when there is nothing, and that nothing typed breaks it."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from naskah.registry.database import open_registry

PKS = "examples/pks-babel.yaml"
NK = "examples/nk-pasuruan.yaml"
ADENDUM = "examples/adendum"


@pytest.fixture
def terdaftar(ruang, jalankan):
    """A registry with a PKS that names no legal basis and an NK that does."""
    for rancangan in (PKS, NK):
        assert jalankan("registri", "tambah", rancangan).kode == 0
    return ruang


def find(jalankan, *argumen):
    hasil = jalankan("registri", "cari", *argumen, "-f", "json")
    assert hasil.kode == 0, hasil.galat
    return json.loads(hasil.keluaran)["temuan"]


def test_words_of_a_pasal_are_shown_where_they_stand(terdaftar, jalankan):
    hasil = jalankan("registri", "cari", "merahasiakan data", "--pada", "2026-06-01")
    assert hasil.kode == 0
    assert "Keadaan pada 1 Juni 2026" in hasil.keluaran
    assert "Pasal 7" in hasil.keluaran
    assert "«merahasiakan data»" in " ".join(hasil.keluaran.split())
    assert "berlaku" in hasil.keluaran
    assert hasil.galat == ""


def test_json_gives_the_piece_of_text_and_the_places_of_the_hits(terdaftar, jalankan):
    (satu,) = find(jalankan, "ekosistem", "--pada", "2026-06-01")
    assert (satu["id"], satu["letak"], satu["keadaan"], satu["tanggal"]) == (
        "pks-babel-2025",
        "judul",
        "berlaku",
        "2025-04-29",
    )
    ((awal, akhir),) = satu["cuplikan"]["sorot"]
    assert satu["cuplikan"]["teks"][awal:akhir] == "Ekosistem"


@pytest.mark.parametrize("dicari", ["UU 23/2014", "uu-23-2014", "Undang-Undang Nomor 23 Tahun 2014"])
def test_a_draft_registers_the_regulations_it_cites_also_as_amended(terdaftar, jalankan, dicari):
    hasil = jalankan("registri", "cari", "--peraturan", dicari)
    assert "nk-pasuruan-2026" in hasil.keluaran
    assert "pks-babel-2025" not in hasil.keluaran
    assert "termasuk yang mengutip UU 23/2014 sebagaimana telah diubah" in hasil.keluaran


def test_a_key_of_the_law_library_names_its_regulation(terdaftar, jalankan):
    """permenaker-4-2018 could be guessed; the name of a region in a key cannot."""
    (satu,) = find(jalankan, "--peraturan", "pergub-jatim-36-2021")
    assert satu["peraturan"] == "Pergub Jawa Timur 36/2021"


def test_a_clause_is_told_with_the_version_in_use(terdaftar, jalankan):
    semua = find(jalankan, "--klausul", "kerahasiaan")
    assert [(satu["id"], satu["letak"], satu["klausul"]) for satu in semua] == [
        ("pks-babel-2025", "Pasal 7", "kerahasiaan/lanjut@1")
    ]


def test_what_an_adendum_says_is_found_under_its_parent(terdaftar, jalankan):
    assert jalankan("registri", "tambah", "examples/adendum/pks-babel-adendum-1.yaml").kode == 0
    for kata, letak in (
        ("lebih sering dilaporkan", "Adendum Kesatu, Premis"),
        ("secara tertulis setiap 3 (tiga) bulan", "Adendum Kesatu, Pasal I"),
        ("004/TKKSD/DKUKM/2027", "adendum"),
        ("pks-babel-2025-adendum-1", "adendum"),
    ):
        (satu,) = find(jalankan, kata)
        assert (satu["id"], satu["letak"]) == ("pks-babel-2025", letak)


@pytest.mark.parametrize(
    ("argumen", "saran"),
    [
        (["zzzz"], "awalannya saja"),
        (["zzzz yyyy"], "tanpa tanda kutip"),
        (["--klausul", "kerahasiaan/tidak-ada"], "Yang ada di registri: kerahasiaan/lanjut"),
        (["--klausul", "zzzz/zzzz"], "naskah klausul daftar"),
        (["--peraturan", "UU 23/2004"], "Yang ada di registri:"),
        (["--peraturan", "Qanun Aceh"], 'naskah registri cari "Qanun Aceh"'),
    ],
)
def test_who_finds_nothing_reads_what_to_try(terdaftar, jalankan, argumen, saran):
    hasil = jalankan("registri", "cari", *argumen)
    assert hasil.kode == 0
    assert "tidak ada" in hasil.keluaran
    assert saran in hasil.keluaran


def test_what_could_not_be_indexed_yet_is_said(terdaftar, jalankan):
    with open_registry(Path("registry.db")) as lain, lain.write():
        hasil = jalankan("registri", "cari", "jaminan")
    assert hasil.kode == 0
    assert "2 peristiwa terakhir belum ikut dicari" in hasil.galat
    assert jalankan("registri", "cari", "jaminan").galat == ""


def test_a_rebuild_makes_the_index_anew_too(terdaftar, jalankan):
    assert len(find(jalankan, "jaminan")) == 2
    with closing(sqlite3.connect("registry.db")) as conn, conn:
        conn.execute("DELETE FROM cari_baris")
    assert find(jalankan, "jaminan") == []
    assert jalankan("registri", "bangun-ulang").kode == 0
    assert len(find(jalankan, "jaminan")) == 2


def test_more_than_asked_for_is_said(terdaftar, jalankan):
    assert "masih ada yang lain; ini 1 yang pertama" in jalankan("registri", "cari", "jaminan", "--batas", "1").keluaran
    assert "masih ada" not in jalankan("registri", "cari", "jaminan", "--batas", "2").keluaran


@pytest.mark.parametrize(
    ("argumen", "galat"),
    [
        ([], "belum ada yang dicari"),
        (["?!"], "tidak ada yang dapat dicari"),
        (["ab*"], "terlalu pendek"),
        (["--klausul", "a b"], "tulis topik/varian"),
        (["kata", "--pada", "besok"], "besok"),
    ],
)
def test_a_wrong_question_is_exit_2_and_a_sentence(terdaftar, jalankan, argumen, galat):
    hasil = jalankan("registri", "cari", *argumen)
    assert hasil.kode == 2
    assert galat in hasil.galat


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(
        st.text(alphabet="\"*()^:'%;-ANDORNEAR kerahasiaan415./\0é", min_size=1, max_size=30), min_size=1, max_size=3
    )
)
def test_nothing_typed_brings_a_traceback(terdaftar, jalankan, kata):
    assert jalankan("registri", "cari", "--", *kata).kode in (0, 2)


def test_search_loads_neither_pydantic_nor_the_law_library(terdaftar):
    import subprocess
    import sys

    kode = (
        "import sys; from naskah.cli.app import execute; execute(['registri', 'cari', 'jaminan']);"
        "execute(['registri', 'cari', '--peraturan', 'UU 23/2014']);"
        "print([m for m in ('pydantic', 'sqlite_utils', 'yaml', 'docx') if m in sys.modules], file=sys.stderr)"
    )
    hasil = subprocess.run([sys.executable, "-c", kode], capture_output=True, text=True, check=True)
    assert hasil.stderr == "[]\n"
