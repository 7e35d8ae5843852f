"""Dates in documents as they stand: what cannot be read as one is left to the rules."""

from datetime import date

from naskah.bahasa.galat import BahasaError
from naskah.bahasa.tanggal import parse_tanggal


def to_date(teks: str | None) -> date | None:
    """Return the date that a text names; None when it names none, or a day that does not exist."""
    try:
        return parse_tanggal(teks) if teks else None
    except BahasaError:
        return None
