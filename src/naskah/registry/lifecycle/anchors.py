"""What an event sets in motion: deadlines that promises count from it, and what it asks for next."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from naskah.bahasa.durasi import parse_durasi, setelah
from naskah.bahasa.galat import BahasaError
from naskah.model.galat import NaskahError
from naskah.registry.adendum import KetentuanBerlaku
from naskah.registry.deadlines import SEBELUM, Tenggat, make_batas
from naskah.registry.lifecycle import kinds
from naskah.registry.lifecycle.kinds import Kejadian
from naskah.registry.schema import SELAMANYA

PEMBERITAHUAN_DITERIMA = "pemberitahuan-diterima"
ALAMAT_BERLAKU = "perubahan-alamat-berlaku"
BERAKHIR_DIKEHENDAKI = "tanggal-berakhir-dikehendaki"
PENGAKHIRAN_DIKEHENDAKI = "pengakhiran-dikehendaki"
TINDAK_LANJUT = "tindak-lanjut-"
TANPA_AKIBAT = "tanpa-akibat"

# A promise about the answer to a notice is called so, after what the notice is about.
TANGGAPAN = "tanggapan-"
# A number for what no promise of its own asks for.
_TANPA_KETENTUAN = -1_000_000


class Acuan(NamedTuple):
    """A day from which promises count: what happened, when, and about what."""

    nama: str
    tanggal: date
    hal: str | None = None


def find_acuan(kejadian: Kejadian, surat: Mapping[int, Kejadian]) -> list[Acuan]:
    """Return the days that an event gives to the promises; `surat`: the notices by their numbers."""
    data = kejadian.data
    hari = date.fromisoformat(kejadian.tanggal)
    match kejadian.jenis:
        case kinds.PEMBERITAHUAN:
            return list(_of_notice(data, hari))
        case kinds.DITERIMA if kejadian.data["atas"] in surat:
            return [Acuan(PEMBERITAHUAN_DITERIMA, hari, surat[kejadian.data["atas"]].data["hal"])]
        case kinds.ALAMAT_DIUBAH:
            return [Acuan(ALAMAT_BERLAKU, _day(data, "berlaku", hari)), Acuan(kinds.PERUBAHAN_ALAMAT, hari)]
        case kinds.PEJABAT_DIGANTI:
            return [Acuan("pergantian-pejabat", hari)]
        case kinds.KEJADIAN:
            return [Acuan(data["acuan"], _day(data, "pada", hari))]
        case kinds.KAHAR_TERJADI | kinds.WANPRESTASI:
            return [Acuan(kejadian.jenis, hari)]
    return []


def _of_notice(data: Mapping[str, Any], hari: date) -> Iterator[Acuan]:
    if data.get("diterima"):
        yield Acuan(PEMBERITAHUAN_DITERIMA, _day(data, "diterima", hari), data["hal"])
    if data.get("berakhir"):
        yield Acuan(BERAKHIR_DIKEHENDAKI, _day(data, "berakhir", hari))
    if data.get("berlaku"):
        yield Acuan(ALAMAT_BERLAKU, _day(data, "berlaku", hari))


def _day(data: Mapping[str, Any], kunci: str, bawaan: date) -> date:
    teks = data.get(kunci)
    return date.fromisoformat(teks) if teks else bawaan


def compute_dipicu(
    ketentuan: Sequence[KetentuanBerlaku], kejadian: Kejadian, surat: Mapping[int, Kejadian]
) -> Iterator[Tenggat]:
    """Yield the deadlines that an event opens, by the promises in force on its day; `surat` as `find_acuan`.

    Raises:
        NaskahError: one that cannot be computed.
    """
    hari = date.fromisoformat(kejadian.tanggal)
    for acuan in find_acuan(kejadian, surat):
        for i, k in enumerate(ketentuan):
            if not k.dari <= kejadian.tanggal < k.sampai:
                continue
            if k.data["jenis"] == "batas-waktu" and _counts_from(k.data, acuan):
                yield make_batas(i, k.data, acuan.tanggal, hari, pemicu=kejadian.urutan)
            elif _asks_next(k.data, acuan):
                yield _follow_up(i, k.data, acuan, kejadian)
    if kejadian.jenis == kinds.PEMBERITAHUAN and kejadian.data.get("berakhir"):
        yield _intended_end(kejadian)


def _counts_from(ketentuan: Mapping[str, Any], acuan: Acuan) -> bool:
    if ketentuan["acuan"] != acuan.nama:
        return False
    hal = str(ketentuan["hal"])
    return acuan.hal is None or not hal.startswith(TANGGAPAN) or hal == TANGGAPAN + acuan.hal


def _asks_next(ketentuan: Mapping[str, Any], acuan: Acuan) -> bool:
    if ketentuan["jenis"] != "tindak-lanjut" or ketentuan["peristiwa"] != acuan.nama:
        return False
    return bool(ketentuan["bentuk"] != TANPA_AKIBAT)


def _follow_up(letak: int, satu: Mapping[str, Any], acuan: Acuan, kejadian: Kejadian) -> Tenggat:
    """What the event asks for: on its day, or once it has lasted as long as the promise says."""
    lama = satu.get("setelah")
    try:
        jatuh = setelah(acuan.tanggal, parse_durasi(lama)) if lama else acuan.tanggal
    except BahasaError as error:
        raise NaskahError(f'tindak lanjut "{satu["peristiwa"]}", setelah {lama}: {error}') from error
    return Tenggat(
        jatuh.isoformat(), TINDAK_LANJUT + satu["bentuk"], letak, kejadian.urutan, kejadian.tanggal, SELAMANYA,
        satu["peristiwa"], "setelah", acuan.nama, acuan.tanggal.isoformat(), lama, False, satu["sumber"],
        f"{satu['bentuk'].replace('-', ' ')} disusun" if lama is None else f"{satu['bentuk']} dilakukan", None, None,
    )  # fmt: skip


def _intended_end(kejadian: Kejadian) -> Tenggat:
    """A notice does not end an agreement; on the day it wants, somebody has to say whether it ended."""
    jatuh = kejadian.data["berakhir"]
    return Tenggat(
        jatuh, PENGAKHIRAN_DIKEHENDAKI, _TANPA_KETENTUAN, kejadian.urutan, kejadian.tanggal, SELAMANYA,
        kinds.PENGAKHIRAN, SEBELUM, BERAKHIR_DIKEHENDAKI, jatuh, None, False,
        f"pemberitahuan {kejadian.data.get('nomor', '')}".strip(), "catat apakah perjanjian berakhir", None, None,
    )  # fmt: skip
