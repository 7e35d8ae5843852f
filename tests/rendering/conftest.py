"""Documents and PDFs made once for all tests of rendering."""

from collections.abc import Callable

import pytest
import sample_trees
from rendered_docx import TEMPLATES

from naskah.model.naskah import Naskah
from naskah.rendering.docx import CompiledTemplate, compile_template, render_docx


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory):
    """No test touches the user's cache."""
    with pytest.MonkeyPatch.context() as ganti:
        ganti.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def templat() -> Callable[[Naskah], CompiledTemplate]:
    """The shipped template of a naskah's kind."""
    return lambda naskah: compile_template(TEMPLATES / f"{naskah.jenis}.docx")


@pytest.fixture(scope="session")
def samples() -> dict[str, Naskah]:
    return sample_trees.make_samples()


@pytest.fixture(scope="session")
def documents(samples: dict[str, Naskah], templat) -> dict[str, bytes]:
    """Every sample as a Word file."""
    return {nama: render_docx(naskah, templat(naskah)) for nama, naskah in samples.items()}
