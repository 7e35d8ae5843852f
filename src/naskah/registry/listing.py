"""Long lists of agreements, row by row: however many there are, a handful of them is in memory."""

from collections.abc import Iterator
from datetime import date
from json import loads
from typing import TYPE_CHECKING, NamedTuple

from naskah.registry.adendum_query import read_akhir_dahulu
from naskah.registry.connection import Registry
from naskah.registry.exact_days import make_counter
from naskah.registry.state import Status
from naskah.registry.unreadable import readable

if TYPE_CHECKING:
    from naskah.bahasa.hari_kerja import Kalender


class BarisDaftar(NamedTuple):
    """One agreement of a list, as it was on the day asked about."""

    id: str
    jenis: str
    judul: str
    pihak: tuple[str, ...]
    nomor: tuple[str, ...]
    tanggal: date
    mulai: date | None
    jangka_waktu: str | None
    akhir: date | None
    unit: str | None
    status: str
    sebab: str | None
    tenggat: date | None  # the next one, by its legal date
    jenis_tenggat: str | None
    hal_tenggat: str | None


class Perubahan(NamedTuple):
    """Something that happened to an agreement within a stretch of time."""

    id: str
    jenis: str
    judul: str
    pihak: tuple[str, ...]
    unit: str | None
    tanggal: date
    keterangan: str | None


_PIHAK = "(SELECT json_group_array(nama) FROM (SELECT nama FROM pihak WHERE perjanjian = p.id ORDER BY urutan))"
_DAFTAR = f"""SELECT p.id, p.jenis, p.judul, {_PIHAK}, p.nomor,
  (SELECT json_group_array(nomor) FROM
    (SELECT nomor FROM pihak WHERE perjanjian = p.id AND nomor IS NOT NULL ORDER BY urutan)),
  p.tanggal, p.mulai, p.jangka_waktu, p.akhir, p.unit, k.keadaan, k.sebab,
  (SELECT json_array(t.tanggal, t.jenis, t.hal, t.arah, iif(t.hari_kerja, t.batas, NULL), t.tanggal_acuan)
   FROM tenggat t WHERE t.perjanjian = p.id AND t.tanggal >= ?1 AND t.berlaku_dari <= ?1 AND t.berlaku_sampai > ?1
   ORDER BY t.tanggal, t.jenis LIMIT 1)
FROM perjanjian p JOIN keadaan k ON k.perjanjian = p.id AND k.dari <= ?1 AND k.sampai > ?1
ORDER BY p.tanggal, p.urutan"""  # noqa: S608


def iter_daftar(registry: Registry, *, pada: date, kalender: "Kalender") -> Iterator[BarisDaftar]:
    """Yield all agreements by the day of signing, each with its state and next deadline on `pada`.

    Args:
        registry: an open registry; it stays in one reading transaction until the last row is taken.
        pada: the day asked about.
        kalender: the working days, for deadlines that are counted in them.

    Raises:
        NaskahError: the registry cannot be read.
    """
    hitung = make_counter(kalender)
    with registry.read() as conn, readable():
        dahulu = read_akhir_dahulu(conn, pada)
        for (
            nama,
            jenis,
            judul,
            pihak,
            tunggal,
            nomor,
            tanggal,
            mulai,
            lama,
            akhir,
            unit,
            status,
            sebab,
            tenggat,
        ) in conn.execute(_DAFTAR, (pada.isoformat(),)):
            hari, apa, hal = None, None, None
            if tenggat is not None:
                tersimpan, apa, hal, arah, batas, acuan = loads(tenggat)
                hari = hitung(tersimpan, arah, batas, acuan).tanggal
            yield BarisDaftar(
                nama, jenis, judul, tuple(loads(pihak)), (*([tunggal] if tunggal else []), *loads(nomor)),
                date.fromisoformat(tanggal), _to_date(mulai), lama, _to_date(dahulu.get(nama, akhir)), unit,
                status, sebab, hari, apa, hal,
            )  # fmt: skip


def list_signed(registry: Registry, dari: date, sampai: date) -> list[Perubahan]:
    """Return the agreements signed from `dari` to `sampai`, both included.

    Raises:
        NaskahError: the registry cannot be read.
    """
    return _list(registry, "p.tanggal", "NULL", "perjanjian p WHERE p.tanggal BETWEEN ? AND ?", dari, sampai)


def list_extended(registry: Registry, dari: date, sampai: date) -> list[Perubahan]:
    """Return the agreements whose last day an adendum signed within these days moved further; the new last day.

    Raises:
        NaskahError: the registry cannot be read.
    """
    sumber = (
        "adendum a JOIN perjanjian p ON p.id = a.perjanjian WHERE a.tanggal BETWEEN ? AND ?"
        " AND ifnull(a.akhir, '9999-12-31') > ifnull(a.akhir_semula, '9999-12-31')"
    )
    return _list(registry, "a.tanggal", "a.akhir", sumber, dari, sampai)


def list_ended(registry: Registry, dari: date, sampai: date, status: tuple[Status, ...]) -> list[Perubahan]:
    """Return the agreements that came into one of these states the day after one of these days, and why.

    For states that an agreement has once it is over, the day is its last day in force.

    Raises:
        NaskahError: the registry cannot be read.
    """
    tanda = ", ".join("?" * len(status))
    sumber = (
        "keadaan k JOIN perjanjian p ON p.id = k.perjanjian"
        f" WHERE k.dari > ? AND k.dari <= date(?, '+1 day') AND k.keadaan IN ({tanda})"
    )
    alasan = "k.keadaan || ifnull(': ' || nullif(k.sebab, k.keadaan), '')"
    return _list(registry, "date(k.dari, '-1 day')", alasan, sumber, dari, sampai, *status)


def list_in_state(registry: Registry, pada: date, status: Status) -> list[Perubahan]:
    """Return the agreements that are in this state on a day, with their last day.

    Raises:
        NaskahError: the registry cannot be read.
    """
    sumber = "keadaan k JOIN perjanjian p ON p.id = k.perjanjian WHERE k.dari <= ? AND k.sampai > ? AND k.keadaan = ?"
    return _list(registry, "p.akhir", "NULL", sumber, pada, pada, status)


def _list(registry: Registry, hari: str, keterangan: str, sumber: str, *nilai: date | str) -> list[Perubahan]:
    sql = (
        f"SELECT p.id, p.jenis, p.judul, {_PIHAK}, p.unit, {hari}, {keterangan} FROM {sumber} ORDER BY {hari}, p.urutan"  # noqa: S608
    )
    isi = [satu.isoformat() if isinstance(satu, date) else satu for satu in nilai]
    with registry.read() as conn, readable():
        return [
            Perubahan(nama, jenis, judul, tuple(loads(pihak)), unit, date.fromisoformat(tanggal), alasan)
            for nama, jenis, judul, pihak, unit, tanggal, alasan in conn.execute(sql, isi)
        ]


def _to_date(teks: str | None) -> date | None:
    return None if teks is None else date.fromisoformat(teks)
