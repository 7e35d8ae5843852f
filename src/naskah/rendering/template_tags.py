"""The tags of a template: are they whole, do they name what a naskah has, do they swallow text."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from lxml import etree

from naskah.model.naskah import GayaDaftar
from naskah.rendering.docx.compile import environment
from naskah.rendering.docx.context import NAMA_ATRIBUT, build_context
from naskah.rendering.docx.package import Anggota, inflate
from naskah.rendering.docx.runs import plain_run
from naskah.rendering.template_package import PENGURAI
from naskah.rendering.template_sample import make_sample
from naskah.rendering.word_styles import W, text_of

_ATRIBUT_LOOP = {"first", "last", "index", "index0", "length", "revindex", "revindex0", "previtem", "nextitem"}
_TAG_TUNGGAL = {"p": f"{W}p", "tr": f"{W}tr", "tc": f"{W}tc"}
_TAG = re.compile(r"\{[{%#](p|tr|tc) .*?[%}#]\}", re.DOTALL)
_TAG_UTUH = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_POTONGAN = re.compile(r"\{[{%#]|[}%#]\}")
_PESAN = (
    (
        r"Unexpected end of template.*innermost block that needs to be closed is '(\w+)'",
        "{0} belum ditutup: tambahkan end{0}",
    ),
    (r"Encountered unknown tag '(end\w+|el\w+)'", "{0} tidak mempunyai pembuka: tambahkan pembukanya atau hapus {0}"),
    (r"Encountered unknown tag '(\w+)'", "{0} bukan tag yang dikenal; pakai if, for, atau set"),
    (r"No (?:filter|test) named '(\w+)'", "{0} tidak dikenal; hapus bagian itu"),
    (r"unexpected (.*)|expected token (.*)", "tertulis kurang tepat; bandingkan dengan templat baku"),
)


def iter_tag_faults(anggota: tuple[Anggota, ...], sumber: dict[str, str]) -> Iterator[str]:
    """Yield what is wrong with the tags of a template; `sumber` are its parts as prepared for Jinja."""
    akar = [
        etree.fromstring(inflate(satu), PENGURAI)
        for satu in anggota
        if satu.nama in sumber and satu.nama.startswith("word/")
    ]
    # Jinja would run on to the end of some later tag and complain of that one.
    potong = [pesan for satu in akar for pesan in _unclosed(satu)]
    yield from potong or (pesan for teks in sumber.values() for pesan in _syntax(teks))
    for satu in akar:
        yield from _swallowed(satu)


def _unclosed(akar: Any) -> Iterator[str]:
    for satu in akar.iter(f"{W}p"):
        teks = text_of(satu)
        if potong := _POTONGAN.search(_TAG_UTUH.sub("", teks)):
            yield f"tag tidak utuh pada “{teks.strip()[:80]}”: “{potong[0]}” tanpa pasangannya; lengkapi tag itu"


def _swallowed(akar: Any) -> Iterator[str]:
    """A {%p %} tag takes its whole paragraph away, a {%tr %} its row: other text there is lost."""
    for jenis, unsur in _TAG_TUNGGAL.items():
        for satu in akar.iter(unsur):
            teks = text_of(satu)
            tag = [cocok for cocok in _TAG.finditer(teks) if cocok[1] == jenis]
            sisa = _TAG.sub("", teks).strip()
            if tag and sisa:
                wadah = "paragraf" if jenis == "p" else "baris tabel"
                yield f"tulisan “{sisa[:60]}” hilang, sewadah dengan tag {tag[0][0]}; pindahkan ke {wadah} sendiri"


def _syntax(sumber: str) -> Iterator[str]:
    from jinja2 import TemplateSyntaxError

    # A line for each paragraph, so that the line of an error is a paragraph of the template.
    baris = re.sub(r"<w:p(?=[ >])", "\n<w:p", sumber)
    env = environment()
    try:
        env.compile(baris)
        pohon = env.parse(baris)
    except TemplateSyntaxError as error:
        yield f"tag {_translate(error.message or '')}{_surroundings(baris, error.lineno)}"
        return
    yield from _unknown_names(pohon)


def _translate(pesan: str) -> str:
    for pola, terjemahan in _PESAN:
        if cocok := re.search(pola, pesan, re.DOTALL):
            return terjemahan.format(cocok[1])
    return f"tidak dapat dibaca ({pesan})"


def _surroundings(sumber: str, nomor: int) -> str:
    baris = sumber.split("\n")
    teks = " ".join(re.sub(r"<[^>]+>", "", satu).strip() for satu in baris[max(0, nomor - 3) : nomor + 1])
    return f" (di sekitar: {teks.strip()[-160:]})" if teks.strip() else ""


def _unknown_names(pohon: Any) -> Iterator[str]:
    from jinja2 import meta, nodes

    dikenal = set(build_context(make_sample(GayaDaftar.ANGKA), plain_run("")))
    for nama in sorted(meta.find_undeclared_variables(pohon) - dikenal):
        yield f"nama “{nama}” dalam tag tidak dikenal{_suggest(nama, dikenal)}"
    for atribut in sorted({satu.attr for satu in pohon.find_all(nodes.Getattr)} - NAMA_ATRIBUT - _ATRIBUT_LOOP):
        yield f"nama “.{atribut}” dalam tag tidak dikenal{_suggest(atribut, NAMA_ATRIBUT)}"


def _suggest(nama: str, dikenal: set[str] | frozenset[str]) -> str:
    mirip = get_close_matches(nama, sorted(dikenal), 1)
    return f"; mungkin maksudnya “{mirip[0]}”" if mirip else f"; yang ada: {', '.join(sorted(dikenal))}"
