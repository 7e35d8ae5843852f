"""Words and phrases: KBBI forms, doubled words, wordy phrases, foreign words (UU 12/2011 Lampiran II angka 242 ff.)."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import eq

from naskah.checking.context import Konteks
from naskah.checking.finding import Keparahan
from naskah.checking.kamus import Kena, split_kata
from naskah.checking.rule import Temu, aturan
from naskah.checking.titles import find_quotations, find_title_at, find_titles, is_in_name
from naskah.model.bacaan import JenisBacaan
from naskah.model.isi import Teks
from naskah.reading.parts import Bagian, span_offsets

# Addresses and names of offices: what stands there is not a sentence.
_BUKAN_KALIMAT = ("isian",)


@aturan(
    "B01",
    Keparahan.PERINGATAN,
    "kata tidak baku",
    alasan=(
        "Naskah memakai bahasa Indonesia yang baku menurut KBBI dan kaidah ejaan (UU 12/2011 Lampiran II angka 242 dan "
        "angka 243). Daftar katanya dapat ditambah pada naskah.yaml, kunci periksa.kata_baku."
    ),
    salah="PARA PIHAK dapat merubah jadwal diantara kedua musim.",
    benar="PARA PIHAK dapat mengubah jadwal di antara kedua musim.",
    per_bagian=True,
)
def check_standard_words(konteks: Konteks) -> Iterator[Temu]:
    """Words that KBBI spells otherwise. In a title as enacted they are only pointed at.

    In a name they are let be, and in a quotation, unless an adendum quotes what is to hold from now on.
    """
    kamus = konteks.kamus
    berkutip = konteks.bacaan.jenis is not JenisBacaan.ADENDUM
    for bagian in konteks.bagian:
        if bagian.peran in _BUKAN_KALIMAT or bagian.peran == "tanda-tangan":
            continue
        teks = bagian.teks
        kena = kamus.cari_baku.find(teks)
        if not kena:
            continue
        judul = find_titles(teks, bagian.peran)
        kutipan = find_quotations(teks) if berkutip else []
        asing = _cover(
            teks, [*kutipan, *_find_italics(bagian), *((s.awal, s.akhir) for s in kamus.cari_asing.find(teks))]
        )
        for satu in kena:
            kata = teks[satu.awal : satu.akhir]
            if 1 in asing[satu.awal : satu.akhir] or is_in_name(teks, satu.awal):
                continue
            baku = _keep_case(kata, kamus.kata_baku[satu.frasa] + satu.imbuhan, teks, satu.awal)
            if baku is None:
                continue
            pesan = f'"{kata}" tidak baku.'
            if (di := find_title_at(judul, satu.awal)) is not None:
                # A title stands as it was enacted; in older ones such words are right.
                if di.tahun >= _TAHUN_EJAAN and " " not in satu.frasa:
                    saran = f'Cocokkan dengan judul resminya; bentuk bakunya "{baku}".'
                    yield Temu(bagian, pesan, saran, satu.awal, satu.akhir, keparahan=Keparahan.SARAN)
                continue
            nama = _may_be_name(kata, teks, satu)
            # The names in a row of signatures are all in capitals, as are headings, which are none.
            ragu = nama or (kata.isupper() and not bagian.peran.startswith(("judul", "kepala")))
            ganti, keparahan = None if ragu else baku, Keparahan.SARAN if nama else None
            yield Temu(bagian, pesan, f'Pakai "{baku}".', satu.awal, satu.akhir, ganti=ganti, keparahan=keparahan)


# Regulations from then on were published in today's spelling.
_TAHUN_EJAAN = 2000


@aturan(
    "B02",
    Keparahan.PERINGATAN,
    "kata atau frasa ganda",
    alasan="Kalimat disusun lugas, tanpa kata yang tidak perlu (UU 12/2011 Lampiran II angka 243).",
    salah="PIHAK KEDUA menyampaikan menyampaikan laporan.",
    benar="PIHAK KEDUA menyampaikan laporan.",
)
def check_doubled_words(konteks: Konteks) -> Iterator[Temu]:
    """One to four words that stand twice in a row, in a text, or where an item goes on with its opening words."""
    yield from _find_doubled(konteks)
    for daftar in konteks.daftar:
        if daftar.pengantar is None or daftar.kalimat or daftar.jenis != "rincian":
            continue
        akhir = split_kata(daftar.pengantar.teks[-_KATA_TERPANJANG:]).urut[-1:]
        for butir in daftar.butir:
            kata = _KATA_PERTAMA.match(butir.bagian.teks)
            if kata and (kata["kata"].lower(),) == akhir and akhir[0] in _KATA_TUGAS:
                pesan = f'Butir ini mengulang kata terakhir kalimat pembukanya, "{kata["kata"]}".'
                yield Temu(butir.bagian, pesan, "Hapus salah satunya.", kata.start("kata"), kata.end("kata"))


_KATA_PERTAMA = re.compile(r"\s*(?P<kata>[^\W\d_]+)(?![\w-])")
_KATA_TERPANJANG = 60
# A noun may open both: "menyediakan data: 1. data curah hujan; ...".
_KATA_TUGAS = frozenset(
    (
        *("adalah", "agar", "akan", "atas", "bahwa", "berhak", "berkewajiban", "berupa", "bertugas", "bertujuan"),
        *("dalam", "dapat", "dari", "dengan", "di", "karena", "kepada", "melalui", "meliputi", "mengenai", "menjadi"),
        *("oleh", "pada", "sebagai", "tentang", "terhadap", "untuk", "wajib", "yaitu"),
    )
)


def _find_doubled(konteks: Konteks) -> Iterator[Temu]:
    for bagian in konteks.bagian:
        if bagian.peran in _BUKAN_KALIMAT or bagian.peran == "tanda-tangan":
            continue
        teks = bagian.teks
        baku = None
        for cocok in bagian.recall(_seek_doubled):
            if baku is None:
                baku = _cover(teks, [(satu.awal, satu.akhir) for satu in konteks.kamus.cari_baku.find(teks)])
            kata = cocok["kata"]
            # "masing masing" lacks its hyphen; two names alike ("Baden Baden") stand in capitals.
            if 1 in baku[cocok.start() : cocok.end()] or _is_name_twice(cocok):
                continue
            pesan = f'"{kata}" tertulis dua kali berturut-turut.'
            yield Temu(bagian, pesan, "Hapus salah satunya.", cocok.start(), cocok.end())


_GANDA_TERPANJANG = 4
_GANDA = re.compile(
    r"(?<![\w/-])(?P<kata>[^\W\d_]+(?:\s+[^\W\d_]+){0,3})\s+(?P<ulang>(?P=kata))(?![\w/-])", re.IGNORECASE
)


def _seek_doubled(bagian: Bagian) -> Iterator[re.Match[str]]:
    return _GANDA.finditer(bagian.teks) if _may_double(split_kata(bagian.teks).urut) else iter(())


def _may_double(kata: tuple[str, ...]) -> bool:
    """Whether one to four words stand twice in a row, marks between them aside."""
    return any(b"\1" * n in bytes(map(eq, kata, kata[n:])) for n in range(1, _GANDA_TERPANJANG + 1))


def _is_name_twice(cocok: re.Match[str]) -> bool:
    kata, ulang = cocok["kata"], cocok["ulang"]
    return " " not in kata and kata == ulang and kata.istitle()


@aturan(
    "B03",
    Keparahan.SARAN,
    "frasa boros atau tidak lazim",
    alasan=(
        'Kalimat disusun lugas (UU 12/2011 Lampiran II angka 243); waktu dan jumlah disebut dengan "paling" (angka '
        '256), pilihan dengan "dan/atau" (angka 264), dan acuan dengan "sesuai dengan ketentuan peraturan perundang-'
        'undangan" (angka 281). Daftarnya dapat ditambah pada naskah.yaml, kunci periksa.frasa.'
    ),
    salah="Laporan disampaikan selambat-lambatnya 10 (sepuluh) hari kerja dan atau sesuai permintaan.",
    benar="Laporan disampaikan paling lambat 10 (sepuluh) hari kerja dan/atau sesuai permintaan.",
    per_bagian=True,
)
def check_wordy_phrases(konteks: Konteks) -> Iterator[Temu]:
    """Phrases for which there is a shorter one, or the one of the law."""
    for bagian in konteks.bagian:
        if bagian.peran in _BUKAN_KALIMAT:
            continue
        teks = bagian.teks
        kena = konteks.kamus.cari_frasa.find(teks)
        judul = find_titles(teks, bagian.peran) if kena else []
        for satu in kena:
            if find_title_at(judul, satu.awal) is not None:
                continue
            isi = konteks.kamus.frasa[satu.frasa]
            kata = teks[satu.awal : satu.akhir]
            ganti = _keep_case(kata, isi.saran, teks, satu.awal) if isi.pasti else None
            keparahan = Keparahan.PERINGATAN if isi.salah else None
            pesan = f'"{kata}" {"keliru" if isi.salah else "dapat ditulis lebih tepat"}.'
            yield Temu(bagian, pesan, f'Pakai "{isi.saran}".', satu.awal, satu.akhir, ganti=ganti, keparahan=keparahan)


@aturan(
    "B05",
    Keparahan.SARAN,
    "kata asing tidak dimiringkan",
    alasan=(
        "Kata atau istilah asing ditulis miring di antara tanda kurung sesudah padanannya (UU 12/2011 Lampiran II "
        "angka 254). Daftarnya dapat ditambah pada naskah.yaml, kunci periksa.kata_asing."
    ),
    salah="Keadaan kahar (force majeure) diberitahukan secara tertulis.",
    benar="Keadaan kahar (force majeure, dicetak miring) diberitahukan secara tertulis.",
    per_bagian=True,
)
def check_foreign_words(konteks: Konteks) -> Iterator[Temu]:
    """Foreign words in upright letters. A text file that marks no italics says nothing of them."""
    if not _shows_italics(konteks):
        return
    for bagian in konteks.bagian:
        # Headings in capitals, and titles as enacted, keep their letters.
        if bagian.peran in (*_BUKAN_KALIMAT, "kepala", "judul", "dasar") or bagian.teks.isupper():
            continue
        kena = konteks.kamus.cari_asing.find(bagian.teks)
        if not kena:
            continue
        judul = [(satu.awal, satu.akhir) for satu in find_titles(bagian.teks, bagian.peran)]
        lewat = _cover(bagian.teks, [*_find_italics(bagian), *judul])
        for satu in kena:
            if 1 not in lewat[satu.awal : satu.akhir]:
                kata = bagian.teks[satu.awal : satu.akhir]
                saran = "Miringkan, atau pakai padanannya dalam bahasa Indonesia."
                yield Temu(bagian, f'Kata asing "{kata}" tidak dimiringkan.', saran, satu.awal, satu.akhir)


def _shows_italics(konteks: Konteks) -> bool:
    bacaan = konteks.bacaan
    if not bacaan.alinea or bacaan.berkas.lower().endswith(".docx"):
        return True
    return any(satu.miring for satu in bacaan.alinea)


def _find_italics(bagian: Bagian) -> list[tuple[int, int]]:
    awal = span_offsets(bagian.isi)
    batas = [*awal, len(bagian.teks)]
    return [
        (dari, sampai)
        for span, (dari, sampai) in zip(bagian.isi, pairwise(batas), strict=True)
        if isinstance(span, Teks) and span.miring
    ]


def _cover(teks: str, rentang: Sequence[tuple[int, int]]) -> bytearray:
    """Return 1 for each character of a text that lies in one of the stretches."""
    hasil = bytearray(len(teks))
    for dari, sampai in rentang:
        hasil[dari:sampai] = b"\1" * (sampai - dari)
    return hasil


# So many characters around a word tell whether it begins a sentence.
_SEKITAR = 20


def _begins_sentence(teks: str, awal: int) -> bool:
    sebelum = teks[max(awal - _SEKITAR, 0) : awal].rstrip()
    return not sebelum or sebelum[-1] in '.:;!?“"('


def _may_be_name(kata: str, teks: str, kena: Kena) -> bool:
    """Whether its capitals may make it part of a name: amid a sentence, or before another word with one."""
    if not kata[0].isupper():
        return False
    if kata.isupper():
        return not teks.isupper()
    return not _begins_sentence(teks, kena.awal) or teks[kena.akhir : kena.akhir + _SEKITAR].lstrip()[:1].isupper()


def _keep_case(kata: str, ganti: str, teks: str, awal: int) -> str | None:
    """The replacement in the letter case of the word; None where its words differ in theirs ("antar PIHAK")."""
    if kata.isupper():
        return ganti.upper()
    bagian = kata.replace("-", " ").split()
    if kata.islower():
        return ganti
    if any(satu.isupper() and len(satu) > 1 for satu in bagian):
        return None
    besar = bagian[0][0].isupper()
    if not besar:
        return ganti
    if all(satu[0].isupper() for satu in bagian) and not (len(bagian) == 1 and _begins_sentence(teks, awal)):
        return " ".join(satu[:1].upper() + satu[1:] for satu in ganti.split(" "))
    return ganti[:1].upper() + ganti[1:]
