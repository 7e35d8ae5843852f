"""The opening date of an agreement: written in three forms, and read with its three tellings
(weekday, words, digits) checked against each other (tanggal.md, "The opening date").
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from naskah.bahasa.bulan_hari import format_tanggal, known_hari, nama_bulan, nama_hari
from naskah.bahasa.galat import BahasaError
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
from naskah.bahasa.terbilang import terbilang

_BATAS = "|"  # stands where something already read was taken out
_POLA_LANJUTAN = re.compile(r",?\s*\b(?:kami\b|yang\s+bertanda\s?tangan\b|masing-masing\b)", re.IGNORECASE)
_POLA_DIGIT_BERKURUNG = re.compile(rf"\(?\s*{POLA_DIGIT.pattern}\s*\)?")
_POLA_TEMPAT = re.compile(
    r"\bbertempat\s+di\s*:?\s*(?P<tempat>.+?)\s*(?:$|[;:|]|[,.]?\s+(?:pada|yang|telah|maka|dengan)\b|[,.]$)",
    re.IGNORECASE,
)
_SEBELUM_HARI = re.compile(r"[,;:|]|\b(?:tanggal|tertanggal|tgl|hari|ini|pada|di)\b\.?", re.IGNORECASE)
# Any other word right after the year is taken for a misspelt part of it, never skipped in silence.
_SESUDAH_TAHUN = re.compile(
    r"[,;:|.]|\b(?:bertempat|yang|di|pada|pukul|jam|maka|telah|sudah|antara|oleh|dengan|para|kita|dan|untuk"
    r"|berdasarkan|sesuai|sebagaimana|tersebut|bertanda|ditandatangani|dilakukan|dilaksanakan|diadakan)\b",
    re.IGNORECASE,
)


class GayaTanggal(StrEnum):
    """The three forms of the opening date (tanggal.md, "The opening date")."""

    KAPITAL = "kapital"
    KECIL = "kecil"
    PENUH = "penuh"


@dataclass(frozen=True, slots=True)
class TanggalPembuka:
    """An opening date as read: each telling by itself, and what contradicts what."""

    hari: str | None
    """Weekday in its right spelling."""
    kata: date | None
    """The date the words tell."""
    angka: date | None
    """The date the digits tell."""
    tempat: str | None = None
    selisih: tuple[str, ...] = ()
    """One Indonesian sentence for each contradiction and each part that could not be read."""

    @property
    def tanggal(self) -> date | None:
        """The best reading: the date on which two of the three tellings agree.

        A date told only once is taken as it is. None where words and digits differ and the weekday
        fits neither, fits both, or is missing: then only a person can tell.
        """
        if self.kata is None or self.angka is None or self.kata == self.angka:
            return self.kata or self.angka
        sesuai = [d for d in (self.kata, self.angka) if nama_hari(d) == self.hari]
        return sesuai[0] if len(sesuai) == 1 else None


def format_pembuka(d: date, gaya: GayaTanggal, tempat: str | None = None) -> str:
    """Return the opening phrase of an agreement, without punctuation at its end.

    `tempat` adds ", bertempat di <tempat>". Source: tanggal.md, "The opening date".
    """
    hari, tanggal, bulan, tahun = nama_hari(d), terbilang(d.day), nama_bulan(d.month), terbilang(d.year)
    match gaya:
        case GayaTanggal.KAPITAL:
            kalimat = (
                f"Pada hari ini {hari}, tanggal {tanggal.title()} bulan {bulan} tahun {tahun.title()}"
                f" ({d.day}-{d.month}-{d.year})"
            )
        case GayaTanggal.KECIL:
            kalimat = (
                f"Pada hari ini {hari} tanggal {tanggal} bulan {bulan} tahun {tahun}, ({d.day}-{d.month}-{d.year})"
            )
        case GayaTanggal.PENUH:
            kalimat = (
                f"Pada hari ini, {hari} tanggal {tanggal.title()} Bulan {bulan} Tahun {tahun.title()}"
                f" ({d.day:02}-{d.month:02}-{d.year})"
            )
    return f"{kalimat}, bertempat di {tempat}" if tempat else kalimat


def parse_pembuka(text: str) -> TanggalPembuka:
    """Read the opening date of an agreement; contradictions are told, not raised.

    The text may go on after the date ("..., yang bertanda tangan di bawah ini"). Line breaks, any
    dash and spaces inside the digits are accepted.

    Raises:
        BahasaError: no date in it at all, neither in words nor in digits.
    """
    teks = _POLA_LANJUTAN.split(number_bulan(tidy(text)), maxsplit=1)[0]
    catatan: list[str] = []
    tanpa_digit = _POLA_DIGIT_BERKURUNG.sub(_BATAS, teks)
    angka = _read_angka(teks, catatan)
    kata, angka_bernama = _read_kata(tanpa_digit, catatan)
    if angka and angka_bernama and angka != angka_bernama:
        catatan.append(
            f"Tanggal dalam angka ditulis dua kali dan berbeda: {format_tanggal(angka_bernama)} dan"
            f" {format_tanggal(angka)}."
        )
    angka = angka or angka_bernama
    if kata is None and angka is None:
        sebab = " ".join(catatan) or 'Tulis misalnya "Pada hari ini Selasa tanggal empat bulan Februari ...".'
        raise BahasaError(f"Kalimat pembuka tidak memuat tanggal yang dapat dibaca. {sebab}")
    hari = _read_hari(teks, catatan)
    return TanggalPembuka(hari, kata, angka, _read_tempat(tanpa_digit), (*catatan, *_compare(hari, kata, angka)))


def _read_angka(teks: str, catatan: list[str]) -> date | None:
    cocok = POLA_DIGIT.search(teks)
    if cocok is None:
        return None
    try:
        return read_digit(cocok)
    except BahasaError as e:
        catatan.append(f"Tanggal dalam angka tidak sah. {e}")
        return None


def _read_kata(teks: str, catatan: list[str]) -> tuple[date | None, date | None]:
    """Read the date around a month's name: as its words tell it, and as its digits do."""
    for cocok in pola_bulan().finditer(teks):
        sebelum = _SEBELUM_HARI.split(teks[: cocok.start()])[-1]
        sesudah = _SESUDAH_TAHUN.split(teks[cocok.end() :].lstrip(" ,"))[0]
        sebelum = re.sub(rf"^\s*{pola_hari()}\b", "", sebelum, flags=re.IGNORECASE)
        if not sebelum.strip(" ("):
            continue  # a month without a day is not the date
        try:
            hari, tahun, bulan = read_bilangan(sebelum), read_bilangan(sesudah), read_bulan(cocok)
            kata = angka = None
            if hari[1] is not None or tahun[1] is not None:
                kata = build_tanggal(_first(tahun[1], tahun[0]), bulan, _first(hari[1], hari[0]))
            if hari[0] is not None and tahun[0] is not None:
                angka = build_tanggal(tahun[0], bulan, hari[0])
        except BahasaError as e:
            catatan.append(f"Tanggal dalam kata tidak terbaca. {e}")
            break  # a later date in the text is not this one
        return kata, angka
    return None, None


