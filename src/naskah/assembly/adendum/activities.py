"""Changes of the Rencana Kerja: a row of its table changed, inserted or deleted, named by its code ("1.a")."""

from collections.abc import Iterable
from dataclasses import replace

from naskah.assembly.adendum.activity_cells import iter_cells
from naskah.assembly.adendum.numbers import NomorError, number_after_last, number_between
from naskah.assembly.adendum.parent import compute_masa
from naskah.assembly.adendum.terms import record_terms
from naskah.assembly.adendum.work import Kerja
from naskah.assembly.spans import inline
from naskah.bahasa.durasi import Durasi
from naskah.bahasa.tanggal import format_tanggal
from naskah.library.yaml_lines import Jalur
from naskah.model.isi import plain
from naskah.model.jenis import JenisNaskah
from naskah.model.ketentuan import JangkaWaktu, KewajibanBerkala
from naskah.model.langkah import DIHAPUS, LangkahKegiatan, Perbuatan
from naskah.model.naskah import Ayat, Isian
from naskah.model.pendaftaran_adendum import UbahKetentuan
from naskah.model.perubahan import SelKegiatan, Sisipkan, Ubah
from naskah.model.rencana_kerja import KUNCI_PIHAK, Kegiatan, Tugas
from naskah.model.tabel_rencana import KegiatanTabel, ProgramTabel, TabelRencanaKerja, TugasTabel

_KOSONG = TugasTabel((), ())


def change_activity(kerja: Kerja, ubah: Ubah, jalur: Jalur) -> None:
    """`ubah: {kegiatan: 1.a, menjadi: {output: ...}}`; the cells that are not named stay."""
    assert ubah.kegiatan is not None and ubah.menjadi is not None
    _touch(kerja, ubah.kegiatan, jalur)
    program, lama = _locate(kerja, ubah.kegiatan, (*jalur, "kegiatan"))
    sel, dalam = ubah.menjadi, (*jalur, "menjadi")
    baru = _fill(kerja, lama, sel, dict(sel.tugas or {}), dalam)
    if baru == lama and sel.berkala is None:
        raise kerja.fault(jalur, f"kegiatan {ubah.kegiatan} tidak berubah; hapus perubahan ini")
    _plan(kerja, sel.tahun or (), (*dalam, "tahun"))
    kerja.do_kegiatan(LangkahKegiatan(Perbuatan.UBAH, program.nomor, baru))
    _say(kerja, "kegiatan-ubah", {"kode": ubah.kegiatan}, baru, jalur)
    _restate_berkala(kerja, ubah.kegiatan, baru, sel.berkala, jalur)


def insert_activity(kerja: Kerja, sisip: Sisipkan, jalur: Jalur) -> None:
    """`sisipkan: {setelah: 1.b, kegiatan: {nama: ..., ...}}`, the row written as in a Rencana Kerja."""
    assert sisip.kegiatan is not None and sisip.setelah is not None
    program, sebelum = _locate(kerja, sisip.setelah, (*jalur, "setelah"), deleted=True)
    nomor = [k.nomor for k in program.kegiatan]
    sesudah = next(iter(nomor[nomor.index(sebelum.nomor) + 1 :]), None)
    try:
        baru_nomor = number_after_last(sebelum.nomor) if sesudah is None else number_between(sebelum.nomor)
    except NomorError as error:
        raise kerja.fault((*jalur, "setelah"), str(error)) from None
    kode = f"{program.nomor}.{baru_nomor}"
    if baru_nomor in nomor:
        raise kerja.fault((*jalur, "setelah"), f"di sana sudah ada kegiatan {kode}; sisipkan setelah {kode}")
    baru = _make_row(kerja, baru_nomor, sisip.kegiatan, (*jalur, "kegiatan"))
    _touch(kerja, kode, jalur)
    kerja.do_kegiatan(LangkahKegiatan(Perbuatan.SISIP, program.nomor, baru, sebelum.nomor))
    nilai = {"kode": kode, "sebelum": sisip.setelah, "sesudah": f"{program.nomor}.{sesudah}" if sesudah else ""}
    _say(kerja, "kegiatan-sisip", nilai, baru, jalur)
    _restate_berkala(kerja, kode, baru, sisip.kegiatan.berkala, jalur)


