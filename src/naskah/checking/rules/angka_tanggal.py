"""Dates: the opening's three tellings, weekdays, dates that do not exist, blanks (tanggal.md, "The opening date")."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from naskah.bahasa.bulan_hari import format_tanggal, known_bulan, nama_hari
from naskah.bahasa.galat import BahasaError, TanggalMustahil, TidakCocok
from naskah.bahasa.pola_tanggal import POLA_DIGIT, pola_hari
from naskah.bahasa.tanggal import parse_tanggal
from naskah.checking.context import Konteks
from naskah.checking.finding import Keparahan
from naskah.checking.pointing import find_paragraph, point_at
from naskah.checking.rule import Temu, aturan
from naskah.model.bacaan import Peran
from naskah.reading.parts import Bagian

if TYPE_CHECKING:
    from datetime import date

    from naskah.reading.facts import FaktaPembuka

_BUKAN_HARI = re.compile(r'^"[^"]*" bukan nama hari\.$')
# Sentences of the reader on what A01 and A02 say by themselves, and on dates that do not exist (A12).
_SUDAH_DISEBUT = re.compile(r"^Tanggal dalam kata, |^Hari tertulis | tidak ada: ")


@cache
def _pola_hari_tanggal() -> re.Pattern[str]:
    return re.compile(rf"\b{pola_hari()}\b[\s,/]*(?:tanggal\s+)?(?:{_tanggal_bernama()}|{_DIGIT})", re.IGNORECASE)


_DIGIT_ADA = re.compile(r"[0-9]")
_DIGIT = r"(?<![0-9])[0-9]{1,2}\s?[-/]\s?[0-9]{1,2}\s?[-/]\s?[0-9]{4}(?![\w/-])"


@cache
def _tanggal_bernama() -> str:
    return rf"(?<![\w./-])[0-9]{{1,2}}\s+(?:{'|'.join(known_bulan())})\s+[0-9]{{4}}(?![\w-])"


@aturan(
    "A01",
    Keparahan.GALAT,
    "nama hari tidak sesuai dengan tanggalnya",
    alasan=(
        "Hari, tanggal dalam kata, dan tanggal dalam angka pada pembukaan harus menunjuk hari yang sama; tanggal itu "
        "menentukan mulai berlakunya naskah (KUH Perdata Pasal 1338; PP 28/2018)."
    ),
    salah="Pada hari ini Selasa tanggal lima bulan Mei tahun dua ribu tiga puluh satu (5-5-2031)",
    benar="Pada hari ini Senin tanggal lima bulan Mei tahun dua ribu tiga puluh satu (5-5-2031)",
)
def check_weekday(konteks: Konteks) -> Iterator[Temu]:
    """The weekday of the opening where words and digits agree, and weekdays before dates elsewhere."""
    pembuka = konteks.fakta.pembuka
    if pembuka is not None:
        yield from _check_opening_weekday(pembuka)
    for bagian in konteks.bagian:
        if bagian.peran in ("pembuka", "rencana-kerja") or not _DIGIT_ADA.search(bagian.teks):
            continue
        for cocok in bagian.find_all(_pola_hari_tanggal()):
            try:
                parse_tanggal(cocok[0])
            except TidakCocok as galat:
                yield Temu(bagian, str(galat), "Samakan hari dengan tanggalnya.", cocok.start(), cocok.end())
            except BahasaError:
                continue


def _check_opening_weekday(pembuka: "FaktaPembuka") -> Iterator[Temu]:
    sumber = pembuka.sumber_hari or pembuka.sumber
    for kalimat in pembuka.selisih:
        if _BUKAN_HARI.match(kalimat):
            yield point_at(sumber, kalimat, "Tulis nama hari yang benar.", keparahan=Keparahan.PERINGATAN)
    # Where words and digits differ, the weekday is the judge (A02).
    if pembuka.kata and pembuka.angka and pembuka.kata != pembuka.angka:
        return
    tanggal = pembuka.kata or pembuka.angka
    if pembuka.hari and tanggal and nama_hari(tanggal) != pembuka.hari:
        pesan = f"{format_tanggal(tanggal)} jatuh pada hari {nama_hari(tanggal)}, bukan {pembuka.hari}."
        yield point_at(sumber, pesan, f'Tulis "{nama_hari(tanggal)}", atau perbaiki tanggalnya.')


@aturan(
    "A02",
    Keparahan.GALAT,
    "tanggal dalam kata berbeda dari angkanya",
    alasan=(
        "Tanggal pada pembukaan ditulis dengan kata dan diulang dengan angka; keduanya harus sama, karena jangka waktu "
        "dihitung dari tanggal itu (KUH Perdata Pasal 1338; PP 28/2018)."
    ),
    salah="Senin tanggal lima bulan Mei tahun dua ribu tiga puluh satu (15-5-2031)",
    benar="Senin tanggal lima bulan Mei tahun dua ribu tiga puluh satu (5-5-2031)",
)
def check_tellings(konteks: Konteks) -> Iterator[Temu]:
    """Words against digits of the opening, where the weekday tells which is likely right, and of other sentences."""
    yield from _check_body_tellings(konteks)
    pembuka = konteks.fakta.pembuka
    if pembuka is None:
        return
    for kalimat in pembuka.selisih:
        if not (_BUKAN_HARI.match(kalimat) or _SUDAH_DISEBUT.search(kalimat)):
            saran = "Periksa ejaan tanggalnya."
            yield point_at(pembuka.sumber, kalimat, saran, keparahan=Keparahan.PERINGATAN)
    kata, angka = pembuka.kata, pembuka.angka
    if kata is None or angka is None or kata == angka:
        return
    pesan = f"Tanggal dalam kata {format_tanggal(kata)}, dalam angka {format_tanggal(angka)}."
    if pembuka.tanggal is None:
        hari = f"hari {pembuka.hari} tidak menentukan" if pembuka.hari else "tidak ada nama hari yang menentukan"
        saran = f"Pastikan mana yang benar; {hari}."
        yield point_at(pembuka.sumber_angka or pembuka.sumber, pesan, saran)
        return
    saran = f"Hari {pembuka.hari} cocok dengan {format_tanggal(pembuka.tanggal)}; sesuaikan yang lain."
    if pembuka.tanggal == angka or pembuka.sumber_angka is None:
        yield point_at(pembuka.sumber_kata or pembuka.sumber, pesan, saran)
        return
    yield point_at(pembuka.sumber_angka, pesan, saran, ganti=_rewrite(pembuka.sumber_angka.kutipan, kata))


def _check_body_tellings(konteks: Konteks) -> Iterator[Temu]:
    for bagian in konteks.bagian:
        if bagian.peran == "pembuka" or "(" not in bagian.teks:
            continue
        for cocok in bagian.find_all(_pola_kata_angka()):
            try:
                kata, angka = parse_tanggal(cocok["kata"]), parse_tanggal(cocok["angka"])
            except BahasaError:
                continue
            if kata != angka:
                pesan = f"Tanggal dalam kata {format_tanggal(kata)}, dalam angka {format_tanggal(angka)}."
                yield Temu(bagian, pesan, "Pastikan mana yang benar, lalu samakan.", *cocok.span("angka"))


@cache
def _pola_kata_angka() -> re.Pattern[str]:
    """A date in words with the same in digits behind it, in brackets."""
    kata = r"[a-z]+(?:[ -]+[a-z]+)"
    return re.compile(
        rf"\btanggal\s+(?P<kata>{kata}{{0,3}}\s+(?:bulan\s+)?(?:{'|'.join(known_bulan())})\s+(?:tahun\s+)?{kata}{{2,7}})"
        rf"\s*\(\s*(?P<angka>{_DIGIT})\s*\)",
        re.IGNORECASE,
    )


def _rewrite(angka: str, tanggal: "date") -> str | None:
    """Digits that tell another date, in the form of those that stand there: "09 - 04 - 2025" -> "29 - 04 - 2025"."""
    cocok = POLA_DIGIT.fullmatch(angka)
    if cocok is None:
        return None
    hasil = angka
    isi = {"1": ("t1", "b1", "h1"), "2": ("t2", "b2", "h2")}["1" if cocok["t1"] else "2"]
    ganti = zip(isi, (tanggal.year, tanggal.month, tanggal.day), strict=True)
    # From the end, so that the places before stay where they are.
    for nama, nilai in sorted(ganti, key=lambda satu: -cocok.start(satu[0])):
        lebar = len(cocok[nama]) if cocok[nama].startswith("0") else 1
        hasil = f"{hasil[: cocok.start(nama)]}{nilai:0{lebar}}{hasil[cocok.end(nama) :]}"
    return hasil


@aturan(
    "A12",
    Keparahan.GALAT,
    "tanggal yang tidak ada",
    alasan="Tanggal harus ada dalam kalender, karena tenggat dihitung darinya (UU 12/2011 Lampiran II angka 242).",
    salah="Perjanjian ini berlaku sampai dengan tanggal 31 April 2031.",
    benar="Perjanjian ini berlaku sampai dengan tanggal 30 April 2031.",
    per_bagian=True,
)
def check_existence(konteks: Konteks) -> Iterator[Temu]:
    """Dates with a month's name, in digits after a word that leads to a date, and in words in the opening."""
    for bagian in konteks.bagian:
        if bagian.peran == "isian" or not (bagian.peran == "pembuka" or _DIGIT_ADA.search(bagian.teks)):
            continue
        for pola in _pola_tanggal(bagian.peran):
            for cocok in pola.finditer(bagian.teks):
                try:
                    parse_tanggal(cocok["tanggal"])
                except TanggalMustahil as galat:
                    awal, akhir = cocok.span("tanggal")
                    yield Temu(bagian, str(galat), "Perbaiki tanggalnya.", awal, akhir)
                except BahasaError:
                    continue


