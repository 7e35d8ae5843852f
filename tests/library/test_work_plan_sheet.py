"""Sheets of the real world: titles above, merged cells, offices row by row; and every fault with its cell."""

import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from plan_sheets import KEPALA, Teks, fill, header, plan_rows, row, write_sheet

from naskah.library.work_plan_form import make_blank_sheet
from naskah.library.work_plans import load_rencana
from naskah.library.workspace import packaged_data
from naskah.model.galat import NaskahError
from naskah.model.rencana_kerja import Kegiatan, RencanaKerja


@pytest.fixture
def read(tmp_path: Path):
    def run(baris: list[list[Any]], *gabung: str) -> RencanaKerja:
        return load_rencana(write_sheet(tmp_path / "rk.xlsx", baris, *gabung)).rencana

    return run


@pytest.fixture
def faults(tmp_path: Path):
    """What is wrong with a sheet: "F5: sentence", the sheet's name left out."""

    def run(baris: list[list[Any]], *gabung: str) -> list[str]:
        with pytest.raises(NaskahError) as tertangkap:
            load_rencana(write_sheet(tmp_path / "rk.xlsx", baris, *gabung))
        hasil = []
        for satu in tertangkap.value.galat:
            assert satu.berkas == str(tmp_path / "rk.xlsx")
            hasil.append(f"{(satu.kunci or '').removeprefix('Rencana Kerja!')}: {satu.pesan}")
        return hasil

    return run


def activities(rencana: RencanaKerja) -> list[Kegiatan]:
    return [k for _, _, k in rencana.iter_kegiatan()]


def test_a_plain_sheet(read):
    rencana = read([*header(), row("Program A"), row(None, "b. Seminar", tahun=["V", "V"])])
    assert rencana.tahun == (2025, 2026)
    assert [(p.nama, [k.nama for k in p.kegiatan]) for p in rencana.program] == [
        ("Program A", ["Pelatihan", "Seminar"])
    ]
    satu, dua = activities(rencana)
    assert (satu.tahun, dua.tahun) == ((2025,), (2025, 2026))
    assert satu.tugas["kedua"].penanggung_jawab == ("Badan Dua",)
    assert (satu.lokasi, satu.sumber_dana, satu.output, satu.outcome) == ("Kota", "APBD", "Terlatih", "Terampil")


def test_title_rows_stand_above_the_header_and_numbers_of_columns_below_it(read):
    judul = [["DOKUMEN RENCANA KERJA"], ["NOMOR: 1 TAHUN 2025"], []]
    nomor = [f"({i})" for i in range(1, 14)]
    assert len(activities(read([*judul, *header(), nomor, row("A")]))) == 1


def test_merged_header_and_merged_programme(read):
    baris = [*header(), row("A"), row(None, "b. Seminar")]
    gabung = ["A1:A3", "B1:B3", "C1:C3", "D1:D3", "E1:E3", "F1:G2", "H1:K1", "H2:I2", "J2:K2", "L1:L3", "M1:M3"]
    assert len(read(baris, *gabung, "B4:B5", "D4:D5").program[0].kegiatan) == 2


def test_years_may_stand_in_the_second_row_of_the_header(read):
    """As on one page of the source document."""
    kepala = header()
    kepala[1][5:7], kepala[2][5:7] = kepala[2][5:7], [None, None]
    assert read([*kepala, row("A")]).tahun == (2025, 2026)


@pytest.mark.parametrize("tahun", [("2025", "2026"), ("Tahun 2025", 2026.0), (date(2025, 1, 1), datetime(2026, 1, 1))])
def test_years_as_text_as_number_or_as_date(read, tahun):
    assert read([*header(tahun=tahun), row("A")]).tahun == (2025, 2026)


def test_the_header_repeated_on_a_further_page_is_no_activity(read):
    nomor = [f"({i})" for i in range(1, 14)]
    baris = [*header(), nomor, row("A"), [], *header(), nomor, row(None, "b. Seminar")]
    assert [k.nama for k in activities(read(baris))] == ["Pelatihan", "Seminar"]


