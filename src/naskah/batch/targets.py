"""The keys of a rancangan that a column can fill, each with its path and the kind of value it takes."""

import re
import types
import typing
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum
from typing import Any

from pydantic import BaseModel

from naskah.assembly.parts import name_labels
from naskah.bahasa.durasi import Durasi
from naskah.bahasa.terbilang import urutan
from naskah.library.pustaka import Pustaka
from naskah.library.yaml_lines import Jalur
from naskah.model.bentuk import Bentuk
from naskah.model.jenis import JenisNaskah
from naskah.model.klausul import Bagian, JenisParameter, Parameter
from naskah.model.perubahan import Perubahan
from naskah.model.rancangan import PasalBebas, Penandatangan, Pihak, PilihanKlausul, Rancangan
from naskah.model.rancangan_adendum import PenandatanganAdendum, RancanganAdendum

# Documents of authority that columns may give a signatory beyond those of the rancangan.
_WEWENANG_TERBANYAK = 3
_BUTIR_TERBANYAK = 2_000
# Filled in by itself, or not by a column.
_DILEWATI = frozenset({"jenis", "pihak", "pasal", "bagian", "sumber", "rencana_kerja", "penandatangan", "perubahan"})
# PIHAK KESATU to KELIMA, where the data do not tell how many there are.
_PIHAK_TERBANYAK = 5


class Bentukan(StrEnum):
    """What a cell is turned into before the rancangan's own rules judge it."""

    TEKS = "teks"
    TANGGAL = "tanggal"
    BILANGAN = "bilangan"
    YA_TIDAK = "ya-tidak"
    DURASI = "durasi"
    DAFTAR = "daftar"


_BENTUKAN = {
    JenisParameter.BILANGAN: Bentukan.BILANGAN,
    JenisParameter.RUPIAH: Bentukan.BILANGAN,
    JenisParameter.PIHAK: Bentukan.BILANGAN,
    JenisParameter.TANGGAL: Bentukan.TANGGAL,
    JenisParameter.DURASI: Bentukan.DURASI,
    JenisParameter.DAFTAR: Bentukan.DAFTAR,
    JenisParameter.RINCIAN: Bentukan.DAFTAR,
}


@dataclass(frozen=True, slots=True)
class Sasaran:
    """One key: as a header names it, where it lies in the data, what it takes."""

    nama: str
    jalur: Jalur
    bentukan: Bentukan
    wajib: bool = False  # a parameter without a default


class DaftarSasaran:
    """All keys that columns may fill for one rancangan."""

    def __init__(self, sasaran: Iterator[Sasaran]) -> None:
        self.semua = {fold_name(satu.nama): satu for satu in sasaran}

    def find(self, nama: str) -> Sasaran | None:
        """The key of that name, whatever its case and separators; an item of a list by its number at the end."""
        lipat = fold_name(nama)
        if lipat in self.semua:
            return self.semua[lipat]
        induk, _, nomor = lipat.rpartition(".")
        daftar = self.semua.get(induk)
        if daftar is None or daftar.bentukan is not Bentukan.DAFTAR or not nomor.isdecimal():
            return None
        if not 1 <= int(nomor) <= _BUTIR_TERBANYAK:
            return None
        return Sasaran(f"{daftar.nama}.{int(nomor)}", (*daftar.jalur, int(nomor) - 1), Bentukan.TEKS)

    def suggest(self, nama: str, banyak: int = 3) -> list[str]:
        """The names most like `nama`."""
        from difflib import get_close_matches

        return [self.semua[n].nama for n in get_close_matches(fold_name(nama), self.semua, banyak, 0.6)]


def fold_name(nama: str) -> str:
    """A name without what users vary: "Pihak 2 - Nama" and "pihak.2.nama" are one."""
    return re.sub(r"[\s._›/\\-]+", ".", nama.strip().casefold()).strip(".")


def list_targets(data: Mapping[str, Any], pustaka: Pustaka, bentuk: Bentuk) -> DaftarSasaran:
    """The keys that columns may fill for the rancangan whose data are `data`. NaskahError: a clause has faults."""
    return DaftarSasaran(_iter_targets(data, pustaka, bentuk))


def _iter_targets(data: Mapping[str, Any], pustaka: Pustaka, bentuk: Bentuk) -> Iterator[Sasaran]:
    if data.get("jenis") == JenisNaskah.ADENDUM:
        yield from _walk_adendum(data)
    else:
        yield from _walk_model(Rancangan, "", ())
        for i, _ in enumerate(_list_of(data.get("pihak"))):
            yield from _walk_model(Pihak, f"pihak.{i + 1}.", ("pihak", i))
            yield from _walk_model(Penandatangan, f"pihak.{i + 1}.penandatangan.", ("pihak", i, "penandatangan"))
    pasal = [_read_pasal(satu) for satu in _list_of(data.get("pasal"))]
    jumlah_pihak = len(_list_of(data.get("pihak")))
    for i, (satu, label) in enumerate(zip(pasal, name_labels(pasal), strict=True)):
        yield Sasaran(f"pasal.{label}.judul", ("pasal", i, "judul"), Bentukan.TEKS)
        if isinstance(satu, PilihanKlausul):
            yield from _parameters(satu, pustaka, f"pasal.{label}.", ("pasal", i, "parameter"), jumlah_pihak)
    pilihan = data.get("bagian") if isinstance(data.get("bagian"), Mapping) else {}
    for bagian in Bagian:
        terpilih = (pilihan or {}).get(bagian.value) or {"klausul": bentuk.bagian.get(bagian)}
        if isinstance(terpilih, Mapping) and isinstance(terpilih.get("klausul"), str):
            satu = PilihanKlausul(klausul=terpilih["klausul"])
            jalur: Jalur = ("bagian", bagian.value, "parameter")
            yield from _parameters(satu, pustaka, f"bagian.{bagian.value}.", jalur, jumlah_pihak)


