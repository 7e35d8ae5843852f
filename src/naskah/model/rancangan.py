"""The draft's input as the user writes it in YAML: facts, chosen clauses, style. Keys are Indonesian."""

from enum import StrEnum
from pathlib import PurePath
from typing import Annotated, Any, Self

from pydantic import AfterValidator, Discriminator, Field, Tag, ValidationInfo, field_validator, model_validator
from pydantic_core import PydanticKnownError

from naskah.bahasa.tanggal import GayaTanggal
from naskah.model.jenis import JenisNaskah
from naskah.model.ketentuan import Induk
from naskah.model.klausul import Bagian
from naskah.model.naskah import GayaDaftar
from naskah.model.rencana_kerja import JalurRencana, RencanaKerja
from naskah.model.tipe import Model, Tanggal, Teks, TeksIsi

POLA_ID = r"^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$"
POLA_LABEL = r"^[a-z0-9][a-z0-9-]{0,79}$"


class Wewenang(Model):
    """A document that gives a signatory authority: decree of appointment, or surat kuasa."""

    dokumen: TeksIsi
    nomor: TeksIsi | None = None
    tanggal: Tanggal | None = None
    tentang: TeksIsi | None = None


class Penandatangan(Model):
    """Who signs for a party, in which office, on which authority."""

    nama: TeksIsi
    jabatan: TeksIsi
    pengangkatan: tuple[Wewenang, ...] = ()
    kuasa: tuple[Wewenang, ...] = ()


class Korespondensi(Model):
    """Where letters to a party go."""

    penghubung: TeksIsi | None = None
    alamat: TeksIsi
    telepon: TeksIsi | None = None
    faks: TeksIsi | None = None
    surel: TeksIsi | None = None


def _check_jalur_logo(jalur: str) -> str:
    bagian = PurePath(jalur)
    if bagian.is_absolute() or ".." in bagian.parts or bagian.suffix.lower() not in (".png", ".jpg", ".jpeg"):
        raise ValueError("logo harus berkas .png atau .jpg di dalam folder rancangan, misalnya logo/provinsi.png")
    return jalur


class Pihak(Model):
    """One party to the agreement; its place in the list makes it PIHAK KESATU, KEDUA, ..."""

    nama: TeksIsi
    nomor: TeksIsi | None = None
    kedudukan: TeksIsi
    penandatangan: Penandatangan
    bertindak_untuk: TeksIsi | None = None  # when it is not the party's own name
    korespondensi: Korespondensi | None = None
    logo: Annotated[TeksIsi, AfterValidator(_check_jalur_logo)] | None = None


class PilihanKlausul(Model):
    """A clause of the library with the values of its parameters."""

    klausul: TeksIsi
    judul: TeksIsi | None = None
    parameter: dict[str, Any] = {}


class PasalBebas(Model):
    """A pasal typed out in full: same markup, numbering and references as a clause."""

    judul: TeksIsi
    isi: TeksIsi
    label: Annotated[str, Field(pattern=POLA_LABEL)] | None = None
    muatan: tuple[TeksIsi, ...] = ()
    ketentuan: tuple[dict[str, Any], ...] = ()


def _kind_of_pasal(nilai: Any) -> str:
    if isinstance(nilai, PasalBebas) or (isinstance(nilai, dict) and "klausul" not in nilai and "isi" in nilai):
        return "pasal-bebas"
    return "klausul"


PilihanPasal = Annotated[
    Annotated[PilihanKlausul, Tag("klausul")] | Annotated[PasalBebas, Tag("pasal-bebas")],
    Discriminator(_kind_of_pasal),
]


class UrutanTandaTangan(StrEnum):
    """Order of the signatures from left to right: all source agreements print PIHAK KEDUA first."""

    TERBALIK = "terbalik"
    URUT = "urut"


class Gaya(Model):
    """How the document looks where practice differs; what is not set follows the kind (clauses/bentuk.yaml)."""

    tanggal: GayaTanggal | None = None
    tempat_di_pembuka: bool | None = None
    pihak: GayaDaftar | None = None
    premis: GayaDaftar | None = None
    tanda_tangan: UrutanTandaTangan | None = None
    jabatan_di_tanda_tangan: bool | None = None
    paraf: bool | None = None


def _check_bagian(bagian: Bagian) -> Bagian:
    if bagian is Bagian.PASAL:
        raise ValueError("pasal ditulis pada kunci 'pasal', bukan di dalam 'bagian'")
    return bagian


def _kind_of_rencana(nilai: Any) -> str:
    return "berkas" if isinstance(nilai, str) else "isi"


# The work plan itself, or the file beside the draft that holds it.
PilihanRencana = Annotated[
    Annotated[RencanaKerja, Tag("isi")] | Annotated[JalurRencana, Tag("berkas")], Discriminator(_kind_of_rencana)
]


class Rancangan(Model):
    """A whole draft. Field names are the YAML keys."""

    jenis: JenisNaskah
    id: Annotated[str, Field(pattern=POLA_ID)] | None = None
    judul: TeksIsi
    tanggal: Tanggal
    tempat: TeksIsi
    unit: TeksIsi | None = None
    pihak: Annotated[tuple[Pihak, ...], Field(min_length=2, max_length=20)]
    premis: tuple[TeksIsi, ...] = ()
    dasar_hukum: tuple[TeksIsi, ...] = ()
    memperhatikan: tuple[TeksIsi, ...] = ()
    induk: Annotated[Induk | None, Field(validate_default=True)] = None
    rencana_kerja: Annotated[PilihanRencana | None, Field(validate_default=True)] = None
    pasal: Annotated[tuple[PilihanPasal, ...], Field(max_length=500, validate_default=True)] = ()
    bagian: dict[Annotated[Bagian, AfterValidator(_check_bagian)], PilihanKlausul] = {}
    gaya: Gaya = Gaya()
    tanggal_sama: bool | None = None  # the last day in force is the anniversary itself (tanggal.md 2)
    catatan: Teks = ""

    @field_validator("premis", "dasar_hukum", "memperhatikan", "induk", "rencana_kerja", "pasal")
    @classmethod
    def _check_jenis(cls, nilai: Any, info: ValidationInfo) -> Any:
        """A Rencana Kerja of its own has a parent and a table, every other kind has pasal."""
        if "jenis" not in info.data:
            return nilai
        sendiri = info.data["jenis"] is JenisNaskah.RENCANA_KERJA
        if not nilai and info.field_name in (("induk", "rencana_kerja") if sendiri else ("pasal",)):
            raise PydanticKnownError("missing")
        if nilai and sendiri and info.field_name not in ("induk", "rencana_kerja"):
            raise ValueError(f"dokumen rencana kerja tidak memuat {info.field_name}; pindahkan ke naskah induknya")
        return nilai

    @model_validator(mode="after")
    def _check_nomor(self) -> Self:
        """Either every party has a number line, or none has (a draft not yet numbered)."""
        bernomor = sum(p.nomor is not None for p in self.pihak)
        if bernomor not in (0, len(self.pihak)):
            raise ValueError(
                f"ada {len(self.pihak)} pihak tetapi hanya {bernomor} nomor; "
                "beri setiap pihak satu nomor, atau kosongkan semuanya selama belum bernomor"
            )
        return self
