"""The regulations that a document cites, beside what the library knows of each."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from naskah.assembly.citations import read_jenis
from naskah.checking.context import Konteks
from naskah.model.peraturan import JenisPeraturan, Peraturan
from naskah.reading.parts import Bagian

if TYPE_CHECKING:
    from naskah.reading.facts import FaktaSitasi

_NOMOR = re.compile(r"\b(?:Nomor|No\.?)\s*:?\s*[^\s,;()]+(?:\s+(?:Tahun|Th\.?|Thn\.?)\s+[0-9]{4})?", re.IGNORECASE)


class Dikutip(NamedTuple):
    """A citation with its regulation as the library knows it; `kunci` is None where it does not."""

    sitasi: "FaktaSitasi"
    kunci: str | None
    peraturan: Peraturan | None
    dalam_daftar: bool  # in a list of legal bases, not in a sentence

    @property
    def nama(self) -> str:
        """Its short name: "UU 23/2014"."""
        return self.sitasi.kunci

    @property
    def bagian(self) -> Bagian:
        """The text that it stands in."""
        return self.sitasi.sumber.bagian

    @property
    def jenis(self) -> JenisPeraturan | None:
        """Its kind, as the library knows it, else by its words."""
        return self.peraturan.jenis if self.peraturan else read_jenis(self.sitasi.sebutan)

    @property
    def pasti(self) -> bool:
        """Whether every fact that the library has of it is certain."""
        return self.peraturan is not None and self.peraturan.pasti

    @property
    def kepala(self) -> tuple[int, int]:
        """Where its kind, number and year stand in the text: what comes before the title."""
        sumber = self.sitasi.sumber
        nomor = _NOMOR.search(sumber.bagian.teks, sumber.awal, sumber.akhir)
        return sumber.awal, nomor.end() if nomor else sumber.akhir


def make_dikutip(konteks: Konteks, sitasi: "FaktaSitasi", *, dalam_daftar: bool) -> Dikutip:
    """Put a citation beside what the library knows."""
    kunci = konteks.kenalan.find(sitasi.kunci)
    return Dikutip(sitasi, kunci, konteks.kenalan.get(kunci) if kunci else None, dalam_daftar)


def iter_dikutip(konteks: Konteks) -> Iterator[Dikutip]:
    """Yield every citation: first those of the lists of legal bases, then those of sentences."""
    for satu in konteks.fakta.dasar_hukum:
        yield make_dikutip(konteks, satu, dalam_daftar=True)
    for satu in konteks.fakta.peraturan:
        yield make_dikutip(konteks, satu, dalam_daftar=False)


def iter_dengan_pengubah(konteks: Konteks) -> Iterator[Dikutip]:
    """Yield every citation, each followed by the amendments that it names."""
    for satu in iter_dikutip(konteks):
        yield satu
        for pengubah in satu.sitasi.diubah:
            yield make_dikutip(konteks, pengubah, dalam_daftar=satu.dalam_daftar)
