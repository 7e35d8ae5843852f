"""The cells of a row of the Rencana Kerja, named as an adendum and a comparison print them; rows marked or dropped."""

from collections.abc import Iterator
from dataclasses import replace

from naskah.assembly.adendum.apply import map_programs
from naskah.bahasa.daftar import join_daftar
from naskah.model.isi import Isi, Teks, isi, plain
from naskah.model.langkah import DIHAPUS
from naskah.model.naskah import Naskah
from naskah.model.tabel_rencana import KegiatanTabel, ProgramTabel, TugasTabel


def iter_cells(satu: KegiatanTabel, pihak: tuple[str, ...]) -> Iterator[tuple[str, Isi]]:
    """Every cell of a row with its name, in reading order; `pihak` are the parties of the table."""
    yield "Kegiatan", satu.nama
    yield "Tahapan", isi("; ".join(map(plain, satu.tahapan)))
    yield "Lokasi", satu.lokasi
    yield "Sumber dana", satu.sumber_dana
    yield "Tahun", isi(join_daftar([str(t) for t in satu.tahun])) if satu.tahun else ()
    for nama, tugas in zip(pihak, satu.tugas, strict=True):
        yield nama, _write_tugas(tugas)
    yield "Output", satu.output
    yield "Outcome", satu.outcome


def _write_tugas(tugas: TugasTabel) -> Isi:
    jawab = "; ".join(map(plain, tugas.penanggung_jawab))
    return isi(f"{plain(tugas.kegiatan)} (penanggung jawab: {jawab})" if jawab else plain(tugas.kegiatan))


def mark_activity(naskah: Naskah, kode: str, tanda: Teks) -> Naskah:
    """The tree with a note at the name of a row."""
    nomor_program, _, nomor = kode.partition(".")

    def on_row(satu: KegiatanTabel) -> KegiatanTabel:
        return replace(satu, nama=(*satu.nama, tanda)) if satu.nomor == nomor else satu

    def on_program(satu: ProgramTabel) -> ProgramTabel:
        return replace(satu, kegiatan=tuple(map(on_row, satu.kegiatan))) if satu.nomor == nomor_program else satu

    return map_programs(naskah, on_program)


def drop_deleted(naskah: Naskah) -> Naskah:
    """The tree without the rows of which only the letter is left."""
    return map_programs(
        naskah, lambda satu: replace(satu, kegiatan=tuple(k for k in satu.kegiatan if k.nama != DIHAPUS))
    )
