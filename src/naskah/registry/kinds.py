"""The kinds of event, and what each one does to the state of its agreement.

A new kind is one entry of KINDS; everything else (recording, projection, rebuild) follows from it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from naskah.model.galat import NaskahError
from naskah.registry.events import Peristiwa
from naskah.registry.lifecycle.kinds import DITANDATANGANI, JENIS_KEJADIAN, KOREKSI, find_batal
from naskah.registry.unreadable import PULIHKAN


@dataclass(slots=True)
class Keadaan:
    """What the events of one agreement add up to, in the order recorded."""

    perjanjian: str
    urutan: int = 0  # of the event that registered it
    cuplikan: int = 0  # urutan of the event whose data are the facts in force
    data: str = ""  # those facts, canonical JSON of a Pendaftaran
    tanggal: str | None = None  # day of signing, where an event of its own says it
    dokumen: list[Peristiwa] = field(default_factory=list)  # those that recorded files of these facts
    adendum: list[Peristiwa] = field(default_factory=list)  # facts corrected later leave its adenda in place
    laporan: list[Peristiwa] = field(default_factory=list)  # of activities that were done; they stay so
    kejadian: list[Peristiwa] = field(default_factory=list)  # of the table in `lifecycle.kinds`


class Kind(NamedTuple):
    """One kind of event."""

    jenis: str
    sebutan: str  # as people read it
    apply: Callable[[Keadaan, Peristiwa], None]


def start(perjanjian: str, urutan: int, data: str) -> Keadaan:
    """Return the state of an agreement of which nothing but its registration is recorded."""
    return Keadaan(perjanjian, urutan=urutan, cuplikan=urutan, data=data)


def _apply_didaftarkan(keadaan: Keadaan, peristiwa: Peristiwa) -> None:
    keadaan.urutan = peristiwa.urutan
    _apply_diperbarui(keadaan, peristiwa)


def _apply_diperbarui(keadaan: Keadaan, peristiwa: Peristiwa) -> None:
    keadaan.cuplikan = peristiwa.urutan
    keadaan.data = peristiwa.data
    # The latest facts win, their day of signing too; files of the old facts are history.
    keadaan.tanggal = None
    keadaan.dokumen.clear()


def _apply_ditandatangani(keadaan: Keadaan, peristiwa: Peristiwa) -> None:
    # Parties that sign on different days: the latest counts (tanggal.md 1).
    keadaan.tanggal = max(keadaan.tanggal or "", peristiwa.tanggal)


def _apply_dokumen(keadaan: Keadaan, peristiwa: Peristiwa) -> None:
    keadaan.dokumen.append(peristiwa)


def _apply_diadendum(keadaan: Keadaan, peristiwa: Peristiwa) -> None:
    keadaan.adendum.append(peristiwa)


def _apply_kegiatan_dilaporkan(keadaan: Keadaan, peristiwa: Peristiwa) -> None:
    keadaan.laporan.append(peristiwa)


def _apply_kejadian(keadaan: Keadaan, peristiwa: Peristiwa) -> None:
    keadaan.kejadian.append(peristiwa)


def _apply_koreksi(keadaan: Keadaan, peristiwa: Peristiwa) -> None:
    """What it reverses was left out by `fold`; both stay recorded."""


DIDAFTARKAN = "didaftarkan"
DIPERBARUI = "diperbarui"
DOKUMEN_DICATAT = "dokumen-dicatat"
DIADENDUM = "diadendum"
KEGIATAN_DILAPORKAN = "kegiatan-dilaporkan"

KINDS = {
    kind.jenis: kind
    for kind in (
        Kind(DIDAFTARKAN, "didaftarkan", _apply_didaftarkan),
        Kind(DIPERBARUI, "data diperbarui", _apply_diperbarui),
        Kind(DITANDATANGANI, "ditandatangani", _apply_ditandatangani),
        Kind(DOKUMEN_DICATAT, "berkas dicatat", _apply_dokumen),
        Kind(DIADENDUM, "diubah dengan adendum", _apply_diadendum),
        Kind(KEGIATAN_DILAPORKAN, "kegiatan dilaporkan", _apply_kegiatan_dilaporkan),
        *(
            Kind(satu.jenis, satu.sebutan, _apply_koreksi if satu.jenis == KOREKSI else _apply_kejadian)
            for satu in JENIS_KEJADIAN.values()
            if satu.jenis != DITANDATANGANI
        ),
    )
}


def fold(perjanjian: str, peristiwa: Iterable[Peristiwa]) -> Keadaan:
    """Return what the events of one agreement add up to.

    Raises:
        NaskahError: an unknown kind, or an agreement never registered: the events were tampered with.
    """
    keadaan = Keadaan(perjanjian)
    semua = list(peristiwa)
    batal = find_batal(semua)
    for satu in semua:
        if satu.urutan in batal:
            continue
        kind = KINDS.get(satu.jenis)
        if kind is None:
            raise NaskahError(f'peristiwa {satu.urutan} berjenis "{satu.jenis}", yang tidak dikenal. {PULIHKAN}')
        kind.apply(keadaan, satu)
    if not keadaan.urutan:
        raise NaskahError(f'perjanjian "{perjanjian}" mempunyai peristiwa, tetapi tidak pernah didaftarkan. {PULIHKAN}')
    return keadaan
