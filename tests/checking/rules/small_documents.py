"""Small documents to try one rule on. Every name, number and sentence here is invented."""

from naskah.checking.context import Konteks
from naskah.checking.finding import Temuan
from naskah.checking.kamus import Kamus, load_kamus
from naskah.checking.run import check_konteks, load_rules
from naskah.model.bacaan import Alinea, Bacaan, JenisBacaan, NaskahPeraturan, Peran
from naskah.model.isi import Isi, Teks
from naskah.model.jenis import JenisNaskah
from naskah.model.naskah import (
    Ayat,
    BlokTandaTangan,
    Dasar,
    GayaDaftar,
    Isian,
    Kelompok,
    Kepala,
    Naskah,
    Pasal,
    PihakNaskah,
    Premis,
    Rincian,
    Tingkat,
)
from naskah.model.tempat import Tempat

SEBUTAN = ("PIHAK KESATU", "PIHAK KEDUA")


def read(teks: str, baris: int = 1) -> Isi:
    """Text as a reader gives it, with its place; *stars* mark italics."""
    hasil, awal = [], 0
    for i, satu in enumerate(teks.split("*")):
        if satu:
            hasil.append(Teks(satu, i % 2 == 1, Tempat(baris - 1, baris, awal)))
        awal += len(satu)
    return tuple(hasil)


def huruf(*butir: str | Rincian) -> tuple[Rincian, ...]:
    """A list a., b., c.; an item that is one already stays as it is."""
    return tuple(
        satu if isinstance(satu, Rincian) else Rincian(Tingkat.HURUF, "abcdefghij"[i], read(satu, i + 10))
        for i, satu in enumerate(butir)
    )


def satu_huruf(nomor: str, teks: str, *sub: Rincian, isian: tuple[Isian, ...] = ()) -> Rincian:
    return Rincian(Tingkat.HURUF, nomor, read(teks), sub, isian)


def angka(nomor: str, teks: str, *sub: Rincian) -> Rincian:
    return Rincian(Tingkat.ANGKA, nomor, read(teks), sub)


def ayat(nomor: str | None, teks: str, *rincian: Rincian) -> Ayat:
    return Ayat(nomor, read(teks), rincian)


def pasal(nomor: str, *isi: Ayat | str) -> Pasal:
    """A pasal; texts become its ayat: one without a number, several numbered from 1."""
    satu = len(isi) == 1
    semua = (a if isinstance(a, Ayat) else ayat(None if satu else str(i), a, *()) for i, a in enumerate(isi, 1))
    return Pasal(nomor, read("LINGKUP"), tuple(semua))


def pihak(sebutan: str, nomor: str) -> PihakNaskah:
    komparisi = (
        read(f"Kepala Balai, dalam hal ini bertindak untuk dan atas nama Balai, selanjutnya disebut {sebutan}."),
    )
    return PihakNaskah(nomor, sebutan, "SARI WULANDARI", "Kepala Balai", "Balai", komparisi)


def blok(*nama: str) -> tuple[tuple[BlokTandaTangan, ...], ...]:
    """Signature blocks, two a row, each "PIHAK KEDUA: BIMA ADISAPUTRA"; without a name it is that."""
    semua = [satu.split(": ") if ": " in satu else [satu, "BIMA ADISAPUTRA"] for satu in nama]
    semua_blok = [BlokTandaTangan(sebutan, None, orang) for sebutan, orang in semua]
    return tuple(tuple(semua_blok[n : n + 2]) for n in range(0, len(semua_blok), 2))


def perjanjian(
    *batang: Pasal | Kelompok | str,
    premis: tuple[str, ...] = (),
    dasar: tuple[str, ...] = (),
    tanda_tangan: tuple[tuple[BlokTandaTangan, ...], ...] | None = None,
    paraf: tuple[str, ...] = SEBUTAN,
    para_pihak: tuple[str, ...] = SEBUTAN,
    jenis: JenisNaskah = JenisNaskah.PERJANJIAN_KERJA_SAMA,
    alinea: tuple[Alinea, ...] = (),
    berkas: str = "coba.docx",
) -> Bacaan:
    """An agreement that has nothing wrong but what it is given; a text is a pasal of its own."""
    isi = tuple(pasal(str(i), satu) if isinstance(satu, str) else satu for i, satu in enumerate(batang, 1))
    naskah = Naskah(
        jenis=jenis,
        kepala=Kepala(jenis.sebutan.upper(), ("BALAI", "DINAS"), read("PEMANFAATAN DATA CUACA"), ()),
        pembuka=read("Pada hari ini yang bertanda tangan di bawah ini:"),
        gaya_pihak=GayaDaftar.ANGKA,
        pihak=tuple(pihak(satu, str(i)) for i, satu in enumerate(para_pihak, 1)),
        setelah_pihak=(),
        premis=Premis(read("PARA PIHAK menerangkan:"), GayaDaftar.HURUF, tuple(map(read, premis))) if premis else None,
        dasar=(Dasar(read("Dasar hukum:"), tuple(map(read, dasar))),) if dasar else (),
        kesepakatan=read("PARA PIHAK sepakat dengan ketentuan sebagai berikut:"),
        batang=isi,
        penutup=(read("Demikian naskah ini dibuat dalam rangkap 2 (dua)."),),
        tanda_tangan=blok("PIHAK KEDUA", "PIHAK KESATU") if tanda_tangan is None else tanda_tangan,
        paraf=paraf,
    )
    return Bacaan(berkas, JenisBacaan(jenis.value), naskah, alinea)


def perda(
    *batang: Pasal | Kelompok,
    menimbang: tuple[str, ...] = ("bahwa data cuaca perlu dikelola;",),
    mengingat: tuple[str, ...] = ("Undang-Undang Nomor 1 Tahun 2031 tentang Perkara Cuaca;",),
    pembentuk: str = "BUPATI CEMPAKA RAYA,",
    tanda_tangan: tuple[str, ...] = ("BUPATI CEMPAKA RAYA,", "ttd", "SARI WULANDARI"),
) -> Bacaan:
    """A regulation that has nothing wrong but what it is given."""
    naskah = NaskahPeraturan(
        kepala=(read("PERATURAN DAERAH KABUPATEN CEMPAKA RAYA"),),
        nomor="1",
        tahun=2031,
        tentang=read("PENGELOLAAN DATA CUACA"),
        pembentuk=read(pembentuk),
        menimbang=tuple(map(read, menimbang)),
        mengingat=tuple(map(read, mengingat)),
        menetapkan=read("PERATURAN DAERAH TENTANG PENGELOLAAN DATA CUACA."),
        batang=batang,
        penutup=(),
        tanda_tangan=tuple(map(read, tanda_tangan)),
    )
    return Bacaan("coba.docx", JenisBacaan.PERATURAN_DAERAH, naskah, ())


def paragraf(teks: str, peran: Peran, nomor: int = 1) -> Alinea:
    return Alinea(Tempat(nomor - 1, nomor), teks, peran=peran)


def find(kode: str, bacaan: Bacaan, kamus: Kamus | None = None) -> list[Temuan]:
    """What one rule finds."""
    return check_konteks(Konteks(bacaan, {}, kamus or load_kamus()), [load_rules()[kode]])


def told(kode: str, bacaan: Bacaan) -> list[tuple[str, str]]:
    """The places and the words that one rule points at."""
    return [(satu.letak, satu.kutipan) for satu in find(kode, bacaan)]
