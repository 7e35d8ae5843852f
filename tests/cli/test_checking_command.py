"""`naskah periksa` and `naskah aturan`, with three rules of our own so that other rules may change."""

import json
import zipfile
from pathlib import Path

import openpyxl
import pytest
import yaml
from docx import Document

from naskah.checking import run
from naskah.checking.finding import Keparahan
from naskah.checking.rule import Aturan, Temu

TEKS = """NOTA KESEPAKATAN

Pasal 1
MAKSUD

PIHAK KESATU menjual tongkol kepada PIHAK KEDUA.

Pasal 2
WAKTU

PIHAK KEDUA membayar udang di pasar.
"""


def make_rule(kode: str, kata: str, keparahan: Keparahan, ganti: str | None = None) -> Aturan:
    def periksa(konteks):
        for bagian in konteks.bagian:
            awal = bagian.teks.find(kata)
            if awal >= 0:
                yield Temu(bagian, f'ada "{kata}"', "ganti", awal, awal + len(kata), ganti=ganti)

    return Aturan(kode, keparahan, f"kata {kata}", "karena salah", kata, "lain", periksa, True, True)


ATURAN = {
    "A01": make_rule("A01", "tongkol", Keparahan.GALAT, "daging"),
    "B01": make_rule("B01", "udang", Keparahan.PERINGATAN, "udang galah"),
    "B02": make_rule("B02", "pasar", Keparahan.SARAN),
}


@pytest.fixture(autouse=True)
def own_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "load_rules", lambda: ATURAN)


@pytest.fixture
def naskah(ruang: Path) -> Path:
    berkas = ruang / "naskah.txt"
    berkas.write_text(TEKS, encoding="utf-8")
    return berkas


@pytest.fixture
def word(ruang: Path) -> Path:
    dokumen = Document()
    for baris in TEKS.split("\n"):
        if baris:
            dokumen.add_paragraph(baris)
    dokumen.save("naskah.docx")
    return ruang / "naskah.docx"


def list_codes(hasil) -> list[str]:
    return [t["kode"] for berkas in json.loads(hasil.keluaran)["berkas"] for t in berkas["temuan"]]


def test_findings_are_shown_by_place_with_the_words_marked(naskah, jalankan) -> None:
    hasil = jalankan("periksa", "naskah.txt")
    assert hasil.kode == 1
    assert "naskah.txt (nota kesepakatan): 1 galat, 1 peringatan, 1 saran" in hasil.keluaran
    assert 'Pasal 1 (baris 6)\n  galat A01  ada "tongkol"\n    PIHAK KESATU menjual »tongkol« kepada' in hasil.keluaran


@pytest.mark.parametrize(
    ("pilihan", "kode"),
    [
        ([], 1),
        (["--abaikan", "A01"], 0),
        (["--abaikan", "A"], 0),
        (["--abaikan", "A", "--gagal-pada", "peringatan"], 1),
        (["--abaikan", "A,B01", "--gagal-pada", "peringatan"], 0),
        (["--abaikan", "A,B01", "--gagal-pada", "saran"], 1),
        (["--abaikan", "A", "--abaikan", "b01", "--gagal-pada", "B02"], 1),
        (["--gagal-pada", "B"], 1),
        (["--abaikan", "B", "--gagal-pada", "B01,B02"], 0),
    ],
)
def test_the_exit_code_is_1_on_what_was_named(naskah, jalankan, pilihan, kode) -> None:
    assert jalankan("periksa", "naskah.txt", *pilihan).kode == kode


@pytest.mark.parametrize("pilihan", ["--abaikan", "--gagal-pada"])
def test_a_code_that_does_not_exist_is_refused(naskah, jalankan, pilihan) -> None:
    hasil = jalankan("periksa", "naskah.txt", pilihan, "Z99")
    assert hasil.kode == 2
    assert f"{pilihan}: kode Z99 tidak dikenal; lihat daftarnya: naskah aturan" in hasil.galat


def test_a_workspace_switches_rules_off(naskah, jalankan) -> None:
    Path("naskah.yaml").write_text("periksa: {abaikan: [A01, B]}\n", encoding="utf-8")
    assert list_codes(jalankan("periksa", "naskah.txt", "-f", "json")) == []


@pytest.mark.parametrize(("isi", "pesan"), [("[A99]", "kode A99 tidak dikenal"), ("[satu]", "bukan kode aturan")])
def test_a_wrong_code_in_the_settings_names_the_file(naskah, jalankan, isi, pesan) -> None:
    Path("naskah.yaml").write_text(f"periksa: {{abaikan: {isi}}}\n", encoding="utf-8")
    hasil = jalankan("periksa", "naskah.txt")
    assert hasil.kode == 2
    assert "naskah.yaml" in hasil.galat and pesan in hasil.galat


