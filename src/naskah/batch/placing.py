"""Documents get their names: written beside, flushed to disk together, then renamed. One batch in a folder at a time.

Flushing every file by itself costs milliseconds each; a chunk is flushed as one, and only then may its files be
called done. What a run leaves that is stopped between registering and naming, the next one finishes.
"""

import fcntl
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from naskah.model.galat import Galat, NaskahError
from naskah.publishing.files import explained_os_errors
from naskah.registry.database import open_registry
from naskah.registry.documents import find_recorded

# Inside the folder of the documents, so that a rename stays on one disk.
_SEMENTARA = ".massal"
_KUNCI = "kunci"
# Where the documents set aside are being registered.
_CATATAN = "registri.json"
_AKHIRAN = ".sementara"


class Penempat:
    """The folder of a batch, locked for it."""

    def __init__(self, folder: Path, sementara: Path) -> None:
        self.folder, self._sementara = folder, sementara

    def remember(self, registri: Path, jalur: str) -> None:
        """Note the registry of this run, and how it names the files of this folder, for `finish_leftovers`."""
        with explained_os_errors():
            isi = json.dumps({"registri": str(registri.resolve()), "jalur": jalur})
            (self._sementara / _CATATAN).write_text(isi, encoding="utf-8")
            _flush_to_disk([str(self._sementara / _CATATAN)], self._sementara)

    def stage(self, isi: Mapping[str, bytes]) -> None:
        """Write files under other names, and wait until all are on the disk."""
        with explained_os_errors():
            for nama, data in isi.items():
                with open(self._aside(nama), "wb", buffering=0) as berkas:  # noqa: PTH123
                    berkas.write(data)
            if isi:
                _flush_to_disk([self._aside(nama) for nama in isi], self._sementara)

    def publish(self, nama: Iterable[str]) -> None:
        """Give staged files their names, for good."""
        with explained_os_errors():
            semua = list(nama)
            for satu in semua:
                os.replace(self._aside(satu), f"{self.folder}/{satu}")  # noqa: PTH105
            if semua:
                _flush_folder(self.folder)

    def _aside(self, nama: str) -> str:
        # Plain text: making a Path of each name takes as long as writing its file.
        return f"{self._sementara}/{nama}{_AKHIRAN}"


@contextmanager
def open_folder(folder: Path) -> Iterator[Penempat]:
    """Make and lock the folder of a batch; nothing of it but its documents remains.

    NaskahError: another batch is at work in it, or it cannot be written.
    """
    with _lock(folder) as sementara:
        try:
            _clear(sementara)
            yield Penempat(folder, sementara)
        finally:
            # Interrupted between registering and naming: what is registered gets its name.
            with suppress(NaskahError):
                _finish(folder, sementara)
                _clear(sementara)


def finish_leftovers(folder: Path) -> list[str]:
    """Name the documents that a killed run registered and did not get to name; returns their names.

    What it had not registered is cleared away. NaskahError: another batch is at work, or the registry cannot be read.
    """
    if not (folder / _SEMENTARA).is_dir():
        return []
    with _lock(folder) as sementara:
        hasil = _finish(folder, sementara)
        _clear(sementara)
    return hasil


def _finish(folder: Path, sementara: Path) -> list[str]:
    with explained_os_errors():
        ada = sorted(sementara.glob(f"*.docx{_AKHIRAN}"))
        if not ada or not (sementara / _CATATAN).exists():
            return []
        catatan = json.loads((sementara / _CATATAN).read_text(encoding="utf-8"))
        nama = {satu.name.removesuffix(_AKHIRAN): satu for satu in ada}
        terdaftar = _find_recorded(Path(catatan["registri"]), [f"{catatan['jalur']}{satu}" for satu in nama])
        selesai = []
        for satu, berkas in nama.items():
            if (f"{catatan['jalur']}{satu}", sha256(berkas.read_bytes()).hexdigest()) in terdaftar:
                berkas.replace(folder / satu)
                selesai.append(satu)
        _flush_folder(folder)
    return selesai


def _find_recorded(registri: Path, jalur: list[str]) -> set[tuple[str, str]]:
    if not registri.exists():
        return set()
    with open_registry(registri, readonly=True) as basis, basis.read() as conn:
        return find_recorded(conn, jalur)


@contextmanager
def _lock(folder: Path) -> Iterator[Path]:
    """The folder for what is set aside, locked; it goes once it is empty."""
    sementara = folder / _SEMENTARA
    with explained_os_errors():
        sementara.mkdir(parents=True, exist_ok=True)
        kunci = (sementara / _KUNCI).open("w")
    with kunci:
        try:
            # Held by the process, so that it ends with it, however that ends.
            fcntl.flock(kunci, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            pesan = "perintah massal lain sedang bekerja di folder ini; tunggu sampai selesai, atau pakai -o lain"
            raise NaskahError(Galat(pesan, str(folder))) from None
        try:
            yield sementara
        finally:
            if {satu.name for satu in sementara.iterdir()} <= {_KUNCI}:
                (sementara / _KUNCI).unlink(missing_ok=True)
                sementara.rmdir()


def _clear(sementara: Path) -> None:
    with explained_os_errors():
        for satu in sementara.glob(f"*{_AKHIRAN}"):
            satu.unlink(missing_ok=True)
        (sementara / _CATATAN).unlink(missing_ok=True)


def _flush_to_disk(berkas: Iterable[str], folder: Path) -> None:
    """Everything that was written reaches the disk: in one call where the system has it."""
    syncfs = _find_syncfs()
    if syncfs is None:
        for satu in berkas:
            with Path(satu).open("rb") as terbuka:
                os.fsync(terbuka.fileno())
    else:
        pegangan = os.open(folder, os.O_RDONLY)
        try:
            if syncfs(pegangan) != 0:
                raise OSError("syncfs")
        finally:
            os.close(pegangan)
    _flush_folder(folder)


def _find_syncfs() -> Callable[[int], int] | None:
    import ctypes

    return getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)


def _flush_folder(folder: Path) -> None:
    pegangan = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(pegangan)
    finally:
        os.close(pegangan)
