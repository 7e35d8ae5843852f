""".docx -> Bacaan."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from naskah.model.bacaan import Alinea, Bacaan, Peran
from naskah.model.naskah import Naskah
from naskah.model.tempat import Tempat
from naskah.reading.docx.lines import Larik, iter_lines
from naskah.reading.docx.numbering import Penomoran
from naskah.reading.docx.package import Paket, open_package
from naskah.reading.docx.paragraphs import Paragraf, PembacaBlok, iter_flat
from naskah.reading.docx.places import Peta
from naskah.reading.docx.runs import GayaHuruf
from naskah.reading.docx.signature_lines import arrange_signatures
from naskah.reading.structure.build import build_bacaan

# Parts beside the document, in the order in which they are read.
_TEPI = (("header", "kepala halaman"), ("footer", "kaki halaman"))
_CATATAN = (("footnotes", "catatan kaki"), ("endnotes", "catatan akhir"))
_PARAF = re.compile(r"paraf\s+(?P<nama>PIHAK\s+[A-Z]+)\s*", re.IGNORECASE)


def read_docx(jalur: Path) -> Bacaan:
    """Read a Word file.

    `Tempat.alinea` is the place of the w:p among those of word/document.xml (see `iter_paragraphs`); paragraphs of
    headers, footers and notes follow behind. `Tempat.awal` counts the paragraph's own text (see `iter_pieces`),
    without its automatic number, which is `Alinea.nomor`.

    Raises:
        NaskahError: not a .docx, locked, damaged, or too large; the sentence says what to do.
        OSError: the file cannot be read.
    """
    paket = open_package(jalur)
    with paket.zip:
        return _read(paket)


def _read(paket: Paket) -> Bacaan:
    styles = next(paket.related("styles"), None)
    penomoran = Penomoran(styles, next(paket.related("numbering"), None))
    pembaca = PembacaBlok(paket.nama, penomoran, GayaHuruf(styles))
    isi = pembaca.read(paket.document)
    larik = list(arrange_signatures(iter_lines(isi)))
    bacaan = build_bacaan(paket.nama, [_as_alinea(i, satu) for i, satu in enumerate(larik)], pindaian=False)
    peta = Peta(larik)
    badan = _describe(pembaca.paragraf, larik, {a.tempat.alinea: a for a in bacaan.alinea})
    tepi = [
        Alinea(_place(p), p.teks, p.nomor, peran=Peran.CETAKAN, gaya=p.gaya, catatan=nama)
        for jenis, nama in _TEPI
        for akar in paket.related(jenis)
        for p in iter_flat(pembaca.read(akar))
    ]
    catatan = [
        Alinea(_place(p), p.teks, p.nomor, peran=Peran.SISA, gaya=p.gaya, catatan=nama)
        for jenis, nama in _CATATAN
        for akar in paket.related(jenis)
        for p in iter_flat(pembaca.read(akar))
        if not p.kosong
    ]
    naskah = peta.relocate(bacaan.naskah)
    if isinstance(naskah, Naskah) and not naskah.paraf:
        naskah = replace(naskah, paraf=_find_paraf(tepi))
    return replace(bacaan, naskah=naskah, alinea=(*badan, *tepi, *catatan))


def _as_alinea(letak: int, larik: Larik) -> Alinea:
    """A line as the structure reads it; its place is its number among the lines."""
    gaya = larik.ruas[0].paragraf.gaya if larik.ruas else ""
    return Alinea(Tempat(letak, letak + 1), larik.teks, larik.nomor, larik.sel, gaya=gaya)


def _describe(paragraf: Sequence[Paragraf], larik: Sequence[Larik], terbaca: Mapping[int, Alinea]) -> Iterator[Alinea]:
    """Yield every paragraph of the document with what became of its line."""
    letak = {ruas.paragraf.indeks: i for i, satu in reversed(list(enumerate(larik))) for ruas in satu.ruas}
    for satu in paragraf:
        i = letak.get(satu.indeks)
        if i is None:
            yield Alinea(_place(satu), satu.teks, satu.nomor, peran=Peran.CETAKAN, gaya=satu.gaya, catatan=satu.catatan)
            continue
        baca = terbaca[i]
        sel = baca.sel if larik[i].ruas[0].paragraf is satu else ()
        catatan = "; ".join(filter(None, (baca.catatan, satu.catatan)))
        yield Alinea(_place(satu), satu.teks, satu.nomor, sel, baca.peran, satu.gaya, catatan, satu.miring)


def _place(paragraf: Paragraf) -> Tempat:
    return Tempat(paragraf.indeks, paragraf.baris)


def _find_paraf(tepi: Sequence[Alinea]) -> tuple[str, ...]:
    """The names in the paraf boxes of the footer, each once."""
    cocok = (_PARAF.fullmatch(satu.teks) for satu in tepi)
    return tuple(dict.fromkeys(" ".join(c["nama"].split()) for c in cocok if c))