def _first(satu: int | None, dua: int | None) -> int:
    nilai = dua if satu is None else satu
    assert nilai is not None  # read_bilangan reads at least one of the two
    return nilai


@cache
def _pola_letak_hari() -> re.Pattern[str]:
    hari = pola_hari()
    return re.compile(
        rf"(?:^|\bhari\b(?:\s+ini\b)?)[\s,:]*(?P<awal>{hari})\b|\b(?P<lain>{hari})\b[\s,/]*(?:tanggal|tgl)\b"
        r"|\bhari\s+ini\b[\s,:]*(?!tanggal|tgl)(?P<asing>[a-z'’]+(?: [a-z'’]+)?)[\s,]*\b(?:tanggal|tgl)\b",
        re.IGNORECASE,
    )


def _read_hari(teks: str, catatan: list[str]) -> str | None:
    cocok = _pola_letak_hari().search(teks)
    if cocok is None:
        return None
    if cocok["asing"]:
        catatan.append(f'"{cocok["asing"]}" bukan nama hari.')
        return None
    return known_hari()[(cocok["awal"] or cocok["lain"]).lower()]


def _read_tempat(teks: str) -> str | None:
    cocok = _POLA_TEMPAT.search(teks)
    return cocok["tempat"].rstrip(" ,.") if cocok else None


def _compare(hari: str | None, kata: date | None, angka: date | None) -> list[str]:
    """One sentence for each pair of tellings that contradict each other."""
    selisih = []
    if kata and angka and kata != angka:
        selisih.append(
            f"Tanggal dalam kata, {format_tanggal(kata)}, berbeda dari tanggal dalam angka, {format_tanggal(angka)}."
        )
    for sumber, d in (("kata", kata), ("angka", None if angka == kata else angka)):
        if hari and d and nama_hari(d) != hari:
            selisih.append(
                f"Hari tertulis {hari}, padahal {format_tanggal(d)} (dalam {sumber}) jatuh pada hari {nama_hari(d)}."
            )
    return selisih
