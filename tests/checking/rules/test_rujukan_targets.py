"""R01 and R07: whether references lead to what they speak of."""

import pytest
from written_documents import find, quotes, write, write_rule

from naskah.checking.finding import Keparahan

SATU = ("LAPORAN", "(1) PIHAK KEDUA menyusun laporan:\n\na. bulanan; dan\nb. tahunan.\n\n(2) {}")


def refer(teks: str) -> list[str]:
    judul, isi = SATU
    return quotes("R01", write((judul, isi.format(teks)), ("TUJUAN", "Naskah ini bertujuan memantau cuaca.")))


@pytest.mark.parametrize(
    ("teks", "kutipan"),
    [
        ("Biaya sebagaimana dimaksud dalam Pasal 12 ditanggung PARA PIHAK.", ["Pasal 12"]),
        ("Laporan sebagaimana dimaksud pada ayat (5) disimpan.", ["ayat (5)"]),
        ("Laporan sebagaimana dimaksud dalam Pasal 2 ayat (1) disimpan.", ["Pasal 2 ayat (1)"]),
        ("Laporan sebagaimana dimaksud pada ayat (1) huruf a dan huruf c disimpan.", ["huruf c"]),
        ("Laporan sebagaimana dimaksud pada ayat (1) huruf b angka 2 disimpan.", ["ayat (1) huruf b angka 2"]),
        ("Laporan sebagaimana dimaksud dalam Pasal 1 ayat (1) huruf b disimpan.", []),
        ("Tujuan sebagaimana dimaksud dalam Pasal 2 dijaga.", []),
        ("PARA PIHAK mengesampingkan Pasal 1266 dan Pasal 1267 Kitab Undang-Undang Hukum Perdata.", []),
        ("PARA PIHAK mengesampingkan Pasal 266 KUHPerdata.", []),
        ("Menurut Pasal 88 Undang-Undang Nomor 7 Tahun 2030 laporan disimpan.", []),
        ("Menurut Undang-Undang Nomor 7 Tahun 2030 Pasal 88 laporan disimpan.", []),
    ],
)
def test_a_reference_leads_to_a_place_that_exists(teks: str, kutipan: list[str]) -> None:
    assert refer(teks) == kutipan


def test_a_missing_place_is_told_with_what_there_is() -> None:
    judul, isi = SATU
    (temuan,) = find("R01", write((judul, isi.format("Biaya sebagaimana dimaksud dalam Pasal 12 ditanggung bersama."))))
    assert temuan.pesan == "Pasal 12 tidak ada; naskah ini memuat Pasal 1 sampai dengan Pasal 1."
    assert temuan.keparahan is Keparahan.GALAT


def test_an_annex_that_is_not_in_the_file_is_only_probably_missing() -> None:
    (temuan,) = find("R01", write("Rincian alat tercantum dalam Lampiran yang menjadi satu kesatuan."))
    assert temuan.keparahan is Keparahan.PERINGATAN
    assert find("R01", write("Rincian alat disepakati tersendiri.")) == []


def test_considerations_refer_to_letters_that_exist() -> None:
    dua = (
        "bahwa cuaca perlu dipantau;",
        "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf c;",
    )
    assert quotes("R01", write_rule("Cuaca dipantau.", menimbang=dua)) == ["huruf c"]
    benar = (dua[0], "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a;")
    assert find("R01", write_rule("Cuaca dipantau.", menimbang=benar)) == []


def test_references_of_an_adendum_lead_into_its_parent() -> None:
    isi = ("PERUBAHAN", "Ketentuan Pasal 40 ayat (2) Perjanjian Kerja Sama diubah sebagaimana dimaksud dalam Pasal 41.")
    assert find("R01", write(isi, jenis="ADENDUM KESATU\nATAS\nPERJANJIAN KERJA SAMA")) == []


def subject(satu: str, dua: str) -> list[str]:
    return [temuan.pesan for temuan in find("R07", write(("ATURAN", f"(1) {satu}\n\n(2) {dua}")))]


