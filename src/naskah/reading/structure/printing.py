"""Marks of printing between the text: page numbers, catchwords, paraf boxes, covers and pages that occur twice."""

import re
from collections.abc import Sequence
from sys import intern

from naskah.model.bacaan import Alinea, Peran
from naskah.reading.structure.ledger import Catatan
from naskah.reading.structure.markers import find_heading

_PARAF = re.compile(
    r"\s*paraf\b[\s:]*(?P<sebutan>(?:pihak\s+ke\w+|pihak\s+pertama|para\s+pihak)?)[\s:|]*$", re.IGNORECASE
)
_HALAMAN = re.compile(
    r"\s*(?:[-–—]\s*[0-9]{1,4}\s*[-–—]|(?:halaman|hal\.)\s+[0-9]{1,4}(?:\s+dari\s+[0-9]{1,4})?)\s*$",
    re.IGNORECASE,
)
_ANGKA_SAJA = re.compile(r"\s*[0-9]{1,4}\s*$")
# A page ends with the first words of the next: "8. Jaminan ...".
_PENYAMBUNG = re.compile(r"\s*(?P<kata>\S.{0,60}?)\s*(?:\.\s?\.\s?\.|…)\s*$")
_KATA = re.compile(r"\w+")
_KATA_PENYAMBUNG = 5
# A page that is repeated agrees in so many words; a heading that comes back agrees in fewer.
_JENDELA = 12
_TERPENDEK = 40
_TANPA_HALAMAN = 120
_TERPANJANG = 2000  # words that are compared; the rest of a longer repeat is found from its next page on
_TEMPAT_TERBANYAK = 3  # earlier places that are compared
# How many words may differ here and there, and how many agree after that.
_BEDA = ((1, 1), (0, 1), (1, 0), (2, 2), (1, 2), (2, 1))
_SESUDAH_BEDA = 6


def mark_printing(catatan: Catatan, *, pindaian: bool) -> tuple[str, ...]:
    """Enter what is only printing; return the parties that have a paraf box."""
    paraf: dict[str, None] = {}
    awal = _first_words(catatan.alinea)
    for i, satu in enumerate(catatan.alinea):
        if satu.peran is Peran.CETAKAN:
            catatan.mark(i, Peran.CETAKAN, satu.catatan)
        elif cocok := _PARAF.match(satu.teks):
            catatan.mark(i, Peran.CETAKAN, "kotak paraf")
            if cocok["sebutan"]:
                paraf.setdefault(" ".join(cocok["sebutan"].upper().split()))
        elif _HALAMAN.match(satu.teks) or (_ANGKA_SAJA.match(satu.teks) and not satu.nomor):
            catatan.mark(i, Peran.CETAKAN, "nomor halaman")
        elif _is_catchword(satu, i, len(catatan.alinea), awal):
            catatan.mark(i, Peran.CETAKAN, "kata penyambung halaman")
    if pindaian:
        _mark_repeats(catatan)
    return tuple(paraf)


def _first_words(alinea: Sequence[Alinea]) -> dict[tuple[str, ...], int]:
    """The last paragraph that begins with each row of up to five words."""
    hasil: dict[tuple[str, ...], int] = {}
    for i, satu in enumerate(alinea):
        if _PENYAMBUNG.match(satu.teks):
            continue
        kata = _words(f"{satu.nomor} {satu.teks[:120]}")
        for n in range(1, min(_KATA_PENYAMBUNG, len(kata)) + 1):
            hasil[tuple(kata[:n])] = i
    return hasil


def _is_catchword(alinea: Alinea, urutan: int, banyak: int, awal: dict[tuple[str, ...], int]) -> bool:
    cocok = _PENYAMBUNG.match(alinea.teks)
    if cocok is None or alinea.sel:
        return False
    kata = _words(cocok["kata"])
    if not 1 <= len(kata) <= _KATA_PENYAMBUNG:
        return False
    return urutan == banyak - 1 or awal.get(tuple(kata), -1) > urutan


