"""What was promised, in plain Indonesian: the keys and values that the registry keeps, as a reader says them."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from naskah.bahasa.tanggal import format_tanggal

# Keys that are said together -> how. In this order; what is not listed is said by its own name.
_UNGKAPAN: dict[tuple[str, ...], str] = {
    ("judul",): "{judul}",
    ("nomor",): "nomor {nomor}",
    ("tanggal",): "tanggal {tanggal}",
    ("id",): "terdaftar sebagai {id}",
    ("lama",): "selama {lama}",
    ("mulai",): "mulai {mulai}",
    ("mulai_dianggap",): "mulai dianggap sejak penandatanganan",
    ("dapat_diperpanjang",): "dapat diperpanjang",
    ("batas", "arah", "acuan"): "{batas} {arah} {acuan}",
    ("setiap",): "setiap {setiap}",
    ("penerima",): "kepada {penerima}",
    ("peristiwa",): "bila {peristiwa}",
    ("setelah",): "sesudah berlangsung {setelah}",
    ("bentuk",): "{bentuk}",
    ("sepihak",): "boleh atas kehendak satu pihak",
    ("dokumen",): "dengan {dokumen}",
    ("lampiran",): "disertai {lampiran}",
    ("rangkap",): "{rangkap} rangkap",
    ("bermeterai",): "{bermeterai} bermeterai",
    ("arsip",): "arsip pada {arsip}",
    ("adendum",): "adendum: {adendum}",
    ("akibat",): "bila dibiarkan: {akibat}",
}
_KOSONG: tuple[Any, ...] = (None, False, "", [], {})
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")


def describe_terms(data: Mapping[str, Any], *, nama: bool = False) -> str:
    """The keys of a promise as phrases with commas between; what is empty or does not hold is left out.

    With `nama` every key is said by its own name: the fields of an event are no promise.
    """
    isi = {k: _say(v) for k, v in data.items() if v not in _KOSONG}
    bagian = []
    for kunci, pola in () if nama else _UNGKAPAN.items():
        if set(kunci) <= isi.keys():
            bagian.append(pola.format_map({k: isi.pop(k) for k in kunci}))
    bagian += [f"{kunci.replace('_', ' ')} {nilai}".strip() for kunci, nilai in isi.items()]
    return ", ".join(bagian)


def spaced(teks: str) -> str:
    """A key of the vocabulary as words: "akhir-jangka-waktu" -> "akhir jangka waktu"."""
    return teks.replace("-", " ") if _SLUG.fullmatch(teks) else teks


def describe_state(keadaan: str, sebab: str | None) -> str:
    """A state with its reason, unless the reason says no more than the state."""
    return f"{keadaan} ({sebab})" if sebab and sebab != keadaan else keadaan


def _say(nilai: Any) -> str:
    if isinstance(nilai, Mapping):
        return describe_terms(nilai)
    if isinstance(nilai, list):
        return "; ".join(_say(satu) for satu in nilai)
    if nilai is True:
        return ""
    teks = str(nilai)
    if _ISO.fullmatch(teks):
        try:
            return format_tanggal(date.fromisoformat(teks))
        except ValueError:
            return teks
    return spaced(teks)
