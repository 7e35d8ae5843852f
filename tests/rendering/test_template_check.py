"""What `naskah templat periksa` says of a template that was changed: each fault named, with its remedy."""

import re
import zipfile
from pathlib import Path

import pytest
from rendered_docx import TEMPLATES, parts
from test_docx_lint import break_part, repack
from test_word_templates import as_word_saves

from naskah.rendering.template_check import check_template

PKS = (TEMPLATES / "perjanjian-kerja-sama.docx").read_bytes()
DOC, STY, NUM, SET = "word/document.xml", "word/styles.xml", "word/numbering.xml", "word/settings.xml"
TYPES = "[Content_Types].xml"
RELS = "word/_rels/document.xml.rels"
P = r"<w:p>(?:(?!</w:p>).)*"
END = "</w:t></w:r></w:p>"


@pytest.fixture
def periksa(tmp_path: Path):
    def check(docx: bytes, nama: str = "perjanjian-kerja-sama.docx") -> list[str]:
        (tmp_path / nama).write_bytes(docx)
        hasil = check_template(tmp_path / nama)
        assert all(satu.berkas == str(tmp_path / nama) for satu in hasil)
        return [f"{'Saran: ' * (satu.tingkat == 'saran')}{satu.pesan}" for satu in hasil]

    return check


@pytest.mark.parametrize("berkas", sorted(TEMPLATES.glob("*.docx")), ids=lambda satu: satu.stem)
def test_shipped_templates_are_fit(berkas: Path) -> None:
    assert check_template(berkas) == []


def test_a_template_saved_by_word_is_fit(periksa) -> None:
    assert periksa(as_word_saves(PKS)) == []


