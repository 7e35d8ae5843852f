"""The command line. Each module holds the commands of one group; heavy imports wait inside the commands."""

from naskah.cli import sentences

sentences.install()


def main() -> None:
    """Entry point of the `naskah` command."""
    import gc
    import sys

    # Start-up makes many objects that live to the end; looking through them for garbage costs 15 ms.
    gc.set_threshold(200_000)
    try:
        from naskah.cli.app import run

        run()
    except KeyboardInterrupt:  # while still importing
        sys.stderr.write("galat: dibatalkan\n")
        sys.exit(130)
