"""Alerts as the text of a letter."""

import textwrap
from collections.abc import Iterator, Sequence
from datetime import date

from naskah.alerting.grouping import Kelompok
from naskah.alerting.levels import name_sisa
from naskah.alerting.sections import CATATAN_SEMENTARA, describe_target, divide, name_jenis, summarize
from naskah.bahasa.bulan_hari import format_tanggal

_LEBAR = 76
_PENUTUP = 'Surat ini dibuat program naskah. Tindak lanjut dicatat dengan "naskah registri catat".'


def make_text(semua: Sequence[Kelompok], pada: date) -> str:
    """Return the letter on the alerts of the day `pada`; it ends with a line break."""
    return "\n".join(_lines(semua, pada)) + "\n"


def _lines(semua: Sequence[Kelompok], pada: date) -> Iterator[str]:
    yield f"Tenggat pada {format_tanggal(pada)}: {summarize(semua)}."
    for bagian in divide(semua):
        yield ""
        yield bagian.judul.upper()
        for satu in bagian.isi:
            yield ""
            yield from _describe(satu)
    if any(satu.sementara for satu in semua):
        yield ""
        yield CATATAN_SEMENTARA
    yield ""
    yield _PENUTUP


def _describe(satu: Kelompok) -> Iterator[str]:
    pokok = satu.pokok
    yield from _wrap(f"{format_tanggal(pokok.tanggal)} ({name_sisa(pokok.sisa_hari)}): {name_jenis(satu)}", "- ")
    for sebutan, isi in (
        ("", f"{satu.perjanjian.judul} ({pokok.perjanjian})"),
        ("Rincian", satu.rincian),
        ("Pihak", "; ".join(satu.perjanjian.pihak)),
        ("Unit", satu.perjanjian.unit),
        ("Sumber", satu.sumber),
        ("Bila dibiarkan", satu.akibat),
        ("Target kerja", describe_target(satu)),
    ):
        if isi:
            yield from _wrap(f"{sebutan}: {isi}" if sebutan else isi, "  ")


def _wrap(teks: str, awal: str) -> list[str]:
    """Lines within the width; a word longer than that stays whole, so that an id can be copied."""
    return textwrap.wrap(
        teks, _LEBAR, initial_indent=awal, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False
    )
