"""Text in capitals as a title writes it: "DANA BAGI HASIL DAN IURAN" -> "Dana Bagi Hasil dan Iuran"."""

import re

# Words that a title writes small, unless it begins with them (UU 12/2011 Lampiran II, titles in running text).
_KECIL = frozenset(
    {"dan", "atau", "di", "ke", "dari", "yang", "untuk", "bagi", "dengan", "atas", "dalam", "pada", "oleh", "antara"}
    | {"terhadap", "tentang", "sebagai", "serta", "secara", "melalui", "kepada"}
)
_KATA = re.compile(r"[^\s/()-]+")


def capitalize(teks: str) -> str:
    """Return a text in capitals with the letters of a title; any other text unchanged, its spaces tidied."""
    rapi = " ".join(teks.split())
    if not rapi.isupper():
        return rapi

    def lower(cocok: re.Match[str]) -> str:
        kata = cocok[0].lower()
        if cocok.start() and kata in _KECIL:
            return kata
        return kata[:1].upper() + kata[1:]

    return _KATA.sub(lower, rapi)
