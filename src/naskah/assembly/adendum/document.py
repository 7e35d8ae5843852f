"""The document of an adendum: title, recital of the parent and all earlier adenda, Pasal I (changes), Pasal II."""

from collections.abc import Sequence
from datetime import date

from naskah.assembly.adendum.butir import Butir
from naskah.assembly.adendum.parent import KeadaanInduk, name_ordinal
from naskah.assembly.adendum.work import Kerja, fill_clause, fill_sentence
from naskah.assembly.environment import render_teks
from naskah.assembly.markup import parse_pasal
from naskah.assembly.numbering import DaftarTempat, number_ayat
from naskah.assembly.parts import Penyusun
from naskah.assembly.references import resolve
from naskah.assembly.spans import merge
from naskah.assembly.surroundings import PenyusunSekitar, Sekitar
from naskah.bahasa.daftar import join_daftar
from naskah.bahasa.penomoran import romawi
from naskah.bahasa.tanggal import format_tanggal
from naskah.library.adendum import BerkasAdendum
from naskah.library.drafts import Berkas
from naskah.library.pustaka import Pustaka
from naskah.model.bentuk import Bentuk, GayaBawaan
from naskah.model.isi import Isi, Teks, plain
from naskah.model.jenis import JenisNaskah
from naskah.model.klausul import Bagian
from naskah.model.naskah import Ayat, Kepala, Naskah, Pasal, Premis, Rincian, Tingkat
from naskah.model.rancangan import PasalBebas, Pihak, PilihanKlausul, Rancangan

# A draft of a whole agreement needs a pasal; those of an adendum come from its changes.
_TANPA_PASAL = PasalBebas(judul="-", isi="-")


def merge_gaya(pustaka: Pustaka, induk: KeadaanInduk, berkas: BerkasAdendum) -> GayaBawaan:
    """The style of an adendum: its own form, numbered and with paraf as its parent, the draft's choices on top."""
    naskah = induk.naskah
    ikut: dict[str, object] = {"pihak": naskah.gaya_pihak, "paraf": bool(naskah.paraf)}
    if naskah.premis is not None:
        ikut["premis"] = naskah.premis.gaya
    bawaan = pustaka.bentuk(JenisNaskah.ADENDUM).gaya
    return bawaan.model_copy(update=ikut | berkas.rancangan.gaya.model_dump(exclude_none=True))


def make_rancangan(berkas: BerkasAdendum, induk: KeadaanInduk, pihak: Sequence[Pihak], gaya: GayaBawaan) -> Rancangan:
    """The adendum as a draft of its own, for the parts around the pasal: the parent's parties, its own facts."""
    rancangan = berkas.rancangan
    nomor = rancangan.nomor or (None,) * len(pihak)
    bagian = dict(rancangan.bagian)
    bagian.setdefault(Bagian.KOMPARISI, PilihanKlausul(klausul=induk.komparisi))
    return Rancangan(
        jenis=JenisNaskah.ADENDUM,
        judul=induk.judul,
        tanggal=rancangan.tanggal,
        tempat=rancangan.tempat,
        pihak=tuple(p.model_copy(update={"nomor": n}) for p, n in zip(pihak, nomor, strict=True)),
        premis=rancangan.premis,
        pasal=(_TANPA_PASAL,),
        bagian=bagian,
        gaya=rancangan.gaya,
    )


def build_sekitar(
    penyusun: Penyusun, rancangan: Rancangan, berkas: BerkasAdendum, bentuk: Bentuk, gaya: GayaBawaan
) -> tuple[Sekitar, Penyusun]:
    """The parts around the pasal, made as those of any naskah."""
    sendiri = Penyusun(Berkas(rancangan, berkas.yaml), penyusun.pustaka, penyusun.konteks, penyusun.galat)
    return PenyusunSekitar(sendiri, bentuk, gaya, DaftarTempat()).build(), sendiri


def build_premis(penyusun: Penyusun, induk: KeadaanInduk, alasan: Sequence[str]) -> tuple[str, ...]:
    """The points of the recital: the parent, all earlier adenda, the draft's own reasons, the resolve."""
    sebutan = penyusun.konteks.sebutan
    butir = [plain(fill_sentence(penyusun, "premis-induk", ("induk",), {"induk": induk.lengkap}))]
    if induk.adendum:
        nilai = {"induk": induk.jenis.sebutan, "adendum": join_daftar([satu.lengkap for satu in induk.adendum])}
        butir.append(plain(fill_sentence(penyusun, "premis-adendum", ("induk",), nilai)))
    butir += alasan
    nilai = {"induk": induk.jenis.sebutan, "sebutan": sebutan}
    butir.append(plain(fill_sentence(penyusun, "premis-penutup", ("induk",), nilai)))
    return tuple(butir)


