"""`naskah baca`: what was understood of a document that exists, and what was not."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from naskah.cli.indonesian import Perintah

# Marks that are seldom set: said only where they are.
_JARANG = ("tanggal_kosong", "tanpa_sebutan")


class FormatBacaan(StrEnum):
    """How the facts are shown."""

    YAML = "yaml"
    JSON = "json"


def register_commands(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("baca", cls=Perintah)(baca)


def baca(
    berkas: Annotated[Path, typer.Argument(help="Naskah yang sudah ada (.docx, .txt, .md).")],
    format: Annotated[FormatBacaan, typer.Option("--format", "-f", help="Bentuk hasil.")] = FormatBacaan.YAML,
) -> None:
    """Baca naskah yang sudah ada: jenis, para pihak, tanggal, jangka waktu, rujukan, dan yang tidak dipahami.

    Contoh: naskah baca perjanjian.docx
    """
    from naskah.cli.output import print_json
    from naskah.reading.facts import read_fakta, to_plain
    from naskah.reading.read import read_document

    fakta = to_plain(read_fakta(read_document(berkas)))
    if format is FormatBacaan.JSON:
        print_json(fakta)
        return
    import yaml

    typer.echo(yaml.safe_dump(_shorten(fakta), allow_unicode=True, sort_keys=False, width=110), nl=False)


def _shorten(nilai: Any) -> Any:
    """The facts for a reader: a place by its name alone, and nothing that is empty."""
    if isinstance(nilai, dict):
        if nilai.keys() >= {"letak", "kutipan"}:
            return nilai["letak"]
        return {kunci: _shorten(isi) for kunci, isi in nilai.items() if _says_something(kunci, isi)}
    if isinstance(nilai, list):
        return [_shorten(satu) for satu in nilai]
    return nilai


def _says_something(kunci: str, isi: Any) -> bool:
    return bool(isi) or (isi in (False, 0) and kunci not in _JARANG)
