"""Ends of list items, kept as UU 12/2011 Lampiran II angka 87-91 asks when an item is changed, inserted or added."""

import re
from collections.abc import Sequence
from dataclasses import replace

from naskah.model.isi import Isi, Teks, plain
from naskah.model.langkah import DIHAPUS
from naskah.model.naskah import Ayat, Rincian

_AKHIR = re.compile(r"\s*(?:;\s*(?P<kata>dan/atau|dan|atau)?|[.,:])?\s*$")
_TITIK_KOMA = re.compile(r";\s*(?:dan/atau|dan|atau)?\s*$")


def read_ending(satu: Rincian | Ayat) -> str:
    """What an item ends with, at its last sub-item that still has text: ";", "; dan", ".", or "" for none of these."""
    daun: Rincian | Ayat = satu
    while hidup := [r for r in daun.rincian if r.isi != DIHAPUS]:
        daun = hidup[-1]
    teks = daun.isi[-1].teks if daun.isi else ""
    cocok = _AKHIR.search(teks)
    return " ".join(cocok[0].split()) if cocok else ""


def end_with(satu: Rincian, akhir: str) -> Rincian:
    """The item with that ending, in place of its own; with sub-items, at the last that still has text."""
    for i in reversed(range(len(satu.rincian))):
        if satu.rincian[i].isi != DIHAPUS:
            return replace(satu, rincian=(*satu.rincian[:i], end_with(satu.rincian[i], akhir), *satu.rincian[i + 1 :]))
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
    """A list after an item came in or went: ";" between, the conjunction before the last, the old end at the end.

    Only the items that still have text count, and `lama` are all items as they ended before. A list of sentences
    (definitions, each with its full stop) keeps its stops.
    """
    dulu = [satu for satu in lama if satu.isi != DIHAPUS]
    akhiran = [read_ending(satu) for satu in dulu]
    if not _is_continuous(dulu, akhiran):
        return tuple(satu if read_ending(satu) or satu.isi == DIHAPUS else end_with(satu, ".") for satu in butir)
    hidup = [i for i, satu in enumerate(butir) if satu.isi != DIHAPUS]
    baru = dict.fromkeys(hidup, ";")
    if len(hidup) > 1:
        baru[hidup[-2]] = akhiran[-2] if len(akhiran) > 1 else _KATA_SAMBUNG
    if hidup:
        baru[hidup[-1]] = akhiran[-1]
    return tuple(end_with(satu, baru[i]) if i in baru else satu for i, satu in enumerate(butir))


# A list of which one item was left does not tell its conjunction any more.
_KATA_SAMBUNG = "; dan"


def _is_continuous(butir: Sequence[Rincian], akhiran: Sequence[str]) -> bool:
    """Whether the items continue one sentence, rather than being sentences themselves."""
    if len(butir) == 1:
        return plain(butir[0].isi)[:1].islower()
    return len(butir) > 1 and all(_TITIK_KOMA.fullmatch(a) for a in akhiran[:-1])
