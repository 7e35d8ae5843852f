"""Small Word files to check, findings in them, and what they say once tracked changes are accepted or rejected."""

import zipfile
from copy import deepcopy
from pathlib import Path
from typing import Any

from docx import Document
from lxml import etree
from openxml_audit import OpenXmlValidator

from naskah.checking.finding import Keparahan, Perbaikan, Temuan
from naskah.model.tempat import Tempat
from naskah.reading.docx import iter_paragraphs, own_text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def make_docx(jalur: Path, *alinea: tuple[str | tuple[str, str], ...]) -> Path:
    """A file whose paragraphs are given as runs: text, or text and "b" for bold, "i" for italic."""
    dokumen = Document()
    for runs in alinea:
        paragraf = dokumen.add_paragraph()
        for satu in runs:
            teks, sifat = satu if isinstance(satu, tuple) else (satu, "")
            run = paragraf.add_run(teks)
            run.bold, run.italic = ("b" in sifat) or None, ("i" in sifat) or None
    dokumen.save(str(jalur))
    return jalur


def read_root(jalur: Path) -> Any:
    with zipfile.ZipFile(jalur) as arsip:
        return etree.fromstring(arsip.read("word/document.xml"))


def find(jalur: Path, kata: str, ganti: str | None = None, *, kode: str = "B01", ke: int = 0) -> Temuan:
    """A finding about words where they stand in the file, with a remedy where one is given."""
    semua = [
        (i, awal) for i, p in enumerate(map(own_text, iter_paragraphs(read_root(jalur)))) for awal in _starts(p, kata)
    ]
    alinea, awal = semua[ke]
    return Temuan(
        kode,
        Keparahan.GALAT,
        f"Alinea {alinea + 1}",
        f'"{kata}" tidak baku.',
        "Pakai bentuk bakunya.",
        kata,
        Tempat(alinea, alinea + 1, awal),
        None if ganti is None else Perbaikan(awal, awal + len(kata), ganti),
    )


def _starts(teks: str, kata: str) -> list[int]:
    return [i for i in range(len(teks)) if teks.startswith(kata, i)]


def accept(akar: Any) -> list[str]:
    """The paragraphs with every tracked change accepted."""
    return _settle(akar, "del")


def reject(akar: Any) -> list[str]:
    """The paragraphs with every tracked change rejected."""
    return _settle(akar, "ins")


def _settle(akar: Any, dibuang: str) -> list[str]:
    akar = deepcopy(akar)
    for satu in list(akar.iter(f"{W}{dibuang}")):
        satu.getparent().remove(satu)
    for satu in akar.iter(f"{W}delText"):
        satu.tag = f"{W}t"
    for satu in list(akar.iter(f"{W}del")):
        for run in reversed(satu):
            satu.addnext(run)
        satu.getparent().remove(satu)
    return [own_text(p) for p in iter_paragraphs(akar)]


def other_parts(jalur: Path, *kecuali: str) -> dict[str, bytes]:
    """Every part of a file but some."""
    with zipfile.ZipFile(jalur) as arsip:
        return {nama: arsip.read(nama) for nama in arsip.namelist() if nama not in kecuali}


def list_schema_faults(jalur: Path) -> list[str]:
    """What a schema validator says of a file."""
    return [str(satu) for satu in OpenXmlValidator().validate(jalur).errors]
