"""Pieces: paragraphs, and the parts of those that hold more than one thing ("BAB I KETENTUAN UMUM Pasal 1")."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from naskah.model.bacaan import Alinea
from naskah.model.isi import Isi, Silang, Teks, plain
from naskah.model.tempat import Tempat
from naskah.reading.structure.markers import KEPALA, Bentuk, Tanda, find_heading, find_item, parse_marker

# What follows "Pasal 5" in running text, never in a heading.
_LANJUTAN_PASAL = re.compile(r"(?:ayat|huruf|angka|sampai|dan|atau|serta|,|;|:)\b|[,;:.]", re.IGNORECASE)
_KEPALA_DI_DALAM = re.compile(r"(?<=\s)(?:(?:Bagian|BAGIAN)\s+[Kk][Ee]|Paragraf\s+[0-9]|(?:Pasal|PASAL)\s+[0-9IVX])")
# A sentence that begins the recitals may share its paragraph with the one before.
_KALIMAT_KEDUA = re.compile(r"(?<=PIHAK\.)\s+(?=PARA PIHAK\b[^.]*:$)")


@dataclass(frozen=True)
class Potongan:
    """A piece of a paragraph: its number, and what it says from `awal` to `akhir` in the paragraph's text."""

    urutan: int  # of its paragraph
    alinea: Alinea
    tanda: Tanda | None
    awal: int
    akhir: int

    @cached_property
    def teks(self) -> str:
        """What it says, without its number."""
        return self.alinea.teks[self.awal : self.akhir]

    @property
    def bentuk(self) -> Bentuk | None:
        """The form of its number."""
        return self.tanda.bentuk if self.tanda else None

    @property
    def tempat(self) -> Tempat:
        """Where it begins, its number included where that is part of the text."""
        awal = self.tanda.awal if self.tanda else self.awal
        return replace(self.alinea.tempat, awal=awal)

    @cached_property
    def isi(self) -> Isi:
        """What it says, with its italics and where each span stands."""
        return self.cut(self.awal, self.akhir)

    def cut(self, awal: int, akhir: int) -> Isi:
        """Return a stretch of the paragraph's text as Isi."""
        teks, tempat = self.alinea.teks, self.alinea.tempat
        hasil: list[Teks] = []

        def add(dari: int, sampai: int, *, miring: bool) -> None:
            if sampai > dari:
                hasil.append(Teks(teks[dari:sampai], miring, replace(tempat, awal=dari)))

        kini = awal
        for dari, sampai in self.alinea.miring:
            dari, sampai = max(dari, kini), min(sampai, akhir)
            if dari < sampai:
                add(kini, dari, miring=False)
                add(dari, sampai, miring=True)
                kini = sampai
        add(kini, akhir, miring=False)
        return tuple(hasil)

    def without_first(self, banyak: int) -> "Potongan":
        """Return the piece without its first characters, and without the space after them."""
        awal = self.awal + banyak
        while awal < self.akhir and self.alinea.teks[awal].isspace():
            awal += 1
        return Potongan(self.urutan, self.alinea, self.tanda, awal, self.akhir)

    def unmarked(self) -> "Potongan":
        """Return the piece with its number as part of what it says."""
        if self.tanda is None:
            return self
        return Potongan(self.urutan, self.alinea, None, self.tanda.awal, self.akhir)

    def reread(self) -> "Potongan":
        """Return the piece with the number that its text begins with."""
        return _read_item(self.urutan, self.alinea, self.awal, self.akhir)


def join_isi(semua: Iterable[Isi]) -> Isi:
    """Return a text and its continuations in other paragraphs as one, a space between."""
    hasil: list[Teks | Silang] = []
    for isi in semua:
        if hasil and isi and not hasil[-1].teks.endswith((" ", "\n")):
            hasil[-1] = replace(hasil[-1], teks=hasil[-1].teks + " ")
        hasil += isi
    return tuple(hasil)


def join_pieces(potongan: Iterable[Potongan]) -> Isi:
    """Return the text of several pieces, a space between."""
    return join_isi(satu.isi for satu in potongan)


