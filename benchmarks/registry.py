"""How fast a large registry answers, takes in an event, and is rebuilt; against the plain query where there is one.

    python benchmarks/registry.py [--jumlah 100000] [--folder /tmp] [--putaran 9] [--simpan registry.db]

Makes so many agreements on disk (`registry_data.py`), unless the file to keep them in is there already. What is asked
is asked in turn, round after round, so that whatever else the machine does falls on each alike; medians, by the clock
and of CPU time, which other programs on a shared machine disturb less.
"""

import argparse
import gc
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent))
from registry_data import HARI_INI, OLEH, WAKTU, check_sample, fill, make_fakta, name_perjanjian
from registry_plain import JUMLAH, PERTAMA, SEMUA, make_plain, open_plain

from naskah.library.workspace import find_workspace
from naskah.model.pendaftaran import Pendaftaran
from naskah.registry.alerts import count_peringatan, list_peringatan
from naskah.registry.connection import Registry
from naskah.registry.database import open_registry
from naskah.registry.query import get_perjanjian, list_perjanjian
from naskah.registry.rebuild import rebuild
from naskah.registry.recording import Catatan, record, record_many
from naskah.registry.registration import register_many
from naskah.registry.schema import PROYEKSI
from naskah.registry.search.find import find
from naskah.registry.search.index import catch_up
from naskah.registry.search.references import Rujukan, parse_peraturan
from naskah.registry.search.words import parse_query

AKAR = Path(__file__).resolve().parents[1]
DALAM = 90
# Asked in the past as well: the deadlines as one knew them then.
DAHULU = date(2015, 6, 1)
_LANGKAH = 7919  # a prime: agreements from all over the registry

Kerja = Callable[[], object]


class Waktu(NamedTuple):
    """Milliseconds."""

    jam: float
    cpu: float

    def __str__(self) -> str:
        return f"{self.jam:9.2f} ms (CPU {self.cpu:.2f})"


def main() -> None:
    pilihan = read_arguments()
    gc.set_threshold(200_000)  # as the command line does (cli/__init__.py)
    with TemporaryDirectory(dir=pilihan.folder) as nama:
        folder = Path(nama)
        path = pilihan.simpan or folder / "registry.db"
        jumlah = pilihan.jumlah
        if not path.exists():
            check_sample(folder, jumlah)
            ukuran = fill(path, jumlah, time.perf_counter)
            print(f"{ukuran.perjanjian} perjanjian, {ukuran.peristiwa} peristiwa: ditulis {ukuran.menulis:.0f} s")
            tell_rate("dibangun (tanpa membandingkan)", jumlah, ukuran.membangun)
        tell_size(path)
        ask_due(path, folder / "biasa.db", pilihan.putaran)
        ask_others(path, jumlah)
        ask_search(path, pilihan.putaran)
        if not pilihan.simpan or pilihan.catat:
            record_events(path, jumlah)
            take_in(path, jumlah)
            measure_rebuild(path)


def read_arguments() -> argparse.Namespace:
    baca = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    baca.add_argument("--jumlah", type=int, default=100_000)
    baca.add_argument("--folder", type=Path, default=Path("/tmp"), help="where the registry is made: the disk measured")
    baca.add_argument("--putaran", type=int, default=9)
    baca.add_argument("--simpan", type=Path, help="keep the registry in this file, or use the one that is there")
    baca.add_argument("--catat", action="store_true", help="with --simpan: also record into it and rebuild it")
    return baca.parse_args()


def tell_rate(apa: str, jumlah: int, detik: float) -> None:
    print(f"{apa}: {detik:.1f} s, {jumlah / detik:.0f} perjanjian sedetik")


def tell_size(path: Path) -> None:
    print(f"berkas {path.stat().st_size / 1e6:.0f} MB")
    with open_registry(path, readonly=True) as registry, registry.read() as conn:
        jumlah = {t.nama: conn.execute(f"SELECT count(*) FROM {t.nama}").fetchone()[0] for t in PROYEKSI}  # noqa: S608
    print("baris: " + ", ".join(f"{nama} {n}" for nama, n in jumlah.items() if n))


