"""`naskah peringatan` on the three agreements."""

import csv
import io
import json
import socket
import subprocess
import sys
from datetime import date
from types import SimpleNamespace

import pytest
from aiosmtpd.controller import Controller

CONTOH = ("nk-pasuruan", "nk-jakarta", "pks-babel")
# What happens once, without the obligations that come back.
SEKALI = ("--tenggat", "jangka-waktu", "--tenggat", "perpanjangan")


@pytest.fixture
def terdaftar(ruang, jalankan):
    for nama in CONTOH:
        assert jalankan("registri", "tambah", f"examples/{nama}.yaml").kode == 0
    return ruang


def test_json_lists_exactly_what_is_due_overdue_first(terdaftar, jalankan):
    hasil = jalankan("peringatan", "--pada", "2030-03-01", "--dalam", "60", "--format", "json", *SEKALI)
    assert hasil.kode == 0
    semua = json.loads(hasil.keluaran)
    assert [(p["perjanjian"], p["jenis"], p["tanggal"], p["sisa_hari"]) for p in semua] == [
        ("nk-pasuruan-2026", "akhir-jangka-waktu", "2029-01-01", -424),
        ("nk-jakarta-2025", "akhir-jangka-waktu", "2030-02-03", -26),
        ("pks-babel-2025", "pemberitahuan-perpanjangan", "2030-03-29", 28),
        ("pks-babel-2025", "akhir-jangka-waktu", "2030-04-28", 58),
    ]
    assert set(semua[2]) >= {"perjanjian", "judul", "jenis", "tanggal", "target", "sisa_hari", "sumber", "akibat"}
    assert semua[2]["sumber"] == "Pasal 6 ayat (3)"
    assert semua[2]["akibat"] == "berakhir dengan sendirinya"
    assert semua[3]["target"] == "2030-04-26"  # 28-4-2030 is a Sunday


def test_before_the_signing_an_agreement_has_no_deadlines(terdaftar, jalankan):
    hasil = jalankan("peringatan", "--pada", "2025-02-03", "--dalam", "36500", "--format", "json")
    assert json.loads(hasil.keluaran) == []


@pytest.mark.parametrize(("dalam", "jumlah"), [(27, 2), (28, 3), (57, 3), (58, 4)])
def test_a_deadline_enters_on_the_day_the_window_reaches_it(terdaftar, jalankan, dalam, jumlah):
    hasil = jalankan("peringatan", "--pada", "1 Maret 2030", "--dalam", dalam, "-f", "json", *SEKALI)
    assert len(json.loads(hasil.keluaran)) == jumlah


def test_table_shows_days_left_place_and_consequence(terdaftar, jalankan, snapshot):
    assert jalankan("peringatan", "--pada", "2030-03-01", "--dalam", "60").keluaran == snapshot


@pytest.mark.parametrize("lebar", [80, 160])
def test_alerts_are_never_cut(terdaftar, jalankan, monkeypatch, snapshot, lebar):
    monkeypatch.setenv("COLUMNS", str(lebar))
    keluaran = jalankan("peringatan", "--pada", "2030-03-01", "--dalam", "60").keluaran
    assert "…" not in keluaran
    assert max(map(len, keluaran.splitlines())) <= lebar
    for nilai in ("nk-pasuruan-2026", "pemberitahuan-perpanjangan", "berakhir dengan sendirinya", "29 Desember 2028"):
        assert nilai in keluaran
    assert keluaran == snapshot


@pytest.mark.parametrize(
    ("pada", "diminta", "kode"),
    [
        ("2030-03-01", ("--gagal-bila-lewat",), 1),
        ("2030-03-01", (), 0),
        ("2029-01-01", ("--gagal-bila-lewat",), 0),  # due today is not overdue
        ("2029-01-02", ("--gagal-bila-lewat", "-f", "json"), 1),
        ("2026-06-01", ("--gagal-bila-lewat",), 0),
    ],
)
def test_overdue_is_exit_code_1_where_asked_for(terdaftar, jalankan, pada, diminta, kode):
    hasil = jalankan("peringatan", "--pada", pada, *diminta, *SEKALI)
    assert (hasil.kode, hasil.galat) == (kode, "")
    assert hasil.keluaran


