"""An agreement or regulation that was not made with naskah, as somebody enters it by hand: its facts and promises."""

from typing import Annotated, Any, Self

from pydantic import Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from naskah.model.jenis import JenisTerdaftar
from naskah.model.ketentuan import Ketentuan
from naskah.model.rancangan import POLA_ID, Korespondensi, Penandatangan
from naskah.model.tipe import Model, Tanggal, TeksIsi

PERATURAN = (JenisTerdaftar.PERATURAN_DAERAH, JenisTerdaftar.PERATURAN_KEPALA_DAERAH)


class PihakCatatan(Model):
    """A party, with the keys of a rancangan; of an old agreement not all of them are known."""

    nama: TeksIsi
    nomor: TeksIsi | None = None
    kedudukan: TeksIsi | None = None
    penandatangan: Penandatangan | None = None
    bertindak_untuk: TeksIsi | None = None
    korespondensi: Korespondensi | None = None


class Catatan(Model):
    """The whole file. Field names are the YAML keys."""

    jenis: JenisTerdaftar
    id: Annotated[str, Field(pattern=POLA_ID)] | None = None
    judul: TeksIsi
    nomor: TeksIsi | None = None  # of a regulation
    tanggal: Tanggal  # of signing; of a regulation: of its enactment
    tempat: TeksIsi | None = None
    unit: TeksIsi | None = None
    pihak: Annotated[tuple[PihakCatatan, ...], Field(max_length=20)] = ()
    ketentuan: Annotated[tuple[Ketentuan, ...], Field(max_length=500)] = ()
    dasar_hukum: tuple[TeksIsi, ...] = ()
    dokumen: Annotated[tuple[TeksIsi, ...], Field(max_length=100)] = ()  # files of it, by paths from this file
    tanggal_sama: bool | None = None  # the last day in force is the anniversary itself (tanggal.md 2)

    @field_validator("pihak")
    @classmethod
    def _check_pihak(cls, pihak: tuple[PihakCatatan, ...], info: Any) -> tuple[PihakCatatan, ...]:
        if "jenis" in info.data and info.data["jenis"] in PERATURAN and pihak:
            raise ValueError("peraturan tidak mempunyai pihak; hapus kunci ini, dan tulis nomornya pada kunci 'nomor'")
        return pihak

    @field_validator("ketentuan")
    @classmethod
    def _check_masa(cls, ketentuan: tuple[Any, ...]) -> tuple[Any, ...]:
        """One term at most, and one where a deadline is counted from its end."""
        masa = sum(k.jenis == "jangka-waktu" for k in ketentuan)
        if masa > 1:
            raise ValueError(f"jangka-waktu disebut {masa} kali; sisakan satu")
        menunggu = [k.hal for k in ketentuan if k.jenis == "batas-waktu" and k.acuan == "akhir-jangka-waktu"]
        if menunggu and not masa:
            raise ValueError(f"batas-waktu {menunggu[0]!r} dihitung dari akhir jangka waktu; tambahkan jangka-waktu")
        return ketentuan

    @model_validator(mode="after")
    def _check_banyak_pihak(self) -> Self:
        if self.jenis not in PERATURAN and len(self.pihak) < 2:
            raise PydanticCustomError(
                "value_error",
                "{error}",
                {"error": f"baru {len(self.pihak)} pihak; tulis semua pihaknya pada kunci 'pihak', paling sedikit dua"},
            )
        if self.jenis not in PERATURAN and self.nomor is not None:
            raise PydanticCustomError(
                "value_error",
                "{error}",
                {"error": "'nomor' hanya untuk peraturan; tulis nomor perjanjian pada pihaknya"},
            )
        return self
