"""The shipped examples, made as a user makes them: Word file, PDF read back, registry. (The main job.)"""

import itertools
import re
import subprocess
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from naskah.assembly.assemble import Susunan, assemble
from naskah.bahasa.pembuka import parse_pembuka
from naskah.library.drafts import load_rancangan
from naskah.library.pustaka import Pustaka
from naskah.library.workspace import Workspace, packaged_data
from naskah.model.isi import Silang, plain
from naskah.publishing.files import staged_files
from naskah.rendering.docx import compile_template, render_docx
from naskah.rendering.pdf import convert_pdf
from naskah.rendering.text import render_txt

# From the facts of the agreements the examples retell (examples/README.md): number of pasal, day, number lines.
FAKTA = {
    "nk-pasuruan": (14, date(2026, 1, 2), ["PER/42/012026", "100.3.7/1/011/NK/2026"]),
    "nk-jakarta": (15, date(2025, 2, 4), ["1 TAHUN 2025", "MOU/1/022025"]),
    "pks-babel": (13, date(2025, 4, 29), ["002/TKKSD/DKUKM/2025", "PER/06/042025"]),
}
SEMUA = [*FAKTA, "tiga-pihak"]
_NOMOR_HALAMAN = re.compile(r"^\s*-\s?(\d+)\s?-\s*$")


@dataclass(frozen=True)
class Contoh:
    """One example, put together and read back from its PDF."""

    susunan: Susunan
    halaman: list[str]

    @property
    def kata(self) -> list[str]:
        """The words of the PDF in reading order, without page numbers and paraf boxes."""
        baris = [b for h in self.halaman for b in h.splitlines() if not _NOMOR_HALAMAN.match(b)]
        return " ".join(b for b in baris if not b.strip().startswith("Paraf ")).split()


@pytest.fixture(scope="module")
def contoh(tmp_path_factory) -> dict[str, Contoh]:
    folder = tmp_path_factory.mktemp("contoh")
    pustaka = Pustaka(Workspace(packaged_data()))
    susunan = {n: assemble(load_rancangan(find_example(n)), pustaka) for n in SEMUA}
    berkas = {}
    for nama, satu in susunan.items():
        templat = compile_template(packaged_data() / "templates" / f"{satu.naskah.jenis}.docx")
        berkas[folder / f"{nama}.docx"] = render_docx(satu.naskah, templat)
    with staged_files(berkas):
        pass
    convert_pdf(list(berkas), folder)
    return {nama: Contoh(susunan[nama], read_pages(folder / f"{nama}.pdf")) for nama in SEMUA}


def find_example(nama: str) -> Path:
    """The draft of that name, in examples/ or below it."""
    (berkas,) = (packaged_data() / "examples").rglob(f"{nama}.yaml")
    return berkas


def read_pages(pdf: Path) -> list[str]:
    hasil = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True)
    return hasil.stdout.replace("\u00a0", " ").split("\f")[:-1]


@pytest.mark.parametrize("nama", SEMUA)
def test_an_example_is_made_without_a_warning(contoh, nama):
    assert contoh[nama].susunan.peringatan == ()


@pytest.mark.parametrize("nama", FAKTA)
def test_title_and_numbers_stand_in_order(contoh, nama):
    _, _, nomor = FAKTA[nama]
    halaman = " ".join(contoh[nama].halaman[0].split())
    naskah = contoh[nama].susunan.naskah
    urutan = [naskah.kepala.jenis, "ANTARA", naskah.kepala.pihak[0], "DAN", naskah.kepala.pihak[1], "TENTANG"]
    urutan += [plain(naskah.kepala.tentang), *(f"NOMOR: {n}" for n in nomor)]
    tempat = [halaman.find(teks) for teks in urutan]
    assert -1 not in tempat
    assert tempat == sorted(tempat)


@pytest.mark.parametrize("nama", FAKTA)
def test_words_digits_and_weekday_of_the_opening_date_agree(contoh, nama):
    teks = " ".join(contoh[nama].halaman[0].split())
    dibaca = parse_pembuka(teks[teks.index("Pada hari ini") : teks.index("menandatangani")])
    assert dibaca.selisih == ()
    assert dibaca.kata == dibaca.angka == FAKTA[nama][1]


@pytest.mark.parametrize("nama", SEMUA)
def test_word_numbers_every_pasal_in_order(contoh, nama):
    teks = "\n".join(contoh[nama].halaman)
    nomor = [int(n) for n in re.findall(r"^ {20,}Pasal (\d+)$", teks, re.MULTILINE)]
    jumlah = FAKTA.get(nama, (len(nomor),))[0]
    assert nomor == list(range(1, jumlah + 1))
    assert len(list(contoh[nama].susunan.naskah.iter_pasal())) == jumlah


