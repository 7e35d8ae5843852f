"""Whether an adendum can be: its dates against the parent's life, its signatories against the parent's."""

import re
from collections.abc import Iterator
from contextlib import suppress

from naskah.assembly.adendum.parent import KeadaanInduk
from naskah.assembly.adendum.parties import name_pihak
from naskah.assembly.adendum.terms import JANGKA_WAKTU
from naskah.assembly.adendum.tree import find, index_labels, is_deleted, iter_letak
from naskah.assembly.adendum.work import Kerja
from naskah.bahasa.daftar import join_daftar
from naskah.bahasa.tanggal import format_tanggal
from naskah.library.adendum import BerkasAdendum
from naskah.library.yaml_lines import Jalur
from naskah.model.galat import Galat, NaskahError
from naskah.model.isi import Silang, plain
from naskah.model.langkah import Perbuatan
from naskah.model.letak import Letak
from naskah.model.naskah import Naskah, Pasal
from naskah.model.rancangan import Pihak

# An acting or temporary official holds the same office.
_SEMENTARA = re.compile(
    r"^(pelaksana tugas|pelaksana harian|penjabat sementara|penjabat|plt\.?|plh\.?|pjs\.?|pj\.?)\s+"
)


def check_parent(berkas: BerkasAdendum, induk: KeadaanInduk) -> Iterator[Galat]:
    """What makes an adendum impossible: its day lies outside the parent's life, or before an earlier adendum."""
    rancangan = berkas.rancangan
    tanggal, berlaku = rancangan.tanggal, rancangan.berlaku or rancangan.tanggal
    if tanggal < induk.tanggal:
        pesan = f"adendum bertanggal {format_tanggal(tanggal)}, mendahului induknya ({format_tanggal(induk.tanggal)})"
        yield berkas.galat(("tanggal",), pesan)
    akhir = induk.akhir
    if akhir is not None and tanggal > akhir:
        pesan = (
            f"induk {induk.id} telah berakhir pada {format_tanggal(akhir)}, sebelum adendum ini ditandatangani "
            f"({format_tanggal(tanggal)}); yang telah berakhir tidak dapat diubah, buatlah perjanjian baru"
        )
        yield berkas.galat(("tanggal",), pesan)
    elif akhir is not None and berlaku > akhir:
        pesan = f"adendum mulai berlaku {format_tanggal(berlaku)}, sesudah induknya berakhir ({format_tanggal(akhir)})"
        yield berkas.galat(("berlaku",), pesan)
    if induk.adendum and tanggal < induk.adendum[-1].tanggal:
        lalu = induk.adendum[-1]
        pesan = f"tanggal ini mendahului {lalu.sebutan} ({format_tanggal(lalu.tanggal)}), yang sudah terdaftar"
        yield berkas.galat(("tanggal",), pesan)
    elif induk.adendum and berlaku < induk.adendum[-1].berlaku:
        lalu = induk.adendum[-1]
        pesan = (
            f"adendum mulai berlaku {format_tanggal(berlaku)}, sebelum {lalu.sebutan} mulai berlaku "
            f"({format_tanggal(lalu.berlaku)}), padahal ditulis di atasnya; isi 'berlaku' dengan "
            f"{lalu.berlaku.isoformat()} atau sesudahnya"
        )
        yield berkas.galat(("berlaku",) if berkas.rancangan.berlaku else ("tanggal",), pesan)
    jumlah = len(induk.pihak)
    if len(rancangan.nomor) not in (0, jumlah):
        pesan = f"ada {jumlah} pihak tetapi {len(rancangan.nomor)} nomor; beri setiap pihak satu nomor, atau kosongkan"
        yield berkas.galat(("nomor",), pesan)
    for urutan_pihak in rancangan.penandatangan:
        if urutan_pihak > jumlah:
            pesan = f"naskah induk hanya mempunyai {jumlah} pihak; tidak ada pihak ke-{urutan_pihak}"
            yield berkas.galat(("penandatangan",), pesan)


