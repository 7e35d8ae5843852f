"""The signed copies, and the attachments that a document promises."""

import re
from collections.abc import Iterator

from naskah.bahasa.galat import BahasaError
from naskah.bahasa.terbilang import parse_angka
from naskah.model.naskah import Naskah
from naskah.reading.facts.fakta import FaktaLampiran, FaktaSalinan, Sumber
from naskah.reading.parts import Bagian

_ANGKA = (
    r"(?:[0-9]{1,2}\s*(?:\([^()]{1,30}\))?"
    r"|(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)(?:\s*\([0-9]+\))?)"
)
_RANGKAP = re.compile(
    rf"\b(?:dalam\s+)?(?:rangkap\s+(?P<sesudah>{_ANGKA})|(?P<sebelum>{_ANGKA})\s+(?:\([^()]*\)\s*)?rangkap)",
    re.IGNORECASE,
)
_METERAI = re.compile(r"\bber(?:meterai|materai)\w*|\bdibubuhi\s+m[ea]t[ea]rai", re.IGNORECASE)
_PEMEGANG = re.compile(
    r"\b(?:untuk|bagi|dipegang(?:\s+oleh)?|disimpan(?:\s+oleh)?|diserahkan\s+kepada)\s+"
    r"(?P<isi>(?:masing-masing\s+|setiap\s+)?PIHAK(?:\s+KE[A-Z]+|\s+PERTAMA)?|PARA\s+PIHAK)"
)
_ARSIP = re.compile(
    r"\barsip\b(?:\s+(?:di|pada|oleh|bagi|untuk)\s+(?P<isi>[A-Z][^,.;]*))?|\b(?:disimpan|dipegang)\s+(?:oleh\s+|di\s+|pada\s+)?(?P<lain>[A-Z][^,.;]*?)"
    r"\s+sebagai\s+arsip\b"
)
_BAGIAN_RANGKAP = re.compile(rf"(?P<jumlah>{_ANGKA})\s+(?:rangkap|di\s+antaranya|asli)\b", re.IGNORECASE)
_RENCANA = re.compile(r"\b(?:Dokumen\s+)?Rencana\s+Kerja\b(?!\s+Pemerintah|\s+Anggaran)")
_LAMPIRAN = re.compile(
    r"\b(?:tercantum|tertuang|terlampir|dimuat|sebagaimana)\b[^.;]{0,60}?\b[Ll]ampiran\b(?:\s+(?P<no>[IVX]+)\b)?|\bterlampir\b"
)


def read_salinan(penutup: tuple[Bagian, ...]) -> FaktaSalinan | None:
    """Return the copies that the closing names; None where it names none."""
    for bagian in penutup:
        cocok = _RANGKAP.search(bagian.teks)
        rangkap = _number(cocok["sesudah"] or cocok["sebelum"]) if cocok else None
        if cocok is None or rangkap is None:
            continue
        teks = bagian.teks[cocok.start() :]
        pemegang = tuple(dict.fromkeys(" ".join(c["isi"].split()) for c in _PEMEGANG.finditer(teks)))
        arsip = tuple((c["isi"] or c["lain"] or "arsip").strip() for c in _ARSIP.finditer(teks))
        meterai = _count_meterai(bagian.teks, cocok, rangkap)
        return FaktaSalinan(rangkap, meterai, pemegang, arsip, Sumber(bagian, cocok.start(), cocok.end()))
    return None


def _count_meterai(teks: str, rangkap: re.Match[str], semua: int) -> int | None:
    """How many copies bear meterai: the number before the word, else all; None where none is spoken of."""
    cocok = _METERAI.search(teks)
    if cocok is None:
        return None
    dekat = [
        c
        for c in _BAGIAN_RANGKAP.finditer(teks, rangkap.end(), cocok.start())
        if "," not in teks[c.end() : cocok.start()]
    ]
    jumlah = _number(dekat[-1]["jumlah"]) if dekat else None
    return semua if jumlah is None else jumlah


def _number(teks: str) -> int | None:
    try:
        return parse_angka(teks).angka
    except BahasaError:
        return None


def iter_lampiran(naskah: Naskah, bagian: list[Bagian]) -> Iterator[FaktaLampiran]:
    """Yield the attachments that the body promises, each name once, and whether they are there."""
    ada = bool(naskah.lampiran)
    disebut: set[str] = set()
    for satu in bagian:
        if satu.peran not in ("ayat", "rincian", "penutup"):
            continue
        for pola, nama in ((_RENCANA, "Rencana Kerja"), (_LAMPIRAN, "Lampiran")):
            for cocok in satu.find_all(pola):
                nomor = cocok["no"] if pola is _LAMPIRAN and cocok["no"] else ""
                sebutan = f"{nama} {nomor}".strip()
                if sebutan not in disebut:
                    disebut.add(sebutan)
                    yield FaktaLampiran(sebutan, ada, Sumber(satu, cocok.start(), cocok.end()))
