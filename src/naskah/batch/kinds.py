"""What a batch makes: agreements, or adenda to registered ones. Each has its model, its steps, its registration."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from pydantic import BaseModel

from naskah.assembly.adendum.assemble import SusunanAdendum, assemble_adendum
from naskah.assembly.assemble import Susunan, assemble
from naskah.library.adendum import BerkasAdendum
from naskah.library.drafts import Berkas
from naskah.library.pustaka import Pustaka
from naskah.library.yaml_lines import Jalur, YamlBerbaris
from naskah.model.galat import Galat, NaskahError
from naskah.model.jenis import JenisNaskah
from naskah.model.pendaftaran import DokumenTerdaftar
from naskah.model.pendaftaran_adendum import PendaftaranAdendum
from naskah.model.rancangan import Rancangan
from naskah.model.rancangan_adendum import RancanganAdendum
from naskah.publishing.adendum import PERAN, make_pendaftaran_adendum
from naskah.publishing.parents import load_induk
from naskah.publishing.registration import derive_id, make_pendaftaran
from naskah.registry.adendum_registration import find_adendum_conflicts, register_adendum
from naskah.registry.connection import Registry
from naskah.registry.registration import PendaftaranSiap, find_conflicts, prepare, register_many

# What the registry takes for one agreement under two ids (registry/identity.py).
_SAMA = "tanggal yang sama dengan nomor yang sama, atau judul dan para pihak yang sama,"


class Penempatan(Protocol):
    """Says where the faults of a row's draft are."""

    def galat(self, nomor: int, jalur: Jalur, pesan: str) -> Galat:
        """A fault at `jalur` of the draft of row `nomor`."""


@dataclass(frozen=True)
class BerkasBaris(Berkas):
    """A draft made from a row; a fault names the row and the column where one fills the key."""

    sumber: Penempatan
    nomor: int

    def galat(self, jalur: Jalur, pesan: str) -> Galat:
        """A fault at `jalur` of this row."""
        return self.sumber.galat(self.nomor, jalur, pesan)


@dataclass(frozen=True)
class BerkasAdendumBaris(BerkasAdendum):
    """The draft of an adendum made from a row; its faults as those of BerkasBaris."""

    sumber: Penempatan
    nomor: int

    def galat(self, jalur: Jalur, pesan: str) -> Galat:
        """A fault at `jalur` of this row."""
        return self.sumber.galat(self.nomor, jalur, pesan)


Siap = PendaftaranSiap | PendaftaranAdendum


class Tanda(NamedTuple):
    """The id of a document, and what no other row may have, each with how it is said."""

    id: str
    unik: tuple[tuple[str, str], ...]


Dikenali = tuple[Tanda, Siap | None]


class JenisBatch(Protocol):
    """One kind of what a batch makes. All methods raise NaskahError with the faults of a row."""

    @property
    def model(self) -> type[BaseModel]:
        """The model of its rancangan."""

    def open_draft(self, isi: Any, dasar: YamlBerbaris, sumber: Penempatan, nomor: int) -> Any:
        """The validated draft of a row as a file of its own would be."""

    def assemble(self, berkas: Any, pustaka: Pustaka, registri: Path | None) -> Any:
        """The draft put together; `registri` holds the parents of adenda."""

    def identify(self, susunan: Any, nama: str, dokumen: tuple[str, bytes] | None) -> Dikenali:
        """What tells a document from others, and with `dokumen` (path and contents) its registration made ready.

        As `naskah susun` would make it for a draft whose file is called `nama`.
        """

    def find_conflicts(self, registry: Registry, semua: Sequence[Any]) -> dict[str, NaskahError]:
        """Why the registry would refuse one of these, by id."""

    def register(self, registry: Registry, semua: Sequence[Any], oleh: str) -> int:
        """Register; those already there are left as they are. How many are new."""


