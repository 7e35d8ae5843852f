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
    """Return the activities of the Rencana Kerja as the adenda leave them, in the order of their codes' programmes."""
    hasil = {k["kode"]: k for k in kegiatan}
    for satu in adendum:
        for ubah in satu.data.get("kegiatan", ()):
            hasil.pop(ubah["kode"], None) if ubah.get("isi") is None else hasil.update({ubah["kode"]: ubah["isi"]})
    return sorted(hasil.values(), key=lambda k: int(k["kode"].partition(".")[0]))


def amend_pihak(pihak: Sequence[Data], adendum: Iterable[Adendum]) -> list[Data]:
    """Return the parties with the facts that the adenda gave them."""
    hasil = list(pihak)
    for satu in adendum:
        for ubah in satu.data.get("pihak", ()):
            i = ubah["urutan"] - 1
            hasil[i] = {**hasil[i], **{k: v for k, v in ubah.items() if k != "urutan"}}
    return hasil
