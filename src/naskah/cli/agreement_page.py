"""One agreement of the registry as a page of text, and as plain data."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from typing import Any

from naskah.bahasa.tanggal import format_tanggal
from naskah.registry.records import RincianPerjanjian, TenggatTercatat


def to_plain(satu: RincianPerjanjian, pada: date) -> dict[str, Any]:
    """All that the registry knows, ready for JSON, with the state on the day `pada`."""
    return {**asdict(satu), "keadaan": satu.status_pada(pada).value}


def describe(satu: RincianPerjanjian, pada: date) -> str:
    """A page of text: facts, parties, term, deadlines, terms, clauses, files, events."""
    return "\n".join(_lines(satu, pada))


def _lines(satu: RincianPerjanjian, pada: date) -> Iterator[str]:
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
    if satu.tenggat:
        yield "\ntenggat:"
        yield from (f"  {_tenggat(t)}" for t in satu.tenggat)
    yield "\nketentuan:"
    for ketentuan in satu.ketentuan:
        lain = {k: v for k, v in ketentuan.data.items() if k not in ("jenis", "sumber", "hal") and v not in (None, [])}
        isi = ", ".join(f"{k} {_plain(v)}" for k, v in lain.items())
        hal = f" {ketentuan.hal}" if ketentuan.hal else ""
        yield f"  {ketentuan.sumber}: {ketentuan.jenis}{hal}" + (f" ({isi})" if isi else "")
    yield "\nklausul:"
    yield from (f"  {k.pasal}: {k.klausul} versi {k.versi}" for k in satu.klausul)
    if satu.dokumen:
        yield "\ndokumen:"
        yield from (f"  {d.jalur} (sha256 {d.sidik[:16]}...)" for d in satu.dokumen)
    yield "\nperistiwa:"
    for p in satu.peristiwa:
        hari = format_tanggal(date.fromisoformat(p.tanggal))
        yield f"  {p.urutan}. {hari} {p.jenis}, dicatat {p.dicatat_pada} oleh {p.oleh}"


def _masa(satu: RincianPerjanjian) -> Iterator[str]:
    if satu.mulai is None or satu.akhir is None:
        yield "masa berlaku: tanpa batas waktu"
        return
    dianggap = " (dianggap: naskah tidak menyebut tanggal mulai)" if satu.mulai_dianggap else ""
    yield f"berlaku sejak {format_tanggal(satu.mulai)}{dianggap} selama {satu.jangka_waktu}"
    yield f"hari terakhir: {format_tanggal(satu.akhir)}"
    if satu.akhir_tanggal_sama and satu.akhir_tanggal_sama != satu.akhir:
        yield f"(menurut kebiasaan tanggal yang sama: {format_tanggal(satu.akhir_tanggal_sama)})"


def _tenggat(t: TenggatTercatat) -> str:
    akibat = f"; bila dibiarkan: {t.akibat}" if t.akibat else ""
    return f"{format_tanggal(t.tanggal)} {t.jenis} ({t.sumber}){akibat}"


def _plain(nilai: Any) -> str:
    if isinstance(nilai, list):
        return "; ".join(_plain(satu) for satu in nilai)
    if isinstance(nilai, dict):
        return ", ".join(f"{k} {_plain(v)}" for k, v in nilai.items() if v not in (None, []))
    return {True: "ya", False: "tidak"}.get(nilai, str(nilai)) if isinstance(nilai, bool) else str(nilai)
