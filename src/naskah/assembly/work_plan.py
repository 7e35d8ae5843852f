"""The Rencana Kerja of a draft as an annex of its naskah, or as the whole of one; and what looks wrong with it.

PP 28/2018 and Permendagri 22/2020 ask for it beside a Nota Kesepakatan; UU 12/2011 Lampiran II angka 192-197 say how
a body and its annex refer to each other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from naskah.assembly.parts import PasalTersusun
from naskah.assembly.spans import capitalise, inline
from naskah.bahasa.daftar import join_daftar
from naskah.bahasa.durasi import Durasi, hari_terakhir
from naskah.bahasa.tanggal import format_tanggal
from naskah.library.drafts import Berkas
from naskah.model.bentuk import Bentuk
from naskah.model.galat import Galat
from naskah.model.isi import Isi, isi, plain
from naskah.model.jenis import JenisNaskah
from naskah.model.ketentuan import JangkaWaktu, Ketentuan, KewajibanBerkala
from naskah.model.naskah import Ayat, Lampiran, Naskah, Pasal, Rincian
from naskah.model.rencana_kerja import KUNCI_PIHAK, Kegiatan, Program, RencanaKerja
from naskah.model.tabel_rencana import KegiatanTabel, ProgramTabel, TabelRencanaKerja, TugasTabel

SEBUTAN = "Rencana Kerja"


def attach_rencana(naskah: Naskah, berkas: Berkas) -> Naskah:
    """The naskah with the draft's work plan, where it has one."""
    terbaca, rancangan = berkas.rencana, berkas.rancangan
    if terbaca is None:
        return naskah
    tabel = build_tabel(terbaca.rencana, [p.sebutan for p in naskah.pihak])
    if rancangan.jenis is JenisNaskah.RENCANA_KERJA:
        # Its title block, its opening sentence and its signatures are those of the document itself.
        nama = capitalise(inline(terbaca.rencana.judul or rancangan.judul))
        lain = () if nama == naskah.kepala.tentang else (nama,)
        return replace(naskah, pihak=(), lampiran=(Lampiran((), (), lain, tabel, ()),))
    judul = (inline("DOKUMEN RENCANA KERJA"), capitalise(inline(terbaca.rencana.judul or rancangan.judul)))
    lampiran = Lampiran(_write_heading(naskah), naskah.kepala.nomor, judul, tabel, naskah.tanda_tangan)
    return replace(naskah, lampiran=(lampiran,))


def _write_heading(naskah: Naskah) -> tuple[Isi, ...]:
    kepala = naskah.kepala
    baris = ("LAMPIRAN", kepala.jenis, f"ANTARA {join_daftar(list(kepala.pihak))}".upper(), "TENTANG")
    return (*(inline(satu) for satu in baris), kepala.tentang)


def build_tabel(rencana: RencanaKerja, pihak: Sequence[str]) -> TabelRencanaKerja:
    """The table of a plan for the parties `pihak` (their names in the document), in their order."""

    # The same offices and places stand in row after row.
    @cache
    def write(teks: str) -> Isi:
        # Of the markup only italics hold in a value; without its signs there is nothing to parse.
        return inline(teks) if "*" in teks or "\\" in teks else isi(" ".join(teks.split()))

    def build_kegiatan(kode: str, satu: Kegiatan) -> KegiatanTabel:
        tugas = [satu.tugas.get(kunci) for kunci, _ in zip(KUNCI_PIHAK, pihak, strict=False)]
        return KegiatanTabel(
            nomor=kode.partition(".")[2],
            nama=write(satu.nama),
            tahapan=tuple(write(t) for t in satu.tahapan),
            lokasi=write(satu.lokasi or ""),
            sumber_dana=write(satu.sumber_dana or ""),
            tahun=satu.tahun or rencana.tahun,
            tugas=tuple(
                TugasTabel(tuple(write(p) for p in t.penanggung_jawab), write(t.kegiatan)) if t else TugasTabel((), ())
                for t in tugas
            ),
            output=write(satu.output),
            outcome=write(satu.outcome),
        )

    baris: list[tuple[Program, list[KegiatanTabel]]] = []
    for kode, program, kegiatan in rencana.iter_kegiatan():
        if not baris or baris[-1][0] is not program:
            baris.append((program, []))
        baris[-1][1].append(build_kegiatan(kode, kegiatan))
    return TabelRencanaKerja(
        rencana.tahun,
        tuple(pihak),
        tuple(ProgramTabel(str(i), write(p.nama), tuple(k)) for i, (p, k) in enumerate(baris, 1)),
    )


def find_unknown_parties(berkas: Berkas) -> Iterator[Galat]:
    """Tasks of a party that the draft does not have."""
    terbaca = berkas.rencana
    if terbaca is None:
        return
    jumlah = len(berkas.rancangan.pihak)
    for i, program in enumerate(terbaca.rencana.program):
        for j, kegiatan in enumerate(program.kegiatan):
            for kunci in kegiatan.tugas:
                if kunci not in KUNCI_PIHAK[:jumlah]:
                    jalur = ("program", i, "kegiatan", j, "tugas", kunci)
                    yield terbaca.galat(jalur, f"rancangan ini tidak mempunyai PIHAK {kunci.upper()} ({jumlah} pihak)")


