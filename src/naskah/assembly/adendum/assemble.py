"""The way in: the draft of an adendum and the state of its parent become a Naskah, and the parent's next state."""

from dataclasses import dataclass, replace
from datetime import date

from naskah.assembly.adendum.activities import change_activity, check_plan, delete_activity, insert_activity
from naskah.assembly.adendum.checks import check_elements, check_parent, check_references, check_signatories
from naskah.assembly.adendum.definitions import change_definition, delete_definition, insert_definition
from naskah.assembly.adendum.document import (
    build_naskah,
    build_premis,
    build_sekitar,
    make_rancangan,
    merge_gaya,
)
from naskah.assembly.adendum.parent import KeadaanInduk, name_ordinal
from naskah.assembly.adendum.parties import change_address, change_official, change_party
from naskah.assembly.adendum.places import change_place, delete_place, insert_place
from naskah.assembly.adendum.term import extend_term
from naskah.assembly.adendum.terms import check_terms
from naskah.assembly.adendum.work import Kerja
from naskah.assembly.context import NaskahKonteks, make_context
from naskah.assembly.parts import Penyusun
from naskah.assembly.spans import punctuate
from naskah.library.adendum import BerkasAdendum
from naskah.library.drafts import Berkas
from naskah.library.pustaka import Pustaka
from naskah.library.yaml_lines import Jalur
from naskah.model.galat import Galat, NaskahError
from naskah.model.jenis import JenisNaskah
from naskah.model.langkah import PerubahanNaskah
from naskah.model.naskah import Naskah, Premis
from naskah.model.pendaftaran import KlausulTerpakai
from naskah.model.pendaftaran_adendum import UbahKetentuan, UbahPihak
from naskah.model.perubahan import Hapus, Perubahan, Ubah
from naskah.model.rancangan import Penandatangan, Pihak
from naskah.model.rancangan_adendum import RancanganAdendum


@dataclass(frozen=True)
class SusunanAdendum:
    """An adendum put together: its document, its steps, and what it makes of the parent."""

    rancangan: RancanganAdendum
    induk: KeadaanInduk
    urutan: int
    berlaku: date
    pihak: tuple[Pihak, ...]  # as they sign
    naskah: Naskah
    perubahan: PerubahanNaskah
    ketentuan: tuple[UbahKetentuan, ...]
    ubah_pihak: tuple[UbahPihak, ...]
    klausul: tuple[KlausulTerpakai, ...]
    peringatan: tuple[Galat, ...]


def assemble_adendum(berkas: BerkasAdendum, pustaka: Pustaka, induk: KeadaanInduk) -> SusunanAdendum:
    """Put an adendum together. NaskahError carries every fault found, each with its file and line."""
    if induk.jenis is JenisNaskah.ADENDUM:
        pesan = "induknya sendiri adendum; sebutkan perjanjian yang diubahnya"
        raise NaskahError((*berkas.cacat, berkas.galat(("induk",), pesan)))
    galat = (*berkas.cacat, *check_parent(berkas, induk))
    berkas = _fit_parties(berkas, len(induk.pihak))
    rancangan = berkas.rancangan
    kerja = _open(berkas, pustaka, induk)
    kerja.penyusun.galat += galat
    for i, satu in berkas.iter_perubahan():
        kerja.penyusun.collect(_carry_out, kerja, satu, ("perubahan", i))
    if not kerja.penyusun.galat:
        check_terms(kerja)
        check_plan(kerja)
    pihak = _choose_signatories(kerja)
    gaya = merge_gaya(pustaka, induk, berkas)
    efektif = make_rancangan(berkas, induk, pihak, gaya)
    kerja.penyusun.konteks = _name_context(make_context(efektif, gaya, ()), induk)
    bentuk = pustaka.bentuk(rancangan.jenis)
    # The recital that is always there is made of sentences; its opening is a part as of any naskah.
    butir = kerja.penyusun.collect(build_premis, kerja.penyusun, induk, rancangan.premis) or ()
    efektif = efektif.model_copy(update={"premis": butir})
    sekitar, _ = build_sekitar(kerja.penyusun, efektif, berkas, bentuk, gaya)
    if kerja.penyusun.galat:
        raise NaskahError(dict.fromkeys(kerja.penyusun.galat))
    berlaku = rancangan.berlaku or rancangan.tanggal
    premis = sekitar.premis or Premis((), gaya.premis, punctuate(butir, dan=True))
    naskah = build_naskah(kerja, sekitar, premis, berlaku)
    return SusunanAdendum(
        rancangan=rancangan,
        induk=induk,
        urutan=len(induk.adendum) + 1,
        berlaku=berlaku,
        pihak=tuple(pihak),
        naskah=naskah,
        perubahan=kerja.perubahan,
        ketentuan=tuple(kerja.ubah_ketentuan),
        ubah_pihak=tuple(kerja.ubah_pihak),
        klausul=tuple(
            KlausulTerpakai(
                klausul=isi.klausul.nama, versi=isi.klausul.kepala.versi, sidik=isi.klausul.sidik, pasal=nama.value
            )
            for nama, isi in sekitar.bagian.items()
        ),
        peringatan=(
            *kerja.peringatan,
            *check_elements(kerja),
            *check_signatories(berkas, induk, pihak),
            *check_references(berkas, induk.naskah, kerja.naskah),
            *_check_registered(berkas, induk),
        ),
    )


