"""What `registri catat` says of an event: in the names, days and words of the page and of the alerts."""

import json
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from naskah.bahasa.tanggal import format_tanggal
from naskah.model.pendaftaran import Pendaftaran
from naskah.registry.database import open_registry
from naskah.registry.registration import register

ISI = {
    "id": "x",
    "jenis": "nota-kesepakatan",
    "judul": "Uji",
    "tanggal": "2025-01-02",
    "pihak": [{"sebutan": f"PIHAK {n}", "nama": f"Kantor {n}", "nomor": f"{n}/x"} for n in (1, 2)],
    "ketentuan": [
        {"jenis": "jangka-waktu", "lama": "5 tahun", "sumber": "Pasal 1"},
        {"jenis": "batas-waktu", "hal": "perpanjangan", "batas": "30 hari", "arah": "sebelum",
         "acuan": "akhir-jangka-waktu", "sumber": "Pasal 1"},
        {"jenis": "batas-waktu", "hal": "keadaan-kahar", "batas": "14 hari kerja", "arah": "setelah",
         "acuan": "kahar-terjadi", "sumber": "Pasal 2"},
        {"jenis": "batas-waktu", "hal": "pengakhiran", "batas": "3 bulan", "arah": "sebelum",
         "acuan": "tanggal-berakhir-dikehendaki", "sumber": "Pasal 3"},
        {"jenis": "batas-waktu", "hal": "perubahan-alamat", "batas": "10 hari", "arah": "sebelum",
         "acuan": "perubahan-alamat-berlaku", "sumber": "Pasal 4"},
        {"jenis": "kewajiban-berkala", "hal": "Laporan pemantauan dan evaluasi", "setiap": "6 bulan",
         "sumber": "Pasal 5"},
        {"jenis": "kewajiban-berkala", "hal": "Laporan keuangan", "setiap": "1 tahun", "sumber": "Pasal 5"},
        {"jenis": "alasan-berakhir", "hal": "ingkar janji (wanprestasi)", "dokumen": "Berita Acara Pengakhiran",
         "sumber": "Pasal 6"},
        {"jenis": "salinan", "rangkap": 2, "bermeterai": 2, "sumber": "Penutup"},
    ],
}  # fmt: skip


@pytest.fixture
def terdaftar(ruang: Path) -> Path:
    with open_registry(ruang / "registry.db", create=True) as basis:
        register(basis, Pendaftaran.model_validate(ISI), oleh="Sekretariat")
    return ruang


def catat(jalankan, jenis: str, *isian: object) -> tuple[list[str], str]:
    """What is said after the line that names the event, and the warnings."""
    hasil = jalankan("registri", "catat", "x", jenis, *isian)
    assert hasil.kode == 0, hasil.galat
    return hasil.keluaran.splitlines()[1:], hasil.galat


def ask_view(folder: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(folder / "registry.db")) as conn:
        return conn.execute(sql).fetchall()


def test_catat_the_page_and_the_alerts_call_a_deadline_the_same(terdaftar, jalankan) -> None:
    baris, _ = catat(jalankan, "pemberitahuan", "hal=pengakhiran", "berakhir=2027-03-31", "--tanggal", "2026-08-01")
    assert "tenggat baru: 31 Maret 2027 pengakhiran-dikehendaki (pemberitahuan)" in baris[0]
    halaman = jalankan("registri", "tampil", "x", "--pada", "2026-08-02").keluaran
    assert "31 Maret 2027 pengakhiran-dikehendaki" in halaman
    peringatan = jalankan("peringatan", "--pada", "2026-08-02", "--dalam", 365).keluaran
    assert "pengakhiran-dikehendaki" in peringatan
    baris, _ = catat(jalankan, "dipenuhi", "hal=pengakhiran-dikehendaki", "--tanggal", "2026-08-03")
    assert baris[0] == "tenggat selesai: 31 Maret 2027 pengakhiran-dikehendaki (pemberitahuan); dipenuhi"


