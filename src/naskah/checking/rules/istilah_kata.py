"""Terms: used as they were defined, abbreviations explained, one spelling for one term (Lampiran II angka 98-109)."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from naskah.checking.context import Konteks
from naskah.checking.finding import Keparahan
from naskah.checking.kamus import Pencari
from naskah.checking.rule import Temu, aturan
from naskah.checking.titles import find_title_at, read_titles
from naskah.reading.parts import Bagian

if TYPE_CHECKING:
    from naskah.reading.facts import FaktaDefinisi

_BATANG = ("ayat", "rincian", "rencana-kerja")
# No document defines so many.
_ISTILAH_TERBANYAK = 400


@dataclass(slots=True)
class _Pemakaian:
    """How a defined term is used outside its own definition."""

    tepat: int = 0
    lain: list[tuple[Bagian, int, int]] = field(default_factory=list)


@aturan(
    "I03",
    Keparahan.SARAN,
    "istilah yang didefinisikan tidak dipakai, atau dipakai lain",
    alasan=(
        "Hanya istilah yang dipakai berulang-ulang yang diberi definisi, dan huruf awalnya ditulis kapital di seluruh "
        "naskah (UU 12/2011 Lampiran II angka 102 dan angka 108)."
    ),
    salah='Pasal 1: "Data Cuaca adalah ...". Pasal 4: "pengelolaan data cuaca".',
    benar='Pasal 1: "Data Cuaca adalah ...". Pasal 4: "pengelolaan Data Cuaca".',
)
def check_defined_terms(konteks: Konteks) -> Iterator[Temu]:
    """Each defined term: used at all, with its capitals, and given one meaning."""
    definisi = konteks.fakta.definisi[:_ISTILAH_TERBANYAK]
    if not definisi:
        return
    arti: dict[str, str] = {}
    sumber: dict[str, FaktaDefinisi] = {}
    for satu in definisi:
        kunci = _fold(satu.istilah)
        if _fold(arti.setdefault(kunci, satu.arti)) != _fold(satu.arti):
            pesan = f'"{satu.istilah}" sudah didefinisikan pada {sumber[kunci].sumber.letak} dengan arti lain.'
            awal, akhir = satu.sumber.awal, satu.sumber.akhir
            saran = "Pakai satu definisi saja."
            yield Temu(satu.sumber.bagian, pesan, saran, awal, akhir, keparahan=Keparahan.PERINGATAN)
        sumber.setdefault(kunci, satu)
    pakai = _count_uses(konteks, [satu.istilah for satu in sumber.values()])
    lain = " ".join(_fold(satu.teks) for satu in konteks.bagian if satu.peran in _BATANG)
    for kunci, satu in sumber.items():
        hitung = pakai[kunci]
        # Its own definition holds it once; a short form stands for it.
        pendek = satu.singkatan is not None and lain.count(_fold(satu.singkatan)) > 1
        if not hitung.tepat and not hitung.lain and not pendek and lain.count(kunci) < 2:
            pesan = f'"{satu.istilah}" didefinisikan, tetapi tidak dipakai.'
            bagian, awal, akhir = satu.sumber.bagian, satu.sumber.awal, satu.sumber.akhir
            yield Temu(bagian, pesan, "Hapus definisinya, atau pakai istilah itu.", awal, akhir)
        elif hitung.lain and _matters(konteks, satu.istilah, hitung):
            bagian, awal, akhir = hitung.lain[0]
            banyak = f" dan pada {len(hitung.lain) - 1} tempat lain" if len(hitung.lain) > 1 else ""
            pesan = f'Istilah "{satu.istilah}" di sini{banyak} ditulis "{bagian.teks[awal:akhir]}".'
            yield Temu(bagian, pesan, f'Tulis "{satu.istilah}", bila itu yang dimaksud.', awal, akhir)


def _count_uses(konteks: Konteks, istilah: Sequence[str]) -> dict[str, _Pemakaian]:
    """Uses of each term in the body; where one term holds another ("Pekerja Rentan", "Pekerja"), of the longer."""
    pakai: dict[str, _Pemakaian] = defaultdict(_Pemakaian)
    pencari = Pencari(_fold(satu) for satu in istilah)
    tepat = {_fold(satu): satu for satu in istilah}
    sendiri = {satu.sumber.letak: _fold(satu.istilah) for satu in konteks.fakta.definisi}
    for bagian in konteks.bagian:
        if bagian.peran not in _BATANG:
            continue
        for kena in pencari.find(bagian.teks):
            if kena.awal == 0 and sendiri.get(bagian.letak) == kena.frasa:
                continue
            akhir = kena.akhir - len(kena.imbuhan)
            tertulis = bagian.teks[kena.awal : akhir]
            if tertulis.isupper() or " ".join(tertulis.split()) == tepat[kena.frasa]:
                pakai[kena.frasa].tepat += 1
            elif not _in_title(bagian, kena.awal):
                pakai[kena.frasa].lain.append((bagian, kena.awal, akhir))
    return pakai


def _matters(konteks: Konteks, istilah: str, hitung: _Pemakaian) -> bool:
    """A term of one word is an everyday word too; only a regulation that mostly keeps its capital is held to it."""
    return " " in istilah or (konteks.bacaan.jenis.peraturan and len(hitung.lain) <= hitung.tepat)


def _in_title(bagian: Bagian, posisi: int) -> bool:
    return find_title_at(bagian.recall(read_titles), posisi) is not None


def _fold(teks: str) -> str:
    return " ".join(teks.casefold().split())
