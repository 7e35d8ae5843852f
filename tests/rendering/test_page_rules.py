"""What holds a page together: spaces that do not break, room for long keys, tables that follow the margins."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from docx_lint import lint
from lxml import etree
from rendered_docx import TEMPLATES, W, iter_fields, parts, read, text_of, val
from sample_trees import ayat, huruf, make, pasal, replace_tree, text
from test_docx_lint import break_part
from test_render_pdf import read_pages

from naskah.model.isi import Silang, Teks, isi, plain
from naskah.model.naskah import Ayat, Dasar, Isian, Naskah
from naskah.rendering.docx import compile_template, render_docx
from naskah.rendering.html import render_html
from naskah.rendering.no_break import bind, bind_text
from naskah.rendering.pdf import convert_pdf
from naskah.rendering.text import render_txt

DOC = "word/document.xml"
PKS = TEMPLATES / "perjanjian-kerja-sama.docx"


def document(naskah: Naskah) -> etree._Element:
    return etree.fromstring(parts(render_docx(naskah, compile_template(PKS)))[DOC])


def with_body(*semua: Ayat) -> Naskah:
    return replace_tree(make(2), batang=(pasal("1", "Satu", *semua, label="satu"),), setelah_pihak=())


# Spaces


@pytest.mark.parametrize(
    ("teks", "harap"),
    [
        ("pada ayat (1) dan ayat (2a)", "pada ayat~(1) dan ayat~(2a)"),
        ("Pasal 6 ayat (1) huruf a angka 2", "Pasal~6 ayat~(1) huruf~a angka~2"),
        ("huruf aa dan huruf b.", "huruf~aa dan huruf~b."),
        ("selama 2 (dua) tahun, 14 (empat belas) hari", "selama 2~(dua) tahun, 14~(empat belas) hari"),
        ("sebesar Rp 5.000", "sebesar Rp~5.000"),
        ("Rp250.000.000,00 (dua ratus lima puluh juta rupiah)", "Rp250.000.000,00 (dua ratus lima puluh juta rupiah)"),
        ("huruf di atas, huruf kapital, ayat tersebut", "huruf di atas, huruf kapital, ayat tersebut"),
        ("2 (2) lapis; seayat (1)", "2 (2) lapis; seayat (1)"),
    ],
)
def test_numbers_are_bound_to_their_words(teks: str, harap: str) -> None:
    assert bind_text(teks).replace("\u00a0", "~") == harap


def test_a_reference_is_bound_to_the_word_before_it() -> None:
    asal = (Teks("Lihat "), Silang("a", "Pasal 6"), Teks(" ayat "), Silang("b", "(1)"), Teks(" di sini"))
    assert plain(bind(asal)).replace("\u00a0", "~") == "Lihat Pasal~6 ayat~(1) di sini"
    assert bind(isi("Lihat angka ")) == isi("Lihat angka "), "nothing follows"


def test_word_and_html_bind_and_plain_text_does_not() -> None:
    naskah = with_body(
        ayat("1", "Selama 5 (lima) tahun.", label="masa"), ayat("2", "Lihat [satu|Pasal 1] ayat [masa|(1)].")
    )
    akar = document(naskah)
    semua = "".join(akar.itertext(f"{W}t"))
    assert "5\u00a0(lima)" in semua and "ayat\u00a0(1)" in semua
    assert "5\u00a0(lima)" in render_html(naskah) and "\u00a0" not in render_txt(naskah)
    assert [teks for _, teks in iter_fields(akar)] == ["Pasal\u00a01", "(1)"]


# A Rencana Kerja of its own has no pasal to number.
@pytest.mark.parametrize(
    "berkas", [satu for satu in sorted(TEMPLATES.glob("*.docx")) if satu.stem != "rencana-kerja"], ids=lambda s: s.stem
)
def test_word_computes_the_same_space_as_is_printed(berkas: Path) -> None:
    """A REF field takes its text from the number of the list."""
    assert 'w:val="Pasal\u00a0%1"' in parts(berkas.read_bytes())["word/numbering.xml"].decode()


# Particulars


def contacts(*kunci: str) -> Naskah:
    semua = tuple(Isian(satu, text("isi")) for satu in kunci)
    return with_body(Ayat("1", text("Kepada:"), (huruf("a", "PIHAK:", isian=semua),)))


def columns(naskah: Naskah) -> list[tuple[int, int, list[str]]]:
    baris = [p for p in document(naskah).iter(f"{W}p") if (val(p, "pPr/pStyle") or "").startswith("Isian")]
    hasil = []
    for satu in baris:
        ind = satu.find(f"{W}pPr/{W}ind")
        tab = [f"{t.get(f'{W}val')} {t.get(f'{W}pos')}" for t in satu.iter(f"{W}tab") if t.get(f"{W}pos")]
        hasil.append((int(ind.get(f"{W}left")), int(ind.get(f"{W}hanging")), tab) if ind is not None else (0, 0, tab))
    return hasil


def test_short_keys_stay_where_their_style_has_them() -> None:
    assert columns(contacts("Alamat", "Narahubung")) == [(0, 0, [])] * 2


def test_a_long_key_widens_the_column_of_all() -> None:
    satu, dua = columns(contacts("Alamat", "Pejabat Penghubung"))
    assert satu == dua
    kiri, gantung, tab = satu
    assert kiri - gantung == 1247, "the lines begin where their style begins"
    assert 2400 < gantung < 3300
    assert tab == ["clear 2918", "clear 3118", f"left {kiri - 200}", f"left {kiri}"]
    assert lint(render_docx(contacts("Alamat", "Pejabat Penghubung"), compile_template(PKS))) == []


def test_other_pasal_keep_their_column() -> None:
    def satu(n: str, kunci: str) -> object:
        return pasal(n, "J", Ayat(None, text("Isi:"), isian=(Isian(kunci, text("x")),)))

    naskah = replace_tree(make(2), batang=(satu("1", "Alamat"), satu("2", "Pejabat Penghubung")), setelah_pihak=())
    pendek, panjang = columns(naskah)
    assert pendek == (0, 0, []) and panjang[1] > 2400


def test_a_restyled_line_widens_from_where_it_begins(tmp_path: Path) -> None:
    ubah = break_part(
        PKS.read_bytes(), "word/styles.xml", 'w:left="3118" w:hanging="1871"', 'w:left="2871" w:hanging="1871"'
    )
    (tmp_path / "t.docx").write_bytes(ubah)
    hasil = render_docx(contacts("Pejabat Penghubung"), compile_template(tmp_path / "t.docx"))
    ind = next(p for p in read(hasil) if p.gaya == "IsianHuruf").xml.find(f"{W}pPr/{W}ind")
    assert int(ind.get(f"{W}left")) - int(ind.get(f"{W}hanging")) == 1000


def test_particulars_stand_close_and_end_with_the_space_of_a_paragraph() -> None:
    gaya = etree.fromstring(parts(PKS.read_bytes())["word/styles.xml"])
    for satu in gaya.iter(f"{W}style"):
        if satu.get(f"{W}styleId") in ("Isian", "IsianAyat", "IsianHuruf"):
            assert satu.find(f"{W}pPr/{W}contextualSpacing") is not None
            assert satu.find(f"{W}pPr/{W}spacing").get(f"{W}after") == "120"


# Lists of one


def test_a_legal_basis_alone_is_not_numbered() -> None:
    naskah = replace_tree(make(2), dasar=(Dasar(text("Memperhatikan:"), (text("Surat Edaran Nomor 1."),)),))
    baris = [p for p in read(render_docx(naskah, compile_template(PKS))) if p.gaya == "DasarHukum"]
    assert [(p.nomor, p.teks) for p in baris] == [("", "Surat Edaran Nomor 1.")]
    assert "\n\nSurat Edaran Nomor 1.\n\n" in render_txt(naskah)
    assert "<p>Memperhatikan:</p>\n<p>Surat Edaran Nomor 1.</p>" in render_html(naskah)


# The end of the text, and the tables


def test_no_more_than_two_lines_are_kept_with_the_closing() -> None:
    """A chain over a long list would push whole pages."""
    butir = tuple(huruf("abcdefgh"[n], f"butir {n};") for n in range(8))
    for semua, lekat in (
        ((ayat("1", "Satu."), ayat("2", "Dua."), ayat("3", "Tiga.")), ["Dua.", "Tiga."]),
        ((ayat("1", "Satu."), Ayat("2", text("Dua:"), butir)), ["Dua:", "butir 6;", "butir 7;"]),
        ((Ayat("1", text("Satu:"), isian=(Isian("Surel", text("x")),)),), ["Satu:", "Surel\t:\tx"]),
    ):
        ada = [
            text_of(p) for p in document(with_body(*semua)).iter(f"{W}p") if p.find(f"{W}pPr/{W}keepNext") is not None
        ]
        assert ada == lekat


@pytest.fixture(scope="module")
def halaman(tmp_path_factory: pytest.TempPathFactory) -> dict[int, list[str]]:
    """The same agreement, longer by one ayat each time, so that the signatures move over a page."""
    folder = tmp_path_factory.mktemp("akhir")
    for n in range(1, 27):
        naskah = with_body(*(ayat(str(i), f"Ayat pengisi nomor {i} yang terakhir.") for i in range(1, n + 1)))
        naskah = replace(naskah, premis=None, dasar=())
        (folder / f"{n}.docx").write_bytes(render_docx(naskah, compile_template(PKS)))
    pdf = convert_pdf([folder / f"{n}.docx" for n in range(1, 27)], folder)
    return {int(satu.stem): read_pages(satu) for satu in pdf}


def test_signatures_never_stand_on_a_page_without_an_ayat(halaman: dict[int, list[str]]) -> None:
    assert len({len(satu) for satu in halaman.values()}) > 1, "the filler moves them over a page"
    for n, semua in halaman.items():
        tanda = next(satu for satu in semua if "PIHAK KEDUA," in satu)
        assert f"Ayat pengisi nomor {n} yang terakhir." in tanda


def test_a_party_stays_whole_on_a_page(tmp_path: Path) -> None:
    """A lone line of a komparisi on a new page: no row of the table splits."""
    tabel = next(document(make(3)).iter(f"{W}tbl"))
    assert all(satu.find(f"{W}trPr/{W}cantSplit") is not None for satu in tabel.iter(f"{W}tr"))


def test_tables_follow_changed_margins(tmp_path: Path) -> None:
    """Widths are shares of the text's width: nothing of a table stands outside narrower text."""
    akar = document(make(2))
    for tabel in akar.iter(f"{W}tbl"):
        lebar = [*tabel.findall(f"{W}tblPr/{W}tblW"), *tabel.iter(f"{W}tcW")]
        assert {satu.get(f"{W}type") for satu in lebar} == {"pct"}
    docx = break_part(
        PKS.read_bytes(), DOC, r'w:right="1418"( w:bottom="1418") w:left="1701"', r'w:right="3402"\1 w:left="3402"'
    )
    (tmp_path / "t.docx").write_bytes(docx)
    (tmp_path / "a.docx").write_bytes(render_docx(make(2), compile_template(tmp_path / "t.docx")))
    (pdf,) = convert_pdf([tmp_path / "a.docx"], tmp_path)
    assert max(right_edges(pdf)) <= (12189 - 3402) / 20 + 2


def right_edges(pdf: Path) -> list[float]:
    """Where the words of the first two pages end, in points from the left."""
    import subprocess

    perintah = ["pdftotext", "-bbox", "-l", "2", str(pdf), "-"]
    teks = subprocess.run(perintah, capture_output=True, text=True, check=True).stdout
    return [float(satu) for satu in re.findall(r'xMax="([\d.]+)" yMax="[\d.]+">(?!Paraf|PIHAK|KE)', teks)]
