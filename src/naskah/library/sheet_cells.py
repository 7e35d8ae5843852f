"""The sheets of an .xlsx: rows of values in bounded memory, merged cells, and doubtful cells named as such.

Nothing is evaluated: a formula is recognised as one (`Rusak`). However long the sheet, a block of it is in memory.
"""

import warnings
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from naskah.bahasa.tanggal import format_tanggal
from naskah.library.sheet_merges import Gabungan
from naskah.library.sheet_values import BarisData, Nilai, Rusak, name_cell
from naskah.library.sheet_xml import SelMentah, find_merged, iter_rows
from naskah.library.yaml_lines import UKURAN_MAKSIMUM
from naskah.model.galat import Galat, NaskahError

_GALAT_BACA = (zipfile.BadZipFile, SyntaxError, ValueError, KeyError, TypeError, IndexError, EOFError, OSError)
# In UTF-8 and in UTF-16 of either order.
_TANDA_GABUNGAN = (b"mergeCell", "mergeCell".encode("utf-16-le")[:-1])


class Batas(NamedTuple):
    """How large a workbook may be, in bytes: the file, a sheet unpacked, any other part unpacked.

    A sheet is streamed; of the other parts the texts of all cells stay in memory.
    """

    berkas: int
    lembar: int
    lain: int


# What people fill in by hand, and what is taken out of other systems.
BATAS_TABEL = Batas(4 * UKURAN_MAKSIMUM, 200_000_000, 40_000_000)
BATAS_DATA = Batas(2_000_000_000, 2_000_000_000, 100_000_000)


class Sel(NamedTuple):
    """A cell that holds something: where it is, what it says as text, and its value."""

    alamat: str
    teks: str
    nilai: Nilai


class LembarKerja:
    """One sheet of an open workbook. Its rows can be read several times."""

    def __init__(self, sumber: Any, berkas: str, tafsir: "_Penafsir") -> None:
        self._sumber, self._berkas, self._tafsir = sumber, berkas, tafsir
        self.nama: str = sumber.title
        self.terlihat: bool = sumber.sheet_state == "visible"
        # What the sheet says of its length, which is often wrong.
        self.perkiraan_baris: int | None = sumber.max_row

    @cached_property
    def gabungan(self) -> Gabungan:
        """The merged cells."""
        with _damage_explained(self._berkas):
            with self._sumber._get_source() as sumber:
                # Most sheets have none, and a search takes a tenth of what parsing takes.
                ada = _contains(sumber, _TANDA_GABUNGAN)
            if not ada:
                return Gabungan(())
            with self._sumber._get_source() as sumber:
                return Gabungan(find_merged(sumber))

    def iter_rows(self) -> Iterator[BarisData]:
        """Every row that holds something, with each cell's own value. NaskahError: a damaged sheet."""
        return self._explained(iter)

    def iter_filled(self) -> Iterator[BarisData]:
        """The same rows with the merged cells filled in (Gabungan.fill). NaskahError: a damaged sheet."""
        return self._explained(self.gabungan.fill)

    def iter_cells(self) -> Iterator[tuple[int, Mapping[int, Sel]]]:
        """The rows as cells that hold something, by column from 1. NaskahError: a damaged sheet."""
        for nomor, nilai in self.iter_rows():
            teks = ((i, satu, to_text(satu)) for i, satu in enumerate(nilai, 1) if satu is not None)
            isi = {i: Sel(name_cell(nomor, i), t, satu) for i, satu, t in teks if t}
            if isi:
                yield nomor, isi

    def galat(self, sel: str, pesan: str) -> Galat:
        """A fault at a cell, named as in Excel: "Rencana Kerja!F12"."""
        return Galat(pesan, self._berkas, kunci=f"{self.nama}!{sel}")

    def _explained(self, olah: Callable[[Iterator[BarisData]], Iterator[BarisData]]) -> Iterator[BarisData]:
        nomor = 0
        try:
            with self._sumber._get_source() as sumber:
                for baris in olah(iter_rows(sumber, self._tafsir.read)):
                    nomor = baris.nomor
                    yield baris
        except _GALAT_BACA as error:
            raise NaskahError(_explain(self._berkas, f": lembar {self.nama!r} rusak sesudah baris {nomor}")) from error


def to_text(nilai: Nilai) -> str:
    """What a cell says, as a person would type it: a date as documents write it, of a doubtful cell what it shows."""
    if isinstance(nilai, Rusak):
        return to_text(nilai.nilai) or nilai.sebab
    if isinstance(nilai, date):
        return format_tanggal(nilai.date() if isinstance(nilai, datetime) else nilai)
    if isinstance(nilai, float) and nilai.is_integer():
        return str(int(nilai))  # never 1e+20
    return "" if nilai is None else str(nilai).strip()


@contextmanager
def open_workbook(path: Path, batas: Batas = BATAS_TABEL) -> Iterator[list[LembarKerja]]:
    """The sheets of a workbook, hidden ones too, while the block lasts.

    Raises:
        NaskahError: no workbook, damaged, or larger than `batas`.
    """
    from openpyxl import load_workbook

    _check_sizes(path, batas)
    with _damage_explained(str(path)), warnings.catch_warnings():
        # What openpyxl cannot keep (styles, validations) is nothing to a reader of values.
        warnings.simplefilter("ignore")
        buku = load_workbook(path, read_only=True, keep_links=False)
    try:
        tafsir = _Penafsir(buku)
        # Chart sheets have no cells.
        yield [LembarKerja(satu, str(path), tafsir) for satu in buku.worksheets]
    finally:
        buku.close()


