"""Which row of a sheet names the columns, and what each column holds."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise, zip_longest
from typing import NamedTuple

from naskah.exchange.mapping import ABAIKAN, BERURUT
from naskah.exchange.terms import fold, known_values, known_words, load_istilah
from naskah.library.sheet_cells import to_text
from naskah.library.sheet_values import BarisData, Rusak, name_column

# Titles, logos and addresses stand above the table; below this many rows nobody looks for its header.
BARIS_DICARI = 40
# Without a title or a day of signing, a row of names is no header of a register.
_WAJIB = ("judul", "tanggal")
_SATUAN = re.compile(r"\b(tahun|thn|th|bulan|bln)\b")


class Kolom(NamedTuple):
    """A column of the table: its place from 0, its name as written, and the key it fills (None: unknown)."""

    letak: int
    nama: str
    kunci: str | None

    @property
    def huruf(self) -> str:
        """Its letters: "C"."""
        return name_column(self.letak + 1)


class Kepala(NamedTuple):
    """The header of a table."""

    baris: int  # its last row; the table begins below
    kolom: tuple[Kolom, ...]
    di_atas: tuple[str, ...]  # the lines above it

    def list_unknown(self) -> list[Kolom]:
        """The columns whose names say nothing to us."""
        return [satu for satu in self.kolom if satu.kunci is None]

    def list_doubled(self) -> list[tuple[Kolom, Kolom]]:
        """Columns that would fill one key twice."""
        terpakai: dict[str, Kolom] = {}
        kembar = []
        for satu in self.kolom:
            if satu.kunci in (None, ABAIKAN, "no"):
                continue
            if satu.kunci in terpakai:
                kembar.append((terpakai[satu.kunci], satu))
            terpakai[satu.kunci] = satu
        return kembar

    def list_missing(self) -> list[str]:
        """The keys without which no row can be registered."""
        ada = {satu.kunci for satu in self.kolom}
        return [kunci for kunci in _WAJIB if kunci not in ada]


def find_header(awal: Sequence[BarisData], peta: Mapping[str, str]) -> Kepala | None:
    """The header among the first rows of a sheet: one row, or two of which the upper names groups.

    Args:
        awal: the first rows that hold something.
        peta: keys by the folded names of columns, as the user gave them.
    """
    calon: list[tuple[int, int, int, Kepala]] = []
    for i, baris in enumerate(awal):
        satu = [_read_name(sel) for sel in baris.nilai]
        pilihan, berkelompok = [(1, satu)], -1
        if i + 1 < len(awal):
            bawah = [_read_name(sel) for sel in awal[i + 1].nilai]
            pilihan.append((2, _combine(satu, bawah)))
            berkelompok = 1 if _is_upper_half(baris, satu, bawah) else -1
        for tinggi, nama in pilihan:
            kolom = tuple(_name_columns(nama, peta))
            dikenal = {k.kunci for k in kolom if k.kunci not in (None, ABAIKAN, "no")}
            if len(dikenal) >= 2 and dikenal.intersection(_WAJIB):
                di_atas = tuple(" ".join(filter(None, map(_read_name, b.nilai))) for b in awal[:i])
                calon.append(
                    (len(dikenal), tinggi * berkelompok, -i, Kepala(awal[i + tinggi - 1].nomor, kolom, di_atas))
                )
    return max(calon, key=lambda satu: satu[:3])[3] if calon else None


def _is_upper_half(baris: BarisData, atas: Sequence[str], bawah: Sequence[str]) -> bool:
    """Whether a row of names goes on in the next: a name merged over columns, or over both rows."""
    if any(isinstance(sel, Rusak) for sel in baris.nilai):
        return True
    return sum(bool(a) and fold(a) == fold(b) for a, b in zip(atas, bawah, strict=False)) > 1


def find_satuan(nama: str) -> str | None:
    """The unit that a column's name gives its bare numbers: "Jangka Waktu (Tahun)" -> "tahun"."""
    cocok = _SATUAN.search(fold(nama))
    return {"t": "tahun", "b": "bulan"}[cocok[1][0]] if cocok else None


