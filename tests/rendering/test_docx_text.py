"""What Word prints is what the tree says, paragraph by paragraph, with Word's own numbers."""

import pytest
from lxml import etree
from markupsafe import Markup
from rendered_docx import TEMPLATES, Numbering, W, iter_fields, parts, read, val
from sample_trees import LEMA, make, replace_tree, text

from naskah.model.isi import plain
from naskah.model.naskah import Ayat, GayaDaftar, Kelompok, Naskah, Pasal, Premis, Rincian, Tingkat
from naskah.rendering.docx import render_docx
from naskah.rendering.docx.context import build_context
from naskah.rendering.docx.jinja_parts import environment
from naskah.rendering.docx.marks import apply_marks
from naskah.rendering.lists import list_mark

SAMPLES = ("dua-pihak", "tiga-pihak", "empat-pihak", "bab", "sisipan", "kotor", "kecil")


def expected(naskah: Naskah) -> list[str]:
    """Every printed line of a naskah but empty ones, "number text"."""
    kepala = naskah.kepala
    baris = [kepala.jenis, "ANTARA"]
    for i, nama in enumerate(kepala.pihak):
        baris += ["DAN"] * bool(i) + [nama]
    baris += ["TENTANG", plain(kepala.tentang), *(f"NOMOR: {n}" for n in kepala.nomor), plain(naskah.pembuka)]
    for n, pihak in enumerate(naskah.pihak, 1):
        baris += [list_mark(naskah.gaya_pihak, n), pihak.nama_penandatangan, ":", *map(plain, pihak.komparisi)]
    baris += map(plain, naskah.setelah_pihak)
    if naskah.premis:
        baris += [plain(naskah.premis.pengantar)]
        baris += [f"{list_mark(naskah.premis.gaya, n)} {plain(b)}" for n, b in enumerate(naskah.premis.butir, 1)]
    for dasar in naskah.dasar:
        baris += [plain(dasar.pengantar), *(f"{n}. {plain(b)}" for n, b in enumerate(dasar.butir, 1))]
    baris += [plain(naskah.kesepakatan), *expected_body(naskah.batang), *map(plain, naskah.penutup)]
    for blok in naskah.tanda_tangan:
        for satu in blok:
            baris += [f"{satu.sebutan},", *([f"{satu.jabatan},"] if satu.jabatan else [])]
        baris += [satu.nama for satu in blok]
    return [" ".join(satu.split()) for satu in baris if satu.strip()]


def expected_body(batang) -> list[str]:
    baris: list[str] = []
    for bagian in batang:
        if isinstance(bagian, Kelompok):
            baris += [f"{bagian.jenis} {bagian.nomor}", plain(bagian.judul), *expected_body(bagian.isi)]
            continue
        baris += [f"Pasal {bagian.nomor}", plain(bagian.judul)]
        for ayat in bagian.ayat:
            baris += expected_unit(f"({ayat.nomor})" if ayat.nomor else "", ayat)
    return baris


def expected_unit(nomor: str, satu: Ayat | Rincian) -> list[str]:
    baris = [f"{nomor} {plain(satu.isi)}", *(f"{i.kunci} : {plain(i.nilai)}" for i in satu.isian)]
    for sub in satu.rincian:
        baris += expected_unit(sub.tanda, sub)
    return baris


def printed(docx: bytes) -> list[str]:
    semua = (" ".join(f"{p.nomor} {p.teks}".split()) for p in read(docx))
    return [satu for satu in semua if satu]


@pytest.mark.parametrize("nama", SAMPLES)
def test_word_prints_the_tree(samples: dict[str, Naskah], documents: dict[str, bytes], nama: str) -> None:
    assert printed(documents[nama]) == expected(samples[nama])


@pytest.mark.parametrize("gaya", list(GayaDaftar))
def test_premis_and_parties_in_every_style(templat, gaya: GayaDaftar) -> None:
    premis = Premis(text("PARA PIHAK menerangkan:"), gaya, tuple(text(f"bahwa {n};") for n in range(1, 31)))
    naskah = replace_tree(make(4), premis=premis, gaya_pihak=gaya)
    assert printed(render_docx(naskah, templat(naskah))) == expected(naskah)


def test_letters_go_on_after_z(templat) -> None:
    """Word's lowerLetter: z, aa, bb."""
    butir = tuple(Rincian(Tingkat.HURUF, n, text("isi;")) for n in [*"abcdefghijklmnopqrstuvwxyz", "aa", "bb", "cc"])
    naskah = replace_tree(
        make(2), batang=(Pasal("1", text("Judul"), (Ayat(None, text("Isi:"), butir),)),), setelah_pihak=()
    )
    hasil = render_docx(naskah, templat(naskah))
    assert printed(hasil) == expected(naskah)
    assert b"w:numId" not in parts(hasil)["word/document.xml"], "no number is typed"


@pytest.mark.parametrize("nama", ("dua-pihak", "tiga-pihak", "empat-pihak", "bab", "kotor", "kecil"))
def test_numbers_come_from_styles_alone(documents: dict[str, bytes], nama: str) -> None:
    assert b"<w:numPr>" not in parts(documents[nama])["word/document.xml"]


