"""The text of a stored tree part by part, for searching: read from its JSON, without building the tree.

It knows the shape that `naskah_json` writes; where a part lies is named as printed ("Pasal 6").
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

# Keys of a tree that hold no text of the document.
_BUKAN_TEKS = frozenset({"label", "tingkat", "jenis", "nomor", "miring", "logo", "gaya", "tahun", "tempat"})


class Bagian(NamedTuple):
    """A part of a document: where it lies, and its text."""

    letak: str
    teks: str


def iter_bagian(naskah: Mapping[str, Any]) -> Iterator[Bagian]:
    """The parts of a tree (the JSON of `dump_naskah`, loaded) in the order of the document; empty ones are left out."""
    yield from _part("Premis", naskah.get("premis"))
    yield from _part("Dasar hukum", naskah.get("dasar"))
    yield from _iter_batang(naskah.get("batang", ()))
    yield from _part("Penutup", naskah.get("penutup"))
    for lampiran in naskah.get("lampiran", ()):
        # Its heading repeats the title.
        yield from _part("Lampiran", lampiran.get("tabel"))


def _iter_batang(batang: Sequence[Mapping[str, Any]]) -> Iterator[Bagian]:
    for satu in batang:
        if "ayat" in satu:
            yield from _part(f"Pasal {satu['nomor']}", satu)
        else:
            yield from _part(f"{satu['jenis']} {satu['nomor']}", satu.get("judul"))
            yield from _iter_batang(satu.get("isi", ()))


def _part(letak: str, nilai: Any) -> Iterator[Bagian]:
    if teks := " ".join(_iter_teks(nilai)):
        yield Bagian(letak, teks)


def _iter_teks(nilai: Any) -> Iterator[str]:
    """Every text below `nilai`: the spans of one Isi are one text."""
    if isinstance(nilai, str):
        yield nilai
    elif isinstance(nilai, Mapping):
        for kunci, isi in nilai.items():
            if kunci not in _BUKAN_TEKS:
                yield from _iter_teks(isi)
    elif isinstance(nilai, Sequence):
        if nilai and isinstance(nilai[0], Mapping) and "teks" in nilai[0]:
            yield "".join(span["teks"] for span in nilai)
        else:
            for satu in nilai:
                yield from _iter_teks(satu)
