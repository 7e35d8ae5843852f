"""Running text inside a naskah: plain spans, italics, and live cross-references."""

from dataclasses import dataclass, field

from naskah.model.tempat import Tempat


@dataclass(frozen=True, slots=True)
class Teks:
    """A span of text. Foreign words are `miring` (UU 12/2011 Lampiran II angka 254).

    `tempat` is where it was read from; an assembled text has none, and it is no part of what the text says.
    """

    teks: str
    miring: bool = False
    tempat: Tempat | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Silang:
    """A cross-reference: `teks` is what is printed now ("Pasal 6", "(1)", "a"), `label` what it points at.

    The label is that of a Pasal, Ayat or Rincian of the same naskah, so Word can keep the number live.
    """

    label: str
    teks: str


Isi = tuple[Teks | Silang, ...]


def plain(isi: Isi) -> str:
    """The printed text of `isi`, without italics."""
    return "".join(span.teks for span in isi)


def isi(teks: str) -> Isi:
    """Plain text as Isi; empty text is the empty Isi."""
    return (Teks(teks),) if teks else ()
