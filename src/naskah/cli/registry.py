"""`naskah registri`: the register of agreements."""

from dataclasses import asdict
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from naskah.cli.alerts import read_date
from naskah.cli.indonesian import Kelompok, Perintah
from naskah.cli.workspace_option import RegistriOption, registry_path, user_name

if TYPE_CHECKING:
    from naskah.library.hand_entries import BerkasCatatan

# More rows nobody reads on a screen.
_BATAS_TABEL = 500

registri = typer.Typer(cls=Kelompok, no_args_is_help=True, help="Daftar perjanjian: catat, lihat, periksa.")

PadaOption = Annotated[
    str | None, typer.Option("--pada", help="Keadaan pada tanggal ini; bawaannya hari ini.", show_default=False)
]


class FormatDaftar(StrEnum):
    """How results are shown."""

    TABEL = "tabel"
    JSON = "json"


FormatOption = Annotated[FormatDaftar, typer.Option("--format", "-f", help="Bentuk hasil.")]


def register_commands(app: typer.Typer) -> None:
    """Add the group to `app`."""
    app.add_typer(registri, name="registri")


@registri.command("daftar", cls=Perintah)
def daftar(
    pada: PadaOption = None,
    batas: Annotated[int | None, typer.Option("--batas", min=1, help="Paling banyak sekian perjanjian.")] = None,
    lewati: Annotated[int, typer.Option("--lewati", min=0, help="Lewati sekian perjanjian yang pertama.")] = 0,
    format: FormatOption = FormatDaftar.TABEL,
    registri: RegistriOption = None,
) -> None:
    """Tampilkan perjanjian dengan keadaannya, menurut urutan pendaftarannya.

    Tanpa --batas, tabel berisi paling banyak 500 perjanjian, JSON semuanya.

    Contoh: naskah registri daftar --pada 2030-03-01
    """
    from naskah.bahasa.tanggal import format_tanggal
    from naskah.bahasa.terbilang import group_ribuan
    from naskah.cli.output import print_json, print_table
    from naskah.registry.database import open_registry
    from naskah.registry.query import count_perjanjian, list_perjanjian

    if batas is None and format is FormatDaftar.TABEL:
        batas = _BATAS_TABEL
    with open_registry(registry_path(registri), readonly=True) as basis:
        semua = list_perjanjian(basis, pada=read_date(pada), paling_banyak=batas, lewati=lewati)
        jumlah = count_perjanjian(basis)
    if format is FormatDaftar.JSON:
        print_json([asdict(satu) for satu in semua])
        return
    if not jumlah:
        typer.echo("registri masih kosong; daftarkan dengan 'naskah registri tambah RANCANGAN'")
        return
    if not semua:
        typer.echo(f"hanya ada {group_ribuan(jumlah)} perjanjian; kurangi --lewati")
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
    if lewati + len(semua) < jumlah:
        typer.echo(
            f"ini {len(semua)} dari {group_ribuan(jumlah)} perjanjian; lanjutkan dengan"
            f" --lewati {lewati + len(semua)}, atau cari dengan 'naskah registri cari KATA'"
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
    semua: Annotated[bool, typer.Option("--semua", help="Rinci semua tenggat, juga yang sudah selesai.")] = False,
    format: FormatOption = FormatDaftar.TABEL,
    registri: RegistriOption = None,
) -> None:
    """Tampilkan satu perjanjian: para pihak, masa berlaku, tenggat, ketentuan, salinan, peristiwa.

    Contoh: naskah registri tampil pks-babel-2025
    """
    from naskah.cli.agreement_page import describe, to_plain
    from naskah.cli.output import print_json
    from naskah.cli.workspace_option import current_workspace
    from naskah.registry.database import open_registry
    from naskah.registry.query import get_perjanjian
    from naskah.registry.relations import read_keluarga

    hari = read_date(pada)
    with open_registry(registry_path(registri), readonly=True) as basis:
        satu = get_perjanjian(basis, perjanjian)
        keluarga = read_keluarga(basis, perjanjian, pada=hari)
    kalender = current_workspace().kalender
    if format is FormatDaftar.JSON:
        print_json(to_plain(satu, keluarga, hari, kalender))
    else:
        typer.echo(describe(satu, keluarga, hari, kalender, lengkap=semua))


