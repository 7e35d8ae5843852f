"""`naskah registri`: what it shows, that every date agrees with `peringatan`, and that a check writes nothing."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
import yaml

PKS = "examples/pks-babel.yaml"
ID = "pks-babel-2025"


def change(berkas: str, ubah) -> None:
    data = yaml.safe_load(Path(berkas).read_text(encoding="utf-8"))
    ubah(data)
    Path(berkas).write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")


def set_term(data, **parameter) -> None:
    (pasal,) = [p for p in data["pasal"] if p.get("klausul", "").startswith("jangka-waktu/")]
    pasal["parameter"].update(parameter)


@pytest.fixture
def lima_hari_kerja(ruang, jalankan):
    """Last day 31 March 2026; Nyepi and Lebaran lie in the five working days before it."""

    def ubah(data):
        data["tanggal"] = "2025-04-01"
        set_term(data, durasi="1 tahun", pemberitahuan="5 hari kerja")

    change(PKS, ubah)
    assert jalankan("registri", "tambah", PKS).kode == 0
    return ruang


def test_every_display_counts_working_days_as_the_alerts_do(lima_hari_kerja, jalankan):
    peringatan = json.loads(jalankan("peringatan", "--pada", "2026-03-01", "--dalam", "60", "-f", "json").keluaran)
    tampil = json.loads(jalankan("registri", "tampil", ID, "--pada", "2026-03-01", "-f", "json").keluaran)
    hari = [(t["jenis"], t["tanggal"], t["target"], t["sementara"]) for t in tampil["tenggat"]]
    assert hari == [(p["jenis"], p["tanggal"], p["target"], p["sementara"]) for p in peringatan]
    # Without the holidays: 24 March.
    assert ("pemberitahuan-perpanjangan", "2026-03-17") in [satu[:2] for satu in hari]
    teks = jalankan("registri", "tampil", ID, "--pada", "2026-03-01").keluaran
    assert "17 Maret 2026 pemberitahuan-perpanjangan" in teks
    assert "24 Maret 2026" not in teks


def test_a_local_holiday_moves_every_display(lima_hari_kerja, jalankan):
    change("naskah.yaml", lambda d: d.update(libur={"2026-03-17": "Hari jadi"}))
    teks = jalankan("registri", "tampil", ID, "--pada", "2026-03-01").keluaran
    assert "16 Maret 2026 pemberitahuan-perpanjangan" in teks


@pytest.mark.parametrize(
    ("sama", "baris"),
    [
        (False, "hari terakhir: 28 April 2030\n(menurut kebiasaan tanggal yang sama: 29 April 2030)"),
        (True, "hari terakhir: 29 April 2030\n(menurut hitungan sehari sebelumnya: 28 April 2030)"),
    ],
)
def test_both_conventions_of_the_last_day_are_always_shown(ruang, jalankan, sama, baris):
    change(PKS, lambda d: d.update(tanggal_sama=sama))
    jalankan("registri", "tambah", PKS)
    assert baris in jalankan("registri", "tampil", ID).keluaran
    data = json.loads(jalankan("registri", "tampil", ID, "-f", "json").keluaran)
    assert (data["akhir_sehari_sebelum"], data["akhir_tanggal_sama"]) == ("2030-04-28", "2030-04-29")


def test_promises_are_told_in_plain_words(ruang, jalankan):
    jalankan("registri", "tambah", PKS)
    teks = jalankan("registri", "tampil", ID).keluaran
    assert (
        "Pasal 6 ayat (1), jangka waktu (selama 5 tahun, dapat diperpanjang,"
        " bila dibiarkan: berakhir dengan sendirinya)" in teks
    )
    assert "Pasal 6 ayat (3), batas waktu: perpanjangan (30 hari sebelum akhir jangka waktu," in teks
    assert "tanggal 25 April 2022" in teks
    ketentuan = teks.partition("ketentuan:")[2].partition("klausul:")[0]
    assert not [kata for kata in ("_", " ya,", " ya)", "tidak)", "2022-04-25") if kata in ketentuan]


def test_an_assumed_start_is_told_as_such(ruang, jalankan):
    jalankan("registri", "tambah", "examples/nk-pasuruan.yaml")
    teks = jalankan("registri", "tampil", "nk-pasuruan-2026").keluaran
    assert "(dianggap sejak penandatanganan; sumber tidak menyebut tanggal mulai)" in teks


@pytest.mark.parametrize("lebar", [80, 160])
def test_the_list_is_never_cut(ruang, jalankan, monkeypatch, snapshot, lebar):
    for nama in ("nk-pasuruan", "nk-jakarta", "pks-babel"):
        jalankan("registri", "tambah", f"examples/{nama}.yaml")
    monkeypatch.setenv("COLUMNS", str(lebar))
    keluaran = jalankan("registri", "daftar", "--pada", "2026-03-01").keluaran
    assert "…" not in keluaran
    assert max(map(len, keluaran.splitlines())) <= lebar
    assert keluaran == snapshot


def test_an_id_longer_than_the_terminal_stays_whole(ruang, jalankan, monkeypatch):
    panjang = "perjanjian-" + "x" * 60
    change(PKS, lambda d: d.update(id=panjang))
    jalankan("registri", "tambah", PKS)
    for lebar in (40, 160):
        monkeypatch.setenv("COLUMNS", str(lebar))
        assert panjang in jalankan("registri", "daftar").keluaran
        assert panjang in jalankan("peringatan", "--pada", "2030-04-01", "--dalam", "60").keluaran


def test_a_whole_registry_tells_its_end_to_be_noted_elsewhere(ruang, jalankan):
    jalankan("registri", "tambah", PKS)
    with closing(sqlite3.connect("registry.db")) as conn:
        ((sidik,),) = conn.execute("SELECT hash FROM rantai").fetchall()
    hasil = jalankan("registri", "verifikasi")
    assert hasil.kode == 0
    assert f"registri utuh: 1 peristiwa, ujung rantai {sidik[:16]}" in hasil.keluaran


def tamper(*perintah: str) -> None:
    from naskah.registry.schema import PENGAMAN

    with closing(sqlite3.connect("registry.db")) as conn:
        for nama in PENGAMAN:
            conn.execute(f"DROP TRIGGER {nama}")
        for sql in (*perintah, *PENGAMAN.values()):
            conn.execute(sql)
        conn.commit()


def test_a_broken_chain_is_found_and_never_rebuilt(ruang, jalankan):
    jalankan("registri", "tambah", PKS)
    tamper("UPDATE peristiwa SET data = replace(data, '5 tahun', '9 tahun')")
    hasil = jalankan("registri", "bangun-ulang")
    assert (hasil.kode, hasil.keluaran) == (2, "")
    assert "Peristiwa 1 diubah: isinya tidak cocok dengan hash-nya. Pulihkan registri dari cadangan." in hasil.galat
    hasil = jalankan("registri", "verifikasi")
    assert (hasil.kode, hasil.keluaran) == (1, "")
    assert "bangun-ulang" not in hasil.galat


def test_a_lost_end_of_the_chain_is_not_answered_with_the_command_that_was_just_run(ruang, jalankan):
    jalankan("registri", "tambah", PKS)
    tamper("DELETE FROM rantai")
    hasil = jalankan("registri", "verifikasi")
    assert hasil.kode == 1
    assert "verifikasi" not in hasil.galat
    assert "Pulihkan registri dari cadangan." in hasil.galat
    assert jalankan("registri", "bangun-ulang").kode == 2


def test_reading_leaves_no_files_beside_the_registry(ruang, jalankan):
    jalankan("registri", "tambah", PKS)
    for perintah in (("daftar",), ("tampil", ID), ("verifikasi",), ("bangun-ulang",)):
        assert jalankan("registri", *perintah).kode == 0
    assert jalankan("peringatan").kode == 0
    assert sorted(p.name for p in ruang.glob("registry*")) == ["registry.db"]


def test_another_format_of_a_registered_agreement_is_noted(ruang, jalankan):
    jalankan("susun", PKS, "--daftarkan")
    hasil = jalankan("susun", PKS, "--daftarkan", "-f", "docx", "-f", "txt")
    assert hasil.kode == 0
    assert f"sudah terdaftar, berkasnya ikut dicatat: {ID}" in hasil.keluaran
    data = json.loads(jalankan("registri", "tampil", ID, "-f", "json").keluaran)
    assert [d["jalur"] for d in data["dokumen"]] == ["examples/pks-babel.docx", "examples/pks-babel.txt"]


def test_the_file_of_an_agreement_registered_without_one_is_noted(ruang, jalankan):
    jalankan("registri", "tambah", PKS)
    hasil = jalankan("susun", PKS, "--daftarkan")
    assert (hasil.kode, "berkasnya ikut dicatat" in hasil.keluaran) == (0, True)
    assert "tidak ada yang berubah" in jalankan("registri", "tambah", PKS).keluaran


def test_the_same_agreement_under_another_id_is_refused_and_no_file_made(ruang, jalankan):
    jalankan("registri", "tambah", PKS)
    change(PKS, lambda d: d.update(id="nama-lain"))
    hasil = jalankan("susun", PKS, "--daftarkan")
    assert hasil.kode == 2
    assert f'"id: {ID}"' in hasil.galat
    assert not Path("examples/pks-babel.docx").exists()


# As root no permission stops a write, so these run in a mount namespace of their own, on a disk that is full or closed.
_DI_KAPAL = """
kapal=$1; cara=$2; shift 2
mkdir -p "$kapal" && mount -t tmpfs -o size=4m tmpfs "$kapal" && cp registry.db "$kapal/" || exit 99
if [ "$cara" = ro ]; then mount -o remount,ro "$kapal" || exit 99
else head -c 8000000 /dev/zero > "$kapal/isi" 2>/dev/null; fi
# Nor is there another place for temporary files.
TMPDIR=$PWD/$kapal; SQLITE_TMPDIR=$TMPDIR; export TMPDIR SQLITE_TMPDIR
"$@"
"""


@pytest.mark.parametrize("cara", ["ro", "penuh"])
@pytest.mark.parametrize(
    ("perintah", "jawab"),
    [
        (("registri", "verifikasi"), "registri utuh: 1 peristiwa"),
        (("registri", "daftar"), ID),
        (("registri", "tampil", ID), "hari terakhir: 28 April 2030"),
        (("peringatan", "--pada", "2030-04-01"), "akhir-jangka-waktu"),
    ],
    ids=lambda nilai: "-".join(nilai[:2]) if isinstance(nilai, tuple) else "",
)
def test_what_only_reads_works_on_a_full_or_read_only_disk(ruang, jalankan, cara, perintah, jawab):
    jalankan("registri", "tambah", PKS)
    naskah = [sys.executable, "-c", "from naskah.cli import main; main()", *perintah]
    hasil = subprocess.run(
        ["unshare", "-rm", "sh", "-c", _DI_KAPAL, "sh", "kapal", cara, *naskah, "--registri", "kapal/registry.db"],
        capture_output=True,
        text=True,
        cwd=ruang,
    )
    assert (hasil.returncode, hasil.stderr) == (0, "")
    assert jawab in hasil.stdout
