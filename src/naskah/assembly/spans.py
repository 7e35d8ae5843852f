"""Small works on Isi that several parts of assembly share."""

from collections.abc import Sequence

from naskah.assembly.markup import parse_inline
from naskah.model.isi import Isi, Silang, Teks


def merge(isi: Sequence[Teks | Silang]) -> Isi:
    """Neighbouring plain spans of one style as one span."""
    hasil: list[Teks | Silang] = []
    for span in isi:
        sebelum = hasil[-1] if hasil else None
        if isinstance(span, Teks) and isinstance(sebelum, Teks) and span.miring == sebelum.miring:
            hasil[-1] = Teks(sebelum.teks + span.teks, span.miring)
        else:
            hasil.append(span)
    return tuple(hasil)


def inline(teks: str) -> Isi:
    """A value of the user as spans (italics only)."""
    return merge([span for span in parse_inline(" ".join(teks.split())) if isinstance(span, Teks)])


def capitalise(isi: Isi) -> Isi:
    """The same spans in capitals; references keep their form."""
    return tuple(Teks(span.teks.upper(), span.miring) if isinstance(span, Teks) else span for span in isi)


def punctuate(butir: Sequence[str], dan: bool) -> tuple[Isi, ...]:
    """Points of a list with ";" between, "dan" before the last where asked, "." at the end.

    Legal bases take no "dan" (UU 12/2011 Lampiran II angka 52).
    """
    hasil = []
    for i, teks in enumerate(butir):
        sisa = len(butir) - 1 - i
        tanda = "." if sisa == 0 else "; dan" if sisa == 1 and dan else ";"
        hasil.append(merge([*inline(teks.strip().rstrip(";,.")), Teks(tanda)]))
    return tuple(hasil)
