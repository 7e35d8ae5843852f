"""Kills processes that write, at random moments, and looks at what they leave; run by test_registry_processes.

crash_process.py FOLDER COUNT   prints one line: how often a process died with its work unfinished

One process forks all others, so that none of them spends its time importing.
"""

import os
import signal
import sqlite3
import sys
import time
import traceback
from collections.abc import Callable
from contextlib import closing
from datetime import date
from itertools import count
from pathlib import Path
from random import Random

from old_registry import write_schema_3
from sample_agreements import build, create_three

from naskah.registry.backup import back_up
from naskah.registry.database import open_registry
from naskah.registry.rebuild import rebuild
from naskah.registry.recording import Catatan, record, record_many
from naskah.registry.registration import register, register_many
from naskah.registry.schema import SCHEMA_VERSION
from naskah.registry.verification import read_head, verify

HARI = date(2025, 12, 1)
# Longer than any of the works below takes once.
PALING_LAMA = 0.02
SETIAP_SEKIAN_BARU = 24

Ack = Callable[[str], None]


def describe_change(nama: str) -> Catatan:
    return Catatan("002", "pejabat-diganti", HARI, {"pihak": 1, "nama": nama})


def work_register(path: Path, nama: str, ack: Ack) -> None:
    with open_registry(path) as registry:
        for i in count():
            register(registry, build(id=f"{nama}-{i}"), oleh="x")
            ack(f"{nama}-{i}")


def work_register_many(path: Path, nama: str, ack: Ack) -> None:
    with open_registry(path) as registry:
        for i in count():
            register_many(registry, (build(id=f"{nama}-{i}-{j}") for j in range(8)), oleh="x")
            ack(f"{nama}-{i}-7")


def work_record(path: Path, nama: str, ack: Ack) -> None:
    with open_registry(path) as registry:
        for i in count():
            satu = describe_change(f"{nama}-{i}")
            record(registry, satu.perjanjian, satu.jenis, satu.tanggal, oleh="x", data=satu.isian)
            ack(f"{nama}-{i}")


def work_record_many(path: Path, nama: str, ack: Ack) -> None:
    with open_registry(path) as registry:
        for i in count():
            record_many(registry, [describe_change(f"{nama}-{i}-{j}") for j in range(8)], oleh="x")
            ack(f"{nama}-{i}-7")


def work_rebuild(path: Path, nama: str, ack: Ack) -> None:
    with open_registry(path) as registry:
        while True:
            rebuild(registry)


def work_back_up(path: Path, nama: str, ack: Ack) -> None:
    with open_registry(path) as registry:
        while True:
            back_up(registry, None, hari=HARI)


def work_migrate(path: Path, nama: str, ack: Ack) -> None:
    with open_registry(path):
        time.sleep(1)


def kill_at_random(work: Callable[[Path, str, Ack], None], path: Path, nama: str, jeda: float) -> set[str]:
    """What the process had been told is recorded when it was killed."""
    baca, tulis = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            work(path, nama, lambda kata: os.write(tulis, f"{kata}\n".encode()) and None)
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(70)
    os.close(tulis)
    time.sleep(jeda)
    os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    assert os.WIFSIGNALED(status), f"{work.__name__} berakhir sendiri"
    with os.fdopen(baca) as pipa:
        return set(pipa.read().split())


def check(path: Path, tercatat: set[str], sebelum: int) -> None:
    with open_registry(path) as registry:
        assert verify(registry) == []
        assert read_head(registry).jumlah >= sebelum + len(tercatat)
        with registry.read() as conn:
            semua = "\n".join(f"{p} {d}" for p, d in conn.execute("SELECT perjanjian, data FROM peristiwa"))
            assert conn.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    assert all(kata in semua for kata in tercatat), tercatat
    # A copy that bears its name is whole.
    for cadangan in path.parent.glob("registry.cadangan-2*.db"):
        with open_registry(cadangan) as registry:
            assert verify(registry) == []
    for cadangan in path.parent.glob("registry.cadangan-v3*.db"):
        with closing(sqlite3.connect(cadangan)) as conn:
            assert conn.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert conn.execute("SELECT max(urutan), (SELECT jumlah FROM rantai) FROM peristiwa").fetchone() == (8, 8)


def clear(folder: Path) -> None:
    for berkas in folder.iterdir():
        berkas.unlink()


def main(folder: Path, jumlah: int) -> None:
    acak = Random(time.time_ns())
    dasar, path, tua = folder / "dasar.db", folder / "uji" / "registry.db", folder / "tua" / "registry.db"
    for tempat in (path.parent, tua.parent):
        tempat.mkdir()
    create_three(dasar)
    write_schema_3(folder / "skema-3.db")
    isi, isi_tua = dasar.read_bytes(), (folder / "skema-3.db").read_bytes()
    kerja = [work_register, work_register_many, work_record, work_record_many, work_rebuild, work_back_up, work_migrate]
    terputus = 0
    for i in range(jumlah):
        work = kerja[i % len(kerja)]
        tempat, awal = (tua, isi_tua) if work is work_migrate else (path, isi)
        if tempat is tua or i % SETIAP_SEKIAN_BARU == 0 or not path.exists():
            clear(tempat.parent)
            tempat.write_bytes(awal)
        sebelum = 0
        if tempat is path:
            with open_registry(path) as registry:
                sebelum = read_head(registry).jumlah
        tercatat = kill_at_random(work, tempat, f"n{i}", acak.uniform(0.001, PALING_LAMA))
        wal = tempat.with_name("registry.db-wal")
        terputus += (wal.exists() and wal.stat().st_size > 0) or any(tempat.parent.glob(".*.baru*"))
        check(tempat, tercatat, sebelum)
        for sisa in (*tempat.parent.glob(".*.baru*"), *tempat.parent.glob("registry.cadangan-2*")):
            sisa.unlink()
    print(terputus)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
