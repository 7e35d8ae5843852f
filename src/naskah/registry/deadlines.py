"""From the promises of an agreement to its term and deadlines: pure arithmetic of shared/domain/tanggal.md.

Works on the recorded JSON, not on the models, so that rebuilding never depends on pydantic. Every date
is computed from its anchor, never from another result.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from naskah.bahasa.durasi import Durasi, add_durasi, hari_terakhir, parse_durasi, sebelum, setelah, shift_hari
from naskah.bahasa.galat import BahasaError
from naskah.model.galat import NaskahError
from naskah.registry.schema import SELAMANYA

AKHIR_JANGKA_WAKTU = "akhir-jangka-waktu"
SEBELUM = "sebelum"
_SABTU = 5

# Agreements share a handful of durations.
_parse = lru_cache(maxsize=4096)(parse_durasi)


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
        lama = _parse(satu["lama"])
        akhir = hari_terakhir(mulai, lama, tanggal_sama=tanggal_sama)
        akhir_tanggal_sama = add_durasi(mulai, lama)
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
    """Yield the deadlines that are known from the promises alone, as of the day of signing.

    Raises:
        NaskahError: a deadline that hangs on the end of a term, where there is no term, or one that
            cannot be computed.
    """
    if masa is not None:
        yield _end_of_masa(masa, tanggal)
    for i, satu in enumerate(ketentuan):
        if satu["jenis"] == "batas-waktu" and satu["acuan"] == AKHIR_JANGKA_WAKTU:
            if masa is None:
                raise NaskahError(
                    f'batas waktu "{satu["hal"]}" mengacu pada akhir jangka waktu, tetapi jangka waktunya'
                    " tidak ada. Tambahkan ketentuan jangka-waktu."
                )
            yield _batas_waktu(i, satu, tanggal, masa)


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


def _batas_waktu(letak: int, satu: Mapping[str, Any], tanggal: date, masa: Masa) -> Tenggat:
    # What had to be done before the end is past doing after it; the end itself stays open.
    tertutup = satu["arah"] == SEBELUM
    try:
        lama = _parse(satu["batas"])
        jatuh = _distance(masa.akhir, lama, satu["arah"])
        sampai = shift_hari(masa.akhir, 1).isoformat() if tertutup else SELAMANYA
    except BahasaError as error:
        raise NaskahError(f'batas waktu "{satu["hal"]}", {satu["batas"]}: {error}') from error
    return Tenggat(
        tanggal=jatuh.isoformat(),
        jenis=f"pemberitahuan-{satu['hal']}",
        ketentuan=letak,
        pemicu=0,
        berlaku_dari=tanggal.isoformat(),
        berlaku_sampai=sampai,
        hal=satu["hal"],
        arah=satu["arah"],
        acuan=AKHIR_JANGKA_WAKTU,
        tanggal_acuan=masa.akhir.isoformat(),
        batas=satu["batas"],
        hari_kerja=lama.hari_kerja > 0,
        sumber=satu["sumber"],
        akibat=satu.get("akibat"),
        sebab_tutup="jangka waktu berakhir" if tertutup else None,
        penutup=None,
    )


def _distance(acuan: date, lama: Durasi, arah: str) -> date:
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
