"""Whether two Indonesian words are made of the same root: "pengakhiran" and "diakhiri", not "perpanjangan"."""

import re
from functools import lru_cache

_TERPENDEK = 3
_AKHIRAN = ("", "nya", "kan", "an", "i", "lah", "kannya", "annya", "inya")
_AWALAN = ("", "di", "ke", "se", "ter", "ber", "be", "bel", "per", "pe", "memper", "diper", "keter", "keber", "pember")
# What the nasal prefixes take the place of: "memenuhi" is made of "penuh", "menyampaikan" of "sampai".
_SENGAU = (
    *(("meny", "s"), ("peny", "s"), ("meng", "k"), ("peng", "k"), ("meng", ""), ("peng", ""), ("mem", "p")),
    *(("pem", "p"), ("mem", ""), ("pem", ""), ("men", "t"), ("pen", "t"), ("men", ""), ("pen", ""), ("me", "")),
)
_KATA = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@lru_cache(maxsize=20_000)
def find_roots(kata: str) -> frozenset[str]:
    """Return what a word may be made of: itself without prefixes and suffixes, each way that its form allows."""
    kata = kata.lower()
    paruh = kata.split("-")
    if len(paruh) == 2 and paruh[0] == paruh[1]:
        kata = paruh[0]
    hasil = {kata}
    for akhiran in _AKHIRAN:
        if not kata.endswith(akhiran):
            continue
        pokok = kata[: len(kata) - len(akhiran)]
        dasar = {pokok[len(awalan) :] for awalan in _AWALAN if pokok.startswith(awalan)}
        dasar |= {ganti + pokok[len(awalan) :] for awalan, ganti in _SENGAU if pokok.startswith(awalan)}
        hasil |= {satu for satu in dasar if len(satu) > _TERPENDEK or satu == kata or _is_whole(satu)}
    return frozenset(hasil)


def _is_whole(kata: str) -> bool:
    """Three letters are a root only with a vowel between: "uji", "beri" shortened to "ber" is none."""
    return len(kata) == _TERPENDEK and kata not in ("ber", "per", "ter", "men", "mem", "pem", "pen")


def share_root(satu: str, dua: str) -> bool:
    """Whether two words may be made of the same root."""
    return not find_roots(satu).isdisjoint(find_roots(dua))


def split_words(teks: str) -> list[str]:
    """Return the words of a text in lowercase, numbers and marks left out."""
    return [cocok[0].lower() for cocok in _KATA.finditer(teks)]


@lru_cache(maxsize=1_000)
def collect_roots(teks: str) -> frozenset[str]:
    """Return the roots of all words of a text."""
    return frozenset(akar for kata in set(split_words(teks)) for akar in find_roots(kata))
