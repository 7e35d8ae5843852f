"""Lines -> the table of a Rencana Kerja, as plain text writes it: each activity a block of named lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from naskah.model.isi import Isi, plain
from naskah.model.tabel_rencana import KegiatanTabel, ProgramTabel, TabelRencanaKerja, TugasTabel
from naskah.reading.structure.markers import Bentuk
from naskah.reading.structure.pieces import Potongan, take, trim

_TAHUN = re.compile(r"[0-9]{4}")
_KEPALA = re.compile(r"Tahun\s*:\s*[0-9]{4}(?:\s*,\s*[0-9]{4})*$")
_KUNCI = re.compile(r"(?P<kunci>Lokasi|Sumber dana|Tahun|PIHAK KE\w+|penanggung jawab|Output|Outcome)\s*:\s*")


def begins_plan(satu: Potongan) -> bool:
    """Whether a piece is the line of years above the programmes."""
    return satu.tanda is None and _KEPALA.match(satu.teks.strip()) is not None


@dataclass
class _Kegiatan:
    nomor: str
    nama: Isi
    tahapan: list[Isi] = field(default_factory=list)
    sel: dict[str, Isi] = field(default_factory=dict)
    jawab: dict[str, Isi] = field(default_factory=dict)


def read_plan(potongan: Sequence[Potongan], pihak: Sequence[str]) -> tuple[TabelRencanaKerja, int]:
    """Return the table that begins with its line of years, and how many pieces it took.

    Args:
        potongan: the pieces, from the line of years on.
        pihak: the parties of the document, where it names them; else those that have tasks.
    """
    tahun = tuple(int(satu) for satu in _TAHUN.findall(potongan[0].teks))
    program: list[tuple[str, Isi, list[_Kegiatan]]] = []
    i = 1
    while i < len(potongan) and _read_line(potongan[i], program):
        i += 1
    terlihat = dict.fromkeys(
        sebutan for _, _, kegiatan in program for k in kegiatan for sebutan in k.sel if sebutan.startswith("PIHAK")
    )
    nama = tuple(pihak) or tuple(terlihat)
    isi = tuple(ProgramTabel(no, judul, tuple(_build(k, nama) for k in semua)) for no, judul, semua in program)
    return TabelRencanaKerja(tahun, nama, isi), i


def _read_line(satu: Potongan, program: list[tuple[str, Isi, list[_Kegiatan]]]) -> bool:
    """Enter a piece; False when the table is over."""
    assert satu.tanda is not None or satu.bentuk is None
    kegiatan = program[-1][2] if program else []
    if satu.bentuk is Bentuk.ANGKA and satu.tanda:
        program.append((satu.tanda.nomor, satu.isi, []))
    elif satu.bentuk is Bentuk.HURUF and satu.tanda and program:
        kegiatan.append(_Kegiatan(satu.tanda.nomor, satu.isi))
    elif satu.bentuk is Bentuk.ANGKA_KURUNG and kegiatan:
        kegiatan[-1].tahapan.append(satu.isi)
    elif satu.tanda is None and kegiatan and (cocok := _KUNCI.match(satu.teks)):
        _enter(kegiatan[-1], cocok["kunci"], satu.cut(satu.awal + cocok.end(), satu.akhir))
    else:
        return False
    return True


def _enter(kegiatan: _Kegiatan, kunci: str, isi: Isi) -> None:
    if kunci == "penanggung jawab":
        pihak = next((k for k in reversed(kegiatan.sel) if k.startswith("PIHAK")), "")
        kegiatan.sel.setdefault(pihak, ())
        kegiatan.jawab[pihak] = isi
    else:
        kegiatan.sel[kunci] = isi


def _build(satu: _Kegiatan, pihak: Sequence[str]) -> KegiatanTabel:
    sel = satu.sel
    return KegiatanTabel(
        nomor=satu.nomor,
        nama=satu.nama,
        tahapan=tuple(satu.tahapan),
        lokasi=sel.get("Lokasi", ()),
        sumber_dana=sel.get("Sumber dana", ()),
        tahun=tuple(int(t) for t in _TAHUN.findall(plain(sel.get("Tahun", ())))),
        tugas=tuple(TugasTabel(_split(satu.jawab.get(p, ())), sel.get(p, ())) for p in pihak),
        output=sel.get("Output", ()),
        outcome=sel.get("Outcome", ()),
    )


def _split(isi: Isi) -> tuple[Isi, ...]:
    """The offices of a line, which semicolons separate."""
    teks = plain(isi)
    hasil, awal = [], 0
    for cocok in [*re.finditer(r";\s+", teks), None]:
        hasil.append(trim(take(isi, awal, cocok.start() if cocok else len(teks))))
        awal = cocok.end() if cocok else awal
    return tuple(satu for satu in hasil if satu)
