"""Numbers: digits against their words, lengths of time without words, days of which kind (tanggal.md)."""

import re
from collections.abc import Iterator
from decimal import Decimal
from difflib import get_close_matches

from naskah.bahasa.galat import BahasaError
from naskah.bahasa.terbilang import format_angka, group_ribuan, parse_digits, parse_terbilang
from naskah.checking.context import Konteks
from naskah.checking.finding import Keparahan
from naskah.checking.pointing import point_at
from naskah.checking.rule import Temu, aturan
from naskah.reading.parts import Bagian

_KATA_BILANGAN = (
    *("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"),
    *("belas", "puluh", "ratus", "ribu", "juta", "miliar", "triliun", "seratus", "seribu", "koma", "milyar"),
)
_SATU_BILANGAN = "|".join(_KATA_BILANGAN)
_ANGKA = r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]{1,4})?|[0-9]{1,12}(?:,[0-9]{1,4})?"
# Not the end of a range or of a number of a document: "17-65 (tujuh belas ...)", "12/2030 (dua ...)".
_ANGKA_KATA = re.compile(
    rf"(?<![\w.,/\u2013-])(?:Rp\.?\s*)?(?P<angka>{_ANGKA})(?:,-)?\s*%?\s*\(\s*(?P<kata>[^()0-9]{{2,240}}?)\s*\)"
)
_KATA_ANGKA = re.compile(
    rf"(?<![\w(-])(?P<kata>(?:{_SATU_BILANGAN})(?:\s+(?:{_SATU_BILANGAN})){{0,24}})\s*\(\s*(?P<angka>{_ANGKA})\s*\)",
    re.IGNORECASE,
)


@aturan(
    "A03",
    Keparahan.GALAT,
    "angka berbeda dari katanya",
    alasan=(
        "Bilangan ditulis dengan angka dan diikuti kata di antara tanda kurung, supaya tidak dapat diubah; keduanya "
        "harus sama (UU 12/2011 Lampiran II angka 86)."
    ),
    salah="Laporan disampaikan paling lambat 14 (lima belas) hari kerja.",
    benar="Laporan disampaikan paling lambat 14 (empat belas) hari kerja.",
    per_bagian=True,
)
def check_words(konteks: Konteks) -> Iterator[Temu]:
    """Numbers with their words beside them, in either order. The opening date is A02's."""
    for bagian in konteks.bagian:
        if bagian.peran == "pembuka" or "(" not in bagian.teks:
            continue
        for pola in (_ANGKA_KATA, _KATA_ANGKA):
            for cocok in pola.finditer(bagian.teks):
                yield from _compare(bagian, cocok)


def _compare(bagian: Bagian, cocok: re.Match[str]) -> Iterator[Temu]:
    kata = _trim_unit(cocok["kata"])
    if not kata:
        return
    try:
        angka = parse_digits(cocok["angka"])
        nilai = parse_terbilang(kata)
    except BahasaError:
        if benar := _spell(kata):
            pesan = f'"{cocok["kata"]}" tidak terbaca sebagai bilangan.'
            saran = f'Mungkin maksudnya "{benar}".'
            yield _tell(bagian, cocok, "kata", pesan, saran, keparahan=Keparahan.PERINGATAN)
        return
    if angka != nilai:
        pesan = f'Angka {cocok["angka"]} berbeda dari katanya, "{cocok["kata"]}".'
        ganti = group_ribuan(nilai) if isinstance(nilai, int) else None
        yield _tell(bagian, cocok, "angka", pesan, "Pastikan yang mana yang benar, lalu samakan.", ganti=ganti)


def _tell(
    bagian: Bagian,
    cocok: re.Match[str],
    kelompok: str,
    pesan: str,
    saran: str,
    *,
    ganti: str | None = None,
    keparahan: Keparahan | None = None,
) -> Temu:
    """Mark the whole, digits and words; the remedy puts other digits into it."""
    awal, akhir = cocok.span()
    if ganti is not None:
        ganti = bagian.teks[awal : cocok.start(kelompok)] + ganti + bagian.teks[cocok.end(kelompok) : akhir]
    return Temu(bagian, pesan, saran, awal, akhir, ganti=ganti, keparahan=keparahan)


