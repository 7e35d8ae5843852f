"""The body of a naskah as lines, one for each Word paragraph, in the order of the document.

The numbers are Word's: a line only names its style. So the counters of Word's list are followed here, and a line
whose number in the tree is another one ("2a" between 2 and 3) is marked to have its number typed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from naskah.bahasa.galat import BahasaError
from naskah.bahasa.penomoran import huruf, romawi
from naskah.model.isi import Isi
from naskah.model.naskah import Ayat, Isian, JenisKelompok, Kelompok, Pasal, Rincian, Tingkat

# Levels of Word's list, as scripts/build_templates.py binds them to styles.
_TINGKAT_PASAL = {"pasal": 0, "ayat": 1, "definisi": 2, "huruf": 3, "angka": 4, "huruf-kurung": 5, "angka-kurung": 6}
_TINGKAT_KELOMPOK = {"bab": 0, "bagian": 1, "paragraf": 2}
_GAYA_RINCIAN = {
    Tingkat.HURUF: "huruf",
    Tingkat.ANGKA: "angka",
    Tingkat.HURUF_KURUNG: "huruf-kurung",
    Tingkat.ANGKA_KURUNG: "angka-kurung",
}
_KEPALA = (*_TINGKAT_KELOMPOK, "pasal")
_GAYA_KELOMPOK = {JenisKelompok.BAB: "bab", JenisKelompok.BAGIAN: "bagian", JenisKelompok.PARAGRAF: "paragraf"}


@dataclass(slots=True)
class Baris:
    """One line. `tanda` is its number as printed, `rujukan` as a REF field prints it; "" where there is none."""

    gaya: str
    isi: Isi
    tanda: str = ""
    rujukan: str = ""
    label: str | None = None
    induk: "Baris | None" = None
    kunci: str = ""
    diketik: bool = False
    mengantar: bool = False  # a list, particulars or the closing follow, and a page must not break between
    bookmark: int | None = None


class _Counter:
    """Word's counters of one multilevel list: using a level sets every level below it back.

    What a level counts after it was skipped (huruf under a Pasal without ayat, then an ayat) is a matter on which
    word processors differ; such a level is None until it is set back, and its numbers are typed.
    """

    def __init__(self, tingkat: dict[str, int]) -> None:
        self._tingkat = tingkat
        self._nilai: list[int | None] = [0] * len(tingkat)

    def take(self, gaya: str, nomor: str | None) -> bool:
        """Advance when Word's next number is `nomor` (None: whatever it is); return whether it is."""
        letak = self._tingkat[gaya]
        kini = self._nilai[letak]
        if kini is None or nomor not in (None, _printed(gaya, kini + 1)):
            return False
        for atas in range(letak):
            self._nilai[atas] = self._nilai[atas] or None
        self._nilai[letak] = kini + 1
        self._nilai[letak + 1 :] = [0] * (len(self._nilai) - letak - 1)
        return True


@lru_cache(maxsize=1024)
def _printed(gaya: str, n: int) -> str:
    try:
        if gaya.startswith("huruf"):
            return huruf(n)
        return romawi(n) if gaya == "bab" else str(n)
    except BahasaError:
        return ""


