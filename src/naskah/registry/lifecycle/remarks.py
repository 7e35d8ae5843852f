"""What may be a mistake in an event though nothing forbids it: said beside what the event did."""

import re
import sqlite3
from collections.abc import Iterator
from json import loads
from typing import Any

from naskah.registry.events import Peristiwa
from naskah.registry.lifecycle import kinds

# So many words of a document's name say of which kind it is.
_JENIS_DOKUMEN = 2
_KE = re.compile(r"\bke-?\s*(\d{1,3})\b", re.IGNORECASE)


def iter_remarks(conn: sqlite3.Connection, peristiwa: Peristiwa, *, menutup: bool) -> Iterator[str]:
    """Yield, as Indonesian sentences, what somebody should look at again.

    Args:
        conn: inside a read transaction.
        peristiwa: the recorded event.
        menutup: whether it settled any deadline.
    """
    data = loads(peristiwa.data)
    if peristiwa.jenis == kinds.LAPORAN and not menutup:
        yield (
            "tidak ada tenggat yang dipenuhi laporan ini: periodenya sudah dilaporkan atau belum mulai. Bila untuk"
            " periode lain, koreksi lalu catat lagi dengan untuk=TANGGAL"
        )
    elif peristiwa.jenis == kinds.DIAKHIRI and data.get("dokumen"):
        yield from _check_document(conn, peristiwa.perjanjian, data)
    elif peristiwa.jenis == kinds.DIARSIPKAN:
        yield from _check_copies(conn, peristiwa.perjanjian, data)


def _check_document(conn: sqlite3.Connection, perjanjian: str, data: dict[str, Any]) -> Iterator[str]:
    diminta = {
        k["dokumen"]
        for k in _read_ketentuan(conn, perjanjian, "alasan-berakhir")
        if k["hal"] == data["alasan"] and k.get("dokumen")
    }
    teks = data["dokumen"].casefold()
    for dokumen in sorted(diminta):
        # "Berita Acara 5/2026" will do for a Berita Acara Pengakhiran.
        if not all(kata in teks for kata in dokumen.casefold().split()[:_JENIS_DOKUMEN]):
            yield (
                f'perjanjian meminta {dokumen}, sedangkan dokumennya tertulis "{data["dokumen"]}". Bila keliru,'
                " koreksi lalu catat lagi dengan dokumen itu"
            )


def _check_copies(conn: sqlite3.Connection, perjanjian: str, data: dict[str, Any]) -> Iterator[str]:
    rangkap = max((k["rangkap"] for k in _read_ketentuan(conn, perjanjian, "salinan")), default=None)
    if rangkap is None:
        return
    semua = [loads(d) for (d,) in conn.execute(_SQL_SALINAN, {"x": perjanjian})]
    banyak = len({str(satu["salinan"]).casefold() for satu in semua})
    cocok = _KE.search(data["salinan"])
    if cocok and int(cocok[1]) > rangkap:
        yield f'"{data["salinan"]}": perjanjian ini dibuat dalam {rangkap} rangkap. Periksa rangkap yang mana'
    elif banyak > rangkap:
        yield f"kini {banyak} salinan tercatat, padahal perjanjian ini dibuat dalam {rangkap} rangkap. Periksa namanya"


_SQL_SALINAN = f"""SELECT data FROM peristiwa p WHERE perjanjian = :x AND jenis = '{kinds.DIARSIPKAN}' AND NOT EXISTS
(SELECT 1 FROM peristiwa k WHERE k.perjanjian = :x AND k.jenis = '{kinds.KOREKSI}'
AND json_extract(k.data, '$.peristiwa') = p.urutan)"""  # noqa: S608


def _read_ketentuan(conn: sqlite3.Connection, perjanjian: str, jenis: str) -> list[dict[str, Any]]:
    baris = conn.execute("SELECT data, hal FROM ketentuan WHERE perjanjian = ? AND jenis = ?", (perjanjian, jenis))
    return [{**loads(data), "hal": hal} for data, hal in baris]
