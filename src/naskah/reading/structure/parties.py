"""The parties: who acts, in which office, for whom, and what the document calls them."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from naskah.bahasa.galat import BahasaError
from naskah.bahasa.penomoran import parse_romawi
from naskah.model.isi import Isi, plain
from naskah.model.naskah import GayaDaftar, PihakNaskah
from naskah.reading.structure.markers import Bentuk
from naskah.reading.structure.pieces import Potongan, join_isi, take

_DISEBUT = re.compile(r"\bdisebut(?:\s+sebagai)?\s+[“\"']?(?P<sebutan>PIHAK\s+[A-Z]+)")
_ATAS_NAMA = re.compile(
    r"\b(?:untuk dan )?atas nama\s+(?P<lembaga>.+?)\s*(?:,?\s+(?:yang\s+|untuk\s+)?(?:selanjutnya|dalam hal ini)\b"
    r"|,?\s+berkedudukan\b|[.;]|$)",
    re.DOTALL,
)
_JABATAN = re.compile(
    r"(?P<jabatan>.+?)\s*(?:(?<!Plt)(?<!Plh)(?<!Pj)(?<!Pjs)[.;]"
    r"|,?\s+(?:yang\s+)?(?:berkedudukan|berkantor|diangkat|bertindak|dalam hal ini"
    r"|dalam jabatan|berdasarkan|beralamat|selaku|untuk dan atas nama|bertempat tinggal)\b|$)",
    re.DOTALL,
)
_NAMA = re.compile(r"(?P<nama>[^:]{2,120}?)\s*:\s+")
_SESUDAH = re.compile(
    r"(?:PARA PIHAK\b|PIHAK (?:KE\w+|PERTAMA)\s*(?:,|dan)|(?:Dalam|Untuk selanjutnya|Selanjutnya)\b.*\bPARA PIHAK\b"
    r"|Berdasarkan\b|Dengan (?:ini|memperhatikan)\b|Kedua belah|Ketiga pihak|Masing-masing)",
    re.DOTALL,
)
# Words of a name that a scan put into the text beside it stand among the first ones.
_KATA_NAMA = 14
_KAPITAL = re.compile(r"\b[A-Z][A-Z'.]{2,}\b\s*")


@dataclass
class _Pihak:
    nomor: str
    bentuk: Bentuk
    lekuk: int
    nama: str
    komparisi: list[list[Isi]] = field(default_factory=list)
    sebutan: str = ""

    def add(self, isi: Isi, *, lanjut: bool = False) -> None:
        """Enter a paragraph, or what goes on with the last one."""
        if not self.sebutan and (cocok := _DISEBUT.search(plain(isi))):
            self.sebutan = " ".join(cocok["sebutan"].split())
        if lanjut:
            self.komparisi[-1].append(isi)
        else:
            self.komparisi.append([isi])


def read_parties(
    potongan: Sequence[Potongan], penanda: Collection[str]
) -> tuple[GayaDaftar, tuple[PihakNaskah, ...], int]:
    """Return how the parties are numbered, the parties, and how many pieces they took.

    Args:
        potongan: the pieces below the opening sentence.
        penanda: names in the signature blocks, to find words of a name that a scan put elsewhere.
    """
    pihak: list[_Pihak] = []
    i = 0
    while i < len(potongan):
        satu = potongan[i]
        if _begins(satu, pihak):
            assert satu.tanda is not None
            baru = _Pihak(satu.tanda.nomor, satu.tanda.bentuk, satu.alinea.lekuk, "")
            _take_name(baru, satu)
            pihak.append(baru)
        elif pihak and not _is_after(satu, pihak[-1]):
            _add_paragraph(pihak[-1], satu.unmarked())
        else:
            break
        i += 1
    gaya = _style(pihak[0]) if pihak else GayaDaftar.ROMAWI
    return gaya, tuple(_build(satu, penanda) for satu in pihak), i


def _begins(satu: Potongan, pihak: Sequence[_Pihak]) -> bool:
    """Whether a piece begins a party: numbered in the same way, with a name and a colon or an office."""
    if satu.tanda is None or satu.bentuk not in (Bentuk.KAPITAL, Bentuk.ANGKA, Bentuk.HURUF):
        return False
    if pihak:
        return satu.bentuk is pihak[0].bentuk and bool(pihak[-1].komparisi)
    return _NAMA.match(satu.teks[:160]) is not None or _DISEBUT.search(satu.teks) is not None


def _is_after(satu: Potongan, terakhir: _Pihak) -> bool:
    """Whether a paragraph is no longer about the last party."""
    gaya = satu.alinea.gaya.lower()
    if "komparisi" in gaya:
        return False
    if gaya.startswith(("parapihak", "pengantar", "premis")):
        return True
    if satu.tanda is None and satu.alinea.lekuk > terakhir.lekuk:
        return False
    if not terakhir.sebutan:
        return satu.tanda is not None or satu.teks.startswith("PARA PIHAK")
    return satu.tanda is not None or _SESUDAH.match(satu.teks) is not None or not _DISEBUT.search(satu.teks)


def _add_paragraph(pihak: _Pihak, satu: Potongan) -> None:
    """Add a paragraph; one that a page cut off goes on with the last."""
    terpotong = bool(pihak.komparisi) and not plain(pihak.komparisi[-1][-1]).rstrip().endswith((".", ";", ":"))
    pihak.add(satu.isi, lanjut=terpotong)


def _take_name(pihak: _Pihak, satu: Potongan) -> None:
    cocok = _NAMA.match(satu.teks)
    if cocok is not None and len(cocok["nama"].split()) <= _KATA_NAMA:
        pihak.nama = " ".join(cocok["nama"].split())
        satu = satu.without_first(cocok.end())
    if satu.isi:
        pihak.add(satu.isi)


def _style(pertama: _Pihak) -> GayaDaftar:
    if pertama.bentuk is Bentuk.ANGKA:
        return GayaDaftar.ANGKA
    if pertama.bentuk is Bentuk.HURUF:
        return GayaDaftar.HURUF
    try:
        parse_romawi(pertama.nomor)
    except BahasaError:
        return GayaDaftar.HURUF_KAPITAL
    return GayaDaftar.ROMAWI


def _build(pihak: _Pihak, penanda: Iterable[str]) -> PihakNaskah:
    _mend_name(pihak, penanda)
    komparisi = tuple(map(join_isi, pihak.komparisi))
    teks = " ".join(map(plain, komparisi))
    jabatan = _JABATAN.match(teks)
    lembaga = _ATAS_NAMA.search(teks)
    return PihakNaskah(
        pihak.nomor,
        pihak.sebutan,
        pihak.nama,
        " ".join(jabatan["jabatan"].split()).rstrip(",") if jabatan else "",
        " ".join(lembaga["lembaga"].split()) if lembaga else "",
        komparisi,
    )


def _mend_name(pihak: _Pihak, penanda: Iterable[str]) -> None:
    """Take back the words of a name that a scan read into the text of the column beside it."""
    nama = set(pihak.nama.upper().split())
    milik = next((semua for n in penanda if (semua := set(n.upper().split())) & nama), None)
    if not pihak.komparisi or milik is None:
        return
    pertama = pihak.komparisi[0][0]
    awal = plain(pertama)
    for cocok in _KAPITAL.finditer(awal):
        if len(awal[: cocok.start()].split()) > _KATA_NAMA:
            return
        if (kata := cocok[0].strip()) in milik and kata not in nama:
            pihak.nama = f"{pihak.nama} {kata}"
            akhir = len(awal)
            pihak.komparisi[0][0] = (*take(pertama, 0, cocok.start()), *take(pertama, cocok.end(), akhir))
            return
