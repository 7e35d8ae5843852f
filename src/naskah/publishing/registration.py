"""What the registry gets to know of a draft that was put together."""

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from naskah.assembly.assemble import Susunan
from naskah.assembly.spans import inline
from naskah.bahasa.sebutan_peraturan import name_peraturan
from naskah.bahasa.terbilang import urutan
from naskah.model.catatan import PihakCatatan
from naskah.model.isi import plain
from naskah.model.naskah import Naskah
from naskah.model.naskah_json import dump_naskah
from naskah.model.pendaftaran import (
    DokumenKuasa,
    DokumenTerdaftar,
    KegiatanTerdaftar,
    PenanggungJawab,
    Pendaftaran,
    PihakTerdaftar,
)
from naskah.model.rancangan import Penandatangan, Pihak


def make_pendaftaran(susunan: Susunan, berkas: Path, dokumen: Mapping[Path, bytes], akar: Path) -> Pendaftaran:
    """The registration of a draft: its id (or the name of its file), facts, terms, files and clauses.

    Paths are kept relative to the workspace `akar` where they lie inside it.
    """
    rancangan = susunan.rancangan
    naskah = dump_naskah(susunan.naskah)
    return Pendaftaran(
        id=rancangan.id or derive_id(berkas),
        jenis=rancangan.jenis,
        judul=plain(inline(rancangan.judul)),
        tanggal=rancangan.tanggal,
        tempat=rancangan.tempat,
        tanggal_sama=susunan.tanggal_sama,
        pihak=tuple(make_pihak(i, p) for i, p in enumerate(rancangan.pihak, 1)),
        ketentuan=susunan.ketentuan,
        klausul=susunan.klausul,
        dokumen=tuple(
            DokumenTerdaftar(jalur=relative_path(jalur, akar), sidik=sha256(isi).hexdigest())
            for jalur, isi in dokumen.items()
        ),
        unit=susunan.unit,
        dasar_hukum=tuple(iter_dasar_hukum(susunan.naskah)),
        kegiatan=tuple(iter_kegiatan(susunan.naskah)),
        naskah=sha256(naskah).hexdigest(),
        isi_naskah=naskah,
    )


def iter_dasar_hukum(naskah: Naskah) -> Iterator[str]:
    """The regulations that the document cites as its legal bases (or takes note of), by their short names."""
    return iter(dict.fromkeys(name_peraturan(plain(butir)) for dasar in naskah.dasar for butir in dasar.butir))


def iter_kegiatan(naskah: Naskah) -> Iterator[KegiatanTerdaftar]:
    """The activities of the Rencana Kerja, as the document prints them."""
    for tabel in (lampiran.tabel for lampiran in naskah.lampiran):
        for program in tabel.program:
            for satu in program.kegiatan:
                jawab = [(p, t.penanggung_jawab) for p, t in zip(tabel.pihak, satu.tugas, strict=True)]
                yield KegiatanTerdaftar(
                    kode=f"{program.nomor}.{satu.nomor}",
                    program=plain(program.nama),
                    nama=plain(satu.nama),
                    tahun=satu.tahun,
                    penanggung_jawab=tuple(
                        PenanggungJawab(pihak=p, nama=tuple(map(plain, nama))) for p, nama in jawab if nama
                    ),
                    lokasi=plain(satu.lokasi),
                    sumber_dana=plain(satu.sumber_dana) or None,
                    output=plain(satu.output),
                    outcome=plain(satu.outcome),
                )


def derive_id(berkas: Path) -> str:
    """An id from the name of the draft's file: letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", berkas.stem.lower()).strip("-")[:80] or "naskah"


def make_pihak(nomor: int, pihak: Pihak | PihakCatatan) -> PihakTerdaftar:
    """A party as the registry keeps it; of one entered by hand the signatory need not be known."""
    surat = pihak.korespondensi.model_dump(exclude_none=True) if pihak.korespondensi else {}
    orang = pihak.penandatangan
    return PihakTerdaftar(
        sebutan=f"PIHAK {urutan(nomor).upper()}",
        nama=pihak.nama,
        nomor=pihak.nomor,
        kedudukan=pihak.kedudukan,
        bertindak_untuk=pihak.bertindak_untuk,
        korespondensi=surat,
        penandatangan=orang.nama if orang else None,
        jabatan=orang.jabatan if orang else None,
        kuasa=tuple(_iter_kuasa(orang)) if orang else (),
    )


def _iter_kuasa(orang: Penandatangan) -> Iterator[DokumenKuasa]:
    for jenis, semua in (("pengangkatan", orang.pengangkatan), ("kuasa", orang.kuasa)):
        for satu in semua:
            yield DokumenKuasa(jenis=jenis, **satu.model_dump())


def relative_path(jalur: Path, akar: Path) -> str:
    """A path as the registry keeps it: relative to the workspace where it lies inside it."""
    jalur = jalur.resolve()
    return jalur.relative_to(akar.resolve()).as_posix() if jalur.is_relative_to(akar.resolve()) else str(jalur)
