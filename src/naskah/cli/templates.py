"""`naskah templat`: the Word templates, and what a changed one lacks."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from naskah.cli.indonesian import Kelompok, Perintah

if TYPE_CHECKING:
    from collections.abc import Iterator

    from naskah.model.galat import Galat

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

    Templat dengan galat ditolak oleh 'naskah susun'; saran tidak merusak naskah.

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
    temuan = [] if berkas else list(_iter_missing(current_workspace().templates))
    for jalur in semua:
        ada = check_template(jalur)
        temuan += ada
        if not ada:
            typer.echo(f"{jalur}: baik")
    for satu in temuan:
        print_error(str(satu), satu.tingkat)
    if any(satu.tingkat == "galat" for satu in temuan):
        raise typer.Exit(1)


def _iter_missing(folder: Path) -> "Iterator[Galat]":
    """The kinds of naskah that cannot be made, because the workspace has no template for them."""
    from naskah.library.workspace import packaged_data
    from naskah.model.galat import Galat

    for baku in sorted((packaged_data() / "templates").glob("*.docx")):
        if not (folder / baku.name).is_file():
            pesan = f"tidak ada, sehingga naskah jenis itu tidak dapat disusun; salin dari templat baku {baku}"
            yield Galat(pesan, str(folder / baku.name))
