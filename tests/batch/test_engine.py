"""The same batch in one process, in two, and on a cluster that loses a worker."""

import os
import signal
import subprocess
import sys
import time

import pytest
from small_batch import make_row

from naskah.batch import engine
from naskah.batch.engine import open_engine
from naskah.model.galat import NaskahError


def square(n):
    return n * n


@pytest.mark.parametrize("pekerja", [1, 2])
def test_results_come_in_the_order_of_the_pieces(pekerja):
    with open_engine(pekerja) as mesin:
        assert list(mesin.map(square, ((n,) for n in range(20)))) == [n * n for n in range(20)]


def die(n):
    if n == 3:
        os._exit(9)
    return n


def test_a_worker_that_dies_is_said():
    with open_engine(2) as mesin, pytest.raises(NaskahError, match="pekerja berhenti di tengah jalan"):
        list(mesin.map(die, ((n,) for n in range(6))))


def test_few_pieces_are_under_way_at_once():
    diambil = []

    def pieces():
        for n in range(100):
            diambil.append(n)
            yield (n,)

    with open_engine(2) as mesin:
        next(hasil := mesin.map(square, pieces()))
        hasil.close()
    assert len(diambil) <= 5


def test_a_scheduler_that_is_not_there_is_said(monkeypatch):
    monkeypatch.setattr(engine, "DASK_SABAR", 1)
    with pytest.raises(NaskahError, match="tidak menjawab"), open_engine(1, "tcp://127.0.0.1:9"):
        pass


class Gugus:
    """A scheduler and two workers, each a process of its own, on loopback."""

    def __init__(self, folder):
        self.folder = folder
        alamat = folder / "penjadwal.json"
        self.penjadwal = self._start("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard",
                                     "--scheduler-file", alamat)  # fmt: skip
        self.pekerja = [
            self._start("worker", "--scheduler-file", alamat, "--nthreads", "1", "--no-nanny", "--no-dashboard",
                        "--local-directory", folder / f"pekerja-{i}")
            for i in range(2)
        ]  # fmt: skip
        self.alamat = self._wait(alamat)

    def _start(self, jenis, *pilihan):
        perintah = [sys.executable, "-m", "distributed.cli.dask_" + jenis, *pilihan]
        return subprocess.Popen(perintah, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def _wait(self, alamat):
        import json

        from distributed import Client

        while not (alamat.exists() and alamat.stat().st_size):
            assert self.penjadwal.poll() is None
            time.sleep(0.02)
        tcp = json.loads(alamat.read_text())["address"]
        with Client(tcp, set_as_default=False) as klien:
            klien.wait_for_workers(2, timeout=60)
        return tcp

    def close(self):
        for proses in (*self.pekerja, self.penjadwal):
            proses.kill()
            proses.wait()


@pytest.fixture
def gugus(tmp_path):
    satu = Gugus(tmp_path)
    yield satu
    satu.close()


def test_a_cluster_that_loses_a_worker_halfway_makes_every_document(ruang, gugus):
    data = ruang.csv(make_row(i) for i in range(1, 1501))
    terbunuh = []

    def lapor(tahap, selesai, _):
        if tahap == "menyusun" and selesai >= 500 and not terbunuh:
            gugus.pekerja[0].send_signal(signal.SIGKILL)
            terbunuh.append(selesai)

    hasil = ruang.run(data, daftarkan=True, dask=gugus.alamat, lapor=lapor)
    assert terbunuh
    assert (hasil.terbit.ditulis, hasil.terbit.didaftarkan, hasil.galat) == (1500, 1500, {})
    setempat = ruang.hasil.rename(ruang.folder / "dari-gugus")
    ruang.registri.unlink()
    ruang.run(ruang.csv(make_row(i) for i in range(1, 1501, 100)))
    assert all((setempat / nama).read_bytes() == (ruang.hasil / nama).read_bytes() for nama in ruang.documents())


def test_a_cluster_without_workers_is_said(tmp_path, gugus):
    for proses in gugus.pekerja:
        proses.kill()
        proses.wait()
    time.sleep(1)
    with pytest.raises(NaskahError, match="belum mempunyai pekerja"), open_engine(1, gugus.alamat):
        pass
