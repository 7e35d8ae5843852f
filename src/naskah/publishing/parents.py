"""The parent of an adendum, from the registry or from its own draft, as it stands before that adendum."""

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
from naskah.model.rancangan import Penandatangan, Pihak
from naskah.publishing.registration import derive_id
from naskah.registry.adendum import Adendum, amend_ketentuan, amend_pihak
from naskah.registry.database import open_registry
from naskah.registry.lineage import Silsilah, read_lineage
from naskah.registry.schema import SELAMANYA

_KOMPARISI = "komparisi/satu-paragraf"


def load_induk(berkas: BerkasAdendum, pustaka: Pustaka, registri: Path | None) -> KeadaanInduk:
    """The parent that a draft names, with every adendum before this one.

    Args:
        berkas: the draft of the adendum.
        pustaka: the law library, for a parent given as a draft.
        registri: where to look; the workspace's own registry when None.

    Raises:
        NaskahError: no such parent, or one registered before trees were kept.
    """
    if registri is None and pustaka.ruang.akar is not None:
        registri = pustaka.ruang.registri
    adendum = berkas.rancangan.id or derive_id(Path(berkas.nama))
    induk = berkas.rancangan.induk
    if induk.berkas is not None:
        return _from_draft(berkas, pustaka, registri, adendum)
    assert induk.id is not None
    if registri is None or not registri.exists():
        pesan = f"registri belum ada, jadi induk {induk.id!r} tidak ditemukan; daftarkan induknya lebih dahulu"
        raise NaskahError(berkas.galat(("induk", "id"), pesan))
    try:
        return read_keadaan(registri, induk.id, sebelum=adendum)
    except NaskahError as error:
        raise NaskahError(berkas.galat(("induk", "id"), g.pesan) for g in error.galat) from None


def _from_draft(berkas: BerkasAdendum, pustaka: Pustaka, registri: Path | None, adendum: str) -> KeadaanInduk:
    assert berkas.rancangan.induk.berkas is not None
    jalur = Path(berkas.nama).parent / berkas.rancangan.induk.berkas
    if not jalur.is_file():
        pesan = f"berkas {jalur} tidak ada; jalurnya dihitung dari folder rancangan ini"
        raise NaskahError(berkas.galat(("induk", "berkas"), pesan))
    draft = load_draft(jalur)
    if isinstance(draft, BerkasAdendum):
        raise NaskahError(berkas.galat(("induk", "berkas"), "induknya sendiri adendum; sebutkan perjanjian asalnya"))
    nama = draft.rancangan.id or derive_id(jalur)
    # What is registered is what was signed; the draft may have been edited since.
    if registri is not None and registri.exists() and (keadaan := _find_registered(registri, nama, adendum)):
        return keadaan
    susunan = assemble(draft, pustaka)
    komparisi = next((k.klausul for k in susunan.klausul if k.pasal == Bagian.KOMPARISI), _KOMPARISI)
    rancangan = susunan.rancangan
    return KeadaanInduk(
        id=nama,
        jenis=rancangan.jenis,
        judul=rancangan.judul,
        tanggal=rancangan.tanggal,
        tanggal_sama=susunan.tanggal_sama,
        pihak=rancangan.pihak,
        ketentuan=susunan.ketentuan,
        naskah=susunan.naskah,
        komparisi=komparisi,
        terdaftar=False,
    )


def _find_registered(registri: Path, nama: str, adendum: str) -> KeadaanInduk | None:
    with open_registry(registri, readonly=True) as basis, basis.read() as conn:
        ada = conn.execute("SELECT 1 FROM perjanjian WHERE id = ?", (nama,)).fetchone()
    return read_keadaan(registri, nama, sebelum=adendum) if ada else None


def read_keadaan(registri: Path, nama: str, *, sebelum: str) -> KeadaanInduk:
    """The state of a registered agreement before the adendum of id `sebelum` (or after all, when that is new)."""
    with open_registry(registri, readonly=True) as basis:
        silsilah = read_lineage(basis, nama)
    return to_keadaan(silsilah, _before(silsilah, sebelum))


def _before(silsilah: Silsilah, adendum: str) -> list[Adendum]:
    """The adenda before one of that id: composing it again must see what it saw the first time."""
    hasil = []
    for satu in silsilah.adendum:
        if satu.data["id"] == adendum:
            break
        hasil.append(satu)
    return hasil


def to_keadaan(silsilah: Silsilah, adendum: list[Adendum]) -> KeadaanInduk:
    """What the registry knows of an agreement with some of its adenda, as assembly needs it."""
    data = silsilah.data
    tersimpan = [to_tersimpan(satu) for satu in adendum]
    ketentuan = amend_ketentuan(data["ketentuan"], silsilah.tanggal, adendum)
    klausul = (k["klausul"] for k in data["klausul"] if k["pasal"] == Bagian.KOMPARISI)
    return KeadaanInduk(
        id=silsilah.id,
        jenis=JenisNaskah(data["jenis"]),
        judul=data["judul"],
        tanggal=date.fromisoformat(silsilah.tanggal),
        tanggal_sama=data["tanggal_sama"],
        pihak=tuple(_to_pihak(p) for p in amend_pihak(data["pihak"], adendum)),
        ketentuan=tuple(KETENTUAN.validate_python(dict(k.data)) for k in ketentuan if k.sampai == SELAMANYA),
        naskah=apply_all(load_naskah(silsilah.require_naskah()), tersimpan),
        komparisi=next(klausul, _KOMPARISI),
        adendum=tuple(satu.lalu for satu in tersimpan),
    )


def to_tersimpan(adendum: Adendum) -> AdendumTersimpan:
    """A registered adendum with its steps."""
    d = adendum.data
    lalu = AdendumLalu(d["id"], d["urutan"], tuple(d["nomor"]), date.fromisoformat(d["tanggal"]))
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
