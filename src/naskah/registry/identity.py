"""Whether two registrations are one agreement, whatever ids they were given."""

import sqlite3
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from naskah.model.galat import Galat, NaskahError
from naskah.registry.events import canonical


def compute_jati(isi: Mapping[str, Any]) -> str:
    """Return a text that two registrations share only when they are the same agreement.

    Numbers are given out once, so kind, date and number lines say it all; a draft that has no number yet is
    known by its title and parties instead. Spaces and capitals make no other agreement.
    """
    nomor = sorted(fold_teks(p["nomor"]) for p in isi["pihak"] if p.get("nomor"))
    ciri = (
        ["nomor", *nomor]
        if nomor
        else ["judul", fold_teks(isi["judul"]), *(fold_teks(p["nama"]) for p in isi["pihak"])]
    )
    return sha256(canonical([isi["jenis"], isi["tanggal"], ciri]).encode()).hexdigest()[:32]


class Kembar:
    """Refuses an agreement that is known under another id: in the registry, or added before and not yet written."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn
        self._antrean: dict[str, str] = {}

    def add(self, perjanjian: str, jati: str) -> None:
        """Take in an agreement that is about to be recorded.

        Raises:
            NaskahError: it is registered under another id.
        """
        lama = self._antrean.get(jati, perjanjian)
        if lama == perjanjian:
            lama = self._find_registered(perjanjian, jati) or perjanjian
        if lama != perjanjian:
            raise _twin(perjanjian, lama)
        self._antrean[jati] = perjanjian

    def clear(self) -> None:
        """Forget what was added: it is in the registry now."""
        self._antrean.clear()

    def _find_registered(self, perjanjian: str, jati: str) -> str | None:
        # Two that were registered before this rule can still be updated, as long as they stay what they are.
        baris = self._conn.execute(
            "SELECT id FROM perjanjian WHERE jati = ?1 AND id <> ?2"
            " AND NOT EXISTS (SELECT 1 FROM perjanjian WHERE id = ?2 AND jati = ?1) LIMIT 1",
            (jati, perjanjian),
        ).fetchone()
        return None if baris is None else str(baris[0])


def _twin(perjanjian: str, lama: str) -> NaskahError:
    pesan = (
        f'perjanjian ini sudah terdaftar dengan id "{lama}": jenis, tanggal, dan nomornya (atau judul dan para'
        f' pihaknya) sama. Tulis "id: {lama}" di rancangannya, dan pakai --perbarui bila isinya berubah;'
        " bila ini perjanjian lain, betulkan nomor atau judulnya."
    )
    return NaskahError(Galat(pesan, kunci=perjanjian))


def fold_teks(teks: str) -> str:
    """Return text in which spaces and capitals make no difference."""
    return " ".join(teks.casefold().split())
