"""A file that is damaged, locked or made to harm gives a sentence: no traceback, no memory without end."""

import random
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from word_files import document, p, package, table, zipped

from naskah.model.galat import NaskahError
from naskah.reading.docx import package as bungkus
from naskah.reading.docx import read_docx

BOM = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
BERKAS = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def save(folder: Path, isi: bytes) -> Path:
    jalur = folder / "naskah.docx"
    jalur.write_bytes(isi)
    return jalur


def with_document(xml: str) -> bytes:
    return zipped({**package(""), "word/document.xml": xml})


def entity(kepala: str) -> str:
    return kepala + document("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>").partition("?>")[2]


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        (b"", "berkas kosong"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "terkunci kata sandi, atau dokumen Word lama (.doc)"),
        (b"%PDF-1.7", "isinya bukan .docx"),
        (b"PK\x03\x04 terpotong", "rusak atau terpotong"),
        (zipped({"a.txt": "isi"}), "bukan dokumen Word: isi dokumennya tidak ada"),
        (with_document("<w:document"), "word/document.xml rusak pada baris 1"),
        (with_document("<a/>"), "bukan dokumen Word biasa"),
        (with_document(entity(BOM)), "memuat deklarasi DOCTYPE"),
        (with_document(entity(BERKAS)), "memuat deklarasi DOCTYPE"),
        (zipped({**package(p("a"), numbering=""), "word/numbering.xml": "<w:"}), "word/numbering.xml rusak"),
    ],
)
def test_a_file_that_cannot_be_read_says_why_and_what_to_do(isi: bytes, pesan: str, tmp_path: Path) -> None:
    with pytest.raises(NaskahError) as galat:
        read_docx(save(tmp_path, isi))
    assert pesan in str(galat.value)
    assert str(galat.value).startswith("naskah.docx: ")


def test_a_part_that_grows_beyond_the_bound_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bungkus, "ISI_MAKSIMUM", 100_000)
    jalur = save(tmp_path, with_document(document(p("a") + " " * 200_000)))
    with pytest.raises(NaskahError, match="setelah dibuka"):
        read_docx(jalur)


def test_a_part_of_too_many_tags_is_refused_before_it_is_a_tree(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bungkus, "TAG_MAKSIMUM", 1_000)
    monkeypatch.setattr(bungkus.etree, "fromstring", lambda isi, _: pytest.fail("built") if len(isi) > 9_000 else None)
    jalur = save(tmp_path, zipped({"word/document.xml": document(p("a") * 500)}))
    with pytest.raises(NaskahError, match="terlalu banyak unsur. Bagi menjadi beberapa berkas"):
        read_docx(jalur)


def test_the_tags_of_all_parts_count_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bungkus, "TAG_MAKSIMUM", 1_000)
    isi = zipped(package(p("a") * 70, header=p("a") * 70))
    with pytest.raises(NaskahError, match="word/header.xml memuat terlalu banyak unsur"):
        read_docx(save(tmp_path, isi))


def test_a_file_of_too_many_parts_or_bytes_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    jalur = save(tmp_path, zipped(package(p("a"))))
    monkeypatch.setattr(bungkus, "ANGGOTA_MAKSIMUM", 2)
    with pytest.raises(NaskahError, match="lebih dari 2 bagian"):
        read_docx(jalur)
    monkeypatch.setattr(bungkus, "UKURAN_MAKSIMUM", 10)
    with pytest.raises(NaskahError, match="Perkecil gambarnya"):
        read_docx(jalur)


def test_a_document_of_too_many_paragraphs_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("naskah.reading.docx.paragraphs.ALINEA_MAKSIMUM", 10)
    with pytest.raises(NaskahError, match="lebih dari 10 alinea"):
        read_docx(save(tmp_path, zipped(package(p("a") * 11))))


