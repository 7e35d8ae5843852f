"""`naskah registri impor` and `naskah registri ekspor`: the register from and to spreadsheets."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from naskah.cli.alerts import read_date
from naskah.cli.indonesian import Perintah
from naskah.cli.registry import PadaOption
from naskah.cli.registry import registri as kelompok
from naskah.cli.workspace_option import RegistriOption, current_workspace, registry_path, user_name
from naskah.model.galat import Galat, NaskahError
from naskah.model.jenis import JenisTerdaftar

if TYPE_CHECKING:
    from naskah.exchange.entries import Terbaca
    from naskah.exchange.importing import Register

# More rows than this are for the report.
_BARIS_TAMPIL = 10
_GALAT_TAMPIL = 20


class JenisLaporan(StrEnum):
    """Which part of the registry goes out."""

    DAFTAR = "daftar"
    REKAP = "rekap"
    SEMESTER = "semester"


def register_commands(app: typer.Typer) -> None:
    """Add the commands to the group `registri`."""
    kelompok.command("impor", cls=Perintah)(impor)
    kelompok.command("ekspor", cls=Perintah)(ekspor)


def impor(
    berkas: Annotated[Path, typer.Argument(help="Register yang disimpan kantor (.xlsx atau .csv).")],
    catat: Annotated[bool, typer.Option("--catat", help="Catat semuanya; tanpa ini hanya dilihat.")] = False,
    laporan: Annotated[
        Path | None, typer.Option("--laporan", help="Tulis setiap baris dan bagaimana ia dipahami (.xlsx atau .csv).")
    ] = None,
    kolom: Annotated[
        list[str] | None, typer.Option("--kolom", help='Isi sebuah kolom: "Nama Kolom=kunci"; boleh berulang.')
    ] = None,
    peta: Annotated[
        Path | None, typer.Option("--peta", help="Pemetaan kolom dan jenis (.yaml), lihat panduan.")
    ] = None,
    lembar: Annotated[
        list[str] | None, typer.Option("--lembar", help="Lembar yang dibaca; bawaannya semua. Boleh berulang.")
    ] = None,
    jenis: Annotated[
        JenisTerdaftar | None, typer.Option("--jenis", help="Jenis bagi baris yang tidak menyebutnya.")
    ] = None,
    pihak_kesatu: Annotated[
        str | None, typer.Option("--pihak-kesatu", help="Pihak kesatu, bila register hanya menyebut mitra.")
    ] = None,
    perbarui: Annotated[bool, typer.Option("--perbarui", help="Ganti isi yang sudah terdaftar.")] = False,
    timpa: Annotated[bool, typer.Option("--timpa", help="Ganti laporan yang sudah ada.")] = False,
    registri: RegistriOption = None,
    oleh: Annotated[str | None, typer.Option("--oleh", help="Nama pencatat.")] = None,
) -> None:
    """Baca register lama dari Excel: lihat dahulu bagaimana ia dipahami, lalu catat semuanya atau tidak sama sekali.

    Contoh: naskah registri impor register-2024.xlsx --laporan pemahaman.xlsx
    """
    from naskah.cli.output import print_error
    from naskah.exchange.import_report import write_report
    from naskah.exchange.importing import check_alone, compare_with, read_register, record
    from naskah.exchange.mapping import make_mapping
    from naskah.registry.database import open_registry
    from naskah.registry.search.index import ensure_fresh

    if laporan is not None:
        _check_target(laporan, (".xlsx", ".csv"), timpa=timpa)
        if laporan.resolve() == berkas.resolve():
            raise NaskahError(Galat("ini registernya sendiri; sebut nama lain untuk laporannya", str(laporan)))
    tujuan = registry_path(registri)
    hasil = read_register(
        berkas,
        make_mapping(peta, kolom or (), jenis=jenis, pihak_kesatu=pihak_kesatu),
        lembar=tuple(lembar or ()),
        hari_ini=read_date(None),
        tanggal_sama=current_workspace().pengaturan.tanggal_sama,
    )
    dicatat = catat and not hasil.count()["galat"]
    if dicatat:
        with open_registry(tujuan, create=True) as basis:
            record(hasil, basis, oleh=oleh or user_name(), perbarui=perbarui)
        ensure_fresh(tujuan)  # so that the first search need not
    elif tujuan.exists():
        with open_registry(tujuan, readonly=True) as basis:
            compare_with(hasil, basis, perbarui=perbarui)
    else:
        check_alone(hasil)
    _show(hasil)
    if laporan is not None:
        write_report(laporan, hasil)
        typer.echo(f"laporan setiap baris: {laporan}")
    if hasil.count()["galat"]:
        print_error("tidak ada yang dicatat; perbaiki baris yang salah, lalu ulangi", tanda="petunjuk")
        raise typer.Exit(1)
    if dicatat and hasil.count().keys() & {"baru", "diperbarui"}:
        typer.echo(f"dicatat di {tujuan}")
    elif dicatat:
        typer.echo("tidak ada yang berubah di registri")
    else:
        typer.echo("belum ada yang dicatat; bila sudah benar, ulangi dengan --catat")


def ekspor(
    keluaran: Annotated[Path, typer.Argument(help="Berkas yang ditulis: .xlsx, .csv, atau .json.")],
    jenis_laporan: Annotated[
        JenisLaporan | None,
        typer.Option("--jenis-laporan", help="Bagian yang ditulis; bawaannya semua (.xlsx) atau daftar (.csv, .json)."),
    ] = None,
    pada: PadaOption = None,
    timpa: Annotated[bool, typer.Option("--timpa", help="Ganti berkas yang sudah ada.")] = False,
    registri: RegistriOption = None,
) -> None:
    """Tulis daftar perjanjian, rekapnya, dan laporan semester ke Excel, CSV, atau JSON.

    Contoh: naskah registri ekspor laporan.xlsx --pada 2026-06-30
    """
    from naskah.exchange.exporting import AKHIRAN, export_registry
    from naskah.registry.database import open_registry

    _check_target(keluaran, AKHIRAN, timpa=timpa)
    with open_registry(registry_path(registri), readonly=True) as basis:
        export_registry(
            basis,
            keluaran,
            laporan=jenis_laporan.value if jenis_laporan else None,
            pada=read_date(pada),
            kalender=current_workspace().kalender,
        )
    typer.echo(f"ditulis: {keluaran}")


def _check_target(path: Path, boleh: Sequence[str], *, timpa: bool) -> None:
    if path.suffix.lower() not in boleh:
        raise NaskahError(Galat(f"nama berkasnya harus berakhiran {' atau '.join(boleh)}", str(path)))
    if path.exists() and not timpa:
        raise NaskahError(Galat("sudah ada; pakai --timpa untuk menggantinya, atau sebut nama lain", str(path)))


def _show(register: "Register") -> None:
    from naskah.cli.output import print_error

    for lembar in register.lembar:
        nama = f"lembar {lembar.nama}" if lembar.nama else str(register.path)
        if lembar.kepala is None:
            print_error(f"{nama}: bukan tabel perjanjian; tidak dibaca", tanda="peringatan")
            continue
        dikenal = [f"{k.nama} = {k.kunci}" for k in lembar.kepala.kolom if k.kunci not in (None, "abaikan", "no")]
        typer.echo(f"{nama}: judul kolom di baris {lembar.kepala.baris}; {', '.join(dikenal)}")
        if asing := [k.nama for k in lembar.kepala.list_unknown()]:
            contoh = f'--kolom "{asing[0]}=kunci", atau --kolom "{asing[0]}=abaikan"'
            print_error(
                f"{nama}: kolom tidak dikenal, isinya tidak ikut: {', '.join(asing)}; sebutkan dengan {contoh}",
                tanda="peringatan",
            )
    _show_rows(register)
    _show_convention(register)
    banyak = register.count()
    rincian = ", ".join(f"{jumlah} {keadaan}" for keadaan, jumlah in banyak.most_common())
    typer.echo(f"{len(register.baris)} baris: {rincian or 'tidak ada isinya'}")


def _show_rows(register: "Register") -> None:
    from naskah.cli.output import print_error, print_table

    baik = [satu for satu in register.baris if not satu.galat and not satu.dilewati]
    if baik:
        print_table(
            ["baris", "id", "jenis", "judul", "para pihak", "tanggal", "berakhir", "hasil"],
            [_describe(satu) for satu in baik[:_BARIS_TAMPIL]],
            judul=f"dipahami sebagai ({_BARIS_TAMPIL} baris pertama)" if len(baik) > _BARIS_TAMPIL else None,
            kepala=("baris", "id"),
        )
    for tanda, pesan in (
        ("peringatan", [(b, c) for b in register.baris for c in ([b.dilewati] if b.dilewati else b.catatan)]),
        ("galat", [(b, g) for b in register.baris for g in b.galat]),
    ):
        for satu, teks in pesan[:_GALAT_TAMPIL]:
            print_error(f"baris {satu.tempat}: {teks}", tanda=tanda)
        if len(pesan) > _GALAT_TAMPIL:
            print_error(f"dan {len(pesan) - _GALAT_TAMPIL} lagi; lihat semuanya dengan --laporan", tanda=tanda)


def _describe(satu: "Terbaca") -> tuple[str, ...]:
    from naskah.bahasa.tanggal import format_tanggal, parse_tanggal

    isi = satu.isi
    return (
        satu.tempat,
        satu.id or "",
        isi["jenis"].replace("-", " "),
        isi["judul"],
        "\n".join(p["nama"] for p in isi["pihak"]),
        format_tanggal(parse_tanggal(isi["tanggal"])),
        format_tanggal(satu.akhir) if satu.akhir else "tanpa batas waktu",
        satu.keadaan,
    )


def _show_convention(register: "Register") -> None:
    sama, sehari = register.konvensi[True], register.konvensi[False]
    if sama > sehari:
        typer.echo(f"hari terakhir: tanggal yang sama, seperti pada {sama} baris yang menyebutnya")
    elif sehari:
        typer.echo(f"hari terakhir: sehari sebelum tanggal yang sama, seperti pada {sehari} baris yang menyebutnya")
