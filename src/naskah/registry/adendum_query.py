"""Reading the adenda of agreements. On the reading path: no pydantic, no sqlite-utils."""

import sqlite3
from datetime import date
from json import loads

from naskah.registry.records import AdendumTercatat


def read_adendum_tercatat(conn: sqlite3.Connection, perjanjian: str) -> tuple[AdendumTercatat, ...]:
    """Return the adenda of one agreement in their order."""
    baris = conn.execute(
        "SELECT urutan, id, tanggal, berlaku, nomor, akhir_semula, akhir FROM adendum WHERE perjanjian = ?"
        " ORDER BY urutan",
        (perjanjian,),
    )
    return tuple(
        AdendumTercatat(
            urutan, nama, date.fromisoformat(tanggal), date.fromisoformat(berlaku), tuple(loads(nomor)),
            _to_date(semula), _to_date(akhir),
        )
        for urutan, nama, tanggal, berlaku, nomor, semula, akhir in baris
    )  # fmt: skip


def read_akhir_dahulu(conn: sqlite3.Connection, pada: date) -> dict[str, str | None]:
    """Return the last day, as known on `pada`, of each agreement that an adendum in effect only later changes."""
    baris = conn.execute(
        "SELECT perjanjian, akhir_semula FROM adendum WHERE berlaku > ? ORDER BY perjanjian, urutan DESC",
        (pada.isoformat(),),
    )
    return dict(baris.fetchall())  # the first of them is read last, and stays


def _to_date(teks: str | None) -> date | None:
    return None if teks is None else date.fromisoformat(teks)
