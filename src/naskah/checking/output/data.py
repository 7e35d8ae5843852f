"""Findings as data: for JSON, and for the rows of a spreadsheet."""

from collections.abc import Iterator, Sequence
from typing import Any

from naskah.checking.finding import Temuan
from naskah.checking.report import Laporan, count
from naskah.library.sheet_output import Lembar

_KOLOM = ("berkas", "letak", "baris", "kode", "keparahan", "temuan", "yang dilakukan", "kata-katanya")
_KOLOM_BERKAS = (
    "berkas",
    "jenis",
    "galat",
    "peringatan",
    "saran",
    "tidak dipahami",
    "peraturan tidak dikenal",
    "catatan",
)


def as_data(semua: Sequence[Laporan]) -> dict[str, Any]:
    """Return everything as lists and mappings, keys in Indonesian."""
    return {
        "jumlah": {nama.value: banyak for nama, banyak in count(semua).items()},
        "berkas": [_file_data(satu) for satu in semua],
    }


def _file_data(laporan: Laporan) -> dict[str, Any]:
    return {
        "berkas": laporan.berkas,
        "jenis": laporan.jenis or None,
        "satuan": laporan.satuan,  # what `baris` counts: lines, or the paragraphs of a Word file
        "temuan": [_finding_data(satu) for satu in laporan.temuan],
        "tidak_dipahami": [{"baris": s.baris, "teks": s.teks, "sebab": s.sebab} for s in laporan.sisa],
        "peraturan_tidak_dikenal": list(laporan.asing),
        "galat": [str(satu) for satu in laporan.galat],
    }


def _finding_data(temuan: Temuan) -> dict[str, Any]:
    return {
        "kode": temuan.kode,
        "keparahan": temuan.keparahan.value,
        "letak": temuan.letak,
        "baris": temuan.tempat.baris if temuan.tempat else None,
        "pesan": temuan.pesan,
        "saran": temuan.saran,
        "kutipan": temuan.kutipan,
        "sebelum": temuan.sebelum,
        "sesudah": temuan.sesudah,
        "ganti": temuan.perbaikan.ganti if temuan.perbaikan else None,
    }


def make_sheets(semua: Sequence[Laporan]) -> list[Lembar]:
    """Return two sheets: the findings, and the files with their numbers."""
    return [Lembar("temuan", _KOLOM, _finding_rows(semua)), Lembar("berkas", _KOLOM_BERKAS, _file_rows(semua))]


def _finding_rows(semua: Sequence[Laporan]) -> Iterator[tuple[Any, ...]]:
    for laporan in semua:
        for t in laporan.temuan:
            baris = t.tempat.baris if t.tempat else None
            yield laporan.berkas, t.letak, baris, t.kode, t.keparahan.value, t.pesan, t.saran, t.kutipan


def _file_rows(semua: Sequence[Laporan]) -> Iterator[tuple[Any, ...]]:
    for laporan in semua:
        asing, catatan = "\n".join(laporan.asing), "\n".join(map(str, laporan.galat))
        yield laporan.berkas, laporan.jenis, *count([laporan]).values(), len(laporan.sisa), asing, catatan
