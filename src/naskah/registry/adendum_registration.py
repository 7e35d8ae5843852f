"""Registering an adendum: an event of its parent, recorded together with its tree."""

import sqlite3
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from json import loads
from typing import Any, Literal

from naskah.bahasa.tanggal import format_tanggal
from naskah.model.galat import Galat, NaskahError
from naskah.model.pendaftaran_adendum import PendaftaranAdendum
from naskah.registry.adendum import Adendum, extends, name_adendum, read_adendum
from naskah.registry.connection import Registry
from naskah.registry.events import PeristiwaBaru, append, canonical, check_oleh, read_peristiwa
from naskah.registry.history import check_history
from naskah.registry.kinds import DIADENDUM
from naskah.registry.lifecycle.kinds import find_batal
from naskah.registry.lookup import ensure_terdaftar
from naskah.registry.projection import refresh
from naskah.registry.state import TAMAT, Status
from naskah.registry.trees import pack_tree, store_trees

_TIDAK_BOLEH = TAMAT | {Status.RANCANGAN}

Hasil = Literal["baru", "sama", "diperbarui"]


def register_adendum(
    registry: Registry,
    pendaftaran: PendaftaranAdendum,
    *,
    oleh: str,
    waktu: datetime | None = None,
    perbarui: bool = False,
) -> Hasil:
    """Register an adendum under its parent; registering the same facts again records nothing.

    Args:
        registry: an open registry.
        pendaftaran: the facts.
        oleh: who registers it.
        waktu: when; now, unless given.
        perbarui: let other facts replace those registered before under this id, as long as it is the last adendum.

    Raises:
        NaskahError: the parent is not registered, other facts are registered under this id, the ordinal is not the
            next, or the registry cannot be written. Nothing is recorded then.
    """
    pencatat = check_oleh(oleh)
    teks = canonical(pendaftaran.model_dump(mode="json", exclude_none=True))
    with registry.write() as conn:
        ensure_terdaftar(conn, pendaftaran.induk)
        semua = list_adendum(conn, pendaftaran.induk)
        hasil = _decide(conn, pendaftaran, teks, semua, perbarui=perbarui)
        if hasil == "sama":
            return hasil
        if pendaftaran.isi_naskah is not None:
            store_trees(conn, [pack_tree(pendaftaran.isi_naskah)])
        baru = PeristiwaBaru(pendaftaran.induk, DIADENDUM, pendaftaran.tanggal.isoformat(), teks)
        append(conn, [baru], oleh=pencatat, waktu=waktu or datetime.now().astimezone())
        check_history(conn, pendaftaran.induk)
        refresh(conn, pendaftaran.induk)
    return hasil


def find_adendum_conflicts(
    registry: Registry, semua: Iterable[PendaftaranAdendum], *, perbarui: bool = False
) -> dict[str, NaskahError]:
    """Return, by id, why `register_adendum` would refuse one of these; nothing is recorded.

    Raises:
        NaskahError: the registry cannot be read.
    """
    hasil: dict[str, NaskahError] = {}
    with registry.read() as conn:
        for satu in semua:
            try:
                ensure_terdaftar(conn, satu.induk)
                teks = canonical(satu.model_dump(mode="json", exclude_none=True))
                _decide(conn, satu, teks, list_adendum(conn, satu.induk), perbarui=perbarui)
            except NaskahError as error:
                hasil[satu.id] = error
    return hasil


def list_adendum(conn: sqlite3.Connection, perjanjian: str) -> list[Adendum]:
    """Return the adenda of an agreement in their order, without those that corrections reverse."""
    semua = list(read_peristiwa(conn, perjanjian))
    batal = find_batal(semua)
    return read_adendum(p for p in semua if p.jenis == DIADENDUM and p.urutan not in batal)


def _decide(
    conn: sqlite3.Connection, baru: PendaftaranAdendum, teks: str, semua: list[Adendum], *, perbarui: bool
) -> Hasil:
    lama = next((a for a in semua if a.data["id"] == baru.id), None)
    if lama is None:
        _check_new(conn, baru, semua)
        return "baru"
    berbeda = _list_differences(lama.data, loads(teks))
    if not berbeda:
        return "sama"
    if not perbarui:
        raise _fault(
            baru,
            f"adendum ini sudah terdaftar dengan isi lain (berbeda pada: {', '.join(berbeda)}). Bila memang berubah, "
            "ulangi dengan --perbarui; bila ini adendum lain, beri id lain.",
        )
    # How the drafter wrote a change may be put right at any time, as long as the text that was signed is the same.
    if lama is not semua[-1] and berbeda != ["perubahan"]:
        raise _fault(baru, f"sesudah adendum ini sudah ada {semua[-1].sebutan}, jadi isinya tidak dapat diganti lagi.")
    _check_order(baru, semua[: semua.index(lama)])
    return "diperbarui"


