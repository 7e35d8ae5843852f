"""The house of the design: imports point downward, modules stay small, none is called utils, none go in circles."""

import shutil
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest

AKAR = Path(__file__).resolve().parent.parent
SUMBER = AKAR / "src" / "naskah"
MODUL = sorted(SUMBER.rglob("*.py"))
NAMA_TERLARANG = {"utils", "util", "helpers", "helper", "common", "misc", "shared", "tools"}


def lint_imports(sumber: Path) -> subprocess.CompletedProcess[str]:
    """Run the contract of pyproject.toml on the package that lies in `sumber`."""
    perintah = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
    return subprocess.run(
        [sys.executable, "-c", perintah, "--config", str(AKAR / "pyproject.toml"), "--no-cache"],
        env={"PYTHONPATH": str(sumber), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"},
        cwd=sumber,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def salinan(tmp_path: Path) -> Path:
    """A copy of src to break."""
    shutil.copytree(SUMBER, tmp_path / "naskah", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def test_imports_point_only_downward() -> None:
    hasil = lint_imports(SUMBER.parent)
    assert hasil.returncode == 0, hasil.stdout + hasil.stderr
    assert "0 broken" in hasil.stdout


@pytest.mark.parametrize(
    ("modul", "baris"),
    [
        ("bahasa/durasi.py", "from naskah.model.galat import Galat"),
        ("model/isi.py", "import naskah.library.clauses"),
        ("library/clauses.py", "from naskah.assembly import environment"),
        ("assembly/tree.py", "from naskah.rendering import text"),
        ("rendering/text.py", "from naskah.registry import alerts"),
        ("registry/alerts.py", "from naskah.rendering import text"),
        ("registry/alerts.py", "from naskah.cli import app"),
    ],
)
def test_the_contract_catches_an_import_that_points_upward_or_sideways(salinan: Path, modul: str, baris: str) -> None:
    berkas = salinan / "naskah" / modul
    berkas.write_text(berkas.read_text() + f"\n\ndef _palsu() -> None:\n    {baris}  # noqa\n")
    hasil = lint_imports(salinan)
    assert hasil.returncode == 1, hasil.stdout + hasil.stderr
    assert "1 broken" in hasil.stdout


def test_the_contract_catches_a_package_that_has_no_place_in_it(salinan: Path) -> None:
    (salinan / "naskah" / "liar").mkdir()
    (salinan / "naskah" / "liar" / "__init__.py").touch()
    hasil = lint_imports(salinan)
    assert hasil.returncode == 1
    assert "liar" in hasil.stdout


def find_circle(impor: Mapping[str, set[str]]) -> list[str]:
    """The modules of one circle of imports, or nothing."""
    try:
        list(TopologicalSorter(impor).static_order())
    except CycleError as error:
        return [str(nama) for nama in error.args[1]]
    return []


def test_no_modules_import_each_other_in_a_circle() -> None:
    graf = grimp.build_graph("naskah", cache_dir=None)
    assert {"naskah.cli.app", "naskah.assembly.assemble", "naskah.model.isi"} <= graf.modules
    assert find_circle({m: graf.find_modules_directly_imported_by(m) for m in graf.modules}) == []


def test_a_circle_would_be_found() -> None:
    assert set(find_circle({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}})) == {"a", "b", "c"}
    assert find_circle({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == []


@pytest.mark.parametrize("modul", MODUL, ids=lambda m: str(m.relative_to(SUMBER)))
def test_no_module_is_long_or_named_for_nothing_in_particular(modul: Path) -> None:
    assert len(modul.read_text().splitlines()) <= 400
    nama = {modul.stem, *modul.relative_to(SUMBER).parent.parts}
    assert not {kata for satu in nama for kata in (satu, *satu.split("_"))} & NAMA_TERLARANG


def test_most_modules_are_under_200_lines() -> None:
    panjang = [len(m.read_text().splitlines()) for m in MODUL]
    assert sum(p < 200 for p in panjang) > 0.9 * len(panjang)


def test_docstrings_of_public_functions_are_left_to_ruff() -> None:
    ruff = tomllib.loads((AKAR / "pyproject.toml").read_text())["tool"]["ruff"]["lint"]
    assert "D1" in ruff["select"]
    assert {"D100", "D101", "D102", "D103"}.isdisjoint(ruff.get("ignore", []))
    assert not any("src" in pola for pola in ruff.get("per-file-ignores", {}))
