"""Names of months and weekdays, from babel, and the spellings of them seen in practice.

babel's own date patterns are not used: its `full` pattern for `id` writes "02 Januari".
"""

from datetime import date
from functools import cache

from naskah.bahasa.galat import BahasaError
from naskah.bahasa.kata import load_kata

_BULAN_LAIN = {
    "pebruari": 2,
    "nopember": 11,
    "jan": 1,
    "feb": 2,
    "peb": 2,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "agu": 8,
    "ags": 8,
    "agt": 8,
    "sep": 9,
    "sept": 9,
    "okt": 10,
    "nov": 11,
    "nop": 11,
    "des": 12,
}
_HARI_LAIN = {"jum'at": 4, "jum’at": 4, "jum‘at": 4, "jum`at": 4, "jum at": 4, "ahad": 6}


def _names_bulan() -> list[str]:
    nama: list[str] = load_kata()["bulan"]
    return nama


def _names_hari() -> list[str]:
    nama: list[str] = load_kata()["hari"]
    return nama


def nama_bulan(n: int) -> str:
    """Return the name of month 1..12: 1 -> "Januari".

    Raises:
        BahasaError: n is not in 1..12.
    """
    if not 1 <= n <= 12:
        raise BahasaError(f"Bulan {n} tidak ada: bulan bernomor 1 sampai dengan 12.")
    return _names_bulan()[n - 1]


def nama_hari(d: date) -> str:
    """Return the weekday of `d`: "Jumat"."""
    return _names_hari()[d.weekday()]


def format_tanggal(d: date) -> str:
    """Return the date as it stands in a sentence: "2 Januari 2026" (no leading zero)."""
    return f"{d.day} {nama_bulan(d.month)} {d.year}"


@cache
def known_bulan() -> dict[str, int]:
    """Every lowercase spelling of a month that is read, with its number."""
    return {nama.lower(): n for n, nama in enumerate(_names_bulan(), 1)} | _BULAN_LAIN


@cache
def known_hari() -> dict[str, str]:
    """Every lowercase spelling of a weekday that is read, with its right name."""
    nama = _names_hari()
    return {n.lower(): n for n in nama} | {lain: nama[letak] for lain, letak in _HARI_LAIN.items()}
