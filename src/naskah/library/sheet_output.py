"""Tables for spreadsheets, streamed: .xlsx and .csv in which no text is ever taken for a formula."""

import csv
import os
import re
import textwrap
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import chain, islice
from pathlib import Path
from typing import Any, NamedTuple, TextIO

from naskah.model.galat import Galat, NaskahError

# What a spreadsheet program would read as the beginning of a formula.
_PEMBUKA_RUMUS = ("=", "+", "-", "@", "\t", "\r", "\n")
_TAK_DIMUAT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # XML has no such characters
_PANJANG_SEL = 32_000  # Excel takes 32,767 characters
_SIFAT_MAKSIMUM = 1_000_000  # bytes that are read of the properties of a workbook
_BARIS_MAKSIMUM = 1_048_576  # of one Excel sheet
_ANGKA_PASTI = 10**15  # Excel keeps fifteen digits; a NIP has more
# Widths, in characters, are chosen by the header and the first rows: the rest is not there yet.
_CONTOH_BARIS = 200
_LEBAR = (6, 36)
_TINGGI_BARIS = 15  # points of one line
_TINGGI_JUDUL = 19
_TINGGI_MAKSIMUM = 27  # lines; Excel makes no row higher than 409 points
_KERTAS_FOLIO = 14  # F4, 215 x 330 mm
_TEPI = 0.5  # inches; a register needs the width of the page
_BENTUK_TANGGAL = "dd-mm-yyyy"
# The styles of a workbook, by the names under which Excel lists them.
_JUDUL, _KEPALA, _ISI, _TANGGAL = "naskah judul", "naskah kepala", "naskah isi", "naskah tanggal"


class Lembar(NamedTuple):
    """One sheet to write: the names of its columns, and its rows, which may be a stream.

    A cell is text, a number, a date, or None. `judul` are lines above the header.
    """

    nama: str
    kolom: Sequence[str]
    baris: Iterable[Sequence[Any]]
    judul: Sequence[str] = ()


def write_xlsx(path: Path, lembar: Iterable[Lembar], *, subjek: str | None = None) -> None:
    """Write a workbook, ready to read and to print; what stood at `path` stays whole until it is done.

    `subjek` is kept as the subject of the workbook, which Excel leaves as it is (read_subject).

    Raises:
        NaskahError: a sheet has more rows than Excel can hold.
        OSError: the place cannot be written.
    """
    from openpyxl import Workbook

    buku = Workbook(write_only=True)
    buku.properties.subject = subjek
    _add_styles(buku)
    try:
        for satu in lembar:
            _fill(buku.create_sheet(satu.nama), satu, path)
    except BaseException:
        for hasil in buku.worksheets:
            hasil.close()  # openpyxl's half-written part of this sheet
        raise
    with replacing(path) as sementara:
        buku.save(sementara)


def read_subject(path: Path) -> str | None:
    """The subject of a workbook; None for a file that has none, or is no workbook."""
    from lxml import etree

    try:
        with zipfile.ZipFile(path) as arsip, arsip.open("docProps/core.xml") as isi:
            akar = etree.fromstring(isi.read(_SIFAT_MAKSIMUM), etree.XMLParser(resolve_entities=False))
    except (OSError, KeyError, zipfile.BadZipFile, etree.XMLSyntaxError):
        return None
    subjek = akar.findtext("{http://purl.org/dc/elements/1.1/}subject")
    return None if subjek is None else str(subjek)


def write_csv(tujuan: Path | TextIO, kolom: Sequence[str], baris: Iterable[Sequence[Any]]) -> None:
    """Write comma-separated rows, dates as 2025-04-29; to a file (which Excel then knows as UTF-8) or a stream.

    Raises:
        OSError: the place cannot be written.
    """
    if isinstance(tujuan, Path):
        with replacing(tujuan) as sementara, sementara.open("w", encoding="utf-8-sig", newline="") as berkas:
            write_csv(berkas, kolom, baris)
        return
    penulis = csv.writer(tujuan, lineterminator="\n")
    penulis.writerow([_as_csv(satu) for satu in kolom])
    penulis.writerows([_as_csv(sel) for sel in satu] for satu in baris)


def _as_csv(nilai: Any) -> Any:
    if isinstance(nilai, str):
        # A csv cell has no type. The apostrophe is how one types text that looks like a formula. The csv module
        # does not quote a lone carriage return, and what follows it would begin a row of its own.
        teks = nilai.replace("\r\n", "\n").replace("\r", "\n") if "\r" in nilai else nilai
        return f"'{teks}" if nilai.startswith(_PEMBUKA_RUMUS) else teks
    return nilai.isoformat() if isinstance(nilai, date) else nilai


def _add_styles(buku: Any) -> None:
    from openpyxl.styles import Alignment, Font, NamedStyle, PatternFill

    isi = Alignment(vertical="top", wrap_text=True)
    tengah = Alignment(vertical="top", horizontal="center")
    kepala = Alignment(vertical="center", wrap_text=True)
    latar = PatternFill("solid", fgColor="DDE6EE")
    buku.add_named_style(NamedStyle(_JUDUL, font=Font(bold=True, size=13)))
    buku.add_named_style(NamedStyle(_KEPALA, font=Font(bold=True), fill=latar, alignment=kepala))
    buku.add_named_style(NamedStyle(_ISI, alignment=isi))
    buku.add_named_style(NamedStyle(_TANGGAL, alignment=tengah, number_format=_BENTUK_TANGGAL))


