"""The forms in which `naskah peringatan` gives its answer; each loads only what it needs."""

import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import typer

from naskah.cli.output import format_json
from naskah.model.galat import Galat, NaskahError

if TYPE_CHECKING:
    from naskah.alerting.grouping import Kelompok
    from naskah.bahasa.hari_kerja import Kalender
    from naskah.registry.alerts import Peringatan, Saringan
    from naskah.registry.connection import Registry


class FormatPeringatan(StrEnum):
    """How alerts are shown."""

    TABEL = "tabel"
    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"
    ICS = "ics"
    HTML = "html"
    SUREL = "surel"


# The table is for the terminal.
_AKHIRAN = {
    FormatPeringatan.JSON: ".json",
    FormatPeringatan.CSV: ".csv",
    FormatPeringatan.XLSX: ".xlsx",
    FormatPeringatan.ICS: ".ics",
    FormatPeringatan.HTML: ".html",
    FormatPeringatan.SUREL: ".txt",
}


class Pertanyaan(NamedTuple):
    """What was asked on the command line."""

    pada: date
    dalam: int
    lewat: bool
    saringan: "Saringan"
    batas: int | None


class Jawaban(NamedTuple):
    """The alerts, and how many there are where not all of them were asked for."""

    semua: "list[Peringatan]"
    jumlah: int

    @property
    def ada_lewat(self) -> bool:
        """Whether any is overdue; the oldest come first."""
        return bool(self.semua) and self.semua[0].sisa_hari < 0


def ask(registri: Path, kalender: "Kalender", tanya: Pertanyaan) -> Jawaban:
    """The alerts that the registry at `registri` holds."""
    from naskah.registry.database import open_registry

    with open_registry(registri, readonly=True) as basis:
        return _ask(basis, kalender, tanya)


def _ask(basis: "Registry", kalender: "Kalender", tanya: Pertanyaan) -> Jawaban:
    from naskah.registry.alerts import count_peringatan, list_peringatan

    syarat: dict[str, Any] = {
        "pada": tanya.pada,
        "dalam": tanya.dalam,
        "kalender": kalender,
        "lewat": tanya.lewat,
        "saringan": tanya.saringan,
    }
    semua = list_peringatan(basis, **syarat, paling_banyak=tanya.batas)
    penuh = tanya.batas is not None and len(semua) == tanya.batas
    return Jawaban(semua, count_peringatan(basis, **syarat) if penuh else len(semua))


def print_alerts(jawaban: Jawaban, tanya: Pertanyaan) -> None:
    """The table on the terminal; what belongs together is one row."""
    from naskah.alerting.grouping import group
    from naskah.alerting.levels import name_sisa
    from naskah.bahasa.tanggal import format_tanggal
    from naskah.bahasa.terbilang import group_ribuan
    from naskah.cli.output import print_table

    if not jawaban.semua:
        typer.echo(f"tidak ada tenggat sampai {tanya.dalam} hari ke depan")
        return
    kelompok = group(jawaban.semua)
    baris = [
        (
            name_sisa(satu.pokok.sisa_hari),
            format_tanggal(satu.pokok.tanggal),
            format_tanggal(satu.pokok.target) + (" *" if satu.sementara else ""),
            satu.sebutan,
            satu.pokok.perjanjian,
            satu.sumber,
            satu.akibat,
        )
        for satu in kelompok
    ]
    kolom = ["sisa", "tanggal", "target kerja", "jenis", "perjanjian", "sumber", "bila dibiarkan"]
    print_table(kolom, baris, f"Tenggat pada {format_tanggal(tanya.pada)}", kepala=("perjanjian", "jenis"))
    if any(satu.sementara for satu in kelompok):
        typer.echo("* sementara: hari libur tahun itu belum ditetapkan pemerintah")
    if jawaban.jumlah > len(jawaban.semua):
        sisanya = group_ribuan(jawaban.jumlah - len(jawaban.semua))
        typer.echo(f"masih ada {sisanya} tenggat lain; lihat semuanya tanpa --batas")


