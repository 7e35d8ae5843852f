"""Numbers of inserted units: Pasal 6A, ayat (2a), huruf b1, angka 5a; at the end of a list the next plain number.

UU 12/2011 Lampiran II angka 232 and the practice of amending acts: what stands already keeps its number.
"""

import re

from naskah.bahasa.galat import BahasaError
from naskah.bahasa.penomoran import huruf, parse_huruf

_ANGKA = re.compile(r"(\d+)([a-z]?)", re.IGNORECASE)
_HURUF = re.compile(r"([a-z]+)(\d*)")
_TERAKHIR = "z"


class NomorError(ValueError):
    """No number is free there; Indonesian message."""


def number_between(sebelum: str, *, huruf_kapital: bool = False) -> str:
    """The number of a unit inserted right after `sebelum`, before one that follows: 6 -> 6A, (2) -> (2a), b -> b1."""
    if cocok := _ANGKA.fullmatch(sebelum):
        akhiran = cocok[2].lower()
        if akhiran == _TERAKHIR:
            raise NomorError(f"sesudah nomor {sebelum} tidak dapat disisipkan lagi; ubah seluruh pasalnya")
        baru = chr(ord(akhiran) + 1) if akhiran else "a"
        return cocok[1] + (baru.upper() if huruf_kapital else baru)
    if cocok := _HURUF.fullmatch(sebelum):
        return f"{cocok[1]}{int(cocok[2] or 0) + 1}"
    raise NomorError(f"nomor {sebelum} bukan nomor yang dapat disisipi")


def number_after_last(terakhir: str) -> str:
    """The number of a unit added after the last one: 13 -> 14, 6A -> 7, (4) -> (5), d -> e."""
    if cocok := _ANGKA.fullmatch(terakhir):
        return str(int(cocok[1]) + 1)
    if cocok := _HURUF.fullmatch(terakhir):
        try:
            return huruf(parse_huruf(cocok[1]) + 1)
        except BahasaError as error:
            raise NomorError(str(error)) from None
    raise NomorError(f"nomor {terakhir} bukan nomor yang dapat dilanjutkan")
