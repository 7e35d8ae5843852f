"""Alerts and agreements for the tests of alerting."""

from datetime import UTC, date, datetime
from typing import Any

from naskah.model.pendaftaran import Pendaftaran
from naskah.registry.alerts import Peringatan, Pokok
from naskah.registry.connection import Registry
from naskah.registry.registration import register

SAAT = datetime(2026, 1, 5, 3, 4, 5, tzinfo=UTC)
PADA = date(2030, 3, 1)
POKOK = Pokok("Pemanfaatan Data Cuaca", "Dinas Pertanian", ("Pemkab Cempaka", "Politeknik Nusa"))
TINGKAT = (180, 90, 60, 30, 7, 0)


def alert(tanggal: date = date(2030, 3, 29), **lain: Any) -> Peringatan:
    """An alert as of PADA, with some fields otherwise."""
    dasar: dict[str, Any] = {
        "perjanjian": "pks-1",
        "jenis": "pemberitahuan-perpanjangan",
        "tanggal": tanggal,
        "target": tanggal,
        "sisa_hari": (tanggal - PADA).days,
        "sumber": "Pasal 6 ayat (2)",
        "akibat": "berakhir dengan sendirinya",
        "sementara": False,
        "hal": "perpanjangan",
        "ketentuan": 1,
        "pemicu": 0,
    }
    return Peringatan(**{**dasar, **lain})


def activities(jumlah: int, tanggal: date = date(2030, 12, 31), **lain: Any) -> list[Peringatan]:
    """Activities of one agreement that are due on one day, numbered as the registry does."""
    return [
        alert(tanggal, jenis="kegiatan", hal=f"{i}.a Kegiatan {i}", ketentuan=-i, sumber="Rencana Kerja", akibat=None,
              **lain)
        for i in range(1, jumlah + 1)
    ]  # fmt: skip


def agreement(id: str = "pks-1", tanggal: date = date(2025, 4, 29), lama: str = "5 tahun", **lain: Any) -> Pendaftaran:
    """An agreement with a term, and a notice of extension 30 days before its end."""
    ketentuan: list[dict[str, Any]] = [
        {"jenis": "jangka-waktu", "lama": lama, "dapat_diperpanjang": True, "sumber": "Pasal 6 ayat (1)"},
        {"jenis": "batas-waktu", "hal": "perpanjangan", "batas": "30 hari", "arah": "sebelum",
         "acuan": "akhir-jangka-waktu", "akibat": "berakhir dengan sendirinya", "sumber": "Pasal 6 ayat (2)"},
    ]  # fmt: skip
    pihak = [
        {"sebutan": sebutan, "nama": nama, "nomor": f"{i}/{id}", "kedudukan": "Cempaka", "penandatangan": "Sari",
         "jabatan": "Kepala"}
        for i, (sebutan, nama) in enumerate([("PIHAK KESATU", "Pemkab Cempaka"), ("PIHAK KEDUA", "Politeknik Nusa")])
    ]  # fmt: skip
    isi = {
        "id": id,
        "jenis": "perjanjian-kerja-sama",
        "judul": f"Pemanfaatan Data Cuaca {id}",
        "tanggal": tanggal,
        "tempat": "Cempaka",
        "unit": "Dinas Pertanian",
        "pihak": pihak,
        "ketentuan": ketentuan,
    }
    return Pendaftaran.model_validate({**isi, **lain})


def add(registry: Registry, *semua: Pendaftaran, **lain: Any) -> None:
    for satu in semua:
        register(registry, satu, oleh="Sekretariat", waktu=SAAT, **lain)
