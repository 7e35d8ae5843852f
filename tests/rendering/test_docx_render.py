"""Rendering: same bytes, safe with any text, typed numbers where Word would count otherwise, logos, errors."""

import cProfile
import os
import pstats
import re
import struct
import subprocess
import sys
import zipfile
import zlib
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from docx_lint import lint
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from rendered_docx import TEMPLATES, W, iter_fields, parts, read, text_of, val
from sample_trees import NASTY, ayat, body, make, make_small, pasal, replace_tree, text
from test_docx_lint import repack

from naskah.model.galat import NaskahError
from naskah.model.isi import Silang, Teks, isi
from naskah.model.naskah import Ayat, BlokTandaTangan, Kepala, Naskah, Pasal, PihakNaskah
from naskah.rendering.docx import compile_template, render_docx
from naskah.rendering.docx.context import build_context
from naskah.rendering.docx.jinja_parts import environment
from naskah.rendering.docx.runs import inline_text, plain_run

DOCUMENT = "word/document.xml"


def with_ayat(naskah: Naskah, teks: str) -> Naskah:
    return replace_tree(naskah, batang=(Pasal("1", isi("Judul"), (Ayat(None, isi(teks)),)),), setelah_pihak=())


@pytest.fixture(scope="module")
def pks(templat):
    return templat(make(2))


def test_same_input_same_bytes(pks) -> None:
    assert render_docx(make(2), pks) == render_docx(make(2), pks)
    waktu = {satu.date_time for satu in zipfile.ZipFile(BytesIO(render_docx(make(2), pks))).infolist()}
    assert waktu == {(1980, 1, 1, 0, 0, 0)}


def test_zip_is_sound(documents) -> None:
    for docx in documents.values():
        berkas = zipfile.ZipFile(BytesIO(docx))
        assert berkas.testzip() is None
        assert berkas.namelist()[0] == "[Content_Types].xml"


def test_unchanged_parts_are_copied_as_they_are(pks, documents) -> None:
    """Already deflated: rendering spends no time on styles and lists."""
    for satu in pks.anggota:
        if satu.nama not in pks.bagian:
            assert satu.data in documents["dua-pihak"]
    assert set(pks.bagian) == {DOCUMENT, "word/footer_default.xml", "word/footer_first.xml", "docProps/core.xml"}


@pytest.mark.parametrize("kotor", NASTY)
def test_any_text_comes_through(pks, kotor: str) -> None:
    semua = [satu.teks for satu in read(render_docx(with_ayat(make(2), kotor), pks))]
    assert kotor in semua


# No private use: the model refuses it before anything is rendered.
PRINTABLE = st.text(st.characters(blacklist_categories=("Cc", "Cs", "Co"), blacklist_characters="\ufffe\uffff"))


@settings(max_examples=150, deadline=None)
@given(PRINTABLE)
def test_any_printable_text_makes_a_run(teks: str) -> None:
    for xml in (plain_run(teks), f"<w:r><w:t>{inline_text(teks)}</w:t></w:r>"):
        akar = etree.fromstring(f'<w:p xmlns:w="{W[1:-1]}">{xml}</w:p>'.encode())
        assert text_of(akar) == teks.replace("\u00a0", " ")


@pytest.mark.parametrize("kendali", ["\x00", "\x01", "\x08", "\x0b", "\x1f", "\r", "\x7f", "\x85", "\ud800", "\uffff"])
def test_control_characters_are_refused(pks, kendali: str) -> None:
    with pytest.raises(NaskahError, match=rf"“.*sumur.*” memuat karakter kendali U\+{ord(kendali):04X}.*hapus"):
        render_docx(with_ayat(make(2), f"air sumur {kendali} jernih"), pks)


def test_spaces_tabs_and_line_breaks(pks) -> None:
    xml = parts(render_docx(with_ayat(make(2), "a  b\tc\nd"), pks))[DOCUMENT].decode()
    awal = '<w:t xml:space="preserve">'
    assert f"{awal}a  b</w:t><w:tab/>{awal}c</w:t><w:br/>{awal}d</w:t></w:r>" in xml


