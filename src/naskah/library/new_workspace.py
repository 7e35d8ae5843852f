"""Lays out a workspace: a copy of the packaged clauses, templates and regulations to make one's own."""

import shutil
from pathlib import Path

from naskah.library.workspace import BERKAS_DATA, FOLDER_DATA, packaged_data
from naskah.model.galat import Galat, NaskahError


def create_workspace(folder: Path, *, with_examples: bool = False, keep: bool = False) -> None:
    """Copy the packaged data into `folder`.

    NaskahError when there is a workspace already, unless `keep`: then only what is missing is added, and
    nothing of the user's is replaced.
    """
    if folder.exists() and not folder.is_dir():
        raise NaskahError(Galat("ini berkas, bukan folder; pilih nama lain", str(folder)))
    if not keep and folder.exists() and any(folder.iterdir()):
        raise NaskahError(Galat("folder ini sudah berisi; pilih folder kosong atau nama baru", str(folder)))
    asal = packaged_data()
    folder.mkdir(parents=True, exist_ok=True)
    for nama in FOLDER_DATA:
        if nama != "examples" or with_examples:
            _copy_missing(asal / nama, folder / nama)
    for nama in BERKAS_DATA:
        if not (folder / nama).exists():
            shutil.copyfile(asal / nama, folder / nama)


def _copy_missing(asal: Path, tujuan: Path) -> None:
    for berkas in sorted(asal.rglob("*")):
        salinan = tujuan / berkas.relative_to(asal)
        if berkas.is_file() and not salinan.exists() and not berkas.name.startswith((".", "~")):
            salinan.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(berkas, salinan)
