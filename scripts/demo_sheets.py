"""The two sheets of the batch demo, made and not kept: agreements with villages, and an adendum to each of them.

    python scripts/demo_sheets.py FOLDER [--baris 2000]

Five rows of the adenda are bad, each in another way.
"""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

BURUK = 5
KOLOM_PERJANJIAN = (
    "id",
    "judul",
    "tanggal",
    "pihak.1.nomor",
    "pihak.2.nama",
    "pihak.2.nomor",
    "pihak.2.kedudukan",
    "pihak.2.penandatangan.nama",
    "pihak.2.penandatangan.jabatan",
    "pasal.jangka-waktu.durasi",
)
KOLOM_ADENDUM = ("id", "induk.id", "tanggal", "nomor.1", "nomor.2", "perubahan.1.perpanjang.selama")


def iter_perjanjian(banyak: int) -> Iterator[tuple[str | date, ...]]:
    """The rows of the agreements; dates are date cells, as offices have them."""
    for i in range(1, banyak + 1):
        yield (
            f"pks-desa-{i}",
            f"Pemanfaatan Data Cuaca untuk Petani di Desa Sukamaju {i}",
            date(2026, 4, 1) + timedelta(days=i % 28),
            f"{i}/DISTAN/2026",
            f"Pemerintah Desa Sukamaju {i}",
            f"{i}/DS/2026",
            f"Jalan Desa Nomor {i}, Cempaka",
            f"Pejabat Desa {i}",
            f"Kepala Desa Sukamaju {i}",
            f"{2 + i % 4} tahun",
        )


def iter_adendum(banyak: int) -> Iterator[tuple[str | date, ...]]:
    """The rows of the adenda, the bad ones spread over the sheet."""
    buruk = _spread_faults(banyak)
    for i in range(1, banyak + 1):
        baik = {
            "id": f"pks-desa-{i}-adendum-1",
            "induk.id": f"pks-desa-{i}",
            "tanggal": date(2027, 3, 1) + timedelta(days=i % 28),
            "nomor.1": f"{i}/ADD/DISTAN/2027",
            "nomor.2": f"{i}/ADD/DS/2027",
            "perubahan.1.perpanjang.selama": f"{1 + i % 3} tahun",
        }
        yield tuple((baik | buruk.get(i, {})).values())


def _spread_faults(banyak: int) -> dict[int, dict[str, str | date]]:
    cacat: tuple[dict[str, str | date], ...] = (
        {"induk.id": "pks-desa-entah"},
        {"tanggal": "31 Februari 2027"},
        {"perubahan.1.perpanjang.selama": "dua kali panen"},
        {"nomor.1": ""},
        {"tanggal": date(2040, 3, 1)},  # after the end of its parent
    )
    jarak = banyak // (BURUK + 1)
    return {nomor * jarak: satu for nomor, satu in enumerate(cacat, 1)}


def write_sheet(path: Path, kolom: Sequence[str], baris: Iterable[Sequence[str | date]]) -> None:
    """Write one sheet."""
    from openpyxl import Workbook

    buku = Workbook(write_only=True)
    lembar = buku.create_sheet("data")
    lembar.append(kolom)
    for satu in baris:
        lembar.append(satu)
    buku.save(path)


def write_sheets(folder: Path, banyak: int) -> None:
    """Write perjanjian.xlsx and adendum.xlsx into `folder`."""
    write_sheet(folder / "perjanjian.xlsx", KOLOM_PERJANJIAN, iter_perjanjian(banyak))
    write_sheet(folder / "adendum.xlsx", KOLOM_ADENDUM, iter_adendum(banyak))


def main() -> None:
    """Write the sheets."""
    pilihan = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    pilihan.add_argument("folder", type=Path)
    pilihan.add_argument("--baris", type=int, default=2000)
    argumen = pilihan.parse_args()
    argumen.folder.mkdir(parents=True, exist_ok=True)
    write_sheets(argumen.folder, argumen.baris)


if __name__ == "__main__":
    main()
