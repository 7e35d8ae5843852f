"""peraturan.yaml: read lazily, validated one by one; and the repository's own file is sound."""

from pathlib import Path

import pytest

from naskah.library.regulations import Perpustakaan
from naskah.library.workspace import packaged_data
from naskah.model.galat import NaskahError

CONTOH = """\
uu-1-2000:
  jenis: uu
  sebutan: Undang-Undang
  nomor: 001
  tahun: 2000
  tentang: Contoh
  sumber: karangan
uu-2-2001:
  jenis: uu
  sebutan: Undang-Undang
  nomor: "2"
  tahun: dua ribu satu
  tentng: Salah
  tanggal: 2001-02-30
  sumber: karangan
"""


@pytest.fixture
def pustaka(tmp_path: Path) -> Perpustakaan:
    (tmp_path / "peraturan.yaml").write_text(CONTOH)
    return Perpustakaan(tmp_path / "peraturan.yaml")


def test_a_regulation_is_found_by_its_key(pustaka: Perpustakaan) -> None:
    assert "uu-1-2000" in pustaka and "uu-9-2000" not in pustaka
    assert pustaka["uu-1-2000"].nomor == "001"
    assert list(pustaka) == ["uu-1-2000", "uu-2-2001"]


def test_a_regulation_with_faults_does_not_spoil_the_others(pustaka: Perpustakaan) -> None:
    with pytest.raises(NaskahError) as info:
        pustaka["uu-2-2001"]
    assert [(g.baris, g.kunci) for g in info.value.galat] == [
        (8, "uu-2-2001 › tentang"),
        (12, "uu-2-2001 › tahun"),
        (13, "uu-2-2001 › tentng"),
        (14, "uu-2-2001 › tanggal"),
    ]
    assert pustaka["uu-1-2000"].tahun == 2000


def test_an_unknown_key_gets_near_keys(pustaka: Perpustakaan) -> None:
    with pytest.raises(NaskahError, match="'uu-1-2001' tidak ada dalam peraturan.yaml; mungkin maksudnya uu-"):
        pustaka["uu-1-2001"]


@pytest.mark.parametrize("isi", ["- a\n", "teks\n", ""])
def test_a_file_without_keys_is_refused(tmp_path: Path, isi: str) -> None:
    (tmp_path / "p.yaml").write_text(isi)
    with pytest.raises(NaskahError, match="masing-masing dengan kuncinya"):
        list(Perpustakaan(tmp_path / "p.yaml"))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(NaskahError, match="p.yaml: berkas ini tidak ada"):
        list(Perpustakaan(tmp_path / "p.yaml"))


REPOSITORI = Perpustakaan(packaged_data() / "peraturan.yaml")


@pytest.mark.parametrize("kunci", REPOSITORI.keys())
def test_every_regulation_of_the_repository_is_valid_and_its_amendments_exist(kunci: str) -> None:
    peraturan = REPOSITORI[kunci]
    perubahan = [*peraturan.diubah, *([peraturan.dicabut] if peraturan.dicabut else [])]
    assert [p.oleh for p in perubahan if p.oleh not in REPOSITORI] == []
    assert kunci not in [p.oleh for p in perubahan]
    sejak = [p.sejak for p in peraturan.diubah]
    assert sejak == sorted(sejak), "diubah harus urut tanggal mulai berlaku"
    for p in perubahan:
        assert p.sejak.year >= peraturan.tahun
        assert REPOSITORI[p.oleh].tahun <= p.sejak.year
    if peraturan.tanggal:
        assert peraturan.tanggal.year == peraturan.tahun
    if "/" not in peraturan.nomor and peraturan.nomor != "-":
        assert kunci.endswith(f"-{peraturan.nomor.lower()}-{peraturan.tahun}")
