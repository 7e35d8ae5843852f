"""`naskah klausul`: look around in the clause library, and check it."""

from typing import Annotated

import typer

from naskah.cli.indonesian import Kelompok, Perintah

klausul = typer.Typer(cls=Kelompok, no_args_is_help=True, help="Lihat, cari, dan periksa klausul di pustaka.")


def register_commands(app: typer.Typer) -> None:
    """Add the group to `app`."""
    app.add_typer(klausul, name="klausul")


@klausul.command("daftar", cls=Perintah)
def daftar(
    jenis: Annotated[
        str | None, typer.Option("--jenis", help="Hanya untuk jenis naskah ini, misalnya perjanjian-kerja-sama.")
    ] = None,
) -> None:
    """Tampilkan semua klausul.

    Contoh: naskah klausul daftar --jenis nota-kesepakatan
    """
    from naskah.cli.output import print_error, print_table
    from naskah.cli.workspace_option import current_workspace
    from naskah.library.clauses import load_all
    from naskah.model.galat import NaskahError
    from naskah.model.jenis import JenisNaskah

    if jenis is not None and jenis not in set(JenisNaskah):
        raise NaskahError(f"jenis {jenis!r} tidak dikenal; pilih {', '.join(JenisNaskah)}")
    semua, galat = load_all(current_workspace().clauses)
    print_table(
        ["klausul", "bagian", "keterangan"],
        [
            (k.nama, k.kepala.bagian.value, k.kepala.keterangan)
            for k in semua
            if jenis is None or jenis in k.kepala.berlaku_untuk
        ],
    )
    for satu in galat:
        print_error(str(satu))
    if galat:
        raise typer.Exit(1)


@klausul.command("tampil", cls=Perintah)
def tampil(nama: Annotated[str, typer.Argument(help="Nama klausul, misalnya jangka-waktu/umum.")]) -> None:
    """Tampilkan satu klausul: parameternya, ketentuannya, dan bunyinya.

    Contoh: naskah klausul tampil jangka-waktu/dengan-pemberitahuan
    """
    from naskah.cli.workspace_option import current_workspace
    from naskah.library.clauses import load_klausul

    satu = load_klausul(current_workspace().clauses, nama)
    kepala = satu.kepala
    typer.echo(f"{satu.nama} (versi {kepala.versi}): {kepala.judul}\n{kepala.keterangan}")
    typer.echo(f"untuk: {', '.join(kepala.berlaku_untuk)}")
    typer.echo(f"berkas: {satu.berkas}")
    if kepala.parameter:
        typer.echo("\nparameter:")
        for kunci, aturan in kepala.parameter.items():
            if aturan.bawaan is not None:
                bawaan = f"bawaan: {aturan.bawaan}"
            else:
                bawaan = "wajib" if aturan.wajib else "boleh kosong"
            pilihan = f"; pilihan: {', '.join(aturan.pilihan)}" if aturan.pilihan else ""
            typer.echo(f"  {kunci} ({aturan.tipe}; {bawaan}{pilihan}): {aturan.keterangan}")
    if kepala.ketentuan:
        typer.echo("\nketentuan yang dijaga registri:")
        for ketentuan in kepala.ketentuan:
            rinci = ", ".join(f"{k}: {v}" for k, v in ketentuan.items() if k != "jenis")
            typer.echo(f"  {ketentuan.get('jenis')} ({rinci})")
    typer.echo(f"\n{satu.badan.strip()}")


@klausul.command("cari", cls=Perintah)
def cari(kata: Annotated[list[str], typer.Argument(help="Kata yang dicari; semuanya harus ada.")]) -> None:
    """Cari klausul menurut kata di nama, keterangan, atau bunyinya.

    Contoh: naskah klausul cari keadaan kahar
    """
    from naskah.cli.output import print_table
    from naskah.cli.workspace_option import current_workspace
    from naskah.library.clauses import load_all

    dicari = [k.lower() for satu in kata for k in satu.split()]
    hasil = []
    for satu in load_all(current_workspace().clauses)[0]:
        teks = f"{satu.nama} {satu.kepala.judul} {satu.kepala.keterangan} {satu.badan}".lower()
        if all(k in teks for k in dicari):
            hasil.append((satu.nama, satu.kepala.judul, satu.kepala.keterangan))
    if not hasil:
        typer.echo("tidak ada klausul yang memuat semua kata itu; coba kata yang lebih umum")
        raise typer.Exit(1)
    print_table(["klausul", "judul", "keterangan"], hasil)


@klausul.command("periksa", cls=Perintah)
def periksa(
    nama: Annotated[list[str] | None, typer.Argument(help="Nama klausul; tanpa nama, semuanya.")] = None,
) -> None:
    """Periksa klausul: kepala, parameter, label, rujukan, ketentuan, dan susunannya.

    Contoh: naskah klausul periksa
    """
    from naskah.assembly.clause_check import check_library
    from naskah.cli.output import print_error
    from naskah.cli.workspace_option import current_workspace

    jumlah, galat = check_library(current_workspace().clauses, nama or None)
    for satu in galat:
        print_error(str(satu))
    if galat:
        raise typer.Exit(1)
    typer.echo(f"{jumlah} klausul diperiksa, semuanya baik")