class _Rows:
    def __init__(self) -> None:
        self.baris: list[Baris] = []
        self._pasal = _Counter(_TINGKAT_PASAL)
        self._kelompok = _Counter(_TINGKAT_KELOMPOK)

    def add_batang(self, batang: Iterable[Kelompok | Pasal]) -> None:
        for bagian in batang:
            if isinstance(bagian, Pasal):
                self._add_pasal(bagian)
            else:
                self._add_kelompok(bagian)
                self.add_batang(bagian.isi)

    def _add_kelompok(self, kelompok: Kelompok) -> None:
        gaya = _GAYA_KELOMPOK[kelompok.jenis]
        tanda = f"{kelompok.jenis} {kelompok.nomor}"
        # "Bagian Kesatu" is text in any case; its level only sets the Paragraf below it back.
        cocok = self._kelompok.take(gaya, None if gaya == "bagian" else kelompok.nomor)
        self.baris.append(Baris(gaya, kelompok.judul, tanda, diketik=not cocok))

    def _add_pasal(self, pasal: Pasal) -> None:
        tanda = f"Pasal {pasal.nomor}"
        diketik = not self._pasal.take("pasal", pasal.nomor)
        kepala = Baris("pasal", pasal.judul, tanda, tanda, pasal.label, diketik=diketik)
        self.baris.append(kepala)
        for ayat in pasal.ayat:
            self._add_ayat(ayat, kepala)

    def _add_ayat(self, ayat: Ayat, pasal: Baris) -> None:
        bernomor = ayat.nomor is not None
        baris = Baris("isi", ayat.isi, label=ayat.label, induk=pasal, mengantar=bool(ayat.isian or ayat.rincian))
        if ayat.nomor is not None:
            baris.gaya, baris.tanda = "ayat", f"({ayat.nomor})"
            baris.rujukan = baris.tanda
            baris.diketik = not self._pasal.take("ayat", ayat.nomor)
        # A Pasal may begin with its list at once; its label still leads to the Pasal.
        baris_kosong = not (bernomor or ayat.isi)
        if not baris_kosong:
            self.baris.append(baris)
        elif ayat.label:
            self.baris.append(Baris("label", (), label=ayat.label, induk=pasal))
        self._add_isian(ayat.isian, "isian-ayat" if bernomor else "isian")
        for rincian in ayat.rincian:
            self._add_rincian(rincian, baris, di_tepi=not bernomor)
        self._add_kutipan(ayat.kutipan, baris)

    def _add_rincian(self, rincian: Rincian, induk: Baris, *, di_tepi: bool) -> None:
        """Add an item; `di_tepi` when its list starts at the margin, because no numbered ayat stands above it."""
        gaya = _GAYA_RINCIAN[rincian.tingkat]
        definisi = di_tepi and gaya == "angka" and induk.gaya == "isi"
        gaya = "definisi" if definisi else gaya
        rujukan = rincian.tanda.removesuffix(".")
        baris = Baris(gaya, rincian.isi, rincian.tanda, rujukan, rincian.label, induk)
        baris.diketik = not self._pasal.take(gaya, rincian.nomor)
        baris.mengantar = bool(rincian.isian or rincian.rincian)
        if di_tepi and not definisi:
            baris.gaya += "-pasal"
        self.baris.append(baris)
        tepi = di_tepi and induk.gaya == "isi"
        self._add_isian(rincian.isian, "isian-ayat" if tepi else "isian-huruf")
        for sub in rincian.rincian:
            self._add_rincian(sub, baris, di_tepi=di_tepi and not definisi)
        self._add_kutipan(rincian.kutipan, baris)

    def _add_kutipan(self, kutipan: Iterable[Pasal | Ayat | Rincian], atas: Baris) -> None:
        """Add what another naskah is to read: its numbers are text, and this document's lists go on past them."""
        baris = list(iter_kutipan(kutipan))
        atas.mengantar = atas.mengantar or bool(baris)
        self.baris += baris

    def _add_isian(self, isian: Iterable[Isian], gaya: str) -> None:
        for satu in isian:
            self.baris.append(Baris(gaya, satu.nilai, kunci=satu.kunci))


def iter_kutipan(kutipan: Iterable[Pasal | Ayat | Rincian]) -> Iterator[Baris]:
    """Yield the lines of a quotation, indented by how deep they lie in it."""
    for satu in kutipan:
        if isinstance(satu, Rincian):
            yield from _quote_unit(satu, satu.tanda, 1)
            continue
        if isinstance(satu, Pasal):
            yield Baris("kutipan-pasal", satu.judul, f"Pasal {satu.nomor}", mengantar=True)
        for ayat in satu.ayat if isinstance(satu, Pasal) else (satu,):
            yield from _quote_unit(ayat, "" if ayat.nomor is None else f"({ayat.nomor})", 1)


def _quote_unit(satu: Ayat | Rincian, tanda: str, dalam: int) -> Iterator[Baris]:
    if satu.isi:
        mengantar = bool(satu.isian or satu.rincian)
        yield Baris(f"kutipan-{dalam}" if tanda else "kutipan-isi", satu.isi, tanda, mengantar=mengantar)
    for isian in satu.isian:
        yield Baris("kutipan-isian", isian.nilai, kunci=isian.kunci)
    for sub in satu.rincian:
        yield from _quote_unit(sub, sub.tanda, dalam + bool(tanda))


def flatten_batang(batang: Iterable[Kelompok | Pasal]) -> list[Baris]:
    """Return the lines of the body. A line of style "label" is not printed: it only carries a label."""
    rows = _Rows()
    rows.add_batang(batang)
    _keep_end(rows.baris)
    return rows.baris


def _keep_end(baris: list[Baris]) -> None:
    """Keep the last two lines of the last pasal with the closing: signatures never stand without text of a pasal.

    Two, since LibreOffice lets go of a single one when the page ends just below it; no more, since a long list must
    not be pushed over to the next page.
    """
    for satu in [b for b in baris if b.gaya != "label"][:-3:-1]:
        if satu.gaya in _KEPALA:
            return
        satu.mengantar = True


def iter_induk(baris: Baris) -> Iterator[Baris]:
    """Yield a line and the lines above it: huruf, ayat, pasal."""
    atas: Baris | None = baris
    while atas is not None:
        yield atas
        atas = atas.induk
