"""A naskah and a compiled template become the bytes of a .docx."""

from pathlib import Path

from naskah.model.galat import Galat, NaskahError
from naskah.model.naskah import Naskah
from naskah.rendering.docx.context import build_context
from naskah.rendering.docx.images import add_images, logo_run, read_image
from naskah.rendering.docx.jinja_parts import CompiledTemplate, environment
from naskah.rendering.docx.key_columns import has_wide_keys, widen_keys
from naskah.rendering.docx.marks import apply_marks
from naskah.rendering.docx.package import Anggota, deflate, inflate, write_package
from naskah.rendering.docx.quotations import check_quotations
from naskah.rendering.docx.typed_numbers import has_typed_numbers, indent_typed
from naskah.rendering.docx.wholeness import check_whole

_JENIS_ISI = "[Content_Types].xml"
_RELASI = "word/_rels/document.xml.rels"
_GAYA = "word/styles.xml"


def render_docx(naskah: Naskah, templat: CompiledTemplate, *, aset: Path | None = None) -> bytes:
    """Return the Word file of a naskah; the same naskah and template give the same bytes.

    `aset` is the folder of the logos (the current folder when None).

    Raises:
        NaskahError: a text, reference or logo that cannot be written, a tag of the template that fails, or something
            that only this naskah has and the template does not print.
    """
    lepas = [Galat(pesan, templat.nama) for bila, pesan in templat.bersyarat if getattr(naskah, bila, None)]
    if lepas:
        raise NaskahError(lepas)
    check_quotations(naskah, templat.sumber, templat.nama)
    gambar = tuple(read_image(nama, aset) for nama in naskah.kepala.logo)
    baru = render_parts(
        templat, build_context(naskah, logo_run(gambar), templat.ruang, tabel_menutup=templat.tabel_menutup)
    )
    media: list[Anggota] = []
    if gambar:
        lama = {satu.nama: satu for satu in templat.anggota if satu.nama in (_JENIS_ISI, _RELASI)}
        baru[_JENIS_ISI], baru[_RELASI], media = add_images(
            gambar, inflate(lama[_JENIS_ISI]).decode(), inflate(lama[_RELASI]).decode()
        )
    anggota = [deflate(satu.nama, baru[satu.nama].encode()) if satu.nama in baru else satu for satu in templat.anggota]
    return write_package(anggota + media)


def render_parts(templat: CompiledTemplate, konteks: dict[str, object]) -> dict[str, str]:
    """Return the text of each part that holds tags.

    Raises:
        NaskahError: a tag that fails, or what a tag leaves is no XML, which Word would refuse.
    """
    from jinja2 import TemplateError

    try:
        bagian = {nama: _apply_all_marks(satu.render(konteks), templat) for nama, satu in templat.bagian.items()}
    # A tag may compute what it likes with what it is given, so Python's own errors are errors of the template too.
    except (TemplateError, TypeError, ValueError, LookupError, ArithmeticError) as error:
        from naskah.rendering.docx.tag_errors import explain_failure

        pesan = explain_failure(error, templat.sumber, konteks, environment())
        raise NaskahError(f"Templat {templat.nama}: {pesan}.") from error
    for nama, teks in bagian.items():
        check_whole(templat.nama, nama, templat.sumber[nama], teks)
    return bagian


def _apply_all_marks(xml: str, templat: CompiledTemplate) -> str:
    xml = apply_marks(xml)
    lebar, diketik = has_wide_keys(xml), has_typed_numbers(xml)
    if not (lebar or diketik):
        return xml
    styles = next((inflate(satu).decode() for satu in templat.anggota if satu.nama == _GAYA), "")
    xml = indent_typed(xml, styles) if diketik else xml
    return widen_keys(xml, styles) if lebar else xml