def find_unprinted(berkas: Berkas, bentuk: Bentuk) -> Iterator[Galat]:
    """Facts that a plan of its own has no place for: the naskah that it follows says them."""
    if berkas.rancangan.jenis is not JenisNaskah.RENCANA_KERJA:
        return
    jalur: list[tuple[str | int, ...]] = [
        ("pihak", i, "korespondensi") for i, satu in enumerate(berkas.rancangan.pihak) if satu.korespondensi
    ]
    jalur += [("bagian", satu.value) for satu in berkas.rancangan.bagian if satu not in bentuk.bagian]
    for satu in jalur:
        yield berkas.galat(satu, f"tidak dicetak dalam dokumen {SEBUTAN}; hapus, atau pindahkan ke naskah induknya")


def bind_rencana(berkas: Berkas, tanggal_sama: bool) -> Iterator[Ketentuan]:
    """What the plan promises over time: its own term, and the activities that are done anew after each so many months.

    The years of a plan within a naskah lie in the term of that naskah; one of its own ends with its last year.
    """
    if berkas.rencana is None:
        return
    sendiri = berkas.rancangan.jenis is JenisNaskah.RENCANA_KERJA
    if sendiri:
        yield from _bind_term(berkas.rencana.rencana.tahun, berkas.rancangan.tanggal, tanggal_sama)
    tempat = SEBUTAN if sendiri else "Lampiran"
    for kode, _, kegiatan in berkas.rencana.rencana.iter_kegiatan():
        if kegiatan.berkala is not None:
            hal = plain(inline(kegiatan.nama))
            yield KewajibanBerkala(hal=hal, setiap=kegiatan.berkala, sumber=f"{tempat} kegiatan {kode}")


def _bind_term(tahun: Sequence[int], tanggal: date, tanggal_sama: bool) -> Iterator[JangkaWaktu]:
    """From the signing, or the first day of the first year where that comes later, to the last day of the last year."""
    mulai, akhir = max(tanggal, date(tahun[0], 1, 1)), date(tahun[-1], 12, 31)
    if akhir <= mulai:
        return  # signed after its years: nobody can tell the term (_check_years says so)
    # Offices that count to the anniversary itself (tanggal.md 2) come to the same last day.
    lama = Durasi(hari=(akhir - mulai).days + (not tanggal_sama))
    if (mulai.month, mulai.day) == (1, 1) and not tanggal_sama:
        lama = Durasi(tahun=akhir.year - mulai.year + 1)
    yield JangkaWaktu(lama=lama, mulai=mulai if mulai != tanggal else None, sumber=f"Tahun {SEBUTAN}")


def find_plan_warnings(
    berkas: Berkas, naskah: Naskah, pasal: Sequence[PasalTersusun], ketentuan: Sequence[Ketentuan], tanggal_sama: bool
) -> Iterator[Galat]:
    """A plan that is named but not attached, or attached but not named; years outside the term (kaidah.md A08, K03)."""
    menyebut = [
        satu.jalur
        for satu, tersusun in zip(pasal, naskah.iter_pasal(), strict=True)
        if SEBUTAN in satu.teks and _mentions(tersusun)
    ]
    if berkas.rencana is None:
        if menyebut:
            pesan = f"{SEBUTAN} disebut tetapi tidak dilampirkan; isi kunci rencana_kerja, atau pilih klausul lain"
            yield berkas.galat(menyebut[0], pesan)
        return
    if not menyebut and berkas.rancangan.jenis is not JenisNaskah.RENCANA_KERJA:
        pesan = f"{SEBUTAN} dilampirkan tetapi tidak satu Pasal pun menyebutnya; tambahkan klausul tugas/rencana-kerja"
        yield berkas.galat(("rencana_kerja",), pesan)
    yield from _check_years(berkas, ketentuan, tanggal_sama)


def _mentions(pasal: Pasal) -> bool:
    return any(SEBUTAN in plain(satu) for ayat in pasal.ayat for satu in _iter_isi(ayat))


def _iter_isi(satu: Ayat | Rincian) -> Iterator[Isi]:
    yield satu.isi
    for sub in satu.rincian:
        yield from _iter_isi(sub)


def _check_years(berkas: Berkas, ketentuan: Sequence[Ketentuan], tanggal_sama: bool) -> Iterator[Galat]:
    terbaca, rancangan = berkas.rencana, berkas.rancangan
    assert terbaca is not None
    jangka = next((k for k in ketentuan if isinstance(k, JangkaWaktu)), None)
    sendiri = rancangan.jenis is JenisNaskah.RENCANA_KERJA
    if sendiri and terbaca.rencana.tahun[-1] < rancangan.tanggal.year:
        pesan = f"semua tahun {SEBUTAN} sudah lewat pada penandatanganannya, {format_tanggal(rancangan.tanggal)}"
        yield terbaca.galat(("tahun",), f"{pesan}; periksa tahun dan tanggal itu")
        return
    if jangka is not None and not sendiri:
        mulai = jangka.mulai or rancangan.tanggal
        akhir = hari_terakhir(mulai, jangka.lama, tanggal_sama=tanggal_sama)
        luar = [t for t in terbaca.rencana.tahun if not mulai.year <= t <= akhir.year]
        masa = f"jangka waktu {format_tanggal(mulai)} sampai dengan {format_tanggal(akhir)}"
    elif sendiri and rancangan.induk is not None:
        # Of the parent only the day of signing is known here: its term is the registry's to compare.
        luar = [t for t in terbaca.rencana.tahun if t < rancangan.induk.tanggal.year]
        masa = f"naskah induk, yang ditandatangani {format_tanggal(rancangan.induk.tanggal)}"
    else:
        return
    if luar:
        tahun = ", ".join(map(str, luar))
        yield terbaca.galat(("tahun",), f"tahun {tahun} di luar {masa}; sesuaikan tahun {SEBUTAN}")