def test_what_is_late_in_working_days_is_late_at_once_and_left_to_the_page_in_the_view(terdaftar, jalankan) -> None:
    catat(jalankan, "kahar-terjadi", "uraian=banjir", "--tanggal", "2026-04-03")
    baris, _ = catat(jalankan, "pemberitahuan", "hal=keadaan-kahar", "--tanggal", "2026-05-10")
    assert baris[0] == "tenggat selesai: 23 April 2026 keadaan-kahar (Pasal 2); dipenuhi terlambat"
    halaman = jalankan("registri", "tampil", "x", "--pada", "2026-06-01", "--semua").keluaran
    assert "23 April 2026 keadaan-kahar (Pasal 2): dipenuhi terlambat" in halaman
    (sebab,) = ask_view(terdaftar, "SELECT sebab_tutup FROM daftar_tenggat WHERE jenis = 'keadaan kahar'")
    assert sebab == ("dipenuhi; tepat waktu atau terlambat: lihat naskah registri tampil",)


def test_of_two_letters_of_one_day_each_meets_its_own_deadline(terdaftar, jalankan) -> None:
    catat(jalankan, "pemberitahuan", "hal=pengakhiran", "berakhir=2027-03-31", "nomor=1", "--tanggal", "2026-11-10")
    baris, _ = catat(
        jalankan, "pemberitahuan", "hal=pengakhiran", "berakhir=2026-12-31", "nomor=2", "--tanggal", "2026-11-10"
    )
    assert "tenggat selesai: 30 September 2026 pengakhiran (Pasal 3); dipenuhi terlambat" in baris
    tenggat = json.loads(jalankan("registri", "tampil", "x", "-f", "json").keluaran)["tenggat"]
    milik = [(t["tanggal"], t["selesai_oleh"]) for t in tenggat if t["jenis"] == "pengakhiran"]
    assert milik == [("2026-09-30", 3), ("2026-12-31", 2)]


def test_what_another_letter_has_settled_is_no_new_deadline(terdaftar, jalankan) -> None:
    catat(jalankan, "pemberitahuan", "hal=keadaan-kahar", "--tanggal", "2026-04-10")
    catat(jalankan, "pemberitahuan", "hal=perubahan-alamat", "berlaku=2026-12-21", "--tanggal", "2026-11-01")
    baris, _ = catat(jalankan, "alamat-diubah", "pihak=1", "alamat=Jalan Baru", "berlaku=2026-12-21",
                     "--tanggal", "2026-11-02")  # fmt: skip
    assert not [satu for satu in baris if satu.startswith("tenggat baru")]
    halaman = jalankan("registri", "tampil", "x", "--semua").keluaran
    assert [b.split(":")[0].strip() for b in halaman.splitlines() if "perubahan-alamat (" in b] == [
        "11 Desember 2026 perubahan-alamat (Pasal 4)"
    ] * 2  # met by the letter, and told beforehand: two reasons


def test_one_deadline_asked_for_twice_is_settled_in_one_line(terdaftar, jalankan) -> None:
    catat(jalankan, "alamat-diubah", "pihak=1", "alamat=Jalan Baru", "berlaku=2026-12-21", "--tanggal", "2026-11-01")
    baris, _ = catat(jalankan, "pemberitahuan", "hal=perubahan-alamat", "berlaku=2026-12-21", "--tanggal", "2026-11-02")
    assert baris[:-1] == ["tenggat selesai: 11 Desember 2026 perubahan-alamat (Pasal 4); dipenuhi"]
    halaman = jalankan("registri", "tampil", "x", "--semua").keluaran
    assert halaman.count("perubahan-alamat (Pasal 4): dipenuhi") == 1


def test_the_state_names_its_day_and_that_of_today_where_it_differs(terdaftar, jalankan) -> None:
    hari_ini = format_tanggal(date.today())
    baris, _ = catat(jalankan, "wanprestasi", "pihak=1", "uraian=x", "--tanggal", "2026-02-01")
    assert baris[-1] == "keadaan pada 1 Februari 2026: berlaku"
    catat(jalankan, "kahar-terjadi", "uraian=x", "--tanggal", "2026-03-13")
    catat(jalankan, "kahar-berakhir", "--tanggal", "2026-04-01")
    baris, _ = catat(jalankan, "ditinjau", "hasil=dilanjutkan", "--tanggal", "2026-03-20")
    assert baris[-2].startswith("keadaan pada 20 Maret 2026: dalam keadaan kahar")
    assert baris[-1] == f"keadaan pada {hari_ini}: berlaku"


