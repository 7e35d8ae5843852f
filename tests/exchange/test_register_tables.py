"""Where the table of a register is, what its columns hold, and which rows make one entry."""

from pathlib import Path

import pytest
from registers import KEPALA, MITRA, PEMDA, read, row, write, write_rows

from naskah.exchange.headers import find_key
from naskah.exchange.mapping import make_mapping
from naskah.exchange.parties import split_pihak
from naskah.model.galat import NaskahError


@pytest.mark.parametrize(
    ("nama", "kunci"),
    [
        ("No.", "no"),
        ("No. PKS", "nomor"),
        ("Nomor Naskah", "nomor"),
        ("NOMOR PIHAK KEDUA", "nomor.2"),
        ("Nomor Mitra", "nomor.2"),
        ("Pihak Pertama", "pihak.1"),
        ("Nama Pihak II", "pihak.2"),
        ("PARA PIHAK", "pihak"),
        ("Mitra Kerja Sama", "mitra"),
        ("Judul Perjanjian Kerja Sama", "judul"),
        ("Tentang", "judul"),
        ("Tgl. TTD", "tanggal"),
        ("Tanggal Berakhir", "akhir"),
        ("Berlaku s.d.", "akhir"),
        ("Tanggal Mulai Berlaku", "mulai"),
        ("Jangka Waktu (Tahun)", "jangka-waktu"),
        ("OPD Pemrakarsa", "unit"),
        ("Jenis Naskah", "jenis"),
        ("Jabatan Pihak II", "jabatan.2"),
        ("Ket.", "abaikan"),
        ("Sumber Dana", None),
    ],
)
def test_columns_are_known_by_many_names(nama: str, kunci: str | None) -> None:
    assert find_key(nama, {}) == kunci


@pytest.mark.parametrize(
    ("teks", "nama"),
    [
        ("Pemerintah Kota A dan BPJS Ketenagakerjaan", ["Pemerintah Kota A", "BPJS Ketenagakerjaan"]),
        ("Dinas Koperasi, Usaha Kecil dan Menengah dan PT B", ["Dinas Koperasi, Usaha Kecil dan Menengah", "PT B"]),
        ("Dinas Perindustrian dan Perdagangan", ["Dinas Perindustrian dan Perdagangan"]),
        ("1. Pemprov A 2. PT B", ["Pemprov A", "PT B"]),
        ("1. Pemprov A\n2. PT B", ["Pemprov A", "PT B"]),
        ("Pemkab A dengan Universitas B", ["Pemkab A", "Universitas B"]),
        ("Pemerintah Kota A, Pemerintah Kota B, dan PT C", ["Pemerintah Kota A", "Pemerintah Kota B", "PT C"]),
        ("Pemkab A; CV Maju", ["Pemkab A", "CV Maju"]),
        ("Pemkab A dan\nPT B", ["Pemkab A", "PT B"]),
        ("Pemkab A dan Bulog", ["Pemkab A", "Bulog"]),
    ],
)
def test_parties_in_one_cell_are_parted(teks: str, nama: list[str]) -> None:
    assert list(split_pihak(teks)) == nama


def test_titles_above_the_table_and_numbered_columns_are_no_entries(tmp_path: Path) -> None:
    angka = [f"({i})" for i in range(1, 11)]
    baris = [["PEMERINTAH KABUPATEN"], ["REGISTER KERJA SAMA 2025"], [], KEPALA, angka, row(1), KEPALA, row(2)]
    hasil = read(write(tmp_path / "r.xlsx", ("2025", baris), gabung=["A1:J1", "A2:J2"]))
    assert [satu.nomor for satu in hasil.baris] == [6, 8]
    assert hasil.lembar[0].kepala.baris == 4


@pytest.mark.parametrize(
    "gabung",
    [["C1:D1", "A1:A2", "B1:B2", "E1:E2", "F1:F2"], ["C1:D1"], ["A1:A2", "B1:B2", "E1:E2", "F1:F2"]],
    ids=["both ways", "over columns", "over rows"],
)
def test_a_header_of_two_rows_names_groups(tmp_path: Path, gabung: list[str]) -> None:
    atas = ["No", "Judul", "Nomor", None, "Para Pihak", "Tanggal"]
    bawah = [None, None, "Pihak Kesatu", "Pihak Kedua", None, None]
    isi = [1, "Kerja Sama", "1/A", "2/B", f"{PEMDA} dan {MITRA}", "29 April 2025"]
    hasil = read(write(tmp_path / "r.xlsx", ("PKS", [atas, bawah, isi]), gabung=gabung))
    (satu,) = hasil.baris
    assert [(p["nama"], p["nomor"]) for p in satu.isi["pihak"]] == [(PEMDA, "1/A"), (MITRA, "2/B")]
    assert satu.isi["jenis"] == "perjanjian-kerja-sama"  # by the name of the sheet


def test_an_entry_goes_on_in_rows_without_a_number_of_their_own(tmp_path: Path) -> None:
    kepala = ["No", "Jenis", "Judul", "Para Pihak", "Nomor", "Tanggal"]
    baris = [
        kepala,
        [1, "PKS", "Kerja Sama", f"1. {PEMDA}", "1/A", "29 April 2025"],
        [None, None, "Pertanian", f"2. {MITRA}", "2/B", None],
        [2, "PKS", "Lain", f"{PEMDA} dan {MITRA}", "3/A", "30 April 2025"],
    ]
    satu, dua = read(write(tmp_path / "r.xlsx", ("2025", baris))).baris
    assert satu.isi["judul"] == "Kerja Sama Pertanian"
    assert [(p["nama"], p["nomor"]) for p in satu.isi["pihak"]] == [(PEMDA, "1/A"), (MITRA, "2/B")]
    assert dua.nomor == 4


