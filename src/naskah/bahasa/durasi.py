"""Durations: reading and writing them, and the dates they lead to (tanggal.md, "Durations").

Calendar durations only; working days need a calendar and are counted in `hari_kerja`.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from naskah.bahasa.durasi_teks import format_satuan, read_durasi
from naskah.bahasa.galat import BahasaError


@dataclass(frozen=True, slots=True)
class Durasi:
    """A length of time as an agreement states it; parts are never converted into each other.

    Raises:
        BahasaError: a negative part, all parts zero, or working days mixed with other parts.
    """

    tahun: int = 0
    bulan: int = 0
    hari: int = 0
    hari_kerja: int = 0

    def __post_init__(self) -> None:
        bagian = (self.tahun, self.bulan, self.hari, self.hari_kerja)
        if min(bagian) < 0:
            raise BahasaError("Durasi tidak boleh negatif.")
        if not any(bagian):
            raise BahasaError('Durasi tidak boleh nol. Tulis misalnya "5 tahun" atau "14 hari kerja".')
        if self.hari_kerja and any(bagian[:3]):
            raise BahasaError("Hari kerja tidak dapat digabung dengan tahun, bulan, atau hari kalender.")

    def __str__(self) -> str:
        """The plain form, which `parse_durasi` reads back: "1 tahun 6 bulan"."""
        return " ".join(f"{n} {satuan}" for n, satuan in self._parts())

    def __add__(self, lain: "Durasi") -> "Durasi":
        """One duration after the other, counted as a whole from the first day (rule 3: no drift)."""
        return Durasi(
            self.tahun + lain.tahun,
            self.bulan + lain.bulan,
            self.hari + lain.hari,
            self.hari_kerja + lain.hari_kerja,
        )

    def __mul__(self, kali: int) -> "Durasi":
        """The duration `kali` times over: the k-th date of a recurring duty is anchor + d * k."""
        return Durasi(self.tahun * kali, self.bulan * kali, self.hari * kali, self.hari_kerja * kali)

    def _parts(self) -> list[tuple[int, str]]:
        bagian = (
            (self.tahun, "tahun"),
            (self.bulan, "bulan"),
            (self.hari, "hari"),
            (self.hari_kerja, "hari kerja"),
        )
        return [(n, satuan) for n, satuan in bagian if n]


def parse_durasi(text: str) -> Durasi:
    """Read "5 tahun", "5 (lima) tahun", "lima tahun", "1 tahun 6 bulan", "14 hari kerja", "30 hari".

    "minggu" is 7 hari, "semester" 6 bulan, "caturwulan" 4 bulan, "triwulan" 3 bulan; "hari" without
    more is hari kalender (rule 5).

    Raises:
        TidakCocok: a number and its words disagree.
        BahasaError: zero, negative, mixed with working days, or not a duration.
    """
    return Durasi(**read_durasi(text))


def format_durasi(d: Durasi, kalender: bool = True) -> str:
    """Return the form of a document: "5 (lima) tahun", "30 (tiga puluh) hari kalender".

    `kalender=False` leaves "kalender" out. Source: tanggal.md, L2-86.
    """
    return " ".join(format_satuan(n, satuan, kalender=kalender) for n, satuan in d._parts())


def add_durasi(mulai: date, d: Durasi) -> date:
    """Return the anniversary: the same day after years and months, then the days added.

    Where that month has no such day, the first of the next month (tanggal.md 3): 31-8-2025 + 6 bulan
    is 1-3-2026.

    Raises:
        BahasaError: working days (count them with a Kalender), or outside the years 1..9999.
    """
    tahun, bulan, hari_akhir = _shift_bulan(mulai, d, 1)
    lewat = mulai.day > hari_akhir  # no such day: one day past the month's end
    return shift_hari(date(tahun, bulan, min(mulai.day, hari_akhir)), d.hari + lewat)


def hari_terakhir(mulai: date, d: Durasi, *, tanggal_sama: bool = False) -> date:
    """Return the last day in force of a term whose first day is `mulai` (tanggal.md 1-3).

    It is the anniversary minus one day; with `tanggal_sama` the anniversary itself, as many offices
    write it. For an extension pass the whole length from the first day, never an earlier result.

    Raises:
        BahasaError: as `add_durasi`.
    """
    ulang = add_durasi(mulai, d)
    return ulang if tanggal_sama else shift_hari(ulang, -1)


def sebelum(akhir: date, d: Durasi) -> date:
    """Return the date `d` before the last day `akhir`, months clamped to the month's end (tanggal.md 4).

    Raises:
        BahasaError: as `add_durasi`.
    """
    return shift_hari(_shift_clamped(akhir, d, -1), -d.hari)


def setelah(peristiwa: date, d: Durasi) -> date:
    """Return the date `d` after an event; the day of the event is not counted.

    14 hari after 1-3 is 15-3. Months keep the day of the month, clamped to the month's end: a
    deadline must not slip into the month after the one it falls in (1 bulan after 31-1 is 28-2), so
    `sebelum` and `setelah` clamp alike; only a term in force follows rule 3.

    Raises:
        BahasaError: as `add_durasi`.
    """
    return shift_hari(_shift_clamped(peristiwa, d, 1), d.hari)


def shift_hari(d: date, n: int) -> date:
    """Return `d` moved by `n` calendar days.

    Raises:
        BahasaError: outside the years 1..9999.
    """
    try:
        return d + timedelta(days=n)
    except OverflowError:
        raise _out_of_range(d) from None


def _shift_clamped(d: date, durasi: Durasi, arah: int) -> date:
    tahun, bulan, hari_akhir = _shift_bulan(d, durasi, arah)
    return date(tahun, bulan, min(d.day, hari_akhir))


def _shift_bulan(d: date, durasi: Durasi, arah: int) -> tuple[int, int, int]:
    """Year and month after moving by years and months, and the last day of that month."""
    if durasi.hari_kerja:
        raise BahasaError(
            f"{durasi} dihitung dengan kalender hari libur (Kalender.add_hari_kerja), bukan hari kalender."
        )
    tahun, letak = divmod(d.year * 12 + d.month - 1 + arah * (durasi.tahun * 12 + durasi.bulan), 12)
    if not date.min.year <= tahun <= date.max.year:
        raise _out_of_range(d)
    return tahun, letak + 1, monthrange(tahun, letak + 1)[1]


def _out_of_range(d: date) -> BahasaError:
    return BahasaError(
        f"Hasil hitungan dari {d.day}-{d.month}-{d.year} jatuh di luar tahun 1 sampai dengan 9999. Periksa durasinya."
    )
