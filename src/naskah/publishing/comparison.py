"""The versions that `naskah sandingan` compares: drafts, adenda, and what is registered on a day."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from naskah.assembly.adendum.assemble import assemble_adendum
from naskah.assembly.adendum.consolidate import (
    AdendumTersimpan,
    apply_all,
    collect_activity_notes,
    collect_notes,
    collect_party_notes,
)
from naskah.assembly.adendum.parent import AdendumLalu
from naskah.assembly.assemble import assemble
from naskah.assembly.sandingan import Sandingan, Versi, name_activity
from naskah.bahasa.galat import BahasaError
from naskah.bahasa.tanggal import format_tanggal, parse_tanggal
from naskah.library.adendum import BerkasAdendum
from naskah.library.any_draft import load_draft
from naskah.library.pustaka import Pustaka
from naskah.model.galat import Galat, NaskahError
from naskah.model.naskah import Naskah
from naskah.model.naskah_json import load_naskah
from naskah.publishing.consolidation import check_signed
from naskah.publishing.files import staged_files
from naskah.publishing.parents import load_induk, to_tersimpan
from naskah.publishing.registration import derive_id
from naskah.registry.adendum import Adendum
from naskah.registry.database import open_registry
from naskah.registry.lineage import Silsilah, find_parent, read_lineage


def load_version(sebutan: str, pustaka: Pustaka, registri: Path | None) -> Versi:
    """A version by its name: a draft (.yaml), or an id of the registry, with @tanggal where it is of a day.

    The draft or id of an adendum stands for the agreement as that adendum leaves it.

    Raises:
        NaskahError: no such file or id, a date that is none, or an agreement registered before trees were kept.
    """
    jalur = Path(sebutan)
    if jalur.suffix.lower() in (".yaml", ".yml"):
        return _from_draft(jalur, pustaka, registri)
    return _from_registry(sebutan, registri or pustaka.ruang.registri)


def _from_draft(jalur: Path, pustaka: Pustaka, registri: Path | None) -> Versi:
    draft = load_draft(jalur)
    if not isinstance(draft, BerkasAdendum):
        return Versi(jalur.name, assemble(draft, pustaka).naskah)
    induk = load_induk(draft, pustaka, registri)
    susunan = assemble_adendum(draft, pustaka, induk)
    nama = draft.rancangan.id or derive_id(jalur)
    lalu = AdendumLalu(nama, susunan.urutan, draft.rancangan.nomor, draft.rancangan.tanggal, susunan.berlaku)
    satu = AdendumTersimpan(lalu, susunan.perubahan)
    return _make_version(f"{induk.id} dengan {lalu.sebutan}", induk.naskah, [satu])


def _from_registry(sebutan: str, registri: Path) -> Versi:
    nama, _, hari = sebutan.partition("@")
    with open_registry(registri, readonly=True) as basis:
        induk = find_parent(basis, nama)
        silsilah = read_lineage(basis, induk or nama)
    pada = _read_day(sebutan, hari) if hari else None
    berlaku: Sequence[Adendum]
    if induk is not None:
        berlaku = _until(silsilah, nama)
        judul = f"{induk} dengan {to_tersimpan(berlaku[-1]).lalu.sebutan}"
    elif pada is not None:
        check_signed(silsilah, pada)
        berlaku = [a for a in silsilah.adendum if a.berlaku <= pada.isoformat()]
        judul = f"{nama} pada {format_tanggal(pada)}"
    else:
        berlaku = silsilah.adendum
        judul = f"{nama} dengan semua adendumnya" if berlaku else nama
    semua = [to_tersimpan(a) for a in berlaku]
    return _make_version(judul, load_naskah(silsilah.require_naskah()), semua)


def _make_version(nama: str, naskah: Naskah, adendum: Sequence[AdendumTersimpan]) -> Versi:
    sebutan = {i: pihak.sebutan for i, pihak in enumerate(naskah.pihak, 1)}
    pihak = {sebutan[i]: catatan for i, catatan in collect_party_notes(adendum).items()}
    kegiatan = {name_activity(kode): catatan for kode, catatan in collect_activity_notes(adendum).items()}
    return Versi(nama, apply_all(naskah, adendum), collect_notes(adendum), pihak | kegiatan)


def _until(silsilah: Silsilah, adendum: str) -> Sequence[Adendum]:
    """The adenda up to and with that one."""
    nomor = next(i for i, a in enumerate(silsilah.adendum) if a.data["id"] == adendum)
    return silsilah.adendum[: nomor + 1]


def _read_day(sebutan: str, hari: str) -> date:
    try:
        return parse_tanggal(hari)
    except BahasaError as error:
        raise NaskahError(Galat(str(error), kunci=sebutan)) from None


def write_sandingan(sandingan: Sandingan, keluaran: Path, akhiran: str, *, timpa: bool) -> None:
    """Write a comparison as a Word file, PDF, HTML page or text."""
    from naskah.rendering.sandingan import render_sandingan

    if keluaran.exists() and not timpa:
        raise NaskahError(Galat("sudah ada; pakai --timpa untuk menggantinya, atau -o untuk nama lain", str(keluaran)))
    with staged_files({keluaran: render_sandingan(sandingan, akhiran)}):
        pass