@pytest.mark.parametrize(
    ("bagian", "lama", "baru", "pesan"),
    [
        # what is printed
        (DOC, r"\{\{r pembuka \}\}", "", "pembuka tidak ada: tambahkan {{r pembuka }}"),
        (DOC, r"\{\{r kepala.tentang \}\}", "", "judul pada kepala tidak tercetak: tambahkan {{r kepala.tentang }}"),
        (DOC, P + r"for gaya, tanda, isi in batang.*?\{%p endif %\}</w:t></w:r></w:p>" + P + r"\{%p endfor %\}" + END,
         "", "daftar pasal tidak ada: tambahkan {%p for gaya, tanda, isi in batang %}"),
        (DOC, 'p elif gaya == "huruf" %}', 'p elif gaya == "hurup" %}',
         'huruf tidak tercetak: tambahkan {%p elif gaya == "huruf" %} lalu {{r isi }}'),
        (DOC, 'premis.gaya == "romawi"', 'premis.gaya == "rumawi"', "cabang premis bergaya “romawi” tidak ada"),
        (DOC, r"\{\{r baris.kanan.nama \}\}", "", "nama penandatangan di kolom kanan tidak tercetak"),
        (DOC, r"\{\{ tanda \}\}", "", "kunci isian di bawah pasal tidak tercetak"),
        # tags
        (DOC, r"\{%p endfor %\}", "", "tag for belum ditutup: tambahkan endfor"),
        (DOC, r"\{%p if logo %\}", "", "tag endif tidak mempunyai pembuka"),
        (DOC, r"\{%p if logo %\}", "{%p jika logo %}", "tag jika bukan tag yang dikenal; pakai if, for, atau set"),
        (DOC, r"\{\{r pembuka \}\}", "{{r pembuka", "tag tidak utuh pada “{{r pembuka”"),
        (DOC, r"\{\{r pembuka \}\}", "pembuka }}", "“}}” tanpa pasangannya"),
        (DOC, r"\{\{r pembuka \}\}", "{{r pembuka pembuka }}", "tag tertulis kurang tepat"),
        (DOC, r"\{\{r pembuka \}\}", "{{r pembuka|besar }}", "tag besar tidak dikenal"),
        (DOC, r"\{\{r pembuka \}\}", "{{r pembukaan }}",
         "nama “pembukaan” dalam tag tidak dikenal; mungkin maksudnya “pembuka”"),
        (DOC, r"kepala\.jenis", "kepala.jenisnya",
         "nama “.jenisnya” dalam tag tidak dikenal; mungkin maksudnya “jenis”"),
        (DOC, r"\{%p if logo %\}", "Logo: {%p if logo %}", "tulisan “Logo:” hilang, sewadah dengan tag {%p if logo %}"),
        (DOC, r"(\{%tr for p in pihak %\}</w:t></w:r></w:p>)", r"\1<w:p><w:r><w:t>catatan</w:t></w:r></w:p>",
         "tulisan “catatan” hilang, sewadah dengan tag {%tr for p in pihak %}"),
        # styles and numbers
        (DOC, '<w:pStyle w:val="Ayat"/>', '<w:pStyle w:val="AyatBaru"/>', "gaya “AyatBaru” dipakai tetapi tidak ada"),
        (STY, '<w:style [^>]*w:styleId="IstilahAsing".*?</w:style>', "",
         "gaya “IstilahAsing” dipakai tetapi tidak ada"),
        (STY, r'(w:styleId="Huruf">.*?)<w:numPr>.*?</w:numPr>', r"\1", "gaya Huruf tidak lagi bernomor"),
        (STY, r'(w:styleId="HurufPasal">.*?)"Huruf"', r'\1"Angka"',
         "gaya Huruf Pasal tidak bernomor seperti gaya Huruf"),
        (NUM, r"\(%2\)", "%2.", "nomor gaya Ayat tercetak “%.” (decimal), seharusnya “(%)” (decimal)"),
        (NUM, "Pasal\u00a0%1", "PASAL %1", "nomor gaya Pasal tercetak “PASAL %”"),
        (NUM, r'(<w:numFmt w:val=)"lowerLetter"(/><w:pStyle w:val="Huruf")', r'\1"decimal"\2',
         "nomor gaya Huruf tercetak"),
        (STY, r'(w:styleId="Ayat">.*?)<w:ilvl w:val="1"/><w:numId w:val="1"/>', r'\1<w:numId w:val="4"/>',
         "gaya Ayat harus berada di bawah gaya Pasal dalam satu daftar bertingkat"),
        (DOC, '<w:pStyle w:val="DasarHukum"/>', '<w:pStyle w:val="Ayat"/>', None),
        (DOC, '<w:pStyle w:val="DasarHukum"/>', '<w:pStyle w:val="Pembuka"/>',
         "butir dasar hukum tidak bernomor 1., 2., 3."),
        (DOC, '<w:pStyle w:val="NomorPihakRomawi"/>', '<w:pStyle w:val="NamaPihak"/>',
         "nomor para pihak bergaya “romawi” tidak bernomor"),
        # order, once, fixed words
        (DOC, "(" + P + r"\{\{r pembuka \}\}.*?</w:p>)(.*?</w:tbl>)", r"\2\1",
         "tabel para pihak tercetak sebelum pembuka; pindahkan"),
        (DOC, "(" + P + "for gaya, tanda, isi in batang.*)(" + P + "for alinea in penutup.*?endfor.*?</w:p>)", r"\2\1",
         "penutup tercetak sebelum daftar pasal"),
        (DOC, "(" + P + r"\{\{r pembuka \}\}.*?</w:p>)", r"\1\1", "pembuka tercetak 2 kali; sisakan satu"),
        (DOC, r"(" + P + r"\{\{r kesepakatan \}\}.*?</w:p>)", r"\1\1", "kalimat kesepakatan tercetak 2 kali"),
        (DOC, ">ANTARA<", ">DENGAN<", "Saran: kata “ANTARA” pada kepala berubah"),
        (DOC, ">TENTANG<", "><", "Saran: kata “TENTANG” pada kepala berubah"),
        (DOC, ">NOMOR: <", ">No. <", "Saran: kata “NOMOR:” di depan nomor naskah berubah"),
        ("word/header_default.xml", "<w:fldSimple.*?</w:fldSimple>", "", "Saran: nomor halaman tidak ada"),
        # footer, page, package
        ("word/footer_first.xml", r"\{\{ nama \}\}", "", "kotak paraf tidak ada pada kaki halaman pertama"),
        ("word/footer_default.xml", "<w:tbl>.*</w:tbl>", "", "kotak paraf tidak ada pada kaki halaman biasa"),
        (DOC, '<w:footerReference w:type="first"[^>]*/>', "", "kotak paraf tidak ada pada kaki halaman pertama"),
        (DOC, r"<w:pgSz [^>]*/>", '<w:pgSz w:w="11906" w:h="16838"/>', "Saran: ukuran kertas 210 x 297 mm, bukan F4"),
        (DOC, '<w:trPr><w:cantSplit/></w:trPr>(<w:tc>(?:(?!</w:tc>).)*"NamaPenandatangan")',
         r"\1",
         "Saran: baris tanda tangan dapat terpotong"),
        (DOC, P + r"\{\{r alinea \}\}(?:(?!</w:p>).)*</w:p>(" + P + r"\{%p endfor %\}</w:t></w:r></w:p></w:tc>)", r"\1",
         "ada sel tabel tanpa paragraf"),
        (DOC, "<w:r><w:t ", '<w:ins w:id="1" w:author="x"/><w:r><w:t ', "Saran: templat memuat perubahan terlacak"),
        (TYPES, "document.main[+]xml", "template.main+xml", "bukan dokumen Word biasa"),
        (SET, "<w:compat>", "<w:updateFields/><w:compat>", "Saran: setelan updateFields"),
        (SET, "<w:compat>", "<w:documentProtection/><w:compat>", "Saran: templat terkunci"),
        (RELS, "</Relationships>", '<Relationship Id="x" Type="http://x/attachedTemplate" Target="file:///C:/a.dotm" '
         'TargetMode="External"/></Relationships>', "menunjuk berkas di luar (attachedTemplate: file:///C:/a.dotm)"),
        (RELS, "</Relationships>", '<Relationship Id="x" Type="http://x/hyperlink" Target="https://a.example" '
         'TargetMode="External"/></Relationships>', None),
        (STY, "</w:styles>", "", "bagian word/styles.xml rusak"),
        (DOC, "</w:body>", "", "bagian word/document.xml rusak"),
    ],
)  # fmt: skip
def test_findings(periksa, bagian: str, lama: str, baru: str, pesan: str | None) -> None:
    temuan = periksa(break_part(PKS, bagian, lama, baru))
    if pesan is None:
        assert not [satu for satu in temuan if "menunjuk" in satu]
    else:
        assert any(pesan in satu for satu in temuan), temuan


