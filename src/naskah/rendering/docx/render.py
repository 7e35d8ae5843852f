"""A naskah and a compiled template become the bytes of a .docx."""

from pathlib import Path

from naskah.model.galat import NaskahError
from naskah.model.naskah import Naskah
from naskah.rendering.docx.compile import CompiledTemplate
from naskah.rendering.docx.context import build_context
from naskah.rendering.docx.images import add_images, logo_run, read_image
from naskah.rendering.docx.marks import apply_marks
from naskah.rendering.docx.package import Anggota, deflate, inflate, write_package

_JENIS_ISI = "[Content_Types].xml"
_RELASI = "word/_rels/document.xml.rels"


def render_docx(naskah: Naskah, templat: CompiledTemplate, *, aset: Path | None = None) -> bytes:
    """Return the Word file of a naskah; the same naskah and template give the same bytes.

    `aset` is the folder of the logos (the current folder when None).

    Raises:
        NaskahError: a text, reference or logo that cannot be written, or a tag of the template that fails.
    """
    gambar = tuple(read_image(nama, aset) for nama in naskah.kepala.logo)
    baru = render_parts(templat, build_context(naskah, logo_run(gambar)))
    media: list[Anggota] = []
    if gambar:
        lama = {satu.nama: satu for satu in templat.anggota if satu.nama in (_JENIS_ISI, _RELASI)}
        baru[_JENIS_ISI], baru[_RELASI], media = add_images(
            gambar, inflate(lama[_JENIS_ISI]).decode(), inflate(lama[_RELASI]).decode()
        )
    anggota = [deflate(satu.nama, baru[satu.nama].encode()) if satu.nama in baru else satu for satu in templat.anggota]
    return write_package(anggota + media)


def render_parts(templat: CompiledTemplate, konteks: dict[str, object]) -> dict[str, str]:
    """Return the text of each part that holds tags."""
    from jinja2 import TemplateError

    try:
        return {nama: apply_marks(bagian.render(konteks)) for nama, bagian in templat.bagian.items()}
    # A tag may compute what it likes with what it is given, so Python's own errors are errors of the template too.
    except (TemplateError, TypeError, ValueError, LookupError, ArithmeticError) as error:
        raise NaskahError(
            f"Templat {templat.nama} tidak dapat diisi: {error}. Periksa dengan: naskah templat periksa."
        ) from error
