"""The report of a half-year: what was signed, extended, ended, what ends soon, what is overdue."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from naskah.bahasa.bulan_hari import format_tanggal
from naskah.exchange.summaries import name_tenggat, spaced
from naskah.registry.alerts import list_peringatan, read_pokok
from naskah.registry.connection import Registry
from naskah.registry.listing import Perubahan, list_ended, list_extended, list_in_state, list_signed
from naskah.registry.state import Status

if TYPE_CHECKING:
    from naskah.bahasa.hari_kerja import Kalender

KOLOM = ("bagian", "tanggal", "id", "jenis", "judul", "para pihak", "unit", "keterangan")
_SELESAI = (Status.BERAKHIR, Status.DIAKHIRI, Status.DIGANTIKAN)
BarisSemester = tuple[str, date, str, str, str, str, str | None, str | None]


class Semester(NamedTuple):
    """A half-year up to a day of it."""

    dari: date
    sampai: date

    @property
    def judul(self) -> str:
        """ "Semester I Tahun 2026, sampai dengan 30 Juni 2026"."""
        nomor = "I" if self.dari.month == 1 else "II"
        return f"Semester {nomor} Tahun {self.dari.year}, sampai dengan {format_tanggal(self.sampai)}"


def find_semester(pada: date) -> Semester:
    """The half-year that a day lies in, up to that day."""
    return Semester(date(pada.year, 1 if pada.month < 7 else 7, 1), pada)


def iter_semester(registry: Registry, semester: Semester, kalender: "Kalender") -> Iterator[BarisSemester]:
    """The rows of the report, part after part.

    Raises:
        NaskahError: the registry cannot be read.
    """
    dari, sampai = semester
    yield from _part("ditandatangani", list_signed(registry, dari, sampai))
    for satu in list_extended(registry, dari, sampai):
        baru = format_tanggal(date.fromisoformat(satu.keterangan)) if satu.keterangan else "tanpa batas waktu"
        yield _row("diperpanjang", satu, f"menjadi {baru}")
    yield from _part("berakhir", list_ended(registry, dari, sampai, _SELESAI))
    yield from _part("segera berakhir", list_in_state(registry, sampai, Status.SEGERA_BERAKHIR))
    terlewat = [p for p in list_peringatan(registry, pada=sampai, dalam=0, kalender=kalender) if p.sisa_hari < 0]
    pokok = read_pokok(registry, {p.perjanjian for p in terlewat})
    for p in terlewat:
        milik = pokok[p.perjanjian]
        keterangan = f"{name_tenggat(p.jenis, p.hal)}, lewat {-p.sisa_hari} hari"
        yield ("terlewat", p.tanggal, p.perjanjian, "", milik.judul, "; ".join(milik.pihak), milik.unit, keterangan)


def _part(bagian: str, semua: list[Perubahan]) -> Iterator[BarisSemester]:
    for satu in semua:
        yield _row(bagian, satu, satu.keterangan)


def _row(bagian: str, satu: Perubahan, keterangan: str | None) -> BarisSemester:
    jenis, pihak = spaced(satu.jenis), "; ".join(satu.pihak)
    return (bagian, satu.tanggal, satu.id, jenis, satu.judul, pihak, satu.unit, keterangan)
