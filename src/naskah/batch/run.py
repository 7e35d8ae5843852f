"""The way in: a rancangan and a sheet become documents and rows of the registry.

Everything is made and judged first, into the spool; only then is anything written. Each chunk is then staged,
flushed, registered and renamed, in this order: a document under its name is whole, and registered where that was
asked for. Whatever interrupts, the same command run again finds what is done and does the rest.
"""

import pickle
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Literal

from naskah.batch.base import check_base, complete_base, find_targets, load_base
from naskah.batch.clashes import Kembaran
from naskah.batch.engine import Mesin, open_engine
from naskah.batch.faults import NAMA, write_faults
from naskah.batch.header import Kepala, find_header
from naskah.batch.kinds import choose_kind
from naskah.batch.mapping import load_mapping
from naskah.batch.names import BARIS, parse_pattern, slugify
from naskah.batch.placing import open_folder
from naskah.batch.publishing import Penerbit, Terbit
from naskah.batch.rows import BarisData
from naskah.batch.sheet import Lembar
from naskah.batch.spool import Gulungan
from naskah.batch.work import Gagal, Jadi, Tugas, make_chunk
from naskah.library.pustaka import Pustaka
from naskah.library.workspace import find_workspace
from naskah.model.galat import Galat, NaskahError
from naskah.publishing.registration import relative_path

# Rows to a chunk: enough that handing it to a worker costs little, few enough that all workers get some.
POTONGAN = 100
# Beyond so many different warnings or faults nobody reads on.
PERINGATAN_TERBANYAK = 50

Tahap = Literal["menyusun", "menulis", "pdf"]
Lapor = Callable[[Tahap, int, int | None], None]


@dataclass(frozen=True)
class Pilihan:
    """What a batch is asked to do."""

    rancangan: Path
    lembar: Lembar
    folder: Path
    pola: str | None = None
    peta: Path | None = None
    registri: Path | None = None  # register there
    oleh: str = ""
    pdf: bool = False
    pekerja: int = 1
    dask: str | None = None
    lanjutkan: bool = False  # write the good rows though others are bad
    ketat: bool = False


@dataclass
class Hasil:
    """What came of a batch."""

    baris: int = 0
    galat: dict[int, list[Galat]] = field(default_factory=dict)
    peringatan: dict[str, int] = field(default_factory=dict)  # each with the number of rows it was met in
    terbit: Terbit = field(default_factory=lambda: Terbit())
    berkas_galat: Path | None = None


def run_batch(pilihan: Pilihan, lapor: Lapor = lambda *_: None) -> Hasil:
    """Make every document of a batch; `lapor` hears of the progress.

    NaskahError: something is wrong with the batch as a whole or, unless `lanjutkan`, with any of its rows. Then
    nothing was written.
    """
    tugas = plan_batch(pilihan)
    hasil = Hasil()
    with open_engine(pilihan.pekerja, pilihan.dask) as mesin, Gulungan(pilihan.folder) as gulungan:
        penerbit = Penerbit(pilihan.folder, choose_kind(tugas.dasar.data), pilihan.registri, pilihan.oleh)
        _make_all(pilihan, tugas, mesin, gulungan, penerbit, hasil, lapor)
        if hasil.galat and not pilihan.lanjutkan:
            raise NaskahError(_shorten([g for nomor in sorted(hasil.galat) for g in hasil.galat[nomor]]))
        with open_folder(pilihan.folder) as tempat:

            def maju(tahap: Tahap, selesai: int) -> None:
                lapor(tahap, selesai, hasil.baris - len(hasil.galat))

            penerbit.publish(gulungan.read(), hasil.galat, tempat, hasil.terbit, lambda n: maju("menulis", n))
            if pilihan.pdf:
                nama = (j.nama for satu in gulungan.read() for j in satu.jadi if j.nomor not in hasil.galat)
                penerbit.publish_pdf(nama, tempat, mesin, hasil.terbit, lambda n: maju("pdf", n))
            if hasil.galat:
                hasil.berkas_galat = pilihan.folder / NAMA
                write_faults(hasil.berkas_galat, pilihan.lembar, tugas.kepala, hasil.galat)
    return hasil


