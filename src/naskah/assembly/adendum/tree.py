"""Finding and replacing units of a tree by their place. Trees never change: each edit gives a new one."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import TypeVar

from naskah.assembly.numbering import DaftarTempat, Tempat
from naskah.model.langkah import DIHAPUS, Satuan
from naskah.model.letak import Letak
from naskah.model.naskah import Ayat, Kelompok, Naskah, Pasal, Rincian, Tingkat

_BERHURUF = (Tingkat.HURUF, Tingkat.HURUF_KURUNG)
S = TypeVar("S", Ayat, Rincian)


class LetakError(ValueError):
    """A place that the naskah does not have; Indonesian message with near places."""


def iter_letak(naskah: Naskah) -> Iterator[tuple[Letak, Satuan]]:
    """Every pasal, numbered ayat and item with its place, in the order of the document."""
    for pasal in naskah.iter_pasal():
        yield Letak(pasal.nomor), pasal
        for ayat in pasal.ayat:
            di = Letak(pasal.nomor, ayat.nomor)
            if ayat.nomor is not None:
                yield di, ayat
            yield from _iter_items(di, ayat.rincian)


def _iter_items(di: Letak, butir: Sequence[Rincian]) -> Iterator[tuple[Letak, Satuan]]:
    for satu in butir:
        dalam = replace(di, rincian=(*di.rincian, (satu.tingkat, satu.nomor)))
        yield dalam, satu
        yield from _iter_items(dalam, satu.rincian)


def find(naskah: Naskah, letak: Letak) -> tuple[Letak, Satuan]:
    """The unit at a place, and the place in its exact form (brackets of a level as the tree has them).

    Raises:
        LetakError: there is none; the message names what there is.
    """
    pasal = next((p for p in naskah.iter_pasal() if p.nomor == letak.pasal), None)
    if pasal is None:
        raise LetakError(_explain_pasal(naskah, letak))
    if letak.ayat is None and not letak.rincian:
        return letak, pasal
    ayat = next((a for a in pasal.ayat if a.nomor == letak.ayat), None)
    if ayat is None:
        raise LetakError(_explain_ayat(pasal, letak))
    di, satuan = Letak(letak.pasal, letak.ayat), ayat
    hasil: Satuan = ayat
    butir = satuan.rincian
    for tingkat, nomor in letak.rincian:
        cocok = next((r for r in butir if r.nomor == nomor and _same_family(r.tingkat, tingkat)), None)
        if cocok is None:
            ada = ", ".join(r.nomor for r in butir) or "tidak ada butir"
            raise LetakError(f"{letak} tidak ada; dalam {di} ada: {ada}")
        di = replace(di, rincian=(*di.rincian, (cocok.tingkat, cocok.nomor)))
        hasil, butir = cocok, cocok.rincian
    return di, hasil


def find_siblings(naskah: Naskah, letak: Letak) -> tuple[Satuan, ...]:
    """The units of the list that a (possibly new) place belongs to, in their order."""
    if letak.rincian:
        induk = _find_ayat(naskah, letak) if len(letak.rincian) == 1 else find(naskah, _above(letak))[1]
        return induk.rincian if isinstance(induk, Ayat | Rincian) else ()
    if letak.ayat is not None:
        _, pasal = find(naskah, Letak(letak.pasal))
        return pasal.ayat if isinstance(pasal, Pasal) else ()
    return tuple(naskah.iter_pasal())


def _above(letak: Letak) -> Letak:
    return replace(letak, rincian=letak.rincian[:-1])


def _find_ayat(naskah: Naskah, letak: Letak) -> Ayat:
    """The ayat of a place, numbered or not."""
    _, pasal = find(naskah, Letak(letak.pasal))
    assert isinstance(pasal, Pasal)
    ayat = next((a for a in pasal.ayat if a.nomor == letak.ayat), None)
    if ayat is None:
        raise LetakError(_explain_ayat(pasal, letak))
    return ayat


def replace_at(naskah: Naskah, letak: Letak, ganti: Callable[[Satuan], Sequence[Satuan]]) -> Naskah:
    """The tree with the unit at a place replaced by what `ganti` makes of it: one unit, or it and those after it."""

    def on_pasal(pasal: Pasal) -> Sequence[Pasal]:
        if letak.ayat is None and not letak.rincian:
            return [p for p in ganti(pasal) if isinstance(p, Pasal)]
        ayat = _splice(pasal.ayat, lambda a: a.nomor == letak.ayat, on_ayat)
        return [replace(pasal, ayat=ayat)]

    def on_ayat(ayat: Ayat) -> Sequence[Ayat]:
        if not letak.rincian:
            return [a for a in ganti(ayat) if isinstance(a, Ayat)]
        return [replace(ayat, rincian=on_items(ayat.rincian, letak.rincian))]

    def on_items(butir: tuple[Rincian, ...], sisa: tuple[tuple[Tingkat, str], ...]) -> tuple[Rincian, ...]:
        tingkat, nomor = sisa[0]

        def on_item(satu: Rincian) -> Sequence[Rincian]:
            if len(sisa) == 1:
                return [r for r in ganti(satu) if isinstance(r, Rincian)]
            return [replace(satu, rincian=on_items(satu.rincian, sisa[1:]))]

        return _splice(butir, lambda r: r.nomor == nomor and r.tingkat is tingkat, on_item)

    return replace(naskah, batang=_on_batang(naskah.batang, letak.pasal, on_pasal))


def _splice(semua: Sequence[S], cocok: Callable[[S], bool], ganti: Callable[[S], Sequence[S]]) -> tuple[S, ...]:
    hasil: list[S] = []
    for satu in semua:
        hasil += ganti(satu) if cocok(satu) else [satu]
    return tuple(hasil)


def _on_batang(
    batang: Sequence[Kelompok | Pasal], nomor: str, ganti: Callable[[Pasal], Sequence[Pasal]]
) -> tuple[Kelompok | Pasal, ...]:
    hasil: list[Kelompok | Pasal] = []
    for bagian in batang:
        if isinstance(bagian, Pasal):
            hasil += ganti(bagian) if bagian.nomor == nomor else [bagian]
        else:
            hasil.append(replace(bagian, isi=_on_batang(bagian.isi, nomor, ganti)))
    return tuple(hasil)


def is_deleted(satuan: Satuan) -> bool:
    """Whether the unit was deleted by an earlier adendum: only its number still stands."""
    if isinstance(satuan, Pasal):
        return len(satuan.ayat) == 1 and satuan.ayat[0].isi == DIHAPUS and not satuan.judul
    return satuan.isi == DIHAPUS


def delete(satuan: Satuan) -> Satuan:
    """The unit with nothing left but its number and its label, at which references may still point."""
    if isinstance(satuan, Pasal):
        return replace(satuan, judul=(), ayat=(Ayat(None, DIHAPUS, label=f"{satuan.label}.ayat"),))
    return replace(satuan, isi=DIHAPUS, rincian=(), isian=(), kutipan=())


def index_labels(naskah: Naskah) -> DaftarTempat:
    """Every label of a tree and where it stands, as references are written from it."""
    daftar = DaftarTempat()
    for pasal in naskah.iter_pasal():
        label = pasal.label or f"pasal-{pasal.nomor.lower()}"
        daftar.tempat[label] = Tempat(pasal.nomor, labels=(label,))
        for ayat in pasal.ayat:
            label_ayat = ayat.label or f"{label}.{ayat.nomor or 'ayat'}"
            labels = (label, label_ayat) if ayat.nomor else (label,)
            tempat = Tempat(pasal.nomor, ayat.nomor, labels=labels)
            daftar.tempat[label_ayat] = tempat
            _index_items(daftar, ayat.rincian, tempat, label_ayat)
    return daftar


def _index_items(daftar: DaftarTempat, butir: Sequence[Rincian], atas: Tempat, dasar: str) -> None:
    for satu in butir:
        label = satu.label or f"{dasar}.{satu.nomor}"
        rincian = (*atas.rincian, (satu.tingkat, satu.nomor))
        tempat = Tempat(atas.pasal, atas.ayat, rincian, (*atas.labels, label))
        daftar.tempat[label] = tempat
        _index_items(daftar, satu.rincian, tempat, label)


def _same_family(satu: Tingkat, dua: Tingkat) -> bool:
    return (satu in _BERHURUF) == (dua in _BERHURUF)


def _explain_pasal(naskah: Naskah, letak: Letak) -> str:
    ada = [p.nomor for p in naskah.iter_pasal()]
    mirip = get_close_matches(letak.pasal, ada, 3, 0.5)
    usul = f"mungkin maksudnya Pasal {', Pasal '.join(mirip)}" if mirip else f"yang ada Pasal {ada[0]} sampai {ada[-1]}"
    return f"Pasal {letak.pasal} tidak ada dalam naskah induk; {usul}"


def _explain_ayat(pasal: Pasal, letak: Letak) -> str:
    nomor = [a.nomor for a in pasal.ayat if a.nomor is not None]
    if letak.ayat is None:
        return f"Pasal {pasal.nomor} terbagi dalam ayat; sebutkan ayatnya, misalnya ayat ({nomor[0]})"
    if not nomor:
        return f"{Letak(letak.pasal, letak.ayat)} tidak ada: Pasal {pasal.nomor} hanya satu ayat tanpa nomor"
    return f"{Letak(letak.pasal, letak.ayat)} tidak ada; dalam Pasal {pasal.nomor} ada ayat ({'), ('.join(nomor)})"
