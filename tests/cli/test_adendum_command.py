"""Adenda as a secretariat meets them: made, registered, consolidated, compared; and what is refused."""

import re
import zipfile
from pathlib import Path

import pytest
import yaml

PKS = "examples/pks-babel.yaml"
SATU, DUA = (f"examples/adendum/pks-babel-adendum-{n}.yaml" for n in (1, 2))
ID = "pks-babel-2025"


@pytest.fixture
def terdaftar(ruang, jalankan):
    """A workspace in which the agreement and both adenda are registered."""
    for berkas in (PKS, SATU, DUA):
        hasil = jalankan("registri", "tambah", berkas)
        assert (hasil.kode, hasil.galat) == (0, ""), hasil.galat
    return ruang


def change(berkas: str, ubah) -> None:
    data = yaml.safe_load(Path(berkas).read_text(encoding="utf-8"))
    ubah(data)
    Path(berkas).write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")


def test_an_adendum_is_made_and_registered_under_its_parent(ruang, jalankan) -> None:
    jalankan("registri", "tambah", PKS)
    hasil = jalankan("susun", SATU, "--daftarkan")
    assert (hasil.kode, hasil.galat) == (0, "")
    assert "didaftarkan: pks-babel-2025-adendum-1" in hasil.keluaran
    assert zipfile.ZipFile(SATU.replace(".yaml", ".docx")).testzip() is None
    assert "tidak ada yang berubah" in jalankan("susun", SATU, "--daftarkan").keluaran
    halaman = jalankan("registri", "tampil", ID).keluaran
    assert "Adendum Kesatu (pks-babel-2025-adendum-1) nomor 004/TKKSD/DKUKM/2027, PER/11/032027 tanggal 1 Maret 2027; "
    assert "hari terakhir 28 April 2030 menjadi 28 April 2032" in halaman
    assert "28 April 2030 akhir-jangka-waktu (Pasal 6 ayat (1)): diubah dengan Adendum Kesatu" in halaman


def test_the_registry_stays_whole_with_adenda(terdaftar, jalankan) -> None:
    assert jalankan("registri", "verifikasi").kode == 0
    assert "hasilnya sama" in jalankan("registri", "bangun-ulang").keluaran


@pytest.mark.parametrize(
    ("pada", "akhir"),
    [("2027-02-28", "28 April 2030"), ("2027-03-01", "28 April 2032"), ("2030-01-01", "28 April 2032")],
)
def test_alerts_follow_the_adenda_from_their_day_on(terdaftar, jalankan, pada, akhir) -> None:
    keluaran = jalankan("peringatan", "--pada", pada, "--dalam", 3650).keluaran
    assert set(re.findall(r"28 April 203\d", keluaran)) == {akhir}


def consolidate(jalankan, pada: str) -> str:
    assert jalankan("registri", "konsolidasi", ID, "--pada", pada, "-o", f"{pada}.txt").kode == 0
    return " ".join(Path(f"{pada}.txt").read_text(encoding="utf-8").split())


def test_the_consolidated_text_on_three_dates(terdaftar, jalankan) -> None:
    lama, tengah, baru = (consolidate(jalankan, hari) for hari in ("2026-01-01", "2027-12-01", "2028-10-01"))
    for teks in (lama, tengah, baru):
        assert "PERJANJIAN KERJA SAMA (NASKAH KONSOLIDASI)" in teks
        assert "[Naskah konsolidasi, bukan naskah resmi:" in teks
    assert "selama 5 (lima) tahun" in lama and "[diubah dengan" not in lama
    kesatu = "[diubah dengan Adendum Kesatu tanggal 1 Maret 2027]"
    assert f"selama 7 (tujuh) tahun terhitung sejak tanggal penandatanganan. {kesatu}" in tengah
    assert f"setiap 3 (tiga) bulan kepada pejabat berikut: {kesatu}" in tengah
    assert "(2a)" not in tengah and "AHMAD YANI" in tengah
    kedua = "dengan Adendum Kedua tanggal 11 September 2028]"
    assert f"b1. pemutakhiran data kepesertaan secara berkala; [ditambahkan {kedua}" in baru
    assert f"(6) (dihapus) [dihapus {kedua}" in baru and f"PIHAK KESATU; [diubah {kedua}" in baru
    assert "(2a) Laporan sebagaimana dimaksud pada ayat (2)" in baru and kesatu in baru


def test_an_adendum_counts_from_its_day_of_effect(terdaftar, jalankan) -> None:
    assert "Adendum Kedua" not in consolidate(jalankan, "2028-09-30")


