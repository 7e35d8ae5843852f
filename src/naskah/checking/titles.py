"""Words that are not the drafter's own: titles of regulations as they were enacted, and names."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from naskah.reading.parts import Bagian

_SITASI = re.compile(
    r"\b(?:Nomor|No\.?)\s*:?\s*\S+(?:\s+Tahun\s+(?P<tahun>[0-9]{4}))?\s*,?\s+(?:T|t)entang\s+", re.IGNORECASE
)
# The title ends where the sentence goes on about something else.
_AKHIR_JUDUL = re.compile(
    r"[;.(]|\s+(?:sebagaimana|yang\s+telah|tertanggal|tanggal|jo\.?|juncto|dan\s+(?:Undang|Peraturan|Keputusan|Surat))\b"
)
_KATA = re.compile(r"\S+")
_KATA_TUGAS = frozenset(
    (
        *("antar", "antara", "atas", "atau", "bagi", "dalam", "dan", "dari", "dengan", "di", "guna", "ke", "kepada"),
        *("melalui", "menjadi", "oleh", "pada", "sebagai", "secara", "serta", "tentang", "terhadap", "untuk", "yang"),
    )
)
_TAHUN = re.compile(r"(?:19|20)[0-9]{2}")
_PENGANTAR_NAMA = re.compile(
    r"\b(?:PT|CV|UD|PD|Bank|Yayasan|Toko|Hotel|Jalan|Jl\.?|Desa|Kelurahan|Kecamatan|Gedung|Perumahan|Perkumpulan|"
    r"Universitas|Sekolah|Rumah\s+Sakit|Firma|Dusun|Kampung|Notaris|Saudara|Sdr|Bapak|Ibu|Tuan|Nyonya|Prof|Dr|Drs|Ir|Hj?)"
    r"\.?(?:\s+[A-Z][\w.]*){0,2}\s+$"
)
# A degree ends a name: "Sri Lestari, S.H."
_GELAR = re.compile(r"\w*(?:\s+[A-Z][\w.]*){0,2},\s+(?:S|M|Sp|A|Dr|Ph)\.?\s?[A-Z][\w.]*\.")
_KUTIPAN = re.compile(r"“[^“”]*”|\"[^\"]*\"|‘[^‘’]*’(?!\w)")
_TERJAUH = 60


class Judul(NamedTuple):
    """The title of a cited regulation: its stretch of a text, and the year of the regulation (0: not told)."""

    awal: int
    akhir: int
    tahun: int


def find_titles(teks: str, peran: str) -> list[Judul]:
    """Return the titles of cited regulations in a text, in its order.

    In a list of legal bases a title runs to where the citation ends; in a sentence, as far as its words have
    capitals.
    """
    hasil: list[Judul] = []
    for cocok in _SITASI.finditer(teks):
        if hasil and cocok.start() < hasil[-1].akhir:
            continue
        akhir = _AKHIR_JUDUL.search(teks, cocok.end())
        sampai = akhir.start() if akhir else len(teks)
        if peran != "dasar":
            sampai = _end_of_capitals(teks, cocok.end(), sampai)
        hasil.append(Judul(cocok.end(), sampai, _read_year(cocok)))
    return hasil


def read_titles(bagian: Bagian) -> list[Judul]:
    """Return the titles in a part; for its memo."""
    return find_titles(bagian.teks, bagian.peran)


def find_title_at(judul: Sequence[Judul], awal: int) -> Judul | None:
    """Return the title that the character at `awal` is part of."""
    letak = bisect_right(judul, awal, key=lambda satu: satu.awal) - 1
    return judul[letak] if letak >= 0 and awal < judul[letak].akhir else None


def is_in_name(teks: str, awal: int) -> bool:
    """Whether the word at `awal` is part of a name that "PT", "Notaris" and the like introduce, or a degree ends."""
    if not teks[awal].isupper():
        return False
    return bool(_PENGANTAR_NAMA.search(teks[max(awal - _TERJAUH, 0) : awal]) or _GELAR.match(teks, awal))


def find_quotations(teks: str) -> list[tuple[int, int]]:
    """Return the stretches of a text that quote another, or give a name, marks included."""
    if not any(tanda in teks for tanda in '"“‘'):
        return []
    return [satu.span() for satu in _KUTIPAN.finditer(teks)]


def is_quoted(teks: str, awal: int) -> bool:
    """Whether the character at `awal` stands in a quotation: those words are another's."""
    return any(dari <= awal < sampai for dari, sampai in find_quotations(teks))


def _read_year(cocok: "re.Match[str]") -> int:
    if cocok["tahun"]:
        return int(cocok["tahun"])
    tahun = _TAHUN.findall(cocok[0])
    return int(tahun[-1]) if tahun else 0


def _end_of_capitals(teks: str, awal: int, sampai: int) -> int:
    akhir = awal
    for kata in _KATA.finditer(teks, awal, sampai):
        if not (kata[0][0].isupper() or kata[0][0].isdigit() or kata[0].rstrip(",") in _KATA_TUGAS):
            break
        akhir = kata.end()
    return akhir
