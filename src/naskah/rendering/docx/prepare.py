"""A template's XML made ready for Jinja by docxtpl, once. Loads docxtpl and lxml; nothing at render time does."""

import re

from naskah.model.galat import NaskahError
from naskah.rendering.docx.annex_section import make_conditional
from naskah.rendering.docx.package import Anggota, inflate

# The parts in which docxtpl looks for tags.
_BERTAG = re.compile(r"word/(document|(header|footer|footnotes)[^/]*)\.xml|docProps/core\.xml")
_TAG = re.compile(r"\{[{%]")
# A .docm or .dotx under the name .docx would make documents that Word refuses.
_JENIS = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
# What docxtpl leaves of the run around a {{r }} tag, once before it and once after.
_RUN_KOSONG = re.compile(
    r'<w:r(?: [^>]*)?>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t xml:space="preserve"></w:t></w:r>', re.DOTALL
)
# Braces that are text, as prepared sources print them.
TERTULIS = re.compile(r'\{\{ "(?:\{[{%]|[%}]\})" \}\}')
_BUKAN_TAG = re.compile(r"\{_([{%])|([%}])_\}")


def prepare_parts(anggota: tuple[Anggota, ...], nama: str) -> dict[str, str]:
    """Return the Jinja source of each part that holds tags; `nama` is how an error names the template.

    Raises:
        NaskahError: a part is not XML, or the template has no document.
    """
    bagian = {satu.nama: satu for satu in anggota if _BERTAG.fullmatch(satu.nama)}
    if "word/document.xml" not in bagian:
        raise NaskahError(
            f"{nama}: tidak memuat naskah Word (word/document.xml); simpan ulang dari Word sebagai .docx."
        )
    if not any(satu.nama == "[Content_Types].xml" and _JENIS in inflate(satu) for satu in anggota):
        raise NaskahError(f"{nama}: bukan dokumen Word biasa; simpan dari Word sebagai Dokumen Word (.docx).")
    sumber = {satu.nama: _prepare(satu, nama) for satu in bagian.values()}
    return {bagian: teks for bagian, teks in sumber.items() if _TAG.search(teks)}


def _prepare(satu: Anggota, nama: str) -> str:
    from docx.oxml.parser import parse_xml
    from docxtpl import DocxTemplate
    from lxml import etree

    try:
        # As docxtpl reads it: python-docx's parser drops the white space between elements.
        akar = parse_xml(inflate(satu))
    except etree.XMLSyntaxError as error:
        raise NaskahError(f"{nama}: bagian {satu.nama} rusak; buka dan simpan ulang templat dari Word.") from error
    if satu.nama == "word/document.xml":
        make_conditional(akar)
    xml = etree.tostring(akar, encoding="unicode")
    # docxtpl writes {_{ for braces that are text, and turns them back after rendering, in users' texts too.
    siap = _BUKAN_TAG.sub(_literal, _RUN_KOSONG.sub("", DocxTemplate.patch_xml(None, xml)))
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{siap}'


def _literal(cocok: re.Match[str]) -> str:
    teks = "{" + cocok[1] if cocok[1] else cocok[2] + "}"
    return '{{ "' + teks + '" }}'
