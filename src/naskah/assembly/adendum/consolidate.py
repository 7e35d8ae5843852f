"""The agreement as it reads with its adenda: every changed place marked with the adendum that changed it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from naskah.assembly.adendum.activity_cells import mark_activity
from naskah.assembly.adendum.apply import apply_perubahan
from naskah.assembly.adendum.parent import AdendumLalu
from naskah.assembly.adendum.tree import LetakError, index_labels, replace_at
from naskah.assembly.spans import merge
from naskah.bahasa.daftar import join_daftar
from naskah.bahasa.tanggal import format_tanggal
from naskah.model.galat import Galat, NaskahError
from naskah.model.isi import Isi, Silang, Teks
from naskah.model.langkah import Perbuatan, PerubahanNaskah, Satuan
from naskah.model.letak import Letak
from naskah.model.naskah import Ayat, BlokTandaTangan, Kelompok, Naskah, Pasal, Rincian

# Rows of blocks, left to right.
BarisTandaTangan = tuple[tuple[BlokTandaTangan, ...], ...]


@dataclass(frozen=True, slots=True)
class AdendumTersimpan:
    """A registered adendum with its steps."""

    lalu: AdendumLalu
    perubahan: PerubahanNaskah


def apply_all(naskah: Naskah, adendum: Iterable[AdendumTersimpan]) -> Naskah:
    """The tree after all of these adenda, unmarked, without references that lead nowhere.

    Raises:
        NaskahError: the parent was registered anew with another text, which an adendum does not fit any more.
    """
    for satu in adendum:
        try:
            naskah = apply_perubahan(naskah, satu.perubahan)
        except LetakError as error:
            pesan = (
                f"{satu.lalu.sebutan} tidak cocok lagi dengan naskah induknya, yang didaftarkan ulang dengan isi lain: "
                f"{error}. Daftarkan ulang induknya dengan isi semula, atau adendumnya dengan --perbarui."
            )
            raise NaskahError(Galat(pesan, kunci=satu.lalu.id)) from error
    return drop_dead_links(naskah)


def consolidate(
    naskah: Naskah, adendum: Sequence[AdendumTersimpan], pada: date, *, berakhir: date | None = None
) -> Naskah:
    """The consolidated text on a day, from the adenda in force then; a working aid without legal force.

    Before the first adendum its words are the parent's own. Nobody signed it in this form, so its signature blocks
    say whose they were.

    Args:
        naskah: the agreement as it was signed.
        adendum: the adenda in effect on the day, in order.
        pada: the day.
        berakhir: its last day in force, where that is past.
    """
    hasil = apply_all(naskah, adendum)
    for letak, catatan in collect_notes(adendum).items():
        hasil = replace_at(hasil, letak, lambda satuan, c=catatan: [_mark(satuan, c)])  # type: ignore[misc]
    for kode, catatan in collect_activity_notes(adendum).items():
        hasil = mark_activity(hasil, kode, _note(catatan))
    for urutan, catatan in collect_party_notes(adendum).items():
        hasil = _mark_party(hasil, urutan, catatan)
    kepala = replace(hasil.kepala, jenis=f"{hasil.kepala.jenis} (NASKAH KONSOLIDASI)")
    pembuka = merge([Teks(_write_notice(adendum, pada, berakhir), miring=True), *hasil.pembuka])
    penutup = (*hasil.penutup, (Teks(_write_signers(adendum), miring=True),))
    lampiran = tuple(replace(satu, tanda_tangan=_mark_signatures(satu.tanda_tangan)) for satu in hasil.lampiran)
    # What nobody signed in this form has no room for paraf.
    return replace(
        hasil,
        kepala=kepala,
        pembuka=pembuka,
        penutup=penutup,
        tanda_tangan=_mark_signatures(hasil.tanda_tangan),
        paraf=(),
        lampiran=lampiran,
    )


def _mark_signatures(blok: BarisTandaTangan) -> BarisTandaTangan:
    return tuple(tuple(replace(b, sebutan=f"{b.sebutan} (penandatangan semula)") for b in baris) for baris in blok)


def _write_signers(adendum: Sequence[AdendumTersimpan]) -> str:
    isi = "[Naskah konsolidasi ini tidak ditandatangani. Di bawah ini para penandatangan naskah semula"
    for satu in adendum:
        isi += f"; {_name(satu.lalu)}"
        if satu.lalu.penandatangan:
            isi += f" ditandatangani {join_daftar(list(satu.lalu.penandatangan))}"
    return f"{isi}.]"


def _write_notice(adendum: Sequence[AdendumTersimpan], pada: date, berakhir: date | None) -> str:
    hari = format_tanggal(pada)
    isi = f"memuat naskah yang berlaku pada tanggal {hari}"
    if berakhir is not None:
        isi = f"memuat bunyi terakhir naskah yang berakhir pada {format_tanggal(berakhir)}"
        isi += f" dan tidak berlaku lagi pada tanggal {hari}"
    if not adendum:
        isi += f"; sampai dengan tanggal {'itu' if berakhir is None else hari} belum ada adendum"
    elif berakhir is None:
        isi += f" dengan perubahan menurut {_list_full(adendum)}"
    else:
        isi += f"; perubahannya menurut {_list_full(adendum)}"
    return f"[Naskah konsolidasi, bukan naskah resmi: {isi}. Yang mengikat ialah naskah yang ditandatangani.]\n\n"


def _list_full(adendum: Sequence[AdendumTersimpan]) -> str:
    return join_daftar([satu.lalu.lengkap for satu in adendum])


def collect_notes(adendum: Sequence[AdendumTersimpan]) -> dict[Letak, list[str]]:
    """What happened to each place, in order. A place inside one that was replaced later is told by that one."""
    catatan: dict[Letak, list[str]] = {}
    for satu in adendum:
        for langkah in satu.perubahan.langkah:
            for letak in [k for k in catatan if k != langkah.letak and langkah.letak.holds(k)]:
                del catatan[letak]
            perbuatan = "ditambahkan" if langkah.perbuatan is Perbuatan.SISIP else langkah.perbuatan.value
            catatan.setdefault(langkah.letak, []).append(f"{perbuatan} dengan {_name(satu.lalu)}")
    return catatan


def collect_party_notes(adendum: Sequence[AdendumTersimpan]) -> dict[int, list[str]]:
    """What happened to each party, by its place in the list (from 1)."""
    catatan: dict[int, list[str]] = {}
    for satu in adendum:
        for langkah in satu.perubahan.pihak:
            catatan.setdefault(langkah.urutan, []).append(f"diubah dengan {_name(satu.lalu)}")
    return catatan


def collect_activity_notes(adendum: Sequence[AdendumTersimpan]) -> dict[str, list[str]]:
    """What happened to each row of the Rencana Kerja, by its code ("1.a")."""
    catatan: dict[str, list[str]] = {}
    for satu in adendum:
        for langkah in satu.perubahan.kegiatan:
            perbuatan = "ditambahkan" if langkah.perbuatan is Perbuatan.SISIP else langkah.perbuatan.value
            catatan.setdefault(langkah.kode, []).append(f"{perbuatan} dengan {_name(satu.lalu)}")
    return catatan


def _name(lalu: AdendumLalu) -> str:
    return f"{lalu.sebutan} tanggal {format_tanggal(lalu.tanggal)}"


def _note(catatan: Sequence[str]) -> Teks:
    return Teks(f" [{'; '.join(catatan)}]", miring=True)


def _mark(satuan: Satuan, catatan: Sequence[str]) -> Satuan:
    """The unit with its note at the end of its first words; of a pasal, at its title."""
    tanda = _note(catatan)
    if isinstance(satuan, Pasal):
        if satuan.judul:
            return replace(satuan, judul=(*satuan.judul, tanda))
        pertama, *lain = satuan.ayat
        return replace(satuan, ayat=(replace(pertama, isi=(*pertama.isi, tanda)), *lain))
    return replace(satuan, isi=(*satuan.isi, tanda))


def _mark_party(naskah: Naskah, urutan: int, catatan: Sequence[str]) -> Naskah:
    i = urutan - 1
    pihak = naskah.pihak[i]
    komparisi = (*pihak.komparisi[:-1], (*pihak.komparisi[-1], _note(catatan)))
    return replace(naskah, pihak=(*naskah.pihak[:i], replace(pihak, komparisi=komparisi), *naskah.pihak[i + 1 :]))


def drop_dead_links(naskah: Naskah) -> Naskah:
    """References whose target an adendum took away stay as words: there is nothing to point a field at."""
    hidup = set(index_labels(naskah).tempat)

    def on_isi(isi: Isi) -> Isi:
        if all(isinstance(span, Teks) or span.label in hidup for span in isi):
            return isi
        return merge([Teks(s.teks) if isinstance(s, Silang) and s.label not in hidup else s for s in isi])

    def on_item(satu: Rincian) -> Rincian:
        return replace(satu, isi=on_isi(satu.isi), rincian=tuple(map(on_item, satu.rincian)))

    def on_ayat(ayat: Ayat) -> Ayat:
        return replace(ayat, isi=on_isi(ayat.isi), rincian=tuple(map(on_item, ayat.rincian)))

    def on_bagian(bagian: Kelompok | Pasal) -> Kelompok | Pasal:
        if isinstance(bagian, Pasal):
            return replace(bagian, ayat=tuple(map(on_ayat, bagian.ayat)))
        return replace(bagian, isi=tuple(map(on_bagian, bagian.isi)))

    return replace(naskah, batang=tuple(map(on_bagian, naskah.batang)))
