"""What a document calls itself and its parties (UU 12/2011 Lampiran II angka 98-109, by custom in agreements)."""

import re
from collections.abc import Iterator

from naskah.checking.context import Konteks
from naskah.checking.finding import Keparahan
from naskah.checking.rule import Temu, aturan
from naskah.checking.titles import find_title_at, read_titles
from naskah.model.bacaan import NaskahPeraturan
from naskah.model.isi import plain
from naskah.model.jenis import JenisNaskah
from naskah.model.naskah import Naskah
from naskah.reading.parts import Bagian

_KERJA_SAMA = r"Kerja\s*[Ss]ama"
# "... ini": the names by which a document calls itself.
_PERJANJIAN_INI = re.compile(
    rf"\b(?P<nama>Nota\s+Kesepakatan|Nota\s+Kesepahaman|Kesepakatan\s+Bersama|Kesepahaman\s+Bersama|"
    rf"Perjanjian\s+{_KERJA_SAMA}|Perjanjian|Kesepakatan|Kesepahaman|Memorandum|MoU|Kontrak|Ad+endum|"
    r"Peraturan\s+Daerah|Peraturan\s+(?:Gubernur|Bupati|Wali\s*[Kk]ota))\s+ini\b"
)
_PERATURAN_INI = re.compile(
    r"\b(?P<nama>(?:Rancangan\s+)?Peraturan\s+(?:Daerah|Gubernur|Bupati|Wali\s*[Kk]ota|Menteri|Presiden|Pemerintah|Desa|Badan)|"
    rf"Undang-Undang|Keputusan\s+\w+|Nota\s+Kesepakatan|Perjanjian\s+{_KERJA_SAMA})\s+ini\b"
)
_DISEBUT = re.compile(r"\bselanjutnya\s+disebut(?:\s+sebagai)?\s+[\"“']?(?P<nama>[A-Z]\w+)[\"”']?")


@aturan(
    "I01",
    Keparahan.GALAT,
    "naskah menyebut dirinya dengan nama jenis lain",
    alasan=(
        "Satu istilah untuk satu hal (UU 12/2011 Lampiran II angka 248); naskah yang menyebut dirinya dengan nama lain "
        "menimbulkan ragu naskah mana yang dimaksud."
    ),
    salah='Dalam Perjanjian Kerja Sama: "pelaksanaan Kesepakatan Bersama ini".',
    benar='Dalam Perjanjian Kerja Sama: "pelaksanaan Perjanjian Kerja Sama ini".',
)
def check_own_name(konteks: Konteks) -> Iterator[Temu]:
    """ "<kind> ini" with another kind than the heading has; a part of the name ("Perjanjian ini") is only loose."""
    naskah = konteks.bacaan.naskah
    if isinstance(naskah, Naskah):
        # An adendum speaks in the words of the document that it changes.
        if naskah.jenis is JenisNaskah.ADENDUM or naskah.kepala.atas:
            return
        sendiri, pola = naskah.kepala.jenis, _PERJANJIAN_INI
    else:
        sendiri, pola = _name_regulation(naskah), _PERATURAN_INI
    if not sendiri:
        return
    disebut = {satu["nama"].casefold() for bagian in konteks.bagian for satu in bagian.find_all(_DISEBUT)}
    for bagian in konteks.bagian:
        for cocok in bagian.find_all(pola):
            nama = " ".join(cocok["nama"].split())
            if _fold(nama) == _fold(sendiri) or nama.casefold() in disebut:
                continue
            sebagian = _fold(sendiri).startswith(_fold(nama)) or _fold(sendiri).endswith(_fold(nama))
            seharusnya = sendiri.title() if sendiri.isupper() else sendiri
            pesan = f'Naskah ini {seharusnya}, tetapi di sini menyebut dirinya "{nama}".'
            saran = f'Ganti dengan "{seharusnya} ini".'
            keparahan = Keparahan.SARAN if sebagian else None
            yield Temu(bagian, pesan, saran, cocok.start("nama"), cocok.end("nama"), keparahan=keparahan)


