"""Turns the chosen clauses and typed-out pasal of a draft into parsed units, collecting every fault."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ParamSpec, TypeVar

from naskah.assembly.context import NaskahKonteks
from naskah.assembly.filling import fill_text, read_units
from naskah.assembly.markup import MarkupError, Mentah, Satuan, parse_alinea
from naskah.assembly.parameters import convert_all
from naskah.library.clauses import Klausul
from naskah.library.drafts import Berkas
from naskah.library.pustaka import Pustaka
from naskah.library.yaml_lines import Jalur
from naskah.model.galat import Galat, NaskahError
from naskah.model.klausul import Bagian
from naskah.model.rancangan import PasalBebas, PilihanKlausul

P = ParamSpec("P")
H = TypeVar("H")


@dataclass(slots=True)
class BagianTersusun:
    """Text of one clause outside the pasal: its paragraphs, and what it was made from."""

    alinea: list[Mentah]
    nilai: dict[str, Any]
    klausul: Klausul


@dataclass(slots=True)
class PasalTersusun:
    """One pasal, filled in and parsed, not yet numbered."""

    label: str
    judul: str
    ayat: Sequence[Satuan]
    muatan: tuple[str, ...]
    ketentuan: tuple[dict[str, Any], ...]
    nilai: dict[str, Any]
    asal: str  # file its text comes from, the text, and the lines before it there: for errors
    teks: str
    baris_awal: int
    jalur: Jalur
    klausul: Klausul | None = None

    def find_line(self, *cari: str) -> int | None:
        """The line of the source text that holds one of these; loops and filters hide the exact one."""
        return find_line(self.teks, self.baris_awal, *cari)


def find_labels(teks: str) -> list[str]:
    """Every label that a clause text gives, as typed: {#label}."""
    return re.findall(r"\{#([a-z0-9-]+)\}", teks)


def find_line(teks: str, baris_awal: int, *cari: str) -> int | None:
    """The first line of `teks` that holds one of `cari`, counted in its file; None when there is none."""
    for i, baris in enumerate(teks.split("\n"), baris_awal + 1):
        if any(satu in baris for satu in cari):
            return i
    return None


@dataclass
class Penyusun:
    """Fills in clauses for one draft. Faults are collected in `galat`, so that all come at once."""

    berkas: Berkas
    pustaka: Pustaka
    konteks: NaskahKonteks
    galat: list[Galat] = field(default_factory=list)
    tertunda: set[str] = field(default_factory=set)  # labels of the pasal that could not be filled in

    def collect(self, langkah: Callable[P, H], *args: P.args, **kwargs: P.kwargs) -> H | None:
        """Run a step; keep its faults and go on with None."""
        try:
            return langkah(*args, **kwargs)
        except NaskahError as error:
            self.galat += error.galat
            return None

    def fill_pasal(self, pilihan: Sequence[PilihanKlausul | PasalBebas], label: Sequence[str]) -> list[PasalTersusun]:
        """Every pasal of the draft, in the chosen order."""
        hasil = []
        for i, satu in enumerate(pilihan):
            pasal = self.collect(self._fill_one, satu, label[i], ("pasal", i))
            if pasal is not None:
                hasil.append(pasal)
            else:
                self.tertunda |= {label[i], *self._list_labels(satu)}
        return hasil

    def _list_labels(self, satu: PilihanKlausul | PasalBebas) -> list[str]:
        if isinstance(satu, PasalBebas):
            return find_labels(satu.isi)
        try:
            return find_labels(self.pustaka.klausul(satu.klausul).badan)
        except NaskahError:
            return []

    def _fill_one(self, satu: PilihanKlausul | PasalBebas, label: str, jalur: Jalur) -> PasalTersusun:
        if isinstance(satu, PasalBebas):
            asal, awal = self.berkas.nama, self._line_of(jalur, "isi")
            ayat = self._parse(satu.isi, {}, label, asal, awal)
            muatan = satu.muatan or (label,)
            return PasalTersusun(label, satu.judul, ayat, muatan, satu.ketentuan, {}, asal, satu.isi, awal, jalur)
        klausul = self.load(satu.klausul, jalur, Bagian.PASAL)
        nilai = self.convert(klausul, satu.parameter, (*jalur, "parameter"))
        ayat = self._parse(klausul.badan, nilai, label, klausul.berkas, klausul.baris_badan)
        return PasalTersusun(
            label=label,
            judul=satu.judul or klausul.kepala.judul,
            ayat=ayat,
            muatan=klausul.muatan,
            ketentuan=klausul.kepala.ketentuan,
            nilai=nilai,
            asal=klausul.berkas,
            teks=klausul.badan,
            baris_awal=klausul.baris_badan,
            jalur=jalur,
            klausul=klausul,
        )

    def fill_bagian(
        self, pilihan: PilihanKlausul, bagian: Bagian, tambahan: Mapping[str, Any] | None = None
    ) -> BagianTersusun:
        """The paragraphs of a clause that stands around the pasal."""
        jalur = ("bagian", bagian.value)
        klausul = self.load(pilihan.klausul, jalur, bagian)
        nilai = self.convert(klausul, pilihan.parameter, (*jalur, "parameter"))
        teks = fill_text(klausul.badan, nilai, self.konteks, klausul.berkas, klausul.baris_badan, **(tambahan or {}))
        try:
            return BagianTersusun(parse_alinea(teks), nilai, klausul)
        except MarkupError as error:
            raise NaskahError(Galat(str(error), klausul.berkas, klausul.baris_badan + 1)) from None

    def load(self, nama: str, jalur: Jalur, bagian: Bagian) -> Klausul:
        """The clause, checked to be of the right part; faults name the draft's line."""
        try:
            klausul = self.pustaka.klausul(nama)
        except NaskahError as error:
            # A clause that is not there is a fault of the draft; a clause with faults, one of its file.
            raise NaskahError(
                self.berkas.galat((*jalur, "klausul"), g.pesan) if g.berkas is None else g for g in error.galat
            ) from None
        untuk = klausul.kepala.jumlah_pihak
        if untuk is not None and untuk != len(self.konteks.pihak):
            pesan = f"klausul {nama!r} dibuat untuk {untuk} pihak, bukan {len(self.konteks.pihak)}; pilih varian lain"
            raise NaskahError(self.berkas.galat((*jalur, "klausul"), pesan))
        if klausul.kepala.bagian is not bagian:
            pesan = f"klausul {nama!r} adalah bagian {klausul.kepala.bagian}, bukan {bagian}; pilih yang lain"
            raise NaskahError(self.berkas.galat((*jalur, "klausul"), pesan))
        return klausul

    def convert(self, klausul: Klausul, nilai: Mapping[str, Any], jalur: Jalur) -> dict[str, Any]:
        """The user's values for a clause, converted; NaskahError with every fault."""
        hasil, galat = convert_all(klausul.kepala.parameter, nilai, self.konteks.pihak)
        if galat:
            raise NaskahError(
                self.berkas.galat((*jalur, nama) if nama else jalur, f"{pesan} (klausul {klausul.nama})")
                for nama, pesan in galat
            )
        return hasil

    def _parse(self, teks: str, nilai: Mapping[str, Any], label: str, asal: str, baris_awal: int) -> Sequence[Satuan]:
        terisi = fill_text(teks, nilai, self.konteks, asal, baris_awal)
        try:
            return read_units(terisi, label)
        except MarkupError as error:
            raise NaskahError(Galat(str(error), asal, baris_awal + 1)) from None

    def _line_of(self, jalur: Jalur, kunci: str) -> int:
        """Lines before the first line of a text in the draft: of a block ("isi: |"), also that of its key."""
        baris = self.berkas.yaml.find_line((*jalur, kunci)) or 0
        tertulis = self.berkas.yaml.mentah.get((*jalur, kunci), "")
        kosong = tertulis[: len(tertulis) - len(tertulis.lstrip())].count("\n")
        return baris + kosong if "\n" in tertulis else max(baris - 1, 0)


def name_labels(pilihan: Sequence[PilihanKlausul | PasalBebas]) -> list[str]:
    """The label of each pasal: the topic of its clause, or of a free pasal its own or its title's slug.

    A second pasal on the same topic gets "--2". A label that the draft itself gives stays as it is.
    """
    label: list[str] = []
    for satu in pilihan:
        if isinstance(satu, PasalBebas) and satu.label:
            label.append(satu.label)
            continue
        if isinstance(satu, PasalBebas):
            nama = re.sub(r"[^a-z0-9]+", "-", satu.judul.lower()).strip("-") or "pasal"
        else:
            nama = satu.klausul.partition("/")[0]
        dipakai = sum(ada == nama or ada.startswith(f"{nama}--") for ada in label)
        label.append(f"{nama}--{dipakai + 1}" if dipakai else nama)
    return label
