"""Publishing what was made: registered and under its name, chunk after chunk."""

import os
from collections.abc import Callable, Collection, Container, Iterable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from naskah.batch.engine import Mesin
from naskah.batch.kinds import JenisBatch, Siap
from naskah.batch.pdf import convert_chunk, split_work
from naskah.batch.placing import Penempat
from naskah.batch.work import Potongan
from naskah.model.galat import Galat, NaskahError
from naskah.publishing.files import explained_os_errors
from naskah.registry.connection import Registry
from naskah.registry.database import open_registry
from naskah.registry.documents import find_recorded

Maju = Callable[[int], None]
# Seconds to wait while another program writes to the registry: a batch does not give up for one act.
_SABAR = 60.0


@dataclass
class Terbit:
    """How many documents were written, were there already, were registered, were made into PDF."""

    ditulis: int = 0
    sudah_ada: int = 0
    didaftarkan: int = 0
    diperbarui: int = 0
    pdf: int = 0


class _Bagian(NamedTuple):
    """A chunk on its way: what to register, the names of the files that are new, and the writing of them."""

    siap: list[Siap]
    banyak: int
    baru: list[str]
    ditulis: "Future[None]"


class Penerbit:
    """Publishes the documents of one batch to a folder, and to a registry where one is given."""

    def __init__(
        self, folder: Path, jalur: str, jenis: JenisBatch, registri: Path | None, oleh: str, perbarui: bool
    ) -> None:
        self.folder, self.jalur, self.registri, self.oleh, self.perbarui = folder, jalur, registri, oleh, perbarui
        self._jenis = jenis
        self._ada = _list_names(folder)
        self._diganti: set[str] = set()  # files of ours whose row has changed

    def find_obstacles(self, potongan: Potongan, berkas_data: str) -> Iterator[tuple[int, tuple[Galat, ...]]]:
        """What keeps rows from being published: a file somebody edited, other facts under the id."""
        semua = potongan.jadi
        ada = [satu for satu in semua if f"{satu.nama}.docx" in self._ada]
        terdaftar = self.registri is not None and self.registri.exists()
        if not (ada or terdaftar):
            return
        isi = potongan.open()
        lain = {
            satu.nomor: f"{satu.nama}.docx"
            for satu in ada
            if not _holds(self.folder / f"{satu.nama}.docx", isi[satu.nomor].docx)
        }
        with ExitStack() as tumpukan:
            registri = tumpukan.enter_context(self._open()) if terdaftar else None
            milik = self._find_own(registri, lain.values())
            self._diganti |= milik
            for baris, nama in lain.items():
                if nama not in milik:
                    pesan = f"{self.folder / nama} sudah ada dengan isi lain; {self._advise(registri)}"
                    yield baris, (Galat(pesan, berkas_data, baris),)
            if registri is not None:
                nomor = {satu.tanda.id: satu.nomor for satu in semua}
                siap = [satu for _, satu in isi.values() if satu is not None]
                konflik = self._jenis.find_conflicts(registri, siap, self.perbarui)
                for id_, error in konflik.items():
                    yield nomor[id_], tuple(Galat(str(g), berkas_data, nomor[id_]) for g in error.galat)

    def _find_own(self, registri: Registry | None, nama: Collection[str]) -> set[str]:
        """Those files that are as they were registered: nobody has edited them since, so they may be replaced."""
        if registri is None or not self.perbarui or not nama:
            return set()
        with registri.read() as conn:
            tercatat = find_recorded(conn, (f"{self.jalur}{satu}" for satu in nama))
        sidik = {satu: sha256((self.folder / satu).read_bytes()).hexdigest() for satu in nama}
        return {satu for satu, isi in sidik.items() if (f"{self.jalur}{satu}", isi) in tercatat}

    def _advise(self, registri: Registry | None) -> str:
        if registri is None or self.perbarui:
            return "pindahkan berkas itu, atau pakai -o lain"
        return "bila barisnya memang berubah, ulangi dengan --perbarui; bila berkas itu lain, pindahkan"

    def publish(
        self,
        semua: Iterable[Potongan],
        ditolak: Container[int],
        tempat: Penempat,
        terbit: Terbit,
        maju: Maju,
    ) -> None:
        """Write and register every chunk but for the rows in `ditolak`.

        The next chunk is written to the disk while one is being registered.
        """
        if self.registri is not None:
            tempat.remember(self.registri, self.jalur)
        with ExitStack() as tumpukan:
            registri = tumpukan.enter_context(self._open()) if self.registri is not None else None
            penulis = tumpukan.enter_context(ThreadPoolExecutor(1))
            for satu in _one_ahead(self._stage(potongan, ditolak, tempat, penulis) for potongan in semua):
                self._finish(satu, registri, tempat, terbit)
                maju(terbit.ditulis + terbit.sudah_ada)

    def _stage(self, potongan: Potongan, ditolak: Container[int], tempat: Penempat, penulis: Executor) -> _Bagian:
        isi = potongan.open()
        jadi = [satu for satu in potongan.jadi if satu.nomor not in ditolak]
        siap = [satu for j in jadi if (satu := isi[j.nomor].siap) is not None]
        nama = {f"{satu.nama}.docx": isi[satu.nomor].docx for satu in jadi}
        baru = {satu: docx for satu, docx in nama.items() if satu not in self._ada or satu in self._diganti}
        return _Bagian(siap, len(jadi), list(baru), penulis.submit(tempat.stage, baru))

    def _finish(self, satu: _Bagian, registri: Registry | None, tempat: Penempat, terbit: Terbit) -> None:
        # On the disk before it is registered, registered before it has its name: what is seen is registered, and
        # what is registered is never lost (placing.finish_leftovers).
        satu.ditulis.result()
        if registri is not None:
            banyak = self._jenis.register(registri, satu.siap, self.oleh, self.perbarui)
            terbit.didaftarkan += banyak["baru"]
            terbit.diperbarui += banyak["diperbarui"]
        tempat.publish(satu.baru)
        terbit.ditulis += len(satu.baru)
        terbit.sudah_ada += satu.banyak - len(satu.baru)

    def publish_pdf(self, nama: Iterable[str], tempat: Penempat, mesin: Mesin, terbit: Terbit, maju: Maju) -> None:
        """Make the PDF of every document that has none."""
        kurang = [s for s in nama if f"{s}.pdf" not in self._ada or f"{s}.docx" in self._diganti]
        potongan = split_work(kurang, mesin.pekerja)
        isi = (([(satu, (self.folder / f"{satu}.docx").read_bytes()) for satu in p],) for p in potongan)
        for hasil in mesin.map(convert_chunk, isi):
            tempat.stage(hasil)
            tempat.publish(hasil)
            terbit.pdf += len(hasil)
            maju(terbit.pdf)

    def _open(self) -> Registry:
        assert self.registri is not None
        return open_registry(self.registri, create=True, timeout=_SABAR)


def _list_names(folder: Path) -> set[str]:
    """What is in the folder as the batch begins, asked once and not file by file."""
    with explained_os_errors():
        return set(os.listdir(folder)) if folder.is_dir() else set()  # noqa: PTH208


def _holds(jalur: Path, isi: bytes) -> bool:
    try:
        return jalur.is_file() and jalur.stat().st_size == len(isi) and jalur.read_bytes() == isi
    except OSError as error:
        raise NaskahError(Galat(f"tidak dapat dibaca ({error.strerror})", str(jalur))) from None


def _one_ahead(semua: Iterable[_Bagian]) -> Iterator[_Bagian]:
    """The same chunks; the next one is under way while one is in use."""
    sebelum = None
    for satu in semua:
        if sebelum is not None:
            yield sebelum
        sebelum = satu
    if sebelum is not None:
        yield sebelum
