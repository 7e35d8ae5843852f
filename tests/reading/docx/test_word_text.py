"""What is printed of a Word file, and where each character of it stands."""

from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from word_files import level, lists, p, package, r, save, table, zipped

from naskah.model.bacaan import Peran
from naskah.model.isi import Teks
from naskah.reading.docx import iter_paragraphs, iter_pieces, own_text, read_docx
from naskah.reading.docx.package import open_package

BERUBAH = (
    r("Maksud ")
    + '<w:del w:id="1"><w:r><w:delText>lama</w:delText></w:r></w:del>'
    + f'<w:ins w:id="2">{r("baru")}</w:ins>'
    + f'<w:moveFrom w:id="3">{r(" dipindah")}</w:moveFrom><w:moveTo w:id="4">{r(" tiba")}</w:moveTo>'
)
RUJUKAN = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF _Ref1 \\r </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("Pasal 4") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
BERSARANG = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    + r("syarat")
    + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("hasil") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


@pytest.mark.parametrize(
    ("isi", "teks"),
    [
        (r("satu ") + r("dua"), "satu dua"),
        (BERUBAH, "Maksud baru tiba"),
        (RUJUKAN + r(" ayat (1)"), "Pasal 4 ayat (1)"),
        (BERSARANG, "hasil"),
        (f'<w:fldSimple w:instr=" PAGE ">{r("2")}</w:fldSimple>', "2"),
        (f"<w:hyperlink>{r('surat@cempaka.example')}</w:hyperlink>", "surat@cempaka.example"),
        (f"<w:smartTag><w:sdt><w:sdtPr/><w:sdtContent>{r('isi')}</w:sdtContent></w:sdt></w:smartTag>", "isi"),
        ("<w:r><w:t>Alamat</w:t><w:tab/><w:t>: Jalan</w:t><w:br/><w:t>Mawar</w:t></w:r>", "Alamat\t: Jalan\nMawar"),
        ("<w:r><w:t>ulang</w:t><w:noBreakHyphen/><w:t>alik</w:t></w:r>", "ulang-alik"),
        (r("tampak") + r(" tersembunyi", "<w:vanish/>") + r(" lagi", '<w:vanish w:val="0"/>'), "tampak lagi"),
        ('<w:commentRangeStart w:id="0"/>' + r("isi") + '<w:r><w:commentReference w:id="0"/></w:r>', "isi"),
        (r("isi") + '<w:r><w:footnoteReference w:id="1"/></w:r>' + r("."), "isi."),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:sym w:font="Arial" w:char="0041"/></w:r>', "\u2022A"),
        ('<w:r><w:sym w:char="zz"/><w:sym w:char="D800"/></w:r>', "\u2022"),
    ],
)
def test_the_printed_text_counts(isi: str, teks: str, tmp_path: Path) -> None:
    (alinea,) = read_docx(save(tmp_path, f"<w:p>{isi}</w:p>")).alinea
    assert alinea.teks == teks


def test_what_was_changed_and_not_accepted_is_noted(tmp_path: Path) -> None:
    (alinea,) = read_docx(save(tmp_path, f"<w:p>{BERUBAH}</w:p>")).alinea
    assert alinea.catatan.endswith("perubahan terlacak: hapusan, sisipan, pemindahan")


def test_a_paragraph_whose_mark_was_deleted_goes_on_in_the_next(tmp_path: Path) -> None:
    isi = (
        p("Pasal 1")
        + p("TUJUAN")
        + f'<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>{r("Tujuannya ")}</w:p>'
        + p("menjaga air.")
    )
    bacaan = read_docx(save(tmp_path, isi))
    (pasal,) = bacaan.naskah.iter_pasal()
    assert [(t.teks, t.tempat.alinea) for t in pasal.ayat[0].isi] == [("Tujuannya ", 2), ("menjaga air.", 3)]


ISI_KOTAK = f"<w:txbxContent>{p('di kotak')}</w:txbxContent>"
KOTAK = (
    f"<w:p>{r('sebelum')}<w:r><mc:AlternateContent>"
    f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{ISI_KOTAK}</wps:txbx></w:drawing></mc:Choice>'
    f"<mc:Fallback><w:pict><v:textbox>{ISI_KOTAK}</v:textbox></w:pict></mc:Fallback>"
    f"</mc:AlternateContent></w:r>{r(' sesudah')}</w:p>"
)


def test_a_text_box_is_read_once_after_its_paragraph(tmp_path: Path) -> None:
    assert [a.teks for a in read_docx(save(tmp_path, KOTAK + p("lalu"))).alinea] == [
        "sebelum sesudah",
        "di kotak",
        "lalu",
    ]