@cache
def _pola_tanggal(peran: str) -> tuple[re.Pattern[str], ...]:
    bernama = re.compile(f"(?P<tanggal>{_tanggal_bernama()})", re.IGNORECASE)
    digit = re.compile(rf"(?:\b(?:tanggal|tgl\.?|sejak|mulai|hingga|dengan)|\()\s*(?P<tanggal>{_DIGIT})", re.IGNORECASE)
    kata = re.compile(
        r"\btanggal\s+(?P<tanggal>[a-z][a-z\s-]{0,60}?\bbulan\s+[a-z]+\s+tahun\s+[a-z\s-]{1,80}?)\s*(?=[,;:(.]|$)",
        re.IGNORECASE,
    )
    return (bernama, digit, kata) if peran == "pembuka" else (bernama, digit)


_TANDA_KOSONG = ("..", "…", ". .", "__")
# Three dots may be an omission in a sentence, unless a word before them asks for what is to be filled in.
_KOSONG = re.compile(
    r"(?:\b(?:nomor|no\.?|tanggal|tertanggal|tgl\.?|tahun|bulan|hari|sebesar|Rp\.?|nama|jabatan|alamat)\s*:?\s*)?"
    r"(?P<isi>(?:[.…][ \t]?){4,}|…{2,}|_{3,})",
    re.IGNORECASE,
)
_KOSONG_PENDEK = re.compile(
    r"\b(?:nomor|tanggal|tertanggal|tgl\.?|tahun|bulan|hari|sebesar|Rp\.?)\s*:?\s*(?P<isi>\.{3}|…)(?![.…])",
    re.IGNORECASE,
)


