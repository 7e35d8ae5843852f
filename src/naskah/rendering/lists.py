"""What html and text print alike before the pasal: the lines of the title, and the lists with their marks."""

from collections.abc import Iterator
from typing import NamedTuple

from naskah.bahasa.penomoran import huruf, romawi
from naskah.model.isi import Isi
from naskah.model.naskah import GayaDaftar, Kepala, Naskah


class Daftar(NamedTuple):
    """A list: its opening sentence, and the items with their marks; no mark where it is no list."""

    pengantar: Isi
    butir: tuple[tuple[str | None, Isi], ...]


def iter_daftar(naskah: Naskah) -> Iterator[Daftar]:
    """The recitals, then the legal bases."""
    premis = naskah.premis
    if premis is not None:
        yield _number(premis.pengantar, premis.gaya, premis.butir)
    for dasar in naskah.dasar:
        if len(dasar.butir) == 1:  # a list of one is no list
            yield Daftar(dasar.pengantar, ((None, dasar.butir[0]),))
        else:
            yield _number(dasar.pengantar, GayaDaftar.ANGKA, dasar.butir)


def _number(pengantar: Isi, gaya: GayaDaftar, butir: tuple[Isi, ...]) -> Daftar:
    return Daftar(pengantar, tuple((list_mark(gaya, n), isi) for n, isi in enumerate(butir, 1)))


def list_mark(gaya: GayaDaftar, n: int) -> str:
    """Return the mark of the n-th item of a list of premis, or of parties."""
    if gaya is GayaDaftar.ANGKA:
        return f"{n}."
    if gaya is GayaDaftar.ROMAWI:
        return f"{romawi(n)}."
    return f"{huruf(n).upper() if gaya is GayaDaftar.HURUF_KAPITAL else huruf(n)}."


def list_title(kepala: Kepala) -> tuple[str, ...]:
    """The lines of the title above its subject."""
    nama = [baris for satu in kepala.pihak for baris in ("DAN", satu)][1:]
    atas = ("ATAS", kepala.atas) if kepala.atas else ()
    return (kepala.jenis, *atas, "ANTARA", *nama, "TENTANG")