class _Penafsir:
    """Reads cells by their type and number format (ECMA-376 18.3.1.4, 18.18.11)."""

    def __init__(self, buku: Any) -> None:
        from openpyxl.utils import datetime as waktu

        self._waktu, self._buku = waktu, buku
        self._teks: list[str] = next((satu._shared_strings for satu in buku.worksheets), [])
        self._nol: dict[int, int] = {}

    def read(self, sel: SelMentah) -> Nilai:
        """The value of a cell; None for an empty one."""
        nilai = self._read_value(sel)
        if sel.rumus:
            sebab = "berisi rumus; salin, lalu tempel sebagai nilai (Paste Special > Values)"
            return Rusak(name_cell(sel.baris, sel.kolom), "rumus", sebab, nilai)
        return nilai

    def _read_value(self, sel: SelMentah) -> Nilai:
        tipe, isi = sel.tipe, sel.isi
        if isi is None:
            return None
        if tipe == "n":
            return self._read_number(sel, isi)
        if tipe == "s":
            return _tidy(self._teks[int(isi)])
        if tipe == "b":
            return bool(int(isi))
        if tipe == "d":
            hari: Nilai = self._waktu.from_ISO8601(isi)
            return hari
        return self._refuse(sel, isi) if tipe == "e" else _tidy(isi)

    def _read_number(self, sel: SelMentah, isi: str) -> Nilai:
        nilai = int(isi) if isi.lstrip("-").isdecimal() else float(isi)
        if not sel.gaya:
            return nilai
        if sel.gaya in self._buku._date_formats:
            try:
                hari: Nilai = self._waktu.from_excel(
                    nilai, self._buku.epoch, timedelta=sel.gaya in self._buku._timedelta_formats
                )
            except (OverflowError, ValueError):
                return self._refuse(sel, f"tanggal {isi}")
            return hari
        nol = self._count_zeros(sel.gaya)
        # The sheet shows 002: that is what the user means.
        return str(nilai).zfill(nol) if nol and isinstance(nilai, int) else nilai

    def _count_zeros(self, gaya: int) -> int:
        """The digits of a number format that is nothing but zeros; 0 for any other."""
        if gaya not in self._nol:
            from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE

            nomor = self._buku._cell_styles[gaya].numFmtId
            if nomor < BUILTIN_FORMATS_MAX_SIZE:
                pola = BUILTIN_FORMATS.get(nomor, "General")
            else:
                pola = self._buku._number_formats[nomor - BUILTIN_FORMATS_MAX_SIZE]
            self._nol[gaya] = len(pola) if set(pola) == {"0"} else 0
        return self._nol[gaya]

    @staticmethod
    def _refuse(sel: SelMentah, isi: str) -> Rusak:
        sebab = f"berisi galat Excel ({isi}); perbaiki isinya"
        return Rusak(name_cell(sel.baris, sel.kolom), "galat", sebab, isi)


def _tidy(teks: str) -> str:
    """A text with plain line breaks: Excel writes a carriage return before each as _x000D_."""
    if "\r" in teks or "_x000D_" in teks:
        return teks.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")
    return teks


def _contains(sumber: Any, tanda: tuple[bytes, ...]) -> bool:
    ekor = b""
    while blok := sumber.read(1 << 20):
        isi = ekor + blok
        if any(satu in isi for satu in tanda):
            return True
        ekor = isi[-max(map(len, tanda)) :]
    return False


@contextmanager
def _damage_explained(berkas: str) -> Iterator[None]:
    """What a broken workbook makes fail, as a NaskahError."""
    try:
        yield
    except _GALAT_BACA as error:
        raise NaskahError(_explain(berkas)) from error


def _explain(berkas: str, sebab: str = ", atau terkunci kata sandi") -> Galat:
    pesan = f"berkas ini bukan .xlsx yang utuh{sebab}; buka dan simpan ulang di Excel sebagai Excel Workbook (.xlsx)"
    return Galat(pesan, berkas)


def _check_sizes(path: Path, batas: Batas) -> None:
    try:
        if path.stat().st_size > batas.berkas:
            raise NaskahError(Galat(f"lebih besar dari {batas.berkas // 1_000_000} MB dan tidak dibaca", str(path)))
        with zipfile.ZipFile(path) as arsip:
            # zipfile stops at the size that the directory states, so no part can grow beyond what is checked here.
            for satu in arsip.infolist():
                if satu.file_size > (batas.lembar if "/worksheets/" in satu.filename else batas.lain):
                    pesan = (
                        f"isinya terlalu besar ({satu.filename}: {satu.file_size // 1_000_000} MB); "
                        "hapus baris kosong di bawah tabel dan lembar lain, lalu simpan ulang"
                    )
                    raise NaskahError(Galat(pesan, str(path)))
    except FileNotFoundError:
        raise NaskahError(Galat("berkas ini tidak ada; periksa nama dan foldernya", str(path))) from None
    except IsADirectoryError:
        raise NaskahError(Galat("ini folder, bukan berkas; sebutkan berkas di dalamnya", str(path))) from None
    except (zipfile.BadZipFile, ValueError, EOFError) as error:
        raise NaskahError(_explain(str(path))) from error
