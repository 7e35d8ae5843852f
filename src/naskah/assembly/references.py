"""Writes references as the law asks (UU 12/2011 Lampiran II angka 272-273).

"pada ayat (1)" inside the same pasal, "dalam Pasal 6 ayat (1)" elsewhere; more than two in a row become
"ayat (1) sampai dengan ayat (3)". Every number is a live cross-reference.
"""

from collections.abc import Sequence
from difflib import get_close_matches
from functools import lru_cache
from typing import cast

from naskah.assembly.markup import Mentah, Rujukan
from naskah.assembly.numbering import DaftarTempat, Tempat
from naskah.assembly.spans import merge
from naskah.model.isi import Isi, Silang, Teks
from naskah.model.naskah import Tingkat


class RujukanError(Exception):
    """A reference to a label that the naskah does not have."""

    def __init__(self, label: str, pesan: str) -> None:
        super().__init__(pesan)
        self.label = label


_SEBUTAN = {
    Tingkat.HURUF: "huruf ",
    Tingkat.ANGKA: "angka ",
    Tingkat.HURUF_KURUNG: "huruf ",
    Tingkat.ANGKA_KURUNG: "angka ",
}


def _steps(tempat: Tempat) -> list[list[Teks | Silang]]:
    """The parts of a full reference, outermost first: Pasal 6 | ayat (1) | huruf a."""
    label = iter(tempat.labels)
    langkah: list[list[Teks | Silang]] = [[Silang(next(label), f"Pasal {tempat.pasal}")]]
    if tempat.ayat is not None:
        langkah.append([Teks("ayat "), Silang(next(label), f"({tempat.ayat})")])
    for tingkat, nomor in tempat.rincian:
        tanda = f"{nomor})" if tingkat >= Tingkat.HURUF_KURUNG else nomor
        langkah.append([Teks(_SEBUTAN[tingkat]), Silang(next(label), tanda)])
    return langkah


def _join(langkah: Sequence[list[Teks | Silang]]) -> list[Teks | Silang]:
    hasil: list[Teks | Silang] = []
    for bagian in langkah:
        if hasil:
            hasil.append(Teks(" "))
        hasil += bagian
    return hasil


@lru_cache(4096)
def write_rujukan(tujuan: tuple[Tempat, ...], di: Tempat | None, depan: bool) -> Isi:
    """The reference to one or more places, as printed at the place `di` (None: outside the pasal)."""
    langkah = [_steps(t) for t in tujuan]
    dalam_pasal = di is not None and all(t.pasal == di.pasal and len(t.labels) > 1 for t in tujuan)
    if dalam_pasal and di is not None:
        satu_ayat = all(t.ayat == di.ayat and t.rincian for t in tujuan)
        lewati = 2 if satu_ayat and di.ayat is not None else 1
        langkah = [bagian[lewati:] for bagian in langkah]
    sama = _common_length(langkah)
    # Parts after the first repeat only what differs: "Pasal 6 ayat (1) dan ayat (2)".
    bagian = [_join(langkah[0])] + [_join(rest[sama:]) for rest in langkah[1:]]
    if len(bagian) > 2 and _consecutive(tujuan):
        isi = [*bagian[0], Teks(" sampai dengan "), *bagian[-1]]
    else:
        isi = _join_daftar(bagian)
    if depan:
        isi = [Teks("pada " if dalam_pasal else "dalam "), *isi]
    return merge(isi)


def _common_length(langkah: Sequence[list[list[Teks | Silang]]]) -> int:
    """How many leading steps all references share; the last step of each always differs."""
    sama = 0
    for setingkat in zip(*(bagian[:-1] for bagian in langkah), strict=False):
        if any(bagian != setingkat[0] for bagian in setingkat):
            break
        sama += 1
    return sama


def _consecutive(tujuan: Sequence[Tempat]) -> bool:
    """Whether the places are neighbours at the same level, in order."""
    akhir = [(t.rincian[-1][1] if t.rincian else t.ayat or t.pasal) for t in tujuan]
    induk = {
        (len(t.rincian), t.rincian[:-1], t.pasal if t.ayat or t.rincian else "", t.ayat if t.rincian else "")
        for t in tujuan
    }
    nilai = [int(a) if a.isdigit() else ord(a[0]) + 26 * (len(a) - 1) for a in akhir]
    return len(induk) == 1 and all(b - a == 1 for a, b in zip(nilai, nilai[1:], strict=False))


def _join_daftar(bagian: Sequence[list[Teks | Silang]]) -> list[Teks | Silang]:
    """a | a dan b | a, b, dan c"""
    hasil = list(bagian[0])
    for i, butir in enumerate(bagian[1:], 1):
        terakhir = i == len(bagian) - 1
        hasil.append(Teks((", dan " if len(bagian) > 2 else " dan ") if terakhir else ", "))
        hasil += butir
    return hasil


def resolve(isi: Mentah, tempat: DaftarTempat, di: Tempat | None) -> Isi:
    """Spans with every Rujukan written out; RujukanError names an unknown label."""
    if not any(isinstance(span, Rujukan) for span in isi):
        return cast(Isi, isi)  # merged as it was parsed
    hasil: list[Teks | Silang] = []
    for span in isi:
        if isinstance(span, Rujukan):
            tujuan = [_find(label, tempat) for label in span.label]
            hasil += write_rujukan(tuple(tujuan), di, span.depan)
        else:
            hasil.append(span)
    return merge(hasil)


def _find(label: str, tempat: DaftarTempat) -> Tempat:
    if label not in tempat.tempat:
        ada = [nama for nama in tempat.tempat if "." not in nama]
        mirip = get_close_matches(label, ada, 3, 0.5)
        usul = f"mungkin maksudnya {', '.join(mirip)}" if mirip else f"yang ada: {', '.join(ada)}"
        raise RujukanError(label, f"label {label!r} tidak ada dalam naskah ini; {usul}")
    return tempat.tempat[label]
