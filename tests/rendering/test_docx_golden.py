"""The document part as a golden file: a change of one attribute shows."""

from lxml import etree
from rendered_docx import parts
from sample_trees import make_small

from naskah.rendering.docx import render_docx


def pretty(xml: bytes) -> str:
    akar = etree.fromstring(xml, etree.XMLParser(remove_blank_text=True))
    etree.indent(akar)
    return etree.tostring(akar, encoding="unicode")


def test_document(templat, snapshot) -> None:
    isi = parts(render_docx(make_small(), templat(make_small())))
    for bagian in ("word/document.xml", "word/footer_default.xml", "docProps/core.xml"):
        assert pretty(isi[bagian]) == snapshot(name=bagian)
