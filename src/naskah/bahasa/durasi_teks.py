"""The words of a duration: its units, read from text and written with their numbers."""

import re

from naskah.bahasa.galat import BahasaError, TidakCocok
from naskah.bahasa.terbilang import format_angka, parse_angka

# Unit as written -> (field of Durasi, how many of them).
_SATUAN = {
    "tahun": ("tahun", 1),
    "semester": ("bulan", 6),
    "caturwulan": ("bulan", 4),
    "triwulan": ("bulan", 3),
    "bulan": ("bulan", 1),
    "minggu": ("hari", 7),
    "pekan": ("hari", 7),
    "hari kerja": ("hari_kerja", 1),
    "hari kalender": ("hari", 1),
    "hari": ("hari", 1),
}
# "dan" or a comma may stand between two parts, not before the first.
_POLA_BAGIAN = re.compile(rf"(?:(?!\A)(?:,|\s+dan\b))?\s*(?P<jumlah>.*?)\s*\b(?P<satuan>{'|'.join(_SATUAN)})\b")
_POLA_SE = re.compile(rf"\bse({'|'.join(_SATUAN)})\b")
_CONTOH = 'Tulis misalnya "5 tahun", "1 tahun 6 bulan", "30 hari kalender", atau "14 hari kerja".'


def read_durasi(text: str) -> dict[str, int]:
    """Return the fields of a Durasi that `text` names, with their values.

    Raises:
        TidakCocok: a number and its words disagree.
        BahasaError: not a duration, or zero or negative somewhere.
    """
    teks = " ".join(text.split())
    isi = _POLA_SE.sub(r"satu \1", teks.lower())
    hasil: dict[str, int] = {}
    disebut: set[str] = set()
    letak = 0
    while letak < len(isi):
        cocok = _POLA_BAGIAN.match(isi, letak)
        if cocok is None or cocok["satuan"] in disebut:
            raise BahasaError(f'Durasi "{teks}" tidak terbaca. {_CONTOH}')
        nama, kali = _SATUAN[cocok["satuan"]]
        hasil[nama] = hasil.get(nama, 0) + kali * _read_jumlah(cocok["jumlah"], teks)
        disebut.add(cocok["satuan"])
        letak = cocok.end()
    if not hasil:
        raise BahasaError(f"Durasi kosong. {_CONTOH}")
    return hasil


def format_satuan(n: int, satuan: str, *, kalender: bool) -> str:
    """Return one part of a duration: "5 (lima) tahun", "30 (tiga puluh) hari kalender"."""
    return f"{format_angka(n)} {satuan}{' kalender' if kalender and satuan == 'hari' else ''}"


def _read_jumlah(jumlah: str, teks: str) -> int:
    try:
        angka = parse_angka(jumlah)
    except BahasaError:
        raise BahasaError(f'Jumlah "{jumlah}" pada durasi "{teks}" tidak terbaca. {_CONTOH}') from None
    if not angka.cocok:
        raise TidakCocok(
            f'Pada durasi "{teks}", angka {angka.angka} tidak sama dengan katanya, "{angka.kata}".'
            f" Tulis {format_angka(angka.angka)} atau perbaiki angkanya."
        )
    if angka.angka <= 0:
        raise BahasaError(f'Durasi "{teks}" harus lebih dari nol. {_CONTOH}')
    return angka.angka