def ask_due(path: Path, biasa: Path, putaran: int) -> None:
    """What falls due: the first 50, how many, all; and the same of the plain query."""
    kalender = find_workspace(AKAR).kalender
    make_plain(path, biasa)
    with open_registry(path, readonly=True) as registry, closing(open_plain(biasa)) as conn:
        for pada in (HARI_INI, DAHULU):
            tanya = {"pada": pada, "dalam": DALAM, "kalender": kalender, "lewat": False}
            nilai = {"pada": pada.isoformat(), "dalam": DALAM}
            banyak = count_peringatan(registry, **tanya)
            (biasanya,) = conn.execute(JUMLAH, nilai).fetchone()
            print(f"\njatuh tempo dalam {DALAM} hari pada {pada}: {banyak} (kueri biasa: {biasanya})")
            kerja: dict[str, Kerja] = {
                "50 pertama": lambda t=tanya: list_peringatan(registry, paling_banyak=50, **t),
                "jumlah": lambda t=tanya: count_peringatan(registry, **t),
                "semua": lambda t=tanya: list_peringatan(registry, **t),
                "biasa, 50 pertama": lambda n=nilai: conn.execute(PERTAMA, n).fetchall(),
                "biasa, jumlah": lambda n=nilai: conn.execute(JUMLAH, n).fetchall(),
                "biasa, semua": lambda n=nilai: conn.execute(SEMUA, n).fetchall(),
            }
            hasil = measure_in_turn(kerja, putaran)
            for apa in ("50 pertama", "jumlah", "semua"):
                kami, lain = hasil[apa], hasil[f"biasa, {apa}"]
                kali = lain.cpu / kami.cpu
                print(f"  {apa:12} {kami}   kueri biasa {lain}   {kali:.0f} kali menurut CPU")


def ask_others(path: Path, jumlah: int) -> None:
    """The page of one agreement, and the list, in parts and whole."""
    with open_registry(path, readonly=True) as registry:
        acak = (name_perjanjian(i * _LANGKAH % jumlah) for i in count(1))
        tell("\nhalaman satu perjanjian", iter_times(lambda: get_perjanjian(registry, next(acak)), 300))
        for apa, bagian in (("500 pertama", {}), ("500 terakhir", {"lewati": max(0, jumlah - 500)})):
            kerja = lambda b=bagian: list_perjanjian(registry, pada=HARI_INI, paling_banyak=500, **b)  # noqa: E731
            tell(f"daftar, {apa}", iter_times(kerja, 9))
        tell("daftar, semua", iter_times(lambda: list_perjanjian(registry, pada=HARI_INI), 1))


def ask_search(path: Path, putaran: int) -> None:
    """Words that few or all have, numbers, beginnings, phrases, and a regulation that all cite."""
    with open_registry(path) as registry:
        mulai = time.perf_counter()
        terindeks = catch_up(registry)
        print(f"\nindeks pencarian: {terindeks} perjanjian dalam {time.perf_counter() - mulai:.1f} s")
        semua = {
            "kata pada semua (pemerintah)": (["pemerintah"], Rujukan()),
            "kata pada sebagian (stunting tidak ada)": (["stunting"], Rujukan()),
            "dua kata": (["sampah", "makassar"], Rujukan()),
            "nomor": (["777/PKS"], Rujukan()),
            "frasa": (['"jaminan sosial"'], Rujukan()),
            "awalan": (["ketenagak*"], Rujukan()),
            "peraturan yang dirujuk semua": ([], Rujukan(peraturan=parse_peraturan("UU 23/2014"))),
            "kata dan peraturan": (["bencana"], Rujukan(peraturan=parse_peraturan("UU 23/2014"))),
        }
        kerja: dict[str, Kerja] = {
            apa: lambda k=kata, r=rujukan: find(registry, parse_query(k) if k else (), r, pada=HARI_INI, batas=20)
            for apa, (kata, rujukan) in semua.items()
        }
        for apa, waktu in measure_in_turn(kerja, putaran).items():
            print(f"  cari {apa:40} {waktu}")