@aturan(
    "A07",
    Keparahan.GALAT,
    "isian masih kosong",
    alasan=(
        "Naskah yang ditandatangani tidak boleh memuat isian kosong: isinya dapat ditambahkan sesudahnya, dan dasar "
        "kewenangan penanda tangan tidak dapat dibuktikan (KUH Perdata Pasal 1320)."
    ),
    salah="berdasarkan Surat Kuasa Bupati Cempaka Raya tanggal ......",
    benar="berdasarkan Surat Kuasa Bupati Cempaka Raya tanggal 2 Mei 2031",
)
def check_blanks(konteks: Konteks) -> Iterator[Temu]:
    """Rows of dots, and lines to write on."""
    for bagian in (*konteks.bagian, *_number_lines(konteks)):
        if not any(tanda in bagian.teks for tanda in _TANDA_KOSONG):
            continue
        for pola in (_KOSONG, _KOSONG_PENDEK):
            for cocok in bagian.find_all(pola):
                awal, akhir = cocok.start(), cocok.start("isi") + len(cocok["isi"].rstrip())
                yield Temu(bagian, _name_blank(konteks, bagian, cocok), "Isi sebelum ditandatangani.", awal, akhir)


def _name_blank(konteks: Konteks, bagian: Bagian, cocok: re.Match[str]) -> str:
    """What is missing: of a document of authority, its date; else the word before the dots."""
    if bagian.peran == "pihak":
        for pihak in konteks.fakta.pihak:
            for satu in pihak.wewenang:
                di_dalam = satu.sumber.letak == bagian.letak and satu.sumber.awal <= cocok.start() < satu.sumber.akhir
                if satu.tanggal_kosong and di_dalam:
                    return f"Tanggal {satu.dokumen} belum diisi."
    kata = cocok[0][: cocok.start("isi") - cocok.start()].strip(" :.").lower()
    return f"Isian {kata} masih kosong." if kata else "Ada isian yang masih kosong."


def _number_lines(konteks: Konteks) -> Iterator[Bagian]:
    """The number lines of the heading, which are no texts of the tree."""
    naskah = konteks.perjanjian
    for nomor in naskah.kepala.nomor if naskah else ():
        if _KOSONG.search(nomor) and (ada := find_paragraph(konteks, Peran.KEPALA, nomor, "Nomor")):
            yield ada[0]
