"""A row becomes a draft: the rancangan's data with the row's values in their places, validated as any rancangan."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from naskah.batch.cells import SERIAL, SelError, convert_cell
from naskah.batch.dates import Ragu, find_doubt
from naskah.batch.header import Kolom
from naskah.batch.kinds import choose_kind
from naskah.batch.targets import Bentukan
from naskah.library.sheet_values import BarisData
from naskah.library.validation import counts_failed_items, explain_one, locate, name_key
from naskah.library.yaml_lines import Jalur, YamlBerbaris
from naskah.model.galat import Galat, NaskahError


class PengisiBaris:
    """Fills rows into the data of one rancangan."""

    def __init__(self, dasar: YamlBerbaris, kolom: Sequence[Kolom], berkas_data: str) -> None:
        self.dasar, self.kolom, self.berkas_data = dasar, kolom, berkas_data
        self.jenis = choose_kind(dasar.data)
        self._judul = {satu.sasaran.jalur: satu.judul for satu in kolom}
        self._jalur = {satu.judul: satu.sasaran.jalur for satu in kolom}
        self._tanggal = [satu for satu in kolom if satu.sasaran.bentukan is Bentukan.TANGGAL]
        # Lists and mappings that only columns make: left out again where a row leaves all of them empty.
        self._baru = sorted(
            {jalur for satu in kolom for jalur in _missing_ancestors(dasar.data, satu.sasaran.jalur)},
            key=len,
            reverse=True,
        )
        self._daftar = {
            satu.sasaran.jalur[:i]
            for satu in kolom
            for i, bagian in enumerate(satu.sasaran.jalur)
            if isinstance(bagian, int)
        }

    def make_draft(self, baris: BarisData) -> Any:
        """The draft of a row. NaskahError: every cell and key that is wrong."""
        data, galat = self.fill(baris)
        try:
            rancangan = self.jenis.model.model_validate(data)
        except ValidationError as error:
            rusak = {self._jalur[satu.kunci] for satu in galat if satu.kunci is not None}
            galat += self._explain(baris.nomor, error, data, rusak)
            raise NaskahError(dict.fromkeys(galat)) from None
        if galat:
            raise NaskahError(galat)
        return self.jenis.open_draft(rancangan, self.dasar, self, baris.nomor)

    def galat(self, nomor: int, jalur: Jalur, pesan: str) -> Galat:
        """A fault at `jalur` of the draft of row `nomor`."""
        judul = self.find_title(jalur)
        if judul is not None:
            return Galat(pesan, self.berkas_data, nomor, judul)
        di = self.dasar.find_line(jalur)
        tempat = f"{self.dasar.berkas}:{di}: " if di else ""
        return Galat(f"{tempat}{name_key(jalur)}: {pesan}", self.berkas_data, nomor)

    def find_title(self, jalur: Jalur) -> str | None:
        """The column that fills the key at `jalur`, or the list or mapping that the key lies in; None: no column."""
        while jalur and jalur not in self._judul:
            jalur = jalur[:-1]
        return self._judul.get(jalur)

    def find_doubts(self, baris: BarisData) -> tuple[Ragu, ...]:
        """The days of a row that may be read in two ways."""
        isi = ((k.judul, baris.nilai[k.indeks]) for k in self._tanggal if k.indeks < len(baris.nilai))
        return tuple(ragu for judul, nilai in isi if (ragu := find_doubt(judul, nilai, SERIAL)))

    def fill(self, baris: BarisData) -> tuple[dict[str, Any], list[Galat]]:
        """The data of the row, not validated, and what is wrong with its cells.

        What lies on the way to a value is copied, the rest is shared by all rows.
        """
        data = dict(self.dasar.data)
        salinan: dict[Jalur, Any] = {(): data}
        galat = []
        for kolom in self.kolom:
            jalur = kolom.sasaran.jalur
            nilai = baris.nilai[kolom.indeks] if kolom.indeks < len(baris.nilai) else None
            try:
                isi = convert_cell(nilai, kolom.sasaran.bentukan)
            except SelError as error:
                galat.append(Galat(str(error), self.berkas_data, baris.nomor, kolom.judul))
                isi = None
            wadah = salinan.get(jalur[:-1])
            _put(self._open(jalur[:-1], salinan) if wadah is None else wadah, jalur[-1], isi)
        self._prune(salinan)
        return data, galat

    def _open(self, jalur: Jalur, salinan: dict[Jalur, Any]) -> Any:
        """The container at `jalur`, this row's own copy of it."""
        if jalur in salinan:
            return salinan[jalur]
        induk, kunci = self._open(jalur[:-1], salinan), jalur[-1]
        ada = _get(induk, kunci)
        baru: Any = ([] if jalur in self._daftar else {}) if ada is None else ada.copy()
        _put(induk, kunci, baru)
        salinan[jalur] = baru
        return baru

    def _prune(self, salinan: Mapping[Jalur, Any]) -> None:
        """Take out what stayed empty: items of lists, and what only columns would have made."""
        for jalur in self._baru:
            if jalur in salinan and not _filled(salinan[jalur]):
                _put(salinan[jalur[:-1]], jalur[-1], None)
        for jalur in self._daftar:
            if jalur in salinan:
                salinan[jalur][:] = [satu for satu in salinan[jalur] if satu is not None]

    def _explain(
        self, nomor: int, error: ValidationError, data: dict[str, Any], rusak: Collection[Jalur]
    ) -> list[Galat]:
        """The faults of the draft, without those that only follow from the cells whose keys are `rusak`."""
        hasil = []
        for detail in error.errors():
            jalur, hilang = locate(detail["loc"], data)
            if hilang:
                jalur = (*jalur, hilang)
            if counts_failed_items(detail) or any(_follows(jalur, satu) for satu in rusak):
                continue
            hasil.append(self.galat(nomor, jalur, explain_one(detail, self.jenis.model)))
        return hasil


def _follows(jalur: Jalur, rusak: Jalur) -> bool:
    """Whether a fault at `jalur` may only be there because the value at `rusak` was left out."""
    return jalur[: len(rusak)] == rusak or rusak[: len(jalur)] == jalur


def _get(wadah: Any, kunci: Any) -> Any:
    if isinstance(wadah, list):
        return wadah[kunci] if kunci < len(wadah) else None
    return wadah.get(kunci)


def _put(wadah: Any, kunci: Any, isi: Any) -> None:
    """An empty cell is a key that is not filled in: nothing of the rancangan stands in for it."""
    if isinstance(wadah, list):
        wadah += [None] * (kunci + 1 - len(wadah))
        wadah[kunci] = isi
    elif isi is None:
        wadah.pop(kunci, None)
    else:
        wadah[kunci] = isi


def _filled(wadah: Any) -> bool:
    return any(satu is not None for satu in wadah) if isinstance(wadah, list) else bool(wadah)


def _missing_ancestors(data: Any, jalur: Jalur) -> list[Jalur]:
    """The containers on the way to a key that the data do not have."""
    for i, bagian in enumerate(jalur[:-1]):
        ada = _get(data, bagian)
        if ada is None:
            return [jalur[: j + 1] for j in range(i, len(jalur) - 1)]
        data = ada
    return []
