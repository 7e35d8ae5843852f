"""Facts as plain data for JSON and YAML: dates as ISO text, lengths of time as "3 tahun", every place named."""

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Any

from naskah.bahasa.durasi import Durasi
from naskah.reading.facts.fakta import Fakta, Sumber


def to_plain(fakta: Fakta) -> dict[str, Any]:
    """Return the facts as dicts, lists, texts and numbers."""
    hasil = _plain(fakta)
    assert isinstance(hasil, dict)
    return hasil


def _plain(nilai: Any) -> Any:
    match nilai:
        case Sumber():
            hasil: dict[str, Any] = {"letak": nilai.letak, "kutipan": nilai.kutipan}
            if nilai.tempat is not None:
                hasil |= {"alinea": nilai.tempat.alinea, "baris": nilai.tempat.baris, "awal": nilai.tempat.awal}
            return hasil
        case Durasi():
            return str(nilai)
        case Enum():
            return nilai.value
        case date():
            return nilai.isoformat()
        case tuple() if hasattr(nilai, "_fields"):  # a fact
            return {kunci: _plain(satu) for kunci, satu in zip(nilai._fields, nilai, strict=True)}
        case tuple() | list():
            return [_plain(satu) for satu in nilai]
        case Mapping():
            return {kunci: _plain(satu) for kunci, satu in nilai.items()}
    return nilai
