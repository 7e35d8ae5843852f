"""The places of a document that references name, and the texts that stand there."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from naskah.checking.context import Konteks
from naskah.model.isi import plain
from naskah.model.naskah import Ayat, Pasal, Rincian
from naskah.reading.parts import Bagian

if TYPE_CHECKING:
    from naskah.reading.facts import FaktaRujukan


class Tujuan(NamedTuple):
    """What a reference leads to; `kurang` names the first level that does not exist ("" where all do)."""

    pasal: Pasal | None
    isi: tuple[Ayat | Rincian, ...]
    kurang: str = ""


class Denah:
    """The pasal, ayat and items of one document by their numbers, each looked up once."""

    def __init__(self, konteks: Konteks) -> None:
        self._konteks = konteks
        self._butir: dict[tuple[int, ...], dict[str, tuple[Rincian, ...]]] = {}
        self._teks: dict[tuple[int, ...], str] = {}

    @property
    def pasal(self) -> Sequence[str]:
        """The numbers of the pasal."""
        return tuple(self._konteks.pasal)

    def resolve(self, rujukan: "FaktaRujukan") -> Tujuan:
        """Follow a reference of the body to its pasal, ayat and items."""
        pasal = self._konteks.pasal.get(rujukan.pasal or "")
        if pasal is None:
            return Tujuan(None, (), f"Pasal {rujukan.pasal}")
        isi: tuple[Ayat | Rincian, ...] = pasal.ayat
        if rujukan.ayat is not None:
            isi = self._ayat.get((pasal.nomor, rujukan.ayat), ())
            if not isi:
                return Tujuan(pasal, (), f"ayat ({rujukan.ayat})")
        for nama, nomor in (("huruf", rujukan.huruf), ("angka", rujukan.angka)):
            if nomor is None:
                continue
            isi = self._items(isi).get(nomor, ())
            if not isi:
                return Tujuan(pasal, (), f"{nama} {nomor}")
        return Tujuan(pasal, isi)

    def read(self, tujuan: Tujuan) -> str:
        """Return all that stands at a place, with the heading of its pasal."""
        if tujuan.pasal is None:
            return ""
        kunci = (id(tujuan.pasal), *map(id, tujuan.isi))
        if kunci not in self._teks:
            isi = (plain(satu.isi) for satu in (*tujuan.isi, *iter_items(tujuan.isi)))
            self._teks[kunci] = "\n".join([plain(tujuan.pasal.judul), *isi])
        return self._teks[kunci]

    def list_ayat(self, pasal: str) -> Sequence[Bagian]:
        """Return the texts of the ayat of a pasal, in order."""
        return self._bagian.get(pasal, ())

    @cached_property
    def _ayat(self) -> dict[tuple[str, str | None], tuple[Ayat, ...]]:
        hasil: dict[tuple[str, str | None], tuple[Ayat, ...]] = {}
        for pasal in self._konteks.pasal.values():
            for ayat in pasal.ayat:
                kunci = (pasal.nomor, ayat.nomor)
                hasil[kunci] = (*hasil.get(kunci, ()), ayat)
        return hasil

    @cached_property
    def _bagian(self) -> dict[str, list[Bagian]]:
        hasil: dict[str, list[Bagian]] = {}
        for satu in self._konteks.bagian:
            if satu.peran == "ayat" and satu.pasal is not None:
                hasil.setdefault(satu.pasal, []).append(satu)
        return hasil

    def _items(self, isi: Sequence[Ayat | Rincian]) -> dict[str, tuple[Rincian, ...]]:
        kunci = tuple(map(id, isi))
        if kunci not in self._butir:
            hasil: dict[str, list[Rincian]] = {}
            for satu in iter_items(isi):
                hasil.setdefault(satu.nomor, []).append(satu)
            self._butir[kunci] = {nomor: tuple(semua) for nomor, semua in hasil.items()}
        return self._butir[kunci]


def iter_items(isi: Sequence[Ayat | Rincian]) -> Iterator[Rincian]:
    """Yield the items of these texts, at every level."""
    for satu in isi:
        for rincian in satu.rincian:
            yield rincian
            yield from iter_items((rincian,))
