"""What the registry takes in of an adendum: its facts, its changes as data, the terms and parties they move."""

from datetime import date
from typing import Any

from pydantic import Field

from naskah.model.ketentuan import Ketentuan
from naskah.model.pendaftaran import DokumenKuasa, DokumenTerdaftar, KegiatanTerdaftar, KlausulTerpakai
from naskah.model.tipe import LamaWaktu, Model, TeksIsi


class UbahKetentuan(Model):
    """What happens to the terms. Kept as differences: facts of the parent corrected later stay corrected."""

    # The terms of these places, named as printed, end.
    cabut: tuple[TeksIsi, ...] = ()
    tambah: tuple[Ketentuan, ...] = ()
    # The term grows by so much, or to a total counted from the first day (tanggal.md 3).
    selama: LamaWaktu | None = None
    menjadi: LamaWaktu | None = None


class UbahPihak(Model):
    """New facts of a party; what is None stays."""

    urutan: int
    nama: TeksIsi | None = None
    kedudukan: TeksIsi | None = None
    bertindak_untuk: TeksIsi | None = None
    penandatangan: TeksIsi | None = None
    jabatan: TeksIsi | None = None
    kuasa: tuple[DokumenKuasa, ...] | None = None
    korespondensi: dict[str, str] | None = None


class UbahKegiatan(Model):
    """What happens to a row of the Rencana Kerja; without `isi` it is deleted."""

    kode: TeksIsi
    isi: KegiatanTerdaftar | None = None


class PenandatanganTerdaftar(Model):
    """Who signed the adendum for a party."""

    nama: TeksIsi
    jabatan: TeksIsi


class PendaftaranAdendum(Model):
    """Everything the registry keeps of one adendum."""

    id: TeksIsi
    induk: TeksIsi
    urutan: int = Field(ge=1)
    tanggal: date
    berlaku: date
    tempat: TeksIsi | None = None
    nomor: tuple[TeksIsi, ...] = ()
    penandatangan: tuple[PenandatanganTerdaftar, ...] = ()
    perubahan: tuple[dict[str, Any], ...]  # as the drafter wrote them
    # The steps on the parent's tree (model.naskah_json), as text: the registry does not look inside.
    langkah: str = "{}"
    ketentuan: tuple[UbahKetentuan, ...] = ()
    pihak: tuple[UbahPihak, ...] = ()
    kegiatan: tuple[UbahKegiatan, ...] = ()
    klausul: tuple[KlausulTerpakai, ...] = ()
    dokumen: tuple[DokumenTerdaftar, ...] = ()
    naskah: TeksIsi | None = None
    isi_naskah: bytes | None = Field(default=None, exclude=True, repr=False)
