"""Recording what happened to agreements that are registered: one event, or many in one transaction."""

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from json import loads
from typing import Any, NamedTuple

from naskah.bahasa.tanggal import format_tanggal
from naskah.model.galat import Galat, NaskahError
from naskah.registry.connection import Registry
from naskah.registry.deadline_names import name_tenggat
from naskah.registry.documents import Bukti
from naskah.registry.events import Peristiwa, PeristiwaBaru, append, canonical, check_oleh
from naskah.registry.kinds import DIADENDUM, DIDAFTARKAN
from naskah.registry.lifecycle import kinds
from naskah.registry.lifecycle.checks import Perjanjian, iter_faults
from naskah.registry.lifecycle.fields import find_kind, read_fields
from naskah.registry.lifecycle.kinds import Kejadian
from naskah.registry.lifecycle.meant import complete_names
from naskah.registry.periods import compute_life
from naskah.registry.projection import refresh
from naskah.registry.recorded import Tercatat
from naskah.registry.successors import iter_successor_faults

_HARUS_MENUTUP = (kinds.DIPENUHI, kinds.DIKESAMPINGKAN)


class Catatan(NamedTuple):
    """An event as somebody tells it; `isian` are its fields as typed (`lifecycle.kinds`)."""

    perjanjian: str
    jenis: str
    tanggal: date
    isian: Mapping[str, Any] = {}
    bukti: Bukti | None = None
    # Where it was told, for the message when it is wrong: a file and its row.
    berkas: str | None = None
    baris: int | None = None


def record(
    registry: Registry,
    perjanjian: str,
    jenis: str,
    tanggal: date,
    *,
    oleh: str,
    data: Mapping[str, Any] | None = None,
    bukti: Bukti | None = None,
    waktu: datetime | None = None,
) -> Peristiwa:
    """Record one event of a registered agreement and refresh its projection.

    Args:
        registry: an open registry.
        perjanjian: the id of the agreement.
        jenis: the kind of event, such as "kahar-terjadi".
        tanggal: the day it happened.
        oleh: who records it.
        data: its fields, as typed.
        bukti: the file that shows it.
        waktu: when it is recorded; now, unless given.

    Raises:
        NaskahError: unknown agreement or kind, fields missing or wrong, not possible in the state of the agreement,
            the same event once more, or the registry cannot be written.
    """
    catatan = Catatan(perjanjian, jenis, tanggal, data or {}, bukti)
    (peristiwa,) = record_many(registry, [catatan], oleh=oleh, waktu=waktu)
    if peristiwa is None:
        raise NaskahError(Galat("peristiwa yang sama sudah tercatat; tidak ada yang perlu dicatat", kunci=perjanjian))
    return peristiwa


def record_many(
    registry: Registry,
    catatan: Iterable[Catatan],
    *,
    oleh: str,
    waktu: datetime | None = None,
    sekali: bool = False,
    sudah_salah: Iterable[Galat] = (),
) -> list[Peristiwa | None]:
    """Record many events in one transaction: all of them, or none.

    Args:
        registry: an open registry.
        catatan: the events, in the order in which they are recorded.
        oleh: who records them.
        waktu: when they are recorded; now, unless given.
        sekali: what was recorded before and corrected since counts as recorded, so that a sheet can be run again.
        sudah_salah: what was found wrong before; it is told together with the rest, and nothing is recorded.

    Returns:
        One for each, in their order; None for one that is recorded already.

    Raises:
        NaskahError: as `record`, for every event that is wrong.
    """
    pencatat = check_oleh(oleh)
    saat = waktu or datetime.now().astimezone()
    galat = list(sudah_salah)
    hasil: list[Peristiwa | None] = []
    tercatat: dict[str, Tercatat] = {}
    with registry.write() as conn:
        for satu in catatan:
            conn.execute("SAVEPOINT satu")
            try:
                milik = tercatat.get(satu.perjanjian) or Tercatat(conn, satu.perjanjian)
                tercatat[satu.perjanjian] = milik
                peristiwa = _record_one(conn, satu, milik, pencatat, saat, sekali=sekali)
            except NaskahError as error:
                # Undone, so that what follows is judged without it.
                conn.execute("ROLLBACK TO satu")
                galat += [_place(g, satu) for g in error.galat]
                continue
            finally:
                conn.execute("RELEASE satu")
            hasil.append(peristiwa)
        if galat:
            raise NaskahError(sorted(galat, key=lambda g: g.baris or 0))
        for nama in dict.fromkeys(p.perjanjian for p in hasil if p is not None):
            refresh(conn, nama)
    return hasil


