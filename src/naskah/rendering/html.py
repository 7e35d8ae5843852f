"""Naskah -> one self-contained HTML page: headings, lists, cross-references as links.

Numbers stand in the page as text: copied into a letter, an ayat keeps its "(2)".
"""

import re
from collections.abc import Iterable, Iterator
from html import escape

from naskah.model.isi import Isi, Teks, plain
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
from naskah.rendering.html_style import GAYA
from naskah.rendering.lists import Daftar, iter_daftar, list_title
from naskah.rendering.no_break import bind
from naskah.rendering.work_plan_html import GAYA_LAMPIRAN, annex_html


def render_html(naskah: Naskah) -> str:
    """Return a naskah as one HTML page that needs no other file.

    Raises:
        NaskahError: a control character in a text.
    """
    judul = escape(f"{naskah.kepala.jenis} tentang {plain(naskah.kepala.tentang)}")
    gaya = GAYA + (GAYA_LAMPIRAN if naskah.lampiran else "")
    return check_characters(
        '<!DOCTYPE html>\n<html lang="id">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{judul}</title>\n<style>{gaya}</style>\n</head>\n<body>\n<main>\n"
        f"{_Halaman(naskah).render()}</main>\n</body>\n</html>\n"
    )


class _Halaman:
    """The page of one naskah; it knows the anchor of every label."""

    def __init__(self, naskah: Naskah) -> None:
        self._naskah = naskah
        self._jangkar = _name_anchors(naskah)

    def render(self) -> str:
        naskah = self._naskah
        bagian = [
            self._kepala(naskah.kepala),
            self._alinea(naskah.pembuka),
            f'<div class="pihak">\n{"".join(map(self._pihak, naskah.pihak))}</div>\n' if naskah.pihak else "",
            self._alinea(*naskah.setelah_pihak),
            *map(self._daftar, iter_daftar(naskah)),
            self._alinea(naskah.kesepakatan),
            *map(self._bagian, naskah.batang),
            *(annex_html(satu, "") for satu in naskah.lampiran if satu.sendiri),
            self._alinea(*naskah.penutup),
            *map(_signature_row, naskah.tanda_tangan),
            *(
                annex_html(satu, "".join(map(_signature_row, satu.tanda_tangan)))
                for satu in naskah.lampiran
                if not satu.sendiri
            ),
        ]
        return "".join(bagian)

    def _isi(self, isi: Isi) -> str:
        return "".join(
            (f"<i>{escape(span.teks)}</i>" if span.miring else escape(span.teks))
            if isinstance(span, Teks)
            else f'<a href="#{self._jangkar[span.label]}">{escape(span.teks)}</a>'
            if span.label in self._jangkar
            else escape(span.teks)
            for span in bind(isi)
        )

    def _id(self, label: str | None) -> str:
        return "" if label is None else f' id="{self._jangkar[label]}"'

    def _alinea(self, *banyak: Isi) -> str:
        return "".join(f"<p>{self._isi(isi)}</p>\n" for isi in banyak if isi)

    def _kepala(self, kepala: Kepala) -> str:
        judul = (*map(escape, list_title(kepala)), self._isi(kepala.tentang))
        baris = "\n".join(f"<span>{satu}</span>" for satu in judul)
        nomor = "".join(f"<p>NOMOR: {escape(satu)}</p>\n" for satu in kepala.nomor)
        return f"<header>\n<h1>{baris}</h1>\n{nomor}</header>\n"

    def _pihak(self, pihak: PihakNaskah) -> str:
        return (
            f'<div><span class="tanda">{escape(pihak.nomor)}.</span> '
            f'<span class="nama">{escape(pihak.nama_penandatangan)}</span>\n'
            f'<div class="komparisi">{self._alinea(*pihak.komparisi)}</div></div>\n'
        )

    def _daftar(self, daftar: Daftar) -> str:
        alinea = (self._alinea(isi) for tanda, isi in daftar.butir if tanda is None)
        item = (_item(tanda, self._alinea(isi)) for tanda, isi in daftar.butir if tanda is not None)
        return f"{self._alinea(daftar.pengantar)}{''.join(alinea)}{_list(item)}"

    def _bagian(self, bagian: Kelompok | Pasal) -> str:
        if isinstance(bagian, Pasal):
            kepala = self._heading("h3", f"Pasal {bagian.nomor}", bagian.judul)
            return f"<section{self._id(bagian.label)}>\n{kepala}{self._ayat(bagian.ayat)}</section>\n"
        tingkat = "h2" if bagian.jenis is JenisKelompok.BAB else "h4"
        kepala = self._heading(tingkat, f"{bagian.jenis} {bagian.nomor}", bagian.judul)
        return kepala + "".join(map(self._bagian, bagian.isi))

    def _heading(self, tingkat: str, nomor: str, judul: Isi) -> str:
        ekor = f'\n<span class="judul">{self._isi(judul)}</span>' if judul else ""
        return f"<{tingkat}><span>{escape(nomor)}</span>{ekor}</{tingkat}>\n"

    def _ayat(self, banyak: tuple[Ayat, ...]) -> str:
        if all(ayat.nomor is None for ayat in banyak):
            return "".join(f"<div{self._id(ayat.label)}>\n{self._content(ayat)}</div>\n" for ayat in banyak)
        return _list(
            _item(f"({ayat.nomor})" if ayat.nomor is not None else "", self._content(ayat), self._id(ayat.label))
            for ayat in banyak
        )

    def _content(self, satu: Ayat | Rincian) -> str:
        sub = _list(_item(sub.tanda, self._content(sub), self._id(sub.label)) for sub in satu.rincian)
        return self._alinea(satu.isi) + self._isian(satu.isian) + sub + self._kutipan(satu.kutipan)

    def _kutipan(self, kutipan: tuple[Pasal | Ayat | Rincian, ...]) -> str:
        """What another naskah is to read: its numbers are not those of this page."""
        bagian = []
        for satu in kutipan:
            if isinstance(satu, Pasal):
                bagian.append(self._heading("h4", f"Pasal {satu.nomor}", satu.judul) + self._ayat(satu.ayat))
            elif isinstance(satu, Ayat):
                bagian.append(self._ayat((satu,)))
            else:
                bagian.append(_list([_item(satu.tanda, self._content(satu))]))
        return f"<blockquote>\n{''.join(bagian)}</blockquote>\n" if bagian else ""

    def _isian(self, isian: tuple[Isian, ...]) -> str:
        baris = "".join(f"<dt>{escape(satu.kunci)}</dt><dd>{self._isi(satu.nilai)}</dd>\n" for satu in isian)
        return f"<dl>\n{baris}</dl>\n" if baris else ""


