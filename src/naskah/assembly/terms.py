"""Binds a clause's ketentuan: its parameters' values, and the place its words stand at."""

import re
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from naskah.assembly.numbering import DaftarTempat, Tempat
from naskah.library.validation import explain_one, name_key
from naskah.model.galat import Galat, NaskahError
from naskah.model.ketentuan import KETENTUAN, Ketentuan
from naskah.model.naskah import Tingkat

_PARAMETER = re.compile(r"\{\{\s*([a-z_][a-z0-9_]*)\s*\}\}")


def name_tempat(tempat: Tempat) -> str:
    """ "Pasal 6 ayat (2) huruf a", as findings and deadlines name a place."""
    teks = f"Pasal {tempat.pasal}"
    if tempat.ayat is not None:
        teks += f" ayat ({tempat.ayat})"
    for tingkat, nomor in tempat.rincian:
        sebutan = "huruf" if tingkat in (Tingkat.HURUF, Tingkat.HURUF_KURUNG) else "angka"
        teks += f" {sebutan} {nomor}{')' if tingkat >= Tingkat.HURUF_KURUNG else ''}"
    return teks


def bind_ketentuan(
    mentah: Mapping[str, Any],
    nilai: Mapping[str, Any],
    tempat: DaftarTempat,
    bawaan: str,
    berkas: str,
) -> Ketentuan | None:
    """One term with its values and `sumber`; None when its `bila` is not met.

    `bawaan` is the place when the term names no label. NaskahError names the clause file and the key.
    """
    data = {kunci: _fill(isi, nilai, berkas) for kunci, isi in mentah.items()}
    if not data.pop("bila", True):
        return None
    label = data.pop("dari", None)
    if label is None:
        data["sumber"] = bawaan
    elif isinstance(label, str) and label in tempat.tempat:
        data["sumber"] = name_tempat(tempat.tempat[label])
    else:
        raise NaskahError(Galat(f"ketentuan menunjuk label {label!r} yang tidak ada dalam badan klausul", berkas))
    try:
        return KETENTUAN.validate_python({k: v for k, v in data.items() if v is not None})
    except ValidationError as error:
        raise NaskahError(
            Galat(f"{explain_one(detail)} (ketentuan {data.get('jenis')})", berkas, kunci=name_key(detail["loc"]))
            for detail in error.errors()
        ) from None


def _fill(isi: Any, nilai: Mapping[str, Any], berkas: str) -> Any:
    if isinstance(isi, list):
        return [_fill(butir, nilai, berkas) for butir in isi]
    if not isinstance(isi, str):
        return isi
    if cocok := _PARAMETER.fullmatch(isi.strip()):
        if cocok[1] not in nilai:
            raise NaskahError(Galat(f"ketentuan memakai parameter {cocok[1]!r} yang tidak ada", berkas))
        return nilai[cocok[1]]
    if "{{" in isi or "{%" in isi:
        pesan = f'nilai ketentuan {isi!r} harus seluruhnya "{{{{ parameter }}}}" atau teks tetap'
        raise NaskahError(Galat(pesan, berkas))
    return isi
