"""What an agreement refers to: the clauses it was made from, the regulations it cites. As conditions of SQL."""

import re
import sqlite3
from difflib import get_close_matches
from typing import NamedTuple

from naskah.bahasa.sebutan_peraturan import name_peraturan
from naskah.model.galat import NaskahError

_KLAUSUL = re.compile(r"(?P<topik>[\w-]+)(?:/(?P<varian>[\w-]+))?(?:@(?P<versi>\d{1,9}))?")
_MIRIP = 3


class RujukKlausul(NamedTuple):
    """A clause asked for: a topic, or one variant of it, in one version or any."""

    topik: str
    varian: str | None
    versi: int | None

    def condition(self) -> tuple[str, tuple[object, ...]]:
        """Return the condition on pemakaian_klausul `k`, and its values."""
        nilai: tuple[object, ...] = (f"{self.topik}/{self.varian}",)
        syarat = "k.klausul = ?"
        if self.varian is None:
            # "0" is the character after "/": all variants of the topic, as one range of the index.
            syarat, nilai = "k.klausul > ? AND k.klausul < ?", (f"{self.topik}/", f"{self.topik}0")
        return (syarat, nilai) if self.versi is None else (f"{syarat} AND k.versi = ?", (*nilai, self.versi))


class Rujukan(NamedTuple):
    """What agreements must refer to; None: anything."""

    klausul: RujukKlausul | None = None
    peraturan: str | None = None  # the short name

    def conditions(self, perjanjian: str) -> tuple[str, list[object]]:
        """Return `AND EXISTS ...` for the agreement in that column, and the values."""
        sql, nilai = "", list[object]()
        if self.klausul is not None:
            syarat, isi = self.klausul.condition()
            milik = f"k.perjanjian = {perjanjian} AND {syarat}"
            sql += f" AND EXISTS (SELECT 1 FROM pemakaian_klausul k WHERE {milik})"  # noqa: S608
            nilai += isi
        if self.peraturan is not None:
            milik = f"d.perjanjian = {perjanjian} AND d.peraturan = ?"
            sql += f" AND EXISTS (SELECT 1 FROM dasar_hukum d WHERE {milik})"  # noqa: S608
            nilai.append(self.peraturan)
        return sql, nilai


def parse_klausul(teks: str) -> RujukKlausul:
    """Return the clause that "topik", "topik/varian" or "topik/varian@versi" names.

    Raises:
        NaskahError: it is none of these.
    """
    cocok = _KLAUSUL.fullmatch(teks.strip())
    if cocok is None:
        raise NaskahError(f'klausul "{teks[:80]}" tidak terbaca; tulis topik/varian, misalnya kerahasiaan/penuh@1')
    return RujukKlausul(cocok["topik"], cocok["varian"], int(cocok["versi"]) if cocok["versi"] else None)


def parse_peraturan(teks: str) -> str:
    """Return the short name of the regulation asked for.

    Raises:
        NaskahError: nothing was typed.
    """
    nama = name_peraturan(teks)
    if not nama:
        raise NaskahError('peraturannya kosong; tulis misalnya --peraturan "UU 23/2014"')
    return nama


def suggest_klausul(conn: sqlite3.Connection, klausul: RujukKlausul) -> list[str]:
    """Return the clauses in use that are near the one asked for."""
    ada = _list_distinct(conn, "pemakaian_klausul", "klausul")
    topik = [nama for nama in ada if nama.startswith(f"{klausul.topik}/")]
    cari = klausul.topik if klausul.varian is None else f"{klausul.topik}/{klausul.varian}"
    return (topik or get_close_matches(cari, ada, _MIRIP, 0.5))[:_MIRIP]


def suggest_peraturan(conn: sqlite3.Connection, nama: str) -> list[str]:
    """Return the regulations cited that are near the one asked for."""
    ada = {satu.lower(): satu for satu in _list_distinct(conn, "dasar_hukum", "peraturan")}
    return [ada[satu] for satu in get_close_matches(nama.lower(), ada, _MIRIP, 0.7)]


def _list_distinct(conn: sqlite3.Connection, tabel: str, kolom: str) -> list[str]:
    # One step of the index for each value, however many rows have it.
    langkah = f"SELECT min({kolom}) FROM {tabel}"  # noqa: S608
    sql = (
        f"WITH RECURSIVE v (isi) AS ({langkah} UNION ALL SELECT ({langkah} WHERE {kolom} > v.isi) FROM v"  # noqa: S608
        " WHERE v.isi IS NOT NULL) SELECT isi FROM v WHERE isi IS NOT NULL"
    )
    return [isi for (isi,) in conn.execute(sql)]
