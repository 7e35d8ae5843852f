"""Where a finding points when what it is about is a fact, or a paragraph that is no part of the tree."""

from typing import TYPE_CHECKING

from naskah.checking.context import Konteks
from naskah.checking.finding import Keparahan
from naskah.checking.rule import Temu
from naskah.model.bacaan import Peran
from naskah.model.isi import Teks
from naskah.reading.parts import Bagian

if TYPE_CHECKING:
    from naskah.reading.facts import Sumber


def point_at(
    sumber: "Sumber", pesan: str, saran: str, *, ganti: str | None = None, keparahan: Keparahan | None = None
) -> Temu:
    """Say something of the words of a fact."""
    return Temu(sumber.bagian, pesan, saran, sumber.awal, sumber.akhir, ganti=ganti, keparahan=keparahan)


def find_paragraph(konteks: Konteks, peran: Peran, teks: str, letak: str) -> tuple[Bagian, int] | None:
    """Return the first paragraph of a role in which a text stands, and where; None in an assembled document."""
    dicari = teks.casefold()
    for satu in konteks.bacaan.alinea:
        if satu.peran is peran and (awal := satu.teks.casefold().find(dicari)) >= 0:
            return Bagian(letak, peran.value, (Teks(satu.teks, tempat=satu.tempat),)), awal
    return None


def point_outside(
    konteks: Konteks,
    peran: Peran,
    teks: str,
    letak: str,
    pesan: str,
    saran: str,
    keparahan: Keparahan | None = None,
) -> Temu:
    """Say something of words that are no text of the tree; in an assembled document only their place is named."""
    ada = find_paragraph(konteks, peran, teks, letak)
    if ada is None:
        return Temu(None, pesan, saran, letak=letak, keparahan=keparahan)
    bagian, awal = ada
    return Temu(bagian, pesan, saran, awal, awal + len(teks), keparahan=keparahan)
