"""K01 to K07: what an agreement must hold, attach, and who signs it."""

import pytest
from small_documents import find as find_in_small
from small_documents import perjanjian
from written_documents import KEDUA, KESATU, PASAL, PENUTUP, find, quotes, write, write_rule

from naskah.checking.finding import Keparahan
from naskah.reading.text.read import read_text

GALAT, PERINGATAN, SARAN = Keparahan.GALAT, Keparahan.PERINGATAN, Keparahan.SARAN
DINAS = KESATU.replace("Bupati Cempaka Raya", "Kepala Dinas Pertanian Kabupaten Cempaka Raya")
DINAS_BERKUASA = DINAS.replace(
    "bertindak untuk", "bertindak berdasarkan Surat Kuasa Bupati Cempaka Raya Nomor 7/SK/2031 tanggal 2 Mei 2031 untuk"
)
NK = (
    ("MAKSUD DAN TUJUAN", "Nota Kesepakatan ini dimaksudkan sebagai pedoman dan bertujuan mencatat cuaca."),
    ("OBJEK DAN LOKASI", "(1) Objeknya data cuaca.\n\n(2) Pengukuran dilaksanakan di Cempaka."),
    ("RUANG LINGKUP", "Ruang lingkupnya pengukuran curah hujan."),
    ("TUGAS DAN TANGGUNG JAWAB", "PIHAK KEDUA bertugas mengukur."),
    ("PELAKSANAAN", "PARA PIHAK melaksanakan pengukuran bersama."),
    (
        "JANGKA WAKTU",
        "Nota Kesepakatan ini berlaku selama 2 (dua) tahun sejak ditandatangani dan dapat diakhiri bersama.",
    ),
    ("PEMBIAYAAN", "Biaya ditanggung PARA PIHAK."),
    ("PEMANTAUAN DAN EVALUASI", "PARA PIHAK melakukan evaluasi setiap tahun."),
    ("PERUBAHAN", "Perubahan dituangkan dalam adendum."),
)


@pytest.mark.parametrize("hilang", range(len(PASAL)))
def test_a_cooperation_agreement_without_one_of_its_four_elements_is_wrong(hilang: int) -> None:
    pasal = [satu for i, satu in enumerate(PASAL) if i != hilang]
    (temuan,) = find("K01", write(*pasal))
    assert temuan.keparahan is GALAT
    assert PASAL[hilang][0].lower() in temuan.pesan


# "Pelaksanaan" is spoken of in every agreement.
@pytest.mark.parametrize("hilang", [i for i, (judul, _) in enumerate(NK) if judul != "PELAKSANAAN"])
def test_a_memorandum_has_its_elements(hilang: int) -> None:
    assert find("K01", write(*NK, jenis="NOTA KESEPAKATAN")) == []
    pasal = [satu for i, satu in enumerate(NK) if i != hilang]
    temuan = find("K01", write(*pasal, jenis="NOTA KESEPAKATAN"))
    assert temuan
    assert all(satu.keparahan is PERINGATAN for satu in temuan)


def test_an_element_may_stand_in_a_pasal_of_another_name() -> None:
    pasal = (PASAL[0], PASAL[1], ("LAIN-LAIN", "Sengketa dimusyawarahkan. PIHAK yang lalai dikenai denda."))
    assert find("K01", write(*pasal)) == []


def test_a_heading_that_names_two_things_is_followed_by_both() -> None:
    objek = ("OBJEK DAN LOKASI", "Objek naskah ini data cuaca di Kabupaten Cempaka Raya.")
    (temuan,) = find("K01", write(*PASAL, objek))
    assert (temuan.letak, temuan.kutipan, temuan.keparahan) == ("Pasal 5", "LOKASI", PERINGATAN)
    assert find("K01", write(*PASAL, (objek[0], f"{objek[1]} Pengukuran dilaksanakan di ladang."))) == []
    # What the object is can be said without the word.
    assert find("K01", write(*PASAL, (objek[0], "Data cuaca diukur bersama. Pengukuran dilaksanakan di ladang."))) == []


