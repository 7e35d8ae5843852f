"""Registering agreements, one or many, in one transaction."""

import sqlite3
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from naskah.model.galat import Galat, NaskahError
from naskah.model.pendaftaran import Pendaftaran
from naskah.registry.conflicts import Hasil, compare
from naskah.registry.connection import Registry
from naskah.registry.events import PeristiwaBaru, append, canonical, check_oleh, read_kepala
from naskah.registry.history import check_history
from naskah.registry.identity import Kembar
from naskah.registry.kinds import DIDAFTARKAN, DIPERBARUI, DOKUMEN_DICATAT, start
from naskah.registry.projection import BERKAS_KELOMPOK, Baris, number_baris, project, read_jati, refresh, write_baris
from naskah.registry.trees import PohonSiap, pack_tree, store_trees

_JENIS: dict[Hasil, str] = {"baru": DIDAFTARKAN, "diperbarui": DIPERBARUI, "dokumen-dicatat": DOKUMEN_DICATAT}

# Beyond so many errors at once nobody reads on.
_GALAT_TERBANYAK = 50


class PendaftaranSiap(NamedTuple):
    """A registration made ready to be recorded: its id, its facts as canonical JSON, its rows, its tree."""

    id: str
    teks: str
    baris: Baris  # without the number of its event
    pohon: PohonSiap | None

    @property
    def jati(self) -> str:
        """What it is known by, whatever its id."""
        return read_jati(self.baris)


def prepare(pendaftaran: Pendaftaran) -> PendaftaranSiap:
    """Make a registration ready, in any process: what is left to do needs the registry.

    Raises:
        NaskahError: the facts do not add up.
    """
    isi = pendaftaran.model_dump(mode="json", exclude_none=True)
    teks = canonical(isi)
    # What cannot be projected must not become an event.
    baris = project(start(pendaftaran.id, 0, teks), isi)
    pohon = None if pendaftaran.isi_naskah is None else pack_tree(pendaftaran.isi_naskah)
    return PendaftaranSiap(pendaftaran.id, teks, baris, pohon)


def register(
    registry: Registry,
    pendaftaran: Pendaftaran,
    *,
    oleh: str,
    waktu: datetime | None = None,
    perbarui: bool = False,
) -> Hasil:
    """Register one agreement; registering the same facts again records nothing.

    Args:
        registry: an open registry.
        pendaftaran: the facts.
        oleh: who registers it.
        waktu: when; now, unless given.
        perbarui: let other facts replace those registered before under this id.

    Returns:
        "baru", "sama" (already so), "diperbarui", or "dokumen-dicatat" (the same facts, another file of them).

    Raises:
        NaskahError: other facts are registered under this id, the agreement is registered under another id,
            the facts do not add up, or the registry cannot be written. Nothing is recorded then.
    """
    return register_many(registry, [pendaftaran], oleh=oleh, waktu=waktu, perbarui=perbarui)[0]


def register_many(
    registry: Registry,
    semua: Iterable[Pendaftaran | PendaftaranSiap],
    *,
    oleh: str,
    waktu: datetime | None = None,
    perbarui: bool = False,
) -> list[Hasil]:
    """Register many agreements in one transaction: all of them, or none.

    Returns:
        One result for each, in their order.

    Raises:
        NaskahError: as `register`, with every agreement that is wrong, not the first alone.
    """
    pencatat = check_oleh(oleh)
    saat = waktu or datetime.now().astimezone()
    with registry.write() as conn:
        sesi = _Sesi(conn, pencatat, saat, perbarui)
        for pendaftaran in semua:
            sesi.add(pendaftaran)
        sesi.flush()
        if sesi.galat:
            raise NaskahError(_shorten(sesi.galat))
    return sesi.hasil


def find_conflicts(
    registry: Registry, semua: Iterable[PendaftaranSiap], *, perbarui: bool = False
) -> dict[str, NaskahError]:
    """Return, by id, why `register_many` would refuse one of these; nothing is recorded.

    Raises:
        NaskahError: the registry cannot be read.
    """
    hasil: dict[str, NaskahError] = {}
    with registry.read() as conn:
        kembar = Kembar(conn)
        for satu in semua:
            try:
                if compare(conn, satu.id, satu.teks, perbarui=perbarui).hasil in ("baru", "diperbarui"):
                    kembar.add(satu.id, satu.jati)
            except NaskahError as error:
                hasil[satu.id] = error
    return hasil


class _Sesi:
    """One transaction of registering: collects events, writes them in groups, collects what is wrong."""

    def __init__(self, conn: sqlite3.Connection, oleh: str, waktu: datetime, perbarui: bool) -> None:
        self._conn = conn
        self._oleh = oleh
        self._waktu = waktu
        self._perbarui = perbarui
        # Nobody else can add an event while our transaction lasts, so the next number is known.
        self._urutan = read_kepala(conn).jumlah
        self._kembar = Kembar(conn)
        self._antrean: dict[str, PeristiwaBaru] = {}
        self._baris: list[Baris] = []
        self._pohon: list[PohonSiap] = []
        self.hasil: list[Hasil] = []
        self.galat: list[Galat] = []

    def add(self, pendaftaran: Pendaftaran | PendaftaranSiap) -> None:
        if pendaftaran.id in self._antrean or len(self._antrean) >= BERKAS_KELOMPOK:
            self.flush()
        try:
            siap = pendaftaran if isinstance(pendaftaran, PendaftaranSiap) else prepare(pendaftaran)
            hasil, teks = compare(self._conn, siap.id, siap.teks, perbarui=self._perbarui)
            if hasil in ("baru", "diperbarui"):
                self._kembar.add(siap.id, siap.jati)
        except NaskahError as error:
            self.galat += error.galat
            return
        self.hasil.append(hasil)
        if hasil == "sama":
            return
        if siap.pohon is not None:
            self._pohon.append(siap.pohon)
        self._urutan += 1
        self._antrean[siap.id] = PeristiwaBaru(siap.id, _JENIS[hasil], self._waktu.date().isoformat(), teks)
        if hasil == "baru":
            self._baris.append(number_baris(siap.baris, self._urutan))

    def flush(self) -> None:
        store_trees(self._conn, self._pohon)
        append(self._conn, self._antrean.values(), oleh=self._oleh, waktu=self._waktu)
        write_baris(self._conn, self._baris)
        for satu in self._antrean.values():
            if satu.jenis == DIDAFTARKAN:
                continue
            try:
                check_history(self._conn, satu.perjanjian)
                refresh(self._conn, satu.perjanjian)
            except NaskahError as error:
                self.galat += error.galat
        self._antrean.clear()
        self._kembar.clear()
        self._baris.clear()
        self._pohon.clear()


def _shorten(galat: list[Galat]) -> list[Galat]:
    lebih = len(galat) - _GALAT_TERBANYAK
    if lebih <= 0:
        return galat
    return [*galat[:_GALAT_TERBANYAK], Galat(f"dan {lebih} kesalahan lain.")]
