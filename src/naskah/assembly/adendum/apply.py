"""The steps of an adendum on a tree: what consolidation is made of."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from naskah.assembly.adendum.punctuation import relink
from naskah.assembly.adendum.tree import LetakError, delete, find, find_siblings, replace_at
from naskah.model.langkah import Langkah, LangkahKegiatan, LangkahPihak, Perbuatan, PerubahanNaskah, Satuan
from naskah.model.letak import Letak
from naskah.model.naskah import Lampiran, Naskah, Pasal, Rincian
from naskah.model.tabel_rencana import KegiatanTabel, ProgramTabel


def apply_perubahan(naskah: Naskah, perubahan: PerubahanNaskah) -> Naskah:
    """The tree as one adendum leaves it.

    Raises:
        LetakError: a place is not there: the steps were made for another tree.
    """
    for langkah in perubahan.langkah:
        naskah = apply_langkah(naskah, langkah)
    for pihak in perubahan.pihak:
        naskah = apply_pihak(naskah, pihak)
    for kegiatan in perubahan.kegiatan:
        naskah = apply_kegiatan(naskah, kegiatan)
    return naskah


def apply_langkah(naskah: Naskah, langkah: Langkah) -> Naskah:
    """The tree after one step. Every place but the one named keeps its number.

    Raises:
        LetakError: the place is not there.
    """
    # Facts of the parent may have been registered anew since: a step must never be lost in silence.
    find(naskah, langkah.setelah or langkah.letak)
    if langkah.perbuatan is Perbuatan.HAPUS:
        lama = find_siblings(naskah, langkah.letak)
        naskah = replace_at(naskah, langkah.letak, lambda satuan: [delete(satuan)])
        return _relink(naskah, langkah.letak, lama) if langkah.letak.rincian else naskah
    baru = langkah.satuan
    assert baru is not None
    if langkah.perbuatan is Perbuatan.UBAH:
        return replace_at(naskah, langkah.letak, lambda _: [baru])
    assert langkah.setelah is not None
    lama = find_siblings(naskah, langkah.setelah)
    naskah = replace_at(naskah, langkah.setelah, lambda sebelum: [sebelum, baru])
    return _relink(naskah, langkah.letak, lama) if langkah.letak.rincian else naskah


def apply_pihak(naskah: Naskah, langkah: LangkahPihak) -> Naskah:
    """The tree with a party presented anew; its title stays as it was signed.

    Raises:
        LetakError: there is no such party.
    """
    i = langkah.urutan - 1
    if i >= len(naskah.pihak):
        raise LetakError(f"{langkah.pihak.sebutan} tidak ada; naskahnya hanya {len(naskah.pihak)} pihak")
    return replace(naskah, pihak=(*naskah.pihak[:i], langkah.pihak, *naskah.pihak[i + 1 :]))


def apply_kegiatan(naskah: Naskah, langkah: LangkahKegiatan) -> Naskah:
    """The tree with a row of the Rencana Kerja changed, inserted, or emptied: a deleted row keeps its letter.

    The table grows by the years that the row brings.

    Raises:
        LetakError: there is no such row.
    """
    dicari = f"{langkah.program}.{langkah.setelah or langkah.kegiatan.nomor}"
    if dicari not in iter_kode(naskah):
        raise LetakError(f"kegiatan {dicari} tidak ada dalam Rencana Kerja")

    def on_row(satu: KegiatanTabel) -> list[KegiatanTabel]:
        if langkah.perbuatan is Perbuatan.SISIP:
            return [satu, langkah.kegiatan] if satu.nomor == langkah.setelah else [satu]
        return [langkah.kegiatan] if satu.nomor == langkah.kegiatan.nomor else [satu]

    def on_program(satu: ProgramTabel) -> ProgramTabel:
        if satu.nomor != langkah.program:
            return satu
        return replace(satu, kegiatan=tuple(baris for lama in satu.kegiatan for baris in on_row(lama)))

    def on_lampiran(satu: Lampiran) -> Lampiran:
        tahun = tuple(sorted({*satu.tabel.tahun, *langkah.kegiatan.tahun}))
        return replace(satu, tabel=replace(satu.tabel, tahun=tahun))

    naskah = map_programs(naskah, on_program)
    return replace(naskah, lampiran=tuple(map(on_lampiran, naskah.lampiran)))


def iter_kode(naskah: Naskah) -> Iterator[str]:
    """The code ("1.a") of every row of the Rencana Kerja, in its order."""
    for lampiran in naskah.lampiran:
        for program in lampiran.tabel.program:
            for satu in program.kegiatan:
                yield f"{program.nomor}.{satu.nomor}"


def map_programs(naskah: Naskah, ganti: Callable[[ProgramTabel], ProgramTabel]) -> Naskah:
    """The tree with each programme of its Rencana Kerja replaced."""

    def on_lampiran(satu: Lampiran) -> Lampiran:
        return replace(satu, tabel=replace(satu.tabel, program=tuple(map(ganti, satu.tabel.program))))

    return replace(naskah, lampiran=tuple(map(on_lampiran, naskah.lampiran)))


def _relink(naskah: Naskah, letak: Letak, lama: tuple[Satuan, ...]) -> Naskah:
    """The list that an item came into or went from, its ends as a list has them."""
    butir_lama = tuple(r for r in lama if isinstance(r, Rincian))

    def on_induk(induk: Satuan) -> list[Satuan]:
        if isinstance(induk, Pasal):  # its single ayat, which has no number to name it by
            (ayat,) = induk.ayat
            return [replace(induk, ayat=(replace(ayat, rincian=relink(ayat.rincian, butir_lama)),))]
        return [replace(induk, rincian=relink(induk.rincian, butir_lama))]

    return replace_at(naskah, replace(letak, rincian=letak.rincian[:-1]), on_induk)
