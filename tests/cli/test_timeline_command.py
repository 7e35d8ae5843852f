"""`naskah registri linimasa`: the file it writes, the years it shows, and what it refuses."""

import re
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from naskah.model.pendaftaran import Pendaftaran
from naskah.registry.database import open_registry
from naskah.registry.registration import register

SEMUA = ("nk-pasuruan", "nk-jakarta", "pks-babel")


@pytest.fixture
def terdaftar(ruang, jalankan):
    for nama in SEMUA:
        assert jalankan("registri", "tambah", f"examples/{nama}.yaml").kode == 0
    return ruang


def years(berkas: str) -> list[str]:
    return re.findall(r'font-weight="bold">(\d{4})</text>', Path(berkas).read_text(encoding="utf-8"))


def test_all_agreements_are_drawn_as_a_page_unless_a_picture_is_asked_for(terdaftar, jalankan):
    hasil = jalankan("registri", "linimasa", "--pada", "2026-11-20")
    assert (hasil.kode, hasil.galat) == (0, "")
    assert hasil.keluaran == "ditulis: linimasa.html (3 perjanjian, 2025 sampai 2030)\n"
    assert Path("linimasa.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert jalankan("registri", "linimasa", "-o", "gambar.SVG", "--pada", "2026-11-20").kode == 0
    gambar = Path("gambar.SVG").read_text(encoding="utf-8")
    assert fromstring(gambar).get("role") == "img"
    assert "Keadaan pada 20 November 2026 · 3 perjanjian: 3 berlaku" in gambar


@pytest.mark.parametrize(
    ("pilihan", "tahun"),
    [
        ((), (2025, 2030)),
        (("--dari", 2027), (2027, 2030)),
        (("--sampai", 2027), (2025, 2027)),
        (("--dari", 2026, "--sampai", 2026), (2026, 2026)),
        (("--perjanjian", "nk-pasuruan-2026"), (2026, 2029)),
        # The years always hold the day asked about, unless others are asked for.
        (("--pada", "2033-01-01"), (2025, 2033)),
        # What was long ago does not squeeze the rest.
        (("--pada", "2036-06-01"), (2026, 2036)),
    ],
)
def test_the_years_are_those_the_agreements_need_unless_asked_for(terdaftar, jalankan, pilihan, tahun):
    pada = () if "--pada" in pilihan else ("--pada", "2026-11-20")
    hasil = jalankan("registri", "linimasa", "-o", "a.svg", *pada, *pilihan)
    assert hasil.kode == 0
    assert years("a.svg") == [str(t) for t in range(tahun[0], tahun[1] + 1)]


def test_agreements_that_the_years_do_not_touch_are_left_out(terdaftar, jalankan):
    hasil = jalankan("registri", "linimasa", "-o", "a.svg", "--pada", "2026-11-20", "--dari", 2030)
    assert "(2 perjanjian, 2030 sampai 2030)" in hasil.keluaran
    assert "nk-pasuruan-2026" not in Path("a.svg").read_text(encoding="utf-8")


def test_what_was_asked_for_is_written_in_the_picture(terdaftar, jalankan):
    pilihan = ("--keadaan", "Segera-Berakhir", "--jenis", "perjanjian-kerja-sama", "--pada", "2030-01-01")
    assert jalankan("registri", "linimasa", "-o", "a.svg", *pilihan).kode == 0
    isi = Path("a.svg").read_text(encoding="utf-8")
    assert "1 segera berakhir · jenis: perjanjian-kerja-sama; keadaan: segera berakhir" in isi


@pytest.mark.parametrize(
    ("pilihan", "pesan"),
    [
        (("-o", "a.pdf"), "a.pdf: linimasa berupa .svg atau .html"),
        (("--keadaan", "entah", "--keadaan", "lain"), '--keadaan "lain" tidak dikenal. Yang ada: "rancangan"'),
        (("--dari", 2030, "--sampai", 2029), "--dari 2030 sesudah --sampai 2029"),
        (("--dari", 1900, "--sampai", 2100), "terlalu panjang; paling banyak 100 tahun"),
        (("--perjanjian", "pks-babel"), "Maksudnya pks-babel-2025?"),
    ],
)
def test_what_cannot_be_drawn_is_refused_and_nothing_written(terdaftar, jalankan, list_files, pilihan, pesan):
    sebelum = list_files(terdaftar)
    hasil = jalankan("registri", "linimasa", *pilihan)
    assert (hasil.kode, hasil.keluaran) == (2, "")
    assert pesan in hasil.galat
    assert list_files(terdaftar) == sebelum


def test_nothing_that_fits_is_said_and_nothing_written(terdaftar, jalankan):
    hasil = jalankan("registri", "linimasa", "--unit", "tidak ada")
    assert (hasil.kode, "tidak ada perjanjian yang cocok" in hasil.keluaran) == (0, True)
    assert not Path("linimasa.html").exists()


def test_a_file_that_is_there_is_replaced_only_where_asked(terdaftar, jalankan):
    Path("a.svg").write_text("punya orang")
    assert "sudah ada; pakai --timpa" in jalankan("registri", "linimasa", "-o", "a.svg").galat
    assert Path("a.svg").read_text() == "punya orang"
    assert jalankan("registri", "linimasa", "-o", "a.svg", "--timpa").kode == 0
    assert Path("a.svg").read_text(encoding="utf-8").startswith("<?xml")


def test_what_has_no_end_does_not_squeeze_what_has_one(terdaftar, jalankan):
    isi = {
        "id": "tanpa-batas", "jenis": "nota-kesepakatan", "judul": "Uji", "tanggal": "2026-01-02",
        "pihak": [{"sebutan": f"PIHAK {n}", "nama": f"Kantor {n}", "nomor": f"{n}/x"} for n in (1, 2)],
        "ketentuan": [{"jenis": "kewajiban-berkala", "hal": "laporan", "setiap": "1 tahun", "sumber": "Pasal 1"}],
    }  # fmt: skip
    with open_registry(terdaftar / "registry.db") as basis:
        register(basis, Pendaftaran.model_validate(isi), oleh="x")
    for pilihan, akhir in (((), 2030), (("--perjanjian", "tanpa-batas"), 2028)):
        hasil = jalankan("registri", "linimasa", "-o", "a.svg", "--timpa", "--pada", "2026-11-20", *pilihan)
        assert hasil.kode == 0, hasil.galat
        assert years("a.svg")[-1] == str(akhir)
