"""Defined terms, and abbreviations where they are explained."""

import re
from collections.abc import Iterator

from naskah.reading.facts.fakta import FaktaDefinisi, FaktaSingkatan, Sumber
from naskah.reading.parts import Bagian

_JUDUL = re.compile(r"\b(?:definisi|pengertian|ketentuan\s+umum)\b", re.IGNORECASE)
_PENGANTAR = re.compile(r"\byang\s+dimaksud\s+dengan\b", re.IGNORECASE)
_ADALAH = re.compile(r"^(?P<istilah>[^.;:]{1,160}?)\s*,?\s+(?P<kata>adalah|ialah|yaitu|merupakan)\b\s*", re.IGNORECASE)
_DISINGKAT = re.compile(
    r",?\s*yang\s+selanjutnya\s+(?:disingkat|disebut)(?:\s+(?:sebagai|dengan))?\s+[\"“]?(?P<singkatan>[^,\"”]{1,80})[\"”]?,?",
    re.IGNORECASE,
)
_KURUNG = re.compile(r"\(\s*(?P<singkatan>[A-Z][A-Za-z0-9&-]{1,11})\s*\)")
_SELANJUTNYA = re.compile(
    r"\bselanjutnya\s+disingkat\s+(?:dengan\s+|menjadi\s+)?[\"“]?(?P<singkatan>[A-Z][\w&-]{1,11})\b"
)
_KATA = re.compile(r"[\w/&'-]+")
# Small words whose letters an abbreviation leaves out.
_KATA_KECIL = frozenset(
    {"dan", "di", "ke", "dari", "yang", "untuk", "dengan", "atas", "bagi", "pada", "of", "the", "and"}
)
_HURUF_KAPITAL = 2


def iter_definisi(bagian: list[Bagian], judul: dict[str, str]) -> Iterator[FaktaDefinisi]:
    """Yield the defined terms of the pasal that has them, by its heading or its opening words."""
    pasal = {b.pasal for b in bagian if b.peran == "ayat" and _PENGANTAR.search(b.teks)}
    pasal |= {nomor for nomor, teks in judul.items() if _JUDUL.search(teks)}
    for satu in bagian:
        if satu.peran != "rincian" or satu.pasal not in pasal:
            continue
        definisi = _read(satu)
        if definisi is not None:
            yield definisi


def _read(bagian: Bagian) -> FaktaDefinisi | None:
    teks = bagian.teks
    cocok = _ADALAH.match(teks)
    if cocok is None:
        return None
    istilah, singkatan = cocok["istilah"], None
    for pola in (_DISINGKAT, _KURUNG):
        if ada := pola.search(istilah):
            singkatan = " ".join(ada["singkatan"].split())
            istilah = istilah[: ada.start()] + istilah[ada.end() :]
            break
    arti = " ".join(teks[cocok.end() :].split())
    return FaktaDefinisi(
        " ".join(istilah.split()).strip(" ,"),
        singkatan,
        arti,
        Sumber(bagian, cocok.start("istilah"), cocok.end("istilah")),
    )


def iter_singkatan(bagian: Bagian) -> Iterator[FaktaSingkatan]:
    """Yield the abbreviations that a text explains: "Jaminan Hari Tua (JHT)", "yang selanjutnya disingkat JHT"."""
    if bagian.teks.isupper():  # a heading in capitals: any word in brackets would look like one
        return
    for pola in (_KURUNG, _SELANJUTNYA):
        for cocok in pola.finditer(bagian.teks):
            singkatan = cocok["singkatan"]
            if pola is _KURUNG and sum(huruf.isupper() for huruf in singkatan) < _HURUF_KAPITAL:
                continue
            depan = bagian.teks[max(0, cocok.start() - 200) : cocok.start()]
            sumber = Sumber(bagian, cocok.start("singkatan"), cocok.end("singkatan"))
            yield FaktaSingkatan(singkatan, _expand(depan, singkatan), sumber)


def _expand(depan: str, singkatan: str) -> str:
    """The words before an abbreviation that begin with its letters; "" where none do."""
    kata = list(_KATA.finditer(depan))
    letak, akhir = len(kata), 0
    for satu in reversed([h.lower() for h in singkatan if h.isupper()]):
        letak -= 1
        while letak >= 0 and kata[letak][0].lower() in _KATA_KECIL and not kata[letak][0].lower().startswith(satu):
            letak -= 1
        if letak < 0 or not kata[letak][0].lower().startswith(satu):
            return ""
        akhir = akhir or kata[letak].end()
    return " ".join(depan[kata[letak].start() : akhir].split()) if akhir else ""