def _walk_adendum(data: Mapping[str, Any]) -> Iterator[Sasaran]:
    yield from _walk_model(RancanganAdendum, "", ())
    for i in range(_PIHAK_TERBANYAK):
        pihak = urutan(i + 1)
        yield from _walk_model(PenandatanganAdendum, f"penandatangan.{pihak}.", ("penandatangan", pihak))
    for i, satu in enumerate(_list_of(data.get("perubahan"))):
        for perbuatan in satu if isinstance(satu, Mapping) else ():
            if perbuatan in Perubahan.model_fields:
                bidang = Perubahan.model_fields[perbuatan]
                jalur = ("perubahan", i, perbuatan)
                yield from _walk_type(bidang.annotation, f"perubahan.{i + 1}.{perbuatan}", jalur)


def _list_of(nilai: Any) -> Sequence[Any]:
    return nilai if isinstance(nilai, list) else ()


def _read_pasal(satu: Any) -> PilihanKlausul | PasalBebas:
    """What labels are made of; a wrong item keeps its place here, and is refused with its line elsewhere."""
    if isinstance(satu, Mapping) and isinstance(satu.get("klausul"), str):
        return PilihanKlausul(klausul=satu["klausul"])
    judul, label = (satu.get("judul"), satu.get("label")) if isinstance(satu, Mapping) else (None, None)
    return PasalBebas.model_construct(judul=str(judul or "pasal"), isi="-", label=label and str(label))


def _parameters(
    satu: PilihanKlausul, pustaka: Pustaka, awalan: str, jalur: Jalur, jumlah_pihak: int
) -> Iterator[Sasaran]:
    for nama, aturan in pustaka.klausul(satu.klausul).kepala.parameter.items():
        di = (*jalur, nama)
        if aturan.tipe is JenisParameter.RINCIAN_PER_PIHAK:
            for i in range(jumlah_pihak):
                pihak = urutan(i + 1)
                yield Sasaran(f"{awalan}{nama}.{pihak}", (*di, pihak), Bentukan.DAFTAR, _needs_value(aturan))
        elif aturan.tipe is not JenisParameter.ISTILAH:
            bentukan = _BENTUKAN.get(aturan.tipe, Bentukan.TEKS)
            yield Sasaran(f"{awalan}{nama}", di, bentukan, _needs_value(aturan))


def _needs_value(aturan: Parameter) -> bool:
    return aturan.wajib and aturan.bawaan is None


def _walk_model(model: type[BaseModel], awalan: str, jalur: Jalur) -> Iterator[Sasaran]:
    for nama, bidang in model.model_fields.items():
        if nama not in _DILEWATI:
            yield from _walk_type(bidang.annotation, awalan + nama, (*jalur, nama))


def _walk_type(anotasi: Any, nama: str, jalur: Jalur) -> Iterator[Sasaran]:
    anotasi = _bare(anotasi)
    if typing.get_origin(anotasi) is tuple:
        isi = _bare(typing.get_args(anotasi)[0])
        if not _is_model(isi):
            yield Sasaran(nama, jalur, Bentukan.DAFTAR)
            return
        for i in range(_WEWENANG_TERBANYAK):
            yield from _walk_model(isi, f"{nama}.{i + 1}.", (*jalur, i))
    elif _is_model(anotasi):
        yield from _walk_model(anotasi, f"{nama}.", jalur)
    elif anotasi is date:
        yield Sasaran(nama, jalur, Bentukan.TANGGAL)
    elif anotasi is Durasi:
        yield Sasaran(nama, jalur, Bentukan.DURASI)
    elif anotasi is bool:
        yield Sasaran(nama, jalur, Bentukan.YA_TIDAK)
    elif anotasi is str or (isinstance(anotasi, type) and issubclass(anotasi, Enum)):
        yield Sasaran(nama, jalur, Bentukan.TEKS)


def _bare(anotasi: Any) -> Any:
    """A type without Annotated and without None."""
    while True:
        if typing.get_origin(anotasi) is typing.Annotated:
            anotasi = typing.get_args(anotasi)[0]
        elif typing.get_origin(anotasi) in (types.UnionType, typing.Union):
            (anotasi, *_) = [a for a in typing.get_args(anotasi) if a is not type(None)]
        else:
            return anotasi


def _is_model(anotasi: Any) -> bool:
    return isinstance(anotasi, type) and issubclass(anotasi, BaseModel)
