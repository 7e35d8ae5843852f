"""The table of a Rencana Kerja in the document tree: programmes, their activities, cells as they are printed."""

from dataclasses import dataclass

from naskah.model.isi import Isi


@dataclass(frozen=True, slots=True)
class TugasTabel:
    """One party's two cells: its responsible offices and what it does; both empty when it has no task."""

    penanggung_jawab: tuple[Isi, ...]
    kegiatan: Isi


@dataclass(frozen=True, slots=True)
class KegiatanTabel:
    """One row. `nomor` is its letter in the programme; `tugas` has one item for each party of the table."""

    nomor: str
    nama: Isi
    tahapan: tuple[Isi, ...]
    lokasi: Isi
    sumber_dana: Isi
    tahun: tuple[int, ...]
    tugas: tuple[TugasTabel, ...]
    output: Isi
    outcome: Isi


@dataclass(frozen=True, slots=True)
class ProgramTabel:
    """A programme, whose cell runs down its rows."""

    nomor: str
    nama: Isi
    kegiatan: tuple[KegiatanTabel, ...]


@dataclass(frozen=True, slots=True)
class TabelRencanaKerja:
    """The table: a column for each year, two for each party (`pihak` are their names in the document)."""

    tahun: tuple[int, ...]
    pihak: tuple[str, ...]
    program: tuple[ProgramTabel, ...]
