"""Signatures that one Word paragraph holds are those that a reader sees."""

from pathlib import Path

import pytest
from word_files import p, save, table

from naskah.model.isi import Teks
from naskah.model.naskah import Naskah
from naskah.reading.docx import read_docx

ISI = "".join(
    p(teks)
    for teks in (
        "PERJANJIAN KERJA SAMA",
        "TENTANG",
        "DATA CUACA",
        "Pasal 1",
        "MAKSUD",
        "Maksudnya memanfaatkan data cuaca.",
        "Demikian Perjanjian Kerja Sama ini dibuat dalam rangkap 2 (dua).",
    )
)


def broken(*baris: str) -> str:
    """A paragraph of lines with Shift+Enter between, cells in them with tabs."""
    isi = "<w:r><w:br/></w:r>".join(
        "<w:r><w:tab/></w:r>".join(f"<w:r><w:t>{sel}</w:t></w:r>" for sel in satu.split("|")) for satu in baris
    )
    return f"<w:p>{isi}</w:p>"


_KEDUA = ("PIHAK KEDUA,", "", "", "BIMA ADISAPUTRA")
_KESATU = ("PIHAK KESATU,", "", "", "SARI WULANDARI")


@pytest.mark.parametrize(
    "ttd",
    [
        table((broken(*_KEDUA), broken(*_KESATU))),
        broken(*_KEDUA) + broken(*_KESATU),
        broken("PIHAK KEDUA,|PIHAK KESATU,") + p() + broken("BIMA ADISAPUTRA|SARI WULANDARI"),
        broken("|PIHAK KEDUA,||PIHAK KESATU,") + broken("|BIMA ADISAPUTRA||SARI WULANDARI"),
        broken("PIHAK KEDUA,|PIHAK KESATU,", "", "BIMA ADISAPUTRA|SARI WULANDARI"),
        broken("PIHAK KEDUA,|PIHAK KESATU,") + broken("|BUPATI,") + broken("BIMA ADISAPUTRA|SARI WULANDARI"),
    ],
)
def test_label_and_name_in_one_paragraph_are_signatures(ttd: str, tmp_path: Path) -> None:
    bacaan = read_docx(save(tmp_path, ISI + ttd))
    assert isinstance(bacaan.naskah, Naskah)
    nama = {blok.sebutan: blok.nama for baris in bacaan.naskah.tanda_tangan for blok in baris}
    assert nama == {"PIHAK KEDUA": "BIMA ADISAPUTRA", "PIHAK KESATU": "SARI WULANDARI"}
    assert bacaan.sisa == ()


def test_text_with_tabs_that_names_no_party_alone_stays_one_line(tmp_path: Path) -> None:
    bacaan = read_docx(save(tmp_path, ISI.replace("Maksudnya", "PIHAK KESATU\tdan PIHAK KEDUA")))
    assert isinstance(bacaan.naskah, Naskah)
    assert bacaan.naskah.tanda_tangan == ()
    assert sum(len(pasal.ayat) for pasal in bacaan.naskah.iter_pasal()) == 1


def test_what_stands_in_a_column_keeps_its_place_in_the_paragraph(tmp_path: Path) -> None:
    tugas = broken("PIHAK KEDUA|PIHAK KESATU") + broken("menyediakan data|menyediakan alat")
    kolom = read_docx(save(tmp_path, ISI.replace("Demikian", "Begitu") + tugas))
    assert isinstance(kolom.naskah, Naskah)
    span = [s for pasal in kolom.naskah.iter_pasal() for ayat in pasal.ayat for s in ayat.isi]
    dua = next(s for s in span if isinstance(s, Teks) and "menyediakan alat" in s.teks)
    assert dua.tempat is not None
    assert dua.tempat.awal == len("menyediakan data\t")
