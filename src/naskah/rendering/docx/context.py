"""What a template may name: the tree of a naskah, its texts already written as WordprocessingML."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from naskah.model.galat import NaskahError
from naskah.model.isi import Isi, plain
from naskah.model.naskah import BlokTandaTangan, Dasar, Naskah, PihakNaskah, Premis
from naskah.rendering.docx.bookmarks import Rujukan, bookmark_end, bookmark_start
from naskah.rendering.docx.marks import DIKETIK, LEKAT
from naskah.rendering.docx.rows import Baris, flatten_batang
from naskah.rendering.docx.runs import inline_text, isi_xml, plain_run, run_xml


@dataclass(frozen=True, slots=True)
class KepalaTemplat:
    """`kepala` in a template."""

    jenis: Markup
    pihak: tuple[Markup, ...]
    tentang: Markup
    nomor: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class PihakTemplat:
    """`p` in `for p in pihak`."""

    nama: Markup
    komparisi: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class DaftarTemplat:
    """`premis`, and `d` in `for d in dasar`."""

    pengantar: Markup
    gaya: str
    butir: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class BlokTemplat:
    """One signature."""

    sebutan: Markup
    jabatan: Markup
    nama: Markup


@dataclass(frozen=True, slots=True)
class BarisTandaTangan:
    """A row of the signature table: two blocks, or a single one over both columns."""

    kiri: BlokTemplat | None = None
    kanan: BlokTemplat | None = None
    tengah: BlokTemplat | None = None


# Every name that may follow a dot in a template.
NAMA_ATRIBUT = frozenset(
    nama
    for jenis in (KepalaTemplat, PihakTemplat, DaftarTemplat, BlokTemplat, BarisTandaTangan)
    for nama in jenis.__dataclass_fields__
)


def _iter_isi(naskah: Naskah, baris: list[Baris]) -> Iterator[Isi]:
    yield naskah.kepala.tentang
    yield naskah.pembuka
    for pihak in naskah.pihak:
        yield from pihak.komparisi
    yield from naskah.setelah_pihak
    for daftar in (naskah.premis, *naskah.dasar):
        if daftar is not None:
            yield daftar.pengantar
            yield from daftar.butir
    yield naskah.kesepakatan
    for satu in baris:
        yield satu.isi
    yield from naskah.penutup


class _Context:
    def __init__(self, naskah: Naskah) -> None:
        self.baris = flatten_batang(naskah.batang)
        self._rujukan = Rujukan(self.baris, _iter_isi(naskah, self.baris))

    def isi(self, isi: Isi) -> Markup:
        return Markup(isi_xml(isi, self._rujukan))

    def semua(self, banyak: Iterable[Isi]) -> tuple[Markup, ...]:
        return tuple(self.isi(isi) for isi in banyak)

    def pihak(self, pihak: PihakNaskah) -> PihakTemplat:
        # A table cell without a paragraph is a broken file, so a party without komparisi gets an empty one.
        return PihakTemplat(plain_run(pihak.nama_penandatangan), self.semua(pihak.komparisi) or (Markup(""),))

    def premis(self, premis: Premis | None) -> DaftarTemplat | None:
        if premis is None:
            return None
        return DaftarTemplat(self.isi(premis.pengantar), premis.gaya.value, self.semua(premis.butir))

    def dasar(self, dasar: Dasar) -> DaftarTemplat:
        return DaftarTemplat(self.isi(dasar.pengantar), "angka", self.semua(dasar.butir))

    def batang(self) -> list[tuple[str, Markup, Markup]]:
        return [self._row(satu) for satu in self.baris if satu.gaya != "label"]

    def _row(self, baris: Baris) -> tuple[str, Markup, Markup]:
        isi = isi_xml(baris.isi, self._rujukan)
        if baris.gaya.startswith("isian"):
            return baris.gaya, inline_text(baris.kunci), Markup(isi)
        if baris.gaya == "pasal":
            return "pasal", *_pasal_heading(baris, isi)
        if baris.gaya in ("bab", "bagian", "paragraf"):
            return baris.gaya, Markup(_group_number(baris)), Markup(isi)
        lekat = LEKAT if baris.mengantar else ""
        return baris.gaya, Markup(""), Markup(lekat + _numbered_text(baris, isi))


def _pasal_heading(baris: Baris, judul: str) -> tuple[Markup, Markup]:
    """The paragraph of the number, and that of the title."""
    mulai, akhir = bookmark_start(baris), bookmark_end(baris)
    if baris.diketik:
        return Markup(f"{DIKETIK}{mulai}{run_xml(baris.tanda)}{akhir}"), Markup(judul)
    # Word numbers a paragraph without text, but cannot refer to an empty bookmark: it ends in the next paragraph.
    return (Markup(mulai), Markup(akhir + judul)) if judul else (Markup(mulai + akhir), Markup(""))


def _group_number(baris: Baris) -> str:
    if baris.diketik:
        return DIKETIK + run_xml(baris.tanda)
    return run_xml(baris.tanda) if baris.gaya == "bagian" else ""


def _numbered_text(baris: Baris, isi: str) -> str:
    mulai, akhir = bookmark_start(baris), bookmark_end(baris)
    if not baris.diketik:
        return f"{mulai}{isi}{akhir}"
    sesudah = baris.tanda.removeprefix(baris.rujukan) + "\t"
    return f"{DIKETIK}{mulai}{run_xml(baris.rujukan)}{akhir}{run_xml(sesudah)}{isi}"


def _blok(blok: BlokTandaTangan) -> BlokTemplat:
    return BlokTemplat(plain_run(blok.sebutan), plain_run(blok.jabatan or ""), plain_run(blok.nama))


def _signature_row(blok: tuple[BlokTandaTangan, ...]) -> BarisTandaTangan:
    match [_blok(satu) for satu in blok]:
        case [tengah]:
            return BarisTandaTangan(tengah=tengah)
        case [kiri, kanan]:
            return BarisTandaTangan(kiri=kiri, kanan=kanan)
    raise NaskahError(f"Satu baris tanda tangan memuat {len(blok)} blok; susun satu atau dua blok dalam setiap baris.")


def build_context(naskah: Naskah, logo: Markup) -> dict[str, Any]:
    """Return the names that a template may use, for one naskah; `logo` is the run with the pictures, or empty.

    Raises:
        NaskahError: a control character in a text, a reference to an unknown label, a label used twice, no parties,
            no signatures, or a signature row of other than one or two blocks.
    """
    if not (naskah.pihak and naskah.tanda_tangan):
        raise NaskahError("Naskah belum mempunyai pihak atau blok tanda tangan; isi keduanya sebelum dicetak.")
    konteks = _Context(naskah)
    kepala = naskah.kepala
    return {
        "judul": inline_text(f"{kepala.jenis} tentang {plain(kepala.tentang)}"),
        "logo": logo,
        "kepala": KepalaTemplat(
            plain_run(kepala.jenis),
            tuple(plain_run(nama) for nama in kepala.pihak),
            konteks.isi(kepala.tentang),
            tuple(inline_text(nomor) for nomor in kepala.nomor),
        ),
        "pembuka": konteks.isi(naskah.pembuka),
        "gaya_pihak": naskah.gaya_pihak.value,
        "pihak": [konteks.pihak(pihak) for pihak in naskah.pihak],
        "setelah_pihak": konteks.semua(naskah.setelah_pihak),
        "premis": konteks.premis(naskah.premis),
        "dasar": [konteks.dasar(dasar) for dasar in naskah.dasar],
        "kesepakatan": konteks.isi(naskah.kesepakatan),
        "batang": konteks.batang(),
        "penutup": konteks.semua(naskah.penutup),
        "tanda_tangan": [_signature_row(blok) for blok in naskah.tanda_tangan],
        "paraf": [inline_text(nama) for nama in naskah.paraf],
    }
