"""Texts of a timeline, cut to the room there is. No font is asked: the widths are Helvetica's, and some more."""

import unicodedata
from datetime import date

# Thousandths of the size of the letter, for U+0020 to U+007E (Adobe font metrics of Helvetica).
_LEBAR = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
)  # fmt: skip
_LEBAR_LAIN, _LEBAR_PENUH = 600, 1000
# Where neither Helvetica nor Arial is installed, DejaVu Sans stands in, which is wider.
_LONGGAR = 1.15
ELIPSIS = "…"


def measure(teks: str, ukuran: float) -> float:
    """Return about how wide a text is, in the unit of `ukuran`, the size of its letters."""
    return sum(map(_measure_letter, teks)) * ukuran / 1000 * _LONGGAR


def cut(teks: str, ukuran: float, lebar: float) -> str:
    """Return the text in one line, with an ellipsis where it is wider than `lebar`; not cut within a short word."""
    teks = " ".join(teks.split())
    if measure(teks, ukuran) <= lebar:
        return teks
    sisa, muat = lebar - measure(ELIPSIS, ukuran), 0
    for huruf in teks:
        sisa -= measure(huruf, ukuran)
        if sisa < 0:
            break
        muat += 1
    kata = teks.rfind(" ", 0, muat + 1)
    # A long word is cut rather than left out.
    return teks[: kata if kata > muat * 0.75 else muat].rstrip(" ,;:") + ELIPSIS


def break_lines(teks: str, ukuran: float, lebar: float, paling_banyak: int) -> list[str]:
    """Return the text in so many lines at most, the last one with an ellipsis where more would follow."""
    baris: list[str] = []
    kata = teks.split()
    while kata and len(baris) < paling_banyak - 1:
        muat = 1
        while muat < len(kata) and measure(" ".join(kata[: muat + 1]), ukuran) <= lebar:
            muat += 1
        if measure(kata[0], ukuran) > lebar:
            break  # a word wider than a line
        baris.append(" ".join(kata[:muat]))
        kata = kata[muat:]
    return [*baris, cut(" ".join(kata), ukuran, lebar)] if kata else baris or [""]


def short_date(d: date) -> str:
    """Return "28-4-2030", as the documents write it in digits."""
    return f"{d.day}-{d.month}-{d.year}"


def _measure_letter(huruf: str) -> int:
    kode = ord(huruf)
    if 0x20 <= kode < 0x7F:
        return _LEBAR[kode - 0x20]
    if unicodedata.combining(huruf):
        return 0
    return _LEBAR_PENUH if unicodedata.east_asian_width(huruf) in "WF" else _LEBAR_LAIN
