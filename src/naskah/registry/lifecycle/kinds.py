"""The kinds of event that people record, as a table: what each one needs, and in which states it can happen.

A new kind is one entry here; what it opens, closes or ends stands in `anchors`, `closings` and `endings`.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from json import loads
from typing import Any, NamedTuple

from naskah.registry.events import Peristiwa
from naskah.registry.state import Status


class Kejadian(NamedTuple):
    """One recorded event of this table."""

    urutan: int
    jenis: str
    tanggal: str  # the day it happened, ISO text
    data: Mapping[str, Any]


class Tipe(StrEnum):
    """What a field holds; the value is how the command line names it."""

    TEKS = "teks"
    TANGGAL = "tanggal"
    DURASI = "lama waktu"
    PIHAK = "nomor urut PIHAK"
    PERISTIWA = "nomor peristiwa"
    PERJANJIAN = "id perjanjian"
    PILIHAN = "pilihan"


class Bidang(NamedTuple):
    """One field of an event."""

    nama: str
    tipe: Tipe
    keterangan: str
    wajib: bool = False
    pilihan: tuple[str, ...] = ()


class JenisKejadian(NamedTuple):
    """One kind of event."""

    jenis: str
    sebutan: str  # as people read it
    boleh: frozenset[Status]  # the states in which it can happen
    bidang: tuple[Bidang, ...] = ()


BERJALAN = frozenset({Status.BERLAKU, Status.SEGERA_BERAKHIR, Status.KAHAR})
_HIDUP = BERJALAN | {Status.BELUM_BERLAKU}
_SEJAK_TTD = frozenset(Status) - {Status.RANCANGAN}
_SEMUA = frozenset(Status)

_B, _T = Bidang, Tipe
_PIHAK = _B("pihak", _T.PIHAK, "PIHAK yang mana: 1, 2, ...", wajib=True)
_NOMOR = _B("nomor", _T.TEKS, "nomor suratnya")
_URAIAN = _B("uraian", _T.TEKS, "apa yang terjadi", wajib=True)
_HAL = _B("hal", _T.TEKS, "hal tenggat itu, seperti tampak pada 'naskah registri tampil'", wajib=True)
_UNTUK = _B("untuk", _T.TANGGAL, "tanggal tenggat yang dimaksud, bila ada beberapa")

DITANDATANGANI = "ditandatangani"
PEMBERITAHUAN = "pemberitahuan"
DITERIMA = "diterima"
JAWABAN = "jawaban"
LAPORAN = "laporan"
PEJABAT_DIGANTI = "pejabat-diganti"
ALAMAT_DIUBAH = "alamat-diubah"
KAHAR_TERJADI = "kahar-terjadi"
KAHAR_BERAKHIR = "kahar-berakhir"
WANPRESTASI = "wanprestasi"
KEJADIAN = "kejadian"
DITINJAU = "ditinjau"
DIPENUHI = "dipenuhi"
DIKESAMPINGKAN = "dikesampingkan"
DIAKHIRI = "diakhiri"
DIGANTIKAN = "digantikan"
DIARSIPKAN = "diarsipkan"
KOREKSI = "koreksi"

# What a notice can be about; `perpanjangan` and `keadaan-kahar` are also the `hal` of the clauses' deadlines.
PERPANJANGAN = "perpanjangan"
PENGAKHIRAN = "pengakhiran"
PERUBAHAN_ALAMAT = "perubahan-alamat"
KEADAAN_KAHAR = "keadaan-kahar"
_HAL_PEMBERITAHUAN = (PERPANJANGAN, PENGAKHIRAN, PERUBAHAN_ALAMAT, KEADAAN_KAHAR, "lain")

SETUJU, MENOLAK = "setuju", "menolak"

JENIS_KEJADIAN: dict[str, JenisKejadian] = {
    satu.jenis: satu
    for satu in (
        JenisKejadian(DITANDATANGANI, "ditandatangani", _SEMUA, (_B("tempat", _T.TEKS, "di mana"),)),
        JenisKejadian(
            PEMBERITAHUAN,
            "pemberitahuan disampaikan",
            _HIDUP,
            (
                _B("hal", _T.PILIHAN, "tentang apa", wajib=True, pilihan=_HAL_PEMBERITAHUAN),
                _B("dari", _T.PIHAK, "PIHAK yang menyampaikan: 1, 2, ..."),
                _NOMOR,
                _B("diterima", _T.TANGGAL, "hari surat itu diterima"),
                _B("berakhir", _T.TANGGAL, "tanggal berakhir yang dikehendaki (wajib untuk pengakhiran)"),
                _B("berlaku", _T.TANGGAL, "hari alamat baru mulai dipakai (wajib untuk perubahan-alamat)"),
                _B("uraian", _T.TEKS, "catatan"),
            ),
        ),
        JenisKejadian(
            DITERIMA,
            "pemberitahuan diterima",
            _SEJAK_TTD,
            (
                _B("atas", _T.PERISTIWA, "nomor peristiwa pemberitahuan yang diterima", wajib=True),
                _B("oleh", _T.TEKS, "siapa yang menerima"),
            ),
        ),
        JenisKejadian(
            JAWABAN,
            "jawaban diterima",
            _SEJAK_TTD,
            (
                _B("atas", _T.PERISTIWA, "nomor peristiwa pemberitahuan yang dijawab", wajib=True),
                _B("isi", _T.PILIHAN, "isi jawabannya", wajib=True, pilihan=(SETUJU, MENOLAK)),
                _NOMOR,
            ),
        ),
        JenisKejadian(
            LAPORAN,
            "laporan disampaikan",
            _SEJAK_TTD,
            (
                _B("hal", _T.TEKS, "kewajiban berkala yang dipenuhi, bila ada beberapa"),
                _UNTUK,
                _B("penerima", _T.TEKS, "kepada siapa"),
                _NOMOR,
            ),
        ),
        JenisKejadian(
            PEJABAT_DIGANTI,
            "pejabat diganti",
            _SEJAK_TTD,
            (
                _PIHAK,
                _B("nama", _T.TEKS, "nama pejabat yang baru", wajib=True),
                _B("jabatan", _T.TEKS, "jabatannya, bila lain dari semula"),
            ),
        ),
        JenisKejadian(
            ALAMAT_DIUBAH,
            "alamat diubah",
            _SEJAK_TTD,
            (
                _PIHAK,
                _B("alamat", _T.TEKS, "alamat yang baru", wajib=True),
                _B("berlaku", _T.TANGGAL, "hari alamat itu mulai dipakai; bawaannya tanggal peristiwa"),
                _NOMOR,
            ),
        ),
        JenisKejadian(KAHAR_TERJADI, "keadaan kahar mulai", BERJALAN, (_URAIAN,)),
        JenisKejadian(
            KAHAR_BERAKHIR, "keadaan kahar berakhir", frozenset({Status.KAHAR}), (_URAIAN._replace(wajib=False),)
        ),
        JenisKejadian(WANPRESTASI, "wanprestasi", _HIDUP, (_PIHAK, _URAIAN)),
        JenisKejadian(
            KEJADIAN,
            "kejadian menurut ketentuan",
            _SEJAK_TTD,
            (
                _B("acuan", _T.TEKS, "kejadian yang disebut ketentuannya, misalnya teguran-diterima", wajib=True),
                _B("pada", _T.TANGGAL, "hari kejadian itu, bila lain dari tanggal peristiwa; boleh di depan"),
                _B("uraian", _T.TEKS, "catatan"),
            ),
        ),
        JenisKejadian(DITINJAU, "ditinjau para pihak", BERJALAN, (_B("hasil", _T.TEKS, "hasilnya", wajib=True),)),
        JenisKejadian(DIPENUHI, "tenggat dipenuhi", _SEJAK_TTD, (_HAL, _UNTUK, _B("uraian", _T.TEKS, "catatan"))),
        JenisKejadian(
            DIKESAMPINGKAN,
            "tenggat dikesampingkan",
            _SEJAK_TTD,
            (_HAL, _UNTUK, _B("alasan", _T.TEKS, "mengapa", wajib=True)),
        ),
        JenisKejadian(
            DIAKHIRI,
            "diakhiri",
            _HIDUP | {Status.BERAKHIR},
            (
                _B("alasan", _T.TEKS, "alasan berakhir, seperti tertulis dalam perjanjian", wajib=True),
                _B("per", _T.TANGGAL, "hari terakhir berlaku; bawaannya tanggal peristiwa"),
                _B("dokumen", _T.TEKS, "dokumennya, misalnya Berita Acara Pengakhiran nomor ... tanggal ..."),
            ),
        ),
        JenisKejadian(
            DIGANTIKAN,
            "digantikan perjanjian baru",
            _SEJAK_TTD - {Status.DIGANTIKAN},
            (_B("oleh", _T.PERJANJIAN, "id perjanjian yang menggantikan", wajib=True),),
        ),
        JenisKejadian(
            DIARSIPKAN,
            "diarsipkan",
            _SEJAK_TTD,
            (
                _B("salinan", _T.TEKS, "rangkap yang mana, misalnya asli ke-1 bermeterai", wajib=True),
                _B("tempat", _T.TEKS, "di mana disimpan", wajib=True),
                _B("pemegang", _T.TEKS, "siapa yang memegang"),
            ),
        ),
        JenisKejadian(
            KOREKSI,
            "koreksi",
            _SEMUA,
            (
                _B("peristiwa", _T.PERISTIWA, "nomor peristiwa yang salah catat", wajib=True),
                _B("alasan", _T.TEKS, "apa yang salah", wajib=True),
            ),
        ),
    )
}


def read_kejadian(peristiwa: Iterable[Peristiwa]) -> list[Kejadian]:
    """Return recorded events of this table by day, then as recorded."""
    return sorted(
        (Kejadian(p.urutan, p.jenis, p.tanggal, loads(p.data)) for p in peristiwa), key=lambda k: (k.tanggal, k.urutan)
    )


def find_batal(peristiwa: Iterable[Peristiwa]) -> set[int]:
    """Return the numbers of the events that corrections reverse."""
    return {int(loads(p.data)["peristiwa"]) for p in peristiwa if p.jenis == KOREKSI}
