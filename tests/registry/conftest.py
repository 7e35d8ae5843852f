from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sample_agreements import create_three

from naskah.registry.connection import Registry
from naskah.registry.database import open_registry


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "registry.db"


@pytest.fixture
def registry(path: Path) -> Iterator[Registry]:
    with open_registry(path, create=True) as registry:
        yield registry


@pytest.fixture(scope="session")
def three_bytes(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("three") / "registry.db"
    create_three(path)
    return path.read_bytes()


@pytest.fixture
def three(path: Path, three_bytes: bytes) -> Path:
    """A closed registry with the three source agreements: events 1-3, and 4, the signing of 002."""
    path.write_bytes(three_bytes)
    return path


@pytest.fixture
def folder_read_only(three_bytes: bytes) -> Iterator[Path]:
    """A folder with the three agreements in which nobody but its owner may write."""
    # Not tmp_path: other users cannot reach into it.
    with TemporaryDirectory() as nama:
        folder = Path(nama)
        (folder / "registry.db").write_bytes(three_bytes)
        (folder / "registry.db").chmod(0o444)
        folder.chmod(0o555)
        yield folder
        folder.chmod(0o755)