def put_out(
    registri: Path, ruang: Any, tanya: Pertanyaan, format: FormatPeringatan | None, keluaran: Path | None
) -> bool:
    """Give the answer in another form than the table, or write it to a file; whether anything is overdue."""
    from naskah.registry.database import open_registry

    bentuk = _choose(format, keluaran)
    with open_registry(registri, readonly=True) as basis:
        jawaban = _ask(basis, ruang.kalender, tanya)
        if bentuk in (FormatPeringatan.CSV, FormatPeringatan.XLSX):
            _put_sheet(_group(basis, ruang, jawaban), tanya.pada, keluaran)
        else:
            _put_text(_make_text(basis, ruang, tanya, jawaban, bentuk), keluaran)
    if keluaran is not None:
        typer.echo(f"{len(jawaban.semua)} tenggat ditulis ke {keluaran}")
    return jawaban.ada_lewat


def _choose(format: FormatPeringatan | None, keluaran: Path | None) -> FormatPeringatan:
    """The form asked for, or that of the file's suffix; a file of another suffix is never written over."""
    if keluaran is None:
        if format is FormatPeringatan.XLSX:
            raise NaskahError("xlsx ditulis ke berkas; sebutkan dengan -o, misalnya -o tenggat.xlsx.")
        return format or FormatPeringatan.TABEL
    akhiran = keluaran.suffix.lower()
    if format is None:
        format = next((satu for satu, a in _AKHIRAN.items() if a == akhiran), FormatPeringatan.TABEL)
    if format is FormatPeringatan.TABEL:
        raise NaskahError(
            Galat(f"tabel hanya untuk layar; pakai akhiran {', '.join(_AKHIRAN.values())}", str(keluaran))
        )
    if akhiran != _AKHIRAN[format]:
        raise NaskahError(Galat(f"bentuk {format} ditulis ke berkas berakhiran {_AKHIRAN[format]}", str(keluaran)))
    return format


def _group(basis: "Registry", ruang: Any, jawaban: Jawaban) -> "list[Kelompok]":
    from naskah.alerting.grouping import group
    from naskah.registry.alerts import read_pokok

    pokok = read_pokok(basis, {satu.perjanjian for satu in jawaban.semua})
    return group(jawaban.semua, tingkat=ruang.pengaturan.peringatan.tingkat, perjanjian=pokok)


def _put_sheet(semua: "list[Kelompok]", pada: date, keluaran: Path | None) -> None:
    from naskah.alerting.sheet import KOLOM, make_lembar, make_rows
    from naskah.library.sheet_output import write_csv, write_xlsx

    if keluaran is not None and keluaran.suffix.lower() == _AKHIRAN[FormatPeringatan.XLSX]:
        write_xlsx(keluaran, [make_lembar(semua, pada)])
    else:
        write_csv(keluaran or sys.stdout, KOLOM, make_rows(semua))


def _put_text(isi: bytes, keluaran: Path | None) -> None:
    if keluaran is None:
        sys.stdout.write(isi.decode())
        return
    from naskah.publishing.files import staged_files

    with staged_files({keluaran: isi}):
        pass


def _make_text(basis: "Registry", ruang: Any, tanya: Pertanyaan, jawaban: Jawaban, bentuk: FormatPeringatan) -> bytes:
    if bentuk is FormatPeringatan.JSON:
        from naskah.registry.alerts import read_pokok

        dikenal = read_pokok(basis, {satu.perjanjian for satu in jawaban.semua})
        data = [satu._asdict() | dikenal[satu.perjanjian]._asdict() for satu in jawaban.semua]
        return format_json(data).encode()
    kelompok = _group(basis, ruang, jawaban)
    if bentuk is FormatPeringatan.ICS:
        from naskah.alerting.calendar_file import make_calendar
        from naskah.registry.alerts import read_perubahan_terakhir

        perubahan = read_perubahan_terakhir(basis, {satu.perjanjian for satu in jawaban.semua})
        return make_calendar(kelompok, perubahan, tingkat=ruang.pengaturan.peringatan.tingkat)
    if bentuk is FormatPeringatan.HTML:
        from naskah.alerting.page import make_page

        return make_page(kelompok, tanya.pada).encode()
    from naskah.alerting.plain_text import make_text

    return make_text(kelompok, tanya.pada).encode()
