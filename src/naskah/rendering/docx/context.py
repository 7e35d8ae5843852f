"""What a template may name: the tree of a naskah, its texts already written as WordprocessingML."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from markupsafe import Markup

from naskah.model.galat import NaskahError
from naskah.model.isi import Isi, plain
from naskah.model.naskah import BlokTandaTangan, Dasar, Lampiran, Naskah, PihakNaskah, Premis
from naskah.rendering.docx.bookmarks import Rujukan, bookmark_end, bookmark_start
from naskah.rendering.docx.key_columns import mark_wide_keys
from naskah.rendering.docx.marks import DIKETIK, LEKAT
from naskah.rendering.docx.rows import Baris, flatten_batang
from naskah.rendering.docx.runs import inline_text, isi_xml, plain_run, plain_xml, run_xml
from naskah.rendering.docx.work_plan_table import RUANG_F4, Ruang, table_xml
from naskah.rendering.no_break import bind_text

_KOSONG = Markup("")
# The lines that Word numbers, or that stand between them.
_BERNOMOR = frozenset(
    f"{gaya}{tepi}"
    for gaya in ("isi", "ayat", "definisi", "huruf", "angka", "huruf-kurung", "angka-kurung")
    for tepi in ("", "-pasal")
)


@dataclass(frozen=True, slots=True)
class KepalaTemplat:
    """`kepala` in a template."""

    jenis: Markup
    pihak: tuple[Markup, ...]
    tentang: Markup
    nomor: tuple[Markup, ...]
    atas: Markup = _KOSONG


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


@dataclass(frozen=True, slots=True)
class LampiranTemplat:
    """`l` in `for l in lampiran`; `tabel` is a whole table with its signatures, for a `{{p }}` tag."""

    kepala: tuple[Markup, ...]
    nomor: tuple[Markup, ...]
    judul: tuple[Markup, ...]
    tabel: Markup


# Every name that may follow a dot in a template.
NAMA_ATRIBUT = frozenset(
    nama
    for jenis in (KepalaTemplat, PihakTemplat, DaftarTemplat, BlokTemplat, BarisTandaTangan, LampiranTemplat)
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
    for lampiran in naskah.lampiran:
        yield from (*lampiran.kepala, *lampiran.judul)


class _Context:
    def __init__(self, naskah: Naskah) -> None:
        self.baris = flatten_batang(naskah.batang)
        self._kunci = mark_wide_keys(self.baris)
        self._rujukan = Rujukan(self.baris, _iter_isi(naskah, self.baris))

    def isi(self, isi: Isi) -> Markup:
        return Markup(isi_xml(isi, self._rujukan))

    def semua(self, banyak: Iterable[Isi]) -> tuple[Markup, ...]:
        return tuple(self.isi(isi) for isi in banyak)

    def pihak(self, pihak: PihakNaskah) -> PihakTemplat:
        # A table cell without a paragraph is a broken file, so a party without komparisi gets an empty one.
        return PihakTemplat(plain_run(pihak.nama_penandatangan), self.semua(pihak.komparisi) or (_KOSONG,))

    def premis(self, premis: Premis | None) -> DaftarTemplat | None:
        if premis is None:
            return None
        return DaftarTemplat(self.isi(premis.pengantar), premis.gaya.value, self.semua(premis.butir))

    def dasar(self, dasar: Dasar) -> DaftarTemplat:
        # A list of one is no list.
        tanda = DIKETIK if len(dasar.butir) == 1 else ""
        butir = tuple(Markup(tanda) + isi for isi in self.semua(dasar.butir))
        return DaftarTemplat(self.isi(dasar.pengantar), "angka", butir)

    def lampiran(self, lampiran: Lampiran, ruang: Ruang, tutup: Naskah | None) -> LampiranTemplat:
        bawah = (tutup.tanda_tangan, tutup.penutup) if tutup else (lampiran.tanda_tangan, ())
        return LampiranTemplat(
            self.semua(lampiran.kepala),
            tuple(inline_text(nomor) for nomor in lampiran.nomor),
            self.semua(lampiran.judul),
            table_xml(lampiran.tabel, ruang, *bawah),
        )

    def batang(self) -> list[tuple[str, Markup, Markup]]:
        return [self._row(satu) for satu in self.baris if satu.gaya != "label"]

    def _row(self, baris: Baris) -> tuple[str, Markup, Markup]:
        if baris.gaya in _BERNOMOR and not (baris.diketik or baris.bookmark):
            biasa = _plain_row(baris.gaya, baris.isi, baris.mengantar)
            if biasa is not None:
                return biasa
        isi = isi_xml(baris.isi, self._rujukan)
        if baris.gaya.startswith(("isian", "kutipan-isian")):
            kolom = self._kunci.get(id(baris), "")
            return baris.gaya, inline_text(baris.kunci), Markup(f"{LEKAT if baris.mengantar else ''}{kolom}{isi}")
        if baris.gaya == "pasal":
            return "pasal", *_pasal_heading(baris, isi)
        if baris.gaya in ("bab", "bagian", "paragraf"):
            return baris.gaya, Markup(_group_number(baris)), Markup(isi)
        lekat = LEKAT if baris.mengantar else ""
        if baris.gaya == "kutipan-pasal":
            return baris.gaya, Markup(run_xml(baris.tanda)), Markup(isi)
        if baris.gaya.startswith("kutipan"):
            tanda = run_xml(f"{baris.tanda}\t") if baris.tanda else ""
            return baris.gaya, _KOSONG, Markup(f"{lekat}{tanda}{isi}")
        return baris.gaya, _KOSONG, Markup(lekat + _numbered_text(baris, isi))


# Documents of one batch have most of their lines in common.
@lru_cache(maxsize=2048)
def _plain_row(gaya: str, isi: Isi, mengantar: bool) -> tuple[str, Markup, Markup] | None:
    """A line whose number is Word's, and that has nothing to do with references; None for one that has."""
    xml = plain_xml(isi)
    return None if xml is None else (gaya, _KOSONG, Markup((LEKAT if mengantar else "") + xml))


def _pasal_heading(baris: Baris, judul: str) -> tuple[Markup, Markup]:
    """The paragraph of the number, and that of the title."""
    mulai, akhir = bookmark_start(baris), bookmark_end(baris)
    if baris.diketik:
        return Markup(f"{DIKETIK}{mulai}{run_xml(bind_text(baris.tanda))}{akhir}"), Markup(judul)
    # Word numbers a paragraph without text, but cannot refer to an empty bookmark: it ends in the next paragraph.
    return (Markup(mulai), Markup(akhir + judul)) if judul else (Markup(mulai + akhir), _KOSONG)


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


def build_context(
    naskah: Naskah, logo: Markup, ruang: Ruang = RUANG_F4, *, tabel_menutup: bool = False
) -> dict[str, Any]:
    """Return the names that a template may use, for one naskah; `logo` is the run with the pictures, or empty.

    `ruang` is the room for text on a page of an annex. `tabel_menutup`: the template leaves the closing words and the
    signatures of a Rencana Kerja of its own to its table, whose last row then goes with them to the next page.

    Raises:
        NaskahError: a control character in a text, a reference to an unknown label, a label used twice, no parties,
            no signatures, or a signature row of other than one or two blocks.
    """
    # A Rencana Kerja of its own names its parties in its opening sentence.
    if not ((naskah.pihak or naskah.lampiran) and naskah.tanda_tangan):
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
            plain_run(kepala.atas or ""),
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
        "lampiran": [
            konteks.lampiran(satu, ruang, naskah if tabel_menutup and satu.sendiri else None)
            for satu in naskah.lampiran
        ],
    }
