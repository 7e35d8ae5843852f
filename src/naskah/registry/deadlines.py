"""From the promises of an agreement to its term and deadlines: pure arithmetic of shared/domain/tanggal.md.

Works on the recorded JSON, not on the models, so that rebuilding never depends on pydantic. Every date
is computed from its anchor, never from another result.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from naskah.bahasa.durasi import add_durasi, hari_terakhir, parse_durasi, sebelum, setelah, shift_hari
from naskah.bahasa.galat import BahasaError
from naskah.model.galat import NaskahError
from naskah.registry.schema import SELAMANYA

AKHIR_JANGKA_WAKTU = "akhir-jangka-waktu"
PENGUNDANGAN = "pengundangan"  # the day of the document itself: how regulations count
KEWAJIBAN_LANJUT = "kewajiban-lanjut"
SEBELUM = "sebelum"
DIANGGAP_DISETUJUI = "dianggap disetujui"
_SABTU = 5
# Beside as many days again as are counted: how far holidays can move a day.
_LIBUR_TERBANYAK = 14

# Agreements share a handful of durations.
parse_lama = lru_cache(maxsize=4096)(parse_durasi)


class Masa(NamedTuple):
    """The term of an agreement."""

    ketentuan: int  # position of its promise
    lama: str
    mulai: date
    mulai_dianggap: bool
    akhir: date  # by the convention the agreement follows
    akhir_tanggal_sama: date  # the anniversary
    dapat_diperpanjang: bool
    akibat: str
    sumber: str


class Tenggat(NamedTuple):
    """One deadline as stored, without the agreement it belongs to; dates are ISO text."""

    tanggal: str
    jenis: str
    ketentuan: int
    pemicu: int
    berlaku_dari: str
    berlaku_sampai: str
    hal: str
    arah: str
    acuan: str
    tanggal_acuan: str
    batas: str | None
    hari_kerja: bool
    sumber: str
    akibat: str | None
    sebab_tutup: str | None
    penutup: int | None
    diam: int = 0  # 1: silence has its effect by itself once the day has passed

    def close(self, pada: str, sebab: str, penutup: int | None = None) -> "Tenggat":
        """The deadline, no longer open from the day `pada` on."""
        # What a rebuild does most: twice as fast as `_replace`.
        return Tenggat._make((*self[:5], pada, *self[6:14], sebab, penutup, self[16]))


def compute_masa(ketentuan: Sequence[Mapping[str, Any]], tanggal: date, *, tanggal_sama: bool) -> Masa | None:
    """Return the term among the promises; None for an agreement without one.

    Args:
        ketentuan: the promises, as recorded.
        tanggal: the day of signing, which is the first day unless the promise names another.
        tanggal_sama: the last day is the anniversary itself instead of the day before.

    Raises:
        NaskahError: more than one term, or one that cannot be computed.
    """
    letak = [i for i, k in enumerate(ketentuan) if k["jenis"] == "jangka-waktu"]
    if not letak:
        return None
    if len(letak) > 1:
        raise NaskahError("jangka waktu disebut lebih dari sekali dalam ketentuannya; sisakan satu.")
    satu = ketentuan[letak[0]]
    mulai = date.fromisoformat(satu["mulai"]) if satu.get("mulai") else tanggal
    try:
        akhir, akhir_tanggal_sama = _ends(mulai, satu["lama"], tanggal_sama)
    except BahasaError as error:
        raise NaskahError(f"jangka waktu {satu['lama']}: {error}") from error
    return Masa(
        letak[0],
        satu["lama"],
        mulai,
        satu.get("mulai_dianggap", False),
        akhir,
        akhir_tanggal_sama,
        satu.get("dapat_diperpanjang", False),
        satu["akibat"],
        satu["sumber"],
    )


def compute_tenggat(ketentuan: Sequence[Mapping[str, Any]], tanggal: date, masa: Masa | None) -> Iterator[Tenggat]:
    """Yield the deadlines that hang on the term or on the day of the document itself.

    Raises:
        NaskahError: a deadline that hangs on the end of a term, where there is no term, or one that
            cannot be computed.
    """
    if masa is not None:
        yield _end_of_masa(masa, tanggal)
    for i, satu in enumerate(ketentuan):
        jenis = satu["jenis"]
        if jenis == "batas-waktu" and satu["acuan"] == AKHIR_JANGKA_WAKTU:
            if masa is None:
                raise NaskahError(
                    f'batas waktu "{satu["hal"]}" mengacu pada akhir jangka waktu, tetapi jangka waktunya'
                    " tidak ada. Tambahkan ketentuan jangka-waktu."
                )
            # What had to be done before the end is past doing after it; the end itself stays open.
            tutup = masa.akhir if satu["arah"] == SEBELUM else None
            yield make_batas(i, satu, masa.akhir, tanggal, tutup=tutup)
        elif jenis == "batas-waktu" and satu["acuan"] == PENGUNDANGAN:
            yield make_batas(i, satu, tanggal, tanggal)
        elif jenis == KEWAJIBAN_LANJUT and satu.get("lama") and masa is not None:
            yield _end_of_lanjut(i, satu, tanggal, masa)


def make_batas(
    letak: int, satu: Mapping[str, Any], acuan: date, dari: date, *, pemicu: int = 0, tutup: date | None = None
) -> Tenggat:
    """Return the deadline of a promise `batas-waktu`, counted from its anchor.

    Args:
        letak: position of the promise.
        satu: the promise, as recorded.
        acuan: the day it is counted from.
        dari: the day from which it is known.
        pemicu: urutan of the event it is counted from; 0: from the term or the document.
        tutup: the last day on which it can be met, where there is one.

    Raises:
        NaskahError: no calendar reaches that day.
    """
    try:
        lama = parse_lama(satu["batas"])
        jatuh = _distance(acuan, satu["batas"], satu["arah"])
        sampai = SELAMANYA if tutup is None else shift_hari(tutup, 1).isoformat()
        sebab = None if tutup is None else "jangka waktu berakhir"
        if satu.get("diam"):
            # Silence has its effect by itself: the day after there is nothing left to do. Of working days only a
            # bound is known here; whoever knows the holidays ends it on its day (`outcomes`).
            libur = lama.hari_kerja + _LIBUR_TERBANYAK if lama.hari_kerja else 0
            sampai, sebab = shift_hari(jatuh, 1 + libur).isoformat(), satu.get("akibat") or DIANGGAP_DISETUJUI
    except BahasaError as error:
        raise NaskahError(f'batas waktu "{satu["hal"]}", {satu["batas"]}: {error}') from error
    return Tenggat(
        tanggal=jatuh.isoformat(),
        jenis=f"pemberitahuan-{satu['hal']}" if satu["acuan"] == AKHIR_JANGKA_WAKTU else str(satu["hal"]),
        ketentuan=letak,
        pemicu=pemicu,
        berlaku_dari=dari.isoformat(),
        berlaku_sampai=sampai,
        hal=satu["hal"],
        arah=satu["arah"],
        acuan=satu["acuan"],
        tanggal_acuan=acuan.isoformat(),
        batas=satu["batas"],
        hari_kerja=lama.hari_kerja > 0,
        sumber=satu["sumber"],
        akibat=satu.get("akibat"),
        sebab_tutup=sebab,
        penutup=None,
        diam=int(bool(satu.get("diam"))),
    )


def _end_of_masa(masa: Masa, tanggal: date) -> Tenggat:
    akhir = masa.akhir.isoformat()
    return Tenggat(
        tanggal=akhir,
        jenis=AKHIR_JANGKA_WAKTU,
        ketentuan=masa.ketentuan,
        pemicu=0,
        berlaku_dari=tanggal.isoformat(),
        # Not closed by passing: whether it was extended or let go is for someone to record.
        berlaku_sampai=SELAMANYA,
        hal="jangka-waktu",
        arah=SEBELUM,
        acuan=AKHIR_JANGKA_WAKTU,
        tanggal_acuan=akhir,
        batas=None,
        hari_kerja=False,
        sumber=masa.sumber,
        akibat=masa.akibat,
        sebab_tutup=None,
        penutup=None,
    )


def _end_of_lanjut(letak: int, satu: Mapping[str, Any], tanggal: date, masa: Masa) -> Tenggat:
    """The last day of an obligation that survives the end for a stated time."""
    try:
        jatuh = add_durasi(masa.akhir, parse_lama(satu["lama"]))
    except BahasaError as error:
        raise NaskahError(f'kewajiban lanjut "{satu["hal"]}", {satu["lama"]}: {error}') from error
    return Tenggat(
        tanggal=jatuh.isoformat(),
        jenis=KEWAJIBAN_LANJUT,
        ketentuan=letak,
        pemicu=0,
        berlaku_dari=tanggal.isoformat(),
        # Its end asks for nothing, it only has to be known.
        berlaku_sampai=shift_hari(jatuh, 1).isoformat(),
        hal=satu["hal"],
        arah="setelah",
        acuan=AKHIR_JANGKA_WAKTU,
        tanggal_acuan=masa.akhir.isoformat(),
        batas=satu["lama"],
        hari_kerja=False,
        sumber=satu["sumber"],
        akibat=f"kewajiban {satu['hal']} selesai",
        sebab_tutup="selesai",
        penutup=None,
    )


# A large registry has many agreements of one day with one term.
@lru_cache(maxsize=65536)
def _ends(mulai: date, lama: str, tanggal_sama: bool) -> tuple[date, date]:
    """The last day in force, and the anniversary."""
    durasi = parse_lama(lama)
    return hari_terakhir(mulai, durasi, tanggal_sama=tanggal_sama), add_durasi(mulai, durasi)


@lru_cache(maxsize=65536)
def _distance(acuan: date, batas: str, arah: str) -> date:
    lama = parse_lama(batas)
    if lama.hari_kerja:
        return _weekdays(acuan, lama.hari_kerja, -1 if arah == SEBELUM else 1)
    return sebelum(acuan, lama) if arah == SEBELUM else setelah(acuan, lama)


def _weekdays(d: date, n: int, arah: int) -> date:
    """The n-th day from `d` that is no Saturday or Sunday: near the real day, whatever the holidays.

    Holidays are decreed and changed after signing, so they have no place in a projection that must be
    the same whenever it is rebuilt; `alerts` counts them.
    """
    while n:
        d = shift_hari(d, arah)
        n -= d.weekday() < _SABTU
    return d
