"""What `naskah` prints as text is read back to the tree that it was printed from."""

from pathlib import Path

import pytest
from generated_trees import trees
from hypothesis import given, settings
from sample_plans import make_alone, make_annexed
from sample_trees import make_samples
from test_adendum_rendering import make_adendum
from tree_shape import shape

from naskah.assembly.assemble import assemble
from naskah.library.drafts import load_rancangan
from naskah.library.pustaka import Pustaka
from naskah.library.workspace import find_workspace
from naskah.model.naskah import Naskah
from naskah.reading.text.read import read_text
from naskah.rendering.text import render_txt

AKAR = Path(__file__).resolve().parents[3]
CONTOH = (
    "nk-jakarta",
    "nk-pasuruan",
    "pks-babel",
    "lain/tiga-pihak",
    "rencana-kerja/rk-jakarta-tersendiri",
)
# Its texts are made of what can only be misread: numbers, colons, breaks.
SAMPEL = {nama: satu for nama, satu in make_samples().items() if nama != "kotor"} | {
    "lampiran": make_annexed(),
    "lampiran-tiga-pihak": make_annexed(3, 4, (2, 2)),
    "rencana-kerja": make_alone(3, 2, (1, 28)),
    "adendum": make_adendum(),
}


def read_back(naskah: Naskah) -> None:
    bacaan = read_text("uji.txt", render_txt(naskah).encode())
    assert bacaan.sisa == ()
    assert isinstance(bacaan.naskah, Naskah)
    assert shape(bacaan.naskah) == shape(naskah)


@pytest.mark.parametrize("nama", SAMPEL)
def test_a_sample_is_read_back(nama: str) -> None:
    read_back(SAMPEL[nama])


@pytest.mark.parametrize("nama", CONTOH)
def test_an_example_is_read_back(nama: str) -> None:
    pustaka = Pustaka(find_workspace(AKAR))
    read_back(assemble(load_rancangan(AKAR / "examples" / f"{nama}.yaml"), pustaka).naskah)


@settings(max_examples=25, deadline=None)
@given(naskah=trees())
def test_any_tree_is_read_back(naskah: Naskah) -> None:
    read_back(naskah)
