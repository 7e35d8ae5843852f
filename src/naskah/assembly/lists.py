"""Lists from data as items of a pasal, punctuated as UU 12/2011 Lampiran II angka 87-91 asks."""

from collections.abc import Mapping, Sequence
from typing import Any

from jinja2.exceptions import SecurityError

from naskah.assembly.marks import Markah, wrap_nilai
from naskah.assembly.spans import trim_butir
from naskah.bahasa.daftar import join_daftar
from naskah.bahasa.tanggal import format_tanggal
from naskah.model.rancangan import Wewenang

_PENANDA = ("a. ", "1. ", "a) ", "1) ")
_MULAI = {"huruf": 0, "angka": 1}
_AKHIR = (".", ";", ",", "")
KATA_HUBUNG = ("dan", "atau", "dan/atau")


def format_rincian(
    butir: Any, kata: str = "dan", mulai: str = "huruf", akhir: str = ".", tingkat: int | None = None
) -> Markah:
    """A list as items: ";" after each, `kata` after the last but one, `akhir` at the very end.

    An item is a text, or {isi: ..., rincian: [...]} with sub-items; `mulai` is the level of the first.
    """
    if not isinstance(butir, Sequence) or isinstance(butir, str) or not butir:
        raise SecurityError("saringan rincian butuh daftar yang tidak kosong")
    if kata not in KATA_HUBUNG or mulai not in _MULAI or akhir not in _AKHIR or tingkat not in (None, 0, 1, 2, 3):
        raise SecurityError('rincian(kata="dan"|"atau"|"dan/atau", mulai="huruf"|"angka", akhir="."|";"|",")')
    baris: list[str] = []
    _write_items(butir, _MULAI[mulai] if tingkat is None else tingkat, kata, akhir, baris)
    return Markah("\n".join(baris))


def _write_items(butir: Sequence[Any], tingkat: int, kata: str, akhir: str, baris: list[str]) -> None:
    if tingkat >= len(_PENANDA):
        raise SecurityError("rincian paling banyak empat tingkat; ringkaskan butirnya")
    for i, satu in enumerate(butir):
        penutup = akhir if i == len(butir) - 1 else f"; {kata}" if i == len(butir) - 2 else ";"
        if isinstance(satu, Mapping) and satu.get("rincian"):
            baris.append(_PENANDA[tingkat] + wrap_nilai(_trim(satu["isi"])) + ":")
            _write_items(satu["rincian"], tingkat + 1, kata, penutup, baris)
        else:
            teks = satu.get("isi") if isinstance(satu, Mapping) else satu
            baris.append(_PENANDA[tingkat] + wrap_nilai(_trim(teks)) + penutup)


def _trim(teks: Any) -> str:
    """A text without the punctuation that the list itself adds."""
    if not isinstance(teks, str):
        raise SecurityError("setiap butir harus teks; periksa jenis parameternya")
    return trim_butir(teks)


def format_wewenang(dokumen: Any) -> Markah:
    """Documents of authority in running text: "Surat Kuasa Nomor 1 tanggal 2 Januari 2026 dan ..."."""
    return Markah(join_daftar([wrap_nilai(_name_wewenang(satu)) for satu in dokumen]))


def _name_wewenang(satu: Wewenang) -> str:
    bagian = [satu.dokumen]
    bagian += [f"Nomor {satu.nomor}"] if satu.nomor else []
    bagian += [f"tanggal {format_tanggal(satu.tanggal)}"] if satu.tanggal else []
    bagian += [f"tentang {satu.tentang}"] if satu.tentang else []
    return " ".join(bagian)


def format_istilah(butir: Any) -> Markah:
    """Definitions as items: "1. Istilah adalah arti." (UU 12/2011 Lampiran II angka 98-107)."""
    if not isinstance(butir, Sequence) or not butir or not all(isinstance(b, Mapping) and "arti" in b for b in butir):
        raise SecurityError("saringan istilah butuh daftar {istilah, arti} yang tidak kosong")
    return Markah("\n".join(f"1. {wrap_nilai(b['istilah'])} adalah {wrap_nilai(_trim(b['arti']))}." for b in butir))
