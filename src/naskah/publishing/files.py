"""Files appear whole or not at all: written beside their place, flushed to disk, then renamed."""

import errno
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from naskah.model.galat import Galat, NaskahError


@contextmanager
def staged_files(isi: Mapping[Path, bytes]) -> Iterator[None]:
    """Write all files under temporary names; on leaving the block without error, give them their names.

    Whatever fails inside the block, or in writing, leaves no trace. NaskahError says what the system said.
    """
    sementara: dict[Path, Path] = {}
    try:
        with explained_os_errors():
            for tujuan, data in isi.items():
                sementara[tujuan] = _write_beside(tujuan, data)
        yield
        with explained_os_errors():
            for tujuan, asal in list(sementara.items()):
                asal.replace(tujuan)
                del sementara[tujuan]
    finally:
        for asal in sementara.values():
            asal.unlink(missing_ok=True)


def _write_beside(tujuan: Path, data: bytes) -> Path:
    tujuan.parent.mkdir(parents=True, exist_ok=True)
    pegangan, nama = tempfile.mkstemp(prefix=f".{tujuan.name[:40]}.", suffix=".sementara", dir=tujuan.parent)
    jalur = Path(nama)
    try:
        with os.fdopen(pegangan, "wb") as berkas:
            berkas.write(data)
            berkas.flush()
            os.fsync(berkas.fileno())
        jalur.chmod(0o666 & ~_current_umask())
    except BaseException:
        jalur.unlink(missing_ok=True)
        raise
    return jalur


def _current_umask() -> int:
    """mkstemp makes private files; a document should be readable as any other the user writes."""
    umask = os.umask(0)
    os.umask(umask)
    return umask


@contextmanager
def explained_os_errors() -> Iterator[None]:
    """OSError as a NaskahError that says what to do."""
    try:
        yield
    except OSError as error:
        tempat = str(error.filename) if error.filename else None
        raise NaskahError(Galat(explain_os_error(error), tempat)) from None


def explain_os_error(error: OSError) -> str:
    """What the system refused, as a sentence."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "disk penuh; tidak ada yang ditulis. Kosongkan tempat, lalu jalankan lagi"
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return "tidak boleh ditulis; pilih folder lain dengan -o, atau minta hak tulisnya"
    if error.errno in (errno.ENOTDIR, errno.EEXIST):
        return "ada berkas di tempat yang seharusnya folder; pilih nama lain dengan -o"
    if error.errno == errno.EISDIR:
        return "ini folder; sebutkan nama berkas di dalamnya"
    if error.errno == errno.ENAMETOOLONG:
        return "nama berkas terlalu panjang; pilih nama yang lebih pendek dengan -o"
    return f"sistem menolak: {error.strerror or error}"
