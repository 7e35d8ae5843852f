"""The workspace that a command works in, and where its registry lies."""

from pathlib import Path
from typing import Annotated, Any

import typer

from naskah.model.galat import NaskahError

RegistriOption = Annotated[
    Path | None,
    typer.Option("--registri", help="Berkas registri; bawaannya registry.db di ruang kerja.", show_default=False),
]


def current_workspace() -> Any:
    """The workspace of the current folder."""
    from naskah.library.workspace import find_workspace

    return find_workspace(Path.cwd())


def registry_path(pilihan: Path | None) -> Path:
    """The registry named on the command line, or the workspace's."""
    hasil: Path = pilihan or current_workspace().registri
    return hasil


def user_name() -> str:
    """Who is at work, for the registry's record of who did what."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError) as error:
        raise NaskahError("nama pengguna tidak diketahui; sebutkan dengan --oleh NAMA") from error
