"""What a worker does: rows become Word files and registrations, in memory. Nothing here writes a file."""

import pickle
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from naskah.batch.chains import Beruntun
from naskah.batch.dates import Ragu
from naskah.batch.drafting import PengisiBaris
from naskah.batch.header import Kepala
from naskah.batch.kinds import Siap, Tanda
from naskah.batch.names import Pola
from naskah.library.pustaka import Pustaka
from naskah.library.sheet_values import BarisData
from naskah.library.workspace import Workspace
from naskah.library.yaml_lines import YamlBerbaris
from naskah.model.galat import Galat, NaskahError
from naskah.publishing.review import Pemeriksa
from naskah.rendering.docx import compile_template, render_docx

M = TypeVar("M")
K = TypeVar("K")


@dataclass(frozen=True)
class Tugas:
    """All that a worker must know of the batch; small, and the same for every row."""

    dasar: YamlBerbaris
    kepala: Kepala
    berkas_data: str
    pola: Pola
    akar: Path | None  # of the workspace
    templat: Path
    folder: Path  # of the documents
    jalur: str  # of that folder as the registry keeps it, to which a file's name is added
    daftarkan: bool
    registri: Path | None  # where the parents of adenda are; None: the workspace's own
    ketat: bool


class Jadi(NamedTuple):
    """A row that became a document."""

    nomor: int
    nama: str  # of its file, without the extension
    tanda: Tanda
    peringatan: tuple[Galat, ...]
    ragu: tuple[Ragu, ...] = ()


class Gagal(NamedTuple):
    """A row that cannot become one."""

    nomor: int
    galat: tuple[Galat, ...]
    ragu: tuple[Ragu, ...] = ()


class Isi(NamedTuple):
    """The document of a row, and its registration made ready where that is asked for."""

    docx: bytes
    siap: Siap | None


Hasil = Jadi | Gagal


class Potongan(NamedTuple):
    """What became of some rows, in their order. The contents stay pickled: who only counts need not open them."""

    hasil: list[Hasil]
    muatan: bytes

    def open(self) -> dict[int, Isi]:
        """The contents of the rows that became documents, by the number of the row."""
        # Made by a worker of ours; who can forge what comes from it can do as much without it.
        isi: dict[int, Isi] = pickle.loads(self.muatan)  # noqa: S301
        return isi

    @property
    def jadi(self) -> list[Jadi]:
        """The rows that became documents."""
        return [satu for satu in self.hasil if isinstance(satu, Jadi)]


def make_chunk(tugas: bytes, baris: Sequence[BarisData], sebelum: Mapping[int, int]) -> Potongan:
    """Make the documents of some rows; `tugas` is a pickled Tugas, `sebelum` names the row that a row builds on."""
    hasil, isi = _load(tugas).make_all(baris, Beruntun(sebelum))
    return Potongan(hasil, pickle.dumps(isi, pickle.HIGHEST_PROTOCOL))


@lru_cache(maxsize=1)
def _load(tugas: bytes) -> "Pembuat":
    # A worker gets the same bytes with every chunk, and keeps what it made of them.
    return Pembuat(pickle.loads(tugas))  # noqa: S301


class _Draf(NamedTuple):
    berkas: Any
    nama: str


class _Tersusun(NamedTuple):
    susunan: Any
    nama: str
    saran: tuple[Galat, ...]


class _Tercetak(NamedTuple):
    susunan: Any
    nama: str
    saran: tuple[Galat, ...]
    docx: bytes


class Pembuat:
    """Makes the documents of one batch."""

    def __init__(self, tugas: Tugas) -> None:
        self.tugas = tugas
        self._pengisi = PengisiBaris(tugas.dasar, tugas.kepala.kolom, tugas.berkas_data)
        self._pustaka = Pustaka(Workspace(tugas.akar))
        self._pemeriksa = Pemeriksa(self._pustaka)
        self._templat = compile_template(tugas.templat)
        self._aset = Path(tugas.dasar.berkas).parent

    def make_all(self, baris: Sequence[BarisData], beruntun: Beruntun) -> tuple[list[Hasil], dict[int, Isi]]:
        """The documents of some rows, or all that is wrong with a row.

        All rows take one step before any takes the next: a step's code and data then stay in the processor's cache,
        which makes a batch a fifth faster.
        """
        gagal: dict[int, Hasil] = {}
        draf = self._each(self._draft, {satu.nomor: satu for satu in baris}, gagal)
        tersusun = self._each(partial(self._assemble, beruntun), draf, gagal)
        tercetak = self._each(self._render, tersusun, gagal)
        selesai = self._each(self._finish, tercetak, gagal)
        semua = {nomor: jadi for nomor, (jadi, _) in selesai.items()} | gagal
        for satu in baris:
            if ragu := self._pengisi.find_doubts(satu):
                semua[satu.nomor] = semua[satu.nomor]._replace(ragu=ragu)
        return [semua[satu.nomor] for satu in baris], {nomor: isi for nomor, (_, isi) in selesai.items()}

    def _each(self, langkah: Callable[[int, M], K], isi: Mapping[int, M], gagal: dict[int, Hasil]) -> dict[int, K]:
        """What a step makes of each row; a row that fails goes to `gagal`."""
        hasil = {}
        for nomor, satu in isi.items():
            try:
                hasil[nomor] = langkah(nomor, satu)
            except NaskahError as error:
                gagal[nomor] = Gagal(nomor, tuple(self._place(nomor, galat) for galat in error.galat))
        return hasil

    def _draft(self, nomor: int, baris: BarisData) -> _Draf:
        if pesan := self.tugas.kepala.describe_untitled(baris):
            raise NaskahError(Galat(pesan))
        berkas = self._pengisi.make_draft(baris)
        return _Draf(berkas, self.tugas.pola.make_name(nomor, berkas.rancangan))

    def _assemble(self, beruntun: Beruntun, _nomor: int, draf: _Draf) -> _Tersusun:
        berkas, nama = draf
        susunan = self._pengisi.jenis.assemble(berkas, _as_file(nama), self._pustaka, self.tugas.registri, beruntun)
        berat = [g for g in susunan.peringatan if g.tingkat == "galat"]
        if self.tugas.ketat and berat:
            raise NaskahError(berat)
        return _Tersusun(susunan, draf.nama, self._pemeriksa.review(susunan.naskah, berkas))

    def _render(self, _nomor: int, satu: _Tersusun) -> _Tercetak:
        return _Tercetak(*satu, render_docx(satu.susunan.naskah, self._templat, aset=self._aset))

    def _finish(self, nomor: int, satu: _Tercetak) -> tuple[Jadi, Isi]:
        susunan, nama, saran, docx = satu
        dokumen = (f"{self.tugas.jalur}{nama}.docx", docx) if self.tugas.daftarkan else None
        tanda, siap = self._pengisi.jenis.identify(susunan, _as_file(nama), dokumen)
        peringatan = tuple(self._place(nomor, galat) for galat in (*susunan.peringatan, *saran))
        return Jadi(nomor, nama, tanda, peringatan), Isi(docx, siap)

    def _place(self, nomor: int, galat: Galat) -> Galat:
        """A fault with the row it was met in: one of a clause or of the shared rancangan names its own file."""
        if galat.berkas == self.tugas.berkas_data:
            return galat
        return Galat(str(galat), self.tugas.berkas_data, nomor, tingkat=galat.tingkat)


def _as_file(nama: str) -> Path:
    """The file of the draft, were there one: where the draft has no id, it is made of this name."""
    return Path(f"{nama}.yaml")
