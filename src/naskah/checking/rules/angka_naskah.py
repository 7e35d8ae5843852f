"""The signing against the documents of authority and against the numbers of the heading."""

import re
from collections.abc import Iterator
from datetime import date

from naskah.bahasa.bulan_hari import format_tanggal, nama_bulan
from naskah.bahasa.galat import BahasaError
from naskah.bahasa.penomoran import parse_romawi
from naskah.checking.context import Konteks
from naskah.checking.finding import Keparahan
from naskah.checking.pointing import point_at, point_outside
from naskah.checking.rule import Temu, aturan
from naskah.model.bacaan import NaskahPeraturan, Peran
from naskah.model.jenis import JenisNaskah

_BULAN_TAHUN = re.compile(r"(?<![0-9])(?P<bulan>0[1-9]|1[0-2])(?P<tahun>(?:19|20)[0-9]{2})$")
_ROMAWI_TAHUN = re.compile(r"/(?P<bulan>[IVX]{1,4})/(?P<tahun>(?:19|20)[0-9]{2})$")
_TAHUN = re.compile(r"(?:/|\bTahun\s+)(?P<tahun>(?:19|20)[0-9]{2})$", re.IGNORECASE)


@aturan(
    "A05",
    Keparahan.GALAT,
    "kuasa atau pengangkatan sesudah penandatanganan",
    alasan=(
        "Penanda tangan harus berwenang pada saat menandatangani; kuasa dan pengangkatan tidak boleh bertanggal "
        "sesudahnya (KUH Perdata Pasal 1320 dan Pasal 1792; PP 28/2018 Pasal 2 ayat (2))."
    ),
    salah="Ditandatangani 5 Mei 2031, berdasarkan Surat Kuasa Nomor 12/KS/2031 tanggal 6 Mei 2031.",
    benar="Ditandatangani 5 Mei 2031, berdasarkan Surat Kuasa Nomor 12/KS/2031 tanggal 2 Mei 2031.",
    peraturan=False,
)
def check_authority(konteks: Konteks) -> Iterator[Temu]:
    """Dates of the documents of authority; of one without a date, the month in its number."""
    tanda_tangan = _signing_date(konteks)
    if tanda_tangan is None:
        return
    for pihak in konteks.fakta.pihak:
        for satu in pihak.wewenang:
            saran = "Periksa kedua tanggalnya; kuasa yang terlambat harus diganti atau dikuatkan."
            if satu.tanggal is not None:
                if satu.tanggal > tanda_tangan:
                    pesan = (
                        f"{satu.dokumen} {pihak.sebutan} bertanggal {format_tanggal(satu.tanggal)}, sesudah "
                        f"penandatanganan pada {format_tanggal(tanda_tangan)}."
                    )
                    yield point_at(satu.sumber, pesan, saran)
                continue
            bulan = _read_month(satu.nomor or "")
            if bulan and bulan > (tanda_tangan.year, tanda_tangan.month):
                pesan = (
                    f"Nomor {satu.dokumen} {pihak.sebutan} menunjuk {_name_month(bulan)}, sesudah penandatanganan "
                    f"pada {format_tanggal(tanda_tangan)}."
                )
                yield point_at(satu.sumber, pesan, saran, keparahan=Keparahan.PERINGATAN)


def _signing_date(konteks: Konteks) -> date | None:
    """The date of signing; where words and digits differ and nothing tells which is right, the later one."""
    fakta = konteks.fakta
    if fakta.tanggal is not None or fakta.pembuka is None:
        return fakta.tanggal
    return max((d for d in (fakta.pembuka.kata, fakta.pembuka.angka) if d), default=None)


@aturan(
    "A06",
    Keparahan.PERINGATAN,
    "bulan atau tahun pada nomor berbeda dari penandatanganan",
    alasan=(
        "Bulan dan tahun di dalam nomor naskah menunjuk waktu naskah diberi nomor, yaitu pada saat ditandatangani; "
        "bila berbeda, nomor atau tanggalnya keliru (tata naskah dinas, Permendagri 1/2023)."
    ),
    salah="NOMOR: PKS/12/092031, ditandatangani 5 Mei 2031",
    benar="NOMOR: PKS/12/052031, ditandatangani 5 Mei 2031",
)
def check_number(konteks: Konteks) -> Iterator[Temu]:
    """The numbers of the heading. A plan of its own prints those of its parent."""
    naskah = konteks.bacaan.naskah
    tanggal = konteks.fakta.tanggal
    if tanggal is None:
        return
    if isinstance(naskah, NaskahPeraturan):
        if naskah.tahun is not None and naskah.tahun != tanggal.year:
            pesan = f"Nomornya menyebut tahun {naskah.tahun}, padahal ditetapkan pada {format_tanggal(tanggal)}."
            yield _at_number(konteks, str(naskah.tahun), pesan)
        return
    for nomor in () if naskah.jenis is JenisNaskah.RENCANA_KERJA else naskah.kepala.nomor:
        if ada := _read_month(nomor):
            selisih = abs((ada[0] - tanggal.year) * 12 + ada[1] - tanggal.month)
            waktu = _name_month(ada)
        elif tahun := _TAHUN.search(nomor):
            selisih = _count_months(int(tahun["tahun"]), tanggal)
            waktu = f"tahun {tahun['tahun']}"
        else:
            continue
        if selisih:
            pesan = f"Nomor {nomor} menunjuk {waktu}, padahal ditandatangani {format_tanggal(tanggal)}."
            # A number may be given in the month before the signing.
            yield _at_number(konteks, nomor, pesan, Keparahan.SARAN if selisih == 1 else None)


def _count_months(tahun: int, tanggal: date) -> int:
    """Months between a date and the nearest one of a year."""
    if tahun < tanggal.year:
        return (tanggal.year - tahun) * 12 + tanggal.month - 12
    return max((tahun - tanggal.year) * 12 + 1 - tanggal.month, 0)


def _read_month(nomor: str) -> tuple[int, int] | None:
    """Year and month that a number ends with: "PER/42/052026", "12/KS/V/2031"."""
    if cocok := _BULAN_TAHUN.search(nomor):
        return int(cocok["tahun"]), int(cocok["bulan"])
    cocok = _ROMAWI_TAHUN.search(nomor)
    try:
        bulan = parse_romawi(cocok["bulan"]) if cocok else 0
    except BahasaError:
        return None
    return (int(cocok["tahun"]), bulan) if cocok and 1 <= bulan <= 12 else None


def _name_month(bulan: tuple[int, int]) -> str:
    return f"{nama_bulan(bulan[1])} {bulan[0]}"


def _at_number(konteks: Konteks, nomor: str, pesan: str, keparahan: Keparahan | None = None) -> Temu:
    saran = "Periksa nomornya terhadap buku agenda, atau perbaiki tanggalnya."
    return point_outside(konteks, Peran.KEPALA, nomor, "Nomor", pesan, saran, keparahan)
