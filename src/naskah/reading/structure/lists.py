"""Items of a list at any depth, from the row of their numbers."""

from dataclasses import dataclass, field

from naskah.model.isi import Isi, plain
from naskah.model.naskah import Ayat, Isian, Pasal, Rincian
from naskah.model.tempat import Tempat
from naskah.reading.structure.markers import TINGKAT, Bentuk, Tanda, follows, number_value
from naskah.reading.structure.pieces import join_isi


@dataclass
class Butir:
    """An ayat or an item while it is being read; an ayat has no form of its own."""

    bentuk: Bentuk | None
    nomor: str | None
    isi: Isi
    tempat: Tempat | None
    lekuk: int = 0
    isian: list[tuple[str, list[Isi]]] = field(default_factory=list)
    rincian: list["Butir"] = field(default_factory=list)
    kutipan: tuple[Pasal | Ayat | Rincian, ...] = ()
    lanjutan: list[Isi] = field(default_factory=list)  # what other paragraphs add to its text

    def add_field(self, isian: Isian) -> None:
        """Enter a line of particulars."""
        self.isian.append((isian.kunci, [isian.nilai]))

    def extend(self, isi: Isi) -> None:
        """Go on with its text; after particulars, with the last of these."""
        if self.isian:
            self.isian[-1][1].append(isi)
        else:
            self.lanjutan.append(isi)

    @property
    def akhir(self) -> str:
        """The text of the paragraph that it ends with so far."""
        bagian = self.isian[-1][1] if self.isian else [self.isi, *self.lanjutan[-1:]]
        return plain(next((isi for isi in reversed(bagian) if isi), ()))

    def _build_isian(self) -> tuple[Isian, ...]:
        return tuple(Isian(kunci, join_isi(nilai)) for kunci, nilai in self.isian)

    def _build_isi(self) -> Isi:
        return join_isi((self.isi, *self.lanjutan))

    def build_rincian(self) -> Rincian:
        """Return the item of the tree."""
        assert self.bentuk is not None and self.nomor is not None
        sub = tuple(satu.build_rincian() for satu in self.rincian)
        isi, isian = self._build_isi(), self._build_isian()
        return Rincian(TINGKAT[self.bentuk], self.nomor, isi, sub, isian, None, self.kutipan, self.tempat)

    def build_ayat(self) -> Ayat:
        """Return the ayat of the tree."""
        rincian = tuple(satu.build_rincian() for satu in self.rincian)
        isi, isian = self._build_isi(), self._build_isian()
        return Ayat(self.nomor, isi, rincian, isian, None, self.kutipan, self.tempat)


# Beyond this depth items are no longer taken apart; UU 12/2011 Lampiran II angka 87 ends at four.
_TERDALAM = 12


class Susunan:
    """The open items of one ayat, outermost first."""

    def __init__(self, akar: Butir) -> None:
        self.akar = akar
        self._terbuka: list[Butir] = [akar]

    @property
    def terdalam(self) -> Butir:
        """The item that text now belongs to."""
        return self._terbuka[-1]

    def add(self, tanda: Tanda, isi: Isi, tempat: Tempat, lekuk: int) -> Butir:
        """Enter an item where its number fits: it goes on with an open list, or begins one in the last item."""
        butir = Butir(tanda.bentuk, tanda.nomor, isi, tempat, lekuk)
        dalam = min(self._find_list(tanda, lekuk), _TERDALAM)
        del self._terbuka[dalam + 1 :]
        self._terbuka[-1].rincian.append(butir)
        self._terbuka.append(butir)
        return butir

    def _find_list(self, tanda: Tanda, lekuk: int) -> int:
        """Return how deep the item lies whose list the number belongs to."""
        sejenis = [n for n in range(1, len(self._terbuka)) if self._terbuka[n].bentuk is tanda.bentuk]
        cocok = [n for n in sejenis if follows(tanda.nomor, self._terbuka[n].nomor or "")]
        if cocok:
            return self._choose(cocok, lekuk) - 1
        pertama = number_value(tanda.nomor) == (1, 0)
        if not sejenis or (pertama and self.terdalam.akhir.rstrip().endswith(":")):
            return len(self._terbuka) - 1
        if pertama and self._terbuka[-1].bentuk is not tanda.bentuk and not self._closed():
            return len(self._terbuka) - 1
        # A gap or a repeat: the innermost list of its form goes on, and a rule will say so.
        return sejenis[-1] - 1

    def _choose(self, cocok: list[int], lekuk: int) -> int:
        """Of several lists that the number goes on with, the one at its column; else the innermost that is not over."""
        if len(cocok) > 1:
            sekolom = [n for n in cocok if self._terbuka[n].lekuk == lekuk]
            if len(sekolom) == 1:
                return sekolom[0]
            if self._closed():
                return cocok[-2]
        return cocok[-1]

    def _closed(self) -> bool:
        return self.terdalam.akhir.rstrip().endswith(".") and self.terdalam is not self.akar
