"""The sheets of a register that an office keeps, from an .xlsx or a .csv, row by row in bounded memory."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from naskah.library.csv_sheet import read_csv
from naskah.library.sheet_cells import BATAS_DATA, open_workbook
from naskah.library.sheet_values import BarisData, is_blank
from naskah.model.galat import Galat, NaskahError

# A longer register is refused as soon as this row is met.
BARIS_MAKSIMUM = 500_000


class Lembaran(NamedTuple):
    """A sheet: its name (empty in a .csv), and its rows that hold something, merged cells filled in."""

    nama: str
    baris: Iterator[BarisData]


@contextmanager
def open_register(path: Path, lembar: tuple[str, ...] = ()) -> Iterator[Iterator[Lembaran]]:
    """The sheets of a register, one after the other: those named, or all that are not hidden.

    Raises:
        NaskahError: missing, of another kind, damaged, too large, or without a sheet of that name.
    """
    akhiran = path.suffix.lower()
    if path.is_dir():
        raise NaskahError(Galat("ini folder; sebutkan satu berkas .xlsx atau .csv di dalamnya", str(path)))
    if not path.is_file():
        raise NaskahError(Galat("berkas ini tidak ada; periksa nama dan foldernya", str(path)))
    if akhiran == ".csv":
        if lembar:
            raise NaskahError(Galat("berkas .csv tidak berlembar; hapus --lembar", str(path)))
        yield iter([Lembaran("", _bounded(read_csv(path), path))])
    elif akhiran in (".xlsx", ".xlsm"):
        with open_workbook(path, BATAS_DATA) as semua:
            ada = [satu.nama for satu in semua]
            if hilang := [nama for nama in lembar if nama not in ada]:
                pesan = "lembar {!r} tidak ada; yang ada: " + ", ".join(ada)
                raise NaskahError(Galat(pesan.format(nama), str(path)) for nama in hilang)
            dipilih = [satu for satu in semua if satu.nama in lembar or (not lembar and satu.terlihat)]
            yield (Lembaran(satu.nama, _bounded(satu.iter_filled(), path)) for satu in dipilih)
    else:
        pesan = f"jenis berkas {akhiran or 'ini'} tidak dibaca; simpan sebagai .xlsx atau .csv"
        raise NaskahError(Galat(pesan, str(path)))


def _bounded(semua: Iterator[BarisData], path: Path) -> Iterator[BarisData]:
    for jumlah, baris in enumerate((satu for satu in semua if not all(map(is_blank, satu.nilai))), 1):
        if jumlah > BARIS_MAKSIMUM:
            pesan = f"lebih dari {BARIS_MAKSIMUM // 1000}.000 baris; bagi menjadi beberapa berkas"
            raise NaskahError(Galat(pesan, str(path), baris.nomor))
        yield baris
