"""`naskah registri`: the register of agreements."""

from dataclasses import asdict
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from naskah.cli.alerts import read_date
from naskah.cli.indonesian import Kelompok, Perintah
from naskah.cli.workspace_option import RegistriOption, registry_path, user_name

registri = typer.Typer(cls=Kelompok, no_args_is_help=True, help="Daftar perjanjian: catat, lihat, periksa.")

PadaOption = Annotated[
    str | None, typer.Option("--pada", help="Keadaan pada tanggal ini; bawaannya hari ini.", show_default=False)
]


_SIDIK_PENDEK = 16


class FormatDaftar(StrEnum):
    """How results are shown."""

    TABEL = "tabel"
    JSON = "json"


FormatOption = Annotated[FormatDaftar, typer.Option("--format", "-f", help="Bentuk hasil.")]


def register_commands(app: typer.Typer) -> None:
    """Add the group to `app`."""
    app.add_typer(registri, name="registri")


@registri.command("daftar", cls=Perintah)
def daftar(pada: PadaOption = None, format: FormatOption = FormatDaftar.TABEL, registri: RegistriOption = None) -> None:
    """Tampilkan semua perjanjian dengan keadaannya.

    Contoh: naskah registri daftar --pada 2030-03-01
    """
    from naskah.bahasa.tanggal import format_tanggal
    from naskah.cli.output import print_json, print_table
    from naskah.registry.database import open_registry
    from naskah.registry.query import list_perjanjian

    with open_registry(registry_path(registri), readonly=True) as basis:
        semua = list_perjanjian(basis, pada=read_date(pada))
    if format is FormatDaftar.JSON:
        print_json([asdict(satu) for satu in semua])
        return
    if not semua:
        typer.echo("registri masih kosong; daftarkan dengan 'naskah registri tambah RANCANGAN'")
        return
    print_table(
        ["id", "judul", "pihak", "ditandatangani", "berakhir", "keadaan"],
        [
            (
                satu.id,
                satu.judul,
                "\n".join(satu.pihak),
                format_tanggal(satu.tanggal),
                _describe_akhir(satu.akhir, satu.mulai_dianggap),
                satu.status.value,
            )
            for satu in semua
        ],
        kepala=("id", "judul"),
    )


def _describe_akhir(akhir: date | None, dianggap: bool) -> str:
    from naskah.bahasa.tanggal import format_tanggal

    if akhir is None:
        return "tanpa batas waktu"
    return format_tanggal(akhir) + (" (mulai dianggap)" if dianggap else "")


@registri.command("tampil", cls=Perintah)
def tampil(
    perjanjian: Annotated[str, typer.Argument(help="Id perjanjian, misalnya pks-babel-2025.")],
    pada: PadaOption = None,
    format: FormatOption = FormatDaftar.TABEL,
    registri: RegistriOption = None,
) -> None:
    """Tampilkan satu perjanjian: para pihak, masa berlaku, tenggat, ketentuan, peristiwa.

    Contoh: naskah registri tampil pks-babel-2025
    """
    from naskah.cli.agreement_page import describe, to_plain
    from naskah.cli.output import print_json
    from naskah.cli.workspace_option import current_workspace
    from naskah.registry.database import open_registry
    from naskah.registry.query import get_perjanjian

    with open_registry(registry_path(registri), readonly=True) as basis:
        satu = get_perjanjian(basis, perjanjian)
    if format is FormatDaftar.JSON:
        print_json(to_plain(satu, read_date(pada), current_workspace().kalender))
    else:
        typer.echo(describe(satu, read_date(pada), current_workspace().kalender))


@registri.command("tambah", cls=Perintah)
def tambah(
    rancangan: Annotated[Path, typer.Argument(help="Berkas rancangan (.yaml).")],
    perbarui: Annotated[bool, typer.Option("--perbarui", help="Ganti isi yang sudah terdaftar.")] = False,
    ketat: Annotated[bool, typer.Option("--ketat", help="Peringatan dihitung sebagai galat.")] = False,
    registri: RegistriOption = None,
    oleh: Annotated[str | None, typer.Option("--oleh", help="Nama pencatat.")] = None,
) -> None:
    """Daftarkan perjanjian dari rancangannya, tanpa membuat berkas.

    Contoh: naskah registri tambah perjanjian.yaml
    """
    from naskah.cli.drafts import report
    from naskah.library.any_draft import load_draft
    from naskah.library.pustaka import Pustaka
    from naskah.library.workspace import find_workspace
    from naskah.publishing.drafts import publish_draft
    from naskah.publishing.publish import Pilihan

    berkas = load_draft(rancangan)
    ruang = find_workspace(rancangan.parent)
    pilihan = Pilihan(
        tujuan=rancangan.with_suffix(""),
        format=(),
        ketat=ketat,
        registri=registri or ruang.registri,
        perbarui=perbarui,
        oleh=oleh or user_name(),
        registri_induk=registri,
    )
    report(publish_draft(berkas, Pustaka(ruang), pilihan))


@registri.command("bangun-ulang", cls=Perintah)
def bangun_ulang(registri: RegistriOption = None) -> None:
    """Bangun ulang daftar dan tenggat dari catatan peristiwa.

    Contoh: naskah registri bangun-ulang
    """
    from naskah.registry.database import open_registry
    from naskah.registry.rebuild import rebuild

    with open_registry(registry_path(registri)) as basis:
        hasil = rebuild(basis)
    typer.echo(f"{hasil.perjanjian} perjanjian dibangun ulang dari {hasil.peristiwa} peristiwa")
    if hasil.sama:
        typer.echo("hasilnya sama dengan yang tersimpan")
    else:
        typer.echo(f"berbeda dari yang tersimpan, dan kini diperbaiki: {', '.join(hasil.berbeda)}")


@registri.command("verifikasi", cls=Perintah)
def verifikasi(registri: RegistriOption = None) -> None:
    """Periksa keutuhan registri: rantai peristiwa, hubungan antartabel, dan hasil bangun ulangnya.

    Contoh: naskah registri verifikasi
    """
    from naskah.cli.output import print_error
    from naskah.registry.database import open_registry
    from naskah.registry.verification import read_head, verify

    with open_registry(registry_path(registri), readonly=True) as basis:
        temuan = verify(basis)
        kepala = None if temuan else read_head(basis)
    for satu in temuan:
        print_error(satu)
    if kepala is None:
        raise typer.Exit(1)
    typer.echo(f"registri utuh: {kepala.jumlah} peristiwa, ujung rantai {kepala.hash[:_SIDIK_PENDEK]}")
    typer.echo("catat keduanya di luar registri: siapa pun yang menulis ulang seluruh catatan akan mengubah ujungnya")
