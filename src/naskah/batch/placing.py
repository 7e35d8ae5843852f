"""Documents get their names: written beside, flushed to disk together, then renamed. One batch in a folder at a time.

Flushing every file by itself costs milliseconds each; a chunk is flushed as one, and only then may its files be
called done.
"""

import fcntl
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from naskah.model.galat import Galat, NaskahError
from naskah.publishing.files import explained_os_errors

# Inside the folder of the documents, so that a rename stays on one disk.
_SEMENTARA = ".massal"
_KUNCI = "kunci"
_AKHIRAN = ".sementara"


class Penempat:
    """The folder of a batch, locked for it."""

    def __init__(self, folder: Path, sementara: Path) -> None:
        self.folder, self._sementara = folder, sementara

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
    """Make and lock the folder of a batch; what a killed run left unfinished in it is cleared away.

    NaskahError: another batch is at work in it, or it cannot be written.
    """
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
            with explained_os_errors():
                _clear(sementara)
            yield Penempat(folder, sementara)
        finally:
            _clear(sementara)
            (sementara / _KUNCI).unlink(missing_ok=True)
            sementara.rmdir()


def _clear(sementara: Path) -> None:
    for satu in sementara.glob(f"*{_AKHIRAN}"):
        satu.unlink(missing_ok=True)


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
