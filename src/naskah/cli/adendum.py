"""`naskah registri konsolidasi` and `naskah sandingan`: what adenda make of an agreement, whole and side by side."""

from pathlib import Path
from typing import Annotated

import typer

from naskah.cli.alerts import read_date
from naskah.cli.indonesian import Perintah
from naskah.cli.registry import registri as kelompok_registri
from naskah.cli.workspace_option import RegistriOption, current_workspace, registry_path
from naskah.model.galat import NaskahError

_FORMAT_NASKAH = ("docx", "pdf", "txt", "html")
_FORMAT_TABEL = ("docx", "pdf", "html", "txt")

TimpaOption = Annotated[bool, typer.Option("--timpa", help="Ganti berkas hasil yang sudah ada.")]


def register_commands(app: typer.Typer) -> None:
    """Add the commands to `app`, and to the group of the registry."""
    kelompok_registri.command("konsolidasi", cls=Perintah)(konsolidasi)
    app.command("sandingan", cls=Perintah)(sandingan)


def konsolidasi(
    perjanjian: Annotated[str, typer.Argument(help="Id perjanjian, misalnya pks-babel-2025.")],
    keluaran: Annotated[Path, typer.Option("-o", "--keluaran", help="Berkas hasil: .docx, .pdf, .txt, atau .html.")],
    pada: Annotated[
        str | None, typer.Option("--pada", help="Bunyi pada tanggal ini; bawaannya hari ini.", show_default=False)
    ] = None,
    templat: Annotated[Path | None, typer.Option("--templat", help="Templat Word lain (.docx).")] = None,
    timpa: TimpaOption = False,
    registri: RegistriOption = None,
) -> None:
    """Tulis bunyi perjanjian pada suatu tanggal dengan semua adendumnya, setiap perubahan ditandai.

    Contoh: naskah registri konsolidasi pks-babel-2025 --pada 2028-01-01 -o konsolidasi.docx
    """
    from naskah.library.pustaka import Pustaka
    from naskah.publishing.consolidation import consolidate_registered, write_consolidation
    from naskah.publishing.publish import Pilihan
    from naskah.registry.database import open_registry

    akhiran = _read_suffix(keluaran, _FORMAT_NASKAH)
    with open_registry(registry_path(registri), readonly=True) as basis:
        naskah = consolidate_registered(basis, perjanjian, read_date(pada))
    pilihan = Pilihan(tujuan=keluaran.with_suffix(""), format=(akhiran,), templat=templat, timpa=timpa)  # type: ignore[arg-type]
    for jalur in write_consolidation(naskah, Pustaka(current_workspace()), pilihan):
        typer.echo(f"ditulis: {jalur}")


def sandingan(
    semula: Annotated[str, typer.Argument(help="Rancangan (.yaml), atau id di registri, boleh dengan @tanggal.")],
    menjadi: Annotated[
        str, typer.Argument(help="Rancangan (.yaml) atau id yang dibandingkan; boleh rancangan adendumnya.")
    ],
    keluaran: Annotated[Path, typer.Option("-o", "--keluaran", help="Berkas hasil: .docx, .pdf, .html, atau .txt.")],
    semua: Annotated[bool, typer.Option("--semua", help="Muat juga pasal yang tidak berubah.")] = False,
    timpa: TimpaOption = False,
    registri: RegistriOption = None,
) -> None:
    """Sandingkan dua versi dalam tabel semula, menjadi, keterangan; kata yang berbeda ditandai.

    Contoh: naskah sandingan pks-babel-2025@2026-01-01 pks-babel-2025 -o sandingan.docx
    """
    from naskah.assembly.sandingan import compare
    from naskah.library.pustaka import Pustaka
    from naskah.publishing.comparison import load_version, write_sandingan

    akhiran = _read_suffix(keluaran, _FORMAT_TABEL)
    pustaka = Pustaka(current_workspace())
    kiri, kanan = (load_version(satu, pustaka, registri) for satu in (semula, menjadi))
    hasil = compare(kiri, kanan, semua=semua)
    write_sandingan(hasil, keluaran, akhiran, timpa=timpa)
    typer.echo(f"ditulis: {keluaran}")
    if not hasil.ada_perubahan:
        typer.echo("kedua versi itu sama bunyinya")


def _read_suffix(keluaran: Path, boleh: tuple[str, ...]) -> str:
    akhiran = keluaran.suffix.lower().lstrip(".")
    if akhiran not in boleh:
        raise NaskahError(f"bentuk hasil {keluaran.name!r} tidak dikenal; akhiri dengan .{', .'.join(boleh)}")
    return akhiran
