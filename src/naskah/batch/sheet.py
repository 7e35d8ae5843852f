"""The sheet that a batch reads: csv or xlsx by the name of its file, empty rows left out, length bounded."""

import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from naskah.library.csv_sheet import count_lines, read_csv
from naskah.library.sheet_cells import BATAS_DATA, LembarKerja, open_workbook
from naskah.library.sheet_values import BarisData, is_blank
from naskah.model.galat import Galat, NaskahError

# What a run may take; a longer sheet is refused before its rows are looked at.
BARIS_MAKSIMUM = 250_000
_BARIS_TERPANJANG = 10_000_000  # bytes of one row that are kept while its end is looked for
# A cell with a value, in the XML of a row.
_BERISI = re.compile(rb"<v>[^<]|<t[ >]")


_TERLALU_PANJANG = f"lebih dari {BARIS_MAKSIMUM:,} baris berisi; bagi menjadi beberapa berkas".replace(",", ".")


def _count_filled(arsip: zipfile.ZipFile, nama: str) -> int:
    """The rows with a value in the XML of a sheet, without reading it as XML: a second for 300,000."""
    jumlah, sisa = 0, b""
    with arsip.open(nama) as isi:
        while blok := isi.read(1 << 20):
            *baris, sisa = (sisa + blok).split(b"</row>")
            jumlah += sum(_BERISI.search(satu) is not None for satu in baris)
            if jumlah > BARIS_MAKSIMUM:
                break
            sisa = sisa[-_BARIS_TERPANJANG:]
    return jumlah


@dataclass(frozen=True, slots=True)
class Lembar:
    """A sheet in a file; it can be read several times."""

    path: Path
    nama: str | None = None  # of the sheet in its workbook; None: the first that is not hidden

    def check(self) -> None:
        """NaskahError when the file is missing or of a kind that is not read."""
        if not self.path.is_file():
            raise NaskahError(Galat("berkas data ini tidak ada; periksa nama dan foldernya", str(self.path)))
        akhiran = self.path.suffix.lower()
        if akhiran not in (".csv", ".xlsx", ".xlsm"):
            pesan = f"jenis berkas {akhiran or 'ini'} tidak dibaca; simpan sebagai .xlsx atau .csv"
            raise NaskahError(Galat(pesan, str(self.path)))
        if akhiran == ".csv" and self.nama is not None:
            raise NaskahError(Galat("berkas .csv tidak berlembar; hapus --lembar", str(self.path)))
        self._check_length()

    def _check_length(self) -> None:
        """NaskahError at once for a sheet that `read` would refuse after minutes; what is left in doubt it refuses."""
        if self.path.suffix.lower() == ".csv":
            if count_lines(self.path) > BARIS_MAKSIMUM:
                for _ in self.read():  # lines may be empty, or within a cell: count the rows
                    pass
            return
        try:
            with zipfile.ZipFile(self.path) as arsip:
                lembar = [satu for satu in arsip.namelist() if satu.startswith("xl/worksheets/sheet")]
                jumlah = min((_count_filled(arsip, satu) for satu in lembar), default=0)
        except (OSError, zipfile.BadZipFile, ValueError, EOFError, NotImplementedError, RuntimeError, zlib.error):
            return  # reading it says what is wrong with it
        # Of several sheets only one is read, and which is not known yet.
        if jumlah > BARIS_MAKSIMUM:
            raise NaskahError(Galat(_TERLALU_PANJANG, str(self.path)))

    def read(self) -> Iterator[BarisData]:
        """Every row that is not empty. NaskahError beyond BARIS_MAKSIMUM of them."""
        with self.open() as (semua, _):
            yield from semua

    @contextmanager
    def open(self) -> Iterator[tuple[Iterator[BarisData], int | None]]:
        """The rows as `read` gives them, and about how many there are; None when nothing tells."""
        if self.path.suffix.lower() == ".csv":
            yield self._bound(read_csv(self.path)), count_lines(self.path)
            return
        with open_workbook(self.path, BATAS_DATA) as buku:
            lembar = self._choose(buku)
            yield self._bound(lembar.iter_filled()), lembar.perkiraan_baris

    def _bound(self, semua: Iterator[BarisData]) -> Iterator[BarisData]:
        jumlah = 0
        for baris in semua:
            if all(map(is_blank, baris.nilai)):
                continue
            jumlah += 1
            if jumlah > BARIS_MAKSIMUM:
                raise NaskahError(Galat(_TERLALU_PANJANG, str(self.path), baris.nomor))
            yield baris

    def _choose(self, semua: Sequence[LembarKerja]) -> LembarKerja:
        for satu in semua:
            if satu.nama == self.nama or (self.nama is None and satu.terlihat):
                return satu
        if self.nama is None:
            raise NaskahError(Galat("tidak memuat lembar kerja", str(self.path)))
        ada = ", ".join(satu.nama for satu in semua)
        raise NaskahError(Galat(f"lembar {self.nama!r} tidak ada; yang ada: {ada}", str(self.path)))
