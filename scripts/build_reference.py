"""Writes docs/perintah.md, the reference of all commands, from the commands themselves."""

import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from naskah.cli.app import app

TUJUAN = Path(__file__).resolve().parent.parent / "docs" / "perintah.md"
KEPALA = """# Perintah

Dibuat dari program oleh `scripts/build_reference.py`; jangan diubah dengan tangan.

Kode keluar: 0 baik, 1 ada temuan atau tenggat terlewat bila diminta, 2 salah pakai atau masukan salah.
"""


def build_reference() -> str:
    """The whole reference as Markdown."""
    from typer.main import get_command

    return KEPALA + "".join(f"\n{bagian}" for bagian in _walk(get_command(app), "naskah"))


def _walk(perintah: Any, nama: str) -> Iterator[str]:
    anak = getattr(perintah, "commands", None)
    if anak is None:
        yield _describe(perintah, nama)
        return
    for kunci in sorted(anak):
        yield from _walk(anak[kunci], f"{nama} {kunci}")


def _describe(perintah: Any, nama: str) -> str:
    bantuan = inspect.cleandoc(perintah.help or "")
    keterangan, _, contoh = bantuan.partition("Contoh: ")
    baris = [f"## {nama}", "", keterangan.strip(), ""]
    if contoh:
        baris += ["```sh", contoh.strip(), "```", ""]
    params = list(perintah.get_params(perintah.make_context(nama, [], resilient_parsing=True)))
    if params:
        baris += ["| argumen atau pilihan | keterangan |", "|---|---|"]
        baris += [f"| {_name(p)} | {_help(p)} |" for p in params if "--help" not in p.opts]
        baris.append("")
    return "\n".join(baris)


def _name(param: Any) -> str:
    if param.param_type_name == "argument":
        return f"`{param.name.upper()}`" + ("" if param.required else " (boleh kosong)")
    nilai = f" {param.metavar}" if param.metavar else ""
    return f"`{', '.join([*param.opts, *param.secondary_opts])}{nilai}`".replace("|", "\\|")


def _help(param: Any) -> str:
    teks = (param.help or "").replace("|", "\\|")
    bawaan = param.default
    if param.param_type_name == "option" and param.show_default and bawaan not in (None, False, ...) and param.metavar:
        teks += f" Bawaan: {getattr(bawaan, 'value', bawaan)}."
    return teks


if __name__ == "__main__":
    TUJUAN.write_text(build_reference(), encoding="utf-8")
