"""The parties as adenda and events leave them: new facts, a new official, a new address."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from naskah.model.galat import NaskahError
from naskah.registry.adendum import Adendum
from naskah.registry.lifecycle import kinds
from naskah.registry.lifecycle.kinds import Kejadian

Data = Mapping[str, Any]


def change_pihak(pihak: Sequence[Data], adendum: Iterable[Adendum], kejadian: Iterable[Kejadian]) -> list[Data]:
    """Return the parties with the facts that adenda and events gave them, the latest last.

    Raises:
        NaskahError: one of a party that the agreement does not have.
    """
    langkah: list[tuple[str, int, int, Data | Kejadian]] = [
        (a.berlaku, a.peristiwa, ubah["urutan"], {k: v for k, v in ubah.items() if k != "urutan"})
        for a in adendum
        for ubah in a.data.get("pihak", ())
    ]
    langkah += [
        (k.tanggal, k.urutan, k.data["pihak"], k)
        for k in kejadian
        if k.jenis in (kinds.PEJABAT_DIGANTI, kinds.ALAMAT_DIUBAH)
    ]
    if not langkah:
        return list(pihak)
    hasil = list(pihak)
    for _, peristiwa, nomor, baru in sorted(langkah, key=lambda s: s[:3]):
        if nomor > len(hasil):
            raise NaskahError(
                f"peristiwa {peristiwa} menyebut PIHAK urutan {nomor}, padahal perjanjian ini hanya mempunyai"
                f" {len(hasil)} PIHAK. Periksa daftar pihaknya, atau catat koreksi atas peristiwa {peristiwa}."
            )
        lama = hasil[nomor - 1]
        hasil[nomor - 1] = {**lama, **(_of_event(baru, lama) if isinstance(baru, Kejadian) else baru)}
    return hasil


def _of_event(kejadian: Kejadian, lama: Data) -> Data:
    data = kejadian.data
    if kejadian.jenis == kinds.ALAMAT_DIUBAH:
        surat = {**lama.get("korespondensi", {}), "alamat": data["alamat"]}
        return {"kedudukan": data["alamat"], "korespondensi": surat}
    # The papers that gave authority were those of the official before.
    jabatan = {"jabatan": data["jabatan"]} if data.get("jabatan") else {}
    return {"penandatangan": data["nama"], "kuasa": (), **jabatan}
