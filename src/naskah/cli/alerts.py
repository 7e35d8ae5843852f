"""`naskah peringatan`: what must be done by when."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from naskah.cli.indonesian import Perintah
from naskah.cli.workspace_option import RegistriOption, current_workspace, registry_path

if TYPE_CHECKING:
    from naskah.bahasa.hari_kerja import Kalender


class FormatPeringatan(StrEnum):
    """How alerts are shown."""

    TABEL = "tabel"
    JSON = "json"


def register_commands(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("peringatan", cls=Perintah)(peringatan)


def peringatan(
    pada: Annotated[
        str | None, typer.Option("--pada", help="Tanggal yang ditanyakan; bawaannya hari ini.", show_default=False)
    ] = None,
    dalam: Annotated[int, typer.Option("--dalam", min=0, max=36500, help="Berapa hari ke depan.")] = 180,
    format: Annotated[FormatPeringatan, typer.Option("--format", "-f", help="Bentuk hasil.")] = FormatPeringatan.TABEL,
    gagal_bila_lewat: Annotated[
        bool, typer.Option("--gagal-bila-lewat", help="Kode keluar 1 bila ada tenggat yang terlewat.")
    ] = False,
    registri: RegistriOption = None,
) -> None:
    """Tampilkan tenggat: yang terlewat lebih dahulu, lalu menurut tanggal.

    Contoh: naskah peringatan --pada 2030-03-01 --dalam 60
    """
    lewat = show_alerts(registry_path(registri), current_workspace().kalender, pada, dalam, format)
    if lewat and gagal_bila_lewat:
        raise typer.Exit(1)


def show_alerts(
    registri: Path,
    kalender: "Kalender",
    pada: str | None,
    dalam: int,
    format: FormatPeringatan = FormatPeringatan.TABEL,
) -> bool:
    """Print what is due in the registry at `registri`; whether anything is overdue."""
    from naskah.cli.output import print_json
    from naskah.registry.alerts import list_peringatan
    from naskah.registry.database import open_registry

    hari = read_date(pada)
    with open_registry(registri, readonly=True) as basis:
        semua = list_peringatan(basis, pada=hari, dalam=dalam, kalender=kalender)
    if format is FormatPeringatan.JSON:
        print_json([satu._asdict() for satu in semua])
    elif not semua:
        typer.echo(f"tidak ada tenggat sampai {dalam} hari ke depan")
    else:
        _print_table(semua, hari)
    return any(satu.sisa_hari < 0 for satu in semua)


def read_date(teks: str | None) -> date:
    """A date as the user typed it; today when nothing was typed."""
    if teks is None:
        return date.today()
    from naskah.bahasa.galat import BahasaError
    from naskah.bahasa.tanggal import parse_tanggal
    from naskah.model.galat import NaskahError

    try:
        return parse_tanggal(teks)
    except BahasaError as error:
        raise NaskahError(str(error)) from None


def _print_table(semua, hari: date) -> None:  # type: ignore[no-untyped-def]
    from naskah.bahasa.tanggal import format_tanggal
    from naskah.cli.output import print_table

    baris = [
        (
            f"lewat {-satu.sisa_hari} hari" if satu.sisa_hari < 0 else f"{satu.sisa_hari} hari",
            format_tanggal(satu.tanggal),
            format_tanggal(satu.target) + (" *" if satu.sementara else ""),
            satu.jenis,
            satu.perjanjian,
            satu.sumber,
            satu.akibat or "",
        )
        for satu in semua
    ]
    kolom = ["sisa", "tanggal", "target kerja", "jenis", "perjanjian", "sumber", "bila dibiarkan"]
    print_table(kolom, baris, f"Tenggat pada {format_tanggal(hari)}", kepala=("perjanjian", "jenis"))
    if any(satu.sementara for satu in semua):
        typer.echo("* sementara: hari libur tahun itu belum ditetapkan pemerintah")
