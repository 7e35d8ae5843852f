"""The opening date, and where the document was signed."""

import re
from functools import cache

from naskah.bahasa.bulan_hari import known_bulan
from naskah.bahasa.galat import BahasaError
from naskah.bahasa.pembuka import parse_pembuka
from naskah.bahasa.pola_tanggal import POLA_DIGIT, pola_hari
from naskah.reading.facts.fakta import FaktaPembuka, Sumber
from naskah.reading.parts import Bagian

_KATA_ANGKA = (
    "satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|belas|puluh|seratus|ratus|seribu|ribu"
)
_TEMPAT_PENUTUP = re.compile(
    r"\bditandatangani\s+(?:oleh\s+)?(?:PARA\s+PIHAK\s+)?(?:di|bertempat\s+di)\s+(?P<tempat>[A-Z][\w .'-]*?)"
    r"(?=\s+(?:pada|dalam|dan|oleh)\b|[,;.])"
)


@cache
def _pola_kata() -> re.Pattern[str]:
    """The date in words: day, month and year, with the words between them."""
    bulan = "|".join(known_bulan())
    kata = rf"(?:{_KATA_ANGKA}|[0-9]{{1,4}}|\([^()0-9]*\))"
    return re.compile(
        rf"{kata}(?:[\s-]+{kata})*[\s,]+(?:bulan\s+)?(?:{bulan})[\s,]+(?:tahun\s+)?{kata}(?:[\s-]+{kata})*",
        re.IGNORECASE,
    )


@cache
def _pola_hari() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){pola_hari()}(?!\w)", re.IGNORECASE)


def read_pembuka(bagian: Bagian) -> FaktaPembuka | None:
    """Return the opening date of the opening sentence; None where it tells no date."""
    try:
        baca = parse_pembuka(bagian.teks)
    except BahasaError:
        return None
    teks = bagian.teks
    return FaktaPembuka(
        baca.hari,
        baca.kata,
        baca.angka,
        baca.tanggal,
        baca.tempat,
        baca.selisih,
        Sumber(bagian, 0, len(teks)),
        _find(bagian, _pola_hari()) if baca.hari else None,
        _find(bagian, _pola_kata()) if baca.kata else None,
        _find(bagian, POLA_DIGIT) if baca.angka else None,
    )


def find_tempat(penutup: tuple[Bagian, ...]) -> str | None:
    """Return the place of signing that the closing names."""
    for bagian in penutup:
        if cocok := _TEMPAT_PENUTUP.search(bagian.teks):
            return cocok["tempat"].strip()
    return None


def _find(bagian: Bagian, pola: re.Pattern[str]) -> Sumber | None:
    cocok = pola.search(bagian.teks)
    return Sumber(bagian, cocok.start(), cocok.end()) if cocok else None
