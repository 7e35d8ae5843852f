"""The way in: a rancangan becomes a Naskah, its ketentuan and the clauses it uses."""

from collections.abc import Sequence
from dataclasses import dataclass

from naskah.assembly.coherence import find_warnings
from naskah.assembly.context import make_context
from naskah.assembly.numbering import DaftarTempat
from naskah.assembly.parts import PasalTersusun, Penyusun, name_labels
from naskah.assembly.refusals import find_refusals
from naskah.assembly.surroundings import PenyusunSekitar, Sekitar
from naskah.assembly.terms import bind_ketentuan, name_tempat
from naskah.assembly.tree import PembangunPasal, place_all
from naskah.assembly.work_plan import (
    attach_rencana,
    bind_rencana,
    find_plan_warnings,
    find_unknown_parties,
    find_unprinted,
)
from naskah.library.clauses import Klausul
from naskah.library.drafts import Berkas
from naskah.library.pustaka import Pustaka
from naskah.library.yaml_lines import Jalur
from naskah.model.bentuk import GayaBawaan
from naskah.model.galat import Galat, NaskahError
from naskah.model.jenis import JenisNaskah
from naskah.model.ketentuan import Ketentuan
from naskah.model.naskah import Naskah, Pasal
from naskah.model.pendaftaran import KlausulTerpakai
from naskah.model.rancangan import Rancangan


@dataclass(frozen=True)
class Susunan:
    """A draft put together: the tree, what it promises over time, what it was made from, what looks wrong."""

    rancangan: Rancangan
    naskah: Naskah
    ketentuan: tuple[Ketentuan, ...]
    klausul: tuple[KlausulTerpakai, ...]
    tanggal_sama: bool
    unit: str | None
    peringatan: tuple[Galat, ...]


@dataclass(frozen=True, slots=True)
class _Pemakaian:
    """One clause in use: where the draft names it, and where it stands in the document."""

    jalur: Jalur
    klausul: Klausul
    tempat: str


def assemble(berkas: Berkas, pustaka: Pustaka) -> Susunan:
    """Put a draft together. NaskahError carries every fault found, each with its file and line."""
    rancangan = berkas.rancangan
    bentuk = pustaka.bentuk(rancangan.jenis)
    gaya = merge_gaya(bentuk.gaya, rancangan)
    label = name_labels(rancangan.pasal)
    penyusun = Penyusun(berkas, pustaka, make_context(rancangan, gaya, label))
    pasal = penyusun.fill_pasal(rancangan.pasal, label)
    tempat = place_all(pasal, berkas, penyusun.galat)
    tempat.tertunda = penyusun.tertunda
    batang = [PembangunPasal(p, tempat, penyusun.galat).build(str(i)) for i, p in enumerate(pasal, 1)]
    sekitar = PenyusunSekitar(penyusun, bentuk, gaya, tempat).build()
    tanggal_sama = rancangan.tanggal_sama
    if tanggal_sama is None:
        tanggal_sama = pustaka.ruang.pengaturan.tanggal_sama
    ketentuan = [*_bind_all(pasal, sekitar, tempat, penyusun), *bind_rencana(berkas, tanggal_sama)]
    penyusun.galat += (*find_unknown_parties(berkas), *find_unprinted(berkas, bentuk))
    penyusun.galat += find_refusals(berkas, pustaka.peraturan, ketentuan, tanggal_sama)
    if penyusun.galat:
        raise NaskahError(dict.fromkeys(penyusun.galat))
    dipakai = _list_uses(pasal, sekitar, tempat)
    muatan = {isi for satu in pasal for isi in satu.muatan}
    letak = [(p.jalur, p.klausul) for p in dipakai]
    naskah = attach_rencana(_build_naskah(rancangan, gaya, sekitar, batang), berkas)
    peringatan = (
        *find_warnings(berkas, bentuk, muatan, letak, pustaka.peraturan, ketentuan),
        *find_plan_warnings(berkas, naskah, pasal, ketentuan, tanggal_sama),
    )
    return Susunan(
        rancangan=rancangan,
        naskah=naskah,
        ketentuan=tuple(ketentuan),
        klausul=tuple(
            KlausulTerpakai(klausul=p.klausul.nama, versi=p.klausul.kepala.versi, sidik=p.klausul.sidik, pasal=p.tempat)
            for p in dipakai
        ),
        tanggal_sama=tanggal_sama,
        unit=rancangan.unit or pustaka.ruang.pengaturan.unit,
        peringatan=peringatan,
    )


def merge_gaya(bawaan: GayaBawaan, rancangan: Rancangan) -> GayaBawaan:
    """The style of the kind with the draft's own choices on top."""
    return bawaan.model_copy(update=rancangan.gaya.model_dump(exclude_none=True))


def _bind_all(
    pasal: Sequence[PasalTersusun], sekitar: Sekitar, tempat: DaftarTempat, penyusun: Penyusun
) -> list[Ketentuan]:
    """All terms of the document: of its pasal, of the parts around them, and its parent."""
    hasil: list[Ketentuan | None] = []
    for satu in pasal:
        bawaan = name_tempat(tempat.tempat[satu.label]) if satu.label in tempat.tempat else ""
        for mentah in satu.ketentuan:
            hasil.append(penyusun.collect(bind_ketentuan, mentah, satu.nilai, tempat, bawaan, satu.asal))
    for bagian, isi in sekitar.bagian.items():
        for mentah in isi.klausul.kepala.ketentuan:
            nama = bagian.value.replace("-", " ").capitalize()
            hasil.append(penyusun.collect(bind_ketentuan, mentah, isi.nilai, tempat, nama, isi.klausul.berkas))
    induk = penyusun.berkas.rancangan.induk
    if induk is not None:
        tempat_induk = "Pembuka" if penyusun.berkas.rancangan.jenis is JenisNaskah.RENCANA_KERJA else "Premis"
        hasil.append(induk if induk.sumber else induk.model_copy(update={"sumber": tempat_induk}))
    return [k for k in hasil if k is not None]


def _list_uses(pasal: Sequence[PasalTersusun], sekitar: Sekitar, tempat: DaftarTempat) -> list[_Pemakaian]:
    """Every library clause in use, in the order of the document."""
    hasil = [
        _Pemakaian(p.jalur, p.klausul, name_tempat(tempat.tempat[p.label])) for p in pasal if p.klausul is not None
    ]
    hasil += [_Pemakaian(("bagian", nama.value), isi.klausul, nama.value) for nama, isi in sekitar.bagian.items()]
    return hasil


def _build_naskah(rancangan: Rancangan, gaya: GayaBawaan, sekitar: Sekitar, batang: Sequence[Pasal]) -> Naskah:
    return Naskah(
        jenis=rancangan.jenis,
        kepala=sekitar.kepala,
        pembuka=sekitar.pembuka,
        gaya_pihak=gaya.pihak,
        pihak=sekitar.pihak,
        setelah_pihak=sekitar.setelah_pihak,
        premis=sekitar.premis,
        dasar=sekitar.dasar,
        kesepakatan=sekitar.kesepakatan,
        batang=tuple(batang),
        penutup=sekitar.penutup,
        tanda_tangan=sekitar.tanda_tangan,
        paraf=sekitar.paraf,
    )
