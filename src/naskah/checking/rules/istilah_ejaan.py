"""Abbreviations explained, one spelling for one term (UU 12/2011 Lampiran II angka 98 and angka 248)."""

import re
from collections import defaultdict
from collections.abc import Iterator

from naskah.checking.context import Konteks
from naskah.checking.finding import Keparahan
from naskah.checking.kamus import Kena
from naskah.checking.rule import Temu, aturan
from naskah.checking.titles import find_quotations, find_title_at, read_titles
from naskah.reading.parts import Bagian

# Several words in capitals in a row are a name or a heading.
_KAPITAL = re.compile(r"(?<![\w@/.&-])[A-Z]{2,10}(?:\s+[A-Z]{2,})*(?![\w@/&-]|\.\w)")
_ROMAWI = re.compile(r"[IVXLCDM]+")
_KEBALIKAN = re.compile(r"\b(?P<singkatan>[A-Z]{2,10})\s*\(\s*[A-Z]?[a-z]")
_BUKAN_KALIMAT = (
    "kepala",
    "pembuka",
    "pihak",
    "isian",
    "dasar",
    "tanda-tangan",
    "judul-pasal",
    "judul-kelompok",
    "lampiran",
)


@aturan(
    "I04",
    Keparahan.SARAN,
    "singkatan tidak dijelaskan",
    alasan=(
        "Singkatan dijelaskan ketika pertama kali dipakai, dalam definisi atau dalam kurung sesudah kepanjangannya "
        "(UU 12/2011 Lampiran II angka 98). Yang umum dapat ditambah pada naskah.yaml, kunci periksa.singkatan."
    ),
    salah="Data disampaikan melalui SIPC.",
    benar="Data disampaikan melalui Sistem Informasi Perkara Cuaca (SIPC).",
)
def check_abbreviations(konteks: Konteks) -> Iterator[Temu]:
    """Words in capitals that are neither common abbreviations nor explained anywhere, each once."""
    fakta = konteks.fakta
    jelas = {satu.singkatan.upper() for satu in fakta.singkatan}
    jelas |= {kata for satu in fakta.definisi for kata in f"{satu.istilah} {satu.singkatan or ''}".split()}
    jelas |= {satu["singkatan"] for bagian in konteks.bagian for satu in bagian.find_all(_KEBALIKAN)}
    jelas |= konteks.kamus.singkatan
    # The words of the parties' names, as the document writes them.
    jelas |= {kata for satu in fakta.pihak for kata in f"{satu.lembaga} {satu.sebutan} {satu.nama}".split()}
    for bagian in konteks.bagian:
        for kata, awal in bagian.recall(_read_capitals):
            if kata not in jelas:
                jelas.add(kata)
                pesan = f'"{kata}" tidak dijelaskan kepanjangannya.'
                saran = f'Tulis kepanjangannya, dengan "({kata})" di belakangnya, ketika pertama kali dipakai.'
                yield Temu(bagian, pesan, saran, awal, awal + len(kata))


def _read_capitals(bagian: Bagian) -> Iterator[tuple[str, int]]:
    """Single words in capitals that may be abbreviations, with where they stand."""
    if bagian.peran in _BUKAN_KALIMAT or bagian.teks.isupper():
        return
    kutipan = find_quotations(bagian.teks)
    for cocok in _KAPITAL.finditer(bagian.teks):
        kata = cocok[0]
        if any(dari <= cocok.start() < sampai for dari, sampai in kutipan):
            continue
        if " " in kata or kata.startswith("PIHAK") or _ROMAWI.fullmatch(kata):
            continue
        if not _in_title(bagian, cocok.start()):
            yield kata, cocok.start()


# What stands right before a word within a sentence.
_TENGAH = re.compile(r"[^.:;\s]\s*$")
_TERJAUH = 20
_NAMA_NASKAH = re.compile(r"[*_\s]*(?:Nomor|No\.|tentang|antara|tanggal)\b")


@aturan(
    "I07",
    Keparahan.SARAN,
    "satu istilah dengan dua ejaan",
    alasan=(
        "Satu istilah untuk satu hal, dengan satu ejaan (UU 12/2011 Lampiran II angka 248). Daftarnya dapat ditambah "
        "pada naskah.yaml, kunci periksa.istilah."
    ),
    salah="Pasal 3: pelindungan pekerja. Pasal 5: perlindungan pekerja.",
    benar="Pasal 3: pelindungan pekerja. Pasal 5: pelindungan pekerja.",
)
def check_spellings(konteks: Konteks) -> Iterator[Temu]:
    """Terms with several spellings of which a document uses more than one; "addendum" wherever it stands."""
    kembar = konteks.kamus.kembar
    ada: dict[str, dict[str, list[tuple[Bagian, Kena]]]] = defaultdict(lambda: defaultdict(list))
    for bagian in konteks.bagian:
        if bagian.peran in ("kepala", "isian"):
            continue
        for satu in konteks.kamus.cari_kembar.find(bagian.teks):
            bentuk = kembar[satu.frasa]
            if bentuk.selalu:
                yield from _mend(bagian, satu, bentuk.baku)
            elif not _is_name(bagian, satu):
                ada[bentuk.baku][satu.frasa].append((bagian, satu))
    for baku, ejaan in ada.items():
        if len(ejaan) < 2:
            continue
        jarang = min(ejaan, key=lambda satu: (len(ejaan[satu]), satu == baku))
        bagian, kena = ejaan[jarang][0]
        hitung = " dan ".join(f'"{satu}" ({len(tempat)} kali)' for satu, tempat in ejaan.items())
        pesan = f"{hitung} dipakai untuk hal yang sama."
        yield Temu(bagian, pesan, f'Pakai satu saja; yang dianjurkan "{baku}".', kena.awal, kena.akhir)


def _mend(bagian: Bagian, kena: Kena, baku: str) -> Iterator[Temu]:
    """A spelling that is never right, unless another document is called so."""
    tertulis = bagian.teks[kena.awal : kena.akhir]
    if _NAMA_NASKAH.match(bagian.teks, kena.akhir) or _in_title(bagian, kena.awal):
        return
    ganti = baku + kena.imbuhan
    if tertulis.isupper():
        ganti = ganti.upper()
    elif tertulis[0].isupper():
        ganti = ganti[0].upper() + ganti[1:]
    pesan, saran = f'Ejaan yang dipakai "{baku}", bukan "{tertulis}".', f'Tulis "{ganti}".'
    yield Temu(bagian, pesan, saran, kena.awal, kena.akhir, ganti=ganti, keparahan=Keparahan.PERINGATAN)


def _is_name(bagian: Bagian, kena: Kena) -> bool:
    """Whether it stands in a name or a heading: with a capital within a sentence."""
    teks = bagian.teks
    if teks[kena.awal].islower():
        return False
    return teks[kena.awal : kena.akhir].isupper() or bool(_TENGAH.search(teks, max(kena.awal - _TERJAUH, 0), kena.awal))


def _in_title(bagian: Bagian, posisi: int) -> bool:
    return find_title_at(bagian.recall(read_titles), posisi) is not None
