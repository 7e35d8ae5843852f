"""What LibreOffice prints, read back from the PDF; and what is said when it cannot."""

import re
import stat
import subprocess
import time
from pathlib import Path

import pytest
from sample_trees import SEBUTAN, ayat, body, make, pasal, replace_tree
from test_docx_render import png, with_logo

from naskah.model.galat import NaskahError
from naskah.model.naskah import Naskah
from naskah.rendering.docx import render_docx
from naskah.rendering.pdf import convert_pdf, find_libreoffice

# How far the pasal reach down the last page: the signatures must stay whole wherever they fall.
PENGISI = range(0, 42, 3)


def filled(baris: int) -> Naskah:
    isi = tuple(ayat(str(n), f"Baris pengisi nomor {n}.") for n in range(1, baris + 2))
    return replace_tree(make(3, paraf=False), batang=(body(2)[1], pasal("2", "Pengisi", *isi)), dasar=(), premis=None)


def without_definitions(naskah: Naskah) -> Naskah:
    return replace_tree(naskah, setelah_pihak=())


@pytest.fixture(scope="module")
def pages(documents: dict[str, bytes], templat, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The text of each page of each document, from one call of LibreOffice."""
    folder = tmp_path_factory.mktemp("pdf")
    semua = dict(documents)
    for baris in PENGISI:
        naskah = filled(baris)
        semua[f"isi-{baris}"] = render_docx(without_definitions(naskah), templat(naskah))
    (folder / "logo.png").write_bytes(png(30, 40))
    semua["logo"] = render_docx(with_logo("logo.png", "logo.png"), templat(make(2)), aset=folder)
    for nama, docx in semua.items():
        (folder / f"{nama}.docx").write_bytes(docx)
    hasil = convert_pdf([folder / f"{nama}.docx" for nama in semua], folder / "jadi")
    assert [satu.stem for satu in hasil] == list(semua)
    return {satu.stem: read_pages(satu) for satu in hasil}


def read_pages(pdf: Path) -> list[str]:
    teks = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    return teks.replace("\u00a0", " ").split("\f")[:-1]


def words(halaman: list[str]) -> str:
    """The whole text in one line, without the numbers of pages and the paraf boxes."""
    teks = re.sub(r"^ *- *\d+ *- *$|^ *Paraf PIHAK \w+ *$", "", "\n".join(halaman), flags=re.M)
    return " ".join(teks.split())


@pytest.mark.parametrize("nama", ["dua-pihak", "tiga-pihak", "empat-pihak", "bab"])
def test_thirteen_pasal_in_order(pages: dict[str, list[str]], nama: str) -> None:
    kepala = re.findall(r"^ +Pasal (\d+)$", "\n".join(pages[nama]), re.M)
    assert kepala == [str(n) for n in range(1, 14)]


def test_ayat_start_again_at_each_pasal(pages: dict[str, list[str]]) -> None:
    potongan = re.split(r"^ +Pasal \d+$", "\n".join(pages["dua-pihak"]), flags=re.M)[1:]
    ayat_pasal = [[int(n) for n in re.findall(r"^ *\((\d+)\)", satu, re.M)] for satu in potongan]
    jumlah = [0, 2, 0, 0, 2, 3, 0, 2, 2, 11, 0, 2, 0]
    assert ayat_pasal == [list(range(1, n + 1)) for n in jumlah]


def test_every_level_of_lists(pages: dict[str, list[str]]) -> None:
    pasal_4 = words(pages["dua-pihak"]).split("RUANG LINGKUP")[1].split("Pasal 5")[0]
    urut = ["a. penyediaan", "1. alat ukur", "a) perangkat:", "1) sensor", "2) katup", "b) perangkat lunak", "2. suku",
            "b. pelatihan", "1. teori", "2. praktik"]  # fmt: skip
    assert [satu for satu in urut if satu in pasal_4] == urut
    assert sorted(urut, key=pasal_4.index) == urut


@pytest.mark.parametrize(
    "rujukan",
    [
        "sebagaimana dimaksud pada ayat (1) diajukan tertulis",
        "sebagaimana dimaksud pada ayat (2) tidak disampaikan",
        "Biaya pelaksanaan Pasal 4 huruf a ditanggung",
        "Ketentuan dalam Pasal 1 angka 3 berlaku bagi vendor",
        "Pasal 4 huruf a angka 1 huruf a) angka 2).",
        "Pasal 6 ayat (1) tetap berlaku, butir 11.",
        "Perubahan atas Pasal 5 dituangkan",
    ],
)
def test_references_print_what_they_point_at(pages: dict[str, list[str]], rujukan: str) -> None:
    assert rujukan in words(pages["dua-pihak"])
    assert "Error" not in words(pages["dua-pihak"]) and "tidak ditemukan" not in words(pages["dua-pihak"])


def test_references_to_typed_numbers(pages: dict[str, list[str]]) -> None:
    semua = words(pages["sisipan"])
    assert "(1) Kesatu, lihat (1a). (1a) Disisipkan. (2) Kedua." in semua
    assert "a. satu; c. tiga. Pasal 2A SISIPAN (1) Baru. (2) Baru lagi, lihat Pasal 2A huruf c. Pasal 3" in semua


def test_groups(pages: dict[str, list[str]]) -> None:
    semua = words(pages["bab"])
    urut = ["BAB I KETENTUAN UMUM Pasal 1", "BAB II PELAKSANAAN Bagian Kesatu Bagian Umum Paragraf 1 Bidang 1 Pasal 3",
            "Paragraf 2 Bidang 2 Pasal 4", "Bagian Kedua Bagian Khusus Paragraf 1 Bidang Lain Pasal 5",
            "BAB III PENUTUP Pasal 6"]  # fmt: skip
    assert sorted(urut, key=semua.index) == urut


def test_each_block_of_legal_bases_counts_from_one(pages: dict[str, list[str]]) -> None:
    semua = words(pages["dua-pihak"])
    assert "11. Undang-Undang Nomor 11" in semua and "Memperhatikan: 1. Surat Edaran Nomor 1; dan 2. Surat" in semua


def test_paraf_on_every_page_where_the_form_has_it(pages: dict[str, list[str]]) -> None:
    for nama, jumlah in (("dua-pihak", 2), ("empat-pihak", 4), ("tiga-pihak", 0)):
        for halaman in pages[nama]:
            ada = re.findall(r"Paraf (PIHAK \w+)", halaman)
            assert ada == list(SEBUTAN[:jumlah]), f"{nama}: {halaman[-200:]}"


def test_page_numbers_from_the_second_page_on(pages: dict[str, list[str]]) -> None:
    nomor = [re.findall(r"^ *- ?(\d+) ?- *$", halaman, re.M) for halaman in pages["dua-pihak"]]
    assert nomor == [[], *([str(n)] for n in range(2, len(nomor) + 1))] and len(nomor) > 4


def test_signatures_left_right_and_centred(pages: dict[str, list[str]]) -> None:
    baris = pages["tiga-pihak"][-1].split("\n")
    for kiri, kanan in (("PIHAK KEDUA,", "PIHAK KESATU,"), ("YOHANES KAMALUDDIN SIREGAR", "RATNA WULANDARI")):
        satu = next(satu for satu in baris if kiri in satu and kanan in satu)
        assert satu.index(kiri) < satu.index(kanan)
    tengah = next(satu for satu in baris if "PIHAK KETIGA," in satu)
    atas = next(satu for satu in baris if "PIHAK KEDUA," in satu)
    assert atas.index("PIHAK KEDUA,") < tengah.index("PIHAK KETIGA,") < atas.index("PIHAK KESATU,")


@pytest.mark.parametrize("baris", PENGISI)
def test_signatures_never_split_nor_stand_alone(pages: dict[str, list[str]], baris: int) -> None:
    """All three blocks on one page, and with them the last line before."""
    halaman = next(satu for satu in pages[f"isi-{baris}"] if "PIHAK KEDUA," in satu)
    for satu in ("hukum yang sama.", "YOHANES KAMALUDDIN SIREGAR", "RATNA WULANDARI", "MADE AYU LESTARI"):
        assert satu in halaman, f"{satu} stands on another page"


def test_the_filler_really_moves_the_signatures_over_a_page(pages: dict[str, list[str]]) -> None:
    assert len({len(pages[f"isi-{baris}"]) for baris in PENGISI}) > 1


@pytest.mark.parametrize("nama", ["dua-pihak", "bab"])
def test_no_heading_at_the_foot_of_a_page(pages: dict[str, list[str]], nama: str) -> None:
    for halaman in pages[nama]:
        isi = [satu.strip() for satu in halaman.split("\n") if satu.strip() and not satu.strip().startswith("Paraf")]
        assert not re.fullmatch(r"Pasal \d+|[A-Z ()]+|Bagian \w+|Paragraf \d+", isi[-1]) or "RATNA" in isi[-1], isi[-1]


def test_nasty_text(pages: dict[str, list[str]]) -> None:
    semua = words(pages["kotor"])
    assert '(1) A & B < C > "kutip"' in semua and "{{ judul }} {% if x %} {# c #} {_{ }_} &amp; ]]>" in semua
    assert "PERJANJIAN" not in semua


# The call itself


def test_one_call_for_many_files_and_nothing_left_behind(documents: dict[str, bytes], tmp_path: Path) -> None:
    for nama in ("b", "a b", "-c"):
        (tmp_path / f"{nama}.docx").write_bytes(documents["kecil"])
    hasil = convert_pdf([tmp_path / f"{nama}.docx" for nama in ("b", "a b", "-c")], tmp_path / "keluar")
    assert hasil == [tmp_path / "keluar" / f"{nama}.pdf" for nama in ("b", "a b", "-c")]
    assert sorted(satu.name for satu in (tmp_path / "keluar").iterdir()) == ["-c.pdf", "a b.pdf", "b.pdf"]
    assert all(satu.read_bytes().startswith(b"%PDF") for satu in hasil)


def test_no_files_no_call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert convert_pdf([], tmp_path) == []


def test_libreoffice_is_missing(documents: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.docx").write_bytes(documents["kecil"])
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_libreoffice() is None
    with pytest.raises(NaskahError, match="LibreOffice tidak ditemukan.*apt install libreoffice-writer"):
        convert_pdf([tmp_path / "a.docx"], tmp_path)


@pytest.fixture
def fake(tmp_path: Path, documents: dict[str, bytes], monkeypatch: pytest.MonkeyPatch):
    """A soffice that does what a test says, and one document to convert."""

    def make_fake(skrip: str) -> Path:
        program = tmp_path / "bin" / "soffice"
        program.parent.mkdir()
        program.write_text(f"#!/bin/sh\n{skrip}\n")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")
        (tmp_path / "a.docx").write_bytes(documents["kecil"])
        return tmp_path / "a.docx"

    return make_fake


def test_libreoffice_fails(fake, tmp_path: Path) -> None:
    berkas = fake("echo rusak parah; exit 3")
    with pytest.raises(NaskahError, match=r"tidak dapat mengubah a menjadi PDF \(rusak parah\).*apt install"):
        convert_pdf([berkas], tmp_path / "keluar")
    assert not list((tmp_path / "keluar").iterdir())


def test_libreoffice_hangs(fake, tmp_path: Path) -> None:
    berkas = fake(f"sleep 60 & echo $! > {tmp_path}/anak; wait")
    awal = time.monotonic()
    with pytest.raises(NaskahError, match="belum selesai sesudah . detik dan dihentikan"):
        convert_pdf([berkas], tmp_path / "keluar", timeout=0.5)
    assert time.monotonic() - awal < 20
    anak = int((tmp_path / "anak").read_text())
    keadaan = Path(f"/proc/{anak}/stat")
    assert not keadaan.exists() or keadaan.read_text().split()[2] == "Z", "its child goes with it"


@pytest.mark.parametrize(
    ("nama", "pesan"),
    [(["a", "sub/a"], "Dua berkas bernama sama"), (["hilang"], "hilang.docx tidak ada; periksa namanya")],
)
def test_bad_files(documents: dict[str, bytes], tmp_path: Path, nama: list[str], pesan: str) -> None:
    (tmp_path / "a.docx").write_bytes(documents["kecil"])
    with pytest.raises(NaskahError, match=pesan):
        convert_pdf([tmp_path / f"{satu}.docx" for satu in nama], tmp_path)


def test_a_folder_that_cannot_be_made(documents: dict[str, bytes], tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(documents["kecil"])
    with pytest.raises(NaskahError, match="tidak dapat ditulis ke .*a.docx.*periksa izin"):
        convert_pdf([tmp_path / "a.docx"], tmp_path / "a.docx" / "keluar")
