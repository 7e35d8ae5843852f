"""`naskah massal`: a rancangan and a sheet become many documents."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from naskah.cli.indonesian import Perintah
from naskah.cli.workspace_option import RegistriOption, user_name

if TYPE_CHECKING:
    from naskah.batch.options import Hasil

_NAMA_TERBANYAK = 10
_TAHAP = {"membaca": "membaca lembar", "menyusun": "memeriksa dan menyusun", "menulis": "menulis", "pdf": "membuat PDF"}


def register_commands(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("massal", cls=Perintah)(massal)


def massal(
    rancangan: Annotated[Path, typer.Argument(help="Rancangan (.yaml) yang berlaku untuk semua baris.")],
    data: Annotated[Path, typer.Option("--data", help="Lembar data (.xlsx atau .csv): satu baris, satu dokumen.")],
    keluaran: Annotated[Path, typer.Option("-o", "--keluaran", help="Folder hasil.")],
    pola: Annotated[
        str | None,
        typer.Option("--pola", help='Nama berkas, misalnya "{id}" atau "pks-{baris}-{pihak.2.nama}".'),
    ] = None,
    peta: Annotated[
        Path | None, typer.Option("--peta", help="Pemetaan judul kolom ke kunci rancangan (.yaml).")
    ] = None,
    lembar: Annotated[
        str | None, typer.Option("--lembar", help="Nama lembar dalam .xlsx; bawaannya yang pertama.")
    ] = None,
    daftarkan: Annotated[bool, typer.Option("--daftarkan", help="Catat juga semuanya di registri.")] = False,
    pdf: Annotated[bool, typer.Option("--pdf", help="Buat juga PDF-nya.")] = False,
    pekerja: Annotated[int, typer.Option("--pekerja", min=1, max=64, help="Banyaknya proses.")] = 1,
    dask: Annotated[
        str | None, typer.Option("--dask", help="Alamat penjadwal Dask, misalnya tcp://10.0.0.5:8786.")
    ] = None,
    lanjutkan: Annotated[
        bool,
        typer.Option(
            "--lanjutkan-bila-galat", help="Tulis baris yang baik; yang salah ke galat.xlsx beserta sebabnya."
        ),
    ] = False,
    ketat: Annotated[bool, typer.Option("--ketat", help="Peringatan dihitung sebagai galat.")] = False,
    perbarui: Annotated[
        bool, typer.Option("--perbarui", help="Ganti isi registri dan berkas dari baris yang sudah berubah.")
    ] = False,
    registri: RegistriOption = None,
    oleh: Annotated[str | None, typer.Option("--oleh", help="Nama pencatat di registri.")] = None,
) -> None:
    """Susun satu dokumen untuk setiap baris lembar data; bila terputus, jalankan lagi untuk melanjutkan.

    Contoh: naskah massal perjanjian.yaml --data mitra.xlsx -o keluaran/ --daftarkan
    """
    from naskah.batch.options import Pilihan
    from naskah.batch.run import run_batch
    from naskah.batch.sheet import Lembar
    from naskah.cli.output import print_error
    from naskah.library.workspace import find_workspace

    pilihan = Pilihan(
        rancangan=rancangan,
        lembar=Lembar(data, lembar),
        folder=keluaran,
        pola=pola,
        peta=peta,
        registri=(registri or find_workspace(rancangan.parent).registri) if daftarkan else None,
        oleh=(oleh or user_name()) if daftarkan else "",
        pdf=pdf,
        pekerja=pekerja,
        dask=dask,
        lanjutkan=lanjutkan,
        ketat=ketat,
        perbarui=perbarui,
    )
    try:
        with _progress() as lapor:
            hasil = run_batch(pilihan, lapor, _tell_leftovers)
    except KeyboardInterrupt:
        print_error("jalankan lagi perintah yang sama untuk melanjutkan; yang sudah jadi tetap ada", tanda="petunjuk")
        raise
    _report(hasil, keluaran)
    if pilihan.registri is not None and hasil.terbit.didaftarkan:
        from naskah.registry.search.index import ensure_fresh

        ensure_fresh(pilihan.registri)  # so that the first search need not
    if hasil.galat:
        raise typer.Exit(1)


def _report(hasil: "Hasil", folder: Path) -> None:
    from naskah.cli.output import print_error

    for tanda, semua in (("peringatan", hasil.peringatan), ("saran", hasil.saran)):
        for pesan, banyak in semua.items():
            print_error(f"{pesan} ({banyak} baris)" if banyak > 1 else pesan, tanda=tanda)
    terbit = hasil.terbit
    typer.echo(f"ditulis: {terbit.ditulis} dokumen ke {folder}")
    if terbit.sudah_ada:
        typer.echo(f"sudah ada, tidak berubah: {terbit.sudah_ada} dokumen")
    if terbit.didaftarkan:
        typer.echo(f"didaftarkan: {terbit.didaftarkan} naskah")
    if terbit.diperbarui:
        typer.echo(f"diperbarui di registri: {terbit.diperbarui} naskah")
    if terbit.pdf:
        typer.echo(f"PDF: {terbit.pdf} berkas")
    if hasil.galat:
        print_error(f"{len(hasil.galat)} baris tidak disusun; perbaiki {hasil.berkas_galat}, lalu pakai sebagai --data")


def _tell_leftovers(hasil: "Hasil") -> None:
    from naskah.cli.output import print_error

    typer.echo(f"diselesaikan dari perintah yang terputus: {hasil.dilanjutkan} dokumen")
    if not hasil.tak_disebut:
        return
    lebih = len(hasil.tak_disebut) - _NAMA_TERBANYAK
    semua = ", ".join(hasil.tak_disebut[:_NAMA_TERBANYAK]) + (f", dan {lebih} lagi" if lebih > 0 else "")
    pesan = (
        f"{semua}: sudah terdaftar oleh perintah yang terputus, tetapi tidak lagi dibuat dari lembar ini; kembalikan "
        "barisnya, atau bila memang batal catat pengakhirannya: naskah registri catat ID diakhiri alasan=..."
    )
    print_error(pesan, tanda="peringatan")


@contextmanager
def _progress() -> Iterator[Callable[[str, int, int | None], None]]:
    """A bar with rate and time left on a terminal; nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda *_: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

    kolom = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[laju]}"),
        TimeRemainingColumn(),
    )
    with Progress(*kolom, console=Console(stderr=True)) as papan:
        tugas: dict[str, TaskID] = {}

        def lapor(tahap: str, selesai: int, jumlah: int | None) -> None:
            if tahap not in tugas:
                tugas[tahap] = papan.add_task(_TAHAP[tahap], total=jumlah, laju="")
            satu = papan.tasks[papan.task_ids.index(tugas[tahap])]
            laju = f"{satu.speed:,.0f}/detik".replace(",", ".") if satu.speed else ""
            # The number of rows was a guess from the outside of the file.
            papan.update(tugas[tahap], completed=selesai, total=max(jumlah or 0, selesai), laju=laju)

        yield lapor