@pytest.mark.parametrize("nama", SEMUA)
def test_the_pasal_read_word_for_word_as_the_tree(contoh, nama):
    """Numbers from Word's lists and texts of REF fields included: what is printed is what was assembled."""

    def pasal(kata: list[str]) -> str:
        awal = next(i for i in range(len(kata)) if kata[i : i + 2] == ["Pasal", "1"] and kata[i + 2].isupper())
        akhir = max(i for i, satu in enumerate(kata) if satu == "Demikian")
        return "".join(kata[awal:akhir])  # lines break at hyphens and in long addresses

    assert pasal(contoh[nama].kata) == pasal(render_txt(contoh[nama].susunan.naskah).split())


@pytest.mark.parametrize("nama", SEMUA)
def test_every_party_and_signatory_is_presented(contoh, nama):
    teks = " ".join(contoh[nama].kata)
    for pihak in contoh[nama].susunan.rancangan.pihak:
        assert pihak.penandatangan.jabatan.split()[0] in teks
        for kata in pihak.penandatangan.nama.upper().split():
            assert kata in teks


@pytest.mark.parametrize("nama", SEMUA)
def test_pihak_kedua_signs_at_the_left_of_pihak_kesatu(contoh, nama):
    baris = next(b for b in reversed(contoh[nama].halaman[-1].splitlines()) if "PIHAK KESATU," in b)
    assert -1 < baris.index("PIHAK KEDUA,") < baris.index("PIHAK KESATU,")


def test_the_paraf_box_stands_on_every_page_of_the_pks(contoh):
    for halaman in contoh["pks-babel"].halaman:
        assert "Paraf PIHAK KESATU" in halaman
        assert "Paraf PIHAK KEDUA" in halaman


@pytest.mark.parametrize("nama", ["nk-pasuruan", "nk-jakarta"])
def test_a_nota_kesepakatan_has_no_paraf_box(contoh, nama):
    assert not any("Paraf" in halaman for halaman in contoh[nama].halaman)


@pytest.mark.parametrize("nama", SEMUA)
def test_every_page_but_the_first_is_numbered(contoh, nama):
    nomor = [[c[1] for b in h.splitlines() if (c := _NOMOR_HALAMAN.match(b))] for h in contoh[nama].halaman]
    assert nomor == [[], *([str(i)] for i in range(2, len(nomor) + 1))]


@pytest.mark.parametrize("nama", SEMUA)
def test_every_reference_points_at_a_place_of_the_naskah(contoh, nama):
    naskah = contoh[nama].susunan.naskah
    label, rujukan = set(), set()

    def walk(butir):
        label.add(butir.label)
        rujukan.update(s.label for s in butir.isi if isinstance(s, Silang))
        for anak in butir.rincian:
            walk(anak)

    for pasal in naskah.iter_pasal():
        label.add(pasal.label)
        for ayat in pasal.ayat:
            walk(ayat)
    assert rujukan
    assert rujukan <= label


def test_three_parties_are_named_in_order(contoh):
    sebutan = [p.sebutan for p in contoh["tiga-pihak"].susunan.naskah.pihak]
    assert sebutan == ["PIHAK KESATU", "PIHAK KEDUA", "PIHAK KETIGA"]
    baris = contoh["tiga-pihak"].susunan.naskah.tanda_tangan
    assert [[b.sebutan for b in satu] for satu in baris] == [["PIHAK KEDUA", "PIHAK KESATU"], ["PIHAK KETIGA"]]


@pytest.mark.parametrize("nama", SEMUA)
def test_the_shipped_wording_is_free_of_forbidden_forms(contoh, nama):
    """A few of kaidah.md B01, R03, R05 and B04; the whole catalogue is the checker's."""
    terlarang = r"\b(diantara|merubah|menghimbau|resiko|bermaterai|apapun|milyar|selambat-lambatnya|dan atau)\b"
    terlarang += r"|Pasal ini|ayat ini|sebagaimana pada|yang dimaksud (dalam|pada)| [,;:]"
    # "Alamat : ..." is how particulars are set, not a space in a sentence.
    teks = "\n".join(b for b in render_txt(contoh[nama].susunan.naskah).splitlines() if " : " not in b)
    assert not [c.group() for c in itertools.islice(re.finditer(terlarang, teks, re.IGNORECASE), 5)]
