"""Rows of an .xlsx sheet, streamed: never more than a block of rows in memory."""

import warnings
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from naskah.batch.merged import Gabungan, find_merged
from naskah.batch.rows import BarisData, LembarError, Nilai, Rusak, column_letters
from naskah.model.galat import Galat

# openpyxl keeps all shared strings in memory, so their part of the file is bounded; the sheet itself is streamed.
TEKS_MAKSIMUM = 100_000_000  # bytes of shared strings once unpacked
ISI_MAKSIMUM = 2_000_000_000  # bytes of one sheet once unpacked
_BLOK = 500


def read_xlsx(path: Path, lembar: str | None = None) -> Iterator[BarisData]:
    """The rows of a sheet (the first one, unless named), one at a time.

    Formulas and error values become `Rusak`; a cell merged over rows gives its value to each of them. LembarError
    when the file is no workbook, is too large, or has no such sheet.
    """
    _check_size(path)
    buku = _open_workbook(path)
    with closing(buku):
        sumber = _choose_sheet(buku, lembar, path)
        gabungan = Gabungan(find_merged(sumber))
        # The stated dimension is often wrong, and openpyxl would read no further than it says.
        sumber.reset_dimensions()
        baris = sumber.iter_rows()
        nomor = 0
        try:
            while blok := _read_block(baris):
                for sel in blok:
                    nomor += 1
                    yield BarisData(nomor, gabungan.fill(nomor, _read_cells(nomor, sel)))
        except (zipfile.BadZipFile, SyntaxError, ValueError, KeyError, OSError, EOFError) as error:
            pesan = f"lembar rusak sesudah baris {nomor} ({type(error).__name__}); buka dan simpan ulang di Excel"
            raise LembarError(Galat(pesan, str(path))) from error


def guess_rows(path: Path, lembar: str | None = None) -> int | None:
    """How many rows the sheet says it has: the progress bar's guess."""
    buku = _open_workbook(path)
    with closing(buku):
        jumlah: int | None = _choose_sheet(buku, lembar, path).max_row
        return jumlah


def _check_size(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as arsip:
            for satu in arsip.infolist():
                batas = TEKS_MAKSIMUM if "sharedStrings" in satu.filename else ISI_MAKSIMUM
                if satu.file_size > batas:
                    pesan = f"terlalu besar ({satu.filename}: {satu.file_size // 1_000_000} MB); simpan sebagai CSV"
                    raise LembarError(Galat(pesan, str(path)))
    except (zipfile.BadZipFile, ValueError) as error:
        pesan = "bukan berkas .xlsx yang utuh, atau terkunci kata sandi; simpan ulang sebagai Excel Workbook (.xlsx)"
        raise LembarError(Galat(pesan, str(path))) from error


def _open_workbook(path: Path) -> Any:
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            # What openpyxl cannot keep (styles, validations) is nothing to a reader of values.
            warnings.simplefilter("ignore")
            return load_workbook(path, read_only=True, keep_links=False)
    except (zipfile.BadZipFile, SyntaxError, ValueError, KeyError, TypeError, EOFError) as error:
        pesan = "buku kerja rusak; buka dan simpan ulang di Excel sebagai Excel Workbook (.xlsx)"
        raise LembarError(Galat(pesan, str(path))) from error


def _choose_sheet(buku: Any, lembar: str | None, path: Path) -> Any:
    # Chart sheets have no cells.
    semua = {satu.title: satu for satu in buku.worksheets}
    if lembar is None:
        for satu in semua.values():
            return satu
        raise LembarError(Galat("tidak memuat lembar kerja", str(path)))
    if lembar not in semua:
        raise LembarError(Galat(f"lembar {lembar!r} tidak ada; yang ada: {', '.join(semua)}", str(path)))
    return semua[lembar]


def _read_block(baris: Iterator[Any]) -> list[Any]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return [satu for _, satu in zip(range(_BLOK), baris, strict=False)]


def _read_cells(nomor: int, sel: tuple[Any, ...]) -> tuple[Nilai, ...]:
    return tuple([_read_cell(nomor, i, satu) for i, satu in enumerate(sel)])


def _read_cell(nomor: int, indeks: int, sel: Any) -> Nilai:
    nilai = sel.value
    if nilai is None or sel.data_type in ("s", "d", "b", "inlineStr"):
        return nilai  # type: ignore[no-any-return]
    nama = f"{column_letters(indeks)}{nomor}"
    if sel.data_type == "f":
        return Rusak(nama, f"sel {nama} berisi rumus; salin, lalu tempel sebagai nilai (Paste Special > Values)")
    if sel.data_type == "e":
        return Rusak(nama, f"sel {nama} berisi galat Excel ({nilai}); perbaiki isinya")
    if isinstance(nilai, int) and set(sel.number_format) == {"0"}:
        # The sheet shows 002: that is what the user means.
        return str(nilai).zfill(len(sel.number_format))
    return nilai  # type: ignore[no-any-return]
