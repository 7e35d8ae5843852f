"""Finds the header of a work plan's sheet, and what each of its columns holds.

Three rows are usual (TAHUN over the years, TUGAS DAN TANGGUNG JAWAB over the parties), below any rows of title; a
header of fewer or more rows is read as well. It ends with the row that names the responsible offices.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from naskah.bahasa.galat import BahasaError
from naskah.bahasa.terbilang import parse_urutan
from naskah.library.sheet_cells import Sel
from naskah.library.sheet_merges import Gabungan
from naskah.library.sheet_values import Rusak, name_cell

BARIS_DICARI = 60
_TINGGI = 5
# What a heading begins with, folded to its letters, and the key that the column fills.
_NAMA = {
    "PROGRAM": "program",
    "TAHAPAN": "nama",
    "LOKASI": "lokasi",
    "SUMBERDANA": "sumber_dana",
    "SUMBERPENDANAAN": "sumber_dana",
    "SUMBERPEMBIAYAAN": "sumber_dana",
    "OUTPUT": "output",
    "KELUARAN": "output",
    "OUTCOME": "outcome",
    "HASIL": "outcome",
    "BERKALA": "berkala",
}
_NOMOR = ("NO", "NOMOR", "NOURUT")
_WAJIB = {
    "program": "PROGRAM / KEGIATAN",
    "nama": "TAHAPAN KEGIATAN",
    "lokasi": "LOKASI",
    "sumber_dana": "SUMBER DANA",
    "output": "OUTPUT",
    "outcome": "OUTCOME",
}
_TUGAS = {"penanggung_jawab": "PENANGGUNG JAWAB", "kegiatan": "KEGIATAN"}
_TAHUN = re.compile(r"(?:TAHUN\s*)?((?:19|20|21)\d\d)")

Baris = tuple[int, Mapping[int, Sel]]


@dataclass(frozen=True, slots=True)
class Kepala:
    """The header: its last row, the columns by key, by year, and by party (from 0) and key of its task."""

    akhir: int
    kolom: dict[str, int]
    tahun: dict[int, int]
    tugas: dict[tuple[int, str], int]

    @property
    def semua(self) -> set[int]:
        """Every column that is read."""
        return {*self.kolom.values(), *self.tahun.values(), *self.tugas.values()}


def fold(teks: str) -> str:
    """A heading by its letters alone: "PENANGGUNG  JAWAB" and "Penanggungjawab" are one."""
    return re.sub(r"[^A-Z]", "", teks.upper())


def find_start(baris: Sequence[Baris]) -> int | None:
    """The place in `baris` of the row where the header begins: the first that names three columns or more."""
    for i, (_, sel) in enumerate(baris):
        dikenal = {_name(satu.teks) for satu in sel.values()} - {None}
        if len(dikenal) >= 3:
            return i
    return None


def _name(teks: str) -> str | None:
    lipat = fold(teks)
    if lipat in _NOMOR:
        return "no"
    if lipat in ("TAHUN", "TAHUNPELAKSANAAN") or lipat.startswith("TUGAS"):
        return lipat[:5]
    return next((kunci for awal, kunci in _NAMA.items() if lipat.startswith(awal)), None)


def read_header(baris: Sequence[Baris], gabungan: Gabungan) -> tuple[Kepala | None, list[tuple[str, str]]]:
    """The header that begins with the first of `baris`, and its faults as (cell, sentence)."""
    awal = baris[0][0]
    isi = {nomor: sel for nomor, sel in baris if nomor < awal + _TINGGI}
    akhir = max(
        (n for n, sel in isi.items() if any(fold(s.teks).startswith("PENANGGUNGJAWAB") for s in sel.values())),
        default=awal,
    )
    pembaca = _Kolom({n: sel for n, sel in isi.items() if n <= akhir}, gabungan, awal)
    for kolom in range(1, max(k for n in pembaca.isi for k in pembaca.isi[n]) + 1):
        pembaca.read(kolom)
    pembaca.check()
    if pembaca.galat:
        return None, pembaca.galat
    return Kepala(akhir, pembaca.kolom, pembaca.tahun, pembaca.tugas), []


class _Kolom:
    """Reads the header column by column, from left to right."""

    def __init__(self, isi: dict[int, Mapping[int, Sel]], gabungan: Gabungan, awal: int) -> None:
        self.isi, self.gabungan, self.awal = isi, gabungan, awal
        self.pihak: int | None = None
        self.kolom: dict[str, int] = {}
        self.tahun: dict[int, int] = {}
        self.tugas: dict[tuple[int, str], int] = {}
        self.galat: list[tuple[str, str]] = []

    def _cells(self, kolom: int) -> list[Sel]:
        """The headings over a column, from top to bottom, those of merged cells too."""
        hasil = []
        for nomor in self.isi:
            induk = self.gabungan.find(nomor, kolom) or (nomor, kolom)
            sel = self.isi.get(induk[0], {}).get(induk[1])
            if sel is not None and sel not in hasil:
                hasil.append(sel)
        return hasil

    def read(self, kolom: int) -> None:
        sel = self._cells(kolom)
        if not sel:
            return
        for satu in sel:
            if isinstance(satu.nilai, Rusak):
                self.galat.append((satu.alamat, "kepala tabel berisi rumus atau galat Excel; tulis nilainya"))
                return
            if fold(satu.teks).startswith("PIHAK"):
                self._read_pihak(satu)
        bawah = sel[-1]
        tahun = _TAHUN.fullmatch(bawah.teks.upper())
        lipat = fold(bawah.teks)
        if tahun:
            self._keep(self.tahun, int(tahun[1]), kolom, bawah)
        elif isinstance(bawah.nilai, date):
            self._keep(self.tahun, bawah.nilai.year, kolom, bawah)
        elif lipat.startswith("PENANGGUNGJAWAB") or lipat in ("KEGIATAN", "URAIANKEGIATAN", "TUGAS"):
            kunci = "penanggung_jawab" if lipat.startswith("PENANGGUNGJAWAB") else "kegiatan"
            if self.pihak is None:
                self.galat.append((bawah.alamat, "kolom ini belum jelas PIHAK-nya; tulis PIHAK KESATU di atasnya"))
            else:
                self._keep(self.tugas, (self.pihak, kunci), kolom, bawah)
        else:
            self._read_named(kolom, bawah)

    def _read_named(self, kolom: int, sel: Sel) -> None:
        nama = _name(sel.teks)
        if nama == "no":
            return
        if nama is None or nama in ("TAHUN", "TUGAS"):
            self.galat.append((sel.alamat, f"kolom {sel.teks!r} tidak dikenal; hapus, atau perbaiki judulnya"))
        else:
            self._keep(self.kolom, nama, kolom, sel)

    def _read_pihak(self, sel: Sel) -> None:
        try:
            self.pihak = parse_urutan(sel.teks.upper().replace("PIHAK", "").strip()) - 1
        except BahasaError:
            self.galat.append((sel.alamat, f"{sel.teks!r} tidak dikenal; tulis PIHAK KESATU, PIHAK KEDUA, ..."))

    def _keep(self, wadah: dict[Any, int], kunci: Any, kolom: int, sel: Sel) -> None:
        if kunci in wadah:
            self.galat.append((sel.alamat, f"kolom {sel.teks!r} ada dua kali; hapus salah satunya"))
        wadah.setdefault(kunci, kolom)

    def check(self) -> None:
        """Columns that are missing, named all at once at the header's first row."""
        kurang = [judul for kunci, judul in _WAJIB.items() if kunci not in self.kolom]
        if not self.tahun:
            kurang.append("TAHUN (satu kolom setiap tahun, misalnya 2025)")
        jumlah = max((p + 1 for p, _ in self.tugas), default=0)
        kurang += ["PENANGGUNG JAWAB dan KEGIATAN setiap PIHAK"] * (jumlah == 0)
        # As many as a naskah has at least (model/rancangan.py).
        kurang += ["PENANGGUNG JAWAB dan KEGIATAN PIHAK KEDUA"] * (jumlah == 1)
        for p, kunci in ((p, k) for p in range(jumlah) for k in _TUGAS):
            if (p, kunci) not in self.tugas:
                kurang.append(f"{_TUGAS[kunci]} PIHAK ke-{p + 1}")
        if kurang and not self.galat:
            pesan = f"kolom {', '.join(kurang)} belum ada; tambahkan, atau mulai dari 'naskah rencana lembar'"
            self.galat.append((name_cell(self.awal, 1), pesan))
