"""Field types shared by the pydantic models: strict keys, durations, text without control characters."""

import re
from datetime import date, datetime
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    InstanceOf,
    PlainSerializer,
    StringConstraints,
)

from naskah.bahasa.durasi import Durasi, parse_durasi
from naskah.bahasa.galat import BahasaError
from naskah.bahasa.tanggal import parse_tanggal

# Long enough for a typed-out pasal, short enough that no input fills the memory.
PANJANG_TEKS = 20_000
# Control characters cannot stand in a document; the private use area holds the marks of the clause markup.
# Invisible ones can reorder or hide text (bidi controls, zero width); the joiners of Arabic and emoji may stay.
_TAK_TERCETAK = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\xad\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u206f"
    "\\ud800-\\udfff\\ue000-\\uf8ff\\ufeff\\ufff9-\\ufffb\\ufffe\\uffff]"
)
_BELUM_DIISI = re.compile(r"(?:\s*[._…]){3,}\s*|\s*…\s*")


class Model(BaseModel):
    """Base of all input models: unknown keys are errors, values do not change after validation."""

    # Validators are built on first use: a command pays only for the models it validates with.
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, defer_build=True)


def find_tak_tercetak(teks: str) -> re.Match[str] | None:
    """The first character that cannot be printed: control, surrogate, private use, or no character at all."""
    # isprintable is one pass in C; most texts need no more.
    return None if teks.isprintable() else _TAK_TERCETAK.search(teks)


def _check_karakter(teks: str) -> str:
    if cocok := find_tak_tercetak(teks):
        kode, posisi = ord(cocok[0]), cocok.start() + 1
        raise ValueError(f"memuat karakter U+{kode:04X} pada posisi {posisi}, yang tidak dapat dicetak; hapus")
    if _BELUM_DIISI.fullmatch(teks):  # kaidah.md A07
        raise ValueError(f"masih kosong ({teks!r}); isi dahulu, atau hapus kuncinya bila memang tidak ada")
    return teks


Teks = Annotated[str, StringConstraints(max_length=PANJANG_TEKS), AfterValidator(_check_karakter)]
TeksIsi = Annotated[str, StringConstraints(min_length=1, max_length=PANJANG_TEKS), AfterValidator(_check_karakter)]


def _to_durasi(nilai: Any) -> Any:
    if isinstance(nilai, Durasi):
        return nilai
    if not isinstance(nilai, str):
        raise ValueError('tulis lama waktunya sebagai teks, misalnya "5 tahun" atau "14 hari kerja"')
    try:
        return parse_durasi(nilai)
    except BahasaError as error:
        raise ValueError(str(error)) from error


LamaWaktu = Annotated[InstanceOf[Durasi], BeforeValidator(_to_durasi), PlainSerializer(str, return_type=str)]


def _to_tanggal(nilai: Any) -> Any:
    if isinstance(nilai, datetime):
        raise ValueError("tulis tanggal saja, tanpa jam, misalnya 2025-04-29")
    if isinstance(nilai, date):
        return nilai
    if not isinstance(nilai, str):
        raise ValueError("tulis tanggal seperti 2025-04-29 atau 29 April 2025")
    try:
        return parse_tanggal(nilai)
    except BahasaError as error:
        raise ValueError(str(error)) from error


Tanggal = Annotated[date, BeforeValidator(_to_tanggal)]
