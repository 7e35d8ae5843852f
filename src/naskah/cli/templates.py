"""`naskah templat`: the Word templates, and what a changed one lacks."""

from pathlib import Path
from typing import Annotated

import typer

from naskah.cli.indonesian import Kelompok, Perintah

templat = typer.Typer(cls=Kelompok, no_args_is_help=True, help="Lihat dan periksa templat Word.")


def register_commands(app: typer.Typer) -> None:
    """Add the group to `app`."""
    app.add_typer(templat, name="templat")


@templat.command("daftar", cls=Perintah)
def daftar() -> None:
    """Tampilkan templat yang dipakai.

    Contoh: naskah templat daftar
    """
    from naskah.cli.workspace_option import current_workspace

    for jalur in sorted(current_workspace().templates.glob("*.docx")):
        typer.echo(str(jalur))


@templat.command("periksa", cls=Perintah)
def periksa(
    berkas: Annotated[
        list[Path] | None, typer.Argument(help="Templat (.docx); tanpa nama, semua di ruang kerja.")
    ] = None,
) -> None:
    """Periksa templat yang telah diubah: apa yang kurang, dan bagaimana memperbaikinya.

    Contoh: naskah templat periksa templates/nota-kesepakatan.docx
    """
    from naskah.cli.output import print_error
    from naskah.cli.workspace_option import current_workspace
    from naskah.model.galat import NaskahError
    from naskah.rendering.template_check import check_template

    semua = berkas or sorted(current_workspace().templates.glob("*.docx"))
    if not semua:
        raise NaskahError(
            "tidak ada templat .docx; sebutkan berkasnya, atau salin yang baku dengan 'naskah mulai FOLDER'"
        )
    ada_galat = False
    for jalur in semua:
        galat = check_template(jalur)
        ada_galat = ada_galat or bool(galat)
        for satu in galat:
            print_error(str(satu))
        if not galat:
            typer.echo(f"{jalur}: baik")
    if ada_galat:
        raise typer.Exit(1)
