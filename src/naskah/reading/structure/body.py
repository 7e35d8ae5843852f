"""The body: BAB, Bagian, Paragraf, Pasal, ayat, items, particulars."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from naskah.model.bacaan import Peran
from naskah.model.isi import Isi
from naskah.model.naskah import JenisKelompok, Kelompok, Pasal
from naskah.model.tempat import Tempat
from naskah.reading.structure.ledger import Catatan
from naskah.reading.structure.markers import KEPALA, Bentuk
from naskah.reading.structure.pieces import Potongan, is_capital, join_isi
from naskah.reading.structure.quotations import find_quotation
from naskah.reading.structure.units import read_units

_KELOMPOK = {
    Bentuk.BAB: JenisKelompok.BAB,
    Bentuk.BAGIAN: JenisKelompok.BAGIAN,
    Bentuk.PARAGRAF: JenisKelompok.PARAGRAF,
}
_URUTAN = list(JenisKelompok)
_SEBUTAN = re.compile(r"PIHAK\s+(?:KE\w+|PERTAMA)\s*:?$")
_KATA_JUDUL = 14
_JUDUL_TERPANJANG = 300


@dataclass
class _Kelompok:
    jenis: JenisKelompok
    nomor: str
    tempat: Tempat
    judul: list[Isi]
    isi: list["_Kelompok | Pasal"] = field(default_factory=list)

    def build(self) -> Kelompok:
        isi = tuple(satu.build() if isinstance(satu, _Kelompok) else satu for satu in self.isi)
        return Kelompok(self.jenis, self.nomor, join_isi(self.judul), isi, self.tempat)


class PembacaBatang:
    """Reads the pieces of a body; `berjudul` where its pasal have titles (they have none in a regulation)."""

    def __init__(self, catatan: Catatan, *, berjudul: bool) -> None:
        self._catatan, self._berjudul = catatan, berjudul
        self._akar: list[_Kelompok | Pasal] = []
        self._terbuka: list[_Kelompok] = []

    def read(self, potongan: Sequence[Potongan]) -> tuple[Kelompok | Pasal, ...]:
        """Return the body. What stands in no pasal is left over."""
        self._catatan.take(Peran.BATANG, (satu for satu in potongan if satu.tanda or self._terbuka))
        i = 0
        while i < len(potongan):
            satu = potongan[i]
            if satu.bentuk is Bentuk.PASAL:
                i = self._read_pasal(potongan, i)
            elif satu.bentuk in _KELOMPOK:
                i = self._read_group(potongan, i)
            else:
                self._catatan.leave((satu,), "tidak berada dalam Pasal mana pun")
                i += 1
        return tuple(satu.build() if isinstance(satu, _Kelompok) else satu for satu in self._akar)

    def _read_group(self, potongan: Sequence[Potongan], i: int) -> int:
        """Open a group; the lines up to the next heading are its title."""
        kepala = potongan[i]
        assert kepala.tanda is not None and kepala.bentuk is not None
        kelompok = _Kelompok(_KELOMPOK[kepala.bentuk], kepala.tanda.nomor, kepala.tempat, [kepala.isi])
        i += 1
        while i < len(potongan) and potongan[i].tanda is None and _may_be_title(potongan[i].teks):
            kelompok.judul.append(potongan[i].isi)
            self._catatan.take(Peran.BATANG, potongan[i])
            i += 1
        tingkat = _URUTAN.index(kelompok.jenis)
        while self._terbuka and _URUTAN.index(self._terbuka[-1].jenis) >= tingkat:
            self._terbuka.pop()
        self._place(kelompok)
        self._terbuka.append(kelompok)
        return i

    def _read_pasal(self, potongan: Sequence[Potongan], i: int) -> int:
        kepala = potongan[i]
        assert kepala.tanda is not None
        akhir = i + 1
        while akhir < len(potongan):
            kutipan = find_quotation(potongan, akhir) if akhir > i + 1 else None
            if kutipan is None and potongan[akhir].bentuk in KEPALA:
                break
            akhir = kutipan or akhir + 1
        self._catatan.take(Peran.BATANG, potongan[i:akhir])
        judul, mulai = self._read_title(kepala, potongan[i + 1 : akhir])
        ayat = read_units(potongan[i + 1 + mulai : akhir])
        self._place(Pasal(kepala.tanda.nomor, judul, ayat, None, kepala.tempat))
        return akhir

    def _read_title(self, kepala: Potongan, isi: Sequence[Potongan]) -> tuple[Isi, int]:
        """Return the title of a pasal, and how many pieces it took."""
        judul, n = [kepala.isi], 0
        if not self._berjudul:
            return kepala.isi, n
        while n < len(isi) and isi[n].tanda is None and self._is_title(isi, n):
            judul.append(isi[n].isi)
            n += 1
        return join_isi(judul), n

    def _is_title(self, isi: Sequence[Potongan], n: int) -> bool:
        satu = isi[n]
        teks = satu.teks.strip()
        if satu.alinea.gaya.lower().startswith("judul") and satu.alinea.gaya != "judul":
            return True
        if len(teks) > _JUDUL_TERPANJANG or teks.endswith((".", ";", ":")):
            return False
        if is_capital(_without_brackets(teks)):
            return not _SEBUTAN.match(teks)
        # A title in small letters: a few words, set apart, with text below.
        return n == 0 and len(isi) > 1 and teks[:1].isupper() and len(teks.split()) <= _KATA_JUDUL

    def _place(self, satu: _Kelompok | Pasal) -> None:
        (self._terbuka[-1].isi if self._terbuka else self._akar).append(satu)


def _without_brackets(teks: str) -> str:
    return re.sub(r"\([^()]*\)", "", teks) or teks


def _may_be_title(teks: str) -> bool:
    return bool(teks.strip()) and len(teks) <= _JUDUL_TERPANJANG and not teks.rstrip().endswith((".", ";", ":"))
