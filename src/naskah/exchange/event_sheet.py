"""A sheet of events: one row for each, with columns perjanjian, jenis, tanggal, and the fields of the events."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from naskah.bahasa.galat import BahasaError
from naskah.bahasa.tanggal import parse_tanggal
from naskah.exchange.source import Lembaran, open_register
from naskah.library.sheet_cells import to_text
from naskah.library.sheet_values import BarisData, Nilai, Rusak, is_blank
from naskah.model.galat import Galat, NaskahError
from naskah.registry.lifecycle.kinds import JENIS_KEJADIAN
from naskah.registry.recording import Catatan

WAJIB = ("perjanjian", "jenis", "tanggal")
ISIAN = tuple(dict.fromkeys(b.nama for kind in JENIS_KEJADIAN.values() for b in kind.bidang))
# Whatever stands in it, nobody reads it: the number of the row.
_DIABAIKAN = ("no", "no.", "nomor urut")
_DIKENAL = frozenset((*WAJIB, *ISIAN))
# Titles may stand above the table; below this many rows nobody looks for its header.
_BARIS_DICARI = 40


class _Kepala(NamedTuple):
    lembar: str
    nomor: int  # of its row
    kolom: dict[int, str]  # place from 0 -> title


class LembarPeristiwa(NamedTuple):
    """What a sheet of events holds: the events by day, each with its file and row, and all that cannot be read."""

    catatan: list[Catatan]
    galat: list[Galat]


def read_events(path: Path) -> LembarPeristiwa:
    """Return the events of a sheet by day, those of one day as their rows stand; and its faults.

    A sheet whose newest rows stand first is read from below.

    Raises:
        NaskahError: no such file, or no table with the three columns.
    """
    galat: list[Galat] = []
    hasil: list[Catatan] = []
    bertabel = False
    with open_register(path) as semua:
        for lembar in semua:
            kepala, isi = _find_table(lembar)
            if kepala is None:
                continue
            bertabel = True
            galat += _check_columns(kepala, path)
            milik: list[Catatan] = []
            for baris in isi:
                try:
                    milik.append(_read_row(baris, kepala, path))
                except NaskahError as error:
                    galat += error.galat
            hasil += _oldest_first(milik)
    if not bertabel:
        pesan = f"tabelnya tidak ditemukan; baris kepalanya harus memuat kolom {', '.join(WAJIB)}"
        raise NaskahError(Galat(pesan, str(path)))
    return LembarPeristiwa(sorted(hasil, key=lambda c: c.tanggal), galat)


def _oldest_first(semua: list[Catatan]) -> list[Catatan]:
    hari = [c.tanggal for c in semua]
    return semua[::-1] if hari == sorted(hari, reverse=True) and len(set(hari)) > 1 else semua


def _find_table(lembar: Lembaran) -> tuple[_Kepala | None, Iterator[BarisData]]:
    for _, baris in zip(range(_BARIS_DICARI), lembar.baris, strict=False):
        nama = {i: " ".join(to_text(sel).lower().split()) for i, sel in enumerate(baris.nilai) if not is_blank(sel)}
        if set(WAJIB) <= set(nama.values()):
            return _Kepala(lembar.nama, baris.nomor, nama), lembar.baris
    return None, iter(())


def _check_columns(kepala: _Kepala, path: Path) -> Iterator[Galat]:
    nama = list(kepala.kolom.values())
    for n in nama:
        if n not in _DIKENAL and n not in _DIABAIKAN:
            pesan = f'kolom "{n}" tidak dikenal; hapus, atau pakai salah satu: {", ".join(ISIAN)}'
            yield Galat(pesan, str(path), kepala.nomor)
    for n in sorted({n for n in nama if nama.count(n) > 1}):
        yield Galat(f'kolom "{n}" ada dua; sisakan satu', str(path), kepala.nomor)


def _read_row(baris: BarisData, kepala: _Kepala, path: Path) -> Catatan:
    isi: dict[str, Nilai] = {
        n: baris.nilai[i] for i, n in kepala.kolom.items() if n in _DIKENAL and i < len(baris.nilai)
    }
    tempat = f"lembar {kepala.lembar}" if kepala.lembar else None
    galat = [Galat(sel.pesan, str(path), baris.nomor, tempat) for sel in isi.values() if isinstance(sel, Rusak)]
    galat += [
        Galat(f"kolom {n} kosong; isi, atau hapus barisnya", str(path), baris.nomor, tempat)
        for n in WAJIB
        if is_blank(isi.get(n))
    ]
    if galat:
        raise NaskahError(galat)
    try:
        hari = _read_day(isi["tanggal"])
    except BahasaError as error:
        raise NaskahError(Galat(f"tanggal: {error}", str(path), baris.nomor, tempat)) from error
    isian = {n: _plain(v) for n, v in isi.items() if n not in WAJIB and not is_blank(v)}
    return Catatan(to_text(isi["perjanjian"]), to_text(isi["jenis"]), hari, isian, None, str(path), baris.nomor)


def _read_day(nilai: Nilai) -> date:
    if isinstance(nilai, datetime):
        return nilai.date()
    return nilai if isinstance(nilai, date) else parse_tanggal(to_text(nilai))


def _plain(nilai: Nilai) -> str | date:
    """A date as a date, so that it is not read again; anything else as its text."""
    return nilai if isinstance(nilai, date) else to_text(nilai)
