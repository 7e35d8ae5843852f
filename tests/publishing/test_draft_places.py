"""A place of a document, brought back to the line of its draft that wrote it."""

from pathlib import Path

import pytest

from naskah.assembly.assemble import assemble
from naskah.library.drafts import Berkas
from naskah.library.drafts import load_rancangan as load
from naskah.library.pustaka import Pustaka
from naskah.library.workspace import find_workspace
from naskah.model.naskah import Naskah
from naskah.publishing.draft_places import find_key

CONTOH = Path(__file__).resolve().parents[2] / "examples" / "nk-jakarta.yaml"


@pytest.fixture(scope="module")
def tersusun() -> tuple[Berkas, Naskah]:
    berkas = load(CONTOH)
    return berkas, assemble(berkas, Pustaka(find_workspace(CONTOH.parent))).naskah


@pytest.mark.parametrize(
    ("letak", "kunci"),
    [
        ("Judul", ("judul",)),
        ("Pembukaan", ("tanggal",)),
        ("Komparisi PIHAK KESATU", ("pihak", 0)),
        ("Komparisi PIHAK KEDUA", ("pihak", 1)),
        ("Premis butir 2", ("premis", 1)),
        ("Pasal 1", ("pasal", 0)),
        ("Pasal 6 ayat (2) huruf a", ("pasal", 5)),
        ("Pasal 999", ("pasal",)),
        ("Dengan memperhatikan peraturan butir 3", ("dasar_hukum",)),
        ("Memperhatikan butir 1", ("memperhatikan",)),
        ("Lampiran kegiatan 1.a", ("rencana_kerja",)),
        ("Judul lampiran", ("rencana_kerja",)),
        ("Blok tanda tangan", ()),
        ("Naskah", ()),
    ],
)
def test_a_place_is_found_in_the_draft(tersusun, letak, kunci) -> None:
    berkas, naskah = tersusun
    assert find_key(letak, naskah, berkas) == kunci
