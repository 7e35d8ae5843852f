"""`naskah peringatan`: what must be done by when."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from naskah.cli.alert_forms import FormatPeringatan
from naskah.cli.indonesian import Perintah
from naskah.cli.workspace_option import RegistriOption, current_workspace, registry_path
from naskah.model.galat import NaskahError
from naskah.model.jenis import JenisTerdaftar

if TYPE_CHECKING:
    from naskah.bahasa.hari_kerja import Kalender
    from naskah.registry.alerts import Saringan

_DALAM = 180


def register_commands(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("peringatan", cls=Perintah)(peringatan)


def peringatan(
    pada: Annotated[
        str | None, typer.Option("--pada", help="Tanggal yang ditanyakan; bawaannya hari ini.", show_default=False)
    ] = None,
    dalam: Annotated[
        int | None, typer.Option("--dalam", min=0, max=36500, help="Berapa hari ke depan.", show_default=str(_DALAM))
    ] = None,
    lewat: Annotated[bool, typer.Option("--lewat/--tanpa-lewat", help="Sertakan yang sudah terlewat.")] = True,
    unit: Annotated[list[str] | None, typer.Option("--unit", help="Hanya unit ini (sebagian namanya cukup).")] = None,
    mitra: Annotated[
        list[str] | None, typer.Option("--mitra", help="Hanya yang pihaknya ini (sebagian namanya cukup).")
    ] = None,
    jenis: Annotated[list[JenisTerdaftar] | None, typer.Option("--jenis", help="Hanya jenis naskah ini.")] = None,
    tenggat: Annotated[
        list[str] | None, typer.Option("--tenggat", help="Hanya jenis tenggat ini, misalnya perpanjangan.")
    ] = None,
    batas: Annotated[int | None, typer.Option("--batas", min=1, help="Paling banyak sekian tenggat.")] = None,
    format: Annotated[
        FormatPeringatan | None,
        typer.Option("--format", "-f", help="Bentuk hasil; dengan -o ditentukan akhiran berkasnya.",
                     show_default="tabel"),
    ] = None,
    keluaran: Annotated[Path | None, typer.Option("-o", "--keluaran", help="Tulis ke berkas ini.")] = None,
    kirim: Annotated[bool, typer.Option("--kirim", help="Kirim yang baru lewat surel, menurut naskah.yaml.")] = False,
    uji: Annotated[bool, typer.Option("--uji", help="Bersama --kirim: tampilkan suratnya, jangan kirim.")] = False,
    gagal_bila_lewat: Annotated[
        bool, typer.Option("--gagal-bila-lewat", help="Kode keluar 1 bila ada tenggat yang terlewat.")
    ] = False,
    registri: RegistriOption = None,
) -> None:  # fmt: skip
    """Tampilkan tenggat: yang terlewat lebih dahulu, lalu menurut tanggal; atau kirimkan yang baru lewat surel.

    Contoh: naskah peringatan --pada 2030-03-01 --dalam 60
    """
    from naskah.registry.alerts import Saringan

    if gagal_bila_lewat and not lewat:
        raise NaskahError("--gagal-bila-lewat melihat yang terlewat; hilangkan --tanpa-lewat.")
    saringan = Saringan(tuple(unit or ()), tuple(mitra or ()), tuple(jenis or ()), tuple(tenggat or ()))
    jalur, ruang = registry_path(registri), current_workspace()
    if kirim or uji:
        from naskah.cli.alert_sending import refuse_options, send_alerts

        lain = (("--dalam", dalam), ("--batas", batas), ("--format", format), ("-o", keluaran))
        terlarang = [nama for nama, nilai in lain if nilai is not None] + ([] if lewat else ["--tanpa-lewat"])
        refuse_options(kirim=kirim, uji=uji, pada=pada, lain=terlarang)
        ada_lewat = send_alerts(jalur, ruang, read_date(pada), saringan, uji=uji)
    elif format in (None, FormatPeringatan.TABEL) and keluaran is None:
        ruang.check_peringatan()
        ada_lewat = show_alerts(jalur, ruang.kalender, pada, dalam, lewat=lewat, saringan=saringan, batas=batas)
    else:
        from naskah.cli.alert_forms import Pertanyaan, put_out

        tanya = Pertanyaan(read_date(pada), _DALAM if dalam is None else dalam, lewat, saringan, batas)
        ada_lewat = put_out(jalur, ruang, tanya, format, keluaran)
    if ada_lewat and gagal_bila_lewat:
        raise typer.Exit(1)


def show_alerts(
    registri: Path,
    kalender: "Kalender",
    pada: str | None,
    dalam: int | None,
    *,
    lewat: bool = True,
    saringan: "Saringan | None" = None,
    batas: int | None = None,
) -> bool:
    """Print what is due in the registry at `registri` as a table; whether anything is overdue."""
    from naskah.cli.alert_forms import Pertanyaan, ask, print_alerts
    from naskah.registry.alerts import SEMUA

    tanya = Pertanyaan(read_date(pada), _DALAM if dalam is None else dalam, lewat, saringan or SEMUA, batas)
    jawaban = ask(registri, kalender, tanya)
    print_alerts(jawaban, tanya)
    return jawaban.ada_lewat


def read_date(teks: str | None) -> date:
    """A date as the user typed it; today when nothing was typed."""
    if teks is None:
        return date.today()
    from naskah.bahasa.galat import BahasaError
    from naskah.bahasa.tanggal import parse_tanggal

    try:
        hari = parse_tanggal(teks)
    except BahasaError as error:
        raise NaskahError(str(error)) from None
    if hari == date.max:
        raise NaskahError(f"{teks}: hari terakhir kalender tidak dapat ditanyakan; pilih tanggal yang lebih awal.")
    return hari
