"""Findings as Word comments: at their words, everything else as it was."""

import zipfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from checked_word_files import find, list_schema_faults, make_docx, other_parts, read_root
from docx import Document
from docx.oxml.ns import qn

from naskah.checking.finding import Keparahan, Temuan
from naskah.checking.word.comments import write_comments
from naskah.model.galat import NaskahError
from naskah.model.tempat import Tempat
from naskah.reading.docx import own_text

WAKTU = datetime(2026, 3, 2, 9, 30, 15)
DAFTAR = ("word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml")
RUNS = [
    ("PIHAK KESATU dapat merubah jadwal.",),
    ("PIHAK KESATU dapat ", ("mer", "b"), "ubah jadwal."),
    (("PIHAK KESATU dapat merubah jadwal.", "i"),),
    ("PIHAK KESATU\tdapat merubah ", "jadwal."),
]


def commented_words(jalur: Path, nomor: str) -> str:
    """The text between the marks of a comment."""
    hasil, dalam = [], False
    for unsur in read_root(jalur).iter():
        if unsur.get(qn("w:id")) == nomor and unsur.tag == qn("w:commentRangeStart"):
            dalam = True
        elif unsur.get(qn("w:id")) == nomor and unsur.tag == qn("w:commentRangeEnd"):
            dalam = False
        elif dalam and unsur.tag == qn("w:t"):
            hasil.append(unsur.text or "")
    return "".join(hasil)


@pytest.mark.parametrize("runs", RUNS)
def test_a_comment_spans_exactly_the_words_whatever_runs_they_are_in(tmp_path: Path, runs) -> None:
    asal = make_docx(tmp_path / "a.docx", ("Pasal 1",), runs)
    write_comments(asal, [find(asal, "merubah")], tmp_path / "b.docx", WAKTU)
    (komentar,) = Document(str(tmp_path / "b.docx")).comments
    assert commented_words(tmp_path / "b.docx", str(komentar.comment_id)) == "merubah"
    assert komentar.author == "naskah"
    assert komentar.text == 'Galat B01. "merubah" tidak baku.\nPakai bentuk bakunya.'
    assert [own_text(p) for p in read_root(tmp_path / "b.docx").iter(qn("w:p"))] == [
        own_text(p) for p in read_root(asal).iter(qn("w:p"))
    ]


@pytest.mark.parametrize("runs", RUNS)
def test_divided_runs_keep_their_properties(tmp_path: Path, runs) -> None:
    asal = make_docx(tmp_path / "a.docx", runs)
    write_comments(asal, [find(asal, "merubah")], tmp_path / "b.docx", WAKTU)

    def letters(jalur: Path) -> list[tuple[str, bool | None, bool | None]]:
        semua = (r for p in Document(str(jalur)).paragraphs for r in p.runs)
        return [(huruf, r.bold, r.italic) for r in semua for huruf in r.text]

    assert letters(tmp_path / "b.docx") == letters(asal)


def test_every_other_part_stays_byte_for_byte(tmp_path: Path) -> None:
    asal = make_docx(tmp_path / "a.docx", ("dapat merubah",))
    write_comments(asal, [find(asal, "merubah")], tmp_path / "b.docx", WAKTU)
    assert other_parts(tmp_path / "b.docx", *DAFTAR) == other_parts(asal, *DAFTAR)


def test_without_findings_the_copy_is_the_same(tmp_path: Path) -> None:
    asal = make_docx(tmp_path / "a.docx", ("tidak ada yang salah",))
    write_comments(asal, [], tmp_path / "b.docx", WAKTU)
    assert other_parts(tmp_path / "b.docx") == other_parts(asal)


def test_comments_of_others_stay(tmp_path: Path) -> None:
    asal = make_docx(tmp_path / "a.docx", ("dapat merubah jadwal",))
    dokumen = Document(str(asal))
    dokumen.add_comment(dokumen.paragraphs[-1].runs, "Mohon dicek.", author="Sari", initials="S")
    dokumen.save(str(asal))
    write_comments(asal, [find(asal, "merubah"), find(asal, "jadwal")], tmp_path / "b.docx", WAKTU)
    semua = [(k.author, k.comment_id) for k in Document(str(tmp_path / "b.docx")).comments]
    assert semua == [("Sari", 0), ("naskah", 1), ("naskah", 2)]
    assert commented_words(tmp_path / "b.docx", "0") == "dapat merubah jadwal"


