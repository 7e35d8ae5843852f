"""What a rule is, and the register that rules enter by themselves."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from naskah.checking.context import Konteks
from naskah.checking.finding import Keparahan, Perbaikan, Temuan
from naskah.checking.titles import is_quoted
from naskah.model.bacaan import JenisBacaan
from naskah.reading.parts import Bagian

SEKITAR = 60  # characters shown on either side of the words found


@dataclass(frozen=True, slots=True)
class Temu:
    """What a rule says: a part, the words in it, and what is wrong; code and severity are the rule's."""

    bagian: Bagian | None
    pesan: str
    saran: str
    awal: int = 0
    akhir: int = 0
    letak: str = ""  # where there is no part to point at
    ganti: str | None = None  # a safe remedy for those words
    keparahan: Keparahan | None = None  # other than the rule's own


Periksa = Callable[[Konteks], Iterable[Temu]]


@dataclass(frozen=True, slots=True)
class Aturan:
    """One rule of the catalogue."""

    kode: str
    keparahan: Keparahan
    judul: str  # what it looks for
    alasan: str  # why, with the legal source
    salah: str  # an example that it finds
    benar: str  # the same, mended
    periksa: Periksa
    peraturan: bool  # whether it also judges regulations
    perjanjian: bool  # whether it judges agreements
    # Whether what it says of a part depends on that part's text and role alone: such a rule looks once at a text
    # that all documents of a batch share.
    per_bagian: bool = False

    def judges(self, jenis: JenisBacaan) -> bool:
        """Whether it applies to a kind of document."""
        return self.peraturan if jenis.peraturan else self.perjanjian

    def find(self, konteks: Konteks) -> Iterable[Temuan]:
        """Yield its findings in a document."""
        for satu in self.periksa(konteks):
            bagian = satu.bagian
            teks = bagian.teks if bagian else ""
            kutipan = teks[satu.awal : satu.akhir]
            tempat = bagian.place(satu.awal) if bagian else None
            perbaikan = None
            # What is quoted stands as the other wrote it.
            if satu.ganti is not None and tempat is not None and not is_quoted(teks, satu.awal):
                perbaikan = Perbaikan(tempat.awal, tempat.awal + satu.akhir - satu.awal, satu.ganti)
            letak = satu.letak or (bagian.letak if bagian else "Naskah")
            yield Temuan(
                self.kode,
                satu.keparahan or self.keparahan,
                letak,
                satu.pesan,
                satu.saran,
                kutipan,
                tempat,
                perbaikan,
                teks[max(satu.awal - SEKITAR, 0) : satu.awal],
                teks[satu.akhir : satu.akhir + SEKITAR],
            )


ATURAN: dict[str, Aturan] = {}


def aturan(
    kode: str,
    keparahan: Keparahan,
    judul: str,
    *,
    alasan: str,
    salah: str,
    benar: str,
    peraturan: bool = True,
    perjanjian: bool = True,
    per_bagian: bool = False,
) -> Callable[[Periksa], Periksa]:
    """Enter a function as the rule of this code."""

    def enter(periksa: Periksa) -> Periksa:
        assert kode not in ATURAN, f"aturan {kode} didaftarkan dua kali"
        ATURAN[kode] = Aturan(kode, keparahan, judul, alasan, salah, benar, periksa, peraturan, perjanjian, per_bagian)
        return periksa

    return enter
