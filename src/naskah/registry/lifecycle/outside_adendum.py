"""An adendum that was not drafted with naskah: only what it does to the term is known, the rest is on paper."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from naskah.model.galat import Galat, NaskahError
from naskah.model.pendaftaran_adendum import PendaftaranAdendum
from naskah.registry.adendum_registration import list_adendum, register_adendum
from naskah.registry.connection import Registry
from naskah.registry.documents import Bukti
from naskah.registry.events import Peristiwa, read_peristiwa
from naskah.registry.kinds import DIADENDUM
from naskah.registry.lifecycle.fields import read_fields
from naskah.registry.lifecycle.kinds import BERJALAN, Bidang, JenisKejadian, Tipe
from naskah.registry.lookup import ensure_terdaftar

ADENDUM_LUAR = JenisKejadian(
    DIADENDUM,
    "diubah dengan adendum yang tidak disusun di sini",
    BERJALAN,
    (
        Bidang("nomor", Tipe.TEKS, "nomor adendum; beberapa nomor dipisahkan titik koma"),
        Bidang("berlaku", Tipe.TANGGAL, "hari mulai berlaku; bawaannya tanggal penandatanganannya"),
        Bidang("selama", Tipe.DURASI, "perpanjangannya, misalnya 2 tahun"),
        Bidang("menjadi", Tipe.DURASI, "jangka waktu seluruhnya sejak hari pertama, misalnya 7 tahun"),
        Bidang("uraian", Tipe.TEKS, "apa yang diubah"),
    ),
)


def record_adendum(
    registry: Registry,
    perjanjian: str,
    tanggal: date,
    isian: Mapping[str, Any],
    *,
    oleh: str,
    bukti: Bukti | None = None,
    waktu: datetime | None = None,
) -> Peristiwa:
    """Record an adendum by hand; its ordinal follows from those recorded before.

    Args:
        registry: an open registry.
        perjanjian: the id of the parent.
        tanggal: the day the adendum was signed.
        isian: its fields as typed.
        oleh: who records it.
        bukti: the scan of it.
        waktu: when it is recorded; now, unless given.

    Raises:
        NaskahError: unknown agreement, fields missing or wrong, the agreement had ended, the adendum is recorded
            already, or the registry cannot be written.
    """
    data = read_fields(ADENDUM_LUAR, isian)
    galat = []
    if "selama" in data and "menjadi" in data:
        galat.append(Galat("isi salah satu: selama (tambahannya) atau menjadi (seluruhnya).", kunci="selama, menjadi"))
    if not {"selama", "menjadi", "uraian"} & data.keys():
        galat.append(Galat("sebutkan apa yang diubah: selama=..., menjadi=..., atau uraian=...", kunci=perjanjian))
    if galat:
        raise NaskahError(galat)
    with registry.read() as conn:
        ensure_terdaftar(conn, perjanjian)
        nomor = len(list_adendum(conn, perjanjian)) + 1
    masa = {k: data[k] for k in ("selama", "menjadi") if k in data}
    pendaftaran = PendaftaranAdendum.model_validate(
        {
            "id": f"{perjanjian}-adendum-{nomor}",
            "induk": perjanjian,
            "urutan": nomor,
            "tanggal": tanggal,
            "berlaku": data.get("berlaku", tanggal),
            "nomor": tuple(n.strip() for n in data.get("nomor", "").split(";") if n.strip()),
            "perubahan": ({"uraian": data["uraian"]},) if "uraian" in data else (),
            "ketentuan": (masa,) if masa else (),
            "dokumen": ({"jalur": bukti.jalur, "sidik": bukti.sidik},) if bukti else (),
        }
    )
    register_adendum(registry, pendaftaran, oleh=oleh, waktu=waktu)
    with registry.read() as conn:
        return list(read_peristiwa(conn, perjanjian))[-1]
