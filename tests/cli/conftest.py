"""The command line as its user meets it: a workspace with the examples, and a way to run commands in it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from naskah.cli.app import execute
from naskah.library.new_workspace import create_workspace


@dataclass(frozen=True)
class Hasil:
    """What a command left behind."""

    kode: int
    keluaran: str
    galat: str


Jalankan = Callable[..., Hasil]


@pytest.fixture
def ruang(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with the examples; commands run in it."""
    folder = tmp_path / "ruang"
    create_workspace(folder, with_examples=True)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("COLUMNS", "160")
    return folder


@pytest.fixture
def jalankan(capsys: pytest.CaptureFixture[str]) -> Jalankan:
    """Run a command in this process."""

    def run(*argumen: object) -> Hasil:
        kode = execute([str(a) for a in argumen])
        tangkapan = capsys.readouterr()
        return Hasil(kode, tangkapan.out, tangkapan.err)

    return run


@pytest.fixture
def list_files() -> Callable[[Path], list[str]]:
    """Every file below a folder, to show that nothing was written."""
    return lambda folder: sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
