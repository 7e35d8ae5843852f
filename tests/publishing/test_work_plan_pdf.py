"""The Rencana Kerja of the Jakarta example on paper: what a reader of the PDF sees."""

import bisect
import itertools
import re
import subprocess
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest
from lxml import etree

from naskah.assembly.assemble import assemble
from naskah.library.drafts import load_rancangan
from naskah.library.pustaka import Pustaka
from naskah.library.workspace import Workspace, packaged_data
from naskah.model.isi import plain
from naskah.model.naskah import Naskah
from naskah.rendering.docx import compile_template, render_docx
from naskah.rendering.pdf import convert_pdf

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
X = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture(scope="module")
def naskah() -> Naskah:
    contoh = packaged_data() / "examples" / "nk-jakarta.yaml"
    return assemble(load_rancangan(contoh), Pustaka(Workspace(packaged_data()))).naskah


@pytest.fixture(scope="module")
def pdf(naskah: Naskah, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rk")
    templat = compile_template(packaged_data() / "templates" / "nota-kesepakatan.docx")
    (folder / "nk.docx").write_bytes(render_docx(naskah, templat))
    return convert_pdf([folder / "nk.docx"], folder)[0]


@pytest.fixture(scope="module")
def halaman(pdf: Path) -> list[str]:
    """The pages on their side, as text in reading order."""
    awal = next(i for i, ukuran in enumerate(sizes(pdf), 1) if ukuran[0] > ukuran[1])
    perintah = ["pdftotext", "-f", str(awal), pdf, "-"]
    hasil = subprocess.run(perintah, capture_output=True, text=True, check=True).stdout
    return [" ".join(satu.split()) for satu in hasil.split("\f")[:-1]]


def sizes(pdf: Path) -> list[tuple[float, float]]:
    info = subprocess.run(["pdfinfo", "-l", "-1", pdf], capture_output=True, text=True, check=True).stdout
    return [(float(a), float(b)) for a, b in re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+)", info)]


def test_the_annex_lies_on_its_side_after_the_agreement(pdf: Path) -> None:
    miring = [lebar > tinggi for lebar, tinggi in sizes(pdf)]
    assert miring == sorted(miring) and True in miring and False in miring
    assert {tuple(sorted(round(sisi * 25.4 / 72) for sisi in satu)) for satu in sizes(pdf)} == {(215, 330)}


def test_the_heading_stands_on_the_first_page_of_the_annex(halaman: list[str]) -> None:
    urutan = ["LAMPIRAN", "NOTA KESEPAKATAN", "ANTARA", "TENTANG", "NOMOR: 1 TAHUN 2025", "NOMOR: MOU/1/022025"]
    urutan += ["DOKUMEN RENCANA KERJA", "PROGRAM / KEGIATAN"]
    tempat = [halaman[0].find(teks) for teks in urutan]
    assert -1 not in tempat and tempat == sorted(tempat)
    assert not any("LAMPIRAN" in satu for satu in halaman[1:])


def test_the_four_rows_of_the_header_are_on_every_page(halaman: list[str]) -> None:
    for satu in halaman:
        for kepala in (
            "TUGAS DAN TANGGUNG JAWAB",
            "PIHAK KESATU",
            "PENANGGUNG JAWAB",
            "OUTCOME",
            "2029",
            "(1)",
            "(16)",
        ):
            assert kepala in satu


@pytest.fixture(scope="module")
def kolom(pdf: Path) -> list[str]:
    """What stands in each column below the header, page after page, letters only: as Word laid the cells out."""
    dokumen = etree.fromstring(zipfile.ZipFile(pdf.with_suffix(".docx")).read("word/document.xml"))
    (kisi,) = (t.find(f"{W}tblGrid") for t in dokumen.iter(f"{W}tbl") if t.find(f"{W}tblPr/{W}tblStyle") is not None)
    tepi = list(itertools.accumulate((int(k.get(f"{W}w")) for k in kisi), initial=1134))
    perintah = ["pdftotext", "-bbox", pdf, "-"]
    pohon = etree.fromstring(subprocess.run(perintah, capture_output=True, check=True).stdout)
    hasil = [""] * (len(tepi) - 1)
    for halaman in (h for h in pohon.iter(f"{X}page") if float(h.get("width")) > float(h.get("height"))):
        kata = [(float(w.get("yMin")), float(w.get("xMin")), w.text) for w in halaman.iter(f"{X}word")]
        kepala = next(y for y, _, teks in kata if teks == "(16)")
        nama = next((y for y, _, teks in kata if teks == "DENY"), None)
        # The signatures below the table are no cells of it.
        akhir = max(y for y, _, teks in kata if teks == "KEDUA," and y < nama) if nama else 1e6
        for y, x, teks in sorted(kata):
            if kepala + 4 < y < akhir - 4:
                hasil[bisect.bisect(tepi, x * 20) - 1] += teks
    return hasil


def letters(isi: Iterable[str]) -> str:
    return "".join("".join(isi).split())


def test_every_cell_of_all_eighteen_activities_is_printed_in_its_column(naskah: Naskah, kolom: list[str]) -> None:
    kegiatan = [k for p in naskah.lampiran[0].tabel.program for k in p.kegiatan]
    assert len(kegiatan) == 18
    assert kolom[2] == letters(f"{k.nomor}. {plain(k.nama)}" for k in kegiatan)
    for i, tahun in enumerate(naskah.lampiran[0].tabel.tahun, 5):
        assert kolom[i] == "V" * sum(tahun in k.tahun for k in kegiatan)
    assert kolom[3] == letters(plain(k.lokasi) for k in kegiatan)
    assert kolom[4] == letters(plain(k.sumber_dana) for k in kegiatan)
    for i, pihak in ((10, 0), (12, 1)):
        jawab = (plain(p) for k in kegiatan for p in k.tugas[pihak].penanggung_jawab)
        assert kolom[i] == letters(jawab)
        assert kolom[i + 1] == letters(plain(k.tugas[pihak].kegiatan) for k in kegiatan)
    assert kolom[14] == letters(plain(k.output) for k in kegiatan)
    assert kolom[15] == letters(plain(k.outcome) for k in kegiatan)


def test_a_programme_is_printed_once_and_runs_down_its_activities(naskah: Naskah, kolom: list[str]) -> None:
    program = naskah.lampiran[0].tabel.program
    assert kolom[:2] == ["123", letters(plain(p.nama) for p in program)]


def test_a_mark_stands_in_each_year_in_force(halaman: list[str]) -> None:
    assert sum(len(re.findall(r"(?<!\S)V(?!\S)", satu)) for satu in halaman) == 18 * 5


def test_the_signatures_follow_the_table_and_never_stand_alone(halaman: list[str]) -> None:
    akhir = halaman[-1]
    assert akhir.index("PIHAK KEDUA,") < akhir.index("PIHAK KESATU,")
    assert "DENY YUSYULIAN" in akhir and "MARULLAH MATALI" in akhir
    assert re.search(r"\bf\. Pelatihan kader", akhir), "the last activity is on the page that is signed"
