"""How long the register of an office takes to come in: `naskah registri impor FILE --catat`, from Excel and from csv.

    python benchmarks/registry_import.py [--baris 100000] [--folder /tmp]

Ten columns as offices keep them, under a title: two parties, two numbers, a term in words, a notice, what recurs.
Each command runs in a process of its own, its start included.
"""

import argparse
import csv
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import Workbook

KEPALA = (
    "No", "Jenis", "Judul", "Tanggal", "Pihak Kesatu", "Pihak Kedua", "Nomor Pihak Kesatu", "Nomor Pihak Kedua",
    "Jangka Waktu", "Pemberitahuan", "Monev",
)  # fmt: skip
LAMA = ("5 (lima) tahun", "3 tahun", "1 (satu) tahun", "2 th")


def iter_rows(banyak: int) -> Iterator[tuple[object, ...]]:
    for i in range(banyak):
        hari = date(2005, 1, 3) + timedelta(days=i % 7000)
        yield (
            i + 1, "PKS", f"Pemanfaatan Data Kependudukan Tahap {i}", hari, f"Pemerintah Kota {i % 97}",
            f"Universitas {i % 89}", f"{i}/PKS/{hari.year}", f"U/{i}/{hari.year}", LAMA[i % 4],
            "30 hari sebelum berakhir", "setiap 6 bulan",
        )  # fmt: skip


def write_xlsx(path: Path, banyak: int) -> None:
    buku = Workbook(write_only=True)
    lembar = buku.create_sheet("Register")
    lembar.append(["REGISTER PERJANJIAN KERJA SAMA"])
    lembar.append(KEPALA)
    for baris in iter_rows(banyak):
        lembar.append(baris)
    buku.save(path)


def write_csv(path: Path, banyak: int) -> None:
    with path.open("w", encoding="utf-8", newline="") as berkas:
        tulis = csv.writer(berkas)
        tulis.writerow(["REGISTER PERJANJIAN KERJA SAMA"])
        tulis.writerow(KEPALA)
        tulis.writerows(iter_rows(banyak))


def main() -> None:
    baca = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    baca.add_argument("--baris", type=int, default=100_000)
    baca.add_argument("--folder", type=Path, default=Path("/tmp"))
    pilihan = baca.parse_args()
    with TemporaryDirectory(dir=pilihan.folder) as nama:
        for akhiran, write in ((".xlsx", write_xlsx), (".csv", write_csv)):
            sumber = Path(nama, f"register{akhiran}")
            write(sumber, pilihan.baris)
            tujuan = Path(nama, f"{akhiran[1:]}.db")
            for perintah in (("impor", str(sumber), "--catat"), ("bangun-ulang",)):
                lama, cpu, memori = run_naskah(Path(nama), *perintah, "--registri", str(tujuan))
                print(
                    f"{akhiran} {perintah[0]}: {pilihan.baris} baris, {lama:.1f} s (CPU {cpu:.1f} s),"
                    f" memori puncak {memori:.0f} MB, berkas {tujuan.stat().st_size / 1e6:.0f} MB"
                )


def run_naskah(folder: Path, *perintah: str) -> tuple[float, float, float]:
    """Run `naskah registri ...`; returns seconds by the clock, of CPU, and the highest memory of all so far in MB."""
    naskah = Path(sys.executable).with_name("naskah")
    mulai, awal = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    hasil = subprocess.run([naskah, "registri", *perintah], cwd=folder, capture_output=True, text=True)
    lama, akhir = time.perf_counter() - mulai, resource.getrusage(resource.RUSAGE_CHILDREN)
    if hasil.returncode:
        sys.exit(hasil.stdout + hasil.stderr)
    return lama, akhir.ru_utime + akhir.ru_stime - awal.ru_utime - awal.ru_stime, akhir.ru_maxrss / 1024


if __name__ == "__main__":
    main()
