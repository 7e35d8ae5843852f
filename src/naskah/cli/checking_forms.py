"""The forms in which `naskah periksa` gives its findings; each loads only what it needs."""

import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from naskah.model.galat import Galat, NaskahError

if TYPE_CHECKING:
    from naskah.checking.report import Laporan

_LEBAR = 110  # beyond that lines are hard to follow
_TERBANYAK = 200  # findings of one file on the screen; a file holds them all


class FormatPeriksa(StrEnum):
    """How findings are shown."""

    TABEL = "tabel"
    JSON = "json"
    SARIF = "sarif"
    XLSX = "xlsx"
    HTML = "html"


_AKHIRAN = {satu: f".{satu}" for satu in FormatPeriksa} | {FormatPeriksa.TABEL: ".txt"}


def choose_form(format: FormatPeriksa | None, keluaran: Path | None) -> FormatPeriksa:
    """Return the form asked for, or that of the file's suffix; a file of another suffix is never written over."""
    if keluaran is None:
        if format is FormatPeriksa.XLSX:
            raise NaskahError("xlsx ditulis ke berkas; sebutkan dengan -o, misalnya -o temuan.xlsx.")
        return format or FormatPeriksa.TABEL
    akhiran = keluaran.suffix.lower()
    dari_nama = next((satu for satu, a in _AKHIRAN.items() if a == akhiran), None)
    if format is None and dari_nama is None:
        pesan = f"bentuk {akhiran or 'tanpa akhiran'} tidak dikenal; pakai akhiran {', '.join(_AKHIRAN.values())}"
        raise NaskahError(Galat(pesan, str(keluaran)))
    if format is not None and dari_nama is not format:
        raise NaskahError(Galat(f"bentuk {format} ditulis ke berkas berakhiran {_AKHIRAN[format]}", str(keluaran)))
    assert dari_nama is not None
    return dari_nama


def put_out(laporan: "Iterable[Laporan]", banyak: int, bentuk: FormatPeriksa, keluaran: Path | None) -> "list[Laporan]":
    """Show or write what was found, files that cannot be read included; all of it."""
    from naskah.cli.output import print_error

    if bentuk is FormatPeriksa.TABEL and keluaran is None:
        return _print_each(laporan, banyak)
    semua = list(laporan)
    for galat in (g for satu in semua for g in satu.galat):
        print_error(str(galat))
    if bentuk is FormatPeriksa.XLSX and keluaran is not None:
        from naskah.checking.output.data import make_sheets
        from naskah.library.sheet_output import write_xlsx

        write_xlsx(keluaran, make_sheets(semua))
    else:
        teks = _make_text(semua, bentuk)
        if keluaran is None:
            sys.stdout.write(teks)
            return semua
        from naskah.publishing.files import staged_files

        with staged_files({keluaran: teks.encode()}):
            pass
    temuan = sum(len(satu.temuan) for satu in semua)
    typer.echo(f"{temuan} temuan ditulis ke {keluaran}")
    return semua


def _make_text(semua: "list[Laporan]", bentuk: FormatPeriksa) -> str:
    if bentuk is FormatPeriksa.JSON:
        from naskah.checking.output.data import as_data
        from naskah.cli.output import format_json

        return format_json(as_data(semua))
    if bentuk is FormatPeriksa.SARIF:
        from importlib.metadata import version

        from naskah.checking.output.sarif import make_sarif
        from naskah.checking.run import load_rules

        return make_sarif(semua, load_rules(), version("naskah"))
    if bentuk is FormatPeriksa.HTML:
        from naskah.checking.output.page import make_page

        return make_page(semua)
    from naskah.checking.output.terminal import make_lines

    return "".join(f"{baris}\n" for satu in semua if not satu.galat for baris in (*make_lines(satu, _LEBAR), ""))


def _print_each(laporan: "Iterable[Laporan]", banyak: int) -> "list[Laporan]":
    """Each file as soon as it is checked; of many files, those without findings only in the last line."""
    from naskah.checking.output.terminal import make_lines, summarize
    from naskah.cli.output import output_width, print_error

    lebar, berwarna = min(output_width(), _LEBAR), sys.stdout.isatty()
    semua = []
    for satu in laporan:
        semua.append(satu)
        for galat in satu.galat:
            print_error(str(galat))
        for catatan in satu.catatan:
            print_error(str(catatan), tanda="saran" if catatan.tingkat == "saran" else "peringatan")
        if not satu.galat and (banyak == 1 or satu.temuan):
            for baris in make_lines(satu, lebar, berwarna=berwarna, terbanyak=_TERBANYAK):
                typer.echo(baris)
            if banyak > 1:
                typer.echo()
    if banyak > 1:
        typer.echo(summarize(semua))
    return semua


def write_copies(laporan: "Laporan", komentar: Path | None, perbaiki: Path | None, *, samakan_angka: bool) -> None:
    """Write the copies of a Word file: with comments, with tracked changes."""
    from datetime import datetime

    from naskah.cli.output import print_error

    asal, waktu = Path(laporan.berkas), datetime.now()
    if komentar is not None:
        from naskah.checking.word.comments import write_comments

        write_comments(asal, laporan.temuan, komentar, waktu)
        print_error(f"{len(laporan.temuan)} komentar ditulis ke {komentar}", tanda="ditulis")
    if perbaiki is not None:
        from naskah.checking.remedies import choose_fixes, list_money
        from naskah.checking.word.fixes import write_fixes

        hasil = write_fixes(asal, choose_fixes(laporan.temuan, samakan_angka=samakan_angka), perbaiki, waktu)
        for temuan, sebab in hasil.dilewati:
            print_error(f'{temuan.letak}: "{temuan.kutipan}" tidak diperbaiki: {sebab}', tanda="saran")
        for temuan in list_money(laporan.temuan) if samakan_angka else ():
            pesan = f'{temuan.letak}: "{temuan.kutipan}" tidak disamakan: jumlah uang, pastikan sendiri yang benar'
            print_error(pesan, tanda="saran")
        pesan = f"{len(hasil.diterapkan)} perbaikan ditulis ke {perbaiki}; terima atau tolak di Word (Tinjau > Terima)"
        print_error(pesan, tanda="ditulis")
