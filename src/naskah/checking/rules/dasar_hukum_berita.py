"""Which gazette a regulation is promulgated in (UU 12/2011 Pasal 81-86)."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from naskah.checking.context import Konteks
from naskah.checking.finding import Keparahan
from naskah.checking.regulations import iter_dengan_pengubah
from naskah.checking.rule import Temu, aturan
from naskah.model.bacaan import JenisBacaan
from naskah.model.peraturan import JenisPeraturan
from naskah.reading.parts import Bagian


class Wadah(NamedTuple):
    """The gazette of a kind of regulation, and from which year on it was always that."""

    nama: str
    sejak: int


_NEGARA, _BERITA_NEGARA = Wadah("Lembaran Negara", 1951), Wadah("Berita Negara", 2005)
_DAERAH, _BERITA_DAERAH = Wadah("Lembaran Daerah", 2005), Wadah("Berita Daerah", 2005)
# UU 12/2011 Pasal 82, Pasal 83, and Pasal 86; UU 10/2004 before it.
_WADAH = {
    JenisPeraturan.UU: _NEGARA,
    JenisPeraturan.PERPPU: _NEGARA,
    JenisPeraturan.PP: _NEGARA,
    JenisPeraturan.PERPRES: _NEGARA,
    JenisPeraturan.PERMEN: _BERITA_NEGARA,
    JenisPeraturan.PERBAN: _BERITA_NEGARA,
    JenisPeraturan.PERDA_PROV: _DAERAH,
    JenisPeraturan.PERDA_KAB: _DAERAH,
    JenisPeraturan.PERGUB: _BERITA_DAERAH,
    JenisPeraturan.PERKADA: _BERITA_DAERAH,
}
_PENEMPATAN = re.compile(
    r"\b(?:penempatannya|penempatan|diundangkan)\s+dalam\s+(?P<nama>(?:Lembaran|Berita)\s+(?:Negara|Daerah))\b",
    re.IGNORECASE,
)
_UNIT_WILAYAH = re.compile(
    r"\b(?:Provinsi|Propinsi|Kabupaten|Kota|Wali\s*kota|Bupati|Gubernur|Peraturan|Daerah)\b", re.IGNORECASE
)
_NAMA_WADAH = re.compile(r"\s*(?:Lembaran|Berita)\s+(?:Negara|Daerah)\b", re.IGNORECASE)


@aturan(
    "D09",
    Keparahan.GALAT,
    "berita yang salah untuk jenis peraturannya",
    alasan=(
        "Undang-undang sampai dengan Perpres diundangkan dalam Lembaran Negara, peraturan menteri dalam Berita Negara, "
        "Perda dalam Lembaran Daerah, peraturan kepala daerah dalam Berita Daerah (UU 12/2011 Pasal 82, 83, dan 86)."
    ),
    salah="Peraturan Bupati Cempaka Raya Nomor 4 Tahun 2030 (Berita Negara Republik Indonesia Tahun 2030 Nomor 4)",
    benar="Peraturan Bupati Cempaka Raya Nomor 4 Tahun 2030 (Berita Daerah Kabupaten Cempaka Raya Tahun 2030 Nomor 4)",
)
def check_gazette(konteks: Konteks) -> Iterator[Temu]:
    """The gazette of every citation, and of a regulation's own closing."""
    for satu in iter_dengan_pengubah(konteks):
        berita = satu.sitasi.berita
        wadah = _WADAH.get(satu.jenis) if satu.jenis else None
        if berita is None or wadah is None or (satu.sitasi.tahun or 0) < wadah.sejak:
            continue
        sumber = berita.sumber
        ada = _NAMA_WADAH.match(berita.nama)
        if ada and _fold(ada[0]) != _fold(wadah.nama):
            pesan = f"{satu.nama} diundangkan dalam {wadah.nama}, bukan {' '.join(ada[0].split())}."
            yield Temu(satu.bagian, pesan, f'Ganti dengan "{wadah.nama}".', sumber.awal, sumber.akhir)
        elif ada and _name_area(berita.nama[ada.end() :]) and "Daerah" in wadah.nama:
            wilayah, milik = _name_area(berita.nama[ada.end() :]), _name_area(satu.sitasi.sebutan)
            if milik and _fold(wilayah) != _fold(milik):
                pesan = f"{satu.nama} diundangkan dalam {wadah.nama} {milik}, bukan {wilayah}."
                yield Temu(satu.bagian, pesan, "Periksa nama daerahnya.", sumber.awal, sumber.akhir)
    yield from _check_own(konteks)


def _fold(teks: str) -> str:
    return re.sub(r"\W+", "", teks).casefold()


def _name_area(teks: str) -> str:
    """The area that a gazette or a regulation is of, without its rank: "Cempaka Raya"."""
    return " ".join(_UNIT_WILAYAH.sub(" ", teks).split())


def _check_own(konteks: Konteks) -> Iterator[Temu]:
    jenis = konteks.bacaan.jenis
    if not jenis.peraturan:
        return
    benar = _DAERAH if jenis is JenisBacaan.PERATURAN_DAERAH else _BERITA_DAERAH
    for bagian in konteks.bagian:
        if bagian.peran == "penutup" and (cocok := _PENEMPATAN.search(bagian.teks)):
            yield from _compare_own(bagian, cocok, benar)


def _compare_own(bagian: Bagian, cocok: "re.Match[str]", benar: Wadah) -> Iterator[Temu]:
    if _fold(cocok["nama"]) != _fold(benar.nama):
        pesan = f"Peraturan ini diundangkan dalam {benar.nama}, bukan {' '.join(cocok['nama'].split())}."
        yield Temu(bagian, pesan, f'Ganti dengan "{benar.nama}".', cocok.start("nama"), cocok.end("nama"))
