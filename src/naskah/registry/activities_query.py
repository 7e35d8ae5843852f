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
    # The day from which an adendum has it no longer; None while it is planned.
    dicabut: date | None = None

    @property
    def terlaksana(self) -> bool:
        """Whether anything was reported for that year."""
        return bool(self.laporan)


def list_kegiatan(
    registry: Registry, *, tahun: int, perjanjian: str | None = None, pada: date | None = None
) -> list[KegiatanTercatat]:
    """Return what is planned for a year, of one agreement or of all, in the order of the plans.

    A past year is told as its plan stood at its end, the running one as on the day asked about. What was done while it
    was planned stays, even where an adendum has deleted it since.

    Args:
        registry: an open registry.
        tahun: the year asked about.
        perjanjian: the id of an agreement; all, unless given.
        pada: the day as of which; today, unless given.

    Raises:
        NaskahError: unknown agreement, or the registry cannot be read.
    """
    hari = pada or date.today()
    acuan = min(max(hari, date(tahun, 1, 1)), date(tahun, 12, 31)).isoformat()
    isian = {"tahun": tahun, "perjanjian": perjanjian, "acuan": acuan, "pada": hari.isoformat()}
    with registry.read() as conn, readable(perjanjian):
        if perjanjian is not None:
            ensure_terdaftar(conn, perjanjian)
        # Of one activity the version in force comes last, and stays.
        kegiatan = {(satu[0], satu[1]): satu for satu in conn.execute(_SQL_KEGIATAN, isian)}
        laporan: dict[tuple[str, str], list[LaporanTercatat]] = {}
        for milik, kode, hari_lapor, *lain in conn.execute(_SQL_LAPORAN, isian):
            laporan.setdefault((milik, kode), []).append(LaporanTercatat(date.fromisoformat(hari_lapor), *lain))
        return [
            KegiatanTercatat(
                milik, kode, program, nama, tahun,
                tuple(PenanggungJawabTercatat(j["pihak"], tuple(j["nama"])) for j in loads(jawab)),
                lokasi, dana, output, outcome, tuple(laporan.get((milik, kode), ())),
                date.fromisoformat(sampai) if sampai <= acuan else None,
            )
            for milik, kode, program, nama, jawab, lokasi, dana, output, outcome, sampai in kegiatan.values()
        ]  # fmt: skip


_SQL_KEGIATAN = """SELECT k.perjanjian, k.kode, k.program, k.nama, k.penanggung_jawab, k.lokasi, k.sumber_dana,
  k.output, k.outcome, k.berlaku_sampai
FROM kegiatan k JOIN perjanjian p ON p.id = k.perjanjian
WHERE EXISTS (SELECT 1 FROM json_each(k.tahun) t WHERE t.value = :tahun)
  AND (:perjanjian IS NULL OR k.perjanjian = :perjanjian) AND k.berlaku_dari <= :acuan
  AND (k.berlaku_sampai > :acuan OR EXISTS (SELECT 1 FROM laporan_kegiatan l WHERE l.perjanjian = k.perjanjian
    AND l.kode = k.kode AND l.tahun = :tahun AND l.tanggal <= :pada))
ORDER BY p.urutan, k.urutan"""
_SQL_LAPORAN = """SELECT perjanjian, kode, tanggal, bukti, sidik, catatan, oleh FROM laporan_kegiatan
WHERE tahun = :tahun AND (:perjanjian IS NULL OR perjanjian = :perjanjian) AND tanggal <= :pada
ORDER BY perjanjian, tanggal, peristiwa"""
