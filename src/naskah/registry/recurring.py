"""Deadlines that come back: recurring obligations, and the activities planned for each year.

Every occurrence is a row of its own, counted from the first day, never from the one before. One that was missed
gives way when the next falls due, so that nobody is asked for the same thing twice.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from operator import itemgetter
from typing import Any

from naskah.bahasa.durasi import Durasi, add_durasi, hari_terakhir
from naskah.bahasa.galat import BahasaError
from naskah.model.galat import NaskahError
from naskah.registry.deadlines import SEBELUM, Masa, Tenggat, parse_lama
from naskah.registry.schema import SELAMANYA

KEWAJIBAN_BERKALA = "kewajiban-berkala"
KEGIATAN = "kegiatan"
MULAI = "mulai-berlaku"

# Without an end of term the dates are laid out so far ahead.
_CAKRAWALA = Durasi(tahun=40)
# A bound for what no office promises: every week over twenty years.
_TERBANYAK = 1040


def compute_berkala(
    ketentuan: Sequence[Mapping[str, Any]], tanggal: date, masa: Masa | None, *, tanggal_sama: bool
) -> Iterator[Tenggat]:
    """Yield every occurrence of every recurring obligation, up to the end of the term.

    An obligation "setiap 4 bulan" is due on the last day of each four months, as a term of four months would end
    (tanggal.md 2): the last occurrence falls on the last day in force.

    Raises:
        NaskahError: one that cannot be computed.
    """
    mulai = masa.mulai if masa else tanggal
    dari, acuan = tanggal.isoformat(), mulai.isoformat()
    for i, satu in enumerate(ketentuan):
        if satu["jenis"] != KEWAJIBAN_BERKALA:
            continue
        try:
            semua = _occurrences(mulai, satu["setiap"], masa.akhir if masa else None, tanggal_sama)
        except BahasaError as error:
            raise NaskahError(f'kewajiban berkala "{satu["hal"]}", setiap {satu["setiap"]}: {error}') from error
        tetap = (satu["hal"], SEBELUM, MULAI, acuan, satu["setiap"], False, satu["sumber"], satu.get("akibat"))
        for jatuh in semua:
            yield Tenggat(jatuh, KEWAJIBAN_BERKALA, i, 0, dari, SELAMANYA, *tetap, None, None)


def compute_kegiatan(kegiatan: Sequence[Mapping[str, Any]], tanggal: date, nomor: dict[str, int]) -> Iterator[Tenggat]:
    """Yield one deadline for each planned year of each activity: the last day of that year.

    Args:
        kegiatan: the activities of the Rencana Kerja in force.
        tanggal: the day from which they are known.
        nomor: code -> number below 0, which stands for the activity as a promise; grows with new codes.
    """
    dari = tanggal.isoformat()
    for satu in kegiatan:
        letak = nomor.setdefault(satu["kode"], -1 - len(nomor))
        for tahun in satu["tahun"]:
            hal = f"{satu['kode']} {satu['nama']}"
            jatuh, acuan = f"{tahun:04}-12-31", f"{tahun:04}-01-01"
            yield Tenggat(
                jatuh, KEGIATAN, letak, 0, dari, SELAMANYA, hal, SEBELUM, "tahun-rencana", acuan, None, False,
                "Rencana Kerja", None, None, None,
            )  # fmt: skip


def close_missed(semua: Sequence[Tenggat]) -> list[Tenggat]:
    """Return the deadlines with each missed occurrence ending when the next one of its promise falls due."""
    hasil = sorted(semua, key=itemgetter(0))
    terakhir: dict[tuple[str, int], int] = {}
    for i, satu in enumerate(hasil):
        if satu.jenis in (KEWAJIBAN_BERKALA, KEGIATAN):
            kunci = (satu.jenis, satu.ketentuan)
            lama = terakhir.get(kunci)
            if lama is not None and hasil[lama].berlaku_sampai > (besok := _next_day(satu.tanggal)):
                hasil[lama] = hasil[lama].close(besok, TERLEWAT)
            terakhir[kunci] = i
    return hasil


def is_past(satu: Tenggat, dari: str) -> bool:
    """Whether a deadline is an occurrence from before the day `dari`."""
    return satu.jenis in (KEWAJIBAN_BERKALA, KEGIATAN) and satu.tanggal < dari


TERLEWAT = "terlewat"


@lru_cache(maxsize=65536)
def _occurrences(mulai: date, setiap: str, akhir: date | None, tanggal_sama: bool) -> tuple[str, ...]:
    batas = akhir or add_durasi(mulai, _CAKRAWALA)
    hasil: list[str] = []
    for kali in range(1, _TERBANYAK + 1):
        try:
            jatuh = hari_terakhir(mulai, _times(setiap, kali), tanggal_sama=tanggal_sama)
        except BahasaError:
            if hasil:
                break  # the calendar ends
            raise
        if jatuh > batas:
            break
        hasil.append(jatuh.isoformat())
    return tuple(hasil)


@lru_cache(maxsize=8192)
def _times(setiap: str, kali: int) -> Durasi:
    return parse_lama(setiap) * kali


@lru_cache(maxsize=65536)
def _next_day(hari: str) -> str:
    d = date.fromisoformat(hari)
    return SELAMANYA if d == date.max else (d + timedelta(days=1)).isoformat()
