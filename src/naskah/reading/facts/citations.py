"""Regulations as a text cites them: kind, number, year, title, gazette, and what amended them."""

import re
from collections.abc import Iterator

from naskah.bahasa.sebutan_peraturan import name_peraturan
from naskah.reading.facts.fakta import FaktaBerita, FaktaSitasi, Sumber
from naskah.reading.parts import Bagian

_JENIS = (
    r"Undang-Undang\s+Dasar|Undang-Undang|Peraturan\s+Pemerintah\s+Pengganti\s+Undang-Undang|Peraturan|Instruksi"
    r"|Keputusan|Surat\s+Edaran|Qanun|Ketetapan"
)
# Whose regulation it is: words with capitals, and the small words between them.
_MILIK = r"(?:\s+(?:(?-i:[A-Z])[\w/.-]*|dan|atau|bidang|&))"
_POLA = re.compile(
    rf"\b(?P<sebutan>(?:{_JENIS}){_MILIK}{{0,14}}?)\s*,?\s+"
    r"(?:(?:Nomor|No\.?)\s*:?\s*(?P<nomor>[^\s,;()]*[0-9][^\s,;()]*)"
    r"(?:\s+(?:Tahun|Th\.?|Thn\.?)\s+(?P<tahun>[0-9]{4}))?"
    r"|(?-i:Negara\s+Republik\s+Indonesia\s+)?Tahun\s+(?P<tahun_uud>1945))",
    re.IGNORECASE,
)
_TENTANG = re.compile(r"[\s,]*(?:tanggal\s+[0-9]{1,2}\s+\w+\s+[0-9]{4}\s+)?tentang\s+(?=[^\s;.])", re.IGNORECASE)
_BERITA = re.compile(r"\s*\((?P<isi>(?:Tambahan\s+)?(?:Lembaran|Berita)\s+(?:Negara|Daerah)\b[^()]*)\)?", re.IGNORECASE)
_UBAH = re.compile(
    r"[\s,]*(?:sebagaimana|yang)\s+(?:telah\s+|sudah\s+)?(?:beberapa\s+kali\s+)?(?:diubah|dirubah|diganti|ditetapkan)"
    r"(?:\s+(?:beberapa|[a-z]+)\s+kali)?[\s,]*(?:(?:dan\s+)?(?:yang\s+)?terakhir(?:\s+kali)?\s+)?(?:dengan|oleh)\s+",
    re.IGNORECASE,
)
# Where a title ends in running text; in a list it may hold commas.
_AKHIR = re.compile(
    r"[;:]|\.(?:\s|$)|\s*\((?=(?:Tambahan\s+)?(?:Lembaran|Berita)\b)"
    r"|[\s,]+(?=(?:sebagaimana|yang)\s+(?:telah|sudah|beberapa|diubah)\b)|,?\s+dan\s*$"
    r"|[\s,]+(?:tertanggal|tanggal)\s+[0-9]",
    re.IGNORECASE,
)
# Small words inside a title with capitals; any other word without one goes on with the sentence.
_KATA_JUDUL = re.compile(
    r"(?:dan|atau|di|ke|dari|yang|untuk|bagi|dengan|atas|dalam|pada|oleh|antara|terhadap|tentang|sebagai|serta|secara"
    r"|melalui|menjadi|kepada|tahun|nomor|para|bersama|perubahan|kesatu|kedua|ketiga|keempat|kelima|pertama),?"
)
_SAMBUNG = re.compile(r"(?:,\s*(?:(?:dan|serta|atau)\s+)?|\s+(?:dan|serta|atau)\s+)$")
_KATA = re.compile(r"[^\s,]+(?P<koma>,?)")
_JUDUL_MAKSIMUM = 1_500  # characters; no regulation has a longer title
_TITIK_DUA = re.compile(r"\b(Nomor|No\.?)\s*:\s*", re.IGNORECASE)
_ISI_BERITA = re.compile(
    r"(?P<nama>(?:Lembaran|Berita)\s+(?:Negara|Daerah).*?)\s*(?:Tahun\s+(?P<tahun>[0-9]{4}))?\s*"
    r"(?:Nomor\s+(?P<nomor>[\w./-]+))?\s*(?:,\s*Tambahan\b.*?Nomor\s+(?P<tambahan>[\w./-]+))?\s*$",
    re.IGNORECASE | re.DOTALL,
)


def iter_sitasi(bagian: Bagian) -> Iterator[FaktaSitasi]:
    """Yield the regulations that a text cites, in order; one named inside another's title is no citation."""
    letak = 0
    teks = bagian.teks
    while (cocok := _POLA.search(teks, letak)) is not None:
        if cocok["tahun_uud"] and not re.match(r"Undang-Undang\s+Dasar", cocok["sebutan"], re.IGNORECASE):
            letak = cocok.end()
            continue
        sitasi, letak = _read(bagian, cocok)
        yield sitasi


