"""A register into the registry: what contradicts itself is said, and all of it is recorded or nothing."""

import csv
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from registers import KEPALA, MITRA, PEMDA, read, row, write, write_rows

from naskah.bahasa.hari_kerja import Kalender
from naskah.exchange.import_report import write_report
from naskah.exchange.importing import compare_with, record
from naskah.exchange.mapping import make_mapping
from naskah.model.galat import NaskahError
from naskah.registry.alerts import list_peringatan
from naskah.registry.connection import Registry
from naskah.registry.database import open_registry
from naskah.registry.query import get_perjanjian, list_perjanjian
from naskah.registry.verification import verify


@pytest.fixture
def registry(tmp_path: Path):
    with open_registry(tmp_path / "registry.db", create=True) as registry:
        yield registry


def test_an_entry_becomes_an_agreement_with_its_deadlines(tmp_path: Path, registry: Registry) -> None:
    kepala = [*KEPALA, "OPD", "Monev", "Pemberitahuan", "Penandatangan Pihak II", "Jabatan Pihak II"]
    isi = [*row(1), "Dinas Pertanian", "setiap 4 bulan", "30 hari sebelum berakhir", "Bima", "Direktur"]
    hasil = read(write_rows(tmp_path / "r.xlsx", isi, kepala=kepala))
    assert record(hasil, registry, oleh="Sekretariat") == {"baru": 1}
    satu = get_perjanjian(registry, "pks-1-ks-2025")
    assert (satu.judul, satu.jenis, satu.tanggal) == ("Kerja Sama 1", "perjanjian-kerja-sama", date(2025, 4, 29))
    assert (satu.akhir, satu.unit) == (date(2030, 4, 28), "Dinas Pertanian")
    assert [(p.nama, p.nomor, p.penandatangan, p.jabatan) for p in satu.pihak] == [
        (PEMDA, "1/KS/2025", None, None), (MITRA, "1/PPN/2025", "Bima", "Direktur"),
    ]  # fmt: skip
    tenggat = list_peringatan(registry, pada=date(2030, 3, 1), dalam=90, kalender=Kalender(), lewat=False)
    assert {(t.tanggal, t.jenis) for t in tenggat} >= {
        (date(2030, 3, 29), "pemberitahuan-perpanjangan"), (date(2030, 4, 28), "akhir-jangka-waktu"),
    }  # fmt: skip
    assert {k.jenis: k.hal for k in satu.ketentuan}["kewajiban-berkala"] == "monev"
    assert verify(registry) == []


@pytest.mark.parametrize(
    ("ubah", "pesan"),
    [
        ({"tanggal": "Senin, 29 April 2025"}, "jatuh pada hari Selasa, bukan Senin"),
        ({"masa": "5 (empat) tahun"}, "angka 5 tidak sama dengan katanya"),
        ({"akhir": "1 Juli 2030"}, r"berakhir 28 April 2030 \(atau 29 April 2030\), padahal tertulis 1 Juli 2030"),
        ({"masa": None, "akhir": "28 April 2020"}, "lebih awal"),
        ({"tanggal": None}, "tanggal: kosong"),
        ({"tanggal": date(2052, 4, 29)}, "masih jauh di depan"),
        ({"tanggal": date(1925, 4, 29)}, "terlalu lampau"),
        ({"judul": "-"}, "judul: kosong"),
        ({"jenis": "entah"}, "jenis: 'entah' tidak dikenal"),
        ({"jenis": None}, "jenis: tidak disebut"),
        ({"masa": "14 hari kerja"}, "tahun, bulan, atau hari"),
        ({"judul": "=1/0"}, "berisi rumus"),
        ({"judul": "x" * 20_001}, "terlalu panjang"),
    ],
)
def test_what_contradicts_itself_or_is_missing_is_said(tmp_path: Path, ubah: dict[str, Any], pesan: str) -> None:
    (satu,) = read(write_rows(tmp_path / "r.xlsx", row(1, **ubah))).baris
    assert satu.keadaan == "galat"
    with pytest.raises(NaskahError, match=pesan):
        raise NaskahError("\n".join(satu.galat))


