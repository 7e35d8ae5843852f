"""What a batch makes: agreements, or adenda to registered ones. Each has its model, its steps, its registration."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from pydantic import BaseModel, TypeAdapter, ValidationError

from naskah.assembly.adendum.assemble import SusunanAdendum, assemble_adendum
from naskah.assembly.assemble import Susunan, assemble
from naskah.batch.chains import Asal, Beruntun, Potong, chunk_by_parent
from naskah.batch.spool import Gulungan
from naskah.library.adendum import BerkasAdendum
from naskah.library.drafts import Berkas
from naskah.library.pustaka import Pustaka
from naskah.library.sheet_values import BarisData
from naskah.library.yaml_lines import Jalur, YamlBerbaris
from naskah.model.galat import Galat, NaskahError
from naskah.model.jenis import JenisNaskah
from naskah.model.pendaftaran import DokumenTerdaftar
from naskah.model.pendaftaran_adendum import PendaftaranAdendum
from naskah.model.rancangan import Rancangan
from naskah.model.rancangan_adendum import RancanganAdendum
from naskah.model.tipe import Tanggal
from naskah.publishing.adendum import PERAN, make_pendaftaran_adendum
from naskah.publishing.parents import load_induk
from naskah.publishing.registration import derive_id, make_pendaftaran
from naskah.registry.adendum import Adendum as AdendumTercatat
from naskah.registry.adendum import name_adendum
from naskah.registry.adendum_registration import find_adendum_conflicts, list_adendum, register_adendum
from naskah.registry.connection import Registry
from naskah.registry.registration import PendaftaranSiap, find_conflicts, prepare, register_many

_TANGGAL: TypeAdapter[date] = TypeAdapter(Tanggal)
# What the registry takes for one agreement under two ids (registry/identity.py).
_SAMA = "tanggal yang sama dengan nomor yang sama, atau judul dan para pihak yang sama,"


class Penempatan(Protocol):
    """Says what a row holds, and where the faults of its draft are."""

    def fill(self, baris: BarisData) -> tuple[dict[str, Any], list[Galat]]:
        """The data of a row, not validated, and what is wrong with its cells."""

    def galat(self, nomor: int, jalur: Jalur, pesan: str) -> Galat:
        """A fault at `jalur` of the draft of row `nomor`."""


@dataclass(frozen=True, kw_only=True)
class BerkasBaris(Berkas):
    """A draft made from a row; a fault names the row and the column where one fills the key."""

    sumber: Penempatan
    nomor: int

    def galat(self, jalur: Jalur, pesan: str) -> Galat:
        """A fault at `jalur` of this row."""
        return self.sumber.galat(self.nomor, jalur, pesan)


@dataclass(frozen=True, kw_only=True)
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

    def cut(self, semua: Iterator[BarisData], sumber: Penempatan, gulungan: Gulungan, besar: int) -> Iterator[Potong]:
        """The rows in chunks of about `besar`; `gulungan` is empty, for what must be put aside."""

    def open_draft(self, isi: Any, dasar: YamlBerbaris, sumber: Penempatan, nomor: int) -> Any:
        """The validated draft of a row as a file of its own would be."""

    def assemble(self, berkas: Any, asal: Path, pustaka: Pustaka, registri: Path | None, beruntun: Beruntun) -> Any:
        """The draft put together, as `naskah susun` would with a file `asal`; `registri` holds the parents of adenda.

        `beruntun` holds the rows that this one builds on, and keeps it for those that build on it.
        """

    def identify(self, susunan: Any, asal: Path, dokumen: tuple[str, bytes] | None) -> Dikenali:
        """What tells a document from others, and with `dokumen` (path and contents) its registration made ready.

        As `naskah susun` would make it for a draft in a file `asal`.
        """

    def find_conflicts(self, registry: Registry, semua: Sequence[Any], perbarui: bool) -> dict[str, NaskahError]:
        """Why the registry would refuse one of these, by id."""

    def register(self, registry: Registry, semua: Sequence[Any], oleh: str, perbarui: bool) -> Counter[str]:
        """Register; with `perbarui` other facts replace those of an id. How many are "baru", "diperbarui", "sama"."""


class Perjanjian:
    """Agreements."""

    model = Rancangan

    def cut(self, semua: Iterator[BarisData], sumber: Penempatan, gulungan: Gulungan, besar: int) -> Iterator[Potong]:
        """As JenisBatch says."""
        while baris := list(islice(semua, besar)):
            yield Potong(baris, {})

    def open_draft(self, isi: Any, dasar: YamlBerbaris, sumber: Penempatan, nomor: int) -> BerkasBaris:
        """As JenisBatch says."""
        return BerkasBaris(isi, dasar, sumber=sumber, nomor=nomor)

    def assemble(
        self, berkas: BerkasBaris, asal: Path, pustaka: Pustaka, registri: Path | None, beruntun: Beruntun
    ) -> Susunan:
        """As JenisBatch says."""
        return assemble(berkas, pustaka)

    def identify(self, susunan: Susunan, asal: Path, dokumen: tuple[str, bytes] | None) -> Dikenali:
        """As JenisBatch says."""
        rancangan = susunan.rancangan
        unik = tuple(_name_number(satu.nama, satu.nomor) for satu in rancangan.pihak if satu.nomor)
        if dokumen is None:
            return Tanda(rancangan.id or derive_id(asal), unik), None
        polos = make_pendaftaran(susunan, asal, {}, Path())
        siap = prepare(polos.model_copy(update={"dokumen": (_register_file(dokumen, "naskah"),)}))
        return Tanda(siap.id, (*unik, (_SAMA, siap.jati))), siap

    def find_conflicts(
        self, registry: Registry, semua: Sequence[PendaftaranSiap], perbarui: bool
    ) -> dict[str, NaskahError]:
        """As JenisBatch says."""
        return find_conflicts(registry, semua, perbarui=perbarui)

    def register(self, registry: Registry, semua: Sequence[PendaftaranSiap], oleh: str, perbarui: bool) -> Counter[str]:
        """As JenisBatch says: all in one transaction."""
        return Counter(register_many(registry, semua, oleh=oleh, perbarui=perbarui))


class Adendum:
    """Adenda to parents in the registry; those to one parent build on each other."""

    model = RancanganAdendum

    def cut(self, semua: Iterator[BarisData], sumber: Penempatan, gulungan: Gulungan, besar: int) -> Iterator[Potong]:
        """As JenisBatch says: all rows to one parent are in one chunk."""

        def fault(nomor: int, pesan: str) -> Galat:
            return sumber.galat(nomor, ("induk", "id"), pesan)

        return chunk_by_parent(semua, lambda baris: _read_asal(sumber.fill(baris)[0]), fault, gulungan, besar)

    def open_draft(self, isi: Any, dasar: YamlBerbaris, sumber: Penempatan, nomor: int) -> BerkasAdendumBaris:
        """As JenisBatch says."""
        return BerkasAdendumBaris(isi, dasar, sumber=sumber, nomor=nomor)

    def assemble(
        self, berkas: BerkasAdendumBaris, asal: Path, pustaka: Pustaka, registri: Path | None, beruntun: Beruntun
    ) -> SusunanAdendum:
        """As JenisBatch says."""
        lalu = beruntun.find(berkas.nomor)
        induk = load_induk(berkas, pustaka, registri, asal=asal, lalu=lalu)
        susunan = assemble_adendum(berkas, pustaka, induk)
        beruntun.add(berkas.nomor, lambda: _record(make_pendaftaran_adendum(susunan, asal, {}, Path())))
        return susunan

    def identify(self, susunan: SusunanAdendum, asal: Path, dokumen: tuple[str, bytes] | None) -> Dikenali:
        """As JenisBatch says."""
        rancangan = susunan.rancangan
        nomor = zip(susunan.pihak, rancangan.nomor, strict=False)
        # Rows that name one parent differently, by its id and by its draft, do not know of each other.
        sebutan = f"{name_adendum(susunan.urutan)} atas {susunan.induk.id!r}"
        unik = (("{}", sebutan), *(_name_number(pihak.nama, satu) for pihak, satu in nomor))
        if dokumen is None:
            return Tanda(rancangan.id or derive_id(asal), unik), None
        polos = make_pendaftaran_adendum(susunan, asal, {}, Path())
        siap = polos.model_copy(update={"dokumen": (_register_file(dokumen, PERAN),)})
        return Tanda(siap.id, unik), siap

    def find_conflicts(
        self, registry: Registry, semua: Sequence[PendaftaranAdendum], perbarui: bool
    ) -> dict[str, NaskahError]:
        """As JenisBatch says; those before it in the batch are registered when the turn of an adendum comes."""
        with registry.read() as conn:
            berikut = {satu: len(list_adendum(conn, satu)) + 1 for satu in {s.induk for s in semua if s.urutan > 1}}
        giliran = (s.model_copy(update={"urutan": min(s.urutan, berikut.get(s.induk, 1))}) for s in semua)
        return find_adendum_conflicts(registry, giliran, perbarui=perbarui)

    def register(
        self, registry: Registry, semua: Sequence[PendaftaranAdendum], oleh: str, perbarui: bool
    ) -> Counter[str]:
        """As JenisBatch says."""
        return Counter(register_adendum(registry, satu, oleh=oleh, perbarui=perbarui) for satu in semua)


def choose_kind(data: Any) -> JenisBatch:
    """The kind that the data of a rancangan are of."""
    return Adendum() if data.get("jenis") == JenisNaskah.ADENDUM else Perjanjian()


def _read_asal(data: Any) -> Asal | None:
    """The parent and the day that a row names, before it is judged; None when it names no parent."""
    induk = data.get("induk")
    nama = (induk.get("id") or induk.get("berkas")) if isinstance(induk, dict) else None
    if nama is None:
        return None
    try:
        return Asal(str(nama), _TANGGAL.validate_python(data.get("tanggal")))
    except ValidationError:
        # Nobody can tell which others it comes before: they wait until it is mended.
        return Asal(str(nama), date.min)


def _record(pendaftaran: PendaftaranAdendum) -> AdendumTercatat:
    """An adendum as the registry will know it."""
    return AdendumTercatat(0, pendaftaran.model_dump(mode="json", exclude_none=True))


def _name_number(nama: str, nomor: str) -> tuple[str, str]:
    return "nomor {!r}", f"{nama} nomor {nomor}"


def _register_file(dokumen: tuple[str, bytes], peran: str) -> DokumenTerdaftar:
    jalur, isi = dokumen
    return DokumenTerdaftar(jalur=jalur, sidik=sha256(isi).hexdigest(), peran=peran)
