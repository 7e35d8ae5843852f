"""The way in: a rancangan and a sheet become documents and rows of the registry.

Everything is made and judged first, into the spool; only then is anything written. Each chunk is then staged,
flushed, registered and renamed, in this order: a document under its name is whole, and registered where that was
asked for. Whatever interrupts, the same command run again finds what is done and does the rest.
"""

from collections.abc import Callable
from pathlib import Path

from naskah.batch.base import check_base, complete_base, find_targets, load_base
from naskah.batch.engine import open_engine
from naskah.batch.faults import NAMA, remove_faults, write_faults
from naskah.batch.header import Kepala, find_header
from naskah.batch.kinds import choose_kind
from naskah.batch.making import PESAN_TERBANYAK, make_all
from naskah.batch.mapping import load_mapping
from naskah.batch.names import BARIS, parse_pattern, slugify
from naskah.batch.options import Hasil, Lapor, Pilihan, Tahap
from naskah.batch.placing import finish_leftovers, open_folder
from naskah.batch.publishing import Penerbit
from naskah.batch.spool import Gulungan
from naskah.batch.work import Tugas
from naskah.library.pustaka import Pustaka
from naskah.library.workspace import find_workspace
from naskah.model.galat import Galat, NaskahError
from naskah.publishing.registration import relative_path


def run_batch(
    pilihan: Pilihan, lapor: Lapor = lambda *_: None, kabar: Callable[[Hasil], None] = lambda _: None
) -> Hasil:
    """Make every document of a batch; `lapor` hears of the progress, `kabar` of what a killed run had left.

    NaskahError: something is wrong with the batch as a whole or, unless `lanjutkan`, with any of its rows. Then
    nothing was written.
    """
    tugas = plan_batch(pilihan)
    sisa = finish_leftovers(pilihan.folder)
    hasil = Hasil(dilanjutkan=len(sisa), tak_disebut=[*sisa])
    with open_engine(pilihan.pekerja, pilihan.dask) as mesin, Gulungan(pilihan.folder) as gulungan:
        jenis = choose_kind(tugas.dasar.data)
        penerbit = Penerbit(
            pilihan.folder, tugas.jalur, jenis, pilihan.registri, pilihan.oleh, perbarui=pilihan.perbarui
        )
        make_all(pilihan, tugas, mesin, gulungan, penerbit, hasil, lapor)
        if sisa:
            kabar(hasil)  # also where the batch is then refused: the next run finds nothing left
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
            else:
                remove_faults(pilihan.folder / NAMA, pilihan.lembar)
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


def _shorten(galat: list[Galat]) -> list[Galat]:
    galat = list(dict.fromkeys(galat))
    lebih = len(galat) - PESAN_TERBANYAK
    if lebih <= 0:
        return galat
    pesan = f"dan {lebih} galat lain; --lanjutkan-bila-galat menulis semuanya ke {NAMA}, dan baris yang baik ke dokumen"
    return [*galat[:PESAN_TERBANYAK], Galat(pesan)]