def test_inserted_numbers_are_typed_and_not_counted(documents) -> None:
    """Between Pasal 2 and 3 stands Pasal 2A; Word still counts to 3."""
    xml = etree.fromstring(parts(documents["sisipan"])[DOCUMENT])
    diketik = [text_of(p) for p in xml.iter(f"{W}p") if val(p, "pPr/numPr/numId") == "0"]
    assert diketik == [
        "(1a)\tDisisipkan.",
        "c.\ttiga.",
        "Pasal 2A",
        "(1)\tBaru.",
        "(2)\tBaru lagi, lihat Pasal 2A huruf c.",
    ]
    assert ("REF", "(1a)") in [(kode.split()[0], teks) for kode, teks in iter_fields(xml) if "\\n" not in kode]


def test_a_list_without_opening_phrase(pks) -> None:
    """Pasal 1 that begins with its definitions: no empty paragraph, and the label of the ayat still leads there."""
    batang = (
        pasal("1", "Definisi", Ayat(None, (), body(2)[0].ayat[0].rincian, label="awal")),
        pasal("2", "Lain", ayat(None, "Lihat [awal|Pasal 1].")),
    )
    naskah = replace_tree(make(2), batang=batang, setelah_pihak=())
    semua = read(render_docx(naskah, pks))
    assert [satu.teks for satu in semua if satu.gaya == "IsiPasal"] == ["Lihat Pasal 1."]


def test_lists_without_an_ayat_start_at_the_margin(documents) -> None:
    gaya = {satu.teks: satu.gaya for satu in read(documents["dua-pihak"])}
    assert gaya["Jaringan adalah pipa, katup, dan meter yang dikelola bersama:"] == "Definisi"
    assert gaya["pipa dinas."] == "Huruf", "under a definition as under an ayat"
    assert (gaya["suku cadang; dan"], gaya["sensor tekanan;"]) == ("AngkaPasal", "AngkaKurungPasal")
    assert gaya["menyediakan data debit; dan"] == "Huruf" and gaya["gudang."] == "Angka"


def test_pasal_without_a_title_keeps_its_bookmark(pks) -> None:
    batang = (Pasal("1", (), (Ayat(None, (Teks("Lihat "), Silang("a", "Pasal 1"))),), "a"),)
    hasil = render_docx(replace_tree(make(2), batang=batang, setelah_pihak=()), pks)
    assert lint(hasil) == []
    assert not [satu for satu in read(hasil) if satu.gaya == "JudulPasal"]


def test_a_reference_that_word_could_not_compute_becomes_a_link(pks) -> None:
    batang = (pasal("1", "Satu", ayat(None, "Lihat [a|pasal pertama]."), label="a"),)
    hasil = render_docx(replace_tree(make(2), batang=batang, setelah_pihak=()), pks)
    xml = etree.fromstring(parts(hasil)[DOCUMENT])
    assert [text_of(satu) for satu in xml.iter(f"{W}hyperlink")] == ["pasal pertama"]
    assert lint(hasil) == [] and not list(iter_fields(xml))


def test_unknown_label(pks) -> None:
    with pytest.raises(NaskahError, match="label “tidak-ada” yang tidak ada dalam naskah"):
        render_docx(replace_tree(make(2), pembuka=text("[tidak-ada|Pasal 9]")), pks)


def test_label_used_twice(pks) -> None:
    batang = (pasal("1", "A", ayat(None, "a", label="x")), pasal("2", "B", ayat(None, "b"), label="x"))
    with pytest.raises(NaskahError, match="Label “x” dipakai dua kali"):
        render_docx(replace_tree(make(2), batang=batang, setelah_pihak=()), pks)


def test_three_signatures_in_a_row_are_refused(pks) -> None:
    blok = BlokTandaTangan("PIHAK", None, "Nama")
    with pytest.raises(NaskahError, match="memuat 3 blok; susun satu atau dua"):
        render_docx(replace_tree(make(2), tanda_tangan=((blok, blok, blok),)), pks)


