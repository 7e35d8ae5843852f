"""A regulation as the law library keeps it: how it is cited, what amended it, what revoked it."""

from enum import StrEnum

from naskah.model.tipe import Model, Tanggal, TeksIsi


class JenisPeraturan(StrEnum):
    """Kinds of regulation in the order of the hierarchy (UU 12/2011 Pasal 7 and 8; Lampiran II angka 41)."""

    UUD = "uud"
    TAP_MPR = "tap-mpr"
    UU = "uu"
    PERPPU = "perppu"
    PP = "pp"
    PERPRES = "perpres"
    KEPPRES = "keppres"
    INPRES = "inpres"
    PERMEN = "permen"
    PERBAN = "perban"
    PERDA_PROV = "perda-prov"
    PERGUB = "pergub"
    PERDA_KAB = "perda-kab"
    PERKADA = "perkada"
    EDARAN = "edaran"
    LAIN = "lain"

    @property
    def tingkat(self) -> int:
        """Its rank: the smaller, the higher."""
        return list(JenisPeraturan).index(self)


class Berita(Model):
    """Where a regulation was published: Lembaran/Berita Negara or Daerah, its number, the supplement."""

    nama: TeksIsi
    tahun: int
    nomor: TeksIsi
    tambahan: TeksIsi | None = None


class Perubahan(Model):
    """An amendment: the key of the amending regulation, and since when it is in force."""

    oleh: TeksIsi
    sejak: Tanggal


class Peraturan(Model):
    """One regulation. `pasti` is False where a fact has not been checked against the gazette."""

    jenis: JenisPeraturan
    sebutan: TeksIsi  # "Undang-Undang", "Peraturan Menteri Ketenagakerjaan", "Peraturan Bupati Pasuruan"
    nomor: TeksIsi
    tahun: int
    tentang: TeksIsi
    tanggal: Tanggal | None = None  # day of enactment; printed only for circulars
    berita: Berita | None = None
    diubah: tuple[Perubahan, ...] = ()
    dicabut: Perubahan | None = None
    sumber: TeksIsi
    pasti: bool = True
