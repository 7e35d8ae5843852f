"""Cites regulations as they stood on a date (kaidah.md "Citing regulations"; UU 12/2011 Lampiran II 41-49)."""

import re
from collections.abc import Sequence
from datetime import date

from naskah.bahasa.tanggal import format_tanggal
from naskah.library.regulations import Perpustakaan
from naskah.model.peraturan import JenisPeraturan, Peraturan


def cite_bare(peraturan: Peraturan) -> str:
    """Kind, number, year and title, without amendments: "Undang-Undang Nomor 23 Tahun 2014 tentang ..."."""
    if peraturan.jenis is JenisPeraturan.UUD:
        return peraturan.sebutan
    teks = f"{peraturan.sebutan} Nomor {peraturan.nomor}"
    if peraturan.jenis is JenisPeraturan.EDARAN:
        teks += f" tanggal {format_tanggal(peraturan.tanggal)}" if peraturan.tanggal else ""
    elif "/" not in peraturan.nomor:  # numbers such as 215/PMK.07/2021 already hold the year
        teks += f" Tahun {peraturan.tahun}"
    return f"{teks} tentang {peraturan.tentang}"


def cite(kunci: str, pustaka: Perpustakaan, pada: date) -> str:
    """The full citation as of `pada`, naming the last amendment in force on that day."""
    peraturan = pustaka[kunci]
    teks = cite_bare(peraturan)
    berlaku = sorted((u for u in peraturan.diubah if u.sejak <= pada), key=lambda u: u.sejak)
    if not berlaku:
        return teks
    terakhir = cite_bare(pustaka[berlaku[-1].oleh])
    if len(berlaku) == 1:
        return f"{teks} sebagaimana telah diubah dengan {terakhir}"
    return f"{teks} sebagaimana telah beberapa kali diubah, terakhir dengan {terakhir}"


def find_revocation(kunci: str, pustaka: Perpustakaan, pada: date) -> str | None:
    """The regulation that revoked `kunci` on or before `pada`, cited.

    None while it is in force, and where the library is not certain of the revocation.
    """
    dicabut = pustaka[kunci].dicabut
    if dicabut is None or dicabut.sejak > pada or not pustaka[kunci].pasti:
        return None
    return cite_bare(pustaka[dicabut.oleh])


# How a citation typed out begins, longest first, and its rank.
_AWALAN = (
    ("undang-undang dasar", JenisPeraturan.UUD),
    ("ketetapan majelis", JenisPeraturan.TAP_MPR),
    ("undang-undang", JenisPeraturan.UU),
    ("peraturan pemerintah pengganti", JenisPeraturan.PERPPU),
    ("peraturan pemerintah", JenisPeraturan.PP),
    ("peraturan presiden", JenisPeraturan.PERPRES),
    ("keputusan presiden", JenisPeraturan.KEPPRES),
    ("instruksi presiden", JenisPeraturan.INPRES),
    ("peraturan menteri", JenisPeraturan.PERMEN),
    ("peraturan badan", JenisPeraturan.PERBAN),
    ("peraturan daerah provinsi", JenisPeraturan.PERDA_PROV),
    ("peraturan daerah daerah", JenisPeraturan.PERDA_PROV),  # Daerah Khusus Ibukota, Daerah Istimewa
    ("peraturan gubernur", JenisPeraturan.PERGUB),
    ("peraturan daerah", JenisPeraturan.PERDA_KAB),
    ("peraturan bupati", JenisPeraturan.PERKADA),
    ("peraturan wali", JenisPeraturan.PERKADA),
    ("surat edaran", JenisPeraturan.EDARAN),
)
_NOMOR_TAHUN = re.compile(
    r"Nomor\s+(?P<nomor>\d+)(?:\S*/(?P<dalam>(?:19|20)\d{2})\b|\S*(?:\s+Tahun\s+(?P<tahun>\d{4}))?)", re.IGNORECASE
)
_AWALAN_TERPANJANG = 100  # characters, with spare spaces and the pasal of the UUD
_PASAL = re.compile(r"^pasal \S+(?: ayat \(\S+\))?(?: huruf \S+)? (?=undang-undang dasar)")
_Urutan = tuple[int, int, int, str]


def sort_by_hierarchy(butir: Sequence[str], pustaka: Perpustakaan) -> list[str]:
    """By hierarchy, year and number (Lampiran II angka 41, 43); what is no known kind stays where it stood."""
    kunci_urut: list[tuple[_Urutan, int, str]] = []
    sebelum: _Urutan = (-1, 0, 0, "")
    for i, satu in enumerate(butir):
        sebelum = (_rank_known(pustaka[satu]) if satu in pustaka else _rank_typed(satu)) or sebelum
        kunci_urut.append((sebelum, i, satu))
    return [satu for _, _, satu in sorted(kunci_urut)]


def _rank_known(peraturan: Peraturan) -> _Urutan:
    angka = "".join(c for c in peraturan.nomor.partition("/")[0] if c.isdigit())
    return peraturan.jenis.tingkat, peraturan.tahun, int(angka or 0), peraturan.nomor


def read_jenis(kutipan: str) -> JenisPeraturan | None:
    """Return the kind that a citation typed out begins with; None for any other."""
    kecil = _PASAL.sub("", " ".join(kutipan[:_AWALAN_TERPANJANG].lower().split()))
    return next((jenis for awalan, jenis in _AWALAN if kecil.startswith(awalan)), None)


def _rank_typed(kutipan: str) -> _Urutan | None:
    jenis = read_jenis(kutipan)
    if jenis is None:
        return None
    cocok = _NOMOR_TAHUN.search(kutipan)
    nomor, tahun = (cocok["nomor"], cocok["tahun"] or cocok["dalam"]) if cocok else ("0", None)
    return jenis.tingkat, int(tahun or 0), int(nomor[:9]), nomor
