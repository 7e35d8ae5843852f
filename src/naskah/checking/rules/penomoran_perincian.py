"""Items of a list: how they begin, end and are joined (UU 12/2011 Lampiran II angka 87-91)."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from naskah.checking.context import Konteks
from naskah.checking.finding import Keparahan
from naskah.checking.lists import Akhir, Butir, Daftar, read_akhir
from naskah.checking.rule import Temu, aturan
from naskah.reading.parts import Bagian

_ALASAN = "UU 12/2011 Lampiran II angka 87"
# Of these lists the opening words leave open whether all items are meant or one of them.
_PILIHAN = re.compile(
    r"\b(?:salah\s+satu|dapat|atau|apabila|dalam\s+hal|jika|karena|melalui|berupa|sanksi)\b", re.IGNORECASE
)
_KATA = re.compile(r"[^\W\d_]+(?:[-/][^\W\d_]+)*")
_HURUF_BESAR_TENGAH = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+")
_HURUF_KECIL = re.compile(r"\b[a-z]+\b")


@aturan(
    "P02",
    Keparahan.PERINGATAN,
    "kata penghubung perincian tidak ada, berlebih, atau salah tempat",
    alasan=(
        'Kata "dan", "atau", atau "dan/atau" ditulis sesudah butir kedua dari akhir, dan hanya di sana (UU 12/2011 '
        "Lampiran II angka 88 sampai dengan angka 90); Menimbang dan Mengingat tidak memakainya (angka 52)."
    ),
    salah="a. menyediakan tempat; b. menyediakan petugas; c. menyusun jadwal.",
    benar="a. menyediakan tempat; b. menyediakan petugas; dan c. menyusun jadwal.",
)
def check_conjunction(konteks: Konteks) -> Iterator[Temu]:
    """The conjunctions of every list whose items go on with its opening words."""
    for daftar in konteks.daftar:
        if daftar.keterangan:
            continue
        if daftar.jenis in ("dasar", "menimbang"):
            yield from _check_bases(daftar, konteks)
        elif not daftar.kalimat:
            yield from _check_conjunctions(daftar)


def _check_bases(daftar: Daftar, konteks: Konteks) -> Iterator[Temu]:
    """Legal bases of a regulation take no conjunction; in an agreement both ways occur."""
    if not konteks.bacaan.jenis.peraturan:
        return
    for butir, akhir in zip(daftar.butir, daftar.akhiran, strict=True):
        if akhir.kata:
            pesan = f'Kata "{akhir.kata}" tidak dipakai di sini.'
            yield _mark(butir.ekor, akhir, pesan, "Akhiri dengan titik koma.", ";")


def _check_conjunctions(daftar: Daftar) -> Iterator[Temu]:
    terakhir = len(daftar.butir) - 1
    for i, (butir, akhir) in enumerate(zip(daftar.butir, daftar.akhiran, strict=True)):
        if i == terakhir - 1:
            if not akhir.kata and akhir.tanda in (";", ","):
                yield _miss_conjunction(daftar, butir, akhir)
        elif akhir.kata and i < terakhir:
            pesan = f'Kata "{akhir.kata}" berdiri sesudah {butir.nama}, padahal bukan butir kedua dari akhir.'
            yield _mark(butir.ekor, akhir, pesan, "Akhiri dengan titik koma saja.", ";")
        elif akhir.kata and daftar.tuntas:
            pesan = f'Perincian berakhir dengan kata "{akhir.kata}".'
            yield _mark(butir.ekor, akhir, pesan, "Akhiri dengan titik, atau lengkapi butir berikutnya.", None)


def _miss_conjunction(daftar: Daftar, butir: Butir, akhir: Akhir) -> Temu:
    pesan = f"Sesudah {butir.nama}, butir kedua dari akhir, tidak ada kata penghubung."
    keparahan = Keparahan.SARAN if daftar.jenis == "premis" else None
    pilihan = daftar.pengantar is not None and _PILIHAN.search(daftar.pengantar.teks) is not None
    if pilihan:
        saran = 'Pilih "; dan", "; atau", atau "; dan/atau" sesuai dengan maksudnya.'
        return _mark(butir.ekor, akhir, pesan, saran, None, keparahan)
    return _mark(butir.ekor, akhir, pesan, 'Akhiri dengan "; dan".', "; dan", keparahan)


@aturan(
    "P03",
    Keparahan.PERINGATAN,
    "tanda baca perincian salah",
    alasan=(
        "Setiap butir diakhiri titik koma, butir yang dirinci lagi diakhiri titik dua, dan butir terakhir diakhiri "
        f"titik ({_ALASAN} huruf d dan huruf f); definisi diakhiri titik (angka 98 sampai dengan angka 107); butir "
        "Menimbang dan Mengingat diakhiri titik koma (angka 52)."
    ),
    salah="a. menyediakan tempat, b. menyediakan petugas; dan c. menyusun jadwal;",
    benar="a. menyediakan tempat; b. menyediakan petugas; dan c. menyusun jadwal.",
)
def check_punctuation(konteks: Konteks) -> Iterator[Temu]:
    """The mark at the end of every item; a fault that many items share is told once."""
    for daftar in konteks.daftar:
        if not daftar.keterangan:
            yield from _tell_faults(daftar, konteks)


def _tell_faults(daftar: Daftar, konteks: Konteks) -> Iterator[Temu]:
    salah: dict[str, list[Butir]] = {}
    for i, butir in enumerate(daftar.butir):
        if harus := _find_fault(daftar, i, konteks):
            salah.setdefault(harus, []).append(butir)
    for harus, semua in salah.items():
        pertama = semua[0]
        bagian = pertama.bagian if harus == ":" else pertama.ekor
        akhir = read_akhir(bagian.teks)
        nama = _name_items(semua)
        pesan = f'{nama[:1].upper()}{nama[1:]} seharusnya diakhiri "{harus}".'
        ganti = harus if len(semua) == 1 and akhir.tanda and not akhir.kata else None
        keparahan = None if daftar.jenis == "rincian" else Keparahan.SARAN
        yield _mark(bagian, akhir, pesan, f'Akhiri dengan "{harus}".', ganti, keparahan)


def _find_fault(daftar: Daftar, i: int, konteks: Konteks) -> str:
    """Return the mark that an item should end with and does not; nothing when it is right."""
    butir = daftar.butir[i]
    if not butir.ekor.teks.strip():
        return ""
    if butir.bersub and read_akhir(butir.bagian.teks).tanda != ":":
        return ":"
    if butir.bersub and butir.bagian is not butir.ekor:
        return ""  # how it ends is told of its sub-items
    akhir = daftar.akhiran[i]
    if daftar.jenis in ("dasar", "menimbang") and konteks.bacaan.jenis.peraturan:
        return "" if akhir.tanda == ";" else ";"
    terakhir = i == len(daftar.butir) - 1
    if daftar.kalimat:
        return "" if akhir.tanda == "." or (terakhir and akhir.tanda == ";") else "."
    if terakhir and daftar.tuntas:
        return "" if akhir.tanda == "." or akhir.kata or _may_go_on(daftar) else "."
    return "" if akhir.tanda == ";" else ";"


def _may_go_on(daftar: Daftar) -> bool:
    """Whether the sentence may go on below the list: legal bases are often followed by more of them."""
    return daftar.jenis == "dasar"


@aturan(
    "P04",
    Keparahan.SARAN,
    "butir perincian diawali huruf kapital",
    alasan=f"Setiap butir yang melanjutkan kalimat pembukanya diawali huruf kecil ({_ALASAN} huruf c).",
    salah="PIHAK KESATU wajib: a. Menyediakan tempat; dan b. Menyusun jadwal.",
    benar="PIHAK KESATU wajib: a. menyediakan tempat; dan b. menyusun jadwal.",
)
def check_capitals(konteks: Konteks) -> Iterator[Temu]:
    """Items that begin with the capital of a sentence, told once for each list."""
    calon = [
        (daftar, butir)
        for daftar in konteks.daftar
        if daftar.jenis == "rincian" and not daftar.kalimat and not daftar.keterangan
        for butir in daftar.butir
        if _begins_capital(butir.bagian.teks)
    ]
    if not calon:
        return
    kecil, besar = _count_words(konteks)
    oleh: dict[int, list[Butir]] = {}
    for daftar, butir in calon:
        if _is_common(butir.bagian.teks, kecil, besar):
            oleh.setdefault(id(daftar), []).append(butir)
    for semua in oleh.values():
        pertama = semua[0].bagian
        kata = _KATA.match(pertama.teks.lstrip())
        awal = len(pertama.teks) - len(pertama.teks.lstrip())
        nama = _name_items(semua)
        yield Temu(
            pertama,
            f"{nama[:1].upper()}{nama[1:]} diawali huruf kapital.",
            "Awali dengan huruf kecil, kecuali nama dan istilah yang didefinisikan.",
            awal,
            awal + (kata.end() if kata else 1),
        )


def _begins_capital(teks: str) -> bool:
    awal = teks.lstrip()[:2]
    return len(awal) == 2 and awal[0].isupper() and awal[1].islower()


def _count_words(konteks: Konteks) -> tuple[Counter[str], Counter[str]]:
    """Return how often each word stands in small letters, and with a capital amid a sentence."""
    isi = " \n ".join(satu.teks for satu in konteks.bagian if satu.peran in ("ayat", "rincian"))
    besar = Counter(kata.lower() for kata in _HURUF_BESAR_TENGAH.findall(isi))
    return Counter(_HURUF_KECIL.findall(isi)), besar


def _is_common(teks: str, kecil: Counter[str], besar: Counter[str]) -> bool:
    """Whether the first word is a common one: a name goes on with a capital, or has one elsewhere too."""
    kata = _KATA.findall(teks[:120])
    if not kata:
        return False
    pertama = kata[0].lower()
    if besar[pertama] > kecil[pertama]:
        return False
    berikut = kata[1] if len(kata) > 1 else ""
    return kecil[pertama] > 0 if berikut[:1].isupper() else True


def _mark(
    bagian: Bagian, akhir: Akhir, pesan: str, saran: str, ganti: str | None, keparahan: Keparahan | None = None
) -> Temu:
    """A finding at the end of a part; the last word is shown where nothing else is there."""
    teks = bagian.teks.rstrip()
    awal, sampai = akhir.awal, len(teks)
    if awal >= sampai or not akhir.tanda and not akhir.kata:
        awal, ganti = teks.rfind(" ") + 1, None
    return Temu(bagian, pesan, saran, awal, sampai, ganti=ganti, keparahan=keparahan)


def _name_items(butir: Sequence[Butir]) -> str:
    """Return "huruf a", "huruf a dan huruf b", "huruf a, huruf b, dan 3 butir lain"."""
    nama = [satu.nama for satu in butir]
    if len(nama) <= 2:
        return " dan ".join(nama)
    if len(nama) == 3:
        return f"{nama[0]}, {nama[1]}, dan {nama[2]}"
    return f"{nama[0]}, {nama[1]}, dan {len(nama) - 2} butir lain"
