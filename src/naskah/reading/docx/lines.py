"""Blocks as the lines of a page: what the structure of a document is read from, each with where it came from.

Word sets parties, particulars and signatures in tables without borders. Read row by row, cell by cell, they are the
lines that a reader sees: "I. SARI WULANDARI : Bupati ...". A line remembers the paragraph of each of its characters.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from naskah.reading.docx.paragraphs import Blok, Paragraf, Sel, Tabel

# A table with fewer columns, or with a colon for a column, is only a layout.
_KOLOM_DATA = 5
_SPASI = str.maketrans("\n\u00a0", "  ")
_NOMOR_PIHAK = re.compile(r"(?:[IVX]+|[0-9]{1,2}|[A-Za-z])[.)]?")
_PENANDA_TANGAN = re.compile(r"(?:PARA\s+)?PIHAK(?:\s+(?:KE)?[A-Z]+)?\s*,?", re.IGNORECASE)
_PARAF = re.compile(r"paraf\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Ruas:
    """A stretch of a line: from `awal` on, a number that Word prints, or the paragraph's own text from `dari` on."""

    awal: int
    paragraf: Paragraf
    nomor: bool = False
    dari: int = 0


@dataclass
class Larik:
    """One line as a reader sees it; the number of a line that is one paragraph stands beside its text."""

    nomor: str = ""
    ruas: list[Ruas] = field(default_factory=list)
    sel: tuple[str, ...] = ()
    panjang: int = 0
    _bagian: list[str] = field(default_factory=list)

    def add_text(self, teks: str) -> None:
        """Put a text that stands in no paragraph behind what is there."""
        self._bagian.append(teks)
        self.panjang += len(teks)

    def add(self, paragraf: Paragraf, pemisah: str = " ", *, bernomor: bool = True) -> None:
        """Put a paragraph behind what is there, with its number where that is part of the line."""
        if self.panjang:
            self.add_text(pemisah)
        if paragraf.nomor and bernomor:
            self.ruas.append(Ruas(self.panjang, paragraf, nomor=True))
            self.add_text(f"{paragraf.nomor} " if paragraf.teks else paragraf.nomor)
        self.ruas.append(Ruas(self.panjang, paragraf))
        self.add_text(_one_line(paragraf.cetak))

    def add_part(self, paragraf: Paragraf, dari: int, sampai: int) -> None:
        """Put a part of a paragraph's text behind what is there."""
        self.ruas.append(Ruas(self.panjang, paragraf, dari=dari))
        self.add_text(_one_line(paragraf.cetak[dari:sampai]))

    @cached_property
    def teks(self) -> str:
        """What is printed; asked for when the line is whole."""
        return "".join(self._bagian)


def _one_line(teks: str) -> str:
    """A text without line breaks, character for character, so that places stay true."""
    return teks.translate(_SPASI)


def iter_lines(blok: Iterable[Blok]) -> Iterator[Larik]:
    """Yield the lines of blocks; paragraphs that print nothing have none."""
    larik: Larik | None = None  # goes on, since the mark of its last paragraph was deleted
    for satu in blok:
        if isinstance(satu, Tabel):
            yield from _iter_table(satu)
            continue
        if satu.kosong:
            continue
        larik = larik or Larik(nomor=satu.nomor)
        larik.add(satu, "", bernomor=bool(larik.ruas))
        if not satu.menyatu:
            yield larik
            larik = None
    if larik is not None:
        yield larik


def _iter_table(tabel: Tabel) -> Iterator[Larik]:
    if tabel.kolom <= 1:
        for baris in tabel.baris:
            for sel in baris:
                yield from iter_lines(sel.isi)
        return
    mulai = _find_signatures(tabel)
    for baris in tabel.baris[:mulai]:
        yield from _iter_row(baris, tabel.kolom)
    yield from _iter_columns(tabel.baris[mulai:])


