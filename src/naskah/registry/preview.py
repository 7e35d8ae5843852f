"""What registering would do, without doing it."""

from collections.abc import Collection, Iterable, Iterator
from json import dumps
from typing import NamedTuple

from naskah.model.galat import NaskahError
from naskah.registry.conflicts import Hasil, compare
from naskah.registry.connection import Registry
from naskah.registry.registration import PendaftaranSiap

_KELOMPOK = 500


class Pratinjau(NamedTuple):
    """What would become of one registration: the result, or why it would be refused."""

    id: str
    hasil: Hasil | None
    galat: NaskahError | None


def preview_many(
    registry: Registry, semua: Iterable[PendaftaranSiap], *, perbarui: bool = False
) -> Iterator[Pratinjau]:
    """Yield what `register_many` would do with each; twins under another id are for `find_twins` to tell.

    Raises:
        NaskahError: the registry cannot be read.
    """
    with registry.read() as conn:
        for satu in semua:
            try:
                yield Pratinjau(satu.id, compare(conn, satu.id, satu.teks, perbarui=perbarui).hasil, None)
            except NaskahError as error:
                yield Pratinjau(satu.id, None, error)


def find_twins(registry: Registry, jati: Collection[str]) -> dict[str, str]:
    """Return the ids under which agreements are registered, by what they are known by (`identity`).

    Raises:
        NaskahError: the registry cannot be read.
    """
    urut = sorted(jati)
    hasil: dict[str, str] = {}
    with registry.read() as conn:
        for awal in range(0, len(urut), _KELOMPOK):
            baris = conn.execute(
                "SELECT jati, id FROM perjanjian WHERE jati IN (SELECT value FROM json_each(?))",
                (dumps(urut[awal : awal + _KELOMPOK]),),
            )
            hasil.update(baris.fetchall())
    return hasil
