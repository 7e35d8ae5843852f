"""Recording that an activity of a Rencana Kerja was done.

A report belongs to one planned year of one activity; several reports for one year (a quarterly exchange of data)
stand beside each other.
"""

import sqlite3
from collections.abc import Mapping
from datetime import date, datetime
from difflib import get_close_matches
from json import loads
from typing import Any

from naskah.bahasa.tanggal import format_tanggal
from naskah.model.galat import Galat, NaskahError
from naskah.registry.connection import Registry
from naskah.registry.documents import Bukti
from naskah.registry.events import Peristiwa, PeristiwaBaru, append, canonical, check_oleh
from naskah.registry.kinds import KEGIATAN_DILAPORKAN
from naskah.registry.lookup import ensure_terdaftar
from naskah.registry.projection import refresh


def report_kegiatan(
    registry: Registry,
    perjanjian: str,
    kode: str,
    tanggal: date,
    *,
    oleh: str,
    tahun: int | None = None,
    bukti: Bukti | None = None,
    catatan: str = "",
    waktu: datetime | None = None,
) -> Peristiwa:
    """Record that an activity was done; recording the same report again is refused.

    Args:
        registry: an open registry.
        perjanjian: the id of the agreement.
        kode: the activity, as its plan numbers it: "2.a".
        tanggal: the day it was done.
        oleh: who records it.
        tahun: the planned year it counts for; that of `tanggal`, unless given.
        bukti: the file that shows it.
        catatan: a note.
        waktu: when it is recorded; now, unless given.

    Raises:
        NaskahError: unknown agreement or activity, a year for which it is not planned, a day before the signing or
            yet to come, the same report once more, or the registry cannot be written.
    """
    pencatat = check_oleh(oleh)
    saat = waktu or datetime.now().astimezone()
    tahun = tanggal.year if tahun is None else tahun
    data: dict[str, Any] = {"kode": kode.strip().lower(), "tahun": tahun}
    data |= {"bukti": bukti._asdict()} if bukti else {}
    data |= {"catatan": " ".join(catatan.split())} if catatan.strip() else {}
    baru = PeristiwaBaru(perjanjian, KEGIATAN_DILAPORKAN, tanggal.isoformat(), canonical(data))
    with registry.write() as conn:
        ensure_terdaftar(conn, perjanjian)
        try:
            _check(conn, baru, data, tanggal, saat.date())
        except NaskahError as error:
            raise NaskahError(Galat(g.pesan, kunci=perjanjian) for g in error.galat) from None
        (peristiwa,) = append(conn, [baru], oleh=pencatat, waktu=saat)
        refresh(conn, perjanjian)
    return peristiwa


def _check(
    conn: sqlite3.Connection, baru: PeristiwaBaru, data: Mapping[str, Any], tanggal: date, hari_ini: date
) -> None:
    kode, tahun = data["kode"], data["tahun"]
    _check_planned(conn, baru.perjanjian, kode, tahun, tanggal)
    if tahun > tanggal.year:
        raise NaskahError(
            f"tahun rencana {tahun} belum mulai pada {format_tanggal(tanggal)}; laporan hanya untuk tahun"
            " pelaksanaannya atau tahun sebelumnya. Periksa --tanggal atau --tahun"
        )
    if tanggal > hari_ini:
        raise NaskahError(f"tanggal {format_tanggal(tanggal)} belum tiba; laporkan sesudah kegiatan terlaksana")
    (ditandatangani,) = conn.execute("SELECT tanggal FROM perjanjian WHERE id = ?", (baru.perjanjian,)).fetchone()
    if tanggal < date.fromisoformat(ditandatangani):
        pada = format_tanggal(date.fromisoformat(ditandatangani))
        raise NaskahError(f"tanggal {format_tanggal(tanggal)} mendahului penandatanganan pada {pada}")
    sama = conn.execute(
        "SELECT e.urutan FROM peristiwa e JOIN laporan_kegiatan l ON l.peristiwa = e.urutan"
        " WHERE e.perjanjian = ? AND e.jenis = ? AND e.tanggal = ? AND e.data = ?",
        baru,
    ).fetchone()
    if sama is not None:
        raise NaskahError(f"laporan yang sama sudah tercatat sebagai peristiwa {sama[0]}")


def _check_planned(conn: sqlite3.Connection, perjanjian: str, kode: str, tahun: int, tanggal: date) -> None:
    """An activity is done as its plan stood on that day; of a year that is over, as the plan stood at its end."""
    semua = conn.execute(
        "SELECT tahun, berlaku_dari, berlaku_sampai FROM kegiatan WHERE perjanjian = ? AND kode = ?"
        " ORDER BY berlaku_dari",
        (perjanjian, kode),
    ).fetchall()
    if not semua:
        raise NaskahError(_explain_unknown(conn, perjanjian, kode))
    hari = min(tanggal, date(tahun, 12, 31)).isoformat()
    # Before the first day of a plan nothing was planned; the day of signing is judged apart.
    ada = next((satu for satu in semua if satu[1] <= hari < satu[2]), semua[0] if hari < semua[0][1] else None)
    if ada is None:
        sejak = max(satu[2] for satu in semua if satu[2] <= hari)
        raise NaskahError(
            f"kegiatan {kode} dihapus dari rencana kerjanya dengan adendum yang berlaku sejak"
            f" {format_tanggal(date.fromisoformat(sejak))}; periksa tanggal pelaksanaannya"
        )
    direncanakan = loads(ada[0])
    if tahun not in direncanakan:
        raise NaskahError(
            f"kegiatan {kode} tidak direncanakan untuk tahun {tahun}, melainkan {', '.join(map(str, direncanakan))};"
            " periksa tanggalnya, atau sebutkan tahun rencananya dengan --tahun"
        )


def _explain_unknown(conn: sqlite3.Connection, perjanjian: str, kode: str) -> str:
    sql = "SELECT kode FROM kegiatan WHERE perjanjian = ? GROUP BY kode ORDER BY min(urutan)"
    baris = conn.execute(sql, (perjanjian,))
    ada = [satu for (satu,) in baris]
    if not ada:
        return "perjanjian ini tidak mempunyai rencana kerja di registri; daftarkan ulang dengan --perbarui"
    mirip = get_close_matches(kode, ada, 3, 0.5)
    usul = f"mungkin maksudnya {', '.join(mirip)}" if mirip else f"yang ada {ada[0]} sampai dengan {ada[-1]}"
    return f"kegiatan {kode!r} tidak ada dalam rencana kerjanya; {usul}"
