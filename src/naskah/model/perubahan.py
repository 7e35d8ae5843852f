"""The changes of an adendum as its drafter writes them: a list of mappings with one key each.

Field names are the YAML keys. What a change means for the words and the dates, assembly.adendum works out.
"""

from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator

from naskah.bahasa.galat import BahasaError
from naskah.bahasa.terbilang import parse_urutan
from naskah.model.letak import parse_letak
from naskah.model.rancangan import Korespondensi, Penandatangan
from naskah.model.rencana_kerja import Kegiatan, Tahun, Tugas
from naskah.model.tipe import LamaWaktu, Model, Teks, TeksIsi

TETAP = "tetap"


def _to_pihak(nilai: Any) -> Any:
    if isinstance(nilai, bool) or not isinstance(nilai, int | str):
        raise ValueError("tulis urutan pihak, misalnya kesatu")
    if isinstance(nilai, str):
        try:
            nilai = parse_urutan(nilai.lower().removeprefix("pihak").strip())
        except BahasaError:
            raise ValueError(f"urutan pihak {nilai!r} tidak dikenal; tulis kesatu, kedua, ketiga, ...") from None
    return nilai


PihakKe = Annotated[int, BeforeValidator(_to_pihak), Field(ge=1, le=20)]


def _check_letak(nilai: Any) -> Any:
    if isinstance(nilai, str):
        parse_letak(nilai)
    return nilai


TempatTeks = Annotated[TeksIsi, BeforeValidator(_check_letak)]


def _check_ketentuan(nilai: Any) -> Any:
    if nilai == TETAP or isinstance(nilai, list | tuple):
        return nilai
    raise ValueError("tulis daftar ketentuan yang baru, atau 'tetap' bila tidak ada yang berubah")


# New terms of the place, or "tetap": the drafter has looked, and the terms of the place stay.
KetentuanBaru = Annotated[str | tuple[dict[str, Any], ...], BeforeValidator(_check_ketentuan)]


def _count(model: Model, *kunci: str) -> list[str]:
    return [k for k in kunci if getattr(model, k) is not None]


def _require_one(model: Model, *kunci: str) -> str:
    """The one of these keys that is given; ValueError when none or several are."""
    ada = _count(model, *kunci)
    if len(ada) != 1:
        daftar = ", ".join(kunci)
        raise ValueError(f"isi tepat satu dari {daftar}" + (f" (kini {' dan '.join(ada)})" if ada else ""))
    return ada[0]


def _refuse_others(model: Model, pilihan: str, boleh: tuple[str, ...]) -> None:
    lebih = [k for k in model.model_fields_set if k not in (pilihan, *boleh)]
    if lebih:
        raise ValueError(f"kunci {', '.join(sorted(lebih))} tidak dipakai bersama {pilihan!r}; hapus")


def _require(model: Model, pilihan: str, *kunci: str) -> None:
    kurang = [k for k in kunci if getattr(model, k) is None]
    if kurang:
        raise ValueError(f"bersama {pilihan!r} isi juga {', '.join(kurang)}")


KodeKegiatan = Annotated[TeksIsi, Field(pattern=r"^[0-9]+\.[a-z]+[0-9]*$")]


class SelKegiatan(Model):
    """The cells of a row of the Rencana Kerja that change; what is not named stays."""

    nama: TeksIsi | None = None
    tahapan: tuple[TeksIsi, ...] | None = None
    lokasi: TeksIsi | None = None
    sumber_dana: Teks | None = None  # "" empties the cell
    tahun: Tahun | None = None
    tugas: dict[PihakKe, Tugas] | None = None
    output: TeksIsi | None = None
    outcome: TeksIsi | None = None
    berkala: LamaWaktu | None = None  # done anew after each such time, from now on

    @model_validator(mode="after")
    def _check(self) -> Self:
        if not self.model_fields_set:
            raise ValueError("sebutkan sel yang berubah, misalnya output atau tahun")
        return self


