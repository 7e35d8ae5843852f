"""The parent of an adendum, from the registry or from its own draft, as it stands before that adendum."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from naskah.assembly.adendum.consolidate import AdendumTersimpan, apply_all
from naskah.assembly.adendum.parent import AdendumLalu, KeadaanInduk
from naskah.assembly.assemble import assemble
from naskah.library.adendum import BerkasAdendum
from naskah.library.any_draft import load_draft
from naskah.library.pustaka import Pustaka
from naskah.model.galat import NaskahError
from naskah.model.jenis import JenisNaskah
from naskah.model.ketentuan import KETENTUAN
from naskah.model.klausul import Bagian
from naskah.model.naskah_json import load_naskah, load_perubahan
from naskah.model.pendaftaran import KlausulTerpakai
from naskah.model.rancangan import Penandatangan, Pihak
from naskah.publishing.registration import derive_id, make_pendaftaran
from naskah.registry.adendum import Adendum, amend_ketentuan
from naskah.registry.database import open_registry
from naskah.registry.lifecycle.parties import change_pihak
from naskah.registry.lineage import Silsilah, read_lineage
from naskah.registry.schema import SELAMANYA

_KOMPARISI = "komparisi/satu-paragraf"


def load_induk(
    berkas: BerkasAdendum,
    pustaka: Pustaka,
    registri: Path | None,
    *,
    asal: Path | None = None,
    lalu: Sequence[Adendum] = (),
) -> KeadaanInduk:
    """The parent that a draft names, with every adendum before this one.

    Args:
        berkas: the draft of the adendum.
        pustaka: the law library, for a parent given as a draft.
        registri: where to look; the workspace's own registry when None.
        asal: the file by which an adendum without an id is registered; that of the draft when None.
        lalu: earlier adenda, in order, that may not be registered yet.

    Raises:
        NaskahError: no such parent, or one registered before trees were kept; and what else is wrong with the draft.
    """
    try:
        return _find_induk(berkas, pustaka, registri, asal, lalu)
    except NaskahError as error:
        raise NaskahError((*berkas.cacat, *error.galat)) from None


def _find_induk(
    berkas: BerkasAdendum, pustaka: Pustaka, registri: Path | None, asal: Path | None, lalu: Sequence[Adendum]
) -> KeadaanInduk:
    if registri is None and pustaka.ruang.akar is not None:
        registri = pustaka.ruang.registri
    adendum = berkas.rancangan.id or derive_id(asal or Path(berkas.nama))
    induk, tanggal = berkas.rancangan.induk, berkas.rancangan.tanggal
    if induk.berkas is not None:
        silsilah, terdaftar = _from_draft(berkas, pustaka, registri)
        return to_keadaan(silsilah, _list_before(silsilah, adendum, lalu), tanggal, terdaftar=terdaftar)
    assert induk.id is not None
    if registri is None or not registri.exists():
        pesan = f"registri belum ada, jadi induk {induk.id!r} tidak ditemukan; daftarkan induknya lebih dahulu"
        raise NaskahError(berkas.galat(("induk", "id"), pesan))
    try:
        silsilah = _read_silsilah(registri, induk.id)
        return to_keadaan(silsilah, _list_before(silsilah, adendum, lalu), tanggal)
    except NaskahError as error:
        raise NaskahError(berkas.galat(("induk", "id"), g.pesan) for g in error.galat) from None


def _from_draft(berkas: BerkasAdendum, pustaka: Pustaka, registri: Path | None) -> tuple[Silsilah, bool]:
    """The parent given as a draft, and whether it is registered."""
    assert berkas.rancangan.induk.berkas is not None
    folder = Path(berkas.nama).parent
    jalur = folder / berkas.rancangan.induk.berkas
    # Also through a link: what a draft names is read, and a fault of it quotes what it holds.
    if not any(jalur.resolve().is_relative_to(satu.resolve()) for satu in (folder, pustaka.ruang.akar) if satu):
        pesan = f"{berkas.rancangan.induk.berkas} menunjuk keluar dari folder rancangan dan ruang kerjanya; salin dulu"
        raise NaskahError(berkas.galat(("induk", "berkas"), pesan))
    if not jalur.is_file():
        pesan = f"berkas {jalur} tidak ada; jalurnya dihitung dari folder rancangan ini"
        raise NaskahError(berkas.galat(("induk", "berkas"), pesan))
    draft = load_draft(jalur)
    if isinstance(draft, BerkasAdendum):
        raise NaskahError(berkas.galat(("induk", "berkas"), "induknya sendiri adendum; sebutkan perjanjian asalnya"))
    nama = draft.rancangan.id or derive_id(jalur)
    # What is registered is what was signed; the draft may have been edited since.
    if registri is not None and registri.exists() and _is_registered(registri, nama):
        return _read_silsilah(registri, nama), True
    # What the registry would know, were it registered.
    isi = make_pendaftaran(assemble(draft, pustaka), jalur, {}, Path())
    data = isi.model_dump(mode="json", exclude_none=True)
    return Silsilah(isi.id, isi.tanggal.isoformat(), data, isi.isi_naskah, ()), False


def _is_registered(registri: Path, nama: str) -> bool:
    with open_registry(registri, readonly=True) as basis, basis.read() as conn:
        return conn.execute("SELECT 1 FROM perjanjian WHERE id = ?", (nama,)).fetchone() is not None


def _read_silsilah(registri: Path, nama: str) -> Silsilah:
    with open_registry(registri, readonly=True) as basis:
        return read_lineage(basis, nama)


def _list_before(silsilah: Silsilah, adendum: str, lalu: Sequence[Adendum]) -> list[Adendum]:
    """The adenda before one of that id: composing it again must see what it saw the first time.

    A new one follows on all that are registered, then on those of `lalu` that are not.
    """
    nama = [satu.data["id"] for satu in silsilah.adendum]
    if adendum in nama:
        return list(silsilah.adendum[: nama.index(adendum)])
    return [*silsilah.adendum, *(satu for satu in lalu if satu.data["id"] not in nama)]


def to_keadaan(silsilah: Silsilah, adendum: Sequence[Adendum], pada: date, *, terdaftar: bool = True) -> KeadaanInduk:
    """What the registry knows of an agreement with some of its adenda on a day, as assembly needs it."""
    data = silsilah.data
    # An official who was replaced by then does not sign any more.
    kejadian = [satu for satu in silsilah.kejadian if satu.tanggal <= pada.isoformat()]
    tersimpan = [to_tersimpan(satu) for satu in adendum]
    ketentuan = amend_ketentuan(data["ketentuan"], silsilah.tanggal, adendum)
    klausul = (k["klausul"] for k in data["klausul"] if k["pasal"] == Bagian.KOMPARISI)
    return KeadaanInduk(
        id=silsilah.id,
        jenis=JenisNaskah(data["jenis"]),
        judul=data["judul"],
        tanggal=date.fromisoformat(silsilah.tanggal),
        tanggal_sama=data["tanggal_sama"],
        pihak=tuple(_to_pihak(p) for p in change_pihak(data["pihak"], adendum, kejadian)),
        ketentuan=tuple(KETENTUAN.validate_python(dict(k.data)) for k in ketentuan if k.sampai == SELAMANYA),
        naskah=apply_all(load_naskah(silsilah.require_naskah()), tersimpan),
        komparisi=next(klausul, _KOMPARISI),
        adendum=tuple(satu.lalu for satu in tersimpan),
        klausul=tuple(KlausulTerpakai.model_validate(satu) for satu in data["klausul"]),
        terdaftar=terdaftar,
    )


def to_tersimpan(adendum: Adendum) -> AdendumTersimpan:
    """A registered adendum with its steps."""
    d = adendum.data
    tanggal, berlaku = date.fromisoformat(d["tanggal"]), date.fromisoformat(d["berlaku"])
    orang = tuple(f"{p['nama']} ({p['jabatan']})" for p in d["penandatangan"])
    lalu = AdendumLalu(d["id"], d["urutan"], tuple(d["nomor"]), tanggal, berlaku, orang)
    return AdendumTersimpan(lalu, load_perubahan(d["langkah"].encode()))


def _to_pihak(data: Any) -> Pihak:
    wewenang: dict[str, list[dict[str, Any]]] = {"pengangkatan": [], "kuasa": []}
    for satu in data["kuasa"]:
        wewenang[satu["jenis"]].append({k: v for k, v in satu.items() if k != "jenis"})
    return Pihak(
        nama=data["nama"],
        nomor=data.get("nomor"),
        kedudukan=data["kedudukan"],
        penandatangan=Penandatangan.model_validate(
            {"nama": data["penandatangan"], "jabatan": data["jabatan"], **wewenang}
        ),
        bertindak_untuk=data.get("bertindak_untuk"),
        korespondensi=data["korespondensi"] or None,
    )
