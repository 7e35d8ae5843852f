"""What an event leaves to be done, or came too late for: said beside what it did."""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date
from json import loads

from naskah.bahasa.tanggal import format_tanggal
from naskah.registry.events import Peristiwa
from naskah.registry.exact_days import Penghitung
from naskah.registry.lifecycle import kinds
from naskah.registry.lifecycle.anchors import PEMBERITAHUAN_DITERIMA, TANGGAPAN
from naskah.registry.records import TenggatTercatat
from naskah.registry.recurring import KEWAJIBAN_BERKALA


def iter_hints(
    conn: sqlite3.Connection, peristiwa: Peristiwa, tenggat: Sequence[TenggatTercatat], hitung: Penghitung
) -> Iterator[str]:
    """Yield, as Indonesian sentences, what whoever recorded an event should know.

    Args:
        conn: inside a read transaction.
        peristiwa: the recorded event.
        tenggat: all deadlines of its agreement.
        hitung: counts their exact days.
    """
    match peristiwa.jenis:
        case kinds.PEMBERITAHUAN:
            yield from _ask_for_receipt(conn, peristiwa)
        case kinds.JAWABAN:
            yield from _tell_too_late(conn, peristiwa, tenggat, hitung)
        case kinds.LAPORAN:
            yield from _tell_left_open(peristiwa, tenggat)


def _ask_for_receipt(conn: sqlite3.Connection, surat: Peristiwa) -> Iterator[str]:
    """Nothing is counted from the receipt of a letter as long as nobody says when it was received."""
    data = loads(surat.data)
    if data.get("diterima"):
        return
    baris = conn.execute(
        "SELECT data FROM ketentuan WHERE perjanjian = ?1 AND jenis = 'batas-waktu'"
        " AND berlaku_dari <= ?2 AND berlaku_sampai > ?2 ORDER BY urutan",
        (surat.perjanjian, surat.tanggal),
    )
    for satu in (loads(teks) for (teks,) in baris):
        tentang = not satu["hal"].startswith(TANGGAPAN) or satu["hal"] == TANGGAPAN + data["hal"]
        if satu["acuan"] == PEMBERITAHUAN_DITERIMA and tentang:
            yield (
                f"{satu['hal']} ({satu['sumber']}) dihitung sejak surat ini diterima, dan hari itu belum dicatat."
                f" Sesudah diketahui, catat: diterima atas={surat.urutan} --tanggal HARI-DITERIMA"
            )


def _tell_too_late(
    conn: sqlite3.Connection, jawaban: Peristiwa, tenggat: Sequence[TenggatTercatat], hitung: Penghitung
) -> Iterator[str]:
    surat = loads(jawaban.data)["atas"]
    penerimaan = conn.execute(
        "SELECT urutan FROM peristiwa WHERE perjanjian = ? AND jenis = ? AND json_extract(data, '$.atas') = ?",
        (jawaban.perjanjian, kinds.DITERIMA, surat),
    )
    pemicu = {surat, *(nomor for (nomor,) in penerimaan)}
    for t in tenggat:
        if not t.diam or t.pemicu not in pemicu:
            continue
        hari = hitung(t.tanggal.isoformat(), t.arah, t.batas if t.hari_kerja else None, t.tanggal_acuan.isoformat())
        if hari.tanggal < date.fromisoformat(jawaban.tanggal):
            yield (
                f"jawaban ini terlambat: batasnya {format_tanggal(hari.tanggal)} ({t.sumber}), dan sejak lewat hari itu"
                f" {t.akibat or 'dianggap disetujui'}. Itu tidak berubah; bila tanggal jawabannya keliru, koreksi lalu"
                " catat lagi"
            )


def _tell_left_open(laporan: Peristiwa, tenggat: Sequence[TenggatTercatat]) -> Iterator[str]:
    """A report that settles an overdue period leaves the one that has begun since, which it may have been for."""
    hari = date.fromisoformat(laporan.tanggal)
    if "untuk" in loads(laporan.data):
        return
    for lama in tenggat:
        if lama.penutup != laporan.urutan or lama.tanggal >= hari:
            continue
        sisa = [
            t.tanggal
            for t in tenggat
            if (t.jenis, t.ketentuan) == (KEWAJIBAN_BERKALA, lama.ketentuan)
            and t.tanggal > lama.tanggal
            and t.berlaku_dari <= hari
            and (t.berlaku_sampai is None or t.berlaku_sampai > hari)
        ]
        if sisa:
            yield (
                f"laporan ini memenuhi tenggat {format_tanggal(lama.tanggal)} yang lewat; tenggat"
                f" {format_tanggal(min(sisa))} masih terbuka. Bila laporan ini untuk yang itu, koreksi lalu catat lagi"
                f" dengan untuk={min(sisa)}"
            )
