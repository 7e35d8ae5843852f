"""Annexes of an agreement: heading, work plan, signatures."""

import re
from collections.abc import Sequence

from naskah.model.bacaan import Peran
from naskah.model.isi import Isi
from naskah.model.naskah import Lampiran
from naskah.model.tabel_rencana import TabelRencanaKerja
from naskah.reading.structure.ledger import Catatan
from naskah.reading.structure.pieces import Potongan, is_capital, join_isi
from naskah.reading.structure.plan_cells import read_table
from naskah.reading.structure.plan_lines import begins_plan, read_plan
from naskah.reading.structure.signatures import begins_signature, read_signatures

_LAMPIRAN = re.compile(r"LAMPIRAN(?:\s+[IVX]+)?\b")
_NOMOR = re.compile(r"(?:NOMOR|Nomor)\s*:?\s*")
_JUDUL = re.compile(r"(?:DOKUMEN\s+)?RENCANA\s+(?:KERJA|AKSI)\b")
_SENDIRI = re.compile(r"(?:LAMPIRAN.*|TENTANG|NOTA KESEPAKATAN|KESEPAKATAN BERSAMA|PERJANJIAN KERJA SAMA|ADENDUM.*)$")
_KOSONG = TabelRencanaKerja((), (), ())


def begins_annex(satu: Potongan) -> bool:
    """Whether a piece is the first line of an annex."""
    return (
        satu.tanda is None and _LAMPIRAN.match(satu.teks) is not None and is_capital(satu.teks) and len(satu.teks) < 200
    )


def read_annexes(potongan: Sequence[Potongan], pihak: Sequence[str], catatan: Catatan) -> tuple[Lampiran, ...]:
    """Return the annexes; the first piece begins one."""
    awal = [i for i, satu in enumerate(potongan) if begins_annex(satu)]
    return tuple(
        _read_annex(potongan[a:b], pihak, catatan) for a, b in zip(awal, [*awal[1:], len(potongan)], strict=True)
    )


def read_annex_alone(
    potongan: Sequence[Potongan], pihak: Sequence[str], catatan: Catatan
) -> tuple[Lampiran | None, int]:
    """Read the table of a document that is nothing but its annex; return it, and how many pieces it took."""
    tabel, n = _read_plan(potongan, pihak, catatan)
    return (Lampiran((), (), (), tabel, ()) if tabel else None), n


def _read_annex(potongan: Sequence[Potongan], pihak: Sequence[str], catatan: Catatan) -> Lampiran:
    isi = next((i for i, satu in enumerate(potongan) if satu.alinea.sel or begins_plan(satu)), len(potongan))
    # Without a table only what looks like a heading is one.
    kepala_akhir = next((i for i, s in enumerate(potongan[:isi]) if isi == len(potongan) and not _is_heading(s)), isi)
    kepala, nomor, judul = _read_heading(potongan[:kepala_akhir])
    catatan.take(Peran.LAMPIRAN, potongan[:kepala_akhir])
    tabel, n = _read_plan(potongan[isi:], pihak, catatan)
    catatan.leave(potongan[kepala_akhir:isi], "lampiran yang bukan Rencana Kerja")
    sisa = potongan[isi + n :]
    ttd = next((i for i, satu in enumerate(sisa) if begins_signature(satu)), len(sisa))
    catatan.leave(sisa[:ttd], "lampiran yang bukan Rencana Kerja")
    return Lampiran(kepala, nomor, judul, tabel or _KOSONG, read_signatures(sisa[ttd:], catatan))


def _is_heading(satu: Potongan) -> bool:
    return is_capital(satu.teks) or _NOMOR.match(satu.unmarked().teks) is not None or satu.alinea.gaya == "tengah"


def _read_plan(
    potongan: Sequence[Potongan], pihak: Sequence[str], catatan: Catatan
) -> tuple[TabelRencanaKerja | None, int]:
    if not potongan:
        return None, 0
    if begins_plan(potongan[0]):
        tabel, n = read_plan(potongan, pihak)
        catatan.take(Peran.LAMPIRAN, potongan[:n])
        return tabel, n
    # A page number or a heading may stand between the rows of two pages.
    akhir = max((i + 1 for i, satu in enumerate(potongan) if len(satu.alinea.sel) > 4), default=0)
    baris = [satu for satu in potongan[:akhir] if len(satu.alinea.sel) > 4]
    dari_baris = read_table(baris) if baris else None
    if dari_baris is None:
        return None, 0
    catatan.take(Peran.LAMPIRAN, baris)
    return dari_baris, akhir


def _read_heading(potongan: Sequence[Potongan]) -> tuple[tuple[Isi, ...], tuple[str, ...], tuple[Isi, ...]]:
    """Return the lines at the top right, the number lines, and the title; lines that a scan broke are joined."""
    kepala: list[list[Isi]] = []
    nomor: list[str] = []
    judul: list[list[Isi]] = []
    mandiri = True
    for satu in potongan:
        satu = satu.unmarked()
        teks = satu.teks.strip()
        cocok = _NOMOR.match(teks)
        if cocok and not judul:
            nomor.append(" ".join(teks[cocok.end() :].split()))
        elif nomor or judul or _JUDUL.match(teks):
            if len(judul) < 2:
                judul.append([satu.isi])
            else:
                judul[-1].append(satu.isi)
        else:
            sendiri = _SENDIRI.match(teks) is not None
            if mandiri or sendiri or teks.startswith("ANTARA"):
                kepala.append([satu.isi])
            else:
                kepala[-1].append(satu.isi)
            mandiri = sendiri
    return tuple(map(join_isi, kepala)), tuple(nomor), tuple(map(join_isi, judul))
