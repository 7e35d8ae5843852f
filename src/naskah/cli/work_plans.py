"""`naskah rencana`: a blank sheet for a Rencana Kerja, and what is wrong with a filled one."""

from pathlib import Path
from typing import Annotated

import typer

from naskah.cli.indonesian import Kelompok, Perintah

rencana = typer.Typer(cls=Kelompok, no_args_is_help=True, help="Siapkan dan periksa lembar Rencana Kerja.")


def register_commands(app: typer.Typer) -> None:
    """Add the group to `app`."""
    app.add_typer(rencana, name="rencana")


@rencana.command("lembar", cls=Perintah)
def lembar(
    keluaran: Annotated[Path, typer.Option("-o", "--keluaran", help="Berkas .xlsx yang akan dibuat.")],
    pihak: Annotated[int, typer.Option("--pihak", min=2, max=20, help="Jumlah PIHAK.")] = 2,
    tahun: Annotated[
        str | None, typer.Option("--tahun", help="Tahun rencana, misalnya 2025-2029; bawaannya lima tahun sejak kini.")
    ] = None,
    timpa: Annotated[bool, typer.Option("--timpa", help="Ganti berkas yang sudah ada.")] = False,
) -> None:
    """Buat lembar Excel kosong untuk Rencana Kerja.

    Contoh: naskah rencana lembar -o rk.xlsx --pihak 2 --tahun 2025-2029
    """
    from datetime import date

    from naskah.library.work_plan_form import make_blank_sheet
    from naskah.model.galat import Galat, NaskahError
    from naskah.model.rencana_kerja import parse_tahun
    from naskah.publishing.files import staged_files

    if keluaran.suffix.lower() != ".xlsx":
        raise NaskahError(Galat("nama berkasnya harus berakhiran .xlsx", str(keluaran)))
    if keluaran.exists() and not timpa:
        raise NaskahError(Galat("sudah ada; pakai --timpa untuk menggantinya, atau -o untuk nama lain", str(keluaran)))
    try:
        semua = parse_tahun(tahun or f"{date.today().year}-{date.today().year + 4}")
    except ValueError as error:
        raise NaskahError(str(error)) from None
    with staged_files({keluaran: make_blank_sheet(pihak, semua)}):
        pass
    typer.echo(f"ditulis: {keluaran}")
    typer.echo(f"isi, lalu periksa dengan: naskah rencana periksa {keluaran}")


@rencana.command("periksa", cls=Perintah)
def periksa(
    berkas: Annotated[Path, typer.Argument(help="Rencana kerja (.xlsx atau .yaml).")],
) -> None:
    """Periksa lembar Rencana Kerja yang sudah diisi: semua kesalahan sekaligus, dengan nama selnya.

    Contoh: naskah rencana periksa rk.xlsx
    """
    from naskah.library.work_plans import load_rencana

    terbaca = load_rencana(berkas).rencana
    tahun = ", ".join(map(str, terbaca.tahun))
    jumlah = sum(len(program.kegiatan) for program in terbaca.program)
    typer.echo(f"{berkas}: baik ({len(terbaca.program)} program, {jumlah} kegiatan, tahun {tahun})")