def _name_regulation(naskah: NaskahPeraturan) -> str:
    """The kind in the heading, without the name of the area: "Peraturan Wali Kota"."""
    for isi in naskah.kepala:
        teks = " ".join(plain(isi).split()).upper()
        for nama in ("PERATURAN DAERAH", "PERATURAN GUBERNUR", "PERATURAN BUPATI", "PERATURAN WALI KOTA"):
            if teks.startswith((nama, nama.replace("WALI KOTA", "WALIKOTA"))):
                return nama.title()
    return ""


def _fold(teks: str) -> str:
    return re.sub(r"\W+", "", teks).casefold()


_PIHAK = re.compile(r"\b(?P<pihak>[Pp]ihak)(?P<ekor>-pihak)?\b(?=(?P<lanjut>\s+\w+)?)")
_PARA = re.compile(r"\b[Pp]ara\s+$")
_PARA_TERJAUH = 12
_SEBUTAN = re.compile(r"\s+(?:[Kk]esatu|[Pp]ertama|[Kk]edua|KESATU|PERTAMA|KEDUA|KETIGA|KEEMPAT)\b")
_PENENTU = re.compile(r"\b(?:[Pp]ara|[Kk]edua|[Kk]edua\s+belah|[Ss]alah\s+satu|[Mm]asing-masing|[Kk]etiga|antar)\s+$")
_SEBUTAN_KECIL = re.compile(
    r"\s+(?:[Kk]esatu|[Pp]ertama|[Kk]edua|KESATU|PERTAMA|KEDUA|KETIGA|KEEMPAT|lainnya)\b(?!\s+(?:mana\s?pun|yang\s+sah))"
)
_SERANGKAI = re.compile(r"(?:\b(?:dan|atau|serta|dan/atau|maupun|dengan)|,)\s+$", re.IGNORECASE)
_LAWAN = re.compile(
    r"\s+(?:[Kk]etiga|[Ll]ain\b(?!nya)|[Mm]ana\s?pun|[Ss]wasta|[Ll]uar|[Tt]erkait|[Bb]erwenang|[Bb]erwajib)\b"
)


@aturan(
    "I02",
    Keparahan.PERINGATAN,
    '"pihak" untuk PIHAK',
    alasan=(
        "Istilah yang sudah diberi arti ditulis sama di seluruh naskah (UU 12/2011 Lampiran II angka 108): PIHAK dan "
        'PARA PIHAK ditulis kapital, supaya tidak tertukar dengan "pihak lain" dan "pihak ketiga".'
    ),
    salah="Kerahasiaan hanya dapat dibuka dengan persetujuan pihak lainnya.",
    benar="Kerahasiaan hanya dapat dibuka dengan persetujuan PIHAK lainnya.",
    peraturan=False,
)
def check_parties_in_capitals(konteks: Konteks) -> Iterator[Temu]:
    """Small letters where only a party of the document can be meant."""
    naskah = konteks.perjanjian
    if naskah is None or not any(satu.sebutan.startswith("PIHAK") for satu in naskah.pihak):
        return
    for bagian in konteks.bagian:
        for awal, akhir in bagian.recall(_read_small_parties):
            tertulis = bagian.teks[awal:akhir]
            pesan = f'"{tertulis}" di sini ialah pihak naskah ini.'
            yield Temu(bagian, pesan, f'Tulis "{tertulis.upper()}".', awal, akhir)


def _read_small_parties(bagian: Bagian) -> Iterator[tuple[int, int]]:
    """The words to put in capitals: "pihak", "para pihak", "Pihak Kesatu"."""
    teks = bagian.teks
    if "ihak" not in teks or bagian.peran in ("isian", "dasar"):
        return
    judul = bagian.recall(read_titles)
    for cocok in _PIHAK.finditer(teks):
        awal, akhir = cocok.span("pihak")
        if cocok["ekor"] or find_title_at(judul, awal) or not _means_party(teks, cocok):
            continue
        para = _PARA.search(teks, max(awal - _PARA_TERJAUH, 0), awal)
        sebutan = _SEBUTAN.match(teks, akhir)
        yield (para.start() if para else awal), (sebutan.end() if sebutan else akhir)