def _find_signatures(tabel: Tabel) -> int:
    """The first row of the signatures, which names two parties and nothing else; the number of rows where none does.

    In a table of duties the parties are headings of columns: rows of data stand below them.
    """
    banyak = len(tabel.baris)
    data = [i for i, baris in enumerate(tabel.baris) if sum(bool(sel.paragraf) for sel in baris) >= _KOLOM_DATA]
    awal = data[-1] + 1 if data else 0
    return next((i for i in range(awal, banyak) if _names_parties(tabel.baris[i]) > 1), banyak)


def _iter_columns(baris: Sequence[Sequence[Sel]]) -> Iterator[Larik]:
    """Signatures, one after the other: rows of blocks stand below each other, each block in a column."""
    blok: list[Sequence[Sel]] = []
    for satu in baris:
        if blok and _names_parties(satu):
            yield from _iter_blocks_of(blok)
            blok = []
        blok.append(satu)
    yield from _iter_blocks_of(blok)


def names_party(teks: str) -> bool:
    """Whether a text is the name of a party and nothing else, as at the head of a signature."""
    return _PENANDA_TANGAN.fullmatch(teks.strip()) is not None


def _names_parties(baris: Sequence[Sel]) -> int:
    """How many parties a row names; 0 when it says anything else."""
    # The name may stand below, in the same paragraph.
    terisi = [sel.paragraf[0].teks.strip().partition("\n")[0] for sel in baris if sel.paragraf]
    return len(terisi) if all(map(names_party, terisi)) else 0


def _iter_blocks_of(baris: Sequence[Sequence[Sel]]) -> Iterator[Larik]:
    for kolom in sorted({sel.kolom for satu in baris for sel in satu if sel.paragraf}):
        for satu in baris:
            for sel in satu:
                if sel.kolom == kolom:
                    yield from iter_lines(sel.isi)


def _iter_row(baris: Sequence[Sel], kolom: int) -> Iterator[Larik]:
    terisi = [sel for sel in baris if sel.paragraf]
    if not terisi:
        return
    if _is_layout(terisi, kolom):
        yield from _iter_layout(terisi)
    else:
        yield _data_row(baris, kolom)


def _is_layout(terisi: Sequence[Sel], kolom: int) -> bool:
    if kolom >= _KOLOM_DATA:
        return False
    awal = terisi[0].paragraf[0]
    if _PARAF.match(awal.teks.strip()):
        return False
    bertitik = any(sel.paragraf[0].teks.lstrip().startswith(":") for sel in terisi[1:])
    bernomor = bool(_NOMOR_PIHAK.fullmatch(awal.teks.strip() or awal.nomor))
    return len(terisi) == 1 or bertitik or terisi[0].paragraf[-1].teks.rstrip().endswith(":") or bernomor


def _iter_layout(terisi: Sequence[Sel]) -> Iterator[Larik]:
    """The cells of a row as one line; what its last cell has more, as lines of its own."""
    *depan, akhir = terisi
    larik = Larik()
    for sel in depan:
        for satu in sel.paragraf:
            larik.add(satu)
    larik.add(akhir.paragraf[0])
    yield larik
    yield from iter_lines(akhir.paragraf[1:])


def _data_row(baris: Sequence[Sel], kolom: int) -> Larik:
    """A row with its cells apart: tabs between them, also for the columns that a cell spans."""
    larik = Larik()
    isi: list[str] = []
    for i, sel in enumerate(baris):
        lompat = max(sel.kolom - len(isi) + 1, 1) if i else sel.kolom
        larik.add_text("\t" * lompat)
        isi += [""] * (sel.kolom - len(isi))
        for j, satu in enumerate(sel.paragraf):
            if j:
                larik.add_text("\n")
            larik.add(satu, "")
        isi.append("\n".join(" ".join(filter(None, (p.nomor, _one_line(p.cetak)))) for p in sel.paragraf))
    larik.add_text("\t" * (kolom - len(isi)))
    larik.sel = (*isi, *[""] * (kolom - len(isi)))
    return larik
