"""The timeline: what stands where, that nothing is drawn outside or read as markup, and that it needs no other file."""

import re
from datetime import date, timedelta
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_timelines import EVERY_SIGN, PADA, chart, live, make_many, row

from naskah.model.galat import NaskahError
from naskah.model.linimasa import Linimasa, TandaAdendum, TandaTenggat
from naskah.registry.state import Status
from naskah.rendering.timeline_axis import Sumbu
from naskah.rendering.timeline_html import BARIS_SEHALAMAN, render_html
from naskah.rendering.timeline_marks import RUPA
from naskah.rendering.timeline_svg import LEBAR, render_svg
from naskah.rendering.timeline_text import break_lines, cut, measure

SVG = "{http://www.w3.org/2000/svg}"
KIRI, KANAN = 440.0, 1576.0


def draw(linimasa: Linimasa) -> Element:
    return fromstring(render_svg(linimasa))


def texts(svg: Element) -> list[str]:
    return [satu.text or "" for satu in svg.iter(f"{SVG}text")]


def tooltips(svg: Element) -> list[str]:
    return [satu.text or "" for satu in svg.iter(f"{SVG}title")][1:]


def bars(svg: Element, isi: str) -> list[tuple[float, float]]:
    """The left and right end of each bar with this fill, but not that of the legend."""
    semua = [r for r in svg.iter(f"{SVG}rect") if r.get("fill") == isi and float(r.get("x", 0)) >= KIRI]
    return [(float(r.get("x", 0)), float(r.get("x", 0)) + float(r.get("width", 0))) for r in semua]


def day(x: float, dari: int, sampai: int) -> date:
    """The day that begins at x."""
    tahun = (x - KIRI) / (KANAN - KIRI) * (sampai - dari + 1)
    return date(dari + int(tahun), 1, 1) + timedelta(days=round(tahun % 1 * 365))


def test_the_picture_of_every_sign_stays_as_it_is(snapshot) -> None:
    assert render_svg(EVERY_SIGN).decode() == snapshot


def test_a_bar_reaches_from_the_first_day_to_the_end_of_the_last() -> None:
    ((kiri, kanan),) = bars(draw(chart(row())), RUPA["berlaku"].isi)
    assert (day(kiri, 2024, 2031), day(kanan, 2024, 2031)) == (date(2025, 3, 16), date(2028, 3, 16))


@pytest.mark.parametrize(
    ("dari", "sampai", "panah"),
    [(2025, 2028, 0), (2026, 2028, 1), (2025, 2027, 1), (2026, 2027, 2)],
)
def test_a_bar_that_goes_on_beyond_the_years_shown_ends_at_the_edge_with_an_arrow(
    dari: int, sampai: int, panah: int
) -> None:
    svg = draw(chart(row(), dari=dari, sampai=sampai))
    assert len(list(svg.iter(f"{SVG}polygon"))) == panah
    assert all(KIRI <= kiri <= kanan <= KANAN for kiri, kanan in bars(svg, RUPA["berlaku"].isi))


def test_an_end_on_the_last_day_of_the_years_shown_is_no_going_on() -> None:
    svg = draw(chart(row(masa=(live(date(2025, 1, 1), date(2028, 1, 1)),)), dari=2025, sampai=2027))
    assert not list(svg.iter(f"{SVG}polygon"))


def test_no_end_is_said_and_drawn_to_the_edge() -> None:
    svg = draw(chart(row(masa=(live(date(2025, 1, 1), None),)), dari=2025, sampai=2027))
    assert bars(svg, RUPA["berlaku"].isi) == [(KIRI, KANAN)]
    assert "sejak 1-1-2025, tanpa batas waktu · pks-1" in texts(svg)


