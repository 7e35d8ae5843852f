"""What the adenda of one agreement come to: its terms and parties over time, each with the days it was in force.

Works on the recorded JSON. The registry knows places and dates, not wording.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from json import loads
from typing import Any, NamedTuple

from naskah.bahasa.durasi import parse_durasi
from naskah.bahasa.galat import BahasaError
from naskah.bahasa.terbilang import urutan
from naskah.model.galat import NaskahError
from naskah.registry.events import Peristiwa
from naskah.registry.schema import SELAMANYA

Data = Mapping[str, Any]


class Adendum(NamedTuple):
    """One adendum: the event that recorded it, and its data."""

    peristiwa: int
    data: Data

    @property
    def sebutan(self) -> str:
        """ "Adendum Kesatu"."""
        return name_adendum(self.data["urutan"])

    @property
    def berlaku(self) -> str:
        """The first day in effect."""
        return str(self.data["berlaku"])


@dataclass(slots=True)
class KetentuanBerlaku:
    """A term with the days on which it is in force: [dari, sampai)."""

    data: Data
    dari: str
    sampai: str = SELAMANYA


@dataclass(slots=True)
class KegiatanBerlaku:
    """An activity of the Rencana Kerja with the days on which the plan has it so: [dari, sampai)."""

    data: Data
    dari: str
    sampai: str = SELAMANYA


def name_adendum(nomor: int) -> str:
    """Return "Adendum Kesatu" for 1."""
    return f"Adendum {urutan(nomor).title()}"


def read_adendum(peristiwa: Iterable[Peristiwa]) -> list[Adendum]:
    """Return the adenda in their order; of two records of one adendum the later counts."""
    semua = {}
    for satu in peristiwa:
        data = loads(satu.data)
        semua[data["id"]] = Adendum(satu.urutan, data)
    return sorted(semua.values(), key=lambda a: int(a.data["urutan"]))


def amend_ketentuan(dasar: Sequence[Data], tanggal: str, adendum: Iterable[Adendum]) -> list[KetentuanBerlaku]:
    """Return all terms that ever were in force; the position in the list is the number of the promise.

    Raises:
        NaskahError: an extension where there is no term.
    """
    semua = [KetentuanBerlaku(satu, tanggal) for satu in dasar]
    for satu in adendum:
        for ubah in satu.data.get("ketentuan", ()):
            _amend(semua, ubah, satu)
    return semua


def extends(data: Data) -> bool:
    """Whether an adendum says how long the term is."""
    return any(ubah.get("selama") or ubah.get("menjadi") for ubah in data.get("ketentuan", ()))


def _amend(semua: list[KetentuanBerlaku], ubah: Data, adendum: Adendum) -> None:
    for satu in semua:
        if satu.sampai == SELAMANYA and satu.data["sumber"] in ubah.get("cabut", ()):
            satu.sampai = adendum.berlaku
    if ubah.get("selama") or ubah.get("menjadi"):
        _extend(semua, ubah, adendum)
    semua += [KetentuanBerlaku(baru, adendum.berlaku) for baru in ubah.get("tambah", ())]


def _extend(semua: list[KetentuanBerlaku], ubah: Data, adendum: Adendum) -> None:
    """The term grows as a whole: it is counted from its first day again (tanggal.md 3), never from its last."""
    lama = next((k for k in semua if k.sampai == SELAMANYA and k.data["jenis"] == "jangka-waktu"), None)
    if lama is None:
        raise NaskahError(f"{adendum.sebutan} memperpanjang jangka waktu, tetapi jangka waktunya tidak ada.")
    try:
        baru = ubah.get("menjadi") or str(parse_durasi(lama.data["lama"]) + parse_durasi(ubah["selama"]))
    except BahasaError as error:
        raise NaskahError(f"{adendum.sebutan}: {error}") from error
    lama.sampai = adendum.berlaku
    semua.append(KetentuanBerlaku({**lama.data, "lama": baru}, adendum.berlaku))


def amend_kegiatan(kegiatan: Sequence[Data], adendum: Iterable[Adendum]) -> list[Data]:
    """Return the activities of the Rencana Kerja as the adenda leave them, in the order of their codes."""
    return [k.data for k in trace_kegiatan(kegiatan, "", adendum) if k.sampai == SELAMANYA]


def trace_kegiatan(kegiatan: Sequence[Data], tanggal: str, adendum: Iterable[Adendum]) -> list[KegiatanBerlaku]:
    """Return the activities that ever were planned, by their codes and then over time.

    Args:
        kegiatan: those of the plan as it was signed.
        tanggal: the day of signing.
        adendum: the adenda in their order.
    """
    semua = [KegiatanBerlaku(satu, tanggal) for satu in kegiatan]
    kini = {satu.data["kode"]: satu for satu in semua}
    for satu in adendum:
        for ubah in satu.data.get("kegiatan", ()):
            lama = kini.pop(ubah["kode"], None)
            if lama is not None:
                lama.sampai = satu.berlaku
            if ubah.get("isi") is not None:
                kini[ubah["kode"]] = baru = KegiatanBerlaku(ubah["isi"], satu.berlaku)
                semua.append(baru)
    if len(semua) == len(kegiatan) and len(kini) == len(kegiatan):
        return semua
    return sorted((s for s in semua if s.dari < s.sampai), key=lambda s: (_rank_kode(s.data["kode"]), s.dari))


def _rank_kode(kode: str) -> tuple[int, int, str, int]:
    """Where a row stands in its plan: 1.a, 1.b, 1.b1, 1.c, ..., 1.z, 1.aa."""
    program, _, nomor = kode.partition(".")
    huruf = nomor.rstrip("0123456789")
    return int(program), len(huruf), huruf, int(nomor[len(huruf) :] or 0)