def test_a_style_need_not_tell_its_level(periksa) -> None:
    """Word itself finds the level by the style that the list names."""
    tanpa = r'(w:styleId="Ayat">.*?)<w:ilvl w:val="1"/>'
    assert periksa(break_part(PKS, STY, tanpa, r"\1")) == []


def test_list_and_level_are_inherited_apart(periksa) -> None:
    """As Word writes heading 2: only its level, the list from the style it is based on."""
    isi = parts(PKS)
    lama = rb'(w:styleId="Angka">.*?<w:basedOn w:val=)"Normal"(.*?)<w:numId w:val="1"/>'
    isi[STY] = re.sub(lama, rb'\1"Huruf"\2', isi[STY], count=1, flags=re.DOTALL)
    assert periksa(repack(isi)) == []
    isi[NUM] = isi[NUM].replace(b'<w:pStyle w:val="Angka"/>', b"")
    assert periksa(repack(isi)) == [], "the level that a style states counts where no level names it"


def test_levels_in_another_order_are_named(periksa) -> None:
    """Definitions above ayat: after a definition the ayat would count from (1) again."""
    isi = parts(PKS)
    tukar = {b'"Ayat"': b'"Definisi"', b'"Definisi"': b'"Ayat"', b'"(%2)"': b'"%2."', b'"%3."': b'"(%3)"'}
    lvl = re.search(rb'<w:lvl w:ilvl="1">.*?(?=<w:lvl w:ilvl="3">)', isi[NUM], re.DOTALL)[0]
    isi[NUM] = isi[NUM].replace(lvl, re.sub(b"|".join(map(re.escape, tukar)), lambda c: tukar[c[0]], lvl), 1)
    (pesan,) = periksa(repack(isi))
    assert pesan.startswith("gaya Definisi harus berada di bawah gaya Ayat")


def test_one_fault_gives_few_findings(periksa) -> None:
    assert len(periksa(break_part(PKS, DOC, r"\{\{r pembuka \}\}", ""))) == 1
    assert len(periksa(break_part(PKS, NUM, "Pasal\u00a0%1", "PASAL %1"))) == 1


