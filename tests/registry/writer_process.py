"""A process of its own that writes into a registry; run by test_registry_processes.

writer_process.py satu   PATH NAME COUNT   registers one after the other, prints each id once recorded
writer_process.py banyak PATH NAME COUNT   registers all in one transaction, prints while it does
writer_process.py kunci  PATH              holds the registry locked until its input ends
"""

import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

from sample_agreements import build

from naskah.model.pendaftaran import Pendaftaran
from naskah.registry.database import open_registry
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


def hold_lock(path: Path) -> None:
    conn = sqlite3.connect(path, isolation_level=None)
    conn.execute("BEGIN EXCLUSIVE")
    print("terkunci", flush=True)
    sys.stdin.read()
    conn.close()


if __name__ == "__main__":
    cara, path = sys.argv[1], Path(sys.argv[2])
    if cara == "kunci":
        hold_lock(path)
    elif cara == "satu":
        write_satu(path, sys.argv[3], int(sys.argv[4]))
    else:
        write_banyak(path, sys.argv[3], int(sys.argv[4]))
