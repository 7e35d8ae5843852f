"""Alerts as rows of a spreadsheet: every one by itself, dates as dates."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from naskah.alerting.grouping import Kelompok
from naskah.alerting.levels import name_tingkat
from naskah.bahasa.bulan_hari import format_tanggal
from naskah.library.sheet_output import Lembar

KOLOM = (
    "tingkat",
    "sisa hari",
    "tanggal",
    "target kerja",
    "target sementara",
    "jenis tenggat",
    "hal",
    "perjanjian",
    "judul",
    "para pihak",
    "unit",
    "sumber",
    "bila dibiarkan",
)


def make_lembar(semua: Iterable[Kelompok], pada: date) -> Lembar:
    """Return the sheet of all alerts; `pada` is the day they were asked on."""
    return Lembar("tenggat", KOLOM, make_rows(semua), (f"Tenggat pada {format_tanggal(pada)}",))


def make_rows(semua: Iterable[Kelompok]) -> Iterator[tuple[Any, ...]]:
    """Yield one row for each alert, its cells in the order of KOLOM."""
    for kelompok in semua:
        for satu in kelompok.butir:
            yield (
                name_tingkat(kelompok.tingkat),
                satu.sisa_hari,
                satu.tanggal,
                satu.target,
                "ya" if satu.sementara else "tidak",
                satu.jenis,
                satu.hal,
                satu.perjanjian,
                kelompok.perjanjian.judul,
                "\n".join(kelompok.perjanjian.pihak),
                kelompok.perjanjian.unit,
                satu.sumber,
                satu.akibat,
            )
