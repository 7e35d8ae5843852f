"""Places of a tree that was read from lines, brought back to the paragraphs of the file."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from naskah.model.isi import Teks
from naskah.model.tempat import Tempat
from naskah.reading.docx.lines import Larik
from naskah.reading.docx.paragraphs import Paragraf


@dataclass(frozen=True)
class Peta:
    """Where each character of the lines stands in the file."""

    larik: Sequence[Larik]

    def relocate(self, bagian: Any) -> Any:
        """Return a part of a tree with its places in paragraphs, and its texts divided where they become italic."""
        if isinstance(bagian, Tempat):
            return self._place(bagian)
        if isinstance(bagian, tuple):
            hasil: list[Any] = []
            for satu in bagian:
                if isinstance(satu, Teks) and satu.tempat is not None:
                    hasil += self._divide(satu, satu.tempat)
                else:
                    hasil.append(self.relocate(satu))
            return tuple(hasil)
        if is_dataclass(bagian) and not isinstance(bagian, type):
            lama = {f.name: getattr(bagian, f.name) for f in fields(bagian)}
            baru = {nama: self.relocate(nilai) for nama, nilai in lama.items()}
            return replace(bagian, **{nama: n for nama, n in baru.items() if n is not lama[nama]})
        return bagian

    def _place(self, tempat: Tempat) -> Tempat:
        paragraf, awal = self._find(tempat.alinea, tempat.awal)
        return Tempat(paragraf.indeks, paragraf.baris, awal)

    def _find(self, letak: int, awal: int) -> tuple[Paragraf, int]:
        """The paragraph of a character of a line, and the character's place in the paragraph's own text."""
        ruas = self.larik[letak].ruas
        i = max(bisect_right(ruas, awal, key=lambda satu: satu.awal) - 1, 0)
        paragraf = ruas[i].paragraf
        return paragraf, 0 if ruas[i].nomor else min(max(awal - ruas[i].awal, 0) + ruas[i].dari, len(paragraf.teks))

    def _divide(self, span: Teks, tempat: Tempat) -> Iterator[Teks]:
        """A span as spans that lie in one paragraph each and are italic throughout or not at all."""
        # A space may have been put behind it, where it goes on in the next paragraph.
        isi = span.teks.rstrip(" ")
        akhir = tempat.awal + len(isi)
        if not isi or self.larik[tempat.alinea].teks[tempat.awal : akhir] != isi:
            yield replace(span, tempat=self._place(tempat))  # its spaces were tidied: only its beginning is known
            return
        batas = [tempat.awal, *self._borders(tempat.alinea, tempat.awal, akhir), akhir]
        for dari, sampai in zip(batas, batas[1:], strict=False):
            paragraf, awal = self._find(tempat.alinea, dari)
            miring = any(a <= awal < b for a, b in paragraf.miring)
            ujung = len(span.teks) if sampai == akhir else sampai - tempat.awal
            yield Teks(span.teks[dari - tempat.awal : ujung], miring, Tempat(paragraf.indeks, paragraf.baris, awal))

    def _borders(self, letak: int, awal: int, akhir: int) -> list[int]:
        """Where, inside a stretch of a line, a paragraph or an italic begins or ends."""
        ruas = self.larik[letak].ruas
        i = max(bisect_right(ruas, awal, key=lambda satu: satu.awal) - 1, 0)
        batas: set[int] = set()
        for satu in ruas[i:]:
            if satu.awal >= akhir:
                break
            batas.add(satu.awal)
            if not satu.nomor:
                batas.update(satu.awal + b - satu.dari for miring in satu.paragraf.miring for b in miring)
        return sorted(b for b in batas if awal < b < akhir)