def build_batang(kerja: Kerja, berlaku: date) -> tuple[Pasal, Pasal]:
    """Pasal I with the numbered changes, Pasal II with the effect."""
    induk = kerja.induk
    semua = kerja.list_butir()
    pengantar = "satu-perubahan" if len(semua) == 1 else "banyak-perubahan"
    nilai = {"induk": induk.lengkap + _write_amended(induk)}
    kalimat = fill_sentence(kerja.penyusun, pengantar, ("perubahan",), nilai)
    ayat: tuple[Ayat, ...]
    if len(semua) == 1:
        (butir,) = semua
        ayat = (Ayat(None, kalimat), Ayat(None, butir.kalimat, kutipan=kerja.quote(butir)))
    else:
        ayat = (Ayat(None, kalimat, tuple(_number(kerja, i, b) for i, b in enumerate(semua, 1))),)
    return Pasal(romawi(1), (), ayat, "pasal-i"), _build_effect(kerja, berlaku)


def _number(kerja: Kerja, i: int, butir: Butir) -> Rincian:
    return Rincian(Tingkat.ANGKA, str(i), butir.kalimat, kutipan=kerja.quote(butir))


def _write_amended(induk: KeadaanInduk) -> str:
    """As regulations are cited: amended once, or several times and last by ... (kaidah.md, "Citing regulations")."""
    if not induk.adendum:
        return ""
    terakhir = induk.adendum[-1].lengkap
    if len(induk.adendum) == 1:
        return f" sebagaimana telah diubah dengan {terakhir}"
    return f" sebagaimana telah beberapa kali diubah, terakhir dengan {terakhir}"


def _build_effect(kerja: Kerja, berlaku: date) -> Pasal:
    """Pasal II, from clause adendum/berlaku: markup as in any pasal."""
    penyusun, rancangan = kerja.penyusun, kerja.berkas.rancangan
    nilai = {"induk": kerja.induk.jenis.sebutan}
    if berlaku != rancangan.tanggal:
        nilai["mulai"] = format_tanggal(berlaku)
    bagian = fill_clause(penyusun, "berlaku", ("berlaku",), nilai)
    klausul = bagian.klausul
    konteks = {**bagian.nilai, "naskah": penyusun.konteks}
    unit = parse_pasal(render_teks(klausul.badan, konteks, klausul.berkas, klausul.baris_badan))
    daftar = DaftarTempat()
    daftar.add_pasal("pasal-ii", romawi(2), unit)
    ayat = tuple(
        Ayat(no, resolve(satu.isi, daftar, daftar.tempat[satu.label or ""]), label=satu.label)
        for no, satu in number_ayat(unit)
    )
    return Pasal(romawi(2), (), ayat, "pasal-ii")


def build_naskah(kerja: Kerja, sekitar: Sekitar, premis: Premis, berlaku: date) -> Naskah:
    """The whole document."""
    induk = kerja.induk
    kepala = Kepala(
        jenis=f"ADENDUM {name_ordinal(len(induk.adendum) + 1)}".upper(),
        pihak=induk.naskah.kepala.pihak,  # the parent bears its title as it was signed
        tentang=induk.naskah.kepala.tentang,
        nomor=sekitar.kepala.nomor,
        logo=induk.naskah.kepala.logo,
        atas=induk.jenis.sebutan.upper(),
    )
    return Naskah(
        jenis=JenisNaskah.ADENDUM,
        kepala=kepala,
        pembuka=sekitar.pembuka,
        gaya_pihak=induk.naskah.gaya_pihak,
        pihak=sekitar.pihak,
        setelah_pihak=sekitar.setelah_pihak,
        premis=premis,
        dasar=(),
        kesepakatan=_fill_kesepakatan(kerja),
        batang=build_batang(kerja, berlaku),
        penutup=sekitar.penutup,
        tanda_tangan=sekitar.tanda_tangan,
        paraf=sekitar.paraf,
    )


def _fill_kesepakatan(kerja: Kerja) -> Isi:
    nilai = {"induk": kerja.induk.jenis.sebutan}
    return merge([s for s in fill_sentence(kerja.penyusun, "kesepakatan", ("bagian",), nilai) if isinstance(s, Teks)])
