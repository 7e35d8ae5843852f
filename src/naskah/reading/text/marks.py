"""Marks of Markdown that text extracted from scans carries: headings, bullets, bold, italics, links."""

import re
from dataclasses import dataclass

_KEPALA = re.compile(r"#{1,6}\s+")
# A bullet before a number is the extraction's; one before plain words may be the document's own.
_BUTIR = re.compile(r"[-*+]\s+(?=\(?[0-9A-Za-z]{1,5}[.)](?:\s|$)|(?:Menimbang|Mengingat|Menetapkan|Memperhatikan)\b)")
# No link in a link, no star across a star: each character is looked at a bounded number of times.
_DALAM = re.compile(
    r"\*\*(?P<tebal>[^*\s](?:[^*]{0,1000}[^*\s])?)\*\*"
    r"|\*(?P<miring>[^*\s](?:[^*]{0,1000}[^*\s])?)\*"
    r"|\[(?P<tautan>[^][]{1,500})\]\((?:https?:|mailto:)[^()\s]{0,500}\)"
)


@dataclass(frozen=True, slots=True)
class Bersih:
    """A text without marks: what it says, which stretches are italic, whether all of it is bold."""

    teks: str
    miring: tuple[tuple[int, int], ...] = ()
    tebal: bool = False


def strip_line_marks(teks: str) -> tuple[str, bool]:
    """Take off the mark before a line, indentation included; tell whether it marks a heading."""
    isi = teks.lstrip()
    if cocok := _KEPALA.match(isi):
        return isi[cocok.end() :], True
    if cocok := _BUTIR.match(isi):
        return isi[cocok.end() :], False
    return isi, False


def strip_inline_marks(teks: str) -> Bersih:
    """Take off the marks inside a paragraph."""
    if "*" not in teks and "](" not in teks:
        return Bersih(teks)
    bagian: list[str] = []
    miring: list[tuple[int, int]] = []
    panjang = akhir = tebal = 0
    for cocok in _DALAM.finditer(teks):
        bagian.append(teks[akhir : cocok.start()])
        panjang += len(bagian[-1])
        isi = cocok["tebal"] or cocok["miring"] or cocok["tautan"]
        if cocok["miring"]:
            miring.append((panjang, panjang + len(isi)))
        tebal += len(isi) if cocok["tebal"] else 0
        bagian.append(isi)
        panjang += len(isi)
        akhir = cocok.end()
    bagian.append(teks[akhir:])
    hasil = "".join(bagian)
    return Bersih(hasil, tuple(miring), bool(tebal) and tebal == len(hasil.strip()))
