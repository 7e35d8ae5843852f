"""Ends of list items, kept as UU 12/2011 Lampiran II angka 87-91 asks when an item is changed, inserted or added."""

import re
from collections.abc import Sequence
from dataclasses import replace

from naskah.model.isi import Isi, Teks
from naskah.model.langkah import DIHAPUS
from naskah.model.naskah import Ayat, Rincian

_AKHIR = re.compile(r"\s*(?:;\s*(?P<kata>dan/atau|dan|atau)?|[.,:])?\s*$")
_TITIK_KOMA = re.compile(r";\s*(?:dan/atau|dan|atau)?\s*$")


def read_ending(satu: Rincian | Ayat) -> str:
    """What an item ends with, at its last sub-item: ";", "; dan", ".", or "" for none of these."""
    daun: Rincian | Ayat = satu
    while daun.rincian:
        daun = daun.rincian[-1]
    teks = daun.isi[-1].teks if daun.isi else ""
    cocok = _AKHIR.search(teks)
    return " ".join(cocok[0].split()) if cocok else ""


def end_with(satu: Rincian, akhir: str) -> Rincian:
    """The item with that ending, in place of its own."""
    if satu.rincian:
        return replace(satu, rincian=(*satu.rincian[:-1], end_with(satu.rincian[-1], akhir)))
    return replace(satu, isi=_end_isi(satu.isi, akhir))


def end_ayat(ayat: Ayat) -> Ayat:
    """An ayat that ends as a sentence does: a full stop, or ":" before a list."""
    if ayat.isian or ayat.kutipan:
        return ayat
    if ayat.rincian:
        terakhir = ayat.rincian[-1]
        if read_ending(terakhir) not in (".", ";"):
            terakhir = end_with(terakhir, ".")
        return replace(ayat, isi=_end_isi(ayat.isi, ":"), rincian=(*ayat.rincian[:-1], terakhir))
    return replace(ayat, isi=_end_isi(ayat.isi, "."))


def _end_isi(isi: Isi, akhir: str) -> Isi:
    if not isi:
        return isi
    terakhir = isi[-1]
    if not isinstance(terakhir, Teks):
        return (*isi, Teks(akhir)) if akhir else isi
    bersih = _AKHIR.sub("", terakhir.teks)
    if terakhir.miring:
        return (*isi[:-1], replace(terakhir, teks=bersih), Teks(akhir))
    return (*isi[:-1], replace(terakhir, teks=bersih + akhir))


def relink(butir: Sequence[Rincian], lama: Sequence[Rincian]) -> tuple[Rincian, ...]:
    """A list after an item came in: ";" between, the conjunction before the last, the old end at the end.

    A list of sentences (definitions, each with its full stop) keeps its stops; deleted items have no end.
    """
    akhiran = [read_ending(satu) for satu in lama if satu.isi != DIHAPUS]
    if len(akhiran) < 2 or not all(_TITIK_KOMA.fullmatch(a) for a in akhiran[:-1]):
        return tuple(satu if read_ending(satu) or satu.isi == DIHAPUS else end_with(satu, ".") for satu in butir)
    hidup = [satu for satu in butir if satu.isi != DIHAPUS]
    baru = {id(satu): ";" for satu in hidup}
    baru[id(hidup[-2])] = akhiran[-2]
    baru[id(hidup[-1])] = akhiran[-1]
    return tuple(end_with(satu, baru[id(satu)]) if id(satu) in baru else satu for satu in butir)
