"""Changes of the Rencana Kerja: a row of its table changed, inserted or deleted, named by its code ("1.a")."""

from dataclasses import replace

from naskah.assembly.adendum.apply import map_programs
from naskah.assembly.adendum.numbers import NomorError, number_after_last, number_between
from naskah.assembly.adendum.work import Kerja
from naskah.assembly.spans import inline
from naskah.bahasa.daftar import join_daftar
from naskah.library.yaml_lines import Jalur
from naskah.model.isi import Isi, Teks, isi, plain
from naskah.model.langkah import DIHAPUS, LangkahKegiatan, Perbuatan
from naskah.model.naskah import Ayat, Isian, Naskah
from naskah.model.pendaftaran_adendum import UbahKetentuan
from naskah.model.perubahan import SelKegiatan, Sisipkan, Ubah
from naskah.model.rencana_kerja import Tugas
from naskah.model.tabel_rencana import KegiatanTabel, ProgramTabel, TugasTabel

_KOSONG = TugasTabel((), ())


def change_activity(kerja: Kerja, ubah: Ubah, jalur: Jalur) -> None:
    """`ubah: {kegiatan: 1.a, menjadi: {output: ...}}`."""
    assert ubah.kegiatan is not None and ubah.menjadi is not None
    program, lama = _locate(kerja, ubah.kegiatan, (*jalur, "kegiatan"))
    baru = _fill(kerja, lama, ubah.menjadi, (*jalur, "menjadi"))
    if baru == lama:
        raise kerja.fault(jalur, f"kegiatan {ubah.kegiatan} tidak berubah; hapus perubahan ini")
    _touch(kerja, ubah.kegiatan, jalur)
    kerja.langkah_kegiatan.append(LangkahKegiatan(Perbuatan.UBAH, program.nomor, baru))
    _say(kerja, "kegiatan-ubah", ubah.kegiatan, baru, jalur)
    if any(k.sumber == _source(ubah.kegiatan) for k in kerja.ketentuan):
        kerja.warn(jalur, f"kegiatan {ubah.kegiatan} dilakukan berkala menurut registri; pastikan selangnya tetap")


def insert_activity(kerja: Kerja, sisip: Sisipkan, jalur: Jalur) -> None:
    """`sisipkan: {setelah: 1.b, kegiatan: {nama: ..., ...}}`."""
    assert sisip.kegiatan is not None and sisip.setelah is not None
    program, sebelum = _locate(kerja, sisip.setelah, (*jalur, "setelah"), deleted=True)
    nomor = [k.nomor for k in program.kegiatan]
    terakhir = sebelum.nomor == nomor[-1]
    try:
        baru_nomor = number_after_last(sebelum.nomor) if terakhir else number_between(sebelum.nomor)
    except NomorError as error:
        raise kerja.fault((*jalur, "setelah"), str(error)) from None
    kode = f"{program.nomor}.{baru_nomor}"
    if baru_nomor in nomor:
        raise kerja.fault((*jalur, "setelah"), f"di sana sudah ada kegiatan {kode}; sisipkan setelah {kode}")
    kosong = KegiatanTabel(baru_nomor, (), (), (), (), (), (_KOSONG,) * len(sebelum.tugas), (), ())
    baru = _fill(kerja, kosong, sisip.kegiatan, (*jalur, "kegiatan"))
    _touch(kerja, kode, jalur)
    kerja.langkah_kegiatan.append(LangkahKegiatan(Perbuatan.SISIP, program.nomor, baru, sebelum.nomor))
    _say(kerja, "kegiatan-sisip", kode, baru, jalur)


def delete_activity(kerja: Kerja, kode: str, jalur: Jalur) -> None:
    """`hapus: {kegiatan: 1.a}`; the row keeps its letter, and what it promised ends."""
    program, lama = _locate(kerja, kode, jalur)
    _touch(kerja, kode, jalur)
    dihapus = KegiatanTabel(lama.nomor, DIHAPUS, (), (), (), (), (_KOSONG,) * len(lama.tugas), (), ())
    kerja.langkah_kegiatan.append(LangkahKegiatan(Perbuatan.HAPUS, program.nomor, dihapus))
    kerja.say("kegiatan-hapus", jalur, {"kode": kode}, None, lampiran=True)
    if any(k.sumber == _source(kode) for k in kerja.ketentuan):
        kerja.ubah_ketentuan.append(UbahKetentuan(cabut=(_source(kode),)))
        kerja.ketentuan = [k for k in kerja.ketentuan if k.sumber != _source(kode)]


def _locate(kerja: Kerja, kode: str, jalur: Jalur, *, deleted: bool = False) -> tuple[ProgramTabel, KegiatanTabel]:
    semua = _list_rows(kerja)
    if not semua:
        raise kerja.fault(jalur, "naskah induk tidak mempunyai lampiran Rencana Kerja")
    if kode not in semua:
        raise kerja.fault(jalur, f"kegiatan {kode} tidak ada dalam Rencana Kerja; yang ada: {', '.join(semua)}")
    program, kegiatan = semua[kode]
    if kegiatan.nama == DIHAPUS and not deleted:
        raise kerja.fault(jalur, f"kegiatan {kode} sudah dihapus dengan adendum sebelumnya; tidak dapat diubah lagi")
    return program, kegiatan


