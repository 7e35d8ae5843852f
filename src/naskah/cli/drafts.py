"""`naskah susun`: a rancangan becomes a document."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from naskah.cli.indonesian import Perintah
from naskah.cli.workspace_option import RegistriOption, user_name
from naskah.model.galat import NaskahError


class FormatPilihan(StrEnum):
    """What a document can be written as."""

    DOCX = "docx"
    PDF = "pdf"
    TXT = "txt"
    HTML = "html"


def register_commands(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("susun", cls=Perintah)(susun)


def susun(
    rancangan: Annotated[Path, typer.Argument(help="Berkas rancangan (.yaml).")],
    keluaran: Annotated[
        Path | None,
        typer.Option("-o", "--keluaran", help="Berkas atau folder hasil; bawaannya di samping rancangan."),
    ] = None,
    format: Annotated[
        list[FormatPilihan] | None, typer.Option("--format", "-f", help="Bentuk hasil; boleh beberapa kali.")
    ] = None,
    templat: Annotated[Path | None, typer.Option("--templat", help="Templat Word lain (.docx).")] = None,
    daftarkan: Annotated[bool, typer.Option("--daftarkan", help="Catat juga di registri.")] = False,
    perbarui: Annotated[
        bool, typer.Option("--perbarui", help="Ganti isi registri bila perjanjian ini sudah terdaftar.")
    ] = False,
    ketat: Annotated[bool, typer.Option("--ketat", help="Peringatan dihitung sebagai galat.")] = False,
    timpa: Annotated[bool, typer.Option("--timpa", help="Ganti berkas hasil yang sudah ada.")] = False,
    registri: RegistriOption = None,
    oleh: Annotated[str | None, typer.Option("--oleh", help="Nama pencatat di registri.")] = None,
) -> None:
    """Susun rancangan menjadi berkas Word (atau PDF, teks, HTML).

    Contoh: naskah susun perjanjian.yaml -o keluaran/ --daftarkan
    """
    from naskah.library.any_draft import load_draft
    from naskah.library.pustaka import Pustaka
    from naskah.library.workspace import find_workspace
    from naskah.publishing.drafts import publish_draft
    from naskah.publishing.publish import Pilihan

    berkas = load_draft(rancangan)
    ruang = find_workspace(rancangan.parent)
    tujuan, format_hasil = resolve_target(rancangan, keluaran, [f.value for f in format or ()])
    pilihan = Pilihan(
        tujuan=tujuan,
        format=tuple(format_hasil),
        templat=templat,
        ketat=ketat,
        timpa=timpa,
        registri=(registri or ruang.registri) if daftarkan or perbarui else None,
        perbarui=perbarui,
        oleh=oleh or user_name(),
        registri_induk=registri,
    )
    report(publish_draft(berkas, Pustaka(ruang), pilihan))


def resolve_target(rancangan: Path, keluaran: Path | None, format: list[str]) -> tuple[Path, list]:  # type: ignore[type-arg]
    """Where the files go (path without extension) and in which formats; -o may name a file or a folder."""
    if keluaran is None:
        return rancangan.with_suffix(""), format or ["docx"]
    akhiran = keluaran.suffix.lower().lstrip(".")
    if keluaran.is_dir() or not akhiran:
        return keluaran / rancangan.stem, format or ["docx"]
    if akhiran not in {f.value for f in FormatPilihan}:
        pilihan = ", ".join(f".{f.value}" for f in FormatPilihan)
        raise NaskahError(f"bentuk .{akhiran} tidak dikenal; pilih {pilihan}, atau sebut folder yang sudah ada")
    return keluaran.with_suffix(""), list(dict.fromkeys([akhiran, *format]))


def report(terbitan) -> None:  # type: ignore[no-untyped-def]
    """Say what was made, what looks wrong, and what the registry did. NaskahError: there is no PDF."""
    from naskah.cli.output import print_error

    for satu in (*terbitan.susunan.peringatan, *terbitan.saran):
        print_error(str(satu), tanda="saran" if satu.tingkat == "saran" else "peringatan")
    for jalur in terbitan.berkas:
        if jalur in terbitan.dibiarkan:
            typer.echo(f"dibiarkan, karena isinya sudah lain: {jalur}")
        else:
            typer.echo(f"ditulis: {jalur}")
    report_registration(terbitan.id, terbitan.pendaftaran)
    if terbitan.tanpa_pdf:
        raise NaskahError(terbitan.tanpa_pdf)


_HASIL_DAFTAR = {
    "baru": "didaftarkan",
    "diperbarui": "diperbarui di registri",
    "dokumen-dicatat": "sudah terdaftar, berkasnya ikut dicatat",
    "sama": "sudah terdaftar, tidak ada yang berubah",
}


def report_registration(nama: str | None, hasil: str | None) -> None:
    """Say what the registry did; nothing when it was not asked."""
    if hasil is not None:
        typer.echo(f"{_HASIL_DAFTAR[hasil]}: {nama}")
