"""Numbers in words and back (tanggal.md, "Numbers in words").

num2words supplies the words of each group 0..999; what it gets wrong lies in how the groups are
joined ("satu juta satu ribu"), in "min" and in fractions, so those are done here.
"""

import re
from decimal import Decimal
from functools import lru_cache

from naskah.bahasa.galat import BahasaError
from naskah.bahasa.kata import load_kata

BATAS = 10**15
"""Numbers of this size and above are refused: no sum or count in an agreement comes near."""

_SKALA = (("triliun", 10**12), ("miliar", 10**9), ("juta", 10**6), ("ribu", 10**3))
_NILAI_SKALA = dict(_SKALA)
_ANGKA = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_NILAI_ANGKA = {kata: nilai for nilai, kata in enumerate(_ANGKA)}
_BENTUK_LAIN = {"se": "satu", "kosong": "nol", "min": "minus", "milyar": "miliar", "trilyun": "triliun"}

# "se" counts only when glued to what it multiplies: "sebelas" is read as "satu belas".
_POLA_BAGIAN = re.compile(
    "|".join(_ANGKA)
    + "|kosong|puluh|belas|ratus|ribu|juta|mil[iy]ar|tril[iy]un|minus|min|koma"
    + "|se(?=puluh|belas|ratus|ribu|juta|mil[iy]ar|tril[iy]un)"
)
_POLA_KATA = re.compile(f"(?:{_POLA_BAGIAN.pattern})+")
_TANDA_HUBUNG = re.compile(r"[\s\-\u2010-\u2015\u2212]+")


def terbilang(n: int | Decimal) -> str:
    """Return `n` in lowercase words: 1001000 -> "satu juta seribu", -2.5 -> "minus dua koma lima".

    Digits after the decimal comma are read one by one, exactly as many as the Decimal holds.
    Source: tanggal.md, "Numbers in words".

    Raises:
        BahasaError: |n| >= 10**15, or n is not a finite number.
        TypeError: n is a float, whose digits are not those its author wrote.
    """
    if isinstance(n, float):
        raise TypeError("terbilang() menerima int atau Decimal, bukan float")
    if isinstance(n, Decimal) and not n.is_finite():
        raise BahasaError(f"{n} bukan bilangan yang dapat ditulis dengan kata.")
    if not -BATAS < n < BATAS:
        raise BahasaError("Bilangan terlalu besar: yang dapat ditulis dengan kata di bawah seribu triliun.")
    # copy_abs and "f" keep every digit; abs() would round to the context's precision.
    utuh, _, pecahan = (str(abs(n)) if isinstance(n, int) else format(n.copy_abs(), "f")).partition(".")
    kata = _write_utuh(int(utuh))
    if pecahan:
        kata = " ".join([kata, "koma", *(_ANGKA[int(angka)] for angka in pecahan)])
    return f"minus {kata}" if n < 0 else kata


def parse_terbilang(text: str) -> int | Decimal:
    """Return the number that `text` spells out; a Decimal where it has "koma", else an int.

    Any letter case, hyphens, doubled spaces and glued words are accepted, as are the forms seen in
    practice: "milyar", "satu ribu", "satu ratus", "duapuluh lima", "min". Source: tanggal.md.

    Raises:
        BahasaError: a word is not part of a number, or the words do not form one.
    """
    return _parse(_TANDA_HUBUNG.sub(" ", text.replace("\u00ad", "")).strip().lower())


def _write_utuh(n: int) -> str:
    if n < 1000:
        return _write_kelompok(n)
    bagian = []
    for nama, nilai in _SKALA:
        kelompok, n = divmod(n, nilai)
        if kelompok == 1 and nama == "ribu":
            bagian.append("seribu")
        elif kelompok:
            bagian.append(f"{_write_kelompok(kelompok)} {nama}")
    if n:
        bagian.append(_write_kelompok(n))
    return " ".join(bagian)


def _write_kelompok(n: int) -> str:
    return str(load_kata()["bilangan"][n])


@lru_cache(maxsize=4096)
def _parse(text: str) -> int | Decimal:
    bagian = _split_kata(text)
    minus = bagian[:1] == ["minus"]
    if minus:
        bagian = bagian[1:]
    if "koma" not in bagian:
        nilai = _parse_utuh(bagian, text)
        return -nilai if minus else nilai
    letak = bagian.index("koma")
    utuh, pecahan = _parse_utuh(bagian[:letak], text), bagian[letak + 1 :]
    if not pecahan or not all(kata in _NILAI_ANGKA for kata in pecahan):
        raise BahasaError(
            f'Angka di belakang "koma" pada "{text}" ditulis satu per satu, misalnya "dua koma lima nol".'
        )
    angka = "".join(str(_NILAI_ANGKA[kata]) for kata in pecahan)
    return Decimal(f"{'-' if minus else ''}{utuh}.{angka}")


def _split_kata(text: str) -> list[str]:
    """Cut normalised text into its parts in their standard form: "sebelas" -> ["satu", "belas"]."""
    bagian: list[str] = []
    for kata in text.split():
        if not _POLA_KATA.fullmatch(kata):
            raise BahasaError(f'"{kata}" bukan kata bilangan{_suggest(kata)}.')
        bagian += [_BENTUK_LAIN.get(b, b) for b in _POLA_BAGIAN.findall(kata)]
    return bagian


def _parse_utuh(bagian: list[str], text: str) -> int:
    jumlah = kelompok = satuan = 0
    for kata in bagian:
        if kata in _NILAI_ANGKA:
            satuan = _NILAI_ANGKA[kata]
        elif kata in _NILAI_SKALA:
            jumlah += (kelompok + satuan) * _NILAI_SKALA[kata]
            kelompok = satuan = 0
        else:
            kelompok += 10 + satuan if kata == "belas" else satuan * (10 if kata == "puluh" else 100)
            satuan = 0
    jumlah += kelompok + satuan
    # The sum above reads anything; only words that the number itself would give are a number.
    if _split_kata(terbilang(jumlah)) != bagian:
        raise BahasaError(f'"{text}" bukan bilangan. Tulis misalnya "dua puluh lima" atau "seribu".')
    return jumlah


def _suggest(kata: str) -> str:
    from difflib import get_close_matches  # only needed on the way to an error

    dikenal = [*_ANGKA, "sepuluh", "sebelas", "seratus", "seribu", "puluh", "belas", "ratus", *_NILAI_SKALA]
    mirip = get_close_matches(kata, dikenal, n=1)
    return f'; mungkin maksudnya "{mirip[0]}"' if mirip else ""
