"""What a reference speaks of, and whether a text speaks of it too."""

import json
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from naskah.checking.places import Denah, Tujuan
from naskah.checking.roots import collect_roots, find_roots, share_root, split_words
from naskah.reading.parts import Bagian

_DATA = Path(__file__).parent / "data" / "pokok_rujukan.json"
_KATA = re.compile(r"[^\W\d_]+(?:[-/][^\W\d_]+)*")
_PUTUS = re.compile(r"[.;:,()]|\d")
_PALING_JAUH = 160
# Nouns of action: each of two that "dan" joins must be at the place, as "perpanjangan dan pengakhiran".
_PERBUATAN = re.compile(r"(?:pe[mn]?|pem|pen|peng|per|ke)\w{3,}an", re.IGNORECASE)


class Pokok(NamedTuple):
    """The noun phrase before a reference. `inti` are its heads, each of which "dan" joins to the next."""

    teks: str
    awal: int
    kata: tuple[str, ...]  # its words, without conjunctions and prepositions
    inti: tuple[str, ...]
    khusus: bool  # whether some of its words are not of those that may stand for anything


@cache
def _words() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(_DATA.read_text(encoding="utf-8"))
    return {nama: frozenset(isi) if isinstance(isi, list) else isi for nama, isi in data.items()}


def find_subject(teks: str, akhir: int) -> Pokok:
    """Return the noun phrase that ends at `akhir`: the words back to a verb, a conjunction or a mark."""
    data = _words()
    jauh = max(akhir - _PALING_JAUH, 0)
    for tanda in _PUTUS.finditer(teks, jauh, akhir):
        jauh = tanda.end()
    kata = list(_KATA.finditer(teks, jauh, akhir))
    mulai = 0
    for i, satu in enumerate(kata):
        if satu[0].lower() in data["pemutus"] or _is_verb(satu[0]):
            mulai = i + 1
    frasa = kata[mulai:]
    tugas = data["sambung"] | data["depan"]
    while frasa and frasa[0][0].lower() in tugas:
        frasa.pop(0)
    if not frasa:
        return Pokok("", akhir, (), (), khusus=False)
    awal, sampai = frasa[0].start(), frasa[-1].end()
    isi = tuple(satu[0].lower() for satu in frasa if satu[0].lower() not in tugas)
    inti = _find_heads([satu[0].lower() for satu in frasa])
    khusus = any(satu not in data["umum"] for satu in isi)
    return Pokok(teks[awal:sampai], awal, isi, inti, khusus)


def _find_heads(kata: Sequence[str]) -> tuple[str, ...]:
    """The nouns of action that open a phrase: the first word, and the one that "dan" joins to it at once."""
    pertama = kata[:1] if len(kata) < 3 or kata[1] not in ("dan", "atau") else (kata[0], kata[2])
    return tuple(satu for satu in pertama if _PERBUATAN.fullmatch(satu))


def _is_verb(kata: str) -> bool:
    """Verbs by their prefix; nouns that look like one are told by the data."""
    if kata.lower() in _words()["bukan_kerja"]:
        return False
    return bool(re.match(r"(?:me[mnl]?|meng|meny|di|ber|ter)\w{3,}$", kata)) and kata.islower()


def lacks(pokok: Pokok, teks: str) -> str:
    """Return what of the phrase a text does not speak of; "" where it speaks of it, or one cannot tell."""
    if not pokok.khusus:
        return ""
    data = _words()
    frasa = pokok.teks.lower()
    if any(kata in frasa and re.search(pola, teks, re.IGNORECASE) for kata, pola in data["padanan"].items()):
        return ""
    ada = collect_roots(teks)
    hilang = [kata for kata in pokok.kata if ada.isdisjoint(find_roots(kata))]
    if len(hilang) == len(pokok.kata):
        return pokok.teks
    return next((kata for kata in pokok.inti if len(pokok.inti) > 1 and kata in hilang), "")


def stands_elsewhere(denah: Denah, pokok: Pokok, tujuan: Sequence[Tujuan], di: Bagian) -> str:
    """Return the ayat of the same pasal that speaks of the phrase in its own words, where the one cited does not."""
    if len(pokok.kata) < 2 or not pokok.khusus or not pokok.inti or len(tujuan) != 1 or tujuan[0].pasal is None:
        return ""
    pasal = tujuan[0].pasal
    dicari = " ".join(pokok.teks.lower().split())
    dirujuk = {id(satu) for satu in tujuan[0].isi}
    bagian = denah.list_ayat(pasal.nomor)
    if any(id(satu.simpul) in dirujuk and _speaks_of(pokok, satu.teks) for satu in bagian):
        return ""
    for satu in bagian:
        # What comes later speaks of it anew.
        if satu.letak == di.letak:
            return ""
        if id(satu.simpul) in dirujuk:
            continue
        teks = " ".join(satu.teks.lower().split())
        letak = teks.find(dicari)
        if letak >= 0 and not teks[letak + len(dicari) :].lstrip().startswith("sebagaimana"):
            return satu.letak
    return ""


def _speaks_of(pokok: Pokok, teks: str) -> bool:
    """Whether the words of the phrase stand side by side in a text, in whatever form."""
    kata = split_words(teks)
    dicari = [satu for satu in split_words(pokok.teks) if satu not in _words()["sambung"] | _words()["depan"]]
    return any(
        all(share_root(a, b) for a, b in zip(dicari, kata[i : i + len(dicari)], strict=True))
        for i in range(len(kata) - len(dicari) + 1)
    )