def test_two_findings_about_the_same_words_are_two_comments(tmp_path: Path) -> None:
    asal = make_docx(tmp_path / "a.docx", ("dapat merubah jadwal",))
    semua = [find(asal, kata) for kata in ("merubah jadwal", "merubah", "merubah")]
    write_comments(asal, semua, tmp_path / "b.docx", WAKTU)
    assert [commented_words(tmp_path / "b.docx", n) for n in "012"] == ["merubah jadwal", "merubah", "merubah"]
    acuan = [satu.get(qn("w:id")) for satu in read_root(tmp_path / "b.docx").iter(qn("w:commentReference"))]
    assert acuan == ["1", "2", "0"]


@pytest.mark.parametrize("alinea", [None, 999])
def test_a_finding_without_a_paragraph_is_said_at_the_first_that_prints(tmp_path: Path, alinea) -> None:
    asal = make_docx(tmp_path / "a.docx", ("",), ("NOTA KESEPAKATAN",), ("isi",))
    tempat = None if alinea is None else Tempat(alinea, 3)
    temuan = Temuan("K01", Keparahan.PERINGATAN, "Naskah", "Sanksi tidak diatur.", "Tambahkan.", tempat=tempat)
    write_comments(asal, [temuan], tmp_path / "b.docx", WAKTU)
    assert commented_words(tmp_path / "b.docx", "0") == "NOTA KESEPAKATAN"
    (komentar,) = Document(str(tmp_path / "b.docx")).comments
    assert komentar.text.endswith("(Naskah)")


def test_words_that_a_reader_tidied_are_found_again(tmp_path: Path) -> None:
    asal = make_docx(tmp_path / "a.docx", ("  dapat   merubah jadwal",))
    temuan = find(asal, "merubah")
    bergeser = replace(temuan, tempat=replace(temuan.tempat, awal=2))
    write_comments(asal, [bergeser], tmp_path / "b.docx", WAKTU)
    assert commented_words(tmp_path / "b.docx", "0") == "merubah"


def test_a_comment_says_nothing_that_xml_cannot_hold(tmp_path: Path) -> None:
    asal = make_docx(tmp_path / "a.docx", ("isi",))
    temuan = Temuan("B01", Keparahan.SARAN, "Naskah", "a\x07b <w:t>&", "c\nd")
    write_comments(asal, [temuan], tmp_path / "b.docx", WAKTU)
    (komentar,) = Document(str(tmp_path / "b.docx")).comments
    assert komentar.text == "Saran B01. a b <w:t>&\nc d\n(Naskah)"


def test_a_file_that_is_not_word_is_refused_with_what_to_do(tmp_path: Path) -> None:
    asal = tmp_path / "a.txt"
    asal.write_text("isi", encoding="utf-8")
    with pytest.raises(NaskahError, match="simpan dahulu sebagai .docx"):
        write_comments(asal, [], tmp_path / "b.docx", WAKTU)


def test_a_strict_file_is_refused_with_what_to_do(tmp_path: Path) -> None:
    asal = make_docx(tmp_path / "a.docx", ("isi",))
    ketat = tmp_path / "ketat.docx"
    with zipfile.ZipFile(asal) as dari, zipfile.ZipFile(ketat, "w") as ke:
        for nama in dari.namelist():
            isi = dari.read(nama)
            if nama == "word/document.xml":
                lama = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
                isi = isi.replace(lama, b"http://purl.oclc.org/ooxml/wordprocessingml/main")
            ke.writestr(nama, isi)
    with pytest.raises(NaskahError, match="Strict"):
        write_comments(ketat, [], tmp_path / "b.docx", WAKTU)
    assert not (tmp_path / "b.docx").exists()


def test_the_copy_is_valid_for_word(tmp_path: Path) -> None:
    asal = make_docx(tmp_path / "a.docx", ("dapat ", ("merubah", "b"), " jadwal"), ("lain",))
    write_comments(asal, [find(asal, "merubah"), find(asal, "lain")], tmp_path / "b.docx", WAKTU)
    assert list_schema_faults(tmp_path / "b.docx") == list_schema_faults(asal)
