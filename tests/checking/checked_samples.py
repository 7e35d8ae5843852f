"""A small agreement, rules of our own over it, and reports to show."""

from collections.abc import Iterator

from naskah.checking.context import Konteks
from naskah.checking.finding import Keparahan, Perbaikan, Temuan
from naskah.checking.report import Laporan, Sisa
from naskah.checking.rule import Aturan, Temu
from naskah.model.bacaan import Bacaan, JenisBacaan
from naskah.model.galat import Galat
from naskah.model.isi import isi
from naskah.model.jenis import JenisNaskah
from naskah.model.naskah import Ayat, GayaDaftar, Kepala, Naskah, Pasal
from naskah.model.tempat import Tempat


def make_naskah(*pasal: str) -> Naskah:
    """An agreement with one pasal for each text."""
    return Naskah(
        jenis=JenisNaskah.NOTA_KESEPAKATAN,
        kepala=Kepala("NOTA KESEPAKATAN", ("DESA A", "DESA B"), isi("PASAR IKAN"), ()),
        pembuka=isi("Pada hari ini, para pihak bersepakat:"),
        gaya_pihak=GayaDaftar.ANGKA,
        pihak=(),
        setelah_pihak=(),
        premis=None,
        dasar=(),
        kesepakatan=(),
        batang=tuple(Pasal(str(i), isi("JUDUL"), (Ayat(None, isi(teks)),)) for i, teks in enumerate(pasal, 1)),
        penutup=(),
        tanda_tangan=(),
    )


def make_bacaan(*pasal: str) -> Bacaan:
    """The same as a document that was put together."""
    return Bacaan("x.yaml", JenisBacaan.NOTA_KESEPAKATAN, make_naskah(*pasal), ())


def make_rule(kode: str, kata: str, keparahan: Keparahan = Keparahan.GALAT, *, per_bagian: bool = True) -> Aturan:
    """A rule that finds a word; one that looks at the whole says it only when it stands twice in the document."""

    def per_part(konteks: Konteks) -> Iterator[Temu]:
        for bagian in konteks.bagian:
            if (awal := bagian.teks.find(kata)) >= 0:
                yield Temu(bagian, f'ada "{kata}"', "hapus", awal, awal + len(kata))

    def whole(konteks: Konteks) -> Iterator[Temu]:
        ada = [bagian for bagian in konteks.bagian if kata in bagian.teks]
        if len(ada) > 1:
            yield Temu(ada[-1], f'"{kata}" terulang', "hapus", ada[-1].teks.find(kata))

    periksa = per_part if per_bagian else whole
    return Aturan(kode, keparahan, f"kata {kata}", "karena", "a", "b", periksa, True, True, per_bagian)


JAHAT = '<script>alert("x")</script> =1+1 & "kutip"'
LAPORAN = (
    Laporan(
        "naskah/perjanjian satu.docx",
        "perjanjian-kerja-sama",
        (
            Temuan(
                "A01",
                Keparahan.GALAT,
                "Pembukaan",
                "2 Maret 2026 jatuh pada hari Senin, bukan Selasa.",
                'Ganti "Selasa" dengan "Senin".',
                "Selasa",
                Tempat(4, 3, 14),
                None,
                "Pada hari ini ",
                ", tanggal dua bulan Maret tahun dua ribu dua puluh enam, bertempat di Cempaka",
            ),
            Temuan(
                "B01",
                Keparahan.PERINGATAN,
                "Pasal 2 ayat (1)",
                '"merubah" tidak baku.',
                'Pakai "mengubah".',
                "merubah",
                Tempat(9, 7, 30),
                Perbaikan(30, 37, "mengubah"),
                "Para pihak dapat ",
                " jadwal kegiatan.",
            ),
            Temuan("B05", Keparahan.SARAN, "Pasal 2 ayat (1)", f"Asing: {JAHAT}.", "Miringkan.", JAHAT, Tempat(9, 7)),
            Temuan("K01", Keparahan.PERINGATAN, "Naskah", "Pasal tentang sanksi tidak ada.", "Tambahkan."),
        ),
        (Sisa(21, "xx 99 yy", "tidak dikenal"),),
        ("Perda Kota Nusa 9/2019",),
    ),
    Laporan(
        "catatan.txt",
        "nota-kesepakatan",
        (
            Temuan(
                "A07", Keparahan.GALAT, "Penutup", "Tanggal kosong.", "Isi tanggalnya.", "....", Tempat(2, 12, 3), None,
                "tanggal ", "",
            ),
        ),
    ),
    Laporan("bersih.txt", "nota-kesepakatan"),
    Laporan("rusak.docx", galat=(Galat("berkas .docx rusak. Minta salinan yang utuh.", "rusak.docx"),)),
)  # fmt: skip
