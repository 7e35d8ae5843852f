"""What is recorded of an agreement while more of it is being recorded, read once."""

import sqlite3
from collections.abc import Sequence
from json import loads

from naskah.registry.events import Peristiwa, PeristiwaBaru, read_peristiwa
from naskah.registry.kinds import fold
from naskah.registry.lifecycle import kinds
from naskah.registry.lifecycle.checks import Perjanjian
from naskah.registry.lifecycle.kinds import Kejadian
from naskah.registry.lookup import ensure_terdaftar
from naskah.registry.progress import Perjalanan
from naskah.registry.projection import read_bahan

_PERATURAN = ("peraturan-daerah", "peraturan-kepala-daerah")
# What these change is known only by reading all events again.
_MENGUBAH_SEMUA = (kinds.KOREKSI, kinds.DITANDATANGANI)


class Tercatat:
    """The events of one agreement, and its life; grows with each event recorded.

    Raises:
        NaskahError: unknown agreement, or events that cannot be read.
    """

    def __init__(self, conn: sqlite3.Connection, perjanjian: str) -> None:
        ensure_terdaftar(conn, perjanjian)
        self._id = perjanjian
        self.semua: list[Peristiwa] = list(read_peristiwa(conn, perjanjian))
        self._read()

    def has(self, baru: PeristiwaBaru, *, dikoreksi: bool) -> bool:
        """Whether the very same event is recorded; `dikoreksi`: one that was corrected since counts too."""
        nomor = self._isi.get((baru.jenis, baru.tanggal, baru.data), ())
        return any(dikoreksi or satu not in self.batal for satu in nomor)

    def add(self, peristiwa: Peristiwa, kejadian: Kejadian) -> Perjanjian:
        """Add an event just recorded; returns what is known of its agreement, the event included."""
        self.semua.append(peristiwa)
        letak = None
        if kejadian.jenis in _MENGUBAH_SEMUA:
            self._read()
        else:
            self._note(peristiwa)
            letak = self.perjalanan.insert(kejadian)
        return Perjanjian(self.perjalanan, letak, self._pihak, self.peraturan, self._peristiwa)

    def drop(self, peristiwa: Peristiwa) -> None:
        """Forget the event that was added last: it was not recorded after all."""
        del self.semua[-1]
        if peristiwa.jenis in _MENGUBAH_SEMUA:
            self._read()
            return
        self._isi[peristiwa.jenis, peristiwa.tanggal, peristiwa.data].remove(peristiwa.urutan)
        del self._peristiwa[peristiwa.urutan]
        self.perjalanan.remove(self.perjalanan.find(peristiwa.tanggal, peristiwa.urutan))

    def list_live(self) -> Sequence[Peristiwa]:
        """Return its events without those that corrections reversed."""
        return [p for p in self.semua if p.urutan not in self.batal]

    def _read(self) -> None:
        keadaan = fold(self._id, self.semua)
        isi = loads(keadaan.data)
        self.batal = kinds.find_batal(self.semua)
        self._isi: dict[tuple[str, str, str], list[int]] = {}
        self._peristiwa: dict[int, tuple[str, str]] = {}
        for satu in self.semua:
            self._note(satu)
        self._pihak, self.peraturan = len(isi["pihak"]), isi["jenis"] in _PERATURAN
        self.perjalanan = Perjalanan(read_bahan(keadaan, isi))

    def _note(self, satu: Peristiwa) -> None:
        self._isi.setdefault((satu.jenis, satu.tanggal, satu.data), []).append(satu.urutan)
        if satu.urutan not in self.batal:
            self._peristiwa[satu.urutan] = (satu.jenis, satu.tanggal)
