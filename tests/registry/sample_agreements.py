"""The facts of the three source agreements, as far as the registry's rules need them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from os import geteuid, seteuid
from pathlib import Path
from typing import Any

from naskah.model.pendaftaran import Pendaftaran
from naskah.registry.connection import Registry
from naskah.registry.database import open_registry
from naskah.registry.registration import register

SAAT = datetime(2026, 1, 5, 3, 4, 5, tzinfo=UTC)
_NOBODY = 65534

NK_000: dict[str, Any] = {
    "id": "000",
    "jenis": "nota-kesepakatan",
    "judul": "Optimalisasi Penyelenggaraan Jaminan Sosial Ketenagakerjaan",
    "tanggal": date(2026, 1, 2),
    "tempat": "Pasuruan",
    "pihak": [
        {
            "sebutan": "PIHAK KESATU",
            "nama": "BPJS Ketenagakerjaan Cabang Pasuruan",
            "nomor": "PER/42/052026",
            "kedudukan": "Pasuruan",
            "penandatangan": "Sulistijo",
            "jabatan": "Kepala Kantor Cabang",
        },
        {
            "sebutan": "PIHAK KEDUA",
            "nama": "Pemerintah Kota Pasuruan",
            "nomor": "100.3.7/1/011/NK/2026",
            "kedudukan": "Pasuruan",
            "penandatangan": "Adi",
            "jabatan": "Wali Kota",
        },
    ],
    "ketentuan": [
        {"jenis": "jangka-waktu", "lama": "3 tahun", "mulai_dianggap": True, "dapat_diperpanjang": True,
         "sumber": "Pasal 7"},
        {"jenis": "kewajiban-berkala", "hal": "monev", "setiap": "4 bulan", "sumber": "Pasal 9"},
    ],
}  # fmt: skip

NK_001: dict[str, Any] = {
    **NK_000,
    "id": "001",
    "judul": "Sinergi Program Jaminan Sosial Ketenagakerjaan",
    "tanggal": date(2025, 2, 4),
    "tempat": "Jakarta",
    "ketentuan": [
        {"jenis": "jangka-waktu", "lama": "5 tahun", "dapat_diperpanjang": True, "sumber": "Pasal 7 ayat (1)"},
        {"jenis": "batas-waktu", "hal": "keadaan-kahar", "batas": "14 hari kerja", "arah": "setelah",
         "acuan": "kahar-terjadi", "sumber": "Pasal 12 ayat (2)"},
        {"jenis": "kewajiban-lanjut", "hal": "kerahasiaan", "sumber": "Pasal 10 ayat (3)"},
    ],
}  # fmt: skip

PKS_002: dict[str, Any] = {
    "id": "002",
    "jenis": "perjanjian-kerja-sama",
    "judul": "Program Jaminan Sosial Ketenagakerjaan dalam Ekosistem Koperasi, Usaha Mikro, Kecil dan Menengah",
    "tanggal": date(2025, 4, 29),
    "tempat": "Pangkalpinang",
    "unit": "Dinas Koperasi, Usaha Kecil dan Menengah",
    "pihak": [
        {
            "sebutan": "PIHAK KESATU",
            "nama": "Pemerintah Provinsi Kepulauan Bangka Belitung",
            "nomor": "002/TKKSD/DKUKM/2025",
            "kedudukan": "Jalan Pulau Lepar, Pangkalpinang",
            "korespondensi": {"surel": "kumkm@babelprov.com", "telepon": "(0717) 421743"},
            "penandatangan": "Ahmad Yani",
            "jabatan": "Plt. Kepala Dinas Koperasi, Usaha Kecil dan Menengah",
            "kuasa": [
                {"jenis": "kuasa", "dokumen": "Surat Kuasa Khusus", "nomor": "120/0002/I",
                 "tanggal": date(2025, 3, 17)},
            ],
        },
        {
            "sebutan": "PIHAK KEDUA",
            "nama": "BPJS Ketenagakerjaan Cabang Pangkalpinang",
            "nomor": "PER/06/042025",
            "kedudukan": "Jalan Jenderal Sudirman Nomor 9, Pangkalpinang",
            "penandatangan": "Evi Haliyati Rachmat",
            "jabatan": "Kepala Cabang",
            "kuasa": [
                {"jenis": "pengangkatan", "dokumen": "Surat Keputusan Direksi", "nomor": "KEP/242/112024",
                 "tentang": "Mutasi dan Penunjukan Pejabat"},
                {"jenis": "kuasa", "dokumen": "Surat Kuasa", "nomor": "SKS/12/012025"},
            ],
        },
    ],
    "ketentuan": [
        {"jenis": "jangka-waktu", "lama": "5 tahun", "dapat_diperpanjang": True, "sumber": "Pasal 6 ayat (1)"},
        {"jenis": "batas-waktu", "hal": "perpanjangan", "batas": "30 hari", "arah": "sebelum",
         "acuan": "akhir-jangka-waktu", "akibat": "berakhir dengan sendirinya", "sumber": "Pasal 6 ayat (2)"},
        {"jenis": "kewajiban-lanjut", "hal": "kerahasiaan", "sumber": "Pasal 7"},
        {"jenis": "kewajiban-berkala", "hal": "laporan", "setiap": "6 bulan",
         "penerima": ["Gubernur", "Kepala Cabang"], "sumber": "Pasal 8 ayat (1)"},
        {"jenis": "alasan-berakhir", "hal": "wanprestasi", "sumber": "Pasal 11 ayat (1) huruf f"},
    ],
    "klausul": [
        {"klausul": "jangka-waktu/dengan-pemberitahuan", "versi": 2, "sidik": "ab" * 32, "pasal": "Pasal 6"},
        {"klausul": "kerahasiaan/penuh", "versi": 1, "sidik": "cd" * 32, "pasal": "Pasal 7"},
    ],
    "dokumen": [{"jalur": "keluaran/002.docx", "sidik": "ef" * 32}],
}  # fmt: skip


def build(dasar: dict[str, Any] = PKS_002, **lain: Any) -> Pendaftaran:
    """A registration like `dasar` with some keys otherwise; under another id it has numbers of its own."""
    if "pihak" not in lain and lain.get("id", dasar["id"]) != dasar["id"]:
        lain["pihak"] = [{**p, "nomor": f"{p['nomor']}/{lain['id']}"} for p in dasar["pihak"]]
    return Pendaftaran.model_validate({**dasar, **lain})


def with_ketentuan(*ketentuan: dict[str, Any], **lain: Any) -> Pendaftaran:
    return build(ketentuan=ketentuan, **lain)


def jangka_waktu(lama: str, **lain: Any) -> dict[str, Any]:
    return {"jenis": "jangka-waktu", "lama": lama, "sumber": "Pasal 6 ayat (1)", **lain}


def pemberitahuan(batas: str, **lain: Any) -> dict[str, Any]:
    return {
        "jenis": "batas-waktu",
        "hal": "perpanjangan",
        "batas": batas,
        "arah": "sebelum",
        "acuan": "akhir-jangka-waktu",
        "sumber": "Pasal 6 ayat (2)",
        **lain,
    }


def add(registry: Registry, *semua: Pendaftaran, **lain: Any) -> list[str]:
    """Register agreements, each in a transaction of its own."""
    return [register(registry, satu, oleh="Sekretariat", waktu=SAAT, **lain) for satu in semua]


def create_three(path: Path) -> None:
    """A closed registry with the three source agreements and a signing: four events."""
    from naskah.registry.recording import record

    with open_registry(path, create=True) as registry:
        add(registry, build(NK_000), build(NK_001), build(PKS_002))
        record(registry, "002", "ditandatangani", date(2025, 4, 29), oleh="Sekretariat", waktu=SAAT)


@contextmanager
def as_ordinary_user() -> Iterator[None]:
    """Permissions count inside the block, also where the tests run as root."""
    if geteuid() != 0:
        yield
        return
    seteuid(_NOBODY)
    try:
        yield
    finally:
        seteuid(0)
