"""Numbers in order, no deeper than four levels, no number where there is only one (UU 12/2011 Lampiran II 72-87)."""

import re
from collections.abc import Callable, Iterator, Sequence

from naskah.bahasa.galat import BahasaError
from naskah.bahasa.penomoran import parse_romawi
from naskah.bahasa.terbilang import parse_urutan
from naskah.checking.context import Konteks
from naskah.checking.finding import Keparahan
from naskah.checking.rule import Temu, aturan
from naskah.model.bacaan import Alinea, Peran
from naskah.model.isi import Teks
from naskah.model.letak import name_item
from naskah.model.naskah import Ayat, JenisKelompok, Kelompok, Pasal, Rincian
from naskah.reading.parts import Bagian
from naskah.reading.structure.markers import number_value

Nilai = tuple[int, int]
_ROMAWI = re.compile(r"[IVXLC]+")
_NOMOR_AWAL = re.compile(r"(?P<nomor>[0-9]{1,3}|[a-zA-Z])\.(?=\s|$)")
_DAFTAR_LEPAS = {Peran.PREMIS: "Premis", Peran.DASAR: "Dasar hukum"}
_TINGKAT_TERBANYAK = 4


@aturan(
    "P01",
    Keparahan.GALAT,
    "nomor melompat atau berulang",
    alasan=(
        "Bab, pasal, ayat, dan perincian diberi nomor berurutan, supaya setiap rujukan menunjuk tepat satu tempat "
        "(UU 12/2011 Lampiran II angka 72 sampai dengan angka 87)."
    ),
    salah="Pasal 4 ... Pasal 6 ... Pasal 6",
    benar="Pasal 4 ... Pasal 5 ... Pasal 6",
)
def check_order(konteks: Konteks) -> Iterator[Temu]:
    """Every row of numbers of the body, and those printed before recitals and legal bases."""
    naskah = konteks.bacaan.naskah
    letak = {id(satu.simpul): satu for satu in konteks.bagian if satu.peran in ("judul-pasal", "ayat", "rincian")}

    def place(simpul: Pasal | Ayat | Rincian) -> Bagian:
        return letak[id(simpul)]

    yield from _check_groups(naskah.batang)
    pasal = list(naskah.iter_pasal())
    yield from _check_row([(place(p), f"Pasal {p.nomor}", _read_pasal(p.nomor)) for p in pasal])
    for satu in pasal:
        ayat = [a for a in satu.ayat if a.nomor is not None]
        yield from _check_row([(place(a), f"ayat ({a.nomor})", number_value(a.nomor or "")) for a in ayat])
        for a in satu.ayat:
            yield from _check_items(a.rincian, place)
    yield from _check_loose(konteks.bacaan.alinea)


def _check_items(rincian: Sequence[Rincian], place: Callable[[Rincian], Bagian]) -> Iterator[Temu]:
    yield from _check_row([(place(r), name_item(r.tingkat, r.nomor), number_value(r.nomor)) for r in rincian])
    for satu in rincian:
        yield from _check_items(satu.rincian, place)


def _check_groups(isi: Sequence[Kelompok | Pasal]) -> Iterator[Temu]:
    kelompok = [satu for satu in isi if isinstance(satu, Kelompok)]
    yield from _check_row([(_place_group(k), f"{k.jenis} {k.nomor}", _read_group(k)) for k in kelompok])
    for satu in kelompok:
        yield from _check_groups(satu.isi)


def _place_group(kelompok: Kelompok) -> Bagian:
    isi = kelompok.judul or (Teks("", tempat=kelompok.tempat),)
    return Bagian(f"{kelompok.jenis} {kelompok.nomor}", "judul-kelompok", isi)


def _check_loose(alinea: Sequence[Alinea]) -> Iterator[Temu]:
    """Recitals and legal bases: their numbers are no part of the tree."""
    for peran, nama in _DAFTAR_LEPAS.items():
        baris: list[tuple[Bagian, str, Nilai]] = []
        for satu in alinea:
            cocok = _NOMOR_AWAL.match(satu.nomor or satu.teks) if satu.peran is peran else None
            if cocok is None:
                continue
            nilai = number_value(cocok["nomor"])
            if nilai == (1, 0):
                yield from _check_row(baris, utuh=False)
                baris = []
            sebutan = f"butir {cocok['nomor']}"
            bagian = Bagian(f"{nama} {sebutan}", "nomor", (Teks(satu.teks, tempat=satu.tempat),))
            baris.append((bagian, sebutan, nilai))
        yield from _check_row(baris, utuh=False)