def _list(item: Iterable[str]) -> str:
    baris = "".join(item)
    return f"<ol>\n{baris}</ol>\n" if baris else ""


def _item(tanda: str, isi: str, jangkar: str = "") -> str:
    return f'<li{jangkar}><span class="tanda">{escape(tanda)}</span>\n<div>{isi}</div></li>\n'


def _signature_row(baris: tuple[BlokTandaTangan, ...]) -> str:
    blok = "".join(map(_signature, baris))
    return f'<div class="tanda-tangan">\n{blok}</div>\n'


def _signature(blok: BlokTandaTangan) -> str:
    jabatan = f"<p>{escape(blok.jabatan)},</p>" if blok.jabatan else ""
    return f'<div><p>{escape(blok.sebutan)},</p>{jabatan}<p class="nama">{escape(blok.nama)}</p></div>\n'


def _iter_labels(naskah: Naskah) -> Iterator[str | None]:
    for pasal in naskah.iter_pasal():
        yield pasal.label
        for ayat in pasal.ayat:
            yield from _iter_labels_below(ayat)


def _iter_labels_below(satu: Ayat | Rincian) -> Iterator[str | None]:
    yield satu.label
    for sub in satu.rincian:
        yield from _iter_labels_below(sub)


def _name_anchors(naskah: Naskah) -> dict[str, str]:
    """Return an HTML id for every label: its own letters, and a count where two would be alike."""
    jangkar: dict[str, str] = {}
    dipakai: dict[str, int] = {}
    for label in _iter_labels(naskah):
        if label is not None and label not in jangkar:
            nama = re.sub(r"[^A-Za-z0-9.-]+", "-", label)
            dipakai[nama] = dipakai.get(nama, 0) + 1
            jangkar[label] = f"{nama}_{dipakai[nama]}" if dipakai[nama] > 1 else nama
    return jangkar
