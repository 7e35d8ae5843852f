"""The exact days of a deadline: the one place that turns what is stored, and the holidays, into dates.

Whoever shows a deadline asks here, so that no two displays disagree.
"""

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from naskah.bahasa.hari_kerja import Kalender

_JUMLAH = re.compile(r"\d+")


class HariTenggat(NamedTuple):
    """The days of one deadline."""

    tanggal: date  # the legal date
    target: date  # the working day on which it must be ready
    sementara: bool  # the holidays that decide the target (or the date) are not decreed yet


# tanggal (as stored), arah, batas (None unless counted in working days), tanggal_acuan; dates as ISO text.
Penghitung = Callable[[str, str, str | None, str], HariTenggat]


def make_counter(kalender: "Kalender") -> Penghitung:
    """Return the function that counts the days of stored deadlines by this calendar."""

    # Many agreements share a day; what the calendar says of it is asked once.
    @cache
    def find_target(tanggal: date, arah: str) -> tuple[date, bool]:
        target = kalender.target_sebelum if arah == "sebelum" else kalender.target_setelah
        return target(tanggal), kalender.is_sementara(tanggal)

    @cache
    def find_tanggal(acuan: str, batas: str, arah: str) -> tuple[date, bool]:
        angka = _JUMLAH.match(batas)
        assert angka is not None  # the plain form of Durasi, "14 hari kerja"
        mulai = date.fromisoformat(acuan)
        hitung = kalender.subtract_hari_kerja if arah == "sebelum" else kalender.add_hari_kerja
        return hitung(mulai, int(angka[0])), kalender.is_sementara(mulai)

    def count(tersimpan: str, arah: str, batas: str | None, acuan: str) -> HariTenggat:
        ragu = False
        if batas is None:
            tanggal = date.fromisoformat(tersimpan)
        else:
            tanggal, ragu = find_tanggal(acuan, batas, arah)
        target, sementara = find_target(tanggal, arah)
        return HariTenggat(tanggal, target, ragu or sementara)

    return count