def test_a_merged_cell_says_the_same_for_each_activity_it_covers(read):
    baris = [*header(), row("A"), row(None, "b. Seminar", lokasi=None, output=None, tugas=[None] * 4)]
    satu, dua = activities(read(baris, "D4:D5", "L4:L5", "H4:H5", "I4:I5", "J4:J5", "K4:K5"))
    assert (dua.lokasi, dua.output, dua.tugas) == (satu.lokasi, satu.output, satu.tugas)


def test_rows_without_an_activity_go_on_with_the_one_above(read):
    lanjutan = row(
        None, None, lokasi=None, dana=None, tahun=[None, "V"], tugas=["Dinas Dua", "dan menguji", None, None]
    )
    lanjutan[-2:] = [None, "dan mandiri"]
    satu = activities(read([*header(), row("A"), lanjutan]))[0]
    assert satu.tugas["kesatu"].penanggung_jawab == ("Dinas Satu", "Dinas Dua")
    assert (satu.tugas["kesatu"].kegiatan, satu.outcome) == ("melatih dan menguji", "Terampil dan mandiri")
    assert satu.tahun == (2025, 2026)


def test_a_programme_may_stand_in_a_row_of_its_own_or_be_repeated(read):
    baris = [
        *header(),
        [1, "1. Program A"],
        row(None),
        [2, "2. Program B"],
        row("Program B", "a. Lain"),
        row("Program B"),
    ]
    rencana = read(baris)
    assert [(p.nama, len(p.kegiatan)) for p in rencana.program] == [("Program A", 1), ("Program B", 2)]


def test_several_offices_in_one_cell(read):
    jawab = "1. Dinas Perhubungan,\n2. Dinas Sosial;\n\n- Badan Pembinaan; Dinas Kebudayaan."
    satu = activities(read([*header(), row("A", tugas=[jawab, "melatih", "Badan", "x"])]))[0]
    assert satu.tugas["kesatu"].penanggung_jawab == (
        "Dinas Perhubungan",
        "Dinas Sosial",
        "Badan Pembinaan",
        "Dinas Kebudayaan",
    )


def test_stages_of_an_activity_stand_below_its_name(read):
    satu = activities(read([*header(), row("A", "c. Pelatihan\nbersama\n- persiapan\n- pelaksanaan\ndi kota")]))[0]
    assert (satu.nama, satu.tahapan) == ("Pelatihan bersama", ("persiapan", "pelaksanaan di kota"))


@pytest.mark.parametrize("tanda", ["V", "v", "x", "X", "✓", "✔", "√", 1, 100, 2.5, "50%", True])
def test_marks_of_a_year(read, tanda):
    assert activities(read([*header(), row("A", tahun=[None, tanda])]))[0].tahun == (2026,)


@pytest.mark.parametrize("tanda", [None, "", " ", "-", 0, "0"])
def test_no_marks_of_a_year(read, tanda):
    assert activities(read([*header(), row("A", tahun=[tanda, "V"])]))[0].tahun == (2026,)


def test_dates_in_a_cell_are_written_as_a_document_writes_them(read):
    satu = activities(read([*header(), row("A", output=date(2025, 4, 29), outcome=datetime(2026, 1, 2))]))[0]
    assert (satu.output, satu.outcome) == ("29 April 2025", "2 Januari 2026")


def test_text_that_begins_with_an_equals_sign_stays_text(read):
    satu = activities(read([*header(), row("A", output=Teks("=SUM(A1:A9)"))]))[0]
    assert satu.output == "=SUM(A1:A9)"


def test_a_column_for_what_recurs(read):
    baris = [*header(tambahan=["BERKALA"]), [*row("A"), "3 bulan"], [*row(None, "b. Lain"), None]]
    satu, dua = activities(read(baris))
    assert (str(satu.berkala), dua.berkala) == ("3 bulan", None)


def test_three_parties(read):
    tugas = ["Dinas", "a", "Badan", "b", "Rektorat;Lembaga", "c"]
    satu = activities(read([*header(3), row("A", tugas=tugas)]))[0]
    assert satu.tugas["ketiga"].penanggung_jawab == ("Rektorat", "Lembaga")


