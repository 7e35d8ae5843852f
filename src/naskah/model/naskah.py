"""The document tree. Assembled from a rancangan or read from a file, it is the same tree.

Numbers are stored as printed ("1", "2a", "a"), without the brackets and dots that their level adds.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

from naskah.model.isi import Isi
from naskah.model.jenis import JenisNaskah
from naskah.model.tabel_rencana import TabelRencanaKerja
from naskah.model.tempat import Tempat


class Tingkat(IntEnum):
    """Levels of detail below the ayat: a. > 1. > a) > 1) (UU 12/2011 Lampiran II angka 72-87)."""

    HURUF = 1
    ANGKA = 2
    HURUF_KURUNG = 3
    ANGKA_KURUNG = 4

    def tanda(self, nomor: str) -> str:
        """The number as printed in the margin: `a.`, `1.`, `a)`, `1)`."""
        return f"{nomor}." if self <= Tingkat.ANGKA else f"{nomor})"


@dataclass(frozen=True, slots=True)
class Isian:
    """One line of a particulars block: "Alamat : Jalan ..."."""

    kunci: str
    nilai: Isi


@dataclass(frozen=True, slots=True)
class Rincian:
    """One item of a list, with its sub-items."""

    tingkat: Tingkat
    nomor: str
    isi: Isi
    rincian: tuple["Rincian", ...] = ()
    isian: tuple[Isian, ...] = ()
    label: str | None = None
    kutipan: tuple["Pasal | Ayat | Rincian", ...] = ()  # what another naskah is to read, in an adendum
    # Where its number was read from; no part of what it says.
    tempat: Tempat | None = field(default=None, compare=False, repr=False)

    @property
    def tanda(self) -> str:
        """The number as printed: `a.`, `1.`, `a)`, `1)`."""
        return self.tingkat.tanda(self.nomor)


@dataclass(frozen=True, slots=True)
class Ayat:
    """One ayat; `nomor` is None when the Pasal has a single, unnumbered ayat."""

    nomor: str | None
    isi: Isi
    rincian: tuple[Rincian, ...] = ()
    isian: tuple[Isian, ...] = ()
    label: str | None = None
    kutipan: tuple["Pasal | Ayat | Rincian", ...] = ()
    # Where its number was read from; no part of what it says.
    tempat: Tempat | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Pasal:
    """One pasal. `label` is its name for references (the topic of its clause)."""

    nomor: str
    judul: Isi
    ayat: tuple[Ayat, ...]
    label: str | None = None
    # Where its number was read from; no part of what it says.
    tempat: Tempat | None = field(default=None, compare=False, repr=False)


class JenisKelompok(StrEnum):
    """Groups above the pasal, outermost first."""

    BAB = "BAB"
    BAGIAN = "Bagian"
    PARAGRAF = "Paragraf"


@dataclass(frozen=True, slots=True)
class Kelompok:
    """BAB I, Bagian Kesatu or Paragraf 1, with what it groups."""

    jenis: JenisKelompok
    nomor: str
    judul: Isi
    isi: tuple["Kelompok | Pasal", ...]
    # Where its number was read from; no part of what it says.
    tempat: Tempat | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class PihakNaskah:
    """A party as the document presents it. `nomor` is its number in the list of parties ("I", "1")."""

    nomor: str
    sebutan: str
    nama_penandatangan: str
    jabatan: str
    lembaga: str
    komparisi: tuple[Isi, ...]


class GayaDaftar(StrEnum):
    """How a list of premis, or of parties, is numbered."""

    ANGKA = "angka"
    HURUF = "huruf"
    HURUF_KAPITAL = "huruf-kapital"
    ROMAWI = "romawi"


@dataclass(frozen=True, slots=True)
class Premis:
    """The recitals: an opening sentence and its numbered points."""

    pengantar: Isi
    gaya: GayaDaftar
    butir: tuple[Isi, ...]


@dataclass(frozen=True, slots=True)
class Dasar:
    """A block of legal bases ("Dasar hukum", "Memperhatikan"): its heading and numbered items."""

    pengantar: Isi
    butir: tuple[Isi, ...]


@dataclass(frozen=True, slots=True)
class BlokTandaTangan:
    """One signature: the party's name in the document, the office when the form prints it, the person."""

    sebutan: str
    jabatan: str | None
    nama: str


@dataclass(frozen=True, slots=True)
class Kepala:
    """The title block: kind, parties, subject, and one number line per party that has one."""

    jenis: str
    pihak: tuple[str, ...]
    tentang: Isi
    nomor: tuple[str, ...]
    logo: tuple[str, ...] = ()
    atas: str | None = None  # the kind of the naskah that an adendum changes: "PERJANJIAN KERJA SAMA"


@dataclass(frozen=True, slots=True)
class Lampiran:
    """An annex: its heading, the table of the Rencana Kerja, its own signatures.

    `kepala` are the lines of the heading at the top right (UU 12/2011 Lampiran II angka 194); it is empty when the
    document is nothing but this annex.
    """

    kepala: tuple[Isi, ...]
    nomor: tuple[str, ...]  # number lines of the parent
    judul: tuple[Isi, ...]
    tabel: TabelRencanaKerja
    tanda_tangan: tuple[tuple[BlokTandaTangan, ...], ...]  # rows of blocks, left to right

    @property
    def sendiri(self) -> bool:
        """Whether the document is nothing but this annex, so that title and signatures are the document's."""
        return not self.tanda_tangan


@dataclass(frozen=True, slots=True)
class Naskah:
    """A whole document as a tree."""

    jenis: JenisNaskah
    kepala: Kepala
    pembuka: Isi
    gaya_pihak: GayaDaftar
    pihak: tuple[PihakNaskah, ...]
    setelah_pihak: tuple[Isi, ...]
    premis: Premis | None
    dasar: tuple[Dasar, ...]
    kesepakatan: Isi
    batang: tuple[Kelompok | Pasal, ...]
    penutup: tuple[Isi, ...]
    tanda_tangan: tuple[tuple[BlokTandaTangan, ...], ...]  # rows of blocks, left to right
    paraf: tuple[str, ...] = ()  # names in the paraf boxes of the footer; empty: no boxes
    lampiran: tuple[Lampiran, ...] = ()

    def iter_pasal(self) -> Iterator[Pasal]:
        """Every pasal in the order of the document, through all groups."""
        return iter_pasal(self.batang)


def iter_pasal(batang: tuple[Kelompok | Pasal, ...]) -> Iterator[Pasal]:
    """Every pasal of a body, through all groups."""
    for bagian in batang:
        if isinstance(bagian, Pasal):
            yield bagian
        else:
            yield from iter_pasal(bagian.isi)
