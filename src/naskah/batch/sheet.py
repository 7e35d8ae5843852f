"""The sheet that a batch reads: csv or xlsx by the name of its file, empty rows left out, length bounded."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from naskah.batch.csv_sheet import count_lines, read_csv
from naskah.batch.rows import BARIS_MAKSIMUM, BarisData, LembarError, is_blank
from naskah.batch.xlsx_sheet import guess_rows, read_xlsx
from naskah.model.galat import Galat


@dataclass(frozen=True, slots=True)
class Lembar:
    """A sheet in a file; it can be read several times."""

    path: Path
    nama: str | None = None  # of the sheet in its workbook; None: the first

    def check(self) -> None:
        """LembarError when the file is missing or of a kind that is not read."""
        if not self.path.is_file():
            raise LembarError(Galat("berkas data ini tidak ada; periksa nama dan foldernya", str(self.path)))
        akhiran = self.path.suffix.lower()
        if akhiran not in (".csv", ".xlsx", ".xlsm"):
            pesan = f"jenis berkas {akhiran or 'ini'} tidak dibaca; simpan sebagai .xlsx atau .csv"
            raise LembarError(Galat(pesan, str(self.path)))
        if akhiran == ".csv" and self.nama is not None:
            raise LembarError(Galat("berkas .csv tidak berlembar; hapus --lembar", str(self.path)))

    def read(self) -> Iterator[BarisData]:
        """Every row that is not empty. LembarError beyond BARIS_MAKSIMUM of them."""
        baca = read_csv(self.path) if self.path.suffix.lower() == ".csv" else read_xlsx(self.path, self.nama)
        jumlah = 0
        for baris in baca:
            if all(map(is_blank, baris.nilai)):
                continue
            jumlah += 1
            if jumlah > BARIS_MAKSIMUM:
                pesan = f"lebih dari {BARIS_MAKSIMUM:,} baris berisi; bagi menjadi beberapa berkas".replace(",", ".")
                raise LembarError(Galat(pesan, str(self.path), baris.nomor))
            yield baris

    def guess_length(self) -> int | None:
        """About how many rows there are; None when nothing tells."""
        if self.path.suffix.lower() == ".csv":
            return count_lines(self.path)
        return guess_rows(self.path, self.nama)
