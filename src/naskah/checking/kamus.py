"""The words that the rules on language know: data of the program, and what a bureau adds to them."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from naskah.library.settings import PengaturanPeriksa

_DATA = Path(__file__).parent / "data"
_KATA = re.compile(r"[^\W\d_]+")
# Longer texts are rare, and remembering them would cost much memory.
_TERINGAT = 2000
# A word inside an address (surat@kerjasama.example) is none; "resiko-resiko" is.
_BATAS_AWAL, _BATAS_AKHIR = r"(?<![\w@./])", r"(?![\w@]|\.\w)"


class Frasa(NamedTuple):
    """What to write instead of a wordy phrase; whether that is right wherever it stands; whether it is a fault."""

    saran: str
    pasti: bool = False
    salah: bool = False


class Kembar(NamedTuple):
    """A spelling of a term that has another; whether it is mended even where it stands alone."""

    baku: str
    selalu: bool = False


class Kena(NamedTuple):
    """A phrase found: where it stands, and the ending ("nya") that it has there."""

    frasa: str
    awal: int
    akhir: int
    imbuhan: str = ""


class Kata(NamedTuple):
    """The words of a text in small letters: in their order, and as a set with those without their ending too."""

    urut: tuple[str, ...]
    tanpa_imbuhan: frozenset[str]


def split_kata(teks: str) -> Kata:
    """Return the words of a text; several rules ask for those of one text in turn."""
    return _split_short(teks) if len(teks) <= _TERINGAT else _split(teks)


@lru_cache(maxsize=1024)
def _split_short(teks: str) -> Kata:
    return _split(teks)


def _split(teks: str) -> Kata:
    urut = tuple(_KATA.findall(teks.lower()))
    semua = set(urut)
    return Kata(urut, frozenset(semua | {satu[:-3] for satu in semua if satu.endswith(("nya", "lah"))}))


class Pencari:
    """Finds phrases in texts. Only the phrases whose first word occurs in a text are sought in it."""

    def __init__(self, frasa: Iterable[str]) -> None:
        self._oleh: dict[str, list[str]] = {}
        self._pola: dict[str, re.Pattern[str]] = {}
        for satu in sorted(frasa, key=len, reverse=True):
            if awal := _KATA.search(satu):
                self._oleh.setdefault(awal[0], []).append(satu)

    def find(self, teks: str) -> list[Kena]:
        """Return the phrases in a text in its order; of two that overlap the first, else the longer."""
        hasil: list[Kena] = []
        pertama = split_kata(teks).tanpa_imbuhan & self._oleh.keys()
        if not pertama:
            return hasil
        rapi = " ".join(teks.lower().split())
        for kata in sorted(pertama):
            for frasa in self._oleh[kata]:
                if frasa.rstrip(" #") not in rapi:
                    continue
                pola = self._compile(frasa)
                hasil += [Kena(frasa, c.start(), c.end(), c["imbuhan"] or "") for c in pola.finditer(teks)]
        hasil.sort(key=lambda satu: (satu.awal, -satu.akhir))
        bebas: list[Kena] = []
        for satu in hasil:
            if not bebas or bebas[-1].akhir <= satu.awal:
                bebas.append(satu)
        return bebas

    def _compile(self, frasa: str) -> re.Pattern[str]:
        if frasa not in self._pola:
            # "#" stands for a number that follows.
            isi, angka, _ = frasa.partition("#")
            kata = r"\s+".join(re.escape(satu) for satu in isi.split())
            ekor = r"(?P<imbuhan>)(?=\s+[0-9])" if angka else rf"(?P<imbuhan>nya|lah)?{_BATAS_AKHIR}"
            self._pola[frasa] = re.compile(_BATAS_AWAL + kata + ekor, re.IGNORECASE)
        return self._pola[frasa]


@dataclass(frozen=True)
class Kamus:
    """Words and phrases in small letters, with what finds them in a text."""

    kata_baku: Mapping[str, str]
    frasa: Mapping[str, Frasa]
    kata_asing: frozenset[str]
    singkatan: frozenset[str] = frozenset()  # abbreviations, in capitals, that need no explanation
    kembar: Mapping[str, Kembar] = field(default_factory=dict)  # every spelling of a term that has several
    cari_baku: Pencari = field(init=False, repr=False, compare=False)
    cari_frasa: Pencari = field(init=False, repr=False, compare=False)
    cari_asing: Pencari = field(init=False, repr=False, compare=False)
    cari_kembar: Pencari = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "cari_baku", Pencari(self.kata_baku))
        object.__setattr__(self, "cari_frasa", Pencari(self.frasa))
        object.__setattr__(self, "cari_asing", Pencari(self.kata_asing))
        object.__setattr__(self, "cari_kembar", Pencari(self.kembar))


@cache
def load_kamus() -> Kamus:
    """Return what the program knows by itself."""
    frasa = {kunci: _read_frasa(isi) for kunci, isi in _load("frasa_boros").items()}
    kembar = {
        kata: Kembar(baku, isi.get("selalu", False) and kata != baku)
        for baku, isi in _load("istilah_kembar").items()
        for kata in (baku, *isi["lain"])
    }
    return Kamus(_load("kata_baku"), frasa, frozenset(_load("kata_asing")), frozenset(_load("singkatan_umum")), kembar)


def build_kamus(pengaturan: "PengaturanPeriksa") -> Kamus:
    """Return the words of a workspace: those of the program, those that it adds, without those that it lets be."""
    dasar = load_kamus()
    # Nothing is set but perhaps which rules are switched off.
    if pengaturan == type(pengaturan)(abaikan=pengaturan.abaikan):
        return dasar
    biarkan = {_fold(kata) for kata in pengaturan.biarkan}
    baku = {**dasar.kata_baku, **{_fold(kata): ganti for kata, ganti in pengaturan.kata_baku.items()}}
    frasa = {**dasar.frasa, **{_fold(kata): Frasa(ganti) for kata, ganti in pengaturan.frasa.items()}}
    asing = dasar.kata_asing | {_fold(kata) for kata in pengaturan.kata_asing}
    istilah = {_fold(kata): Kembar(_fold(baku)) for kata, baku in pengaturan.istilah.items()}
    kembar = {**dasar.kembar, **{satu.baku: Kembar(satu.baku) for satu in istilah.values()}, **istilah}
    return Kamus(
        {kata: ganti for kata, ganti in baku.items() if kata not in biarkan},
        {kata: isi for kata, isi in frasa.items() if kata not in biarkan},
        asing - biarkan,
        dasar.singkatan | {kata.upper() for kata in (*pengaturan.singkatan, *pengaturan.biarkan)},
        {kata: isi for kata, isi in kembar.items() if kata not in biarkan},
    )


def _fold(kata: str) -> str:
    return " ".join(kata.lower().split())


def _read_frasa(isi: Mapping[str, str]) -> Frasa:
    return Frasa(isi.get("ganti") or isi["saran"], "ganti" in isi, isi.get("keparahan") == "peringatan")


def _load(nama: str) -> Any:
    return json.loads((_DATA / f"{nama}.json").read_bytes())
