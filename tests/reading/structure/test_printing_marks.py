"""Marks of printing are known as such, and what only looks like them is text."""

import pytest

from naskah.model.bacaan import Bacaan, Peran
from naskah.reading.text.read import read_text

BADAN = (
    "PERATURAN BUPATI CEMPAKA RAYA\n\nMenimbang : a. bahwa air perlu dikelola;\n\nBAB I\nUMUM\n\nPasal 1\n\n"
    "(1) Petugas mencatat debit air setiap hari pada buku kendali.\n"
)
HALAMAN = (
    "(2) Petugas melaporkan debit air setiap bulan kepada kepala dinas dengan surat dan buku kendali itu.\n\n"
    "Pasal 2\n\n"
    "(1) Kepala dinas memeriksa laporan sebagaimana dimaksud dalam Pasal 1 ayat (2) paling lambat tujuh hari kerja.\n"
    "(2) Hasil pemeriksaan disampaikan kepada bupati melalui sekretaris daerah untuk ditindaklanjuti.\n\n"
)


def printing(bacaan: Bacaan) -> list[tuple[str, str]]:
    return [(a.teks.strip(), a.catatan) for a in bacaan.alinea if a.peran is Peran.CETAKAN]


@pytest.mark.parametrize(
    ("larik", "sebab"),
    [
        ("(2) Petugas ...", "kata penyambung halaman"),
        ("(2) Petugas...", "kata penyambung halaman"),
        ("(2) Petugas …", "kata penyambung halaman"),
        ("- 2 -", "nomor halaman"),
        ("12", "nomor halaman"),
        ("Halaman 2 dari 9", "nomor halaman"),
        ("Paraf PIHAK KESATU\t", "kotak paraf"),
        ("PARAF PIHAK KEDUA", "kotak paraf"),
    ],
)
def test_a_mark_of_printing(larik: str, sebab: str) -> None:
    bacaan = read_text("uji.txt", f"{BADAN}\n{larik}\n\n{HALAMAN}".encode())
    assert printing(bacaan) == [(larik.strip(), sebab)]
    assert [len(pasal.ayat) for pasal in bacaan.naskah.iter_pasal()] == [2, 2]


@pytest.mark.parametrize("larik", ["(3) Meter ...", "Nomor .....", "Tahun 2026", "Paraf dibubuhkan petugas."])
def test_text_that_only_looks_like_a_mark_of_printing(larik: str) -> None:
    bacaan = read_text("uji.txt", f"{BADAN}\n{larik}\n\n{HALAMAN}".encode())
    assert printing(bacaan) == []


def test_a_page_that_occurs_twice_counts_once_however_its_lines_are_broken() -> None:
    ulang = (
        HALAMAN.replace("dengan surat", "dengan\nsurat").replace("Pasal 2\n\n", "## Pasal 2\n").replace("itu.", "ituu.")
    )
    teks = f"{BADAN}\n(2) Petugas ...\n\n{HALAMAN}\nPasal 3...\n\n{ulang}\nPasal 3...\n\nPasal 3\n\nCukup.\n"
    bacaan = read_text("uji.txt", teks.encode())
    assert [(pasal.nomor, len(pasal.ayat)) for pasal in bacaan.naskah.iter_pasal()] == [("1", 2), ("2", 2), ("3", 1)]
    assert sum(sebab == "halaman yang terulang" for _, sebab in printing(bacaan)) == 4


BUTIR = {
    n: f"{n}. Sumur {nama} adalah lubang yang digali atau dibor oleh warga {nama} untuk mengambil air tanah bagi "
    f"keperluan rumah tangga, ternak, dan kebun di wilayah kerja petugas {nama} sesuai dengan buku kendali.\n"
    for n, nama in enumerate(("Anggur", "Belimbing", "Cempedak", "Duku", "Enau", "Gandaria"), start=1)
}


@pytest.mark.parametrize("kali", [2, 3])
def test_a_page_right_after_itself_counts_once_though_no_mark_parts_the_two(kali: int) -> None:
    halaman = "".join(BUTIR[n] for n in (3, 4, 5, 6)) + "\n"
    teks = f"{BADAN}(2) Jenis sumur:\n{BUTIR[1]}{BUTIR[2]}\n3. Sumur...\n\n{halaman * kali}Pasal 2\n\nCukup.\n"
    bacaan = read_text("uji.txt", teks.encode())
    pertama, _ = bacaan.naskah.iter_pasal()
    assert [rincian.nomor for rincian in pertama.ayat[1].rincian] == ["1", "2", "3", "4", "5", "6"]
    assert [sebab for _, sebab in printing(bacaan)[1:]] == ["halaman yang terulang"] * 4 * (kali - 1)


@pytest.mark.parametrize(
    ("pemisah", "antara"),
    [("\n3. Sumur...\n\n", BUTIR[1]), ("", "")],
    ids=["something-between", "the-first-begins-no-page"],
)
def test_a_list_that_comes_again_in_the_middle_of_a_page_is_kept(pemisah: str, antara: str) -> None:
    satu = "".join(BUTIR[n] for n in (3, 4, 5, 6))
    teks = f"{BADAN}(2) Jenis sumur:\n{BUTIR[1]}{BUTIR[2]}{pemisah}{satu}{antara}{satu}\nPasal 2\n\nCukup.\n"
    bacaan = read_text("uji.txt", teks.encode())
    assert "halaman yang terulang" not in [sebab for _, sebab in printing(bacaan)]


def test_two_pasal_with_the_same_text_are_no_repeated_page() -> None:
    isi = "".join(f"({n}) {BUTIR[n].partition(' ')[2]}" for n in (1, 2, 3, 4, 5, 6))
    teks = f"{BADAN}\nPasal 2...\n\nPasal 2\n\n{isi}\nPasal 3\n\n{isi}\nPasal 4\n\nCukup.\n"
    bacaan = read_text("uji.txt", teks.encode())
    assert [(pasal.nomor, len(pasal.ayat)) for pasal in bacaan.naskah.iter_pasal()][1:3] == [("2", 6), ("3", 6)]


def test_the_same_list_in_two_ayat_is_no_repeated_page() -> None:
    daftar = "".join(
        f"- {h}. menyediakan data debit air dan pipa pada setiap kecamatan sesuai dengan rencana {h};\n"
        for h in "abcdefghij"
    )
    teks = f"{BADAN}(2) Hak:\n{daftar}\n(3) Kewajiban:\n\nParaf PIHAK KESATU\t\n\n{daftar}\nPasal 2\n\nCukup.\n"
    bacaan = read_text("uji.txt", teks.encode())
    pertama, _ = bacaan.naskah.iter_pasal()
    assert [len(ayat.rincian) for ayat in pertama.ayat] == [0, 10, 10]
