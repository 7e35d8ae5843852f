"""Labels of numbered levels as Word writes them: a, b, ... z, aa, bb and I, II, III."""

from naskah.bahasa.galat import BahasaError

# Word's lowerLetter starts over after thirty times the same letter.
_HURUF_TERAKHIR = 26 * 30
_ROMAWI_TERAKHIR = 3999
_ROMAWI = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_NILAI_ROMAWI = {lambang: nilai for nilai, lambang in _ROMAWI if len(lambang) == 1}


def huruf(n: int) -> str:
    """Return the n-th letter label: 1 -> "a", 26 -> "z", 27 -> "aa", 28 -> "bb" (Word's lowerLetter).

    Raises:
        BahasaError: n is not in 1..780.
    """
    if not 1 <= n <= _HURUF_TERAKHIR:
        raise BahasaError(f"Huruf hanya untuk nomor 1 sampai dengan {_HURUF_TERAKHIR}, bukan {n}.")
    ulang, letak = divmod(n - 1, 26)
    return chr(ord("a") + letak) * (ulang + 1)


def parse_huruf(text: str) -> int:
    """Return the place of a letter label, in any letter case: "c" -> 3, "bb" -> 28.

    Raises:
        BahasaError: not one letter, or one letter repeated.
    """
    teks = text.strip().lower()
    if len(set(teks)) == 1 and "a" <= teks[0] <= "z" and len(teks) <= _HURUF_TERAKHIR // 26:
        return (len(teks) - 1) * 26 + ord(teks[0]) - ord("a") + 1
    raise BahasaError(f'"{text.strip()}" bukan huruf perincian. Sesudah "z" ditulis "aa", "bb", "cc".')


def romawi(n: int) -> str:
    """Return `n` in uppercase Roman numerals: 4 -> "IV".

    Raises:
        BahasaError: n is not in 1..3999.
    """
    if not 1 <= n <= _ROMAWI_TERAKHIR:
        raise BahasaError(f"Angka Romawi hanya untuk 1 sampai dengan {_ROMAWI_TERAKHIR}, bukan {n}.")
    hasil = ""
    for nilai, lambang in _ROMAWI:
        kali, n = divmod(n, nilai)
        hasil += lambang * kali
    return hasil


def parse_romawi(text: str) -> int:
    """Return the value of a Roman numeral, in any letter case: "xiv" -> 14.

    Raises:
        BahasaError: not a Roman numeral in its standard form ("IIII" is not one).
    """
    teks = text.strip().upper()
    nilai = [_NILAI_ROMAWI.get(lambang, 0) for lambang in teks]
    jumlah = sum(-kini if kini < nanti else kini for kini, nanti in zip(nilai, [*nilai[1:], 0], strict=False))
    # The sum reads "IIII" and "VX" too; only the form that the number itself gives is right.
    if not 1 <= jumlah <= _ROMAWI_TERAKHIR or romawi(jumlah) != teks:
        raise BahasaError(f'"{text.strip()}" bukan angka Romawi. Tulis misalnya "IV" atau "XII".')
    return jumlah
