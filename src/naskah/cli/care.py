"""`naskah registri cadangkan` and `naskah registri verifikasi`: keeping the register whole."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from naskah.cli.indonesian import Perintah
from naskah.cli.registry import registri as kelompok_registri
from naskah.cli.workspace_option import RegistriOption, registry_path

_SIDIK_PENDEK = 16
_MENYEBUT = 50  # so many files are told; the rest are counted


def register_commands(_app: typer.Typer) -> None:
    """Add the commands to the group of the registry."""
    kelompok_registri.command("cadangkan", cls=Perintah)(cadangkan)
    kelompok_registri.command("verifikasi", cls=Perintah)(verifikasi)


def cadangkan(
    tujuan: Annotated[
        Path | None,
        typer.Argument(help="Folder, atau nama berkas baru; bawaannya folder registri.", show_default=False),
    ] = None,
    simpan: Annotated[
        int | None, typer.Option("--simpan", min=1, help="Sesudahnya, simpan hanya sekian cadangan terbaru.")
    ] = None,
    registri: RegistriOption = None,
) -> None:
    """Salin registri ke berkas cadangan, juga selagi dipakai; salinannya diperiksa, dan tidak menimpa apa pun.

    Contoh: naskah registri cadangkan /media/usb --simpan 30
    """
    from naskah.registry.backup import back_up
    from naskah.registry.database import open_registry

    with open_registry(registry_path(registri), readonly=True) as basis:
        hasil = back_up(basis, tujuan, hari=date.today(), simpan=simpan)
    ujung = hasil.kepala.hash[:_SIDIK_PENDEK]
    typer.echo(f"dicadangkan: {hasil.path} ({hasil.kepala.jumlah} peristiwa, ujung rantai {ujung})")
    for lama in hasil.dibuang:
        typer.echo(f"cadangan lama dihapus: {lama}")


def verifikasi(
    tanpa_berkas: Annotated[
        bool, typer.Option("--tanpa-berkas", help="Jangan periksa berkas naskah dan bukti; lebih cepat.")
    ] = False,
    registri: RegistriOption = None,
) -> None:
    """Periksa keutuhan registri: rantai peristiwa, hubungan antartabel, hasil bangun ulangnya, dan berkas-berkasnya.

    Contoh: naskah registri verifikasi
    """
    from naskah.cli.output import print_error
    from naskah.registry.database import open_registry
    from naskah.registry.file_check import check_files
    from naskah.registry.verification import read_head, verify

    jalur = registry_path(registri)
    with open_registry(jalur, readonly=True) as basis:
        if temuan := verify(basis):
            for satu in temuan:
                print_error(satu)
            raise typer.Exit(1)
        kepala = read_head(basis)
        # What a broken registry says of its files is not to be relied on, so they are compared only now.
        berkas = None if tanpa_berkas else check_files(basis, _find_root(jalur))
    typer.echo(f"registri utuh: {kepala.jumlah} peristiwa, ujung rantai {kepala.hash[:_SIDIK_PENDEK]}")
    typer.echo("catat keduanya di luar registri: siapa pun yang menulis ulang seluruh catatan akan mengubah ujungnya")
    if berkas is not None and not _report_files(berkas):
        raise typer.Exit(1)


def _find_root(registri: Path) -> Path:
    """The folder that the paths in a registry are relative to: its workspace, or else the one we are in."""
    from naskah.cli.workspace_option import current_workspace
    from naskah.library.workspace import find_workspace

    folder = registri.absolute().parent
    akar: Path = find_workspace(folder).akar or current_workspace().akar or folder
    return akar


def _report_files(berkas) -> bool:  # type: ignore[no-untyped-def]
    """Print what was found of the files; whether all that could be looked at are as recorded."""
    from naskah.cli.output import print_error
    from naskah.registry.file_check import JenisTemuan

    salah = [t for t in berkas.temuan if t.jenis is not JenisTemuan.DI_LUAR]
    luar = [t for t in berkas.temuan if t.jenis is JenisTemuan.DI_LUAR]
    for semua, tanda in ((salah, "galat"), (luar, "peringatan")):
        for satu in semua[:_MENYEBUT]:
            print_error(satu.pesan, tanda)
        if len(semua) > _MENYEBUT:
            print_error(f"dan {len(semua) - _MENYEBUT} berkas lain", tanda)
    if berkas.diperiksa:
        cocok = "semuanya cocok dengan sidiknya" if not salah else f"{len(salah)} tidak cocok dengan catatannya"
        typer.echo(f"{berkas.diperiksa} berkas diperiksa, {cocok}")
    return not salah
