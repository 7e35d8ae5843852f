"""What rules look at: the document, its texts, and what was understood of it, each computed once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from naskah.checking.kamus import Kamus, load_kamus
from naskah.model.bacaan import Bacaan
from naskah.model.naskah import Naskah, Pasal
from naskah.model.peraturan import Peraturan
from naskah.reading.parts import Bagian, iter_bagian

if TYPE_CHECKING:
    from naskah.checking.kenalan import Kenalan
    from naskah.checking.lists import Daftar
    from naskah.reading.facts import Fakta


@dataclass
class Konteks:
    """One document under examination."""

    bacaan: Bacaan
    peraturan: Mapping[str, Peraturan] = field(default_factory=dict)  # the library's, by key
    kamus: Kamus = field(default_factory=load_kamus)  # words, with those that the workspace adds

    @cached_property
    def bagian(self) -> tuple[Bagian, ...]:
        """Every text of the document, in order."""
        return tuple(iter_bagian(self.bacaan))

    def narrow(self, bagian: Iterable[Bagian]) -> "Konteks":
        """The same document with these parts alone to look at."""
        hasil = Konteks(self.bacaan, self.peraturan, self.kamus)
        hasil.__dict__["bagian"] = tuple(bagian)
        return hasil

    @cached_property
    def pasal(self) -> Mapping[str, Pasal]:
        """The pasal by number; of a number that occurs twice, the first."""
        hasil: dict[str, Pasal] = {}
        for satu in self.bacaan.naskah.iter_pasal():
            hasil.setdefault(satu.nomor, satu)
        return hasil

    @cached_property
    def daftar(self) -> "tuple[Daftar, ...]":
        """The lists of the document: items, recitals, considerations, legal bases."""
        from naskah.checking.lists import iter_daftar

        return tuple(iter_daftar(self.bagian))

    @cached_property
    def kenalan(self) -> "Kenalan":
        """The library's regulations, to be found as citations name them."""
        from naskah.checking.kenalan import Kenalan

        return Kenalan(self.peraturan)

    @property
    def perjanjian(self) -> Naskah | None:
        """The tree of an agreement; None for a regulation."""
        naskah = self.bacaan.naskah
        return naskah if isinstance(naskah, Naskah) else None

    @cached_property
    def fakta(self) -> "Fakta":
        """What was understood: kind, parties, dates, term, references."""
        from naskah.reading.facts import read_fakta

        return read_fakta(self.bacaan, self.bagian)
