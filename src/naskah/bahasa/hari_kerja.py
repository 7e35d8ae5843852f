"""Working days: Monday to Friday minus national holidays minus cuti bersama (tanggal.md 5-6).

The `holidays` library gives the days off: its category `public` holds the national holidays, its
category `government` the cuti bersama. Only the decree of three ministers (SKB) makes both certain,
so the last year for which the library has any cuti bersama is the last year of a published decree
that it knows (2027 in holidays 0.108). Later years are `sementara`: no cuti bersama yet, and
Islamic, Buddhist and Chinese dates are estimates, which the library marks "(perkiraan)". After 2100
it has no holidays at all.
"""

import json
from collections.abc import Collection, Mapping
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from naskah.bahasa.bulan_hari import format_tanggal
from naskah.bahasa.durasi import shift_hari
from naskah.bahasa.galat import BahasaError

_SABTU = 5
_TAHUN_CUTI_BERSAMA_PERTAMA = 2002
# The years of hari_libur.json, written by scripts/build_holidays.py; for others the library is asked.
TAHUN_TABEL = range(1990, 2101)


class Kalender:
    """Which days are working days: the national calendar, and a workspace's own table over it.

    Args:
        libur: local days off and their names, added to the national ones.
        masuk: days that are working days after all, over everything else (even a Saturday).
        tahun_pasti: years whose decree the workspace holds in `libur` itself: no longer
            `sementara`, and the library's estimates for them are ignored.

    Raises:
        BahasaError: a date stands in both `libur` and `masuk`.
    """

    def __init__(
        self,
        libur: Mapping[date, str] | None = None,
        masuk: Collection[date] = (),
        *,
        tahun_pasti: Collection[int] = (),
    ) -> None:
        self._libur = dict(libur or {})
        self._masuk = frozenset(masuk)
        self._tahun_pasti = frozenset(tahun_pasti)
        rangkap = sorted(self._masuk & self._libur.keys())
        if rangkap:
            raise BahasaError(
                f"{format_tanggal(rangkap[0])} tercatat sebagai hari libur dan juga sebagai hari masuk."
                " Hapus salah satunya."
            )

    def is_hari_kerja(self, d: date) -> bool:
        """Whether `d` is a working day."""
        if d in self._masuk:
            return True
        return d.weekday() < _SABTU and self.nama_libur(d) is None

    def nama_libur(self, d: date) -> str | None:
        """Return the name of the holiday or cuti bersama on `d`; None on others, weekends included."""
        if d in self._masuk:
            return None
        lokal = self._libur.get(d)
        if lokal is not None:
            return lokal
        nasional = _load_libur(d.year).get(d)
        if nasional and d.year in self._tahun_pasti and "(perkiraan)" in nasional:
            return None
        return nasional

    def add_hari_kerja(self, d: date, n: int) -> date:
        """Return the n-th working day after `d`; the day of the event is not counted (tanggal.md 5).

        Raises:
            BahasaError: n < 1, or beyond the year 9999.
        """
        return self._count(d, n, 1)

    def subtract_hari_kerja(self, d: date, n: int) -> date:
        """Return the n-th working day before `d`, `d` itself not counted.

        Raises:
            BahasaError: n < 1, or before the year 1.
        """
        return self._count(d, n, -1)

    def target_sebelum(self, d: date) -> date:
        """Return `d` if a working day, else the working day before it (tanggal.md 6, "sebelum")."""
        return d if self.is_hari_kerja(d) else self._count(d, 1, -1)

    def target_setelah(self, d: date) -> date:
        """Return `d` if a working day, else the working day after it (tanggal.md 6, "setelah")."""
        return d if self.is_hari_kerja(d) else self._count(d, 1, 1)

    def is_sementara(self, d: date) -> bool:
        """Whether the days off of the year of `d` are not yet fixed by a published decree.

        A count that runs over the turn of a year is provisional if either of its ends is.
        """
        return d.year > last_tahun_keputusan() and d.year not in self._tahun_pasti

    def _count(self, d: date, n: int, arah: int) -> date:
        if n < 1:
            raise BahasaError(f"Jumlah hari kerja harus sedikitnya 1, bukan {n}.")
        shift_hari(d, arah * n)  # so many days at the least: refuses a hopeless count before walking
        while n:
            d = shift_hari(d, arah)
            n -= self.is_hari_kerja(d)
        return d


def last_tahun_keputusan() -> int:
    """Return the last year with a decree on holidays and cuti bersama that the library knows."""
    return int(_load_tabel()["tahun_keputusan_terakhir"])


@lru_cache(maxsize=256)
def _load_libur(tahun: int) -> Mapping[date, str]:
    if tahun not in TAHUN_TABEL:
        return compute_libur(tahun)
    isi = _load_tabel()["libur"][str(tahun)]
    return {date(tahun, int(hari[:2]), int(hari[3:])): nama for hari, nama in isi.items()}


@cache
def _load_tabel() -> dict[str, Any]:
    # What the library says, worked out beforehand: importing it costs more than all else of a command.
    tabel: dict[str, Any] = json.loads(Path(__file__).with_name("hari_libur.json").read_bytes())
    return tabel


def compute_libur(tahun: int) -> Mapping[date, str]:
    """Return the days off of a year from the library itself: national holidays and cuti bersama."""
    # Each category alone lacks half of the days off, and the default is `public` only.
    return _load_holidays(tahun, ("public", "government"))


def compute_tahun_keputusan() -> int:
    """Return the last year with a decree, from the library itself."""
    tahun = _TAHUN_CUTI_BERSAMA_PERTAMA
    while _load_holidays(tahun + 1, ("government",)):
        tahun += 1
    return tahun


def _load_holidays(tahun: int, kategori: tuple[str, ...]) -> Mapping[date, str]:
    from holidays import country_holidays

    # Without `language` the names come in the language of the machine's locale.
    return dict(country_holidays("ID", years=tahun, expand=False, categories=kategori, language="id"))
