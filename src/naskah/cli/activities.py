"""`naskah registri rencana` and `naskah registri lapor`: what is planned this year, and what was done."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from naskah.cli.alerts import read_date
from naskah.cli.indonesian import Perintah
from naskah.cli.registry import FormatDaftar, FormatOption
from naskah.cli.registry import registri as kelompok_registri
from naskah.cli.workspace_option import RegistriOption, current_workspace, registry_path, user_name


def register_commands(_app: typer.Typer) -> None:
    """Add the commands to the group of the registry."""
    kelompok_registri.command("rencana", cls=Perintah)(rencana)
    kelompok_registri.command("lapor", cls=Perintah)(lapor)


def rencana(
    perjanjian: Annotated[str | None, typer.Argument(help="Id perjanjian; tanpa id, semua.")] = None,
    tahun: Annotated[
        int | None, typer.Option("--tahun", min=1945, max=2200, help="Tahun rencana; bawaannya tahun ini.")
    ] = None,
    pada: Annotated[
        str | None, typer.Option("--pada", help="Menurut keadaan pada tanggal ini; bawaannya hari ini.")
    ] = None,
    format: FormatOption = FormatDaftar.TABEL,
    registri: RegistriOption = None,
) -> None:
    """Tampilkan kegiatan Rencana Kerja satu tahun: yang sudah dan yang belum terlaksana.

    Contoh: naskah registri rencana nk-jakarta-2025 --tahun 2026
    """
    from naskah.cli.output import print_json
    from naskah.registry.activities_query import list_kegiatan
    from naskah.registry.database import open_registry

    hari = read_date(pada)
    dipilih = tahun or hari.year
    with open_registry(registry_path(registri), readonly=True) as basis:
        semua = list_kegiatan(basis, tahun=dipilih, perjanjian=perjanjian, pada=hari)
    if format is FormatDaftar.JSON:
        print_json([{**asdict(satu), "terlaksana": satu.terlaksana} for satu in semua])
    elif not semua:
        typer.echo(f"tidak ada kegiatan yang direncanakan untuk tahun {dipilih}")
    else:
        _print_table(semua, dipilih)


def _print_table(semua: list[Any], tahun: int) -> None:
    from naskah.bahasa.tanggal import format_tanggal
    from naskah.cli.output import print_table

    baris = []
    for satu in semua:
        jawab = "\n".join(nama for milik in satu.penanggung_jawab for nama in milik.nama)
        keadaan = "\n".join(format_tanggal(lapor.tanggal) for lapor in satu.laporan) or "belum"
        keadaan += f"\n(dicabut sejak {format_tanggal(satu.dicabut)})" if satu.dicabut else ""
        bukti = "\n".join(lapor.bukti or lapor.catatan or "tanpa bukti" for lapor in satu.laporan)
        baris.append((satu.perjanjian, satu.kode, satu.nama, jawab, keadaan, bukti))
    kolom = ["perjanjian", "kode", "kegiatan", "penanggung jawab", "terlaksana", "bukti"]
    print_table(kolom, baris, f"Rencana Kerja tahun {tahun}")
    sudah = sum(satu.terlaksana for satu in semua)
    typer.echo(f"{len(semua)} direncanakan, {sudah} terlaksana, {len(semua) - sudah} belum")


def lapor(
    perjanjian: Annotated[str, typer.Argument(help="Id perjanjian.")],
    kode: Annotated[str, typer.Argument(help="Kode kegiatan, misalnya 2.a.")],
    tanggal: Annotated[str, typer.Option("--tanggal", help="Hari kegiatan terlaksana.")],
    tahun: Annotated[
        int | None, typer.Option("--tahun", help="Tahun rencana yang dipenuhi; bawaannya tahun dari tanggal itu.")
    ] = None,
    bukti: Annotated[Path | None, typer.Option("--bukti", help="Berkas bukti; sidiknya ikut dicatat.")] = None,
    catatan: Annotated[str, typer.Option("--catatan", help="Catatan singkat.")] = "",
    registri: RegistriOption = None,
    oleh: Annotated[str | None, typer.Option("--oleh", help="Nama pencatat.")] = None,
) -> None:
    """Catat bahwa satu kegiatan Rencana Kerja telah terlaksana.

    Contoh: naskah registri lapor nk-jakarta-2025 2.a --tanggal 2026-03-31 --bukti ba-rekonsiliasi.pdf
    """
    from naskah.cli.output import print_error
    from naskah.publishing.evidence import explain_outside, read_bukti
    from naskah.registry.activities import report_kegiatan
    from naskah.registry.database import open_registry

    jalur = registry_path(registri)
    berkas = read_bukti(bukti, current_workspace().akar or jalur.parent) if bukti else None
    with open_registry(jalur) as basis:
        peristiwa = report_kegiatan(
            basis,
            perjanjian,
            kode,
            read_date(tanggal),
            tahun=tahun,
            bukti=berkas,
            catatan=catatan,
            oleh=oleh or user_name(),
        )
    typer.echo(f"dicatat: kegiatan {kode.strip().lower()} perjanjian {perjanjian}, peristiwa {peristiwa.urutan}")
    if luar := explain_outside(berkas):
        print_error(luar, tanda="peringatan")
