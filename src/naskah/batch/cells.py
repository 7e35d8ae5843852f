"""A cell as the value that a person would have typed into the rancangan."""

from datetime import date, datetime, time
from typing import Any

from naskah.batch.targets import Bentukan
from naskah.library.sheet_values import DIBULATKAN, Nilai, Rusak, from_serial, is_blank, is_rounded

# 1990 to 2099. Outside it a bare number is no date of an agreement: 2025 is a year, 45776 a day.
SERIAL = range(32_874, 73_051)
_YA_TIDAK = {"ya": True, "true": True, "tidak": False, "false": False}


class SelError(ValueError):
    """A cell that cannot fill its key; the message says what to do."""


def convert_cell(nilai: Nilai, bentukan: Bentukan) -> Any:
    """The value for the rancangan, None for an empty cell; the rancangan's own rules still judge it.

    Raises:
        SelError: a formula, an error value, a date where text belongs, a number that text would change.
    """
    if isinstance(nilai, str):
        return _convert_text(nilai.strip(), bentukan)
    if is_blank(nilai):
        return None
    if isinstance(nilai, Rusak):
        raise SelError(nilai.pesan)
    if isinstance(nilai, bool):
        return nilai
    if is_rounded(nilai):
        raise SelError(DIBULATKAN)
    if isinstance(nilai, int | float):
        return _convert_number(nilai, bentukan)
    return _convert_date(nilai, bentukan)


def _convert_text(teks: str, bentukan: Bentukan) -> Any:
    if not teks:
        return None
    if bentukan is Bentukan.DAFTAR:
        return split_items(teks)
    if bentukan is Bentukan.BILANGAN and teks.isascii() and teks.isdecimal() and len(teks) < 19:
        return int(teks)
    if bentukan is Bentukan.TANGGAL and teks.isascii() and teks.isdecimal() and int(teks[:9]) in SERIAL:
        return from_serial(int(teks))  # a csv saved from a sheet whose dates were not formatted as dates
    if bentukan is Bentukan.YA_TIDAK:
        return _YA_TIDAK.get(teks.casefold(), teks)
    return teks


def split_items(teks: str) -> list[str]:
    """The items of a list in one cell: one a line, or between semicolons."""
    pemisah = "\n" if "\n" in teks else ";"
    return [butir for satu in teks.split(pemisah) if (butir := satu.strip().rstrip(";").rstrip())]


def _convert_number(nilai: int | float, bentukan: Bentukan) -> Any:
    if isinstance(nilai, float):
        if not nilai.is_integer():
            raise SelError(f"berisi bilangan pecahan {nilai!r}; ubah format selnya menjadi Teks, lalu tulis ulang")
        nilai = int(nilai)
    if bentukan is Bentukan.TANGGAL:
        if nilai not in SERIAL:
            raise SelError(f"berisi bilangan {nilai}, bukan tanggal; tulis seperti 29 April 2025")
        return from_serial(nilai)
    if bentukan is Bentukan.BILANGAN:
        return nilai
    if bentukan is Bentukan.DURASI:
        raise SelError(
            f'berisi bilangan {nilai} tanpa satuan; tulis misalnya "{nilai} tahun" atau "{nilai} hari kerja"'
        )
    return [str(nilai)] if bentukan is Bentukan.DAFTAR else str(nilai)


def _convert_date(nilai: Any, bentukan: Bentukan) -> Any:
    if bentukan is not Bentukan.TANGGAL:
        raise SelError("berisi tanggal atau jam, padahal yang diminta teks; ubah format selnya menjadi Teks")
    if isinstance(nilai, datetime):
        # Excel knows no day without a time; midnight is a day.
        return nilai.date() if nilai.time() == time() else nilai
    if isinstance(nilai, date):
        return nilai
    raise SelError("berisi jam, bukan tanggal; tulis seperti 29 April 2025")
