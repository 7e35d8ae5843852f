"""The life of an agreement: its stages, its states, and every deadline with the days on which it counts.

A stage begins with the signing, with an adendum, or with what ended the agreement. Each is computed anew from its
anchors (the first day, the last day), so nothing drifts from one stage to the next.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from json import loads
from typing import Any, NamedTuple

from naskah.bahasa.tanggal import format_tanggal
from naskah.model.galat import NaskahError
from naskah.registry.adendum import Adendum, KetentuanBerlaku, amend_kegiatan, amend_ketentuan
from naskah.registry.deadlines import AKHIR_JANGKA_WAKTU, Masa, Tenggat, compute_masa, compute_tenggat
from naskah.registry.events import Peristiwa
from naskah.registry.lifecycle import kinds
from naskah.registry.lifecycle.anchors import compute_dipicu
from naskah.registry.lifecycle.closings import Penutupan
from naskah.registry.lifecycle.endings import Akhir, iter_akhir, last_day
from naskah.registry.lifecycle.kinds import Kejadian
from naskah.registry.recurring import close_missed, compute_berkala, compute_kegiatan, is_past
from naskah.registry.schema import SELAMANYA
from naskah.registry.state import Babak

Data = Mapping[str, Any]


class Bahan(NamedTuple):
    """What a life is computed from."""

    tanggal: date
    ketentuan: Sequence[Data]
    kegiatan: Sequence[Data]
    tanggal_sama: bool
    adendum: Sequence[Adendum] = ()
    kejadian: Sequence[Kejadian] = ()  # by day, then as recorded
    laporan: Sequence[Peristiwa] = ()  # of activities


class Riwayat(NamedTuple):
    """What it comes to."""

    ketentuan: list[KetentuanBerlaku]
    masa: list[Masa | None]  # as signed, then after each adendum
    akhir: date | None  # the last day in force, whatever ended it
    tenggat: list[Tenggat]
    babak: list[Babak]


class _Tahap(NamedTuple):
    dari: str
    adendum: Adendum | None = None
    akhir: Akhir | None = None


def compute_life(bahan: Bahan) -> Riwayat:
    """Return the stages, states and deadlines of an agreement.

    Raises:
        NaskahError: two terms, a deadline without its anchor, one that cannot be computed, or an event before the
            signing.
    """
    ketentuan = amend_ketentuan(bahan.ketentuan, bahan.tanggal.isoformat(), bahan.adendum)
    tahap = _begin(bahan)
    masa, tenggat = _lay_out(bahan, ketentuan, tahap)
    akhir = masa[-1].akhir if masa[-1] else None
    for satu in iter_akhir(bahan.kejadian):
        akhir = last_day(satu, akhir)
        tahap.append(_Tahap(satu.saat, akhir=satu))
    surat = {k.urutan: k for k in bahan.kejadian if k.jenis == kinds.PEMBERITAHUAN}
    for kejadian in bahan.kejadian:
        tenggat += compute_dipicu(ketentuan, kejadian, surat)
    if len(tenggat) > 1:
        tenggat = close_missed(tenggat)
    if bahan.kejadian or bahan.laporan or bahan.adendum:
        tenggat = _settle(bahan, ketentuan, masa[-1], tenggat)
    return Riwayat(ketentuan, masa, akhir, tenggat, list(_stages(bahan, masa, tahap)))


def compute_babak(bahan: Bahan) -> list[Babak]:
    """Return the stages alone.

    Raises:
        NaskahError: two terms, one that cannot be computed, or an event before the signing.
    """
    ketentuan = amend_ketentuan(bahan.ketentuan, bahan.tanggal.isoformat(), bahan.adendum)
    tahap = _begin(bahan)
    masa = [
        compute_masa([k.data for k in ketentuan if k.dari <= t.dari < k.sampai], bahan.tanggal,
                     tanggal_sama=bahan.tanggal_sama)
        for t in tahap
    ]  # fmt: skip
    tahap += [_Tahap(satu.saat, akhir=satu) for satu in iter_akhir(bahan.kejadian)]
    return list(_stages(bahan, masa, tahap))


def move_kahar(babak: Babak, kejadian: Kejadian) -> Babak:
    """Return what is known once a kahar has begun or ended; one that begins during another adds to it."""
    if kejadian.jenis == kinds.KAHAR_BERAKHIR:
        return babak._replace(kahar=None)
    uraian = kejadian.data["uraian"]
    return babak._replace(kahar=f"{babak.kahar}; {uraian}" if babak.kahar else uraian)


def _begin(bahan: Bahan) -> list[_Tahap]:
    """The signing and the adenda. Facts corrected later may date the signing after an adendum: it counts from then.

    Raises:
        NaskahError: an event that is older than the signing.
    """
    tanggal = bahan.tanggal.isoformat()
    if bahan.kejadian and bahan.kejadian[0].tanggal < tanggal:
        nomor, jenis, hari, _ = bahan.kejadian[0]
        raise NaskahError(
            f"peristiwa {nomor} ({jenis}, {format_tanggal(date.fromisoformat(hari))}) mendahului penandatanganan pada"
            f" {format_tanggal(bahan.tanggal)}. Periksa tanggal penandatanganannya, atau catat koreksi atas peristiwa"
            f" {nomor} lebih dahulu."
        )
    return [_Tahap(tanggal), *(_Tahap(max(a.berlaku, tanggal), adendum=a) for a in bahan.adendum)]


def _lay_out(
    bahan: Bahan, ketentuan: Sequence[KetentuanBerlaku], tahap: Sequence[_Tahap]
) -> tuple[list[Masa | None], list[Tenggat]]:
    """The terms, and the deadlines that need no event, stage by stage; one that nothing moves stays one row."""
    semua_masa: list[Masa | None] = []
    terbuka: dict[tuple[Any, ...], Tenggat] = {}
    selesai: list[Tenggat] = []
    nomor: dict[str, int] = {}
    for i, (dari, pengubah, _) in enumerate(tahap):
        letak = [j for j, k in enumerate(ketentuan) if k.dari <= dari < k.sampai]
        aktif = [ketentuan[j].data for j in letak]
        masa = compute_masa(aktif, bahan.tanggal, tanggal_sama=bahan.tanggal_sama)
        semua_masa.append(masa and masa._replace(ketentuan=letak[masa.ketentuan]))
        kini = [*compute_tenggat(aktif, bahan.tanggal, masa)]
        kini += compute_berkala(aktif, bahan.tanggal, masa, tanggal_sama=bahan.tanggal_sama)
        if len(letak) < len(ketentuan) or pengubah:
            kini = [satu._replace(ketentuan=letak[satu.ketentuan], berlaku_dari=dari) for satu in kini]
        elif len(tahap) == 1 and not bahan.kegiatan:
            # Most agreements: signed, and never changed.
            return semua_masa, kini
        if bahan.kegiatan or pengubah:
            kegiatan = amend_kegiatan(bahan.kegiatan, bahan.adendum[:i])
            kini += compute_kegiatan(kegiatan, date.fromisoformat(dari), nomor)
        if not terbuka:
            terbuka = {_identity(satu): satu for satu in kini}
            continue
        tetap = {_identity(satu): satu for satu in kini}
        # What an adendum brings is not overdue from before its day.
        tetap = {k: satu for k, satu in tetap.items() if k in terbuka or not is_past(satu, dari)}
        selesai += [
            tutup
            for k, lama in terbuka.items()
            if k not in tetap and (tutup := _close(lama, dari, pengubah)) is not None
        ]
        terbuka = {k: terbuka.get(k, satu) for k, satu in tetap.items()}
    return semua_masa, [*selesai, *terbuka.values()]


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


def _settle(
    bahan: Bahan, ketentuan: Sequence[KetentuanBerlaku], masa: Masa | None, tenggat: list[Tenggat]
) -> list[Tenggat]:
    """Let the events settle the deadlines, by day, then as recorded."""
    tutup = Penutupan(tenggat)
    langkah: list[tuple[str, int, Any]] = [(k.tanggal, k.urutan, k) for k in bahan.kejadian]
    langkah += [(a.data["tanggal"], a.peristiwa, a) for a in bahan.adendum]
    langkah += [(p.tanggal, p.urutan, p) for p in bahan.laporan]
    selesai = {satu.peristiwa: satu for satu in iter_akhir(bahan.kejadian)}
    akhir = masa.akhir if masa else None
    for _, nomor, satu in sorted(langkah, key=lambda s: s[:2]):
        if isinstance(satu, Kejadian):
            tutup.apply(satu)
            if nomor in selesai:
                akhir = _end(tutup, ketentuan, masa, selesai[nomor], akhir)
        elif isinstance(satu, Adendum):
            tutup.apply_adendum(satu)
        else:
            data = loads(satu.data)
            tutup.apply_laporan(satu, data["kode"], data["tahun"])
    return tutup.tenggat


def _end(
    tutup: Penutupan, ketentuan: Sequence[KetentuanBerlaku], masa: Masa | None, selesai: Akhir, akhir: date | None
) -> date:
    """Let the deadlines end with the agreement; returns its last day, which was to be `akhir`."""
    terakhir = last_day(selesai, akhir)
    tutup.end(selesai.saat, terakhir.isoformat(), selesai.sebab, selesai.peristiwa)
    if masa is not None and terakhir != masa.akhir:
        _move_after_end(tutup, ketentuan, masa._replace(akhir=terakhir), selesai)
    return terakhir


def _move_after_end(tutup: Penutupan, ketentuan: Sequence[KetentuanBerlaku], masa: Masa, akhir: Akhir) -> None:
    """What is counted from the end, and comes after it, is counted from the day it really ended."""
    saat = date.fromisoformat(akhir.saat)
    letak = [i for i, k in enumerate(ketentuan) if k.dari <= akhir.saat < k.sampai]
    baru = [
        satu._replace(ketentuan=letak[satu.ketentuan], berlaku_dari=akhir.saat, pemicu=akhir.peristiwa)
        for satu in compute_tenggat([ketentuan[i].data for i in letak], saat, masa)
        if satu.acuan == AKHIR_JANGKA_WAKTU and satu.arah == "setelah"
    ]
    for i, lama in enumerate(tutup.tenggat):
        if lama.acuan == AKHIR_JANGKA_WAKTU and lama.arah == "setelah" and lama.berlaku_sampai > akhir.saat:
            tutup.tenggat[i] = lama._replace(
                berlaku_sampai=max(akhir.saat, lama.berlaku_dari), sebab_tutup=akhir.sebab, penutup=akhir.peristiwa
            )
    tutup.tenggat += baru


def _stages(bahan: Bahan, masa: Sequence[Masa | None], tahap: Sequence[_Tahap]) -> Iterator[Babak]:
    """What is known of the agreement, from each day on which that changes."""
    perubahan: list[tuple[str, int, Any]] = [(t.dari, i, t) for i, t in enumerate(tahap)]
    perubahan += [
        (k.tanggal, len(tahap) + i, k)
        for i, k in enumerate(bahan.kejadian)
        if k.jenis in (kinds.KAHAR_TERJADI, kinds.KAHAR_BERAKHIR)
    ]
    langkah = 0
    babak: Babak | None = None
    for hari, _, satu in sorted(perubahan, key=lambda p: p[:2]):
        dari = date.fromisoformat(hari)
        if isinstance(satu, Kejadian):
            assert babak is not None  # `_begin` has seen to it
            babak = move_kahar(babak, satu)._replace(dari=dari)
        elif satu.akhir is not None:
            assert babak is not None
            akhir = last_day(satu.akhir, babak.akhir)
            babak = babak._replace(dari=dari, akhir=akhir, selesai=satu.akhir.status, sebab=satu.akhir.sebab)
        else:
            kini = masa[langkah]
            langkah += 1
            mulai = kini.mulai if kini else bahan.tanggal
            babak = Babak(dari, mulai, kini.akhir if kini else None, kini.akibat if kini else None,
                          kahar=babak.kahar if babak else None)  # fmt: skip
        yield babak
