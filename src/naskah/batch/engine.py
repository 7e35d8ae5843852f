"""Where the work is done: here, in local processes, or on a Dask cluster. The same code in all three."""

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any, Protocol, TypeVar

from naskah.model.galat import Galat, NaskahError

T = TypeVar("T")
# Chunks under way for each worker: one at work, one waiting, so that none ever idles and memory stays flat.
_ANTREAN = 2
DASK_SABAR = 15  # seconds to find the scheduler
_DASK_ULANG = 3  # times that a chunk may lose its worker


class Mesin(Protocol):
    """Does pieces of work; gives the results in the order of the pieces."""

    pekerja: int

    def map(self, kerja: Callable[..., T], potongan: Iterable[tuple[Any, ...]]) -> Iterator[T]:
        """The result of `kerja` for each tuple of arguments. Few are under way at once."""


class MesinDiSini:
    """One process: this one."""

    pekerja = 1

    def map(self, kerja: Callable[..., T], potongan: Iterable[tuple[Any, ...]]) -> Iterator[T]:
        """The results, each made as it is asked for."""
        return (kerja(*satu) for satu in potongan)


class MesinPekerja:
    """Workers behind an Executor: local processes, or those of a cluster."""

    def __init__(self, executor: Executor, pekerja: int) -> None:
        self._executor, self.pekerja = executor, pekerja

    def map(self, kerja: Callable[..., T], potongan: Iterable[tuple[Any, ...]]) -> Iterator[T]:
        """The results in order; what runs ahead is bounded by the number of workers."""
        antre: deque[Future[T]] = deque()
        try:
            for satu in potongan:
                with _explained_deaths():
                    antre.append(self._executor.submit(kerja, *satu))
                if len(antre) >= self.pekerja * _ANTREAN:
                    yield _result(antre.popleft())
            while antre:
                yield _result(antre.popleft())
        finally:
            for janji in antre:
                janji.cancel()


def _result(janji: "Future[T]") -> T:
    with _explained_deaths():
        return janji.result()


@contextmanager
def _explained_deaths() -> Iterator[None]:
    """The death of a worker as a NaskahError; what its work raised comes as it is."""
    try:
        yield
    except (BrokenExecutor, CancelledError) as error:
        pesan = "pekerja berhenti di tengah jalan (mungkin memori habis); jalankan lagi perintah yang sama"
        raise NaskahError(Galat(pesan)) from error
    except Exception as error:
        # distributed's own exception, without importing distributed where it is not used.
        if type(error).__name__ == "KilledWorker":
            pesan = "pekerja Dask mati berulang kali pada baris yang sama; periksa memorinya, lalu jalankan lagi"
            raise NaskahError(Galat(pesan)) from error
        raise


@contextmanager
def open_engine(pekerja: int, dask: str | None = None) -> Iterator[Mesin]:
    """The engine for `pekerja` local processes, or for the cluster whose scheduler is at `dask`."""
    if dask is not None:
        with _open_dask(dask) as mesin:
            yield mesin
        return
    if pekerja == 1:
        yield MesinDiSini()
        return
    # spawn: a fork of a process with threads may hang, and only Unix has it.
    konteks = multiprocessing.get_context("spawn")
    _quiet_tracker()
    executor = ProcessPoolExecutor(pekerja, mp_context=konteks, initializer=start_worker)
    try:
        yield MesinPekerja(executor, pekerja)
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


def _quiet_tracker() -> None:
    """Start the process in which Python keeps track of semaphores, silent about those of a main process killed.

    They are cleared away all the same; its warning, in English, tells the user nothing.
    """
    from multiprocessing import resource_tracker

    semula = sys.warnoptions[:]
    sys.warnoptions.append("ignore::UserWarning:multiprocessing.resource_tracker")
    try:
        resource_tracker.ensure_running()
    finally:
        sys.warnoptions[:] = semula


def start_worker() -> None:
    """Set up a local worker: Ctrl-C is for the main process, and without that process there is nothing to do."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # As in cli.main: what a document is made of lives briefly, and is seldom a circle.
    gc.set_threshold(200_000)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    # A main process killed outright cannot tell its workers, which would wait for ever.
    induk = multiprocessing.parent_process()
    if induk is not None:
        induk.join()
        os._exit(1)


@contextmanager
def _open_dask(alamat: str) -> Iterator[Mesin]:
    try:
        from distributed import Client
    except ImportError:
        raise NaskahError(Galat("--dask butuh pustaka Dask; pasang dengan: pip install 'naskah[dask]'")) from None
    try:
        klien: Any = Client(alamat, timeout=DASK_SABAR, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, TimeoutError) as error:
        pesan = f"penjadwal Dask di {alamat} tidak menjawab ({error}); periksa alamat dan jaringannya"
        raise NaskahError(Galat(pesan)) from None
    try:
        jumlah = sum(klien.nthreads().values())
        if not jumlah:
            raise NaskahError(
                Galat(f"penjadwal Dask di {alamat} belum mempunyai pekerja; jalankan: dask worker {alamat}")
            )
        # A worker that dies gives its chunks back to the scheduler, which gives them to another.
        yield MesinPekerja(klien.get_executor(pure=False, retries=_DASK_ULANG), jumlah)
    finally:
        klien.close()
