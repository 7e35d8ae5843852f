"""The number at the beginning of a paragraph: "BAB I", "Pasal 2A", "(1)", "a.", "1.", "a)", "1)", "II."."""

import re
from dataclasses import dataclass
from enum import Enum

from naskah.model.naskah import Tingkat


class Bentuk(Enum):
    """Forms of a number (UU 12/2011 Lampiran II angka 72-87); KAPITAL is "A." or "IV." of a list before the pasal."""

    BAB = "bab"
    BAGIAN = "bagian"
    PARAGRAF = "paragraf"
    PASAL = "pasal"
    AYAT = "ayat"
    HURUF = "huruf"
    ANGKA = "angka"
    HURUF_KURUNG = "huruf-kurung"
    ANGKA_KURUNG = "angka-kurung"
    KAPITAL = "kapital"


TINGKAT = {
    Bentuk.HURUF: Tingkat.HURUF,
    Bentuk.ANGKA: Tingkat.ANGKA,
    Bentuk.HURUF_KURUNG: Tingkat.HURUF_KURUNG,
    Bentuk.ANGKA_KURUNG: Tingkat.ANGKA_KURUNG,
}
KEPALA = frozenset({Bentuk.BAB, Bentuk.BAGIAN, Bentuk.PARAGRAF, Bentuk.PASAL})

_SATUAN = "satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan"
_POLA_RINCIAN = re.compile(
    r"(?:\((?P<ayat>[0-9]{1,3}[a-z]?)\)"
    r"|(?P<angka>[0-9]{1,3}[a-z]?)(?P<tutup_angka>[.)])"
    r"|(?P<huruf>(?:(?P<satu>[a-z])(?P=satu)?)[0-9]{0,2})(?P<tutup_huruf>[.)])"
    r"|(?P<kapital>[IVXLC]{2,7}|(?P<besar>[A-Z])(?P=besar)?)\.)(?=\s|$)"
)
_POLA_KEPALA = re.compile(
    r"(?P<bab>BAB)\s+(?P<no_bab>[IVXLC]+[A-Z]?)(?![\w.])"
    rf"|(?P<bagian>[Bb]agian|BAGIAN)\s+(?P<no_bagian>(?i:ke(?:sepuluh|sebelas|(?:{_SATUAN})"
    rf"(?:\s+belas|\s+puluh(?:\s+(?:{_SATUAN}))?)?)))\b"
    r"|(?P<paragraf>Paragraf|PARAGRAF)\s+(?P<no_paragraf>[0-9]+)\b"
    r"|(?P<pasal>Pasal|PASAL)\s+(?P<no_pasal>[0-9]+[A-Z]?[0-9]*|[IVX]+)(?![\w/-])\.?",
)
_KEPALA = {
    "bab": Bentuk.BAB,
    "bagian": Bentuk.BAGIAN,
    "paragraf": Bentuk.PARAGRAF,
    "pasal": Bentuk.PASAL,
}


@dataclass(frozen=True, slots=True)
class Tanda:
    """A number as read: `awal` and `akhir` are its place in the text that it was found in."""

    bentuk: Bentuk
    nomor: str
    awal: int = 0
    akhir: int = 0


def find_item(teks: str, awal: int = 0) -> Tanda | None:
    """Return the number of an ayat or an item that stands at `awal`."""
    cocok = _POLA_RINCIAN.match(teks, awal)
    if cocok is None:
        return None
    if nomor := cocok["ayat"]:
        bentuk = Bentuk.AYAT
    elif nomor := cocok["angka"]:
        bentuk = Bentuk.ANGKA if cocok["tutup_angka"] == "." else Bentuk.ANGKA_KURUNG
    elif nomor := cocok["huruf"]:
        bentuk = Bentuk.HURUF if cocok["tutup_huruf"] == "." else Bentuk.HURUF_KURUNG
    else:
        nomor, bentuk = cocok["kapital"], Bentuk.KAPITAL
    return Tanda(bentuk, nomor, cocok.start(), cocok.end())


def find_heading(teks: str, awal: int = 0) -> Tanda | None:
    """Return the words "BAB I", "Bagian Kesatu", "Paragraf 1" or "Pasal 1" that stand at `awal`.

    Whether they are a heading or the beginning of a sentence, what follows must tell.
    """
    cocok = _POLA_KEPALA.match(teks, awal)
    if cocok is None:
        return None
    nama = next(nama for nama in _KEPALA if cocok[nama])
    return Tanda(_KEPALA[nama], " ".join(cocok[f"no_{nama}"].split()), cocok.start(), cocok.end())


def parse_marker(teks: str) -> Tanda | None:
    """Read a number that stands alone, such as Word's own: "Pasal 1", "(1)", "a."."""
    teks = teks.strip()
    tanda = find_heading(teks) or find_item(teks)
    return tanda if tanda is not None and tanda.akhir == len(teks) else None


def number_value(nomor: str) -> tuple[int, int]:
    """Return a number's place in its row and that of an insertion: "3" -> (3, 0), "bb" -> (28, 0), "2a" -> (2, 1)."""
    angka = "".join(k for k in nomor if k.isascii() and k.isdigit())
    huruf = "".join(k for k in nomor if k.isalpha()).lower()
    letak = (len(huruf) - 1) * 26 + ord(huruf[0]) - ord("a") + 1 if huruf else 0
    if nomor[:1].isdigit():
        return int(angka), letak
    return letak, int(angka or 0)


def follows(nomor: str, sebelum: str) -> bool:
    """Whether a number comes right after another: 4 after 3, 2a after 2, 3 after 2a."""
    kini, lalu = number_value(nomor), number_value(sebelum)
    return kini == (lalu[0] + 1, 0) or kini == (lalu[0], lalu[1] + 1)
