"""A workspace for batches."""

from pathlib import Path

import pytest
from small_batch import RuangBatch


@pytest.fixture
def ruang(tmp_path: Path) -> RuangBatch:
    return RuangBatch(tmp_path / "ruang")