def test_every_fault_of_a_row_is_said_at_once(tmp_path: Path) -> None:
    (satu,) = read(write_rows(tmp_path / "r.xlsx", row(1, judul=None, tanggal="entah", masa="entah"))).baris
    assert [galat.partition(":")[0] for galat in satu.galat] == ["judul", "tanggal", "jangka-waktu"]


@pytest.mark.parametrize(
    ("akhir", "tanggal_sama"),
    [([date(2030, 4, 29)] * 2 + [None], True), ([date(2030, 4, 28)] * 2 + [None], False)],
)
def test_the_convention_of_the_office_is_recognised(tmp_path: Path, registry: Registry, akhir, tanggal_sama) -> None:
    hasil = read(write_rows(tmp_path / "r.xlsx", *(row(i, akhir=a) for i, a in enumerate(akhir, 1))))
    record(hasil, registry, oleh="x")
    for satu in list_perjanjian(registry, pada=date(2026, 1, 1)):
        assert satu.akhir == date(2030, 4, 29 if tanggal_sama else 28)
        assert get_perjanjian(registry, satu.id).tanggal_sama is tanggal_sama
    # Where the register names a last day, the first day is no longer only assumed.
    assert [s.mulai_dianggap for s in list_perjanjian(registry, pada=date(2026, 1, 1))] == [False, False, True]


def test_a_row_that_follows_the_other_convention_keeps_it_and_is_pointed_out(tmp_path: Path) -> None:
    akhir = [date(2030, 4, 29), date(2030, 4, 29), date(2030, 4, 28)]
    baris = read(write_rows(tmp_path / "r.xlsx", *(row(i, akhir=a) for i, a in enumerate(akhir, 1)))).baris
    assert [satu.isi["tanggal_sama"] for satu in baris] == [True, True, False]
    assert [bool(satu.catatan) for satu in baris] == [False, False, True]


@pytest.mark.parametrize(
    ("masa", "akhir"),
    [(None, date(2030, 4, 28)), ("s.d. 28 April 2030", None), (date(2030, 4, 28), None), (None, "s.d. 28-4-2030")],
)
def test_a_last_day_alone_gives_the_term(tmp_path: Path, masa: Any, akhir: Any) -> None:
    (satu,) = read(write_rows(tmp_path / "r.xlsx", row(1, masa=masa, akhir=akhir))).baris
    (janji,) = satu.isi["ketentuan"]
    assert (janji["lama"], satu.akhir) == ("5 tahun", date(2030, 4, 28))


@pytest.mark.parametrize(
    ("mulai", "janji", "akhir"),
    [
        ("1 Mei 2025", {"mulai": "2025-05-01"}, date(2030, 4, 30)),
        ("29 April 2025", {}, date(2030, 4, 28)),
        (None, {"mulai_dianggap": True}, date(2030, 4, 28)),
    ],
)
def test_a_term_counts_from_its_own_first_day(tmp_path: Path, mulai: str | None, janji: dict, akhir: date) -> None:
    path = write_rows(tmp_path / "r.xlsx", [*row(1), mulai], kepala=[*KEPALA, "Mulai Berlaku"])
    (satu,) = read(path).baris
    (masa,) = satu.isi["ketentuan"]
    assert {k: v for k, v in masa.items() if k.startswith("mulai")} == janji
    assert satu.akhir == akhir


def test_one_bad_row_and_nothing_is_recorded(tmp_path: Path, registry: Registry) -> None:
    hasil = read(write_rows(tmp_path / "r.xlsx", row(1), row(2, tanggal="entah"), row(3)))
    with pytest.raises(NaskahError, match="baris Register!3: tanggal"):
        record(hasil, registry, oleh="x")
    assert list_perjanjian(registry, pada=date(2026, 1, 1)) == []


def test_the_same_file_again_records_nothing(tmp_path: Path, registry: Registry) -> None:
    path = write_rows(tmp_path / "r.xlsx", row(1), row(2))
    record(read(path), registry, oleh="x")
    lagi = read(path)
    compare_with(lagi, registry)
    assert lagi.count() == {"sudah terdaftar": 2}
    assert record(lagi, registry, oleh="x") == {"sudah terdaftar": 2}
    with registry.read() as conn:
        assert conn.execute("SELECT count(*) FROM peristiwa").fetchone() == (2,)


