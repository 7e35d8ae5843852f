"""Clause text filled in. The same text with the same values reads the same, so that it is filled in and read once.

A batch makes thousands of drafts that differ in a few facts: most of their pasal are word for word the same.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from jinja2 import TemplateError, nodes

from naskah.assembly.context import NaskahKonteks
from naskah.assembly.environment import get_environment, render_teks
from naskah.assembly.markup import Satuan, parse_pasal
from naskah.assembly.numbering import name_units

# What is remembered: so many texts, none longer than this.
_TERBANYAK = 1024
_TERPANJANG = 20_000
_terisi: dict[tuple[Any, ...], str] = {}


def fill_text(
    teks: str, nilai: Mapping[str, Any], naskah: NaskahKonteks, berkas: str, baris_awal: int, **khusus: Any
) -> str:
    """Clause text with its parameters `nilai`; `khusus` are the other names it may use, different for each call.

    NaskahError names file and line of what goes wrong.
    """
    kunci = None if khusus else _make_key(teks, nilai, naskah)
    if kunci is not None and kunci in _terisi:
        return _terisi[kunci]
    hasil = render_teks(teks, {**nilai, **khusus, "naskah": naskah}, berkas, baris_awal)
    if kunci is not None and len(hasil) <= _TERPANJANG:
        if len(_terisi) >= _TERBANYAK:
            _terisi.clear()
        _terisi[kunci] = hasil
    return hasil


def _make_key(teks: str, nilai: Mapping[str, Any], naskah: NaskahKonteks) -> tuple[Any, ...] | None:
    """All that the filled-in text depends on; None when that is not known, or is no plain value."""
    terbaca = _find_reads(teks)
    # The parties differ from draft to draft; comparing them costs more than filling in.
    if terbaca is None or "pihak" in terbaca:
        return None
    fakta = [naskah.topik if satu == "ada" else getattr(naskah, satu, None) for satu in terbaca]
    # With their types: 1, True and Rp1,00 are equal, but do not read the same.
    kunci = (teks, *((nama, type(isi), isi) for nama, isi in nilai.items()), *fakta)
    try:
        hash(kunci)
    except TypeError:  # a list among the values
        return None
    return kunci


@lru_cache(maxsize=512)
def _find_reads(teks: str) -> tuple[str, ...] | None:
    """What a clause text reads of `naskah`, by its syntax; None when it uses `naskah` in another way."""
    try:
        pohon = get_environment().parse(teks)
    except (TemplateError, RecursionError):
        return None  # filling it in reports the fault
    terbaca = [n.attr for n in pohon.find_all(nodes.Getattr) if isinstance(n.node, nodes.Name) and _is_naskah(n.node)]
    if len(terbaca) != sum(_is_naskah(n) for n in pohon.find_all(nodes.Name)):
        return None
    return tuple(sorted(set(terbaca)))


def _is_naskah(nama: nodes.Name) -> bool:
    return bool(nama.name == "naskah")


def read_units(teks: str, label: str) -> Sequence[Satuan]:
    """The units of a filled-in pasal, all labelled. They are shared: nothing may change them.

    MarkupError says which line is wrong.
    """
    return _read_once(teks, label) if len(teks) <= _TERPANJANG else _read(teks, label)


def _read(teks: str, label: str) -> Sequence[Satuan]:
    ayat = parse_pasal(teks)
    name_units(label, ayat)
    return ayat


_read_once = lru_cache(maxsize=_TERBANYAK)(_read)
