"""Recording the events that follow after an agreement is registered."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from naskah.model.galat import NaskahError
from naskah.registry.connection import Registry
from naskah.registry.events import Peristiwa, PeristiwaBaru, append, canonical, check_oleh
from naskah.registry.kinds import KINDS
from naskah.registry.lookup import ensure_terdaftar
from naskah.registry.projection import refresh


def record(
    registry: Registry,
    perjanjian: str,
    jenis: str,
    tanggal: date,
    *,
    oleh: str,
    data: Mapping[str, Any] | None = None,
    waktu: datetime | None = None,
) -> Peristiwa:
    """Record one event of a registered agreement and refresh its projection.

    Args:
        registry: an open registry.
        perjanjian: the id of the agreement.
        jenis: the kind of event, such as "ditandatangani".
        tanggal: the day it happened.
        oleh: who records it.
        data: what else is known of it, as JSON values.
        waktu: when it is recorded; now, unless given.

    Raises:
        NaskahError: unknown agreement or kind, or the registry cannot be written.
    """
    kind = KINDS.get(jenis)
    if kind is None or not kind.mandiri:
        boleh = ", ".join(k.jenis for k in KINDS.values() if k.mandiri)
        raise NaskahError(f'peristiwa "{jenis}" tidak dapat dicatat tersendiri. Yang dapat: {boleh}.')
    pencatat = check_oleh(oleh)
    baru = PeristiwaBaru(perjanjian, jenis, tanggal.isoformat(), canonical(dict(data or {})))
    with registry.write() as conn:
        ensure_terdaftar(conn, perjanjian)
        (peristiwa,) = append(conn, [baru], oleh=pencatat, waktu=waktu or datetime.now().astimezone())
        refresh(conn, perjanjian)
    return peristiwa
