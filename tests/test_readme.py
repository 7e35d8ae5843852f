"""What the README shows works as shown, and the generated reference is the one the program has now."""

import importlib.util
import json
import re
from pathlib import Path

import pytest

from naskah.cli.app import execute

AKAR = Path(__file__).resolve().parents[1]
README = (AKAR / "README.md").read_text(encoding="utf-8")


def load_script(nama: str):
    spec = importlib.util.spec_from_file_location(nama, AKAR / "scripts" / f"{nama}.py")
    modul = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(modul)
    return modul


def test_the_first_document_of_the_readme_can_be_made(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (contoh,) = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
    assert execute(["mulai", "kerja-sama"]) == 0
    monkeypatch.chdir(tmp_path / "kerja-sama")
    Path("perjanjian.yaml").write_text(contoh, encoding="utf-8")
    assert execute(["susun", "perjanjian.yaml", "--daftarkan", "--ketat"]) == 0
    assert Path("perjanjian.docx").exists()
    capsys.readouterr()
    assert execute(["peringatan", "--pada", "2029-02-01", "--dalam", "14", "--format", "json"]) == 0
    (satu,) = json.loads(capsys.readouterr().out)
    assert (satu["tanggal"], satu["akibat"]) == ("2029-02-13", "berakhir dengan sendirinya")


def test_every_command_that_the_readme_names_exists():
    perintah = set(re.findall(r"^naskah (\w[\w-]*)", README, re.MULTILINE))
    acuan = (AKAR / "docs" / "perintah.md").read_text(encoding="utf-8")
    assert perintah
    assert not {p for p in perintah if not re.search(rf"^## naskah {p}\b", acuan, re.MULTILINE)}


def test_the_reference_of_commands_is_up_to_date():
    script = load_script("build_reference")
    assert script.TUJUAN.read_text(encoding="utf-8") == script.build_reference()


@pytest.mark.parametrize("berkas", ["README.md", "docs/panduan.md", "docs/adendum.md", "docs/rencana-kerja.md"])
def test_every_picture_and_page_that_is_linked_exists(berkas):
    asal = AKAR / berkas
    for tautan in re.findall(r"\]\(([^)#]+)\)", asal.read_text(encoding="utf-8")):
        assert (asal.parent / tautan).exists(), tautan