def test_rows_added_above_change_nothing_below(tmp_path: Path, registry: Registry) -> None:
    record(read(write_rows(tmp_path / "r.xlsx", row(1), row(2))), registry, oleh="x")
    lagi = read(write_rows(tmp_path / "r.xlsx", row(3), row(1), row(2)))
    assert record(lagi, registry, oleh="x") == {"baru": 1, "sudah terdaftar": 2}


def test_a_corrected_row_is_refused_until_asked_for(tmp_path: Path, registry: Registry) -> None:
    record(read(write_rows(tmp_path / "r.xlsx", row(1))), registry, oleh="x")
    lain = read(write_rows(tmp_path / "r.xlsx", row(1, masa="3 tahun")))
    with pytest.raises(NaskahError, match="baris Register!2: sudah terdaftar dengan isi lain"):
        record(lain, registry, oleh="x")
    lain = read(write_rows(tmp_path / "r.xlsx", row(1, masa="3 tahun")))
    compare_with(lain, registry)
    assert lain.count() == {"galat": 1}
    lain = read(write_rows(tmp_path / "r.xlsx", row(1, masa="3 tahun")))
    assert record(lain, registry, oleh="x", perbarui=True) == {"diperbarui": 1}


def test_an_agreement_registered_under_another_id_is_left_alone(tmp_path: Path, registry: Registry) -> None:
    record(read(write_rows(tmp_path / "r.xlsx", ["khusus", *row(1)], kepala=["Id", *KEPALA])), registry, oleh="x")
    hasil = read(write_rows(tmp_path / "r.xlsx", row(1), row(2)))
    assert record(hasil, registry, oleh="x") == {"baru": 1, "dilewati": 1}
    assert hasil.baris[0].dilewati == "sudah terdaftar dengan id khusus"


def test_an_entry_that_stands_twice_is_taken_once_or_refused(tmp_path: Path) -> None:
    sama = read(write(tmp_path / "r.xlsx", ("2024", [KEPALA, row(1)]), ("2025", [KEPALA, [7, *row(1)[1:]]])))
    assert [(s.keadaan, s.dilewati) for s in sama.baris] == [("baru", None), ("dilewati", "sama dengan baris 2024!2")]
    beda = read(write(tmp_path / "r.xlsx", ("2024", [KEPALA, row(1)]), ("2025", [KEPALA, row(1, masa="3 tahun")])))
    assert beda.baris[1].keadaan == "galat"
    assert "berbeda pada: ketentuan" in beda.baris[1].galat[0]


def test_ids_are_readable_unique_and_do_not_depend_on_the_order(tmp_path: Path) -> None:
    baris = [
        row(1, nomor_1="002/TKKSD/2025"),
        row(2, nomor_1=None, nomor_2=None, judul="Riset & Inovasi"),
        row(3, nomor_1="7", nomor_2="8"),
        row(4, nomor_1="7", nomor_2="9"),
    ]
    ids = [satu.id for satu in read(write_rows(tmp_path / "r.xlsx", *baris)).baris]
    assert ids[:2] == ["pks-002-tkksd-2025", "pks-riset-inovasi-2025"]
    assert ids[2].startswith("pks-7-2025-") and len(set(ids)) == 4
    assert [satu.id for satu in read(write_rows(tmp_path / "r.xlsx", *baris[::-1])).baris] == ids[::-1]


def test_addenda_are_pointed_to_their_own_command(tmp_path: Path) -> None:
    (satu,) = read(write_rows(tmp_path / "r.xlsx", row(1, jenis="Adendum PKS"))).baris
    assert satu.keadaan == "dilewati"
    assert "naskah registri catat" in satu.dilewati


def test_who_keeps_the_register_is_the_first_party_of_partners_alone(tmp_path: Path) -> None:
    kepala = ["Jenis", "Judul", "Mitra", "Nomor", "Tanggal"]
    path = write_rows(tmp_path / "r.xlsx", ["PKS", "Data", MITRA, "1/A", "29 April 2025"], kepala=kepala)
    (satu,) = read(path, make_mapping(None, pihak_kesatu=PEMDA)).baris
    assert [(p["nama"], p.get("nomor")) for p in satu.isi["pihak"]] == [(PEMDA, "1/A"), (MITRA, None)]