def test_nothing_due_is_said(terdaftar, jalankan):
    assert "tidak ada tenggat" in jalankan("peringatan", "--pada", "2026-06-01", "--dalam", "30", *SEKALI).keluaran


@pytest.mark.parametrize(
    ("argumen", "pesan"),
    [
        (("--pada", "31-2-2030"), "31 Februari 2030 tidak ada"),
        (("--pada", "kemarin"), "kemarin"),
        (("--dalam", "x"), "bukan bilangan bulat"),
        (("--dalam", "-1"), "di luar batas"),
        (("--format", "pdf"), "pilih 'tabel', 'json', 'csv', 'xlsx', 'ics', 'html'"),
        (("--jenis", "kontrak"), "pilih 'nota-kesepakatan'"),
        (("--batas", "0"), "di luar batas"),
        (("--format", "xlsx"), "sebutkan dengan -o"),
        (("-o", "tenggat.pdf"), "pakai akhiran .json"),
        (("-o", "registry.db"), "pakai akhiran .json"),
        (("-o", "tenggat.csv", "-f", "ics"), "berakhiran .ics"),
        (("-o", "x.txt", "-f", "tabel"), "tabel hanya untuk layar"),
        (("-o", "naskah.yaml/x.ics"), "naskah.yaml"),
        (("--tanpa-lewat", "--gagal-bila-lewat"), "hilangkan --tanpa-lewat"),
        (("--uji",), "tulis bersama --kirim"),
        (("--kirim",), "isi kunci surel"),
        (("--kirim", "--pada", "2030-03-01"), "selalu untuk hari ini"),
        (("--kirim", "--uji", "--dalam", "0", "-f", "json"), "--dalam, --format tidak dipakai bersama --kirim"),
        (("--registri", "tidak-ada.db"), "registri belum ada"),
    ],
)
def test_wrong_use_is_a_sentence_and_exit_code_2(terdaftar, jalankan, argumen, pesan):
    hasil = jalankan("peringatan", *argumen)
    assert hasil.kode == 2
    assert pesan in hasil.galat


def test_what_is_due_together_is_one_row_of_the_table_and_all_rows_of_a_sheet(terdaftar, jalankan):
    argumen = ("peringatan", "--pada", "2026-11-20", "--dalam", "60", "--tenggat", "kegiatan", "--tanpa-lewat")
    assert jalankan(*argumen).keluaran.count("kegiatan (18 butir)") == 1
    assert len(json.loads(jalankan(*argumen, "-f", "json").keluaran)) == 18
    assert len(list(csv.DictReader(io.StringIO(jalankan(*argumen, "-f", "csv").keluaran)))) == 18
    assert jalankan(*argumen, "-f", "ics").keluaran.count("BEGIN:VEVENT") == 1


def test_only_so_many_are_shown_and_the_others_counted(terdaftar, jalankan):
    keluaran = jalankan("peringatan", "--pada", "2030-03-01", "--dalam", "60", "--batas", "3", *SEKALI).keluaran
    assert "masih ada 1 tenggat lain" in keluaran
    assert "58 hari" not in keluaran
    cukup = jalankan("peringatan", "--pada", "2030-03-01", "--dalam", "60", "--batas", "4", *SEKALI).keluaran
    assert "masih ada" not in cukup


