"""The way in: files by their endings, and sentences for those that cannot be read."""

from pathlib import Path

import pytest

from naskah.model.bacaan import JenisBacaan
from naskah.model.galat import NaskahError
from naskah.reading import read
from naskah.reading.read import read_document

TEKS = "PERJANJIAN KERJA SAMA\n\nPada hari ini:\n\nPasal 1\nLINGKUP\n\n(1) Meter “air” diperiksa.\n"


@pytest.mark.parametrize("nama", ["naskah.txt", "NASKAH.TXT", "naskah.md"])
@pytest.mark.parametrize("sandi", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_file_is_read_in_any_usual_encoding(tmp_path: Path, nama: str, sandi: str) -> None:
    berkas = tmp_path / nama
    berkas.write_text(TEKS, encoding=sandi)
    bacaan = read_document(berkas)
    assert (bacaan.berkas, bacaan.jenis) == (nama, JenisBacaan.PERJANJIAN_KERJA_SAMA)
    assert bacaan.alinea[-1].teks == "(1) Meter “air” diperiksa."


def test_an_empty_file_is_a_document_of_no_kind(tmp_path: Path) -> None:
    (tmp_path / "kosong.txt").touch()
    assert read_document(tmp_path / "kosong.txt").jenis is JenisBacaan.TIDAK_DIKENAL


@pytest.mark.parametrize(
    ("nama", "isi", "pesan"),
    [
        ("tiada.txt", None, "tidak ditemukan"),
        ("naskah.pdf", b"%PDF", "berakhiran .pdf, yang tidak dapat dibaca. Simpan sebagai .docx atau .txt"),
        ("naskah", b"x", "berakhiran kosong"),
        ("biner.txt", b"a\0b", "bukan berkas teks"),
        ("rusak.docx", b"bukan zip", "rusak.docx"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_what_to_do(
    tmp_path: Path, nama: str, isi: bytes | None, pesan: str
) -> None:
    if isi is not None:
        (tmp_path / nama).write_bytes(isi)
    with pytest.raises(NaskahError, match=pesan):
        read_document(tmp_path / nama)


def test_a_text_of_too_many_lines_is_refused_before_it_is_taken_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("naskah.reading.text.read.BARIS_MAKSIMUM", 10)
    monkeypatch.setattr("naskah.reading.text.read.read_paragraphs", lambda _: pytest.fail("taken apart"))
    (tmp_path / "panjang.txt").write_text("\n" * 11)
    with pytest.raises(NaskahError, match="terlalu panjang untuk satu naskah. Bagi menjadi beberapa berkas"):
        read_document(tmp_path / "panjang.txt")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NaskahError, match="bukan berkas"):
        read_document(tmp_path)


def test_a_file_that_is_too_large_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "UKURAN_MAKSIMUM", 10)
    (tmp_path / "besar.txt").write_text(TEKS)
    with pytest.raises(NaskahError, match="terlalu besar"):
        read_document(tmp_path / "besar.txt")
