"""Titles of regulations and the gazettes they were published in (UU 12/2011 Lampiran II angka 43-49, Pasal 81-86)."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from naskah.checking.context import Konteks
from naskah.checking.finding import Keparahan
from naskah.checking.regulations import Dikutip, iter_dengan_pengubah
from naskah.checking.rule import Temu, aturan
from naskah.model.peraturan import Berita, JenisPeraturan

_KATA = re.compile(r"[^\s/]+")
_BUKAN_HURUF = re.compile(r"[\W_]+")
_SINGKATAN = re.compile(r"\(\s*[A-Z][A-Za-z&-]{1,11}\s*\)[;,.]?")
# Below this likeness a title is that of something else, not a misspelling.
_MIRIP = 0.6
_JUDUL_TERPANJANG = 400  # characters; longer ones are compared as a whole


class Beda(NamedTuple):
    """The first place where a title departs from the official one: what to say, and which words to point at."""

    pesan: str
    awal: int
    akhir: int
    singkatan: bool = False  # only an abbreviation in brackets was added


@aturan(
    "D06",
    Keparahan.GALAT,
    "judul atau nomor berita salah",
    alasan=(
        "Judul dan nomor Lembaran atau Berita ditulis seperti diundangkan (UU 12/2011 Lampiran II angka 43 dan angka "
        "47). Dibandingkan dengan peraturan.yaml."
    ),
    salah="Undang-Undang Nomor 5 Tahun 2030 tentang Cuaca;",
    benar="Undang-Undang Nomor 5 Tahun 2030 tentang Perkara Cuaca;",
)
def check_titles_and_numbers(konteks: Konteks) -> Iterator[Temu]:
    """Every citation and every amendment named, against the library; letters, commas and capitals do not count."""
    for satu in iter_dengan_pengubah(konteks):
        if satu.peraturan is None or satu.jenis is JenisPeraturan.UUD:
            continue
        if satu.sitasi.tentang:
            yield from _check_title(konteks, satu)
        if satu.sitasi.berita and satu.peraturan.berita:
            yield from _check_numbers(satu, satu.peraturan.berita)


def _check_title(konteks: Konteks, satu: Dikutip) -> Iterator[Temu]:
    assert satu.peraturan is not None
    judul, resmi = satu.sitasi.tentang or "", satu.peraturan.tentang
    if _fold(judul) == _fold(resmi):
        return
    awal = _find_title(satu)
    beda = _compare(satu.bagian.teks[awal:], judul, resmi)
    if beda is None or (not satu.dalam_daftar and _goes_on(satu.bagian.teks[awal:], resmi)):
        return
    saran = f'Judul resminya: "{resmi}".'
    keparahan = None if satu.dalam_daftar else Keparahan.PERINGATAN
    if SequenceMatcher(None, _fold(judul), _fold(resmi), autojunk=False).ratio() < _MIRIP:
        pesan = f'"{_shorten(judul)}" bukan judul {satu.nama}, melainkan "{_shorten(resmi)}".'
        saran = "Periksa nomor dan tahunnya."
        if senama := konteks.kenalan.find_by_title(re.compile(_loosen(judul), re.IGNORECASE)):
            benar = next((lain for lain in senama if lain.tahun == satu.sitasi.tahun), senama[0])
            saran = f"Yang berjudul itu {benar.sebutan} Nomor {benar.nomor} Tahun {benar.tahun}; perbaiki nomornya."
        if not satu.pasti:
            keparahan = Keparahan.PERINGATAN
        yield Temu(satu.bagian, pesan, saran, awal, awal + len(judul), keparahan=keparahan)
        return
    if not satu.pasti:
        keparahan, saran = Keparahan.SARAN, saran + " Judul ini belum pasti; periksa dahulu."
    elif beda.singkatan:
        keparahan = Keparahan.SARAN
    pesan = f"Judul {satu.nama} {beda.pesan}."
    yield Temu(satu.bagian, pesan, saran, awal + beda.awal, awal + beda.akhir, keparahan=keparahan)


def _find_title(satu: Dikutip) -> int:
    """Where the title begins in its text: after "tentang"."""
    sumber = satu.sitasi.sumber
    cocok = re.compile(r"[\s,]+tentang\s+", re.IGNORECASE).search(sumber.bagian.teks, satu.kepala[1], sumber.akhir)
    return cocok.end() if cocok else sumber.awal


def _compare(teks: str, judul: str, resmi: str) -> Beda | None:
    """The first words that differ; `teks` begins with the title, with the spaces it has there."""
    ada = [kata for kata in _KATA.finditer(teks, 0, len(judul) + _count_spare(teks, judul)) if _fold(kata[0])]
    baku = [kata for kata in _KATA.findall(resmi) if _fold(kata)]
    kiri, kanan = [_fold(kata[0]) for kata in ada], [_fold(kata) for kata in baku]
    for jenis, i1, i2, j1, j2 in SequenceMatcher(None, kiri, kanan, autojunk=False).get_opcodes():
        if jenis == "equal" or "".join(kiri[i1:i2]) == "".join(kanan[j1:j2]):
            continue
        tertulis = teks[ada[i1].start() : ada[i2 - 1].end()] if i2 > i1 else ""
        seharusnya = " ".join(baku[j1:j2])
        if jenis == "insert":
            pesan = f'kurang kata "{seharusnya}"'
            i1, i2 = max(i1 - 1, 0), min(i2 + 1, len(ada))
        elif jenis == "delete":
            pesan = f'lebih kata "{tertulis.strip(" ;,.")}"'
        else:
            pesan = f'memuat "{tertulis.strip(" ;,.")}", seharusnya "{seharusnya}"'
        if not ada:
            return Beda(pesan, 0, 0)
        singkatan = jenis == "delete" and _SINGKATAN.fullmatch(tertulis) is not None
        return Beda(pesan, ada[i1].start(), ada[max(i2 - 1, i1)].end(), singkatan)
    return None


def _count_spare(teks: str, judul: str) -> int:
    """How many more spaces the text has than the tidied title."""
    posisi = 0
    for kata in judul.split():
        posisi = max(teks.find(kata, posisi), posisi) + len(kata)
    return posisi - len(judul)


def _goes_on(teks: str, resmi: str) -> bool:
    """Whether a sentence goes on behind the official title with a comma, so that what follows is no part of it."""
    return re.match(_loosen(resmi) + r"\s*[,;.(]", teks, re.IGNORECASE) is not None


def _loosen(judul: str) -> str:
    """A pattern for a title whatever its spaces, commas and marks, and "resiko" for "risiko"."""
    kata = [re.escape(satu) for satu in re.findall(r"\w+", judul[:_JUDUL_TERPANJANG])]
    return r"\W*" + r"\W+".join(re.sub(r"(?i)r[ie]siko", "r[ie]siko", satu) for satu in kata) + r"\W*"


def _fold(teks: str) -> str:
    return _BUKAN_HURUF.sub("", teks.casefold())


def _shorten(teks: str) -> str:
    return teks if len(teks) <= 80 else teks[:77].rstrip() + "..."


def _check_numbers(satu: Dikutip, resmi: Berita) -> Iterator[Temu]:
    """Year, number and supplement; the name of the gazette is D09's."""
    berita = satu.sitasi.berita
    assert berita is not None
    sisi = (
        ("tahun", str(berita.tahun or ""), str(resmi.tahun)),
        ("nomor", berita.nomor or "", resmi.nomor),
        ("nomor tambahan", berita.tambahan or "", resmi.tambahan or ""),
    )
    for nama, tertulis, benar in sisi:
        if tertulis and benar and tertulis.lstrip("0") != benar.lstrip("0"):
            pesan = f"Berita {satu.nama}: {nama} {tertulis}, menurut perpustakaan {benar}."
            keparahan = None if satu.pasti else Keparahan.SARAN
            yield Temu(satu.bagian, pesan, "Cocokkan.", berita.sumber.awal, berita.sumber.akhir, keparahan=keparahan)
