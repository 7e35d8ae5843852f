"""The demo of a batch: an adendum to each of 2,000 agreements from a sheet with 5 bad rows, killed and resumed.

python scripts/demo_massal.py contoh/massal [--baris 2000]
"""

import argparse
import signal
import subprocess
import time
from collections import Counter
from pathlib import Path

from demo_sheets import BURUK, write_sheets
from demo_steps import NASKAH, add_folder, is_there, make_workspace, run, say, show
from openpyxl import load_workbook

from naskah.registry.database import open_registry
from naskah.registry.events import read_peristiwa
from naskah.registry.kinds import DIADENDUM

ADENDUM = ("massal", "adendum-desa.yaml", "--data", "adendum.xlsx", "-o", "adendum/", "--daftarkan")
LANJUTKAN = (*ADENDUM, "--lanjutkan-bila-galat")


def show_demo(folder: Path, banyak: int) -> None:
    """Make everything in `folder`; SystemExit when what comes out is not what the demo promises."""
    say(f"Ruang kerja untuk {banyak} perjanjian dan {banyak} adendum, masing-masing dari satu lembar Excel")
    make_workspace(folder, "massal/perjanjian-desa.yaml", "massal/adendum-desa.yaml")
    write_sheets(folder, banyak)
    run(folder, "massal", "perjanjian-desa.yaml", "--data", "perjanjian.xlsx", "-o", "perjanjian/", "--daftarkan")
    say(f"{BURUK} baris adendum.xlsx salah; semuanya diperiksa dahulu, jadi belum ada yang ditulis")
    run(folder, *ADENDUM, kode=2)
    say("Baris yang baik tetap dibuat; dimatikan di tengah jalan (SIGKILL)")
    show(*LANJUTKAN)
    sebelum = run_and_kill(folder, banyak // 2)
    print(f"dimatikan: {len(sebelum)} dokumen sudah jadi", flush=True)
    say("Perintah yang sama melanjutkannya")
    run(folder, *LANJUTKAN, kode=1)
    run(folder, "registri", "verifikasi")
    say("Hasilnya")
    check_and_report(folder, banyak, sebelum)


def run_and_kill(folder: Path, cukup: int) -> dict[str, int]:
    """Start the batch and kill it as soon as `cukup` documents are there; the documents, with their inodes."""
    proses = subprocess.Popen([*NASKAH, *LANJUTKAN], cwd=folder)
    while proses.poll() is None and len(find_documents(folder)) < cukup:
        time.sleep(0.002)
    proses.kill()
    if proses.wait() != -signal.SIGKILL:
        raise SystemExit("perintah itu selesai sebelum sempat dimatikan")
    return find_documents(folder)


def find_documents(folder: Path) -> dict[str, int]:
    """The documents under their final names, each with its inode: another one would be another file."""
    return {satu.name: satu.stat().st_ino for satu in (folder / "adendum").glob("[!.]*.docx")}


def check_and_report(folder: Path, banyak: int, sebelum: dict[str, int]) -> None:
    """Say what came of it, and stop when a document or a record is missing or there twice."""
    baik, sesudah = banyak - BURUK, find_documents(folder)
    with open_registry(folder / "registry.db", readonly=True) as registri, registri.read() as basis:
        tercatat = Counter(satu.perjanjian for satu in read_peristiwa(basis) if satu.jenis == DIADENDUM)
    lembar = load_workbook(folder / "adendum" / "galat.xlsx", read_only=True).active
    galat = [baris[:2] for baris in lembar.iter_rows(min_row=2, values_only=True)]
    lain = {satu.name for satu in (folder / "adendum").iterdir()} - sesudah.keys() - {"galat.xlsx"}
    print(f"{len(sesudah)} dokumen dalam adendum/, {tercatat.total()} adendum tercatat di registri")
    print(f"{len(sebelum)} dokumen dari sebelum dimatikan tetap berkas yang sama")
    print(f"{len(galat)} baris dalam adendum/galat.xlsx:")
    for nomor, sebab in galat:
        print(f"  baris {nomor}: {sebab}")
    utuh = (
        len(sesudah) == len(tercatat) == tercatat.total() == baik
        and sebelum.items() <= sesudah.items()
        and len(galat) == BURUK
        and not lain
    )
    if not utuh:
        raise SystemExit(f"seharusnya {baik} dokumen, masing-masing sekali, dan {BURUK} baris galat; sisa: {lain}")


def main() -> None:
    """Run the demo, unless its folder is there."""
    pilihan = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_folder(pilihan)
    pilihan.add_argument("--baris", type=int, default=2000, help="banyaknya perjanjian dan adendum; bawaannya 2000")
    argumen = pilihan.parse_args()
    if not is_there(argumen.folder):
        show_demo(argumen.folder, argumen.baris)


if __name__ == "__main__":
    main()
