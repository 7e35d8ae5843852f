"""A process of its own that writes into a registry; run by test_registry_processes.

writer_process.py satu   PATH NAME COUNT   registers one after the other, prints each id once recorded
writer_process.py banyak PATH NAME COUNT   registers all in one transaction, prints while it does
writer_process.py catat  PATH NAME COUNT   records events of 002 one after the other, prints each name once recorded
writer_process.py lembar PATH NAME COUNT   records as many events of 002, five to a transaction
writer_process.py cadang PATH NAME COUNT   makes backups, prints the path of each
writer_process.py kunci  PATH              holds the registry locked until its input ends
"""

import sqlite3
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from sample_agreements import build

from naskah.model.pendaftaran import Pendaftaran
from naskah.registry.backup import back_up
from naskah.registry.database import open_registry
from naskah.registry.recording import Catatan, record, record_many
from naskah.registry.registration import register, register_many


def write_satu(path: Path, nama: str, jumlah: int) -> None:
    with open_registry(path, create=True, timeout=60) as registry:
        for i in range(jumlah):
            register(registry, build(id=f"{nama}-{i}"), oleh=nama)
            print(f"{nama}-{i}", flush=True)


def write_banyak(path: Path, nama: str, jumlah: int) -> None:
    def semua() -> Iterator[Pendaftaran]:
        for i in range(jumlah):
            print(i, flush=True)
            yield build(id=f"{nama}-{i}")

    with open_registry(path, create=True, timeout=60) as registry:
        register_many(registry, semua(), oleh=nama)


def change_official(nama: str) -> Catatan:
    return Catatan("002", "pejabat-diganti", date(2025, 12, 1), {"pihak": 1, "nama": nama})


def write_catat(path: Path, nama: str, jumlah: int) -> None:
    with open_registry(path, timeout=60) as registry:
        for i in range(jumlah):
            satu = change_official(f"{nama}-{i}")
            record(registry, satu.perjanjian, satu.jenis, satu.tanggal, data=satu.isian, oleh=nama)
            print(f"{nama}-{i}", flush=True)


def write_lembar(path: Path, nama: str, jumlah: int) -> None:
    with open_registry(path, timeout=60) as registry:
        for awal in range(0, jumlah, 5):
            semua = [change_official(f"{nama}-{i}") for i in range(awal, min(awal + 5, jumlah))]
            assert None not in record_many(registry, semua, oleh=nama)


def write_cadang(path: Path, nama: str, jumlah: int) -> None:
    with open_registry(path, readonly=True, timeout=60) as registry:
        for _ in range(jumlah):
            print(back_up(registry, None, hari=date(2025, 12, 1)).path, flush=True)


def hold_lock(path: Path) -> None:
    conn = sqlite3.connect(path, isolation_level=None)
    conn.execute("BEGIN EXCLUSIVE")
    print("terkunci", flush=True)
    sys.stdin.read()
    conn.close()


KERJA = {
    "satu": write_satu,
    "banyak": write_banyak,
    "catat": write_catat,
    "lembar": write_lembar,
    "cadang": write_cadang,
}

if __name__ == "__main__":
    cara, path = sys.argv[1], Path(sys.argv[2])
    if cara == "kunci":
        hold_lock(path)
    else:
        KERJA[cara](path, sys.argv[3], int(sys.argv[4]))
