"""The parent, and a way to amend it."""

from collections.abc import Callable
from typing import Any

import amending
import pytest

from naskah.assembly.adendum.assemble import SusunanAdendum
from naskah.assembly.adendum.parent import KeadaanInduk
from naskah.model.galat import NaskahError


@pytest.fixture
def induk(tmp_path) -> KeadaanInduk:
    return amending.make_induk(tmp_path)


@pytest.fixture
def amend(tmp_path, induk) -> Callable[..., SusunanAdendum]:
    """Make an adendum of these changes on the parent (or on `atas`)."""

    def run(*perubahan: dict[str, Any], atas: KeadaanInduk = induk, **lain: Any) -> SusunanAdendum:
        return amending.amend(tmp_path, atas, list(perubahan), **lain)

    return run


@pytest.fixture
def refused(amend) -> Callable[..., str]:
    """What is said of changes that cannot be."""

    def run(*perubahan: dict[str, Any], **lain: Any) -> str:
        with pytest.raises(NaskahError) as info:
            amend(*perubahan, **lain)
        return str(info.value)

    return run
