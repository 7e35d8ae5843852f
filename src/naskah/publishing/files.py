"""Files appear whole or not at all: written beside their place, flushed to disk, then renamed."""

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from naskah.library.os_errors import explain_os_error
from naskah.model.galat import Galat, NaskahError


@contextmanager
def staged_files(isi: Mapping[Path, bytes]) -> Iterator[None]:
    """Write all files under temporary names; on leaving the block without error, give them their names.

    Whatever fails inside the block, or in writing, leaves no trace. NaskahError says what the system said.
    """
    sementara: dict[Path, Path] = {}
    try:
        for tujuan, data in isi.items():
            with explained_os_errors(tujuan):
                sementara[tujuan] = _write_beside(tujuan, data)
        yield
        for tujuan, asal in list(sementara.items()):
            with explained_os_errors(tujuan):
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
def explained_os_errors(tujuan: Path | None = None) -> Iterator[None]:
    """OSError (while making `tujuan`) as a NaskahError that says what to do."""
    try:
        yield
    except OSError as error:
        raise NaskahError(Galat(explain_os_error(error), str(tujuan or error.filename or "") or None)) from None
