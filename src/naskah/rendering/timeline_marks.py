"""The signs of a timeline: what each state, deadline and adendum looks like, in colour and without it.

The colours are those of Okabe and Ito, which the colour-blind tell apart; every state also has a pattern or an
outline of its own, so that a copy in black and white says the same.
"""

from collections.abc import Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

BIRU, JINGGA, UNGU, ABU = "#0072B2", "#E69F00", "#CC79A7", "#9A9A9A"
MERAH, HITAM, PUTIH, GARIS = "#C00000", "#1A1A1A", "#FFFFFF", "#DADADA"


class Rupa(NamedTuple):
    """What the bar of a state looks like."""

    isi: str  # a colour, or "url" for the pattern named like the state
    tepi: str
    putus: bool = False  # the outline is dashed
    tipis: bool = False  # what is over: a thin bar, and light


RUPA = {
    "belum berlaku": Rupa(PUTIH, BIRU, putus=True),
    "berlaku": Rupa(BIRU, BIRU),
    "segera berakhir": Rupa("url", "#A06A00"),
    "dalam keadaan kahar": Rupa("url", "#8A3F68"),
    "berakhir": Rupa("#E3E3E3", ABU, tipis=True),
    "diakhiri": Rupa("url", ABU, tipis=True),
    "digantikan": Rupa("url", ABU, tipis=True),
}
_LAIN = Rupa(PUTIH, HITAM)


def find_look(keadaan: str) -> Rupa:
    """Return the look of a state; an outline for one that is not known here."""
    return RUPA.get(keadaan, _LAIN)


def add_patterns(svg: Element, awalan: str) -> None:
    """Define the patterns of the states; `awalan` keeps the names of several charts on one page apart."""
    defs = SubElement(svg, "defs")
    for keadaan, dasar, garis, jalur, tebal in (
        ("segera berakhir", JINGGA, "#6B4700", "M2,-1 V8", "1.1"),
        ("dalam keadaan kahar", PUTIH, "#A33C78", "M-1,1 L1,-1 M-1,7 L7,-1 M5,7 L7,5", "2"),
        ("diakhiri", "#EDEDED", "#7A7A7A", "M0,0 L6,6 M6,0 L0,6", "0.8"),
        ("digantikan", "#EDEDED", "#7A7A7A", "M2,3 h1.6 M5,0.5 h1.6", "1.6"),
    ):
        ukuran = {"id": _pattern_id(keadaan, awalan), "patternUnits": "userSpaceOnUse", "width": "6", "height": "6"}
        pola = SubElement(defs, "pattern", ukuran)
        SubElement(pola, "rect", {"width": "6", "height": "6", "fill": dasar})
        SubElement(pola, "path", {"d": jalur, "stroke": garis, "stroke-width": tebal, "fill": "none"})


def add_bar(induk: Element, keadaan: str, x: float, y: float, lebar: float, tinggi: float, awalan: str) -> None:
    """Draw the bar of a state in a box; a thin one keeps to the middle of it."""
    rupa = find_look(keadaan)
    if rupa.tipis:
        y, tinggi = y + tinggi * 0.3, tinggi * 0.4
    atribut = {
        "x": number(x),
        "y": number(y),
        "width": number(max(lebar, 1)),
        "height": number(tinggi),
        "fill": f"url(#{_pattern_id(keadaan, awalan)})" if rupa.isi == "url" else rupa.isi,
        "stroke": rupa.tepi,
        "stroke-width": "0.8",
    }
    SubElement(induk, "rect", atribut | ({"stroke-dasharray": "4 2"} if rupa.putus else {}))


def add_deadline(induk: Element, x: float, y: float, *, lewat: bool) -> Element:
    """Draw the sign of a deadline with its point at (x, y): hollow, or red with an exclamation mark when overdue."""
    grup = SubElement(induk, "g")
    r, t = (6.5, 12) if lewat else (4, 8)
    isi, tepi = (MERAH, "#6E0000") if lewat else (PUTIH, HITAM)
    add_polygon(grup, (x - r, y - t), (x + r, y - t), (x, y), fill=isi, stroke=tepi, stroke_width="1")
    if lewat:
        add_text(grup, "!", x, y - 4, 8, anchor="middle", fill=PUTIH, weight="bold")
    return grup


def add_adendum(induk: Element, x: float, y: float, nomor: str) -> Element:
    """Draw the sign of an adendum, a diamond around (x, y) with its ordinal."""
    grup, r = SubElement(induk, "g"), 8.5
    sudut = (x, y - r), (x + r, y), (x, y + r), (x - r, y)
    add_polygon(grup, *sudut, fill=PUTIH, stroke=HITAM, stroke_width="1.2")
    add_text(grup, nomor, x, y + 3, 8.5, anchor="middle", weight="bold")
    return grup


def add_text(
    induk: Element,
    teks: str,
    x: float,
    y: float,
    ukuran: float,
    *,
    anchor: str = "start",
    fill: str = HITAM,
    weight: str = "normal",
) -> None:
    """Write a line of text; (x, y) is a point on its base line."""
    atribut = {"x": number(x), "y": number(y), "font-size": number(ukuran), "fill": fill}
    atribut |= {"text-anchor": anchor} if anchor != "start" else {}
    atribut |= {"font-weight": weight} if weight != "normal" else {}
    SubElement(induk, "text", atribut).text = teks


def add_polygon(induk: Element, *sudut: tuple[float, float], **lain: str) -> None:
    """Draw a closed shape through these points; further attributes with an underscore for each hyphen."""
    titik = " ".join(f"{number(x)},{number(y)}" for x, y in sudut)
    SubElement(induk, "polygon", {"points": titik} | _hyphenate(lain))


def add_line(induk: Element, x1: float, y1: float, x2: float, y2: float, warna: str, **lain: str) -> None:
    """Draw a line; further attributes with an underscore for each hyphen."""
    titik = {"x1": number(x1), "y1": number(y1), "x2": number(x2), "y2": number(y2), "stroke": warna}
    SubElement(induk, "line", titik | _hyphenate(lain))


def _hyphenate(atribut: Mapping[str, str]) -> dict[str, str]:
    return {nama.replace("_", "-"): nilai for nama, nilai in atribut.items()}


def number(nilai: float) -> str:
    """Return a coordinate without needless digits."""
    return f"{nilai:.1f}".rstrip("0").rstrip(".")


def _pattern_id(keadaan: str, awalan: str) -> str:
    return f"{awalan}{keadaan.replace(' ', '-')}"
