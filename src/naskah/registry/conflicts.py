"""What to do with a registration whose id is known, or not: whether it states the same facts."""

import sqlite3
from collections.abc import Iterable, Mapping
from json import loads
from typing import Any, Literal, NamedTuple

from pydantic import ValidationError

from naskah.model.galat import Galat, NaskahError
from naskah.model.pendaftaran import Pendaftaran
from naskah.registry.documents import find_new
from naskah.registry.events import canonical
from naskah.registry.unreadable import readable

Hasil = Literal["baru", "sama", "diperbarui", "dokumen-dicatat"]


class Keputusan(NamedTuple):
    """What to do with a registration, and the data of the event that says so."""

    hasil: Hasil
    data: str


def compare(conn: sqlite3.Connection, perjanjian: str, teks: str, *, perbarui: bool) -> Keputusan:
    """Decide what becomes of facts (canonical JSON) that are to be registered under an id.

    Raises:
        NaskahError: other facts are registered there, and `perbarui` was not asked for.
    """
    lama = _read_cuplikan(conn, perjanjian)
    if lama is None:
        return Keputusan("baru", teks)
    isi = loads(teks)
    berbeda = [] if lama == teks else list_differences(lama, isi)
    if berbeda and not perbarui:
        raise conflict(perjanjian, berbeda)
    # Another file of the same facts is no other agreement.
    berkas = find_new(isi["dokumen"], _read_dokumen(conn, perjanjian), jalur=perbarui)
    if berbeda and "naskah" not in isi:
        _keep_text(conn, perjanjian, lama)
    if berbeda or (berkas and perbarui):
        return Keputusan("diperbarui", teks)
    return Keputusan("dokumen-dicatat", canonical({"dokumen": berkas})) if berkas else Keputusan("sama", "")


def _keep_text(conn: sqlite3.Connection, perjanjian: str, lama: str) -> None:
    """The adenda change the text that was registered: facts without a text cannot take its place."""
    beradendum = conn.execute("SELECT 1 FROM adendum WHERE perjanjian = ? LIMIT 1", (perjanjian,)).fetchone()
    if beradendum and loads(lama).get("naskah"):
        pesan = "sudah beradendum, jadi isinya hanya diperbarui dari rancangannya: naskah susun RANCANGAN --perbarui"
        raise NaskahError(Galat(pesan, kunci=perjanjian))


def list_differences(lama: str, baru: Mapping[str, Any]) -> list[str]:
    """Return the keys in which the facts differ. Its files are no facts of an agreement (see `documents`)."""
    try:
        # Read through the model: facts recorded before a key existed are not other facts.
        isi = Pendaftaran.model_validate_json(lama).model_dump(mode="json", exclude_none=True)
    except ValidationError:
        with readable():
            isi = dict(loads(lama))
    return [k for k in dict.fromkeys((*baru, *isi)) if k != "dokumen" and isi.get(k) != baru.get(k)]


def conflict(perjanjian: str, berbeda: Iterable[str]) -> NaskahError:
    """Return the error for facts other than those registered."""
    galat = Galat(
        f"sudah terdaftar dengan isi lain (berbeda pada: {', '.join(berbeda)})."
        " Bila perjanjian ini memang berubah, ulangi dengan --perbarui; bila ini perjanjian lain, beri id lain.",
        kunci=perjanjian,
    )
    return NaskahError(galat)


def _read_cuplikan(conn: sqlite3.Connection, perjanjian: str) -> str | None:
    baris = conn.execute(
        "SELECT e.data FROM perjanjian p JOIN peristiwa e ON e.urutan = p.cuplikan WHERE p.id = ?",
        (perjanjian,),
    ).fetchone()
    return None if baris is None else str(baris[0])


def _read_dokumen(conn: sqlite3.Connection, perjanjian: str) -> list[dict[str, str]]:
    baris = conn.execute("SELECT jalur, sidik, peran FROM dokumen WHERE perjanjian = ?", (perjanjian,))
    return [{"jalur": jalur, "sidik": sidik, "peran": peran} for jalur, sidik, peran in baris]
