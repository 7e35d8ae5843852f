"""The state of a parent agreement that an adendum starts from: its tree and facts with all earlier adenda."""

from dataclasses import dataclass
from datetime import date

from naskah.bahasa.daftar import join_daftar
from naskah.bahasa.durasi import hari_terakhir
from naskah.bahasa.tanggal import format_tanggal
from naskah.bahasa.terbilang import urutan
from naskah.model.jenis import JenisNaskah
from naskah.model.ketentuan import JangkaWaktu, Ketentuan
from naskah.model.naskah import Naskah
from naskah.model.pendaftaran import KlausulTerpakai
from naskah.model.rancangan import Pihak


def name_ordinal(nomor: int) -> str:
    """ "Kesatu", "Kedua", "Kedua Puluh Satu" -> as the law counts adenda."""
    return urutan(nomor).title()


@dataclass(frozen=True, slots=True)
class AdendumLalu:
    """An adendum already registered."""

    id: str
    urutan: int
    nomor: tuple[str, ...]
    tanggal: date
    berlaku: date  # first day in effect
    penandatangan: tuple[str, ...] = ()  # who signed it: "Sari Wulandari (Bupati Cempaka Raya)"

    @property
    def sebutan(self) -> str:
        """ "Adendum Kesatu"."""
        return f"Adendum {name_ordinal(self.urutan)}"

    @property
    def lengkap(self) -> str:
        """ "Adendum Kesatu Nomor 1 dan Nomor 2 tanggal 1 Maret 2027"."""
        return f"{self.sebutan}{write_nomor(self.nomor)} tanggal {format_tanggal(self.tanggal)}"


@dataclass(frozen=True, slots=True)
class KeadaanInduk:
    """The parent as it stands when the next adendum is written."""

    id: str
    jenis: JenisNaskah
    judul: str
    tanggal: date
    tanggal_sama: bool
    pihak: tuple[Pihak, ...]
    ketentuan: tuple[Ketentuan, ...]
    naskah: Naskah
    komparisi: str  # the clause that presents its parties
    adendum: tuple[AdendumLalu, ...] = ()
    klausul: tuple[KlausulTerpakai, ...] = ()  # as it was registered
    terdaftar: bool = True

    @property
    def nomor(self) -> tuple[str, ...]:
        """Its number lines, PIHAK KESATU's first."""
        return tuple(p.nomor for p in self.pihak if p.nomor)

    @property
    def lengkap(self) -> str:
        """Kind, subject, numbers and date, as a recital names it."""
        return (
            f"{self.jenis.sebutan} tentang {self.judul}{write_nomor(self.nomor)} tanggal {format_tanggal(self.tanggal)}"
        )

    @property
    def jangka(self) -> JangkaWaktu | None:
        """Its term in force."""
        return next((k for k in self.ketentuan if isinstance(k, JangkaWaktu)), None)

    @property
    def akhir(self) -> date | None:
        """Its last day in force; None without a term."""
        return compute_akhir(self.jangka, self.tanggal, self.tanggal_sama)


def compute_masa(jangka: JangkaWaktu | None, tanggal: date, tanggal_sama: bool) -> tuple[date, date] | None:
    """The first and the last day of a term; None without one."""
    akhir = compute_akhir(jangka, tanggal, tanggal_sama)
    return None if jangka is None or akhir is None else (jangka.mulai or tanggal, akhir)


def compute_akhir(jangka: JangkaWaktu | None, tanggal: date, tanggal_sama: bool) -> date | None:
    """The last day of a term, from its first day (tanggal.md 1-3)."""
    if jangka is None:
        return None
    return hari_terakhir(jangka.mulai or tanggal, jangka.lama, tanggal_sama=tanggal_sama)


def write_nomor(nomor: tuple[str, ...]) -> str:
    """ " Nomor 1 dan Nomor 2", or nothing where there are none yet."""
    return " " + join_daftar([f"Nomor {n}" for n in nomor]) if nomor else ""