def _check_new(conn: sqlite3.Connection, baru: PendaftaranAdendum, semua: list[Adendum]) -> None:
    pemilik = conn.execute("SELECT perjanjian FROM adendum WHERE id = ? LIMIT 1", (baru.id,)).fetchone()
    if pemilik is not None:
        raise _fault(baru, f'id ini sudah dipakai adendum atas "{pemilik[0]}". Beri id lain.')
    if conn.execute("SELECT 1 FROM perjanjian WHERE id = ?", (baru.id,)).fetchone():
        raise _fault(baru, "id ini sudah dipakai sebuah perjanjian. Beri id lain.")
    for satu in semua:
        if baru.nomor and sorted(satu.data.get("nomor", ())) == sorted(baru.nomor):
            pesan = f'{satu.sebutan} bernomor sama, terdaftar dengan id "{satu.data["id"]}". Tulis id itu di rancangan.'
            raise _fault(baru, pesan)
    _check_state(conn, baru)
    _check_order(baru, semua)


def _check_order(baru: PendaftaranAdendum, sebelum: list[Adendum]) -> None:
    """The ordinal in the text must be the one that the registry gives."""
    if baru.urutan != len(sebelum) + 1:
        pesan = (
            f"naskahnya menyebut {name_adendum(baru.urutan)}, padahal menurut registri ini "
            f"{name_adendum(len(sebelum) + 1)}. Susun ulang adendumnya."
        )
        raise _fault(baru, pesan)
    if sebelum and baru.berlaku.isoformat() < sebelum[-1].berlaku:
        lalu = sebelum[-1]
        pesan = (
            f"mulai berlaku {format_tanggal(baru.berlaku)}, sebelum {lalu.sebutan} mulai berlaku"
            f" ({format_tanggal(date.fromisoformat(lalu.berlaku))}). Isi tanggal berlakunya dengan tanggal itu atau"
            " sesudahnya."
        )
        raise _fault(baru, pesan)


def _check_state(conn: sqlite3.Connection, baru: PendaftaranAdendum) -> None:
    """What has ended cannot be changed any more, and what is not signed yet is changed in its draft."""
    for apa, hari in (("ditandatangani", baru.tanggal), ("mulai berlaku", baru.berlaku)):
        keadaan, sebab = _read_keadaan(conn, baru.induk, hari)
        if apa == "mulai berlaku" and keadaan == Status.BERAKHIR and _continues(conn, baru):
            continue
        if keadaan in _TIDAK_BOLEH:
            karena = f" ({sebab})" if sebab else ""
            pesan = f'{apa} {format_tanggal(hari)}, ketika perjanjiannya "{keadaan}"{karena}.'
            raise _fault(baru, f"{pesan} Periksa tanggalnya; yang sudah berakhir diganti dengan perjanjian baru.")


def _continues(conn: sqlite3.Connection, baru: PendaftaranAdendum) -> bool:
    """Whether an extension takes effect on the day after the last day: there is no gap."""
    kemarin = baru.berlaku - timedelta(days=1)
    keadaan, _ = _read_keadaan(conn, baru.induk, kemarin)
    return keadaan not in _TIDAK_BOLEH and extends(baru.model_dump(mode="json"))


def _read_keadaan(conn: sqlite3.Connection, perjanjian: str, hari: date) -> tuple[str, str | None]:
    keadaan, sebab = conn.execute(
        "SELECT keadaan, sebab FROM keadaan WHERE perjanjian = ?1 AND dari <= ?2 AND sampai > ?2",
        (perjanjian, hari.isoformat()),
    ).fetchone()
    return keadaan, sebab


def _list_differences(lama: Any, baru: Any) -> list[str]:
    # Files are no facts of an adendum: a Word file may be made again.
    return [k for k in dict.fromkeys((*baru, *lama)) if k != "dokumen" and lama.get(k) != baru.get(k)]


def _fault(baru: PendaftaranAdendum, pesan: str) -> NaskahError:
    return NaskahError(Galat(pesan, kunci=baru.id))
