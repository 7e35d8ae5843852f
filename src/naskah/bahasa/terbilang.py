"""Numbers as a document shows them: tiga, "3 (tiga)", and the ordinals kesatu, kedua, ketiga."""

import re
from dataclasses import dataclass
from decimal import Decimal

from naskah.bahasa.galat import BahasaError
from naskah.bahasa.kata_bilangan import BATAS, parse_terbilang, terbilang

__all__ = [
    "AngkaTerbilang",
    "format_angka",
    "group_ribuan",
    "parse_angka",
    "parse_digits",
    "parse_terbilang",
    "parse_urutan",
    "terbilang",
    "urutan",
]

_ANGKA = r"[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+"
_POLA_ANGKA = re.compile(rf"(?P<angka>{_ANGKA})\s*(?:\(\s*(?P<kata>[^()]*?)\s*\))?")
_POLA_KATA = re.compile(rf"(?P<kata>[^()0-9]+?)\s*(?:\(\s*(?P<angka>{_ANGKA})\s*\))?")
_POLA_DESIMAL = re.compile(rf"(?P<tanda>-?)\s*(?P<bulat>{_ANGKA})(?:,(?P<pecahan>[0-9]{{1,20}}))?")
_POLA_URUTAN = re.compile(r"ke[\s\-]*(?:(?P<angka>[0-9]+)|(?P<kata>[^0-9()]+))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AngkaTerbilang:
    """A number as read: its value, the words as written (None if none), and whether they agree."""

    angka: int
    kata: str | None
    cocok: bool


def format_angka(n: int) -> str:
    """Return digits and words together: 3 -> "3 (tiga)", 1000 -> "1.000 (seribu)" (L2-86).

    Raises:
        BahasaError: |n| >= 10**15.
    """
    return f"{group_ribuan(n)} ({terbilang(n)})"


def group_ribuan(n: int) -> str:
    """Return the digits of `n` with a point between thousands: 10000 -> "10.000"."""
    return f"{n:,}".replace(",", ".")


def parse_angka(text: str) -> AngkaTerbilang:
    """Read "3 (tiga)", "3", "tiga", "1.000 (seribu)" or "tiga (3)".

    Digits decide the value; words that say another number give `cocok=False`, not an error, so that
    a checker can report both (rule A03).

    Raises:
        BahasaError: neither a whole number in digits nor in words, or words that are no number.
    """
    teks = text.strip()
    cocok = _POLA_ANGKA.fullmatch(teks) or _POLA_KATA.fullmatch(teks)
    if cocok is None:
        raise BahasaError(f'"{teks}" bukan bilangan. Tulis misalnya "3 (tiga)", "3", atau "tiga".')
    angka, kata = cocok["angka"], cocok["kata"]
    nilai_kata = None if kata is None else parse_terbilang(kata)
    if angka is None:
        if not isinstance(nilai_kata, int):
            raise BahasaError(f'"{teks}" bukan bilangan bulat.')
        return AngkaTerbilang(nilai_kata, kata, True)
    nilai = _parse_digit(angka)
    return AngkaTerbilang(nilai, kata, nilai_kata is None or nilai == nilai_kata)


def parse_digits(text: str) -> int | Decimal:
    """Read a number in digits as Indonesian writes it: "1.001.000", "-5", "1,5" (point: thousands).

    Raises:
        BahasaError: not a number in digits, or too large for words.
    """
    cocok = _POLA_DESIMAL.fullmatch(text.strip())
    if cocok is None:
        raise BahasaError(f'"{text.strip()}" bukan bilangan. Tulis misalnya 1.001.000, -5, atau 1,5.')
    bulat = _parse_digit(cocok["bulat"])
    nilai = bulat if cocok["pecahan"] is None else Decimal(f"{bulat}.{cocok['pecahan']}")
    return -nilai if cocok["tanda"] else nilai


def urutan(n: int) -> str:
    """Return the legal ordinal: 1 -> "kesatu" (never "pertama"), 21 -> "kedua puluh satu".

    Raises:
        BahasaError: n < 1, or too large for words.
    """
    if n < 1:
        raise BahasaError(f"Urutan dimulai dari kesatu; {n} tidak mempunyai urutan.")
    return f"ke{terbilang(n)}"


def parse_urutan(text: str) -> int:
    """Return the place an ordinal names: "Kesatu", "pertama", "KEDUA", "ke-2" and "ke dua" alike.

    Raises:
        BahasaError: the text is not an ordinal.
    """
    teks = text.strip()
    if teks.lower() == "pertama":
        return 1
    cocok = _POLA_URUTAN.fullmatch(teks)
    try:
        nilai = parse_angka(cocok["angka"] or cocok["kata"]).angka if cocok else 0
    except BahasaError:
        nilai = 0
    if nilai < 1:
        raise BahasaError(f'"{teks}" bukan urutan. Tulis misalnya "kesatu", "kedua", atau "ketiga".')
    return nilai


def _parse_digit(angka: str) -> int:
    digit = angka.replace(".", "")
    # int() itself refuses very long strings, and with a message of its own.
    if len(digit.lstrip("0")) >= len(str(BATAS)):
        raise BahasaError("Bilangan terlalu besar: tulis bilangan di bawah seribu triliun.")
    return int(digit)
