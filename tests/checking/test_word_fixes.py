"""Remedies as tracked changes: accepted they are the text mended, rejected they are the text as it was."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from checked_word_files import W, accept, find, list_schema_faults, make_docx, other_parts, read_root, reject
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from naskah.checking.finding import Perbaikan, Temuan
from naskah.checking.remedies import choose_fixes, list_money
from naskah.checking.word.fixes import write_fixes

WAKTU = datetime(2026, 3, 2, 9, 30, 15)
KASUS = {
    "a word": (("dapat merubah jadwal",), ("merubah", "mengubah"), "dapat mengubah jadwal"),
    "over two runs": (("dapat mer", ("ubah", "b"), " jadwal"), ("merubah", "mengubah"), "dapat mengubah jadwal"),
    "a whole run": (("dapat ", ("merubah", "i"), " jadwal"), ("merubah", "mengubah"), "dapat mengubah jadwal"),
    "a space taken out": (("jadwal : satu",), (" :", ":"), "jadwal: satu"),
    "words taken out": (("dan dan jadwal",), (" dan", ""), "dan jadwal"),
    "at the beginning": (("diantara PIHAK",), ("diantara", "di antara"), "di antara PIHAK"),
    "at the end": (("tanpa resiko",), ("resiko", "risiko"), "tanpa risiko"),
    "across a tab": (("satu\tdua",), ("u\td", "u d"), "satu dua"),
}


@pytest.mark.parametrize(("runs", "ganti", "sesudah"), KASUS.values(), ids=KASUS)
def test_accepting_mends_and_rejecting_restores(tmp_path: Path, runs, ganti, sesudah) -> None:
    asal = make_docx(tmp_path / "a.docx", ("awal",), runs, ("akhir",))
    hasil = write_fixes(asal, [find(asal, *ganti)], tmp_path / "b.docx", WAKTU)
    assert (len(hasil.diterapkan), hasil.dilewati) == (1, ())
    sebelum = accept(read_root(asal))
    assert accept(read_root(tmp_path / "b.docx")) == ["awal", sesudah, "akhir"]
    assert reject(read_root(tmp_path / "b.docx")) == sebelum


def test_a_missing_word_is_put_in(tmp_path: Path) -> None:
    asal = make_docx(tmp_path / "a.docx", ("satu;", (" dua", "b")))
    dasar = find(asal, "satu;")
    sisipan = replace(dasar, kutipan="", perbaikan=Perbaikan(5, 5, " dan"))
    write_fixes(asal, [sisipan], tmp_path / "b.docx", WAKTU)
    assert accept(read_root(tmp_path / "b.docx")) == ["satu; dan dua"]
    assert reject(read_root(tmp_path / "b.docx")) == ["satu; dua"]


def test_what_is_put_in_looks_as_what_it_replaces(tmp_path: Path) -> None:
    asal = make_docx(tmp_path / "a.docx", ("dapat ", ("merubah", "bi"), " jadwal"))
    write_fixes(asal, [find(asal, "merubah", "mengubah")], tmp_path / "b.docx", WAKTU)
    (sisipan,) = read_root(tmp_path / "b.docx").iter(f"{W}ins")
    assert [satu.tag for satu in sisipan.find(f"{W}r/{W}rPr")] == [f"{W}b", f"{W}i"]
    assert (sisipan.get(f"{W}author"), sisipan.get(f"{W}date")) == ("naskah", "2026-03-02T09:30:15Z")


def test_only_the_document_is_touched(tmp_path: Path) -> None:
    asal = make_docx(tmp_path / "a.docx", ("dapat merubah jadwal",))
    write_fixes(asal, [find(asal, "merubah", "mengubah")], tmp_path / "b.docx", WAKTU)
    assert other_parts(tmp_path / "b.docx", "word/document.xml") == other_parts(asal, "word/document.xml")
    assert list_schema_faults(tmp_path / "b.docx") == list_schema_faults(asal)


def test_paragraphs_without_a_remedy_stay_as_they_are(tmp_path: Path) -> None:
    asal = make_docx(tmp_path / "a.docx", ("dapat merubah jadwal",), ("utuh ", ("sekali", "b")))
    write_fixes(asal, [find(asal, "merubah", "mengubah")], tmp_path / "b.docx", WAKTU)
    sebelum, sesudah = (list(read_root(j).iter(f"{W}p"))[1] for j in (asal, tmp_path / "b.docx"))
    assert etree.tostring(sesudah) == etree.tostring(sebelum)


def test_digits_are_brought_in_line_only_on_request(tmp_path: Path) -> None:
    asal = make_docx(tmp_path / "a.docx", ("selama 3 (empat) resiko",))
    temuan = [find(asal, "3", "4", kode="A03"), find(asal, "resiko", "risiko"), find(asal, "selama")]
    assert [t.kode for t in choose_fixes(temuan)] == ["B01"]
    assert [t.kode for t in choose_fixes(temuan, samakan_angka=True)] == ["A03", "B01"]


def test_amounts_of_money_are_never_brought_in_line(tmp_path: Path) -> None:
    asal = make_docx(tmp_path / "a.docx", ("paling banyak Rp500 (lima puluh rupiah)",))
    temuan = [find(asal, "Rp500 (lima puluh rupiah)", "Rp50 (lima puluh rupiah)", kode="A03")]
    assert choose_fixes(temuan, samakan_angka=True) == []
    assert list_money(temuan) == temuan


@pytest.mark.parametrize("kode", ["I02", "I05", "I06"])
def test_names_and_whom_they_mean_are_not_changed_by_themselves(tmp_path: Path, kode: str) -> None:
    asal = make_docx(tmp_path / "a.docx", ("PIHAK PERTAMA hadir",))
    assert choose_fixes([find(asal, "PERTAMA", "KESATU", kode=kode)], samakan_angka=True) == []


def test_a_line_that_breaks_off_is_not_mended(tmp_path: Path) -> None:
    asal = make_docx(tmp_path / "a.docx", ("menyampaikan resiko kepada;",), ("resiko",))
    putus, di_dalam = find(asal, "kepada;", kode="P07"), find(asal, "resiko", "risiko")
    lain = find(asal, "resiko", "risiko", ke=1)
    assert choose_fixes([putus, di_dalam, lain]) == [lain]


def test_of_two_remedies_that_touch_the_same_words_one_is_left_out_and_said(tmp_path: Path) -> None:
    asal = make_docx(tmp_path / "a.docx", ("dan dan atau",))
    pertama, kedua = find(asal, "dan dan", "dan"), find(asal, "dan atau", "dan/atau")
    hasil = write_fixes(asal, [kedua, pertama], tmp_path / "b.docx", WAKTU)
    assert hasil.diterapkan == (pertama,)
    assert [(t, s.startswith("bersinggungan")) for t, s in hasil.dilewati] == [(kedua, True)]
    assert reject(read_root(tmp_path / "b.docx")) == ["dan dan atau"]


def test_a_remedy_that_does_not_fit_the_paragraph_is_left_out(tmp_path: Path) -> None:
    asal = make_docx(tmp_path / "a.docx", ("dapat merubah jadwal",))
    temuan = find(asal, "merubah", "mengubah")
    bergeser = replace(temuan, perbaikan=Perbaikan(0, 7, "mengubah"))
    jauh = replace(temuan, tempat=replace(temuan.tempat, alinea=99))
    hasil = write_fixes(asal, [bergeser, jauh], tmp_path / "b.docx", WAKTU)
    assert (hasil.diterapkan, len(hasil.dilewati)) == ((), 2)
    assert other_parts(tmp_path / "b.docx") == other_parts(asal)


def put_around(jalur: Path, nama: str, **sifat: str) -> None:
    """Put the first run of the last paragraph into another element."""
    dokumen = Document(str(jalur))
    run = dokumen.paragraphs[-1].runs[0]._r
    luar = run.makeelement(f"{W}{nama}", {f"{W}{k}": v for k, v in sifat.items()})
    run.addprevious(luar)
    luar.append(run)
    dokumen.save(str(jalur))


def test_words_that_another_inserted_are_left_to_that_other(tmp_path: Path) -> None:
    asal = make_docx(tmp_path / "a.docx", ("dapat merubah jadwal",))
    put_around(asal, "ins", id="7", author="Sari", date="2026-01-01T00:00:00Z")
    hasil = write_fixes(asal, [find(asal, "merubah", "mengubah")], tmp_path / "b.docx", WAKTU)
    assert hasil.diterapkan == ()
    assert "perubahan terlacak" in hasil.dilewati[0][1]


def test_words_in_a_link_are_mended_in_the_link(tmp_path: Path) -> None:
    asal = make_docx(tmp_path / "a.docx", ("dapat merubah jadwal",))
    put_around(asal, "hyperlink", anchor="x")
    hasil = write_fixes(asal, [find(asal, "merubah", "mengubah")], tmp_path / "b.docx", WAKTU)
    assert len(hasil.diterapkan) == 1
    assert accept(read_root(tmp_path / "b.docx")) == ["dapat mengubah jadwal"]


def test_what_a_field_prints_is_left_to_word(tmp_path: Path) -> None:
    asal = make_docx(tmp_path / "a.docx", ("awal", "merubah", "akhir"))
    dokumen = Document(str(asal))
    for run, jenis in zip(dokumen.paragraphs[-1].runs[::2], ("begin", "end"), strict=True):
        run._r.append(run._r.makeelement(f"{W}fldChar", {f"{W}fldCharType": jenis}))
        if jenis == "begin":
            run._r.append(run._r.makeelement(f"{W}fldChar", {f"{W}fldCharType": "separate"}))
    dokumen.save(str(asal))
    hasil = write_fixes(asal, [find(asal, "merubah", "mengubah")], tmp_path / "b.docx", WAKTU)
    assert hasil.diterapkan == ()


KATA = st.sampled_from(["a", "merubah", " ", "resiko", "\t", "dan dan", ";", "é"])


@given(data=st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_remedies_are_restored_by_rejecting_and_applied_by_accepting(tmp_path: Path, data: st.DataObject) -> None:
    runs = data.draw(st.lists(st.tuples(KATA, st.sampled_from(["", "b", "i"])), min_size=1, max_size=6))
    asal = make_docx(tmp_path / "a.docx", tuple(runs))
    teks = reject(read_root(asal))[0]
    dasar = find(asal, teks)
    temuan: list[Temuan] = []
    for _ in range(data.draw(st.integers(1, 4))):
        awal, akhir = sorted((data.draw(st.integers(0, len(teks))), data.draw(st.integers(0, len(teks)))))
        ganti = data.draw(st.sampled_from(["", "x", "di antara"]))
        temuan.append(replace(dasar, kutipan=teks[awal:akhir], perbaikan=Perbaikan(awal, akhir, ganti)))
    hasil = write_fixes(asal, temuan, tmp_path / "b.docx", WAKTU)
    seharusnya = teks
    for satu in sorted(hasil.diterapkan, key=lambda t: t.perbaikan.awal, reverse=True):
        p = satu.perbaikan
        seharusnya = seharusnya[: p.awal] + p.ganti + seharusnya[p.akhir :]
    akar = read_root(tmp_path / "b.docx")
    assert reject(akar) == [teks]
    assert accept(akar) == [seharusnya]
    assert len(hasil.diterapkan) + len(hasil.dilewati) == len(temuan)
