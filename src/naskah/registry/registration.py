"""Registering agreements, one or many, in one transaction."""

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Literal

from naskah.model.galat import Galat, NaskahError
from naskah.model.pendaftaran import Pendaftaran
from naskah.registry.conflicts import conflict, list_differences
from naskah.registry.connection import Registry
from naskah.registry.events import PeristiwaBaru, append, canonical, check_oleh, read_kepala
from naskah.registry.kinds import DIDAFTARKAN, DIPERBARUI, start
from naskah.registry.projection import BERKAS_KELOMPOK, Baris, project, refresh, write_baris

Hasil = Literal["baru", "sama", "diperbarui"]

# Beyond so many errors at once nobody reads on.
_GALAT_TERBANYAK = 50


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
        "baru", "sama" (already so), or "diperbarui".

    Raises:
        NaskahError: other facts are registered under this id, the facts do not add up, or the registry
            cannot be written. Nothing is recorded then.
    """
    return register_many(registry, [pendaftaran], oleh=oleh, waktu=waktu, perbarui=perbarui)[0]


def register_many(
    registry: Registry,
    semua: Iterable[Pendaftaran],
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


class _Sesi:
    """One transaction of registering: collects events, writes them in groups, collects what is wrong."""

    def __init__(self, conn: sqlite3.Connection, oleh: str, waktu: datetime, perbarui: bool) -> None:
        self._conn = conn
        self._oleh = oleh
        self._waktu = waktu
        self._perbarui = perbarui
        # Nobody else can add an event while our transaction lasts, so the next number is known.
        self._urutan = read_kepala(conn).jumlah
        self._antrean: dict[str, PeristiwaBaru] = {}
        self._baris: list[Baris] = []
        self.hasil: list[Hasil] = []
        self.galat: list[Galat] = []

    def add(self, pendaftaran: Pendaftaran) -> None:
        if pendaftaran.id in self._antrean or len(self._antrean) >= BERKAS_KELOMPOK:
            self.flush()
        isi = pendaftaran.model_dump(mode="json", exclude_none=True)
        teks = canonical(isi)
        try:
            hasil = self._compare(pendaftaran.id, isi, teks)
            if hasil != "sama":
                # Before it is recorded: what cannot be projected must not become an event.
                baris = project(start(pendaftaran.id, self._urutan + 1, teks), isi)
        except NaskahError as error:
            self.galat += error.galat
            return
        self.hasil.append(hasil)
        if hasil == "sama":
            return
        self._urutan += 1
        jenis = DIDAFTARKAN if hasil == "baru" else DIPERBARUI
        tanggal = self._waktu.date().isoformat()
        self._antrean[pendaftaran.id] = PeristiwaBaru(pendaftaran.id, jenis, tanggal, teks)
        if hasil == "baru":
            self._baris.append(baris)

    def flush(self) -> None:
        append(self._conn, self._antrean.values(), oleh=self._oleh, waktu=self._waktu)
        write_baris(self._conn, self._baris)
        for satu in self._antrean.values():
            if satu.jenis == DIPERBARUI:
                refresh(self._conn, satu.perjanjian)
        self._antrean.clear()
        self._baris.clear()

    def _compare(self, perjanjian: str, isi: Mapping[str, Any], teks: str) -> Hasil:
        lama = _read_cuplikan(self._conn, perjanjian)
        if lama is None:
            return "baru"
        berbeda = [] if lama == teks else list_differences(lama, isi, jalur=self._perbarui)
        if not berbeda:
            return "sama"
        if not self._perbarui:
            raise conflict(perjanjian, berbeda)
        return "diperbarui"


def _read_cuplikan(conn: sqlite3.Connection, perjanjian: str) -> str | None:
    baris = conn.execute(
        "SELECT e.data FROM perjanjian p JOIN peristiwa e ON e.urutan = p.cuplikan WHERE p.id = ?",
        (perjanjian,),
    ).fetchone()
    return None if baris is None else str(baris[0])


def _shorten(galat: list[Galat]) -> list[Galat]:
    lebih = len(galat) - _GALAT_TERBANYAK
    if lebih <= 0:
        return galat
    return [*galat[:_GALAT_TERBANYAK], Galat(f"dan {lebih} kesalahan lain.")]
