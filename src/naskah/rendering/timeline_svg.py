"""A timeline as a picture: an SVG that needs no other file and no script."""

from collections import Counter
from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from naskah.bahasa.bulan_hari import format_tanggal
from naskah.model.linimasa import BarisLinimasa, Linimasa
from naskah.rendering.characters import check_characters
from naskah.rendering.timeline_axis import Sumbu, add_grid
from naskah.rendering.timeline_marks import (
    HITAM,
    PUTIH,
    RUPA,
    add_adendum,
    add_bar,
    add_deadline,
    add_line,
    add_patterns,
    add_text,
    number,
)
from naskah.rendering.timeline_rows import LEBAR_NAMA, TEPI_KIRI, TINGGI_BARIS, Bidang, add_row, is_shown
from naskah.rendering.timeline_text import cut, measure, short_date

LEBAR = 1600
_ATAS, _KAKI = 132, 64
# More agreements than this, and the years are named below them as well.
_BARIS_TINGGI, _RUANG_TAHUN = 25, 16
_HURUF = "Arial, Helvetica, 'Liberation Sans', 'DejaVu Sans', sans-serif"


def render_svg(linimasa: Linimasa) -> bytes:
    """Return one picture of all agreements, as high as it takes.

    Raises:
        NaskahError: a control character in a text.
    """
    svg = draw(linimasa, linimasa.baris)
    indent(svg, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(svg, encoding="unicode")}\n'.encode()


def draw(linimasa: Linimasa, baris: Sequence[BarisLinimasa], halaman: tuple[int, int] = (1, 1)) -> Element:
    """Draw some of the agreements as one picture.

    Args:
        linimasa: the whole chart: its title counts all agreements.
        baris: those of this picture.
        halaman: the number of this picture, and how many there are.
    """
    nomor, _ = halaman
    bawah = _ATAS + len(baris) * TINGGI_BARIS
    ulang = len(baris) > _BARIS_TINGGI
    tinggi = bawah + _KAKI + (_RUANG_TAHUN if ulang else 0)
    ukuran = {"viewBox": f"0 0 {LEBAR} {tinggi}", "width": str(LEBAR), "height": str(tinggi)}
    svg = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", **ukuran, "font-family": _HURUF, "role": "img"})
    SubElement(svg, "title").text = f"Linimasa perjanjian pada {format_tanggal(linimasa.pada)}"
    bidang = Bidang(
        Sumbu(linimasa.dari, linimasa.sampai, TEPI_KIRI + LEBAR_NAMA + 16, LEBAR - TEPI_KIRI),
        linimasa.pada,
        f"pola-{nomor}-",
    )
    add_patterns(svg, bidang.awalan)
    SubElement(svg, "rect", {"width": str(LEBAR), "height": str(tinggi), "fill": PUTIH})
    _add_title(svg, linimasa, halaman)
    add_grid(svg, bidang.sumbu, _ATAS, bawah, ulang=ulang)
    for i, satu in enumerate(baris):
        add_row(svg, satu, _ATAS + i * TINGGI_BARIS, bidang)
    _add_today(svg, bidang, bawah)
    _add_legend(svg, linimasa.baris, tinggi - _KAKI + 36, bidang)
    return svg


def _add_title(svg: Element, linimasa: Linimasa, halaman: tuple[int, int]) -> None:
    nomor, jumlah = halaman
    add_text(svg, "Linimasa Perjanjian", TEPI_KIRI, 42, 27, weight="bold")
    hitung = Counter(satu.keadaan for satu in linimasa.baris)
    urut = [*RUPA, *(nama for nama in hitung if nama not in RUPA)]
    rincian = ", ".join(f"{hitung[nama]} {nama}" for nama in urut if hitung[nama])
    teks = f"Keadaan pada {format_tanggal(linimasa.pada)} · {len(linimasa.baris)} perjanjian: {rincian}"
    saringan = f" · {linimasa.saringan}" if linimasa.saringan else ""
    add_text(svg, check_characters(cut(teks + saringan, 14, LEBAR - 2 * TEPI_KIRI)), TEPI_KIRI, 66, 14, fill="#444444")
    if jumlah > 1:
        add_text(svg, f"halaman {nomor} dari {jumlah}", LEBAR - TEPI_KIRI, 42, 13, anchor="end", fill="#444444")


def _add_today(svg: Element, bidang: Bidang, bawah: float) -> None:
    sumbu, pada = bidang.sumbu, bidang.pada
    if not sumbu.covers(pada):
        return
    x, teks = sumbu.place(pada), short_date(pada)
    lebar = measure(teks, 12) + 14
    kiri = min(max(x - lebar / 2, sumbu.kiri), sumbu.kanan - lebar)
    grup = SubElement(svg, "g")
    add_line(grup, x, 94, x, bawah, HITAM, stroke_width="1.6", stroke_dasharray="7 4")
    kotak = {"x": number(kiri), "y": "78", "width": number(lebar), "height": "18", "rx": "3", "fill": HITAM}
    SubElement(grup, "rect", kotak)
    add_text(grup, teks, kiri + lebar / 2, 91, 12, anchor="middle", fill=PUTIH, weight="bold")


def _add_legend(svg: Element, semua: Iterable[BarisLinimasa], y: float, bidang: Bidang) -> None:
    """Only what this chart shows is explained."""
    baris = list(semua)
    ada = {masa.keadaan for satu in baris for masa in satu.masa if is_shown(masa, bidang)}
    tenggat = {t.lewat for satu in baris for t in satu.tenggat if bidang.sumbu.covers(t.tanggal)}
    grup = SubElement(svg, "g")
    letak = float(TEPI_KIRI)

    def write(teks: str, lebar_tanda: float) -> None:
        nonlocal letak
        add_text(grup, teks, letak + lebar_tanda + 6, y + 4, 12)
        letak += lebar_tanda + 6 + measure(teks, 12) + 26

    for keadaan in (nama for nama in RUPA if nama in ada):
        add_bar(grup, keadaan, letak, y - 7, 30, 15, bidang.awalan)
        write(f"sudah {keadaan}" if RUPA[keadaan].tipis else keadaan, 30)
    for lewat, teks in ((False, "tenggat"), (True, "tenggat terlewat")):
        if lewat in tenggat:
            add_deadline(grup, letak + 7, y + 5, lewat=lewat)
            write(teks, 14)
    if any(satu.adendum for satu in baris):
        add_adendum(grup, letak + 9, y, "1")
        write("adendum", 18)
