"""Adenda and comparisons as files: sound Word files, quotations in their place, goldens of text and page."""

import subprocess
from pathlib import Path

import pytest
from docx_lint import lint
from lxml import etree
from openxml_audit import OpenXmlValidator
from rendered_docx import TEMPLATES, W, parts, read
from sample_trees import ayat, huruf, make, make_inserted, pasal, replace_tree, text

from naskah.assembly.sandingan import Sandingan, Versi, compare
from naskah.model.galat import NaskahError
from naskah.model.jenis import JenisNaskah
from naskah.model.naskah import Ayat, Isian, Kepala, Naskah, Rincian, Tingkat
from naskah.rendering.docx import compile_template, render_docx
from naskah.rendering.docx.sandingan import render_docx_sandingan
from naskah.rendering.docx.typed_numbers import indent_typed
from naskah.rendering.html import render_html
from naskah.rendering.sandingan import render_html as render_table
from naskah.rendering.sandingan import render_sandingan
from naskah.rendering.sandingan import render_txt as render_columns
from naskah.rendering.text import LEBAR, render_txt

NO_NUMBER = "Numbering definition '0' referenced but not found"


def change(nomor: str, kalimat: str, *kutipan) -> Rincian:
    return Rincian(Tingkat.ANGKA, nomor, text(kalimat), kutipan=kutipan)


def make_adendum() -> Naskah:
    """An adendum that quotes a pasal, an ayat with a list, an item, and particulars."""
    dasar = make(2, jenis=JenisNaskah.ADENDUM)
    kepala = Kepala(
        "ADENDUM KEDUA", dasar.kepala.pihak, dasar.kepala.tentang, ("1/A", "2/B"), (), "PERJANJIAN KERJA SAMA"
    )
    alamat = Rincian(Tingkat.HURUF, "a", text("PIHAK KESATU:"), isian=(Isian("Alamat", text("Jalan Baru")),))
    satu = pasal(
        "I",
        "",
        ayat(
            None,
            "Beberapa ketentuan diubah sebagai berikut:",
            change(
                "1",
                "Ketentuan Pasal 2 ayat (1) diubah:",
                ayat("1", "Berbunyi:", huruf("a", "satu; dan"), huruf("b1", "dua.")),
            ),
            change(
                "2",
                "Di antara Pasal 6 dan Pasal 7 disisipkan Pasal 6A:",
                pasal("6A", "Biaya", ayat(None, "Ditanggung.")),
            ),
            change("3", "Ketentuan Pasal 3 ayat (2) huruf a diubah:", alamat),
            change("4", "Ketentuan Pasal 9 dihapus."),
        ),
    )
    dua = pasal("II", "", ayat("1", "Tetap berlaku."), ayat("2", "Mulai berlaku."))
    return replace_tree(dasar, kepala=kepala, batang=(satu, dua), dasar=(), setelah_pihak=())


@pytest.fixture(scope="module")
def adendum() -> bytes:
    return render_docx(make_adendum(), compile_template(TEMPLATES / "adendum.docx"))


@pytest.fixture(scope="module")
def sandingan() -> Sandingan:
    semula = make(2)
    baru = list(semula.batang)
    baru[5] = pasal(
        "6", "Jangka Waktu", ayat("1", "Kerja sama ini berlaku selama 7 (tujuh) tahun."), ayat("2", "Baru & <b>.")
    )
    return compare(Versi("lama", semula), Versi("baru", replace_tree(semula, batang=tuple(baru))))


def validate(docx: bytes, berkas: Path) -> list[str]:
    berkas.write_bytes(docx)
    return [s for s in map(str, OpenXmlValidator().validate(str(berkas)).errors) if NO_NUMBER not in s]


def test_the_word_files_are_sound(adendum, sandingan, tmp_path) -> None:
    for nama, docx in {"adendum": adendum, "sandingan": render_docx_sandingan(sandingan)}.items():
        assert lint(docx) == []
        assert [s for s in validate(docx, tmp_path / f"{nama}.docx") if "/word/styles.xml" not in s] == []