def _read(bagian: Bagian, cocok: re.Match[str]) -> tuple[FaktaSitasi, int]:
    """A citation with its amendments, and where the text goes on."""
    sitasi, letak = _read_one(bagian, cocok)
    if sitasi.tentang is None:
        letak = _skip_bare_title(bagian.teks, letak)
    diubah: list[FaktaSitasi] = []
    kata_ubah = None
    while (ubah := _UBAH.match(bagian.teks, letak)) is not None:
        lanjut = _POLA.match(bagian.teks, ubah.end())
        if lanjut is None:
            break
        kata_ubah = kata_ubah or " ".join(ubah[0].split()).strip(" ,")
        satu, letak = _read_one(bagian, lanjut)
        diubah.append(satu)
    sumber = sitasi.sumber._replace(akhir=len(bagian.teks[:letak].rstrip()))
    return sitasi._replace(sumber=sumber, diubah=tuple(diubah), kata_ubah=kata_ubah), letak


def _skip_bare_title(teks: str, letak: int) -> int:
    """Where the amendments begin of a regulation whose title came without "tentang"; else the same place."""
    ubah = _UBAH.search(teks, letak, letak + _JUDUL_MAKSIMUM)
    if ubah is None or _POLA.search(teks, letak, ubah.start()) or re.search(r"[;:.]\s", teks[letak : ubah.start()]):
        return letak
    return ubah.start()


def _read_one(bagian: Bagian, cocok: re.Match[str]) -> tuple[FaktaSitasi, int]:
    teks, letak = bagian.teks, cocok.end()
    judul = None
    if tentang := _TENTANG.match(teks, letak):
        letak = _find_end(bagian, tentang.end())
        judul = " ".join(teks[tentang.end() : letak].split()).strip(" ,") or None
    berita = None
    if ada := _BERITA.match(teks, letak):
        berita = _read_berita(bagian, ada)
        letak = ada.end()
    sebutan = " ".join(cocok["sebutan"].split())
    # A number such as 215/PMK.07/2021 tells its year.
    tahun = cocok["tahun"] or cocok["tahun_uud"]
    if tahun is None and (ekor := re.search(r"/((?:19|20)[0-9]{2})$", cocok["nomor"] or "")):
        tahun = ekor[1]
    kunci = name_peraturan(_TITIK_DUA.sub(r"\1 ", " ".join(cocok[0].split())))
    sumber = Sumber(bagian, cocok.start(), letak)
    nomor = cocok["nomor"].rstrip(".") if cocok["nomor"] else None
    return FaktaSitasi(kunci, sebutan, nomor, int(tahun) if tahun else None, judul, berita, sumber), letak


def _find_end(bagian: Bagian, awal: int) -> int:
    """Where the title ends that begins at `awal`."""
    teks = bagian.teks
    akhir = _AKHIR.search(teks, awal, awal + _JUDUL_MAKSIMUM)
    batas = akhir.start() if akhir else min(len(teks), awal + _JUDUL_MAKSIMUM)
    return batas if bagian.peran == "dasar" else _end_of_title(teks, awal, batas)


def _end_of_title(teks: str, awal: int, batas: int) -> int:
    """Where a title with capitals ends in a sentence: before the first word that no title has."""
    # "... tentang Desa dan Peraturan Presiden Nomor 9" cites two; "... Pelaksanaan Undang-Undang Nomor 25" is a title.
    for lain in _POLA.finditer(teks, awal, batas):
        if sambung := _SAMBUNG.search(teks[max(awal, lain.start() - 10) : lain.start()]):
            batas = lain.start() - len(sambung[0])
            break
    akhir = awal
    for kata in _KATA.finditer(teks, awal, batas):
        if kata[0][0].islower() and not _KATA_JUDUL.fullmatch(kata[0]):
            break
        if not kata[0][0].islower():
            akhir = kata.end() - len(kata["koma"])
    return batas if akhir == awal else akhir


def _read_berita(bagian: Bagian, ada: re.Match[str]) -> FaktaBerita:
    isi = _ISI_BERITA.match(" ".join(ada["isi"].split()))
    sumber = Sumber(bagian, ada.start("isi"), ada.end("isi"))
    if isi is None:
        return FaktaBerita(ada["isi"], None, None, None, sumber)
    tahun = int(isi["tahun"]) if isi["tahun"] else None
    return FaktaBerita(isi["nama"].strip(" ,"), tahun, isi["nomor"], isi["tambahan"], sumber)
