"""The tags of a template: are they whole, do they name what a naskah has, do they swallow text."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from lxml import etree

from naskah.model.naskah import GayaDaftar
from naskah.rendering.docx.context import NAMA_ATRIBUT, build_context
from naskah.rendering.docx.jinja_parts import environment
from naskah.rendering.docx.package import Anggota, inflate
from naskah.rendering.docx.runs import plain_run
from naskah.rendering.docx.tag_errors import explain_syntax, split_paragraphs
from naskah.rendering.template_finding import Temuan
from naskah.rendering.template_package import PENGURAI
from naskah.rendering.template_sample import make_sample
from naskah.rendering.word_styles import W, text_of

_ATRIBUT_LOOP = {"first", "last", "index", "index0", "length", "revindex", "revindex0", "previtem", "nextitem"}
_TAG_TUNGGAL = {"p": f"{W}p", "tr": f"{W}tr", "tc": f"{W}tc"}
_TAG = re.compile(r"\{[{%#](p|tr|tc) .*?[%}#]\}", re.DOTALL)
_TAG_UTUH = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_POTONGAN = re.compile(r"\{[{%#]|[}%#]\}")
_TERHAPUS = (f"{W}del", f"{W}moveFrom")


def iter_tag_faults(anggota: tuple[Anggota, ...], sumber: dict[str, str]) -> Iterator[Temuan]:
    """Yield what is wrong with the tags of a template; `sumber` are its parts as prepared for Jinja."""
    akar = [
        etree.fromstring(inflate(satu), PENGURAI)
        for satu in anggota
        if satu.nama in sumber and satu.nama.startswith("word/")
    ]
    # Jinja would run on to the end of some later tag and complain of that one.
    potong = [temuan for satu in akar for temuan in (*_deleted(satu), *_unclosed(satu))]
    yield from potong or (temuan for teks in sumber.values() for temuan in _syntax(teks))
    for satu in akar:
        yield from _swallowed(satu)


def _unclosed(akar: Any) -> Iterator[Temuan]:
    for satu in akar.iter(f"{W}p"):
        teks = text_of(satu)
        if potong := _POTONGAN.search(_TAG_UTUH.sub("", teks)):
            yield Temuan(
                f"tag tidak utuh pada “{teks.strip()[:80]}”: “{potong[0]}” tanpa pasangannya; lengkapi tag itu"
            )


def _deleted(akar: Any) -> Iterator[Temuan]:
    """A tag that is deleted only as a tracked change is still there, and what fills it is no whole paragraph."""
    for satu in akar.iter(f"{W}p"):
        if next(satu.iter(*_TERHAPUS), None) is not None:
            teks = "".join(bagian.text or "" for bagian in satu.iter(f"{W}t", f"{W}delText"))
            if _POTONGAN.search(teks):
                yield Temuan(
                    f"tag pada “{teks.strip()[:80]}” memuat penghapusan terlacak; terima atau tolak perubahan itu"
                )


def _swallowed(akar: Any) -> Iterator[Temuan]:
    """A {%p %} tag takes its whole paragraph away, a {%tr %} its row: other text there is lost."""
    for jenis, unsur in _TAG_TUNGGAL.items():
        for satu in akar.iter(unsur):
            teks = text_of(satu)
            tag = [cocok for cocok in _TAG.finditer(teks) if cocok[1] == jenis]
            sisa = _TAG.sub("", teks).strip()
            if tag and sisa:
                wadah = "paragraf" if jenis == "p" else "baris tabel"
                yield Temuan(
                    f"tulisan “{sisa[:60]}” hilang, sewadah dengan tag {tag[0][0]}; pindahkan ke {wadah} sendiri"
                )


def _syntax(sumber: str) -> Iterator[Temuan]:
    from jinja2 import TemplateSyntaxError

    baris = split_paragraphs(sumber)
    env = environment()
    try:
        env.compile(baris)
        pohon = env.parse(baris)
    except TemplateSyntaxError as error:
        yield Temuan(f"tag {explain_syntax(error.message or '')}{_surroundings(baris, error.lineno)}")
        return
    yield from _unknown_names(pohon)


def _surroundings(sumber: str, nomor: int) -> str:
    baris = sumber.split("\n")
    teks = " ".join(re.sub(r"<[^>]+>", "", satu).strip() for satu in baris[max(0, nomor - 3) : nomor + 1])
    return f" (di sekitar: {teks.strip()[-160:]})" if teks.strip() else ""


def _unknown_names(pohon: Any) -> Iterator[Temuan]:
    from jinja2 import meta, nodes

    dikenal = set(build_context(make_sample(GayaDaftar.ANGKA), plain_run("")))
    for nama in sorted(meta.find_undeclared_variables(pohon) - dikenal):
        yield Temuan(f"nama “{nama}” dalam tag tidak dikenal{_suggest(nama, dikenal)}")
    for atribut in sorted({satu.attr for satu in pohon.find_all(nodes.Getattr)} - NAMA_ATRIBUT - _ATRIBUT_LOOP):
        yield Temuan(f"nama “.{atribut}” dalam tag tidak dikenal{_suggest(atribut, NAMA_ATRIBUT)}")


def _suggest(nama: str, dikenal: set[str] | frozenset[str]) -> str:
    mirip = get_close_matches(nama, sorted(dikenal), 1)
    return f"; mungkin maksudnya “{mirip[0]}”" if mirip else f"; yang ada: {', '.join(sorted(dikenal))}"
