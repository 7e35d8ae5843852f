"""What became of each paragraph, written down while the tree is built."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from naskah.model.bacaan import Alinea, Peran
from naskah.reading.structure.pieces import Potongan


class Catatan:
    """The roles of the paragraphs of one document. A paragraph keeps the first role that it is given."""

    def __init__(self, alinea: Sequence[Alinea]) -> None:
        self.alinea = alinea
        self._peran: dict[int, tuple[Peran, str]] = {}

    def take(self, peran: Peran, potongan: Potongan | Iterable[Potongan], sebab: str = "") -> None:
        """Enter the role of the paragraphs that these pieces are of."""
        for satu in (potongan,) if isinstance(potongan, Potongan) else potongan:
            self._peran.setdefault(satu.urutan, (peran, sebab))

    def mark(self, urutan: int, peran: Peran, sebab: str = "") -> None:
        """Enter the role of one paragraph."""
        self._peran.setdefault(urutan, (peran, sebab))

    def leave(self, potongan: Iterable[Potongan], sebab: str) -> None:
        """Enter that these pieces were not understood, and why."""
        self.take(Peran.SISA, potongan, sebab)

    def is_free(self, urutan: int) -> bool:
        """Whether a paragraph has no role yet."""
        return urutan not in self._peran

    def close(self) -> tuple[Alinea, ...]:
        """Return the paragraphs with their roles; those without one were not understood."""
        hasil = []
        for i, satu in enumerate(self.alinea):
            bawaan = (Peran.SISA, "tidak termasuk bagian yang dikenali") if satu.teks.strip() else (Peran.CETAKAN, "")
            peran, sebab = self._peran.get(i, bawaan)
            hasil.append(replace(satu, peran=peran, catatan=sebab or satu.catatan))
        return tuple(hasil)
