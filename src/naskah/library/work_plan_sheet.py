"""A work plan from an .xlsx: finds its sheet, reads it, and names the cell of every fault."""

from collections.abc import Callable
from itertools import takewhile
from pathlib import Path

from pydantic import ValidationError

from naskah.library.sheet_cells import LembarKerja, open_workbook
from naskah.library.validation import counts_failed_items, explain_one, locate
from naskah.library.work_plan_header import BARIS_DICARI, Baris, find_start, fold, read_header
from naskah.library.work_plan_rows import PembacaBaris
from naskah.library.yaml_lines import Jalur
from naskah.model.galat import Galat, NaskahError
from naskah.model.rencana_kerja import RencanaKerja, iter_faults

# Beyond so many faults nobody reads on.
_GALAT_TERBANYAK = 50


def load_sheet_plan(path: Path) -> tuple[RencanaKerja, Callable[[Jalur, str], Galat]]:
    """The work plan of a workbook, and how a fault at a path of it is said; NaskahError with all its faults."""
    with open_workbook(path) as semua:
        lembar, awal = _choose([satu for satu in semua if satu.terlihat], str(path))
        tempat = _Tempat(str(path), lembar.nama)
        kepala, salah = read_header(awal, lembar.gabungan)
        if kepala is None:
            raise NaskahError(tempat.at(*satu) for satu in salah)
        pembaca = PembacaBaris(kepala, lembar.gabungan)
        pembaca.read_all(lembar.iter_cells())
    if not pembaca.program and not pembaca.galat:
        pesan = f"belum ada satu kegiatan pun di bawah kepala tabel (baris {kepala.akhir})"
        raise NaskahError(Galat(pesan, str(path), kunci=lembar.nama))
    tempat.sel = pembaca.sel
    data = {"tahun": sorted(kepala.tahun), "program": pembaca.program}
    galat = [tempat.at(*satu) for satu in pembaca.galat]
    try:
        rencana = RencanaKerja.model_validate(data)
    except ValidationError as error:
        for detail in error.errors():
            if counts_failed_items(detail):
                continue
            jalur, hilang = locate(detail["loc"], data)
            pesan = explain_one(detail).replace("kunci ini belum diisi", "sel ini belum diisi")
            if detail["type"] == "too_long":
                pesan = pesan.replace("butir", str(jalur[-1]).replace("_", " "))
            galat.append(tempat.galat((*jalur, hilang) if hilang else jalur, pesan))
        rencana = None
    if rencana is None or galat:
        galat += (tempat.galat(*satu) for satu in iter_faults(data))
        raise NaskahError(_shorten(list(dict.fromkeys(galat))))
    return rencana, tempat.galat


class _Tempat:
    """Names places of one sheet as a user of Excel does: "Rencana Kerja!F12"."""

    def __init__(self, berkas: str, lembar: str) -> None:
        self._berkas, self._lembar = berkas, lembar
        self.sel: dict[Jalur, str] = {}

    def at(self, alamat: str, pesan: str) -> Galat:
        """A fault at a cell."""
        return Galat(pesan, self._berkas, kunci=f"{self._lembar}!{alamat}")

    def galat(self, jalur: Jalur, pesan: str) -> Galat:
        """A fault at a path of the plan: at its cell, or at that of the nearest path above it."""
        while jalur and jalur not in self.sel:
            jalur = jalur[:-1]
        if not jalur:
            return Galat(pesan, self._berkas, kunci=self._lembar)
        return self.at(self.sel[jalur], pesan)


def _choose(semua: list[LembarKerja], berkas: str) -> tuple[LembarKerja, list[Baris]]:
    """The sheet of that name, or the only one with a header; with its rows from the header on."""
    bernama = [satu for satu in semua if fold(satu.nama) in ("RENCANAKERJA", "RK")]
    calon: list[tuple[LembarKerja, list[Baris]]] = []
    for satu in bernama[:1] or semua:
        baris: list[Baris] = list(takewhile(lambda b: b[0] <= BARIS_DICARI + 5, satu.iter_cells()))
        awal = find_start(baris)
        if awal is not None:
            calon.append((satu, baris[awal:]))
    if not calon:
        pesan = (
            f"kepala tabel tidak ditemukan dalam {BARIS_DICARI} baris pertama; harus ada kolom PROGRAM / KEGIATAN, "
            "TAHAPAN KEGIATAN, LOKASI, ... (lihat 'naskah rencana lembar')"
        )
        lembar = bernama[0].nama if bernama else None
        raise NaskahError(Galat(pesan, berkas, kunci=lembar))
    if len(calon) > 1:
        nama = ", ".join(satu.nama for satu, _ in calon)
        pesan = f"ada {len(calon)} lembar berisi tabel ({nama}); beri nama 'Rencana Kerja' pada yang dipakai"
        raise NaskahError(Galat(pesan, berkas))
    return calon[0]


def _shorten(galat: list[Galat]) -> list[Galat]:
    lebih = len(galat) - _GALAT_TERBANYAK
    if lebih <= 0:
        return galat
    return [*galat[:_GALAT_TERBANYAK], Galat(f"dan {lebih} kesalahan lain", galat[0].berkas)]