@pytest.mark.parametrize("nama", SAMPLES)
def test_ref_fields_compute_to_their_cached_text(documents: dict[str, bytes], nama: str) -> None:
    """`REF x \\n` is the number of the bookmark's paragraph without its final dot; `REF x`, the bookmark's text."""
    isi = parts(documents[nama])
    akar = etree.fromstring(isi["word/document.xml"])
    nomor = Numbering(isi["word/styles.xml"], isi["word/numbering.xml"])
    sasaran = {}
    for paragraf in akar.iter(f"{W}p"):
        angka = nomor.next_number(paragraf).removesuffix(".")
        for satu in paragraf.iter(f"{W}bookmarkStart"):
            nama_buku, isi_buku = satu.get(f"{W}name"), ""
            for lanjut in satu.itersiblings():
                if lanjut.tag == f"{W}bookmarkEnd" and lanjut.get(f"{W}id") == satu.get(f"{W}id"):
                    break
                isi_buku += "".join(lanjut.itertext(f"{W}t"))
            sasaran[nama_buku] = (angka, isi_buku)
    kolom = list(iter_fields(akar))
    assert kolom, "no reference at all"
    for kode, teks in kolom:
        _, buku, *saklar = kode.split()
        assert saklar[-1] == "\\h"
        assert sasaran[buku][0 if "\\n" in saklar else 1] == teks


def test_only_what_is_referred_to_has_a_bookmark(documents: dict[str, bytes]) -> None:
    akar = etree.fromstring(parts(documents["dua-pihak"])["word/document.xml"])
    dituju = {kode.split()[1] for kode, _ in iter_fields(akar)}
    assert {satu.get(f"{W}name") for satu in akar.iter(f"{W}bookmarkStart")} == dituju


def test_the_bookmark_of_a_pasal_holds_its_paragraph_mark(documents: dict[str, bytes]) -> None:
    """An empty bookmark is "Error! Reference source not found." in Word."""
    akar = etree.fromstring(parts(documents["dua-pihak"])["word/document.xml"])
    pasal = [
        p for p in akar.iter(f"{W}p") if val(p, "pPr/pStyle") == "Pasal" and p.find(f"{W}bookmarkStart") is not None
    ]
    assert pasal
    for satu in pasal:
        assert satu.find(f"{W}bookmarkEnd") is None
        assert satu.getnext().find(f"{W}bookmarkEnd").get(f"{W}id") == satu.find(f"{W}bookmarkStart").get(f"{W}id")


def test_italics_and_their_absence(documents: dict[str, bytes]) -> None:
    akar = etree.fromstring(parts(documents["dua-pihak"])["word/document.xml"])
    miring = ["".join(r.itertext(f"{W}t")) for r in akar.iter(f"{W}r") if val(r, "rPr/rStyle") == "IstilahAsing"]
    assert miring == ["Smart Metering", "Dashboard", "maintenance", "vendor", "Force Majeure"]


@pytest.mark.parametrize("nama", ("dua-pihak", "tiga-pihak", "empat-pihak", "bab", "kecil"))
def test_docxtpl_renders_the_same_paragraphs(
    samples: dict[str, Naskah], documents: dict[str, bytes], nama: str, tmp_path
) -> None:
    from docxtpl import DocxTemplate

    naskah = samples[nama]
    acuan = DocxTemplate(TEMPLATES / f"{naskah.jenis}.docx")
    acuan.render(build_context(naskah, Markup("")), jinja_env=environment())
    acuan.save(tmp_path / "acuan.docx")
    harap = parts((tmp_path / "acuan.docx").read_bytes())
    ada = parts(documents[nama])
    for bagian in (n for n in ada if n.startswith("word/") and n.endswith(".xml")):
        # The marks are of naskah; without them, the text of docxtpl is already whole.
        acuan_xml = apply_marks(harap[bagian].decode()).encode()
        assert canonical(ada[bagian]) == canonical(acuan_xml), bagian


def canonical(xml: bytes) -> list[bytes]:
    akar = etree.fromstring(xml)
    # docxtpl leaves an empty run on each side of a {{r }} tag; naskah takes them away when it prepares the template.
    for run in list(akar.iter(f"{W}r")):
        if [satu.tag for satu in run if satu.tag != f"{W}rPr"] == [f"{W}t"] and not "".join(run.itertext()):
            run.getparent().remove(run)
    # Nor does docxtpl know that the section of the annexes goes with them.
    for seksi in list(akar.iter(f"{W}sectPr")):
        seksi.getparent().remove(seksi)
    unsur = list(akar.iter(f"{W}p")) or [akar]
    while len(unsur) > 1 and val(unsur[-1], "pPr/pStyle") == val(unsur[-2], "pPr/pStyle") == "BarisAkhir":
        unsur.pop()
    return [etree.tostring(satu, method="c14n", exclusive=True, with_tail=False, with_comments=False) for satu in unsur]


def test_very_long_word_is_whole(documents: dict[str, bytes]) -> None:
    assert any(LEMA * 30 in p.teks for p in read(documents["kotor"]))