@pytest.mark.parametrize(
    ("saringan", "perjanjian"),
    [
        (("--unit", "biro pemerintahan"), {"pks-babel-2025"}),
        (("--mitra", "jakarta"), {"nk-jakarta-2025"}),
        (("--jenis", "nota-kesepakatan"), {"nk-pasuruan-2026", "nk-jakarta-2025"}),
        (("--jenis", "nota-kesepakatan", "--jenis", "perjanjian-kerja-sama", "--mitra", "babel"), set()),
        (("--tanpa-lewat",), {"pks-babel-2025"}),
    ],
)
def test_filters(terdaftar, jalankan, saringan, perjanjian):
    hasil = jalankan("peringatan", "--pada", "2030-03-01", "--dalam", "60", "-f", "json", *SEKALI, *saringan)
    assert {p["perjanjian"] for p in json.loads(hasil.keluaran)} == perjanjian


@pytest.mark.parametrize("akhiran", ["json", "csv", "xlsx", "ics", "html", "txt"])
def test_a_file_is_written_in_the_form_of_its_suffix(terdaftar, jalankan, list_files, akhiran):
    berkas, sebelum = terdaftar / f"tenggat.{akhiran}", list_files(terdaftar)
    argumen = ("peringatan", "--pada", "2030-03-01", "--dalam", "60", "-o", berkas, *SEKALI)
    for _ in range(2):  # a calendar is written over every day
        hasil = jalankan(*argumen)
        assert (hasil.kode, hasil.keluaran, hasil.galat) == (0, f"4 tenggat ditulis ke {berkas}\n", "")
    assert sorted([*sebelum, berkas.name]) == list_files(terdaftar)
    isi = berkas.read_bytes()
    awal = {"json": b"[", "csv": b"\xef\xbb\xbftingkat,", "xlsx": b"PK", "ics": b"BEGIN:VCALENDAR\r\n",
            "html": b"<!DOCTYPE html>", "txt": b"Tenggat pada 1 Maret 2030: 2 terlewat dan 2 mendekat."}  # fmt: skip
    assert isi.startswith(awal[akhiran])


def test_levels_are_those_of_the_workspace(terdaftar, jalankan):
    (terdaftar / "naskah.yaml").write_text("peringatan:\n  tingkat: [45, 20]\n")
    hasil = jalankan("peringatan", "--pada", "2030-03-01", "--dalam", "60", "-f", "csv", "--tanpa-lewat", *SEKALI)
    assert [b["tingkat"] for b in csv.DictReader(io.StringIO(hasil.keluaran))] == ["dalam 45 hari", "masih jauh"]


def test_the_table_is_shown_without_what_only_other_forms_need(terdaftar):
    kode = """
import sys
from naskah.cli.app import execute
assert execute(["peringatan", "--pada", "2030-03-01"]) == 0
print(sorted({"pydantic", "icalendar", "smtplib", "openpyxl", "sqlite_utils"} & set(sys.modules)))
"""
    hasil = subprocess.run([sys.executable, "-c", kode], cwd=terdaftar, capture_output=True, text=True, check=True)
    assert hasil.stdout.splitlines()[-1] == "[]"


def test_levels_that_cannot_be_are_refused_though_the_table_does_not_show_them(terdaftar, jalankan):
    (terdaftar / "naskah.yaml").write_text("peringatan:\n  tingkat: [45, -20]\n")
    hasil = jalankan("peringatan")
    assert (hasil.kode, hasil.keluaran) == (2, "")
    assert "naskah.yaml:2" in hasil.galat


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ("libur:\n  2026-02-30: X\n", "naskah.yaml:2"),
        ("liburan:\n  2026-01-02: X\n", "mungkin maksudnya 'libur'"),
        ("- libur\n", "bukan daftar"),
    ],
)
def test_settings_of_working_days_are_checked_before_any_date_is_shown(terdaftar, jalankan, isi, pesan):
    (terdaftar / "naskah.yaml").write_text(isi)
    hasil = jalankan("peringatan")
    assert (hasil.kode, hasil.keluaran) == (2, "")
    assert pesan in hasil.galat