@pytest.mark.parametrize(
    ("isi", "banyak"),
    [
        (("Naskah ini dapat diperpanjang.", "Jangka waktunya tidak dapat diperpanjang."), [PERINGATAN]),
        (
            ("PIHAK dapat mengakhiri naskah secara sepihak.", "Naskah tidak dapat diakhiri secara sepihak."),
            [PERINGATAN],
        ),
        (("Naskah diperpanjang secara otomatis.", "Tanpa usul, naskah berakhir dengan sendirinya."), [PERINGATAN]),
        (("Perjanjian Kerja Sama ini berlaku selama 3 (tiga) tahun.",), [GALAT]),
        (("Naskah ini dapat diperpanjang.", "Naskah dapat diakhiri dengan kesepakatan."), []),
        (("Naskah ini tidak dapat diperpanjang.", "Naskah tidak dapat diakhiri secara sepihak."), []),
    ],
)
def test_provisions_on_the_end_do_not_deny_each_other(isi: tuple[str, ...], banyak: list[Keparahan]) -> None:
    assert [satu.keparahan for satu in find("K02", write(*isi))] == banyak


@pytest.mark.parametrize(
    ("akhir", "salah"), [("4 Mei 2033", False), ("5 Mei 2033", False), ("4 Mei 2034", True), ("31 Desember 2033", True)]
)
def test_a_last_day_fits_the_length_of_the_term_by_either_convention(akhir: str, salah: bool) -> None:
    isi = f"Perjanjian Kerja Sama ini berlaku selama 2 (dua) tahun sejak ditandatangani sampai dengan tanggal {akhir}."
    assert bool(find("K02", write(("JANGKA WAKTU", isi)))) == salah


@pytest.mark.parametrize(
    ("jenis", "teks", "banyak"),
    [
        ("NOTA KESEPAKATAN", "Kegiatan diuraikan dalam Rencana Kerja.", 1),
        ("PERJANJIAN KERJA SAMA", "Kegiatan diuraikan dalam Rencana Kerja sebagaimana tercantum dalam Lampiran.", 1),
        ("PERJANJIAN KERJA SAMA", "PARA PIHAK menyusun Rencana Kerja setiap tahun.", 0),
        ("NOTA KESEPAKATAN", "Kegiatan disepakati setiap tahun.", 0),
    ],
)
def test_a_plan_that_is_promised_is_attached(jenis: str, teks: str, banyak: int) -> None:
    assert len(find("K03", write(teks, jenis=jenis))) == banyak


@pytest.mark.parametrize(
    ("jenis", "kesatu", "kedua", "letak"),
    [
        ("PERJANJIAN KERJA SAMA", KESATU, KEDUA, []),
        ("PERJANJIAN KERJA SAMA", DINAS, KEDUA, ["Komparisi PIHAK KESATU"]),
        ("PERJANJIAN KERJA SAMA", DINAS_BERKUASA, KEDUA, []),
        ("NOTA KESEPAKATAN", DINAS_BERKUASA, KEDUA, ["Komparisi PIHAK KESATU"]),
        ("NOTA KESEPAKATAN", KESATU.replace(" : Bupati", " : Pj. Bupati"), KEDUA, []),
        ("PERJANJIAN KERJA SAMA", KESATU,
         KEDUA.replace("berdasarkan Surat Kuasa Khusus Nomor SKS/5/2031 tanggal 2 Mei 2031 ", ""),
         ["Komparisi PIHAK KEDUA"]),
        ("PERJANJIAN KERJA SAMA", KESATU,
         KEDUA.replace("berdasarkan Surat Kuasa Khusus Nomor SKS/5/2031 tanggal 2 Mei 2031 bertindak",
                       "bertindak dalam jabatannya"), []),
    ],
)  # fmt: skip
def test_a_signatory_shows_an_authority_that_fits(jenis: str, kesatu: str, kedua: str, letak: list[str]) -> None:
    assert [satu.letak for satu in find("K04", write(jenis=jenis, kesatu=kesatu, kedua=kedua))] == letak


