"""A document as a flat list of its texts, each with its place as people say it and as the file has it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import accumulate
from re import Match, Pattern
from typing import Any, TypeVar

from naskah.model.bacaan import Bacaan, NaskahPeraturan
from naskah.model.isi import Isi, Teks, plain
from naskah.model.letak import name_item
from naskah.model.naskah import Ayat, Kelompok, Naskah, Pasal, Rincian
from naskah.model.tempat import Tempat

Simpul = Pasal | Ayat | Rincian
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Bagian:
    """One text of a document."""

    letak: str
    peran: str  # "kepala", "pembuka", "pihak", "premis", "dasar", "judul-pasal", "ayat", "rincian", "penutup", ...
    isi: Isi
    pasal: str | None = None  # number of its pasal
    ayat: str | None = None
    simpul: Simpul | None = None
    # The printed text; kept, since dozens of rules ask for it.
    teks: str = field(init=False, compare=False, repr=False)

    # What was read of it, by what read it; shared between documents that have the same part at the same place.
    memo: dict[object, tuple[Any, ...]] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "teks", plain(self.isi))
        object.__setattr__(self, "memo", {})

    def recall(self, read: "Callable[[Bagian], Iterable[T]]") -> tuple[T, ...]:
        """Return what a function reads of this part alone; it reads it once."""
        if read not in self.memo:
            self.memo[read] = tuple(read(self))
        return self.memo[read]

    def find_all(self, pola: Pattern[str]) -> tuple[Match[str], ...]:
        """Return where a pattern occurs in the text; it is sought once."""
        ada = self.memo.get(pola)  # asked once: a pattern is hashed anew each time
        if ada is None:
            ada = self.memo[pola] = tuple(pola.finditer(self.teks))
        return ada

    def share(self, memo: dict[object, tuple[Any, ...]]) -> None:
        """Take over what was read of the same part of another document."""
        object.__setattr__(self, "memo", memo)

    def place(self, awal: int = 0) -> Tempat | None:
        """Return where the character at `awal` stands in the file; None for an assembled document."""
        batas = 0
        for span in self.isi:
            if isinstance(span, Teks) and awal < batas + max(len(span.teks), 1) and span.tempat is not None:
                return replace(span.tempat, awal=span.tempat.awal + max(awal - batas, 0))
            batas += len(span.teks)
        tempat = getattr(self.simpul, "tempat", None)
        return tempat if isinstance(tempat, Tempat) else None


def iter_bagian(bacaan: Bacaan) -> Iterator[Bagian]:
    """Yield every text of a document in its order."""
    naskah = bacaan.naskah
    if isinstance(naskah, NaskahPeraturan):
        yield from _regulation_head(naskah)
    else:
        yield from _agreement_head(naskah)
    yield from iter_batang(naskah.batang)
    if isinstance(naskah, NaskahPeraturan):
        yield from _each("Penutup", "penutup", naskah.penutup)
        yield from _each("Tanda tangan", "tanda-tangan", naskah.tanda_tangan)
        yield from _each("Penjelasan", "penjelasan", naskah.penjelasan)
        yield from _each("Lampiran", "lampiran", naskah.lampiran)
    else:
        yield from _each("Penutup", "penutup", naskah.penutup)
        yield from _annexes(naskah)


def iter_batang(batang: Iterable[Kelompok | Pasal]) -> Iterator[Bagian]:
    """Yield the texts of a body: headings, ayat, items."""
    for satu in batang:
        if isinstance(satu, Kelompok):
            yield Bagian(f"{satu.jenis} {satu.nomor}", "judul-kelompok", satu.judul)
            yield from iter_batang(satu.isi)
            continue
        nama = f"Pasal {satu.nomor}"
        yield Bagian(nama, "judul-pasal", satu.judul, satu.nomor, None, satu)
        for ayat in satu.ayat:
            letak = nama if ayat.nomor is None else f"{nama} ayat ({ayat.nomor})"
            yield Bagian(letak, "ayat", ayat.isi, satu.nomor, ayat.nomor, ayat)
            yield from _items(ayat.rincian, letak, satu.nomor, ayat.nomor)
            yield from _fields(ayat, letak, satu.nomor)


def _items(rincian: Iterable[Rincian], atas: str, pasal: str, ayat: str | None) -> Iterator[Bagian]:
    for satu in rincian:
        letak = f"{atas} {name_item(satu.tingkat, satu.nomor)}"
        yield Bagian(letak, "rincian", satu.isi, pasal, ayat, satu)
        yield from _items(satu.rincian, letak, pasal, ayat)
        yield from _fields(satu, letak, pasal)


def _fields(simpul: Ayat | Rincian, letak: str, pasal: str) -> Iterator[Bagian]:
    for isian in simpul.isian:
        yield Bagian(f"{letak}, {isian.kunci}", "isian", isian.nilai, pasal, None, simpul)


def _agreement_head(naskah: Naskah) -> Iterator[Bagian]:
    kepala = naskah.kepala
    yield Bagian("Judul", "kepala", kepala.tentang)
    yield Bagian("Pembukaan", "pembuka", naskah.pembuka)
    for pihak in naskah.pihak:
        for alinea in pihak.komparisi:
            yield Bagian(f"Komparisi {pihak.sebutan}", "pihak", alinea)
    yield from _each("Sesudah para pihak", "setelah-pihak", naskah.setelah_pihak)
    if naskah.premis is not None:
        yield Bagian("Premis", "pengantar-premis", naskah.premis.pengantar)
        yield from _each("Premis butir", "premis", naskah.premis.butir, start=1)
    for dasar in naskah.dasar:
        nama = plain(dasar.pengantar).strip(" :").capitalize() or "Dasar hukum"
        yield Bagian(nama, "pengantar-dasar", dasar.pengantar)
        yield from _each(f"{nama} butir", "dasar", dasar.butir, start=1)
    yield Bagian("Kesepakatan", "kesepakatan", naskah.kesepakatan)


def _regulation_head(naskah: NaskahPeraturan) -> Iterator[Bagian]:
    yield from _each("Kepala", "kepala", naskah.kepala)
    yield Bagian("Judul", "judul", naskah.tentang)
    yield Bagian("Pembentuk", "pembentuk", naskah.pembentuk)
    yield from _each("Menimbang butir", "menimbang", naskah.menimbang, start=1)
    yield from _each("Mengingat butir", "dasar", naskah.mengingat, start=1)
    yield Bagian("Menetapkan", "menetapkan", naskah.menetapkan)


def _annexes(naskah: Naskah) -> Iterator[Bagian]:
    for lampiran in naskah.lampiran:
        yield from _each("Judul lampiran", "lampiran", (*lampiran.kepala, *lampiran.judul))
        for program in lampiran.tabel.program:
            yield Bagian(f"Lampiran program {program.nomor}", "rencana-kerja", program.nama)
            for satu in program.kegiatan:
                nama = f"Lampiran kegiatan {program.nomor}.{satu.nomor}"
                sel = [satu.nama, *satu.tahapan, satu.lokasi, satu.sumber_dana, satu.output, satu.outcome]
                for tugas in satu.tugas:
                    sel += [*tugas.penanggung_jawab, tugas.kegiatan]
                yield from (Bagian(nama, "rencana-kerja", isi) for isi in sel if isi)


def _each(letak: str, peran: str, semua: Iterable[Isi], *, start: int = 0) -> Iterator[Bagian]:
    for i, isi in enumerate(semua, start or 1):
        yield Bagian(f"{letak} {i}" if start else letak, peran, isi)


def span_offsets(isi: Isi) -> list[int]:
    """Return where each span of a text begins."""
    return [0, *accumulate(len(span.teks) for span in isi)][: len(isi)]
