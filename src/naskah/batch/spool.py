"""What is made but not yet published: a nameless file on the disk of the documents, read back once in order.

All rows are judged before the first document is written, and the documents of a large batch do not fit in memory.
The file has no name, so that nothing is left of it however the process ends.
"""

import pickle
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self


class Gulungan:
    """A sequence of objects on disk."""

    def __init__(self, folder: Path) -> None:
        self._berkas = tempfile.TemporaryFile(dir=_nearest(folder), buffering=1 << 20)  # noqa: SIM115
        self._jumlah = 0

    def add(self, isi: Any) -> int:
        """Put an object at the end; returns its place."""
        letak = self._berkas.tell()
        pickle.dump(isi, self._berkas, pickle.HIGHEST_PROTOCOL)
        self._jumlah += 1
        return letak

    def read(self) -> Iterator[Any]:
        """Every object, in order; nothing may be added meanwhile."""
        self._berkas.seek(0)
        for _ in range(self._jumlah):
            # Only this process can have written the file: it never had a name.
            yield pickle.load(self._berkas)  # noqa: S301

    def read_at(self, letak: int) -> Any:
        """The object at a place that `add` told; nothing may be added from then on."""
        self._berkas.seek(letak)
        return pickle.load(self._berkas)  # noqa: S301 (as above)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._berkas.close()


def _nearest(folder: Path) -> Path:
    """The folder itself, or the nearest one above it that is there."""
    folder = folder.absolute()
    return next(satu for satu in (folder, *folder.parents) if satu.is_dir())
