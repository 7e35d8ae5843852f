"""What `make demo` and `make demo-massal` show of adenda and of a batch: made by the scripts themselves."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document

SCRIPTS = Path(__file__).resolve().parents[1] / "scripts"
_TANGGAL = re.compile(r"^  tanggal +(.+)$", re.MULTILINE)  # in a narrow window each deadline is a block of lines


def run_script(nama: str, folder: Path, *pilihan: str) -> str:
    perintah = [sys.executable, SCRIPTS / nama, folder.name, *pilihan]
    hasil = subprocess.run(
        perintah, cwd=folder.parent, capture_output=True, text=True, env=os.environ | {"COLUMNS": "80"}
    )
    assert hasil.returncode == 0, hasil.stdout + hasil.stderr
    return hasil.stdout


@pytest.fixture(scope="module")
def adendum(tmp_path_factory):
    """The folder of the demo of adenda, and what it printed."""
    folder = tmp_path_factory.mktemp("contoh") / "adendum"
    return folder, run_script("demo_adendum.py", folder, "--tanpa-pdf")


def test_the_deadlines_move_with_the_adendum(adendum):
    _, keluaran = adendum
    # The reports that recur are asked for as well.
    tabel = [
        "\n\n".join(blok for blok in satu.split("\n\n") if "kewajiban-berkala" not in blok)
        for satu in keluaran.split("$ naskah peringatan")[1:]
    ]
    sebelum, sesudah = map(_TANGGAL.findall, tabel)
    assert (sebelum, sesudah) == (["29 Maret 2030", "28 April 2030"], ["29 Maret 2032", "28 April 2032"])


@pytest.mark.parametrize(
    ("hari", "lama", "setiap", "disisipkan"),
    [
        ("2026-01-01", "5 (lima) tahun", "6 (enam) bulan", False),
        ("2028-01-01", "7 (tujuh) tahun", "3 (tiga) bulan", False),
        ("2029-01-01", "7 (tujuh) tahun", "3 (tiga) bulan", True),
    ],
)
def test_the_consolidated_text_is_that_of_its_day(adendum, hari, lama, setiap, disisipkan):
    folder, _ = adendum
    dokumen = Document(folder / f"konsolidasi-{hari}.docx")
    teks = "\n".join(p.text for p in dokumen.paragraphs).replace("\N{NO-BREAK SPACE}", " ")
    assert f"ditetapkan selama {lama}" in teks
    assert f"secara tertulis setiap {setiap}" in teks
    assert ("pemutakhiran data kepesertaan" in teks) is disisipkan
    assert ("Adendum Kedua" in teks) is disisipkan


def test_the_agreement_is_set_beside_what_the_adenda_make_of_it(adendum):
    folder, _ = adendum
    for nama, baru in (("sandingan-adendum-1", "3 (tiga)"), ("sandingan-keduanya", "RATNA WULANDARI")):
        (tabel,) = Document(folder / f"{nama}.docx").tables
        semula, menjadi = (
            [sel.text.replace("\N{NO-BREAK SPACE}", " ") for sel in tabel.columns[i].cells] for i in (0, 1)
        )
        assert any(baru in teks for teks in menjadi)
        assert not any(baru in teks for teks in semula)


def test_a_second_run_leaves_what_somebody_may_have_edited(adendum):
    folder, _ = adendum
    waktu = {p: p.stat().st_mtime_ns for p in folder.rglob("*")}
    assert "sudah ada dan dibiarkan" in run_script("demo_adendum.py", folder)
    assert {p: p.stat().st_mtime_ns for p in folder.rglob("*")} == waktu


def test_adenda_from_a_sheet_killed_and_resumed_are_each_made_and_recorded_once(tmp_path):
    """The script itself stops with an error where one is missing, there twice, or made anew; 2,000 in tests/batch."""
    keluaran = run_script("demo_massal.py", tmp_path / "massal", "--baris", "400")
    assert "395 dokumen dalam adendum/, 395 adendum tercatat di registri" in keluaran
    *_, alasan = keluaran.partition("5 baris dalam adendum/galat.xlsx:\n")
    sebab = ("induk.id: ", "tanggal: Tanggal 31", "perubahan.1.perpanjang.selama: ", "1 nomor", "telah berakhir")
    assert len(alasan.splitlines()) == 5
    assert all(satu in baris for satu, baris in zip(sebab, alasan.splitlines(), strict=True))
