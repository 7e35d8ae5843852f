"""Lengths of time in running text: "3 (tiga) tahun", "4 bulan", "lima tahun"."""

import re
from collections.abc import Iterator
from functools import cache

from naskah.bahasa.bulan_hari import known_bulan
from naskah.bahasa.durasi import Durasi, parse_durasi
from naskah.bahasa.galat import BahasaError
from naskah.bahasa.terbilang import parse_angka
from naskah.reading.facts.fakta import FaktaDurasi, Sumber
from naskah.reading.parts import Bagian

_DASAR = "satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|seratus|seribu"
# No number has more words; without a bound, a row of them would be walked again from each.
_KATA = rf"(?:{_DASAR})(?:\s+(?:{_DASAR}|belas|puluh|ratus|ribu)){{0,14}}"
_SATUAN = r"tahun|bulan|semester|caturwulan|triwulan|minggu|pekan|hari\s+kerja|hari\s+kalender|hari"


@cache
def _pola() -> re.Pattern[str]:
    bulan = "|".join(known_bulan())
    return re.compile(
        # Not the end of a number, of a range, or of a number of something: "17-65 tahun", "Nomor 23 Tahun 2014".
        rf"(?:(?<![\w./,\u2013-])(?P<angka>[0-9]{{1,3}}(?:\.[0-9]{{3}})+|[0-9]{{1,6}})\s*(?:\(\s*(?P<kurung>[^()]{{1,80}}?)\s*\))?"
        rf"|(?<![\w(-])(?P<kata>{_KATA}))\s*\b(?P<satuan>{_SATUAN})\b(?!\s+[0-9]{{4}}\b)(?!\s+(?:{bulan})\b)",
        re.IGNORECASE,
    )


_NOMOR = re.compile(r"\b(?:nomor|no\.?|tanggal|pasal|angka)\s*:?\s*$", re.IGNORECASE)


def iter_durasi(bagian: Bagian) -> Iterator[FaktaDurasi]:
    """Yield the lengths of time in a text, in order."""
    teks = bagian.teks
    for cocok in _pola().finditer(teks):
        if _NOMOR.search(teks, max(0, cocok.start() - 12), cocok.start()):
            continue
        satuan = " ".join(cocok["satuan"].lower().split())
        sumber = Sumber(bagian, cocok.start(), cocok.end())
        jumlah = teks[cocok.start() : cocok.start("satuan")].strip()
        try:
            angka = parse_angka(jumlah)
        except BahasaError:
            nilai = int(cocok["angka"].replace(".", "")) if cocok["angka"] else None
            yield FaktaDurasi(nilai, cocok["kurung"] or cocok["kata"], satuan, _to_durasi(nilai, satuan), False, sumber)
            continue
        digit = angka.angka if cocok["angka"] else None
        kata = cocok["kurung"] or cocok["kata"]
        yield FaktaDurasi(digit, kata, satuan, _to_durasi(angka.angka, satuan), angka.cocok, sumber)


def _to_durasi(jumlah: int | None, satuan: str) -> Durasi | None:
    try:
        return parse_durasi(f"{jumlah} {satuan}")
    except BahasaError:
        return None
