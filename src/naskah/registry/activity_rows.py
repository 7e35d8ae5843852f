"""The activities of a Rencana Kerja, and the reports of them, as rows of the projection."""

from collections.abc import Iterable, Iterator
from json import loads
from typing import Any

from naskah.registry.adendum import KegiatanBerlaku
from naskah.registry.events import Peristiwa, canonical


def iter_activity_rows(perjanjian: str, semua: Iterable[KegiatanBerlaku]) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of table `kegiatan`: the activities that ever were planned."""
    for i, satu in enumerate(semua, 1):
        k = satu.data
        tetap = (perjanjian, i, k["kode"], k["program"], k["nama"], canonical(k["tahun"]))
        yield (
            *tetap,
            canonical(k["penanggung_jawab"]),
            k["lokasi"],
            k.get("sumber_dana"),
            k["output"],
            k["outcome"],
            satu.dari,
            satu.sampai,
        )


def iter_report_rows(perjanjian: str, laporan: Iterable[Peristiwa]) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of table `laporan_kegiatan`, one for each report."""
    for satu in laporan:
        data = loads(satu.data)
        bukti = data.get("bukti", {})
        ciri = (perjanjian, satu.urutan, data["kode"], data["tahun"], satu.tanggal)
        yield (*ciri, bukti.get("jalur"), bukti.get("sidik"), data.get("catatan"), satu.oleh)
