"""The sheet of the benchmark: fifteen columns, every row another agreement. Made, not kept."""

import csv
from collections.abc import Iterator
from pathlib import Path

COLUMNS = (
    "id",
    "judul",
    "tanggal",
    "tempat",
    "pihak.1.nomor",
    "pihak.2.nama",
    "pihak.2.nomor",
    "pihak.2.kedudukan",
    "pihak.2.penandatangan.nama",
    "pihak.2.penandatangan.jabatan",
    "pasal.jangka-waktu.durasi",
    "pihak.1.penandatangan.nama",
    "pasal.hak-kewajiban.hak.kedua",
    "pasal.hak-kewajiban.kewajiban.kesatu",
    "pasal.hak-kewajiban.kewajiban.kedua",
)


def iter_rows(count: int) -> Iterator[tuple[str, ...]]:
    """The cells of every row; ampersands and angle brackets stand in them, as in life."""
    for i in range(1, count + 1):
        yield (
            f"pks-{i:06d}",
            f"Pemanfaatan Data Cuaca & Iklim Desa {i}",
            f"{1 + i % 28} April 2026",
            "Cempaka",
            f"{i}/KS/2026",
            f"Desa Sukamaju {i}",
            f"{i}/DS/2026",
            f"Jalan Desa Nomor {i}, Cempaka",
            f"Kepala <Desa> {i}",
            f"Kepala Desa Sukamaju {i}",
            f"{1 + i % 5} tahun",
            f"Pejabat {i % 3}",
            "memperoleh data tanam; memperoleh data panen",
            f"menyebarluaskan data cuaca kepada {i} petani; memberikan data tanam; memberikan data panen; "
            "menyediakan ruang; menunjuk petugas",
            f"menyediakan data cuaca di {i} titik; menjelaskan data cuaca",
        )


def write_csv(path: Path, count: int) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows(iter_rows(count))


def write_xlsx(path: Path, count: int) -> None:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("data")
    sheet.append(COLUMNS)
    for row in iter_rows(count):
        sheet.append(row)
    book.save(path)
