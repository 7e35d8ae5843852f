"""Running text as WordprocessingML runs: escaped, spaces kept, foreign words italic, REF fields live."""

import re
from functools import lru_cache

from markupsafe import Markup

from naskah.model.isi import Isi, Silang
from naskah.rendering.characters import check_characters
from naskah.rendering.docx.bookmarks import Rujukan, Sasaran
from naskah.rendering.no_break import bind

_PUTUS = re.compile("([\t\n])")
_T = '<w:t xml:space="preserve">'
_MIRING = '<w:rPr><w:rStyle w:val="IstilahAsing"/></w:rPr>'


def escape_teks(teks: str) -> str:
    """Escape text for XML.

    Raises:
        NaskahError: the text holds a control character.
    """
    check_characters(teks)
    if "&" in teks:
        teks = teks.replace("&", "&amp;")
    if "<" in teks:
        teks = teks.replace("<", "&lt;")
    return teks.replace(">", "&gt;") if ">" in teks else teks


def run_xml(teks: str, *, miring: bool = False) -> str:
    """Return one run: tab and newline become w:tab and w:br."""
    rpr = _MIRING if miring else ""
    isi = escape_teks(teks)
    if "\n" not in isi and "\t" not in isi:
        return f"<w:r>{rpr}{_T}{isi}</w:t></w:r>"
    potongan = (
        "<w:br/>" if satu == "\n" else "<w:tab/>" if satu == "\t" else f"{_T}{satu}</w:t>"
        for satu in _PUTUS.split(isi)
        if satu
    )
    return f"<w:r>{rpr}{''.join(potongan)}</w:r>"


# Names, numbers and offices return in document after document.
@lru_cache(maxsize=1024)
def plain_run(teks: str) -> Markup:
    """Return plain text as a run for a `{{r }}` tag."""
    return Markup(run_xml(teks)) if teks else Markup("")


@lru_cache(maxsize=1024)
def inline_text(teks: str) -> Markup:
    """Return plain text for a `{{ }}` tag: it stands inside the w:t of the template."""
    isi = escape_teks(teks)
    if "\n" in isi or "\t" in isi:
        isi = isi.replace("\n", f"</w:t><w:br/>{_T}").replace("\t", f"</w:t><w:tab/>{_T}")
    return Markup(isi)


def _ref_xml(teks: str, sasaran: Sasaran) -> str:
    if sasaran.saklar is None:
        # The number printed is not one that Word would compute there: a link, that no update can spoil.
        return f'<w:hyperlink w:anchor="{sasaran.nama}" w:history="1">{run_xml(teks)}</w:hyperlink>'
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> REF {sasaran.nama} {sasaran.saklar}\\h </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run_xml(teks)}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def isi_xml(isi: Isi, rujukan: Rujukan) -> str:
    """Return running text as runs."""
    potongan = _write_spans(isi)
    if len(potongan) == 1 and isinstance(potongan[0], str):
        return potongan[0]
    return "".join([p if isinstance(p, str) else _ref_xml(p[1], rujukan.find(p[0])) for p in potongan])


def plain_xml(isi: Isi) -> str | None:
    """Return running text as runs; None when there are references in it."""
    potongan = _write_spans(isi)
    if any(isinstance(satu, tuple) for satu in potongan):
        return None
    return "".join(str(satu) for satu in potongan)


# Documents of one batch have most of their texts in common.
@lru_cache(maxsize=2048)
def _write_spans(isi: Isi) -> tuple[str | tuple[Silang, str], ...]:
    """The runs of running text; a reference, whose target each document has its own, as it is to be printed."""
    hasil: list[str | tuple[Silang, str]] = []
    for span, terikat in zip(isi, bind(isi), strict=True):
        if isinstance(span, Silang):
            hasil.append((span, terikat.teks))
        elif hasil and isinstance(hasil[-1], str):
            hasil[-1] += run_xml(terikat.teks, miring=span.miring)
        else:
            hasil.append(run_xml(terikat.teks, miring=span.miring))
    return tuple(hasil)
