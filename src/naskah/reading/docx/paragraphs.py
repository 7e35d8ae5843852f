"""The blocks of a Word part: its paragraphs with their numbers, and its tables of rows and cells."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from naskah.model.galat import Galat, NaskahError
from naskah.reading.docx.numbering import Penomoran
from naskah.reading.docx.package import W
from naskah.reading.docx.runs import GayaHuruf, Potongan, iter_paragraphs, iter_pieces

ALINEA_MAKSIMUM = 200_000
_KOLOM_MAKSIMUM = 64  # Word's own bound is 63
_PERUBAHAN = {f"{W}ins": "sisipan", f"{W}del": "hapusan", f"{W}moveFrom": "pemindahan", f"{W}moveTo": "pemindahan"}


@dataclass(frozen=True, slots=True)
class Paragraf:
    """One w:p. `miring` are the ranges of its own text that are italic, `cetak` is that text as it is printed."""

    indeks: int  # place among the paragraphs of the file
    baris: int  # as a reader counts: paragraphs that print nothing are not counted
    teks: str
    nomor: str
    gaya: str
    miring: tuple[tuple[int, int], ...]
    cetak: str
    catatan: str = ""
    menyatu: bool = False  # its mark was deleted, so that the next paragraph goes on in it

    @property
    def kosong(self) -> bool:
        """Whether it prints nothing."""
        return not (self.nomor or self.teks.strip())


@dataclass(frozen=True)
class Sel:
    """A cell: where it begins, how many columns it takes, and what stands in it."""

    kolom: int
    lebar: int
    lanjutan: bool  # goes on from the cell above it
    isi: "tuple[Paragraf | Tabel, ...]"

    @cached_property
    def paragraf(self) -> tuple[Paragraf, ...]:
        """Its paragraphs that print something, those of tables in it included."""
        return tuple(p for p in iter_flat(self.isi) if not p.kosong)


@dataclass(frozen=True)
class Tabel:
    """A table as rows of cells."""

    baris: tuple[tuple[Sel, ...], ...]

    @cached_property
    def kolom(self) -> int:
        """How many columns its widest row has."""
        return max((sel.kolom + sel.lebar for baris in self.baris for sel in baris), default=0)


Blok = Paragraf | Tabel


def iter_flat(blok: Iterable[Blok]) -> Iterator[Paragraf]:
    """Yield the paragraphs of blocks in order."""
    for satu in blok:
        if isinstance(satu, Paragraf):
            yield satu
        else:
            yield from (p for baris in satu.baris for sel in baris for p in iter_flat(sel.isi))


@dataclass
class PembacaBlok:
    """Reads the parts of one file one after the other; its paragraphs are counted through all of them."""

    berkas: str
    penomoran: Penomoran
    huruf: GayaHuruf
    _indeks: int = 0
    _baris: int = 0
    _terbaca: dict[Any, Paragraf] = field(default_factory=dict)

    @property
    def paragraf(self) -> tuple[Paragraf, ...]:
        """The paragraphs of the part that was read last, in order."""
        return tuple(self._terbaca.values())

    def read(self, akar: Any, catatan: str = "") -> tuple[Blok, ...]:
        """Return the blocks of a part.

        Raises:
            NaskahError: more paragraphs than can be read.
        """
        # In one pass and in the order of the file, since the counters of lists run through everything.
        self._terbaca = {unsur: self._read_paragraph(unsur, catatan) for unsur in iter_paragraphs(akar)}
        return tuple(self._iter_blocks(akar))

    def _iter_blocks(self, induk: Any) -> Iterator[Blok]:
        for satu in induk:
            if satu.tag == f"{W}tbl":
                yield self._read_table(satu)
            elif satu in self._terbaca:
                yield self._terbaca[satu]
                # Text boxes that are anchored in it.
                yield from self._iter_blocks(satu)
            elif satu.tag not in (f"{W}pPr", f"{W}rPr"):
                yield from self._iter_blocks(satu)

    def _read_table(self, tabel: Any) -> Tabel:
        return Tabel(tuple(self._read_row(baris) for baris in _iter_parts(tabel, f"{W}tr")))

    def _read_row(self, baris: Any) -> tuple[Sel, ...]:
        hasil: list[Sel] = []
        kolom = min(_number(baris.find(f"{W}trPr/{W}gridBefore"), 0), _KOLOM_MAKSIMUM)
        for tc in _iter_parts(baris, f"{W}tc"):
            lebar = min(_number(tc.find(f"{W}tcPr/{W}gridSpan"), 1), _KOLOM_MAKSIMUM)
            gabung = tc.find(f"{W}tcPr/{W}vMerge")
            lanjutan = gabung is not None and gabung.get(f"{W}val", "continue") == "continue"
            hasil.append(Sel(kolom, lebar, lanjutan, tuple(self._iter_blocks(tc))))
            kolom = min(kolom + lebar, _KOLOM_MAKSIMUM)
        return tuple(hasil)

    def _read_paragraph(self, unsur: Any, catatan: str) -> Paragraf:
        if self._indeks >= ALINEA_MAKSIMUM:
            pesan = f"lebih dari {ALINEA_MAKSIMUM} alinea. Bagi menjadi beberapa berkas."
            raise NaskahError(Galat(pesan, self.berkas))
        potongan = list(iter_pieces(unsur))
        teks = "".join(satu.teks for satu in potongan)
        hapus = unsur.find(f"{W}pPr/{W}rPr/{W}del") is not None
        nomor = "" if hapus and not teks else self.penomoran.next_number(unsur)
        self._baris += bool(nomor or teks.strip())
        ada = unsur.find(f"{W}pPr/{W}pStyle")
        gaya = None if ada is None else ada.get(f"{W}val")
        hasil = Paragraf(
            self._indeks,
            self._baris,
            teks,
            nomor,
            self.penomoran.style_name(gaya),
            tuple(_merge(p for p in potongan if self.huruf.has("i", p.run, gaya))),
            "".join(_capital(p.teks) if self.huruf.has("caps", p.run, gaya) else p.teks for p in potongan),
            catatan or _changes(unsur),
            hapus,
        )
        self._indeks += 1
        return hasil


def _iter_parts(induk: Any, tag: str) -> Iterator[Any]:
    """Rows of a table or cells of a row, also those inside content controls; not those of tables in them."""
    for satu in induk:
        if satu.tag == tag:
            yield satu
        elif satu.tag not in (f"{W}tbl", f"{W}tr", f"{W}tc", f"{W}p"):
            yield from _iter_parts(satu, tag)


def _merge(potongan: Iterable[Potongan]) -> Iterator[tuple[int, int]]:
    """The ranges that pieces cover, those that touch as one."""
    awal = akhir = 0
    for satu in potongan:
        if satu.awal != akhir and akhir > awal:
            yield awal, akhir
        if satu.awal != akhir or akhir == awal:
            awal = satu.awal
        akhir = satu.awal + len(satu.teks)
    if akhir > awal:
        yield awal, akhir


def _capital(teks: str) -> str:
    """A text in capitals, character for character, so that places stay true."""
    besar = teks.upper()
    return besar if len(besar) == len(teks) else "".join(b if len(b := k.upper()) == 1 else k for k in teks)


def _changes(unsur: Any) -> str:
    """What was changed in a paragraph and not yet accepted; deleted text counts no more, inserted text does."""
    ada = dict.fromkeys(_PERUBAHAN[satu.tag] for satu in unsur.iter(*_PERUBAHAN) if satu.getparent().tag != f"{W}rPr")
    return f"perubahan terlacak: {', '.join(ada)}" if ada else ""


def _number(unsur: Any | None, bawaan: int) -> int:
    teks = "" if unsur is None else unsur.get(f"{W}val") or ""
    return int(teks) if teks.isascii() and teks.isdigit() and len(teks) < 6 and int(teks) else bawaan
