"""The documents that give a signatory authority: surat kuasa, decree of appointment."""

import re
from collections.abc import Iterator

from naskah.reading.facts.dates import to_date
from naskah.reading.facts.fakta import FaktaWewenang, JenisWewenang, Sumber
from naskah.reading.parts import Bagian

_DOKUMEN = re.compile(
    r"\b(?P<dokumen>(?:(?:Salinan|Petikan)\s+)?(?:Surat|Keputusan|Akta|Peraturan|Undang-Undang|Anggaran\s+Dasar)\b"
    r"(?:\s+(?!(?:Nomor|No|tanggal|tertanggal|tentang|dan|serta|dalam|untuk|bertindak|yang|oleh)\b)[^\s,;:()]+){0,14})",
)
_NOMOR = re.compile(r"[\s,]*(?:Nomor|No\.?)\s*:?\s*(?P<nomor>[^\s,;]+(?:\s+[Tt]ahun\s+[0-9]{4})?)", re.IGNORECASE)
_TANGGAL = re.compile(
    r"\b(?:ter)?tanggal\s*:?\s*(?P<tanggal>[0-9]{1,2}[\s./-]+(?:[A-Za-z]+|[0-9]{1,2})[\s./-]+[0-9]{4}|[._…\s]*[.…_]{3,})",
    re.IGNORECASE,
)
_TENTANG = re.compile(
    r"\btentang\s+(?P<tentang>.+?)"
    r"(?=[\s,;]+(?:tanggal|tertanggal|dan\s+(?:Surat|Keputusan)|serta|dan\s+untuk|bertindak|oleh\s+karena\w*|dalam\s+hal\s+ini|berkedudukan|"
    r"untuk\s+selanjutnya|selanjutnya|sebagaimana|yang\s+dalam|bertempat)\b|[;.](?:\s|$)|,\s|(?:\s+(?:dan|serta))?\s*$)",
    re.IGNORECASE | re.DOTALL,
)
_PEMBERI = re.compile(r"\bberdasarkan\b|\bsesuai(?:\s+dengan)?\b|\bmenurut\b|\bdengan\b", re.IGNORECASE)
_SAMBUNG = re.compile(r"(?:\bdan|\bserta|\bjo\.?|,)\s*(?:berdasarkan\s+)?$", re.IGNORECASE)
# A sentence that goes on about something else has left the document.
_PUTUS = re.compile(
    r"\b(?:bertindak|berkedudukan|beralamat|selanjutnya|oleh\s+karena\w*)\b|\.\s+[A-Z]|\bdalam\s+hal\s+ini\b"
)
_KUASA = re.compile(r"\bkuasa\b|\bperintah\b|\btugas\b(?!\s+dan\s+fungsi)|\bmandat\b|\bwewenang\b", re.IGNORECASE)


def iter_wewenang(bagian: Bagian) -> Iterator[FaktaWewenang]:
    """Yield the documents of authority that a presentation of a party names, in order."""
    teks = bagian.teks
    temuan: list[re.Match[str]] = []
    for cocok in _DOKUMEN.finditer(teks):
        if _introduced(teks, cocok, temuan[-1] if temuan else None):
            temuan.append(cocok)
    for i, cocok in enumerate(temuan):
        batas = temuan[i + 1].start() if i + 1 < len(temuan) else len(teks)
        putus = _PUTUS.search(teks, cocok.end(), batas)
        yield _read(bagian, cocok, putus.start() if putus else batas)


def _introduced(teks: str, cocok: re.Match[str], lalu: re.Match[str] | None) -> bool:
    """Whether "berdasarkan" leads to it, or it is joined to another such document; not a regulation in a title."""
    depan = teks[max(0, cocok.start() - 60) : cocok.start()]
    if _PEMBERI.search(depan) and not re.search(r"\btentang\b", depan, re.IGNORECASE):
        return True
    return lalu is not None and bool(_SAMBUNG.search(depan)) and not _PUTUS.search(teks, lalu.end(), cocok.start())


def _read(bagian: Bagian, cocok: re.Match[str], batas: int) -> FaktaWewenang:
    teks = bagian.teks
    nomor = _NOMOR.match(teks, cocok.end(), batas)
    awal = nomor.end() if nomor else cocok.end()
    tentang = _TENTANG.search(teks, awal, batas)  # `batas` is the end of the text to the pattern
    # The date of the document stands before or after its subject; one inside the subject is not its own.
    tanggal = _TANGGAL.search(teks, awal, tentang.start() if tentang else batas)
    if tanggal is None and tentang:
        tanggal = _TANGGAL.search(teks, tentang.end(), batas)
    dokumen = " ".join(cocok["dokumen"].split())
    akhir = max(satu.end() for satu in (cocok, nomor, tentang, tanggal) if satu)
    isi = tanggal["tanggal"].strip() if tanggal else ""
    return FaktaWewenang(
        JenisWewenang.KUASA if _KUASA.search(dokumen) else JenisWewenang.PENGANGKATAN,
        dokumen,
        " ".join(nomor["nomor"].split()).rstrip(".") if nomor else None,
        to_date(isi),
        " ".join(tentang["tentang"].split()) if tentang else None,
        bool(isi) and not isi[0].isdigit(),
        Sumber(bagian, cocok.start(), akhir),
    )
