"""How results are shown: sentences on stderr, tables and JSON on stdout. rich is imported only for tables."""

import json
import sys
from collections.abc import Sequence
from typing import Any


def print_error(pesan: str, tanda: str = "galat") -> None:
    """One sentence on stderr, marked as galat, peringatan or petunjuk."""
    warna = {"galat": "31", "peringatan": "33"}.get(tanda, "36")
    if sys.stderr.isatty():
        tanda = f"\033[{warna}m{tanda}\033[0m"
    sys.stderr.write(f"{tanda}: {pesan}\n")


def print_json(data: Any) -> None:
    """JSON on stdout, readable, with letters as they are."""
    sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=2, default=str) + "\n")


def print_table(kolom: Sequence[str], baris: Sequence[Sequence[str]], judul: str | None = None) -> None:
    """A table as wide as the terminal; cell text is never read as markup."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    tabel = Table(*kolom, title=judul, box=SIMPLE_HEAD, title_justify="left", pad_edge=False)
    for satu in baris:
        tabel.add_row(*(Text(sel) for sel in satu))
    konsol = Console()
    # Piped output has no terminal to fit into; without a width, rich would cut at 80 columns.
    Console(width=None if konsol.is_terminal else 160).print(tabel)
