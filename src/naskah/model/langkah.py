"""The steps that turn a naskah into what an adendum makes of it: places, and the units that stand there then."""

from dataclasses import dataclass
from enum import StrEnum

from naskah.model.isi import Isi, Teks
from naskah.model.letak import Letak
from naskah.model.naskah import Ayat, Pasal, PihakNaskah, Rincian
from naskah.model.tabel_rencana import KegiatanTabel

Satuan = Pasal | Ayat | Rincian

# What stands where something was deleted: the number stays, so that no other number moves.
DIHAPUS: Isi = (Teks("(dihapus)"),)


class Perbuatan(StrEnum):
    """What is done to a place; the value is how the text says it."""

    UBAH = "diubah"
    SISIP = "disisipkan"
    HAPUS = "dihapus"


@dataclass(frozen=True, slots=True)
class Langkah:
    """One step. `satuan` is the unit as it reads from then on; `setelah` the sibling an inserted one follows."""

    perbuatan: Perbuatan
    letak: Letak
    pasal: Pasal | None = None
    ayat: Ayat | None = None
    rincian: Rincian | None = None
    setelah: Letak | None = None

    @property
    def satuan(self) -> Satuan | None:
        """The new unit, of whichever level."""
        return self.pasal or self.ayat or self.rincian


@dataclass(frozen=True, slots=True)
class LangkahPihak:
    """A party as it is presented from then on."""

    urutan: int
    pihak: PihakNaskah


@dataclass(frozen=True, slots=True)
class LangkahKegiatan:
    """One step on the table of the Rencana Kerja: `program` and `kegiatan.nomor` name the row."""

    perbuatan: Perbuatan
    program: str
    kegiatan: KegiatanTabel
    setelah: str | None = None  # the letter of the row that an inserted one follows

    @property
    def kode(self) -> str:
        """The row as people name it: "1.a"."""
        return f"{self.program}.{self.kegiatan.nomor}"


@dataclass(frozen=True, slots=True)
class PerubahanNaskah:
    """All steps of one adendum, in order."""

    langkah: tuple[Langkah, ...] = ()
    pihak: tuple[LangkahPihak, ...] = ()
    kegiatan: tuple[LangkahKegiatan, ...] = ()


def make_langkah(perbuatan: Perbuatan, letak: Letak, satuan: Satuan, setelah: Letak | None = None) -> Langkah:
    """A step with its unit in the field of its level."""
    return Langkah(
        perbuatan,
        letak,
        pasal=satuan if isinstance(satuan, Pasal) else None,
        ayat=satuan if isinstance(satuan, Ayat) else None,
        rincian=satuan if isinstance(satuan, Rincian) else None,
        setelah=setelah,
    )
