"""Registers as offices keep them: grids written to an .xlsx, and how they are read in the tests."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from naskah.exchange.importing import Register, check_alone, read_register
from naskah.exchange.mapping import Peta, make_mapping

HARI_INI = date(2026, 1, 1)
KEPALA = ("No", "Jenis", "Judul", "Pihak I", "Pihak II", "Nomor I", "Nomor II", "Tanggal", "Jangka Waktu", "Berakhir")
PEMDA, MITRA = "Pemerintah Kabupaten Cempaka Raya", "Politeknik Pertanian Nusa"


def row(no: int = 1, **lain: Any) -> list[Any]:
    """A good row under KEPALA, with some cells otherwise."""
    sel = {
        "no": no,
        "jenis": "PKS",
        "judul": f"Kerja Sama {no}",
        "pihak_1": PEMDA,
        "pihak_2": MITRA,
        "nomor_1": f"{no}/KS/2025",
        "nomor_2": f"{no}/PPN/2025",
        "tanggal": date(2025, 4, 29),
        "masa": "5 (lima) tahun",
        "akhir": None,
    }
    return list((sel | lain).values())


def write(path: Path, *lembar: tuple[str, Sequence[Iterable[Any]]], gabung: Sequence[str] = ()) -> Path:
    """A workbook of these sheets; the ranges `gabung` of the first are merged."""
    buku = Workbook()
    buku.remove(buku.active)
    for nama, baris in lembar:
        hasil = buku.create_sheet(nama)
        for satu in baris:
            hasil.append(list(satu))
    for satu in gabung:
        buku.worksheets[0].merge_cells(satu)
    buku.save(path)
    return path


def write_rows(path: Path, *baris: Sequence[Any], kepala: Sequence[Any] = KEPALA) -> Path:
    """A workbook of one sheet with a header and these rows."""
    return write(path, ("Register", [kepala, *baris]))


def read(path: Path, peta: Peta | None = None, **lain: Any) -> Register:
    """The register as understood, checked by what the registry would refuse of it alone."""
    hasil = read_register(path, peta or make_mapping(None), hari_ini=HARI_INI, **lain)
    check_alone(hasil)
    return hasil
