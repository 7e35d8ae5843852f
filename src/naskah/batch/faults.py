"""The rows that could not be made, as a spreadsheet to mend and give back: their cells, and why."""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from naskah.batch.header import Kepala
from naskah.batch.sheet import Lembar
from naskah.library import sheet_output
from naskah.library.sheet_values import Rusak
from naskah.model.galat import Galat

NAMA = "galat.xlsx"


def write_faults(path: Path, lembar: Lembar, kepala: Kepala, galat: Mapping[int, Sequence[Galat]]) -> None:
    """Write the rows numbered in `galat`, with their number and faults before their own cells."""
    kolom = ("baris", "galat", *kepala.judul)
    semua = [sheet_output.Lembar("galat", kolom, _iter_rows(lembar, galat))]
    sheet_output.write_xlsx(path, semua, subjek=_sign(lembar))


def remove_faults(path: Path, lembar: Lembar) -> None:
    """Take away the faults of an earlier run over this sheet, once it has none; those of another sheet stay."""
    if path.is_file() and sheet_output.read_subject(path) == _sign(lembar):
        path.unlink()


def _sign(lembar: Lembar) -> str:
    """What tells the sheet from others, without its place on the disk being read in the file."""
    tempat = f"{lembar.path.resolve()}\n{lembar.nama or ''}"
    return f"naskah massal {sha256(tempat.encode()).hexdigest()[:16]}"


def _iter_rows(lembar: Lembar, galat: Mapping[int, Sequence[Galat]]) -> Iterator[list[Any]]:
    for baris in lembar.read():
        if baris.nomor in galat:
            sebab = "\n".join(_reason(satu) for satu in dict.fromkeys(galat[baris.nomor]))
            isi = [nilai.pesan if isinstance(nilai, Rusak) else nilai for nilai in baris.nilai]
            yield [baris.nomor, sebab, *isi]


def _reason(galat: Galat) -> str:
    """The fault without the file and row, which stand beside it."""
    return f"{galat.kunci}: {galat.pesan}" if galat.kunci else galat.pesan
