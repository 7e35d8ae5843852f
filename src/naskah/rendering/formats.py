"""A naskah in each form it can leave in."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from naskah.model.naskah import Naskah

Format = Literal["docx", "pdf", "txt", "html"]


def render(naskah: Naskah, formats: Sequence[Format], templat: Path, aset: Path | None = None) -> dict[Format, bytes]:
    """The bytes of a naskah in each of `formats`; `aset` is the folder of its logos.

    Raises NaskahError: a template that cannot be used, or LibreOffice missing when pdf is asked for.
    """
    hasil: dict[Format, bytes] = {}
    if "docx" in formats or "pdf" in formats:
        from naskah.rendering.docx import compile_template, render_docx

        docx = render_docx(naskah, compile_template(templat), aset=aset)
        if "docx" in formats:
            hasil["docx"] = docx
        if "pdf" in formats:
            hasil["pdf"] = _to_pdf(docx)
    if "txt" in formats:
        from naskah.rendering.text import render_txt

        hasil["txt"] = render_txt(naskah).encode()
    if "html" in formats:
        from naskah.rendering.html import render_html

        hasil["html"] = render_html(naskah).encode()
    return hasil


def _to_pdf(docx: bytes) -> bytes:
    from naskah.rendering.pdf import convert_pdf, scratch_folder

    with scratch_folder() as folder:
        asal = folder / "naskah.docx"
        asal.write_bytes(docx)
        return convert_pdf([asal], folder)[0].read_bytes()
