"""What a style cannot say of a paragraph: that its number is typed, that it must stay with the next one.

The template gives a paragraph its style; the text that fills it may carry a mark, an XML comment. After rendering
each mark becomes a property of the paragraph around it.
"""

import re

# No text of a user can hold these: "<" is escaped.
DIKETIK = "<!--diketik-->"
LEKAT = "<!--lekat-->"

_PPR = re.compile(r"<w:p(?: [^>]*)?>(<w:pPr>)?(<w:pStyle [^>]*/>)?(<w:keepNext\b[^>]*/>)?")
# In w:pPr the schema puts these before w:numPr.
_SEBELUM_NOMOR = re.compile(r"(?:<w:(?:keepLines|pageBreakBefore|widowControl)\b[^>]*/>)*")
_NOMOR = re.compile(r"<w:numPr>.*?</w:numPr>", re.DOTALL)
# ECMA-376 17.9.18: list 0 takes a paragraph out of the numbering that its style gives it.
_TANPA_NOMOR = '<w:numPr><w:numId w:val="0"/></w:numPr>'


def apply_marks(xml: str) -> str:
    """Return the document with every mark turned into a property of its paragraph."""
    pertama, *lain = xml.split("<!--")
    hasil = [pertama]
    for satu in lain:
        tanda, _, sisa = satu.partition("-->")
        if f"<!--{tanda}-->" in (DIKETIK, LEKAT):
            _mark_paragraph(hasil, tanda)
            hasil.append(sisa)
        else:
            hasil.append(f"<!--{satu}")
    return "".join(hasil)


def _mark_paragraph(hasil: list[str], tanda: str) -> None:
    """Change the start of the last paragraph, which lies in the last piece or, after another mark, before it."""
    for i in range(len(hasil) - 1, -1, -1):
        awal = max(hasil[i].rfind("<w:p>"), hasil[i].rfind("<w:p "))
        if awal >= 0:
            hasil[i] = hasil[i][:awal] + _apply(hasil[i][awal:], f"<!--{tanda}-->")
            return


def _apply(paragraf: str, tanda: str) -> str:
    """Add properties to the start of a paragraph."""
    cocok = _PPR.match(paragraf)
    if cocok is None:
        return paragraf
    kepala, sisa = paragraf[: cocok.end()], paragraf[cocok.end() :]
    if not cocok[1]:
        kepala, sisa = f"{kepala}<w:pPr>", f"</w:pPr>{sisa}"
    if tanda == LEKAT and not cocok[3]:
        kepala += "<w:keepNext/>"
    if tanda == DIKETIK:
        ppr, tutup, isi = sisa.partition("</w:pPr>")
        lain = _SEBELUM_NOMOR.match(ppr)
        letak = lain.end() if lain else 0
        sisa = ppr[:letak] + _TANPA_NOMOR + _NOMOR.sub("", ppr[letak:]) + tutup + isi
    return kepala + sisa
