"""What a printed tree says, as plain values to compare: without labels, italics and places, names in capitals."""

from typing import Any

from naskah.model.isi import Isi, plain
from naskah.model.naskah import Ayat, BlokTandaTangan, JenisKelompok, Kelompok, Lampiran, Naskah, Pasal, Rincian


def words(teks: str) -> str:
    return " ".join(teks.split())


def text(isi: Isi) -> str:
    return words(plain(isi))


def shape(naskah: Naskah) -> dict[str, Any]:
    """Every part that is printed; what prints in capitals is compared in capitals."""
    kepala = naskah.kepala
    return {
        "jenis": naskah.jenis,
        "kepala": (
            words(kepala.jenis.upper()),
            words((kepala.atas or "").upper()),
            [words(satu.upper()) for satu in kepala.pihak],
            text(kepala.tentang).upper(),
            [words(satu) for satu in kepala.nomor],
        ),
        "pembuka": text(naskah.pembuka),
        "gaya": naskah.gaya_pihak if naskah.pihak else None,
        "pihak": [(p.nomor, p.sebutan, words(p.nama_penandatangan.upper()), words(p.jabatan)) for p in naskah.pihak],
        "komparisi": [[text(isi) for isi in p.komparisi] for p in naskah.pihak],
        "setelah_pihak": [text(isi) for isi in naskah.setelah_pihak if isi],
        "premis": naskah.premis
        and (text(naskah.premis.pengantar), naskah.premis.gaya, [text(isi) for isi in naskah.premis.butir]),
        "dasar": [(text(d.pengantar), [text(isi) for isi in d.butir]) for d in naskah.dasar],
        "kesepakatan": text(naskah.kesepakatan),
        "batang": [_shape_unit(satu) for satu in naskah.batang],
        "penutup": [text(isi) for isi in naskah.penutup if isi],
        "tanda_tangan": _shape_signatures(naskah.tanda_tangan),
        "lampiran": [_shape_annex(satu) for satu in naskah.lampiran],
    }


def _shape_unit(satu: Kelompok | Pasal | Ayat | Rincian) -> Any:
    if isinstance(satu, Kelompok):
        judul = text(satu.judul)
        judul = judul.upper() if satu.jenis is JenisKelompok.BAB else judul
        return (f"{satu.jenis} {satu.nomor}", judul, [_shape_unit(sub) for sub in satu.isi])
    if isinstance(satu, Pasal):
        return (f"Pasal {satu.nomor}", text(satu.judul).upper(), [_shape_unit(ayat) for ayat in satu.ayat])
    tanda = satu.tanda if isinstance(satu, Rincian) else satu.nomor
    isian = [(words(i.kunci), text(i.nilai)) for i in satu.isian]
    kutipan = [_shape_unit(sub) for sub in satu.kutipan]
    return (tanda, text(satu.isi), isian, [_shape_unit(sub) for sub in satu.rincian], kutipan)


def _shape_signatures(baris: tuple[tuple[BlokTandaTangan, ...], ...]) -> list[list[tuple[str, str, str]]]:
    return [
        [(words(b.sebutan.upper()), words((b.jabatan or "").upper()), words(b.nama.upper())) for b in satu]
        for satu in baris
    ]


def _shape_annex(lampiran: Lampiran) -> Any:
    tabel = lampiran.tabel
    return {
        "kepala": [text(isi) for isi in lampiran.kepala],
        "nomor": [words(satu) for satu in lampiran.nomor],
        "judul": [text(isi) for isi in lampiran.judul],
        "tahun": tabel.tahun,
        "pihak": tabel.pihak,
        "program": [
            (
                p.nomor,
                text(p.nama),
                [
                    (
                        k.nomor,
                        text(k.nama),
                        [text(t) for t in k.tahapan],
                        text(k.lokasi),
                        text(k.sumber_dana),
                        k.tahun,
                        [([text(o) for o in t.penanggung_jawab], text(t.kegiatan)) for t in k.tugas],
                        text(k.output),
                        text(k.outcome),
                    )
                    for k in p.kegiatan
                ],
            )
            for p in tabel.program
        ],
        "tanda_tangan": _shape_signatures(lampiran.tanda_tangan),
    }
