"""Deadlines over the life of an agreement: what each adendum closes, what it opens, what it leaves as it was."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from naskah.registry.adendum import Adendum, KetentuanBerlaku
from naskah.registry.deadlines import Masa, Tenggat, compute_masa, compute_tenggat
from naskah.registry.schema import SELAMANYA


class Riwayat(NamedTuple):
    """The terms of an agreement over time: one for the text as signed, one more for each adendum."""

    masa: list[Masa | None]
    tenggat: list[Tenggat]


def compute_periods(
    ketentuan: Sequence[KetentuanBerlaku], tanggal: date, adendum: Sequence[Adendum], *, tanggal_sama: bool
) -> Riwayat:
    """Return the term after each adendum, and every deadline with the days on which it counts.

    Every date is computed from its anchor anew (the first day, the last day), so nothing drifts from one
    adendum to the next. A deadline that an adendum does not move stays one row.

    Raises:
        NaskahError: as `compute_masa` and `compute_tenggat`.
    """
    semua_masa: list[Masa | None] = []
    terbuka: dict[tuple[Any, ...], Tenggat] = {}
    selesai: list[Tenggat] = []
    batas: list[tuple[str, Adendum | None]] = [(tanggal.isoformat(), None), *((a.berlaku, a) for a in adendum)]
    for langkah, (dari, pengubah) in enumerate(batas):
        letak, aktif = _in_force(ketentuan, langkah, batas)
        masa = compute_masa(aktif, tanggal, tanggal_sama=tanggal_sama)
        semua_masa.append(masa and masa._replace(ketentuan=letak[masa.ketentuan]))
        kini = {}
        for satu in compute_tenggat(aktif, tanggal, masa):
            satu = satu._replace(ketentuan=letak[satu.ketentuan], berlaku_dari=dari)
            kini[_identity(satu)] = satu
        selesai += [
            tutup
            for k, lama in terbuka.items()
            if k not in kini and (tutup := _close(lama, dari, pengubah)) is not None
        ]
        terbuka = {k: terbuka.get(k, satu) for k, satu in kini.items()}
    return Riwayat(semua_masa, [*selesai, *terbuka.values()])


def _in_force(
    ketentuan: Sequence[KetentuanBerlaku], langkah: int, batas: Sequence[tuple[str, Adendum | None]]
) -> tuple[list[int], list[Mapping[str, Any]]]:
    """The terms in force from the `langkah`-th beginning on, and their positions."""
    dari = batas[langkah][0]
    letak = [i for i, k in enumerate(ketentuan) if k.dari <= dari < k.sampai]
    return letak, [ketentuan[i].data for i in letak]


def _identity(satu: Tenggat) -> tuple[Any, ...]:
    """All that makes a deadline what it is; since when it counts is not part of it."""
    return (satu.tanggal, satu.jenis, satu.ketentuan, satu.hal, satu.tanggal_acuan, satu.batas, satu.akibat)


def _close(satu: Tenggat, pada: str, oleh: Adendum | None) -> Tenggat | None:
    """A deadline that an adendum ends; None for one that never counted on any day."""
    if satu.berlaku_sampai != SELAMANYA and satu.berlaku_sampai <= pada:
        return satu
    if satu.berlaku_dari >= pada or oleh is None:
        return None
    return satu._replace(berlaku_sampai=pada, sebab_tutup=f"diubah dengan {oleh.sebutan}", penutup=oleh.peristiwa)