@pytest.mark.parametrize(
    ("jenis", "isian", "lengkap"),
    [
        ("laporan", ["hal=KEUANGAN"], {"hal": "Laporan keuangan"}),
        ("dipenuhi", ["hal=pemantauan"], {"hal": "Laporan pemantauan dan evaluasi"}),
        # As alerts have it.
        ("dipenuhi", ["hal=kewajiban-berkala: Laporan keuangan"], {"hal": "Laporan keuangan"}),
        ("dipenuhi", ["hal=Pemberitahuan perpanjangan"], {"hal": "pemberitahuan-perpanjangan"}),
        ("dikesampingkan", ["hal=perpanj", "alasan=rapat"], {"hal": "pemberitahuan-perpanjangan", "alasan": "rapat"}),
        (
            "diakhiri",
            ["alasan=Wanprestasi", "dokumen=Berita Acara Pengakhiran nomor 1"],
            {"alasan": "ingkar janji (wanprestasi)", "dokumen": "Berita Acara Pengakhiran nomor 1"},
        ),
    ],
)
def test_part_of_a_name_will_do_where_it_fits_one(terdaftar, jalankan, jenis, isian, lengkap) -> None:
    catat(jalankan, jenis, *isian, "--tanggal", "2026-03-02")
    peristiwa = json.loads(jalankan("registri", "tampil", "x", "-f", "json").keluaran)["peristiwa"]
    assert peristiwa[-1]["isian"] == lengkap


@pytest.mark.parametrize(("hal", "pesan"), [
    ("laporan", '"laporan" dapat berarti Laporan pemantauan dan evaluasi; Laporan keuangan. Tulis lebih lengkap'),
    ("keadaan-kahar", "tidak ada tenggat terbuka yang cocok"),
    ("kahar-lain", "pemberitahuan-perpanjangan ("),
])  # fmt: skip
def test_part_of_several_names_or_of_none_is_refused(terdaftar, jalankan, hal, pesan) -> None:
    hasil = jalankan("registri", "catat", "x", "dipenuhi", f"hal={hal}", "--tanggal", "2026-03-02")
    assert hasil.kode == 2
    assert pesan in hasil.galat


@pytest.mark.parametrize(
    ("jenis", "isian", "pesan"),
    [
        ("diakhiri", ["alasan=wanprestasi", "dokumen=surat biasa"],
         'perjanjian meminta Berita Acara Pengakhiran, sedangkan dokumennya tertulis "surat biasa"'),
        ("diarsipkan", ["salinan=asli ke-3", "tempat=lemari"], "perjanjian ini dibuat dalam 2 rangkap"),
        ("laporan", ["hal=keuangan", "--bukti", "/etc/hostname"], "ada di luar ruang kerja"),
    ],
)  # fmt: skip
def test_what_may_be_a_mistake_is_recorded_with_a_warning(terdaftar, jalankan, jenis, isian, pesan) -> None:
    galat = catat(jalankan, jenis, *isian, "--tanggal", "2025-03-02")[1]
    assert galat.startswith("peringatan: ")
    assert pesan in galat


def test_a_third_copy_of_two_and_a_report_that_meets_nothing_are_warned_of(terdaftar, jalankan) -> None:
    for nama, pesan in (("asli", ""), ("kedua", ""), ("ASLI", ""), ("arsip", "kini 3 salinan tercatat")):
        assert pesan in catat(jalankan, "diarsipkan", f"salinan={nama}", f"tempat={nama}", "--tanggal", "2025-03-02")[1]
    assert catat(jalankan, "laporan", "hal=keuangan", "--tanggal", "2025-03-02")[1] == ""
    galat = catat(jalankan, "laporan", "hal=keuangan", "--tanggal", "2025-03-03")[1]
    assert "tidak ada tenggat yang dipenuhi laporan ini" in galat


def test_what_was_missed_is_not_called_done_and_a_reason_is_not_said_twice(terdaftar, jalankan) -> None:
    halaman = jalankan("registri", "tampil", "x", "--pada", "2026-03-01").keluaran
    assert "1 tenggat sudah tertutup (1 terlewat); lihat dengan --semua" in halaman
    assert "berakhir (berakhir)" not in halaman