@pytest.mark.parametrize(
    ("satu", "dua", "hilang"),
    [
        ("Naskah ini dapat diperpanjang.", "Pengakhiran sebagaimana dimaksud pada ayat (1) diajukan tertulis.",
         "Pengakhiran"),
        ("Naskah ini dapat diperpanjang dengan kesepakatan.",
         "Perpanjangan dan pengakhiran sebagaimana dimaksud pada ayat (1) diajukan tertulis.", "pengakhiran"),
        ("PIHAK KEDUA memasang alat ukur.",
         "Dalam hal terjadi penagihan iuran sebagaimana dimaksud pada ayat (1), PIHAK KESATU membayar.",
         "penagihan iuran"),
    ],
)  # fmt: skip
def test_a_reference_finds_what_it_speaks_of(satu: str, dua: str, hilang: str) -> None:
    assert subject(satu, dua) == [f'"{hilang}" tidak disebut pada Pasal 1 ayat (1).']


@pytest.mark.parametrize(
    ("satu", "dua"),
    [
        ("Naskah ini dapat diperpanjang.", "Perpanjangan sebagaimana dimaksud pada ayat (1) diajukan tertulis."),
        ("PIHAK KEDUA wajib menyampaikan data.", "Kewajiban sebagaimana dimaksud pada ayat (1) tetap berlaku."),
        ("Data dilaporkan setiap bulan.", "Laporan sebagaimana dimaksud pada ayat (1) disimpan."),
        (
            "PARA PIHAK memantau dan mengevaluasi.",
            "Hasil pemantauan dan evaluasi sebagaimana dimaksud pada ayat (1) dicatat.",
        ),
        ("Usul disampaikan paling lambat 3 (tiga) bulan.", "Batas waktu sebagaimana dimaksud pada ayat (1) mengikat."),
        ("PIHAK yang lalai ditegur secara tertulis.", "Hal sebagaimana dimaksud pada ayat (1) dicatat."),
        (
            "Alat dipasang di ladang.",
            "Dalam hal naskah ini berakhir sebagaimana dimaksud pada ayat (1), alat dibongkar.",
        ),
        (
            "Dinas menyediakan data petani.",
            "PIHAK KEDUA mencatat pendaftaran sesuai data sebagaimana dimaksud pada ayat (1).",
        ),
    ],
)
def test_a_word_of_the_same_root_is_the_same_thing(satu: str, dua: str) -> None:
    assert subject(satu, dua) == []


def test_the_ayat_that_speaks_of_it_is_named() -> None:
    isi = (
        "(1) PIHAK KESATU menghentikan pembayaran sewa alat.\n\n"
        "(2) Penghentian sewa dilakukan apabila alat rusak.\n\n"
        "(3) Dalam hal terjadi penghentian sewa sebagaimana dimaksud pada ayat (1), alat diganti."
    )
    (temuan,) = find("R07", write(("SEWA", isi)))
    assert temuan.pesan == '"penghentian sewa" diatur pada Pasal 1 ayat (2), bukan pada Pasal 1 ayat (1).'
    assert find("R07", write(("SEWA", isi.replace("dimaksud pada ayat (1)", "dimaksud pada ayat (2)")))) == []
    assert find("R07", write(("SEWA", isi.replace("pembayaran sewa alat", "sewa alat")))) == []
    kemudian = isi.replace("(2) Penghentian", "(4) Penghentian").replace("(3) Dalam", "(2) Dalam").split("\n\n")
    assert find("R07", write(("SEWA", "\n\n".join((kemudian[0], kemudian[2], kemudian[1]))))) == []


def test_all_places_of_one_phrase_are_looked_at_together() -> None:
    isi = (
        "(1) Naskah ini dapat diperpanjang.\n\n(2) Naskah ini dapat diakhiri.\n\n"
        "(3) Perpanjangan dan pengakhiran sebagaimana dimaksud pada ayat (1) dan ayat (2) diajukan tertulis."
    )
    assert find("R07", write(("HAL", isi))) == []
