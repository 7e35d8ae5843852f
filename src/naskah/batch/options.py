"""What a batch is asked to do, and what came of it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from naskah.batch.publishing import Terbit
from naskah.batch.sheet import Lembar
from naskah.model.galat import Galat

Tahap = Literal["membaca", "menyusun", "menulis", "pdf"]
# Hears of the progress: the stage, how many are done, of how many (None: unknown).
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
    perbarui: bool = False  # rows that have changed replace what is registered under their ids, and their files


@dataclass
class Hasil:
    """What came of a batch."""

    baris: int = 0
    galat: dict[int, list[Galat]] = field(default_factory=dict)
    peringatan: dict[str, int] = field(default_factory=dict)  # each with the number of rows it was met in
    saran: dict[str, int] = field(default_factory=dict)
    terbit: Terbit = field(default_factory=lambda: Terbit())
    berkas_galat: Path | None = None
    dilanjutkan: int = 0  # documents that a killed run had registered, named by this one
    tak_disebut: list[str] = field(default_factory=list)  # those of them that no row makes any more
