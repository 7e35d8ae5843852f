"""What an entry of a register promises over time: its term, notice before its end, monev and reports."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from naskah.bahasa.bulan_hari import format_tanggal
from naskah.bahasa.durasi import Durasi, hari_terakhir
from naskah.bahasa.galat import BahasaError
from naskah.exchange.entries import Terbaca
from naskah.exchange.records import Rekaman
from naskah.exchange.terms import is_nothing
from naskah.exchange.values import Masa, find_lama, read_batas, read_berkala, read_masa, read_tanggal

# Where a promise comes from, as `sumber` of a ketentuan: the same however often the register is read again.
SUMBER = "register kantor"
# An agreement from before the republic is a slip of the pen.
_TAHUN_PERTAMA = 1945


def read_day(hasil: Terbaca, satu: Rekaman, kunci: str) -> date | None:
    """The day in a cell; None where there is none, or where it is a fault of the entry."""
    nilai = satu.isi.get(kunci)
    if nilai is None or (isinstance(nilai, str) and is_nothing(nilai)):
        return None
    try:
        hari = read_tanggal(nilai)
        if hari.year < _TAHUN_PERTAMA:
            raise BahasaError(f"tahun {hari.year} terlalu lampau; betulkan")
    except BahasaError as error:
        hasil.galat.append(f"{kunci}: {error}")
        return None
    return hari


def read_term(hasil: Terbaca, satu: Rekaman, teks: Mapping[str, str], tanggal: date | None, satuan: str | None) -> None:
    """The term from a duration, a last day, or both; where both stand they must agree by one of the conventions."""
    masa = Masa()
    nilai = satu.isi.get("jangka-waktu")
    try:
        if isinstance(nilai, date):  # a last day typed where the term belongs
            masa = Masa(akhir=nilai.date() if isinstance(nilai, datetime) else nilai)
        elif "jangka-waktu" in teks:
            masa = read_masa(teks["jangka-waktu"], satuan)
    except BahasaError as error:
        hasil.galat.append(f"jangka-waktu: {error}")
        return
    mulai = read_day(hasil, satu, "mulai") or masa.mulai
    try:
        akhir = _read_end(satu, teks) or masa.akhir
    except BahasaError as error:
        hasil.galat.append(f"akhir: {error}")
        return
    hasil.akhir = akhir
    if tanggal is None or (masa.lama is None and akhir is None):
        return
    _add_term(hasil, masa, tanggal, mulai, akhir)


def _read_end(satu: Rekaman, teks: Mapping[str, str]) -> date | None:
    if "akhir" not in teks:
        return None
    nilai = satu.isi["akhir"]
    if isinstance(nilai, str):
        return read_masa(nilai).akhir if _is_range(nilai) else read_tanggal(nilai)
    return read_tanggal(nilai)


def _is_range(teks: str) -> bool:
    return any(tanda in f" {teks.casefold()} " for tanda in ("s.d", "s/d", " sd ", "sampai", "hingga"))


def _add_term(hasil: Terbaca, masa: Masa, tanggal: date, mulai: date | None, akhir: date | None) -> None:
    awal = mulai or tanggal
    lama = masa.lama
    try:
        if lama is None:
            assert akhir is not None  # one of the two was given
            lama, hasil.sama = find_lama(awal, akhir)
        elif lama.hari_kerja:
            raise BahasaError("jangka waktu ditulis dalam tahun, bulan, atau hari")
        elif akhir is not None:
            hasil.sama = _compare_end(awal, lama, akhir)
    except BahasaError as error:
        hasil.galat.append(f"jangka-waktu: {error}")
        return
    janji: dict[str, Any] = {"jenis": "jangka-waktu", "lama": _format_lama(lama), "sumber": SUMBER}
    if mulai is not None and mulai != tanggal:
        janji["mulai"] = mulai.isoformat()
    elif mulai is None and akhir is None:
        janji["mulai_dianggap"] = True  # nothing in the register names the first day
    if masa.dapat_diperpanjang:
        janji["dapat_diperpanjang"] = True
    hasil.isi["ketentuan"].append(janji)


@lru_cache(maxsize=65_536)
def _compare_end(awal: date, lama: Durasi, akhir: date) -> bool:
    """Whether the last day that an office wrote is the anniversary itself.

    Raises:
        BahasaError: it is neither that nor the day before.
    """
    sehari, sama = hari_terakhir(awal, lama), hari_terakhir(awal, lama, tanggal_sama=True)
    if akhir == sehari:
        return False
    if akhir == sama:
        return True
    raise BahasaError(
        f"{lama} sejak {format_tanggal(awal)} berakhir {format_tanggal(sehari)} (atau {format_tanggal(sama)}),"
        f" padahal tertulis {format_tanggal(akhir)}; betulkan salah satunya"
    )


@lru_cache(maxsize=4096)
def _format_lama(lama: Durasi) -> str:
    return str(lama)


def read_promises(hasil: Terbaca, teks: Mapping[str, str]) -> None:
    """Notice before the end, monev and reports as ketentuan."""
    ketentuan = hasil.isi["ketentuan"]
    if "pemberitahuan" in teks:
        try:
            batas = read_batas(teks["pemberitahuan"])
            if not ketentuan and not hasil.galat:
                raise BahasaError("dihitung dari akhir jangka waktu, yang tidak disebut; isi jangka waktunya")
            janji = {"jenis": "batas-waktu", "hal": "perpanjangan", "batas": _format_lama(batas), "arah": "sebelum"}
            ketentuan.append(janji | {"acuan": "akhir-jangka-waktu", "sumber": SUMBER})
        except BahasaError as error:
            hasil.galat.append(f"pemberitahuan: {error}")
    for kunci in ("monev", "laporan"):
        if kunci in teks:
            try:
                setiap = _format_lama(read_berkala(teks[kunci]))
            except BahasaError as error:
                hasil.galat.append(f'{kunci}: {error} Bila bukan itu isinya: --kolom "NAMA KOLOM=abaikan".')
                continue
            ketentuan.append({"jenis": "kewajiban-berkala", "hal": kunci, "setiap": setiap, "sumber": SUMBER})