def test_a_formula_counts_by_its_last_result_and_is_pointed_out(tmp_path: Path) -> None:
    path = tmp_path / "r.xlsx"
    write_rows(path, row(1, akhir="=DATE(2030,4,28)"))
    # openpyxl writes no results; Excel does.
    with zipfile.ZipFile(path) as lama:
        isi = {nama: lama.read(nama) for nama in lama.namelist()}
    lembar = "xl/worksheets/sheet1.xml"
    isi[lembar] = isi[lembar].replace(b"</f><v></v>", b"</f><v>47601</v>").replace(b"</f><v />", b"</f><v>47601</v>")
    with zipfile.ZipFile(path, "w") as baru:
        for nama, data in isi.items():
            baru.writestr(nama, data)
    (satu,) = read(path).baris
    assert satu.akhir == date(2030, 4, 28)
    assert "berisi rumus" in satu.catatan[0]


@pytest.mark.parametrize("pemisah", [",", ";"])
def test_a_csv_is_read_as_well(tmp_path: Path, registry: Registry, pemisah: str) -> None:
    path = tmp_path / "r.csv"
    with path.open("w", newline="", encoding="utf-8-sig") as berkas:
        penulis = csv.writer(berkas, delimiter=pemisah)
        penulis.writerows([["REGISTER"], KEPALA, row(1, tanggal="29-04-2025")])
    assert record(read(path), registry, oleh="x") == {"baru": 1}


def test_the_report_tells_every_row_and_why(tmp_path: Path) -> None:
    hasil = read(write_rows(tmp_path / "r.xlsx", row(1), row(2, tanggal="entah"), ["Jumlah", 2]))
    write_report(tmp_path / "l.xlsx", hasil)
    buku = load_workbook(tmp_path / "l.xlsx")
    assert buku.sheetnames == ["baris", "kolom", "bukan data"]
    isi = [[sel.value for sel in baris] for baris in buku["baris"].iter_rows(min_row=2)]
    assert [(b[1], b[2], b[5]) for b in isi] == [(2, "baru", "pks-1-ks-2025"), (3, "galat", None)]
    assert isi[0][8] == datetime(2025, 4, 29)
    assert "bukan tanggal" in isi[1][3]


SEL = st.one_of(
    st.none(),
    st.text(max_size=12),
    st.integers(-(10**6), 10**6),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.dates(date(1901, 1, 1), date(9999, 12, 31)),
    st.sampled_from(["s.d.", "5 (", "- dan -", "29 April", "1 tahun", "setiap", "()", "0 tahun", "99999 tahun"]),
)


@given(st.lists(st.lists(SEL, max_size=14), max_size=5))
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_cells_hold_only_sentences_come_back(tmp_path: Path, grid: list[list[Any]]) -> None:
    buku = Workbook()
    buku.active.append([*KEPALA, "Monev", "Pemberitahuan", "Mulai", "Laporan"])
    for satu in grid:
        # A text that begins with "=" would be a formula.
        bersih = (ILLEGAL_CHARACTERS_RE.sub("", s).lstrip("=") if isinstance(s, str) else s for s in satu)
        buku.active.append([s.encode("utf-8", "ignore").decode() if isinstance(s, str) else s for s in bersih])
    buku.save(tmp_path / "r.xlsx")
    for satu in read(tmp_path / "r.xlsx").baris:
        assert satu.galat or satu.dilewati or satu.id


def test_where_one_party_is_read_the_way_to_part_them_is_told(tmp_path: Path) -> None:
    kepala = ["Jenis", "Judul", "Para Pihak", "Nomor", "Tanggal", "Jangka Waktu"]
    isi = ["PKS", "Kerja Sama", "Pemkab Cempaka Raya dan Maju Jaya", "1/KS/2025", date(2025, 4, 29), "5 tahun"]
    (satu,) = read(write_rows(tmp_path / "r.xlsx", isi, kepala=kepala)).baris
    assert any(
        "hanya 1 pihak yang terbaca; bila ada lebih, pisahkan namanya dengan titik koma" in c for c in satu.catatan
    )


def test_a_folder_is_no_register_and_said_to_be_one(tmp_path: Path) -> None:
    with pytest.raises(NaskahError, match="ini folder; sebutkan satu berkas"):
        read(tmp_path)
