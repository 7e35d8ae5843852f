"""The projection: the rows that the events of one agreement come to, and writing them."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from json import loads
from typing import Any

from naskah.model.galat import Galat, NaskahError
from naskah.registry.activity_rows import iter_activity_rows, iter_report_rows
from naskah.registry.adendum import Adendum, amend_kegiatan, amend_ketentuan, amend_pihak, read_adendum
from naskah.registry.deadlines import Masa
from naskah.registry.documents import merge_dokumen
from naskah.registry.events import canonical, read_peristiwa
from naskah.registry.identity import compute_jati
from naskah.registry.kinds import Keadaan, fold
from naskah.registry.periods import compute_periods
from naskah.registry.schema import PERJANJIAN, PROYEKSI, Tabel
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


def _project(keadaan: Keadaan, isi: Mapping[str, Any]) -> Baris:
    nama = keadaan.perjanjian
    tanggal = date.fromisoformat(keadaan.tanggal or isi["tanggal"])
    adendum = read_adendum(keadaan.adendum)
    ketentuan = amend_ketentuan(isi["ketentuan"], tanggal.isoformat(), adendum)
    pihak = amend_pihak(isi["pihak"], adendum)
    dokumen = [*merge_dokumen(isi["dokumen"], keadaan.dokumen), *(d for a in adendum for d in a.data["dokumen"])]
    riwayat = compute_periods(ketentuan, tanggal, adendum, tanggal_sama=isi["tanggal_sama"])
    masa = riwayat.masa[-1]
    perjanjian = (
        keadaan.urutan,
        nama,
        isi["jenis"],
        isi["judul"],
        tanggal.isoformat(),
        isi["tempat"],
        isi.get("unit"),
        masa.lama if masa else None,
        masa.mulai.isoformat() if masa else None,
        int(masa.mulai_dianggap) if masa else 0,
        masa.akhir.isoformat() if masa else None,
        masa.akhir_tanggal_sama.isoformat() if masa else None,
        int(isi["tanggal_sama"]),
        int(masa.dapat_diperpanjang) if masa else 0,
        keadaan.cuplikan,
        compute_jati(isi),
    )
    return (
        [perjanjian],
        [
            (nama, i, p["sebutan"], p["nama"], p.get("nomor"), p["kedudukan"], canonical(p["korespondensi"]))
            for i, p in enumerate(pihak, 1)
        ],
        [(nama, i, p["penandatangan"], p["jabatan"]) for i, p in enumerate(pihak, 1)],
        list(_kuasa(nama, pihak)),
        [
            (nama, i, k.data["jenis"], k.data.get("hal"), k.data["sumber"], canonical(k.data), k.dari, k.sampai)
            for i, k in enumerate(ketentuan)
        ],
        [(nama, i, k["klausul"], k["versi"], k["sidik"], k["pasal"]) for i, k in enumerate(isi["klausul"])],
        [(nama, i, d["jalur"], d["sidik"], d["peran"]) for i, d in enumerate(dokumen)],
        [(t[0], nama, *t[1:]) for t in riwayat.tenggat],
        list(_adendum(nama, adendum, riwayat.masa)),
        list(iter_activity_rows(nama, {"kegiatan": amend_kegiatan(isi.get("kegiatan", ()), adendum)})),
        list(iter_report_rows(nama, keadaan.laporan)),
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
