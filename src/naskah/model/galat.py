"""What can be wrong with an input, said so that the user can mend it: file, line, key, what to do."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Galat:
    """One thing wrong in an input. `pesan` is an Indonesian sentence that says what to do next."""

    pesan: str
    berkas: str | None = None
    baris: int | None = None
    kunci: str | None = None
    tingkat: Literal["galat", "saran"] = "galat"  # a saran spoils nothing

    def __str__(self) -> str:
        tempat = self.berkas or ""
        if self.baris is not None:
            tempat += f":{self.baris}" if tempat else f"baris {self.baris}"
        bagian = [b for b in (tempat, self.kunci, self.pesan) if b]
        return ": ".join(bagian)


class NaskahError(Exception):
    """An error of the user's input or surroundings; holds every Galat found, not the first alone."""

    def __init__(self, galat: Galat | str | Iterable[Galat]) -> None:
        if isinstance(galat, str):
            galat = Galat(galat)
        self.galat: tuple[Galat, ...] = (galat,) if isinstance(galat, Galat) else tuple(galat)
        super().__init__("\n".join(str(g) for g in self.galat))
