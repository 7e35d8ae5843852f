"""What a cell of an office's register means: days, terms, how often, and what contradicts itself."""

import re
from datetime import date, datetime
from functools import lru_cache
from typing import NamedTuple

from naskah.bahasa.durasi import Durasi, hari_terakhir, parse_durasi
from naskah.bahasa.galat import BahasaError
from naskah.bahasa.tanggal import parse_tanggal
from naskah.exchange.terms import fold, known_words, load_istilah
from naskah.library.sheet_values import Nilai, from_serial

_SERIAL = range(7_306, 73_051)  # 1920 to 2099: 2025 is a year, 45776 a day
_SAMPAI = re.compile(r"\b(?:s\s*[./]?\s*d\b\.?|sampai(?:\s+(?:dengan|tanggal))?\b|hingga\b)", re.IGNORECASE)
_RENTANG = re.compile(r"\s+[-\u2013\u2014]\s+")
_AWAL_MASA = re.compile(r"^(?:selama|berlaku(?:\s+selama)?|jangka\s+waktu|masa\s+berlaku)\b[\s:]*", re.IGNORECASE)
_EKOR_MASA = re.compile(
    r"[\s,;(]*\b(?:terhitung|sejak|dihitung|mulai|setelah|(?:(?:dan|serta|tidak)\s+)?dapat\s+diperpanjang)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_DIPERPANJANG = re.compile(r"(?<!tidak )\bdapat\s+diperpanjang\b", re.IGNORECASE)
_KATA_BATAS = re.compile(
    r"^(?:(?:paling|se)\s*(?:lambat|kurang|sedikit)(?:-?\s*lambatnya|nya)?|minimal|selambat-?\s*lambatnya|maksimal)\s+",
    re.IGNORECASE,
)
_KATA_KALI = re.compile(
    r"\b(?:minimal|paling (?:sedikit|kurang|lambat)|sekurang-?\s?kurangnya|setiap|tiap|per|sekali|dalam)\b"
)
_KALI = re.compile(r"(\d+)(?: \w+)? kali (?:setahun|(?:dalam )?(?:1|satu|se|per|setiap)? ?(?:\w+ )?tahun)")


class Masa(NamedTuple):
    """A term as a register states it; what it does not state is None."""

    lama: Durasi | None = None
    mulai: date | None = None
    akhir: date | None = None
    dapat_diperpanjang: bool = False


def read_tanggal(nilai: Nilai) -> date:
    """A day, from a date cell, Excel's number of one, or any text that `parse_tanggal` reads.

    Raises:
        BahasaError: not a day, or one that contradicts itself (weekday, words).
    """
    if isinstance(nilai, datetime):
        return nilai.date()
    if isinstance(nilai, date):
        return nilai
    if isinstance(nilai, float) and nilai.is_integer():
        nilai = int(nilai)
    teks = str(nilai).strip()
    if teks.isascii() and teks.isdecimal() and int(teks[:9]) in _SERIAL:
        return from_serial(int(teks))
    return _parse_tanggal(teks)


@lru_cache(maxsize=65_536)
def _parse_tanggal(teks: str) -> date:
    return parse_tanggal(teks)


@lru_cache(maxsize=65_536)
def read_masa(teks: str, satuan: str | None = None) -> Masa:
    """A term: "5 (lima) tahun", "3 th", "s.d. 28 April 2030", "29-4-2025 s.d. 28-4-2030", "tidak terbatas".

    Args:
        teks: the cell.
        satuan: the unit of a bare number, where the column's name gives one ("Jangka Waktu (Tahun)").

    Raises:
        BahasaError: not a term, or words and digits that disagree.
    """
    panjang = bool(_DIPERPANJANG.search(teks))
    isi = _AWAL_MASA.sub("", _EKOR_MASA.sub("", teks).strip())
    if fold(teks) in known_words("tanpa_batas") or fold(isi) in known_words("tanpa_batas"):
        return Masa(dapat_diperpanjang=panjang)
    if _SAMPAI.search(teks):
        awal, akhir = _SAMPAI.split(teks, maxsplit=1)
        awal = _AWAL_MASA.sub("", awal.strip()).strip(" ,:")
        return Masa(None, _parse_tanggal(awal) if awal else None, _parse_tanggal(akhir.strip(" :")), panjang)
    bagian = _RENTANG.split(isi)
    if len(bagian) == 2:
        return Masa(None, _parse_tanggal(bagian[0]), _parse_tanggal(bagian[1]), panjang)
    if isi.isascii() and isi.isdecimal():
        if satuan is None:
            raise BahasaError(f'"{isi}" tanpa satuan; tulis misalnya "{isi} tahun"')
        isi = f"{isi} {satuan}"
    return Masa(parse_durasi(_spell_units(isi)), dapat_diperpanjang=panjang)


@lru_cache(maxsize=4096)
def read_batas(teks: str) -> Durasi:
    """How long before the end: "30 hari sebelum berakhir", "paling lambat 3 bulan".

    Raises:
        BahasaError: not a duration.
    """
    isi = re.split(r"\bsebelum", teks, maxsplit=1, flags=re.IGNORECASE)[0]
    return parse_durasi(_spell_units(_KATA_BATAS.sub("", isi.strip())))


@lru_cache(maxsize=4096)
def read_berkala(teks: str) -> Durasi:
    """How often: "setiap 4 bulan", "per semester", "2 kali setahun", "triwulanan".

    Raises:
        BahasaError: not read.
    """
    isi = fold(teks)
    for lama, semua in load_istilah()["berkala"].items():
        if isi in semua:
            return parse_durasi(lama)
    kali = _KALI.search(isi)
    if kali and int(kali[1]) in (1, 2, 3, 4, 6, 12):
        return Durasi(bulan=12 // int(kali[1]))
    tanpa = " ".join(_KATA_KALI.sub(" ", teks.casefold()).split())
    for lama, semua in load_istilah()["berkala"].items():
        if fold(tanpa) in semua:
            return parse_durasi(lama)
    return parse_durasi(_spell_units(tanpa))


def find_lama(mulai: date, akhir: date) -> tuple[Durasi, bool | None]:
    """The term between two days, in whole years and months where that fits.

    Returns:
        The duration, and whether `akhir` is then the anniversary itself; None where it fits in days only.

    Raises:
        BahasaError: it ends before it begins.
    """
    if akhir < mulai:
        raise BahasaError("hari terakhirnya lebih awal daripada hari pertamanya; betulkan salah satunya")
    bulan = (akhir.year - mulai.year) * 12 + akhir.month - mulai.month
    for n in (bulan, bulan + 1):
        if n < 1:
            continue
        lama = Durasi(tahun=n // 12, bulan=n % 12)
        for sama in (False, True):
            if hari_terakhir(mulai, lama, tanggal_sama=sama) == akhir:
                return lama, sama
    return Durasi(hari=(akhir - mulai).days + 1), None


def _spell_units(teks: str) -> str:
    """ "3 th" -> "3 tahun"."""
    return _pola_satuan().sub(lambda cocok: f" {_satuan_penuh()[cocok[1].lower()]}", teks).strip(" .,;")


@lru_cache(maxsize=1)
def _satuan_penuh() -> dict[str, str]:
    return {satu: penuh for penuh, semua in load_istilah()["satuan"].items() for satu in semua}


@lru_cache(maxsize=1)
def _pola_satuan() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_])({'|'.join(_satuan_penuh())})\b\.?", re.IGNORECASE)
