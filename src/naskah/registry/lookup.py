"""Finding an agreement by its id, and near ones where there is none."""

import sqlite3

from naskah.model.galat import NaskahError
from naskah.registry.adendum import name_adendum

# Near ids are looked for among so many, so that a large registry answers at once.
_CALON_TERBANYAK = 2000


def ensure_terdaftar(conn: sqlite3.Connection, perjanjian: str) -> None:
    """Make sure an agreement is registered.

    Raises:
        NaskahError: no such id; the message names near ones.
    """
    if conn.execute("SELECT 1 FROM perjanjian WHERE id = ?", (perjanjian,)).fetchone() is None:
        raise not_found(conn, perjanjian)


def not_found(conn: sqlite3.Connection, perjanjian: str) -> NaskahError:
    """Return the error for an id that is not registered, with near ids as suggestions."""
    if atas := describe_adendum(conn, perjanjian):
        return NaskahError(atas)
    from difflib import get_close_matches

    mirip = get_close_matches(perjanjian.lower(), calon := _find_calon(conn, perjanjian), n=3, cutoff=0.5)
    saran = f" Maksudnya {' atau '.join(calon[m] for m in mirip)}?" if mirip else ""
    return NaskahError(
        f'perjanjian "{perjanjian}" tidak ada di registri.{saran} Lihat semuanya: "naskah registri daftar".'
    )


def describe_adendum(conn: sqlite3.Connection, nama: str) -> str | None:
    """Return what to say of an id that is not of an agreement but of an adendum; None when it is of none."""
    baris = conn.execute("SELECT urutan, perjanjian FROM adendum WHERE id = ? LIMIT 1", (nama,)).fetchone()
    if baris is None:
        return None
    return f'"{nama}" adalah {name_adendum(baris[0])} atas "{baris[1]}"; pakai id itu.'


def _find_calon(conn: sqlite3.Connection, perjanjian: str) -> dict[str, str]:
    """Ids in lower case -> as registered: those that hold the same beginning, or else any."""
    baris = conn.execute(
        "SELECT id FROM perjanjian WHERE instr(lower(id), lower(substr(?1, 1, 3)))"
        " OR instr(lower(?1), lower(id)) LIMIT ?2",
        (perjanjian, _CALON_TERBANYAK),
    ).fetchall()
    if not baris:
        baris = conn.execute("SELECT id FROM perjanjian LIMIT ?", (_CALON_TERBANYAK,)).fetchall()
    return {nama.lower(): nama for (nama,) in baris}