@registri.command("tambah", cls=Perintah)
def tambah(
    rancangan: Annotated[Path | None, typer.Argument(help="Berkas rancangan atau catatan (.yaml).")] = None,
    dari: Annotated[
        Path | None, typer.Option("--dari", help="Usulkan catatan dari naskah yang sudah ada (.docx, .txt).")
    ] = None,
    keluaran: Annotated[
        Path | None, typer.Option("-o", "--keluaran", help="Berkas .yaml untuk usulan dari --dari.")
    ] = None,
    ya: Annotated[bool, typer.Option("--ya", help="Daftarkan usulan dari --dari tanpa diubah.")] = False,
    perbarui: Annotated[bool, typer.Option("--perbarui", help="Ganti isi yang sudah terdaftar.")] = False,
    ketat: Annotated[bool, typer.Option("--ketat", help="Peringatan dihitung sebagai galat.")] = False,
    registri: RegistriOption = None,
    oleh: Annotated[str | None, typer.Option("--oleh", help="Nama pencatat.")] = None,
) -> None:
    """Daftarkan perjanjian dari rancangannya, atau dari catatan tentang naskah yang tidak dibuat di sini.

    Dengan --dari, catatannya diusulkan dari naskah itu sendiri untuk dicocokkan dahulu; --ya langsung mendaftarkannya.

    Contoh: naskah registri tambah perjanjian.yaml
    """
    from naskah.cli.proposals import resolve_entry

    with resolve_entry(rancangan, dari, keluaran, ya=ya) as berkas:
        if berkas is not None:
            _add(berkas, registri, oleh, ketat=ketat, perbarui=perbarui)


def _add(rancangan: Path, registri: Path | None, oleh: str | None, *, ketat: bool, perbarui: bool) -> None:
    from naskah.library.hand_entries import load_hand_entry

    if (catatan := load_hand_entry(rancangan)) is not None:
        _add_hand_entry(catatan, registri, oleh or user_name(), perbarui=perbarui)
        return
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


def _add_hand_entry(catatan: "BerkasCatatan", registri: Path | None, oleh: str, *, perbarui: bool) -> None:
    from naskah.cli.drafts import report_registration
    from naskah.library.workspace import find_workspace
    from naskah.publishing.hand_entries import register_hand_entry
    from naskah.registry.database import open_registry

    ruang = find_workspace(Path(catatan.yaml.berkas).parent)
    with open_registry(registri or ruang.registri, create=True) as basis:
        nama, hasil = register_hand_entry(catatan, ruang, basis, oleh=oleh, perbarui=perbarui)
    report_registration(nama, hasil)


@registri.command("bangun-ulang", cls=Perintah)
def bangun_ulang(registri: RegistriOption = None) -> None:
    """Bangun ulang daftar dan tenggat dari catatan peristiwa.

    Contoh: naskah registri bangun-ulang
    """
    from naskah.registry.database import open_registry
    from naskah.registry.rebuild import rebuild
    from naskah.registry.search.index import rebuild_index

    with open_registry(registry_path(registri)) as basis:
        hasil = rebuild(basis)
        rebuild_index(basis)
    typer.echo(f"{hasil.perjanjian} perjanjian dibangun ulang dari {hasil.peristiwa} peristiwa")
    if hasil.sama:
        typer.echo("hasilnya sama dengan yang tersimpan")
    else:
        typer.echo(f"berbeda dari yang tersimpan, dan kini diperbaiki: {', '.join(hasil.berbeda)}")
