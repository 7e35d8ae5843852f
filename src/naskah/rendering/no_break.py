"""Spaces at which a line must not break: "ayat (1)", "Pasal 6", "huruf a", "2 (dua)", "Rp 5.000"."""

import re
from dataclasses import replace

from naskah.model.isi import Isi, Silang, Teks

NBSP = "\u00a0"
_IKAT = re.compile(
    r" (?:(?<=\bayat )(?=\()|(?<=\b[Pp]asal )(?=\d)|(?<=\bangka )(?=\d)|(?<=\bhuruf )(?=([A-Za-z])\1?(?![A-Za-z]))"
    r"|(?<=\bRp )(?=\d))"
)
# "2 (dua)", but not an amount: it is long, and the line before it would gape.
_KATA_BILANGAN = re.compile(r"(?<![\d.,])(\d{1,3}) (?=\([a-z])")
_PENUNJUK = re.compile(r"\b(?:ayat|[Pp]asal|angka|huruf) $")


def bind_text(teks: str) -> str:
    """Return a text with no-break spaces between a number and the word that it belongs to."""
    return _KATA_BILANGAN.sub(rf"\1{NBSP}", _IKAT.sub(NBSP, teks))


def bind(isi: Isi) -> Isi:
    """Return running text with its numbers bound; a reference is bound to the word before it."""
    if not isi:
        return isi
    hasil: list[Teks | Silang] = []
    for satu, lanjut in zip(isi, (*isi[1:], None), strict=True):
        teks = bind_text(satu.teks)
        if isinstance(lanjut, Silang) and _PENUNJUK.search(teks):
            teks = teks[:-1] + NBSP
        hasil.append(satu if teks == satu.teks else replace(satu, teks=teks))
    return tuple(hasil)
