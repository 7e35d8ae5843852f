"""Rows of a csv file: comma, semicolon or tab; UTF-8 with or without a byte order mark."""

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from naskah.library.sheet_values import BarisData
from naskah.model.galat import Galat, NaskahError

_PEMISAH = (",", ";", "\t")
_CUPLIKAN = 20  # lines by which the delimiter is chosen
_PANJANG_SEL = 131_072  # characters; a quote never closed would swallow the rest of the file


def read_csv(path: Path) -> Iterator[BarisData]:
    """The rows of a csv file, one at a time. NaskahError names the line that cannot be read."""
    try:
        pemisah = _find_delimiter(path)
        with path.open(encoding="utf-8-sig", newline="") as berkas:
            pembaca = csv.reader(berkas, delimiter=pemisah, strict=True)
            try:
                # A record may hold line breaks; the number is the one that a spreadsheet shows.
                for nomor, sel in enumerate(pembaca, 1):
                    yield BarisData(nomor, tuple(sel))
            except csv.Error as error:
                raise NaskahError(Galat(_explain(str(error)), str(path), pembaca.line_num)) from None
    except UnicodeDecodeError:
        pesan = "bukan teks UTF-8; simpan ulang dari Excel sebagai 'CSV UTF-8', atau pakai .xlsx"
        raise NaskahError(Galat(pesan, str(path), _find_broken_line(path))) from None


def count_lines(path: Path) -> int:
    """How many lines a file has: the progress bar's guess at its rows."""
    with path.open("rb") as berkas:
        return sum(potong.count(b"\n") for potong in iter(lambda: berkas.read(1 << 20), b""))


def _find_delimiter(path: Path) -> str:
    """The delimiter that splits the most lines of the beginning into the same number of cells, and into many."""
    with path.open(encoding="utf-8-sig", newline="") as berkas:
        baris = [satu[:_PANJANG_SEL] for _, satu in zip(range(_CUPLIKAN), berkas, strict=False)]
    return max(_PEMISAH, key=lambda pemisah: _rate_delimiter(baris, pemisah))


def _rate_delimiter(baris: list[str], pemisah: str) -> int:
    banyak = Counter(_count_cells(satu, pemisah) for satu in baris)
    return max((sel * jumlah for sel, jumlah in banyak.items() if sel > 1), default=0)


def _count_cells(baris: str, pemisah: str) -> int:
    try:
        return max((len(sel) for sel in csv.reader([baris], delimiter=pemisah)), default=0)
    except csv.Error:
        return 0


def _find_broken_line(path: Path) -> int:
    with path.open("rb") as berkas:
        for nomor, baris in enumerate(berkas, 1):
            try:
                baris.decode("utf-8")
            except UnicodeDecodeError:
                return nomor
    return 1


def _explain(masalah: str) -> str:
    if "field larger" in masalah or "unexpected end" in masalah:
        return "tanda kutip yang dibuka di sekitar baris ini belum ditutup"
    if "expected after" in masalah:
        return "ada huruf sesudah tanda kutip penutup; gandakan tanda kutip di dalam isi sel"
    return f"baris CSV tidak dapat dibaca ({masalah})"
