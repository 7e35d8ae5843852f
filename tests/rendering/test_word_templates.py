"""The shipped templates: reproducible, lean, F4, Bookman Old Style; and Word may save them its own way."""

import re
import runpy
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from rendered_docx import TEMPLATES, W, iter_fields, parts, read, val
from sample_trees import make
from test_docx_lint import repack
from test_docx_text import expected, printed

from naskah.model.jenis import JenisNaskah
from naskah.rendering.docx import compile_template, render_docx
from naskah.rendering.docx.table_signatures import GAYA_PENANDATANGAN, GAYA_PENUTUP
from naskah.rendering.docx.work_plan_table import SEMUA_GAYA

SCRIPT = Path(__file__).parents[2] / "scripts" / "build_templates.py"
ALL = sorted(TEMPLATES.glob("*.docx"))


@pytest.fixture(params=ALL, ids=lambda satu: satu.stem)
def isi(request: pytest.FixtureRequest) -> dict[str, bytes]:
    return parts(request.param.read_bytes())


def test_every_kind_has_a_template() -> None:
    assert {satu.stem for satu in ALL} == {satu.value for satu in JenisNaskah}


def test_the_script_makes_the_committed_files(tmp_path: Path) -> None:
    """The same parts, in the same order; and twice the same bytes. (Deflated bytes differ between builds of zlib.)"""
    for folder in ("satu", "dua"):
        subprocess.run([sys.executable, str(SCRIPT), str(tmp_path / folder)], check=True)
    for satu in ALL:
        dibuat = (tmp_path / "satu" / satu.name).read_bytes()
        assert list(parts(dibuat).items()) == list(parts(satu.read_bytes()).items()), "run scripts/build_templates.py"
        assert dibuat == (tmp_path / "dua" / satu.name).read_bytes()


def test_lean(isi: dict[str, bytes]) -> None:
    """Only styles that something uses, and under 100 kB in all: docxtpl's time grows with the template."""
    gaya = {satu.get(f"{W}styleId") for satu in etree.fromstring(isi["word/styles.xml"]).iter(f"{W}style")}
    # What naskah writes itself.
    dipakai = {"Normal", "IstilahAsing", GAYA_PENUTUP, *GAYA_PENANDATANGAN, *SEMUA_GAYA}
    for satu in (data for nama, data in isi.items() if nama.startswith("word/") and nama.endswith(".xml")):
        for jenis in ("pStyle", "basedOn"):
            dipakai |= {unsur.get(f"{W}val") for unsur in etree.fromstring(satu).iter(f"{W}{jenis}")}
    assert gaya == dipakai
    assert sum(map(len, isi.values())) < 100_000


def test_f4_and_font(isi: dict[str, bytes]) -> None:
    ukuran = etree.fromstring(isi["word/document.xml"]).find(f".//{W}pgSz")
    milimeter = [round(int(ukuran.get(f"{W}{sisi}")) * 25.4 / 1440, 1) for sisi in ("w", "h")]
    assert sorted(milimeter) == [215, 330]
    bawaan = etree.fromstring(isi["word/styles.xml"]).find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    assert bawaan.find(f"{W}rFonts").get(f"{W}ascii") == "Bookman Old Style"
    assert (val(bawaan, "sz"), val(bawaan, "lang")) == ("24", "id-ID")
    assert val(etree.fromstring(isi["word/fontTable.xml"]), "font/altName") == "URW Bookman"


def test_word_asks_nothing_when_a_document_is_opened(isi: dict[str, bytes]) -> None:
    assert b"updateFields" not in isi["word/settings.xml"]
    assert not list(iter_fields(etree.fromstring(isi["word/document.xml"]))), "REF fields come with the naskah"


def test_page_number_on_every_page_but_the_first(isi: dict[str, bytes]) -> None:
    assert b'w:instr=" PAGE "' in isi["word/header_default.xml"]
    assert b"PAGE" not in isi["word/header_first.xml"] and b"<w:titlePg/>" in isi["word/document.xml"]


