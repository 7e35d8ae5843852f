"""Plain text: every word of the tree, numbers as printed, lines that fit."""

import re

import pytest
from sample_plans import make_alone, make_annexed
from sample_trees import NASTY, make, make_nasty, make_small, replace_tree
from test_docx_text import expected

from naskah.model.galat import NaskahError
from naskah.model.isi import isi
from naskah.model.naskah import GayaDaftar, Kepala, Naskah
from naskah.rendering.lists import list_mark
from naskah.rendering.text import LEBAR, render_txt


def words(teks: str) -> str:
    return " ".join(teks.upper().split())


@pytest.mark.parametrize("nama", ["dua-pihak", "empat-pihak", "bab", "sisipan", "kecil"])
def test_every_line_of_the_tree_is_there_in_order(samples: dict[str, Naskah], nama: str) -> None:
    # Parties stand in one line, signatures side by side: these two are looked at below.
    semua = [satu for satu in expected(samples[nama]) if satu not in (":", "I.", "II.", "III.", "IV.", "1.", "2.")]
    batas = next(i for i, satu in enumerate(semua) if satu.startswith("PIHAK KEDUA,"))
    teks, letak = words(render_txt(samples[nama])), 0
    for satu in semua[:batas]:
        assert words(satu) in teks[letak:], satu
        letak = teks.index(words(satu), letak)


def test_lines_fit(samples: dict[str, Naskah]) -> None:
    for nama, naskah in samples.items():
        for baris in render_txt(naskah).split("\n"):
            assert len(baris) <= LEBAR or nama == "kotor" and max(map(len, baris.split())) > 50, baris
            assert baris == baris.rstrip()


def test_hanging_numbers() -> None:
    teks = render_txt(make(2))
    assert re.search(r"^a\.   penyediaan alat", teks, re.M)
    assert re.search(r"^     1\.   alat ukur:\n          a\)   perangkat:\n               1\)   sensor", teks, re.M)
    assert re.search(r"^\(1\)  Para petugas.*\n     \S", teks, re.M)


def test_signatures_stand_side_by_side_in_order() -> None:
    baris = render_txt(make(3)).split("\n")
    kiri = next(satu for satu in baris if "PIHAK KEDUA," in satu and "PIHAK KESATU," in satu)
    assert kiri.index("PIHAK KEDUA,") < kiri.index("PIHAK KESATU,")
    nama = next(satu for satu in baris if "RATNA WULANDARI" in satu and "YOHANES" in satu)
    assert nama.index("YOHANES") < nama.index("RATNA")
    sendiri = next(satu for satu in baris if "PIHAK KETIGA," in satu)
    assert abs(sendiri.index("PIHAK") + 6 - LEBAR // 2) <= 1


def test_nasty_text_comes_through() -> None:
    teks = words(render_txt(make_nasty()))
    for satu in NASTY:
        assert words(satu) in teks


def test_control_characters_are_refused() -> None:
    with pytest.raises(NaskahError, match="memuat karakter kendali"):
        render_txt(replace_tree(make(2), kepala=Kepala("a\x07b", (), isi("c"), ())))


@pytest.mark.parametrize(
    ("gaya", "tanda"),
    [
        (GayaDaftar.ANGKA, "28."),
        (GayaDaftar.HURUF, "bb."),
        (GayaDaftar.HURUF_KAPITAL, "BB."),
        (GayaDaftar.ROMAWI, "XXVIII."),
    ],
)
def test_list_marks(gaya: GayaDaftar, tanda: str) -> None:
    assert list_mark(gaya, 28) == tanda


def test_golden(snapshot) -> None:
    assert render_txt(make_small()) == snapshot
    assert render_txt(make(3)) == snapshot


@pytest.mark.parametrize("naskah", [make_annexed(2, 2, (1,)), make_alone(3, 2, (1,))], ids=["lampiran", "sendiri"])
def test_a_work_plan(naskah: Naskah, snapshot) -> None:
    teks = render_txt(naskah)
    assert max(map(len, teks.splitlines())) <= 90
    assert teks[teks.index("LAMPIRAN") if "LAMPIRAN" in teks else 0 :] == snapshot
