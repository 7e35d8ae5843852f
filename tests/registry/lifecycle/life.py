"""A registry with the agreements of the table of provisions, and a short way to live through them."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from naskah.assembly.assemble import assemble
from naskah.bahasa.hari_kerja import Kalender
from naskah.cli.agreement_page import to_plain
from naskah.library.drafts import load_rancangan
from naskah.library.pustaka import Pustaka
from naskah.library.workspace import Workspace, packaged_data
from naskah.model.pendaftaran import Pendaftaran
from naskah.publishing.registration import make_pendaftaran
from naskah.registry.alerts import list_peringatan
from naskah.registry.connection import Registry
from naskah.registry.lifecycle.outside_adendum import record_adendum
from naskah.registry.query import get_perjanjian
from naskah.registry.recording import record
from naskah.registry.records import RincianPerjanjian
from naskah.registry.registration import register
from naskah.registry.relations import read_keluarga

CONTOH = Path(__file__).parents[3] / "examples"

# Whatever the tests record happened before this moment.
KELAK = datetime(2040, 1, 1, tzinfo=UTC)
KALENDER = Kalender()

NK_000, NK_001, PKS_002 = "nk-pasuruan-2026", "nk-jakarta-2025", "pks-babel-2025"
PERWALI_003, PERDA_004, INDUK_002 = "perwali-pasuruan-28-2024", "perda-ntt-2-2026", "kb-babel-2020"

# Not made with naskah: entered by hand, with what they promise over time.
DIRI_SENDIRI: tuple[dict[str, Any], ...] = (
    {
        "id": PERWALI_003,
        "jenis": "peraturan-kepala-daerah",
        "judul": "Pedoman Jaminan Sosial Ketenagakerjaan dari Dana Bagi Hasil Cukai Hasil Tembakau",
        "nomor": "28 TAHUN 2024",
        "tanggal": "2024-09-02",
        "ketentuan": [
            {"jenis": "kewajiban-berkala", "hal": "pemantauan dan evaluasi", "setiap": "1 tahun",
             "penerima": ["Wali Kota Pasuruan"], "sumber": "Pasal 20"},
        ],
    },
    {
        "id": PERDA_004,
        "jenis": "peraturan-daerah",
        "judul": "Penyelenggaraan Program Jaminan Sosial Ketenagakerjaan",
        "nomor": "2 TAHUN 2026",
        "tanggal": "2026-05-04",
        "ketentuan": [
            {"jenis": "kewajiban-berkala", "hal": "laporan pelaksanaan", "setiap": "3 bulan",
             "sumber": "Pasal 21 ayat (2)"},
            {"jenis": "kewajiban-berkala", "hal": "laporan kepada Gubernur", "setiap": "6 bulan",
             "penerima": ["Gubernur"], "sumber": "Pasal 21 ayat (4)"},
            {"jenis": "batas-waktu", "hal": "penyesuaian Peraturan Gubernur", "batas": "6 bulan", "arah": "setelah",
             "acuan": "pengundangan", "sumber": "Pasal 24 ayat (2)"},
        ],
    },
    {
        "id": INDUK_002,
        "jenis": "kesepakatan-bersama",
        "judul": "Penyelenggaraan Program Jaminan Sosial Ketenagakerjaan",
        "tanggal": "2020-09-21",
        "pihak": [
            {"sebutan": "PIHAK KESATU", "nama": "Pemerintah Provinsi", "nomor": "560/22/DISNAKER/2020"},
            {"sebutan": "PIHAK KEDUA", "nama": "BPJS Ketenagakerjaan", "nomor": "MOU/2/092020"},
        ],
        "ketentuan": [{"jenis": "jangka-waktu", "lama": "5 tahun", "sumber": "Pasal 7"}],
    },
)  # fmt: skip


def make_all() -> list[Pendaftaran]:
    """The three examples from their drafts and clauses, and what was entered by hand."""
    pustaka = Pustaka(Workspace(packaged_data()))
    contoh = [
        make_pendaftaran(assemble(load_rancangan(jalur), pustaka), jalur, {}, CONTOH)
        for jalur in (CONTOH / f"{nama}.yaml" for nama in ("nk-pasuruan", "nk-jakarta", "pks-babel"))
    ]
    return [*contoh, *map(Pendaftaran.model_validate, DIRI_SENDIRI)]


def register_all(registry: Registry, semua: list[Pendaftaran]) -> None:
    """Register them, each by itself."""
    for satu in semua:
        register(registry, satu, oleh="Sekretariat", waktu=KELAK)


@dataclass
class Hidup:
    """One registered agreement, lived through."""

    registry: Registry
    id: str

    def catat(self, jenis: str, tanggal: str, **isian: Any) -> int:
        """Record an event; returns its number."""
        hari = date.fromisoformat(tanggal)
        if jenis == "diadendum":
            return record_adendum(self.registry, self.id, hari, isian, oleh="Sari", waktu=KELAK).urutan
        return record(self.registry, self.id, jenis, hari, oleh="Sari", data=isian, waktu=KELAK).urutan

    def terbuka(self, pada: str, hal: str | None = None) -> list[str]:
        """The days of what is asked for as of `pada`, the oldest first."""
        semua = list_peringatan(self.registry, pada=date.fromisoformat(pada), dalam=36500, kalender=KALENDER)
        return [p.tanggal.isoformat() for p in semua if p.perjanjian == self.id and hal in (None, p.hal)]

    def keadaan(self, pada: str) -> tuple[str, str | None]:
        """The state and why."""
        kini = self.rincian.status_pada(date.fromisoformat(pada))
        return kini.status.value, kini.sebab

    def nasib(self, pada: str, hal: str) -> list[tuple[str, str]]:
        """What the page says of each deadline about `hal`: its day, and what became of it."""
        semua = self.halaman(pada)["tenggat"]
        return [(t["tanggal"].isoformat(), t["nasib"]) for t in semua if t["hal"] == hal]

    def halaman(self, pada: str) -> dict[str, Any]:
        """The page as data."""
        hari = date.fromisoformat(pada)
        return to_plain(self.rincian, read_keluarga(self.registry, self.id, pada=hari), hari, KALENDER)

    @property
    def rincian(self) -> RincianPerjanjian:
        """Everything known of it."""
        return get_perjanjian(self.registry, self.id)

    def ketentuan(self, jenis: str) -> list[dict[str, Any]]:
        """Its promises of one kind."""
        return [k.data for k in self.rincian.ketentuan if k.jenis == jenis]


class Semua:
    """All agreements of one registry."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry

    def __getitem__(self, id: str) -> Hidup:
        return Hidup(self.registry, id)