def test_styles_have_names_that_staff_understand(isi: dict[str, bytes]) -> None:
    akar = etree.fromstring(isi["word/styles.xml"])
    nama = {val(satu, "name") for satu in akar.iter(f"{W}style")}
    if b"Pasal" not in isi["word/numbering.xml"]:  # a Rencana Kerja of its own
        assert {"Judul Naskah", "Nomor Naskah", "Pembuka", "Isi Tabel RK", "Nama Penandatangan"} <= nama
        return
    harus = (
        "Judul Naskah,Nomor Naskah,Pembuka,Premis Huruf Kapital,Dasar Hukum,Pasal,Judul Pasal,Isi Pasal,Ayat,Definisi,"
        "Huruf,Angka,Huruf Kurung,Angka Kurung,Isian,Penutup Naskah,Nama Penandatangan,Paraf,Bab,Bagian,Paragraf"
    )
    assert set(harus.split(",")) <= nama


def as_word_saves(docx: bytes) -> bytes:
    """Cut every tag into several runs, with marks of spelling and revision between, and curl its quotes."""

    def cut(cocok: re.Match[str]) -> str:
        tengah = '</w:t></w:r><w:proofErr w:type="spellStart"/><w:r w:rsidRPr="00A1B2C3"><w:t xml:space="preserve">'
        return tengah.join(re.split(r"(?<=\{)(?=[{%])|(?<=[{%]p )|(?<= )(?=\w)|(?<=[%}])(?=\})", cocok[0]))

    def curl(cocok: re.Match[str]) -> str:
        return re.sub('"([^"]*)"', r"“\1”", cocok[0])

    isi = parts(docx)
    for nama in ("word/document.xml", "word/footer_default.xml", "word/footer_first.xml"):
        teks = isi[nama].decode()
        teks = re.sub(r"(?<=>)[^<>]*\{%[^<>]*(?=</w:t>)", curl, teks)
        teks = re.sub(r"\{[{%].*?[%}]\}", cut, teks)
        isi[nama] = teks.replace("<w:p>", '<w:p w:rsidR="00D4E5F6" w:rsidRDefault="00D4E5F6">').encode()
    return repack(isi)


@pytest.mark.parametrize("jumlah", (2, 3))
def test_a_template_saved_by_word_prints_the_same(tmp_path: Path, jumlah: int) -> None:
    berkas = tmp_path / "simpan.docx"
    berkas.write_bytes(as_word_saves((TEMPLATES / "perjanjian-kerja-sama.docx").read_bytes()))
    hasil = render_docx(make(jumlah), compile_template(berkas))
    assert printed(hasil) == expected(make(jumlah))
    assert [p.teks for p in read(hasil, "word/footer_first.xml") if p.teks][0] == "Paraf PIHAK KESATU"


def test_a_template_stored_without_compression_works(tmp_path: Path) -> None:
    berkas = tmp_path / "stored.docx"
    with zipfile.ZipFile(berkas, "w", zipfile.ZIP_STORED) as arsip:
        for nama, data in parts(ALL[0].read_bytes()).items():
            arsip.writestr(nama, data)
    assert printed(render_docx(make(2), compile_template(berkas))) == expected(make(2))


def test_braces_that_are_text(tmp_path: Path) -> None:
    """docxtpl's way to print braces: {_{ and }_}."""
    isi = parts(ALL[0].read_bytes())
    isi["word/document.xml"] = isi["word/document.xml"].replace(b">ANTARA<", b">{_{ ANTARA }_} {_% x %_}<")
    berkas = tmp_path / "kurung.docx"
    berkas.write_bytes(repack(isi))
    assert "{{ ANTARA }} {% x %}" in printed(render_docx(make(2), compile_template(berkas)))


def test_restyling_in_word_shows(tmp_path: Path) -> None:
    """The look lives in the styles: text carries no formatting of its own but that of foreign words."""
    akar = etree.fromstring(parts(render_docx(make(2), compile_template(ALL[0])))["word/document.xml"])
    sendiri = {satu.tag.removeprefix(W) for rpr in akar.iter(f"{W}rPr") for satu in rpr}
    assert sendiri <= {"rStyle"}
    assert {satu.tag.removeprefix(W) for ppr in akar.iter(f"{W}pPr") for satu in ppr} <= {"pStyle", "keepNext"}


def test_the_script_needs_no_installed_package() -> None:
    sys.path.insert(0, str(SCRIPT.parent))
    try:
        bagian = runpy.run_path(str(SCRIPT))["package"]()
    finally:
        sys.path.remove(str(SCRIPT.parent))
    assert "word/document.xml" in bagian
