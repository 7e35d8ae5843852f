"""How results are shown: sentences on stderr, tables and JSON on stdout. rich is imported only for tables."""

import json
import shutil
import sys
import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

# Narrower than this a table is hard to read, even where it fits.
_LEBAR_TABEL = 130
_LEBAR_KOLOM = 22
_SELA = 3  # what rich puts between two columns


def print_error(pesan: str, tanda: str = "galat") -> None:
    """One sentence on stderr, marked as galat, peringatan or petunjuk."""
    warna = {"galat": "31", "peringatan": "33"}.get(tanda, "36")
    if sys.stderr.isatty():
        tanda = f"\033[{warna}m{tanda}\033[0m"
    sys.stderr.write(f"{tanda}: {pesan}\n")


def print_json(data: Any) -> None:
    """JSON on stdout, readable, with letters as they are."""
    sys.stdout.write(format_json(data))


def format_json(data: Any) -> str:
    """JSON as `print_json` prints it."""
    return json.dumps(data, ensure_ascii=False, indent=2, default=str) + "\n"


def print_table(
    kolom: Sequence[str], baris: Sequence[Sequence[str]], judul: str | None = None, kepala: Sequence[str] = ()
) -> None:
    """A table as wide as the terminal; where it does not fit, one block of lines for each row. Nothing is cut.

    Args:
        kolom: the names of the columns.
        baris: the cells; never read as markup.
        judul: a line above.
        kepala: the columns that name a row, for the first line of its block; the first column unless given.
    """
    lebar, minimum = output_width(), _minimum_widths(kolom, baris)
    if lebar < min(_LEBAR_TABEL, _LEBAR_KOLOM * len(kolom)) or sum(minimum) + _SELA * len(kolom) > lebar:
        sys.stdout.write("".join(f"{satu}\n" for satu in _blocks(kolom, baris, judul, kepala or kolom[:1], lebar)))
        return
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    tabel = Table(title=judul, box=SIMPLE_HEAD, title_justify="left", pad_edge=False)
    for nama, paling_sempit in zip(kolom, minimum, strict=True):
        tabel.add_column(nama, min_width=paling_sempit, overflow="fold")
    for satu in baris:
        tabel.add_row(*(Text(sel) for sel in satu))
    Console(width=lebar).print(tabel)


def output_width() -> int:
    """How many columns there are; piped output has no terminal to fit into."""
    return shutil.get_terminal_size(fallback=(160, 24)).columns


def _minimum_widths(kolom: Sequence[str], baris: Sequence[Sequence[str]]) -> list[int]:
    """The longest word of each column: narrower than that, words would be broken."""
    return [max(len(kata) for sel in isi for kata in (sel.split() or [""])) for isi in zip(kolom, *baris, strict=True)]


def _blocks(
    kolom: Sequence[str], baris: Sequence[Sequence[str]], judul: str | None, kepala: Sequence[str], lebar: int
) -> Iterator[str]:
    sisa = [nama for nama in kolom if nama not in kepala]
    tepi = max((len(nama) for nama in sisa), default=0) + 4
    if judul:
        yield judul
    for satu in baris:
        isi = dict(zip(kolom, satu, strict=True))
        yield ""
        yield from _wrap(": ".join(isi[nama] for nama in kepala), lebar, "", "  ")
        for nama in sisa:
            for sel in isi[nama].splitlines():
                yield from _wrap(sel, lebar, f"  {nama}".ljust(tepi), " " * tepi)
                nama = ""


def _wrap(teks: str, lebar: int, awal: str, lanjut: str) -> list[str]:
    """Lines within the width; a word longer than that stays whole, so that an id can be copied."""
    return textwrap.wrap(
        teks, lebar, initial_indent=awal, subsequent_indent=lanjut, break_long_words=False, break_on_hyphens=False
    )
