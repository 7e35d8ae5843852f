"""Puts the commands together, and turns every error of the user into a sentence and an exit code.

Exit codes: 0 fine, 1 findings or overdue where asked for, 2 wrong use or bad input.
"""

import sys

import typer

from naskah.cli import (
    activities,
    adendum,
    alerts,
    batch,
    care,
    checking,
    clauses,
    drafts,
    events,
    exchange,
    reading,
    registry,
    search,
    templates,
    timeline,
    words,
    work_plans,
    workspaces,
)
from naskah.cli.indonesian import Kelompok, explain_usage_error
from naskah.model.galat import NaskahError

KODE_MASUKAN = 2
KODE_DIBATALKAN = 130

app = typer.Typer(
    name="naskah",
    cls=Kelompok,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    help="Menyusun naskah perjanjian, dan menjaga agar tidak satu tenggat pun terlewat.",
    epilog="Mulai di sini: [bold]naskah contoh latihan[/bold]",
)
for modul in (
    workspaces,
    drafts,
    work_plans,
    batch,
    reading,
    checking,
    clauses,
    templates,
    registry,
    care,
    events,
    exchange,
    activities,
    adendum,
    search,
    timeline,
    alerts,
    words,
):
    modul.register_commands(app)


def run(argumen: list[str] | None = None) -> None:
    """Run the command line; exits the process."""
    sys.exit(execute(argumen))


def execute(argumen: list[str] | None = None) -> int:
    """Run the command line with `argumen` (the process's own when None); the exit code."""
    from naskah.cli.output import print_error

    try:
        hasil = app(argumen, standalone_mode=False)
    except NaskahError as error:
        for galat in error.galat:
            print_error(str(galat))
        return KODE_MASUKAN
    except KeyboardInterrupt:
        print_error("dibatalkan")
        return KODE_DIBATALKAN
    except BrokenPipeError:
        # The reader (head, less) went away; python must not complain while closing stdout.
        sys.stdout = None
        return 0
    except OSError as error:
        from naskah.library.os_errors import explain_os_error

        tempat = f"{error.filename}: " if error.filename else ""
        print_error(tempat + explain_os_error(error))
        return KODE_MASUKAN
    except Exception as error:
        return _explain_or_raise(error)
    if hasil == KODE_DIBATALKAN:
        print_error("dibatalkan")
    return hasil if isinstance(hasil, int) else 0


def _explain_or_raise(error: Exception) -> int:
    """typer's own exceptions; anything else is a fault of the program and keeps its traceback."""
    from naskah.cli.output import print_error

    if not hasattr(error, "format_message"):
        raise error
    if type(error).__name__ == "NoArgsIsHelpError":
        sys.stderr.write(error.format_message() + "\n")
        return KODE_MASUKAN
    print_error(explain_usage_error(error))
    ctx = getattr(error, "ctx", None)
    if ctx is not None:
        print_error(f"lihat {ctx.command_path} --help", tanda="petunjuk")
    return KODE_MASUKAN