def test_headers_and_footers_are_print_and_footnotes_are_left_over(tmp_path: Path) -> None:
    jalur = save(
        tmp_path,
        p("PERJANJIAN KERJA SAMA"),
        header=p("- 2 -"),
        footer=p("Paraf PIHAK KESATU"),
        footnotes=p("lihat lampiran"),
    )
    bacaan = read_docx(jalur)
    assert [(a.tempat.alinea, a.teks, a.peran, a.catatan) for a in bacaan.alinea[1:]] == [
        (1, "- 2 -", Peran.CETAKAN, "kepala halaman"),
        (2, "Paraf PIHAK KESATU", Peran.CETAKAN, "kaki halaman"),
        (3, "lihat lampiran", Peran.SISA, "catatan kaki"),
    ]
    assert bacaan.naskah.paraf == ("PIHAK KESATU",)


def test_every_paragraph_of_the_file_is_kept_in_order(documents_made_by_naskah: list[Path]) -> None:
    for jalur in documents_made_by_naskah:
        paket = open_package(jalur)
        with paket.zip:
            teks = [own_text(satu) for satu in iter_paragraphs(paket.document)]
        alinea = read_docx(jalur).alinea
        assert [a.teks for a in alinea[: len(teks)]] == teks
        assert [a.tempat.alinea for a in alinea] == list(range(len(alinea)))


def iter_spans(bagian: Any) -> list[Teks]:
    if isinstance(bagian, Teks):
        return [bagian]
    if isinstance(bagian, tuple):
        return [span for satu in bagian for span in iter_spans(satu)]
    if is_dataclass(bagian):
        return [span for f in fields(bagian) for span in iter_spans(getattr(bagian, f.name))]
    return []


def test_every_text_of_the_tree_stands_where_it_says(documents_made_by_naskah: list[Path]) -> None:
    for jalur in documents_made_by_naskah:
        bacaan = read_docx(jalur)
        spans = iter_spans(bacaan.naskah)
        assert spans
        for span in spans:
            assert span.tempat is not None, span
            teks = bacaan.alinea[span.tempat.alinea].teks.replace("\n", " ").replace("\u00a0", " ")
            assert teks[span.tempat.awal :].upper().startswith(span.teks.rstrip().upper()), span


def test_the_pieces_of_a_paragraph_are_its_text(documents_made_by_naskah: list[Path]) -> None:
    for jalur in documents_made_by_naskah:
        paket = open_package(jalur)
        with paket.zip:
            for unsur in iter_paragraphs(paket.document):
                awal = 0
                for satu in iter_pieces(unsur):
                    assert satu.awal == awal
                    awal += len(satu.teks)
                assert awal == len(own_text(unsur))


def test_italics_divide_a_text_by_run_or_by_style(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="character" w:styleId="Asing"><w:name w:val="Asing"/><w:rPr><w:i/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Asing2"><w:name w:val="Asing 2"/><w:basedOn w:val="Asing"/></w:style>'
    )
    isi = (
        r("keadaan ")
        + r("force", "<w:i/>")
        + r(" majeure", '<w:rStyle w:val="Asing2"/>')
        + r(" dan", '<w:i w:val="0"/>')
    )
    bacaan = read_docx(save(tmp_path, p("Pasal 1") + f"<w:p>{isi}</w:p>", styles=styles))
    (pasal,) = bacaan.naskah.iter_pasal()
    assert [(t.teks, t.miring) for t in pasal.ayat[0].isi] == [
        ("keadaan ", False),
        ("force majeure", True),
        (" dan", False),
    ]


def test_text_set_in_capitals_is_read_as_it_is_printed(tmp_path: Path) -> None:
    styles = '<w:style w:type="paragraph" w:styleId="Judul"><w:name w:val="Judul"/><w:rPr><w:caps/></w:rPr></w:style>'
    bacaan = read_docx(save(tmp_path, p("Nota Kesepakatan", gaya="Judul") + p("Pasal 1"), styles=styles))
    assert bacaan.naskah.kepala.jenis == "NOTA KESEPAKATAN"
    assert bacaan.alinea[0].teks == "Nota Kesepakatan"


def test_a_strict_file_is_read_as_well(tmp_path: Path) -> None:
    semua = package(p("isi"))
    ketat = semua["word/document.xml"].replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    (tmp_path / "a.docx").write_bytes(zipped({**semua, "word/document.xml": ketat}))
    assert [a.teks for a in read_docx(tmp_path / "a.docx").alinea] == ["isi"]


