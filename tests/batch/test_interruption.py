"""A batch that is killed, at any moment, and run again: the missing documents are made, and nothing twice."""

import os
import re
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

from naskah.model.galat import NaskahError
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


def count_made(keluaran):
    """Documents that a run gave their names: those it wrote, and those that the killed one had registered."""
    pola = r"(?:ditulis|diselesaikan dari perintah yang terputus): (\d+) dokumen"
    return sum(map(int, re.findall(pola, keluaran)))


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
    assert count_made(keluaran) == len(BAIK) - di_tengah
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
    assert count_made(keluaran) == 1995 - di_tengah
    assert "5 baris tidak disusun" in galat
    assert count(ruang) == 1995
    with open_registry(ruang.registri) as registri, registri.read() as basis:
        perintah = "SELECT count(*), count(DISTINCT perjanjian) FROM peristiwa WHERE jenis = 'diadendum'"
        assert basis.execute(perintah).fetchone() == (1995, 1995)


def test_adenda_that_build_on_each_other_killed_halfway_and_resumed(ruang):
    adendum = RuangAdendum(ruang, 300)
    beda = ("id", "nomor_1", "nomor_2", "perubahan_2_ubah_isi")
    baris = [
        make_adendum(i, **{kunci: f"pks-{i}-{n}-{kunci}".replace("_", "-") for kunci in beda})
        for n in (1, 2, 3)
        for i in range(1, 301)
    ]
    data = write_csv(ruang.folder / "adendum.csv", baris, KOLOM_ADENDUM)
    ruang.rancangan, ruang.hasil = adendum.rancangan, adendum.hasil
    kill_at(ruang, start(ruang, data, "--pekerja", "2"), 150, signal.SIGKILL)
    di_tengah = count(ruang)
    assert 150 <= di_tengah < 900
    proses = start(ruang, data, "--pekerja", "2")
    keluaran, galat = proses.communicate()
    assert (proses.returncode, galat) == (0, ""), galat
    assert count_made(keluaran) == 900 - di_tengah
    with open_registry(ruang.registri) as registri, registri.read() as basis:
        perintah = "SELECT DISTINCT perjanjian, id, urutan FROM adendum"
        urutan = {(induk, id_): n for induk, id_, n in basis.execute(perintah)}
    assert urutan == {(f"pks-{i}", f"pks-{i}-{n}-id"): n for n in (1, 2, 3) for i in range(1, 301)}


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


def stop_between_registering_and_naming(ruang, monkeypatch, data):
    """As kill -9 would: what is set aside stays there."""
    monkeypatch.setattr("naskah.batch.placing.Penempat.publish", lambda *_: (_ for _ in ()).throw(SystemExit(9)))
    monkeypatch.setattr("naskah.batch.placing._finish", lambda *_: (_ for _ in ()).throw(NaskahError("mati")))
    with pytest.raises(SystemExit):
        ruang.run(data, daftarkan=True)
    monkeypatch.undo()
    assert (count(ruang), sorted(registered(ruang))) == (0, ["pks-1", "pks-2", "pks-3"])


def test_what_is_registered_gets_its_name_in_the_next_run_though_its_row_is_gone(ruang, monkeypatch):
    stop_between_registering_and_naming(ruang, monkeypatch, ruang.csv(make_row(i) for i in (1, 2, 3)))
    kabar = []
    hasil = ruang.run(ruang.csv(make_row(i) for i in (1, 3)), daftarkan=True, kabar=kabar.append)
    assert (hasil.dilanjutkan, hasil.tak_disebut, kabar) == (3, ["pks-2.docx"], [hasil])
    assert (hasil.terbit.ditulis, hasil.terbit.sudah_ada, hasil.terbit.didaftarkan) == (0, 2, 0)
    assert ruang.documents() == ["pks-1.docx", "pks-2.docx", "pks-3.docx"]
    check_whole(ruang)


