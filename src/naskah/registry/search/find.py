"""Finding agreements. On the reading path: no pydantic, no sqlite-utils.

Ranked without bm25, which has to read every hit of every word (some 100 ms for a word that a million agreements
have): first those that have the words in their facts, by where, then those that have them in their text; within
each, the latest first.
"""

import sqlite3
from collections.abc import Sequence
from datetime import date
from json import dumps
from typing import NamedTuple

from naskah.model.galat import NaskahError
from naskah.registry.connection import Registry
from naskah.registry.errors import primary_code
from naskah.registry.search.contents import URUTAN_FAKTA, read_fakta, read_teks
from naskah.registry.search.places import Cuplikan, Tempat, locate
from naskah.registry.search.references import Rujukan, suggest_klausul, suggest_peraturan
from naskah.registry.search.words import Frasa, to_match
from naskah.registry.state import Status
from naskah.registry.unreadable import readable

# Of so many of the latest hits in facts the best come first.
_CALON = 100
# What FTS5 answers when its tables are damaged or gone; everything else in the file may be well.
_INDEKS_RUSAK = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_ERROR)
# Words that stand in the text, but not where they are looked for again.
_DI_NASKAH = Tempat("naskah", Cuplikan("", ()))


class Temuan(NamedTuple):
    """An agreement found: its state on the day asked about, and where it was found."""

    id: str
    judul: str
    pihak: tuple[str, ...]
    tanggal: date
    keadaan: str
    letak: str
    cuplikan: Cuplikan | None
    klausul: str | None  # the clause in use, as "topik/varian@versi", where one was asked for
    peraturan: str | None  # the regulation cited, where one was asked for


class Hasil(NamedTuple):
    """What was found; `lagi`: there is more. `saran`: what there is instead, when nothing was found."""

    temuan: tuple[Temuan, ...]
    lagi: bool
    saran: tuple[str, ...] = ()


class _Calon(NamedTuple):
    perjanjian: str
    letak: str
    cuplikan: Cuplikan | None = None
    klausul: str | None = None


def find(registry: Registry, frasa: Sequence[Frasa], rujukan: Rujukan, *, pada: date, batas: int) -> Hasil:
    """Return the agreements that have all phrases and refer to what is asked for.

    Args:
        registry: an open registry with its index.
        frasa: what the text must have; where there is none, `rujukan` alone decides.
        rujukan: the clause and the regulation.
        pada: the day of which the states are told.
        batas: how many at most.

    Raises:
        NaskahError: the registry cannot be read.
    """
    with registry.read() as conn, readable():
        if frasa:
            calon = _find_words(conn, frasa, rujukan, batas + 1)
        elif rujukan.klausul is not None:
            calon = _find_klausul(conn, rujukan, batas + 1)
        else:
            calon = _find_peraturan(conn, rujukan, batas + 1)
        temuan = _describe(conn, calon[:batas], rujukan, pada)
        saran = () if calon or frasa else _suggest(conn, rujukan)
    return Hasil(temuan, len(calon) > batas, saran)


def _find_words(conn: sqlite3.Connection, frasa: Sequence[Frasa], rujukan: Rujukan, perlu: int) -> list[_Calon]:
    nama = _match(conn, "cari_fakta", frasa, rujukan, max(perlu, _CALON))
    fakta = read_fakta(conn, nama)
    calon = [_place(satu, locate(fakta[satu], frasa)) for satu in nama]
    calon.sort(key=lambda satu: URUTAN_FAKTA.index(satu.letak) if satu.letak in URUTAN_FAKTA else len(URUTAN_FAKTA))
    if len(calon) < perlu:
        ada = set(nama)
        lain = [n for n in _match(conn, "cari_isi", frasa, rujukan, perlu + len(ada)) if n not in ada]
        lain = lain[: perlu - len(calon)]
        fakta, teks = read_fakta(conn, lain), read_teks(conn, lain)
        calon += [_place(satu, locate((*fakta[satu], *teks.get(satu, ())), frasa)) for satu in lain]
    return calon


