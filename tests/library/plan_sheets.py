"""Work plans as sheets, built as a secretariat types them: a grid of texts, merged cells, formulas."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import Cell

TAHUN = (2025, 2026)
KEPALA = ("No", "PROGRAM / KEGIATAN", "TAHAPAN KEGIATAN", "LOKASI", "SUMBER DANA")


class Teks(str):
    """A text that begins with "=" and is no formula."""


def header(pihak: int = 2, tahun: Sequence[Any] = TAHUN, *, tambahan: Sequence[str] = ()) -> list[list[Any]]:
    """Three rows of header, as a grid without merged cells."""
    n = len(tahun)
    tugas = ["PENANGGUNG JAWAB", "KEGIATAN"] * pihak
    sebutan = [s for nama in ("KESATU", "KEDUA", "KETIGA")[:pihak] for s in (f"PIHAK {nama}", None)]
    kosong = [None] * len(KEPALA)
    kanan = ["OUTPUT", "OUTCOME", *tambahan]
    tugas_kepala = ["TUGAS DAN TANGGUNG JAWAB", *[None] * (2 * pihak - 1)]
    return [
        [*KEPALA, "TAHUN", *[None] * (n - 1), *tugas_kepala, *kanan],
        [*kosong, *[None] * n, *sebutan, *[None] * len(kanan)],
        [*kosong, *tahun, *tugas, *[None] * len(kanan)],
    ]


def row(program: Any = None, nama: Any = "a. Pelatihan", **lain: Any) -> list[Any]:
    """One activity of two parties."""
    sel = {
        "lokasi": "Kota",
        "dana": "APBD",
        "tahun": ["V", None],
        "tugas": ["Dinas Satu", "melatih", "Badan Dua", "mendampingi"],
        "output": "Terlatih",
        "outcome": "Terampil",
    } | lain
    kanan = [sel["output"], sel["outcome"]]
    return [None, program, nama, sel["lokasi"], sel["dana"], *sel["tahun"], *sel["tugas"], *kanan]


def write_sheet(jalur: Path, baris: Iterable[Sequence[Any]], *gabung: str, nama: str = "Rencana Kerja") -> Path:
    """Write rows from A1 down; `gabung` are the ranges to merge afterwards."""
    buku = Workbook()
    lembar = buku.active
    lembar.title = nama
    fill(lembar, baris)
    for satu in gabung:
        lembar.merge_cells(satu)
    buku.save(jalur)
    return jalur


def fill(lembar: Any, baris: Iterable[Sequence[Any]]) -> None:
    for i, isi in enumerate(baris, 1):
        for j, nilai in enumerate(isi, 1):
            if nilai is not None:
                put(lembar.cell(i, j), nilai)


def put(sel: Cell, nilai: Any) -> None:
    sel.value = nilai
    if isinstance(nilai, Teks):
        sel.data_type = "s"


def plan_rows(rencana: Any, pihak: int = 2) -> list[list[Any]]:
    """A whole plan as rows below a header of its years."""
    from naskah.model.rencana_kerja import KUNCI_PIHAK

    hasil = []
    terakhir = None
    for kode, program, satu in rencana.iter_kegiatan():
        tugas = []
        for kunci in KUNCI_PIHAK[:pihak]:
            milik = satu.tugas[kunci]
            tugas += ["\n".join(milik.penanggung_jawab), milik.kegiatan]
        tahun = ["V" if t in satu.tahun else None for t in rencana.tahun]
        baru = program is not terakhir
        nomor, huruf = kode.split(".")
        hasil.append(
            [int(nomor) if baru else None, program.nama if baru else None, f"{huruf}. {satu.nama}", satu.lokasi]
            + [satu.sumber_dana, *tahun, *tugas, satu.output, satu.outcome]
            + [str(satu.berkala) if satu.berkala else None]
        )
        terakhir = program
    return hasil
