"""Reading agreements. On the reading path: no pydantic, no sqlite-utils."""

import sqlite3
from collections.abc import Iterable
from datetime import date
from itertools import groupby
from json import dumps, loads
from operator import itemgetter
from typing import Any

from naskah.registry.adendum_query import read_adendum_tercatat, read_akhir_dahulu
from naskah.registry.connection import Registry
from naskah.registry.events import read_peristiwa
from naskah.registry.lookup import not_found
from naskah.registry.records import (
    DokumenTercatat,
    KeadaanTercatat,
    KetentuanTercatat,
    KlausulTercatat,
    KuasaTercatat,
    PihakTercatat,
    RincianPerjanjian,
    RingkasanPerjanjian,
    TenggatTercatat,
)
from naskah.registry.schema import SELAMANYA
from naskah.registry.state import Status
from naskah.registry.unreadable import readable


def list_perjanjian(
    registry: Registry, *, pada: date, paling_banyak: int | None = None, lewati: int = 0
) -> list[RingkasanPerjanjian]:
    """Return agreements in the order they were registered, with their state on `pada`.

    Args:
        registry: an open registry.
        pada: the day asked about.
        paling_banyak: only so many; all, unless given.
        lewati: leave out so many of the first.

    Raises:
        NaskahError: the registry cannot be read.
    """
    with registry.read() as conn, readable():
        baris = conn.execute(
            "SELECT p.id, p.jenis, p.judul, p.tanggal, p.mulai, p.mulai_dianggap, p.akhir, p.unit, k.keadaan, k.sebab"
            # Of what is left out only the numbers are read.
            " FROM (SELECT urutan FROM perjanjian ORDER BY urutan LIMIT ?2 OFFSET ?3)"
            " CROSS JOIN perjanjian p USING (urutan)"
            " JOIN keadaan k ON k.perjanjian = p.id AND k.dari <= ?1 AND k.sampai > ?1 ORDER BY p.urutan",
            (pada.isoformat(), -1 if paling_banyak is None else paling_banyak, lewati),
        ).fetchall()
        milik = "" if paling_banyak is None else "WHERE perjanjian IN (SELECT value FROM json_each(?))"
        nama = () if paling_banyak is None else (dumps([satu[0] for satu in baris]),)
        pihak = conn.execute(
            f"SELECT perjanjian, nama, nomor FROM pihak {milik} ORDER BY perjanjian, urutan",  # noqa: S608
            nama,
        ).fetchall()
        dahulu = read_akhir_dahulu(conn, pada)
        per_perjanjian = {id: list(miliknya) for id, miliknya in groupby(pihak, key=itemgetter(0))}
        return [
            _ringkasan((*satu[:6], dahulu.get(satu[0], satu[6]), *satu[7:]), per_perjanjian.get(satu[0], []))
            for satu in baris
        ]


def count_perjanjian(registry: Registry) -> int:
    """Return how many agreements are registered.

    Raises:
        NaskahError: the registry cannot be read.
    """
    with registry.read() as conn, readable():
        (jumlah,) = conn.execute("SELECT count(*) FROM perjanjian").fetchone()
        return int(jumlah)


def get_perjanjian(registry: Registry, perjanjian: str) -> RincianPerjanjian:
    """Return everything known of one agreement.

    Args:
        registry: an open registry.
        perjanjian: its id.

    Raises:
        NaskahError: no such id (the message names near ones), or the registry cannot be read.
    """
    with registry.read() as conn, readable(perjanjian):
        baris = conn.execute(
            "SELECT jenis, judul, nomor, tanggal, tempat, unit, jangka_waktu, mulai, mulai_dianggap, akhir,"
            " akhir_tanggal_sama, tanggal_sama, dapat_diperpanjang FROM perjanjian WHERE id = ?",
            (perjanjian,),
        ).fetchone()
        if baris is None:
            raise not_found(conn, perjanjian)
        (jenis, judul, nomor, tanggal, tempat, unit, lama, mulai, dianggap, akhir, akhir_sama, sama, panjang) = baris
        return RincianPerjanjian(
            id=perjanjian,
            jenis=jenis,
            judul=judul,
            nomor=nomor,
            tanggal=date.fromisoformat(tanggal),
            tempat=tempat,
            unit=unit,
            jangka_waktu=lama,
            mulai=_to_date(mulai),
            mulai_dianggap=bool(dianggap),
            akhir=_to_date(akhir),
            akhir_tanggal_sama=_to_date(akhir_sama),
            tanggal_sama=bool(sama),
            dapat_diperpanjang=bool(panjang),
            pihak=_read_pihak(conn, perjanjian),
            ketentuan=_read_ketentuan(conn, perjanjian),
            klausul=_read_klausul(conn, perjanjian),
            dokumen=_read_dokumen(conn, perjanjian),
            tenggat=read_tenggat(conn, perjanjian),
            peristiwa=tuple(read_peristiwa(conn, perjanjian)),
            adendum=read_adendum_tercatat(conn, perjanjian),
            keadaan=_read_keadaan(conn, perjanjian),
        )