def test_consolidating_before_the_signing_is_refused(terdaftar, jalankan) -> None:
    hasil = jalankan("registri", "konsolidasi", ID, "--pada", "2025-04-28", "-o", "a.docx")
    assert hasil.kode == 2 and "baru ditandatangani 29 April 2025" in hasil.galat


def test_an_agreement_registered_without_its_tree_says_what_to_do(ruang, jalankan) -> None:
    from naskah.model.pendaftaran import Pendaftaran
    from naskah.registry.database import open_registry
    from naskah.registry.registration import register

    data = {"id": ID, "jenis": "perjanjian-kerja-sama", "judul": "X", "tanggal": "2025-04-29", "tempat": "Y"}
    orang = {"sebutan": "PIHAK KESATU", "nama": "A", "kedudukan": "B", "penandatangan": "C", "jabatan": "D"}
    with open_registry(ruang / "registry.db", create=True) as basis:
        register(basis, Pendaftaran.model_validate({**data, "pihak": [orang, orang]}), oleh="uji")
    for perintah in (("registri", "konsolidasi", ID, "-o", "a.txt"), ("susun", SATU)):
        hasil = jalankan(*perintah)
        assert hasil.kode == 2 and "--perbarui" in hasil.galat and "Traceback" not in hasil.galat


@pytest.mark.parametrize("akhiran", ["docx", "html", "txt"])
def test_two_days_side_by_side(terdaftar, jalankan, akhiran) -> None:
    berkas = Path(f"s.{akhiran}")
    assert jalankan("sandingan", f"{ID}@2026-01-01", f"{ID}@2027-04-01", "-o", berkas).kode == 0
    assert berkas.stat().st_size > 2000
    hasil = jalankan("sandingan", f"{ID}@2026-01-01", ID, "-o", berkas)
    assert hasil.kode == 2 and "--timpa" in hasil.galat


def test_only_what_changed_is_shown_unless_all_is_asked_for(terdaftar, jalankan) -> None:
    jalankan("sandingan", f"{ID}@2026-01-01", f"{ID}@2027-04-01", "-o", "a.txt")
    jalankan("sandingan", f"{ID}@2026-01-01", f"{ID}@2027-04-01", "-o", "b.txt", "--semua")
    pendek, panjang = (Path(n).read_text(encoding="utf-8") for n in ("a.txt", "b.txt"))
    assert re.findall(r"^Pasal (\d+) ", pendek, re.MULTILINE) == ["6", "8"]
    assert re.findall(r"^Pasal (\d+) ", panjang, re.MULTILINE) == [str(n) for n in range(1, 14)]
    assert "[-5 (lima)-] tahun" in pendek and "{+7 (tujuh)+} tahun" in pendek


def test_an_agreement_and_the_draft_of_its_adendum(ruang, jalankan) -> None:
    jalankan("registri", "tambah", PKS)
    assert jalankan("sandingan", PKS, SATU, "-o", "a.txt").kode == 0
    teks = Path("a.txt").read_text(encoding="utf-8")
    assert "Adendum Kesatu" in teks and "{+7 (tujuh)+}" in teks
    assert jalankan("sandingan", PKS, PKS, "-o", "b.txt").keluaran.endswith("kedua versi itu sama bunyinya\n")


def test_an_adendum_by_its_id_is_the_agreement_as_it_left_it(terdaftar, jalankan) -> None:
    jalankan("sandingan", "pks-babel-2025-adendum-1", "pks-babel-2025-adendum-2", "-o", "a.txt")
    teks = Path("a.txt").read_text(encoding="utf-8")
    assert re.findall(r"^Pasal (\d+) ", teks, re.MULTILINE) == ["2", "7", "8"]


BURUK = {
    "unknown parent": (lambda d: d["induk"].update(id="pks-babel-2052"), "Maksudnya pks-babel-2025?"),
    "missing file": (
        lambda d: d.update(induk={"berkas": "entah.yaml"}),
        "berkas examples/adendum/entah.yaml tidak ada",
    ),
    "parent is an adendum": (
        lambda d: d.update(induk={"berkas": "pks-babel-adendum-2.yaml"}),
        "induknya sendiri adendum",
    ),
    "after the last day": (lambda d: d.update(tanggal="2030-04-29"), "telah berakhir pada 28 April 2030"),
    "before the parent": (lambda d: d.update(tanggal="2025-01-01"), "mendahului induknya"),
    "unknown place": (
        lambda d: d["perubahan"][1]["ubah"].update(tempat="Pasal 8 ayat (5)"),
        "Pasal 8 ayat (5) tidak ada; dalam Pasal 8 ada ayat (1), (2), (3)",
    ),
    "not longer": (lambda d: d["perubahan"][0].update(perpanjang={"menjadi": "4 tahun"}), "tidak memperpanjang"),
    "unknown key": (lambda d: d["perubahan"][0].update(perpanjangan={}), "mungkin maksudnya 'perpanjang'"),
    "impossible date": (lambda d: d.update(tanggal="31 Februari 2027"), "Februari 2027"),
}


