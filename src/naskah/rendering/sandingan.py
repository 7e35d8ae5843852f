"""A comparison of two versions -> docx, pdf, html, txt."""

from collections.abc import Iterable
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import wrap

from naskah.assembly.sandingan import Alinea, BarisSandingan, Kata, Sandingan
from naskah.rendering.characters import check_characters
from naskah.rendering.html_style import GAYA

_GAYA_TABEL = """
main { max-width: 27cm; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { border: 1px solid #666; padding: .3em .5em; vertical-align: top; text-align: left; overflow-wrap: anywhere; }
th:nth-child(3), td:nth-child(3) { width: 20%; }
tr.judul td { background: #f2f2f2; text-align: center; }
td p { margin: .2em 0; text-align: left; }
del { color: #a00000; }
ins { color: #005a00; font-weight: bold; }
@page { size: 330mm 215mm; margin: 20mm; }
"""
KOLOM_TXT = (46, 46, 24)


def render_sandingan(sandingan: Sandingan, akhiran: str) -> bytes:
    """The bytes of a comparison as a file of that kind: docx, pdf, html or txt.

    Raises:
        NaskahError: a control character in a text, or LibreOffice missing when a PDF is asked for.
    """
    if akhiran == "html":
        return render_html(sandingan).encode()
    if akhiran == "txt":
        return render_txt(sandingan).encode()
    from naskah.rendering.docx.sandingan import render_docx_sandingan

    docx = render_docx_sandingan(sandingan)
    return docx if akhiran == "docx" else _to_pdf(docx)


def _to_pdf(docx: bytes) -> bytes:
    from naskah.rendering.pdf import convert_pdf

    with TemporaryDirectory(prefix="naskah-") as folder:
        asal = Path(folder, "sandingan.docx")
        asal.write_bytes(docx)
        return convert_pdf([asal], Path(folder))[0].read_bytes()


def render_html(sandingan: Sandingan) -> str:
    """One page that needs no other file; removed words struck through, new ones underlined."""
    kepala = "".join(
        f"<th>{teks}</th>"
        for teks in (f"Semula<br>{escape(sandingan.semula)}", f"Menjadi<br>{escape(sandingan.menjadi)}", "Keterangan")
    )
    baris = "".join(map(_row, sandingan.baris))
    return check_characters(
        '<!DOCTYPE html>\n<html lang="id">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Persandingan {escape(sandingan.judul)}</title>\n<style>{GAYA}{_GAYA_TABEL}</style>\n</head>\n<body>\n"
        f"<main>\n<h1><span>Persandingan</span><span>{escape(sandingan.judul)}</span></h1>\n"
        f"<table>\n<thead><tr>{kepala}</tr></thead>\n<tbody>\n{baris}</tbody>\n</table>\n</main>\n</body>\n</html>\n"
    )


def _row(baris: BarisSandingan) -> str:
    kelas = ' class="judul"' if baris.judul else ""
    kiri, kanan = _cell(baris.semula, "del"), _cell(baris.menjadi, "ins")
    return f"<tr{kelas}><td>{kiri}</td><td>{kanan}</td><td>{escape(baris.keterangan)}</td></tr>\n"


def _cell(alinea: Iterable[Alinea], tanda: str) -> str:
    return "".join(
        f'<p style="margin-left: {satu.lekuk * 1.6}em">{escape(satu.tanda)}{" " if satu.tanda else ""}'
        f"{''.join(_word(kata, tanda) for kata in satu.kata)}</p>"
        for satu in alinea
    )


def _word(kata: Kata, tanda: str) -> str:
    teks = escape(kata.teks)
    if kata.miring:
        teks = f"<i>{teks}</i>"
    return f"<{tanda}>{teks}</{tanda}>" if kata.beda else teks


def render_txt(sandingan: Sandingan) -> str:
    """Three columns of text; removed words in [-...-], new ones in {+...+}."""
    garis = "-+-".join("-" * lebar for lebar in KOLOM_TXT)
    kepala = (f"SEMULA ({sandingan.semula})", f"MENJADI ({sandingan.menjadi})", "KETERANGAN")
    bagian = ["PERSANDINGAN", sandingan.judul, "", *_columns([[teks] for teks in kepala]), garis]
    for baris in sandingan.baris:
        sel = [_text(baris.semula, "[-", "-]"), _text(baris.menjadi, "{+", "+}"), [baris.keterangan]]
        bagian += [*_columns(sel), garis]
    return check_characters("\n".join(satu.rstrip() for satu in bagian) + "\n")


def _text(alinea: Iterable[Alinea], buka: str, tutup: str) -> list[str]:
    def mark(kata: Kata) -> str:
        isi = kata.teks.lstrip()
        depan = kata.teks[: len(kata.teks) - len(isi)]
        return f"{depan}{buka}{isi}{tutup}" if kata.beda and isi else kata.teks

    return [
        " " * (satu.lekuk * 3) + (f"{satu.tanda} " if satu.tanda else "") + "".join(map(mark, satu.kata))
        for satu in alinea
    ]


def _columns(sel: list[list[str]]) -> list[str]:
    def broken(teks: str, lebar: int) -> list[str]:
        lekuk = teks[: len(teks) - len(teks.lstrip())]
        return wrap(teks, lebar, subsequent_indent=lekuk + "  ", break_on_hyphens=False) or [""]

    kolom = [
        [baris for teks in isi for baris in broken(teks, lebar)] for isi, lebar in zip(sel, KOLOM_TXT, strict=True)
    ]
    tinggi = max(map(len, kolom))
    return [
        " | ".join((k[i] if i < len(k) else "").ljust(lebar) for k, lebar in zip(kolom, KOLOM_TXT, strict=True))
        for i in range(tinggi)
    ]