def test_a_party_without_a_task_in_an_activity(read):
    assert set(activities(read([*header(), row("A", tugas=["D", "x", None, None])]))[0].tugas) == {"kesatu"}


def test_formatted_empty_rows_below_the_table_mean_nothing(tmp_path):
    jalur = write_sheet(tmp_path / "rk.xlsx", [*header(), row("A")])
    buku = load_workbook(jalur)
    for i in range(5, 4000):
        buku.active.cell(i, 2).number_format = "0.00"
    buku.active.cell(9000, 3).value = "   "
    buku.save(jalur)
    assert len(activities(load_rencana(jalur).rencana)) == 1


def test_the_sheet_is_found_by_its_name_or_by_its_header(tmp_path):
    buku = Workbook()
    fill(buku.active, [["Catatan"]])
    fill(buku.create_sheet("Tabel"), [*header(), row("A")])
    buku.save(tmp_path / "a.xlsx")
    assert len(activities(load_rencana(tmp_path / "a.xlsx").rencana)) == 1
    fill(buku.create_sheet("Tabel 2"), [*header(), row("B"), row(None, "b. x")])
    buku.save(tmp_path / "b.xlsx")
    with pytest.raises(NaskahError, match="ada 2 lembar berisi tabel \\(Tabel, Tabel 2\\)"):
        load_rencana(tmp_path / "b.xlsx")
    buku["Tabel 2"].title = "rencana kerja"
    buku.save(tmp_path / "c.xlsx")
    assert len(activities(load_rencana(tmp_path / "c.xlsx").rencana)) == 2


def test_the_example_is_the_same_from_a_sheet(tmp_path):
    asal = load_rencana(packaged_data() / "examples" / "rencana-kerja" / "rk-jakarta.yaml").rencana
    baris = [*header(tahun=asal.tahun, tambahan=["BERKALA"]), *plan_rows(asal)]
    dibaca = load_rencana(write_sheet(tmp_path / "rk.xlsx", baris)).rencana
    # Places stand with each activity in a sheet.
    assert list(dibaca.iter_kegiatan()) == [(kode, p, k) for (kode, p, k) in _with_place(asal, dibaca)]
    assert [k for _, _, k in dibaca.iter_kegiatan()] == [k for _, _, k in asal.iter_kegiatan()]


def _with_place(asal: RencanaKerja, dibaca: RencanaKerja):
    program = {p.nama: p for p in dibaca.program}
    return [(kode, program[p.nama], k) for kode, p, k in asal.iter_kegiatan()]


@pytest.mark.parametrize(("pihak", "tahun"), [(2, range(2025, 2030)), (3, (2026,)), (2, (2025, 2027))])
def test_the_blank_sheet_is_read_once_it_is_filled(tmp_path, pihak, tahun):
    jalur = tmp_path / "rk.xlsx"
    jalur.write_bytes(make_blank_sheet(pihak, tuple(tahun)))
    with pytest.raises(NaskahError, match="belum ada satu kegiatan pun di bawah kepala tabel"):
        load_rencana(jalur)
    buku = load_workbook(jalur)
    isi = row("A", tahun=["V"] * len(tahun), tugas=["Dinas", "x"] * pihak)
    for kolom, nilai in enumerate(isi, 1):
        buku["Rencana Kerja"].cell(7, kolom, nilai)
    buku.save(jalur)
    rencana = load_rencana(jalur).rencana
    assert (rencana.tahun, len(activities(rencana)[0].tugas)) == (tuple(tahun), pihak)


# What is refused.


@pytest.mark.parametrize(("kolom", "judul"), [(i, KEPALA[i]) for i in (1, 2, 3, 4)] + [(11, "OUTPUT"), (12, "OUTCOME")])
def test_a_missing_column_is_named(faults, kolom, judul):
    baris = [*header(), row("A")]
    for satu in baris:
        satu[kolom] = None
    (pesan,) = faults(baris)
    assert judul in pesan and "belum ada" in pesan


