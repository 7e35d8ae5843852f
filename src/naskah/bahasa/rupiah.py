"""Amounts of money: "Rp10.000.000,00 (sepuluh juta rupiah)" (tanggal.md)."""

import re
from decimal import Decimal

from naskah.bahasa.galat import BahasaError, TidakCocok
from naskah.bahasa.kata_bilangan import BATAS
from naskah.bahasa.terbilang import group_ribuan, parse_terbilang, terbilang

_SEN = Decimal("0.01")
_POLA_ANGKA = re.compile(
    r"(?:rp\.?\s*)?(?P<utuh>[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,(?:(?P<sen>[0-9]{2})|-))?", re.IGNORECASE
)
_POLA_KATA = re.compile(r"(?:(?P<utuh>\D+?)\s+rupiah\b)?\s*(?:(?P<sen>\D+?)\s+sen)?", re.IGNORECASE)
_POLA_BAGIAN = re.compile(r"(?P<satu>[^()]+?)\s*(?:\(\s*(?P<dua>[^()]+?)\s*\))?")
_CONTOH = 'Tulis misalnya "Rp10.000.000,00 (sepuluh juta rupiah)".'


def format_rupiah(n: int | Decimal) -> str:
    """Return digits and words: "Rp10.000.000,00 (sepuluh juta rupiah)".

    Cents are told after the rupiah: "Rp1.500,50 (seribu lima ratus rupiah lima puluh sen)".

    Raises:
        BahasaError: negative, finer than one sen (never rounded in silence), or >= 10**15.
    """
    jumlah = Decimal(n)
    if not jumlah.is_finite() or not 0 <= jumlah < BATAS:
        raise BahasaError(f"Jumlah uang {n} tidak dapat ditulis: isi antara nol dan seribu triliun rupiah.")
    bulat = jumlah.quantize(_SEN)
    if bulat != jumlah:
        raise BahasaError(f"Jumlah uang {n} lebih halus daripada satu sen: tulis paling banyak dua desimal.")
    utuh, sen = divmod(int(bulat * 100), 100)
    kata = [f"{terbilang(utuh)} rupiah"] if utuh or not sen else []
    if sen:
        kata.append(f"{terbilang(sen)} sen")
    return f"Rp{group_ribuan(utuh)},{sen:02} ({' '.join(kata)})"


def parse_rupiah(text: str) -> Decimal:
    """Return the amount, with two decimals: "Rp10.000.000,00 (sepuluh juta rupiah)", "Rp10.000.000,-".

    Digits alone and words alone are read too.

    Raises:
        TidakCocok: digits and words disagree.
        BahasaError: not an amount of rupiah.
    """
    teks = " ".join(text.split())
    bagian = _POLA_BAGIAN.fullmatch(teks)
    if bagian is None:
        raise BahasaError(f'"{teks}" bukan jumlah uang. {_CONTOH}')
    nilai = [_read_bagian(b, teks) for b in bagian.groups() if b]
    if nilai[0] != nilai[-1]:
        raise TidakCocok(f'Angka dan kata pada "{teks}" berbeda. Perbaiki salah satunya.')
    return nilai[0]


def _read_bagian(bagian: str, teks: str) -> Decimal:
    angka = _POLA_ANGKA.fullmatch(bagian)
    if angka:
        return Decimal(f"{angka['utuh'].replace('.', '')}.{angka['sen'] or '00'}")
    kata = _POLA_KATA.fullmatch(bagian)
    try:
        utuh = parse_terbilang(kata["utuh"] or "nol") if kata else parse_terbilang(bagian)
        sen = parse_terbilang(kata["sen"] or "nol") if kata else 0
    except BahasaError as e:
        raise BahasaError(f'"{teks}" bukan jumlah uang: {e} {_CONTOH}') from None
    if utuh < 0 or not isinstance(utuh, int) or not isinstance(sen, int) or not 0 <= sen < 100:
        raise BahasaError(f'"{teks}" bukan jumlah uang. {_CONTOH}')
    return Decimal(f"{utuh}.{sen:02}")