class Ubah(Model):
    """Change a place's wording, a definition, a party's facts, or a row of the Rencana Kerja."""

    tempat: TempatTeks | None = None
    istilah: TeksIsi | None = None
    pihak: PihakKe | None = None
    kegiatan: KodeKegiatan | None = None
    judul: TeksIsi | None = None
    isi: TeksIsi | None = None
    arti: TeksIsi | None = None
    nama: TeksIsi | None = None
    kedudukan: TeksIsi | None = None
    bertindak_untuk: TeksIsi | None = None
    menjadi: SelKegiatan | None = None  # the new cells of a row of the Rencana Kerja
    ketentuan: KetentuanBaru | None = None

    @model_validator(mode="after")
    def _check(self) -> Self:
        pilihan = _require_one(self, "tempat", "istilah", "pihak", "kegiatan")
        if pilihan == "tempat":
            _require(self, pilihan, "isi")
            _refuse_others(self, pilihan, ("isi", "judul", "ketentuan"))
        elif pilihan == "istilah":
            _require(self, pilihan, "arti")
            _refuse_others(self, pilihan, ("arti",))
        elif pilihan == "pihak":
            _refuse_others(self, pilihan, ("nama", "kedudukan", "bertindak_untuk"))
            if not _count(self, "nama", "kedudukan", "bertindak_untuk"):
                raise ValueError("sebutkan yang berubah: nama, kedudukan, atau bertindak_untuk")
        else:
            _require(self, pilihan, "menjadi")
            _refuse_others(self, pilihan, ("menjadi",))
        return self


class Sisipkan(Model):
    """Insert after a place (`setelah`), or at a new place named outright (`tempat`); or a definition, or a row."""

    setelah: TeksIsi | None = None  # a place; beside `istilah` or `kegiatan` the definition or row it follows
    kegiatan: Kegiatan | None = None  # as in a Rencana Kerja
    tempat: TempatTeks | None = None
    istilah: TeksIsi | None = None
    arti: TeksIsi | None = None
    judul: TeksIsi | None = None
    isi: TeksIsi | None = None
    ketentuan: tuple[dict[str, Any], ...] = ()

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.istilah is not None:
            _require(self, "istilah", "arti")
            _refuse_others(self, "istilah", ("arti", "setelah"))
            return self
        if self.kegiatan is not None:
            _require(self, "kegiatan", "setelah")
            _refuse_others(self, "kegiatan", ("setelah",))
            return self
        pilihan = _require_one(self, "setelah", "tempat")
        _require(self, pilihan, "isi")
        _refuse_others(self, pilihan, ("isi", "judul", "ketentuan"))
        if self.setelah is not None:
            parse_letak(self.setelah)
        return self


class Hapus(Model):
    """Delete a place, a definition, or a row of the Rencana Kerja."""

    tempat: TempatTeks | None = None
    istilah: TeksIsi | None = None
    kegiatan: KodeKegiatan | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, nilai: Any) -> Any:
        return {"tempat": nilai} if isinstance(nilai, str) else nilai

    @model_validator(mode="after")
    def _check(self) -> Self:
        _require_one(self, "tempat", "istilah", "kegiatan")
        return self


class Perpanjang(Model):
    """Extend the term by so much, or to a total; always counted from the first day (tanggal.md 3)."""

    selama: LamaWaktu | None = None
    menjadi: LamaWaktu | None = None
    isi: TeksIsi | None = None  # the new wording, where it cannot be made from the old

    @model_validator(mode="after")
    def _check(self) -> Self:
        _require_one(self, "selama", "menjadi")
        return self


class Pejabat(Penandatangan):
    """Another official acts for a party from now on."""

    pihak: PihakKe
    bertindak_untuk: TeksIsi | None = None


class Alamat(Korespondensi):
    """Letters to a party go elsewhere from now on."""

    pihak: PihakKe
    alamat: TeksIsi | None = None  # type: ignore[assignment]  # what is not named stays as it is

    @model_validator(mode="after")
    def _check_isi(self) -> Self:
        if not _count(self, "penghubung", "alamat", "telepon", "faks", "surel"):
            raise ValueError("sebutkan yang berubah: penghubung, alamat, telepon, faks, atau surel")
        return self


class Perubahan(Model):
    """One change: exactly one of the keys."""

    ubah: Ubah | None = None
    sisipkan: Sisipkan | None = None
    hapus: Hapus | None = None
    perpanjang: Perpanjang | None = None
    pejabat: Pejabat | None = None
    alamat: Alamat | None = None

    @model_validator(mode="after")
    def _check(self) -> Self:
        _require_one(self, *type(self).model_fields)
        return self

    @property
    def perbuatan(self) -> str:
        """The key that is given: "ubah", "sisipkan", ..."""
        return _require_one(self, *type(self).model_fields)
