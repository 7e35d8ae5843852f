"""The demo of adenda: an agreement, two adenda on top of each other, its wording on three dates, side by side.

    python scripts/demo_adendum.py contoh/adendum

The commands are those of docs/adendum.md.
"""

import argparse
from pathlib import Path

from demo_steps import add_folder, is_there, make_workspace, run, say

from naskah.rendering.pdf import find_libreoffice

PKS = "pks-babel-2025"
# Before the first adendum (1-3-2027), between the two, and when the second is in effect (1-10-2028).
HARI = ("2026-01-01", "2028-01-01", "2029-01-01")


def show_demo(folder: Path, bentuk: tuple[str, ...]) -> None:
    """Make everything in `folder`, in the forms asked for."""
    say("Ruang kerja untuk adendum, dengan Perjanjian Kerja Sama dan kedua adendumnya")
    make_workspace(folder, "pks-babel.yaml", "adendum/pks-babel-adendum-1.yaml", "adendum/pks-babel-adendum-2.yaml")
    pilihan = [bagian for satu in bentuk for bagian in ("-f", satu)]
    tenggat = ("peringatan", "--pada", "2030-03-01", "--dalam", "3650")

    say("Induknya didaftarkan: 5 tahun sejak 29 April 2025")
    run(folder, "susun", "pks-babel.yaml", "--daftarkan", *pilihan)
    run(folder, *tenggat)
    say("Adendum Kesatu memperpanjang 2 tahun dan mengubah Pasal 8 ayat (2); Adendum Kedua di atasnya")
    for nomor in (1, 2):
        run(folder, "susun", f"pks-babel-adendum-{nomor}.yaml", "--daftarkan", *pilihan)
    say("Tenggatnya ikut bergeser")
    run(folder, *tenggat)
    say("Bunyinya sebelum Adendum Kesatu, di antara keduanya, dan sesudah Adendum Kedua")
    for hari in HARI:
        for satu in bentuk:
            run(folder, "registri", "konsolidasi", PKS, "--pada", hari, "-o", f"konsolidasi-{hari}.{satu}")
    say("Semula dan menjadi: karena Adendum Kesatu, lalu karena keduanya")
    for satu in bentuk:
        run(folder, "sandingan", "pks-babel.yaml", "pks-babel-adendum-1.yaml", "-o", f"sandingan-adendum-1.{satu}")
        run(folder, "sandingan", f"{PKS}@{HARI[0]}", f"{PKS}@{HARI[-1]}", "-o", f"sandingan-keduanya.{satu}")


def main() -> None:
    """Run the demo, unless its folder is there."""
    pilihan = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_folder(pilihan)
    pilihan.add_argument("--tanpa-pdf", action="store_true", help="hanya berkas Word")
    argumen = pilihan.parse_args()
    if is_there(argumen.folder):
        return
    dengan_pdf = not argumen.tanpa_pdf and find_libreoffice() is not None
    show_demo(argumen.folder, ("docx", "pdf") if dengan_pdf else ("docx",))
    print(f"\nhasilnya di {argumen.folder}/")


if __name__ == "__main__":
    main()