def _check_row(baris: Sequence[tuple[Bagian, str, Nilai | None]], *, utuh: bool = True) -> Iterator[Temu]:
    """Check one row of numbers; one that cannot be read is passed over. `utuh`: its first number is known."""
    lalu: tuple[str, Nilai] | None = None
    for bagian, nama, nilai in baris:
        if nilai is None:
            lalu = None
            continue
        if utuh and lalu is None and nilai[0] > 1 and baris[0][0] is bagian:
            yield Temu(bagian, f"Penomoran dimulai dengan {nama}.", "Mulai dari nomor pertama, atau lengkapi awalnya.")
        if lalu is not None and not _follows(nilai, lalu[1]):
            if nilai == lalu[1]:
                pesan = f"{nama[:1].upper()}{nama[1:]} berulang."
            else:
                pesan = f"Sesudah {lalu[0]} langsung {nama}."
            yield Temu(bagian, pesan, "Urutkan nomornya, lalu sesuaikan rujukan yang menunjuk ke sini.")
        lalu = (nama, nilai)


def _follows(nilai: Nilai, lalu: Nilai) -> bool:
    return nilai in ((lalu[0] + 1, 0), (lalu[0], lalu[1] + 1))


def _read_pasal(nomor: str) -> Nilai | None:
    return _read_roman(nomor) if _ROMAWI.fullmatch(nomor) else number_value(nomor)


def _read_group(kelompok: Kelompok) -> Nilai | None:
    if kelompok.jenis is JenisKelompok.PARAGRAF:
        return number_value(kelompok.nomor)
    if kelompok.jenis is JenisKelompok.BAB:
        cocok = re.fullmatch(r"([IVXLC]+?)([A-Z]?)", kelompok.nomor)
        utuh = _read_roman(kelompok.nomor)
        if utuh is not None or cocok is None:
            return utuh
        dasar = _read_roman(cocok[1])
        return (dasar[0], ord(cocok[2]) - ord("A") + 1) if dasar and cocok[2] else dasar
    try:
        return (parse_urutan(kelompok.nomor), 0)
    except BahasaError:
        return None


def _read_roman(nomor: str) -> Nilai | None:
    try:
        return (parse_romawi(nomor), 0)
    except BahasaError:
        return None


@aturan(
    "P05",
    Keparahan.GALAT,
    "perincian lebih dari empat tingkat",
    alasan=(
        "Perincian paling banyak empat tingkat: huruf a., angka 1., huruf a), dan angka 1) "
        "(UU 12/2011 Lampiran II angka 87 huruf h)."
    ),
    salah="a. ... 1. ... a) ... 1) ... a) rincian tingkat kelima;",
    benar="a. ... 1. ... a) ... 1) rincian tingkat keempat;",
)
def check_depth(konteks: Konteks) -> Iterator[Temu]:
    """The first item of each list that lies below the fourth level."""
    ayat = [satu for pasal in konteks.bacaan.naskah.iter_pasal() for satu in pasal.ayat]
    dalam = {id(rincian) for satu in ayat for rincian in _find_deep(satu.rincian, 1)}
    for bagian in konteks.bagian:
        if bagian.peran == "rincian" and id(bagian.simpul) in dalam:
            yield Temu(bagian, "Perincian ini berada pada tingkat kelima.", "Pecah menjadi ayat atau pasal tersendiri.")


def _find_deep(rincian: Sequence[Rincian], tingkat: int) -> Iterator[Rincian]:
    if tingkat > _TINGKAT_TERBANYAK:
        yield from rincian[:1]
        return
    for satu in rincian:
        yield from _find_deep(satu.rincian, tingkat + 1)


@aturan(
    "P06",
    Keparahan.PERINGATAN,
    "satu-satunya ayat diberi nomor",
    alasan=(
        "Ayat diberi nomor supaya dapat dibedakan dari ayat lain dalam pasalnya; satu-satunya ayat tidak memerlukannya "
        "(UU 12/2011 Lampiran II angka 77 sampai dengan angka 83)."
    ),
    salah="Pasal 8 (1) Biaya ditanggung PARA PIHAK.",
    benar="Pasal 8 Biaya ditanggung PARA PIHAK.",
)
def check_single_ayat(konteks: Konteks) -> Iterator[Temu]:
    """A pasal with a single ayat that is numbered."""
    for bagian in konteks.bagian:
        if bagian.peran != "ayat" or bagian.ayat is None:
            continue
        pasal = konteks.pasal.get(bagian.pasal or "")
        if pasal is not None and len(pasal.ayat) == 1 and pasal.ayat[0] is bagian.simpul:
            yield Temu(
                bagian,
                f"Pasal ini hanya memuat satu ayat, tetapi diberi nomor ({bagian.ayat}).",
                f"Hapus nomor ({bagian.ayat}), atau lengkapi ayat berikutnya.",
            )