def test_an_adendum_in_word_reads_as_its_tree(adendum) -> None:
    baris = [(p.gaya, p.teks) for p in read(adendum) if p.gaya and p.gaya.startswith(("Kutipan", "Definisi"))]
    assert [gaya for gaya, _ in baris] == [
        "Definisi", "Kutipan1", "Kutipan2", "Kutipan2", "Definisi", "KutipanPasal", "KutipanJudulPasal", "KutipanIsi",
        "Definisi", "Kutipan1", "KutipanIsian", "Definisi",
    ]  # fmt: skip
    teks = [t.replace("\u00a0", " ") for _, t in baris]
    assert teks[1].startswith("(1)") and "b1." in teks[3] and teks[5] == "Pasal 6A"


def test_an_adendum_as_text(snapshot) -> None:
    teks = render_txt(make_adendum())
    assert max(map(len, teks.splitlines())) <= LEBAR
    assert teks == snapshot


def test_an_adendum_as_a_page(snapshot) -> None:
    halaman = render_html(make_adendum())
    assert halaman.count("<blockquote>") == 3
    assert halaman.partition("</style>")[2] == snapshot


def test_a_quotation_names_no_anchor_of_the_page() -> None:
    halaman = render_html(make_adendum())
    kutipan = halaman.partition("<blockquote>")[2].partition("</blockquote>")[0]
    assert " id=" not in kutipan


def test_a_template_that_would_lose_a_quotation_is_refused() -> None:
    with pytest.raises(NaskahError, match="kutipan-1: tambahkan .*kutipan-pasal.*kepala.atas") as info:
        render_docx(make_adendum(), compile_template(TEMPLATES / "perjanjian-kerja-sama.docx"))
    assert "perjanjian-kerja-sama.docx" in str(info.value)


def test_a_typed_number_keeps_the_indent_of_its_level() -> None:
    docx = render_docx(make_inserted(), compile_template(TEMPLATES / "perjanjian-kerja-sama.docx"))
    akar = etree.fromstring(parts(docx)["word/document.xml"])
    lekuk = {}
    for p in akar.iter(f"{W}p"):
        if (nomor := p.find(f"{W}pPr/{W}numPr/{W}numId")) is not None and nomor.get(f"{W}val") == "0":
            ind = p.find(f"{W}pPr/{W}ind")
            lekuk[p.find(f"{W}pPr/{W}pStyle").get(f"{W}val")] = None if ind is None else ind.get(f"{W}left")
    assert lekuk["Ayat"] == "680" and lekuk["HurufPasal"] == "567" and lekuk["Pasal"] is None


def test_a_style_without_indent_or_unknown_is_left_alone() -> None:
    xml = '<w:p><w:pPr><w:pStyle w:val="X"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:p>'
    assert indent_typed(xml, "<w:styles/>") == xml
    gaya = '<w:style w:styleId="X"><w:basedOn w:val="X"/></w:style>'
    assert indent_typed(xml, gaya) == xml


def test_the_comparison_is_landscape_f4_with_a_repeated_header(sandingan) -> None:
    akar = etree.fromstring(parts(render_docx_sandingan(sandingan))["word/document.xml"])
    ukuran = akar.find(f".//{W}pgSz")
    assert [round(int(ukuran.get(f"{W}{s}")) * 25.4 / 1440) for s in ("w", "h")] == [330, 215]
    assert ukuran.get(f"{W}orient") == "landscape"
    baris = akar.findall(f".//{W}tr")
    assert [b.find(f"{W}trPr/{W}tblHeader") is not None for b in baris].index(False) == 1
    assert sum(int(g.get(f"{W}w")) for g in akar.iter(f"{W}gridCol")) <= 18709 - 2 * 1134
    assert render_docx_sandingan(sandingan) == render_docx_sandingan(sandingan)


def test_words_that_differ_are_marked_in_word(sandingan) -> None:
    akar = etree.fromstring(parts(render_docx_sandingan(sandingan))["word/document.xml"])
    tanda = {"KataHapus": [], "KataBaru": []}
    for r in akar.iter(f"{W}r"):
        gaya = r.find(f"{W}rPr/{W}rStyle")
        if gaya is not None:
            tanda[gaya.get(f"{W}val")].append("".join(t.text for t in r.iter(f"{W}t")))
    # A number stays on the line of its words.
    assert tanda["KataHapus"][0] == "5\u00a0(lima)" and tanda["KataBaru"][0] == "7\u00a0(tujuh)"
    assert "Baru & <b>." in tanda["KataBaru"][-1]


