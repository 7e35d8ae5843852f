"""A place in a naskah, named as the law does: "Pasal 6 ayat (1) huruf a angka 1"."""

import re
from dataclasses import dataclass, replace

from naskah.model.naskah import Tingkat

_BAGIAN = re.compile(
    r"(?P<pasal>pasal\s+(?P<no_pasal>[0-9]+[A-Z]?[0-9]*))"
    r"|(?P<ayat>ayat\s+\((?P<no_ayat>[0-9]+[a-z]?)\))"
    r"|(?P<huruf>huruf\s+(?P<no_huruf>[a-z]+[0-9]*)(?P<kurung_huruf>\)?))"
    r"|(?P<angka>angka\s+(?P<no_angka>[0-9]+[a-z]?)(?P<kurung_angka>\)?))",
    re.IGNORECASE,
)
_BERHURUF = (Tingkat.HURUF, Tingkat.HURUF_KURUNG)
_CONTOH = 'misalnya "Pasal 6", "Pasal 6 ayat (1)", atau "Pasal 6 ayat (1) huruf a"'


@dataclass(frozen=True, slots=True)
class Letak:
    """A pasal, an ayat in it, or an item below; `ayat` is None where the pasal has a single unnumbered ayat."""

    pasal: str
    ayat: str | None = None
    rincian: tuple[tuple[Tingkat, str], ...] = ()

    def __str__(self) -> str:
        teks = f"Pasal {self.pasal}"
        if self.ayat is not None:
            teks += f" ayat ({self.ayat})"
        for tingkat, nomor in self.rincian:
            teks += f" {name_item(tingkat, nomor)}"
        return teks

    @property
    def induk(self) -> "Letak | None":
        """The unit that holds this one; None for a pasal."""
        if self.rincian:
            return replace(self, rincian=self.rincian[:-1])
        return Letak(self.pasal) if self.ayat is not None else None

    @property
    def terakhir(self) -> str:
        """The last step alone, as a sentence names it: "Pasal 6", "ayat (1)", "huruf a"."""
        if self.rincian:
            return name_item(*self.rincian[-1])
        return f"ayat ({self.ayat})" if self.ayat is not None else f"Pasal {self.pasal}"

    @property
    def sebutan(self) -> str:
        """The level: "pasal", "ayat", "huruf" or "angka"."""
        if self.rincian:
            return "huruf" if self.rincian[-1][0] in _BERHURUF else "angka"
        return "ayat" if self.ayat is not None else "pasal"

    @property
    def nomor(self) -> str:
        """The number of the last step, without brackets."""
        if self.rincian:
            return self.rincian[-1][1]
        return self.ayat if self.ayat is not None else self.pasal

    def with_nomor(self, nomor: str) -> "Letak":
        """The sibling of that number."""
        if self.rincian:
            return replace(self, rincian=(*self.rincian[:-1], (self.rincian[-1][0], nomor)))
        return replace(self, ayat=nomor) if self.ayat is not None else Letak(nomor)

    def holds(self, lain: "Letak") -> bool:
        """Whether `lain` is this place, or lies inside it."""
        if self.pasal != lain.pasal or self.ayat not in (None, lain.ayat):
            return False
        # Without an ayat and without items it is the whole pasal.
        if self.ayat is None and self.rincian and lain.ayat is not None:
            return False
        return lain.rincian[: len(self.rincian)] == self.rincian


def name_item(tingkat: Tingkat, nomor: str) -> str:
    """ "huruf a", "angka 1", "huruf a)", "angka 1)"."""
    kata = "huruf" if tingkat in _BERHURUF else "angka"
    return f"{kata} {nomor}{')' if tingkat >= Tingkat.HURUF_KURUNG else ''}"


def parse_letak(teks: str) -> Letak:
    """Read a place; ValueError (Indonesian) says what is wrong with it."""
    hasil: Letak | None = None
    akhir = 0
    for cocok in _BAGIAN.finditer(teks):
        if teks[akhir : cocok.start()].strip():
            break
        akhir = cocok.end()
        if cocok["pasal"]:
            if hasil is not None:
                raise ValueError(f"{teks!r} menyebut dua pasal; tulis satu tempat, {_CONTOH}")
            hasil = Letak(cocok["no_pasal"].upper())
        elif hasil is None:
            raise ValueError(f"tempat {teks!r} harus diawali pasalnya, {_CONTOH}")
        elif cocok["ayat"]:
            if hasil.ayat is not None or hasil.rincian:
                raise ValueError(f"urutan {teks!r} terbalik; tulis Pasal, lalu ayat, lalu huruf, lalu angka")
            hasil = replace(hasil, ayat=cocok["no_ayat"].lower())
        else:
            hasil = replace(hasil, rincian=(*hasil.rincian, _read_item(cocok, hasil)))
    if hasil is None or teks[akhir:].strip():
        raise ValueError(f"tempat {teks!r} tidak dapat dibaca; tulis seperti bunyi rujukan, {_CONTOH}")
    return hasil


def _read_item(cocok: "re.Match[str]", atas: Letak) -> tuple[Tingkat, str]:
    """An item; below an angka the bracketed levels are meant even where the bracket was left out."""
    dalam = any(tingkat >= Tingkat.ANGKA for tingkat, _ in atas.rincian)
    if cocok["huruf"]:
        kurung = bool(cocok["kurung_huruf"]) or dalam
        return (Tingkat.HURUF_KURUNG if kurung else Tingkat.HURUF), cocok["no_huruf"].lower()
    kurung = bool(cocok["kurung_angka"]) or any(t is Tingkat.HURUF_KURUNG for t, _ in atas.rincian)
    return (Tingkat.ANGKA_KURUNG if kurung else Tingkat.ANGKA), cocok["no_angka"].lower()
