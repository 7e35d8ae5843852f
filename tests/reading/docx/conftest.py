"""Word files that naskah made."""

import sys
from pathlib import Path

import pytest

from naskah.rendering.docx import compile_template, render_docx

sys.path.append(str(Path(__file__).resolve().parents[2] / "rendering"))
TEMPLAT = Path(__file__).parents[3] / "templates"


@pytest.fixture(scope="session")
def documents_made_by_naskah(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The samples of the renderer as Word files."""
    from sample_plans import make_annexed
    from sample_trees import make_samples

    folder = tmp_path_factory.mktemp("buatan")
    hasil = []
    for nama, naskah in {**make_samples(), "lampiran": make_annexed()}.items():
        jalur = folder / f"{nama}.docx"
        jalur.write_bytes(render_docx(naskah, compile_template(TEMPLAT / f"{naskah.jenis}.docx")))
        hasil.append(jalur)
    return hasil
