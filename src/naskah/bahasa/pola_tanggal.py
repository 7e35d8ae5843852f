"""The pieces that a written date is read from: digits, month, day and year in digits or in words."""

import re
from calendar import monthrange
from datetime import date
from functools import cache

from naskah.bahasa.bulan_hari import known_bulan, known_hari, nama_bulan
from naskah.bahasa.galat import BahasaError, TanggalMustahil
from naskah.bahasa.terbilang import parse_terbilang

_DIGIT = (
    r"(?P<t1>[0-9]{4})\s*-\s*(?P<b1>[0-9]{1,2})\s*-\s*(?P<h1>[0-9]{1,2})"
    r"|(?P<h2>[0-9]{1,2})\s*(?P<pisah>[-/.])\s*(?P<b2>[0-9]{1,2})\s*(?P=pisah)\s*(?P<t2>[0-9]+)"
)
POLA_DIGIT = re.compile(rf"(?<![0-9])(?:{_DIGIT})(?![0-9])")
_POLA_BILANGAN = re.compile(r"\(?\s*(?P<satu>[^()]+?)\s*(?:\(\s*(?P<dua>[^()]*?)\s*\)?)?[\s)]*")
_SPASI = re.compile(r"\s+")
_TANDA_HUBUNG = re.compile(r"[\u2010-\u2015\u2212]")


def tidy(text: str) -> str:
    """One space for any white space, one hyphen for any dash, no soft hyphens."""
    return _TANDA_HUBUNG.sub("-", _SPASI.sub(" ", text.replace("\u00ad", ""))).strip()


@cache
def pola_bulan() -> re.Pattern[str]:
    """A month's name with the words "bulan" before and "tahun" after it."""
    return re.compile(rf"(?:\bbulan\s*)?\b(?P<bulan>{_alternatives_bulan()})\b\.?[\s,]*(?:tahun\b)?", re.IGNORECASE)


def number_bulan(text: str) -> str:
    """Number a month named inside digits: "12-Juni-2025" -> "12-6-2025", "(12 Juni 2025)" -> "(12-6-2025)"."""

    def number(m: re.Match[str]) -> str:
        if not m["buka"] and "-" not in m["pisah"]:
            return m[0]
        return f"{m['buka'] or ''}{m['hari']}-{read_bulan(m)}-{m['tahun']}"

    return _pola_bulan_di_antara().sub(number, text)


@cache
def _pola_bulan_di_antara() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<buka>\(\s*)?(?<![0-9])(?P<hari>[0-9]{{1,2}})(?P<pisah>[\s-]+)(?P<bulan>{_alternatives_bulan()})"
        r"\b\.?[\s-]+(?P<tahun>[0-9]+)",
        re.IGNORECASE,
    )


def _alternatives_bulan() -> str:
    return "|".join(sorted(known_bulan(), key=len, reverse=True))


@cache
def pola_hari() -> str:
    """A regular expression, without groups, for any known spelling of a weekday."""
    return "(?:" + "|".join(re.escape(nama) for nama in known_hari()) + ")"


def build_tanggal(tahun: int, bulan: int, hari: int) -> date:
    """Return the date.

    Raises:
        TanggalMustahil: there is no such day or month.
        BahasaError: the year has not four digits.
    """
    if not 1000 <= tahun <= 9999:
        raise BahasaError(f'Tahun "{tahun}" tidak lengkap: tulis tahun dengan empat angka, misalnya 2025.')
    if not 1 <= bulan <= 12:
        raise TanggalMustahil(f"Bulan {bulan} tidak ada: tulis tanggal, bulan, tahun berurutan, misalnya 29-4-2025.")
    try:
        return date(tahun, bulan, hari)
    except ValueError:
        akhir = monthrange(tahun, bulan)[1]
        nama = f"{nama_bulan(bulan)} {tahun}"
        raise TanggalMustahil(f"Tanggal {hari} {nama} tidak ada: {nama} hanya sampai tanggal {akhir}.") from None


def read_digit(cocok: re.Match[str]) -> date:
    """Return the date of a POLA_DIGIT match.

    Raises:
        TanggalMustahil: no such date.
        BahasaError: the year has not four digits.
    """
    g = cocok.groupdict()
    tahun = g["t1"] or g["t2"]
    if len(tahun) != 4:
        raise BahasaError(
            f'Tahun "{tahun}" pada "{cocok[0]}" tidak lengkap: tulis tahun dengan empat angka, misalnya 2025.'
        )
    return build_tanggal(int(tahun), int(g["b1"] or g["b2"]), int(g["h1"] or g["h2"]))


def read_bulan(cocok: re.Match[str]) -> int:
    """Return the number of the month in a `pola_bulan` match."""
    return known_bulan()[cocok["bulan"].lower()]


def read_bilangan(text: str) -> tuple[int | None, int | None]:
    """Read a day or a year: "29", "dua puluh sembilan" or "29 (dua puluh sembilan)".

    Returns the number in digits and the number in words, None for the one not written.

    Raises:
        BahasaError: neither digits nor words of a whole number.
    """
    cocok = _POLA_BILANGAN.fullmatch(text.strip())
    if cocok is None:
        raise BahasaError(f'"{text.strip()}" bukan bilangan.')
    angka: int | None = None
    kata: int | None = None
    for bagian in (cocok["satu"], cocok["dua"]):
        if not bagian:
            continue
        if bagian.isascii() and bagian.isdigit() and len(bagian) <= 4:
            angka = int(bagian)
        else:
            nilai = parse_terbilang(bagian)
            if not isinstance(nilai, int):
                raise BahasaError(f'"{bagian}" bukan bilangan bulat.')
            kata = nilai
    return angka, kata
