"""What one entry of a register was understood as, and what becomes of it."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

# What the registry makes of an entry -> as people read it.
KEADAAN = {"": "baru", "sama": "sudah terdaftar", "dokumen-dicatat": "sudah terdaftar"}


@dataclass(slots=True)
class Terbaca:
    """What one entry of the register was understood as.

    `isi` are the facts as JSON values of a Pendaftaran, without id and convention. `sama` says whether the register's
    own last day is the anniversary (True) or the day before (False); None where it does not tell.
    """

    lembar: str
    nomor: int
    isi: dict[str, Any] = field(default_factory=dict)
    id: str | None = None
    akhir: date | None = None
    sama: bool | None = None
    galat: list[str] = field(default_factory=list)
    catatan: list[str] = field(default_factory=list)
    dilewati: str | None = None  # why it is no entry to register
    hasil: str = ""  # what the registry makes of it: "baru", "sama", "diperbarui"

    @property
    def keadaan(self) -> str:
        """What becomes of the entry, as people read it."""
        if self.galat:
            return "galat"
        return "dilewati" if self.dilewati else KEADAAN.get(self.hasil, self.hasil)

    @property
    def tempat(self) -> str:
        """The row as a spreadsheet names it: "2024!12"."""
        return f"{self.lembar}!{self.nomor}" if self.lembar else str(self.nomor)
