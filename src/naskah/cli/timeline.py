"""`naskah registri linimasa`: all agreements over time, as a picture for the wall."""

from pathlib import Path
from typing import Annotated

import typer

from naskah.cli.alerts import read_date
from naskah.cli.indonesian import Perintah
from naskah.cli.registry import PadaOption
from naskah.cli.registry import registri as kelompok_registri
from naskah.cli.workspace_option import RegistriOption, current_workspace, registry_path
from naskah.model.jenis import JenisTerdaftar

_TAHUN = {"min": 1, "max": 9999, "show_default": False}


def register_commands(_app: typer.Typer) -> None:
    """Add the command to the group of the registry."""
    kelompok_registri.command("linimasa", cls=Perintah)(linimasa)


def linimasa(
    keluaran: Annotated[
        Path, typer.Option("-o", "--keluaran", help="Berkas gambar (.svg) atau halaman (.html).")
    ] = Path("linimasa.html"),
    pada: PadaOption = None,
    dari: Annotated[int | None, typer.Option("--dari", help="Tahun pertama.", **_TAHUN)] = None,
    sampai: Annotated[int | None, typer.Option("--sampai", help="Tahun terakhir.", **_TAHUN)] = None,
    unit: Annotated[list[str] | None, typer.Option("--unit", help="Hanya unit ini (sebagian namanya cukup).")] = None,
    mitra: Annotated[
        list[str] | None, typer.Option("--mitra", help="Hanya yang pihaknya ini (sebagian namanya cukup).")
    ] = None,
    jenis: Annotated[list[JenisTerdaftar] | None, typer.Option("--jenis", help="Hanya jenis ini.")] = None,
    keadaan: Annotated[
        list[str] | None, typer.Option("--keadaan", help='Hanya yang keadaannya ini, misalnya "segera berakhir".')
    ] = None,
    perjanjian: Annotated[list[str] | None, typer.Option("--perjanjian", help="Hanya id ini.")] = None,
    timpa: Annotated[bool, typer.Option("--timpa", help="Ganti berkas yang sudah ada.")] = False,
    registri: RegistriOption = None,
) -> None:
    """Gambarkan semua perjanjian di atas garis waktu: masa berlaku, adendum, tenggat, dan hari ini.

    Contoh: naskah registri linimasa -o linimasa.svg --keadaan berlaku --keadaan "segera berakhir"
    """
    from naskah.publishing.timeline import RentangTahun, check_output, compose_timeline, write_timeline
    from naskah.registry.database import open_registry
    from naskah.registry.timeline import SaringanLinimasa

    check_output(keluaran, timpa=timpa)
    saringan = SaringanLinimasa(
        tuple(unit or ()), tuple(mitra or ()), tuple(jenis or ()), _read_states(keadaan or ()), tuple(perjanjian or ())
    )
    with open_registry(registry_path(registri), readonly=True) as basis:
        hasil = compose_timeline(
            basis,
            pada=read_date(pada),
            kalender=current_workspace().kalender,
            saringan=saringan,
            tahun=RentangTahun(dari, sampai),
        )
    if not hasil.baris:
        typer.echo("tidak ada perjanjian yang cocok pada tahun-tahun itu; tidak ada yang ditulis")
        return
    write_timeline(hasil, keluaran)
    typer.echo(f"ditulis: {keluaran} ({len(hasil.baris)} perjanjian, {hasil.dari} sampai {hasil.sampai})")


def _read_states(keadaan) -> tuple[str, ...]:  # type: ignore[no-untyped-def]
    from naskah.model.galat import Galat, NaskahError
    from naskah.registry.state import Status

    ada = {satu.value for satu in Status}
    dicari = tuple(" ".join(satu.lower().replace("-", " ").split()) for satu in keadaan)
    if salah := [satu for satu in dicari if satu not in ada]:
        yang_ada = ", ".join(f'"{satu.value}"' for satu in Status)
        raise NaskahError(Galat(f'--keadaan "{satu}" tidak dikenal. Yang ada: {yang_ada}.') for satu in salah)
    return dicari
