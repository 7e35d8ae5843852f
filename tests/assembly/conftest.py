from pathlib import Path

import pytest
from small_workspace import SmallWorkspace, make_workspace


@pytest.fixture
def ruang(tmp_path: Path) -> SmallWorkspace:
    return make_workspace(tmp_path)


@pytest.fixture(scope="module")
def ruang_bersama(tmp_path_factory: pytest.TempPathFactory) -> SmallWorkspace:
    """One workspace for the many examples of a property; its clauses are written once."""
    return make_workspace(tmp_path_factory.mktemp("ruang"))
