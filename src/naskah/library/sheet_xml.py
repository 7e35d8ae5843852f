"""Rows and merged ranges out of a sheet's XML: parsed as it is unpacked, a block at a time.

openpyxl's streaming reader knows no merged cells, believes any row number, lets a document type in, and takes 1.7 times
as long; so only the workbook around the sheets is left to it.
"""

import re
from collections.abc import Callable, Iterator
from typing import IO, Any, NamedTuple
from xml.parsers import expat

from naskah.library.sheet_merges import Daerah
from naskah.library.sheet_values import BarisData, Nilai

# What Excel has (ECMA-376 18.3.1.73 and 18.3.1.4); a text may be somewhat longer in other programs.
BARIS_TERAKHIR = 1_048_576
KOLOM_TERAKHIR = 16_384
PANJANG_SEL = 200_000  # characters
GABUNGAN_MAKSIMUM = 100_000
_BLOK = 1 << 16
_KOLOM = re.compile("[A-Z]{1,3}")
_ALAMAT = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")


class SelMentah(NamedTuple):
    """A cell as the file has it: its place, type and style, the text of its value, and whether that was computed."""

    baris: int
    kolom: int
    tipe: str
    gaya: int
    isi: str | None
    rumus: bool


def iter_rows(sumber: IO[bytes], baca: Callable[[SelMentah], Nilai]) -> Iterator[BarisData]:
    """The rows that have cells, in order, each cell as `baca` reads it. ValueError: a damaged or hostile sheet."""
    pembaca = _PembacaBaris(baca)
    parser = _make_parser(pembaca.start)
    parser.EndElementHandler = pembaca.end
    parser.CharacterDataHandler = pembaca.add_text
    while not pembaca.selesai:
        blok = sumber.read(_BLOK)
        try:
            _parse(parser, blok)
        except ValueError:
            yield from pembaca.take()  # so that the damage is told to come after them
            raise
        yield from pembaca.take()
        if not blok:
            return


def find_merged(sumber: IO[bytes]) -> list[Daerah]:
    """The merged ranges, which stand behind the rows. ValueError: a damaged or hostile sheet."""
    daerah: list[Daerah] = []

    def start(nama: str, atribut: dict[str, str]) -> None:
        if nama.rpartition(":")[2] == "mergeCell":
            awal, _, akhir = atribut["ref"].partition(":")
            daerah.append(Daerah(*_read_address(awal), *_read_address(akhir or awal)))
            if len(daerah) > GABUNGAN_MAKSIMUM:
                raise ValueError("too many merged cells")

    parser = _make_parser(start)
    while blok := sumber.read(_BLOK):
        _parse(parser, blok)
    return daerah


def _make_parser(start: Callable[[str, dict[str, str]], None]) -> Any:
    def refuse(*_: object) -> None:
        raise ValueError("a sheet has no document type")  # an entity could grow, or read a file

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.StartDoctypeDeclHandler = refuse
    return parser


def _parse(parser: Any, blok: bytes) -> None:
    try:
        parser.Parse(blok, not blok)
    except expat.ExpatError as error:
        raise ValueError(str(error)) from error


def _read_address(alamat: str) -> tuple[int, int]:
    cocok = _ALAMAT.fullmatch(alamat)
    if cocok is None:
        raise ValueError(f"no cell: {alamat[:20]}")
    return int(cocok[2]), _read_column(cocok[1])


def _read_column(huruf: str) -> int:
    kolom = 0
    for satu in huruf if _KOLOM.fullmatch(huruf) else "":
        kolom = kolom * 26 + ord(satu) - ord("A") + 1
    if not 1 <= kolom <= KOLOM_TERAKHIR:
        raise ValueError(f"no column: {huruf[:20]}")
    return kolom


class _PembacaBaris:
    """Collects rows from the events of a parser: row > c > v (the value), is > t (text in place), f (a formula)."""

    def __init__(self, baca: Callable[[SelMentah], Nilai]) -> None:
        self.selesai = False
        self._baca = baca
        self._jadi: list[BarisData] = []
        self._polos: dict[str, str] = {}  # names of elements without their prefix
        self._kolom: dict[str, int] = {}  # columns by their letters
        self._nomor = 0
        self._baris: list[Nilai] = []
        self._letak = 0
        self._sel: dict[str, str] = {}
        self._isi: list[str] = []
        self._panjang = 0
        self._membaca = self._rumus = self._bunyi = False

    def take(self) -> list[BarisData]:
        """The rows completed since the last time."""
        jadi, self._jadi = self._jadi, []
        return jadi

    def start(self, nama: str, atribut: dict[str, str]) -> None:
        nama = self._strip(nama)
        if nama == "c":
            self._sel, self._isi, self._panjang, self._rumus = atribut, [], 0, False
        elif nama in ("v", "t"):
            self._membaca = not self._bunyi
        elif nama == "f":
            self._rumus = True
        elif nama == "rPh":  # how to pronounce a text, of Asian languages
            self._bunyi = True
        elif nama == "row":
            nomor = int(atribut.get("r") or self._nomor + 1)
            if not self._nomor < nomor <= BARIS_TERAKHIR:
                raise ValueError(f"row {nomor} after row {self._nomor}")
            self._nomor, self._baris, self._letak = nomor, [], 0

    def add_text(self, teks: str) -> None:
        if self._membaca:
            self._isi.append(teks)
            self._panjang += len(teks)
            if self._panjang > PANJANG_SEL:
                raise ValueError("a cell is too long")

    def end(self, nama: str) -> None:
        nama = self._strip(nama)
        if nama in ("v", "t"):
            self._membaca = False
        elif nama == "c":
            self._add_cell()
        elif nama == "rPh":
            self._bunyi = False
        elif nama == "row" and self._baris:
            self._jadi.append(BarisData(self._nomor, tuple(self._baris)))
        elif nama == "sheetData":
            self.selesai = True

    def _strip(self, nama: str) -> str:
        polos = self._polos.get(nama)
        if polos is None:
            polos = self._polos[nama] = nama.rpartition(":")[2]
        return polos

    def _add_cell(self) -> None:
        sel = self._sel
        huruf = sel.get("r", "").rstrip("0123456789")
        kolom = self._kolom.get(huruf) if huruf else self._letak + 1
        if kolom is None:
            kolom = self._kolom[huruf] = _read_column(huruf)
        if not self._letak < kolom <= KOLOM_TERAKHIR:
            raise ValueError(f"column {kolom} after column {self._letak}")
        self._letak = kolom
        if not self._isi and not self._rumus:
            return
        isi = "".join(self._isi) or None
        nilai = self._baca(SelMentah(self._nomor, kolom, sel.get("t", "n"), int(sel.get("s", 0)), isi, self._rumus))
        if nilai is not None:
            self._baris += [None] * (kolom - 1 - len(self._baris))
            self._baris.append(nilai)
