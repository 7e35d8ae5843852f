"""Adenda as a secretariat meets them: made, registered, consolidated, compared; and what is refused."""

import json
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest
import yaml

from naskah.bahasa.tanggal import format_tanggal

PKS = "examples/pks-babel.yaml"
SATU, DUA = (f"examples/adendum/pks-babel-adendum-{n}.yaml" for n in (1, 2))
ID = "pks-babel-2025"
SATU_ID = "pks-babel-2025-adendum-1"


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
    assert "28 April 2030 akhir-jangka-waktu (Pasal 6 ayat (1)); target kerja" in halaman  # still so today
    sesudah = jalankan("registri", "tampil", ID, "--pada", "2027-03-01").keluaran
    assert "28 April 2032 akhir-jangka-waktu (Pasal 6 ayat (1)); target kerja" in sesudah
    assert "28 April 2030 akhir-jangka-waktu" not in sesudah
    semua = jalankan("registri", "tampil", ID, "--pada", "2027-03-01", "--semua").keluaran
    assert "28 April 2030 akhir-jangka-waktu (Pasal 6 ayat (1)): gugur: diubah dengan Adendum Kesatu" in semua


def test_the_registry_stays_whole_with_adenda(terdaftar, jalankan) -> None:
    assert jalankan("registri", "verifikasi").kode == 0
    assert "hasilnya sama" in jalankan("registri", "bangun-ulang").keluaran


@pytest.mark.parametrize(
    ("pada", "akhir"),
    [("2027-02-28", "28 April 2030"), ("2027-03-01", "28 April 2032"), ("2030-01-01", "28 April 2032")],
)
def test_alerts_follow_the_adenda_from_their_day_on(terdaftar, jalankan, pada, akhir) -> None:
    keluaran = jalankan("peringatan", "--pada", pada, "--dalam", 3650, "--tenggat", "jangka-waktu").keluaran
    assert set(re.findall(r"28 April 203\d", keluaran)) == {akhir}
    # The reports that come back go on to the new end.
    berkala = jalankan("peringatan", "--pada", pada, "--dalam", 3650, "--tenggat", "berkala", "-f", "json").keluaran
    assert format_tanggal(date.fromisoformat(json.loads(berkala)[-1]["tanggal"])) == akhir


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


def test_the_text_of_what_has_ended_says_when_it_ended(terdaftar, jalankan) -> None:
    lama, baru = consolidate(jalankan, "2032-04-28"), consolidate(jalankan, "2032-04-29")
    assert "memuat naskah yang berlaku pada tanggal 28 April 2032" in lama
    assert "berakhir pada 28 April 2032 dan tidak berlaku lagi pada tanggal 29 April 2032" in baru


def test_the_signature_block_of_a_consolidated_text_is_of_those_who_signed(terdaftar, jalankan) -> None:
    teks = consolidate(jalankan, "2028-10-01").upper()
    assert "NASKAH KONSOLIDASI INI TIDAK DITANDATANGANI" in teks
    assert "ADENDUM KEDUA TANGGAL 11 SEPTEMBER 2028 DITANDATANGANI" in teks
    assert teks.count("(PENANDATANGAN") == 2


@pytest.mark.parametrize(
    "perintah",
    [("registri", "tampil", SATU_ID), ("registri", "konsolidasi", SATU_ID, "-o", "a.txt"),
     ("registri", "rencana", SATU_ID), ("susun", "lain.yaml")],
)  # fmt: skip
def test_an_adendum_is_not_taken_for_its_agreement_and_says_whose_it_is(terdaftar, jalankan, perintah) -> None:
    data = yaml.safe_load(Path(DUA).read_text(encoding="utf-8")) | {"id": "lain", "induk": {"id": SATU_ID}}
    Path("lain.yaml").write_text(yaml.safe_dump(data), encoding="utf-8")
    hasil = jalankan(*perintah)
    assert hasil.kode == 2
    assert f'"{SATU_ID}" adalah Adendum Kesatu atas "{ID}"; pakai id itu' in hasil.galat
    assert not Path("a.txt").exists()


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
    assert "1.b" not in rencana.split()
    for hari, ada in (("2026-05-03", True), ("2026-05-04", False)):
        kini = jalankan("registri", "rencana", "--tahun", 2026, "--pada", hari).keluaran.split()
        assert ("1.b" in kini, "diperbarui" in kini) == (ada, not ada)
    assert jalankan("registri", "verifikasi").kode == 0
    assert jalankan("registri", "konsolidasi", "nk-jakarta-2025", "--pada", "2026-06-01", "-o", "k.txt").kode == 0
    teks = " ".join(Path("k.txt").read_text(encoding="utf-8").split())
    assert "[diubah dengan Adendum Kesatu tanggal 4 Mei 2026]" in teks


def test_a_hint_is_no_warning(ruang, jalankan) -> None:
    jalankan("registri", "tambah", "examples/nk-jakarta.yaml")
    data = {
        "jenis": "adendum", "id": "panjang", "induk": {"id": "nk-jakarta-2025"}, "tanggal": "2026-05-04",
        "tempat": "Jakarta", "perubahan": [{"perpanjang": {"selama": "2 tahun"}}],
    }  # fmt: skip
    Path("panjang.yaml").write_text(yaml.safe_dump(data, sort_keys=False), encoding="utf-8")
    hasil = jalankan("susun", "panjang.yaml", "--ketat")
    assert hasil.kode == 0 and hasil.galat.startswith("saran: panjang.yaml")
    assert "Rencana Kerja berhenti pada tahun 2029" in " ".join(hasil.galat.split())