def delete_activity(kerja: Kerja, kode: str, jalur: Jalur) -> None:
    """`hapus: {kegiatan: 1.a}`; the row keeps its letter, and what it promised ends."""
    _touch(kerja, kode, jalur)
    program, lama = _locate(kerja, kode, jalur)
    dihapus = KegiatanTabel(lama.nomor, DIHAPUS, (), (), (), (), (_KOSONG,) * len(lama.tugas), (), ())
    kerja.do_kegiatan(LangkahKegiatan(Perbuatan.HAPUS, program.nomor, dihapus))
    kerja.say("kegiatan-hapus", jalur, {"kode": kode}, kegiatan=kode)
    sumber = _source(kerja, kode)
    if any(k.sumber == sumber for k in kerja.ketentuan):
        record_terms(kerja, UbahKetentuan(cabut=(sumber,)))


def check_plan(kerja: Kerja) -> None:
    """The years of the changed rows lie in the plan, or in the term as the adendum leaves it (kaidah.md A08)."""
    tabel = _find_table(kerja)
    if tabel is None:
        return
    lama = kerja.induk.naskah.lampiran[0].tabel.tahun
    jangka = next((k for k in kerja.ketentuan if isinstance(k, JangkaWaktu)), None)
    masa = compute_masa(jangka, kerja.induk.tanggal, kerja.induk.tanggal_sama)
    boleh = {*lama, *(range(masa[0].year, masa[1].year + 1) if masa else ())}
    for jalur, tahun in kerja.tahun_kegiatan:
        luar = [str(t) for t in tahun if t not in boleh]
        if luar:
            pesan = f"tahun {', '.join(luar)} tidak termasuk tahun Rencana Kerja ({lama[0]} sampai {lama[-1]})"
            pesan += f" dan di luar jangka waktu, yang berakhir {format_tanggal(masa[1])}" if masa else ""
            kerja.report(jalur, f"{pesan}; hapus tahun itu, atau perpanjang dahulu jangka waktunya")
    dulu = kerja.induk.akhir
    if masa and dulu and masa[1].year > dulu.year and max(tabel.tahun) < masa[1].year:
        kerja.suggest(
            ("perubahan",),
            f"jangka waktu kini sampai {format_tanggal(masa[1])}, sedangkan Rencana Kerja berhenti pada tahun "
            f"{max(tabel.tahun)}; bila kegiatannya berlanjut, tambahkan tahunnya dengan 'ubah: {{kegiatan: ..., "
            "menjadi: {tahun: ...}}'",
        )


def _locate(kerja: Kerja, kode: str, jalur: Jalur, *, deleted: bool = False) -> tuple[ProgramTabel, KegiatanTabel]:
    tabel = _find_table(kerja)
    if tabel is None:
        raise kerja.fault(jalur, "naskah induk tidak mempunyai lampiran Rencana Kerja")
    semua = {f"{program.nomor}.{satu.nomor}": (program, satu) for program in tabel.program for satu in program.kegiatan}
    if kode not in semua:
        raise kerja.fault(jalur, f"kegiatan {kode} tidak ada dalam Rencana Kerja; yang ada: {', '.join(semua)}")
    program, kegiatan = semua[kode]
    if kegiatan.nama == DIHAPUS and not deleted:
        pesan = f"kegiatan {kode} sudah dihapus dengan adendum sebelumnya dan kodenya tidak dipakai lagi"
        raise kerja.fault(jalur, f"{pesan}; untuk menghidupkannya, sisipkan kegiatan setelah {kode}")
    return program, kegiatan


def _find_table(kerja: Kerja) -> TabelRencanaKerja | None:
    return next((satu.tabel for satu in kerja.naskah.lampiran), None)


def _touch(kerja: Kerja, kode: str, jalur: Jalur) -> None:
    if any(langkah.kode == kode for langkah in kerja.langkah_kegiatan):
        raise kerja.fault(jalur, f"kegiatan {kode} sudah diubah dalam adendum ini; gabungkan menjadi satu perubahan")


def _plan(kerja: Kerja, tahun: Iterable[int], jalur: Jalur) -> None:
    """Years that `check_plan` judges when the term is known as well."""
    kerja.tahun_kegiatan.append((jalur, tuple(tahun)))


