"""What `naskah susun` writes as a Word file reads back to the tree it was written from."""

import shutil
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from generated_trees import trees
from hypothesis import HealthCheck, given, settings
from sample_plans import make_alone, make_annexed
from sample_trees import make_samples
from tree_shape import shape

from naskah.assembly.assemble import assemble
from naskah.library.any_draft import load_draft
from naskah.library.pustaka import Pustaka
from naskah.library.workspace import find_workspace
from naskah.model.bacaan import JenisBacaan
from naskah.model.isi import Silang, Teks
from naskah.model.naskah import Naskah
from naskah.reading.docx import read_docx
from naskah.rendering.docx import CompiledTemplate, compile_template, render_docx

AKAR = Path(__file__).parents[3]
CONTOH = (
    "nk-jakarta",
    "nk-pasuruan",
    "pks-babel",
    "lain/tiga-pihak",
    "rencana-kerja/rk-jakarta-tersendiri",
)


def write(naskah: Naskah, folder: Path) -> Path:
    jalur = folder / "naskah.docx"
    jalur.write_bytes(render_docx(naskah, template(naskah.jenis)))
    return jalur


_TEMPLAT: dict[str, CompiledTemplate] = {}


def template(jenis: str) -> CompiledTemplate:
    if jenis not in _TEMPLAT:
        _TEMPLAT[jenis] = compile_template(AKAR / "templates" / f"{jenis}.docx")
    return _TEMPLAT[jenis]


@pytest.mark.parametrize("nama", CONTOH)
def test_every_example_reads_back(nama: str, tmp_path: Path) -> None:
    rancangan = AKAR / "examples" / f"{nama}.yaml"
    naskah = assemble(load_draft(rancangan), Pustaka(find_workspace(rancangan.parent))).naskah
    bacaan = read_docx(write(naskah, tmp_path))
    assert shape(bacaan.naskah) == shape(naskah)
    assert bacaan.jenis == JenisBacaan(naskah.jenis)
    assert bacaan.sisa == ()


# "kotor" is made of what can only be misread: numbers, colons and breaks inside its texts.
SEMUA = {nama: satu for nama, satu in make_samples().items() if nama != "kotor"} | {
    "rencana-tersendiri": make_alone(),
    "dengan-rencana": make_annexed(),
}


@pytest.mark.parametrize("nama", SEMUA)
def test_every_sample_reads_back(nama: str, tmp_path: Path) -> None:
    naskah = SEMUA[nama]
    assert printed(read_docx(write(naskah, tmp_path)).naskah) == printed(naskah)


def printed(naskah: Naskah) -> dict[str, Any]:
    """The shape of a tree; the heading of an annex is set in capitals."""
    hasil = shape(naskah)
    for satu in hasil["lampiran"]:
        satu["kepala"] = [teks.upper() for teks in satu["kepala"]]
    return hasil


def plain_references(bagian: Any) -> Any:
    """A tree whose references are text: those of the closing of a generated tree lead nowhere."""
    if isinstance(bagian, Silang):
        return Teks(bagian.teks)
    if isinstance(bagian, tuple):
        return tuple(plain_references(satu) for satu in bagian)
    if is_dataclass(bagian) and not isinstance(bagian, type):
        return replace(bagian, **{f.name: plain_references(getattr(bagian, f.name)) for f in fields(bagian)})
    return bagian


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(naskah=trees())
def test_generated_trees_read_back(naskah: Naskah, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("bolak-balik")
    naskah = plain_references(naskah)
    assert shape(read_docx(write(naskah, folder)).naskah) == shape(naskah)
    shutil.rmtree(folder)
