"""An agreement with its adenda, as whoever writes the next adendum or the consolidated text needs it."""

from dataclasses import dataclass
from json import loads

from naskah.model.galat import NaskahError
from naskah.registry.adendum import Adendum, Data
from naskah.registry.adendum_registration import list_adendum
from naskah.registry.connection import Registry
from naskah.registry.lookup import not_found
from naskah.registry.trees import read_tree
from naskah.registry.unreadable import readable


@dataclass(frozen=True, slots=True)
class Silsilah:
    """The facts of an agreement as registered, its tree, and its adenda in order."""

    id: str
    tanggal: str  # of signing
    data: Data  # a Pendaftaran
    naskah: bytes | None  # canonical JSON of its tree; None: registered before trees were kept
    adendum: tuple[Adendum, ...]

    def require_naskah(self) -> bytes:
        """Return the tree.

        Raises:
            NaskahError: the agreement was registered before trees were kept.
        """
        if self.naskah is None:
            raise NaskahError(
                f'perjanjian "{self.id}" didaftarkan sebelum registri menyimpan isi naskahnya;'
                " daftarkan ulang dengan --perbarui: naskah registri tambah RANCANGAN --perbarui"
            )
        return self.naskah


def read_lineage(registry: Registry, perjanjian: str) -> Silsilah:
    """Return an agreement with its adenda.

    Raises:
        NaskahError: no such id (the message names near ones), or the registry cannot be read.
    """
    with registry.read() as conn, readable(perjanjian):
        baris = conn.execute(
            "SELECT p.tanggal, e.data FROM perjanjian p JOIN peristiwa e ON e.urutan = p.cuplikan WHERE p.id = ?",
            (perjanjian,),
        ).fetchone()
        if baris is None:
            raise not_found(conn, perjanjian)
        tanggal, teks = baris
        data = loads(teks)
        sidik = data.get("naskah")
        naskah = read_tree(conn, sidik) if sidik else None
        return Silsilah(perjanjian, tanggal, data, naskah, tuple(list_adendum(conn, perjanjian)))


def find_parent(registry: Registry, adendum: str) -> str | None:
    """Return the id of the agreement that an adendum changes; None when there is no adendum of that id."""
    with registry.read() as conn:
        baris = conn.execute("SELECT perjanjian FROM adendum WHERE id = ?", (adendum,)).fetchone()
    return None if baris is None else str(baris[0])