@pytest.mark.parametrize("ganti", [{"pihak": ()}, {"tanda_tangan": ()}])
def test_a_naskah_without_parties_or_signatures_is_refused(pks, ganti: dict) -> None:
    """A table without rows is a file that Word refuses."""
    with pytest.raises(NaskahError, match="belum mempunyai pihak atau blok tanda tangan"):
        render_docx(replace_tree(make(2), **ganti), pks)


def test_party_without_komparisi_makes_a_sound_table(pks) -> None:
    pihak = (PihakNaskah("I", "PIHAK KESATU", "Nama", "", "", ()),)
    assert lint(render_docx(replace_tree(make(2), pihak=pihak), pks)) == []


def test_signature_table(documents) -> None:
    """KEDUA left, KESATU right; the third alone, over both columns; no row splits, each keeps with the next."""
    akar = etree.fromstring(parts(documents["tiga-pihak"])[DOCUMENT])
    tabel = list(akar.iter(f"{W}tbl"))[-1]
    baris = [
        [" ".join(map(text_of, sel.iter(f"{W}p"))) for sel in satu.iter(f"{W}tc")] for satu in tabel.iter(f"{W}tr")
    ]
    assert baris[0] == ["PIHAK KEDUA, Direktur Utama,", "PIHAK KESATU, Bupati Tanjung Sari,"]
    assert baris[2] == ["Yohanes Kamaluddin Siregar", "Ratna Wulandari"]
    assert baris[3] == ["PIHAK KETIGA, Rektor,"] and baris[5] == ["Made Ayu Lestari"]
    assert [val(sel, "tcPr/gridSpan") for sel in tabel.iter(f"{W}tc")] == [None] * 6 + ["2"] * 3
    assert all(satu.find(f"{W}trPr/{W}cantSplit") is not None for satu in tabel.iter(f"{W}tr"))
    gaya = {s.get(f"{W}styleId"): s for s in etree.fromstring(parts(documents["tiga-pihak"])["word/styles.xml"])}
    dipakai = {val(p, "pPr/pStyle") for p in tabel.iter(f"{W}p")} | {"PenutupNaskah"}
    assert all(gaya[satu].find(f"{W}pPr/{W}keepNext") is not None for satu in dipakai)


def test_paraf_boxes(documents) -> None:
    for bagian in ("word/footer_default.xml", "word/footer_first.xml"):
        ada = [satu.teks for satu in read(documents["empat-pihak"], bagian) if satu.teks]
        assert ada == [f"Paraf PIHAK {n}" for n in ("KESATU", "KEDUA", "KETIGA", "KEEMPAT")]
        assert b"<w:tbl>" not in parts(documents["tiga-pihak"])[bagian]


def test_opening_phrases_stay_with_their_lists(pks) -> None:
    akar = etree.fromstring(parts(render_docx(make(2), pks))[DOCUMENT])
    lekat = [text_of(p) for p in akar.iter(f"{W}p") if p.find(f"{W}pPr/{W}keepNext") is not None]
    gaya = {"IsiPasal", "Ayat", "Definisi", "Huruf", "Angka", "HurufPasal", "AngkaPasal", "HurufKurungPasal"}
    semua = [text_of(p) for p in akar.iter(f"{W}p") if val(p, "pPr/pStyle") in gaya]
    assert lekat[:-1] == [satu for satu in semua if satu.endswith(":")] and "alat ukur:" in lekat
    assert lekat[-1] == semua[-1], "the last pasal stays with the closing"


def test_title_property(pks) -> None:
    core = parts(render_docx(replace_tree(make(2), kepala=Kepala("PKS", ("A",), isi("R & D <1>"), ())), pks))[
        "docProps/core.xml"
    ]
    assert (
        "".join(etree.fromstring(core).itertext("{http://purl.org/dc/elements/1.1/}title")) == "PKS tentang R & D <1>"
    )


