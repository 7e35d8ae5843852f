"""Word files -> PDF through LibreOffice, many files in one call."""

import os
import shutil
import subprocess
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

from naskah.model.galat import NaskahError

# LibreOffice lives no longer than whoever started it, however that ends: the other end of its input is then closed.
_PENJAGA = 'exec 3<&0 </dev/null; (read -r _ <&3; kill -9 0) & exec 3<&-; "$@"; hasil=$?; kill -9 $!; exit $hasil'
_AWALAN = "naskah-pdf-"

_PASANG = "pasang dengan: sudo apt install libreoffice-writer"


def find_libreoffice() -> Path | None:
    """Return the LibreOffice program, None when it is not installed."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    return Path(program) if program else None


class PdfGagalError(NaskahError):
    """LibreOffice did not manage; the Word files are none the worse."""


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """A folder for what PDFs are made of, gone at the end; those of processes that were killed go too."""
    for lama in Path(gettempdir()).glob(f"{_AWALAN}*"):
        pemilik = lama.name.removeprefix(_AWALAN).partition("-")[0]
        if pemilik.isdecimal() and not _is_alive(int(pemilik)) and lama.lstat().st_uid == os.getuid():
            shutil.rmtree(lama, ignore_errors=True)
    with TemporaryDirectory(prefix=f"{_AWALAN}{os.getpid()}-") as folder:
        yield Path(folder)


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def convert_pdf(files: Sequence[Path], folder: Path, *, timeout: float | None = None) -> list[Path]:
    """Convert Word files to PDF in `folder` and return the PDFs, in the order of `files`.

    One LibreOffice with a profile of its own converts them all, so several calls may run beside each other. A PDF
    appears under its name only when it is whole. `timeout` is in seconds; when None it grows with the files and
    with what they hold.

    Raises:
        PdfGagalError: LibreOffice fails or takes too long.
        NaskahError: LibreOffice is missing, two files have one name, or the folder cannot be written.
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
    batas = timeout if timeout is not None else 60 + sum(map(_allow_time, files))
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
    ujung, pangkal = os.pipe()
    # A group of its own: soffice is a script that starts another process, and both must end.
    proses = subprocess.Popen(
        ["/bin/sh", "-c", _PENJAGA, "sh", *perintah],
        stdin=ujung,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        text=True,
        errors="replace",
    )
    os.close(ujung)
    try:
        return proses.communicate(timeout=batas)[0].strip()
    except subprocess.TimeoutExpired as error:
        raise PdfGagalError(_explain_slowness(files, batas)) from error
    finally:
        _end(proses)
        os.close(pangkal)


def _allow_time(berkas: Path) -> float:
    """Seconds that one file may take: a table of 3,000 rows is 7 MB of XML, and took 80 seconds."""
    try:
        with zipfile.ZipFile(berkas) as arsip:
            return 5 + arsip.getinfo("word/document.xml").file_size / 1e6 * 60
    except (OSError, KeyError, zipfile.BadZipFile, ValueError):
        return 5  # LibreOffice will say what is wrong with it


def _explain_slowness(files: Sequence[Path], batas: float) -> str:
    mulai = f"LibreOffice belum selesai sesudah {batas:.0f} detik dan dihentikan; "
    if len(files) > 1:
        return f"{mulai}coba lagi dengan lebih sedikit berkas."
    return f"{mulai}buka berkas Word-nya dan simpan sebagai PDF dari sana, atau coba lagi saat komputer tidak sibuk."


def _end(proses: "subprocess.Popen[str]") -> None:
    import signal

    if proses.poll() is None:
        os.killpg(proses.pid, signal.SIGKILL)
        proses.communicate()


def _take(asal: Path, tujuan: Path, pesan: str) -> Path:
    if not asal.is_file():
        baris = pesan.splitlines()[-1:] or ["tanpa pesan"]
        raise PdfGagalError(
            f"LibreOffice tidak dapat mengubah {tujuan.stem} menjadi PDF ({baris[0]}); buka berkas itu di LibreOffice "
            f"untuk melihat sebabnya, atau {_PASANG}"
        )
    return asal.replace(tujuan)
