"""Pieces -> the tree of a regulation (UU 12/2011 Lampiran II angka 2-7, 13-60)."""

import re
from collections.abc import Callable, Sequence

from naskah.model.bacaan import NaskahPeraturan, Peran
from naskah.model.isi import Isi
from naskah.reading.structure.body import PembacaBatang
from naskah.reading.structure.ledger import Catatan
from naskah.reading.structure.markers import KEPALA, Bentuk
from naskah.reading.structure.pieces import Potongan, is_capital, join_isi, join_pieces

_JUDUL_BAGIAN = re.compile(r"(?P<nama>Menimbang|Mengingat|Memperhatikan|Menetapkan)\b\s*:?\s*")
_NOMOR = re.compile(r"NOMOR\s*:?\s*(?P<nomor>\S+)?(?:\s+TAHUN\s+(?P<tahun>[0-9]{4}))?")
_RAHMAT = re.compile(r"DENGAN RAHMAT TUHAN", re.IGNORECASE)
_MEMUTUSKAN = re.compile(r"(?:Dengan\s+Persetujuan\s+Bersama|MEMUTUSKAN)\b", re.IGNORECASE)
_PEJABAT = re.compile(r"(?:GUBERNUR|BUPATI|WALI ?KOTA|PRESIDEN|SALINAN)\b")
_KEPALA_TERBANYAK = 6
_PENUTUP = re.compile(r"Agar\s+(?:setiap|supaya)\b|Ditetapkan di\b|Disahkan di\b", re.IGNORECASE)
_LARIK_PENUTUP = re.compile(
    r"(?:Agar\b|Ditetapkan\b|Disahkan\b|Diundangkan\b|pada tanggal\b"
    r"|(?:TAMBAHAN )?(?:LEMBARAN|BERITA) (?:DAERAH|NEGARA)\b|NOREG\b|NOMOR\b|\([0-9])",
    re.IGNORECASE,
)
_PENJELASAN = re.compile(r"PENJELASAN$")
_LAMPIRAN = re.compile(r"LAMPIRAN\b")


def read_regulation(potongan: Sequence[Potongan], catatan: Catatan) -> NaskahPeraturan:
    """Return the tree of a regulation; what it cannot place is left over."""
    batang = _find(potongan, lambda satu: satu.bentuk in KEPALA)
    penutup = _find(potongan, lambda satu: satu.tanda is None and _PENUTUP.match(satu.teks) is not None, batang)
    penjelasan = _find(potongan, lambda satu: _PENJELASAN.match(satu.teks.strip()) is not None, penutup)
    lampiran = _find(potongan, _begins_annex, penutup)
    awal_ekor = min(penjelasan, lampiran)
    penutup = min(penutup, awal_ekor)
    pertimbangan = min(_find(potongan, lambda satu: _JUDUL_BAGIAN.match(satu.teks) is not None), batang)

    judul, pembentuk = _split_head(potongan[:pertimbangan], catatan)
    kepala, tentang, nomor, tahun = _read_head(judul)
    bagian = _read_considerations(potongan[pertimbangan:batang], catatan)
    tubuh = PembacaBatang(catatan, berjudul=False).read(potongan[batang:penutup])
    tutup, tanda_tangan = _read_closing(potongan[penutup:awal_ekor], catatan)
    akhir_penjelasan = lampiran if lampiran > penjelasan else len(potongan)
    akhir_lampiran = penjelasan if penjelasan > lampiran else len(potongan)
    catatan.take(Peran.PENJELASAN, potongan[penjelasan:akhir_penjelasan])
    catatan.take(Peran.LAMPIRAN, potongan[lampiran:akhir_lampiran])
    return NaskahPeraturan(
        kepala=kepala,
        nomor=nomor,
        tahun=tahun,
        tentang=tentang,
        pembentuk=join_pieces([satu.unmarked() for satu in pembentuk]),
        menimbang=tuple(bagian["Menimbang"]),
        mengingat=tuple(bagian["Mengingat"]),
        menetapkan=join_isi(bagian["Menetapkan"]),
        batang=tubuh,
        penutup=tutup,
        tanda_tangan=tanda_tangan,
        penjelasan=tuple(satu.unmarked().isi for satu in potongan[penjelasan:akhir_penjelasan]),
        lampiran=tuple(satu.unmarked().isi for satu in potongan[lampiran:akhir_lampiran]),
        memutuskan=tuple(bagian["Memutuskan"]),
    )


