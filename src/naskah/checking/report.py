"""What became of a file that was checked: its findings, what was not understood of it, or why it was not read."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from naskah.checking.finding import Keparahan, Temuan
from naskah.model.galat import Galat


@dataclass(frozen=True, slots=True)
class Sisa:
    """A paragraph that was not understood."""

    baris: int
    teks: str
    sebab: str


@dataclass(frozen=True, slots=True)
class Laporan:
    """One file."""

    berkas: str
    jenis: str = ""  # what kind of document it is
    temuan: tuple[Temuan, ...] = ()
    sisa: tuple[Sisa, ...] = ()
    asing: tuple[str, ...] = ()  # regulations cited that the library does not know, so that nothing is said of them
    galat: tuple[Galat, ...] = ()  # why it was not read
    catatan: tuple[Galat, ...] = ()  # what assembly says of a draft

    @property
    def satuan(self) -> str:
        """What its places are counted in: a Word file has paragraphs, any other has lines."""
        return "alinea" if self.berkas.lower().endswith(".docx") else "baris"


def count(semua: Iterable[Laporan]) -> dict[Keparahan, int]:
    """Return the number of findings of each severity, the worst first."""
    hitung = Counter(satu.keparahan for laporan in semua for satu in laporan.temuan)
    return {keparahan: hitung[keparahan] for keparahan in Keparahan}


def name_counts(hitung: dict[Keparahan, int]) -> str:
    """Return the numbers as people say them: "2 galat, 1 saran"; "tidak ada temuan"."""
    return ", ".join(f"{banyak} {nama}" for nama, banyak in hitung.items() if banyak) or "tidak ada temuan"


def name_jenis(jenis: str) -> str:
    """Return the name of a kind of document: "perjanjian kerja sama"."""
    return jenis.replace("-", " ")
