"""What is planned for a year, done and not done. On the reading path: no pydantic, no sqlite-utils."""

from dataclasses import dataclass
from datetime import date
from json import loads

from naskah.registry.connection import Registry
from naskah.registry.lookup import ensure_terdaftar
from naskah.registry.unreadable import readable


@dataclass(frozen=True, slots=True)
class LaporanTercatat:
    """One report of an activity."""

    tanggal: date
    bukti: str | None
    sidik: str | None
    catatan: str | None
    oleh: str


@dataclass(frozen=True, slots=True)
class PenanggungJawabTercatat:
    """The offices of one party that answer for an activity."""

    pihak: str
    nama: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KegiatanTercatat:
    """An activity in the year asked about, with the reports for that year."""

    perjanjian: str
    kode: str
    program: str
    nama: str
    tahun: int
    penanggung_jawab: tuple[PenanggungJawabTercatat, ...]
    lokasi: str
    sumber_dana: str | None
    output: str
    outcome: str
    laporan: tuple[LaporanTercatat, ...]

    @property
    def terlaksana(self) -> bool:
        """Whether anything was reported for that year."""
        return bool(self.laporan)


def list_kegiatan(registry: Registry, *, tahun: int, perjanjian: str | None = None) -> list[KegiatanTercatat]:
    """Return what is planned for a year, of one agreement or of all, in the order of the plans.

    Args:
        registry: an open registry.
        tahun: the year asked about.
        perjanjian: the id of an agreement; all, unless given.

    Raises:
        NaskahError: unknown agreement, or the registry cannot be read.
    """
    with registry.read() as conn, readable(perjanjian):
        if perjanjian is not None:
            ensure_terdaftar(conn, perjanjian)
        kegiatan = conn.execute(_SQL_KEGIATAN, (tahun, perjanjian)).fetchall()
        laporan: dict[tuple[str, str], list[LaporanTercatat]] = {}
        for milik, kode, hari, *lain in conn.execute(_SQL_LAPORAN, (tahun, perjanjian)):
            laporan.setdefault((milik, kode), []).append(LaporanTercatat(date.fromisoformat(hari), *lain))
        return [
            KegiatanTercatat(
                milik, kode, program, nama, tahun,
                tuple(PenanggungJawabTercatat(j["pihak"], tuple(j["nama"])) for j in loads(jawab)),
                lokasi, dana, output, outcome, tuple(laporan.get((milik, kode), ())),
            )
            for milik, kode, program, nama, jawab, lokasi, dana, output, outcome in kegiatan
        ]  # fmt: skip


_SQL_KEGIATAN = """SELECT k.perjanjian, k.kode, k.program, k.nama, k.penanggung_jawab, k.lokasi, k.sumber_dana,
  k.output, k.outcome
FROM kegiatan k JOIN perjanjian p ON p.id = k.perjanjian
WHERE EXISTS (SELECT 1 FROM json_each(k.tahun) t WHERE t.value = ?1) AND (?2 IS NULL OR k.perjanjian = ?2)
ORDER BY p.urutan, k.urutan"""
_SQL_LAPORAN = """SELECT perjanjian, kode, tanggal, bukti, sidik, catatan, oleh FROM laporan_kegiatan
WHERE tahun = ?1 AND (?2 IS NULL OR perjanjian = ?2) ORDER BY perjanjian, tanggal, peristiwa"""
