"""What assembly draws from: clauses, forms and regulations of one workspace, each read once."""

from functools import cached_property

from naskah.library.clauses import Klausul, load_klausul
from naskah.library.forms import load_bentuk
from naskah.library.regulations import Perpustakaan
from naskah.library.workspace import Workspace
from naskah.model.bentuk import Bentuk
from naskah.model.jenis import JenisNaskah


class Pustaka:
    """The law library of a workspace."""

    def __init__(self, ruang: Workspace) -> None:
        self.ruang = ruang
        self._klausul: dict[str, Klausul] = {}
        self._bentuk: dict[JenisNaskah, Bentuk] = {}

    def klausul(self, nama: str) -> Klausul:
        """The clause of that name; NaskahError when there is none or it has faults."""
        if nama not in self._klausul:
            self._klausul[nama] = load_klausul(self.ruang.clauses, nama)
        return self._klausul[nama]

    def bentuk(self, jenis: JenisNaskah) -> Bentuk:
        """The form of that kind."""
        if jenis not in self._bentuk:
            self._bentuk[jenis] = load_bentuk(self.ruang.clauses, jenis)
        return self._bentuk[jenis]

    @cached_property
    def peraturan(self) -> Perpustakaan:
        """The regulations."""
        return Perpustakaan(self.ruang.peraturan)