def test_a_template_reaches_nothing_but_the_naskah(tmp_path: Path) -> None:
    """Strict, escaping, sandboxed: a template comes from a file that anyone may have changed."""
    isi_templat = parts((TEMPLATES / "nota-kesepakatan.docx").read_bytes())
    utuh = isi_templat[DOCUMENT]
    assert environment().autoescape is True and environment().sandboxed
    for n, (tag, pesan) in enumerate(
        [
            ("hilang", "nama “hilang” dalam tag tidak dikenal"),
            ("judul.__class__.__mro__", "nama “.__class__” dalam tag tidak dikenal"),
            ("range(9)", "nama “range” dalam tag tidak dikenal"),
            ("1 // 0", "tag {{ 1 // 0 }} tidak dapat dihitung; perbaiki atau hapus"),
            ("judul[999]", "tag {{ judul[999] }} memakai nama “.999” yang tidak dikenal"),
            ("judul + 1", "tag {{ judul + 1 }} tidak dapat dihitung"),
        ]
    ):
        isi_templat[DOCUMENT] = utuh.replace(b">ANTARA<", f">{{{{ {tag} }}}}<".encode())
        (tmp_path / f"{n}.docx").write_bytes(repack(isi_templat))
        with pytest.raises(NaskahError, match=re.escape(pesan)):
            compile_template(tmp_path / f"{n}.docx")


def test_the_sandbox_holds_without_the_check(pks) -> None:
    """A tag that only some naskah reach is judged when it is filled, and named."""
    tag = "{% if kepala.pihak|length == 3 %}{{ judul.__class__ }}{% endif %}"
    templat = replace(pks, sumber={DOCUMENT: tag}, bagian={DOCUMENT: environment().from_string(tag)})
    pesan = "tag {{ judul.__class__ }} memakai nama “.__class__” yang tidak boleh dipakai; perbaiki atau hapus"
    with pytest.raises(NaskahError, match=re.escape(pesan)):
        render_docx(make(3), templat)


# Logos


