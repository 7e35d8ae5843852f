"""Every document is sound; and the lint that says so sees each fault it looks for."""

import re
import zipfile
from io import BytesIO

import pytest
from docx_lint import lint
from openxml_audit import OpenXmlValidator
from rendered_docx import TEMPLATES, parts

SAMPLES = ("dua-pihak", "tiga-pihak", "empat-pihak", "bab", "sisipan", "kotor", "kecil")
# openxml-audit takes w:numId 0 for a missing list; in the standard it means "no number" (ECMA-376 17.9.18).
NO_NUMBER = "Numbering definition '0' referenced but not found"


def repack(isi: dict[str, bytes]) -> bytes:
    keluar = BytesIO()
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as berkas:
        for nama, data in isi.items():
            berkas.writestr(nama, data)
    return keluar.getvalue()


def break_part(docx: bytes, nama: str, lama: str, baru: str) -> bytes:
    isi = parts(docx)
    teks = isi[nama].decode()
    assert re.search(lama, teks, re.DOTALL), f"nothing to break in {nama}: {lama}"
    return repack(isi | {nama: re.sub(lama, baru, teks, count=1, flags=re.DOTALL).encode()})


@pytest.mark.parametrize("nama", SAMPLES)
def test_documents_are_sound(documents: dict[str, bytes], nama: str) -> None:
    assert lint(documents[nama], braces_are_text=nama == "kotor") == []


@pytest.mark.parametrize("nama", SAMPLES)
def test_documents_satisfy_the_schema(documents: dict[str, bytes], nama: str, tmp_path) -> None:
    berkas = tmp_path / f"{nama}.docx"
    berkas.write_bytes(documents[nama])
    salah = [str(satu) for satu in OpenXmlValidator().validate(str(berkas)).errors]
    assert [satu for satu in salah if NO_NUMBER not in satu] == []


@pytest.mark.parametrize("berkas", sorted(TEMPLATES.glob("*.docx")), ids=lambda satu: satu.stem)
def test_templates_satisfy_the_schema(berkas) -> None:
    assert [str(satu) for satu in OpenXmlValidator().validate(str(berkas)).errors] == []
    assert {satu.split(":")[0] for satu in lint(berkas.read_bytes())} == {"tag"}


DOC, NUM, STY, RELS, TYPES = (
    "word/document.xml",
    "word/numbering.xml",
    "word/styles.xml",
    "word/_rels/document.xml.rels",
    "[Content_Types].xml",
)


@pytest.mark.parametrize(
    ("aturan", "bagian", "lama", "baru"),
    [
        ("xml", DOC, "</w:body>", ""),
        ("table: a row spans", DOC, "<w:gridCol[^>]*/>", ""),
        ("table: a row spans", DOC, r'<w:gridSpan w:val="2"/>', ""),
        ("table: without rows", "word/footer_default.xml", "<w:tr>.*</w:tr>", ""),
        ("table: two tables", DOC, "</w:tbl>", "</w:tbl><w:tbl><w:tblGrid/><w:tr/></w:tbl>"),
        ("cell", DOC, r"(<w:tc>(?:(?!</w:tc>).)*)<w:p>(?:(?!</w:p>).)*</w:p></w:tc>", r"\1</w:tc>"),
        ("merge", DOC, "<w:tcPr>", "<w:tcPr><w:vMerge/>"),
        ("num: numId", STY, r'<w:numId w:val="1"/>', '<w:numId w:val="99"/>'),
        ("num: 1 points", NUM, r'(<w:num w:numId="1"><w:abstractNumId w:val=)"0"', r'\1"77"'),
        ("num: a paragraph", DOC, "</w:pPr>", '<w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
        ("style: Hilang", DOC, r'<w:pStyle w:val="Ayat"/>', '<w:pStyle w:val="Hilang"/>'),
        ("style: Pasal", STY, r'w:styleId="Pasal"', 'w:styleId="Lain"'),
        ("bookmark: ids", DOC, "<w:bookmarkEnd[^>]*/>", ""),
        ("bookmark: ids", DOC, r'(<w:bookmarkStart w:id=)"1002"', r'\1"1001"'),
        ("bookmark: name", DOC, "_Ref000001002", "_Ref000001001"),
        ("bookmark: name", DOC, "_Ref000001001", "_Ref" + "x" * 40),
        ("ref", DOC, r"REF _Ref\d+", "REF _Ref1"),
        ("field", DOC, '<w:fldChar w:fldCharType="separate"/>', ""),
        ("tag", DOC, "PARA PIHAK", "{{ lupa }}"),
        ("tag", DOC, "PARA PIHAK", "{%p endif %}"),
        ("rel: target", RELS, "styles.xml", "gaya.xml"),
        ("rel: external", RELS, 'Target="styles.xml"', 'Target="http://x.example/" TargetMode="External"'),
        ("rel: word/document.xml uses", DOC, 'r:id="header_first"', 'r:id="rId9"'),
        ("rel: id used twice", RELS, 'Id="header_first"', 'Id="styles"'),
        ("content-type", TYPES, '<Default Extension="xml"[^>]*/>(.*)<Override[^>]*styles.xml"[^>]*/>', r"\1"),
        ("content-type", TYPES, "/word/styles.xml", "/word/gaya.xml"),
        ("drawing", DOC, "<w:body>", '<w:body><w:p xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
         'wordprocessingDrawing"><wp:docPr id="1"/><wp:docPr id="1"/></w:p>'),
        ("block: a part", DOC, r"<w:p>(?:(?!</w:p>).)*</w:p><w:sectPr>", "<w:sectPr>"),
        ("block: text", DOC, "<w:r><w:t ", "<w:t "),
        ("block: a run", DOC, "<w:r><w:t ", "<w:r><w:r/><w:t "),
    ],
)  # fmt: skip
def test_lint_sees_an_injected_fault(
    documents: dict[str, bytes], aturan: str, bagian: str, lama: str, baru: str
) -> None:
    rusak = break_part(documents["tiga-pihak" if "gridSpan" in lama else "dua-pihak"], bagian, lama, baru)
    if aturan == "block: text":
        rusak = break_part(rusak, bagian, "</w:t></w:r>", "</w:t>")
    assert any(satu.startswith(aturan) for satu in lint(rusak)), lint(rusak)


def test_lint_sees_a_missing_and_a_doubled_media_type(documents: dict[str, bytes]) -> None:
    isi = parts(documents["dua-pihak"])
    assert any("has none" in satu for satu in lint(repack(isi | {"word/media/x.png": b""})))