def record_events(path: Path, jumlah: int) -> None:
    """One event, with the deadlines of its agreement refreshed: as it is, and without waiting for the disk."""
    with open_registry(path) as registry:
        for apa, tanya in (("FULL", "FULL"), ("OFF, tanpa menunggu disk", "OFF")):
            registry._conn.execute(f"PRAGMA synchronous={tanya}")
            acak = (name_perjanjian(jumlah - 1 - i * 13 % (jumlah // 40)) for i in count())
            kerja = lambda a=acak, t=tanya: _replace_official(registry, next(a), t)  # noqa: E731
            tell(f"satu peristiwa dicatat, synchronous={apa}", iter_times(kerja, 200))
        banyak = [_replaced(name_perjanjian(jumlah - 1 - i), "Bersama") for i in range(min(1000, jumlah // 40))]
        mulai = time.perf_counter()
        record_many(registry, banyak, oleh=OLEH, waktu=WAKTU)
        lama = (time.perf_counter() - mulai) / len(banyak) * 1e3
        print(f"peristiwa dicatat, {len(banyak)} dalam satu transaksi: {lama:.3f} ms masing-masing")


def take_in(path: Path, jumlah: int) -> None:
    """New agreements, validated and registered in one transaction, as the import does after reading its sheet."""
    banyak = min(10_000, jumlah)
    fakta = [make_fakta(jumlah + i, jumlah + banyak) for i in range(banyak)]
    with open_registry(path) as registry:
        mulai = time.perf_counter()
        register_many(registry, (Pendaftaran.model_validate(f) for f in fakta), oleh=OLEH, waktu=WAKTU)
        tell_rate("didaftarkan sekaligus", banyak, time.perf_counter() - mulai)


def measure_rebuild(path: Path) -> None:
    """As `registri bangun-ulang` does it: checked, built, compared with what is stored, replaced."""
    with open_registry(path) as registry:
        mulai, cpu = time.perf_counter(), time.process_time()
        hasil = rebuild(registry)
        cpu = time.process_time() - cpu
        assert hasil.sama  # what was recorded and registered since
        tell_rate("dibangun ulang dan dibandingkan", hasil.perjanjian, time.perf_counter() - mulai)
        print(f"  CPU {cpu / hasil.perjanjian * 1e6:.0f} mikrodetik satu perjanjian")


def _replaced(perjanjian: str, nama: str) -> Catatan:
    return Catatan(perjanjian, "pejabat-diganti", HARI_INI, {"pihak": "2", "nama": nama})


def _replace_official(registry: Registry, perjanjian: str, nama: str) -> None:
    satu = _replaced(perjanjian, f"{nama} {time.time_ns()}")
    record(registry, satu.perjanjian, satu.jenis, satu.tanggal, data=satu.isian, oleh=OLEH, waktu=WAKTU)


def iter_times(kerja: Kerja, kali: int) -> Iterator[float]:
    """Yield how long each run took, in milliseconds."""
    for _ in range(kali):
        mulai = time.perf_counter()
        kerja()
        yield (time.perf_counter() - mulai) * 1e3


def tell(apa: str, waktu: Iterator[float]) -> None:
    semua = sorted(waktu)
    print(f"{apa}: median {statistics.median(semua):.2f} ms, 9 dari 10 di bawah {semua[len(semua) * 9 // 10]:.2f}")


def measure_in_turn(kerja: dict[str, Kerja], putaran: int) -> dict[str, Waktu]:
    """The medians; one round before is not counted."""
    jam: dict[str, list[float]] = {apa: [] for apa in kerja}
    cpu: dict[str, list[float]] = {apa: [] for apa in kerja}
    for ke in range(putaran + 1):
        for apa, satu in kerja.items():
            mulai, mulai_cpu = time.perf_counter(), time.process_time()
            satu()
            if ke:
                cpu[apa].append((time.process_time() - mulai_cpu) * 1e3)
                jam[apa].append((time.perf_counter() - mulai) * 1e3)
    return {apa: Waktu(statistics.median(jam[apa]), statistics.median(cpu[apa])) for apa in kerja}


if __name__ == "__main__":
    print(f"beban mesin {os.getloadavg()[0]:.1f}")
    main()
    print(f"beban mesin {os.getloadavg()[0]:.1f}")
