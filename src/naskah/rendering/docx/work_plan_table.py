"""The table of a Rencana Kerja as WordprocessingML, written row by row: linear, and without python-docx's cells.

Three rows of heading and a row of column numbers are repeated on every page; a programme's cell runs down its
activities. The look lives in named styles, of which there is a second, smaller set for tables of many columns.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from naskah.model.isi import Isi, Teks
from naskah.model.naskah import BlokTandaTangan
from naskah.model.tabel_rencana import KegiatanTabel, ProgramTabel, TabelRencanaKerja
from naskah.rendering.docx.column_widths import TWIP, Kolom, count_lines, narrowest, share_width
from naskah.rendering.docx.runs import run_xml
from naskah.rendering.docx.table_signatures import JARAK, closing_row, iter_signature_rows

TANDA = "V"
_TEPI = 86  # twips beside the text of a cell, left and right together
_JARAK_BARIS = 1.2
# Lines that the four rows of heading take at the most; what is left of the page is for one row.
_BARIS_KEPALA = 11


class Ruang(NamedTuple):
    """The room for text on a page, in twips."""

    lebar: int
    tinggi: int


# F4 on its side (UU 12/2011 Lampiran II angka 284), margins of 2 cm: what the shipped templates have.
RUANG_F4 = Ruang(16441, 9921)


class Gaya(NamedTuple):
    """A set of paragraph styles, and the size in points that they are shipped with."""

    kepala: str
    isi: str
    tanda: str
    ukuran: float


GAYA_BIASA = Gaya("KepalaTabelRK", "IsiTabelRK", "TandaTabelRK", 7.5)
GAYA_RAPAT = Gaya("KepalaTabelRKRapat", "IsiTabelRKRapat", "TandaTabelRKRapat", 6.5)
GAYA_TABEL = "TabelRK"
SEMUA_GAYA = (GAYA_TABEL, *GAYA_BIASA[:3], *GAYA_RAPAT[:3], JARAK)

_GABUNG = '<w:vMerge w:val="restart"/>'
_LANJUT = "<w:vMerge/>"


TandaTangan = tuple[tuple[BlokTandaTangan, ...], ...]


def table_xml(
    tabel: TabelRencanaKerja, ruang: Ruang = RUANG_F4, tanda_tangan: TandaTangan = (), penutup: Sequence[Isi] = ()
) -> Markup:
    """The table as wide as `ruang`, with closing words and signatures below it; rows that fit on a page stay whole."""
    return Markup(_Tabel(tabel, ruang, tanda_tangan, penutup).render())


@dataclass(frozen=True, slots=True)
class _Baris:
    """The texts of one row, paragraphs of each cell, from the column TAHAPAN on and without the years."""

    kiri: tuple[list[Isi], ...]
    kanan: tuple[list[Isi], ...]


def _plain(isi: Isi) -> str:
    return isi[0].teks if len(isi) == 1 else "".join(span.teks for span in isi)


def _read_row(satu: KegiatanTabel) -> _Baris:
    nama: Isi = (Teks(f"{satu.nomor}. "), *satu.nama)
    tahapan: list[Isi] = [(Teks(f"{i}) "), *isi) for i, isi in enumerate(satu.tahapan, 1)]
    tugas = [sel for t in satu.tugas for sel in (list(t.penanggung_jawab) or [()], [t.kegiatan])]
    return _Baris(([nama, *tahapan], [satu.lokasi], [satu.sumber_dana]), (*tugas, [satu.output], [satu.outcome]))


class _Tabel:
    def __init__(
        self, tabel: TabelRencanaKerja, ruang: Ruang, tanda_tangan: TandaTangan, penutup: Sequence[Isi]
    ) -> None:
        self._tabel, self._ruang, self._tanda_tangan, self._penutup = tabel, ruang, tanda_tangan, penutup
        self._n, self._p = len(tabel.tahun), len(tabel.pihak)
        self._baris = [[(k, _read_row(k)) for k in program.kegiatan] for program in tabel.program]
        kolom = self._measure()
        self._gaya = GAYA_BIASA
        if sum(narrowest(kolom, ruang.lebar, GAYA_BIASA.ukuran, _TEPI)) > ruang.lebar:
            self._gaya = GAYA_RAPAT
        self._lebar = share_width(kolom, ruang.lebar, self._gaya.ukuran, _TEPI)
        self._ppr = {
            nama: f'<w:p><w:pPr><w:pStyle w:val="{gaya}"/></w:pPr>'
            for nama, gaya in zip(("kepala", "isi", "tanda"), self._gaya[:3], strict=True)
        }
        self._paragraf: dict[int, str] = {}  # the same place or office stands in row after row

    def _headings(self) -> list[str]:
        """The lowest heading of each column."""
        tugas = ["PENANGGUNG JAWAB", "KEGIATAN"] * self._p
        kiri = ["No", "PROGRAM / KEGIATAN", "TAHAPAN KEGIATAN", "LOKASI", "SUMBER DANA"]
        return [*kiri, *map(str, self._tabel.tahun), *tugas, "OUTPUT", "OUTCOME"]

    def _measure(self) -> list[Kolom]:
        judul = self._headings()
        kolom = [Kolom(tetap=i == 0 or 5 <= i < 5 + self._n) for i in range(len(judul))]
        for i, (satu, teks) in enumerate(zip(kolom, judul, strict=True), 1):
            satu.add_heading(teks)
            satu.add_heading(f"({i})")
        kolom[0].add_heading(str(len(self._baris)))
        for program, baris in zip(self._tabel.program, self._baris, strict=True):
            kolom[1].add([_plain(program.nama)], 1 / len(baris))
            for _, satu_baris in baris:
                for i, sel in enumerate(satu_baris.kiri, 2):
                    kolom[i].add([_plain(isi) for isi in sel])
                for i, sel in enumerate(satu_baris.kanan, 5 + self._n):
                    kolom[i].add([_plain(isi) for isi in sel])
        return kolom

    def render(self) -> str:
        kisi = "".join(f'<w:gridCol w:w="{lebar}"/>' for lebar in self._lebar)
        bagian = [
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{GAYA_TABEL}"/><w:tblW w:w="{sum(self._lebar)}" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="{_TEPI // 2}" w:type="dxa"/>'
            f'<w:right w:w="{_TEPI // 2}" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>{kisi}</w:tblGrid>',
            *self._iter_header(),
        ]
        for program, baris in zip(self._tabel.program, self._baris, strict=True):
            bagian += self._iter_program(program, baris)
        if self._tanda_tangan:
            # The last row goes with the signatures to the next page.
            bagian[-1] = bagian[-1].replace("</w:pPr>", "<w:keepNext/></w:pPr>")
            if self._penutup:
                bagian.append(closing_row(self._penutup, self._lebar))
            bagian += iter_signature_rows(self._tanda_tangan, self._lebar, di_bawah_tabel=not self._penutup)
        bagian.append("</w:tbl>")
        return "".join(bagian)

    # The heading.

    def _iter_header(self) -> Iterator[str]:
        n, p, judul = self._n, self._p, self._headings()
        tugas, kanan = 5 + n, 5 + n + 2 * p
        for tingkat, gabung in enumerate((_GABUNG, _LANJUT, _LANJUT)):
            sel = [self._heading(i, judul[i] if not tingkat else "", merge=gabung) for i in range(5)]
            if tingkat < 2:
                sel.append(self._heading(5, "TAHUN" if not tingkat else "", span=n, merge=gabung))
            else:
                sel += [self._heading(5 + i, judul[5 + i]) for i in range(n)]
            if tingkat == 0:
                sel.append(self._heading(tugas, "TUGAS DAN TANGGUNG JAWAB", span=2 * p))
            elif tingkat == 1:
                sel += [self._heading(tugas + 2 * i, nama, span=2) for i, nama in enumerate(self._tabel.pihak)]
            else:
                sel += [self._heading(i, judul[i]) for i in range(tugas, kanan)]
            sel += [self._heading(i, judul[i] if not tingkat else "", merge=gabung) for i in (kanan, kanan + 1)]
            yield self._header_row(sel)
        nomor = (f"{self._ppr['tanda']}{run_xml(f'({i})')}</w:p>" for i in range(1, len(judul) + 1))
        yield self._header_row([self._cell(i, isi) for i, isi in enumerate(nomor)])

    @staticmethod
    def _header_row(sel: Sequence[str]) -> str:
        return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(sel)}</w:tr>"

    def _heading(self, kolom: int, teks: str, *, span: int = 1, merge: str = "") -> str:
        return self._cell(kolom, f"{self._ppr['kepala']}{run_xml(teks) if teks else ''}</w:p>", span=span, merge=merge)

    def _cell(self, kolom: int, isi: str, *, span: int = 1, merge: str = "") -> str:
        lebar = sum(self._lebar[kolom : kolom + span])
        rentang = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
        tengah = '<w:vAlign w:val="center"/>' if self._ppr["kepala"] in isi else ""
        return f'<w:tc><w:tcPr><w:tcW w:w="{lebar}" w:type="dxa"/>{rentang}{merge}{tengah}</w:tcPr>{isi}</w:tc>'

    # The rows.

    def _iter_program(self, program: ProgramTabel, baris: Sequence[tuple[KegiatanTabel, _Baris]]) -> Iterator[str]:
        kosong = f"{self._ppr['isi']}</w:p>"
        banyak = len(baris) > 1
        nomor = f"{self._ppr['tanda']}{run_xml(program.nomor)}</w:p>"
        kepala = self._cell(0, nomor, merge=_GABUNG * banyak)
        kepala += self._cell(1, self._paragraph(program.nama), merge=_GABUNG * banyak)
        lanjut = self._cell(0, kosong, merge=_LANJUT) + self._cell(1, kosong, merge=_LANJUT)
        tahun = {ada: f"{self._ppr['tanda']}{run_xml(TANDA) if ada else ''}</w:p>" for ada in (True, False)}
        buka = [f'<w:tc><w:tcPr><w:tcW w:w="{lebar}" w:type="dxa"/></w:tcPr>' for lebar in self._lebar]
        for i, (kegiatan, satu) in enumerate(baris):
            bagian = ["<w:tr><w:trPr><w:cantSplit/></w:trPr>" if self._fits(satu) else "<w:tr>"]
            bagian.append(lanjut if i else kepala)
            for kolom, sel in enumerate(satu.kiri, 2):
                bagian += (buka[kolom], *map(self._paragraph, sel), "</w:tc>")
            for kolom, angka in enumerate(self._tabel.tahun, 5):
                bagian += (buka[kolom], tahun[angka in kegiatan.tahun], "</w:tc>")
            for kolom, sel in enumerate(satu.kanan, 5 + self._n):
                bagian += (buka[kolom], *map(self._paragraph, sel), "</w:tc>")
            bagian.append("</w:tr>")
            yield "".join(bagian)

    def _paragraph(self, isi: Isi) -> str:
        # The tree keeps every Isi alive, so its identity is its own.
        xml = self._paragraf.get(id(isi))
        if xml is None:
            runs = "".join([run_xml(s.teks, miring=isinstance(s, Teks) and s.miring) for s in isi])
            xml = self._paragraf[id(isi)] = f"{self._ppr['isi']}{runs}</w:p>"
        return xml

    def _fits(self, satu: _Baris) -> bool:
        """Whether a row fits on a page below the heading; a higher one must break over pages."""
        ukuran = self._gaya.ukuran
        lebar = [*self._lebar[2:5], *self._lebar[5 + self._n :]]
        baris = max(
            count_lines([_plain(isi) for isi in sel], kolom - _TEPI, ukuran)
            for sel, kolom in zip((*satu.kiri, *satu.kanan), lebar, strict=True)
        )
        return (baris + _BARIS_KEPALA) * ukuran * _JARAK_BARIS * TWIP <= self._ruang.tinggi
