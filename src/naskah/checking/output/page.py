"""Findings as one HTML page that needs no other file, on screen and on paper."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from naskah.checking.finding import Temuan
from naskah.checking.report import Laporan, count, name_counts, name_jenis

_GAYA = """
body { font-family: "Segoe UI", "Liberation Sans", Arial, sans-serif; font-size: 15px; color: #1a1a1a; margin: 0; }
main { max-width: 860px; margin: 1.5rem auto; padding: 0 1rem; }
h1 { font-size: 1.4em; margin: 0 0 .25em; }
h2 { font-size: 1.15em; margin: 2em 0 .25em; overflow-wrap: anywhere; }
h3 { font-size: 1em; margin: 1.25em 0 .25em; break-after: avoid; }
article { border-left: 4px solid #3b7a9e; padding: .1em .75em; margin: .5em 0; break-inside: avoid; }
article.galat { border-color: #9c1c1c; }
article.peringatan { border-color: #b97a00; }
p { margin: .25em 0; overflow-wrap: anywhere; }
.kode { font-weight: bold; }
.galat .kode { color: #9c1c1c; }
.peringatan .kode { color: #8a5a00; }
.saran .kode { color: #2a5f7d; }
.kutipan { color: #444; }
mark { background: #ffe9a8; color: inherit; padding: 0 .1em; }
.kecil { color: #555; font-size: .9em; }
@page { size: 215mm 330mm; margin: 20mm; }
@media print { main { max-width: none; margin: 0; padding: 0; } body { font-size: 10.5pt; } }
"""


def make_page(semua: Sequence[Laporan]) -> str:
    """Return the page of the files of one run."""
    return "".join(_parts(semua))


def _parts(semua: Sequence[Laporan]) -> Iterator[str]:
    judul = f"Hasil pemeriksaan {semua[0].berkas}" if len(semua) == 1 else f"Hasil pemeriksaan {len(semua)} berkas"
    yield '<!DOCTYPE html>\n<html lang="id">\n<head>\n<meta charset="utf-8">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f"<title>{escape(judul)}</title>\n<style>{_GAYA}</style>\n</head>\n<body>\n<main>\n"
    yield f"<h1>{escape(judul)}</h1>\n<p>{name_counts(count(semua)).capitalize()}.</p>\n"
    for satu in semua:
        yield from _file(satu)
    yield "</main>\n</body>\n</html>\n"


def _file(laporan: Laporan) -> Iterator[str]:
    yield f"<h2>{escape(laporan.berkas)}</h2>\n"
    for galat in laporan.galat:
        yield f'<p class="galat"><span class="kode">Tidak dapat dibaca.</span> {escape(str(galat))}</p>\n'
    if laporan.jenis:
        jumlah = name_counts(count([laporan]))
        yield f'<p class="kecil">{escape(name_jenis(laporan.jenis).capitalize())}; {jumlah}</p>\n'
    for (letak, baris), isi in groupby(laporan.temuan, key=lambda t: (t.letak, t.tempat and t.tempat.baris)):
        di = f' <span class="kecil">{laporan.satuan} {baris}</span>' if baris is not None else ""
        yield f"<h3>{escape(letak)}{di}</h3>\n"
        for satu in isi:
            yield _finding(satu)
    if laporan.sisa:
        yield "<h3>Tidak dipahami, jadi tidak diperiksa</h3>\n<ul>\n"
        for sisa in laporan.sisa:
            yield f'<li><span class="kecil">{laporan.satuan} {sisa.baris}</span> {escape(sisa.teks)}</li>\n'
        yield "</ul>\n"
    if laporan.asing:
        yield "<h3>Peraturan yang tidak ada dalam peraturan.yaml, jadi tidak dibandingkan</h3>\n<ul>\n"
        yield "".join(f"<li>{escape(satu)}</li>\n" for satu in laporan.asing) + "</ul>\n"


def _finding(temuan: Temuan) -> str:
    kutipan = ""
    if temuan.kutipan:
        sekitar = f"{escape(temuan.sebelum)}<mark>{escape(temuan.kutipan)}</mark>{escape(temuan.sesudah)}"
        kutipan = f'<p class="kutipan">{sekitar}</p>\n'
    kepala = f'<span class="kode">{temuan.keparahan.capitalize()} {temuan.kode}.</span>'
    return (
        f'<article class="{temuan.keparahan}">\n<p>{kepala} {escape(temuan.pesan)}</p>\n{kutipan}'
        f"<p>{escape(temuan.saran)}</p>\n</article>\n"
    )
