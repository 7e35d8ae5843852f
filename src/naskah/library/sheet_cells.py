"""The cells of one sheet of an .xlsx, row after row in bounded memory, and which cells are merged.

openpyxl's streaming reader keeps no more than a row, but does not tell merged cells: those stand behind the rows in
the sheet's XML and are read from there. Nothing is evaluated: a formula is only recognised as one.
"""

import warnings
import zipfile
from bisect import bisect_right
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple
from xml.parsers import expat

from naskah.bahasa.tanggal import format_tanggal
from naskah.library.yaml_lines import UKURAN_MAKSIMUM
from naskah.model.galat import Galat, NaskahError

# Bytes of one part once unpacked. The shared strings are kept in memory, the sheet is streamed.
TEKS_MAKSIMUM = 40_000_000
LEMBAR_MAKSIMUM = 200_000_000
BERKAS_MAKSIMUM = 4 * UKURAN_MAKSIMUM
GABUNGAN_MAKSIMUM = 100_000
# A table that is wider than this is no table for a page.
KOLOM_MAKSIMUM = 200
_RUSAK = "berkas ini bukan .xlsx yang utuh; buka dan simpan ulang di Excel sebagai Excel Workbook (.xlsx)"
_GALAT_BACA = (zipfile.BadZipFile, SyntaxError, ValueError, KeyError, TypeError, IndexError, EOFError, OSError)


class Sel(NamedTuple):
    """A cell that holds something. `teks` is what it says; `jenis` as openpyxl names it ("f": a formula)."""

    alamat: str
    teks: str
    jenis: str
    nilai: Any


class Gabungan:
    """The merged ranges, asked by cell. Rows and columns count from 1."""

    def __init__(self, daerah: list[tuple[int, int, int, int]]) -> None:
        self._kolom: dict[int, list[tuple[int, int, int]]] = {}
        for atas, kiri, bawah, kanan in sorted(daerah):
            for kolom in range(kiri, min(kanan, KOLOM_MAKSIMUM) + 1):
                self._kolom.setdefault(kolom, []).append((atas, bawah, kiri))

    def find(self, baris: int, kolom: int) -> tuple[int, int] | None:
        """The first cell of the range that covers this cell; None for a cell that is its own."""
        milik = self._kolom.get(kolom, [])
        letak = bisect_right(milik, (baris, 1 << 31, 0)) - 1
        if letak >= 0 and milik[letak][1] >= baris and milik[letak][::2] != (baris, kolom):
            return milik[letak][0], milik[letak][2]
        return None


class Lembar:
    """One sheet: its name, its merged cells, and its rows."""

    def __init__(self, sumber: Any, berkas: str) -> None:
        self._sumber, self._berkas = sumber, berkas
        self.nama: str = sumber.title
        with _damage_explained(berkas):
            self.gabungan = _read_merged(sumber)

    def iter_rows(self) -> Iterator[tuple[int, dict[int, Sel]]]:
        """Every row that holds something: its number, and its cells by column. NaskahError: a damaged sheet."""
        # The stated dimension is often wrong, and openpyxl would read no further than it says.
        self._sumber.reset_dimensions()
        semua, nomor = self._sumber.iter_rows(), 0
        while True:
            with _damage_explained(self._berkas):
                baris = next(semua, None)
            if baris is None:
                return
            nomor += 1
            isi = {i: _read(nomor, i, sel) for i, sel in enumerate(baris, 1) if sel.value not in (None, "")}
            isi = {i: sel for i, sel in isi.items() if sel.teks}
            if isi:
                yield nomor, isi


def name_cell(baris: int, kolom: int) -> str:
    """ "F12"."""
    huruf = ""
    while kolom:
        kolom, sisa = divmod(kolom - 1, 26)
        huruf = chr(ord("A") + sisa) + huruf
    return f"{huruf}{baris}"


def _read(baris: int, kolom: int, sel: Any) -> Sel:
    nilai, jenis = sel.value, str(sel.data_type)
    return Sel(name_cell(baris, kolom), _to_text(nilai), jenis, nilai)


def _to_text(nilai: Any) -> str:
    if isinstance(nilai, date):
        return format_tanggal(nilai.date() if isinstance(nilai, datetime) else nilai)
    if isinstance(nilai, float) and nilai.is_integer() and abs(nilai) < 1e15:
        return str(int(nilai))
    # Excel writes a carriage return before a line break as _x000D_.
    return str(nilai).replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n").strip()


@contextmanager
def open_workbook(path: Path) -> Iterator[list[Lembar]]:
    """The sheets of a workbook while the block lasts; NaskahError: no workbook, damaged, or too large."""
    from openpyxl import load_workbook

    _check_sizes(path)
    with _damage_explained(str(path)):
        buku = load_workbook(path, read_only=True, keep_links=False)
    try:
        yield [Lembar(satu, str(path)) for satu in buku.worksheets if satu.sheet_state == "visible"]
    finally:
        buku.close()


@contextmanager
def _damage_explained(berkas: str) -> Iterator[None]:
    try:
        with warnings.catch_warnings():
            # What openpyxl cannot keep (styles, validations) is nothing to a reader of values.
            warnings.simplefilter("ignore")
            yield
    except _GALAT_BACA as error:
        raise NaskahError(Galat(_RUSAK, berkas)) from error


def _check_sizes(path: Path) -> None:
    try:
        if path.stat().st_size > BERKAS_MAKSIMUM:
            raise NaskahError(Galat(f"lebih besar dari {BERKAS_MAKSIMUM // 1_000_000} MB dan tidak dibaca", str(path)))
        with zipfile.ZipFile(path) as arsip:
            # zipfile stops at the size that the directory states, so no part can grow beyond what is checked here.
            for satu in arsip.infolist():
                batas = LEMBAR_MAKSIMUM if "/worksheets/" in satu.filename else TEKS_MAKSIMUM
                if satu.file_size > batas:
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
        raise NaskahError(Galat(_RUSAK, str(path))) from error


def _read_merged(lembar: Any) -> Gabungan:
    from openpyxl.utils.cell import range_boundaries

    daerah: list[tuple[int, int, int, int]] = []

    def start(nama: str, atribut: dict[str, str]) -> None:
        if nama.rpartition(":")[2] == "mergeCell" and "ref" in atribut:
            kiri, atas, kanan, bawah = (sisi or 1 for sisi in range_boundaries(atribut["ref"]))
            daerah.append((atas, kiri, bawah, kanan))
            if len(daerah) > GABUNGAN_MAKSIMUM:
                raise ValueError("too many merged cells")

    def refuse(*_: object) -> None:
        raise ValueError("a sheet has no document type")  # an entity could grow, or read a file

    pembaca = expat.ParserCreate()
    pembaca.StartElementHandler = start
    pembaca.StartDoctypeDeclHandler = refuse
    with lembar._get_source() as sumber:
        try:
            pembaca.ParseFile(sumber)
        except expat.ExpatError as error:
            raise ValueError(str(error)) from error
    return Gabungan(daerah)
