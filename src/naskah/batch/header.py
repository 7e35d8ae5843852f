"""Finds the header below any title rows, and what each of its columns fills."""

from collections.abc import Iterator
from dataclasses import dataclass

from naskah.batch.mapping import Peta
from naskah.batch.targets import DaftarSasaran, Sasaran, fold_name
from naskah.library.sheet_values import BarisData, Rusak, is_blank, name_cell
from naskah.model.galat import Galat, NaskahError

# Title rows above the header; among so many rows the one that names the most keys is the header.
_DICARI = 30
# Columns that fill nothing: numbers of rows, and those of our own sheet of faults.
TANPA_SASARAN = frozenset({"no", "nomor.urut", "baris", "galat"})


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column that fills a key."""

    indeks: int
    judul: str
    sasaran: Sasaran


@dataclass(frozen=True, slots=True)
class Kepala:
    """The header: its row, all its titles as typed, and the columns that fill something."""

    nomor: int
    judul: tuple[str, ...]
    kolom: tuple[Kolom, ...]

    def describe_untitled(self, baris: BarisData) -> str | None:
        """What is wrong with a row that holds a value in a column without a title; None when nothing is."""
        for i, satu in enumerate(baris.nilai):
            if (i >= len(self.judul) or not self.judul[i]) and not is_blank(satu) and not isinstance(satu, Rusak):
                sel = name_cell(baris.nomor, i + 1)
                return f"sel {sel} berisi nilai, tetapi kolomnya tidak berjudul; beri judul atau hapus isinya"
        return None


def find_header(baris: Iterator[BarisData], sasaran: DaftarSasaran, peta: Peta, berkas: str) -> Kepala:
    """The header of a sheet; `baris` is left just behind what was looked at, so the caller starts anew.

    NaskahError: no row names a key, unknown columns (with near names), two columns for one key, a mapping that
    names columns or keys which do not exist.
    """
    calon = [satu for _, satu in zip(range(_DICARI), baris, strict=False)]
    if not calon:
        raise NaskahError(Galat("lembar ini kosong; isi judul kolom dan barisnya", berkas))
    petaan = {fold_name(judul): kunci for judul, kunci in peta.isi.kolom.items()}
    terbaik = max(calon, key=lambda satu: (_count_known(satu, sasaran, petaan), -satu.nomor))
    if not _count_known(terbaik, sasaran, petaan):
        contoh = ", ".join(s.nama for s in list(sasaran.semua.values())[:6])
        pesan = f"tidak ada baris judul: tidak satu pun kolomnya bernama kunci rancangan (misalnya {contoh})"
        raise NaskahError(Galat(pesan, berkas))
    return _read_header(terbaik, sasaran, peta, berkas)


def _titles(baris: BarisData) -> list[str]:
    return ["" if is_blank(n) or isinstance(n, Rusak) else " ".join(str(n).split()) for n in baris.nilai]


def _count_known(baris: BarisData, sasaran: DaftarSasaran, petaan: dict[str, str]) -> int:
    return sum(bool(j) and (fold_name(j) in petaan or sasaran.find(j) is not None) for j in _titles(baris))


def _read_header(baris: BarisData, sasaran: DaftarSasaran, peta: Peta, berkas: str) -> Kepala:
    galat: list[Galat] = []
    judul = _titles(baris)
    petaan = {fold_name(j): (j, kunci) for j, kunci in peta.isi.kolom.items()}
    abaikan = {fold_name(j) for j in peta.isi.abaikan}
    lipatan = {fold_name(j) for j in judul if j}
    kolom: list[Kolom] = []
    for i, satu in enumerate(judul):
        lipat = fold_name(satu)
        if not satu or lipat in abaikan:
            continue
        asal, nama = petaan.get(lipat, (None, satu))
        ditemukan = sasaran.find(nama)
        if ditemukan is not None:
            kolom.append(Kolom(i, satu, ditemukan))
        elif asal is not None:
            galat.append(peta.galat(("kolom", asal), f"kunci {nama!r} tidak dikenal; {_suggest(nama, sasaran)}"))
        elif lipat not in TANPA_SASARAN:
            pesan = f"kolom {satu!r} tidak dikenal; {_suggest(satu, sasaran)}"
            galat.append(Galat(pesan, berkas, baris.nomor))
    for asal in [*peta.isi.kolom, *peta.isi.abaikan]:
        if fold_name(asal) not in lipatan:
            bagian = "kolom" if asal in peta.isi.kolom else "abaikan"
            galat.append(peta.galat((bagian, asal), f"kolom {asal!r} tidak ada pada lembar itu"))
    galat += [Galat(pesan, berkas, baris.nomor) for pesan in _find_clashes(kolom)]
    if galat:
        raise NaskahError(galat)
    return Kepala(baris.nomor, tuple(judul), tuple(kolom))


def _suggest(nama: str, sasaran: DaftarSasaran) -> str:
    mirip = sasaran.suggest(nama)
    if mirip:
        return f"mungkin maksudnya {', '.join(mirip)}"
    return "petakan dengan --peta, atau sebut pada 'abaikan' di dalamnya"


def _find_clashes(kolom: list[Kolom]) -> Iterator[str]:
    """Two columns for one key, or one for a list and another for an item of it."""
    for i, satu in enumerate(kolom):
        for lain in kolom[:i]:
            a, b = satu.sasaran.jalur, lain.sasaran.jalur
            if a[: len(b)] == b or b[: len(a)] == a:
                yield f"kolom {lain.judul!r} dan {satu.judul!r} mengisi kunci yang sama; sisakan satu"