def test_a_row_that_changed_after_a_kill_is_refused_with_advice_that_can_be_followed(ruang, monkeypatch):
    stop_between_registering_and_naming(ruang, monkeypatch, ruang.csv(make_row(i) for i in (1, 2, 3)))
    data = ruang.csv(make_row(i, judul=f"Lain {i}" if i == 2 else f"Kerja Sama Desa {i}") for i in (1, 2, 3))
    with pytest.raises(NaskahError) as tertangkap:
        ruang.run(data, daftarkan=True)
    assert all("--perbarui" in satu.pesan and satu.baris == 3 for satu in tertangkap.value.galat)
    hasil = ruang.run(data, daftarkan=True, perbarui=True)
    assert (hasil.terbit.ditulis, hasil.terbit.diperbarui, hasil.terbit.didaftarkan) == (1, 1, 0)
    assert sorted(registered(ruang)) == ["pks-1", "pks-2", "pks-2", "pks-3"]
    assert ruang.run(data, daftarkan=True).terbit.sudah_ada == 3


def test_a_document_that_somebody_edited_is_not_replaced_though_its_row_changed(ruang):
    ruang.run(ruang.csv([make_row(1)]), daftarkan=True)
    (ruang.hasil / "pks-1.docx").write_bytes(b"disunting")
    with pytest.raises(NaskahError, match="sudah ada dengan isi lain; pindahkan berkas itu"):
        ruang.run(ruang.csv([make_row(1, judul="Lain")]), daftarkan=True, perbarui=True)
    assert (ruang.hasil / "pks-1.docx").read_bytes() == b"disunting"


def test_what_was_not_registered_is_cleared_away(ruang, monkeypatch):
    def refuse(*_):
        raise SystemExit(9)

    monkeypatch.setattr("naskah.batch.kinds.Perjanjian.register", refuse)
    monkeypatch.setattr("naskah.batch.placing._finish", lambda *_: (_ for _ in ()).throw(NaskahError("mati")))
    with pytest.raises(SystemExit):
        ruang.run(ruang.csv([make_row(1)]), daftarkan=True)
    monkeypatch.undo()
    assert [satu.name for satu in ruang.hasil.iterdir()] == [".massal"]
    hasil = ruang.run(ruang.csv([make_row(2)]), daftarkan=True)
    assert (hasil.dilanjutkan, ruang.documents()) == (0, ["pks-2.docx"])


def test_ctrl_c_between_registering_and_naming_leaves_nothing_without_its_name(ruang, monkeypatch):
    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("naskah.batch.placing.Penempat.publish", interrupt)
    with pytest.raises(KeyboardInterrupt):
        ruang.run(ruang.csv(make_row(i) for i in (1, 2, 3)), daftarkan=True)
    assert ruang.documents() == ["pks-1.docx", "pks-2.docx", "pks-3.docx"]
    check_whole(ruang)


def test_an_adendum_registered_by_a_killed_run_gets_its_name(ruang, monkeypatch):
    adendum = RuangAdendum(ruang, 2)
    data = write_csv(ruang.folder / "adendum.csv", [make_adendum(i) for i in (1, 2)], KOLOM_ADENDUM)
    ruang.rancangan, ruang.hasil = adendum.rancangan, adendum.hasil
    monkeypatch.setattr("naskah.batch.placing.Penempat.publish", lambda *_: (_ for _ in ()).throw(SystemExit(9)))
    monkeypatch.setattr("naskah.batch.placing._finish", lambda *_: (_ for _ in ()).throw(NaskahError("mati")))
    with pytest.raises(SystemExit):
        ruang.run(data, daftarkan=True)
    monkeypatch.undo()
    assert count(ruang) == 0
    hasil = ruang.run(data, daftarkan=True)
    assert (hasil.dilanjutkan, hasil.tak_disebut, hasil.terbit.sudah_ada, count(ruang)) == (2, [], 2, 2)


def test_a_killed_main_process_says_nothing_of_semaphores(ruang, data):
    proses = start(ruang, data, "--pekerja", "2")
    while count(ruang) < 100:
        assert proses.poll() is None
        time.sleep(0.002)
    os.kill(proses.pid, signal.SIGKILL)
    _, galat = proses.communicate()  # the tracker holds the pipe until it is done
    assert galat == ""
