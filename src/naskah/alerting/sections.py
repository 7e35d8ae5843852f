"""Groups of alerts in sections by level, the most urgent first: how letters and pages show them."""

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from naskah.alerting.grouping import Kelompok
from naskah.alerting.levels import LEWAT, name_tingkat
from naskah.bahasa.bulan_hari import format_tanggal
from naskah.bahasa.daftar import join_daftar
from naskah.bahasa.terbilang import group_ribuan

CATATAN_SEMENTARA = "* sementara: hari libur tahun itu belum ditetapkan pemerintah"


class Bagian(NamedTuple):
    """The groups of one level."""

    judul: str
    isi: list[Kelompok]


def divide(semua: Iterable[Kelompok]) -> list[Bagian]:
    """Return the sections: overdue, then level by level; inside a section the order stays."""
    urut = sorted(semua, key=lambda satu: satu.tingkat)
    return [
        Bagian(name_tingkat(tingkat).capitalize(), list(isi))
        for tingkat, isi in groupby(urut, lambda satu: satu.tingkat)
    ]


def summarize(semua: Iterable[Kelompok]) -> str:
    """Return how many are overdue and how many are near: "2 terlewat dan 5 mendekat"."""
    lewat = mendekat = 0
    for satu in semua:
        if satu.tingkat == LEWAT:
            lewat += len(satu.butir)
        else:
            mendekat += len(satu.butir)
    bagian = [
        f"{group_ribuan(jumlah)} {kata}" for jumlah, kata in ((lewat, "terlewat"), (mendekat, "mendekat")) if jumlah
    ]
    return join_daftar(bagian) if bagian else "tidak ada tenggat"


def describe_target(kelompok: Kelompok) -> str:
    """Return the working target, with the mark of one that may still change."""
    return format_tanggal(kelompok.pokok.target) + (" *" if kelompok.sementara else "")


def name_jenis(kelompok: Kelompok) -> str:
    """Return the kind of deadline as a heading: "Kewajiban berkala: laporan"."""
    return kelompok.pokok.jenis.replace("-", " ").capitalize() + kelompok.sebutan.removeprefix(kelompok.pokok.jenis)
