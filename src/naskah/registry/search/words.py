"""What the user types to search for, and the words of a text, split and folded as the index does it."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from naskah.model.galat import NaskahError

# More words narrow nothing down any further.
KATA_TERBANYAK = 32
# A shorter beginning fits half of all words.
AWALAN_TERPENDEK = 3
_PANJANG_KATA = 100

# Letters and digits, with their combining marks: the tokens of FTS5's unicode61.
_KATA = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")
_TANDA = re.compile(r"[\u0300-\u036f]")
_POTONGAN = re.compile(r'"([^"]*)"?(\*?)|([^\s"]+)')


class Frasa(NamedTuple):
    """Words that must follow each other; with `awalan` the last one may go on."""

    kata: tuple[str, ...]
    awalan: bool = False


class KataTeks(NamedTuple):
    """A word of a text, folded, and where it stands."""

    kata: str
    awal: int
    akhir: int


def parse_query(masukan: Sequence[str]) -> tuple[Frasa, ...]:
    """Return the phrases asked for; a text must have all of them.

    Text in quotes (or one argument with spaces in it) is a phrase, and so is what hangs together: "415.4/123". A
    star at the end leaves the end of the word open.

    Raises:
        NaskahError: no letter or digit in it, too many words, or a beginning that is too short.
    """
    hasil = [frasa for satu in masukan for frasa in _parse_argument(satu)]
    tampil = " ".join(masukan)[:_PANJANG_KATA]
    if not hasil:
        raise NaskahError(f'tidak ada yang dapat dicari dalam "{tampil}"; tulis kata atau nomor')
    if sum(len(frasa.kata) for frasa in hasil) > KATA_TERBANYAK:
        raise NaskahError(f"kata yang dicari terlalu banyak; tulis paling banyak {KATA_TERBANYAK} kata")
    for frasa in hasil:
        if frasa.awalan and len(frasa.kata[-1]) < AWALAN_TERPENDEK:
            pesan = f'awalan "{frasa.kata[-1]}*" terlalu pendek; tulis paling sedikit {AWALAN_TERPENDEK} huruf'
            raise NaskahError(pesan)
        if any(len(kata) > _PANJANG_KATA for kata in frasa.kata):
            raise NaskahError(f"ada kata yang lebih panjang dari {_PANJANG_KATA} huruf; perpendek")
    return tuple(dict.fromkeys(hasil))


def to_match(frasa: Sequence[Frasa]) -> str:
    """Return the phrases as a query of FTS5. Only letters and digits get there, so nothing can be read as syntax."""
    return " AND ".join(f'"{" ".join(satu.kata)}"' + ("*" if satu.awalan else "") for satu in frasa)


def split_words(teks: str) -> list[KataTeks]:
    """Return the words of a text with their places."""
    return [KataTeks(fold(cocok[0]), *cocok.span()) for cocok in _KATA.finditer(teks)]


def fold(teks: str) -> str:
    """Return words without capitals and accents."""
    if teks.isascii():
        return teks.lower()
    return unicodedata.normalize("NFC", _TANDA.sub("", unicodedata.normalize("NFD", teks.lower())))


def _parse_argument(teks: str) -> Iterator[Frasa]:
    # The shell has taken the quotes away from what was typed as "jaminan sosial".
    potongan = [(teks, "", "")] if '"' not in teks else _POTONGAN.findall(teks)
    for kutipan, bintang, lepas in potongan:
        isi = (kutipan or lepas).strip()
        kata = tuple(fold(satu) for satu in _KATA.findall(isi))
        if any(kata):
            yield Frasa(kata, bool(bintang) or isi.endswith("*"))