def take(isi: Isi, awal: int, akhir: int) -> Isi:
    """Return the characters from `awal` to `akhir` of a text, each span with its place."""
    hasil = []
    letak = 0
    for span in isi:
        dari, sampai = max(awal - letak, 0), min(akhir - letak, len(span.teks))
        if isinstance(span, Teks) and dari < sampai:
            tempat = replace(span.tempat, awal=span.tempat.awal + dari) if span.tempat else None
            hasil.append(replace(span, teks=span.teks[dari:sampai], tempat=tempat))
        letak += len(span.teks)
    return tuple(hasil)


def drop(isi: Isi, banyak: int) -> Isi:
    """Return a text without its first characters and the space after them."""
    return trim(take(isi, banyak, len(plain(isi))))


def trim(isi: Isi) -> Isi:
    """Return a text without white space around it."""
    teks = plain(isi)
    return take(isi, len(teks) - len(teks.lstrip()), len(teks.rstrip()))


def iter_pieces(alinea: Sequence[Alinea], urutan: Sequence[int]) -> Iterator[Potongan]:
    """Yield the pieces of the paragraphs whose places in the document are given."""
    for i in urutan:
        yield from _split(i, alinea[i])


def _split(urutan: int, alinea: Alinea) -> Iterator[Potongan]:
    teks = alinea.teks
    awal, akhir = len(teks) - len(teks.lstrip()), len(teks.rstrip())
    tanda = parse_marker(alinea.nomor) if alinea.nomor else None
    if alinea.nomor and not teks.startswith(alinea.nomor):
        # Word numbers it: the number is no part of the text.
        tanda = replace(tanda, awal=0, akhir=0) if tanda else None
        yield Potongan(urutan, alinea, tanda, awal, akhir)
        return
    if _is_heading(alinea, awal):
        yield from _split_heading(urutan, alinea, awal, akhir)
        return
    if kedua := _KALIMAT_KEDUA.search(teks, awal, akhir):
        yield _read_item(urutan, alinea, awal, kedua.start())
        yield Potongan(urutan, alinea, None, kedua.end(), akhir)
        return
    yield _read_item(urutan, alinea, awal, akhir)


def _read_item(urutan: int, alinea: Alinea, awal: int, akhir: int) -> Potongan:
    tanda = find_item(alinea.teks, awal)
    if tanda is None or tanda.akhir > akhir:
        return Potongan(urutan, alinea, None, awal, akhir)
    return _after(urutan, alinea, tanda, akhir)


def _after(urutan: int, alinea: Alinea, tanda: Tanda, akhir: int) -> Potongan:
    awal = tanda.akhir
    while awal < akhir and alinea.teks[awal].isspace():
        awal += 1
    return Potongan(urutan, alinea, tanda, min(awal, akhir), akhir)


def _is_heading(alinea: Alinea, awal: int) -> bool:
    tanda = find_heading(alinea.teks, awal)
    if tanda is None:
        return False
    sisa = alinea.teks[tanda.akhir :].strip()
    if not sisa:
        return True
    if alinea.gaya in ("judul", "tengah") and tanda.bentuk is not Bentuk.PASAL:
        return True
    if tanda.bentuk is Bentuk.PASAL:
        return not _LANJUTAN_PASAL.match(sisa) and (is_capital(sisa) or alinea.gaya == "judul")
    # "Bagian Kedua Kepesertaan" is a heading, "Bagian Kedua mengatur ..." a sentence.
    return tanda.bentuk is Bentuk.BAB or (sisa[0].isupper() and not sisa.endswith((".", ";")) and len(sisa) < 200)


def _split_heading(urutan: int, alinea: Alinea, awal: int, akhir: int) -> Iterator[Potongan]:
    """Yield each heading of a line that holds several, its title with it."""
    while awal < akhir:
        tanda = find_heading(alinea.teks, awal)
        assert tanda is not None and tanda.bentuk in KEPALA
        batas = next(
            (
                cocok.start()
                for cocok in _KEPALA_DI_DALAM.finditer(alinea.teks, tanda.akhir, akhir)
                if (dalam := find_heading(alinea.teks, cocok.start())) is not None
                and not _LANJUTAN_PASAL.match(alinea.teks[dalam.akhir : akhir].strip())
            ),
            akhir,
        )
        ujung = len(alinea.teks[:batas].rstrip())
        yield _after(urutan, alinea, tanda, max(ujung, tanda.akhir))
        awal = batas


def is_capital(teks: str) -> bool:
    """Whether a text is written in capitals: it has letters, and no small ones."""
    return teks.upper() == teks and any(k.isalpha() for k in teks)
