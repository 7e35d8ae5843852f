"""An annex as HTML: a real table, whose heading a browser repeats on every printed page."""

from collections.abc import Iterable, Iterator
from html import escape

from naskah.model.isi import Isi, Teks
from naskah.model.naskah import Lampiran
from naskah.model.tabel_rencana import KegiatanTabel, ProgramTabel, TabelRencanaKerja

GAYA_LAMPIRAN = """
.lampiran { page: lampiran; break-before: page; margin-top: 3em; }
.lampiran .kepala { width: 40%; margin: 0 0 1em auto; text-transform: uppercase; }
.lampiran .kepala p { margin: 0; text-align: left; }
.lampiran h2 { font-weight: bold; }
.gulir { overflow-x: auto; }
table.rencana { border-collapse: collapse; width: 100%; min-width: 90em; font-size: .7em; line-height: 1.25; }
table.rencana th, table.rencana td { border: 1px solid; padding: .2em .4em; vertical-align: top; }
table.rencana th { vertical-align: middle; text-align: center; }
table.rencana td p { margin: 0; text-align: left; }
table.rencana td.tanda, table.rencana .urut th { text-align: center; font-weight: normal; }
table.rencana tr { break-inside: avoid; }
@page lampiran { size: 330mm 215mm; margin: 20mm; }
@media print { .gulir { overflow: visible; } table.rencana { font-size: 6.5pt; min-width: 0; } }
"""


def annex_html(lampiran: Lampiran, tanda_tangan: str) -> str:
    """Return an annex; `tanda_tangan` are its signatures, already HTML."""
    kepala = [_isi(isi) for isi in lampiran.kepala] + [f"NOMOR: {escape(nomor)}" for nomor in lampiran.nomor]
    atas = f'<div class="kepala">\n{_paragraphs(kepala)}</div>\n' if kepala else ""
    judul = "".join(f"<span>{_isi(isi)}</span>\n" for isi in lampiran.judul)
    judul = f"<h2>{judul}</h2>\n" if judul else ""
    tabel = "".join(_iter_table(lampiran.tabel))
    return f'<section class="lampiran">\n{atas}{judul}<div class="gulir">{tabel}</div>\n{tanda_tangan}</section>\n'


def _isi(isi: Isi) -> str:
    return "".join(f"<i>{escape(s.teks)}</i>" if isinstance(s, Teks) and s.miring else escape(s.teks) for s in isi)


def _paragraphs(banyak: Iterable[str]) -> str:
    return "".join(f"<p>{satu}</p>\n" for satu in banyak)


def _iter_table(tabel: TabelRencanaKerja) -> Iterator[str]:
    n, p = len(tabel.tahun), len(tabel.pihak)
    tinggi = "".join(f'<th rowspan="3">{judul}</th>' for judul in ("No", "PROGRAM / KEGIATAN", "TAHAPAN KEGIATAN"))
    tinggi += '<th rowspan="3">LOKASI</th><th rowspan="3">SUMBER DANA</th>'
    yield '<table class="rencana">\n<thead>\n'
    yield f'<tr>{tinggi}<th rowspan="2" colspan="{n}">TAHUN</th><th colspan="{2 * p}">TUGAS DAN TANGGUNG JAWAB</th>'
    yield '<th rowspan="3">OUTPUT</th><th rowspan="3">OUTCOME</th></tr>\n<tr>'
    yield from (f'<th colspan="2">{escape(nama)}</th>' for nama in tabel.pihak)
    yield "</tr>\n<tr>"
    yield from (f"<th>{tahun}</th>" for tahun in tabel.tahun)
    yield "<th>PENANGGUNG JAWAB</th><th>KEGIATAN</th>" * p
    yield '</tr>\n<tr class="urut">'
    yield from (f"<th>({i})</th>" for i in range(1, 8 + n + 2 * p))
    yield "</tr>\n</thead>\n<tbody>\n"
    for program in tabel.program:
        yield from _iter_rows(program, tabel.tahun)
    yield "</tbody>\n</table>"


def _iter_rows(program: ProgramTabel, tahun: tuple[int, ...]) -> Iterator[str]:
    rentang = f' rowspan="{len(program.kegiatan)}"' if len(program.kegiatan) > 1 else ""
    kepala = f'<td{rentang} class="tanda">{program.nomor}</td><td{rentang}><p>{_isi(program.nama)}</p></td>'
    for satu in program.kegiatan:
        yield f"<tr>{kepala}{_row(satu, tahun)}</tr>\n"
        kepala = ""


def _row(satu: KegiatanTabel, tahun: tuple[int, ...]) -> str:
    tahapan = [f"{i}) {_isi(isi)}" for i, isi in enumerate(satu.tahapan, 1)]
    sel = [[f"{satu.nomor}. {_isi(satu.nama)}", *tahapan], [_isi(satu.lokasi)], [_isi(satu.sumber_dana)]]
    kiri = "".join(f"<td>{_paragraphs(isi)}</td>" for isi in sel)
    tanda = "".join(f'<td class="tanda">{"V" if t in satu.tahun else ""}</td>' for t in tahun)
    kanan = [isi for t in satu.tugas for isi in (map(_isi, t.penanggung_jawab), [_isi(t.kegiatan)])]
    kanan += [[_isi(satu.output)], [_isi(satu.outcome)]]
    return kiri + tanda + "".join(f"<td>{_paragraphs(isi)}</td>" for isi in kanan)