def test_the_comparison_as_text_and_page(sandingan, snapshot) -> None:
    assert render_columns(sandingan) == snapshot(name="txt")
    assert render_table(sandingan).partition("</style>")[2] == snapshot(name="html")


@pytest.mark.parametrize("akhiran", ["docx", "html", "txt"])
def test_every_form_of_the_comparison_holds_both_sides(sandingan, akhiran) -> None:
    data = render_sandingan(sandingan, akhiran)
    isi = parts(data)["word/document.xml"] if akhiran == "docx" else data
    for kata in (b"lama", b"baru", b"JANGKA WAKTU" if akhiran != "x" else b""):
        assert kata.lower() in isi.lower()


def test_nasty_text_stays_text_in_the_comparison(samples, tmp_path) -> None:
    hasil = compare(Versi("a", samples["kotor"]), Versi("b", samples["dua-pihak"]), semua=True)
    docx = render_docx_sandingan(hasil)
    assert lint(docx, braces_are_text=True) == []
    assert "<b>" not in render_table(hasil).partition("</style>")[2]


def long(pasal_banyak: int) -> Naskah:
    isi = "Para petugas mencatat setiap perubahan debit, tekanan, dan mutu air pada buku kendali " * 5
    batang = tuple(
        pasal(str(i), "Judul", *(Ayat(str(n), text(f"{isi} {i} {n}.")) for n in range(1, 9)), label=f"p{i}")
        for i in range(1, pasal_banyak + 1)
    )
    return replace_tree(make(2), batang=batang, setelah_pihak=())


def work(pasal_banyak: int) -> int:
    """Bytes written and units compared, as a measure that no busy machine disturbs."""
    semula, baru = long(pasal_banyak), long(pasal_banyak)
    hasil = compare(Versi("a", semula), Versi("b", baru), semua=True)
    return len(hasil.baris) + len(parts(render_docx_sandingan(hasil))["word/document.xml"])


def test_the_comparison_grows_with_the_text_and_no_faster() -> None:
    satu, dua, empat = (work(n) for n in (20, 40, 80))
    assert abs((empat - dua) / (dua - satu) - 2) < 0.1


def test_the_pdf_of_an_adendum_shows_title_changes_and_paraf(adendum, tmp_path) -> None:
    from naskah.rendering.pdf import convert_pdf

    (tmp_path / "a.docx").write_bytes(adendum)
    convert_pdf([tmp_path / "a.docx"], tmp_path)
    teks = subprocess.run(["pdftotext", "-layout", tmp_path / "a.pdf", "-"], capture_output=True, text=True, check=True)
    kata = " ".join(teks.stdout.split())
    assert kata.startswith("ADENDUM KEDUA ATAS PERJANJIAN KERJA SAMA ANTARA")
    for harus in ("Pasal I Beberapa", "1. Ketentuan Pasal 2 ayat (1) diubah: (1) Berbunyi: a. satu; dan b1. dua.",
                  "Pasal 6A BIAYA Ditanggung.", "Pasal II (1) Tetap berlaku.", "Paraf PIHAK KESATU"):  # fmt: skip
        assert harus in kata, harus


def test_ayat_are_paired_by_number_and_new_ones_stand_where_they_are_read() -> None:
    def make_one(*isi: tuple[str, str]) -> Naskah:
        return replace_tree(make(2), batang=(pasal("1", "Isi", *(ayat(n, t) for n, t in isi), label="isi"),))

    semula = make_one(("1", "Satu."), ("2", "Dua."), ("3", "Tiga."))
    baru = make_one(("1", "Satu baru."), ("1a", "Sisipan."), ("2", "Dua baru."), ("4", "Empat."))
    baris = [b for b in compare(Versi("a", semula), Versi("b", baru)).baris if not b.judul]
    sisi = [(b.semula[0].tanda if b.semula else "", b.menjadi[0].tanda if b.menjadi else "") for b in baris[-5:]]
    assert sisi == [("(1)", "(1)"), ("", "(1a)"), ("(2)", "(2)"), ("(3)", ""), ("", "(4)")]
    assert [b.keterangan for b in baris[-5:]] == ["diubah", "disisipkan", "diubah", "dihapus", "disisipkan"]
