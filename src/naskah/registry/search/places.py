"""Where in an agreement the words stand, and the piece of text around them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from naskah.model.naskah_teks import Bagian
from naskah.registry.search.words import Frasa, KataTeks, fold, split_words

# So many words before the first hit, and so many in all.
_KATA_SEBELUM = 6
_KATA_CUPLIKAN = 24
_POTONG = "…"


class Cuplikan(NamedTuple):
    """A piece of text; `sorot` are the places of the hits in it, each [from, to)."""

    teks: str
    sorot: tuple[tuple[int, int], ...]

    def mark(self, buka: str, tutup: str) -> str:
        """Return the text with signs around the hits."""
        hasil, sampai = "", 0
        for awal, akhir in self.sorot:
            hasil += self.teks[sampai:awal] + buka + self.teks[awal:akhir] + tutup
            sampai = akhir
        return hasil + self.teks[sampai:]


class Tempat(NamedTuple):
    """The part of an agreement in which most of the words stand."""

    letak: str
    cuplikan: Cuplikan


def locate(bagian: Iterable[Bagian], frasa: Sequence[Frasa]) -> Tempat | None:
    """Return the first part that has most of the phrases; None where no part has any."""
    terbaik: tuple[int, Bagian, list[KataTeks], list[tuple[int, int]]] | None = None
    for satu in bagian:
        lipat = fold(satu.teks)
        if not any(f.kata[0] in lipat for f in frasa):
            continue  # much quicker than splitting it into words
        kata = split_words(satu.teks)
        ada = {k.kata for k in kata}
        temuan = [list(_find(kata, f)) for f in frasa if f.awalan or ada.issuperset(f.kata)]
        jumlah = sum(map(bool, temuan))
        if jumlah and (terbaik is None or jumlah > terbaik[0]):
            terbaik = jumlah, satu, kata, _sort(rentang for daftar in temuan for rentang in daftar)
            if jumlah == len(frasa):
                break
    if terbaik is None:
        return None
    _, isi, kata, rentang = terbaik
    return Tempat(isi.letak, _cut(isi.teks, kata, rentang))


def _find(kata: Sequence[KataTeks], frasa: Frasa) -> Iterator[tuple[int, int]]:
    """The places [from, to) of a phrase among the words of a text."""
    panjang = len(frasa.kata)
    for i in range(len(kata) - panjang + 1):
        *awal, akhir = (k.kata for k in kata[i : i + panjang])
        cocok = akhir.startswith(frasa.kata[-1]) if frasa.awalan else akhir == frasa.kata[-1]
        if cocok and tuple(awal) == frasa.kata[:-1]:
            yield i, i + panjang


def _sort(rentang: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """By where they begin, the longest first."""
    return sorted(rentang, key=lambda satu: (satu[0], -satu[1]))


def _cut(teks: str, kata: Sequence[KataTeks], rentang: Sequence[tuple[int, int]]) -> Cuplikan:
    mulai = max(0, rentang[0][0] - _KATA_SEBELUM)
    # A phrase longer than the piece makes it longer: a hit is never cut in two.
    sampai = min(len(kata), max(mulai + _KATA_CUPLIKAN, rentang[0][1]))
    dari = kata[mulai].awal if mulai else 0
    hingga = kata[sampai - 1].akhir if sampai < len(kata) else len(teks)
    depan = _POTONG if mulai else ""
    geser = len(depan) - dari
    sorot: list[tuple[int, int]] = []
    for a, b in rentang:
        awal, akhir = kata[a].awal + geser, kata[b - 1].akhir + geser
        if b <= sampai and (not sorot or awal >= sorot[-1][1]):
            sorot.append((awal, akhir))
    belakang = _POTONG if sampai < len(kata) else ""
    return Cuplikan(depan + teks[dari:hingga] + belakang, tuple(sorot))
