"""The draft of an adendum: its parent, its own facts, and the changes as data. Field names are the YAML keys."""

from typing import Annotated, Any, Self

from pydantic import AfterValidator, Field, model_validator

from naskah.model.jenis import JenisNaskah
from naskah.model.klausul import Bagian
from naskah.model.perubahan import Perubahan, PihakKe
from naskah.model.rancangan import POLA_ID, Gaya, Penandatangan, PilihanKlausul
from naskah.model.tipe import Model, Tanggal, Teks, TeksIsi

PERUBAHAN_MAKSIMUM = 300


class IndukAdendum(Model):
    """What the adendum changes: an agreement of the registry, or the draft it was made from."""

    id: Annotated[str, Field(pattern=POLA_ID)] | None = None
    berkas: TeksIsi | None = None

    @model_validator(mode="after")
    def _check(self) -> Self:
        if (self.id is None) == (self.berkas is None):
            raise ValueError(
                "sebutkan id induknya di registri (id: pks-2025) atau berkas rancangannya (berkas: pks.yaml), "
                "salah satu saja"
            )
        return self


class PenandatanganAdendum(Penandatangan):
    """Who signs the adendum for a party; the parent's signatory, unless the draft says otherwise."""

    bertindak_untuk: TeksIsi | None = None


def _check_jenis(jenis: JenisNaskah) -> JenisNaskah:
    if jenis is not JenisNaskah.ADENDUM:
        raise ValueError("jenisnya harus adendum")
    return jenis


def _check_bagian(bagian: Bagian) -> Bagian:
    if bagian in (Bagian.PASAL, Bagian.PERUBAHAN):
        raise ValueError("pasal adendum disusun dari kunci 'perubahan'")
    return bagian


class RancanganAdendum(Model):
    """A whole draft of an adendum."""

    jenis: Annotated[JenisNaskah, AfterValidator(_check_jenis)]
    id: Annotated[str, Field(pattern=POLA_ID)] | None = None
    induk: IndukAdendum
    tanggal: Tanggal
    tempat: TeksIsi
    berlaku: Tanggal | None = None  # first day in effect; the day of signing unless named
    nomor: tuple[TeksIsi, ...] = ()  # in the order of the parties
    penandatangan: dict[PihakKe, PenandatanganAdendum] = {}
    premis: tuple[TeksIsi, ...] = ()  # why; the recital of the parent and earlier adenda is made by itself
    perubahan: Annotated[tuple[Perubahan, ...], Field(min_length=1, max_length=PERUBAHAN_MAKSIMUM)]
    bagian: dict[Annotated[Bagian, AfterValidator(_check_bagian)], PilihanKlausul] = {}
    gaya: Gaya = Gaya()
    catatan: Teks = ""

    @model_validator(mode="after")
    def _check_berlaku(self) -> Self:
        if self.berlaku is not None and self.berlaku < self.tanggal:
            raise ValueError(
                "tanggal 'berlaku' mendahului tanggal penandatanganan; adendum berlaku paling cepat pada hari itu"
            )
        return self

    def dump_perubahan(self) -> tuple[dict[str, Any], ...]:
        """The changes as data, for the registry."""
        return tuple(
            p.model_dump(mode="json", exclude_none=True, exclude_unset=True, by_alias=True) for p in self.perubahan
        )
