"""Dates as a document writes them, and reading them back (tanggal.md).

The opening date, written and checked three ways, is in `pembuka`; its names are offered here too.
"""

import re
from datetime import date
from functools import cache

from naskah.bahasa.bulan_hari import format_tanggal, known_hari, nama_bulan, nama_hari
from naskah.bahasa.galat import BahasaError, TidakCocok
from naskah.bahasa.pembuka import GayaTanggal, TanggalPembuka, format_pembuka, parse_pembuka
from naskah.bahasa.pola_tanggal import (
    POLA_DIGIT,
    build_tanggal,
    number_bulan,
    pola_bulan,
    pola_hari,
    read_bilangan,
    read_bulan,
    read_digit,
    tidy,
)

__all__ = [
    "GayaTanggal",
    "TanggalPembuka",
    "format_pembuka",
    "format_tanggal",
    "nama_bulan",
    "nama_hari",
    "parse_pembuka",
    "parse_tanggal",
]


def parse_tanggal(text: str) -> date:
    """Read a date: "29 April 2025", "2-1-2026", "29/04/2025", "2025-04-29", or all in words.

    A weekday before it is checked against the date, and words against digits where both stand.

    Raises:
        TanggalMustahil: there is no such date (31 Februari).
        TidakCocok: the weekday, or words and digits, disagree.
        BahasaError: not a date, or a year of other than four digits.
    """
    teks = number_bulan(tidy(text)).rstrip(" .,;")
    hari, isi = _split_hari(teks)
    digit = POLA_DIGIT.fullmatch(isi)
    d = read_digit(digit) if digit else _read_bernama(isi, teks)
    if hari and known_hari()[hari.lower()] != nama_hari(d):
        raise TidakCocok(f"{format_tanggal(d)} jatuh pada hari {nama_hari(d)}, bukan {hari}.")
    return d


def _split_hari(teks: str) -> tuple[str | None, str]:
    """The weekday as written, if any, and what follows it and the word "tanggal"."""
    awal = _pola_awal().match(teks)
    assert awal is not None  # every part of it is optional
    return awal["hari"], teks[awal.end() :]


@cache
def _pola_awal() -> re.Pattern[str]:
    return re.compile(
        r"(?:pada\s+)?(?:hari\s+)?(?:ini\b[\s,]*)?"
        rf"(?:(?P<hari>{pola_hari()})\b[\s,/]*)?(?:tanggal\s+|tgl\.?\s*)?",
        re.IGNORECASE,
    )


def _read_bernama(isi: str, teks: str) -> date:
    """Read a date whose month is a name; `teks` is the whole text, for the messages."""
    bulan = pola_bulan().search(isi)
    if bulan is None:
        raise BahasaError(f'"{teks}" bukan tanggal. Tulis misalnya "29 April 2025" atau "29-4-2025".')
    try:
        hari = _read_one(isi[: bulan.start()])
        tahun = _read_one(isi[bulan.end() :])
    except TidakCocok:
        raise
    except BahasaError as e:
        raise BahasaError(f'"{teks}" bukan tanggal: {e} Tulis misalnya "29 April 2025".') from None
    return build_tanggal(tahun, read_bulan(bulan), hari)


def _read_one(text: str) -> int:
    angka, kata = read_bilangan(text)
    if angka is not None and kata is not None and angka != kata:
        raise TidakCocok(f'Angka dan kata pada "{text.strip()}" berbeda.')
    nilai = kata if angka is None else angka
    assert nilai is not None  # read_bilangan reads at least one of the two
    return nilai
