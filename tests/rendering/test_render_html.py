"""The HTML page: escaped, whole in itself, and every cross-reference a link that leads somewhere."""

from collections import Counter
from html.parser import HTMLParser

import pytest
from lxml import etree
from sample_plans import make_alone, make_annexed
from sample_trees import NASTY, make, make_nasty, make_small, replace_tree
from test_docx_text import expected

from naskah.model.galat import NaskahError
from naskah.model.isi import Silang, Teks, isi
from naskah.model.naskah import Ayat, Naskah, Pasal
from naskah.rendering.html import render_html

VOID = {"meta"}


class Page(HTMLParser):
    """Text, ids and links of a page; fails when tags do not nest."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.terbuka: list[str] = []
        self.teks: list[str] = []
        self.ids: list[str] = []
        self.tautan: list[tuple[str, str]] = []
        self.tags: Counter[str] = Counter()
        self.feed(html)
        self.close()
        assert not self.terbuka

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        if tag not in VOID:
            self.terbuka.append(tag)
        atribut = dict(attrs)
        self.ids += [atribut["id"]] if "id" in atribut else []
        if tag == "a":
            self.tautan.append((atribut["href"], ""))
        assert not {"src", "onclick"} & set(atribut)

    def handle_endtag(self, tag: str) -> None:
        assert self.terbuka.pop() == tag

    def handle_data(self, data: str) -> None:
        data = data.replace("\u00a0", " ")
        if not {"style", "title"} & set(self.terbuka):
            self.teks.append(data)
        if self.terbuka and self.terbuka[-1] == "a":
            self.tautan[-1] = (self.tautan[-1][0], data)

    @property
    def words(self) -> str:
        return " ".join("".join(self.teks).split())


@pytest.mark.parametrize("nama", ["dua-pihak", "tiga-pihak", "empat-pihak", "bab", "sisipan", "kecil", "kotor"])
def test_every_line_of_the_tree_is_there_in_order(samples: dict[str, Naskah], nama: str) -> None:
    halaman, letak = Page(render_html(samples[nama])), 0
    batas = sum(len(baris) for baris in samples[nama].tanda_tangan)
    for satu in expected(samples[nama])[: -4 * batas]:
        # "key : value" is a definition list, a colon after a party's name comes from the style.
        potongan = [satu] if satu in halaman.words[letak:] else satu.split(" : ", 1)
        for bagian in potongan if satu != ":" else []:
            assert bagian in halaman.words[letak:], bagian
            letak = halaman.words.index(bagian, letak)


def test_references_are_links_to_where_they_say(samples: dict[str, Naskah]) -> None:
    halaman = Page(render_html(samples["dua-pihak"]))
    assert len(halaman.ids) == len(set(halaman.ids))
    assert {sasaran[1:] for sasaran, _ in halaman.tautan} <= set(halaman.ids)
    assert ("#lingkup", "Pasal 4") in halaman.tautan and ("#alat", "a") in halaman.tautan


def test_labels_become_ids_that_cannot_collide() -> None:
    label = ('a"><script>', "a b", "a_b", "a b_2")
    batang = tuple(
        Pasal(str(n), isi("J"), (Ayat(None, (Silang(x, f"Pasal {n}"),)),), x) for n, x in enumerate(label, 1)
    )
    html = render_html(replace_tree(make(2), batang=batang, setelah_pihak=()))
    halaman = Page(html)
    assert [sasaran[1:] for sasaran, _ in halaman.tautan] == halaman.ids and len(set(halaman.ids)) == 4
    assert "<script" not in html


def test_a_reference_to_no_label_is_text() -> None:
    halaman = Page(render_html(replace_tree(make(2), pembuka=(Teks("Lihat "), Silang("tak-ada", "Pasal 9")))))
    assert "Lihat Pasal 9" in halaman.words and "#tak-ada" not in dict(halaman.tautan)


def test_page_stands_alone_and_speaks_indonesian() -> None:
    html = render_html(make(2))
    assert html.startswith('<!DOCTYPE html>\n<html lang="id">') and '<meta charset="utf-8">' in html
    assert "@media print" in html and "215mm 330mm" in html
    assert not {"script", "link", "img"} & set(Page(html).tags)
    assert Page(html).tags["h1"] == 1 and Page(html).tags["h3"] == 13


def test_italics() -> None:
    assert "<i>Force Majeure</i>" in render_html(make(2))
    assert "<i>R &amp; D</i>" in render_html(replace_tree(make(2), pembuka=(Teks("R & D", miring=True),)))


def test_nasty_text_is_escaped() -> None:
    html = render_html(make_nasty())
    assert "A &amp; B &lt; C &gt; &quot;kutip&quot;" in html
    for satu in NASTY:
        assert " ".join(satu.split()) in Page(html).words


def test_control_characters_are_refused() -> None:
    with pytest.raises(NaskahError, match="memuat karakter kendali"):
        render_html(replace_tree(make(2), pembuka=isi("a\x00")))


def test_golden(snapshot) -> None:
    assert render_html(make_small()) == snapshot


@pytest.mark.parametrize("naskah", [make_annexed(2, 3, (2, 1)), make_alone(3, 1, (1,))], ids=["lampiran", "sendiri"])
def test_a_work_plan_is_a_real_table(naskah: Naskah) -> None:
    halaman = etree.fromstring(render_html(naskah).partition("<main>")[2].partition("</main>")[0].join(("<x>", "</x>")))
    (tabel,) = halaman.iter("table")
    tahun, pihak = len(naskah.lampiran[0].tabel.tahun), len(naskah.lampiran[0].tabel.pihak)
    kepala = tabel.find("thead").findall("tr")
    lebar = [sum(int(sel.get("colspan", 1)) for sel in baris) for baris in kepala]
    assert lebar == [7 + tahun + 2 * pihak, 2 * pihak, tahun + 2 * pihak, 7 + tahun + 2 * pihak]
    semua = tabel.find("tbody").findall("tr")
    assert [len(baris) for baris in semua][0] == 7 + tahun + 2 * pihak
    tanda = sum("".join(sel.itertext()) == "V" for sel in tabel.iter("td"))
    assert tanda == sum(len(k.tahun) for p in naskah.lampiran[0].tabel.program for k in p.kegiatan)
    bagian = list(halaman.iter("section"))[-1]
    assert (bagian.find(".//div[@class='tanda-tangan']") is None) is naskah.lampiran[0].sendiri