@pytest.mark.parametrize("kasus", BURUK)
def test_bad_input_names_the_file_and_writes_nothing(ruang, jalankan, list_files, kasus) -> None:
    jalankan("registri", "tambah", PKS)
    ubah, pesan = BURUK[kasus]
    change(SATU, ubah)
    sebelum = list_files(ruang)
    hasil = jalankan("susun", SATU, "--daftarkan")
    assert hasil.kode == 2
    assert pesan in hasil.galat and SATU in hasil.galat and "Traceback" not in hasil.galat
    assert list_files(ruang) == sebelum


def test_without_a_registry_the_parent_is_asked_for(ruang, jalankan) -> None:
    hasil = jalankan("susun", SATU)
    assert hasil.kode == 2 and "daftarkan induknya lebih dahulu" in hasil.galat


def test_a_parent_given_as_its_draft_needs_no_registry_but_is_a_warning(ruang, jalankan) -> None:
    change(SATU, lambda d: d.update(induk={"berkas": "../pks-babel.yaml"}))
    hasil = jalankan("susun", SATU)
    assert hasil.kode == 0 and "dianggap yang kesatu" in hasil.galat
    assert jalankan("susun", SATU, "--ketat", "-o", "b.docx").kode == 2
    hasil = jalankan("susun", SATU, "--daftarkan", "-o", "c.docx")
    assert hasil.kode == 2 and not Path("c.docx").exists()
    jalankan("registri", "tambah", PKS)
    assert jalankan("susun", SATU, "--daftarkan", "-o", "c.docx").galat == ""


def test_another_office_is_a_warning_that_ketat_refuses(ruang, jalankan) -> None:
    jalankan("registri", "tambah", PKS)
    change(SATU, lambda d: d.update(penandatangan={"kedua": {"nama": "A", "jabatan": "Staf"}}))
    assert "pastikan pejabat itu setara" in jalankan("susun", SATU).galat
    assert jalankan("susun", SATU, "--ketat", "-o", "b.docx").kode == 2


def test_examples_of_adenda_are_not_run_by_the_demo(ruang) -> None:
    assert not [p for p in (ruang / "examples").glob("*.yaml") if "adendum" in p.name]


@pytest.mark.parametrize(
    ("argumen", "pesan"),
    [
        (("registri", "konsolidasi", ID, "-o", "a.odt"), ".docx, .pdf, .txt, .html"),
        (("registri", "konsolidasi", "entah", "-o", "a.txt"), "tidak ada di registri"),
        (("sandingan", ID, f"{ID}@31-2-2026", "-o", "a.txt"), "31"),
        (("sandingan", ID, "tidak-ada.yaml", "-o", "a.txt"), "tidak-ada.yaml"),
        (("sandingan", ID, ID, "-o", "tanpa-akhiran"), "akhiri dengan"),
    ],
)
def test_a_wrong_command_says_what_is_wrong(terdaftar, jalankan, argumen, pesan) -> None:
    hasil = jalankan(*argumen)
    assert hasil.kode == 2 and pesan in hasil.galat and "Traceback" not in hasil.galat


def test_the_activities_of_the_registry_follow_an_adendum(ruang, jalankan) -> None:
    jalankan("registri", "tambah", "examples/nk-jakarta.yaml")
    data = {
        "jenis": "adendum", "id": "rk-adendum", "induk": {"berkas": "examples/nk-jakarta.yaml"},
        "tanggal": "2026-05-04", "tempat": "Jakarta",
        "perubahan": [
            {"ubah": {"kegiatan": "1.a", "menjadi": {"nama": "Kegiatan yang diperbarui"}}},
            {"hapus": {"kegiatan": "1.b"}},
        ],
    }  # fmt: skip
    Path("rk.yaml").write_text(yaml.safe_dump(data, sort_keys=False), encoding="utf-8")
    hasil = jalankan("susun", "rk.yaml", "--daftarkan")
    assert hasil.kode == 0, hasil.galat
    rencana = jalankan("registri", "rencana", "--tahun", 2027).keluaran
    assert "Kegiatan yang diperbarui" in " ".join(rencana.split())
    assert jalankan("registri", "verifikasi").kode == 0
    assert jalankan("registri", "konsolidasi", "nk-jakarta-2025", "--pada", "2026-06-01", "-o", "k.txt").kode == 0
    teks = " ".join(Path("k.txt").read_text(encoding="utf-8").split())
    assert "[diubah dengan Adendum Kesatu tanggal 4 Mei 2026]" in teks
