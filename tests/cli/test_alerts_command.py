"""`naskah peringatan` on the three agreements."""

import json

import pytest

CONTOH = ("nk-pasuruan", "nk-jakarta", "pks-babel")


@pytest.fixture
def terdaftar(ruang, jalankan):
    for nama in CONTOH:
        assert jalankan("registri", "tambah", f"examples/{nama}.yaml").kode == 0
    return ruang


def test_json_lists_exactly_what_is_due_overdue_first(terdaftar, jalankan):
    hasil = jalankan("peringatan", "--pada", "2030-03-01", "--dalam", "60", "--format", "json")
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
    hasil = jalankan("peringatan", "--pada", "1 Maret 2030", "--dalam", dalam, "-f", "json")
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
    hasil = jalankan("peringatan", "--pada", pada, *diminta)
    assert (hasil.kode, hasil.galat) == (kode, "")
    assert hasil.keluaran


def test_nothing_due_is_said(terdaftar, jalankan):
    assert "tidak ada tenggat" in jalankan("peringatan", "--pada", "2026-06-01", "--dalam", "30").keluaran


@pytest.mark.parametrize(
    ("argumen", "pesan"),
    [
        (("--pada", "31-2-2030"), "31 Februari 2030 tidak ada"),
        (("--pada", "kemarin"), "kemarin"),
        (("--dalam", "x"), "bukan bilangan bulat"),
        (("--dalam", "-1"), "di luar batas"),
        (("--format", "pdf"), "pilih 'tabel', 'json'"),
        (("--registri", "tidak-ada.db"), "registri belum ada"),
    ],
)
def test_wrong_use_is_a_sentence_and_exit_code_2(terdaftar, jalankan, argumen, pesan):
    hasil = jalankan("peringatan", *argumen)
    assert hasil.kode == 2
    assert pesan in hasil.galat
