"""Word files -> PDF through LibreOffice, many files in one call."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from naskah.model.galat import NaskahError

_PASANG = "pasang dengan: sudo apt install libreoffice-writer"


def find_libreoffice() -> Path | None:
    """Return the LibreOffice program, None when it is not installed."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    return Path(program) if program else None


def convert_pdf(files: Sequence[Path], folder: Path, *, timeout: float | None = None) -> list[Path]:
    """Convert Word files to PDF in `folder` and return the PDFs, in the order of `files`.

    One LibreOffice with a profile of its own converts them all, so several calls may run beside each other. A PDF
    appears under its name only when it is whole. `timeout` is in seconds; when None it grows with the files.

    Raises:
        NaskahError: LibreOffice is missing, fails or takes too long, two files have one name, or the folder cannot
            be written.
    """
    if not files:
        return []
    nama = [f"{berkas.stem}.pdf" for berkas in files]
    if len(set(nama)) != len(nama):
        raise NaskahError("Dua berkas bernama sama tidak dapat menjadi PDF dalam satu folder; ubah nama salah satunya.")
    hilang = [str(berkas) for berkas in files if not berkas.is_file()]
    if hilang:
        raise NaskahError(f"Berkas {', '.join(hilang)} tidak ada; periksa namanya.")
    program = find_libreoffice()
    if program is None:
        raise NaskahError(f"LibreOffice tidak ditemukan, padahal PDF dibuat olehnya; {_PASANG}")
    batas = timeout if timeout is not None else 60 + 5 * len(files)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # Beside the target, so that the last step is a rename on the same disk.
        with TemporaryDirectory(prefix=".pdf-", dir=folder) as sementara:
            pesan = _run(program, files, Path(sementara), batas)
            return [_take(Path(sementara, satu), folder / satu, pesan) for satu in nama]
    except OSError as error:
        raise NaskahError(
            f"PDF tidak dapat ditulis ke {folder}: {error.strerror}; periksa izin dan sisa ruang."
        ) from error


def _run(program: Path, files: Sequence[Path], folder: Path, batas: float) -> str:
    """Convert into `folder` and return what LibreOffice said."""
    profil = (folder / "profil").resolve().as_uri()
    perintah = [str(program), f"-env:UserInstallation={profil}", "--headless", "--norestore", "--nolockcheck"]
    # Absolute paths: a file name that begins with "-" must not be read as an option.
    perintah += ["--convert-to", "pdf:writer_pdf_Export", "--outdir", str(folder)]
    perintah += [str(berkas.resolve()) for berkas in files]
    # A group of its own: soffice is a script that starts another process, and both must end.
    proses = subprocess.Popen(
        perintah, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True, text=True, errors="replace"
    )
    try:
        return proses.communicate(timeout=batas)[0].strip()
    except subprocess.TimeoutExpired as error:
        raise NaskahError(
            f"LibreOffice belum selesai sesudah {batas:g} detik dan dihentikan; coba lagi dengan lebih sedikit berkas."
        ) from error
    finally:
        _end(proses)


def _end(proses: "subprocess.Popen[str]") -> None:
    import os
    import signal

    if proses.poll() is None:
        os.killpg(proses.pid, signal.SIGKILL)
        proses.communicate()


def _take(asal: Path, tujuan: Path, pesan: str) -> Path:
    if not asal.is_file():
        baris = pesan.splitlines()[-1:] or ["tanpa pesan"]
        raise NaskahError(
            f"LibreOffice tidak dapat mengubah {tujuan.stem} menjadi PDF ({baris[0]}); buka berkas itu di LibreOffice "
            f"untuk melihat sebabnya, atau {_PASANG}"
        )
    return asal.replace(tujuan)