def check_elements(kerja: Kerja) -> Iterator[Galat]:
    """Elements that the kind must contain, and that a deletion takes away (kaidah.md K01)."""
    wajib = dict(kerja.penyusun.pustaka.bentuk(kerja.induk.jenis).wajib)
    wajib.pop(JANGKA_WAKTU, None)  # `check_terms` judges it by its term
    muatan = {p.nomor: _list_elements(kerja, p) & wajib.keys() for p in kerja.induk.naskah.iter_pasal()}
    hidup = {p.nomor: _list_elements(kerja, p) for p in kerja.naskah.iter_pasal() if not is_deleted(p)}
    tersisa = {unsur for semua in hidup.values() for unsur in semua}
    # A pasal typed out in full tells by its title what it covers.
    judul = [plain(p.judul).lower() for p in kerja.naskah.iter_pasal() if not is_deleted(p)]
    tersisa |= {unsur for unsur in wajib if any(all(k in satu for k in unsur.split("-")) for satu in judul)}
    jenis = kerja.induk.jenis.sebutan
    for langkah in kerja.langkah:
        if langkah.perbuatan is not Perbuatan.HAPUS:
            continue
        letak, jalur = langkah.letak, kerja.where(langkah.letak)
        unsur = sorted(muatan.get(letak.pasal, ()))
        hilang = [satu for satu in unsur if satu not in tersisa]
        if letak.ayat is None and not letak.rincian:
            for satu in hilang:
                pesan = f"{letak} memuat {satu!r}, yang wajib ada dalam {jenis} ({wajib[satu]})"
                yield kerja.berkas.galat(jalur, f"{pesan}; ubah bunyinya, atau sisipkan pasal lain yang mengaturnya")
        elif letak.ayat is not None and not letak.rincian and len(unsur) > 1:
            daftar = join_daftar([repr(satu) for satu in unsur])
            pesan = f"Pasal {letak.pasal} memuat {daftar}, yang wajib ada dalam {jenis} ({wajib[unsur[0]]})"
            yield kerja.berkas.galat(jalur, f"{pesan}; pastikan semuanya masih diatur sesudah {letak} dihapus")


def _list_elements(kerja: Kerja, pasal: Pasal) -> set[str]:
    """What a pasal covers: the topic that it is labelled with, and what its clause says it covers."""
    hasil = {pasal.label or ""}
    for terpakai in kerja.induk.klausul:
        if terpakai.pasal == f"Pasal {pasal.nomor}":
            # A clause that the workspace no longer has covers its topic.
            with suppress(NaskahError):
                hasil |= set(kerja.penyusun.pustaka.klausul(terpakai.klausul).muatan)
    return hasil


def check_signatories(berkas: BerkasAdendum, induk: KeadaanInduk, pihak: list[Pihak]) -> Iterator[Galat]:
    """A signatory of another office than the parent's; a document of authority later than the signing (A05)."""
    tanggal = berkas.rancangan.tanggal
    for i, (dulu, kini) in enumerate(zip(induk.pihak, pihak, strict=True)):
        jalur: Jalur = ("penandatangan",) if i + 1 in berkas.rancangan.penandatangan else ("perubahan",)
        jabatan = kini.penandatangan.jabatan
        if _office(jabatan) != _office(dulu.penandatangan.jabatan):
            pesan = (
                f"{name_pihak(i)} ditandatangani {jabatan}, sedangkan naskah induk oleh {dulu.penandatangan.jabatan}; "
                "pastikan pejabat itu setara dan berwenang"
            )
            yield berkas.galat(jalur, pesan)
        # Only what this draft names: the parent's own authority was judged with the parent.
        if kini.penandatangan != dulu.penandatangan:
            for satu in (*kini.penandatangan.pengangkatan, *kini.penandatangan.kuasa):
                if satu.tanggal and satu.tanggal > tanggal:
                    pesan = (
                        f"{satu.dokumen} bertanggal {format_tanggal(satu.tanggal)}, sesudah penandatanganan "
                        f"{format_tanggal(tanggal)}; periksa kedua tanggal itu"
                    )
                    yield berkas.galat(jalur, pesan)


def _office(jabatan: str) -> str:
    return _SEMENTARA.sub("", " ".join(jabatan.lower().split()))


def check_references(berkas: BerkasAdendum, sebelum: Naskah, sesudah: Naskah) -> Iterator[Galat]:
    """References that led somewhere before, and lead to nothing or to something deleted now."""
    dulu, kini = dict(_list_dead(sebelum)), _list_dead(sesudah)
    for kunci, pesan in kini:
        if kunci not in dulu:
            yield berkas.galat(("perubahan",), pesan)


def _list_dead(naskah: Naskah) -> list[tuple[tuple[Letak, str], str]]:
    daftar = index_labels(naskah).tempat
    mati = []
    for letak, satuan in iter_letak(naskah):
        if isinstance(satuan, Pasal):
            isi = tuple(s for a in satuan.ayat if a.nomor is None for s in a.isi)
        else:
            isi = satuan.isi
        for span in isi:
            if isinstance(span, Silang):
                tempat = daftar.get(span.label)
                if tempat is None:
                    mati.append(
                        ((letak, span.label), f"{letak} merujuk {span.teks}, yang tidak ada lagi; ubah juga {letak}")
                    )
                    continue
                tujuan, isinya = find(naskah, Letak(tempat.pasal, tempat.ayat, tempat.rincian))
                pasal = find(naskah, Letak(tempat.pasal))[1]
                if is_deleted(isinya) or is_deleted(pasal):
                    mati.append(((letak, span.label), f"{letak} merujuk {tujuan}, yang dihapus; ubah juga {letak}"))
    return mati
