"""What the demos share: a workspace of their own, and commands that are shown as a user types them."""

import argparse
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from naskah.library.workspace import packaged_data

NASKAH = (sys.executable, "-c", "from naskah.cli import main; main()")


def add_folder(pilihan: argparse.ArgumentParser) -> None:
    """Let the demo be told where."""
    pilihan.add_argument("folder", type=Path, help="folder baru tempat contohnya dibentangkan")


def is_there(folder: Path) -> bool:
    """Whether an earlier demo is there; it is left as it is, for somebody may have edited in it."""
    if folder.exists():
        print(f"{folder} sudah ada dan dibiarkan; hapus folder itu bila ingin melihatnya dibuat lagi")
    return folder.exists()


def say(kalimat: str) -> None:
    """A line of the story, above the commands that it is about."""
    print(f"\n# {kalimat}", flush=True)


def show(*argumen: str) -> None:
    """The command as a user types it."""
    print(f"$ naskah {shlex.join(argumen)}", flush=True)


def run(folder: Path, *argumen: str, kode: int = 0) -> None:
    """Show a command and run it in `folder`; the demo ends here when it does not end with `kode`."""
    show(*argumen)
    hasil = subprocess.run([*NASKAH, *argumen], cwd=folder)
    if hasil.returncode != kode:
        raise SystemExit(f"perintah di atas berakhir dengan kode {hasil.returncode}, seharusnya {kode}")


def make_workspace(folder: Path, *contoh: str) -> None:
    """A workspace with the named examples beside each other."""
    run(Path.cwd(), "mulai", str(folder))
    for satu in contoh:
        shutil.copy(packaged_data() / "examples" / satu, folder)
    print(f"$ cd {folder}", flush=True)