def _find(potongan: Sequence[Potongan], cocok: Callable[[Potongan], bool], awal: int = 0) -> int:
    return next((i for i in range(awal, len(potongan)) if cocok(potongan[i])), len(potongan))


def _begins_annex(satu: Potongan) -> bool:
    return satu.tanda is None and _LAMPIRAN.match(satu.teks) is not None and is_capital(satu.teks)


def _split_head(potongan: Sequence[Potongan], catatan: Catatan) -> tuple[Sequence[Potongan], Sequence[Potongan]]:
    """Return the lines of the title and those of who makes the regulation; a cover before them is printing."""
    rahmat = max((i for i, satu in enumerate(potongan) if _RAHMAT.match(satu.teks)), default=None)
    akhir = len(potongan) if rahmat is None else rahmat + 1
    tentang = max((i for i in range(akhir) if potongan[i].teks.strip() == "TENTANG"), default=0)
    awal = 0
    if any(potongan[i].teks.strip() == "TENTANG" for i in range(tentang)):
        dekat = range(max(tentang - _KEPALA_TERBANYAK, 0), tentang)
        awal = next((i for i in dekat if _PEJABAT.match(potongan[i].teks.strip())), 0)
    catatan.take(Peran.CETAKAN, potongan[:awal], "halaman sampul")
    catatan.take(Peran.KEPALA, potongan[awal:])
    return potongan[awal:akhir], potongan[akhir:]


def _read_head(potongan: Sequence[Potongan]) -> tuple[tuple[Isi, ...], Isi, str | None, int | None]:
    """Return the lines of the head but the subject, the subject, number and year."""
    kepala: list[Isi] = []
    tentang: list[Isi] = []
    nomor, tahun = None, None
    dalam = False
    for satu in potongan:
        satu = satu.unmarked()
        teks = satu.teks.strip()
        if cocok := _NOMOR.match(teks):
            nomor = nomor or cocok["nomor"]
            tahun = tahun or (int(cocok["tahun"]) if cocok["tahun"] else None)
        if _RAHMAT.match(teks):
            dalam = False
        if dalam:
            tentang.append(satu.isi)
        else:
            kepala.append(satu.isi)
        dalam = dalam or teks == "TENTANG"
    return tuple(kepala), join_isi(tentang), nomor, tahun


def _read_considerations(potongan: Sequence[Potongan], catatan: Catatan) -> dict[str, list[Isi]]:
    """Return the items of Menimbang and Mengingat, the lines of the resolve, and Menetapkan."""
    hasil: dict[str, list[list[Isi]]] = {n: [] for n in ("Menimbang", "Mengingat", "Memutuskan", "Menetapkan")}
    nama = ""
    for satu in potongan:
        if satu.bentuk is Bentuk.KAPITAL:
            satu = satu.unmarked()  # no list here is numbered so
        baru = False
        if satu.tanda is None and (cocok := _JUDUL_BAGIAN.match(satu.teks)):
            nama = "Mengingat" if cocok["nama"] == "Memperhatikan" else cocok["nama"]
            satu, baru = satu.without_first(cocok.end()).reread(), True
        elif satu.tanda is None and nama in ("Menimbang", "Mengingat") and _MEMUTUSKAN.match(satu.teks):
            nama = "Memutuskan"
        peran = {"Menimbang": Peran.PREMIS, "Mengingat": Peran.DASAR}.get(nama, Peran.KESEPAKATAN)
        catatan.take(peran, satu)
        if not nama or not satu.teks.strip():
            continue
        daftar = hasil[nama]
        if nama == "Memutuskan" or baru or satu.tanda is not None or not daftar:
            daftar.append([satu.isi])
        else:
            daftar[-1].append(satu.isi)
    return {nama: [join_isi(satu) for satu in daftar] for nama, daftar in hasil.items()}


def _read_closing(potongan: Sequence[Potongan], catatan: Catatan) -> tuple[tuple[Isi, ...], tuple[Isi, ...]]:
    """Return the order to promulgate with places, dates and the gazette; and the lines of the signatures."""
    penutup: list[Isi] = []
    tanda_tangan: list[Isi] = []
    for satu in potongan:
        satu = satu.unmarked()
        if _LARIK_PENUTUP.match(satu.teks):
            penutup.append(satu.isi)
            catatan.take(Peran.PENUTUP, satu)
        else:
            tanda_tangan.append(satu.isi)
            catatan.take(Peran.TANDA_TANGAN, satu)
    return tuple(penutup), tuple(tanda_tangan)
