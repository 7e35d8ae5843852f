"""The registry as spreadsheets and data: the list of agreements, summaries, the report of a half-year."""

import json
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from naskah.bahasa.bulan_hari import format_tanggal
from naskah.exchange.half_year import KOLOM as KOLOM_SEMESTER
from naskah.exchange.half_year import find_semester, iter_semester
from naskah.exchange.summaries import KELOMPOK, Rekap, name_tenggat, spaced
from naskah.library.sheet_output import Lembar, replacing, write_csv, write_xlsx
from naskah.registry.connection import Registry
from naskah.registry.listing import BarisDaftar, iter_daftar

if TYPE_CHECKING:
    from naskah.bahasa.hari_kerja import Kalender

AKHIRAN = (".xlsx", ".csv", ".json")
KOLOM_DAFTAR = (
    "id", "jenis", "judul", "para pihak", "nomor", "ditandatangani", "mulai berlaku", "jangka waktu", "hari terakhir",
    "keadaan", "sebab", "tenggat berikutnya", "hal tenggat", "unit",
)  # fmt: skip


# Which part of the registry goes out; None: all of it, where the file can hold it.
Laporan = Literal["daftar", "rekap", "semester"] | None


def export_registry(
    registry: Registry, path: Path, *, laporan: Laporan = None, pada: date, kalender: "Kalender"
) -> None:
    """Write a file of the kind its name says: .xlsx, .csv, or .json.

    Args:
        registry: an open registry.
        path: the file; what stood there stays whole until the new one is done.
        laporan: one part; without it an .xlsx holds all parts, the others the list.
        pada: the day as of which everything is said; the half-year is the one it lies in, up to that day.
        kalender: the working days, for deadlines that are counted in them.

    Raises:
        NaskahError: the registry cannot be read, or a sheet cannot hold so many rows.
        OSError: the place cannot be written.
    """
    ekspor = _Ekspor(registry, pada, kalender)
    if path.suffix.lower() == ".xlsx":
        write_xlsx(path, ekspor.sheets(laporan))
        return
    kolom, baris = ekspor.table(laporan or "daftar")
    write = write_csv if path.suffix.lower() == ".csv" else _write_json
    with closing(baris):
        write(path, kolom, baris)


class _Ekspor:
    """The parts of one export."""

    def __init__(self, registry: Registry, pada: date, kalender: "Kalender") -> None:
        self._registry, self._pada, self._kalender = registry, pada, kalender
        self._judul = f"keadaan pada {format_tanggal(pada)}"

    def sheets(self, laporan: Laporan) -> Iterator[Lembar]:
        rekap = Rekap()
        if laporan in (None, "daftar"):
            baris = (_make_row(satu, antara="\n") for satu in rekap.tee(self._list()))
            yield Lembar("daftar perjanjian", KOLOM_DAFTAR, baris, judul=("DAFTAR PERJANJIAN", self._judul))
        if laporan in (None, "rekap"):
            if laporan is not None:
                self._count(rekap)
            yield from rekap.sheets(self._judul)
        if laporan in (None, "semester"):
            judul = ("LAPORAN SEMESTER", find_semester(self._pada).judul)
            yield Lembar("laporan semester", KOLOM_SEMESTER, self._half_year(), judul=judul)

    def table(self, laporan: str) -> tuple[tuple[str, ...], Generator[tuple[Any, ...], None, None]]:
        """One table, for files that hold no more."""
        if laporan == "daftar":
            return KOLOM_DAFTAR, (_make_row(satu) for satu in self._list())
        if laporan == "semester":
            return KOLOM_SEMESTER, (satu for satu in self._half_year())
        rekap = Rekap()
        self._count(rekap)
        kolom = ("rekap", "kelompok", *rekap.columns("rekap tahun")[1:])
        return kolom, ((nama, *_full(baris, kolom)) for nama in KELOMPOK for baris in rekap.iter_rows(nama))

    def _list(self) -> Iterator[BarisDaftar]:
        return iter_daftar(self._registry, pada=self._pada, kalender=self._kalender)

    def _half_year(self) -> Iterator[Any]:
        return iter_semester(self._registry, find_semester(self._pada), self._kalender)

    def _count(self, rekap: Rekap) -> None:
        for satu in self._list():
            rekap.add(satu)


def _full(baris: tuple[Any, ...], kolom: tuple[str, ...]) -> tuple[Any, ...]:
    return (*baris, *[None] * (len(kolom) - 1 - len(baris)))


def _make_row(satu: BarisDaftar, antara: str = "; ") -> tuple[Any, ...]:
    """The cells of one agreement; `antara` stands between its parties, and between its numbers."""
    return (
        satu.id,
        spaced(satu.jenis),
        satu.judul,
        antara.join(satu.pihak),
        antara.join(satu.nomor),
        satu.tanggal,
        satu.mulai,
        satu.jangka_waktu,
        satu.akhir,
        satu.status,
        satu.sebab if satu.sebab != satu.status else None,
        satu.tenggat,
        name_tenggat(satu.jenis_tenggat, satu.hal_tenggat) if satu.jenis_tenggat and satu.hal_tenggat else None,
        satu.unit,
    )


def _write_json(path: Path, kolom: Sequence[str], baris: Iterator[tuple[Any, ...]]) -> None:
    """A list of objects, one a line, written as the rows come."""
    kunci = [nama.replace(" ", "_") for nama in kolom]
    with replacing(path) as sementara, sementara.open("w", encoding="utf-8") as berkas:
        antara = "[\n"
        for satu in baris:
            berkas.write(antara + json.dumps(dict(zip(kunci, satu, strict=True)), ensure_ascii=False, default=str))
            antara = ",\n"
        berkas.write("[]\n" if antara == "[\n" else "\n]\n")
