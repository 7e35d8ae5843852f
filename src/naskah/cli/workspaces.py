"""`naskah mulai` and `naskah contoh`: a workspace of one's own, empty or with examples run through."""

from pathlib import Path
from typing import Annotated

import typer

from naskah.cli.indonesian import Perintah

_RENCANA_KERJA = "rencana-kerja/rk-jakarta-tersendiri.yaml"


def register_commands(app: typer.Typer) -> None:
    """Add the commands to `app`."""
    app.command("mulai", cls=Perintah)(mulai)
    app.command("contoh", cls=Perintah)(contoh)


def mulai(folder: Annotated[Path, typer.Argument(help="Folder ruang kerja yang akan dibuat.")]) -> None:
    """Buat ruang kerja sendiri: klausul, templat, dan peraturan yang dapat diubah.

    Contoh: naskah mulai kerja-sama
    """
    from naskah.library.new_workspace import create_workspace

    create_workspace(folder)
    typer.echo(f"ruang kerja siap: {folder}")
    pindah = "" if folder.resolve() == Path.cwd() else f"cd {folder}, lalu "
    typer.echo(f"berikutnya: {pindah}'naskah klausul daftar' atau 'naskah contoh latihan'")


def contoh(
    folder: Annotated[Path, typer.Argument(help="Folder tempat contoh dibentangkan.")],
    pdf: Annotated[bool, typer.Option("--pdf/--tanpa-pdf", help="Buat juga PDF bila LibreOffice ada.")] = True,
    pada: Annotated[str | None, typer.Option("--pada", help="Tanggal tabel peringatan; bawaannya hari ini.")] = None,
) -> None:
    """Bentangkan ruang kerja berisi contoh, susun dan daftarkan semuanya, lalu tampilkan tenggatnya.

    Contoh: naskah contoh latihan
    """
    from naskah.cli.alerts import show_alerts
    from naskah.cli.drafts import report
    from naskah.cli.workspace_option import user_name
    from naskah.library.drafts import load_rancangan
    from naskah.library.new_workspace import create_workspace
    from naskah.library.pustaka import Pustaka
    from naskah.library.workspace import Workspace
    from naskah.publishing.publish import Pilihan, publish
    from naskah.rendering.pdf import find_libreoffice

    create_workspace(folder, with_examples=True, keep=True)
    pustaka = Pustaka(Workspace(folder.resolve()))
    dengan_pdf = pdf and find_libreoffice() is not None
    asal, registri = folder / "examples", folder.resolve() / "registry.db"
    # The Rencana Kerja alone is to be looked at: its activities are in the register with its Nota Kesepakatan.
    semua = [*((jalur, registri) for jalur in sorted(asal.glob("*.yaml"))), (asal / _RENCANA_KERJA, None)]
    for jalur, tempat in semua:
        pilihan = Pilihan(
            tujuan=folder / "keluaran" / jalur.stem,
            format=("docx", "pdf") if dengan_pdf else ("docx",),
            biarkan=True,
            registri=tempat,
            perbarui=True,
            oleh=user_name(),
        )
        report(publish(load_rancangan(jalur), pustaka, pilihan))
    if pdf and not dengan_pdf:
        typer.echo("PDF dilewati: LibreOffice tidak ada (apt install libreoffice-writer)")
    typer.echo("")
    show_alerts(registri, pustaka.ruang.kalender, pada, 3650)
