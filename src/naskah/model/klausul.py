"""A clause of the library: its words, its parameters, and the ketentuan that it creates."""

from enum import StrEnum
from typing import Any, Self

from pydantic import Field, model_validator

from naskah.model.jenis import JenisNaskah
from naskah.model.tipe import Model, TeksIsi


class JenisParameter(StrEnum):
    """What a value may be. The names are those that a clause file and an error message use."""

    TEKS = "teks"
    BILANGAN = "bilangan"
    DURASI = "durasi"
    TANGGAL = "tanggal"
    RUPIAH = "rupiah"
    YA_TIDAK = "ya-tidak"
    PILIHAN = "pilihan"
    DAFTAR = "daftar"  # a list of texts
    RINCIAN = "rincian"  # a list of texts, each with sub-items if need be: {isi: ..., rincian: [...]}
    RINCIAN_PER_PIHAK = "rincian-per-pihak"  # one such list for each party: {kesatu: [...], kedua: [...]}
    ISTILAH = "istilah"  # a list of {istilah: ..., arti: ...}
    PIHAK = "pihak"  # a party by its place: 1, 2, ...


class Parameter(Model):
    """One parameter of a clause. Without `bawaan` (default) a value must be given."""

    tipe: JenisParameter = Field(alias="jenis")
    keterangan: TeksIsi
    bawaan: Any = None
    wajib: bool = True
    pilihan: tuple[TeksIsi, ...] = ()
    minimum: int | None = None  # of a bilangan

    @model_validator(mode="after")
    def _check_pilihan(self) -> Self:
        if (self.tipe is JenisParameter.PILIHAN) != bool(self.pilihan):
            raise ValueError("kunci 'pilihan' diisi tepat bila jenisnya 'pilihan', misalnya pilihan: [a, b]")
        return self


class Bagian(StrEnum):
    """Where a clause's text stands: a pasal, or one of the parts around the pasal."""

    PASAL = "pasal"
    PEMBUKA = "pembuka"
    KOMPARISI = "komparisi"
    SETELAH_PIHAK = "setelah-pihak"
    PREMIS = "premis"
    DASAR_HUKUM = "dasar-hukum"
    MEMPERHATIKAN = "memperhatikan"
    KESEPAKATAN = "kesepakatan"
    PENUTUP = "penutup"
    PERUBAHAN = "perubahan"  # a sentence of an adendum: "Ketentuan Pasal 6 diubah sehingga berbunyi ..."


class KepalaKlausul(Model):
    """The front matter of a clause file."""

    judul: TeksIsi
    versi: int = Field(ge=1)
    bagian: Bagian = Bagian.PASAL
    berlaku_untuk: tuple[JenisNaskah, ...] = Field(min_length=1)
    keterangan: TeksIsi
    jumlah_pihak: int | None = Field(default=None, ge=2)  # the clause fits just so many parties
    # Mandatory elements this clause covers (PP 28/2018 Pasal 19); its own topic when nothing is said.
    muatan: tuple[TeksIsi, ...] = ()
    parameter: dict[str, Parameter] = {}
    ketentuan: tuple[dict[str, Any], ...] = ()
    sumber: tuple[TeksIsi, ...] = ()
