"""A batch that is killed, at any moment, and run again: the missing documents are made, and nothing twice."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile

import pytest
from small_adenda import KOLOM as KOLOM_ADENDUM
from small_adenda import RuangAdendum, make_adendum
from small_batch import make_row, write_csv

from naskah.registry.database import open_registry

BURUK = {101: {"judul": ""}, 505: {"tanggal": "31 Februari 2026"}, 999: {"id": "pks-7"}, 1500: {"tanggal": "x"}}
# Row 7 is bad too: row 999 has its id.
BAIK = [i for i in range(1, 2001) if i not in (*BURUK, 7)]


@pytest.fixture
def data(ruang):
    return ruang.csv(make_row(i, **BURUK.get(i, {})) for i in range(1, 2001))


def start(ruang, data, *pilihan):
    perintah = [sys.executable, "-c", "from naskah.cli import main; main()", "massal", ruang.rancangan, "--data", data]
    perintah += ["-o", ruang.hasil, "--daftarkan", "--lanjutkan-bila-galat", *pilihan]
    return subprocess.Popen(perintah, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)


def count(ruang):
    return len(list(ruang.hasil.glob("*.docx"))) if ruang.hasil.exists() else 0


def kill_at(ruang, proses, banyak, tanda):
    while count(ruang) < banyak:
        assert proses.poll() is None, proses.stderr.read()
        time.sleep(0.002)
    os.killpg(proses.pid, tanda)
    proses.communicate()


def registered(ruang):
    with sqlite3.connect(ruang.registri) as basis:
        return [id_ for (id_,) in basis.execute("SELECT perjanjian FROM peristiwa ORDER BY urutan")]


def check_whole(ruang):
    """Every file under a final name is whole, and registered once."""
    terdaftar = registered(ruang)
    assert len(set(terdaftar)) == len(terdaftar)
    nama = sorted(p.stem for p in ruang.hasil.glob("*.docx"))
    assert set(nama) <= set(terdaftar)
    assert all(zipfile.ZipFile(ruang.hasil / f"{satu}.docx").testzip() is None for satu in nama)


def test_two_thousand_rows_with_bad_ones_killed_halfway_and_resumed(ruang, data):
    kill_at(ruang, start(ruang, data, "--pekerja", "2"), 700, signal.SIGKILL)
    di_tengah = count(ruang)
    assert 700 <= di_tengah < len(BAIK)
    check_whole(ruang)
    sebelum = {p.name: p.stat().st_ino for p in ruang.hasil.glob("*.docx")}
    proses = start(ruang, data, "--pekerja", "2")
    keluaran, galat = proses.communicate()
    assert proses.returncode == 1
    assert f"ditulis: {len(BAIK) - di_tengah} dokumen" in keluaran
    assert "5 baris tidak disusun" in galat
    check_whole(ruang)
    assert sorted(registered(ruang)) == sorted(f"pks-{i}" for i in BAIK)
    assert {nama: (ruang.hasil / nama).stat().st_ino for nama in sebelum} == sebelum
    assert sorted(p.name for p in ruang.hasil.iterdir() if p.suffix != ".docx") == ["galat.xlsx"]


ADENDUM_BURUK = {
    100: {"induk_id": "entah"},
    500: {"tanggal": "31 Februari 2026"},
    900: {"id": "pks-1"},
    1300: {"perubahan_1_perpanjang_selama": "lama"},
    1700: {"perubahan_2_ubah_isi": ""},
}


def test_two_thousand_adenda_with_bad_ones_interrupted_and_resumed(ruang):
    adendum = RuangAdendum(ruang, 2000)
    baris = [make_adendum(i, **ADENDUM_BURUK.get(i, {})) for i in range(1, 2001)]
    data = write_csv(ruang.folder / "adendum.csv", baris, KOLOM_ADENDUM)
    ruang.rancangan, ruang.hasil = adendum.rancangan, adendum.hasil
    kill_at(ruang, start(ruang, data), 700, signal.SIGINT)
    di_tengah = count(ruang)
    assert 700 <= di_tengah < 1995
    proses = start(ruang, data)
    keluaran, galat = proses.communicate()
    assert proses.returncode == 1
    assert f"ditulis: {1995 - di_tengah} dokumen" in keluaran
    assert "5 baris tidak disusun" in galat
    assert count(ruang) == 1995
    with open_registry(ruang.registri) as registri, registri.read() as basis:
        perintah = "SELECT count(*), count(DISTINCT perjanjian) FROM peristiwa WHERE jenis = 'diadendum'"
        assert basis.execute(perintah).fetchone() == (1995, 1995)


def test_workers_end_with_the_main_process(ruang, data):
    proses = start(ruang, data, "--pekerja", "2")
    anak = []
    while len(anak) < 2:
        assert proses.poll() is None
        anak = [p for p in children(proses.pid) if "spawn_main" in cmdline(p)]
        time.sleep(0.01)
    os.kill(proses.pid, signal.SIGKILL)
    proses.communicate()
    batas = time.monotonic() + 20
    while any(alive(p) for p in anak):
        assert time.monotonic() < batas
        time.sleep(0.02)


def children(pid):
    with open(f"/proc/{pid}/task/{pid}/children") as berkas:  # noqa: PTH123
        return [int(p) for p in berkas.read().split()]


def cmdline(pid):
    try:
        with open(f"/proc/{pid}/cmdline") as berkas:  # noqa: PTH123
            return berkas.read()
    except OSError:
        return ""


def alive(pid):
    return "spawn_main" in cmdline(pid)
