"""Numbers for units: ayat (1), (2); items a., 1., a), 1). A single ayat has none (kaidah.md P06)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from naskah.assembly.markup import Satuan
from naskah.bahasa.penomoran import huruf
from naskah.model.galat import Galat, NaskahError
from naskah.model.naskah import Tingkat


@dataclass(frozen=True, slots=True)
class Tempat:
    """Where a label stands: the pasal, the ayat if numbered, and the items down to it, each (tingkat, nomor).

    `labels` names each of these steps, so that a reference can point at every number that it prints.
    """

    pasal: str
    ayat: str | None = None
    rincian: tuple[tuple[Tingkat, str], ...] = ()
    labels: tuple[str, ...] = ()


def number_item(tingkat: int, urutan: int) -> str:
    """The number of the `urutan`-th item (from 1) of a list at `tingkat`."""
    return huruf(urutan) if tingkat in (Tingkat.HURUF, Tingkat.HURUF_KURUNG) else str(urutan)


def number_ayat(ayat: Sequence[Satuan]) -> Iterator[tuple[str | None, Satuan]]:
    """Each ayat with its number, or None for the only one."""
    for i, satuan in enumerate(ayat, 1):
        yield (str(i) if len(ayat) > 1 else None), satuan


def name_units(label: str, ayat: Sequence[Satuan]) -> None:
    """Give the units of a pasal that have no label of their own one by place: "jangka-waktu.2.a"."""
    for nomor, satuan in number_ayat(ayat):
        dasar = f"{label}.{nomor or 'ayat'}"
        satuan.label = satuan.label or dasar
        _name_items(satuan, dasar)


def _name_items(induk: Satuan, dasar: str) -> None:
    for i, satuan in enumerate(induk.anak, 1):
        di_sini = f"{dasar}.{number_item(satuan.tingkat or 1, i)}"
        satuan.label = satuan.label or di_sini
        _name_items(satuan, di_sini)


class DaftarTempat:
    """All labels of a naskah and where they stand. Units without a label of their own get one by place."""

    def __init__(self) -> None:
        self.tempat: dict[str, Tempat] = {}
        # Labels of pasal left out for faults of their own: a reference to one is no fault of its place.
        self.tertunda: set[str] = set()

    def add_pasal(self, label: str, nomor: str, ayat: Sequence[Satuan]) -> None:
        """Enter a pasal and all its units; NaskahError names every label already in use (as `kunci`)."""
        self._kembar: list[Galat] = []
        name_units(label, ayat)
        self._add(label, Tempat(nomor, labels=(label,)))
        for nomor_ayat, satuan in number_ayat(ayat):
            labels = (label, str(satuan.label)) if nomor_ayat else (label,)
            di_sini = Tempat(nomor, nomor_ayat, labels=labels)
            self._add(str(satuan.label), di_sini)
            self._add_items(satuan, di_sini)
        if self._kembar:
            raise NaskahError(self._kembar)

    def _add_items(self, induk: Satuan, tempat: Tempat) -> None:
        for i, satuan in enumerate(induk.anak, 1):
            tingkat = Tingkat(satuan.tingkat or 1)
            langkah = (*tempat.rincian, (tingkat, number_item(tingkat, i)))
            di_sini = Tempat(tempat.pasal, tempat.ayat, langkah, (*tempat.labels, str(satuan.label)))
            self._add(str(satuan.label), di_sini)
            self._add_items(satuan, di_sini)

    def _add(self, label: str, tempat: Tempat) -> None:
        if label in self.tempat:
            if "." in label:  # named by place: its pasal is the one that stands there twice
                return
            pesan = (
                f"label {label!r} dipakai dua kali (Pasal {self.tempat[label].pasal} dan Pasal {tempat.pasal}); "
                "ganti salah satunya"
            )
            self._kembar.append(Galat(pesan, kunci=label))
        else:
            self.tempat[label] = tempat
