"""What stands around the pasal: title block, opening, parties, recitals, legal bases, closing, signatures."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from naskah.assembly.citations import cite, sort_by_hierarchy
from naskah.assembly.context import PihakKonteks
from naskah.assembly.markup import Mentah
from naskah.assembly.numbering import DaftarTempat, number_item
from naskah.assembly.parts import BagianTersusun, Penyusun, find_line
from naskah.assembly.references import RujukanError, resolve
from naskah.assembly.spans import capitalise, inline, merge, punctuate
from naskah.bahasa.penomoran import romawi
from naskah.library.clauses import Klausul
from naskah.model.bentuk import Bentuk, GayaBawaan
from naskah.model.galat import Galat
from naskah.model.isi import Isi, Silang, Teks
from naskah.model.klausul import Bagian
from naskah.model.naskah import BlokTandaTangan, Dasar, GayaDaftar, Kepala, PihakNaskah, Premis, Tingkat
from naskah.model.rancangan import PilihanKlausul, Rancangan, UrutanTandaTangan


@dataclass(slots=True)
class Sekitar:
    """All parts around the pasal, and the clauses they came from."""

    kepala: Kepala
    pembuka: Isi
    pihak: tuple[PihakNaskah, ...]
    setelah_pihak: tuple[Isi, ...]
    premis: Premis | None
    dasar: tuple[Dasar, ...]
    kesepakatan: Isi
    penutup: tuple[Isi, ...]
    tanda_tangan: tuple[tuple[BlokTandaTangan, ...], ...]
    paraf: tuple[str, ...]
    bagian: dict[Bagian, BagianTersusun]


class PenyusunSekitar:
    """Builds the parts around the pasal of one draft."""

    def __init__(self, penyusun: Penyusun, bentuk: Bentuk, gaya: GayaBawaan, tempat: DaftarTempat) -> None:
        self.penyusun, self.bentuk, self.gaya, self.tempat = penyusun, bentuk, gaya, tempat
        self.rancangan: Rancangan = penyusun.berkas.rancangan
        self.bagian: dict[Bagian, BagianTersusun] = {}

    def build(self) -> Sekitar:
        """Every part; faults are collected in the Penyusun."""
        return Sekitar(
            kepala=make_kepala(self.rancangan),
            pembuka=self._one(Bagian.PEMBUKA),
            pihak=self._build_pihak(),
            setelah_pihak=self._paragraphs(Bagian.SETELAH_PIHAK),
            premis=self._build_premis(),
            dasar=self._build_dasar(),
            kesepakatan=self._one(Bagian.KESEPAKATAN),
            penutup=self._paragraphs(Bagian.PENUTUP),
            tanda_tangan=arrange_signatures(self.rancangan, self.penyusun.konteks.pihak, self.gaya),
            paraf=tuple(p.sebutan for p in self.penyusun.konteks.pihak) if self.gaya.paraf else (),
            bagian=self.bagian,
        )

    def _paragraphs(self, bagian: Bagian, **tambahan: object) -> tuple[Isi, ...]:
        pilihan = self.rancangan.bagian.get(bagian)
        if pilihan is None:
            if bagian not in self.bentuk.bagian:
                return ()
            pilihan = PilihanKlausul(klausul=self.bentuk.bagian[bagian])
        tersusun = self.penyusun.collect(self.penyusun.fill_bagian, pilihan, bagian, tambahan)
        if tersusun is None:
            return ()
        self.bagian[bagian] = tersusun
        return tuple(self._resolve(alinea, tersusun.klausul) for alinea in tersusun.alinea)

    def _resolve(self, alinea: Mentah, asal: Klausul) -> Isi:
        try:
            return resolve(alinea, self.tempat, None)
        except RujukanError as error:
            baris = find_line(asal.badan, asal.baris_badan, f'"{error.label}"', f"'{error.label}'")
            if error.label not in self.tempat.tertunda:
                self.penyusun.galat.append(Galat(str(error), asal.berkas, baris))
            return ()

    def _one(self, bagian: Bagian) -> Isi:
        """A part of one paragraph; more are joined."""
        hasil: list[Teks | Silang] = []
        for alinea in self._paragraphs(bagian):
            hasil += ([Teks(" ")] if hasil else []) + list(alinea)
        return merge(hasil)

    def _build_pihak(self) -> tuple[PihakNaskah, ...]:
        pihak = self.penyusun.konteks.pihak
        hasil = []
        for i, satu in enumerate(pihak, 1):
            terakhir = i == len(pihak)
            komparisi = self._paragraphs(
                Bagian.KOMPARISI, pihak=satu, terakhir=terakhir, akhiran="." if terakhir else ";"
            )
            nama, jabatan = satu.penandatangan.nama, satu.penandatangan.jabatan
            nomor = number_in_style(self.gaya.pihak, i)
            hasil.append(PihakNaskah(nomor, satu.sebutan, nama.upper(), jabatan, satu.nama, komparisi))
        return tuple(hasil)

    def _build_premis(self) -> Premis | None:
        butir = self.rancangan.premis
        if not butir:
            return None
        pengantar = self._one(Bagian.PREMIS)
        return Premis(pengantar, self.gaya.premis, punctuate(butir, dan=True))

    def _build_dasar(self) -> tuple[Dasar, ...]:
        hasil = []
        for bagian, butir, jalur in (
            (Bagian.DASAR_HUKUM, self.rancangan.dasar_hukum, "dasar_hukum"),
            (Bagian.MEMPERHATIKAN, self.rancangan.memperhatikan, "memperhatikan"),
        ):
            if butir:
                kutipan = self.penyusun.collect(self._cite_all, butir, jalur) or []
                hasil.append(Dasar(self._one(bagian), punctuate(kutipan, dan=False)))
        return tuple(hasil)

    def _cite_all(self, butir: Sequence[str], jalur: str) -> list[str]:
        """Citations in the order of the hierarchy. A known key is cited, other text stays as typed."""
        pustaka, pada = self.penyusun.pustaka.peraturan, self.rancangan.tanggal
        hasil = []
        for satu in sort_by_hierarchy(butir, pustaka):
            if satu in pustaka:
                kutipan = self.penyusun.collect(cite, satu, pustaka, pada)
                hasil.append(kutipan or satu)
            elif " " in satu:
                hasil.append(satu)
            else:
                di = (jalur, butir.index(satu))
                self.penyusun.galat.append(self.penyusun.berkas.galat(di, _explain_unknown(satu, list(pustaka))))
        return hasil


def _explain_unknown(kunci: str, ada: Sequence[str]) -> str:
    mirip = get_close_matches(kunci, ada, 3, 0.6)
    usul = f"mungkin maksudnya {', '.join(mirip)}" if mirip else "tambahkan ke peraturan.yaml, atau tulis lengkap"
    return f"peraturan {kunci!r} tidak dikenal; {usul}"


def make_kepala(rancangan: Rancangan) -> Kepala:
    """The title block in capitals; number lines with PIHAK KESATU's first."""
    return Kepala(
        jenis=rancangan.jenis.sebutan.upper(),
        pihak=tuple(p.nama.upper() for p in rancangan.pihak),
        tentang=capitalise(inline(rancangan.judul)),
        nomor=tuple(p.nomor for p in rancangan.pihak if p.nomor),
        logo=tuple(p.logo for p in rancangan.pihak if p.logo),
    )


def number_in_style(gaya: GayaDaftar, urutan: int) -> str:
    """The `urutan`-th number of a list in that style: 1, a, A, I."""
    if gaya is GayaDaftar.ANGKA:
        return str(urutan)
    if gaya is GayaDaftar.ROMAWI:
        return romawi(urutan)
    teks = number_item(Tingkat.HURUF, urutan)
    return teks.upper() if gaya is GayaDaftar.HURUF_KAPITAL else teks


def arrange_signatures(
    rancangan: Rancangan, pihak: Sequence[PihakKonteks], gaya: GayaBawaan
) -> tuple[tuple[BlokTandaTangan, ...], ...]:
    """Rows of two signatures; PIHAK KEDUA stands left of PIHAK KESATU unless the draft says otherwise."""
    blok = [
        BlokTandaTangan(
            p.sebutan,
            p.penandatangan.jabatan.upper() if gaya.jabatan_di_tanda_tangan else None,
            p.penandatangan.nama.upper(),
        )
        for p in pihak
    ]
    baris = [tuple(blok[i : i + 2]) for i in range(0, len(blok), 2)]
    if gaya.tanda_tangan is UrutanTandaTangan.TERBALIK:
        baris = [tuple(reversed(b)) for b in baris]
    return tuple(baris)
