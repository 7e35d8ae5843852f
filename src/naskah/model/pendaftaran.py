"""What the registry takes in: the facts of one agreement, without its wording."""

from datetime import date

from naskah.model.jenis import JenisNaskah
from naskah.model.ketentuan import Ketentuan
from naskah.model.tipe import Model, TeksIsi


class DokumenKuasa(Model):
    """A document that gives a signatory authority: an appointment, or a kuasa."""

    jenis: TeksIsi  # "pengangkatan" or "kuasa"
    dokumen: TeksIsi
    nomor: TeksIsi | None = None
    tanggal: date | None = None
    tentang: TeksIsi | None = None


class PihakTerdaftar(Model):
    """One party, its number line and its signatory."""

    sebutan: TeksIsi
    nama: TeksIsi
    nomor: TeksIsi | None = None
    kedudukan: TeksIsi
    korespondensi: dict[str, str] = {}
    penandatangan: TeksIsi
    jabatan: TeksIsi
    kuasa: tuple[DokumenKuasa, ...] = ()


class KlausulTerpakai(Model):
    """Which clause, in which version, stands in which pasal; `sidik` is the sha256 of its file."""

    klausul: TeksIsi
    versi: int
    sidik: TeksIsi
    pasal: TeksIsi


class DokumenTerdaftar(Model):
    """A file of the agreement with its sha256. `jalur` is relative to the workspace where it can be."""

    jalur: TeksIsi
    sidik: TeksIsi
    peran: TeksIsi = "naskah"


class Pendaftaran(Model):
    """Everything the registry keeps of one agreement at the moment it is registered."""

    id: TeksIsi
    jenis: JenisNaskah
    judul: TeksIsi
    tanggal: date  # day of signing; the latest, when the parties sign on different days
    tempat: TeksIsi
    # The last day in force is the anniversary itself instead of the day before (tanggal.md 2).
    tanggal_sama: bool = False
    pihak: tuple[PihakTerdaftar, ...]
    ketentuan: tuple[Ketentuan, ...] = ()
    klausul: tuple[KlausulTerpakai, ...] = ()
    dokumen: tuple[DokumenTerdaftar, ...] = ()
    unit: TeksIsi | None = None