def test_cells_merged_down_make_one_entry_of_their_rows(tmp_path: Path) -> None:
    kepala = ["No", "Jenis", "Judul", "Pihak", "Nomor", "Tanggal"]
    baris = [kepala, [1, "PKS", "Kerja Sama", PEMDA, "1/A", "29 April 2025"], [None, None, None, MITRA, "2/B", None]]
    gabung = ["A2:A3", "B2:B3", "C2:C3", "F2:F3"]
    (satu,) = read(write(tmp_path / "r.xlsx", ("2025", baris), gabung=gabung)).baris
    assert [(p["nama"], p["nomor"]) for p in satu.isi["pihak"]] == [(PEMDA, "1/A"), (MITRA, "2/B")]


def test_headings_give_the_kind_and_sums_and_signatures_are_left_out(tmp_path: Path) -> None:
    baris = [KEPALA, ["A. NOTA KESEPAKATAN"], row(1, jenis=None), ["B. PKS"], row(2, jenis=None), ["Jumlah", None, 2]]
    baris += [[], [None] * 8 + ["Cempaka, 31 Desember 2025"]]
    hasil = read(write(tmp_path / "r.xlsx", ("2025", baris)))
    assert [satu.isi["jenis"] for satu in hasil.baris] == ["nota-kesepakatan", "perjanjian-kerja-sama"]
    assert [satu.teks for _, satu in hasil.bukan_data] == [
        "A. NOTA KESEPAKATAN", "B. PKS", "Jumlah 2", "Cempaka, 31 Desember 2025",
    ]  # fmt: skip


def test_sheets_of_several_years_are_read_and_others_named(tmp_path: Path) -> None:
    path = write(tmp_path / "r.xlsx", ("2024", [KEPALA, row(1)]), ("2025", [KEPALA, row(2)]), ("Catatan", [["bebas"]]))
    hasil = read(path)
    assert [satu.tempat for satu in hasil.baris] == ["2024!2", "2025!2"]
    assert [(satu.nama, satu.kepala is None) for satu in hasil.lembar][2] == ("Catatan", True)
    assert [satu.tempat for satu in read(path, lembar=("2025",)).baris] == ["2025!2"]


def test_a_column_can_be_named_on_the_command_line_and_in_a_file(tmp_path: Path) -> None:
    kepala = ["Kerja", "Pihak I", "Pihak II", "Hari", "Macam"]
    path = write_rows(tmp_path / "r.xlsx", ["Data", PEMDA, MITRA, "29 April 2025", "XYZ"], kepala=kepala)
    (tmp_path / "peta.yaml").write_text("kolom: {Kerja: judul, Macam: jenis}\njenis: {XYZ: kesepakatan-bersama}\n")
    (satu,) = read(path, make_mapping(tmp_path / "peta.yaml", ["Hari=tanggal"])).baris
    assert (satu.isi["judul"], satu.isi["tanggal"], satu.isi["jenis"]) == ("Data", "2025-04-29", "kesepakatan-bersama")


@pytest.mark.parametrize(
    ("kepala", "pesan"),
    [
        (["A", "B"], "tidak ada tabel perjanjian"),
        (["Judul", "Pihak I", "Pihak II"], "kolom tanggal tidak ditemukan"),
        (["Judul", "Tanggal", "Tgl TTD"], "sama-sama dikenali sebagai tanggal"),
        (["Judul", "Tanggal", "Mitra"], "--pihak-kesatu"),
    ],
)
def test_a_header_that_does_not_do_says_what_to_do(tmp_path: Path, kepala: list[str], pesan: str) -> None:
    with pytest.raises(NaskahError, match=pesan):
        read(write_rows(tmp_path / "r.xlsx", ["x", "y", "z"], kepala=kepala))


@pytest.mark.parametrize("kolom", ["Hari", "Hari=entah", "=judul", "Hari=pihak.x", "Hari=judul.1"])
def test_a_wrong_mapping_is_refused(kolom: str) -> None:
    with pytest.raises(NaskahError):
        make_mapping(None, [kolom])


def test_unknown_columns_are_told(tmp_path: Path) -> None:
    hasil = read(write_rows(tmp_path / "r.xlsx", [*row(1), "APBD"], kepala=[*KEPALA, "Sumber Dana"]))
    assert [satu.nama for satu in hasil.lembar[0].kepala.list_unknown()] == ["Sumber Dana"]


def test_the_headers_of_all_sheets_are_judged_at_once(tmp_path: Path) -> None:
    kepala = ["Judul", "Pihak I", "Pihak II"]
    path = write(tmp_path / "r.xlsx", ("2024", [kepala]), ("2025", [kepala]), ("2026", [KEPALA, row(1)]))
    with pytest.raises(NaskahError) as tangkapan:
        read(path)
    assert [g.berkas.rpartition(" ")[2] for g in tangkapan.value.galat] == ["2024", "2025"]
