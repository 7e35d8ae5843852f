"""Signatures and paraf boxes (UU 12/2011 Lampiran II angka 164-166; the forms of each kind of agreement)."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from naskah.checking.context import Konteks
from naskah.checking.finding import Keparahan
from naskah.checking.rule import Temu, aturan
from naskah.model.bacaan import NaskahPeraturan, Peran
from naskah.model.isi import Teks, plain
from naskah.model.jenis import JenisNaskah
from naskah.model.naskah import BlokTandaTangan, Naskah
from naskah.reading.parts import Bagian

_LETAK = "Blok tanda tangan"
# The kinds that ask for a paraf on every page, as clauses/bentuk.yaml sets them by itself.
_BERPARAF = (JenisNaskah.PERJANJIAN_KERJA_SAMA,)
_GELAR = re.compile(
    r"^(?:(?:Prof|Drs?|Dra|Ir|Hj?|KH|dr|drg|Apt|Ns|St)\.\s*)+(?=\w)"
    r"|,\s*(?:S\.?\s?[A-Z]|M\.?\s?[A-Z]|Ph\.?\s?D|D\.?E\.?A|Ak\b|CA\b|Sp\.|A\.?\s?Md|LL\.?\s?M|[A-Z]\.[A-Z])",
    re.IGNORECASE,
)
_NIP = re.compile(r"\bN\.?I\.?[PK]\b\.?|\b[0-9]{8}\s?[0-9]{6}\s?[0-9]\s?[0-9]{3}\b")
_SALINAN = re.compile(r"\bsalinan\b.*\basli", re.IGNORECASE)
_TTD = re.compile(r"\W*(?:ttd|cap|dto)\b\W*", re.IGNORECASE)


@aturan(
    "T01",
    Keparahan.GALAT,
    "tanda tangan tidak sesuai dengan para pihak",
    alasan=(
        "Setiap pihak yang disebut pada komparisi menandatangani naskah, satu kali, dengan sebutannya (KUH Perdata "
        "Pasal 1320)."
    ),
    salah="Komparisi: PIHAK KESATU, PIHAK KEDUA. Tanda tangan: PIHAK KESATU, PIHAK KESATU.",
    benar="Komparisi: PIHAK KESATU, PIHAK KEDUA. Tanda tangan: PIHAK KEDUA, PIHAK KESATU.",
    peraturan=False,
)
def check_signatures(konteks: Konteks) -> Iterator[Temu]:
    """The blocks of the document, and those of its annexes, against the parties."""
    naskah = konteks.perjanjian
    if naskah is None or not naskah.pihak:
        return
    sebutan = [pihak.sebutan for pihak in naskah.pihak]
    yield from _check_blocks(konteks, naskah.tanda_tangan, sebutan, _LETAK)
    for lampiran in naskah.lampiran:
        if lampiran.tanda_tangan:
            yield from _check_blocks(konteks, lampiran.tanda_tangan, sebutan, "Blok tanda tangan lampiran")


def _check_blocks(
    konteks: Konteks, baris: Sequence[Sequence[BlokTandaTangan]], sebutan: Sequence[str], letak: str
) -> Iterator[Temu]:
    if not any(baris):
        yield Temu(None, "Tanda tangan tidak ditemukan.", "Tambahkan blok tanda tangan setiap pihak.", letak=letak)
        return
    ada = [blok.sebutan for satu in baris for blok in satu]
    hitung = Counter(_fold(satu) for satu in ada)
    for satu in sebutan:
        if not hitung[_fold(satu)]:
            saran = f"Tambahkan blok tanda tangan {satu}."
            yield Temu(_find_block(konteks, ada[0]), f"{satu} tidak mempunyai blok tanda tangan.", saran, letak=letak)
    dikenal = {_fold(satu) for satu in sebutan}
    for satu in dict.fromkeys(ada):
        if _fold(satu) not in dikenal:
            pesan = f"{satu} menandatangani, tetapi tidak disebut pada komparisi."
            yield Temu(_find_block(konteks, satu), pesan, "Samakan sebutannya dengan komparisi.", letak=letak)
        elif hitung[_fold(satu)] > 1:
            pesan = f"{satu} mempunyai lebih dari satu blok tanda tangan."
            yield Temu(
                _find_block(konteks, satu), pesan, "Hapus blok yang berlebih atau ganti sebutannya.", letak=letak
            )
    if sorted(_fold(satu) for satu in ada) == sorted(dikenal) and not _is_ordered(ada, sebutan):
        yield Temu(
            _find_block(konteks, ada[0]),
            f"Urutan tanda tangan ({', '.join(ada)}) lain daripada urutan para pihak.",
            "Urutkan tanda tangan seperti para pihak pada komparisi.",
            letak=letak,
            keparahan=Keparahan.PERINGATAN,
        )


def _is_ordered(ada: Sequence[str], sebutan: Sequence[str]) -> bool:
    """As stated, backwards, or in pairs with the right-hand block first: all three are customary."""
    urutan = [_fold(satu) for satu in sebutan]
    kini = [_fold(satu) for satu in ada]
    berpasangan = [satu for n in range(0, len(urutan), 2) for satu in reversed(urutan[n : n + 2])]
    return kini in (urutan, urutan[::-1], berpasangan)


def _fold(teks: str) -> str:
    return " ".join(teks.casefold().split())


@aturan(
    "T02",
    Keparahan.SARAN,
    "jabatan atau sebutan penanda tangan tanpa koma",
    alasan=(
        "Nama jabatan pada tanda tangan ditulis dengan huruf kapital dan diakhiri koma (UU 12/2011 Lampiran II angka "
        "166), juga jabatan pembentuk peraturan (angka 16)."
    ),
    salah="BUPATI CEMPAKA RAYA / SARI WULANDARI",
    benar="BUPATI CEMPAKA RAYA, / SARI WULANDARI",
)
def check_commas(konteks: Konteks) -> Iterator[Temu]:
    """The line above each signature. An assembled document has none that could be wrong."""
    naskah = konteks.bacaan.naskah
    if isinstance(naskah, NaskahPeraturan):
        pembentuk = plain(naskah.pembentuk).rstrip()
        if pembentuk and not pembentuk.endswith(","):
            yield _miss_comma(Bagian("Pembentuk", "pembentuk", naskah.pembentuk))
        yield from _check_regulation_commas(naskah)
        return
    sebutan = {_fold(pihak.sebutan) for pihak in naskah.pihak}
    for satu in konteks.bacaan.alinea:
        if satu.peran is Peran.TANDA_TANGAN and any(_fold(sel) in sebutan for sel in satu.sel or (satu.teks,)):
            yield _miss_comma(Bagian(_LETAK, "tanda-tangan", (Teks(satu.teks, tempat=satu.tempat),)))


def _check_regulation_commas(naskah: NaskahPeraturan) -> Iterator[Temu]:
    """The office is the line before the signature mark."""
    for lalu, satu in zip(naskah.tanda_tangan, naskah.tanda_tangan[1:], strict=False):
        if _TTD.fullmatch(plain(satu)) and not plain(lalu).rstrip().endswith(",") and plain(lalu).isupper():
            yield _miss_comma(Bagian("Tanda tangan", "tanda-tangan", lalu))


def _miss_comma(bagian: Bagian) -> Temu:
    teks = " ".join(bagian.teks.split())
    return Temu(bagian, f'"{teks}" tidak diakhiri koma.', "Tambahkan koma.", 0, len(bagian.teks.rstrip()))


@aturan(
    "T03",
    Keparahan.SARAN,
    "nama penanda tangan dengan gelar, pangkat, atau NIP",
    alasan=(
        "Nama pejabat yang menandatangani ditulis dengan huruf kapital tanpa gelar, pangkat, golongan, dan nomor induk "
        "pegawai (UU 12/2011 Lampiran II angka 164 huruf d)."
    ),
    salah="Dr. SARI WULANDARI, M.Si.",
    benar="SARI WULANDARI",
)
def check_titles(konteks: Konteks) -> Iterator[Temu]:
    """The names below the signatures; in a regulation not those who certify the copy."""
    naskah = konteks.bacaan.naskah
    if isinstance(naskah, Naskah):
        blok = [blok for baris in naskah.tanda_tangan for blok in baris]
        for satu in blok:
            if hiasan := _find_ornament(satu.nama):
                bagian = _find_block(konteks, satu.nama)
                akhir = len(bagian.teks) if bagian else 0
                pesan = f'Nama "{satu.nama}" memuat {hiasan}.'
                yield Temu(bagian, pesan, "Tulis namanya saja.", 0, akhir, letak=_LETAK)
        return
    for isi in naskah.tanda_tangan:
        teks = plain(isi)
        if _SALINAN.search(teks):
            return
        if hiasan := _find_ornament(teks):
            bagian = Bagian("Tanda tangan", "tanda-tangan", isi)
            pesan = f'"{" ".join(teks.split())}" memuat {hiasan}.'
            yield Temu(bagian, pesan, "Tulis namanya saja.", 0, len(teks), keparahan=Keparahan.PERINGATAN)


def _find_ornament(nama: str) -> str:
    if _NIP.search(nama):
        return "NIP"
    return "gelar" if _GELAR.search(nama) else ""


@aturan(
    "T04",
    Keparahan.SARAN,
    "kotak paraf tidak ada",
    alasan=(
        "Perjanjian Kerja Sama diparaf setiap pihak pada setiap halaman, supaya halaman tidak dapat ditukar (bentuk "
        "bawaan Perjanjian Kerja Sama)."
    ),
    salah="Perjanjian Kerja Sama tanpa kotak paraf.",
    benar='Kaki halaman memuat kotak "Paraf PIHAK KESATU" dan "Paraf PIHAK KEDUA".',
    peraturan=False,
)
def check_paraf(konteks: Konteks) -> Iterator[Temu]:
    """The paraf boxes of the kinds that ask for them. A text file may have lost its footers."""
    naskah = konteks.perjanjian
    if naskah is None or naskah.jenis not in _BERPARAF or not naskah.pihak:
        return
    teks_saja = bool(konteks.bacaan.alinea) and not konteks.bacaan.berkas.lower().endswith(".docx")
    if teks_saja and not naskah.paraf:
        return
    ada = {_fold(satu) for satu in naskah.paraf}
    kurang = [pihak.sebutan for pihak in naskah.pihak if _fold(pihak.sebutan) not in ada]
    if kurang:
        pesan = f"Kotak paraf {' dan '.join(kurang)} tidak ada pada kaki halaman."
        yield Temu(None, pesan, "Tambahkan kotak paraf untuk setiap pihak.", letak="Kaki halaman")


def _find_block(konteks: Konteks, teks: str) -> Bagian | None:
    """The paragraph of the signatures in which a text stands."""
    dicari = _fold(teks)
    for satu in reversed(konteks.bacaan.alinea):
        if satu.peran is Peran.TANDA_TANGAN and dicari in _fold(satu.teks):
            return Bagian(_LETAK, "tanda-tangan", (Teks(satu.teks, tempat=satu.tempat),))
    return None
