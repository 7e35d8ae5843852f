"""How offices name things in their registers: the synonyms of istilah.yaml, ready to be looked up."""

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

_BUKAN_HURUF = re.compile(r"[^\w/&-]+")
_PISAH = re.compile(r"[/&-]+")


def fold(teks: str) -> str:
    """A text to compare by: lower case, without punctuation, one space between words."""
    return " ".join(_PISAH.sub(" ", _BUKAN_HURUF.sub(" ", teks.casefold())).split())


@cache
def load_istilah() -> dict[str, Any]:
    """The contents of istilah.yaml."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    with Path(__file__).with_name("istilah.yaml").open(encoding="utf-8") as berkas:
        isi: dict[str, Any] = yaml.load(berkas, loader)  # noqa: S506 (a safe loader, and our own file)
    return isi


@cache
def known_values(nama: str) -> dict[str, str]:
    """A table of istilah.yaml turned round: each spelling, folded -> what it stands for."""
    return {fold(satu): arti for arti, semua in load_istilah()[nama].items() for satu in semua}


@cache
def known_words(nama: str) -> frozenset[str]:
    """A list of istilah.yaml, as written there."""
    return frozenset(load_istilah()[nama])


def is_nothing(teks: str) -> bool:
    """Whether a cell says that there is nothing to say: "-", "nihil"."""
    return not teks or teks.casefold() in known_words("kosong")


@lru_cache(maxsize=4096)
def find_jenis(teks: str) -> str | None:
    """The kind of agreement that a whole cell names, or begins with: "MoU", "Perjanjian Kerja Sama (PKS)"."""
    dikenal = known_values("jenis")
    utuh = fold(teks)
    if jenis := dikenal.get(utuh) or dikenal.get(fold(re.sub(r"\([^)]*\)", " ", teks))):
        return jenis
    awal = _pola_jenis().match(utuh)
    return dikenal[awal[0]] if awal else None


@lru_cache(maxsize=4096)
def find_jenis_within(teks: str) -> str | None:
    """The kind that a line of text is about: "DAFTAR PERJANJIAN KERJA SAMA TAHUN 2024", "PKS 2024"."""
    ketemu = _pola_jenis().findall(fold(teks))
    return known_values("jenis")[max(ketemu, key=len)] if ketemu else None


@cache
def _pola_jenis() -> re.Pattern[str]:
    """Any name of a kind; where one name begins with another, the longer."""
    semua = sorted(known_values("jenis"), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, semua))})\b")
