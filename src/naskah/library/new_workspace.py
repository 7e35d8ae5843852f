"""Lays out a workspace: a copy of the packaged clauses, templates and regulations to make one's own."""

import os
import shutil
import tempfile
from pathlib import Path

from naskah.library.os_errors import explain_os_error
from naskah.library.workspace import BERKAS_DATA, FOLDER_DATA, packaged_data
from naskah.model.galat import Galat, NaskahError

_UMASK = os.umask(0)
os.umask(_UMASK)


def create_workspace(folder: Path, *, with_examples: bool = False, keep: bool = False) -> None:
    """Copy the packaged data into `folder`.

    NaskahError when there is a workspace already, unless `keep`: then only what is missing is added, and
    nothing of the user's is replaced.
    """
    if folder.exists() and not folder.is_dir():
        raise NaskahError(Galat("ini berkas, bukan folder; pilih nama lain", str(folder)))
    if not keep and folder.exists() and any(folder.iterdir()):
        raise NaskahError(Galat("folder ini sudah berisi; pilih folder kosong atau nama baru", str(folder)))
    try:
        if keep and folder.exists():
            _fill(folder, with_examples)
        else:
            _create_whole(folder, with_examples)
    except OSError as error:
        raise NaskahError(Galat(explain_os_error(error), str(folder))) from None


def _create_whole(folder: Path, with_examples: bool) -> None:
    """Made aside and renamed, so that a full disk leaves no half workspace.

    An empty folder stays the one it is: it may be where the user's shell stands.
    """
    ada = folder.exists()
    if not ada:
        folder.parent.mkdir(parents=True, exist_ok=True)
    induk = folder if ada else folder.parent
    sementara = Path(tempfile.mkdtemp(prefix=f".{folder.name or 'naskah'}.", suffix=".sementara", dir=induk))
    try:
        _fill(sementara, with_examples)
        if ada:
            for satu in sementara.iterdir():
                satu.rename(folder / satu.name)
            sementara.rmdir()
        else:
            sementara.chmod(0o777 & ~_UMASK)
            sementara.rename(folder)
    except BaseException:
        shutil.rmtree(sementara, ignore_errors=True)
        raise


def _fill(folder: Path, with_examples: bool) -> None:
    asal = packaged_data()
    for nama in FOLDER_DATA:
        if nama != "examples" or with_examples:
            _copy_missing(asal / nama, folder / nama)
    for nama in BERKAS_DATA:
        if not (folder / nama).exists():
            (folder / nama).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(asal / nama, folder / nama)


def _copy_missing(asal: Path, tujuan: Path) -> None:
    for berkas in sorted(asal.rglob("*")):
        salinan = tujuan / berkas.relative_to(asal)
        if berkas.is_file() and not salinan.exists() and not berkas.name.startswith((".", "~")):
            salinan.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(berkas, salinan)