def _means_party(teks: str, cocok: "re.Match[str]") -> bool:
    sebelum, sesudah = teks[max(cocok.start() - 24, 0) : cocok.start()], teks[cocok.end("pihak") :]
    if _LAWAN.match(sesudah):
        return False
    if _PENENTU.search(sebelum):
        return True
    lawan = _SEBUTAN_KECIL.match(sesudah)
    # "instansi dan pihak lainnya" are others; "PIHAK KESATU dan Pihak Kedua" are not.
    if lawan and not (lawan[0].endswith("lainnya") and _SERANGKAI.search(sebelum)):
        return True
    # A capital within a sentence means the defined word.
    tengah = bool(sebelum.strip()) and not re.search(r"[.:;]\s*$", sebelum)
    return cocok["pihak"] == "Pihak" and tengah and bool(re.match(r"\s+yang\b|[\s,.;]*$", sesudah))


_PIHAK_KE = re.compile(r"\bPIHAK\s+(?P<ke>PERTAMA|KE[A-Z]{3,10})\b")
_KE = ("KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA", "KEENAM", "KETUJUH", "KEDELAPAN", "KESEMBILAN", "KESEPULUH")


@aturan(
    "I06",
    Keparahan.GALAT,
    "sebutan PIHAK tidak seragam",
    alasan=(
        "Setiap pihak mempunyai satu sebutan, yang diberikan pada komparisi; PIHAK PERTAMA dan PIHAK KESATU dalam satu "
        "naskah menimbulkan ragu siapa yang berkewajiban (KUH Perdata Pasal 1342)."
    ),
    salah="Komparisi: PIHAK KESATU. Pasal 4: PIHAK PERTAMA menyediakan data.",
    benar="Komparisi: PIHAK KESATU. Pasal 4: PIHAK KESATU menyediakan data.",
    peraturan=False,
)
def check_party_names(konteks: Konteks) -> Iterator[Temu]:
    """PIHAK PERTAMA in a document that knows a PIHAK KESATU, and a PIHAK that it does not have."""
    naskah = konteks.perjanjian
    if naskah is None or len(naskah.pihak) < 2:
        return
    sebutan = {" ".join(satu.sebutan.upper().split()) for satu in naskah.pihak}
    if not all(_PIHAK_KE.fullmatch(satu) for satu in sebutan):
        return
    for bagian in konteks.bagian:
        for cocok in bagian.find_all(_PIHAK_KE):
            if f"PIHAK {cocok['ke']}" not in sebutan:
                yield from _say_party(bagian, cocok, sebutan, len(naskah.pihak))


def _say_party(bagian: Bagian, cocok: "re.Match[str]", sebutan: set[str], banyak: int) -> Iterator[Temu]:
    kembar = {"KESATU": "PERTAMA", "PERTAMA": "KESATU"}.get(cocok["ke"], "")
    awal, akhir = cocok.span()
    if f"PIHAK {kembar}" in sebutan:
        pesan = f'Pihak ini disebut "PIHAK {kembar}" pada komparisi, di sini "{cocok[0]}".'
        yield Temu(bagian, pesan, f'Tulis "PIHAK {kembar}".', awal, akhir)
    elif cocok["ke"] in _KE:
        pesan = f'Naskah ini tidak mempunyai "{cocok[0]}"; pihaknya {banyak}.'
        saran = 'Perbaiki sebutannya; untuk orang di luar naskah tulis "pihak ketiga".'
        yield Temu(bagian, pesan, saran, awal, akhir, keparahan=Keparahan.PERINGATAN)
