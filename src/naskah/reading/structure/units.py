"""The units below a pasal's title: ayat, items, particulars, and what an adendum quotes."""

import re
from collections.abc import Sequence

from naskah.model.naskah import Ayat, Isian, Pasal, Rincian
from naskah.reading.structure.lists import Butir, Susunan
from naskah.reading.structure.markers import TINGKAT, Bentuk
from naskah.reading.structure.pieces import Potongan, is_capital, join_isi
from naskah.reading.structure.quotations import find_quotation

_ISIAN = re.compile(r"(?P<kunci>[^\W\d_][^:;.,]{0,38}(?:\.[^:;.,]{0,10})?)\s*:(?=\s|$)\s*")
_SEBUTAN = re.compile(r"PIHAK\s+(?:KE\w+|PERTAMA)\s*:?$")
_KATA_KUNCI = 6
_KATA_ISIAN = 14  # a line of particulars that has no key is shorter
_AKHIR_KALIMAT = (".", ";", ":", "?", "!")


def read_units(potongan: Sequence[Potongan]) -> tuple[Ayat, ...]:
    """Return the ayat of a pasal from the pieces below its title."""
    hasil: list[Butir] = []
    susunan: Susunan | None = None
    i = 0
    while i < len(potongan):
        satu = potongan[i]
        akhir = find_quotation(potongan, i)
        if akhir is not None and susunan is not None and susunan.terdalam.isi:
            susunan.terdalam.kutipan = read_quotation(potongan[i:akhir])
            i = akhir
            continue
        susunan = _read_unit(satu, hasil, susunan)
        i += 1
    return tuple(satu.build_ayat() for satu in hasil)


def _read_unit(satu: Potongan, hasil: list[Butir], susunan: Susunan | None) -> Susunan:
    """Enter one piece; return the ayat that is open now."""
    if satu.bentuk in TINGKAT:
        if susunan is None:
            susunan = _open_ayat(hasil, Butir(None, None, (), None))
        assert satu.tanda is not None
        susunan.add(satu.tanda, satu.isi, satu.tempat, satu.alinea.lekuk)
        return susunan
    if satu.bentuk is Bentuk.AYAT:
        assert satu.tanda is not None
        return _open_ayat(hasil, Butir(None, satu.tanda.nomor, satu.isi, satu.tempat, satu.alinea.lekuk))
    satu = satu.unmarked()  # "E." in front of a name is no number here
    if susunan is not None:
        isian = read_field(satu, susunan.terdalam)
        if isian is not None:
            susunan.terdalam.add_field(isian)
            return susunan
        if _goes_on(satu, susunan.terdalam):
            susunan.terdalam.extend(satu.isi)
            return susunan
    return _open_ayat(hasil, Butir(None, None, satu.isi, satu.tempat, satu.alinea.lekuk))


def _open_ayat(hasil: list[Butir], ayat: Butir) -> Susunan:
    hasil.append(ayat)
    return Susunan(ayat)


def read_field(satu: Potongan, atas: Butir) -> Isian | None:
    """Read "Alamat : Jalan ..." below a text that ends with a colon, or below a party's name."""
    teks = satu.teks
    mengantar = bool(atas.isian) or atas.akhir.rstrip().endswith(":") or _SEBUTAN.match(atas.akhir.strip()) is not None
    if not mengantar and "isian" not in satu.alinea.gaya.lower():
        return None
    if _SEBUTAN.match(teks.strip()):
        return Isian(teks.strip().rstrip(":").strip(), ())
    cocok = _ISIAN.match(teks)
    if cocok is None or len(cocok["kunci"].split()) > _KATA_KUNCI:
        return None
    return Isian(cocok["kunci"].strip(), satu.cut(satu.awal + cocok.end(), satu.akhir))


def _goes_on(satu: Potongan, atas: Butir) -> bool:
    """Whether a paragraph goes on with the text above: cut by a page, or a line of particulars."""
    teks, sebelum = satu.teks.strip(), atas.akhir.rstrip()
    if not teks:
        return True
    if atas.isian:
        return not (len(teks.split()) > _KATA_ISIAN and teks.endswith("."))
    if not sebelum:
        return False
    return not sebelum.endswith(_AKHIR_KALIMAT) and (teks[0].islower() or sebelum[-1] in ",-" or not _finished(sebelum))


def _finished(teks: str) -> bool:
    """Whether a text could be a whole line of its own: a short one may lack its full stop."""
    return len(teks.split()) <= _KATA_KUNCI


def read_quotation(potongan: Sequence[Potongan]) -> tuple[Pasal | Ayat | Rincian, ...]:
    """Return the units quoted, outermost first."""
    hasil: list[Pasal | Ayat | Rincian] = []
    i = 0
    while i < len(potongan):
        satu = potongan[i]
        akhir = next((n for n in range(i + 1, len(potongan)) if potongan[n].bentuk is Bentuk.PASAL), len(potongan))
        if satu.bentuk is Bentuk.PASAL:
            assert satu.tanda is not None
            judul, mulai = [satu.isi], i + 1
            while mulai < akhir and potongan[mulai].tanda is None and is_capital(potongan[mulai].teks):
                judul.append(potongan[mulai].isi)
                mulai += 1
            hasil.append(Pasal(satu.tanda.nomor, join_isi(judul), read_units(potongan[mulai:akhir]), None, satu.tempat))
        elif satu.bentuk in TINGKAT:
            hasil += _read_items(potongan[i:akhir])
        else:
            hasil += read_units(potongan[i:akhir])
        i = akhir
    return tuple(hasil)


def _read_items(potongan: Sequence[Potongan]) -> list[Rincian]:
    """Items that are quoted without their ayat."""
    susunan = Susunan(Butir(None, None, (), None))
    for satu in potongan:
        if satu.bentuk in TINGKAT and satu.tanda is not None:
            susunan.add(satu.tanda, satu.isi, satu.tempat, satu.alinea.lekuk)
        elif (isian := read_field(satu, susunan.terdalam)) is not None:
            susunan.terdalam.add_field(isian)
        else:
            susunan.terdalam.extend(satu.unmarked().isi)
    return [satu.build_rincian() for satu in susunan.akar.rincian]