def plan_batch(pilihan: Pilihan) -> Tugas:
    """Read the rancangan and the header, and refuse what would be wrong in every row."""
    pilihan.lembar.check()
    dasar = load_base(pilihan.rancangan)
    ruang = find_workspace(pilihan.rancangan.parent)
    pustaka = Pustaka(ruang)
    berkas_data = str(pilihan.lembar.path)
    sasaran = find_targets(dasar, pustaka)
    kepala = find_header(pilihan.lembar.read(), sasaran, load_mapping(pilihan.peta), berkas_data)
    check_base(dasar, kepala.kolom, sasaran, berkas_data)
    complete_base(dasar, kepala.kolom, pustaka)
    judul = {satu.judul: satu.sasaran.jalur for satu in kepala.kolom}

    def find(kunci: str) -> tuple[str | int, ...] | None:
        cocok = sasaran.find(kunci)
        return judul.get(kunci) or (cocok.jalur if cocok else None)

    return Tugas(
        dasar=dasar,
        kepala=kepala,
        berkas_data=berkas_data,
        pola=parse_pattern(pilihan.pola or _default_pattern(pilihan, kepala), find),
        akar=ruang.akar,
        templat=ruang.templates / f"{dasar.data['jenis']}.docx",
        folder=pilihan.folder,
        jalur=_registered_folder(pilihan.folder, ruang.akar),
        daftarkan=pilihan.registri is not None,
        registri=pilihan.registri,
        ketat=pilihan.ketat,
    )


def _registered_folder(folder: Path, akar: Path | None) -> str:
    """The start of every file's path in the registry."""
    jalur = relative_path(folder / "x", akar or folder)
    return jalur.removesuffix("x")


def _default_pattern(pilihan: Pilihan, kepala: Kepala) -> str:
    if any(satu.sasaran.jalur == ("id",) for satu in kepala.kolom):
        return "{id}"
    return f"{slugify(pilihan.rancangan.stem) or 'naskah'}-{{{BARIS}}}"


def _make_all(
    pilihan: Pilihan,
    tugas: Tugas,
    mesin: Mesin,
    gulungan: Gulungan,
    penerbit: Penerbit,
    hasil: Hasil,
    lapor: Lapor,
) -> None:
    """Make all rows into the spool; what is wrong with any goes to `hasil.galat`."""
    kembaran = Kembaran(tugas.berkas_data)
    perkiraan = pilihan.lembar.guess_length()
    muatan = pickle.dumps(tugas)
    baris = (satu for satu in pilihan.lembar.read() if satu.nomor > tugas.kepala.nomor)
    for potongan in mesin.map(make_chunk, ((muatan, satu) for satu in _chunks(baris))):
        for satu in potongan.hasil:
            hasil.baris += 1
            if isinstance(satu, Gagal):
                hasil.galat.setdefault(satu.nomor, []).extend(satu.galat)
                continue
            for nomor, galat in kembaran.find(satu):
                hasil.galat.setdefault(nomor, []).append(galat)
            _count_warnings(satu, hasil)
        for nomor, semua in penerbit.find_obstacles(potongan, tugas.berkas_data):
            hasil.galat.setdefault(nomor, []).extend(semua)
        gulungan.add(potongan)
        lapor("menyusun", hasil.baris, perkiraan)
    if not hasil.baris:
        raise NaskahError(Galat("tidak ada baris di bawah judul kolomnya; isi dahulu", tugas.berkas_data))


def _chunks(baris: Iterator[BarisData]) -> Iterator[list[BarisData]]:
    while potongan := list(islice(baris, POTONGAN)):
        yield potongan


def _count_warnings(jadi: Jadi, hasil: Hasil) -> None:
    for satu in jadi.peringatan:
        if satu.pesan in hasil.peringatan or len(hasil.peringatan) < PERINGATAN_TERBANYAK:
            hasil.peringatan[satu.pesan] = hasil.peringatan.get(satu.pesan, 0) + 1


def _shorten(galat: list[Galat]) -> list[Galat]:
    galat = list(dict.fromkeys(galat))
    lebih = len(galat) - PERINGATAN_TERBANYAK
    if lebih <= 0:
        return galat
    pesan = f"dan {lebih} galat lain; --lanjutkan-bila-galat menulis semuanya ke {NAMA}, dan baris yang baik ke dokumen"
    return [*galat[:PERINGATAN_TERBANYAK], Galat(pesan)]
