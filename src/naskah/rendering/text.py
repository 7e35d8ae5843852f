"""Naskah -> plain text: wrapped lines, every number as printed."""

import textwrap
from collections.abc import Iterable, Iterator

from naskah.model.isi import Isi, plain
from naskah.model.naskah import (
    Ayat,
    BlokTandaTangan,
    Isian,
    JenisKelompok,
    Kelompok,
    Kepala,
    Naskah,
    Pasal,
    PihakNaskah,
    Rincian,
)
from naskah.rendering.characters import check_characters
from naskah.rendering.lists import Daftar, iter_daftar, list_title
from naskah.rendering.work_plan_text import iter_annex

LEBAR = 90
_LEKUK = 5
# The widest column of keys in a particulars block.
_KUNCI = 24


def render_txt(naskah: Naskah) -> str:
    """Return a naskah as plain text, lines of at most 90 columns (a longer word stays whole).

    Raises:
        NaskahError: a control character in a text.
    """
    bagian = [
        *_iter_kepala(naskah.kepala),
        _wrap(plain(naskah.pembuka)),
        *(_pihak(pihak) for pihak in naskah.pihak),
        *_paragraphs(naskah.setelah_pihak),
        *(blok for daftar in iter_daftar(naskah) for blok in _iter_list(daftar)),
        *_paragraphs((naskah.kesepakatan,)),
        *_iter_batang(naskah.batang),
        # The table of a document that is nothing but its annex stands before the closing.
        *(blok for satu in naskah.lampiran if satu.sendiri for blok in iter_annex(satu, LEBAR)),
        *_paragraphs(naskah.penutup),
        *(_signatures(baris) for baris in naskah.tanda_tangan),
    ]
    for satu in naskah.lampiran:
        if not satu.sendiri:
            bagian += [*iter_annex(satu, LEBAR), *map(_signatures, satu.tanda_tangan)]
    return check_characters("\n\n".join(satu for satu in bagian if satu) + "\n")