def test_a_member_that_is_damaged_or_locked_is_named(tmp_path: Path) -> None:
    isi = bytearray(zipped(package(p("a" * 500))))
    with zipfile.ZipFile(save(tmp_path, bytes(isi))) as berkas:
        letak = berkas.getinfo("word/document.xml").header_offset
    isi[letak + 60] ^= 0xFF
    with pytest.raises(NaskahError, match=r"bagian word/document.xml rusak"):
        read_docx(save(tmp_path, bytes(isi)))


def test_a_part_outside_the_package_is_never_opened(tmp_path: Path) -> None:
    semua = package(p("a"), styles="")
    for sasaran in ("../../../../etc/passwd", "/etc/passwd", "file:///etc/passwd"):
        semua["word/_rels/document.xml.rels"] = semua["word/_rels/document.xml.rels"].replace("styles.xml", sasaran)
        assert [a.teks for a in read_docx(save(tmp_path, zipped(semua))).alinea] == ["a"]


def test_tables_nested_without_end_and_rows_without_cells_are_read(tmp_path: Path) -> None:
    isi = p("dalam")
    for _ in range(40):
        isi = table((isi, p("kanan")), ())
    alinea = read_docx(save(tmp_path, zipped(package(isi)))).alinea
    assert len(alinea) == 41


def test_a_cell_as_wide_as_a_number_allows_makes_no_endless_row(tmp_path: Path) -> None:
    lebar = '<w:tc><w:tcPr><w:gridSpan w:val="99999"/></w:tcPr>' + p("a") + "</w:tc>"
    isi = f"<w:tbl><w:tr>{lebar * 300}</w:tr></w:tbl>"
    bacaan = read_docx(save(tmp_path, zipped(package(isi))))
    assert sum(a.teks == "a" for a in bacaan.alinea) == 300
    assert max(len(a.sel) for a in bacaan.alinea) < 500


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(benih=st.integers(0, 2**32), berkas=st.integers(0, 100))
def test_any_mutation_of_a_document_is_read_or_refused(
    benih: int, berkas: int, documents_made_by_naskah: list[Path], tmp_path_factory: pytest.TempPathFactory
) -> None:
    acak = random.Random(benih)
    asal = documents_made_by_naskah[berkas % len(documents_made_by_naskah)]
    with zipfile.ZipFile(asal) as arsip:
        semua: dict[str, bytes] = {nama: arsip.read(nama) for nama in arsip.namelist()}
    for _ in range(acak.randint(1, 6)):
        nama = acak.choice(("word/document.xml", "word/numbering.xml", "word/styles.xml", "word/document.xml"))
        semua[nama] = _mutate(semua[nama], acak)
    if acak.random() < 0.2:
        del semua[acak.choice(list(semua))]
    jalur = tmp_path_factory.mktemp("rusak") / "a.docx"
    jalur.write_bytes(zipped(semua))
    try:
        read_docx(jalur)
    except NaskahError as galat:
        assert str(galat).startswith("a.docx: ")


def _mutate(isi: bytes, acak: random.Random) -> bytes:
    """Drop, double or move elements, change numbers; now and then cut bytes."""
    if acak.random() < 0.1:
        awal = acak.randrange(len(isi))
        return isi[:awal] + isi[awal + acak.randrange(40) :]
    potong = isi.split(b"<w:")
    i, j = acak.randrange(len(potong)), acak.randrange(len(potong))
    cara = acak.randrange(4)
    if cara == 0:
        potong[i] = potong[i].replace(b'"1"', b'"999999999999"').replace(b'"0"', b'"-3"')
    elif cara == 1:
        paragraf = isi.split(b"</w:p>")
        a, b = acak.randrange(len(paragraf)), acak.randrange(len(paragraf))
        paragraf[a], paragraf[b] = paragraf[b], paragraf[a]
        return b"</w:p>".join(paragraf)
    elif cara == 2:
        potong[i], potong[j] = potong[j], potong[i]
    else:
        potong[i] = potong[i].replace(b"w:val", b"w:lain")
    return b"<w:".join(potong)