def test_all_missing_columns_are_named_at_once(faults):
    (pesan,) = faults([["No", "PROGRAM / KEGIATAN", "TAHAPAN KEGIATAN"], [1, "A", "a. x"]])
    for judul in ("LOKASI", "SUMBER DANA", "OUTPUT", "OUTCOME", "TAHUN", "PENANGGUNG JAWAB dan KEGIATAN setiap PIHAK"):
        assert judul in pesan


def test_a_party_without_its_task_column_is_named(faults):
    kepala = header()
    kepala[2][10] = None
    kepala[1][9] = None
    kepala[2][9] = None
    kepala[1][10] = "PIHAK KEDUA"
    kepala[2][10] = "KEGIATAN"
    (pesan,) = faults([*kepala, row("A")])
    assert "PENANGGUNG JAWAB PIHAK ke-2 belum ada" in pesan


@pytest.mark.parametrize(
    ("ubah", "harapan"),
    [
        (lambda k: k[0].append("KETERANGAN"), "N1: kolom 'KETERANGAN' tidak dikenal"),
        (lambda k: k[2].__setitem__(6, 2025), "G3: kolom '2025' ada dua kali"),
        (lambda k: k[1].__setitem__(7, "PIHAK UTAMA"), "H2: 'PIHAK UTAMA' tidak dikenal; tulis PIHAK KESATU"),
        (lambda k: k[2].__setitem__(6, "=F3+1"), "G3: kepala tabel berisi rumus"),
        (lambda k: k[1].__setitem__(7, None), "H3: kolom ini belum jelas PIHAK-nya"),
    ],
)
def test_faults_of_the_header(faults, ubah, harapan):
    kepala = header()
    ubah(kepala)
    assert any(satu.startswith(harapan) for satu in faults([*kepala, row("A")]))


@pytest.mark.parametrize(
    ("baris", "harapan"),
    [
        (row("A", output="=B1"), "L4: sel ini berisi rumus; salin, lalu tempel sebagai nilai"),
        (row("A", tahun=["=1", "V"]), "F4: sel ini berisi rumus"),
        (row("A", output="#REF!"), "L4: sel ini berisi galat Excel (#REF!)"),
        (row("A", tahun=["ya?", "V"]), "F4: tanda 'ya?' tidak dikenal; isi V"),
        (row("A", tahun=[None, None]), "F4: belum ada tahunnya"),
        (row("A", output=None), "L4: sel ini belum diisi"),
        (row("A", outcome=None), "M4: sel ini belum diisi"),
        (row("A", lokasi=None), "D4: lokasi belum diisi"),
        (row("A", tugas=["Dinas", None, "B", "x"]), "I4: sel ini belum diisi"),
        (row("A", tugas=[None, "x", "B", "x"]), "H4: sel ini belum diisi"),
        (row("A", tugas=[None] * 4), "H4: tugas belum diisi"),
        (row(None), "B4: program kegiatan ini belum disebut"),
        (row("A", None), "C4: tahapan kegiatan pada baris ini belum diisi"),
        (row("A", output="a\x7fb"), "L4: memuat karakter U+007F"),
    ],
)
def test_faults_of_a_row_name_their_cell(faults, baris, harapan):
    assert any(satu.startswith(harapan) for satu in faults([*header(), baris])), faults([*header(), baris])


def test_a_duration_that_cannot_be_read_names_its_cell(faults):
    (pesan,) = faults([*header(tambahan=["BERKALA"]), [*row("A"), "sering"]])
    assert pesan.startswith("N4: ")


def test_all_faults_come_at_once(faults):
    baris = [*header(), row("A", output=None), row(None, "b. x", tahun=["?", "V"]), row(None, "c. x", outcome="=1")]
    assert [satu.split(":")[0] for satu in faults(baris)] == ["F5", "M6", "L4"]


def test_beyond_fifty_faults_the_rest_is_counted(faults):
    temuan = faults([*header(), *[row("A", output=None)] * 60])
    assert len(temuan) == 51
    assert temuan[-1].endswith("dan 10 kesalahan lain")


def test_more_activities_than_a_plan_can_have(faults, monkeypatch):
    monkeypatch.setattr("naskah.library.work_plan_rows.KEGIATAN_TERBANYAK", 20)
    temuan = faults([*header(), *(row("A", f"x{i}") for i in range(1000))])
    assert temuan == ["C24: lebih dari 20 kegiatan; bagi menjadi beberapa rencana kerja"]


