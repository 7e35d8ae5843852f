"""`naskah terbilang` and `naskah tanggal`: numbers and dates as the law writes them."""

from datetime import date
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
    setelah: Annotated[
        str | None, typer.Option("--setelah", help='Batas setelah tanggal itu, misalnya "14 hari kerja".')
    ] = None,
) -> None:
    """Tulis tanggal dalam bentuk-bentuk resmi, dan hitung hari terakhir serta tenggatnya.

    Contoh: naskah tanggal 2025-04-29 --durasi "5 tahun" --sebelum "30 hari"
    """
    try:
        for kunci, isi in _describe(nilai, durasi, sebelum, setelah):
            typer.echo(f"{kunci + ':':<24}{isi}")
    except BahasaError as error:
        raise NaskahError(str(error)) from None


def _describe(nilai: str, durasi: str | None, sebelum: str | None, setelah: str | None) -> list[tuple[str, str]]:
    from naskah.bahasa.tanggal import GayaTanggal, format_pembuka, parse_tanggal

    hari = parse_tanggal(nilai)
    hasil = [("tanggal", _write(hari))]
    hasil += [(f"pembuka {gaya.value}", format_pembuka(hari, gaya)) for gaya in GayaTanggal]
    if sebelum is not None and durasi is None:
        raise BahasaError('--sebelum dihitung dari hari terakhir; sebutkan juga --durasi, misalnya "5 tahun"')
    if durasi is not None:
        hasil += _describe_durasi(hari, durasi, sebelum)
    if setelah is not None:
        hasil += _describe_batas(hari, setelah, 1)
    return hasil


def _describe_durasi(hari: date, durasi: str, sebelum: str | None) -> list[tuple[str, str]]:
    from naskah.bahasa.durasi import format_durasi, hari_terakhir, parse_durasi

    lama = parse_durasi(durasi)
    if lama.hari_kerja:
        raise BahasaError("jangka waktu ditulis dalam tahun, bulan, atau hari; untuk hari kerja pakai --setelah")
    akhir = hari_terakhir(hari, lama)
    hasil = [
        ("jangka waktu", format_durasi(lama)),
        ("hari terakhir", _write(akhir)),
        ("bila tanggal sama", _write(hari_terakhir(hari, lama, tanggal_sama=True))),
    ]
    return hasil + (_describe_batas(akhir, sebelum, -1) if sebelum else [])


def _describe_batas(hari: date, teks: str, arah: int) -> list[tuple[str, str]]:
    """A deadline so long before (-1) or after (1) a day: its legal date, and the working day to aim at."""
    from naskah.bahasa.durasi import parse_durasi, sebelum, setelah
    from naskah.cli.workspace_option import current_workspace

    batas, kalender = parse_durasi(teks), current_workspace().kalender
    if batas.hari_kerja:
        count = kalender.add_hari_kerja if arah > 0 else kalender.subtract_hari_kerja
        tenggat = count(hari, batas.hari_kerja)
    else:
        tenggat = setelah(hari, batas) if arah > 0 else sebelum(hari, batas)
    target = kalender.target_setelah(tenggat) if arah > 0 else kalender.target_sebelum(tenggat)
    catatan = " (sementara: hari libur tahun itu belum ditetapkan)" if kalender.is_sementara(target) else ""
    nama = f"{teks} {'sesudahnya' if arah > 0 else 'sebelumnya'}"
    return [(nama, _write(tenggat)), ("target kerja", _write(target) + catatan)]


def _write(hari: date) -> str:
    from naskah.bahasa.tanggal import format_tanggal, nama_hari

    return f"{nama_hari(hari)}, {format_tanggal(hari)}"
