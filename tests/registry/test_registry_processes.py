"""Several real processes at once, processes killed in the middle, and disks that are full."""

import resource
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import date
from json import loads
from pathlib import Path

import pytest
from sample_agreements import NK_000, add, build

from naskah.model.galat import NaskahError
from naskah.registry.database import open_registry
from naskah.registry.events import Peristiwa, read_peristiwa
from naskah.registry.query import list_perjanjian
from naskah.registry.rebuild import rebuild
from naskah.registry.registration import register_many
from naskah.registry.verification import read_head, verify

WRITER, CRASH = (Path(__file__).with_name(nama) for nama in ("writer_process.py", "crash_process.py"))


@contextmanager
def start(*argumen: object) -> Iterator[subprocess.Popen[str]]:
    """A process that writes, killed at the end of the block where it still runs."""
    with subprocess.Popen(
        [sys.executable, WRITER, *map(str, argumen)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as proses:
        try:
            yield proses
        finally:
            proses.kill()


def ids(path: Path) -> set[str]:
    with open_registry(path) as registry:
        assert verify(registry) == []
        return {p.id for p in list_perjanjian(registry, pada=date(2026, 1, 1))}


def read_events(path: Path) -> list[Peristiwa]:
    with open_registry(path) as registry, registry.read() as conn:
        return list(read_peristiwa(conn))


def test_processes_that_make_and_fill_one_registry_at_once_lose_nothing(path: Path) -> None:
    with start("satu", path, "a", 20) as a, start("satu", path, "b", 20) as b, start("banyak", path, "c", 20) as c:
        assert [p.communicate() and p.returncode for p in (a, b, c)] == [0, 0, 0]
    assert ids(path) == {f"{nama}-{i}" for nama in "abc" for i in range(20)}
    assert [p.name for p in path.parent.iterdir()] == ["registry.db"]


def test_eight_processes_that_write_at_once_lose_nothing_and_backups_meanwhile_are_whole(three: Path) -> None:
    kerja = (("a", "satu"), ("b", "satu"), ("c", "banyak"), ("d", "banyak"))
    kerja += (("e", "catat"), ("f", "catat"), ("g", "lembar"), ("h", "lembar"))
    with ExitStack() as hidup:
        penulis = [hidup.enter_context(start(cara, three, nama, 10)) for nama, cara in kerja]
        cadang = hidup.enter_context(start("cadang", three, "x", 5))
        cadangan = cadang.communicate()[0].split()
        assert [p.communicate() and p.returncode for p in (*penulis, cadang)] == [0] * 9
    assert ids(three) == {"000", "001", "002"} | {f"{nama}-{i}" for nama in "abcd" for i in range(10)}
    semua = read_events(three)
    pejabat = sorted(loads(p.data)["nama"] for p in semua if p.jenis == "pejabat-diganti")
    assert pejabat == sorted(f"{nama}-{i}" for nama in "efgh" for i in range(10))
    assert len(cadangan) == 5
    for satu in map(Path, cadangan):
        assert ids(satu) >= {"000", "001", "002"}
        salinan = read_events(satu)
        assert salinan == semua[: len(salinan)]


def test_what_was_recorded_survives_a_process_killed_between_two_records(path: Path) -> None:
    with start("satu", path, "a", 100_000) as proses:
        assert proses.stdout is not None
        tercatat = {proses.stdout.readline().strip() for _ in range(7)}
        proses.kill()
        tercatat |= set(proses.stdout.read().split())
    # The one on its way when the process died may be there or not; whole in both cases.
    assert tercatat <= ids(path)
    assert len(ids(path)) - len(tercatat) in (0, 1)


def test_processes_killed_at_random_leave_a_registry_that_is_whole_and_holds_all_they_were_told_is_recorded(
    tmp_path: Path,
) -> None:
    """Registering, recording, rebuilding, backing up and migrating, some thirty times each."""
    hasil = subprocess.run([sys.executable, CRASH, tmp_path, "200"], capture_output=True, text=True, check=False)
    assert (hasil.returncode, hasil.stderr) == (0, "")
    # Most died with something unfinished: a log not folded in, or a copy without its name.
    assert int(hasil.stdout) > 50


@pytest.mark.parametrize("sesudah", [1, 700, 1300])
def test_nothing_of_a_batch_remains_of_a_process_killed_in_its_middle(path: Path, sesudah: int) -> None:
    with open_registry(path, create=True) as registry:
        add(registry, build(NK_000))
        with start("banyak", path, "a", 100_000) as proses:
            assert proses.stdout is not None
            for _ in range(sesudah):
                proses.stdout.readline()
            proses.kill()
            proses.wait()
        assert verify(registry) == []
        assert add(registry, build()) == ["baru"]
    assert ids(path) == {"000", "002"}


def test_a_registry_that_another_process_holds_is_said_to_be_in_use(three: Path) -> None:
    with start("kunci", three) as proses:
        assert proses.stdout is not None
        assert proses.stdout.readline() == "terkunci\n"
        with open_registry(three, timeout=0.01) as registry:
            with pytest.raises(NaskahError) as galat:
                add(registry, build(id="baru"))
            assert str(galat.value) == (
                f"{three}: registri sedang dipakai proses lain; tunggu sampai proses itu selesai, lalu coba lagi."
            )
            with pytest.raises(NaskahError, match="sedang dipakai proses lain"):
                rebuild(registry)
            # Reading goes on meanwhile.
            assert len(list_perjanjian(registry, pada=date(2026, 1, 1))) == 3
            proses.communicate()
            assert add(registry, build(id="baru")) == ["baru"]


def test_a_registry_locked_against_reading_is_said_to_be_in_use(three: Path) -> None:
    with closing(sqlite3.connect(three)) as conn:
        conn.execute("PRAGMA journal_mode=DELETE")
    with start("kunci", three) as proses:
        assert proses.stdout is not None
        assert proses.stdout.readline() == "terkunci\n"
        for readonly in (False, True):
            with pytest.raises(NaskahError, match="sedang dipakai proses lain"):
                open_registry(three, timeout=0.01, readonly=readonly)


def test_a_full_disk_is_named_and_nothing_is_recorded(three: Path) -> None:
    with open_registry(three) as registry:
        sebelum = read_head(registry)
        with registry.read() as conn:
            (halaman,) = conn.execute("PRAGMA page_count").fetchone()
            conn.execute(f"PRAGMA max_page_count={halaman + 5}")
        with pytest.raises(NaskahError, match="disk penuh; tidak ada yang dicatat"):
            register_many(registry, (build(id=f"p{i}") for i in range(1000)), oleh="x")
        assert read_head(registry) == sebelum
        assert verify(registry) == []


@contextmanager
def file_size_limit(byte: int) -> Iterator[None]:
    """No file can grow beyond so many bytes, as on a disk that is full."""
    lama = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (byte, lama[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, lama)


@pytest.mark.parametrize("byte", [0, 5_000, 60_000])
def test_a_registry_that_cannot_be_made_whole_leaves_no_file(path: Path, byte: int) -> None:
    with file_size_limit(byte), pytest.raises(NaskahError, match="ruang"):
        open_registry(path, create=True)
    assert list(path.parent.iterdir()) == []


def test_a_write_that_the_disk_refuses_changes_nothing(three: Path) -> None:
    with open_registry(three) as registry:
        sebelum = read_head(registry)
        with file_size_limit(20_000), pytest.raises(NaskahError, match="tidak ada yang dicatat"):
            register_many(registry, (build(id=f"p{i}") for i in range(1000)), oleh="x")
        assert read_head(registry) == sebelum
        assert verify(registry) == []
    assert ids(three) == {"000", "001", "002"}
