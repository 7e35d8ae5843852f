"""What the registry gives back: plain frozen records, dates as dates."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from naskah.registry.events import Peristiwa
from naskah.registry.state import Status


@dataclass(frozen=True, slots=True)
class PihakTercatat:
    """A party with its number line and its signatory; `kuasa` are the documents that gave the authority."""

    sebutan: str
    nama: str
    nomor: str | None
    kedudukan: str | None
    korespondensi: dict[str, str]
    penandatangan: str | None
    jabatan: str | None
    kuasa: tuple["KuasaTercatat", ...]


@dataclass(frozen=True, slots=True)
class KuasaTercatat:
    """A document that gives a signatory authority."""

    jenis: str
    dokumen: str
    nomor: str | None
    tanggal: date | None
    tentang: str | None


@dataclass(frozen=True, slots=True)
class KetentuanTercatat:
    """One promise; `data` holds all of its keys as the clause gave them."""

    jenis: str
    hal: str | None
    sumber: str
    data: dict[str, Any]


@dataclass(frozen=True, slots=True)
class KlausulTercatat:
    """A clause used, in which version, at which pasal."""

    klausul: str
    versi: int
    sidik: str
    pasal: str


@dataclass(frozen=True, slots=True)
class DokumenTercatat:
    """A file with its sha256."""

    jalur: str
    sidik: str
    peran: str


@dataclass(frozen=True, slots=True)
class TenggatTercatat:
    """A deadline as stored. When `hari_kerja`, the exact day depends on the holidays (see `alerts`)."""

    tanggal: date
    jenis: str
    hal: str
    arah: str
    acuan: str
    tanggal_acuan: date
    batas: str | None
    hari_kerja: bool
    sumber: str
    akibat: str | None
    berlaku_dari: date
    berlaku_sampai: date | None  # the first day on which it is no longer open
    sebab_tutup: str | None
    ketentuan: int  # which promise; below 0: not of a promise, but of an activity or an event
    pemicu: int  # urutan of the event it is counted from; 0: from the term
    penutup: int | None  # urutan of the event that closed it
    diam: bool = False  # silence has its effect by itself once the exact day has passed


@dataclass(frozen=True, slots=True)
class AdendumTercatat:
    """An adendum: its ordinal, numbers and dates, and the last day of the agreement before and after it."""

    urutan: int
    id: str
    tanggal: date
    berlaku: date
    nomor: tuple[str, ...]
    akhir_semula: date | None
    akhir: date | None


@dataclass(frozen=True, slots=True)
class KeadaanTercatat:
    """A state and the days on which it holds."""

    dari: date
    sampai: date | None  # the first day on which it no longer holds
    status: Status
    sebab: str | None


@dataclass(frozen=True, slots=True)
class RingkasanPerjanjian:
    """One agreement in a list, with its state on the day asked about."""

    id: str
    jenis: str
    judul: str
    pihak: tuple[str, ...]
    nomor: tuple[str, ...]
    tanggal: date
    mulai: date | None
    mulai_dianggap: bool
    akhir: date | None
    unit: str | None
    status: Status
    sebab: str | None  # of the state, where that is not plain


@dataclass(frozen=True, slots=True)
class RincianPerjanjian:
    """Everything the registry knows of one agreement."""

    id: str
    jenis: str
    judul: str
    nomor: str | None  # of a regulation
    tanggal: date
    tempat: str | None
    unit: str | None
    jangka_waktu: str | None
    mulai: date | None
    mulai_dianggap: bool  # the text names no start: the day of signing is assumed
    akhir: date | None  # by the convention the agreement follows
    akhir_tanggal_sama: date | None  # the anniversary, which many offices write
    tanggal_sama: bool  # the agreement follows that convention
    dapat_diperpanjang: bool
    pihak: tuple[PihakTercatat, ...]
    ketentuan: tuple[KetentuanTercatat, ...]
    klausul: tuple[KlausulTercatat, ...]
    dokumen: tuple[DokumenTercatat, ...]
    tenggat: tuple[TenggatTercatat, ...]
    peristiwa: tuple[Peristiwa, ...]
    adendum: tuple[AdendumTercatat, ...] = ()
    keadaan: tuple[KeadaanTercatat, ...] = ()

    @property
    def akhir_sehari_sebelum(self) -> date | None:
        """The day before the anniversary: the last day by the convention of the project."""
        sama = self.akhir_tanggal_sama
        return None if sama is None else sama - timedelta(days=1)

    def status_pada(self, pada: date) -> KeadaanTercatat:
        """Return the state of the agreement on a day."""
        return next(k for k in reversed(self.keadaan) if k.dari <= pada)

    def akhir_pada(self, pada: date) -> date | None:
        """Return the last day in force as one knew it on the day `pada`."""
        # The deadline of the end of the term says it, as long as nothing has moved or ended it.
        akhir = (t for t in self.tenggat if t.jenis == "akhir-jangka-waktu" and t.berlaku_dari <= pada)
        terbuka = [t.tanggal for t in akhir if t.berlaku_sampai is None or pada < t.berlaku_sampai]
        if terbuka:
            return terbuka[0]
        nanti = next((a for a in self.adendum if a.berlaku > pada), None)
        return nanti.akhir_semula if nanti else self.akhir