def _wrap(teks: str, awal: str = "", lekuk: int = 0) -> str:
    """Wrap a text; `awal` stands before its first line, the others are indented by `lekuk`."""
    baris: list[str] = []
    for satu in teks.expandtabs(4).split("\n"):
        depan = " " * lekuk if baris else awal
        baris += textwrap.wrap(
            satu,
            LEBAR,
            initial_indent=depan,
            subsequent_indent=" " * lekuk,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [depan.rstrip()]
    return "\n".join(baris)


def _marked(tanda: str, teks: str, tepi: int) -> str:
    """A text with its number in the margin at column `tepi`."""
    return _wrap(teks, " " * tepi + tanda.ljust(_LEKUK - 1) + " ", tepi + _LEKUK)


def _centre(teks: str, lebar: int = LEBAR) -> str:
    return "\n".join(
        baris.center(lebar).rstrip()
        for satu in teks.expandtabs(4).split("\n")
        for baris in textwrap.wrap(satu, lebar - 10, break_long_words=False)
    )


def _paragraphs(banyak: Iterable[Isi]) -> Iterator[str]:
    return (_wrap(plain(isi)) for isi in banyak if isi)


def _iter_kepala(kepala: Kepala) -> Iterator[str]:
    yield "\n".join(_centre(satu.upper()) for satu in (*list_title(kepala), plain(kepala.tentang)))
    yield "\n".join(_centre(f"NOMOR: {nomor}") for nomor in kepala.nomor)


def _pihak(pihak: PihakNaskah) -> str:
    nomor = f"{pihak.nomor}.".ljust(_LEKUK - 1) + " "
    pertama, *lain = [plain(isi) for isi in pihak.komparisi] or [""]
    alinea = [_wrap(f"{pihak.nama_penandatangan.upper()} : {pertama}", nomor, _LEKUK)]
    return "\n\n".join(alinea + [_wrap(satu, " " * _LEKUK, _LEKUK) for satu in lain])


def _iter_list(daftar: Daftar) -> Iterator[str]:
    yield _wrap(plain(daftar.pengantar))
    yield from (_wrap(plain(isi)) for tanda, isi in daftar.butir if tanda is None)
    yield "\n".join(_marked(tanda, plain(isi), 0) for tanda, isi in daftar.butir if tanda is not None)


def _iter_batang(batang: Iterable[Kelompok | Pasal]) -> Iterator[str]:
    for bagian in batang:
        if isinstance(bagian, Pasal):
            yield _centre(f"Pasal {bagian.nomor}\n{plain(bagian.judul).upper()}")
            yield "\n".join(baris for ayat in bagian.ayat for baris in _iter_ayat(ayat))
        else:
            judul = plain(bagian.judul)
            judul = judul.upper() if bagian.jenis is JenisKelompok.BAB else judul
            yield _centre(f"{bagian.jenis} {bagian.nomor}\n{judul}")
            yield from _iter_batang(bagian.isi)


def _iter_ayat(ayat: Ayat, tepi: int = 0) -> Iterator[str]:
    if ayat.nomor is not None:
        yield _marked(f"({ayat.nomor})", plain(ayat.isi), tepi)
        tepi += _LEKUK
    elif ayat.isi:
        yield _wrap(plain(ayat.isi), " " * tepi, tepi)
    yield from _iter_isian(ayat.isian, tepi)
    for rincian in ayat.rincian:
        yield from _iter_rincian(rincian, tepi)
    yield from _iter_kutipan(ayat.kutipan, tepi)


def _iter_rincian(rincian: Rincian, tepi: int) -> Iterator[str]:
    yield _marked(rincian.tanda, plain(rincian.isi), tepi)
    yield from _iter_isian(rincian.isian, tepi + _LEKUK)
    for sub in rincian.rincian:
        yield from _iter_rincian(sub, tepi + _LEKUK)
    yield from _iter_kutipan(rincian.kutipan, tepi + _LEKUK)


def _iter_kutipan(kutipan: Iterable[Pasal | Ayat | Rincian], tepi: int) -> Iterator[str]:
    for satu in kutipan:
        if isinstance(satu, Rincian):
            yield from _iter_rincian(satu, tepi)
            continue
        if isinstance(satu, Pasal):
            yield _centre(f"Pasal {satu.nomor}\n{plain(satu.judul).upper()}")
        for ayat in satu.ayat if isinstance(satu, Pasal) else (satu,):
            yield from _iter_ayat(ayat, tepi)


def _iter_isian(isian: tuple[Isian, ...], tepi: int) -> Iterator[str]:
    lebar = min(_KUNCI, max((len(satu.kunci) for satu in isian), default=0))
    for satu in isian:
        yield _wrap(f"{satu.kunci.ljust(lebar)} : {plain(satu.nilai)}", " " * tepi, tepi + lebar + 3)


def _signatures(baris: tuple[BlokTandaTangan, ...]) -> str:
    lebar = LEBAR // len(baris) if baris else LEBAR
    atas = [_signature_head(blok, lebar) for blok in baris]
    nama = [_centre(blok.nama.upper(), lebar).split("\n") for blok in baris]
    return f"{_side_by_side(atas, lebar)}\n\n\n\n{_side_by_side(nama, lebar)}"


def _signature_head(blok: BlokTandaTangan, lebar: int) -> list[str]:
    teks = f"{blok.sebutan.upper()},"
    if blok.jabatan:
        teks += f"\n{blok.jabatan.upper()},"
    return _centre(teks, lebar).split("\n")


def _side_by_side(kolom: list[list[str]], lebar: int) -> str:
    tinggi = max(map(len, kolom), default=0)
    baris = ("".join((satu[i] if i < len(satu) else "").ljust(lebar) for satu in kolom) for i in range(tinggi))
    return "\n".join(satu.rstrip() for satu in baris)
