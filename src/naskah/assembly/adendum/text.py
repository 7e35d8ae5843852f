"""The wording that a drafter types for a place -> units of the tree: parsed, numbered, labelled, references written.

The same markup as a clause (docs/klausul.md). A marker before the unit itself may be typed or left out.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from naskah.assembly.context import NaskahKonteks
from naskah.assembly.environment import render_teks
from naskah.assembly.markup import MarkupError, Mentah, Satuan, parse_inline, parse_pasal
from naskah.assembly.numbering import DaftarTempat, Tempat, number_ayat, number_item
from naskah.assembly.references import RujukanError, resolve
from naskah.assembly.spans import capitalise
from naskah.model.galat import Galat, NaskahError
from naskah.model.isi import Isi
from naskah.model.letak import Letak
from naskah.model.naskah import Ayat, Isian, Pasal, Rincian, Tingkat

_PENANDA = {
    Tingkat.HURUF: "a. ",
    Tingkat.ANGKA: "1. ",
    Tingkat.HURUF_KURUNG: "a) ",
    Tingkat.ANGKA_KURUNG: "1) ",
}
_POLA = {
    0: re.compile(r"\s*\(\d+[a-z]?\)\s"),
    Tingkat.HURUF: re.compile(r"\s*[a-z]+\d*\.\s"),
    Tingkat.ANGKA: re.compile(r"\s*\d+[a-z]?\.\s"),
    Tingkat.HURUF_KURUNG: re.compile(r"\s*[a-z]+\d*\)\s"),
    Tingkat.ANGKA_KURUNG: re.compile(r"\s*\d+[a-z]?\)\s"),
}
_NOMOR_SISIPAN = re.compile(r"^(\s*)\((\d+)[a-z]\)(\s)", re.MULTILINE)
_NOMOR_BUTIR = re.compile(r"^(\s*)(?:([a-z])\d+|(\d+)[a-z])([.)])(\s)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Ketikan:
    """Text as typed: where it comes from, for errors, and what its Jinja sees."""

    teks: str
    berkas: str
    baris_awal: int  # lines of the file before its first line
    konteks: NaskahKonteks
    kunci: str = ""  # of the draft, as errors name it
    harfiah: bool = False  # values, in which Jinja has no meaning

    def fault(self, pesan: str) -> NaskahError:
        """An error at the first line of the text."""
        return NaskahError(Galat(pesan, self.berkas, self.baris_awal + 1, self.kunci or None))

    def _fill(self) -> str:
        try:
            return render_teks(self.teks, {"naskah": self.konteks}, self.berkas, self.baris_awal)
        except NaskahError as error:
            raise NaskahError(replace(g, kunci=self.kunci or None) for g in error.galat) from None

    def parse(self, rangka: Sequence[Tingkat]) -> list[Satuan]:
        """The units typed, at the level that the chain of levels `rangka` leads to (empty: ayat of a pasal).

        Raises:
            NaskahError: text that does not follow the markup.
        """
        teks = self.teks if self.harfiah else self._fill()
        # What an adendum inserts is named (2a), b1: as a marker it only tells its level.
        teks = _NOMOR_BUTIR.sub(lambda m: f"{m[1]}{m[2] or m[3]}{m[4]}{m[5]}", _NOMOR_SISIPAN.sub(r"\1(\2)\3", teks))
        try:
            if not rangka:
                return parse_pasal(teks)
            if not _POLA[rangka[-1]].match(teks):
                teks = _PENANDA[rangka[-1]] + teks.lstrip()
            atas = "\n".join(["x:", *(f"{_PENANDA[t]}x:" for t in rangka[:-1])])
            (satuan,) = parse_pasal(f"{atas}\n{teks}")
        except (MarkupError, ValueError) as error:
            raise self.fault(str(error) if isinstance(error, MarkupError) else _BUKAN_SATU) from None
        for _ in rangka[:-1]:
            satuan = satuan.anak[-1]
        return satuan.anak


_BUKAN_SATU = "tulis satu tempat saja: ayat di sini ditulis pada perubahan tersendiri"


class PembangunSatuan:
    """Builds units for places of a naskah whose labels are in `daftar`; new labels are entered there."""

    def __init__(self, daftar: DaftarTempat, ketikan: Ketikan) -> None:
        self._daftar, self._ketikan = daftar, ketikan

    def build_pasal(self, nomor: str, label: str, judul: str, ayat: Sequence[Satuan], lama: Pasal | None) -> Pasal:
        """A whole pasal, its ayat numbered from one."""
        self._keep_labels(ayat, lama.ayat if lama else (), label)
        tempat = Tempat(nomor, labels=(label,))
        self._daftar.tempat[label] = tempat
        for no, satuan in number_ayat(ayat):
            satuan.label = satuan.label or f"{label}.{no or 'ayat'}"
            self._enter(satuan, Tempat(nomor, no, labels=(label, satuan.label) if no else (label,)))
        return Pasal(
            nomor,
            capitalise(self._resolve(parse_inline(" ".join(judul.split())), tempat)),
            tuple(self._ayat(no, satuan, label) for no, satuan in number_ayat(ayat)),
            label,
        )

    def build_ayat(self, pasal: Pasal, nomor: str, satuan: Satuan, lama: Ayat | None) -> Ayat:
        """One numbered ayat of a pasal."""
        label = pasal.label or f"pasal-{pasal.nomor.lower()}"
        bawaan = lama.label if lama else None
        satuan.label = satuan.label or bawaan or f"{label}.{nomor}"
        self._keep_item_labels(satuan.anak, lama.rincian if lama else ())
        self._enter(satuan, Tempat(pasal.nomor, nomor, labels=(label, satuan.label)))
        return self._ayat(nomor, satuan, label)

    def build_item(self, letak: Letak, atas: Tempat, satuan: Satuan, lama: Rincian | None) -> Rincian:
        """One item; `atas` is the place of the unit that holds it."""
        tingkat, nomor = letak.rincian[-1]
        bawaan = lama.label if lama else None
        satuan.label = satuan.label or bawaan or f"{atas.labels[-1]}.{nomor}"
        self._keep_item_labels(satuan.anak, lama.rincian if lama else ())
        di = Tempat(atas.pasal, atas.ayat, (*atas.rincian, (tingkat, nomor)), (*atas.labels, satuan.label))
        self._enter(satuan, di)
        return self._item(tingkat, nomor, satuan)

    def _ayat(self, nomor: str | None, satuan: Satuan, label: str) -> Ayat:
        di = self._daftar.tempat[satuan.label or label]
        return Ayat(nomor, self._resolve(satuan.isi, di), self._items(satuan), self._isian(satuan, di), satuan.label)

    def _item(self, tingkat: Tingkat, nomor: str, satuan: Satuan) -> Rincian:
        di = self._daftar.tempat[satuan.label or ""]
        isian = self._isian(satuan, di)
        return Rincian(tingkat, nomor, self._resolve(satuan.isi, di), self._items(satuan), isian, satuan.label)

    def _items(self, induk: Satuan) -> tuple[Rincian, ...]:
        return tuple(
            self._item(Tingkat(s.tingkat or 1), number_item(s.tingkat or 1, i), s) for i, s in enumerate(induk.anak, 1)
        )

    def _isian(self, satuan: Satuan, di: Tempat) -> tuple[Isian, ...]:
        return tuple(Isian(kunci, self._resolve(nilai, di)) for kunci, nilai in satuan.isian)

    def _enter(self, satuan: Satuan, di: Tempat) -> None:
        """Enter the labels of a unit and all below it."""
        assert satuan.label is not None
        self._daftar.tempat[satuan.label] = di
        for i, anak in enumerate(satuan.anak, 1):
            tingkat = Tingkat(anak.tingkat or 1)
            nomor = number_item(tingkat, i)
            anak.label = anak.label or f"{satuan.label}.{nomor}"
            self._enter(anak, Tempat(di.pasal, di.ayat, (*di.rincian, (tingkat, nomor)), (*di.labels, anak.label)))

    def _keep_labels(self, ayat: Sequence[Satuan], lama: Sequence[Ayat], label: str) -> None:
        """References to the old ayat by label lead to the new one of that number."""
        per_nomor: Mapping[str | None, Ayat] = {a.nomor: a for a in lama}
        for no, satuan in number_ayat(ayat):
            if sebelum := per_nomor.get(no):
                satuan.label = satuan.label or sebelum.label
                self._keep_item_labels(satuan.anak, sebelum.rincian)

    def _keep_item_labels(self, butir: Sequence[Satuan], lama: Sequence[Rincian]) -> None:
        for satuan, sebelum in zip(butir, lama, strict=False):
            satuan.label = satuan.label or sebelum.label
            self._keep_item_labels(satuan.anak, sebelum.rincian)

    def _resolve(self, isi: Mentah, di: Tempat) -> Isi:
        try:
            return resolve(isi, self._daftar, di)
        except RujukanError as error:
            raise self._ketikan.fault(str(error)) from None