def test_what_is_over_is_shown_until_the_day_of_the_chart_only() -> None:
    akhir = live(date(2025, 1, 1), None, "berakhir")
    svg = draw(chart(row(keadaan="berakhir", masa=(live(date(2024, 1, 1), date(2025, 1, 1)), akhir))))
    ((_, kanan),) = bars(svg, RUPA["berakhir"].isi)
    assert day(kanan, 2024, 2031) == PADA + timedelta(days=1)
    nanti = live(date(2028, 3, 16), None, "berakhir")
    svg = draw(chart(row(masa=(*row().masa, nanti))))
    assert bars(svg, RUPA["berakhir"].isi) == []
    assert "sudah berakhir" not in texts(svg)


def test_agreements_that_are_over_are_lighter() -> None:
    assert [g.get("opacity") for g in draw(EVERY_SIGN).iter(f"{SVG}g") if g.get("opacity")] == ["0.45"] * 3


def test_every_state_has_a_look_of_its_own_also_without_colour() -> None:
    assert set(RUPA) == {s.value for s in Status} - {"rancangan"}
    tanpa_warna = {(r.isi == "url" and nama, r.isi == "#FFFFFF", r.putus, r.tipis) for nama, r in RUPA.items()}
    assert len(tanpa_warna) == len(RUPA)


def test_the_legend_explains_what_is_shown_and_nothing_else() -> None:
    assert texts(draw(chart(row())))[-1:] == ["berlaku"]
    assert texts(draw(EVERY_SIGN))[-12:] == [
        "belum berlaku", "berlaku", "segera berakhir", "dalam keadaan kahar", "sudah berakhir", "sudah diakhiri",
        "sudah digantikan", "tenggat", "!", "tenggat terlewat", "1", "adendum",
    ]  # fmt: skip


def test_deadlines_too_close_to_tell_apart_share_a_sign_that_tells_all_but_never_with_an_overdue_one() -> None:
    dekat = [TandaTenggat(PADA + timedelta(days=i), f"kegiatan {i}", i < 2) for i in range(20)]
    tips = tooltips(draw(chart(row(tenggat=tuple(dekat)), dari=2000, sampai=2050)))[1:]
    assert [t.count("\n") for t in tips] == [12, 1]
    assert tips[0].startswith("22 November 2026: kegiatan 2\n")
    assert tips[0].endswith("\ndan 6 tenggat lain")
    assert tips[1] == "20 November 2026 (terlewat): kegiatan 0\n21 November 2026 (terlewat): kegiatan 1"


def test_signs_outside_the_years_shown_are_left_out() -> None:
    luar = row(
        tenggat=(TandaTenggat(date(2023, 12, 31), "a", True), TandaTenggat(date(2032, 1, 1), "b", False)),
        adendum=(TandaAdendum(date(2023, 12, 31), 1),),
    )
    assert len(tooltips(draw(chart(luar)))) == 1


def test_the_day_is_marked_where_the_years_shown_hold_it() -> None:
    assert "20-11-2026" in texts(draw(chart(row())))
    assert "20-11-2026" not in texts(draw(chart(row(), dari=2027)))


def test_a_long_title_is_cut_and_whole_in_the_tooltip() -> None:
    judul = "Penyelenggaraan " + "Pelayanan Terpadu " * 30
    svg = draw(chart(row(judul=judul)))
    dua = [t for t in texts(svg) if t.startswith(("Penyelenggaraan", "Pelayanan", "Terpadu"))]
    assert len(dua) == 2
    assert dua[1].endswith("…")
    assert judul in tooltips(svg)[0]


JAHAT = "</text><script>alert(1)</script>&amp;\"'><svg onload=x>"


def test_no_text_is_ever_markup() -> None:
    linimasa = chart(
        row(JAHAT, JAHAT, pihak=(JAHAT,), keadaan=JAHAT, masa=(live(date(2025, 1, 1), None, JAHAT),),
            tenggat=(TandaTenggat(PADA, JAHAT, False),)),
        saringan=JAHAT,
    )  # fmt: skip
    svg = draw(linimasa)
    assert not [e for e in svg.iter() if e.tag.removeprefix(SVG) == "script" or e.get("onload")]
    assert any(JAHAT in t for t in tooltips(svg))
    assert b"<script" not in render_html(linimasa)