def _make_row(kerja: Kerja, nomor: str, isi: Kegiatan, jalur: Jalur) -> KegiatanTabel:
    """A new row; where it names no place or funds, those that all other rows have, as of a whole plan."""
    tabel = _find_table(kerja)
    assert tabel is not None
    lain = [satu for program in tabel.program for satu in program.kegiatan if satu.nama != DIHAPUS]
    lokasi = {satu.lokasi for satu in lain}
    dana = {satu.sumber_dana for satu in lain}
    if isi.lokasi is None and len(lokasi) != 1:
        pesan = "lokasi belum diisi, sedangkan lokasi kegiatan lain tidak sama; isi di sini"
        raise kerja.fault((*jalur, "lokasi"), pesan)
    dasar = KegiatanTabel(
        nomor, (), (), lokasi.pop() if len(lokasi) == 1 else (), dana.pop() if len(dana) == 1 else (), tabel.tahun,
        (_KOSONG,) * len(tabel.pihak), (), (),
    )  # fmt: skip
    _plan(kerja, isi.tahun or (), (*jalur, "tahun"))
    return _fill(kerja, dasar, isi, {KUNCI_PIHAK.index(k) + 1: t for k, t in isi.tugas.items()}, jalur)


def _fill(
    kerja: Kerja, lama: KegiatanTabel, sel: SelKegiatan | Kegiatan, tugas_baru: dict[int, Tugas], jalur: Jalur
) -> KegiatanTabel:
    """The row with the cells that are named."""
    baru: dict[str, object] = {
        kunci: inline(getattr(sel, kunci))
        for kunci in ("nama", "lokasi", "sumber_dana", "output", "outcome")
        if getattr(sel, kunci) is not None
    }
    if sel.tahapan is not None and "tahapan" in sel.model_fields_set:
        baru["tahapan"] = tuple(inline(satu) for satu in sel.tahapan)
    if sel.tahun is not None:
        baru["tahun"] = sel.tahun
    tugas = list(lama.tugas)
    for urutan, satu in tugas_baru.items():
        if urutan > len(tugas):
            raise kerja.fault((*jalur, "tugas"), f"Rencana Kerja ini hanya untuk {len(tugas)} pihak")
        tugas[urutan - 1] = TugasTabel(tuple(inline(p) for p in satu.penanggung_jawab), inline(satu.kegiatan))
    return replace(lama, **baru, tugas=tuple(tugas))  # type: ignore[arg-type]


def _say(kerja: Kerja, kalimat: str, nilai: dict[str, str], baru: KegiatanTabel, jalur: Jalur) -> None:
    tabel = _find_table(kerja)
    assert tabel is not None
    isian = tuple(Isian(kunci, isi) for kunci, isi in iter_cells(baru, tabel.pihak) if isi)
    kerja.say(kalimat, jalur, nilai, satuan=[Ayat(None, (), isian=isian)], kegiatan=nilai["kode"])


def _restate_berkala(kerja: Kerja, kode: str, baru: KegiatanTabel, berkala: Durasi | None, jalur: Jalur) -> None:
    """The recurring obligation of a row, by its name and interval as they are now."""
    sumber, hal = _source(kerja, kode), plain(baru.nama)
    lama = [k for k in kerja.ketentuan if k.sumber == sumber]
    if berkala is not None:
        tambah = (KewajibanBerkala(hal=hal, setiap=berkala, sumber=sumber),)
        record_terms(kerja, UbahKetentuan(cabut=(sumber,) if lama else (), tambah=tambah))
    elif lama:
        pesan = f"kegiatan {kode} dilakukan berkala menurut registri; pastikan selangnya tetap"
        kerja.warn(jalur, f"{pesan}, atau sebutkan selangnya dengan kunci 'berkala'")
        if any(isinstance(k, KewajibanBerkala) and k.hal != hal for k in lama):
            bernama = tuple(k.model_copy(update={"hal": hal}) for k in lama)
            record_terms(kerja, UbahKetentuan(cabut=(sumber,), tambah=bernama))


def _source(kerja: Kerja, kode: str) -> str:
    """Where the registry says that a recurring activity stands (assembly.work_plan)."""
    sendiri = kerja.induk.jenis is JenisNaskah.RENCANA_KERJA
    return f"{'Rencana Kerja' if sendiri else 'Lampiran'} kegiatan {kode}"
