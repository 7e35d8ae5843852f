"""The text of a stored tree, part by part."""

from json import loads

from naskah.model.isi import Silang, Teks, isi
from naskah.model.jenis import JenisNaskah
from naskah.model.naskah import (
    Ayat,
    Dasar,
    GayaDaftar,
    Isian,
    JenisKelompok,
    Kelompok,
    Kepala,
    Naskah,
    Pasal,
    Premis,
    Rincian,
    Tingkat,
)
from naskah.model.naskah_json import dump_naskah
from naskah.model.naskah_teks import Bagian, iter_bagian

KUTIPAN = Pasal("6", isi("MASA"), (Ayat(None, isi("Enam tahun.")),))
NASKAH = Naskah(
    jenis=JenisNaskah.PERJANJIAN_KERJA_SAMA,
    kepala=Kepala("PERJANJIAN", ("A", "B"), isi("SESUATU"), ("1", "2")),
    pembuka=isi("Pada hari ini"),
    gaya_pihak=GayaDaftar.ANGKA,
    pihak=(),
    setelah_pihak=(),
    premis=Premis(isi("Menyatakan:"), GayaDaftar.HURUF, (isi("bahwa satu;"), isi("bahwa dua."))),
    dasar=(Dasar(isi("Dasar hukum:"), (isi("UU satu;"),)),),
    kesepakatan=isi("sepakat"),
    batang=(
        Kelompok(
            JenisKelompok.BAB,
            "I",
            isi("UMUM"),
            (
                Pasal(
                    "1",
                    isi("MAKSUD"),
                    (
                        Ayat(
                            "1",
                            (Teks("Menurut "), Silang("x", "Pasal 2"), Teks(" ini "), Teks("force", miring=True)),
                            (Rincian(Tingkat.HURUF, "a", isi("butir"), (Rincian(Tingkat.ANGKA, "1", isi("anak")),)),),
                            (Isian("Alamat", isi("Jalan Melati")),),
                            label="rahasia-label",
                        ),
                    ),
                ),
            ),
        ),
        Pasal("2", (), (Ayat(None, isi("Diubah:"), kutipan=(KUTIPAN,)),)),
    ),
    penutup=(isi("Demikian."),),
    tanda_tangan=(),
)


def test_each_part_is_named_as_printed_and_holds_all_of_its_text() -> None:
    assert list(iter_bagian(loads(dump_naskah(NASKAH)))) == [
        Bagian("Premis", "Menyatakan: bahwa satu; bahwa dua."),
        Bagian("Dasar hukum", "Dasar hukum: UU satu;"),
        Bagian("BAB I", "UMUM"),
        Bagian("Pasal 1", "MAKSUD Menurut Pasal 2 ini force butir anak Alamat Jalan Melati"),
        Bagian("Pasal 2", "Diubah: MASA Enam tahun."),
        Bagian("Penutup", "Demikian."),
    ]
