"""An annex as plain text: sixteen columns do not fit in lines, so each activity is a block of named lines."""

import textwrap
from collections.abc import Iterator

from naskah.model.isi import plain
from naskah.model.naskah import Lampiran
from naskah.model.tabel_rencana import KegiatanTabel, TabelRencanaKerja

_TEPI = 5
_ISI = 9
_NAMA = 28  # where values begin


def iter_annex(lampiran: Lampiran, lebar: int) -> Iterator[str]:
    """Yield the blocks of an annex, without its signatures, in lines of `lebar` columns."""
    kepala = [*map(plain, lampiran.kepala), *(f"NOMOR: {nomor}" for nomor in lampiran.nomor)]
    if kepala:
        yield "\n".join(_wrap(satu, " " * (lebar // 2), lebar) for satu in kepala)
    if lampiran.judul:
        yield "\n".join(
            baris.center(lebar).rstrip() for isi in lampiran.judul for baris in textwrap.wrap(plain(isi), lebar - 10)
        )
    yield from _iter_tabel(lampiran.tabel, lebar)


def _iter_tabel(tabel: TabelRencanaKerja, lebar: int) -> Iterator[str]:
    yield f"Tahun: {', '.join(map(str, tabel.tahun))}"
    for program in tabel.program:
        yield _wrap(plain(program.nama), f"{program.nomor}.".ljust(_TEPI), lebar, _TEPI)
        for satu in program.kegiatan:
            yield "\n".join(_iter_kegiatan(satu, tabel, lebar))


def _iter_kegiatan(satu: KegiatanTabel, tabel: TabelRencanaKerja, lebar: int) -> Iterator[str]:
    yield _wrap(plain(satu.nama), " " * _TEPI + f"{satu.nomor}.".ljust(_ISI - _TEPI), lebar, _ISI)
    for i, tahapan in enumerate(satu.tahapan, 1):
        yield _wrap(plain(tahapan), " " * _ISI + f"{i}) ", lebar, _ISI + 3)
    baris = [("Lokasi", plain(satu.lokasi)), ("Sumber dana", plain(satu.sumber_dana))]
    baris += [("Tahun", ", ".join(str(t) for t in tabel.tahun if t in satu.tahun))]
    for pihak, tugas in zip(tabel.pihak, satu.tugas, strict=True):
        jawab = "; ".join(map(plain, tugas.penanggung_jawab))
        baris += [(pihak, plain(tugas.kegiatan)), ("  penanggung jawab", jawab)]
    baris += [("Output", plain(satu.output)), ("Outcome", plain(satu.outcome))]
    for nama, isi in baris:
        if isi:
            yield _wrap(isi, " " * _ISI + nama.ljust(_NAMA - _ISI) + " : ", lebar, _NAMA + 3)


def _wrap(teks: str, awal: str, lebar: int, lekuk: int | None = None) -> str:
    lanjut = " " * (len(awal) if lekuk is None else lekuk)
    return "\n".join(
        textwrap.wrap(
            " ".join(teks.split()),
            lebar,
            initial_indent=awal,
            subsequent_indent=lanjut,
            break_long_words=False,
            break_on_hyphens=False,
        )
    )
