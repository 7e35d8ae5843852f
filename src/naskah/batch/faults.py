"""The rows that could not be made, as a spreadsheet to mend and give back: their cells, and why."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from naskah.batch.header import Kepala
from naskah.batch.rows import Nilai, Rusak
from naskah.batch.sheet import Lembar
from naskah.model.galat import Galat

NAMA = "galat.xlsx"
_PANJANG_SEL = 32_000  # Excel takes 32,767 characters


def write_faults(path: Path, lembar: Lembar, kepala: Kepala, galat: Mapping[int, Sequence[Galat]]) -> None:
    """Write the rows numbered in `galat`, with their number and faults before their own cells."""
    from openpyxl import Workbook

    buku = Workbook(write_only=True)
    hasil = buku.create_sheet("galat")
    hasil.freeze_panes = "A2"
    hasil.append([_as_text(hasil, satu) for satu in ("baris", "galat", *kepala.judul)])
    for baris in lembar.read():
        if baris.nomor in galat:
            sebab = "\n".join(_reason(satu) for satu in dict.fromkeys(galat[baris.nomor]))
            hasil.append([baris.nomor, _as_text(hasil, sebab), *(_as_cell(hasil, n) for n in baris.nilai)])
    # Beside its place first: the sheet of an earlier run stays whole until this one is.
    sementara = path.with_name(f".{path.name}.sementara")
    buku.save(sementara)
    sementara.replace(path)


def _reason(galat: Galat) -> str:
    """The fault without the file and row, which stand beside it."""
    return f"{galat.kunci}: {galat.pesan}" if galat.kunci else galat.pesan


def _as_cell(lembar: Any, nilai: Nilai) -> Any:
    if isinstance(nilai, Rusak):
        return _as_text(lembar, nilai.pesan)
    return _as_text(lembar, nilai) if isinstance(nilai, str) else nilai


def _as_text(lembar: Any, teks: str) -> Any:
    """A cell of text whatever it begins with: what came in as text must not go out as a formula."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    sel = WriteOnlyCell(lembar, ILLEGAL_CHARACTERS_RE.sub("\N{REPLACEMENT CHARACTER}", teks)[:_PANJANG_SEL])
    sel.data_type = "s"
    # Once the cell is edited, Excel would read =, +, - and @ as formulas; the prefix keeps them text.
    sel.quotePrefix = teks.startswith(("=", "+", "-", "@", "\t", "\r"))
    return sel
