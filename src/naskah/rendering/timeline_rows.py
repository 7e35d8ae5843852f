"""One agreement in a timeline: its name, the bar of its states, and the signs of adenda and deadlines."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from naskah.bahasa.bulan_hari import format_tanggal
from naskah.bahasa.terbilang import urutan
from naskah.model.linimasa import BarisLinimasa, Masa, TandaTenggat
from naskah.rendering.characters import check_characters
from naskah.rendering.timeline_axis import Sumbu
from naskah.rendering.timeline_marks import (
    GARIS,
    HITAM,
    PUTIH,
    add_adendum,
    add_bar,
    add_deadline,
    add_line,
    add_polygon,
    add_text,
    find_look,
)
from naskah.rendering.timeline_text import break_lines, cut, short_date

TINGGI_BARIS = 44
TEPI_KIRI, LEBAR_NAMA = 24, 400
_UKURAN_JUDUL = 13
_ATAS_BATANG, _TINGGI_BATANG = 19, 15
# Deadlines closer than this, in pixels, share one sign.
_RAPAT = 6.0
_MENYEBUT = 12  # so many deadlines of one sign are told; the rest are counted
_SEHARI = timedelta(days=1)


class Bidang(NamedTuple):
    """What the rows are drawn on."""

    sumbu: Sumbu
    pada: date
    awalan: str  # of the names of the patterns


def add_row(svg: Element, satu: BarisLinimasa, y: float, bidang: Bidang) -> None:
    """Draw an agreement in the row whose top is `y`.

    Raises:
        NaskahError: a control character in a text.
    """
    grup = SubElement(svg, "g")
    _add_tooltip(grup, _describe(satu))
    sumbu = bidang.sumbu
    add_line(grup, TEPI_KIRI, y + TINGGI_BARIS, sumbu.kanan, y + TINGGI_BARIS, GARIS, stroke_width="0.6")
    _add_name(grup, satu, y)
    batang = SubElement(grup, "g", {"opacity": "0.45"} if find_look(satu.keadaan).tipis else {})
    for masa in satu.masa:
        _add_span(grup if masa.selesai else batang, masa, y + _ATAS_BATANG, bidang)
    for tanda in satu.adendum:
        if sumbu.covers(tanda.tanggal):
            letak = sumbu.place(tanda.tanggal), y + _ATAS_BATANG + _TINGGI_BATANG / 2
            sebutan = f"Adendum {urutan(tanda.urutan).title()}, berlaku {format_tanggal(tanda.tanggal)}"
            _add_tooltip(add_adendum(grup, *letak, str(tanda.urutan)), sebutan)
    for x, semua in _gather(satu.tenggat, sumbu):
        _add_tooltip(add_deadline(grup, x, y + _ATAS_BATANG, lewat=semua[0].lewat), _describe_deadlines(semua))


def _add_name(grup: Element, satu: BarisLinimasa, y: float) -> None:
    judul = break_lines(check_characters(satu.judul), _UKURAN_JUDUL, LEBAR_NAMA, 2)
    atas = y + (14 if len(judul) > 1 else 20)
    for i, teks in enumerate(judul):
        add_text(grup, teks, TEPI_KIRI, atas + 14 * i, _UKURAN_JUDUL)
    rincian = check_characters(cut(f"{_describe_term(satu)} · {satu.id}", 10, LEBAR_NAMA))
    add_text(grup, rincian, TEPI_KIRI, atas + 14 * len(judul) - 1, 10, fill="#555555")


def is_shown(masa: Masa, bidang: Bidang) -> bool:
    """Return whether any of a state is drawn."""
    sampai = _find_end(masa, bidang)
    if masa.dari.year > bidang.sumbu.sampai:
        return False
    return sampai is None or (sampai > masa.dari and (sampai - _SEHARI).year >= bidang.sumbu.dari)


def _find_end(masa: Masa, bidang: Bidang) -> date | None:
    """What is over stays over: it is shown only until the day of the chart."""
    if not masa.selesai or bidang.pada == date.max:
        return masa.sampai
    return min(masa.sampai or date.max, bidang.pada + _SEHARI)


def _add_span(grup: Element, masa: Masa, y: float, bidang: Bidang) -> None:
    if not is_shown(masa, bidang):
        return
    sumbu, sampai = bidang.sumbu, _find_end(masa, bidang)
    kiri, kanan = sumbu.place(masa.dari), sumbu.kanan if sampai is None else sumbu.place(sampai)
    add_bar(grup, masa.keadaan, kiri, y, kanan - kiri, _TINGGI_BATANG, bidang.awalan)
    if masa.selesai:
        return
    tengah = y + _TINGGI_BATANG / 2
    if masa.dari.year < sumbu.dari:
        _add_arrow(grup, sumbu.kiri + 9, tengah, -6)
    if sampai is None or (sampai - _SEHARI).year > sumbu.sampai:
        _add_arrow(grup, sumbu.kanan - 9, tengah, 6)


def _add_arrow(grup: Element, x: float, y: float, panjang: float) -> None:
    """The bar goes on beyond the years that are shown."""
    sudut = (x, y - 4.5), (x + panjang, y), (x, y + 4.5)
    add_polygon(grup, *sudut, fill=PUTIH, stroke=HITAM, stroke_width="0.8")


def _gather(tenggat: Sequence[TandaTenggat], sumbu: Sumbu) -> Iterator[tuple[float, list[TandaTenggat]]]:
    """The deadlines as signs, each with where it stands; overdue ones last, so that they lie on top."""
    for lewat in (False, True):
        terkumpul: list[TandaTenggat] = []
        letak = 0.0
        for satu in sorted(t for t in tenggat if t.lewat is lewat and sumbu.covers(t.tanggal)):
            x = sumbu.place(satu.tanggal)
            if terkumpul and x - letak >= _RAPAT:
                yield letak, terkumpul
                terkumpul = []
            if not terkumpul:
                letak = x
            terkumpul.append(satu)
        if terkumpul:
            yield letak, terkumpul


def _describe(satu: BarisLinimasa) -> str:
    return "\n".join((satu.judul, "; ".join(satu.pihak), f"{satu.id}: {satu.keadaan}, {_describe_term(satu)}"))


def _describe_term(satu: BarisLinimasa) -> str:
    if not satu.masa:
        return "belum ditandatangani"
    dari, akhir = short_date(satu.masa[0].dari), satu.hari_terakhir
    return f"{dari} s.d. {short_date(akhir)}" if akhir else f"sejak {dari}, tanpa batas waktu"


def _describe_deadlines(semua: Sequence[TandaTenggat]) -> str:
    sebutan = [f"{format_tanggal(t.tanggal)}{' (terlewat)' if t.lewat else ''}: {t.sebutan}" for t in semua[:_MENYEBUT]]
    lain = len(semua) - _MENYEBUT
    return "\n".join([*sebutan, *([f"dan {lain} tenggat lain"] if lain > 0 else [])])


def _add_tooltip(grup: Element, teks: str) -> None:
    judul = Element("title")
    judul.text = check_characters(teks)
    grup.insert(0, judul)
