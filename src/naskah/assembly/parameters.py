"""The user's values for a clause, checked and converted by the clause's own parameter rules."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from pydantic import ConfigDict, TypeAdapter, ValidationError

from naskah.bahasa.durasi import Durasi, parse_durasi
from naskah.bahasa.galat import BahasaError
from naskah.bahasa.rupiah import parse_rupiah
from naskah.bahasa.tanggal import parse_tanggal
from naskah.bahasa.terbilang import urutan
from naskah.model.klausul import JenisParameter, Parameter
from naskah.model.tipe import TeksIsi

_TEKS: TypeAdapter[str] = TypeAdapter(TeksIsi, config=ConfigDict(str_strip_whitespace=True))
BUTIR_MAKSIMUM = 2_000
# The one default that follows the draft: as many as there are parties.
BAWAAN_JUMLAH_PIHAK = "{{ naskah.jumlah_pihak }}"
_YA, _TIDAK = ("ya", "true", "y"), ("tidak", "false", "t")


class ParameterError(ValueError):
    """A value that the parameter does not take; Indonesian message."""


def convert_all(
    spesifikasi: Mapping[str, Parameter], nilai: Mapping[str, Any], pihak: Sequence[Any]
) -> tuple[dict[str, Any], list[tuple[str | None, str]]]:
    """All parameters with their values, and every fault as (name, message).

    `pihak` are the parties as clauses see them, for parameters of kind pihak.
    """
    hasil: dict[str, Any] = {}
    galat: list[tuple[str | None, str]] = []
    for nama in nilai:
        if nama not in spesifikasi:
            mirip = get_close_matches(nama, spesifikasi, 1, 0.6)
            usul = f"mungkin maksudnya {mirip[0]!r}" if mirip else f"yang ada: {', '.join(spesifikasi) or '-'}"
            galat.append((nama, f"parameter ini tidak dikenal; {usul}"))
    for nama, aturan in spesifikasi.items():
        satu = nilai.get(nama)
        if satu is None:
            satu = find_bawaan(aturan, len(pihak))
        if satu is None:
            if aturan.wajib:
                galat.append((None, f"parameter {nama!r} belum diisi: {aturan.keterangan}"))
            hasil[nama] = None
            continue
        try:
            hasil[nama] = convert(aturan, satu, pihak)
        except (ParameterError, BahasaError) as error:
            galat.append((nama, str(error)))
    return hasil, galat


def find_bawaan(aturan: Parameter, jumlah_pihak: int) -> Any:
    """The default of a parameter in a draft of so many parties; None when it has none."""
    return jumlah_pihak if aturan.bawaan == BAWAAN_JUMLAH_PIHAK else aturan.bawaan


def convert(aturan: Parameter, nilai: Any, pihak: Sequence[Any]) -> Any:
    """One value as its kind asks; ParameterError or BahasaError says what is expected."""
    jenis = aturan.tipe
    if jenis is JenisParameter.TEKS:
        return _teks(nilai)
    if jenis is JenisParameter.PILIHAN:
        teks = _teks(nilai)
        if teks not in aturan.pilihan:
            raise ParameterError(f"{teks!r} tidak dikenal; pilih {' atau '.join(aturan.pilihan)}")
        return teks
    if jenis is JenisParameter.BILANGAN:
        bilangan = _bilangan(nilai)
        if aturan.minimum is not None and bilangan < aturan.minimum:
            raise ParameterError(f"paling sedikit {aturan.minimum}, bukan {bilangan}")
        return bilangan
    if jenis is JenisParameter.DURASI:
        return _durasi(nilai)
    if jenis is JenisParameter.TANGGAL:
        return _tanggal(nilai)
    if jenis is JenisParameter.RUPIAH:
        return parse_rupiah(_teks(nilai)) if isinstance(nilai, str) else Decimal(_bilangan(nilai))
    if jenis is JenisParameter.YA_TIDAK:
        return _ya_tidak(nilai)
    if jenis is JenisParameter.PIHAK:
        return _pihak(nilai, pihak)
    if jenis is JenisParameter.RINCIAN_PER_PIHAK:
        return _rincian_per_pihak(nilai, len(pihak))
    return _convert_daftar(jenis, nilai)


def _convert_daftar(jenis: JenisParameter, nilai: Any) -> Any:
    if not isinstance(nilai, list | tuple) or not nilai:
        raise ParameterError("harus berupa daftar: satu butir per baris, masing-masing diawali '- '")
    if len(nilai) > BUTIR_MAKSIMUM:
        raise ParameterError(f"paling banyak {BUTIR_MAKSIMUM} butir")
    if jenis is JenisParameter.DAFTAR:
        return [_teks(butir) for butir in nilai]
    if jenis is JenisParameter.ISTILAH:
        return [_mapping(butir, ("istilah", "arti")) for butir in nilai]
    return [_rincian(butir) for butir in nilai]


def _teks(nilai: Any) -> str:
    if isinstance(nilai, int | float) and not isinstance(nilai, bool):
        raise ParameterError(f'harus berupa teks; apit dengan tanda kutip: "{nilai}"')
    try:
        return _TEKS.validate_python(nilai)
    except ValidationError as error:
        from naskah.library.validation import explain_one

        raise ParameterError(explain_one(error.errors()[0])) from None


def _bilangan(nilai: Any) -> int:
    if isinstance(nilai, bool) or not isinstance(nilai, int):
        raise ParameterError(f"harus bilangan bulat, misalnya 3, bukan {nilai!r}")
    if not 0 <= nilai < 10**15:
        raise ParameterError("bilangan harus antara 0 dan 999 triliun")
    return nilai


def _tanggal(nilai: Any) -> date:
    if isinstance(nilai, datetime):
        raise ParameterError("tulis tanggal saja, tanpa jam, misalnya 2025-04-29")
    if isinstance(nilai, date):
        return nilai
    if not isinstance(nilai, str):
        raise ParameterError("tulis tanggal seperti 2025-04-29 atau 29 April 2025")
    return parse_tanggal(_teks(nilai))


def _durasi(nilai: Any) -> Durasi:
    if not isinstance(nilai, str):
        raise ParameterError('tulis lama waktunya dengan satuannya, misalnya "5 tahun" atau "14 hari kerja"')
    return parse_durasi(nilai)


def _ya_tidak(nilai: Any) -> bool:
    teks = str(nilai).lower()
    if teks in _YA:
        return True
    if teks in _TIDAK:
        return False
    raise ParameterError("tulis ya atau tidak")


def _pihak(nilai: Any, pihak: Sequence[Any]) -> Any:
    if isinstance(nilai, bool) or not isinstance(nilai, int) or not 1 <= nilai <= len(pihak):
        raise ParameterError(f"tulis nomor urut pihak, 1 sampai {len(pihak)}")
    return pihak[nilai - 1]


def _rincian_per_pihak(nilai: Any, jumlah: int) -> list[Any]:
    """The lists in the order of the parties."""
    kunci = [urutan(i) for i in range(1, jumlah + 1)]
    if not isinstance(nilai, dict) or set(nilai) != set(kunci):
        raise ParameterError(f"harus berisi satu daftar untuk setiap PIHAK: {', '.join(kunci)}")
    return [_convert_daftar(JenisParameter.RINCIAN, nilai[k]) for k in kunci]


def _mapping(butir: Any, kunci: tuple[str, ...]) -> dict[str, str]:
    if not isinstance(butir, dict) or set(butir) != set(kunci):
        raise ParameterError(f"setiap butir harus berisi {' dan '.join(kunci)}")
    return {nama: _teks(butir[nama]) for nama in kunci}


def _rincian(butir: Any, kedalaman: int = 1) -> Any:
    if not isinstance(butir, dict):
        return _teks(butir)
    if set(butir) != {"isi", "rincian"} or not isinstance(butir["rincian"], list) or not butir["rincian"]:
        raise ParameterError("butir bertingkat harus berisi isi dan rincian (daftar)")
    if kedalaman > 3:
        raise ParameterError("rincian paling banyak empat tingkat; ringkaskan butirnya")
    return {"isi": _teks(butir["isi"]), "rincian": [_rincian(b, kedalaman + 1) for b in butir["rincian"]]}