class Perjanjian:
    """Agreements."""

    model = Rancangan

    def open_draft(self, isi: Any, dasar: YamlBerbaris, sumber: Penempatan, nomor: int) -> BerkasBaris:
        """As JenisBatch says."""
        return BerkasBaris(isi, dasar, sumber, nomor)

    def assemble(self, berkas: BerkasBaris, pustaka: Pustaka, registri: Path | None) -> Susunan:
        """As JenisBatch says."""
        return assemble(berkas, pustaka)

    def identify(self, susunan: Susunan, nama: str, dokumen: tuple[str, bytes] | None) -> Dikenali:
        """As JenisBatch says."""
        rancangan = susunan.rancangan
        unik = tuple(_name_number(satu.nama, satu.nomor) for satu in rancangan.pihak if satu.nomor)
        if dokumen is None:
            return Tanda(rancangan.id or derive_id(Path(nama)), unik), None
        polos = make_pendaftaran(susunan, Path(nama), {}, Path())
        siap = prepare(polos.model_copy(update={"dokumen": (_register_file(dokumen, "naskah"),)}))
        return Tanda(siap.id, (*unik, (_SAMA, siap.jati))), siap

    def find_conflicts(self, registry: Registry, semua: Sequence[PendaftaranSiap]) -> dict[str, NaskahError]:
        """As JenisBatch says."""
        return find_conflicts(registry, semua)

    def register(self, registry: Registry, semua: Sequence[PendaftaranSiap], oleh: str) -> int:
        """As JenisBatch says: all in one transaction."""
        return register_many(registry, semua, oleh=oleh).count("baru")


class Adendum:
    """Adenda, each to another parent in the registry."""

    model = RancanganAdendum

    def open_draft(self, isi: Any, dasar: YamlBerbaris, sumber: Penempatan, nomor: int) -> BerkasAdendumBaris:
        """As JenisBatch says."""
        return BerkasAdendumBaris(isi, dasar, sumber, nomor)

    def assemble(self, berkas: BerkasAdendumBaris, pustaka: Pustaka, registri: Path | None) -> SusunanAdendum:
        """As JenisBatch says."""
        return assemble_adendum(berkas, pustaka, load_induk(berkas, pustaka, registri))

    def identify(self, susunan: SusunanAdendum, nama: str, dokumen: tuple[str, bytes] | None) -> Dikenali:
        """As JenisBatch says."""
        rancangan = susunan.rancangan
        nomor = zip(susunan.pihak, rancangan.nomor, strict=False)
        # The second adendum to one parent is counted from the first, which is not registered yet.
        unik = (("induk {!r}", susunan.induk.id), *(_name_number(pihak.nama, satu) for pihak, satu in nomor))
        if dokumen is None:
            return Tanda(rancangan.id or derive_id(Path(nama)), unik), None
        polos = make_pendaftaran_adendum(susunan, Path(nama), {}, Path())
        siap = polos.model_copy(update={"dokumen": (_register_file(dokumen, PERAN),)})
        return Tanda(siap.id, unik), siap

    def find_conflicts(self, registry: Registry, semua: Sequence[PendaftaranAdendum]) -> dict[str, NaskahError]:
        """As JenisBatch says."""
        return find_adendum_conflicts(registry, semua)

    def register(self, registry: Registry, semua: Sequence[PendaftaranAdendum], oleh: str) -> int:
        """As JenisBatch says."""
        return [register_adendum(registry, satu, oleh=oleh) for satu in semua].count("baru")


def choose_kind(data: Any) -> JenisBatch:
    """The kind that the data of a rancangan are of."""
    return Adendum() if data.get("jenis") == JenisNaskah.ADENDUM else Perjanjian()


def _name_number(nama: str, nomor: str) -> tuple[str, str]:
    return "nomor {!r}", f"{nama} nomor {nomor}"


def _register_file(dokumen: tuple[str, bytes], peran: str) -> DokumenTerdaftar:
    jalur, isi = dokumen
    return DokumenTerdaftar(jalur=jalur, sidik=sha256(isi).hexdigest(), peran=peran)
