"""What stands between the parties and the first pasal: recitals, legal bases, the sentence of agreement."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from naskah.bahasa.galat import BahasaError
from naskah.bahasa.penomoran import parse_romawi
from naskah.model.bacaan import Peran
from naskah.model.isi import Isi
from naskah.model.naskah import Dasar, GayaDaftar, Premis
from naskah.reading.structure.ledger import Catatan
from naskah.reading.structure.markers import Bentuk, follows, number_value
from naskah.reading.structure.pieces import Potongan, join_isi

_DASAR = re.compile(
    r"\bdasar\s+(?:hukum|kesepakatan|perjanjian|kerja\s?sama)|\bmemperhatikan\b|\bmengingat\b"
    r"|\bperaturan perundang-undangan (?:sebagai )?berikut",
    re.IGNORECASE,
)
_SEPAKAT = re.compile(
    r"\b(?:sepakat|setuju|bersepakat|menyepakati|mengikatkan diri|menetapkan|mengadakan)\b", re.IGNORECASE
)
# "(1) Bahwa ..." is how some number the recitals.
_DAFTAR = frozenset({Bentuk.ANGKA, Bentuk.HURUF, Bentuk.KAPITAL, Bentuk.AYAT})


@dataclass
class Pembuka:
    """The parts that were found."""

    setelah_pihak: list[Isi] = field(default_factory=list)
    premis: Premis | None = None
    dasar: list[Dasar] = field(default_factory=list)
    kesepakatan: Isi = ()


def read_opening(potongan: Sequence[Potongan], catatan: Catatan, *, ada_batang: bool) -> Pembuka:
    """Read the pieces between the parties and the first pasal (`ada_batang`: whether there is one)."""
    hasil = Pembuka()
    akhir = len(potongan)
    if ada_batang and potongan and _agrees(potongan[-1]):
        akhir -= 1
        hasil.kesepakatan = potongan[-1].unmarked().isi
        catatan.take(Peran.KESEPAKATAN, potongan[-1])
    i = 0
    while i < akhir:
        butir = _end_of_list(potongan, i + 1, akhir)
        pengantar = potongan[i]
        if pengantar.tanda is None and butir > i + 1:
            _add_list(hasil, pengantar, potongan[i + 1 : butir], catatan)
            i = butir
        elif pengantar.tanda is None and _leads_to_one(potongan, i, akhir):
            hasil.dasar.append(Dasar(pengantar.isi, (potongan[i + 1].isi,)))
            catatan.take(Peran.DASAR, potongan[i : i + 2])
            i += 2
        elif pengantar.tanda is not None:
            # A list whose opening sentence is lost.
            butir = max(_end_of_list(potongan, i, akhir), i + 1)
            _add_list(hasil, None, potongan[i:butir], catatan)
            i = butir
        else:
            hasil.setelah_pihak.append(pengantar.isi)
            catatan.take(Peran.PEMBUKA, pengantar)
            i += 1
    return hasil


def _agrees(satu: Potongan) -> bool:
    return satu.tanda is None and (satu.teks.rstrip().endswith(":") or _SEPAKAT.search(satu.teks) is not None)


def _leads_to_one(potongan: Sequence[Potongan], i: int, akhir: int) -> bool:
    """Whether a single base follows: a list of one has no numbers."""
    pengantar = potongan[i].teks.rstrip()
    if not (pengantar.endswith(":") and _DASAR.search(pengantar)) or i + 1 >= akhir:
        return False
    return potongan[i + 1].tanda is None and not potongan[i + 1].teks.rstrip().endswith(":")


def _end_of_list(potongan: Sequence[Potongan], i: int, akhir: int) -> int:
    """Return where the list that begins at `i` ends; the paragraphs that pages cut off are part of it."""
    if i >= akhir or potongan[i].bentuk not in _DAFTAR:
        return i
    bentuk = potongan[i].bentuk
    i += 1
    while i < akhir and (potongan[i].bentuk is bentuk or potongan[i].tanda is None and _is_cut(potongan, i)):
        i += 1
    return i


def _is_cut(potongan: Sequence[Potongan], i: int) -> bool:
    sebelum = potongan[i - 1].teks.rstrip()
    return not sebelum.endswith((".", ";", ":", "dan", "atau")) and not potongan[i].teks.rstrip().endswith(":")


def _add_list(hasil: Pembuka, pengantar: Potongan | None, daftar: Sequence[Potongan], catatan: Catatan) -> None:
    butir: list[list[Isi]] = []
    for satu in daftar:
        if satu.tanda is None and butir:
            butir[-1].append(satu.isi)
        else:
            butir.append([satu.isi])
    isi = tuple(map(join_isi, butir))
    pembuka: Isi = pengantar.isi if pengantar else ()
    semua = [pengantar, *daftar] if pengantar else list(daftar)
    if hasil.premis is None and not hasil.dasar and not (pengantar and _DASAR.search(pengantar.teks)):
        hasil.premis = Premis(pembuka, list_style(daftar), isi)
        catatan.take(Peran.PREMIS, semua)
    else:
        hasil.dasar.append(Dasar(pembuka, isi))
        catatan.take(Peran.DASAR, semua)


def list_style(daftar: Sequence[Potongan]) -> GayaDaftar:
    """Return how a list is numbered; "I." begins Roman numbers, "C." after "B." letters."""
    nomor = [satu.tanda.nomor for satu in daftar if satu.tanda is not None]
    bentuk = daftar[0].bentuk
    if bentuk in (Bentuk.ANGKA, Bentuk.AYAT):
        return GayaDaftar.ANGKA
    if bentuk is Bentuk.HURUF:
        return GayaDaftar.HURUF
    if len(nomor) > 1 and follows(nomor[1], nomor[0]) and len(nomor[0]) == 1:
        return GayaDaftar.HURUF_KAPITAL
    try:
        parse_romawi(nomor[0])
    except BahasaError:
        return GayaDaftar.HURUF_KAPITAL
    return GayaDaftar.HURUF_KAPITAL if number_value(nomor[0]) == (1, 0) else GayaDaftar.ROMAWI
