"""The lists of a document: items below an ayat at any depth, recitals, considerations, legal bases."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from naskah.model.langkah import DIHAPUS
from naskah.model.naskah import Ayat, Rincian
from naskah.reading.parts import Bagian

# Only the last characters of an item say how it ends.
_EKOR = 24
# A definition says what its term is within so many characters.
_TERJAUH = 200
_AKHIR = re.compile(
    r"(?P<spasi>\s*)(?P<tanda>[;,.:]?)\s*(?P<kata>\b(?:dan\s*/\s*atau|dan|atau|serta)\b)?[.,;]?[\"”’)\]]*\s*$"
)
_DEFINISI = re.compile(r"\bdimaksud\s+dengan\s*:?\s*$|\b(?:definisi|pengertian)\b", re.IGNORECASE)
_ARTI = re.compile(r"\b(?:adalah|ialah|merupakan|yang\s+selanjutnya\s+(?:disebut|disingkat))\b")
_PENGANTAR = {"pengantar-premis": "premis", "pengantar-dasar": "dasar"}
_LEPAS = ("premis", "dasar", "menimbang")


class Akhir(NamedTuple):
    """How an item ends: its mark, and the conjunction after that. `awal` is where both begin in the part's text."""

    tanda: str  # ";", ",", ".", ":", or nothing
    kata: str  # "dan", "atau", "dan/atau", "serta", or nothing
    awal: int


class Butir(NamedTuple):
    """One item; `ekor` is the part that it ends in: its own, or that of its last sub-item."""

    bagian: Bagian
    ekor: Bagian
    simpul: Rincian | None = None

    @property
    def bersub(self) -> bool:
        """Whether it is subdivided."""
        return self.simpul is not None and bool(self.simpul.rincian)

    @property
    def nama(self) -> str:
        """Its name in its list: "huruf a", "butir 3"."""
        return " ".join(self.bagian.letak.split()[-2:])


class Daftar(NamedTuple):
    """A list with the part that opens it. `tuntas`: with its last item the whole sentence ends."""

    jenis: str  # "rincian", "premis", "dasar", "menimbang"
    pengantar: Bagian | None
    butir: tuple[Butir, ...]
    akhiran: tuple[Akhir, ...]  # of each item
    tuntas: bool
    definisi: bool  # it explains terms
    kalimat: bool  # its items are sentences, rather than parts of the one that opens it

    @property
    def keterangan(self) -> bool:
        """Whether its items hold addresses, or what an adendum quotes, which end in ways of their own."""
        return any(satu.simpul is not None and (satu.simpul.isian or satu.simpul.kutipan) for satu in self.butir)


def read_akhir(teks: str) -> Akhir:
    """Return how a text ends; a note in square brackets after it, as a consolidated text has, is no part of it."""
    if (catatan := teks.rfind("[")) >= 0 and teks.rstrip().endswith("]"):
        teks = teks[:catatan]
    mulai = max(len(teks.rstrip()) - _EKOR, 0)
    cocok = _AKHIR.search(teks, mulai)
    if cocok is None:
        return Akhir("", "", len(teks))
    kata = cocok["kata"] or ""
    # A word alone is a conjunction only after a mark or a space: "sekedan" ends with none.
    if kata and not cocok["tanda"] and not cocok["spasi"]:
        kata = ""
    awal = cocok.start("tanda") if cocok["tanda"] else cocok.start("kata") if kata else len(teks)
    return Akhir(cocok["tanda"], "dan/atau" if "/" in kata else kata, awal)


def _read_ending(bagian: Bagian) -> tuple[Akhir]:
    return (read_akhir(bagian.teks),)


def iter_daftar(semua: Sequence[Bagian]) -> Iterator[Daftar]:
    """Yield every list of a document in its order; items that were deleted, and what an adendum quotes, are no part."""
    oleh = {id(satu.simpul): satu for satu in semua if satu.peran in ("ayat", "rincian")}
    lepas: list[Bagian] = []
    pengantar: Bagian | None = None
    for bagian in semua:
        if lepas and (bagian.peran != lepas[0].peran or bagian.letak.endswith(" butir 1")):
            yield _make_loose(pengantar, lepas)
            pengantar, lepas = None, []
        if bagian.peran in _PENGANTAR:
            pengantar = bagian
        elif bagian.peran in _LEPAS:
            lepas.append(bagian)
        elif bagian.peran == "ayat" and isinstance(bagian.simpul, Ayat):
            yield from _iter_items(bagian.simpul, bagian, oleh, tuntas=True)
    if lepas:
        yield _make_loose(pengantar, lepas)


def _make_loose(pengantar: Bagian | None, bagian: list[Bagian]) -> Daftar:
    return _make_list(bagian[0].peran, pengantar, tuple(Butir(satu, satu) for satu in bagian), tuntas=True)


def _make_list(jenis: str, pengantar: Bagian | None, butir: tuple[Butir, ...], *, tuntas: bool) -> Daftar:
    akhiran = tuple(akhir for satu in butir for akhir in satu.ekor.recall(_read_ending))
    definisi = jenis == "rincian" and _is_definitions(pengantar, butir)
    tanda = [satu.tanda for satu in akhiran[:-1] or akhiran]
    return Daftar(
        jenis, pengantar, butir, akhiran, tuntas, definisi, definisi or 0 < tanda.count(".") >= tanda.count(";")
    )


def _is_definitions(pengantar: Bagian | None, butir: tuple[Butir, ...]) -> bool:
    """Whether a list explains terms, each item a sentence (UU 12/2011 Lampiran II angka 98-107)."""
    if pengantar is not None and _DEFINISI.search(pengantar.teks):
        return True
    arti = sum(_ARTI.search(satu.bagian.teks, 0, _TERJAUH) is not None for satu in butir)
    return arti * 2 > len(butir) and not any(satu.bersub for satu in butir)


def _iter_items(induk: Ayat | Rincian, bagian: Bagian, oleh: Mapping[int, Bagian], *, tuntas: bool) -> Iterator[Daftar]:
    """Yield the list below a unit, then those below its items."""
    hidup = [satu for satu in induk.rincian if satu.isi != DIHAPUS and id(satu) in oleh]
    if not hidup:
        return
    daftar = _make_list("rincian", bagian, tuple(_make_item(satu, oleh) for satu in hidup), tuntas=tuntas)
    yield daftar
    berakhir = daftar.kalimat
    for satu in hidup:
        yield from _iter_items(satu, oleh[id(satu)], oleh, tuntas=berakhir or (tuntas and satu is hidup[-1]))


def _make_item(rincian: Rincian, oleh: Mapping[int, Bagian]) -> Butir:
    daun = rincian
    while hidup := [satu for satu in daun.rincian if satu.isi != DIHAPUS and id(satu) in oleh]:
        daun = hidup[-1]
    return Butir(oleh[id(rincian)], oleh[id(daun)], rincian)
