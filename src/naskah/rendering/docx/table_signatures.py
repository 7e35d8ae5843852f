"""The signatures of an annex as the last rows of its table, without lines.

Rows of one table can be bound to each other, in Word and in LibreOffice alike; a table cannot be bound to what
follows it. So the signatures never stand on a page alone, with nothing above them that they sign.
"""

from collections.abc import Iterator, Sequence

from naskah.model.isi import Isi, Teks
from naskah.model.naskah import BlokTandaTangan
from naskah.rendering.docx.runs import run_xml

JARAK = "JarakTabel"
GAYA_PENUTUP = "PenutupNaskah"
GAYA_PENANDATANGAN = ("SebutanPenandatangan", "RuangMeterai", "NamaPenandatangan")
_TINGGI_METERAI = 1701  # 3 cm, as in the signature block of the templates
# Without a line of its own the top keeps that of the row above, the last one of the table proper.
_TANPA_GARIS = "".join(f'<w:{sisi} w:val="nil"/>' for sisi in ("left", "bottom", "right"))
_TANPA_ATAS = f'<w:top w:val="nil"/>{_TANPA_GARIS}'


def closing_row(alinea: Sequence[Isi], lebar: Sequence[int]) -> str:
    """The closing words as a row over all columns: bound to the row above them and to the signatures below."""
    isi = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{GAYA_PENUTUP}"/><w:keepNext/></w:pPr>'
        + "".join(run_xml(s.teks, miring=isinstance(s, Teks) and s.miring) for s in satu)
        + "</w:p>"
        for satu in alinea
    )
    return _row([isi], [(len(lebar), sum(lebar))], _TANPA_GARIS)


def iter_signature_rows(
    baris: Sequence[Sequence[BlokTandaTangan]], lebar: Sequence[int], *, di_bawah_tabel: bool = True
) -> Iterator[str]:
    """Yield the rows for one or two signatures in each row of `baris`; `lebar` are the widths of the columns.

    `di_bawah_tabel`: the row above the first is one of the table proper, whose last line stays, and not the closing.
    """
    sebutan, ruang, nama = GAYA_PENANDATANGAN
    for i, blok in enumerate(baris):
        rentang = _share_columns(lebar, len(blok))
        garis = _TANPA_GARIS if di_bawah_tabel and not i else _TANPA_ATAS
        kepala = [
            (_paragraph(JARAK) if di_bawah_tabel or i else "")
            + _paragraph(sebutan, f"{satu.sebutan},")
            + (_paragraph(sebutan, f"{satu.jabatan},") if satu.jabatan else "")
            for satu in blok
        ]
        yield _row(kepala, rentang, garis)
        yield _row([_paragraph(ruang) for _ in blok], rentang, _TANPA_ATAS, _TINGGI_METERAI)
        yield _row([_paragraph(nama, satu.nama) for satu in blok], rentang, _TANPA_ATAS)


def _share_columns(lebar: Sequence[int], bagian: int) -> list[tuple[int, int]]:
    """How many columns each of the equal parts spans, and its width; the nearest line between columns divides them."""
    hasil, awal, jumlah = [], 0, sum(lebar)
    for i in range(1, bagian + 1):
        akhir = min(range(awal + 1, len(lebar) + 1), key=lambda n: abs(sum(lebar[:n]) - jumlah * i / bagian))
        hasil.append((akhir - awal, sum(lebar[awal:akhir])))
        awal = akhir
    return hasil


def _paragraph(gaya: str, teks: str = "") -> str:
    runs = run_xml(teks) if teks else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{gaya}"/><w:keepNext/></w:pPr>{runs}</w:p>'


def _row(sel: Sequence[str], rentang: Sequence[tuple[int, int]], garis: str, tinggi: int = 0) -> str:
    isi = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{lebar}" w:type="dxa"/><w:gridSpan w:val="{kolom}"/>'
        f"<w:tcBorders>{garis}</w:tcBorders></w:tcPr>{satu}</w:tc>"
        for satu, (kolom, lebar) in zip(sel, rentang, strict=True)
    )
    tinggi_xml = f'<w:trHeight w:val="{tinggi}" w:hRule="atLeast"/>' if tinggi else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{tinggi_xml}</w:trPr>{isi}</w:tr>"
