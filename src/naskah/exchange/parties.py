"""The parties of an entry and their numbers, from one cell or from columns of their own."""

import re
from collections.abc import Mapping
from functools import lru_cache

from naskah.bahasa.terbilang import urutan
from naskah.exchange.terms import fold, is_nothing, known_words
from naskah.library.sheet_cells import to_text
from naskah.library.sheet_values import Nilai

_BUTIR = re.compile(r"^\s*(?:\(?\d{1,2}[.)]\s+|\(?[a-z][.)]\s+|[-•–]\s+)", re.IGNORECASE)
_BUTIR_SEBARIS = re.compile(r"\s+(?=\(?[1-9][.)]\s+\S)")
_DENGAN = re.compile(r"\s+(?:dengan|dgn)\s+|\s+[-–—]\s+", re.IGNORECASE)
_DAN = re.compile(r",?\s+(?:dan|&)\s+|,\s+", re.IGNORECASE)
_PIHAK_TERBANYAK = 20
_RINCIAN = ("nomor", "penandatangan", "jabatan")


def read_pihak(isi: Mapping[str, Nilai], pihak_kesatu: str | None) -> list[dict[str, str]]:
    """The parties as the registry takes them, with what columns tell of each.

    Args:
        isi: the cells of the entry by key.
        pihak_kesatu: who keeps the register, for entries that name only the other party.
    """
    nama = _read_names(isi, pihak_kesatu)
    rinci = {k: _read_details(isi, k, len(nama)) for k in _RINCIAN}
    semua = []
    for i, satu in sorted(nama.items()):
        pihak = {"sebutan": f"PIHAK {urutan(i).upper()}", "nama": satu}
        pihak |= {k: nilai[i] for k, nilai in rinci.items() if nilai.get(i)}
        semua.append(pihak)
    return semua


def _read_names(isi: Mapping[str, Nilai], pihak_kesatu: str | None) -> dict[int, str]:
    nama = _read_columns(isi, "pihak")
    if not nama and (teks := _text(isi.get("pihak"))):
        nama = dict(enumerate(split_pihak(teks)[:_PIHAK_TERBANYAK], 1))
    mitra = _text(isi.get("mitra"))
    if mitra and 2 not in nama:
        sesudah = [pihak for pihak in split_pihak(mitra) if pihak not in nama.values()]
        nama |= dict(enumerate(sesudah[: _PIHAK_TERBANYAK - 1], 2))
    if 2 in nama and 1 not in nama and pihak_kesatu:
        nama[1] = pihak_kesatu
    return nama


def _read_details(isi: Mapping[str, Nilai], kunci: str, banyak: int) -> dict[int, str]:
    """What each party has of `kunci`, from its own columns or from one cell with a line for each."""
    nilai = _read_columns(isi, kunci)
    if not nilai and (teks := _text(isi.get(kunci))):
        semua = split_lines(teks)
        if kunci == "nomor" and len(semua) == 1 and banyak > 1:
            semua = _split_nomor(teks)
        if len(semua) > max(banyak, 1):
            semua = [" ".join(semua)]
        nilai = dict(enumerate(semua, 1))
    return nilai


def _read_columns(isi: Mapping[str, Nilai], kunci: str) -> dict[int, str]:
    """What stands in the columns `kunci`.1, `kunci`.2, ..."""
    awalan = f"{kunci}."
    semua = {int(k.removeprefix(awalan)): _text(nilai) for k, nilai in isi.items() if k.startswith(awalan)}
    return {n: teks for n, teks in sorted(semua.items()) if teks}


def _split_nomor(teks: str) -> list[str]:
    """Numbers in one line: "415.4/1/2025 dan PER/1/2025". A number itself has no such word in it."""
    return [satu.strip(" ,") for satu in re.split(r"\s+(?:dan|&)\s+|\s*;\s*", teks) if satu.strip(" ,")]


@lru_cache(maxsize=65_536)
def split_pihak(teks: str) -> tuple[str, ...]:
    """The parties that a cell names: one a line, numbered, or "A dengan B", "A dan B".

    A name may hold "dan" itself; it parts two names only before a word with which names begin.
    """
    baris = split_lines(teks)
    if len(baris) == 1:
        bagian = [satu.strip(" ,;") for satu in _DENGAN.split(baris[0])]
        baris = bagian if len(bagian) > 1 and all(map(_begins_name, bagian)) else baris
    hasil = [nama for satu in baris for nama in _split_dan(satu)]
    return tuple(nama for nama in hasil if not is_nothing(nama))


def split_lines(teks: str) -> list[str]:
    """The items of a cell: one a line, or between semicolons, or numbered; without their marks."""
    pemisah = "\n" if "\n" in teks else ";"
    semua = [satu for satu in teks.split(pemisah) if satu.strip()]
    if len(semua) == 1 and _BUTIR.match(semua[0]):
        semua = _BUTIR_SEBARIS.split(semua[0])
    bersih = [_BUTIR.sub("", satu).strip(" \t,;") for satu in semua]
    return [re.sub(r"\s+(?:dan|dengan)$", "", " ".join(satu.split()), flags=re.IGNORECASE) for satu in bersih if satu]


def _split_dan(teks: str) -> list[str]:
    hasil, awal = [], 0
    for cocok in _DAN.finditer(teks):
        if _begins_name(teks[cocok.end() :]) and _begins_name(teks[awal:]):
            hasil.append(teks[awal : cocok.start()])
            awal = cocok.end()
    return [satu.strip(" ,;") for satu in (*hasil, teks[awal:])]


def _begins_name(teks: str) -> bool:
    kata = fold(teks).split(maxsplit=1)
    return bool(kata) and kata[0] in known_words("awal_pihak")


def _text(nilai: Nilai) -> str:
    teks = to_text(nilai)
    return "" if is_nothing(teks) else teks
