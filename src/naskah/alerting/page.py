"""Alerts as one HTML page that needs no other file: on screen, on paper, and as part of a letter."""

from collections.abc import Iterator, Sequence
from datetime import date
from html import escape

from naskah.alerting.grouping import Kelompok
from naskah.alerting.levels import LEWAT, name_sisa
from naskah.alerting.sections import CATATAN_SEMENTARA, Bagian, describe_target, divide, name_jenis, summarize
from naskah.bahasa.bulan_hari import format_tanggal

_KOLOM = ("Sisa", "Tanggal", "Target kerja", "Tenggat", "Perjanjian", "Sumber", "Bila dibiarkan")
_GAYA = """
body { font-family: "Segoe UI", "Liberation Sans", Arial, sans-serif; font-size: 14px; color: #1a1a1a; margin: 0; }
main { max-width: 1200px; margin: 1.5rem auto; padding: 0 1rem; }
h1 { font-size: 1.4em; margin: 0 0 .25em; }
h2 { font-size: 1.1em; margin: 1.5em 0 .5em; break-after: avoid; }
h2.lewat { color: #9c1c1c; }
table { border-collapse: collapse; width: 100%; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 1px solid #b8b8b8; padding: .35em .5em; text-align: left; vertical-align: top; }
td { overflow-wrap: anywhere; }
th { background: #eef1f4; }
td.sisa, td.hari { white-space: nowrap; }
.lewat td.sisa { color: #9c1c1c; font-weight: bold; }
.kecil { color: #555; font-size: .9em; }
@page { size: 330mm 215mm; margin: 15mm; }
@media print { main { max-width: none; margin: 0; padding: 0; } body { font-size: 10pt; } }
"""


def make_page(semua: Sequence[Kelompok], pada: date) -> str:
    """Return the page of the alerts of the day `pada`."""
    return "".join(_parts(semua, pada))


def _parts(semua: Sequence[Kelompok], pada: date) -> Iterator[str]:
    judul = f"Tenggat pada {format_tanggal(pada)}"
    yield '<!DOCTYPE html>\n<html lang="id">\n<head>\n<meta charset="utf-8">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f"<title>{judul}</title>\n<style>{_GAYA}</style>\n</head>\n<body>\n<main>\n"
    yield f"<h1>{judul}</h1>\n<p>{summarize(semua).capitalize()}.</p>\n"
    for bagian in divide(semua):
        yield from _table(bagian)
    if any(satu.sementara for satu in semua):
        yield f'<p class="kecil">{CATATAN_SEMENTARA}</p>\n'
    yield "</main>\n</body>\n</html>\n"


def _table(bagian: Bagian) -> Iterator[str]:
    kelas = ' class="lewat"' if bagian.isi[0].tingkat == LEWAT else ""
    yield f"<h2{kelas}>{escape(bagian.judul)}</h2>\n<table{kelas}>\n<thead><tr>"
    yield "".join(f'<th scope="col">{nama}</th>' for nama in _KOLOM)
    yield "</tr></thead>\n<tbody>\n"
    for satu in bagian.isi:
        yield _row(satu)
    yield "</tbody>\n</table>\n"


def _row(satu: Kelompok) -> str:
    pokok = satu.pokok
    perjanjian = [pokok.perjanjian, "; ".join(satu.perjanjian.pihak), satu.perjanjian.unit or ""]
    sel = (
        ("sisa", escape(name_sisa(pokok.sisa_hari))),
        ("hari", format_tanggal(pokok.tanggal)),
        ("hari", describe_target(satu)),
        ("", _with_small(name_jenis(satu), [satu.rincian])),
        ("", _with_small(satu.perjanjian.judul, perjanjian)),
        ("", escape(satu.sumber)),
        ("", escape(satu.akibat)),
    )
    isi = "".join(f'<td class="{kelas}">{nilai}</td>' if kelas else f"<td>{nilai}</td>" for kelas, nilai in sel)
    return f"<tr>{isi}</tr>\n"


def _with_small(teks: str, kecil: Sequence[str]) -> str:
    return escape(teks) + "".join(f'<br><span class="kecil">{escape(satu)}</span>' for satu in kecil if satu)
