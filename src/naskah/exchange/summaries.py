"""Counts of agreements by year, kind, unit, partner and state, made while a list passes by."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from naskah.library.sheet_output import Lembar
from naskah.registry.listing import BarisDaftar
from naskah.registry.state import Status

_TANPA_UNIT = "(unit tidak disebut)"
_TANPA_PIHAK = "(pihak tidak disebut)"
# Sheet -> the name of its first column.
KELOMPOK = {
    "rekap tahun": "tahun penandatanganan",
    "rekap jenis": "jenis",
    "rekap unit": "unit",
    "rekap mitra": "pihak",
    "rekap keadaan": "keadaan",
}


class Rekap:
    """The counts, by group and state."""

    def __init__(self) -> None:
        self._hitung: dict[str, dict[str, Counter[str]]] = {nama: defaultdict(Counter) for nama in KELOMPOK}

    def tee(self, semua: Iterable[BarisDaftar]) -> Iterator[BarisDaftar]:
        """The same rows, counted as they are taken."""
        for satu in semua:
            self.add(satu)
            yield satu

    def add(self, satu: BarisDaftar) -> None:
        """Count one agreement; under each of its parties once."""
        h = self._hitung
        h["rekap tahun"][str(satu.tanggal.year)][satu.status] += 1
        h["rekap jenis"][spaced(satu.jenis)][satu.status] += 1
        h["rekap unit"][satu.unit or _TANPA_UNIT][satu.status] += 1
        for nama in dict.fromkeys(satu.pihak or (_TANPA_PIHAK,)):
            h["rekap mitra"][nama][satu.status] += 1
        h["rekap keadaan"][satu.status][satu.status] += 1

    def iter_rows(self, nama: str) -> Iterator[tuple[Any, ...]]:
        """The rows of one summary; years in order, everything else by how many there are."""
        semua = self._hitung[nama].items()
        urut = sorted(semua) if nama == "rekap tahun" else sorted(semua, key=lambda s: (-s[1].total(), s[0]))
        for kunci, banyak in urut:
            isi = (banyak.total(), *(banyak[status] for status in Status))
            yield (kunci, isi[0]) if nama == "rekap keadaan" else (kunci, *isi)
        if nama not in ("rekap mitra", "rekap keadaan"):  # an agreement has more than one party
            jumlah = sum((b for _, b in semua), Counter[str]())
            yield ("jumlah", jumlah.total(), *(jumlah[status] for status in Status))

    def columns(self, nama: str) -> tuple[str, ...]:
        """The columns of one summary."""
        if nama == "rekap keadaan":
            return (KELOMPOK[nama], "jumlah")
        return (KELOMPOK[nama], "jumlah", *(status.value for status in Status))

    def sheets(self, judul: str) -> Iterator[Lembar]:
        """Every summary as a sheet; its rows are counted when they are written."""
        for nama in KELOMPOK:
            yield Lembar(nama, self.columns(nama), self.iter_rows(nama), judul=(nama.upper(), judul))


def spaced(kunci: str) -> str:
    """A key as words: "nota-kesepakatan" -> "nota kesepakatan"."""
    return kunci.replace("-", " ")


def name_tenggat(jenis: str, hal: str) -> str:
    """What a deadline is about: its kind, or what recurs: "monev"."""
    return spaced(hal if jenis == "kewajiban-berkala" else jenis)
