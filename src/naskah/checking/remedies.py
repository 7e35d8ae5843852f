"""Which remedies may be applied without a person looking at each."""

from collections.abc import Iterable

from naskah.checking.finding import Temuan

# Digits and words contradict each other, and which is right only a person knows.
_HANYA_DIMINTA = "A"


def choose_fixes(temuan: Iterable[Temuan], *, samakan_angka: bool = False) -> list[Temuan]:
    """Return the findings with a remedy that may be applied; digits are brought in line only on request."""
    return [t for t in temuan if t.perbaikan and t.tempat and (samakan_angka or t.kode[0] != _HANYA_DIMINTA)]