def png(lebar: int, tinggi: int) -> bytes:
    def potong(jenis: bytes, isi: bytes) -> bytes:
        return struct.pack(">L", len(isi)) + jenis + isi + struct.pack(">L", zlib.crc32(jenis + isi))

    baris = (b"\0" + b"\x20\x60\xa0" * lebar) * tinggi
    kepala = struct.pack(">2L5B", lebar, tinggi, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + potong(b"IHDR", kepala) + potong(b"IDAT", zlib.compress(baris)) + potong(b"IEND", b"")


def jpeg(lebar: int, tinggi: int) -> bytes:
    app = b"\xff\xe0\x00\x10JFIF\0\1\1\0\0\1\0\1\0\0"
    return (
        b"\xff\xd8"
        + app
        + b"\xff\xc0\x00\x11\x08"
        + struct.pack(">2H", tinggi, lebar)
        + b"\3"
        + b"\0" * 9
        + b"\xff\xd9"
    )


def with_logo(*nama: str) -> Naskah:
    kepala = make(2).kepala
    return replace_tree(make(2), kepala=Kepala(kepala.jenis, kepala.pihak, kepala.tentang, kepala.nomor, nama))


def test_logos_are_real_parts(pks, tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "kiri.png").write_bytes(png(150, 300))
    (tmp_path / "sub" / "kanan.jpg").write_bytes(jpeg(600, 300))
    hasil = render_docx(with_logo("kiri.png", "sub/kanan.jpg"), pks, aset=tmp_path)
    isi_zip = parts(hasil)
    assert lint(hasil) == []
    assert isi_zip["word/media/logo1.png"] == png(150, 300) and "word/media/logo2.jpeg" in isi_zip
    wp = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
    ukuran = [(int(s.get("cx")), int(s.get("cy"))) for s in etree.fromstring(isi_zip[DOCUMENT]).iter(f"{wp}extent")]
    assert ukuran == [(450_000, 900_000), (900_000, 450_000)], "in a square of 2.5 cm, in proportion"
    assert render_docx(with_logo("kiri.png", "sub/kanan.jpg"), pks, aset=tmp_path) == hasil
    assert lint(render_docx(make(2), pks)) == [], "the template itself is as it was"


@pytest.mark.parametrize(
    ("nama", "data", "pesan"),
    [
        ("hilang.png", None, "tidak dapat dibaca"),
        ("../luar.png", None, "di luar folder"),
        ("/etc/hostname", None, "di luar folder"),
        ("nul\0.png", None, "tidak dapat dibaca"),
        ("palsu.png", b"GIF89a", "bukan gambar PNG atau JPEG"),
        ("potong.png", b"\x89PNG\r\n\x1a\n\0\0", "bukan gambar PNG atau JPEG"),
        ("potong.jpg", b"\xff\xd8\xff\xe0", "bukan gambar PNG atau JPEG"),
        ("besar.png", b"\x89PNG\r\n\x1a\n" + bytes(5_000_001), "lebih besar dari 5 MB"),
        ("luas.png", b"\x89PNG\r\n\x1a\n" + bytes(8) + struct.pack(">2L", 100_000, 100_000), "100000 x 100000 piksel"),
        (".", None, "bukan berkas biasa"),
    ],
)  # fmt: skip
def test_bad_logos(pks, tmp_path: Path, nama: str, data: bytes | None, pesan: str) -> None:
    if data is not None:
        (tmp_path / nama).write_bytes(data)
    with pytest.raises(NaskahError, match=pesan) as tertangkap:
        render_docx(with_logo(nama), pks, aset=tmp_path)
    assert tertangkap.value.galat[0].berkas == str(tmp_path / nama), "the file is named"


def test_a_logo_that_is_a_pipe_or_a_device_is_not_read(pks, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipa.png")
    with pytest.raises(NaskahError, match="logo “pipa.png” bukan berkas biasa; ganti"):
        render_docx(with_logo("pipa.png"), pks, aset=tmp_path)
    with pytest.raises(NaskahError, match="logo “zero” bukan berkas biasa"):
        render_docx(with_logo("zero"), pks, aset=Path("/dev"))


# Speed: what must not come back, rather than a number of milliseconds


def test_work_grows_with_the_text_and_no_faster(pks) -> None:
    """Counted in function calls, which do not depend on how busy the machine is."""

    def kerja(jumlah: int) -> int:
        semua = tuple(ayat(str(n), f"Isi ayat, lihat [a1|(1)] nomor {n}.", label=f"a{n}") for n in range(1, jumlah + 1))
        naskah = replace_tree(make(2), batang=(pasal("1", "Satu", *semua),), setelah_pihak=())
        profil = cProfile.Profile()
        profil.runcall(render_docx, naskah, pks)
        return pstats.Stats(profil).total_calls  # type: ignore[attr-defined]

    assert kerja(4000) < 9 * kerja(500), "eight times the text may not take more than eight times the work"


def test_a_second_process_loads_neither_docxtpl_nor_lxml(tmp_path: Path) -> None:
    """The cache holds what they made; `naskah susun` has 0.3 s in all."""
    kode = (
        "import sys; from pathlib import Path; sys.path.insert(0, sys.argv[1])\n"
        "from sample_trees import make; from naskah.rendering.docx import compile_template, render_docx\n"
        "render_docx(make(2), compile_template(Path(sys.argv[2])))\n"
        "print(sorted({'lxml', 'docxtpl', 'docx', 'zipfile'} & set(sys.modules)))"
    )
    perintah = [sys.executable, "-c", kode, str(Path(__file__).parent), str(TEMPLATES / "nota-kesepakatan.docx")]
    keluar = [
        subprocess.run(perintah, capture_output=True, text=True, check=True, env=_environ(tmp_path)).stdout
        for _ in "12"
    ]
    assert keluar == ["['docx', 'docxtpl', 'lxml', 'zipfile']\n", "[]\n"]


def _environ(cache: Path) -> dict[str, str]:

    sumber = str(Path(__file__).parents[2] / "src")
    return os.environ | {"XDG_CACHE_HOME": str(cache), "PYTHONPATH": sumber}


def test_context_is_made_of_plain_values() -> None:
    """A template can reach markup and text, no object of the model."""
    konteks = build_context(make_small(), plain_run(""))
    assert {type(satu).__module__ for satu in konteks.values()} <= {
        "builtins",
        "markupsafe",
        "naskah.rendering.docx.context",
    }
    assert "naskah" not in konteks