def _list_rows(kerja: Kerja) -> dict[str, tuple[ProgramTabel, KegiatanTabel]]:
    """Every row by its code, as the adendum found them."""
    return {
        f"{program.nomor}.{satu.nomor}": (program, satu)
        for lampiran in kerja.naskah.lampiran
        for program in lampiran.tabel.program
        for satu in program.kegiatan
    }


def _touch(kerja: Kerja, kode: str, jalur: Jalur) -> None:
    if any(langkah.kode == kode for langkah in kerja.langkah_kegiatan):
        raise kerja.fault(jalur, f"kegiatan {kode} sudah diubah dalam adendum ini; gabungkan menjadi satu perubahan")


def _fill(kerja: Kerja, lama: KegiatanTabel, sel: SelKegiatan, jalur: Jalur) -> KegiatanTabel:
    """The row with the cells that are named."""
    (tabel, *_) = (satu.tabel for satu in kerja.naskah.lampiran)
    luar = [str(t) for t in sel.tahun or () if t not in tabel.tahun]
    if luar:
        pesan = f"tahun {', '.join(luar)} tidak termasuk tahun Rencana Kerja ini"
        raise kerja.fault((*jalur, "tahun"), pesan)
    baru: dict[str, object] = {
        kunci: inline(getattr(sel, kunci))
        for kunci in ("nama", "lokasi", "sumber_dana", "output", "outcome")
        if getattr(sel, kunci) is not None
    }
    if sel.tahapan is not None:
        baru["tahapan"] = tuple(inline(satu) for satu in sel.tahapan)
    if sel.tahun is not None:
        baru["tahun"] = sel.tahun
    tugas = list(lama.tugas)
    for urutan, satu in (sel.tugas or {}).items():
        if urutan > len(tugas):
            raise kerja.fault((*jalur, "tugas"), f"Rencana Kerja ini hanya untuk {len(tugas)} pihak")
        tugas[urutan - 1] = _write_tugas(satu)
    return replace(lama, **baru, tugas=tuple(tugas))  # type: ignore[arg-type]


def _write_tugas(tugas: Tugas) -> TugasTabel:
    return TugasTabel(tuple(inline(satu) for satu in tugas.penanggung_jawab), inline(tugas.kegiatan))


def _say(kerja: Kerja, kalimat: str, kode: str, baru: KegiatanTabel, jalur: Jalur) -> None:
    (tabel, *_) = (satu.tabel for satu in kerja.naskah.lampiran)
    isian = tuple(Isian(kunci, nilai) for kunci, nilai in _iter_cells(baru, tabel.pihak) if nilai)
    kerja.say(kalimat, jalur, {"kode": kode}, None, satuan=[Ayat(None, (), isian=isian)], lampiran=True)


def _iter_cells(satu: KegiatanTabel, pihak: tuple[str, ...]) -> list[tuple[str, Isi]]:
    sel: list[tuple[str, Isi]] = [
        ("Kegiatan", satu.nama),
        ("Tahapan", isi("; ".join(map(plain, satu.tahapan)))),
        ("Lokasi", satu.lokasi),
        ("Sumber dana", satu.sumber_dana),
        ("Tahun", isi(join_daftar([str(t) for t in satu.tahun])) if satu.tahun else ()),
    ]
    for nama, tugas in zip(pihak, satu.tugas, strict=True):
        jawab = "; ".join(map(plain, tugas.penanggung_jawab))
        teks = f"{plain(tugas.kegiatan)} (penanggung jawab: {jawab})" if jawab else plain(tugas.kegiatan)
        sel.append((nama, isi(teks)))
    return [*sel, ("Output", satu.output), ("Outcome", satu.outcome)]


def list_cells(satu: KegiatanTabel) -> list[Isi]:
    """The cells of a row in reading order, for comparing two versions of it."""
    pihak = tuple(f"PIHAK {i}" for i, _ in enumerate(satu.tugas, 1))
    return [nilai for _, nilai in _iter_cells(satu, pihak)]


def mark_activity(naskah: Naskah, kode: str, tanda: Teks) -> Naskah:
    """The tree with a note at the name of a row."""
    nomor_program, _, nomor = kode.partition(".")

    def on_row(satu: KegiatanTabel) -> KegiatanTabel:
        return replace(satu, nama=(*satu.nama, tanda)) if satu.nomor == nomor else satu

    def on_program(satu: ProgramTabel) -> ProgramTabel:
        return replace(satu, kegiatan=tuple(map(on_row, satu.kegiatan))) if satu.nomor == nomor_program else satu

    return map_programs(naskah, on_program)


def drop_deleted(naskah: Naskah) -> Naskah:
    """The tree without the rows of which only the letter is left."""
    return map_programs(
        naskah, lambda satu: replace(satu, kegiatan=tuple(k for k in satu.kegiatan if k.nama != DIHAPUS))
    )


def _source(kode: str) -> str:
    """Where the registry says that a recurring activity stands (assembly.work_plan)."""
    return f"Lampiran kegiatan {kode}"
