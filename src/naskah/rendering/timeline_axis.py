"""The years of a timeline: where a day stands, and the grid behind the bars."""

from datetime import date
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from naskah.bahasa.bulan_hari import nama_bulan
from naskah.rendering.timeline_marks import GARIS, HITAM, add_line, add_text, number

# Narrower than this a label does not fit: a year, three letters of a month.
_LEBAR_TAHUN, _LEBAR_BULAN = 40.0, 26.0


class Sumbu(NamedTuple):
    """Years `dari` to `sampai`, both whole, drawn from `kiri` to `kanan`."""

    dari: int
    sampai: int
    kiri: float
    kanan: float

    def place(self, d: date) -> float:
        """Return where a day begins; days outside are put at the edge."""
        # Counted within its year, so that years are equally wide and 31 December 9999 does no harm.
        awal = date(d.year, 1, 1)
        panjang = 366 if d.year % 4 == 0 and (d.year % 100 != 0 or d.year % 400 == 0) else 365
        tahun = d.year + (d - awal).days / panjang
        return min(max(self.kiri + (tahun - self.dari) * self.lebar_tahun, self.kiri), self.kanan)

    def covers(self, d: date) -> bool:
        """Return whether a day lies within."""
        return self.dari <= d.year <= self.sampai

    @property
    def lebar_tahun(self) -> float:
        """How wide a year is."""
        return (self.kanan - self.kiri) / (self.sampai - self.dari + 1)


def add_grid(svg: Element, sumbu: Sumbu, atas: float, bawah: float, *, ulang: bool) -> None:
    """Draw the years (and months, where there is room) on top, and their lines down to `bawah`.

    `ulang`: name the years below the last line once more, for a chart whose top is far away.
    """
    grup = SubElement(svg, "g", {"class": "tahun"})
    lebar, tiap = sumbu.lebar_tahun, _choose_step(sumbu)
    bulanan = lebar / 12 >= _LEBAR_BULAN
    for tahun in range(sumbu.dari, sumbu.sampai + 1):
        x = sumbu.kiri + (tahun - sumbu.dari) * lebar
        if tahun % tiap == 0 and tahun // tiap % 2:
            kotak = {"x": number(x), "y": number(atas), "height": number(bawah - atas), "fill": "#F6F6F6"}
            SubElement(grup, "rect", kotak | {"width": number(min(lebar * tiap, sumbu.kanan - x))})
        if tahun % tiap == 0 or tahun == sumbu.dari:
            add_line(grup, x, atas - 6, x, bawah, "#B5B5B5", stroke_width="0.8")
        if bulanan:
            _add_months(grup, x, lebar / 12, atas, bawah)
    add_line(grup, sumbu.kanan, atas - 6, sumbu.kanan, bawah, "#B5B5B5", stroke_width="0.8")
    add_line(grup, sumbu.kiri, atas, sumbu.kanan, atas, HITAM, stroke_width="1")
    for dasar in (atas - (18 if bulanan else 8), *([bawah + 18] if ulang else [])):
        _name_years(grup, sumbu, tiap, dasar)


def _choose_step(sumbu: Sumbu) -> int:
    """How many years share a label."""
    return next((n for n in (1, 2, 5, 10, 20, 50) if n * sumbu.lebar_tahun >= _LEBAR_TAHUN), 100)


def _name_years(grup: Element, sumbu: Sumbu, tiap: int, dasar: float) -> None:
    for tahun in range(sumbu.dari, sumbu.sampai + 1):
        x = sumbu.kiri + (tahun - sumbu.dari) * sumbu.lebar_tahun
        if tiap == 1:
            add_text(grup, str(tahun), x + sumbu.lebar_tahun / 2, dasar, 14, anchor="middle", weight="bold")
        elif tahun % tiap == 0 and x + _LEBAR_TAHUN <= sumbu.kanan:
            # One label for several years stands at the line where its year begins.
            add_text(grup, str(tahun), x + 4, dasar, 14, weight="bold")


def _add_months(grup: Element, x: float, lebar: float, atas: float, bawah: float) -> None:
    for bulan in range(1, 13):
        kiri = x + (bulan - 1) * lebar
        if bulan > 1:
            add_line(grup, kiri, atas, kiri, bawah, GARIS, stroke_width="0.5")
        add_text(grup, nama_bulan(bulan)[:3], kiri + lebar / 2, atas - 5, 9, anchor="middle", fill="#555555")
