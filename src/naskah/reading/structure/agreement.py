"""Pieces -> the tree of an agreement or an adendum."""

import re
from collections.abc import Callable, Sequence

from naskah.model.bacaan import Peran
from naskah.model.jenis import JenisNaskah
from naskah.model.naskah import BlokTandaTangan, Lampiran, Naskah
from naskah.reading.structure.annex import begins_annex, read_annex_alone, read_annexes
from naskah.reading.structure.body import PembacaBatang
from naskah.reading.structure.ledger import Catatan
from naskah.reading.structure.markers import KEPALA, Bentuk
from naskah.reading.structure.opening import read_opening
from naskah.reading.structure.parties import read_parties
from naskah.reading.structure.pieces import Potongan, is_capital, join_pieces
from naskah.reading.structure.plan_lines import begins_plan
from naskah.reading.structure.signatures import begins_signature, read_signatures
from naskah.reading.structure.title import read_title

_PEMBUKA = re.compile(
    r"Pada\s+(?:hari|tanggal)\b|(?:Kami\s+)?[Yy]ang\s+bertanda\s?tangan\s+di\s?bawah\s+ini", re.IGNORECASE
)
_PENUTUP = re.compile(r"(?:Demikian(?:lah)?|Nota Kesepakatan ini dibuat|Perjanjian Kerja Sama ini dibuat)\b")
_ALINEA_PEMBUKA = 4


def read_agreement(
    potongan: Sequence[Potongan], jenis: JenisNaskah, paraf: tuple[str, ...], catatan: Catatan
) -> Naskah:
    """Return the tree of an agreement; what it cannot place is left over."""
    lampiran = _find(potongan, begins_annex, _find(potongan, _is_heading, 0))
    isi, ekor = potongan[:lampiran], potongan[lampiran:]
    batang = _find(isi, _is_heading, 0)
    pembuka = min(_find(isi, lambda satu: _PEMBUKA.match(satu.teks) is not None, 0), batang)
    tabel = min(_find(isi, _is_plan, pembuka), batang)
    penutup = _find_closing(isi, batang if batang < len(isi) else tabel)
    ttd = _find(isi, begins_signature, penutup) if penutup < len(isi) else _find_bare_signature(isi, batang)
    if penutup < ttd and _fills_last_pasal(isi, penutup):
        penutup = ttd
    penutup, batang, tabel = min(penutup, ttd), min(batang, penutup, ttd), min(tabel, penutup, ttd)

    kepala = read_title(isi[:pembuka])
    catatan.take(Peran.KEPALA, isi[:pembuka])
    mulai = _end_of_opening(isi, pembuka, min(batang, tabel))
    catatan.take(Peran.PEMBUKA, isi[pembuka:mulai])
    tanda_tangan = read_signatures(isi[ttd:], catatan)
    sesudah = isi[mulai : min(batang, tabel)]
    penanda = [blok.nama for baris in tanda_tangan for blok in baris]
    gaya, pihak, n = read_parties(sesudah, penanda)
    catatan.take(Peran.PIHAK, sesudah[:n])
    antara = read_opening(sesudah[n:], catatan, ada_batang=batang < len(isi) and batang < penutup)
    sebutan = [satu.sebutan for satu in pihak]
    sendiri, m = read_annex_alone(isi[tabel:penutup], sebutan, catatan) if tabel < batang else (None, 0)
    catatan.leave(isi[tabel + m : penutup] if tabel < batang else (), "di antara tabel dan penutup")
    tubuh = PembacaBatang(catatan, berjudul=True).read(isi[batang:penutup])
    catatan.take(Peran.PENUTUP, isi[penutup:ttd])
    return Naskah(
        jenis=jenis,
        kepala=kepala,
        pembuka=join_pieces([satu.unmarked() for satu in isi[pembuka:mulai]]),
        gaya_pihak=gaya,
        pihak=pihak,
        setelah_pihak=tuple(antara.setelah_pihak),
        premis=antara.premis,
        dasar=tuple(antara.dasar),
        kesepakatan=antara.kesepakatan,
        batang=tubuh,
        penutup=tuple(satu.unmarked().isi for satu in isi[penutup:ttd]),
        tanda_tangan=tanda_tangan,
        paraf=paraf,
        lampiran=_all_annexes(sendiri, ekor, sebutan or _parties_of(tanda_tangan), catatan),
    )


def _all_annexes(
    sendiri: Lampiran | None, ekor: Sequence[Potongan], sebutan: Sequence[str], catatan: Catatan
) -> tuple[Lampiran, ...]:
    lain = read_annexes(ekor, sebutan, catatan) if ekor else ()
    return (sendiri, *lain) if sendiri else lain


def _parties_of(tanda_tangan: Sequence[Sequence[BlokTandaTangan]]) -> list[str]:
    return sorted(blok.sebutan for baris in tanda_tangan for blok in baris)


def _find(potongan: Sequence[Potongan], cocok: Callable[[Potongan], bool], awal: int) -> int:
    return next((i for i in range(awal, len(potongan)) if cocok(potongan[i])), len(potongan))


def _is_heading(satu: Potongan) -> bool:
    return satu.bentuk in KEPALA


def _is_plan(satu: Potongan) -> bool:
    return begins_plan(satu) or len(satu.alinea.sel) > 4


def _find_closing(potongan: Sequence[Potongan], batang: int) -> int:
    """The closing sentence: the last paragraph without a number that begins as one does."""
    for i in range(len(potongan) - 1, batang, -1):
        if potongan[i].tanda is None and _PENUTUP.match(potongan[i].teks):
            return i
    return len(potongan)


def _fills_last_pasal(potongan: Sequence[Potongan], penutup: int) -> bool:
    """Whether the closing sentence is all that a last pasal says: "Pasal 11 PENUTUP Demikian ..."."""
    kepala = max((i for i in range(penutup) if _is_heading(potongan[i])), default=None)
    if kepala is None or potongan[kepala].bentuk is not Bentuk.PASAL:
        return False
    judul = potongan[kepala + 1 : penutup]
    return all(satu.tanda is None and (is_capital(satu.teks) or satu.teks.strip() == "Penutup") for satu in judul)


def _find_bare_signature(potongan: Sequence[Potongan], batang: int) -> int:
    """Signatures without a closing sentence: the party's name with its comma, below the last pasal."""
    akhir = max((i for i, satu in enumerate(potongan) if _is_heading(satu)), default=batang)
    return _find(potongan, lambda satu: begins_signature(satu) and satu.teks.rstrip().endswith(","), akhir)


def _end_of_opening(potongan: Sequence[Potongan], pembuka: int, batas: int) -> int:
    """Return where the opening sentence ends: at its colon, or where the parties begin."""
    i = pembuka
    while i < min(batas, pembuka + _ALINEA_PEMBUKA):
        if i > pembuka and potongan[i].tanda is not None:
            return i
        i += 1
        if potongan[i - 1].teks.rstrip().endswith(":"):
            return i
    return min(i, pembuka + 1, batas)