@pytest.mark.parametrize("format", ["json", "sarif", "html"])
def test_a_form_goes_to_the_screen_or_to_a_file_with_its_suffix(naskah, jalankan, format) -> None:
    layar = jalankan("periksa", "naskah.txt", "-f", format)
    berkas = jalankan("periksa", "naskah.txt", "-o", f"hasil.{format}")
    assert layar.kode == berkas.kode == 1
    assert Path(f"hasil.{format}").read_text(encoding="utf-8") == layar.keluaran
    assert f"3 temuan ditulis ke hasil.{format}" in berkas.keluaran


def test_a_workbook_and_a_text_file(naskah, jalankan) -> None:
    jalankan("periksa", "naskah.txt", "-o", "hasil.xlsx")
    assert [sel.value for sel in openpyxl.load_workbook("hasil.xlsx")["temuan"]["D"]] == ["kode", "A01", "B01", "B02"]
    jalankan("periksa", "naskah.txt", "-o", "hasil.txt")
    assert "galat A01" in Path("hasil.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("pilihan", "pesan"),
    [
        (["-f", "xlsx"], "sebutkan dengan -o"),
        (["-f", "json", "-o", "hasil.html"], "berakhiran .json"),
        (["-o", "hasil.docx"], "tidak dikenal"),
    ],
)
def test_a_form_that_does_not_fit_its_file_is_refused(naskah, jalankan, pilihan, pesan) -> None:
    hasil = jalankan("periksa", "naskah.txt", *pilihan)
    assert hasil.kode == 2
    assert pesan in hasil.galat
    assert not list(Path.cwd().glob("hasil.*"))


def test_of_many_files_all_are_checked_though_one_cannot_be_read(naskah, jalankan) -> None:
    Path("rusak.docx").write_bytes(b"bukan word")
    hasil = jalankan("periksa", "rusak.docx", "tiada.txt", "naskah.txt")
    assert hasil.kode == 2
    assert "rusak.docx" in hasil.galat and "tiada.txt" in hasil.galat
    assert "galat A01" in hasil.keluaran
    assert hasil.keluaran.endswith(
        "3 berkas: 1 galat, 1 peringatan, 1 saran; 0 berkas tanpa temuan, 2 tidak dapat dibaca\n"
    )


@pytest.mark.parametrize("isi", ["", "\n \n", "\ufeff\n"])
def test_a_file_without_text_is_not_called_clean(ruang, jalankan, isi) -> None:
    Path("kosong.txt").write_text(isi, encoding="utf-8")
    hasil = jalankan("periksa", "kosong.txt")
    assert hasil.kode == 2
    assert "kosong.txt: tidak memuat teks" in hasil.galat


def test_a_file_of_unknown_kind_is_said_to_be_one(ruang, jalankan) -> None:
    Path("surat.txt").write_text("Dengan hormat, kami mengundang Saudara.\n", encoding="utf-8")
    hasil = jalankan("periksa", "surat.txt")
    assert hasil.kode == 0
    assert "jenis naskahnya tidak dikenali" in hasil.keluaran


def test_a_file_that_cannot_be_read_is_named_with_its_folder(ruang, jalankan) -> None:
    Path("lain").mkdir()
    Path("lain/a.pdf").write_bytes(b"%PDF-1.4")
    assert "galat: lain/a.pdf: " in jalankan("periksa", "lain/a.pdf").galat


def test_comments_are_written_into_a_copy(word, jalankan) -> None:
    sebelum = word.read_bytes()
    hasil = jalankan("periksa", "naskah.docx", "--komentar", "k.docx")
    assert hasil.kode == 1
    assert "3 komentar ditulis ke k.docx" in hasil.galat
    assert len(list(Document("k.docx").comments)) == 3
    assert word.read_bytes() == sebelum


def test_remedies_are_tracked_changes_and_digits_wait_for_a_request(word, jalankan) -> None:
    def changed(berkas: str) -> list[str]:
        isi = zipfile.ZipFile(berkas).read("word/document.xml").decode()
        return [kata for kata in ("daging", "udang galah") if f">{kata}<" in isi]

    hasil = jalankan("periksa", "naskah.docx", "--perbaiki", "p.docx")
    assert "1 perbaikan ditulis ke p.docx" in hasil.galat
    assert changed("p.docx") == ["udang galah"]
    jalankan("periksa", "naskah.docx", "--perbaiki", "q.docx", "--samakan-angka")
    assert changed("q.docx") == ["daging", "udang galah"]


@pytest.mark.parametrize(
    ("argumen", "pesan"),
    [
        (["naskah.txt", "--komentar", "k.docx"], "hanya untuk berkas .docx"),
        (["naskah.docx", "--komentar", "k.pdf"], "beri nama berakhiran .docx"),
        (["naskah.docx", "--perbaiki", "naskah.docx"], "bukan ke berkas aslinya"),
        (["naskah.docx", "naskah.txt", "--komentar", "k.docx"], "satu berkas .docx saja"),
        (["naskah.docx", "--komentar", "k.docx", "--perbaiki", "k.docx"], "nama yang berbeda"),
        (["naskah.docx", "--komentar", "ada.docx"], "--timpa"),
        (["naskah.docx", "--samakan-angka"], "--perbaiki"),
    ],
)
def test_a_copy_that_cannot_be_made_is_refused_before_anything_is_written(word, naskah, jalankan, argumen, pesan):
    Path("ada.docx").write_text("suntingan orang", encoding="utf-8")
    hasil = jalankan("periksa", *argumen)
    assert hasil.kode == 2
    assert pesan in hasil.galat
    assert not Path("k.docx").exists()
    assert Path("ada.docx").read_text(encoding="utf-8") == "suntingan orang"


