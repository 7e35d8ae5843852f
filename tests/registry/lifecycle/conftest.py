from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.register_assert_rewrite("source_rows")

from life import Semua, make_all, register_all  # noqa: E402

from naskah.registry.database import open_registry  # noqa: E402


@pytest.fixture(scope="session")
def register_bytes(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("hidup") / "registry.db"
    with open_registry(path, create=True) as registry:
        register_all(registry, make_all())
    return path.read_bytes()


@pytest.fixture
def semua(tmp_path: Path, register_bytes: bytes) -> Iterator[Semua]:
    """A registry with the agreements of the table of provisions, six events old."""
    path = tmp_path / "hidup.db"
    path.write_bytes(register_bytes)
    with open_registry(path) as registry:
        yield Semua(registry)
