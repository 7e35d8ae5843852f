"""One thing that the check of a template finds."""

from typing import NamedTuple


class Temuan(NamedTuple):
    """A finding with its remedy; `saran` when it spoils no document."""

    pesan: str
    saran: bool = False
    bila: str = ""  # it spoils only a naskah in which this attribute is not empty, of whatever kind


def hint(pesan: str) -> Temuan:
    """Return a finding that spoils no document."""
    return Temuan(pesan, saran=True)
