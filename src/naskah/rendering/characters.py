"""Characters that no output may hold: control characters and halves of surrogate pairs."""

import re

from naskah.model.galat import NaskahError

# XML 1.0 refuses most of these, Word the rest. Tab and newline are allowed.
_TERLARANG = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def check_characters(teks: str) -> str:
    """Return `teks` itself.

    Raises:
        NaskahError: it holds a control character; the message shows where.
    """
    # isprintable is one pass in C; most texts need no more.
    if not teks.isprintable() and (salah := _TERLARANG.search(teks)):
        tampak = _TERLARANG.sub("\N{REPLACEMENT CHARACTER}", teks)
        kutipan = tampak[max(0, salah.start() - 30) : salah.start() + 30]
        raise NaskahError(
            f"Teks “{kutipan}” memuat karakter kendali U+{ord(salah[0]):04X} yang tidak dapat dicetak; "
            "hapus karakter itu."
        )
    return teks
