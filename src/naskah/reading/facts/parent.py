"""Other agreements that the recitals name: the one that this one follows, and its addenda."""

import re
from collections.abc import Iterator

from naskah.reading.facts.dates import to_date
from naskah.reading.facts.fakta import FaktaInduk, Sumber
from naskah.reading.parts import Bagian

_JENIS = re.compile(
    r"\b(?P<jenis>Kesepakatan\s+Bersama|Nota\s+Kesepakatan|Nota\s+Kesepahaman|Perjanjian\s+Kerja\s+Sama|Perjanjian\s+Induk"
    r"|Ad+endum(?:\s+Ke\w+)?)\b(?!\s+ini\b)"
)
_NOMOR = re.compile(r"\bNomor\s*:?\s*(?P<nomor>[^\s,;]*[0-9][^\s,;]*(?:\s+[Tt]ahun\s+[0-9]{4})?)")
_TANGGAL = re.compile(r"\b(?:ter)?tanggal\s+(?P<tanggal>[0-9]{1,2}\s+[A-Za-z]+\s+[0-9]{4})")
_TENTANG = re.compile(
    r"\btentang\s+(?P<tentang>.+?)(?=\s+(?:Nomor|tanggal|tertanggal|yang\s+telah|sebagaimana)\b|[;.]|$)"
)


def iter_induk(bagian: Bagian) -> Iterator[FaktaInduk]:
    """Yield the agreements that a recital names with a number; each ends where the next begins."""
    teks = bagian.teks
    semua = list(_JENIS.finditer(teks))
    for i, cocok in enumerate(semua):
        batas = semua[i + 1].start() if i + 1 < len(semua) else len(teks)
        nomor = list(_NOMOR.finditer(teks, cocok.end(), batas))
        if not nomor:
            continue
        tanggal = _TANGGAL.search(teks, cocok.end(), batas)
        tentang = _TENTANG.search(teks, cocok.end(), batas)
        akhir = max(satu.end() for satu in (nomor[-1], tanggal, tentang) if satu)
        yield FaktaInduk(
            " ".join(cocok["jenis"].split()),
            " ".join(tentang["tentang"].split()) if tentang else None,
            tuple(" ".join(satu["nomor"].split()).rstrip(".") for satu in nomor),
            to_date(tanggal["tanggal"]) if tanggal else None,
            Sumber(bagian, cocok.start(), akhir),
        )
