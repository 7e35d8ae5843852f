"""`naskah terbilang` and `naskah tanggal`: numbers and dates as the law writes them."""

from typing import Annotated

import typer

from naskah.bahasa.galat import BahasaError
from naskah.cli.indonesian import Perintah
from naskah.model.galat import NaskahError


def register_commands(app: typer.Typer) -> None:
    """Add the commands to `app`."""
    # A negative number is not an option.
    app.command("terbilang", cls=Perintah, context_settings={"ignore_unknown_options": True})(terbilang)
    app.command("tanggal", cls=Perintah)(tanggal)


def terbilang(
    nilai: Annotated[
        str, typer.Argument(help="Bilangan (1001000), rupiah (Rp10.000.000), atau kata (dua puluh satu).")
    ],
) -> None:
    """Tulis bilangan dengan kata, atau baca kata menjadi bilangan.

    Contoh: naskah terbilang 1001000
    """
    from naskah.bahasa import rupiah, terbilang

    try:
        if nilai.strip().lower().startswith("rp"):
            typer.echo(rupiah.format_rupiah(rupiah.parse_rupiah(nilai)))
        elif any(huruf.isalpha() for huruf in nilai):
            typer.echo(str(terbilang.parse_terbilang(nilai)))
        else:
            typer.echo(terbilang.terbilang(terbilang.parse_digits(nilai)))
    except BahasaError as error:
        raise NaskahError(str(error)) from None


def tanggal(
    nilai: Annotated[str, typer.Argument(help='Tanggal, misalnya 2025-04-29 atau "29 April 2025".')],
    durasi: Annotated[str | None, typer.Option("--durasi", help='Jangka waktu, misalnya "5 tahun".')] = None,
    sebelum: Annotated[
        str | None, typer.Option("--sebelum", help='Batas sebelum berakhir, misalnya "30 hari" atau "3 bulan".')
    ] = None,
) -> None:
    """Tulis tanggal dalam bentuk-bentuk resmi, dan hitung hari terakhir serta tenggatnya.

    Contoh: naskah tanggal 2025-04-29 --durasi "5 tahun" --sebelum "30 hari"
    """
    try:
        for kunci, isi in _describe(nilai, durasi, sebelum):
            typer.echo(f"{kunci + ':':<24}{isi}")
    except BahasaError as error:
        raise NaskahError(str(error)) from None


def _describe(nilai: str, durasi: str | None, sebelum: str | None) -> list[tuple[str, str]]:
    from naskah.bahasa.durasi import format_durasi, hari_terakhir, parse_durasi
    from naskah.bahasa.tanggal import GayaTanggal, format_pembuka, format_tanggal, nama_hari, parse_tanggal

    hari = parse_tanggal(nilai)
    hasil = [("tanggal", f"{nama_hari(hari)}, {format_tanggal(hari)}")]
    hasil += [(f"pembuka {gaya.value}", format_pembuka(hari, gaya)) for gaya in GayaTanggal]
    if durasi is None:
        if sebelum is not None:
            raise BahasaError('--sebelum dihitung dari hari terakhir; sebutkan juga --durasi, misalnya "5 tahun"')
        return hasil
    lama = parse_durasi(durasi)
    akhir = hari_terakhir(hari, lama)
    sama = hari_terakhir(hari, lama, tanggal_sama=True)
    hasil.append(("jangka waktu", format_durasi(lama)))
    hasil.append(("hari terakhir", f"{nama_hari(akhir)}, {format_tanggal(akhir)}"))
    hasil.append(("bila tanggal sama", f"{nama_hari(sama)}, {format_tanggal(sama)}"))
    return hasil + (_describe_sebelum(akhir, sebelum) if sebelum else [])


def _describe_sebelum(akhir, sebelum: str) -> list[tuple[str, str]]:  # type: ignore[no-untyped-def]
    from naskah.bahasa.durasi import parse_durasi
    from naskah.bahasa.durasi import sebelum as hari_sebelum
    from naskah.bahasa.tanggal import format_tanggal, nama_hari
    from naskah.cli.workspace_option import current_workspace

    batas, kalender = parse_durasi(sebelum), current_workspace().kalender
    tenggat = kalender.subtract_hari_kerja(akhir, batas.hari_kerja) if batas.hari_kerja else hari_sebelum(akhir, batas)
    target = kalender.target_sebelum(tenggat)
    catatan = " (sementara: hari libur tahun itu belum ditetapkan)" if kalender.is_sementara(target) else ""
    return [
        (f"{sebelum} sebelumnya", f"{nama_hari(tenggat)}, {format_tanggal(tenggat)}"),
        ("target kerja", f"{nama_hari(target)}, {format_tanggal(target)}{catatan}"),
    ]