def _fill(hasil: Any, lembar: Lembar, path: Path) -> None:
    from openpyxl.utils import get_column_letter

    semua = iter(lembar.baris)
    contoh = list(islice(semua, _CONTOH_BARIS))
    kepala = len(lembar.judul) + 1
    lebar = list(_measure(lembar.kolom, contoh))
    for nomor, satu in enumerate(lebar, 1):
        hasil.column_dimensions[get_column_letter(nomor)].width = satu
    _set_page(hasil, kepala)
    for teks in lembar.judul:
        hasil.row_dimensions[len(hasil.row_dimensions) + 1].height = _TINGGI_JUDUL
        hasil.append([_text(hasil, teks, _JUDUL)])
    _append(hasil, kepala, [_text(hasil, teks, _KEPALA) for teks in lembar.kolom], _count_lines(lembar.kolom, lebar))
    nomor = kepala
    for baris in chain(contoh, semua):
        nomor += 1
        if nomor > _BARIS_MAKSIMUM:
            pesan = f"lembar {lembar.nama!r} lebih panjang daripada yang dimuat Excel; pakai .csv, atau saring dahulu"
            raise NaskahError(Galat(pesan, str(path)))
        _append(hasil, nomor, [_cell(hasil, nilai) for nilai in baris], _count_lines(baris, lebar))
    hasil.auto_filter.ref = f"A{kepala}:{get_column_letter(len(lembar.kolom))}{nomor}"


def _append(hasil: Any, nomor: int, sel: list[Any], tinggi: int) -> None:
    """Add a row of so many lines: Excel finds the height of wrapped text by itself, other programs do not."""
    if tinggi > 1:
        hasil.row_dimensions[nomor].height = tinggi * _TINGGI_BARIS
    hasil.append(sel)
    hasil.row_dimensions.pop(nomor, None)  # written; a long sheet must not keep them all


def _count_lines(baris: Sequence[Any], lebar: Sequence[int]) -> int:
    """How many lines the longest cell of a row takes once wrapped, words kept whole."""
    banyak = 1
    for nilai, muat in zip(baris, lebar, strict=False):
        if isinstance(nilai, str) and (len(nilai) > muat or "\n" in nilai):
            banyak = max(banyak, sum(len(textwrap.wrap(satu, muat - 1)) or 1 for satu in nilai.splitlines()))
    return min(banyak, _TINGGI_MAKSIMUM)


def _set_page(hasil: Any, kepala: int) -> None:
    """The header stays in sight and on every page; a page is as wide as the table."""
    hasil.freeze_panes = f"A{kepala + 1}"
    hasil.print_title_rows = f"{kepala}:{kepala}"
    hasil.page_setup.orientation, hasil.page_setup.paperSize = "landscape", _KERTAS_FOLIO
    hasil.sheet_properties.pageSetUpPr.fitToPage = True
    hasil.page_setup.fitToHeight = 0  # as many pages as there are rows
    hasil.print_options.gridLines = True
    for sisi in ("left", "right", "top", "bottom"):
        setattr(hasil.page_margins, sisi, _TEPI)
    hasil.oddFooter.right.text = "&P / &N"


def _cell(hasil: Any, nilai: Any) -> Any:
    from openpyxl.cell import WriteOnlyCell

    if nilai is None or nilai == "":
        return None
    if isinstance(nilai, int) and abs(nilai) >= _ANGKA_PASTI:
        nilai = str(nilai)
    if isinstance(nilai, str):
        return _text(hasil, nilai, _ISI)
    sel = WriteOnlyCell(hasil, nilai)
    sel.style = _TANGGAL if isinstance(nilai, date) else _ISI
    return sel


def _text(hasil: Any, teks: str, gaya: str) -> Any:
    """A cell of text, whatever it begins with."""
    from openpyxl.cell import WriteOnlyCell

    if not teks.isprintable():
        teks = _TAK_DIMUAT.sub("\N{REPLACEMENT CHARACTER}", teks)
    sel = WriteOnlyCell(hasil, teks[:_PANJANG_SEL])
    sel.style, sel.data_type = gaya, "s"
    # Once the cell is edited, Excel would read =, +, - and @ as formulas; the prefix keeps them text.
    if teks.startswith(_PEMBUKA_RUMUS):
        sel.quotePrefix = True
    return sel


def _measure(kolom: Sequence[str], contoh: Sequence[Sequence[Any]]) -> Iterator[int]:
    """The width of each column, so that its longest line shows; beyond the widest, text is wrapped."""
    for letak, nama in enumerate(kolom):
        isi = [_longest_line(satu[letak]) for satu in contoh if letak < len(satu)]
        # The header may wrap between its words, and has an arrow of the filter beside it.
        kata = max((len(k) for k in nama.split()), default=0) + 3
        yield min(max(_LEBAR[0], kata, *isi, 0) + 1, _LEBAR[1])


def _longest_line(nilai: Any) -> int:
    if isinstance(nilai, date):
        return len(_BENTUK_TANGGAL)
    return max((len(satu) for satu in str(nilai).splitlines()), default=0) if nilai is not None else 0


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A path beside `path` to write to, which takes its place at the end of the block: whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    sementara = path.with_name(f".{path.name[:40]}.{os.getpid()}.sementara")
    try:
        yield sementara
        with sementara.open("rb") as berkas:
            os.fsync(berkas.fileno())
        sementara.replace(path)
    finally:
        sementara.unlink(missing_ok=True)
