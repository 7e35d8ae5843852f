"""A hand entry to its row in the registry."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from naskah.library.hand_entries import BerkasCatatan
from naskah.library.workspace import Workspace
from naskah.model.galat import NaskahError
from naskah.model.pendaftaran import DokumenTerdaftar, Pendaftaran
from naskah.publishing.evidence import read_bukti
from naskah.publishing.registration import derive_id, make_pihak
from naskah.registry.connection import Registry
from naskah.registry.registration import register

if TYPE_CHECKING:
    from naskah.registry.conflicts import Hasil


def register_hand_entry(
    berkas: BerkasCatatan, ruang: Workspace, registry: Registry, *, oleh: str, perbarui: bool = False
) -> tuple[str, "Hasil"]:
    """Register what was entered by hand; its id (or the name of its file), and what became of it.

    Raises:
        NaskahError: a file of it cannot be read, or the registry refuses it. Nothing is recorded then.
    """
    pendaftaran = _make_pendaftaran(berkas, ruang)
    try:
        return pendaftaran.id, register(registry, pendaftaran, oleh=oleh, perbarui=perbarui)
    except NaskahError as error:
        raise NaskahError(replace(g, berkas=g.berkas or berkas.yaml.berkas) for g in error.galat) from error


def _make_pendaftaran(berkas: BerkasCatatan, ruang: Workspace) -> Pendaftaran:
    catatan, asal = berkas.catatan, Path(berkas.yaml.berkas)
    akar = ruang.akar or asal.parent
    sama = catatan.tanggal_sama
    return Pendaftaran(
        id=catatan.id or derive_id(asal),
        jenis=catatan.jenis,
        judul=catatan.judul,
        nomor=catatan.nomor,
        tanggal=catatan.tanggal,
        tempat=catatan.tempat,
        tanggal_sama=ruang.pengaturan.tanggal_sama if sama is None else sama,
        pihak=tuple(make_pihak(i, satu) for i, satu in enumerate(catatan.pihak, 1)),
        ketentuan=catatan.ketentuan,
        dokumen=tuple(_read_dokumen(berkas, asal.parent, akar)),
        unit=catatan.unit or ruang.pengaturan.unit,
        dasar_hukum=catatan.dasar_hukum,
    )


def _read_dokumen(berkas: BerkasCatatan, folder: Path, akar: Path) -> Iterator[DokumenTerdaftar]:
    galat = []
    for i, jalur in enumerate(berkas.catatan.dokumen):
        try:
            bukti = read_bukti(folder / jalur, akar)
            yield DokumenTerdaftar(jalur=bukti.jalur, sidik=bukti.sidik)
        except NaskahError as error:
            galat += [berkas.galat(("dokumen", i), g.pesan) for g in error.galat]
    if galat:
        raise NaskahError(galat)