INDUK = (
    "PARA PIHAK menerangkan hal berikut:\n\nA. bahwa telah ditandatangani Kesepakatan Bersama tentang Cuaca Nomor"
    " 3/KB/2030 tanggal 2 Januari 2030{}; dan\nB. bahwa data cuaca diperlukan."
)


@pytest.mark.parametrize(
    ("masa", "salah"),
    [
        (" yang berlaku selama 5 (lima) tahun", False),
        (" yang berlaku selama 3 (tiga) tahun", True),
        (" yang berlaku sampai dengan tanggal 1 Mei 2033", True),
        (" yang berlaku sampai dengan tanggal 4 Mei 2033", False),
        ("", False),
    ],
)
def test_a_child_does_not_outlive_its_parent(masa: str, salah: bool) -> None:
    assert bool(find("K05", write(premis=INDUK.format(masa)))) == salah


@pytest.mark.parametrize(
    ("rangkap", "keparahan"),
    [
        ("dalam 3 (tiga) rangkap, 2 (dua) rangkap bermeterai untuk PARA PIHAK dan 1 (satu) rangkap untuk arsip", []),
        ("dalam rangkap 2 (dua) bermeterai cukup, masing-masing mempunyai kekuatan hukum yang sama", []),
        ("dalam 2 (dua) rangkap bermeterai cukup, masing-masing 1 (satu) rangkap untuk setiap PIHAK", []),
        ("dalam rangkap 2 (dua) bermeterai, 1 (satu) rangkap untuk PIHAK KESATU dan 1 (satu) rangkap untuk PIHAK"
         " KEDUA", []),
        ("dalam 3 (tiga) rangkap, yaitu 2 (dua) rangkap bermeterai cukup, masing-masing 1 (satu) rangkap untuk setiap"
         " PIHAK, serta 1 (satu) rangkap untuk arsip", []),
        ("dalam 1 (satu) rangkap bermeterai cukup", [PERINGATAN]),
        ("dalam 2 (dua) rangkap, 3 (tiga) rangkap bermeterai cukup", [GALAT]),
        ("dalam 3 (tiga) rangkap, 1 (satu) rangkap bermeterai cukup dan 2 (dua) rangkap untuk arsip", [PERINGATAN]),
        ("dalam 3 (tiga) rangkap, 2 (dua) rangkap bermeterai untuk PARA PIHAK dan 2 (dua) rangkap untuk arsip",
         [PERINGATAN]),
    ],
)  # fmt: skip
def test_copies_are_as_many_as_their_holders(rangkap: str, keparahan: list[Keparahan]) -> None:
    penutup = f"Demikian naskah ini dibuat dan ditandatangani di Cempaka, {rangkap}."
    assert [satu.keparahan for satu in find("K06", write(penutup=penutup))] == keparahan


def test_the_closing_of_the_samples_is_right() -> None:
    assert quotes("K06", write(penutup=PENUTUP)) == []


@pytest.mark.parametrize(
    ("teks", "kurang"),
    [
        ("Daftar hadir rapat\n\n1. Sari\n2. Bima\n", "judul, para pihak, dan pasal"),
        ("NOTA KESEPAKATAN\n\nKita bekerja bersama mengukur hujan.\n", "para pihak dan pasal"),
    ],
)
def test_a_document_of_which_nothing_was_understood_is_not_clean(teks, kurang) -> None:
    (temuan,) = find("K07", read_text("uji.txt", teks.encode()))
    assert (temuan.keparahan, temuan.letak) == (GALAT, "Naskah")
    assert f"{kurang} tidak ditemukan" in temuan.pesan


def test_a_document_with_parties_or_pasal_was_understood() -> None:
    assert find("K07", write()) == []
    assert find("K07", write(jenis="KONTRAK LAIN")) == []
    assert find("K07", write_rule("Cuaca dipantau.")) == []
    assert find_in_small("K07", perjanjian()) == [], "parties alone"
    assert find_in_small("K07", perjanjian("Data dicatat.", para_pihak=())) == [], "pasal alone"
    assert find_in_small("K07", perjanjian(para_pihak=()))
