"""Findings as lines for a terminal: grouped by place, with the words marked."""

import textwrap
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from shlex import quote

from naskah.checking.finding import Keparahan, Temuan
from naskah.checking.remedies import choose_fixes
from naskah.checking.report import Laporan, count, name_counts, name_jenis
from naskah.model.bacaan import JenisBacaan

_WARNA = {Keparahan.GALAT: "31", Keparahan.PERINGATAN: "33", Keparahan.SARAN: "36"}
_TEPI = 4
_SISA_TERBANYAK = 5
_CUPLIKAN = 70
Warnai = Callable[[str, str], str]


def make_lines(laporan: Laporan, lebar: int, *, berwarna: bool = False, terbanyak: int | None = None) -> Iterator[str]:
    """Yield the lines of one file, within a width; `terbanyak` findings at most, and how many more there are."""
    warnai = _colour if berwarna else _plain
    jenis = f" ({name_jenis(laporan.jenis)})" if laporan.jenis else ""
    yield f"{warnai(_flat(laporan.berkas), '1')}{jenis}: {name_counts(count([laporan]))}"
    for (letak, baris), isi in groupby(
        laporan.temuan[:terbanyak], key=lambda t: (t.letak, t.tempat and t.tempat.baris)
    ):
        yield ""
        yield warnai(_flat(letak), "1") + (f" ({laporan.satuan} {baris})" if baris is not None else "")
        for satu in isi:
            yield from _describe(satu, lebar, warnai)
    lagi = len(laporan.temuan) - terbanyak if terbanyak is not None else 0
    if lagi > 0:
        yield ""
        perintah = f"naskah periksa {quote(laporan.berkas)} -o temuan.xlsx"
        yield from _wrap(f"dan {lagi} temuan lagi; tulis semuanya ke berkas: {perintah}", lebar, 0)
    yield from _tail(laporan, lebar)


def _describe(temuan: Temuan, lebar: int, warnai: Warnai) -> Iterator[str]:
    kepala = f"{temuan.keparahan} {temuan.kode}"
    for i, baris in enumerate(_wrap(f"{kepala}  {temuan.pesan}", lebar, 2)):
        yield baris.replace(kepala, warnai(kepala, _WARNA[temuan.keparahan]), 1) if i == 0 else baris
    if temuan.kutipan:
        yield f"{' ' * _TEPI}{_mark(temuan, lebar - _TEPI, warnai)}"
    yield from _wrap(f"-> {temuan.saran}", lebar, _TEPI)


def _mark(temuan: Temuan, lebar: int, warnai: Warnai) -> str:
    """One line of the text around the words, which are marked."""
    kutipan = _flat(temuan.kutipan)
    if len(kutipan) > lebar - 2:
        kutipan = f"{kutipan[: lebar - 5]}..."
    sela = max(lebar - len(kutipan) - 8, 0) // 2
    depan, belakang = _flat(temuan.sebelum), _flat(temuan.sesudah)
    if len(depan) > sela:
        depan = "..." + depan[len(depan) - sela :].partition(" ")[2] if sela else ""
    if len(belakang) > sela:
        belakang = belakang[:sela].rpartition(" ")[0] + "..." if sela else ""
    return f"{depan}{warnai(f'»{kutipan}«', _WARNA[temuan.keparahan])}{belakang}"


def _tail(laporan: Laporan, lebar: int) -> Iterator[str]:
    """What the user should know beside the findings."""
    lain = []
    if laporan.jenis == JenisBacaan.TIDAK_DIKENAL:
        lain.append("jenis naskahnya tidak dikenali, jadi yang wajib ada menurut jenisnya tidak diperiksa")
    if laporan.sisa:
        lain.append(f"{len(laporan.sisa)} {laporan.satuan} tidak dipahami, jadi tidak diperiksa; baca sendiri:")
        lain += [f"  {laporan.satuan} {s.baris}: {_shorten(s.teks)}" for s in laporan.sisa[:_SISA_TERBANYAK]]
        if len(laporan.sisa) > _SISA_TERBANYAK:
            lain.append(f"  dan {len(laporan.sisa) - _SISA_TERBANYAK} lagi")
    if laporan.asing:
        asing = "; ".join(laporan.asing)
        lain.append(f"{len(laporan.asing)} peraturan tidak ada dalam peraturan.yaml, jadi tidak dibandingkan: {asing}")
    bisa = len(choose_fixes(laporan.temuan))
    if bisa and laporan.satuan == "alinea":
        perintah = f"naskah periksa {quote(laporan.berkas)} --perbaiki keluar.docx"
        lain.append(f"{bisa} temuan dapat diperbaiki sendiri: {perintah}")
    if lain:
        yield ""
    for satu in lain:
        yield from _wrap(satu.lstrip(), lebar, len(satu) - len(satu.lstrip()))


def summarize(semua: Sequence[Laporan]) -> str:
    """Return the last line of a run over many files."""
    terbaca = [satu for satu in semua if not satu.galat]
    bersih = sum(not satu.temuan for satu in terbaca)
    gagal = f", {len(semua) - len(terbaca)} tidak dapat dibaca" if len(terbaca) < len(semua) else ""
    return f"{len(semua)} berkas: {name_counts(count(semua))}; {bersih} berkas tanpa temuan{gagal}"


def _shorten(teks: str) -> str:
    return textwrap.shorten(teks, _CUPLIKAN, placeholder=" ...")


def _flat(teks: str) -> str:
    return "".join(huruf if huruf.isprintable() else " " for huruf in teks)


def _wrap(teks: str, lebar: int, tepi: int) -> list[str]:
    hasil = textwrap.wrap(
        _flat(teks), lebar, initial_indent=" " * tepi, subsequent_indent=" " * max(tepi, _TEPI), break_long_words=False
    )
    return hasil or [""]


def _colour(teks: str, warna: str) -> str:
    return f"\033[{warna}m{teks}\033[0m"


def _plain(teks: str, _warna: str) -> str:
    return teks
