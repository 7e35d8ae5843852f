"""Marks in sentences: no space before them, every bracket and quote closed."""

import re
from collections.abc import Iterator

from naskah.checking.context import Konteks
from naskah.checking.finding import Keparahan
from naskah.checking.rule import Temu, aturan
from naskah.model.bacaan import JenisBacaan
from naskah.reading.parts import Bagian

# A single space: tabs and rows of spaces align columns. A point counts where a sentence ends with it.
_SPASI = re.compile(r"(?<=[^\s.…:;,])(?P<spasi>[ \u00a0])(?P<tanda>[:;,](?!\S*[)\]])|\.(?=\s|$))")
# "1)" and "a)" in a sentence number its parts.
_NOMOR_DALAM = re.compile(r"(?<![\w(])(?:[0-9]{1,2}|[a-z]{1,2}|[ivx]{1,4})$")
# What a ratio or a formula has on either side of its colon: a number, a letter, a bracket.
_BILANGAN_SEBELUM = re.compile(r"(?:(?<![\w./-])(?:[0-9][0-9.,]*|[A-Z])|=[^:;]*\))$")
_BILANGAN_SESUDAH = re.compile(r"\s*(?:[0-9][0-9.,]*|[A-Z]|\()(?![\w/-])|\s*\(")
_EKOR_RUMUS = 80
_PASANGAN = {")": "(", "]": "[", "”": "“"}
_NAMA = {"(": "Kurung", ")": "Kurung", "[": "Kurung siku", "]": "Kurung siku", "“": "Tanda petik", "”": "Tanda petik"}
_EKOR_NOMOR = 8


@aturan(
    "B04",
    Keparahan.SARAN,
    "spasi sebelum tanda baca",
    alasan=(
        "Titik dua, titik koma, koma, dan titik melekat pada kata di depannya (kaidah ejaan; UU 12/2011 Lampiran II "
        "angka 242)."
    ),
    salah="PARA PIHAK sepakat mengenai hal berikut :",
    benar="PARA PIHAK sepakat mengenai hal berikut:",
    per_bagian=True,
)
def check_spaces(konteks: Konteks) -> Iterator[Temu]:
    """A space before ":", ";", "," or the point of a sentence."""
    for bagian in konteks.bagian:
        if bagian.peran == "isian":
            continue
        for cocok in _SPASI.finditer(bagian.teks):
            tanda = cocok["tanda"]
            if tanda == ":" and _is_ratio(bagian.teks, cocok):
                continue
            pesan = f'Ada spasi sebelum "{tanda}".'
            yield Temu(bagian, pesan, "Hapus spasinya.", cocok.start(), cocok.end(), ganti=tanda)


def _is_ratio(teks: str, cocok: re.Match[str]) -> bool:
    """Whether a colon divides: "2 : 1 : 1", "A = (B + C) : 2"."""
    if not _BILANGAN_SESUDAH.match(teks, cocok.end()):
        return False
    return bool(_BILANGAN_SEBELUM.search(teks, max(cocok.start() - _EKOR_RUMUS, 0), cocok.start()))


@aturan(
    "B06",
    Keparahan.PERINGATAN,
    "kurung atau tanda petik tidak berpasangan",
    alasan="Setiap kurung dan tanda petik yang dibuka harus ditutup (kaidah ejaan; UU 12/2011 Lampiran II angka 242).",
    salah="Jangka waktunya 3 (tiga tahun.",
    benar="Jangka waktunya 3 (tiga) tahun.",
    per_bagian=True,
)
def check_pairs(konteks: Konteks) -> Iterator[Temu]:
    """Brackets and quotes of each text."""
    petik = konteks.bacaan.jenis is not JenisBacaan.ADENDUM
    for bagian in konteks.bagian:
        if bagian.peran == "isian":
            continue
        for awal in _find_unpaired(bagian.teks, petik=petik):
            yield _tell(bagian, awal)


def _tell(bagian: Bagian, awal: int) -> Temu:
    tanda = bagian.teks[awal]
    nama = _NAMA.get(tanda, "Tanda petik")
    if tanda in _PASANGAN:
        return Temu(bagian, f"{nama} ditutup tanpa dibuka.", "Buka pasangannya, atau hapus.", awal, awal + 1)
    return Temu(bagian, f"{nama} dibuka tanpa ditutup.", "Tutup pasangannya, atau hapus.", awal, awal + 1)


def _find_unpaired(teks: str, *, petik: bool) -> list[int]:
    """Return where brackets and quotes stand that have no partner.

    What an adendum quotes may begin in one paragraph and end in another: there quotes are passed over.
    """
    terbuka: list[int] = []
    sendiri: list[int] = []
    for cocok in re.finditer(r"[()\[\]“”]" if petik else r"[()\[\]]", teks):
        tanda, awal = cocok[0], cocok.start()
        if tanda not in _PASANGAN:
            terbuka.append(awal)
        elif terbuka and teks[terbuka[-1]] == _PASANGAN[tanda]:
            terbuka.pop()
        elif tanda != ")" or not _NOMOR_DALAM.search(teks[max(awal - _EKOR_NOMOR, 0) : awal]):
            sendiri.append(awal)
    lurus = [cocok.start() for cocok in re.finditer(r'"', teks)] if petik else []
    return sorted([*terbuka, *sendiri, *(lurus[-1:] if len(lurus) % 2 else [])])