def test_an_error_of_syntax_shows_the_text_around_it(periksa) -> None:
    (pesan,) = periksa(break_part(PKS, DOC, r"\{\{r kesepakatan \}\}", "{{r kesepakatan dan lagi }}"))
    assert "di sekitar:" in pesan and "kesepakatan dan lagi" in pesan and "<" not in pesan


def test_paraf_is_only_a_hint_for_other_kinds(periksa) -> None:
    tanpa = break_part(PKS, "word/footer_default.xml", "<w:tbl>.*</w:tbl>", "")
    assert all(satu.startswith("Saran: ") for satu in periksa(tanpa, "nota-kesepakatan.docx"))


@pytest.mark.parametrize(
    "makro", ["word/vbaProject.bin", "word/embeddings/oleObject1.bin", "word/activeX/activeX1.xml"]
)
def test_macros_and_objects_are_refused(periksa, makro: str) -> None:
    assert any("memuat makro atau objek" in satu for satu in periksa(repack(parts(PKS) | {makro: b"<x/>"})))


@pytest.mark.parametrize(
    ("docx", "pesan"),
    [
        (b"", "bukan berkas Word (.docx) yang utuh"),
        (b"PK\x03\x04 potong", "bukan berkas Word (.docx) yang utuh"),
        (b"{\\rtf1}", "bukan berkas Word (.docx) yang utuh"),
        (PKS[:-300], "bukan berkas Word (.docx) yang utuh"),
        (repack({"a.txt": b"x"}), "tidak memuat naskah Word"),
        (repack({n: d for n, d in parts(PKS).items() if n != NUM}), "tidak memuat word/numbering.xml"),
        (repack(parts(PKS) | {"word/comments.xml": b"<x/>"}), "Saran: templat memuat komentar"),
        (repack(parts(PKS) | {"word/media/besar.bin": bytes(100_000_001)}), "terlalu besar sesudah dibuka"),
        (bytes(20_000_001), "lebih besar dari 20 MB"),
    ],
    ids=["kosong", "potong", "rtf", "tanpa-ekor", "zip-lain", "tanpa-daftar", "komentar", "bom", "besar"],
)
def test_files_that_are_no_template(periksa, docx: bytes, pesan: str) -> None:
    temuan = periksa(docx)
    assert any(pesan in satu for satu in temuan), temuan


def test_a_part_stored_twice_is_refused(tmp_path: Path, periksa) -> None:
    berkas = tmp_path / "ganda.docx"
    berkas.write_bytes(PKS)
    with zipfile.ZipFile(berkas, "a") as arsip, pytest.warns(UserWarning, match="Duplicate"):
        arsip.writestr(DOC, "<x/>")
    assert "tersimpan dua kali" in periksa(berkas.read_bytes(), "ganda.docx")[0]


def test_a_damaged_member_is_refused(periksa) -> None:
    rusak = bytearray(PKS)
    rusak[400] ^= 0xFF
    assert "bukan berkas Word" in periksa(bytes(rusak))[0]


def test_entities_are_not_expanded(periksa) -> None:
    bom = '<!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
    isi = parts(PKS)
    isi[DOC] = isi[DOC].replace(b"<w:document ", f"{bom}<w:document ".encode(), 1).replace(b">ANTARA<", b">&b;<")
    assert not any("aaaa" in satu for satu in periksa(repack(isi)))


def test_missing_file(tmp_path: Path) -> None:
    assert [satu.pesan for satu in check_template(tmp_path / "x.docx")] == [
        "berkas tidak dapat dibaca; periksa nama dan izinnya"
    ]


def test_every_remedy_names_a_tag_that_the_shipped_template_has() -> None:
    """The advice must be what a whole template really holds."""
    from naskah.rendering.template_rules import SYARAT

    isi = parts(PKS)
    ada = re.sub(r"<[^>]+>", "", "".join(isi[n].decode() for n in isi if n.startswith("word/") and n.endswith(".xml")))
    for blok, bagian in SYARAT.items():
        for satu in (blok, *bagian):
            for tag in re.findall(r"\{[{%].*?[%}]\}", satu.tag):
                assert "..." in tag or tag in ada or tag.replace("elif", "if") in ada, tag