@pytest.mark.parametrize("isi", [b"", b"bukan zip", b"PK\x03\x04 potong"])
def test_a_file_that_is_no_workbook(tmp_path, isi):
    (tmp_path / "rk.xlsx").write_bytes(isi)
    with pytest.raises(NaskahError, match="bukan .xlsx yang utuh"):
        load_rencana(tmp_path / "rk.xlsx")


def test_a_missing_file_and_a_folder(tmp_path):
    with pytest.raises(NaskahError, match="berkas ini tidak ada"):
        load_rencana(tmp_path / "rk.xlsx")
    (tmp_path / "rk.xlsx").mkdir()
    with pytest.raises(NaskahError, match="ini folder"):
        load_rencana(tmp_path / "rk.xlsx")


def replace_part(jalur: Path, bagian: str, ubah) -> None:
    with zipfile.ZipFile(jalur) as asal:
        isi = {nama: asal.read(nama) for nama in asal.namelist()}
    isi[bagian] = ubah(isi[bagian])
    with zipfile.ZipFile(jalur, "w", zipfile.ZIP_DEFLATED) as tujuan:
        for nama, data in isi.items():
            tujuan.writestr(nama, data)


LEMBAR = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    "ubah",
    [
        lambda isi: isi[: len(isi) // 2],
        lambda isi: b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' + isi,
        lambda isi: isi.replace(b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="??"/></mergeCells>'),
    ],
    ids=["potong", "entitas", "gabungan rusak"],
)
def test_a_damaged_sheet_is_refused(tmp_path, ubah):
    jalur = write_sheet(tmp_path / "rk.xlsx", [*header(), row("A")])
    replace_part(jalur, LEMBAR, ubah)
    with pytest.raises(NaskahError, match="bukan .xlsx yang utuh"):
        load_rencana(jalur)


def test_a_sheet_of_hundreds_of_megabytes_is_refused_before_it_is_read(tmp_path):
    """Zeros deflate to nothing: the size that counts is the one unpacked."""
    jalur = write_sheet(tmp_path / "rk.xlsx", [*header(), row("A")])
    replace_part(jalur, LEMBAR, lambda isi: isi + bytes(201_000_000))
    with pytest.raises(NaskahError, match=r"terlalu besar \(xl/worksheets/sheet1.xml: 201 MB\); hapus baris kosong"):
        load_rencana(jalur)


def test_a_merge_over_the_whole_sheet_costs_nothing(read):
    rencana = read([["Judul"], *header(), row("A")], "A1:XFD1")
    assert len(activities(rencana)) == 1


# Below the table.

KOSONG = [None] * 13


def _below(kolom: int, teks: str, kedua: str | None = None) -> list[Any]:
    baris = list(KOSONG)
    baris[kolom] = teks
    baris[9] = kedua
    return baris


@pytest.mark.parametrize(
    "bawah",
    [
        [[], [], _below(7, "PIHAK KESATU,", "PIHAK KEDUA,"), [], [], _below(7, "BUDI SANTOSO", "ANI")],
        [_below(7, "PIHAK KESATU", "PIHAK KEDUA"), _below(7, "BUPATI,", "KEPALA,"), _below(7, "BUDI", "ANI")],
        [[], _below(2, "Jakarta, 1 Januari 2026"), _below(7, "PIHAK KESATU,"), [], _below(7, "BUDI")],
        [_below(2, "Kota Cempaka,          2026"), _below(7, "Para Pihak"), _below(2, "BUDI", "ANI")],
        [[], _below(2, "Cempaka, ... Januari 2026"), _below(2, "BUDI")],
        [[], _below(2, "Ditetapkan di Cempaka"), _below(2, "pada tanggal 1 Januari 2026"), _below(2, "BUDI")],
        [[], _below(11, "Mengetahui,"), _below(11, "BUDI")],
    ],
)
def test_the_table_ends_where_the_signatures_begin(read, bawah):
    satu = activities(read([*header(), row("A"), *bawah]))
    assert [(k.nama, k.tugas["kesatu"].penanggung_jawab) for k in satu] == [("Pelatihan", ("Dinas Satu",))]


def test_a_row_below_an_empty_one_that_names_nothing_is_refused_and_named(faults):
    (pesan,) = faults([*header(), row("A"), [], _below(7, "BUPATI CEMPAKA,"), _below(7, "BUDI")])
    assert pesan.startswith("H6: baris 6 tidak memuat program atau tahapan kegiatan")


def test_the_table_goes_on_below_an_empty_row_with_a_programme_or_an_activity(read):
    baris = [*header(), row("A"), [], row("B", "a. Seminar"), [], [2, "C"], row(None, "a. Lomba")]
    assert [k.nama for k in activities(read(baris))] == ["Pelatihan", "Seminar", "Lomba"]


def test_an_activity_merged_down_goes_on_below_an_empty_row(read):
    lanjutan = _below(7, "Dinas Dua")
    satu = activities(read([*header(), row("A"), [], lanjutan], "C4:C6"))[0]
    assert satu.tugas["kesatu"].penanggung_jawab == ("Dinas Satu", "Dinas Dua")


def test_an_activity_below_the_signatures_is_not_lost(faults):
    (pesan,) = faults([*header(), row("A"), [], _below(7, "PIHAK KESATU,"), row("A", "b. Seminar")])
    assert pesan == "C7: kegiatan ini berada di bawah tanda tangan; pindahkan ke dalam tabel"


@pytest.mark.parametrize("kolom", [0, 1, 2, 7])
def test_a_note_to_the_table_is_named(faults, kolom):
    (pesan,) = faults([*header(), row("A"), [], _below(kolom, "Keterangan: V = dilaksanakan")])
    assert pesan.startswith(f"{'ABCDEFGH'[kolom]}6: keterangan ini bukan bagian tabel dan tidak akan tercetak")


def test_text_in_a_column_without_a_heading_is_named_once(faults):
    (pesan,) = faults([*header(), [*row("A"), "PIC Budi"], [*row(None, "b. Seminar"), "PIC Ani"]])
    assert pesan == "N4: 'PIC Budi': kolom N tidak berjudul, jadi isinya tidak tercetak; beri judul atau hapus"


@pytest.mark.parametrize("nomor", [1, "1", "1.", "(2)", "III.", "a."])
def test_numbers_left_of_the_programme_are_counted_anew(read, nomor):
    baris = row("A")
    baris[0] = nomor
    assert len(activities(read([*header(), baris]))) == 1


def test_text_in_the_column_of_numbers_is_named(faults):
    baris = row("A")
    baris[0] = "lihat halaman 2"
    assert faults([*header(), baris])[0].startswith("A4: 'lihat halaman 2': bukan nomor")


def test_a_number_that_excel_has_rounded_is_refused(faults):
    (pesan,) = faults([*header(), row("A", output=198503152010011005)])
    assert pesan.startswith("L4: sel ini berisi bilangan lebih dari 15 angka, yang dibulatkan oleh Excel")


def test_a_sheet_of_one_party_is_no_plan(faults):
    (pesan,) = faults([*header(1), row("A", tugas=["Dinas", "x"])])
    assert "PENANGGUNG JAWAB dan KEGIATAN PIHAK KEDUA belum ada" in pesan


def test_a_programme_with_a_year_in_its_name_is_no_day_of_signing(read):
    baris = [
        *header(),
        [1, "Sosialisasi, 2026"],
        row(None),
        [2, "Lomba Desa, tahun 2025"],
        row(None, output="Catatan: x"),
    ]
    assert [p.nama for p in read(baris).program] == ["Sosialisasi, 2026", "Lomba Desa, tahun 2025"]


def test_a_missing_place_comes_with_the_other_faults(faults):
    assert [satu[:3] for satu in faults([*header(), row("A", lokasi=None, output=None)])] == ["L4:", "D4:"]


def test_a_limit_says_of_what(faults):
    (pesan,) = faults([*header(), *(row(f"Program {i}", "a. x") for i in range(1001))])
    assert pesan == "Rencana Kerja: paling banyak 1000 program"
