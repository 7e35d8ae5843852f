"""A timeline as a page: pictures of so many agreements as a sheet of A3 holds, each whole with years and legend."""

from html import escape
from xml.etree.ElementTree import tostring

from naskah.bahasa.bulan_hari import format_tanggal
from naskah.model.linimasa import Linimasa
from naskah.rendering.timeline_svg import draw

BARIS_SEHALAMAN = 20
_GAYA = """
body { margin: 0; background: #e9e9e9; }
section { background: #fff; margin: 12px auto; max-width: 1600px; overflow-x: auto; }
svg { display: block; width: 100%; min-width: 1100px; height: auto; }
@page { size: A3 landscape; margin: 10mm; }
@media print {
  body { background: none; }
  section { margin: 0; max-width: none; overflow: visible; break-inside: avoid; }
  section + section { break-before: page; }
  svg { min-width: 0; max-height: 275mm; }
}
"""


def render_html(linimasa: Linimasa) -> bytes:
    """Return a page that needs no other file and no script.

    Raises:
        NaskahError: a control character in a text.
    """
    awal = range(0, max(len(linimasa.baris), 1), BARIS_SEHALAMAN)
    gambar = [
        tostring(draw(linimasa, linimasa.baris[i : i + BARIS_SEHALAMAN], (nomor, len(awal))), encoding="unicode")
        for nomor, i in enumerate(awal, 1)
    ]
    isi = "\n".join(f"<section>{satu}</section>" for satu in gambar)
    judul = escape(f"Linimasa perjanjian pada {format_tanggal(linimasa.pada)}")
    return (
        '<!DOCTYPE html>\n<html lang="id">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{judul}</title>\n<style>{_GAYA}</style>\n</head>\n<body>\n{isi}\n</body>\n</html>\n"
    ).encode()
