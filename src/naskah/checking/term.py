"""The term of an agreement as first and last day, computed from what it says (tanggal.md, "Durations")."""

from datetime import date
from typing import TYPE_CHECKING

from naskah.bahasa.durasi import hari_terakhir
from naskah.bahasa.galat import BahasaError

if TYPE_CHECKING:
    from naskah.reading.facts import Fakta, FaktaMasa


def find_term(fakta: "Fakta") -> tuple[date, date] | None:
    """Return the first and the last day in force; None where the document does not tell them.

    A term that names no start begins with the signing.
    """
    for masa in fakta.masa:
        mulai = masa.mulai or fakta.tanggal
        akhir = masa.akhir or (find_end(mulai, masa) if mulai else None)
        if mulai and akhir and mulai <= akhir:
            return mulai, akhir
    return None


def find_end(mulai: date, masa: "FaktaMasa", *, tanggal_sama: bool = False) -> date | None:
    """Return the last day of a term by its length; None where it has none, or one that leads out of the calendar."""
    if masa.lama is None:
        return None
    try:
        return hari_terakhir(mulai, masa.lama, tanggal_sama=tanggal_sama)
    except BahasaError:
        return None