@pytest.mark.parametrize(
    "jahat",
    [
        chart(row(judul="a\x07b")),
        chart(row("a\x07b")),
        chart(row(pihak=("a\x07b",))),
        chart(row(tenggat=(TandaTenggat(PADA, "a\x07b", False),))),
        chart(row(), saringan="a\x07b"),
    ],
)
def test_a_control_character_is_refused(jahat: Linimasa) -> None:
    with pytest.raises(NaskahError, match="karakter kendali U\\+0007"):
        render_svg(jahat)


@pytest.mark.parametrize("render", [render_svg, render_html])
def test_it_needs_no_other_file_and_no_script(render) -> None:
    isi = render(EVERY_SIGN).decode()
    assert not re.search(r"<script|<link|<image|href|@import|javascript:", isi, re.IGNORECASE)
    assert set(re.findall(r"https?://[^\"']+", isi)) == {"http://www.w3.org/2000/svg"}
    assert set(re.findall(r"url\(([^)]*)\)", isi)) <= {f"#pola-1-{k.replace(' ', '-')}" for k in RUPA}


@pytest.mark.parametrize("jumlah", [1, 3, 50, 500])
def test_the_picture_grows_with_the_agreements(jumlah: int) -> None:
    svg = draw(make_many(jumlah))
    _, _, lebar, tinggi = map(float, svg.get("viewBox", "").split())
    bawah = max(float(t.get("y", 0)) for t in svg.iter(f"{SVG}text"))
    assert lebar == LEBAR
    assert jumlah * 44 < bawah < tinggi < jumlah * 44 + 220
    # Who stands at the bottom of a high chart reads the years there.
    assert texts(svg).count("2026") == (2 if jumlah >= 50 else 1)


@pytest.mark.parametrize(("jumlah", "halaman"), [(1, 1), (BARIS_SEHALAMAN, 1), (BARIS_SEHALAMAN + 1, 2), (500, 25)])
def test_the_page_holds_pictures_of_a_sheet_each_with_years_legend_and_names_of_their_own(
    jumlah: int, halaman: int
) -> None:
    isi = render_html(make_many(jumlah)).decode()
    assert isi.count("<section>") == isi.count(">2026</text>") == isi.count(">berlaku</text>") == halaman
    assert isi.count(f"halaman {halaman} dari {halaman}") == (halaman > 1)
    nama = re.findall(r' id="([^"]+)"', isi)
    assert len(nama) == len(set(nama)) == 4 * halaman


@given(st.text(max_size=80), st.floats(20, 500))
def test_a_text_is_never_wider_than_its_room(teks: str, lebar: float) -> None:
    assert measure(cut(teks, 13, lebar), 13) <= lebar + 1e-6
    assert all(measure(satu, 13) <= lebar + 1e-6 for satu in break_lines(teks, 13, lebar, 2))


@given(st.text(alphabet="ab ", max_size=60))
def test_lines_lose_nothing_where_there_is_room(teks: str) -> None:
    assert " ".join(break_lines(teks, 13, 1000, 2)) == " ".join(teks.split())


@given(st.dates(), st.dates())
def test_a_later_day_never_stands_further_left_and_none_outside(a: date, b: date) -> None:
    sumbu = Sumbu(1990, 2040, 100, 900)
    x, y = sumbu.place(min(a, b)), sumbu.place(max(a, b))
    assert 100 <= x <= y <= 900


@pytest.mark.parametrize(("dari", "sampai"), [(1, 1), (9999, 9999), (1, 100), (2024, 2024)])
def test_any_years_can_be_drawn(dari: int, sampai: int) -> None:
    tenggat = (TandaTenggat(date(sampai, 12, 31), "x", False),)
    masa = (live(date.min, date.max),)
    for pada in (date.min, PADA, date.max):
        render_svg(chart(row(masa=masa, tenggat=tenggat), dari=dari, sampai=sampai, pada=pada))
