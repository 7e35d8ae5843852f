"""Rows of a table -> the table of a Rencana Kerja: header, rows cut by pages, columns by their headings."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from naskah.model.isi import Isi, Teks, plain
from naskah.model.tabel_rencana import KegiatanTabel, ProgramTabel, TabelRencanaKerja, TugasTabel
from naskah.reading.structure.markers import find_item
from naskah.reading.structure.pieces import Potongan, drop, join_isi, take, trim

_TAHUN = re.compile(r"(?:19|20)[0-9]{2}$")
_NOMOR_KOLOM = re.compile(r"\([0-9]{1,2}\)$")
_PIHAK = re.compile(r"PIHAK\s+(?:KE\w+|PERTAMA)$", re.IGNORECASE)
_JAWAB = re.compile(r"PENANGGUNG\s*JAWAB$", re.IGNORECASE)
# Offices in one cell of a scan: a new one begins after the region of the one before.
_KANTOR = re.compile(r"(?<=\w)\s+(?=(?:Dinas|Badan|Biro|Satuan|Inspektorat|Sekretariat|Bagian)\b)")
_DAERAH = re.compile(r"\b(?:Provinsi|Kabupaten|Kota)\s+[A-Z]")
_TANDA_TAHUN = re.compile(r"[VvXx✓√✔]")
_KEPALA = re.compile(r"PROGRAM|TAHAPAN|LOKASI|SUMBER|OUTPUT|OUTCOME|TUGAS|TAHUN", re.IGNORECASE)


@dataclass
class _Kolom:
    """Where each thing stands; -1 where the table has no such column."""

    nomor: int = 0
    program: int = 1
    kegiatan: int = 2
    lokasi: int = -1
    dana: int = -1
    output: int = -1
    outcome: int = -1
    tahun: dict[int, int] = field(default_factory=dict)
    pihak: list[str] = field(default_factory=list)
    jawab: list[int] = field(default_factory=list)
    tugas: list[int] = field(default_factory=list)


@dataclass
class _Kegiatan:
    """A row as its cells, each with what rows that a page cut add to it."""

    sel: list[list[Isi]]


@dataclass
class _Program:
    nomor: str
    nama: list[Isi]
    kegiatan: list[_Kegiatan] = field(default_factory=list)


def is_header(satu: Potongan) -> bool:
    """Whether a row is part of the header: names of columns, years, parties, or the numbers of the columns."""
    sel = [s.strip() for s in satu.alinea.sel if s.strip()]
    if not sel:
        return False
    if all(_NOMOR_KOLOM.match(s) for s in sel):
        return True
    kepala = sum(bool(_KEPALA.match(s)) and len(s) < 40 for s in sel)
    tahun = sum(bool(_TAHUN.match(s)) for s in sel)
    pihak = sum(bool(_PIHAK.match(s) or _JAWAB.match(s)) for s in sel)
    return kepala >= 2 or pihak >= 2 or (tahun > 0 and tahun + kepala + pihak >= len(sel) - 4 and tahun > 1)


def read_table(baris: Sequence[Potongan]) -> TabelRencanaKerja | None:
    """Return the table of these rows; None when its header is not that of a work plan."""
    kolom = _read_header([satu for satu in baris if is_header(satu)])
    if kolom is None:
        return None
    program: list[_Program] = []
    for satu in baris:
        if not is_header(satu):
            _add_row(program, _cells(satu), kolom)
    return TabelRencanaKerja(
        tuple(kolom.tahun),
        tuple(kolom.pihak),
        tuple(
            ProgramTabel(satu.nomor, join_isi(satu.nama), tuple(_build(k, kolom) for k in satu.kegiatan))
            for satu in program
        ),
    )


def _read_header(baris: Sequence[Potongan]) -> _Kolom | None:
    """Read the columns from the rows of the header; those after the numbers of the columns repeat it."""
    kolom = _Kolom()
    pihak: dict[int, str] = {}
    for satu in baris:
        for letak, mentah in enumerate(satu.alinea.sel):
            teks = " ".join(mentah.split())
            if _TAHUN.match(teks):
                kolom.tahun.setdefault(int(teks), letak)
            elif _PIHAK.match(teks):
                pihak.setdefault(letak, teks.upper())
            elif _JAWAB.match(teks):
                if letak not in kolom.jawab:
                    kolom.jawab.append(letak)
            else:
                _enter_name(kolom, teks.upper(), letak)
    if not kolom.jawab and not pihak:
        return None
    kolom.jawab.sort()
    if not kolom.jawab:
        kolom.jawab = sorted(pihak)
        kolom.tugas = list(kolom.jawab)
    else:
        kolom.tugas = [letak + 1 for letak in kolom.jawab]
    kolom.pihak = [_party_above(letak, pihak) for letak in kolom.jawab]
    kolom.tahun = dict(sorted(kolom.tahun.items(), key=lambda satu: satu[1]))
    return kolom


def _enter_name(kolom: _Kolom, teks: str, letak: int) -> None:
    if teks in ("NO", "NO.", "NOMOR"):
        kolom.nomor = letak
    elif teks.startswith("PROGRAM"):
        kolom.program = letak
    elif teks.startswith("TAHAPAN"):
        kolom.kegiatan = letak
    elif teks.startswith("LOKASI"):
        kolom.lokasi = letak
    elif teks.startswith("SUMBER"):
        kolom.dana = letak
    elif teks == "OUTPUT":
        kolom.output = letak
    elif teks == "OUTCOME":
        kolom.outcome = letak


def _party_above(letak: int, pihak: dict[int, str]) -> str:
    kiri = [awal for awal in pihak if awal <= letak]
    return pihak[max(kiri)] if kiri else ""


def _cells(satu: Potongan) -> list[Isi]:
    """The cells of a row, each where it stands in the row's text."""
    hasil: list[Isi] = []
    kini = 0
    teks = satu.alinea.teks
    for sel in satu.alinea.sel:
        letak = teks.find(sel, kini) if sel else kini
        if letak < 0:
            hasil.append((Teks(sel, False, satu.alinea.tempat),))
            continue
        kini = letak + len(sel)
        hasil.append(satu.cut(letak, kini) if sel.strip() else ())
    return hasil