@pytest.fixture
def server_surat(terdaftar):
    """A mail server that keeps what it gets, and settings that lead to it."""
    diterima = []

    class Kotak:
        async def handle_DATA(self, server, session, envelope):  # noqa: N802
            diterima.append(envelope)
            return "250 OK"

    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        port = soket.getsockname()[1]
    (terdaftar / "naskah.yaml").write_text(
        f"surel:\n  host: 127.0.0.1\n  port: {port}\n  tls: tanpa\n"
        "  dari: Bagian Kerja Sama <a@contoh.go.id>\n  kepada: [b@contoh.go.id]\n"
    )
    jalan = []

    def start():
        jalan.append(Controller(Kotak(), hostname="127.0.0.1", port=port))
        jalan[-1].start()

    yield SimpleNamespace(diterima=diterima, start=start)
    for satu in jalan:
        satu.stop()


@pytest.fixture
def hari_ini(monkeypatch):
    """Today is 1 March 2030."""

    class Hari(date):
        @classmethod
        def today(cls):
            return cls(2030, 3, 1)

    monkeypatch.setattr("naskah.cli.alerts.date", Hari)


def test_trying_out_shows_the_letter_and_sends_nothing(server_surat, jalankan):
    argumen = ("peringatan", "--kirim", "--uji", "--pada", "2030-03-01", *SEKALI)
    hasil = jalankan(*argumen)
    assert (hasil.kode, hasil.galat) == (0, "")
    assert hasil.keluaran.startswith(
        "Kepada: b@contoh.go.id\nPerihal: Tenggat 1 Maret 2030: 2 terlewat dan 2 mendekat\n\nTenggat pada 1 Maret 2030"
    )
    assert hasil.keluaran.endswith("tidak ada yang dikirim: ini hanya uji\n")
    assert jalankan(*argumen).keluaran == hasil.keluaran
    assert jalankan(*argumen, "--gagal-bila-lewat").kode == 1


def test_sent_once_and_overdue_stays_exit_code_1(server_surat, jalankan, hari_ini):
    server_surat.start()
    hasil = jalankan("peringatan", "--kirim", "--gagal-bila-lewat", *SEKALI)
    assert (hasil.kode, hasil.keluaran, hasil.galat) == (1, "4 peringatan dikirim ke b@contoh.go.id\n", "")
    hasil = jalankan("peringatan", "--kirim", "--gagal-bila-lewat", *SEKALI)
    assert (hasil.kode, hasil.keluaran) == (1, "tidak ada peringatan baru untuk dikirim\n")
    assert jalankan("peringatan", "--kirim", *SEKALI).kode == 0
    assert len(server_surat.diterima) == 1


def test_a_dead_server_is_a_sentence_and_exit_code_2_and_the_next_run_sends_all(
    server_surat, jalankan, hari_ini, monkeypatch
):
    monkeypatch.setattr("naskah.alerting.delivery.time.sleep", lambda _: None)
    hasil = jalankan("peringatan", "--kirim", *SEKALI)
    assert (hasil.kode, hasil.keluaran) == (2, "")
    assert "tidak menerima sambungan" in hasil.galat
    assert "jalankan lagi, dan semuanya dikirim" in hasil.galat
    server_surat.start()
    assert "4 peringatan dikirim" in jalankan("peringatan", "--kirim", *SEKALI).keluaran


@pytest.mark.parametrize(
    ("sandi", "pesan"), [(None, "isi variabel lingkungan NASKAH_SUREL_SANDI"), ("rahásia", "tidak dikenal server")]
)
def test_the_password_comes_from_the_environment_alone(terdaftar, jalankan, monkeypatch, sandi, pesan):
    (terdaftar / "naskah.yaml").write_text(
        "surel: {host: localhost, pengguna: p, dari: a@contoh.go.id, kepada: [b@contoh.go.id]}\n"
    )
    monkeypatch.delenv("NASKAH_SUREL_SANDI", raising=False)
    if sandi:
        monkeypatch.setenv("NASKAH_SUREL_SANDI", sandi)
    hasil = jalankan("peringatan", "--kirim")
    assert hasil.kode == 2
    assert pesan in hasil.galat
    assert not sandi or sandi not in hasil.galat
