"""Prepared templates kept between runs, so that a command need not load docxtpl and lxml again.

A cache file holds XML text, never code: whoever changes it can spoil a document, but run nothing. Losing it, or
failing to write it, costs only time.
"""

import hashlib
import json
import os
from pathlib import Path
from typing import Any, NamedTuple

from naskah.rendering.docx.package import Anggota

# Raise it when prepare.py, the checks of a template (template_*.py) or the form below change.
_VERSI = 4
_PALING_BANYAK = 64


class Siap(NamedTuple):
    """A prepared template: its members, the Jinja sources of its parts, and what spoils the documents it makes.

    Each fault stands behind the attribute of a naskah to which alone it matters, "" when it matters to all.
    """

    anggota: tuple[Anggota, ...]
    sumber: dict[str, str]
    cacat: tuple[tuple[str, str], ...] = ()


def cache_folder() -> Path | None:
    """Return the folder of naskah's cache (XDG_CACHE_HOME, else ~/.cache), None when there is no home."""
    xdg = os.environ.get("XDG_CACHE_HOME", "")
    try:
        akar = Path(xdg) if xdg.startswith("/") else Path.home() / ".cache"
    except RuntimeError:
        return None
    return akar / "naskah" / "templat"


def cache_key(templat: bytes, nama: str) -> str:
    """Return the name under which a template is kept: its name and contents, and what prepares it."""
    from importlib.util import find_spec

    spec = find_spec("docxtpl")
    # The installed docxtpl is told by its file: reading its version would cost more than the cache saves.
    stat = Path(spec.origin).with_name("template.py").stat() if spec and spec.origin else None
    penyiap = f"{_VERSI} {stat.st_size} {stat.st_mtime_ns}" if stat else str(_VERSI)
    return hashlib.sha256(f"{penyiap}\0{nama}\0".encode() + templat).hexdigest()


def load_prepared(kunci: str) -> Siap | None:
    """Return a prepared template, None when it is not there or is not whole."""
    folder = cache_folder()
    if folder is None:
        return None
    try:
        sidik, _, isi = (folder / f"{kunci}.json").read_bytes().partition(b"\n")
        if hashlib.sha256(isi).hexdigest().encode() != sidik:
            return None
        data = json.loads(isi)
        anggota = tuple(Anggota(nama, int(crc), int(u), bytes.fromhex(d)) for nama, crc, u, d in data["anggota"])
        sumber = {str(nama): str(teks) for nama, teks in data["sumber"].items()}
        cacat = tuple((str(bila), str(pesan)) for bila, pesan in data["cacat"])
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None
    return Siap(anggota, sumber, cacat)


def save_prepared(kunci: str, siap: Siap) -> None:
    """Keep a prepared template; written beside and renamed, so that no reader meets half a file."""
    folder = cache_folder()
    if folder is None:
        return
    data: dict[str, Any] = {
        "anggota": [(satu.nama, satu.crc, satu.ukuran, satu.data.hex()) for satu in siap.anggota],
        "sumber": siap.sumber,
        "cacat": siap.cacat,
    }
    isi = json.dumps(data).encode()
    sementara = folder / f"{kunci}.{os.getpid()}.tmp"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        sementara.write_bytes(hashlib.sha256(isi).hexdigest().encode() + b"\n" + isi)
        sementara.replace(folder / f"{kunci}.json")
        _prune(folder)
    except OSError:
        _discard(sementara)


def _prune(folder: Path) -> None:
    semua = sorted(folder.glob("*.json"), key=lambda berkas: berkas.stat().st_mtime)
    for lama in semua[:-_PALING_BANYAK]:
        _discard(lama)


def _discard(berkas: Path) -> None:
    try:
        berkas.unlink(missing_ok=True)
    except OSError:
        return
