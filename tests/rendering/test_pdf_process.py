"""LibreOffice ends with whoever started it, and what a killed process left is cleared away by the next."""

import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from naskah.model.galat import NaskahError
from naskah.rendering.pdf import PdfGagalError, _allow_time, convert_pdf, scratch_folder

_PERINTAH = """
import sys, time
from pathlib import Path
from naskah.rendering.pdf import convert_pdf, scratch_folder
with scratch_folder() as folder:
    (folder / "a.docx").write_bytes(b"x")
    print(folder, flush=True)
    convert_pdf([folder / "a.docx"], folder / "pdf")
"""


def wait_for(syarat) -> None:
    batas = time.monotonic() + 20
    while not syarat():
        assert time.monotonic() < batas
        time.sleep(0.02)


def alive(pid: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="butuh /proc")
def test_libreoffice_ends_with_a_process_that_is_killed(tmp_path):
    """A stand-in that never ends, with a child of its own, as soffice has one."""
    pid = tmp_path / "pid"
    palsu = tmp_path / "soffice"
    palsu.write_text(f"#!/bin/sh\nsleep 600 &\necho $! > {pid}.baru; mv {pid}.baru {pid}; wait\n", encoding="utf-8")
    palsu.chmod(0o755)
    proses = subprocess.Popen(
        [sys.executable, "-c", _PERINTAH],
        env=os.environ | {"PATH": f"{tmp_path}:{os.environ['PATH']}", "TMPDIR": str(tmp_path)},
        stdout=subprocess.PIPE,
        text=True,
    )
    folder = Path(proses.stdout.readline().strip())
    wait_for(pid.exists)
    anak = int(pid.read_text())
    assert alive(anak)
    proses.send_signal(signal.SIGKILL)
    proses.communicate()
    wait_for(lambda: not alive(anak))
    assert folder.is_dir()


def test_the_folder_of_a_killed_process_is_cleared_away_by_the_next(tmp_path, monkeypatch):
    monkeypatch.setattr("naskah.rendering.pdf.gettempdir", lambda: str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    selesai = subprocess.Popen([sys.executable, "-c", ""])
    selesai.wait()
    mati, hidup, lain = (tmp_path / f"naskah-pdf-{satu}-x" for satu in (selesai.pid, os.getpid(), "entah"))
    for satu in (mati, hidup, lain):
        (satu / "profil").mkdir(parents=True)
    with scratch_folder() as folder:
        assert folder.is_dir()
        assert (mati.exists(), hidup.exists(), lain.exists()) == (False, True, True)
    assert not folder.exists()


def test_what_libreoffice_says_and_its_end_come_through(tmp_path, monkeypatch):
    palsu = tmp_path / "soffice"
    palsu.write_text("#!/bin/sh\necho tidak mau\nexit 3\n", encoding="utf-8")
    palsu.chmod(0o755)
    monkeypatch.setattr("naskah.rendering.pdf.find_libreoffice", lambda: palsu)
    (tmp_path / "a.docx").write_bytes(b"x")
    with pytest.raises(NaskahError, match="tidak mau"):
        convert_pdf([tmp_path / "a.docx"], tmp_path)


def test_the_time_allowed_grows_with_what_the_files_hold(tmp_path):
    for nama, besar in (("kecil", 100_000), ("besar", 7_000_000)):
        with zipfile.ZipFile(tmp_path / f"{nama}.docx", "w", zipfile.ZIP_DEFLATED) as arsip:
            arsip.writestr("word/document.xml", bytes(besar))
    (tmp_path / "rusak.docx").write_bytes(b"x")
    kecil, besar, rusak = (_allow_time(tmp_path / f"{nama}.docx") for nama in ("kecil", "besar", "rusak"))
    assert (rusak, kecil < 20, besar > 300) == (5, True, True)


@pytest.mark.parametrize(("banyak", "saran"), [(1, "simpan sebagai PDF dari sana"), (2, "lebih sedikit berkas")])
def test_the_advice_fits_the_number_of_files(tmp_path, monkeypatch, banyak, saran):
    palsu = tmp_path / "soffice"
    palsu.write_text("#!/bin/sh\nsleep 60\n", encoding="utf-8")
    palsu.chmod(0o755)
    monkeypatch.setattr("naskah.rendering.pdf.find_libreoffice", lambda: palsu)
    berkas = [tmp_path / f"{i}.docx" for i in range(banyak)]
    for satu in berkas:
        satu.write_bytes(b"x")
    with pytest.raises(PdfGagalError, match=saran):
        convert_pdf(berkas, tmp_path / "pdf", timeout=0.2)
