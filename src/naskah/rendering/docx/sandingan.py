"""A comparison of two versions as a Word file: a table in landscape F4 whose header is repeated on every page.

Written as XML at once, without a template: it is a working paper, and its cost stays linear in its rows.
"""

from collections.abc import Iterable

from naskah.assembly.sandingan import Alinea, BarisSandingan, Kata, Sandingan
from naskah.rendering.docx.package import deflate, write_package
from naskah.rendering.docx.runs import escape_teks
from naskah.rendering.docx.sandingan_parts import LEKUK_TERDALAM, OFFICE, PAKET, XML, W, fixed_parts
from naskah.rendering.no_break import bind_text

_R = f'xmlns:r="{OFFICE}"'

# Lengths in twips (1/1440 inch). F4 on its side, margins of 2 cm; the last column is narrower.
_HALAMAN, _TEPI = (18709, 12189), 1134
_LEBAR = (7000, 7000, 2441)


def render_docx_sandingan(sandingan: Sandingan) -> bytes:
    """Return the Word file; the same comparison gives the same bytes.

    Raises:
        NaskahError: a control character in a text.
    """
    bagian = fixed_parts() | {"docProps/core.xml": _core(sandingan), "word/document.xml": _document(sandingan)}
    return write_package([deflate(nama, isi.encode()) for nama, isi in bagian.items()])


def _document(sandingan: Sandingan) -> str:
    kepala = _table_row(
        [
            [_paragraph("KepalaKolom", "SEMULA"), _paragraph("KepalaKolom", sandingan.semula)],
            [_paragraph("KepalaKolom", "MENJADI"), _paragraph("KepalaKolom", sandingan.menjadi)],
            [_paragraph("KepalaKolom", "KETERANGAN")],
        ],
        "<w:cantSplit/><w:tblHeader/>",
    )
    garis = "".join(
        f'<w:{sisi} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for sisi in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    kisi = "".join(f'<w:gridCol w:w="{lebar}"/>' for lebar in _LEBAR)
    tabel = (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(_LEBAR)}" w:type="dxa"/><w:tblBorders>{garis}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr><w:tblGrid>{kisi}</w:tblGrid>{kepala}{''.join(map(_row, sandingan.baris))}</w:tbl>"
    )
    sisi = "".join(f' w:{s}="{_TEPI}"' for s in ("top", "right", "bottom", "left"))
    bagian = (
        '<w:sectPr><w:headerReference w:type="default" r:id="header"/>'
        f'<w:pgSz w:w="{_HALAMAN[0]}" w:h="{_HALAMAN[1]}" w:orient="landscape"/>'
        f'<w:pgMar{sisi} w:header="567" w:footer="567" w:gutter="0"/><w:cols w:space="708"/></w:sectPr>'
    )
    judul = _paragraph("JudulSandingan", "PERSANDINGAN") + _paragraph("JudulSandingan", sandingan.judul)
    isi = f"{judul}{tabel}{_paragraph('BarisAkhir', '')}{bagian}"
    return f"{XML}<w:document {W} {_R}><w:body>{isi}</w:body></w:document>"


def _row(baris: BarisSandingan) -> str:
    keterangan = [_paragraph("Keterangan", baris.keterangan)]
    # A heading stays with the first row under it; a long ayat may run over a page.
    gaya = "JudulBaris" if baris.judul else ""
    sel = [_cell(baris.semula, "KataHapus", gaya), _cell(baris.menjadi, "KataBaru", gaya), keterangan]
    return _table_row(sel, "<w:cantSplit/>" if baris.judul else "")


def _cell(alinea: Iterable[Alinea], tanda: str, gaya: str) -> list[str]:
    hasil = [_line(satu, tanda, gaya) for satu in alinea]
    return hasil or [_paragraph(gaya or "Sel", "")]


def _line(alinea: Alinea, tanda: str, gaya: str) -> str:
    isi = "".join(_run(kata, tanda) for kata in alinea.kata)
    if gaya:
        return f'<w:p><w:pPr><w:pStyle w:val="{gaya}"/></w:pPr>{isi}</w:p>'
    lekuk = min(alinea.lekuk, LEKUK_TERDALAM)
    nomor = f"{_plain(alinea.tanda)}<w:r><w:tab/></w:r>" if alinea.tanda else ""
    dalam = f"SelBernomor{lekuk}" if nomor else f"Sel{lekuk}" if lekuk else "Sel"
    return f'<w:p><w:pPr><w:pStyle w:val="{dalam}"/></w:pPr>{nomor}{isi}</w:p>'


def _run(kata: Kata, tanda: str) -> str:
    sifat = f'<w:rStyle w:val="{tanda}"/>' if kata.beda else ""
    sifat += "<w:i/><w:iCs/>" if kata.miring else ""
    rpr = f"<w:rPr>{sifat}</w:rPr>" if sifat else ""
    # A break inside a cell says nothing in a comparison.
    teks = escape_teks(bind_text(kata.teks.replace("\n", " ").replace("\t", " ")))
    return f'<w:r>{rpr}<w:t xml:space="preserve">{teks}</w:t></w:r>'


def _plain(teks: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape_teks(teks)}</w:t></w:r>' if teks else ""


def _paragraph(gaya: str, teks: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{gaya}"/></w:pPr>{_plain(teks)}</w:p>'


def _table_row(sel: list[list[str]], sifat: str) -> str:
    isi = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{lebar}" w:type="dxa"/></w:tcPr>{"".join(alinea)}</w:tc>'
        for lebar, alinea in zip(_LEBAR, sel, strict=True)
    )
    return f"<w:tr>{f'<w:trPr>{sifat}</w:trPr>' if sifat else ''}{isi}</w:tr>"


def _core(sandingan: Sandingan) -> str:
    # Without dates: the same input must give the same bytes.
    judul = escape_teks(f"Persandingan {sandingan.judul}")
    return (
        f'{XML}<cp:coreProperties xmlns:cp="{PAKET}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{judul}</dc:title><dc:language>id-ID</dc:language></cp:coreProperties>"
    )