ROMAWI = lists(level(0, "upperRoman", "%1."), num={1: (0, "")})
PIHAK = table(
    (p(num=(1, 0)), p("SARI WULANDARI"), p(":"), p("Bupati Cempaka.") + p("Untuk selanjutnya disebut PIHAK KESATU.")),
    (p(num=(1, 0)), p("BIMA") + p("ADISAPUTRA"), p(":"), p("Direktur, selanjutnya disebut PIHAK KEDUA.")),
)


def test_the_table_of_the_parties_reads_as_the_lines_that_it_prints(tmp_path: Path) -> None:
    isi = (
        p("PERJANJIAN KERJA SAMA")
        + p("Pada hari ini Senin tanggal 5-5-2031:")
        + PIHAK
        + p("Pasal 1")
        + p("TUJUAN")
        + p("Ada.")
    )
    naskah = read_docx(save(tmp_path, isi, numbering=ROMAWI)).naskah
    assert [(s.nomor, s.sebutan, s.nama_penandatangan, len(s.komparisi)) for s in naskah.pihak] == [
        ("I", "PIHAK KESATU", "SARI WULANDARI", 2),
        ("II", "PIHAK KEDUA", "BIMA ADISAPUTRA", 1),
    ]


def test_an_item_numbered_in_a_cell_of_its_own_stands_where_its_number_does(tmp_path: Path) -> None:
    huruf = lists(level(0, "lowerLetter", "%1."), num={1: (0, "")})
    butir = table((p(num=(1, 0)), p("menjaga air; dan")), (p(num=(1, 0)), p("menanam.")))
    isi = p("PERJANJIAN KERJA SAMA") + p("Pasal 1") + p("TUGAS") + p("PIHAK KESATU bertugas:") + butir
    (pasal,) = read_docx(save(tmp_path, isi, numbering=huruf)).naskah.iter_pasal()
    rincian = pasal.ayat[0].rincian
    assert [(r.nomor, r.tempat.alinea, r.tempat.awal) for r in rincian] == [("a", 4, 0), ("b", 6, 0)]
    assert [(r.isi[0].teks, r.isi[0].tempat.alinea, r.isi[0].tempat.awal) for r in rincian] == [
        ("menjaga air; dan", 5, 0),
        ("menanam.", 7, 0),
    ]


@pytest.mark.parametrize(
    "baris",
    [
        ((p("PIHAK KEDUA,") + p() + p("BIMA"), p("PIHAK KESATU,") + p() + p("SARI")),),
        ((p("PIHAK KEDUA,"), p("PIHAK KESATU,")), (p(), p()), (p("BIMA"), p("SARI"))),
        ((p("PIHAK KEDUA,"), p(), p("PIHAK KESATU,")), (p("BIMA"), p(), p("SARI"))),
    ],
)
def test_signatures_side_by_side_are_read_column_by_column(baris: tuple[tuple[str, ...], ...], tmp_path: Path) -> None:
    isi = (
        p("PERJANJIAN KERJA SAMA")
        + p("Pasal 1")
        + p("TUJUAN")
        + p("Ada.")
        + p("Demikian perjanjian ini dibuat.")
        + table(*baris)
    )
    naskah = read_docx(save(tmp_path, isi)).naskah
    assert [[(b.sebutan, b.nama) for b in satu] for satu in naskah.tanda_tangan] == [
        [("PIHAK KEDUA", "BIMA"), ("PIHAK KESATU", "SARI")]
    ]


def test_a_table_in_a_table_keeps_its_paragraphs(tmp_path: Path) -> None:
    isi = table((p("luar") + table((p("dalam"), p("kanan"))) + p("akhir"),))
    assert [a.teks for a in read_docx(save(tmp_path, isi)).alinea] == ["luar", "dalam", "kanan", "akhir"]


def test_what_a_word_file_says_twice_is_no_page_scanned_twice(tmp_path: Path) -> None:
    kalimat = "PARA PIHAK melaksanakan kegiatan menurut rencana yang disusun bersama setiap tahun anggaran. " * 10
    pasal = [f"{p(f'Pasal {n}')}{p('PELAKSANAAN')}{p(kalimat)}" for n in (1, 2, 3, 2)]
    bacaan = read_docx(save(tmp_path, p("PERJANJIAN KERJA SAMA") + "".join(pasal)))
    assert [satu.nomor for satu in bacaan.naskah.iter_pasal()] == ["1", "2", "3", "2"]
    assert not [a for a in bacaan.alinea if a.peran is Peran.CETAKAN]
