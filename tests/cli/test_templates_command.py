"""`naskah templat`, and what a changed template does to `naskah susun`."""

import zipfile
from pathlib import Path

NAMA = "nota-kesepakatan.docx"


def change(berkas: Path, lama: str, baru: str) -> None:
    with zipfile.ZipFile(berkas) as arsip:
        isi = {nama: arsip.read(nama) for nama in arsip.namelist()}
    teks = isi["word/document.xml"].decode()
    assert lama in teks
    isi["word/document.xml"] = teks.replace(lama, baru, 1).encode()
    with zipfile.ZipFile(berkas, "w") as arsip:
        for nama, data in isi.items():
            arsip.writestr(nama, data)


def test_shipped_templates_are_fit(ruang, jalankan):
    hasil = jalankan("templat", "periksa")
    assert (hasil.kode, hasil.galat) == (0, "")
    assert f"{NAMA}: baik" in hasil.keluaran


def test_a_fault_is_a_galat_and_a_hint_a_saran(ruang, jalankan):
    berkas = ruang / "templates" / NAMA
    change(berkas, ">TENTANG<", ">PERIHAL<")
    hasil = jalankan("templat", "periksa", berkas)
    assert hasil.kode == 0 and "baik" not in hasil.keluaran
    assert hasil.galat.startswith(f"saran: {berkas}: kata “TENTANG” pada kepala berubah")
    change(berkas, "{{r pembuka }}", "")
    hasil = jalankan("templat", "periksa", berkas)
    assert hasil.kode == 1
    assert f"galat: {berkas}: pembuka tidak ada: tambahkan {{{{r pembuka }}}}" in hasil.galat
    assert f"saran: {berkas}: kata “TENTANG”" in hasil.galat


def test_a_kind_without_a_template_is_reported(ruang, jalankan):
    (ruang / "templates" / NAMA).unlink()
    hasil = jalankan("templat", "periksa")
    assert hasil.kode == 1
    assert f"templates/{NAMA}: tidak ada, sehingga naskah jenis itu tidak dapat disusun; salin dari" in hasil.galat
    lain = ruang / "templates" / "perjanjian-kerja-sama.docx"
    assert jalankan("templat", "periksa", lain).kode == 0, "only when all are asked for"


def test_a_template_that_loses_text_makes_no_document_and_no_entry(ruang, jalankan, list_files):
    change(ruang / "templates" / NAMA, "{{r kesepakatan }}", "")
    sebelum = list_files(ruang)
    hasil = jalankan("susun", "examples/nk-pasuruan.yaml", "-o", "keluaran/", "--daftarkan")
    assert hasil.kode == 2
    assert f"{NAMA}: kalimat kesepakatan tidak ada: tambahkan {{{{r kesepakatan }}}}" in hasil.galat
    assert list_files(ruang) == sebelum
