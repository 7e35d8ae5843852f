"""References to places: "sebagaimana dimaksud dalam Pasal 6 ayat (2) huruf a dan huruf b"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from naskah.reading.facts.fakta import FaktaRujukan, Sumber
from naskah.reading.parts import Bagian

_UNIT = (
    r"(?P<pasal>pasal\s+(?P<no_pasal>[0-9]+[A-Z]?[0-9]*)(?![\w/]))"
    r"|(?P<ayat>ayat\s*\(\s*(?P<no_ayat>[0-9]+[a-z]?)\s*\))"
    r"|(?P<huruf>huruf\s+(?P<no_huruf>[a-z]{1,2})\b\)?)"
    r"|(?P<angka>(?:angka|butir)\s+(?P<no_angka>[0-9]+[a-z]?)\b\)?)"
    r"|(?P<lampiran>(?-i:Lampiran)(?:\s+(?P<no_lampiran>[IVX]+)\b)?(?!\s+[IVX]+\.))"
)
_POLA_UNIT = re.compile(_UNIT, re.IGNORECASE)
_PENGHUBUNG = re.compile(
    r"\s*(?:(?:,|\bdan/atau\b|\bdan\b|\batau\b|\bserta\b|\bsampai\s+dengan\b|\bs\.?d\.?(?=\s))\s*)+", re.IGNORECASE
)
# A second place without the name of its level: "huruf a dan b", "ayat (1) dan (2)", "Pasal 5 dan 6".
_TANPA_SEBUTAN = {
    "pasal": re.compile(r"(?P<no>[0-9]{1,3}[A-Z]?)(?![\w/(.,-]|\s*\(|\s+(?:ayat|tahun|bulan|hari|kali|orang)\b)"),
    "ayat": re.compile(r"\(\s*(?P<no>[0-9]+[a-z]?)\s*\)"),
    "huruf": re.compile(r"(?P<no>[a-z])(?![\w.'-])"),
    "angka": re.compile(r"(?P<no>[0-9]{1,2})(?![\w/(.,-]|\s*\(|\s+(?:tahun|bulan|hari|kali|orang)\b)"),
}
_PENGANTAR = re.compile(
    r"(?:\bsebagaimana(?:\s+yang)?(?:\s+telah)?(?:\s+(?:dimaksud|diatur|ditetapkan|disebut|tersebut|tercantum)(?:kan)?)?"
    r"|\b(?:dimaksud|diatur|ditetapkan|tercantum)(?:kan)?)?(?:\s+oleh)?\s*(?:\b(?:dalam|pada|di)\b)?"
    r"(?:\s+ketentuan)?\s*$",
    re.IGNORECASE,
)
_DOKUMEN_LAIN = re.compile(
    r"\s*,?\s*(?:dari\s+)?(?P<nama>(?-i:Undang-Undang|Peraturan|Keputusan|Instruksi|Surat|Kitab|UUD|UU|Qanun"
    r"|Perjanjian|Nota|Kesepakatan|Adendum|Addendum|Anggaran)\b[^,;:.]{0,80})"
)
_INI = re.compile(r"^\S+(?:\s+\S+){0,3}?\s+ini\b", re.IGNORECASE)
_TINGKAT = ("pasal", "ayat", "huruf", "angka")


class _Langkah(NamedTuple):
    """One level of a reference with its number."""

    unit: str
    nomor: str
    awal: int
    akhir: int
    tanpa_sebutan: bool = False


def iter_rujukan(bagian: Bagian) -> Iterator[FaktaRujukan]:
    """Yield each place that a text refers to; "Pasal 3 sampai dengan Pasal 5" names its two ends."""
    teks, letak = bagian.teks, 0
    while (cocok := _POLA_UNIT.search(teks, letak)) is not None:
        rantai = list(_read_chain(teks, cocok))
        letak = rantai[-1][-1].akhir
        yield from _resolve(bagian, rantai)


def _read_chain(teks: str, cocok: re.Match[str]) -> Iterator[list[_Langkah]]:
    """Yield the places of an enumeration, each as its levels from the outermost that it names."""
    kini = [_step(cocok)]
    while True:
        akhir = kini[-1].akhir
        dalam = _POLA_UNIT.match(teks, _skip_space(teks, akhir))
        if dalam is not None and _deeper(_step(dalam).unit, kini[-1].unit):
            kini.append(_step(dalam))
            continue
        lanjut = _read_next(teks, kini[-1])
        yield kini
        if lanjut is None:
            return
        kini = [lanjut]


def _read_next(teks: str, lalu: _Langkah) -> _Langkah | None:
    """The next place of an enumeration, after a comma or "dan"."""
    sambung = _PENGHUBUNG.match(teks, lalu.akhir)
    if sambung is None:
        return None
    unit = _POLA_UNIT.match(teks, sambung.end())
    if unit is not None and not unit["lampiran"]:
        return _step(unit)  # of any level: "ayat (1) dan Pasal 5 ayat (2)"
    pola = _TANPA_SEBUTAN.get(lalu.unit)
    telanjang = pola.match(teks, sambung.end()) if pola else None
    if telanjang is None:
        return None
    return _Langkah(lalu.unit, telanjang["no"], telanjang.start(), telanjang.end(), tanpa_sebutan=True)


def _step(cocok: re.Match[str]) -> _Langkah:
    unit = next(nama for nama in (*_TINGKAT, "lampiran") if cocok[nama])
    return _Langkah(unit, cocok[f"no_{unit}"] or "", cocok.start(), cocok.end())


def _deeper(unit: str, atas: str) -> bool:
    return unit in _TINGKAT and atas in _TINGKAT and _TINGKAT.index(unit) > _TINGKAT.index(atas)


def _skip_space(teks: str, letak: int) -> int:
    while letak < len(teks) and teks[letak].isspace():
        letak += 1
    return letak


def _resolve(bagian: Bagian, rantai: list[list[_Langkah]]) -> Iterator[FaktaRujukan]:
    teks = bagian.teks
    pengantar = _PENGANTAR.search(teks[max(0, rantai[0][0].awal - 80) : rantai[0][0].awal])
    kata = " ".join(pengantar[0].split()) if pengantar else ""
    milik = _find_owner(teks, rantai[-1][-1].akhir)
    nilai: dict[str, str | None] = {}
    for langkah in rantai:
        teratas = langkah[0].unit
        if teratas == "lampiran":
            nilai = {"lampiran": langkah[0].nomor}
        else:
            # What stands above the first level named is that of the place before, else of where the text stands.
            atas = _TINGKAT[: _TINGKAT.index(teratas)]
            nilai = {u: nilai.get(u) if u in nilai else _own(bagian, u, milik) for u in atas}
            nilai |= {satu.unit: satu.nomor for satu in langkah}
        yield FaktaRujukan(
            nilai.get("pasal"),
            nilai.get("ayat"),
            nilai.get("huruf"),
            nilai.get("angka"),
            nilai.get("lampiran"),
            langkah[-1].unit,
            kata,
            langkah[0].tanpa_sebutan,
            milik,
            Sumber(bagian, langkah[0].awal, langkah[-1].akhir),
        )


def _own(bagian: Bagian, unit: str, milik: str) -> str | None:
    """The level of the place where the text stands; None in another document."""
    if milik:
        return None
    return {"pasal": bagian.pasal, "ayat": bagian.ayat}.get(unit)


def _find_owner(teks: str, akhir: int) -> str:
    """The other document that a reference belongs to; "" for this one."""
    cocok = _DOKUMEN_LAIN.match(teks, akhir)
    if cocok is None or _INI.match(cocok["nama"]):
        return ""
    return " ".join(cocok["nama"].split())
