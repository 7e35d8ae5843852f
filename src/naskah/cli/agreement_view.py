"""What the page of an agreement shows of its deadlines, events and copies: worked out once for text and for JSON."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from json import loads
from typing import Any, NamedTuple

from naskah.bahasa.hari_kerja import Kalender
from naskah.registry.events import Peristiwa
from naskah.registry.exact_days import HariTenggat, make_counter
from naskah.registry.lifecycle.kinds import DIARSIPKAN, JENIS_KEJADIAN, KOREKSI
from naskah.registry.outcomes import BERJALAN, NasibTenggat, find_nasib
from naskah.registry.records import RincianPerjanjian, TenggatTercatat
from naskah.registry.state import TAMAT


class TenggatTampil(NamedTuple):
    """A deadline with its days and what became of it."""

    tenggat: TenggatTercatat
    hari: HariTenggat
    nasib: NasibTenggat


class PeristiwaTampil(NamedTuple):
    """An event with its fields as typed, and the correction that reversed it."""

    peristiwa: Peristiwa
    isian: Mapping[str, Any]
    dikoreksi_oleh: int | None


class SalinanTampil(NamedTuple):
    """Where a signed copy is, as last recorded."""

    salinan: str
    tempat: str
    pemegang: str | None
    sejak: str
    peristiwa: int


def list_tenggat(satu: RincianPerjanjian, pada: date, kalender: Kalender) -> list[TenggatTampil]:
    """The deadlines known on `pada`, by day, counted as `naskah peringatan` counts them."""
    hitung = make_counter(kalender)
    hari_peristiwa = {p.urutan: _read_day(p.tanggal) for p in satu.peristiwa}
    hasil = []
    for t in satu.tenggat:
        hari = hitung(t.tanggal.isoformat(), t.arah, t.batas if t.hari_kerja else None, t.tanggal_acuan.isoformat())
        nasib = find_nasib(t, hari.tanggal, pada, hari_peristiwa)
        if nasib is not None:
            hasil.append(TenggatTampil(t, hari, nasib))
    return sorted(_merge_closed(hasil), key=lambda s: (s.hari.tanggal, s.tenggat.jenis, s.tenggat.hal))


def _merge_closed(semua: Sequence[TenggatTampil]) -> Iterable[TenggatTampil]:
    """What two events asked for and one settled, as a change of address and the letter about it, is one thing."""
    beda: dict[tuple[object, ...], TenggatTampil] = {}
    for satu in semua:
        t, hari, nasib = satu
        terbuka = id(satu) if nasib.nasib in BERJALAN else None
        beda.setdefault((t.jenis, t.hal, t.sumber, hari, nasib, terbuka), satu)
    return beda.values()


def list_peristiwa(satu: RincianPerjanjian) -> list[PeristiwaTampil]:
    """All events as recorded; fields of those that people record (`registri catat`), not the whole facts."""
    koreksi = {loads(p.data)["peristiwa"]: p.urutan for p in satu.peristiwa if p.jenis == KOREKSI}
    return [
        PeristiwaTampil(p, loads(p.data) if p.jenis in JENIS_KEJADIAN else {}, koreksi.get(p.urutan))
        for p in satu.peristiwa
    ]


def list_salinan(satu: RincianPerjanjian) -> list[SalinanTampil]:
    """The signed copies whose place is recorded; of two records of one copy the later counts."""
    hasil: dict[str, SalinanTampil] = {}
    for p in sorted(list_peristiwa(satu), key=lambda p: (p.peristiwa.tanggal, p.peristiwa.urutan)):
        if p.peristiwa.jenis == DIARSIPKAN and p.dikoreksi_oleh is None:
            isi = p.isian
            kini = SalinanTampil(
                isi["salinan"], isi["tempat"], isi.get("pemegang"), p.peristiwa.tanggal, p.peristiwa.urutan
            )
            hasil[kini.salinan.casefold()] = kini
    return list(hasil.values())


def list_tetap_mengikat(satu: RincianPerjanjian, pada: date) -> list[dict[str, Any]]:
    """What still binds on `pada` though the agreement has ended: its surviving obligations."""
    if satu.status_pada(pada).status not in TAMAT:
        return []
    # One that survives for a time only has a deadline of its own; past that day it binds no longer.
    selesai = {
        t.hal
        for t in satu.tenggat
        if t.jenis == "kewajiban-lanjut" and t.berlaku_dari <= pada and t.sebab_tutup == "selesai" and t.tanggal < pada
    }
    return [
        {"hal": k.hal, "sumber": k.sumber, "lama": k.data.get("lama")}
        for k in satu.ketentuan
        if k.jenis == "kewajiban-lanjut" and not (k.data.get("lama") and k.hal in selesai)
    ]


def _read_day(teks: str) -> date:
    """The day of an event; the first of all days where somebody has changed it, which `verifikasi` tells."""
    try:
        return date.fromisoformat(teks)
    except ValueError:
        return date.min
