"""Names of files from a pattern: `{id}`, `{baris}`, any key that a column or the rancangan fills; safe everywhere."""

import re
import string
import unicodedata
from dataclasses import dataclass
from typing import Any

from naskah.library.yaml_lines import Jalur
from naskah.model.galat import Galat, NaskahError
from naskah.model.rancangan import Rancangan
from naskah.model.tipe import Model

PANJANG_NAMA = 120  # characters without the extension; file systems take 255 bytes
BARIS = "baris"
_HURUF_TETAP = re.compile(r"[A-Za-z0-9 ._()-]*")
# Windows keeps these for devices, whatever follows a dot.
_TERLARANG = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pola:
    """A checked pattern: fixed text and keys in turn; a key is None for the number of the row."""

    bagian: tuple[tuple[str, str | None, Jalur | None], ...]

    def make_name(self, nomor: int, rancangan: Rancangan) -> str:
        """The name of a row's file without its extension. NaskahError says what is wrong with it."""
        nama = "".join(
            tetap + ("" if kunci is None else str(nomor) if jalur is None else _slug_at(rancangan, jalur, kunci))
            for tetap, kunci, jalur in self.bagian
        ).strip(" .")
        if len(nama) > PANJANG_NAMA:
            pesan = f"nama berkas lebih dari {PANJANG_NAMA} karakter ({nama[:40]}...); pakai --pola yang lebih pendek"
            raise NaskahError(Galat(pesan))
        if not nama or _TERLARANG.fullmatch(nama):
            raise NaskahError(Galat(f"nama berkas {nama!r} tidak boleh dipakai; ubah --pola, misalnya naskah-{{id}}"))
        return nama


def parse_pattern(pola: str, find: Any) -> Pola:
    """A pattern as typed; `find` gives the path of a key by its name, or None.

    NaskahError: broken braces, an unknown key, or fixed text that could leave the folder.
    """
    try:
        pecahan = list(string.Formatter().parse(pola))
    except ValueError as error:
        raise NaskahError(Galat(f"--pola {pola!r}: kurung kurawalnya tidak lengkap ({error})")) from None
    bagian: list[tuple[str, str | None, Jalur | None]] = []
    for tetap, kunci, format_isi, ubahan in pecahan:
        if not _HURUF_TETAP.fullmatch(tetap) or ".." in tetap:
            pesan = f"--pola {pola!r}: {tetap!r} tidak boleh ada dalam nama berkas; pakai huruf, angka, titik, atau -"
            raise NaskahError(Galat(pesan))
        if format_isi or ubahan:
            raise NaskahError(Galat(f"--pola {pola!r}: tulis {{{kunci}}} saja"))
        bagian.append((tetap, kunci, None if kunci in (None, BARIS) else _find_key(pola, str(kunci), find)))
    if bagian and bagian[0][0][:1] in (".", "-", " "):
        raise NaskahError(Galat(f"--pola {pola!r}: awali dengan huruf, angka, atau {{kunci}}"))
    return Pola(tuple(bagian))


def _find_key(pola: str, kunci: str, find: Any) -> Jalur:
    jalur = find(kunci)
    if jalur is None:
        pesan = f"--pola {pola!r}: kunci {kunci!r} tidak dikenal; pakai {{baris}}, {{id}}, atau nama kolom"
        raise NaskahError(Galat(pesan))
    return tuple(jalur)


def _slug_at(rancangan: Rancangan, jalur: Jalur, kunci: str) -> str:
    nilai: Any = rancangan
    for bagian in jalur:
        try:
            nilai = getattr(nilai, str(bagian)) if isinstance(nilai, Model) else nilai[bagian]
        except (KeyError, IndexError, TypeError, AttributeError):
            nilai = None
            break
    if nilai is None:
        raise NaskahError(Galat(f"{kunci} kosong, padahal dipakai dalam nama berkas; isi, atau ubah --pola"))
    slug = slugify(str(nilai))
    if not slug:
        raise NaskahError(Galat(f"{kunci} tidak memuat huruf atau angka Latin untuk nama berkas; ubah --pola"))
    return slug


def slugify(teks: str) -> str:
    """Letters and digits with single hyphens, small, without accents: nothing in it can leave the folder."""
    polos = unicodedata.normalize("NFKD", teks).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", polos).strip("-")
