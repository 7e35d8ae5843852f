"""What can be found of an agreement: its facts, and the texts of its tree and adenda, part by part."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from json import dumps, loads

from naskah.model.galat import NaskahError
from naskah.model.naskah_teks import Bagian, iter_bagian
from naskah.registry.adendum import name_adendum
from naskah.registry.trees import read_tree
from naskah.registry.unreadable import TIDAK_TERBACA

# Where facts are found, as people read it, in the order of their weight -> the facts (agreement, text).
_FAKTA = {
    "id": "SELECT id, id FROM perjanjian WHERE id IN ids",
    "nomor": "SELECT id, nomor FROM perjanjian WHERE id IN ids AND nomor IS NOT NULL"
    " UNION ALL SELECT perjanjian, nomor FROM pihak WHERE perjanjian IN ids AND nomor IS NOT NULL",
    "judul": "SELECT id, judul FROM perjanjian WHERE id IN ids",
    "pihak": "SELECT perjanjian, nama FROM pihak WHERE perjanjian IN ids",
    "penandatangan": "SELECT perjanjian, nama || ifnull(', ' || jabatan, '') FROM penandatangan"
    " WHERE perjanjian IN ids AND nama IS NOT NULL",
    "surat kuasa": "SELECT perjanjian, dokumen || ifnull(' Nomor ' || nomor, '') FROM kuasa WHERE perjanjian IN ids",
    "unit": "SELECT id, unit FROM perjanjian WHERE id IN ids AND unit IS NOT NULL",
    "tempat": "SELECT id, tempat FROM perjanjian WHERE id IN ids AND tempat IS NOT NULL",
    "dasar hukum": "SELECT perjanjian, peraturan FROM dasar_hukum WHERE perjanjian IN ids",
    "adendum": "SELECT perjanjian, id FROM adendum WHERE perjanjian IN ids"
    " UNION ALL SELECT a.perjanjian, n.value FROM adendum a JOIN json_each(a.nomor) n WHERE a.perjanjian IN ids",
}
URUTAN_FAKTA = tuple(_FAKTA)

_IDS = "WITH ids AS (SELECT value FROM json_each(?)) "
_POHON = (
    "SELECT p.id, 0, json_extract(e.data, '$.naskah') FROM perjanjian p JOIN peristiwa e ON e.urutan = p.cuplikan"
    " WHERE p.id IN ids UNION ALL SELECT a.perjanjian, a.urutan, json_extract(e.data, '$.naskah') FROM adendum a"
    " JOIN peristiwa e ON e.urutan = a.peristiwa WHERE a.perjanjian IN ids ORDER BY 1, 2"
)


def read_fakta(conn: sqlite3.Connection, perjanjian: Sequence[str]) -> dict[str, list[Bagian]]:
    """Return the facts of agreements; one that is not registered is left out."""
    hasil: defaultdict[str, list[Bagian]] = defaultdict(list)
    ids = dumps(perjanjian)
    for letak, sql in _FAKTA.items():
        for pemilik, teks in conn.execute(_IDS + sql, (ids,)):
            hasil[pemilik].append(Bagian(letak, teks))
    return dict(hasil)


def read_teks(conn: sqlite3.Connection, perjanjian: Sequence[str]) -> dict[str, list[Bagian]]:
    """Return the texts of agreements as signed, then those of their adenda; one without a tree is left out."""
    hasil: defaultdict[str, list[Bagian]] = defaultdict(list)
    for pemilik, adendum, sidik in conn.execute(_IDS + _POHON, (dumps(perjanjian),)).fetchall():
        if sidik is not None:
            awalan = f"{name_adendum(adendum)}, " if adendum else ""
            hasil[pemilik] += [Bagian(awalan + b.letak, b.teks) for b in _read_bagian(conn, sidik)]
    return dict(hasil)


def read_terakhir(conn: sqlite3.Connection, perjanjian: Sequence[str]) -> dict[str, int]:
    """Return the number of the last event of each agreement."""
    sql = "SELECT perjanjian, max(urutan) FROM peristiwa WHERE perjanjian IN ids GROUP BY perjanjian"
    return dict(conn.execute(_IDS + sql, (dumps(perjanjian),)).fetchall())


def join_bagian(bagian: Iterable[Bagian]) -> str:
    """Return parts as one text to index, in which no phrase reaches from one part into the next."""
    # A private character is a word to FTS5, but none that anybody can type or that stands in a document.
    return " \ue000 ".join(satu.teks for satu in bagian)


def _read_bagian(conn: sqlite3.Connection, sidik: str) -> Iterator[Bagian]:
    try:
        yield from list(iter_bagian(loads(read_tree(conn, sidik))))
    except (NaskahError, *TIDAK_TERBACA):
        return  # lost or damaged: `verification` says so; the rest can be found
