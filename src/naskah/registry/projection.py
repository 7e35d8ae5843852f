"""The projection: the rows that the events of one agreement come to, and writing them."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from json import loads
from typing import Any

from naskah.bahasa.sebutan_peraturan import name_peraturan
from naskah.model.galat import Galat, NaskahError
from naskah.registry.activity_rows import iter_activity_rows, iter_report_rows
from naskah.registry.adendum import Adendum, read_adendum, trace_kegiatan
from naskah.registry.deadlines import Masa
from naskah.registry.documents import merge_dokumen
from naskah.registry.events import canonical, read_peristiwa
from naskah.registry.identity import compute_jati
from naskah.registry.kinds import Keadaan, fold
from naskah.registry.lifecycle.kinds import read_kejadian
from naskah.registry.lifecycle.parties import change_pihak
from naskah.registry.periods import Bahan, compute_life
from naskah.registry.schema import PERJANJIAN, PROYEKSI, Tabel
from naskah.registry.state import iter_keadaan
from naskah.registry.unreadable import PULIHKAN, TIDAK_TERBACA, explain

# The rows of one table each, in the order of PROYEKSI.
Baris = tuple[list[tuple[Any, ...]], ...]

_JATI = list(PERJANJIAN.kolom).index("jati")
_CUPLIKAN = list(PERJANJIAN.kolom).index("cuplikan")

# So many agreements are written with one statement per table.
BERKAS_KELOMPOK = 500


def project(keadaan: Keadaan, isi: Mapping[str, Any] | None = None) -> Baris:
    """Return the rows of one agreement: a pure function of its events.

    Args:
        keadaan: what its events add up to.
        isi: `keadaan.data` already read from JSON, where the caller has it.

    Raises:
        NaskahError: the facts do not add up (two terms, a deadline without its anchor).
    """
    try:
        return _project(keadaan, loads(keadaan.data) if isi is None else isi)
    except NaskahError as error:
        raise NaskahError(Galat(f"{g.pesan}", kunci=keadaan.perjanjian) for g in error.galat) from error
    except TIDAK_TERBACA as error:
        # Only tampering can make recorded facts unreadable.
        pesan = f"data peristiwa {keadaan.cuplikan} tidak terbaca: {explain(error)}. {PULIHKAN}"
        raise NaskahError(Galat(pesan, kunci=keadaan.perjanjian)) from error


def read_jati(baris: Baris) -> str:
    """Return what the agreement of these rows is known by, whatever its id (see `identity`)."""
    return str(baris[0][0][_JATI])


def number_baris(baris: Baris, urutan: int) -> Baris:
    """Return the rows of an agreement just registered, projected before the number of its event was known."""
    ((_, *isi),) = baris[0]
    isi[_CUPLIKAN - 1] = urutan
    return ([(urutan, *isi)], *baris[1:])


def write_baris(conn: sqlite3.Connection, semua: Iterable[Baris], awalan: str = "") -> int:
    """Insert the rows of many agreements; returns how many agreements there were.

    Args:
        conn: a connection in a write transaction.
        semua: the rows, one item for each agreement.
        awalan: put before each table's name, to write into tables of the same shape.
    """
    perintah = [tabel.insert_sql(awalan + tabel.nama) for tabel in PROYEKSI]
    jumlah = 0
    terkumpul: Baris = tuple([] for _ in PROYEKSI)
    for baris in semua:
        jumlah += 1
        for daftar, tambahan in zip(terkumpul, baris, strict=True):
            daftar += tambahan
        if jumlah % BERKAS_KELOMPOK == 0:
            _flush(conn, perintah, terkumpul)
    _flush(conn, perintah, terkumpul)
    return jumlah


def refresh(conn: sqlite3.Connection, perjanjian: str) -> None:
    """Project one agreement anew from all its events.

    Raises:
        NaskahError: as `project`.
    """
    baris = project(fold(perjanjian, read_peristiwa(conn, perjanjian)))
    for tabel in reversed(PROYEKSI):
        conn.execute(_delete_sql(tabel), (perjanjian,))
    write_baris(conn, [baris])


def _delete_sql(tabel: Tabel) -> str:
    kolom = "perjanjian" if "perjanjian" in tabel.kolom else "id"
    return f"DELETE FROM {tabel.nama} WHERE {kolom} = ?"  # noqa: S608


def _flush(conn: sqlite3.Connection, perintah: list[str], terkumpul: Baris) -> None:
    for sql, daftar in zip(perintah, terkumpul, strict=True):
        conn.executemany(sql, daftar)
        daftar.clear()


def read_bahan(keadaan: Keadaan, isi: Mapping[str, Any]) -> Bahan:
    """Return what the life of an agreement is computed from; `isi`: its facts in force."""
    return Bahan(
        tanggal=date.fromisoformat(keadaan.tanggal or isi["tanggal"]),
        ketentuan=isi["ketentuan"],
        kegiatan=isi.get("kegiatan", ()),
        tanggal_sama=isi["tanggal_sama"],
        adendum=read_adendum(keadaan.adendum),
        kejadian=read_kejadian(keadaan.kejadian),
        laporan=keadaan.laporan,
    )


def fold_bahan(conn: sqlite3.Connection, perjanjian: str) -> Bahan:
    """Return what the life of a registered agreement is computed from, by all its events.

    Raises:
        NaskahError: the events were tampered with.
    """
    keadaan = fold(perjanjian, read_peristiwa(conn, perjanjian))
    return read_bahan(keadaan, loads(keadaan.data))


def _project(keadaan: Keadaan, isi: Mapping[str, Any]) -> Baris:
    nama = keadaan.perjanjian
    bahan = read_bahan(keadaan, isi)
    tanggal, kegiatan, adendum, kejadian = bahan.tanggal, bahan.kegiatan, bahan.adendum, bahan.kejadian
    pihak = change_pihak(isi["pihak"], adendum, kejadian)
    dokumen = [*merge_dokumen(isi["dokumen"], keadaan.dokumen), *(d for a in adendum for d in a.data["dokumen"])]
    riwayat = compute_life(bahan)
    masa = riwayat.masa[-1]
    perjanjian = (
        keadaan.urutan,
        nama,
        isi["jenis"],
        isi["judul"],
        isi.get("nomor"),
        tanggal.isoformat(),
        isi.get("tempat"),
        isi.get("unit"),
        masa.lama if masa else None,
        masa.mulai.isoformat() if masa else None,
        int(masa.mulai_dianggap) if masa else 0,
        riwayat.akhir.isoformat() if riwayat.akhir else None,
        masa.akhir_tanggal_sama.isoformat() if masa else None,
        int(isi["tanggal_sama"]),
        int(masa.dapat_diperpanjang) if masa else 0,
        keadaan.cuplikan,
        compute_jati(isi),
    )
    return (
        [perjanjian],
        [
            (nama, i, p["sebutan"], p["nama"], p.get("nomor"), p.get("kedudukan"), canonical(p["korespondensi"]))
            for i, p in enumerate(pihak, 1)
        ],
        [(nama, i, p.get("penandatangan"), p.get("jabatan")) for i, p in enumerate(pihak, 1)],
        list(_kuasa(nama, pihak)),
        [
            (nama, i, k.data["jenis"], k.data.get("hal"), k.data["sumber"], canonical(k.data), k.dari, k.sampai)
            for i, k in enumerate(riwayat.ketentuan)
        ],
        [(nama, i, k["klausul"], k["versi"], k["sidik"], k["pasal"]) for i, k in enumerate(isi["klausul"])],
        [(nama, i, d["jalur"], d["sidik"], d["peran"]) for i, d in enumerate(dokumen)],
        [(t[0], nama, *t[1:]) for t in riwayat.tenggat],
        list(_adendum(nama, adendum, riwayat.masa)),
        [(nama, *satu) for satu in iter_keadaan(riwayat.babak)],
        list(iter_activity_rows(nama, trace_kegiatan(kegiatan, tanggal.isoformat(), adendum))),
        list(iter_report_rows(nama, keadaan.laporan)),
        [(nama, i, name_peraturan(satu)) for i, satu in enumerate(isi.get("dasar_hukum", ()))],
    )


def _adendum(nama: str, adendum: Iterable[Adendum], masa: Sequence[Masa | None]) -> Iterator[tuple[Any, ...]]:
    akhir = [m.akhir.isoformat() if m else None for m in masa]
    for i, satu in enumerate(adendum):
        d = satu.data
        ciri = (d["urutan"], d["id"], d["tanggal"], d["berlaku"], canonical(d["nomor"]))
        yield (nama, *ciri, akhir[i], akhir[i + 1], satu.peristiwa)


def _kuasa(nama: str, pihak: Iterable[Mapping[str, Any]]) -> Iterator[tuple[Any, ...]]:
    for i, satu in enumerate(pihak, 1):
        for j, k in enumerate(satu["kuasa"]):
            yield (nama, i, j, k["jenis"], k["dokumen"], k.get("nomor"), k.get("tanggal"), k.get("tentang"))