def _words(teks: str) -> list[str]:
    # The same few thousand words again and again: each is kept once.
    return [*map(intern, _KATA.findall(teks.lower()))]


def _mark_repeats(catatan: Catatan) -> None:
    """Enter the paragraphs of a page that was there before, word for word.

    Words are compared, not lines: the same page is broken in other ways each time it is read from a scan.
    """
    kata: list[str] = []
    mulai: list[tuple[int, int, bool]] = []  # paragraph, its first word, whether a page begins there
    halaman = True
    for i, satu in enumerate(catatan.alinea):
        if not catatan.is_free(i):
            halaman = True
            continue
        semua = _words(f"{satu.nomor} {satu.teks}")
        if semua and not satu.sel:
            mulai.append((i, len(kata), halaman))
            kata += semua
            halaman = False
    batas = [awal for _, awal, _ in mulai] + [len(kata)]
    awal_halaman = {awal for _, awal, halaman in mulai if halaman}
    pernah: dict[tuple[str, ...], list[int]] = {}
    n = terbanding = 0
    while n < len(mulai):
        _, awal, halaman = mulai[n]
        dulu = pernah.setdefault(tuple(kata[awal : awal + _JENDELA]), [])
        panjang, berturut = 0, False
        if halaman or awal >= terbanding:
            sama = ((*_agreement(kata, s, awal), s) for s in dulu[-_TEMPAT_TERBANYAK:])
            panjang, habis, pertama = max(sama, default=(0, False, 0))
            berturut = habis and pertama in awal_halaman  # a page, and then the whole of it again
            terbanding = awal + panjang  # what is in a run that is no page is not compared again
        dulu.append(awal)
        akhir = n
        while akhir < len(mulai) and batas[akhir + 1] <= awal + panjang:
            akhir += 1
        utuh = akhir == len(mulai) or mulai[akhir][2]
        if _is_page(catatan.alinea, mulai[n:akhir], panjang, utuh=utuh, berturut=berturut):
            awal_halaman.add(awal)
            for i, _, _ in mulai[n:akhir]:
                catatan.mark(i, Peran.CETAKAN, "halaman yang terulang")
            n = akhir
        else:
            n += 1


def _is_page(
    alinea: Sequence[Alinea], ulang: Sequence[tuple[int, int, bool]], panjang: int, *, utuh: bool, berturut: bool
) -> bool:
    """Whether what is repeated is a page: from page to page, or long and right after itself or with the same pasal."""
    if not ulang:
        return False
    if ulang[0][2] and utuh:
        return panjang >= _TERPENDEK
    berpasal = any(find_heading(f"{alinea[i].nomor} {alinea[i].teks}".strip()) for i, _, _ in ulang)
    return panjang >= _TANPA_HALAMAN and (berturut or berpasal)


def _agreement(kata: Sequence[str], dulu: int, kini: int) -> tuple[int, bool]:
    """How many words of the second place agree with the first, and whether that is all up to where the second begins.

    A word or two may differ: each scan is misread in its own way.
    """
    awal, batas = kini, kini
    while dulu < batas and kini < len(kata) and kini - awal < _TERPANJANG:
        if kata[dulu] == kata[kini]:
            dulu, kini = dulu + 1, kini + 1
            continue
        lompat = next((s for s in _BEDA if _agree(kata, dulu + s[0], kini + s[1], batas)), None)
        if lompat is None:
            break
        dulu, kini = dulu + lompat[0], kini + lompat[1]
    return kini - awal, dulu == batas


def _agree(kata: Sequence[str], dulu: int, kini: int, batas: int) -> bool:
    """Whether the words after a difference agree again."""
    return dulu + _SESUDAH_BEDA <= batas and kata[dulu : dulu + _SESUDAH_BEDA] == kata[kini : kini + _SESUDAH_BEDA]