def test_what_comes_after_the_day_asked_about_stands_apart(terdaftar, jalankan) -> None:
    catat(jalankan, "kahar-terjadi", "uraian=banjir", "--tanggal", "2026-02-01")
    catat(jalankan, "kahar-berakhir", "--tanggal", "2026-03-01")
    halaman = jalankan("registri", "tampil", "x", "--pada", "2026-02-10").keluaran
    bagian = {b.split(":\n")[0].strip(): b for b in halaman.split("\n\n")}
    assert "kahar" in bagian["riwayat keadaan"] and "1 Maret 2026" not in bagian["riwayat keadaan"]
    assert "1 Maret 2026" in bagian["keadaan sesudah 10 Februari 2026"]
    assert "kahar-terjadi" in bagian["peristiwa"] and "didaftarkan" in bagian["peristiwa"]
    assert "kahar-berakhir" in bagian["peristiwa sesudah 10 Februari 2026"]


def test_the_views_say_the_same_words_and_the_fields_of_events(terdaftar, jalankan) -> None:
    catat(jalankan, "laporan", "hal=keuangan", "nomor=7", "--tanggal", "2025-03-02")
    semua = ask_view(terdaftar, "SELECT dihitung_dari, hari_ini, sebab_tutup FROM daftar_tenggat")
    assert {s[1] for s in semua} <= {"belum", "terbuka", "lewat", "tertutup"}
    assert all(s[2] is None for s in semua if s[1] in ("terbuka", "lewat"))
    assert "setiap 6 bulan sejak mulai berlaku" in {s[0] for s in semua}
    assert ask_view(terdaftar, "SELECT isian FROM daftar_peristiwa") == [(None,), ("hal=Laporan keuangan; nomor=7",)]


def test_the_last_day_of_the_calendar_is_refused_as_such(terdaftar, jalankan) -> None:
    hasil = jalankan("registri", "daftar", "--pada", "9999-12-31")
    assert hasil.kode == 2
    assert "pilih tanggal yang lebih awal" in hasil.galat


KEPALA = "perjanjian;jenis;tanggal;uraian;hal\n"


def test_a_sheet_whose_newest_rows_stand_first_is_recorded_by_day(terdaftar, jalankan) -> None:
    Path("p.csv").write_text(
        KEPALA + "x;kahar-berakhir;2026-03-01;;\nx;kahar-terjadi;2026-02-01;b;\n", encoding="utf-8"
    )
    assert jalankan("registri", "catat", "--dari", "p.csv").galat == ""
    peristiwa = json.loads(jalankan("registri", "tampil", "x", "-f", "json").keluaran)["peristiwa"]
    assert [p["jenis"] for p in peristiwa] == ["didaftarkan", "kahar-terjadi", "kahar-berakhir"]


def test_rows_of_one_day_keep_the_order_in_which_they_happened(terdaftar, jalankan) -> None:
    Path("p.csv").write_text(
        KEPALA + "x;laporan;2026-03-01;;keuangan\nx;kahar-berakhir;2026-02-01;;\nx;kahar-terjadi;2026-02-01;b;\n",
        encoding="utf-8",
    )
    assert jalankan("registri", "catat", "--dari", "p.csv").galat == ""


def test_all_faults_of_a_sheet_are_told_at_once(terdaftar, jalankan) -> None:
    Path("p.csv").write_text(
        KEPALA.replace("hal", "warna")
        + "x;kahar-terjadi;;a;\nx;laporan;2026-01-01;;\ny;kahar-terjadi;2026-01-01;a;\nx;kahar-terjadi;2026-02-30;a;\n",
        encoding="utf-8",
    )
    hasil = jalankan("registri", "catat", "--dari", "p.csv")
    assert hasil.kode == 2
    baris = [satu.split(": ")[1] for satu in hasil.galat.splitlines()]
    assert [b for b in baris if b.startswith("p.csv:")] == [f"p.csv:{n}" for n in (1, 2, 3, 4, 5)]
    assert len(ask_view(terdaftar, "SELECT 1 FROM peristiwa")) == 1


def test_a_name_opened_in_the_same_sheet_is_known_by_its_part(terdaftar, jalankan) -> None:
    Path("p.csv").write_text(KEPALA + "x;kahar-terjadi;2026-02-01;b;\nx;dipenuhi;2026-02-02;;kahar\n", encoding="utf-8")
    hasil = jalankan("registri", "catat", "--dari", "p.csv")
    assert (hasil.kode, hasil.galat) == (0, "")
