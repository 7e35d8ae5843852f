"""A register that an office keeps, read into the registry: first to look at, then all or nothing."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain, islice
from pathlib import Path

from pydantic import ValidationError

from naskah.exchange.entries import Terbaca
from naskah.exchange.facts import settle
from naskah.exchange.headers import BARIS_DICARI, Kepala, find_header, find_satuan
from naskah.exchange.mapping import Peta
from naskah.exchange.records import BukanData, iter_records
from naskah.exchange.source import Lembaran, open_register
from naskah.exchange.terms import find_jenis_within
from naskah.exchange.understanding import Lingkungan, understand
from naskah.library.validation import explain_one, name_key
from naskah.model.galat import Galat, NaskahError
from naskah.model.pendaftaran import Pendaftaran
from naskah.registry.connection import Registry
from naskah.registry.identity import compute_jati
from naskah.registry.preview import find_twins, preview_many
from naskah.registry.registration import PendaftaranSiap, prepare, register_many

# Beyond so many errors at once nobody reads on; the report has them all.
_GALAT_TERBANYAK = 50


@dataclass(frozen=True, slots=True)
class RingkasanLembar:
    """What was made of one sheet; `kepala` is None where no table was found."""

    nama: str
    kepala: Kepala | None


@dataclass(slots=True)
class Register:
    """A register as understood: its sheets, its entries, the rows that are none, the conventions it follows."""

    path: Path
    lembar: list[RingkasanLembar] = field(default_factory=list)
    baris: list[Terbaca] = field(default_factory=list)
    bukan_data: list[tuple[str, BukanData]] = field(default_factory=list)
    konvensi: Counter[bool] = field(default_factory=Counter)

    def count(self) -> Counter[str]:
        """How many entries become what."""
        return Counter(satu.keadaan for satu in self.baris)

    def list_galat(self) -> list[Galat]:
        """Every fault of every entry, with its row."""
        return [Galat(g, str(self.path), kunci=f"baris {b.tempat}") for b in self.baris for g in b.galat]


def read_register(
    path: Path,
    peta: Peta,
    *,
    lembar: tuple[str, ...] = (),
    hari_ini: date,
    tanggal_sama: bool = False,
) -> Register:
    """Read and understand a register.

    Args:
        path: an .xlsx or .csv.
        peta: what the user says of it.
        lembar: the names of the sheets to read; all that are not hidden unless given.
        hari_ini: signings after this day are doubted.
        tanggal_sama: the convention of the last day where the register itself shows none.

    Raises:
        NaskahError: the file cannot be read, or in none of its sheets a table of agreements is found.
    """
    hasil = Register(path)
    with open_register(path, lembar) as semua:
        galat = [g for satu in semua for g in _read_sheet(hasil, satu, peta, hari_ini)]
    if galat:
        raise NaskahError(galat)
    if not any(satu.kepala for satu in hasil.lembar):
        pesan = (
            f"tidak ada tabel perjanjian: dalam {BARIS_DICARI} baris pertama tidak ditemukan judul kolom seperti"
            ' "Judul" dan "Tanggal"; sebutkan nama kolomnya dengan --kolom "Nama Kolom=judul"'
        )
        raise NaskahError(Galat(pesan, str(path)))
    hasil.konvensi = settle(hasil.baris, tanggal_sama=tanggal_sama)
    return hasil


def _read_sheet(hasil: Register, lembar: Lembaran, peta: Peta, hari_ini: date) -> list[Galat]:
    """Take in the entries of one sheet; what is wrong with its header, in which case no entry is read."""
    awal = list(islice(lembar.baris, BARIS_DICARI))
    kepala = find_header(awal, peta.kolom)
    hasil.lembar.append(RingkasanLembar(lembar.nama, kepala))
    if kepala is None:
        return []
    if galat := _check_header(kepala, peta, f"{hasil.path}: lembar {lembar.nama}" if lembar.nama else str(hasil.path)):
        return galat
    satuan = next((find_satuan(k.nama) for k in kepala.kolom if k.kunci == "jangka-waktu"), None)
    jenis = find_jenis_within(lembar.nama) or next(filter(None, map(find_jenis_within, kepala.di_atas)), None)
    sekitar = Lingkungan(peta, jenis, satuan, hari_ini)
    for satu in iter_records(chain(awal, lembar.baris), kepala):
        if isinstance(satu, BukanData):
            hasil.bukan_data.append((lembar.nama, satu))
        else:
            hasil.baris.append(understand(lembar.nama, satu, sekitar))
    return []


def _check_header(kepala: Kepala, peta: Peta, berkas: str) -> list[Galat]:
    galat = [
        Galat(
            f"kolom {a.nama!r} ({a.huruf}) dan {b.nama!r} ({b.huruf}) sama-sama dikenali sebagai {a.kunci};"
            f' abaikan salah satunya: --kolom "{b.nama}=abaikan"',
            berkas,
            kepala.baris,
        )
        for a, b in kepala.list_doubled()
    ]
    galat += [
        Galat(
            f'kolom {kunci} tidak ditemukan; sebutkan dengan --kolom "Nama Kolom={kunci}", atau bila lembar ini bukan'
            " register, pilih lembar yang lain dengan --lembar",
            berkas,
            kepala.baris,
        )
        for kunci in kepala.list_missing()
    ]
    ada = {k.kunci for k in kepala.kolom}
    if "mitra" in ada and not ada & {"pihak", "pihak.1"} and peta.pihak_kesatu is None:
        pesan = 'hanya mitra yang disebut; sebutkan pihak kesatunya: --pihak-kesatu "Pemerintah Kabupaten ..."'
        galat.append(Galat(pesan, berkas, kepala.baris))
    return galat


def compare_with(register: Register, registry: Registry, *, perbarui: bool = False) -> None:
    """Find what of a register is in the registry already; the entries know it afterwards.

    Raises:
        NaskahError: the registry cannot be read.
    """
    skip_twins(register, registry)
    menurut_id = {satu.id: satu for satu in register.baris if not satu.galat}
    for pratinjau in preview_many(registry, _iter_ready(register.baris), perbarui=perbarui):
        satu = menurut_id[pratinjau.id]
        satu.hasil = pratinjau.hasil or ""
        satu.galat += [g.pesan for g in pratinjau.galat.galat] if pratinjau.galat else []


def check_alone(register: Register) -> None:
    """Find what the registry would refuse whatever it holds."""
    for _ in _iter_ready(register.baris):
        pass


def skip_twins(register: Register, registry: Registry) -> None:
    """Leave out the entries that are registered under another id: agreements made with naskah, for instance."""
    calon = {compute_jati(satu.isi): satu for satu in _good(register.baris)}
    for jati, nama in find_twins(registry, calon).items():
        if calon[jati].id != nama:
            calon[jati].dilewati = f"sudah terdaftar dengan id {nama}"


def record(register: Register, registry: Registry, *, oleh: str, perbarui: bool = False) -> Counter[str]:
    """Register every entry in one transaction; returns how many became what.

    Raises:
        NaskahError: an entry is wrong, or the registry refuses one. Nothing is recorded then.
    """
    skip_twins(register, registry)
    baik = _good(register.baris)
    tempat = {satu.id: satu.tempat for satu in baik}

    def checked() -> Iterator[PendaftaranSiap]:
        yield from _iter_ready(baik)
        if galat := register.list_galat():
            raise NaskahError(galat[:_GALAT_TERBANYAK])

    try:
        hasil = register_many(registry, checked(), oleh=oleh, perbarui=perbarui)
    except NaskahError as error:
        raise NaskahError(_locate(g, tempat, str(register.path)) for g in error.galat) from error
    for satu, menjadi in zip(baik, hasil, strict=True):
        satu.hasil = menjadi
    return register.count()


def _good(semua: Iterable[Terbaca]) -> list[Terbaca]:
    return [satu for satu in semua if not satu.galat and not satu.dilewati]


def _iter_ready(semua: Iterable[Terbaca]) -> Iterator[PendaftaranSiap]:
    """The registrations of the good entries; an entry that cannot be one gets its faults instead."""
    for satu in _good(semua):
        try:
            yield prepare(Pendaftaran.model_validate({**satu.isi, "id": satu.id}))
        except ValidationError as error:
            for detail in error.errors():
                satu.galat.append(f"{name_key(detail['loc'])}: {explain_one(detail, Pendaftaran)}")
        except NaskahError as error:
            satu.galat += [g.pesan for g in error.galat]


def _locate(galat: Galat, tempat: dict[str | None, str], berkas: str) -> Galat:
    """A fault that the registry tells by id, with the row of the register."""
    if galat.kunci not in tempat:
        return galat
    return replace(galat, berkas=berkas, kunci=f"baris {tempat[galat.kunci]}")
