"""A template that would lose or break the text of a naskah makes none: `naskah susun` refuses it, fault by fault."""

import os
from pathlib import Path

import pytest
from rendered_docx import TEMPLATES
from sample_trees import make
from test_docx_lint import break_part

from naskah.model.galat import NaskahError
from naskah.rendering.docx import compile as compile_module
from naskah.rendering.docx import compile_template, render_docx
from naskah.rendering.template_check import check_template

PKS = (TEMPLATES / "perjanjian-kerja-sama.docx").read_bytes()
DOC, STY, KAKI = "word/document.xml", "word/styles.xml", "word/footer_default.xml"
P = r"<w:p>(?:(?!</w:p>).)*"


@pytest.fixture
def simpan(tmp_path: Path):
    def save(docx: bytes, nama: str = "perjanjian-kerja-sama.docx") -> Path:
        (tmp_path / nama).write_bytes(docx)
        return tmp_path / nama

    return save


def terlacak(tag: str) -> bytes:
    """The template as Word saves it when a tag was deleted while changes are tracked."""
    dalam = f'<w:del w:id="1" w:author="x"><w:r><w:delText>{tag}</w:delText></w:r></w:del>'
    pola = r"<w:r><w:t xml:space=\"preserve\">" + tag.replace("{", r"\{").replace("}", r"\}") + "</w:t></w:r>"
    return break_part(PKS, DOC, pola, dalam)


@pytest.mark.parametrize(
    ("docx", "pesan"),
    [
        (break_part(PKS, DOC, r'("Ayat"/></w:pPr>)<w:r>.*?</w:r>', r"\1"), "ayat tidak tercetak"),
        (break_part(PKS, DOC, r"\{\{r kesepakatan \}\}", ""), "kalimat kesepakatan tidak ada"),
        (break_part(PKS, DOC, P + r"for alinea in penutup.*?endfor(?:(?!</w:p>).)*</w:p>", ""), "penutup tidak ada"),
        (break_part(PKS, DOC, r"\{\{ nomor \}\}", ""), "nomor naskah tidak tercetak"),
        (break_part(PKS, DOC, "<w:tbl>(?:(?!</w:tbl>).)*pihak.*?</w:tbl>", ""), "tabel para pihak tidak ada"),
        (break_part(PKS, STY, '<w:style [^>]*w:styleId="Ayat".*?</w:style>', ""), "gaya “Ayat” dipakai tetapi tidak"),
        (break_part(PKS, STY, r'(w:styleId="Huruf">.*?)<w:numPr>.*?</w:numPr>', r"\1"), "Huruf tidak lagi bernomor"),
        (break_part(PKS, DOC, r"\{%p endfor %\}", ""), "tag for belum ditutup: tambahkan endfor"),
        (terlacak("{{r pembuka }}"), "tag pada “{{r pembuka }}” memuat penghapusan terlacak"),
    ],
    ids=["ayat", "kesepakatan", "penutup", "nomor", "pihak", "gaya", "nomor-huruf", "endfor", "terlacak"],
)  # fmt: skip
def test_a_template_that_loses_text_is_refused(simpan, docx: bytes, pesan: str) -> None:
    berkas = simpan(docx)
    with pytest.raises(NaskahError) as tertangkap:
        compile_template(berkas)
    assert any(pesan in satu.pesan for satu in tertangkap.value.galat), tertangkap.value
    assert {satu.berkas for satu in tertangkap.value.galat} == {str(berkas)}
    galat = [satu.pesan for satu in check_template(berkas) if satu.tingkat == "galat"]
    assert [satu.pesan for satu in tertangkap.value.galat] == galat, "periksa and susun say the same"


def test_all_faults_are_named_at_once(simpan) -> None:
    docx = break_part(break_part(PKS, DOC, r"\{\{r pembuka \}\}", ""), DOC, r"\{\{r kesepakatan \}\}", "")
    with pytest.raises(NaskahError, match=r"(?s)pembuka tidak ada.*kesepakatan tidak ada"):
        compile_template(simpan(docx))


def test_hints_refuse_nothing(simpan) -> None:
    berkas = simpan(break_part(PKS, DOC, ">TENTANG<", ">PERIHAL<"))
    assert [satu.tingkat for satu in check_template(berkas)] == ["saran"]
    assert render_docx(make(2), compile_template(berkas))


@pytest.mark.parametrize("nama", ["perjanjian-kerja-sama.docx", "milik-sendiri.docx"])
def test_missing_paraf_boxes_are_a_fault_of_a_naskah_that_has_paraf(simpan, nama: str) -> None:
    """Whatever the file is called; a naskah without paraf loses nothing. A PKS template is told so at once."""
    berkas = simpan(break_part(PKS, KAKI, "<w:tbl>.*</w:tbl>", ""), nama)
    assert [satu.tingkat for satu in check_template(berkas)] == ["galat" if nama.startswith("perj") else "saran"]
    templat = compile_template(berkas)
    assert render_docx(make(2, paraf=False), templat)
    with pytest.raises(NaskahError, match=f"{nama}: kotak paraf tidak ada pada kaki halaman biasa"):
        render_docx(make(2), templat)


def test_a_refusal_is_remembered_and_loads_no_parser(simpan, tmp_path: Path) -> None:
    """The second run reads it from the cache."""
    import subprocess
    import sys

    berkas = simpan(break_part(PKS, DOC, r"\{\{r pembuka \}\}", ""))
    kode = (
        "import sys; from pathlib import Path\n"
        "from naskah.model.galat import NaskahError; from naskah.rendering.docx import compile_template\n"
        "try: compile_template(Path(sys.argv[1]))\n"
        "except NaskahError as e: print(e, 'lxml' in sys.modules)"
    )
    alam = os.environ | {"XDG_CACHE_HOME": str(tmp_path), "PYTHONPATH": str(Path(__file__).parents[2] / "src")}
    perintah = [sys.executable, "-c", kode, str(berkas)]
    pertama, kedua = (
        subprocess.run(perintah, capture_output=True, text=True, check=True, env=alam).stdout for _ in "12"
    )
    assert pertama.endswith("True\n") and kedua.endswith("False\n")
    assert pertama.split(" True")[0] == kedua.split(" False")[0] and "pembuka tidak ada" in kedua


def test_a_mended_template_is_taken(simpan) -> None:
    berkas = simpan(break_part(PKS, DOC, r"\{\{r pembuka \}\}", ""))
    with pytest.raises(NaskahError):
        compile_template(berkas)
    berkas.write_bytes(PKS)
    compile_module._compile.cache_clear()
    assert render_docx(make(2), compile_template(berkas))


def test_output_that_only_some_naskah_break_is_never_written(simpan) -> None:
    """A tag that cuts a paragraph only where there are three parties: the sample of the check has two in its title."""
    sisip = '>{% if kepala.pihak|length == 3 %}{{ "&lt;/w:t&gt;"|safe }}{% endif %}TENTANG<'
    templat = compile_template(simpan(break_part(PKS, DOC, ">TENTANG<", sisip)))
    assert render_docx(make(2), templat)
    with pytest.raises(NaskahError, match=r"word/document.xml tidak utuh sesudah diisi"):
        render_docx(make(3), templat)
