"""Small works on Isi that several parts of assembly share."""

from collections.abc import Sequence

from naskah.assembly.markup import merge as merge
from naskah.assembly.markup import parse_inline
from naskah.model.isi import Isi, Teks


def inline(teks: str) -> Isi:
    """A value of the user as spans (italics only)."""
    return merge([span for span in parse_inline(" ".join(teks.split())) if isinstance(span, Teks)])


def capitalise(isi: Isi) -> Isi:
    """The same spans in capitals; references keep their form."""
    return tuple(Teks(span.teks.upper(), span.miring) if isinstance(span, Teks) else span for span in isi)


def trim_butir(teks: str) -> str:
    """A point without the ending that its list adds: "... ; dan" and "... ." alike."""
    teks = teks.strip()
    while True:
        isi = teks.rstrip(";,.: \n")
        for kata in ("dan/atau", "dan", "atau"):
            sisa = isi.removesuffix(kata).rstrip()
            if sisa != isi and sisa.endswith((";", ",")):
                isi = sisa
        if isi == teks:
            return teks
        teks = isi


def punctuate(butir: Sequence[str], dan: bool) -> tuple[Isi, ...]:
    """Points of a list with ";" between, "dan" before the last where asked, "." at the end.

    Legal bases take no "dan" (UU 12/2011 Lampiran II angka 52).
    """
    hasil = []
    for i, teks in enumerate(butir):
        sisa = len(butir) - 1 - i
        tanda = "." if sisa == 0 else "; dan" if sisa == 1 and dan else ";"
        hasil.append(merge([*inline(trim_butir(teks)), Teks(tanda)]))
    return tuple(hasil)
