"""What a clause promises over time. The same parameters make the words of the pasal and these terms.

Every provision of the table in docs/ketentuan.md has a kind here; the registry turns them into deadlines.
"""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, TypeAdapter

from naskah.model.tipe import LamaWaktu, Model, Tanggal, TeksIsi


class Arah(StrEnum):
    """On which side of its anchor a deadline lies."""

    SEBELUM = "sebelum"
    SETELAH = "setelah"


class _Ketentuan(Model):
    """`sumber` is the place in the naskah ("Pasal 6 ayat (2)"); assembly fills it from the label `dari`."""

    sumber: str = ""


class JangkaWaktu(_Ketentuan):
    """The term. Without `mulai` the day of signing is the first day (tanggal.md 1)."""

    jenis: Literal["jangka-waktu"] = "jangka-waktu"
    lama: LamaWaktu
    mulai: Tanggal | None = None
    # True when the text names no start, so that the day of signing is only assumed (000 Pasal 7).
    mulai_dianggap: bool = False
    dapat_diperpanjang: bool = False
    akibat: TeksIsi = "berakhir"


class BatasWaktu(_Ketentuan):
    """A deadline that hangs on an anchor: the last day of the term, the enactment, or an event yet to happen."""

    jenis: Literal["batas-waktu"] = "batas-waktu"
    hal: TeksIsi  # what must be done: perpanjangan, pengakhiran, perubahan-alamat, keadaan-kahar, ...
    batas: LamaWaktu
    arah: Arah
    acuan: TeksIsi  # akhir-jangka-waktu, pengundangan, or an event: kahar-terjadi, pemberitahuan-diterima, ...
    akibat: TeksIsi | None = None  # what follows if nothing is done
    # Silence counts as consent: from the day after on nothing is left to be done (001 Pasal 12 ayat (3)).
    diam: Literal["setuju"] | None = None
    lampiran: TeksIsi | None = None  # what must go with it: a letter of the authority


class KewajibanBerkala(_Ketentuan):
    """A recurring obligation: monev, a report, an exchange of data."""

    jenis: Literal["kewajiban-berkala"] = "kewajiban-berkala"
    hal: TeksIsi
    setiap: LamaWaktu
    penerima: tuple[TeksIsi, ...] = ()
    akibat: TeksIsi | None = None


class KewajibanLanjut(_Ketentuan):
    """An obligation that survives the end of the agreement; without `lama` it has no end."""

    jenis: Literal["kewajiban-lanjut"] = "kewajiban-lanjut"
    hal: TeksIsi
    lama: LamaWaktu | None = None


class AlasanBerakhir(_Ketentuan):
    """A ground on which the agreement ends, and the document that must record it."""

    jenis: Literal["alasan-berakhir"] = "alasan-berakhir"
    hal: TeksIsi
    sepihak: bool = False
    dokumen: TeksIsi | None = None


class TindakLanjut(_Ketentuan):
    """What an event asks for: an adendum, a written notice without adendum, a review; or nothing at all."""

    jenis: Literal["tindak-lanjut"] = "tindak-lanjut"
    peristiwa: TeksIsi
    bentuk: Literal["adendum", "pemberitahuan", "berita-acara", "peninjauan", "tanpa-akibat"]
    setelah: LamaWaktu | None = None  # the event must have lasted this long first (kahar beyond 30 days)


class Salinan(_Ketentuan):
    """The signed copies: how many, how many bear meterai, who keeps the others."""

    jenis: Literal["salinan"] = "salinan"
    rangkap: int = Field(ge=1, le=99)
    bermeterai: int = Field(ge=0, le=99)
    arsip: tuple[TeksIsi, ...] = ()


class Induk(_Ketentuan):
    """The agreement that this one follows (a PKS its Kesepakatan Bersama), with its addenda."""

    jenis: Literal["induk"] = "induk"
    id: TeksIsi | None = None
    judul: TeksIsi
    nomor: tuple[TeksIsi, ...] = ()
    tanggal: Tanggal
    adendum: tuple["AdendumInduk", ...] = ()


class AdendumInduk(Model):
    """An addendum to the parent: its numbers and date."""

    nomor: tuple[TeksIsi, ...] = ()
    tanggal: Tanggal


Ketentuan = Annotated[
    JangkaWaktu | BatasWaktu | KewajibanBerkala | KewajibanLanjut | AlasanBerakhir | TindakLanjut | Salinan | Induk,
    Field(discriminator="jenis"),
]

KETENTUAN: TypeAdapter[Ketentuan] = TypeAdapter(Ketentuan, config=ConfigDict(defer_build=True))
