"""What the registry takes in: the facts of one agreement, without its wording."""

from datetime import date

from pydantic import Field

from naskah.model.jenis import JenisTerdaftar
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
    # What a register kept elsewhere does not tell is left out, not made up.
    kedudukan: TeksIsi | None = None
    bertindak_untuk: TeksIsi | None = None  # when it is not the party's own name
    korespondensi: dict[str, str] = {}
    penandatangan: TeksIsi | None = None
    jabatan: TeksIsi | None = None
    kuasa: tuple[DokumenKuasa, ...] = ()


class KlausulTerpakai(Model):
    """Which clause, in which version, stands in which pasal; `sidik` is the sha256 of its file."""

    klausul: TeksIsi
    versi: int
    sidik: TeksIsi
    pasal: TeksIsi


class PenanggungJawab(Model):
    """The offices of one party (its name in the document) that answer for an activity."""

    pihak: TeksIsi
    nama: tuple[TeksIsi, ...]


class KegiatanTerdaftar(Model):
    """One activity of the Rencana Kerja. `kode` is its number in the plan: "2.a"."""

    kode: TeksIsi
    program: TeksIsi
    nama: TeksIsi
    tahun: tuple[int, ...]
    penanggung_jawab: tuple[PenanggungJawab, ...]
    lokasi: TeksIsi
    sumber_dana: TeksIsi | None = None
    output: TeksIsi
    outcome: TeksIsi


class DokumenTerdaftar(Model):
    """A file of the agreement with its sha256. `jalur` is relative to the workspace where it can be."""

    jalur: TeksIsi
    sidik: TeksIsi
    peran: TeksIsi = "naskah"


class Pendaftaran(Model):
    """Everything the registry keeps of one agreement at the moment it is registered."""

    id: TeksIsi
    jenis: JenisTerdaftar
    judul: TeksIsi
    nomor: TeksIsi | None = None  # of a regulation; those of an agreement are its parties'
    # Day of signing; the latest, when the parties sign on different days. Of a regulation: of its enactment.
    tanggal: date
    tempat: TeksIsi | None = None
    # The last day in force is the anniversary itself instead of the day before (tanggal.md 2).
    tanggal_sama: bool = False
    pihak: tuple[PihakTerdaftar, ...] = ()
    ketentuan: tuple[Ketentuan, ...] = ()
    klausul: tuple[KlausulTerpakai, ...] = ()
    dokumen: tuple[DokumenTerdaftar, ...] = ()
    unit: TeksIsi | None = None
    dasar_hukum: tuple[TeksIsi, ...] = ()  # the regulations cited, by their short names: "UU 23/2014"
    kegiatan: tuple[KegiatanTerdaftar, ...] = ()
    # The sha256 of the tree, and the tree itself (model.naskah_json): kept beside the event, not in it.
    naskah: TeksIsi | None = None
    isi_naskah: bytes | None = Field(default=None, exclude=True, repr=False)
