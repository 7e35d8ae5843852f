"""What was read from a document that exists: its tree, and every paragraph with what became of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from naskah.model.isi import Isi
from naskah.model.naskah import Kelompok, Naskah, Pasal, iter_pasal
from naskah.model.tempat import Tempat


class JenisBacaan(StrEnum):
    """Kinds of document that can be read."""

    NOTA_KESEPAKATAN = "nota-kesepakatan"
    KESEPAKATAN_BERSAMA = "kesepakatan-bersama"
    PERJANJIAN_KERJA_SAMA = "perjanjian-kerja-sama"
    ADENDUM = "adendum"
    RENCANA_KERJA = "rencana-kerja"
    PERATURAN_DAERAH = "peraturan-daerah"
    PERATURAN_KEPALA_DAERAH = "peraturan-kepala-daerah"
    TIDAK_DIKENAL = "tidak-dikenal"

    @property
    def peraturan(self) -> bool:
        """Whether it is a regulation, not an agreement."""
        return self in (JenisBacaan.PERATURAN_DAERAH, JenisBacaan.PERATURAN_KEPALA_DAERAH)


class Peran(StrEnum):
    """What became of a paragraph."""

    KEPALA = "kepala"
    PEMBUKA = "pembuka"
    PIHAK = "pihak"
    PREMIS = "premis"
    DASAR = "dasar"
    KESEPAKATAN = "kesepakatan"
    BATANG = "batang"
    PENUTUP = "penutup"
    TANDA_TANGAN = "tanda-tangan"
    LAMPIRAN = "lampiran"
    PENJELASAN = "penjelasan"
    # Marks of printing: page numbers, catchwords, paraf boxes, a page that was scanned twice.
    CETAKAN = "cetakan"
    # Not understood; kept, and reported.
    SISA = "sisa"


@dataclass(frozen=True, slots=True)
class Alinea:
    """One paragraph as read, before and beside the tree.

    `sel` are the cells of a table row. A number that Word gives by itself is in `nomor` and not in `teks`, so that
    offsets into `teks` are offsets into the paragraph's own text.
    """

    tempat: Tempat
    teks: str  # as printed, numbering included ("(1) Maksud ...")
    nomor: str = ""  # the marker at its beginning: "(1)", "a.", "Pasal 1"; empty: none
    sel: tuple[str, ...] = ()
    peran: Peran = Peran.SISA
    gaya: str = ""  # the Word style, or what the text shows: "tebal", "tengah"
    catatan: str = ""  # why it is CETAKAN or SISA
    miring: tuple[tuple[int, int], ...] = ()  # stretches of `teks` in italics, from and to
    lekuk: int = 0  # how far it is indented: columns in a text file, level of the list or style in a .docx


@dataclass(frozen=True, slots=True)
class NaskahPeraturan:
    """A regulation as a tree."""

    kepala: tuple[Isi, ...]  # office holder, kind, number and year
    nomor: str | None
    tahun: int | None
    tentang: Isi
    pembentuk: Isi  # "WALI KOTA CEMPAKA,"
    menimbang: tuple[Isi, ...]
    mengingat: tuple[Isi, ...]
    menetapkan: Isi
    batang: tuple[Kelompok | Pasal, ...]
    penutup: tuple[Isi, ...]  # order to promulgate, places and dates, gazette line
    tanda_tangan: tuple[Isi, ...] = ()
    penjelasan: tuple[Isi, ...] = ()
    lampiran: tuple[Isi, ...] = ()
    memutuskan: tuple[Isi, ...] = ()  # between Mengingat and Menetapkan: the DPRD's approval, "MEMUTUSKAN:"

    def iter_pasal(self) -> Iterator[Pasal]:
        """Every pasal in the order of the document, through all groups."""
        return iter_pasal(self.batang)


@dataclass(frozen=True, slots=True)
class Bacaan:
    """A document that was read."""

    berkas: str
    jenis: JenisBacaan
    naskah: Naskah | NaskahPeraturan
    alinea: tuple[Alinea, ...]

    @property
    def sisa(self) -> tuple[Alinea, ...]:
        """The paragraphs that were not understood."""
        return tuple(a for a in self.alinea if a.peran is Peran.SISA and a.teks.strip())
