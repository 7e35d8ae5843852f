"""One agreement of the registry as a page of text, and as plain data."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from typing import Any

from naskah.bahasa.hari_kerja import Kalender
from naskah.bahasa.tanggal import format_tanggal
from naskah.bahasa.terbilang import urutan
from naskah.cli.agreement_view import (
    PeristiwaTampil,
    SalinanTampil,
    list_peristiwa,
    list_salinan,
    list_tenggat,
    list_tetap_mengikat,
)
from naskah.cli.deadline_lines import SEMENTARA, iter_deadline_lines
from naskah.cli.terms_text import describe_state, describe_terms, spaced
from naskah.registry.kinds import DIADENDUM
from naskah.registry.lifecycle.kinds import JENIS_KEJADIAN, KOREKSI
from naskah.registry.records import AdendumTercatat, KeadaanTercatat, RincianPerjanjian
from naskah.registry.relations import Keluarga, Kerabat


def to_plain(satu: RincianPerjanjian, keluarga: Keluarga, pada: date, kalender: Kalender) -> dict[str, Any]:
    """All that the registry knows, ready for JSON, with the state on the day `pada` and the exact days."""
    kini = satu.status_pada(pada)
    return {
        **asdict(satu),
        "akhir_sehari_sebelum": satu.akhir_sehari_sebelum,
        "tenggat": [
            {
                **asdict(t),
                **hari._asdict(),
                "nasib": nasib.nasib.value,
                "sebab": nasib.sebab,
                "selesai_pada": nasib.pada,
                "selesai_oleh": nasib.penutup,
            }
            for t, hari, nasib in list_tenggat(satu, pada, kalender)
        ],
        "peristiwa": [
            {**asdict(p.peristiwa), "isian": p.isian, "dikoreksi_oleh": p.dikoreksi_oleh} for p in list_peristiwa(satu)
        ],
        "keadaan": kini.status.value,
        "sebab_keadaan": kini.sebab,
        "riwayat_keadaan": [asdict(k) for k in satu.keadaan],
        "tetap_mengikat": list_tetap_mengikat(satu, pada),
        "salinan": [s._asdict() for s in list_salinan(satu)],
        "keluarga": asdict(keluarga),
        "perhatian": list(_warnings(satu, keluarga)),
    }


def describe(
    satu: RincianPerjanjian, keluarga: Keluarga, pada: date, kalender: Kalender, *, lengkap: bool = False
) -> str:
    """A page of text: facts, relatives, parties, term, deadlines, terms, clauses, copies, files, states, events.

    Deadlines that are closed, or come back only later, are counted; `lengkap` lists them too.
    """
    return "\n".join(_lines(satu, keluarga, pada, kalender, lengkap))


def _lines(satu: RincianPerjanjian, keluarga: Keluarga, pada: date, kalender: Kalender, lengkap: bool) -> Iterator[str]:
    yield f"{satu.id}: {satu.judul}"
    tempat = f" di {satu.tempat}" if satu.tempat else ""
    nomor = f" Nomor {satu.nomor}" if satu.nomor else ""
    dibuat = "diundangkan" if satu.jenis.startswith("peraturan-") else "ditandatangani"
    yield f"{satu.jenis}{nomor}, {dibuat}{tempat} pada {format_tanggal(satu.tanggal)}"
    kini = satu.status_pada(pada)
    yield f"keadaan pada {format_tanggal(pada)}: {describe_state(kini.status.value, kini.sebab)}"
    if satu.unit:
        yield f"unit: {satu.unit}"
    yield from _masa(satu, pada)
    yield from _keluarga(keluarga)
    yield from (f"perhatian: {satu}" for satu in _warnings(satu, keluarga))
    yield from _pihak(satu)
    if satu.adendum:
        yield "\nadendum:"
        yield from (f"  {_adendum(a)}" for a in satu.adendum)
    tenggat = list_tenggat(satu, pada, kalender)
    if tenggat:
        yield "\ntenggat:"
        baris = list(iter_deadline_lines(tenggat, lengkap=lengkap))
        yield from (f"  {satu}" for satu in baris)
        if any(SEMENTARA in satu for satu in baris):
            yield "  * sementara: hari libur tahun itu belum ditetapkan pemerintah"
    if mengikat := list_tetap_mengikat(satu, pada):
        yield "\ntetap mengikat sesudah berakhir:"
        yield from (f"  {m['hal']} ({m['sumber']})" + (f", selama {m['lama']}" if m["lama"] else "") for m in mengikat)
    yield "\nketentuan:"
    for ketentuan in satu.ketentuan:
        isi = describe_terms({k: v for k, v in ketentuan.data.items() if k not in ("jenis", "sumber", "hal")})
        hal = f": {spaced(ketentuan.hal)}" if ketentuan.hal else ""
        yield f"  {ketentuan.sumber}, {spaced(ketentuan.jenis)}{hal}" + (f" ({isi})" if isi else "")
    yield "\nklausul:"
    yield from (f"  {k.pasal}: {k.klausul} versi {k.versi}" for k in satu.klausul)
    if salinan := list_salinan(satu):
        yield "\nsalinan:"
        yield from (f"  {_salinan(s)}" for s in salinan)
    if satu.dokumen:
        yield "\ndokumen:"
        yield from (f"  {d.jalur} (sha256 {d.sidik[:16]}...)" for d in satu.dokumen)
    yield from _history(satu, pada)


def _history(satu: RincianPerjanjian, pada: date) -> Iterator[str]:
    """The states and the events; those after the day asked about under headings of their own."""
    for judul, isi in (
        ("riwayat keadaan", [_state(k) for k in satu.keadaan[1:] if k.dari <= pada]),
        (f"keadaan sesudah {format_tanggal(pada)}", [_state(k) for k in satu.keadaan[1:] if k.dari > pada]),
        ("peristiwa", [_peristiwa(p) for p in list_peristiwa(satu) if not _comes_after(p, pada)]),
        (
            f"peristiwa sesudah {format_tanggal(pada)}",
            [_peristiwa(p) for p in list_peristiwa(satu) if _comes_after(p, pada)],
        ),
    ):
        if isi:
            yield f"\n{judul}:"
            yield from (f"  {baris}" for baris in isi)


def _state(k: KeadaanTercatat) -> str:
    return f"sejak {format_tanggal(k.dari)}: {describe_state(k.status.value, k.sebab)}"


def _comes_after(satu: PeristiwaTampil, pada: date) -> bool:
    """Whether an event lies after the day asked about; what is recorded of the facts holds for every day."""
    p = satu.peristiwa
    return p.tanggal > pada.isoformat() and (p.jenis in JENIS_KEJADIAN or p.jenis == DIADENDUM) and p.jenis != KOREKSI


def _keluarga(keluarga: Keluarga) -> Iterator[str]:
    for apa, semua in (
        ("mengikuti", keluarga.induk),
        ("diikuti", keluarga.anak),
        ("menggantikan", keluarga.menggantikan),
        ("digantikan oleh", keluarga.digantikan_oleh),
    ):
        yield from (f"{apa}: {_kerabat(k)}" for k in semua)


def _kerabat(satu: Kerabat) -> str:
    if satu.id is None:
        return f"{satu.judul}, tanggal {format_tanggal(satu.tanggal)} (belum terdaftar)"
    akhir = f", hari terakhir {format_tanggal(satu.akhir)}" if satu.akhir else ""
    return f"{satu.id}: {satu.judul}, tanggal {format_tanggal(satu.tanggal)} ({satu.keadaan}{akhir})"


def _warnings(satu: RincianPerjanjian, keluarga: Keluarga) -> Iterator[str]:
    """A child should not outlive what it follows (tanggal.md, 002 premis D)."""
    for induk in keluarga.induk:
        if induk.akhir is not None and (satu.akhir is None or satu.akhir > induk.akhir):
            lama = f"sampai {format_tanggal(satu.akhir)}" if satu.akhir else "tanpa batas waktu"
            yield (
                f"perjanjian ini berlaku {lama}, padahal induknya {induk.id} berakhir {format_tanggal(induk.akhir)};"
                " perpanjang induknya, atau sesuaikan dengan adendum"
            )
    for anak in keluarga.anak:
        if satu.akhir is not None and (anak.akhir is None or anak.akhir > satu.akhir):
            lama = f"sampai {format_tanggal(anak.akhir)}" if anak.akhir else "tanpa batas waktu"
            yield f"{anak.id} mengikuti perjanjian ini, tetapi berlaku lebih lama: {lama}"


def _pihak(satu: RincianPerjanjian) -> Iterator[str]:
    yield "\npihak:"
    for pihak in satu.pihak:
        nomor = f", nomor {pihak.nomor}" if pihak.nomor else ""
        yield f"  {pihak.sebutan}: {pihak.nama}{nomor}"
        if pihak.penandatangan:
            yield f"    {pihak.penandatangan}" + (f", {pihak.jabatan}" if pihak.jabatan else "")
        for kuasa in pihak.kuasa:
            rinci = [kuasa.dokumen]
            rinci += [f"nomor {kuasa.nomor}"] if kuasa.nomor else []
            rinci += [f"tanggal {format_tanggal(kuasa.tanggal)}"] if kuasa.tanggal else []
            yield f"    {kuasa.jenis}: {' '.join(rinci)}"


def _masa(satu: RincianPerjanjian, pada: date) -> Iterator[str]:
    akhir = satu.akhir_pada(pada)
    if satu.mulai is None or akhir is None:
        yield "masa berlaku: tanpa batas waktu"
        return
    dianggap = " (dianggap sejak penandatanganan; sumber tidak menyebut tanggal mulai)" if satu.mulai_dianggap else ""
    yield f"berlaku sejak {format_tanggal(satu.mulai)}{dianggap} selama {satu.jangka_waktu}"
    yield f"hari terakhir: {format_tanggal(akhir)}"
    # Offices count in two ways; whichever this agreement follows, the reader sees the other date too.
    lain = satu.akhir_sehari_sebelum if satu.tanggal_sama else satu.akhir_tanggal_sama
    cara = "hitungan sehari sebelumnya" if satu.tanggal_sama else "kebiasaan tanggal yang sama"
    if lain is not None and akhir in (satu.akhir_sehari_sebelum, satu.akhir_tanggal_sama):
        yield f"(menurut {cara}: {format_tanggal(lain)})"


def _salinan(satu: SalinanTampil) -> str:
    pemegang = f", dipegang {satu.pemegang}" if satu.pemegang else ""
    return f"{satu.salinan}: {satu.tempat}{pemegang} (sejak {_day(satu.sejak)}, peristiwa {satu.peristiwa})"


def _peristiwa(satu: PeristiwaTampil) -> str:
    p = satu.peristiwa
    isi = describe_terms({k: v for k, v in satu.isian.items() if k != "bukti"}, nama=True)
    bukti = f", bukti {satu.isian['bukti']['jalur']}" if "bukti" in satu.isian else ""
    batal = f"; dikoreksi oleh peristiwa {satu.dikoreksi_oleh}" if satu.dikoreksi_oleh else ""
    rinci = f": {isi}" if isi else ""
    return f"{p.urutan}. {_day(p.tanggal)} {p.jenis}{rinci}{bukti}, dicatat {p.dicatat_pada} oleh {p.oleh}{batal}"


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
