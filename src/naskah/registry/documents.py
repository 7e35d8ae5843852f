"""The files of an agreement: those registered with its facts, and those recorded later for the same facts."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from json import dumps, loads
from typing import Any, NamedTuple

from naskah.model.galat import NaskahError
from naskah.registry.events import Peristiwa
from naskah.registry.unreadable import PULIHKAN, TIDAK_TERBACA, explain

Dokumen = Mapping[str, Any]
_CIRI = ("jalur", "sidik", "peran")


class Bukti(NamedTuple):
    """The file that shows that something happened: relative to the workspace where it can be, and its sha256."""

    jalur: str
    sidik: str


def merge_dokumen(dasar: Sequence[Dokumen], catatan: Iterable[Peristiwa]) -> list[Dokumen]:
    """Return all files: those of the facts, then those of later events; one path is one file.

    Raises:
        NaskahError: the data of an event cannot be read.
    """
    semua = list(dasar)
    for peristiwa in catatan:
        try:
            baru = [{k: d[k] for k in _CIRI} for d in loads(peristiwa.data)["dokumen"]]
            tempat = {d["jalur"] for d in baru}
        except TIDAK_TERBACA as error:
            raise NaskahError(
                f"data peristiwa {peristiwa.urutan} tidak terbaca: {explain(error)}. {PULIHKAN}"
            ) from error
        semua = [*(d for d in semua if d["jalur"] not in tempat), *baru]
    return semua


def find_recorded(conn: sqlite3.Connection, jalur: Iterable[str]) -> set[tuple[str, str]]:
    """Return path and sha256 of those files at some paths that are recorded as they are, whatever they belong to."""
    perintah = "SELECT jalur, sidik FROM dokumen WHERE jalur IN (SELECT value FROM json_each(?))"
    return {(str(tempat), str(sidik)) for tempat, sidik in conn.execute(perintah, (dumps(list(jalur)),))}


def find_new(baru: Iterable[Dokumen], tercatat: Sequence[Dokumen], *, jalur: bool) -> list[Dokumen]:
    """Return the files that the registry does not know yet; `jalur` also counts the mere place of a file."""
    dikenal = {_ciri(d) for d in tercatat}
    belum = [d for d in baru if _ciri(d) not in dikenal]
    if jalur:
        return belum
    # The same bytes at another place, while the file is still known at its own.
    tempat = {d["jalur"] for d in tercatat}
    sidik = {_ciri(d)[1:] for d in tercatat}
    return [d for d in belum if d["jalur"] in tempat or _ciri(d)[1:] not in sidik]


def _ciri(d: Dokumen) -> tuple[Any, ...]:
    return tuple(d[k] for k in _CIRI)