def _read_name(sel: object) -> str:
    # A name merged over several columns is the name of each of them.
    isi = sel.nilai if isinstance(sel, Rusak) else sel
    return " ".join(to_text(isi).split()) if isinstance(isi, str | int) else ""


def _combine(atas: Sequence[str], bawah: Sequence[str]) -> list[str]:
    """The names of two rows as one each; "Nomor" stands also above the second of "Pihak I | Pihak II"."""
    hasil, kelompok = [], ""
    for a, b in zip_longest(atas, bawah, fillvalue=""):
        kelompok = a or (kelompok if (_recognise(fold(b)) or "").startswith("pihak.") else "")
        hasil.append(b if fold(kelompok) == fold(b) else f"{kelompok} {b}".strip())
    return hasil


def _name_columns(nama: Sequence[str], peta: Mapping[str, str]) -> Iterator[Kolom]:
    semua = [(letak, satu, find_key(satu, peta)) for letak, satu in enumerate(nama) if satu]
    # "Nomor | Nomor" are the numbers of the first and the second party.
    for kunci in BERURUT:
        polos = [letak for letak, _, k in semua if k == kunci]
        if len(polos) > 1:
            urutan = {letak: f"{kunci}.{n}" for n, letak in enumerate(polos, 1)}
            semua = [(letak, satu, urutan.get(letak, k)) for letak, satu, k in semua]
    yield from (Kolom(*satu) for satu in semua)


def find_key(nama: str, peta: Mapping[str, str]) -> str | None:
    """The key that a column of this name fills; None when the name is unknown."""
    return peta.get(fold(nama)) or _recognise(fold(nama))


@cache
def _recognise(nama: str) -> str | None:
    dikenal = known_values("kolom")
    for bentuk in _iter_forms(nama):
        if bentuk in dikenal:
            return dikenal[bentuk]
        dasar, urutan = _split_urutan(bentuk)
        if urutan is None:
            continue
        kunci = "pihak" if dasar in ("", "nama", "instansi") else dikenal.get(dasar)
        if kunci in BERURUT:
            return f"{kunci}.{urutan}"
    return None


def _iter_forms(nama: str) -> Iterator[str]:
    """The name as it is, with its short words spelt out, without its unit, and without words that add nothing."""
    yield nama
    panjang = f" {nama} "
    for penuh, semua in load_istilah()["singkatan"].items():
        for satu in semua:
            panjang = panjang.replace(f" {fold(satu)} ", f" {penuh} ")
    panjang = panjang.strip()
    yield panjang
    yield " ".join(_SATUAN.sub(" ", panjang).split())
    pengisi = known_words("pengisi")
    yield " ".join(kata for kata in panjang.split() if kata not in pengisi)


def _split_urutan(nama: str) -> tuple[str, int | None]:
    """The name without the party it is of: "nomor pihak kesatu" -> ("nomor", 1)."""
    for ekor, urutan in _known_urutan():
        if nama == ekor or nama.endswith(f" {ekor}"):
            dasar = nama.removesuffix(ekor).strip()
            return dasar.removesuffix("pihak").strip(), urutan
    return nama, None


@cache
def _known_urutan() -> list[tuple[str, int]]:
    semua = [(fold(str(satu)), n) for n, daftar in load_istilah()["urutan"].items() for satu in daftar]
    return sorted(semua, key=lambda satu: -len(satu[0]))


def is_column_numbers(baris: BarisData) -> bool:
    """Whether a row only counts the columns: "(1) (2) (3)"."""
    angka = [re.sub(r"[()\s]", "", to_text(sel)) for sel in baris.nilai if sel is not None]
    angka = [satu for satu in angka if satu]
    return (
        len(angka) >= 3
        and all(satu.isdecimal() and len(satu) < 4 for satu in angka)
        and all(int(b) - int(a) in (0, 1) for a, b in pairwise(angka))
    )