def _fit_parties(berkas: BerkasAdendum, jumlah: int) -> BerkasAdendum:
    """The draft without numbers and signatories of parties that there are not: `check_parent` has told of them."""
    rancangan = berkas.rancangan
    nomor = rancangan.nomor if len(rancangan.nomor) == jumlah else ()
    orang = {i: satu for i, satu in rancangan.penandatangan.items() if i <= jumlah}
    sesuai = rancangan.model_copy(update={"nomor": nomor, "penandatangan": orang})
    return berkas if sesuai == rancangan else replace(berkas, rancangan=sesuai)


def _open(berkas: BerkasAdendum, pustaka: Pustaka, induk: KeadaanInduk) -> Kerja:
    """The work before the first change: the sentences know the adendum, typed wording knows the parent."""
    gaya = merge_gaya(pustaka, induk, berkas)
    efektif = make_rancangan(berkas, induk, induk.pihak, gaya)
    topik = [p.label for p in induk.naskah.iter_pasal() if p.label]
    konteks = make_context(efektif, gaya, topik)
    milik_induk = replace(konteks, sebutan=induk.jenis.sebutan, tanggal=induk.tanggal)
    penyusun = Penyusun(Berkas(efektif, berkas.yaml), pustaka, _name_context(konteks, induk))
    return Kerja(berkas, induk, penyusun, milik_induk, induk.naskah, list(induk.ketentuan), list(induk.pihak))


def _name_context(konteks: NaskahKonteks, induk: KeadaanInduk) -> NaskahKonteks:
    """An adendum calls itself by its ordinal: "Adendum Kesatu"."""
    return replace(konteks, sebutan=f"Adendum {name_ordinal(len(induk.adendum) + 1)}")


def _carry_out(kerja: Kerja, satu: Perubahan, jalur: Jalur) -> None:
    """One change, by the key that the draft gives."""
    jalur = (*jalur, satu.perbuatan)
    if satu.perpanjang is not None:
        extend_term(kerja, satu.perpanjang, jalur)
    elif satu.pejabat is not None:
        change_official(kerja, satu.pejabat, jalur)
    elif satu.alamat is not None:
        change_address(kerja, satu.alamat, jalur)
    elif satu.ubah is not None:
        _change(kerja, satu.ubah, jalur)
    elif satu.sisipkan is not None:
        if satu.sisipkan.istilah is not None:
            insert_definition(kerja, satu.sisipkan, jalur)
        elif satu.sisipkan.kegiatan is not None:
            insert_activity(kerja, satu.sisipkan, jalur)
        else:
            insert_place(kerja, satu.sisipkan, jalur)
    elif satu.hapus is not None:
        _delete(kerja, satu.hapus, jalur)


def _change(kerja: Kerja, ubah: Ubah, jalur: Jalur) -> None:
    if ubah.istilah is not None:
        change_definition(kerja, ubah, jalur)
    elif ubah.kegiatan is not None:
        change_activity(kerja, ubah, jalur)
    elif ubah.pihak is not None:
        change_party(kerja, ubah, jalur)
    else:
        change_place(kerja, ubah, jalur)


def _delete(kerja: Kerja, hapus: Hapus, jalur: Jalur) -> None:
    if hapus.istilah is not None:
        delete_definition(kerja, hapus.istilah, jalur)
    elif hapus.kegiatan is not None:
        delete_activity(kerja, hapus.kegiatan, jalur)
    else:
        delete_place(kerja, hapus, jalur)


def _choose_signatories(kerja: Kerja) -> list[Pihak]:
    """The parties as they sign: by the draft, by its new official, or as the parent."""
    hasil = list(kerja.pihak)
    for urutan, orang in kerja.berkas.rancangan.penandatangan.items():
        baru = Penandatangan.model_validate(orang.model_dump(exclude={"bertindak_untuk"}))
        ganti: dict[str, object] = {"penandatangan": baru}
        if orang.bertindak_untuk is not None:
            ganti["bertindak_untuk"] = orang.bertindak_untuk
        hasil[urutan - 1] = hasil[urutan - 1].model_copy(update=ganti)
    return hasil


def _check_registered(berkas: BerkasAdendum, induk: KeadaanInduk) -> tuple[Galat, ...]:
    if induk.terdaftar:
        return ()
    pesan = (
        f"induk {induk.id!r} belum terdaftar, jadi adendum ini dianggap yang kesatu; daftarkan induknya lebih dahulu"
    )
    return (berkas.galat(("induk",), pesan),)