def _to_date(teks: str | None) -> date | None:
    return None if teks is None else date.fromisoformat(teks)


def _ringkasan(satu: tuple[Any, ...], pihak: Iterable[tuple[Any, ...]]) -> RingkasanPerjanjian:
    nama, jenis, judul, tanggal, mulai, dianggap, akhir, unit, status, sebab = satu
    para = list(pihak)
    return RingkasanPerjanjian(
        id=nama,
        jenis=jenis,
        judul=judul,
        pihak=tuple(p[1] for p in para),
        nomor=tuple(p[2] for p in para if p[2] is not None),
        tanggal=date.fromisoformat(tanggal),
        mulai=_to_date(mulai),
        mulai_dianggap=bool(dianggap),
        akhir=_to_date(akhir),
        unit=unit,
        status=Status(status),
        sebab=sebab,
    )


def _read_pihak(conn: sqlite3.Connection, perjanjian: str) -> tuple[PihakTercatat, ...]:
    kuasa: dict[int, list[KuasaTercatat]] = {}
    for pihak, jenis, dokumen, nomor, tanggal, tentang in conn.execute(
        "SELECT pihak, jenis, dokumen, nomor, tanggal, tentang FROM kuasa WHERE perjanjian = ? ORDER BY pihak, urutan",
        (perjanjian,),
    ):
        kuasa.setdefault(pihak, []).append(KuasaTercatat(jenis, dokumen, nomor, _to_date(tanggal), tentang))
    return tuple(
        PihakTercatat(
            sebutan, nama, nomor, kedudukan, loads(korespondensi), penandatangan, jabatan,
            tuple(kuasa.get(urutan, ())),
        )
        for urutan, sebutan, nama, nomor, kedudukan, korespondensi, penandatangan, jabatan in conn.execute(
            "SELECT h.urutan, h.sebutan, h.nama, h.nomor, h.kedudukan, h.korespondensi, t.nama, t.jabatan"
            " FROM pihak h JOIN penandatangan t ON t.perjanjian = h.perjanjian AND t.pihak = h.urutan"
            " WHERE h.perjanjian = ? ORDER BY h.urutan",
            (perjanjian,),
        )
    )  # fmt: skip


def _read_ketentuan(conn: sqlite3.Connection, perjanjian: str) -> tuple[KetentuanTercatat, ...]:
    baris = conn.execute(
        "SELECT jenis, hal, sumber, data FROM ketentuan WHERE perjanjian = ? AND berlaku_sampai = ? ORDER BY urutan",
        (perjanjian, SELAMANYA),
    )
    return tuple(KetentuanTercatat(jenis, hal, sumber, dict(loads(data))) for jenis, hal, sumber, data in baris)


def _read_keadaan(conn: sqlite3.Connection, perjanjian: str) -> tuple[KeadaanTercatat, ...]:
    baris = conn.execute(
        "SELECT dari, sampai, keadaan, sebab FROM keadaan WHERE perjanjian = ? ORDER BY dari", (perjanjian,)
    )
    return tuple(
        KeadaanTercatat(date.fromisoformat(dari), None if sampai == SELAMANYA else date.fromisoformat(sampai),
                        Status(status), sebab)
        for dari, sampai, status, sebab in baris
    )  # fmt: skip


def _read_klausul(conn: sqlite3.Connection, perjanjian: str) -> tuple[KlausulTercatat, ...]:
    baris = conn.execute(
        "SELECT klausul, versi, sidik, pasal FROM pemakaian_klausul WHERE perjanjian = ? ORDER BY urutan",
        (perjanjian,),
    )
    return tuple(KlausulTercatat(*satu) for satu in baris)


def _read_dokumen(conn: sqlite3.Connection, perjanjian: str) -> tuple[DokumenTercatat, ...]:
    baris = conn.execute("SELECT jalur, sidik, peran FROM dokumen WHERE perjanjian = ? ORDER BY urutan", (perjanjian,))
    return tuple(DokumenTercatat(*satu) for satu in baris)


def read_tenggat(conn: sqlite3.Connection, perjanjian: str) -> tuple[TenggatTercatat, ...]:
    """Return the deadlines of an agreement as stored, by day; inside a read transaction."""
    baris = conn.execute(
        "SELECT tanggal, jenis, hal, arah, acuan, tanggal_acuan, batas, hari_kerja, sumber, akibat,"
        " berlaku_dari, berlaku_sampai, sebab_tutup, ketentuan, pemicu, penutup, diam FROM tenggat WHERE perjanjian = ?"
        " ORDER BY tanggal, jenis, ketentuan",
        (perjanjian,),
    )
    return tuple(
        TenggatTercatat(
            date.fromisoformat(tanggal), jenis, hal, arah, acuan, date.fromisoformat(tanggal_acuan), batas,
            bool(hari_kerja), sumber, akibat, date.fromisoformat(dari),
            None if sampai == SELAMANYA else date.fromisoformat(sampai), *tutup,
        )
        for tanggal, jenis, hal, arah, acuan, tanggal_acuan, batas, hari_kerja, sumber, akibat, dari, sampai, *tutup
        in baris
    )  # fmt: skip
