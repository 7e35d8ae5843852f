"""One finding: what is wrong, where, why it matters, and what to do."""

from dataclasses import dataclass
from enum import StrEnum

from naskah.model.tempat import Tempat


class Keparahan(StrEnum):
    """How bad it is, the worst first."""

    GALAT = "galat"  # wrong, must be mended
    PERINGATAN = "peringatan"  # probably wrong
    SARAN = "saran"  # style


@dataclass(frozen=True, slots=True)
class Perbaikan:
    """A safe remedy: these characters of a part's text become `ganti`, nothing else is touched."""

    awal: int
    akhir: int
    ganti: str


@dataclass(frozen=True, slots=True)
class Temuan:
    """One finding of a rule."""

    kode: str
    keparahan: Keparahan
    letak: str  # as people say it: "Pasal 6 ayat (1) huruf a", "Dasar hukum butir 24", "Blok tanda tangan"
    pesan: str  # what is wrong, a sentence
    saran: str  # what to do, a sentence
    kutipan: str = ""  # the words it is about, as they stand
    tempat: Tempat | None = None  # where those words begin
    perbaikan: Perbaikan | None = None  # relative to the paragraph of `tempat`
    sebelum: str = ""  # what stands before and after those words, for who reads without the document
    sesudah: str = ""