def _add_row(program: list[_Program], sel: list[Isi], kolom: _Kolom) -> None:
    """Enter a row; one without a number of its own goes on with the row that a page cut."""

    def at(letak: int) -> Isi:
        return sel[letak] if 0 <= letak < len(sel) else ()

    nomor = plain(at(kolom.nomor)).strip().rstrip(".")
    baru = find_item(plain(at(kolom.kegiatan)).lstrip()) is not None
    nama = at(kolom.program)
    if not program or (nomor and nomor != program[-1].nomor):
        program.append(_Program(nomor, [nama]))
    elif nama and plain(nama).strip() != plain(program[-1].nama[0]).strip():
        program[-1].nama.append(nama)
    kegiatan = program[-1].kegiatan
    if baru or not kegiatan:
        kegiatan.append(_Kegiatan([[isi] for isi in sel]))
        return
    lalu = kegiatan[-1].sel
    for letak, isi in enumerate(sel):
        if isi and letak < len(lalu) and letak not in (kolom.nomor, kolom.program):
            lalu[letak].append(isi)


def _build(satu: _Kegiatan, kolom: _Kolom) -> KegiatanTabel:
    def at(letak: int) -> Isi:
        return trim(join_isi(satu.sel[letak])) if 0 <= letak < len(satu.sel) else ()

    nama = at(kolom.kegiatan)
    tanda = find_item(plain(nama))
    nama = drop(nama, tanda.akhir) if tanda else nama
    nama, *tahapan = _split_lines(nama) or [()]
    return KegiatanTabel(
        nomor=tanda.nomor if tanda else "",
        nama=nama,
        tahapan=tuple(_without_number(t) for t in tahapan),
        lokasi=at(kolom.lokasi),
        sumber_dana=at(kolom.dana),
        tahun=tuple(tahun for tahun, letak in kolom.tahun.items() if _TANDA_TAHUN.match(plain(at(letak)))),
        tugas=tuple(
            TugasTabel(_split_offices(at(jawab)) if jawab != tugas else (), at(tugas))
            for jawab, tugas in zip(kolom.jawab, kolom.tugas, strict=True)
        ),
        output=at(kolom.output),
        outcome=at(kolom.outcome),
    )


def _without_number(isi: Isi) -> Isi:
    tanda = find_item(plain(isi))
    return drop(isi, tanda.akhir) if tanda else isi


def _split_lines(isi: Isi) -> list[Isi]:
    return _split_at(isi, [(c.start(), c.end()) for c in re.finditer(r"\s*\n\s*", plain(isi))])


def _split_offices(isi: Isi) -> tuple[Isi, ...]:
    """The offices in a cell: one a line, or one after the other."""
    teks = plain(isi)
    if "\n" in teks:
        return tuple(_split_lines(isi))
    batas: list[tuple[int, int]] = []
    awal = 0
    for cocok in _KANTOR.finditer(teks):
        if _DAERAH.search(teks, awal, cocok.start()):
            batas.append(cocok.span())
            awal = cocok.end()
    return tuple(_split_at(isi, batas))


def _split_at(isi: Isi, batas: Sequence[tuple[int, int]]) -> list[Isi]:
    teks = plain(isi)
    awal = [0, *(akhir for _, akhir in batas)]
    akhir = [*(mulai for mulai, _ in batas), len(teks)]
    semua = (trim(take(isi, a, b)) for a, b in zip(awal, akhir, strict=True))
    return [satu for satu in semua if satu]
