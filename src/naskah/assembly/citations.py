"""Cites regulations as they stood on a date (kaidah.md "Citing regulations"; UU 12/2011 Lampiran II 41-49)."""

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


def sort_by_hierarchy(butir: Sequence[str], pustaka: Perpustakaan) -> list[str]:
    """Known keys by hierarchy, year and number; a citation typed out stays behind the one before it."""
    kunci_urut: list[tuple[tuple[int, int, int, str], int, str]] = []
    sebelum = (-1, 0, 0, "")
    for i, satu in enumerate(butir):
        if satu in pustaka:
            p = pustaka[satu]
            angka = "".join(c for c in p.nomor.partition("/")[0] if c.isdigit())
            sebelum = (p.jenis.tingkat, p.tahun, int(angka or 0), p.nomor)
        kunci_urut.append((sebelum, i, satu))
    return [satu for _, _, satu in sorted(kunci_urut)]
