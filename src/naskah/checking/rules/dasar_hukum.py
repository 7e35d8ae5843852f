"""The list of legal bases: order, repeats, whole citations, and what is no regulation (Lampiran II angka 39-52)."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from naskah.checking.context import Konteks
from naskah.checking.finding import Keparahan
from naskah.checking.lists import Daftar
from naskah.checking.regulations import Dikutip, iter_dikutip, make_dikutip
from naskah.checking.rule import Temu, aturan
from naskah.model.bacaan import NaskahPeraturan
from naskah.model.peraturan import JenisPeraturan
from naskah.reading.parts import Bagian

# Perppu stands beside UU, the regulation of an agency beside that of a minister (UU 12/2011 Pasal 7 and 8): where
# drafters sort them by year with their equals, and where after them, both are right.
_SETARA = (JenisPeraturan.PERPPU, JenisPeraturan.PERBAN, JenisPeraturan.LAIN)
_Urutan = tuple[int, int, int]


def group_dasar(konteks: Konteks) -> Iterator[tuple[Daftar, list[tuple[Bagian, Dikutip | None]]]]:
    """Yield each list of legal bases with its items: what an item cites first, or None."""
    pertama = {satu.sumber.bagian.letak: satu for satu in reversed(konteks.fakta.dasar_hukum)}
    for daftar in konteks.daftar:
        if daftar.jenis == "dasar":
            butir = []
            for satu in daftar.butir:
                sitasi = pertama.get(satu.bagian.letak)
                butir.append((satu.bagian, make_dikutip(konteks, sitasi, dalam_daftar=True) if sitasi else None))
            yield daftar, butir


@aturan(
    "D01",
    Keparahan.PERINGATAN,
    "urutan dasar hukum",
    alasan=(
        "Dasar hukum diurutkan menurut hierarki, lalu menurut tahun dan nomornya (UU 12/2011 Pasal 7 dan Pasal 8; "
        "Lampiran II angka 41 dan angka 43)."
    ),
    salah="1. Peraturan Pemerintah Nomor 8 Tahun 2031; 2. Undang-Undang Nomor 5 Tahun 2030.",
    benar="1. Undang-Undang Nomor 5 Tahun 2030; 2. Peraturan Pemerintah Nomor 8 Tahun 2031.",
)
def check_order(konteks: Konteks) -> Iterator[Temu]:
    """The items that have to move so that the others stay where they are."""
    for _, semua in group_dasar(konteks):
        # Of one that is repeated only the first counts (D02).
        unik = {satu.nama.casefold(): satu for _, satu in reversed(semua) if satu}
        butir = [(s, urutan) for _, s in semua if s and unik[s.nama.casefold()] is s and (urutan := _rank(s))]
        tetap = _find_sorted([urutan for _, urutan in butir])
        for i, (satu, urutan) in enumerate(butir):
            if i not in tetap:
                # It stands behind what should follow it, or else before what should come first.
                di = bisect_right([butir[n][1] for n in tetap], urutan)
                lewat = di < len(tetap) and i > tetap[di]
                tujuan = f"sebelum {butir[tetap[di]][0].nama}" if lewat else f"sesudah {butir[tetap[di - 1]][0].nama}"
                pesan = f"{satu.nama} tidak pada urutannya menurut hierarki, tahun, dan nomor."
                yield Temu(satu.bagian, pesan, f"Tempatkan {tujuan}.", *satu.kepala)


def _rank(satu: Dikutip) -> _Urutan | None:
    """Its place in the order; None where it may stand in more than one."""
    jenis, sitasi = satu.jenis, satu.sitasi
    if jenis is JenisPeraturan.UUD:
        return jenis.tingkat, 0, 0
    if jenis is None or jenis in _SETARA or sitasi.tahun is None or sitasi.nomor is None:
        return None
    nomor = re.match(r"[0-9]{1,9}", sitasi.nomor)
    return (jenis.tingkat, sitasi.tahun, int(nomor[0])) if nomor else None


def _find_sorted(urutan: Sequence[_Urutan]) -> list[int]:
    """The positions of a longest run of items that stand in order; of several the one that begins first.

    So of two neighbours in the wrong order the second is the one that has to move.
    """
    # Patience sorting from the end: how long a run each item can begin.
    ujung: list[_Urutan] = []
    panjang: list[int] = []
    for a, b, c in reversed(urutan):
        satu = (-a, -b, -c)
        j = bisect_right(ujung, satu)
        ujung[j : j + 1] = [satu]
        panjang.append(j + 1)
    panjang.reverse()
    hasil: list[int] = []
    for i, satu in enumerate(urutan):
        if panjang[i] == len(ujung) - len(hasil) and (not hasil or satu >= urutan[hasil[-1]]):
            hasil.append(i)
    return hasil


@aturan(
    "D02",
    Keparahan.PERINGATAN,
    "dasar hukum dikutip dua kali",
    alasan=(
        "Satu peraturan disebut satu kali dalam dasar hukum, beserta perubahannya yang terakhir (UU 12/2011 Lampiran "
        "II angka 41 dan angka 52)."
    ),
    salah="1. Undang-Undang Nomor 5 Tahun 2030; 2. Undang-Undang Nomor 5 Tahun 2030 sebagaimana telah diubah ...",
    benar="1. Undang-Undang Nomor 5 Tahun 2030 sebagaimana telah diubah ...",
)
def check_repeated(konteks: Konteks) -> Iterator[Temu]:
    """Of a regulation that stands in the lists more than once, each after the first."""
    pertama: dict[str, Dikutip] = {}
    for satu in iter_dikutip(konteks):
        if not satu.dalam_daftar or satu.sitasi.nomor is None:
            continue
        lalu = pertama.setdefault(satu.nama.casefold(), satu)
        if lalu is not satu and lalu.bagian.letak != satu.bagian.letak:
            pesan = f"{satu.nama} sudah dikutip pada {lalu.bagian.letak}."
            saran = "Kutip satu kali saja, beserta perubahannya yang terakhir."
            yield Temu(satu.bagian, pesan, saran, *satu.kepala)


_MEMPERHATIKAN = re.compile(r"\bmemperhatikan\b(?!\s+(?:ketentuan\s+)?peraturan)", re.IGNORECASE)
_PERJANJIAN = re.compile(
    r"(?:Nota\s+Kesep\w+|Kesepakatan|Perjanjian|Ad+endum|Memorandum|Surat\b(?!\s+Edaran)|Berita\s+Acara|Proposal|Hasil|"
    r"Notula|Akta|Anggaran\s+Dasar|Rapat)\b",
    re.IGNORECASE,
)
# Until UU 12/2011 a decree could hold general rules; it counts as a regulation since (Pasal 100).
_TAHUN_KEPUTUSAN = 2011


@aturan(
    "D07",
    Keparahan.PERINGATAN,
    "bukan peraturan perundang-undangan",
    alasan=(
        "Dasar hukum hanya memuat peraturan perundang-undangan (UU 12/2011 Lampiran II angka 39-42); surat edaran dan "
        'naskah lain disebut di bawah "Memperhatikan" atau pada premis.'
    ),
    salah="Dasar hukum: Surat Edaran Menteri Perkara Cuaca Nomor 12/SE/2031.",
    benar="Memperhatikan: Surat Edaran Menteri Perkara Cuaca Nomor 12/SE/2031.",
)
def check_is_regulation(konteks: Konteks) -> Iterator[Temu]:
    """Circulars, decrees, agreements and letters among the legal bases; not below "Memperhatikan"."""
    peraturan = isinstance(konteks.bacaan.naskah, NaskahPeraturan)
    for daftar, semua in group_dasar(konteks):
        if daftar.pengantar is not None and _MEMPERHATIKAN.search(daftar.pengantar.teks):
            continue
        for bagian, satu in semua:
            apa = _name_other(bagian, satu)
            if apa is None:
                continue
            nama, kata = apa
            tujuan = "pada konsiderans" if peraturan else 'di bawah "Memperhatikan" atau pada premis'
            # An agreement often lists its parent among its bases; only a regulation may not.
            ringan = None if peraturan or nama == "surat edaran" else Keparahan.SARAN
            pesan = f"Butir ini {nama}, bukan peraturan perundang-undangan."
            yield Temu(bagian, pesan, f"Sebut {tujuan}, bila memang perlu.", 0, kata, keparahan=ringan)


def _name_other(bagian: Bagian, satu: Dikutip | None) -> tuple[str, int] | None:
    """What an item is that is no regulation, and where its name ends."""
    if satu is None:
        cocok = _PERJANJIAN.match(bagian.teks)
        return ("naskah lain", cocok.end()) if cocok else None
    if satu.jenis is JenisPeraturan.EDARAN:
        return "surat edaran", satu.kepala[1]
    if satu.sitasi.sebutan.lower().startswith("keputusan") and (satu.sitasi.tahun or 0) > _TAHUN_KEPUTUSAN:
        return "keputusan yang menetapkan", satu.kepala[1]
    return None
