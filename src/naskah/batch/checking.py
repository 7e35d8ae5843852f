"""Checking many files: in this process, or spread over local processes."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from naskah.checking.report import Laporan
from naskah.publishing.examination import examine

# Starting a process costs as much as checking so many files.
_SEPADAN = 8
_POTONGAN = 16  # files handed to a process at once


def check_files(jalur: Sequence[Path], abaikan: frozenset[str], pekerja: int | None = None) -> Iterator[Laporan]:
    """Yield what becomes of each file, in order.

    Args:
        jalur: the files.
        abaikan: codes or groups that are switched off.
        pekerja: how many processes; as many as the machine has cores, where the files are worth it, unless given.
    """
    if pekerja is None:
        pekerja = max(1, min(_count_cores(), len(jalur) // _SEPADAN))
    if pekerja == 1:
        yield from (examine(satu, abaikan) for satu in jalur)
        return
    from naskah.batch.engine import open_engine

    besar = max(1, min(_POTONGAN, len(jalur) // (4 * pekerja)))
    potongan = ((jalur[i : i + besar], abaikan) for i in range(0, len(jalur), besar))
    with open_engine(pekerja) as mesin:
        for hasil in mesin.map(check_chunk, potongan):
            yield from hasil


def check_chunk(jalur: Sequence[Path], abaikan: frozenset[str]) -> list[Laporan]:
    """Check some files."""
    return [examine(satu, abaikan) for satu in jalur]


def _count_cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
