"""B01, B02, B03, B05: words and phrases."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from small_documents import angka, ayat, find, huruf, pasal, perjanjian, read, satu_huruf, told

from naskah.checking.finding import Keparahan
from naskah.checking.kamus import build_kamus, load_kamus
from naskah.library.settings import PengaturanPeriksa
from naskah.model.jenis import JenisNaskah
from naskah.model.naskah import Ayat, Isian, Naskah


@pytest.mark.parametrize(
    ("teks", "kata", "ganti"),
    [
        ("Jadwal dapat dirubah PARA PIHAK.", "dirubah", "diubah"),
        ("Perselisihan diantara PARA PIHAK dimusyawarahkan.", "diantara", "di antara"),
        ("Dibawah pengawasan Balai.", "Dibawah", "Di bawah"),
        ("Unit kerja dibawahnya melapor.", "dibawahnya", "di bawahnya"),
        ("Besarnya resikonya dicatat.", "resikonya", "risikonya"),
        ("Naskah bermaterai cukup.", "bermaterai", "bermeterai"),
        ("Akhir bulan nopember 2031.", "nopember", "November"),
        ("Data hasil pemuktahiran.", "pemuktahiran", "pemutakhiran"),
        ("Laporan ditanda  tangani kepala balai.", "ditanda  tangani", "ditandatangani"),
        ("Sesuai dengan peraturan perundangan.", "peraturan perundangan", "peraturan perundang-undangan"),
    ],
)
def test_a_word_that_kbbi_spells_otherwise_is_found_and_mended_in_its_letter_case(teks, kata, ganti) -> None:
    (temuan,) = find("B01", perjanjian(teks))
    assert (temuan.letak, temuan.kutipan) == ("Pasal 1", kata)
    assert temuan.perbaikan is not None
    assert temuan.perbaikan.ganti == ganti
    awal, akhir = temuan.perbaikan.awal, temuan.perbaikan.akhir
    assert teks[awal:akhir] == kata
    assert not find("B01", perjanjian(teks[:awal] + ganti + teks[akhir:]))


@pytest.mark.parametrize(
    ("teks", "kata", "saran"),
    [
        ("PENGELOLAAN RESIKO", "RESIKO", "RISIKO"),
        ("Hari Jum'at dan hari lain.", "Jum'at", "Jumat"),
        ("Lembaga Non Kementerian", "Non Kementerian", "Nonkementerian"),
        ("Ketua, WAYAN RESIKO dan PUTU.", "RESIKO", "RISIKO"),
    ],
)
def test_what_may_be_a_name_is_pointed_at_and_never_mended_by_itself(teks, kata, saran) -> None:
    (temuan,) = find("B01", perjanjian(teks))
    assert (temuan.kutipan, temuan.perbaikan) == (kata, None)
    assert saran in temuan.saran


@pytest.mark.parametrize(
    "teks",
    [
        'Surat itu berbunyi "resiko ditanggung bersama".',
        "Surat itu berbunyi “jadwal dapat dirubah”.",
        'Program "Sadar Resiko" dilanjutkan.',
        "Akta dibuat di hadapan Notaris Sri Rejeki, S.H., M.Kn.",
        "Data diserahkan oleh Ratna Rejeki, S.E., kepada Balai.",
        "Data diserahkan oleh Bapak Resiko.",
    ],
)
def test_words_of_others_and_names_are_let_be(teks) -> None:
    assert not find("B01", perjanjian(teks))


def test_what_an_adendum_quotes_is_judged_but_not_mended_by_itself() -> None:
    (temuan,) = find("B01", perjanjian('Berbunyi "jadwal dapat dirubah".', jenis=JenisNaskah.ADENDUM))
    assert (temuan.kutipan, temuan.perbaikan) == ("dirubah", None)


def test_both_halves_of_a_reduplication_are_mended() -> None:
    assert [t.kutipan for t in find("B01", perjanjian("Catat resiko-resiko itu."))] == ["resiko", "resiko"]


@pytest.mark.parametrize(
    "teks",
    [
        "PARA PIHAK mengubah jadwal di antara kedua musim.",
        "Lihat contoh.example/kerjasama dan surat.kerjasama@contoh.example.",
        "Kirim ke kerjasama@contoh.example atau www.kerjasama.example.",
        "Kantor Bank Resiko Makmur dan PT Analisa Data Nusantara.",
        "Penyimpanan *resiko* dicatat dalam bahasa asalnya.",
        "Kerja sama antar PIHAK dilaksanakan.",
        "Peringkat keluarga dan perubahnya keluaran.",
        "Peraturan perundang-undangan berlaku.",
        "Hak asasi dan tanggung jawab di bawah undang-undang.",
    ],
)
def test_a_standard_word_an_address_a_name_and_a_foreign_word_are_let_be(teks) -> None:
    assert not find("B01", perjanjian(teks))


def test_particulars_are_not_sentences() -> None:
    isian = (Isian("Alamat", read("Komplek Perkantoran Cempaka")),)
    assert not find("B01", perjanjian(pasal("1", ayat(None, "Alamat:", satu_huruf("a", "Balai:", isian=isian)))))


def test_a_capital_amid_a_sentence_may_be_a_name_and_weighs_less() -> None:
    (temuan,) = find("B01", perjanjian("Ketua Forum Kerjasama Cempaka hadir."))
    assert temuan.keparahan is Keparahan.SARAN
    (temuan,) = find("B01", perjanjian("Komplek Balai Cuaca Cempaka"))
    assert temuan.keparahan is Keparahan.SARAN
    (temuan,) = find("B01", perjanjian("Kerjasama dilaksanakan."))
    assert temuan.keparahan is Keparahan.PERINGATAN


SITASI = "Peraturan Bupati Cempaka Raya Nomor 4 Tahun {tahun} tentang Pengelolaan Resiko Banjir;"


def test_a_title_as_enacted_is_pointed_at_and_never_mended() -> None:
    (temuan,) = find("B01", perjanjian(dasar=(SITASI.format(tahun=2031),)))
    assert (temuan.keparahan, temuan.perbaikan) == (Keparahan.SARAN, None)
    assert "judul resmi" in temuan.saran


def test_the_year_of_a_citation_may_be_part_of_its_number() -> None:
    (temuan,) = find("B01", perjanjian(dasar=("Peraturan Menteri Nomor 215/PMK.07/2021 tentang Dana Resiko;",)))
    assert temuan.keparahan is Keparahan.SARAN


def test_a_title_of_the_old_spelling_is_right() -> None:
    assert not find("B01", perjanjian(dasar=(SITASI.format(tahun=1961),)))


def test_a_title_in_a_sentence_ends_where_its_capitals_do() -> None:
    teks = "Sesuai dengan Peraturan Bupati Nomor 4 Tahun 2031 tentang Resiko Banjir, PARA PIHAK menghitung resiko."
    judul, sendiri = find("B01", perjanjian(teks))
    assert (judul.perbaikan, judul.keparahan) == (None, Keparahan.SARAN)
    assert sendiri.perbaikan is not None


def test_every_word_of_the_data_is_found_and_its_standard_form_is_clean() -> None:
    kamus = load_kamus()
    for kata, baku in kamus.kata_baku.items():
        assert [k.frasa for k in kamus.cari_baku.find(f"Ada {kata} itu.")] == [kata]
        assert not kamus.cari_baku.find(f"Ada {baku} itu."), baku


def test_every_phrase_of_the_data_is_found_and_what_is_advised_is_clean() -> None:
    kamus = load_kamus()
    for frasa, isi in kamus.frasa.items():
        contoh = frasa.replace("#", "3 (tiga)")
        assert [k.frasa for k in kamus.cari_frasa.find(f"Ada {contoh} itu.")] == [frasa]
        assert not kamus.cari_frasa.find(f"Ada {isi.saran} itu.") or "(" in isi.saran, isi.saran


def test_a_workspace_adds_words_and_lets_words_be() -> None:
    kamus = build_kamus(
        PengaturanPeriksa(
            kata_baku={"Sawah Basah": "sawah irigasi"},
            frasa={"pada dasarnya": "(dihapus)"},
            kata_asing=("padi walk",),
            biarkan=("RESIKO",),
        )
    )
    bacaan = perjanjian("Pada dasarnya sawah basah menanggung resiko padi walk.")
    assert [t.kutipan for t in find("B01", bacaan, kamus)] == ["sawah basah"]
    assert [t.kutipan for t in find("B03", bacaan, kamus)] == ["Pada dasarnya"]
    assert [t.kutipan for t in find("B05", bacaan, kamus)] == ["padi walk"]
    assert build_kamus(PengaturanPeriksa()) is load_kamus()


def test_a_word_of_a_workspace_has_letters() -> None:
    with pytest.raises(ValidationError, match="tidak memuat huruf"):
        PengaturanPeriksa(kata_asing=("12",))


@pytest.mark.parametrize(
    ("teks", "kata"),
    [
        ("PIHAK KEDUA menyampaikan menyampaikan laporan.", "menyampaikan menyampaikan"),
        ("Untuk pelaksanaan program pelaksanaan Program Cuaca.", "pelaksanaan program pelaksanaan Program"),
        ("Data disimpan di di gudang.", "di di"),
        ("Pelaksanaan tugas dan fungsi tugas dan fungsi balai.", "tugas dan fungsi tugas dan fungsi"),
    ],
)
def test_words_that_stand_twice_in_a_row_are_found(teks, kata) -> None:
    assert told("B02", perjanjian(teks)) == [("Pasal 1", kata)]


@pytest.mark.parametrize(
    "teks",
    [
        "Masing-masing PIHAK dan orang-orang itu.",
        "Hari demi hari, data dan data, data.",
        "Kota Baden Baden hadir.",
        "Biaya ditanggung PIHAK KESATU; PIHAK KESATU juga melapor.",
        "Nomor 5 5 dicatat.",
        "masing masing PIHAK",
    ],
)
def test_reduplication_names_and_marks_between_are_no_doubled_words(teks) -> None:
    assert not find("B02", perjanjian(teks))


def test_an_item_does_not_repeat_the_last_word_of_its_opening() -> None:
    bacaan = perjanjian(pasal("1", ayat(None, "Data dipakai sebagai:", *huruf("sebagai bahan; dan", "acuan."))))
    assert told("B02", bacaan) == [("Pasal 1 huruf a", "sebagai")]
    benda = ayat(None, "Balai menyediakan data:", *huruf("data hujan; dan", "data angin."))
    assert not find("B02", perjanjian(pasal("1", benda)))


@pytest.mark.parametrize(
    ("teks", "kata", "ganti", "keparahan"),
    [
        ("banjir, angin, dan atau gempa.", "dan atau", "dan/atau", Keparahan.PERINGATAN),
        ("banjir dan / atau gempa.", "dan / atau", "dan/atau", Keparahan.SARAN),
        ("Balai adalah merupakan pengelola.", "adalah merupakan", None, Keparahan.SARAN),
        ("Laporan selambat-lambatnya hari ke-3.", "selambat-lambatnya", None, Keparahan.SARAN),
        ("Bekerja minimal 6 (enam) bulan.", "minimal", None, Keparahan.SARAN),
        ("Dilaksanakan sesuai ketentuan.", "sesuai ketentuan", None, Keparahan.SARAN),
    ],
)
def test_a_wordy_or_wrong_phrase_is_found(teks, kata, ganti, keparahan) -> None:
    (temuan,) = find("B03", perjanjian(teks))
    assert (temuan.kutipan, temuan.keparahan) == (kata, keparahan)
    assert (temuan.perbaikan.ganti if temuan.perbaikan else None) == ganti


@pytest.mark.parametrize(
    "teks",
    [
        "banjir, angin, dan/atau gempa.",
        "Upah minimal daerah dihitung.",
        "Data terdiri atas angka.",
        "Sesuai dengan Peraturan Menteri Nomor 3 Tahun 2031 tentang Data yang Terdiri dari Angka.",
    ],
)
def test_the_short_phrase_and_a_title_are_let_be(teks) -> None:
    assert not find("B03", perjanjian(teks))


def test_a_foreign_word_in_upright_letters_is_found() -> None:
    bacaan = perjanjian("Keadaan kahar (force majeure) diberitahukan dengan *e-mail*.")
    assert told("B05", bacaan) == [("Pasal 1", "force majeure")]


def test_a_heading_in_capitals_keeps_its_letters() -> None:
    satu = replace(pasal("1", "Isi."), judul=read("KEADAAN KAHAR (FORCE MAJEURE)"))
    assert not find("B05", perjanjian(satu))


def test_a_text_file_that_marks_no_italics_says_nothing_of_them() -> None:
    teks = "Diberitahukan dengan e-mail."
    alinea = (replace(_alinea(teks), miring=()),)
    assert not find("B05", perjanjian(teks, alinea=alinea, berkas="coba.txt"))
    alinea = (*alinea, replace(_alinea("padi"), miring=((0, 4),)))
    assert find("B05", perjanjian(teks, alinea=alinea, berkas="coba.txt"))


def _alinea(teks: str):
    from small_documents import Peran, paragraf

    return paragraf(teks, Peran.BATANG)


@given(st.text(max_size=200))
def test_what_is_found_lies_in_the_text_and_never_overlaps(teks) -> None:
    kamus = load_kamus()
    for pencari in (kamus.cari_baku, kamus.cari_frasa, kamus.cari_asing):
        akhir = 0
        for kena in pencari.find(f"{teks} resiko {teks} dan atau e-mail"):
            assert akhir <= kena.awal < kena.akhir
            akhir = kena.akhir


@given(st.text(alphabet="abAB .,;:()/-\"'“”*\n\t12", max_size=120))
def test_no_text_stops_the_rules_on_language(teks) -> None:
    bacaan = perjanjian(teks)
    assert isinstance(bacaan.naskah, Naskah)
    for kode in ("B01", "B02", "B03", "B04", "B05", "B06"):
        for temuan in find(kode, bacaan):
            assert temuan.pesan and temuan.saran


def test_an_unnumbered_ayat_and_an_item_are_looked_at_alike() -> None:
    isi = Ayat(None, read("Kewajiban:"), huruf(angka("1", "x"), "menanggung resiko."))
    assert told("B01", perjanjian(pasal("1", isi))) == [("Pasal 1 huruf b", "resiko")]
