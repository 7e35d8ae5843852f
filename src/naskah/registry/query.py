"""Reading agreements. On the reading path: no pydantic, no sqlite-utils."""

import sqlite3
from collections.abc import Iterable
from datetime import date
from itertools import groupby
from json import loads
from operator import itemgetter
from typing import Any

from naskah.registry.adendum_query import read_adendum_tercatat, read_akhir_dahulu
from naskah.registry.connection import Registry
from naskah.registry.events import read_peristiwa
from naskah.registry.lookup import not_found
from naskah.registry.records import (
    DokumenTercatat,
    KetentuanTercatat,
    KlausulTercatat,
    KuasaTercatat,
    PihakTercatat,
    RincianPerjanjian,
    RingkasanPerjanjian,
    TenggatTercatat,
)
from naskah.registry.schema import SELAMANYA
from naskah.registry.state import compute_status
from naskah.registry.unreadable import readable


def list_perjanjian(registry: Registry, *, pada: date) -> list[RingkasanPerjanjian]:
    """Return all agreements in the order they were registered, with their state on `pada`.

    Raises:
        NaskahError: the registry cannot be read.
    """
    with registry.read() as conn, readable():
        baris = conn.execute(
            "SELECT id, jenis, judul, tanggal, mulai, mulai_dianggap, akhir, unit FROM perjanjian ORDER BY urutan"
        ).fetchall()
        pihak = conn.execute("SELECT perjanjian, nama, nomor FROM pihak ORDER BY perjanjian, urutan").fetchall()
        dahulu = read_akhir_dahulu(conn, pada)
        per_perjanjian = {nama: list(miliknya) for nama, miliknya in groupby(pihak, key=itemgetter(0))}
        return [
            _ringkasan((*satu[:6], dahulu.get(satu[0], satu[6]), satu[7]), per_perjanjian.get(satu[0], []), pada)
            for satu in baris
        ]


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
            "SELECT jenis, judul, tanggal, tempat, unit, jangka_waktu, mulai, mulai_dianggap, akhir,"
            " akhir_tanggal_sama, tanggal_sama, dapat_diperpanjang FROM perjanjian WHERE id = ?",
            (perjanjian,),
        ).fetchone()
        if baris is None:
            raise not_found(conn, perjanjian)
        (jenis, judul, tanggal, tempat, unit, lama, mulai, dianggap, akhir, akhir_sama, sama, panjang) = baris
        return RincianPerjanjian(
            id=perjanjian,
            jenis=jenis,
            judul=judul,
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
            tenggat=_read_tenggat(conn, perjanjian),
            peristiwa=tuple(read_peristiwa(conn, perjanjian)),
            adendum=read_adendum_tercatat(conn, perjanjian),
        )


def _to_date(teks: str | None) -> date | None:
    return None if teks is None else date.fromisoformat(teks)


def _ringkasan(satu: tuple[Any, ...], pihak: Iterable[tuple[Any, ...]], pada: date) -> RingkasanPerjanjian:
    nama, jenis, judul, teks, mulai, dianggap, akhir, unit = satu
    tanggal, awal, ujung = date.fromisoformat(teks), _to_date(mulai), _to_date(akhir)
    para = list(pihak)
    return RingkasanPerjanjian(
        id=nama,
        jenis=jenis,
        judul=judul,
        pihak=tuple(p[1] for p in para),
        nomor=tuple(p[2] for p in para if p[2] is not None),
        tanggal=tanggal,
        mulai=awal,
        mulai_dianggap=bool(dianggap),
        akhir=ujung,
        unit=unit,
        status=compute_status(pada, tanggal=tanggal, mulai=awal, akhir=ujung),
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


def _read_klausul(conn: sqlite3.Connection, perjanjian: str) -> tuple[KlausulTercatat, ...]:
    baris = conn.execute(
        "SELECT klausul, versi, sidik, pasal FROM pemakaian_klausul WHERE perjanjian = ? ORDER BY urutan",
        (perjanjian,),
    )
    return tuple(KlausulTercatat(*satu) for satu in baris)


def _read_dokumen(conn: sqlite3.Connection, perjanjian: str) -> tuple[DokumenTercatat, ...]:
    baris = conn.execute("SELECT jalur, sidik, peran FROM dokumen WHERE perjanjian = ? ORDER BY urutan", (perjanjian,))
    return tuple(DokumenTercatat(*satu) for satu in baris)


def _read_tenggat(conn: sqlite3.Connection, perjanjian: str) -> tuple[TenggatTercatat, ...]:
    baris = conn.execute(
        "SELECT tanggal, jenis, hal, arah, acuan, tanggal_acuan, batas, hari_kerja, sumber, akibat,"
        " berlaku_dari, berlaku_sampai, sebab_tutup FROM tenggat WHERE perjanjian = ?"
        " ORDER BY tanggal, jenis, ketentuan",
        (perjanjian,),
    )
    return tuple(
        TenggatTercatat(
            date.fromisoformat(tanggal), jenis, hal, arah, acuan, date.fromisoformat(tanggal_acuan), batas,
            bool(hari_kerja), sumber, akibat, date.fromisoformat(dari),
            None if sampai == SELAMANYA else date.fromisoformat(sampai), sebab,
        )
        for tanggal, jenis, hal, arah, acuan, tanggal_acuan, batas, hari_kerja, sumber, akibat, dari, sampai, sebab
        in baris
    )  # fmt: skip