def _trim_unit(kata: str) -> str:
    """The words of the number alone: "sepuluh juta rupiah" -> "sepuluh juta"; "" where there are none."""
    bagian = kata.replace("-", " ").lower().split()
    while bagian and bagian[-1] not in _KATA_BILANGAN and not _close(bagian[-1]):
        bagian.pop()
    return " ".join(bagian)


def _close(kata: str) -> bool:
    return bool(get_close_matches(kata, _KATA_BILANGAN, 1, 0.8))


def _spell(kata: str) -> str:
    """A number with its misspelt words mended; "" where it is none, or the fault lies elsewhere."""
    hasil = []
    for satu in kata.split():
        dekat = [satu] if satu in _KATA_BILANGAN else get_close_matches(satu, _KATA_BILANGAN, 1, 0.8)
        if not dekat:
            return ""
        hasil += dekat
    benar = " ".join(hasil)
    try:
        return benar if benar != kata and isinstance(parse_terbilang(benar), int | Decimal) else ""
    except BahasaError:
        return ""


@aturan(
    "A04",
    Keparahan.SARAN,
    "jangka waktu tanpa kata bilangan",
    alasan=(
        'Angka suatu jangka waktu diikuti katanya di antara tanda kurung: "4 (empat) bulan" '
        "(UU 12/2011 Lampiran II angka 86)."
    ),
    salah="Evaluasi dilakukan setiap 4 bulan.",
    benar="Evaluasi dilakukan setiap 4 (empat) bulan.",
)
def check_bare_numbers(konteks: Konteks) -> Iterator[Temu]:
    """Lengths of time in the body and the closing."""
    for satu in konteks.fakta.durasi:
        sumber = satu.sumber
        if satu.angka is None or satu.kata is not None or sumber.bagian.peran not in ("ayat", "rincian", "penutup"):
            continue
        satuan = re.sub(r"^[0-9.]+\s*", "", sumber.kutipan)
        ganti = f"{format_angka(satu.angka)} {satuan}"
        yield point_at(sumber, f'"{sumber.kutipan}" belum diikuti katanya.', f'Tulis "{ganti}".', ganti=ganti)


_BERHITUNG = re.compile(
    r"\b(?:paling\s+\w+|dalam\s+waktu|jangka\s+waktu|melebihi|(?:lebih|kurang)\s+dari)\s*$", re.IGNORECASE
)


@aturan(
    "A11",
    Keparahan.PERINGATAN,
    "hari tanpa keterangan kerja atau kalender",
    alasan=(
        '"Hari" saja dihitung sebagai hari kalender, sedangkan kantor sering memaksudkan hari kerja; tenggat harus '
        "menyebutnya dengan jelas (UU 12/2011 Lampiran II angka 242 dan angka 256)."
    ),
    salah="Pemberitahuan disampaikan paling lambat 30 (tiga puluh) hari sebelum jangka waktu berakhir.",
    benar="Pemberitahuan disampaikan paling lambat 30 (tiga puluh) hari kalender sebelum jangka waktu berakhir.",
)
def check_days(konteks: Konteks) -> Iterator[Temu]:
    """Deadlines in days; a limit that is no deadline is a matter of style. A definition of "Hari" settles them all."""
    fakta = konteks.fakta
    if any(satu.istilah.casefold() == "hari" for satu in fakta.definisi):
        return
    tenggat = {(satu.durasi.sumber.letak, satu.durasi.sumber.awal) for satu in fakta.batas}
    for satu in fakta.durasi:
        sumber = satu.sumber
        if satu.satuan != "hari" or sumber.bagian.peran not in ("ayat", "rincian"):
            continue
        depan = sumber.bagian.teks[max(sumber.awal - 30, 0) : sumber.awal]
        bertenggat = (sumber.letak, sumber.awal) in tenggat
        if not bertenggat and not _BERHITUNG.search(depan):
            continue
        pesan = f'"{sumber.kutipan}" tidak menyebut hari kerja atau hari kalender.'
        saran = 'Tambahkan "kerja" atau "kalender" sesudah "hari".'
        yield point_at(sumber, pesan, saran, keparahan=None if bertenggat else Keparahan.SARAN)
