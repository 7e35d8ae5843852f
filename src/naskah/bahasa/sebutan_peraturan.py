"""The short name of a regulation, by which citations of it are recognised: "UU 23/2014"."""

import re
from functools import cache, lru_cache
from json import loads
from pathlib import Path

# No name is longer; a free citation is cut there.
PANJANG_SEBUTAN = 200

# What a citation ends with in a list, and never begins or ends a number.
_TEPI = " ;.,/"
# The title, amendments and date that follow the number.
_EKOR = re.compile(r"[\s,(]+(?:tentang|sebagaimana|tanggal|tertanggal|jo\.?|juncto)(?:\s.*)?$", re.IGNORECASE)
_REPUBLIK = re.compile(r"^(?:Republik Indonesia|RI)\b\s*", re.IGNORECASE)
_NOMOR = re.compile(
    r"(?P<milik>.*?)\s*(?:\b(?:nomor|no\.?)\s*)?(?P<nomor>[^\s/]*\d\S*)(?:\s+(?:tahun|thn?\.?)\s*(?P<tahun>\d{4}))?",
    re.IGNORECASE,
)
_BERTAHUN = re.compile(r"(?P<nomor>[^/]+)/(?P<tahun>\d{4})")
# A minister of finance numbers 215/PMK.07/2021.
_PMK = re.compile(r"(?P<nomor>\d+)/PMK\.\d+/(?P<tahun>\d{4})", re.IGNORECASE)
_KUNCI = re.compile(r"[a-z]+(?:-[a-z]+)*-\d+-\d{4}")


@lru_cache(maxsize=4096)
def name_peraturan(kutipan: str) -> str:
    """Return the short name of the regulation that a citation names: "UU 23/2014", "Pergub Jawa Timur 36/2021".

    The same for "Undang-Undang Nomor 23 Tahun 2014 tentang ... sebagaimana telah diubah ...", "UU No. 23 Th. 2014"
    and "uu-23-2014": the amended regulation is named, not what amended it. Case is left as typed, so compare without
    it. What names no number is returned with its spaces tidied.
    """
    rapi = re.sub(r"\s*([-/])\s*", r"\1", " ".join(kutipan.split())).strip(_TEPI)
    if re.match(r"UUD\b|Undang-Undang Dasar\b", rapi, re.IGNORECASE):
        return "UUD 1945"
    if _KUNCI.fullmatch(rapi):
        rapi = "{} {}/{}".format(*rapi.replace("-", " ").rsplit(" ", 2))
    sebutan, sisa = _split_jenis(_EKOR.sub("", rapi))
    cocok = _NOMOR.fullmatch(_REPUBLIK.sub("", sisa))
    if cocok is None or not (sebutan or cocok["milik"]):
        return rapi[:PANJANG_SEBUTAN]
    nomor, tahun = cocok["nomor"].strip(_TEPI), cocok["tahun"]
    if terpisah := _PMK.fullmatch(nomor) or (None if tahun else _BERTAHUN.fullmatch(nomor)):
        nomor, tahun = terpisah["nomor"], terpisah["tahun"]
    nomor = re.sub(r"^0+(?=\d)", "", nomor)
    bagian = (sebutan, cocok["milik"], f"{nomor}/{tahun}" if tahun else nomor)
    return " ".join(satu for satu in bagian if satu)[:PANJANG_SEBUTAN]


def _split_jenis(kutipan: str) -> tuple[str, str]:
    """The short name of the kind that a citation begins with ("" when unknown), and what follows."""
    cocok = _jenis().match(kutipan)
    return (_pendek()[cocok[1].lower()], kutipan[cocok.end() :]) if cocok else ("", kutipan)


@cache
def _pendek() -> dict[str, str]:
    """Every way to write a kind, in lower case -> its short name."""
    data = loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))
    return {nama.lower(): pendek for pendek, panjang in data.items() for nama in (pendek, *panjang)}


@cache
def _jenis() -> re.Pattern[str]:
    semua = sorted(_pendek(), key=len, reverse=True)  # "Peraturan Menteri Dalam Negeri" before "Peraturan Menteri"
    return re.compile(rf"({'|'.join(map(re.escape, semua))})(?:\s+|$)", re.IGNORECASE)
