"""The form of each kind of naskah: its default style, the clauses around the pasal, what it must contain."""

from naskah.bahasa.tanggal import GayaTanggal
from naskah.model.klausul import Bagian
from naskah.model.naskah import GayaDaftar
from naskah.model.rancangan import UrutanTandaTangan
from naskah.model.tipe import Model, TeksIsi


class GayaBawaan(Model):
    """A full style: every choice made."""

    tanggal: GayaTanggal
    tempat_di_pembuka: bool = False  # "..., bertempat di Jakarta"
    pihak: GayaDaftar
    premis: GayaDaftar
    tanda_tangan: UrutanTandaTangan
    jabatan_di_tanda_tangan: bool
    paraf: bool


class Bentuk(Model):
    """The form of one kind (clauses/bentuk.yaml)."""

    gaya: GayaBawaan
    bagian: dict[Bagian, TeksIsi]
    # Topics that must be covered, with the rule that asks for them (kaidah.md K01).
    wajib: dict[str, TeksIsi] = {}