def change_draft(ubah) -> None:
    berkas = Path("examples/nk-pasuruan.yaml")
    data = yaml.safe_load(berkas.read_text(encoding="utf-8"))
    ubah(data)
    berkas.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")


def test_a_draft_is_put_together_and_its_places_are_lines_of_its_file(ruang, jalankan) -> None:
    change_draft(lambda d: d["pasal"].append({"judul": "Lain", "isi": "PARA PIHAK menjual tongkol."}))
    hasil = jalankan("periksa", "examples/nk-pasuruan.yaml", "-f", "json")
    (temuan,) = [t for t in json.loads(hasil.keluaran)["berkas"][0]["temuan"] if t["kode"] == "A01"]
    baris = Path("examples/nk-pasuruan.yaml").read_text(encoding="utf-8").splitlines()
    assert baris[temuan["baris"] - 1] == "- judul: Lain"


def test_a_draft_with_faults_says_them_all(ruang, jalankan) -> None:
    change_draft(lambda d: d.pop("tempat"))
    hasil = jalankan("periksa", "examples/nk-pasuruan.yaml")
    assert hasil.kode == 2
    assert "tempat: kunci ini belum diisi" in hasil.galat


@pytest.mark.parametrize(("isi", "kata"), [("menjual tongkol", "A01"), ("membayar udang", "B01")])
def test_no_document_leaves_with_a_galat_or_a_peringatan(ruang, jalankan, list_files, isi, kata) -> None:
    change_draft(lambda d: d["pasal"].append({"judul": "Lain", "isi": f"PARA PIHAK {isi}."}))
    hasil = jalankan("susun", "examples/nk-pasuruan.yaml", "-o", "hasil/", "--daftarkan")
    assert hasil.kode == 2
    assert f"({kata})" in hasil.galat and "examples/nk-pasuruan.yaml:" in hasil.galat
    assert not Path("hasil").exists() and not Path("registry.db").exists()


def test_a_saran_is_shown_and_the_document_leaves(ruang, jalankan) -> None:
    change_draft(lambda d: d["pasal"].append({"judul": "Lain", "isi": "PARA PIHAK bertemu di pasar."}))
    hasil = jalankan("susun", "examples/nk-pasuruan.yaml", "-o", "hasil/")
    assert hasil.kode == 0
    assert "saran: examples/nk-pasuruan.yaml:" in hasil.galat and "(B02)" in hasil.galat
    assert Path("hasil/nk-pasuruan.docx").exists()


def test_a_rule_that_is_switched_off_keeps_no_document_back(ruang, jalankan) -> None:
    Path("naskah.yaml").write_text("periksa: {abaikan: [A]}\n", encoding="utf-8")
    change_draft(lambda d: d["pasal"].append({"judul": "Lain", "isi": "PARA PIHAK menjual tongkol."}))
    assert jalankan("susun", "examples/nk-pasuruan.yaml", "-o", "hasil/").kode == 0


def test_a_batch_refuses_the_rows_that_have_a_galat(ruang, jalankan) -> None:
    change_draft(lambda d: d["pasal"].append({"judul": "Lain", "isi": "PARA PIHAK menjual garam."}))
    Path("data.csv").write_text("id,judul\nsatu,Kerja Sama Beras\ndua,Kerja Sama tongkol\n", encoding="utf-8")
    hasil = jalankan(
        "massal", "examples/nk-pasuruan.yaml", "--data", "data.csv", "-o", "hasil", "--lanjutkan-bila-galat"
    )
    assert hasil.kode == 1
    assert [p.name for p in Path("hasil").glob("*.docx")] == ["satu.docx"]
    (sebab,) = [sel.value for sel in openpyxl.load_workbook("hasil/galat.xlsx").active[2] if "A01" in str(sel.value)]
    assert "tongkol" in sebab


def test_rules_are_listed_and_explained(ruang, jalankan) -> None:
    semua = jalankan("aturan")
    assert all(kode in semua.keluaran for kode in ATURAN)
    satu = jalankan("aturan", "a01")
    assert (satu.kode, satu.galat) == (0, "")
    assert satu.keluaran == (
        "A01 (galat): kata tongkol\nuntuk:  perjanjian dan peraturan\n\nkarena salah\n\nsalah:  tongkol\nbenar:  lain\n"
    )
    assert "A01" not in jalankan("aturan", "B").keluaran
    assert jalankan("aturan", "Z").kode == 2