def _match(conn: sqlite3.Connection, tabel: str, frasa: Sequence[Frasa], rujukan: Rujukan, batas: int) -> list[str]:
    """The latest agreements that an index has all phrases of."""
    syarat, nilai = rujukan.conditions("b.perjanjian")
    # CROSS JOIN: the index is read first, backward, and no further than needed.
    sql = (
        f"SELECT b.perjanjian FROM {tabel} CROSS JOIN cari_baris b ON b.baris = {tabel}.rowid"  # noqa: S608
        f" WHERE {tabel} MATCH ?{syarat} ORDER BY {tabel}.rowid DESC LIMIT ?"
    )
    try:
        return [nama for (nama,) in conn.execute(sql, (to_match(frasa), *nilai, batas))]
    except sqlite3.DatabaseError as error:
        if primary_code(error) not in _INDEKS_RUSAK:
            raise
        raise NaskahError(
            'indeks pencarian rusak. Jalankan "naskah registri bangun-ulang" untuk membuatnya lagi.'
        ) from error


def _place(perjanjian: str, tempat: Tempat | None) -> _Calon:
    letak, cuplikan = tempat or _DI_NASKAH
    return _Calon(perjanjian, letak, cuplikan if cuplikan.teks else None)


def _find_klausul(conn: sqlite3.Connection, rujukan: Rujukan, perlu: int) -> list[_Calon]:
    """Uses of a clause, the latest version first: the order of the index, read backward."""
    assert rujukan.klausul is not None
    syarat, nilai = rujukan.klausul.condition()
    lain, isi = rujukan._replace(klausul=None).conditions("k.perjanjian")
    sql = (
        f"SELECT k.perjanjian, k.pasal, k.klausul || '@' || k.versi FROM pemakaian_klausul k WHERE {syarat}{lain}"  # noqa: S608
        " ORDER BY k.klausul DESC, k.versi DESC, k.perjanjian DESC, k.urutan DESC LIMIT ?"
    )
    return [_Calon(nama, pasal, None, pakai) for nama, pasal, pakai in conn.execute(sql, (*nilai, *isi, perlu))]


def _find_peraturan(conn: sqlite3.Connection, rujukan: Rujukan, perlu: int) -> list[_Calon]:
    sql = "SELECT perjanjian FROM dasar_hukum WHERE peraturan = ? GROUP BY perjanjian ORDER BY perjanjian DESC LIMIT ?"
    return [_Calon(nama, "Dasar hukum") for (nama,) in conn.execute(sql, (rujukan.peraturan, perlu))]


def _describe(conn: sqlite3.Connection, calon: Sequence[_Calon], rujukan: Rujukan, pada: date) -> tuple[Temuan, ...]:
    ids = dumps([satu.perjanjian for satu in calon])
    daftar = "SELECT value FROM json_each(?)"
    dasar = {
        nama: (judul, date.fromisoformat(tanggal))
        for nama, judul, tanggal in conn.execute(
            f"SELECT id, judul, tanggal FROM perjanjian WHERE id IN ({daftar})",  # noqa: S608
            (ids,),
        )
    }
    pihak: dict[str, tuple[str, ...]] = {}
    for nama, satu in conn.execute(
        f"SELECT perjanjian, nama FROM pihak WHERE perjanjian IN ({daftar}) ORDER BY perjanjian, urutan",  # noqa: S608
        (ids,),
    ):
        pihak[nama] = (*pihak.get(nama, ()), satu)
    hari = pada.isoformat()
    keadaan = dict(
        conn.execute(
            f"SELECT perjanjian, keadaan FROM keadaan WHERE perjanjian IN ({daftar}) AND dari <= ? AND sampai > ?",  # noqa: S608
            (ids, hari, hari),
        ).fetchall()
    )
    return tuple(
        Temuan(
            id=satu.perjanjian,
            judul=dasar[satu.perjanjian][0],
            pihak=pihak.get(satu.perjanjian, ()),
            tanggal=dasar[satu.perjanjian][1],
            keadaan=keadaan.get(satu.perjanjian, Status.RANCANGAN.value),
            letak=satu.letak,
            cuplikan=satu.cuplikan,
            klausul=satu.klausul,
            peraturan=rujukan.peraturan,
        )
        for satu in calon
    )


def _suggest(conn: sqlite3.Connection, rujukan: Rujukan) -> tuple[str, ...]:
    if rujukan.klausul is not None:
        return tuple(suggest_klausul(conn, rujukan.klausul))
    return tuple(suggest_peraturan(conn, rujukan.peraturan or ""))