def _place(galat: Galat, catatan: Catatan) -> Galat:
    if galat.kunci == catatan.perjanjian:
        return Galat(galat.pesan, catatan.berkas, catatan.baris, catatan.perjanjian)
    bidang = f"{galat.kunci}: " if galat.kunci else ""
    return Galat(bidang + galat.pesan, catatan.berkas, catatan.baris, f"{catatan.perjanjian}, {catatan.jenis}")


def _record_one(
    conn: sqlite3.Connection, catatan: Catatan, tercatat: Tercatat, oleh: str, waktu: datetime, *, sekali: bool
) -> Peristiwa | None:
    kind = find_kind(catatan.jenis)
    data = read_fields(kind, catatan.isian)
    bahan = tercatat.perjalanan.bahan
    data = complete_names(bahan, kind.jenis, catatan.tanggal.isoformat(), data, peraturan=tercatat.peraturan)
    data |= {"bukti": catatan.bukti._asdict()} if catatan.bukti else {}
    baru = PeristiwaBaru(catatan.perjanjian, kind.jenis, catatan.tanggal.isoformat(), canonical(data))
    if tercatat.has(baru, dikoreksi=sekali):
        return None
    calon = Kejadian(0, kind.jenis, baru.tanggal, data)
    salah = [*_check_targets(conn, calon, tercatat)]
    if salah:
        raise NaskahError(Galat(pesan) for pesan in salah)
    (peristiwa,) = append(conn, [baru], oleh=oleh, waktu=waktu)
    kejadian = calon._replace(urutan=peristiwa.urutan)
    try:
        perjanjian = tercatat.add(peristiwa, kejadian)
        salah += iter_faults(kejadian, perjanjian, waktu.date())
        if not salah and (kind.jenis in _HARUS_MENUTUP or "untuk" in data):
            salah += _check_effect(kejadian, perjanjian)
        if salah:
            raise NaskahError(Galat(pesan) for pesan in salah)
    except NaskahError:
        tercatat.drop(peristiwa)
        raise
    return peristiwa


def _check_targets(conn: sqlite3.Connection, kejadian: Kejadian, tercatat: Tercatat) -> Iterable[str]:
    """What an event names outside itself must be there: another agreement, another event."""
    if kejadian.jenis == kinds.DIGANTIKAN:
        yield from iter_successor_faults(conn, tercatat.semua[0].perjanjian, kejadian)
    if kejadian.jenis != kinds.KOREKSI:
        return
    sasaran = next((p for p in tercatat.semua if p.urutan == kejadian.data["peristiwa"]), None)
    if sasaran is None:
        yield f"peristiwa: {kejadian.data['peristiwa']} bukan peristiwa perjanjian ini"
    elif sasaran.urutan in tercatat.batal:
        yield f"peristiwa: {sasaran.urutan} sudah dikoreksi"
    elif sasaran.jenis in (DIDAFTARKAN, kinds.KOREKSI):
        yield f"peristiwa: {sasaran.jenis} tidak dapat dikoreksi. Catat kembali yang benar"
    else:
        yield from _check_dependents(sasaran, tercatat.list_live())


def _check_dependents(sasaran: Peristiwa, hidup: Iterable[Peristiwa]) -> Iterable[str]:
    for satu in hidup:
        data = loads(satu.data)
        tentang = satu.jenis in (kinds.JAWABAN, kinds.DITERIMA) and data["atas"] == sasaran.urutan
        menyusul = sasaran.jenis == satu.jenis == DIADENDUM and data["urutan"] > loads(sasaran.data)["urutan"]
        if tentang or menyusul:
            yield f"peristiwa: {satu.urutan} ({satu.jenis}) bergantung padanya. Koreksi yang itu lebih dahulu"


def _check_effect(kejadian: Kejadian, perjanjian: Perjanjian) -> Iterable[str]:
    """An event that settles a deadline must have found one."""
    tenggat = compute_life(perjanjian.bahan).tenggat
    if any(t.penutup == kejadian.urutan for t in tenggat):
        return
    terbuka: dict[str, str] = {}
    for t in sorted(tenggat):
        if t.berlaku_dari <= kejadian.tanggal < t.berlaku_sampai:
            terbuka.setdefault(name_tenggat(t.jenis, t.hal), t.tanggal)
    sebut = "; ".join(f"{nama} ({format_tanggal(date.fromisoformat(hari))})" for nama, hari in [*terbuka.items()][:6])
    saran = f"Yang terbuka: {sebut}" if terbuka else "Tidak ada tenggat yang terbuka"
    yield f"tidak ada tenggat terbuka yang cocok pada hari itu. {saran}"
