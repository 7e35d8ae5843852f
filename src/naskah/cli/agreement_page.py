"""One agreement of the registry as a page of text, and as plain data."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from typing import Any

from naskah.bahasa.hari_kerja import Kalender
from naskah.bahasa.tanggal import format_tanggal
from naskah.bahasa.terbilang import urutan
from naskah.cli.terms_text import describe_terms, spaced
from naskah.registry.exact_days import HariTenggat, make_counter
from naskah.registry.records import AdendumTercatat, RincianPerjanjian, TenggatTercatat


def to_plain(satu: RincianPerjanjian, pada: date, kalender: Kalender) -> dict[str, Any]:
    """All that the registry knows, ready for JSON, with the state on the day `pada` and the exact days."""
    return {
        **asdict(satu),
        "akhir_sehari_sebelum": satu.akhir_sehari_sebelum,
        "tenggat": [{**asdict(t), **hari._asdict()} for t, hari in _exact(satu, kalender)],
        "keadaan": satu.status_pada(pada).value,
    }


def describe(satu: RincianPerjanjian, pada: date, kalender: Kalender) -> str:
    """A page of text: facts, parties, term, deadlines, terms, clauses, files, events."""
    return "\n".join(_lines(satu, pada, _exact(satu, kalender)))


def _exact(satu: RincianPerjanjian, kalender: Kalender) -> list[tuple[TenggatTercatat, HariTenggat]]:
    """The deadlines with their days, counted as `naskah peringatan` counts them."""
    hitung = make_counter(kalender)
    semua = [
        (t, hitung(t.tanggal.isoformat(), t.arah, t.batas if t.hari_kerja else None, t.tanggal_acuan.isoformat()))
        for t in satu.tenggat
    ]
    return sorted(semua, key=lambda pasangan: pasangan[1].tanggal)


def _lines(satu: RincianPerjanjian, pada: date, tenggat: list[tuple[TenggatTercatat, HariTenggat]]) -> Iterator[str]:
    yield f"{satu.id}: {satu.judul}"
    yield f"{satu.jenis}, ditandatangani di {satu.tempat} pada {format_tanggal(satu.tanggal)}"
    yield f"keadaan pada {format_tanggal(pada)}: {satu.status_pada(pada).value}"
    if satu.unit:
        yield f"unit: {satu.unit}"
    yield from _masa(satu)
    yield "\npihak:"
    for pihak in satu.pihak:
        nomor = f", nomor {pihak.nomor}" if pihak.nomor else ""
        yield f"  {pihak.sebutan}: {pihak.nama}{nomor}"
        yield f"    {pihak.penandatangan}, {pihak.jabatan}"
        for kuasa in pihak.kuasa:
            rinci = [kuasa.dokumen]
            rinci += [f"nomor {kuasa.nomor}"] if kuasa.nomor else []
            rinci += [f"tanggal {format_tanggal(kuasa.tanggal)}"] if kuasa.tanggal else []
            yield f"    {kuasa.jenis}: {' '.join(rinci)}"
    if satu.adendum:
        yield "\nadendum:"
        yield from (f"  {_adendum(a)}" for a in satu.adendum)
    if tenggat:
        yield "\ntenggat:"
        yield from (f"  {_tenggat(t, hari)}" for t, hari in tenggat)
        if any(hari.sementara for _, hari in tenggat):
            yield "  * sementara: hari libur tahun itu belum ditetapkan pemerintah"
    yield "\nketentuan:"
    for ketentuan in satu.ketentuan:
        isi = describe_terms({k: v for k, v in ketentuan.data.items() if k not in ("jenis", "sumber", "hal")})
        hal = f": {spaced(ketentuan.hal)}" if ketentuan.hal else ""
        yield f"  {ketentuan.sumber}, {spaced(ketentuan.jenis)}{hal}" + (f" ({isi})" if isi else "")
    yield "\nklausul:"
    yield from (f"  {k.pasal}: {k.klausul} versi {k.versi}" for k in satu.klausul)
    if satu.dokumen:
        yield "\ndokumen:"
        yield from (f"  {d.jalur} (sha256 {d.sidik[:16]}...)" for d in satu.dokumen)
    yield "\nperistiwa:"
    for p in satu.peristiwa:
        yield f"  {p.urutan}. {_day(p.tanggal)} {p.jenis}, dicatat {p.dicatat_pada} oleh {p.oleh}"


def _masa(satu: RincianPerjanjian) -> Iterator[str]:
    if satu.mulai is None or satu.akhir is None:
        yield "masa berlaku: tanpa batas waktu"
        return
    dianggap = " (dianggap sejak penandatanganan; sumber tidak menyebut tanggal mulai)" if satu.mulai_dianggap else ""
    yield f"berlaku sejak {format_tanggal(satu.mulai)}{dianggap} selama {satu.jangka_waktu}"
    yield f"hari terakhir: {format_tanggal(satu.akhir)}"
    # Offices count in two ways; whichever this agreement follows, the reader sees the other date too.
    lain = satu.akhir_sehari_sebelum if satu.tanggal_sama else satu.akhir_tanggal_sama
    cara = "hitungan sehari sebelumnya" if satu.tanggal_sama else "kebiasaan tanggal yang sama"
    if lain is not None:
        yield f"(menurut {cara}: {format_tanggal(lain)})"


def _tenggat(t: TenggatTercatat, hari: HariTenggat) -> str:
    target = f"; target kerja {format_tanggal(hari.target)}" + (" *" if hari.sementara else "")
    akibat = f"; bila dibiarkan: {t.akibat}" if t.akibat else ""
    if t.sebab_tutup and t.sebab_tutup.startswith("diubah") and t.berlaku_sampai:
        return f"{format_tanggal(hari.tanggal)} {t.jenis} ({t.sumber}): {t.sebab_tutup}"
    return f"{format_tanggal(hari.tanggal)} {t.jenis} ({t.sumber}){target}{akibat}"


def _adendum(a: AdendumTercatat) -> str:
    nomor = f" nomor {', '.join(a.nomor)}" if a.nomor else ""
    berlaku = f", berlaku {format_tanggal(a.berlaku)}" if a.berlaku != a.tanggal else ""
    akhir = ""
    if a.akhir_semula != a.akhir and a.akhir_semula and a.akhir:
        akhir = f"; hari terakhir {format_tanggal(a.akhir_semula)} menjadi {format_tanggal(a.akhir)}"
    return f"Adendum {urutan(a.urutan).title()} ({a.id}){nomor} tanggal {format_tanggal(a.tanggal)}{berlaku}{akhir}"


def _day(teks: str) -> str:
    """A recorded day in words; as it stands where somebody has changed it, which `registri verifikasi` tells."""
    try:
        return format_tanggal(date.fromisoformat(teks))
    except ValueError:
        return teks
