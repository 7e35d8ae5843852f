"""I03, I04, I07: defined terms, abbreviations, one spelling for one term."""

import pytest
from pydantic import ValidationError
from small_documents import find as find_in_small
from small_documents import perda, perjanjian
from written_documents import find, quotes, write, write_rule

from naskah.checking.finding import Keparahan
from naskah.checking.kamus import build_kamus
from naskah.library.settings import PengaturanPeriksa

DEFINISI = (
    "Dalam Perjanjian Kerja Sama ini yang dimaksud dengan:\na. Data Cuaca adalah catatan hujan; dan\nb. Balai Ukur"
    " adalah kantor pengukuran."
)


def define(*pasal: str, definisi: str = DEFINISI):
    return write(("DEFINISI", definisi), *(("ISI", satu) for satu in pasal))


def test_defined_terms_used_with_their_capitals_are_clean() -> None:
    assert not find("I03", define("Balai Ukur mengolah Data Cuaca.", "Data Cuaca disimpan Balai Ukur."))


def test_a_term_that_is_never_used_is_found_at_its_definition() -> None:
    (satu,) = find("I03", define("PIHAK KESATU mengolah Data Cuaca."))
    assert (satu.letak, satu.kutipan, satu.keparahan) == ("Pasal 1 huruf b", "Balai Ukur", Keparahan.SARAN)


def test_a_term_in_small_letters_is_told_once_with_how_often() -> None:
    (satu,) = find("I03", define("Balai Ukur mengolah data cuaca.", "Balai Ukur menyimpan data cuaca."))
    assert (satu.letak, satu.kutipan) == ("Pasal 2", "data cuaca")
    assert "1 tempat lain" in satu.pesan


def test_a_term_inside_a_longer_one_is_the_longer_one() -> None:
    definisi = DEFINISI.replace("catatan hujan; dan", "catatan hujan;").replace(
        "kantor pengukuran.", "kantor; dan\nc. Arsip Data Cuaca adalah gudang."
    )
    assert not find("I03", define("Balai Ukur dan Arsip Data Cuaca memakai Data Cuaca.", definisi=definisi))


def test_a_short_form_stands_for_its_term() -> None:
    definisi = "Yang dimaksud dengan:\na. Data Cuaca yang selanjutnya disingkat DC adalah catatan hujan."
    assert not find("I03", define("PIHAK KESATU mengolah DC.", definisi=definisi))


def test_a_term_has_one_meaning() -> None:
    definisi = DEFINISI.replace("kantor pengukuran.", "kantor; dan\nc. Data Cuaca adalah catatan angin.")
    temuan = find("I03", define("Balai Ukur mengolah Data Cuaca.", definisi=definisi))
    assert [(t.letak, t.keparahan) for t in temuan] == [("Pasal 1 huruf c", Keparahan.PERINGATAN)]


def test_a_term_of_one_word_is_an_everyday_word_in_an_agreement_but_not_in_a_regulation() -> None:
    definisi = "Yang dimaksud dengan:\na. Petani adalah orang yang mengolah sawah."
    assert not find("I03", define("Petani memperoleh benih.", "Setiap petani hadir.", definisi=definisi))
    aturan = definisi.replace("\na.", "\n1.")
    assert quotes("I03", write_rule(aturan, "Petani memperoleh benih.", "Setiap petani hadir.")) == ["petani"]


@pytest.mark.parametrize(
    "teks",
    [
        "Data disampaikan melalui Sistem Informasi Perkara Cuaca (SIPC). SIPC dikelola Balai.",
        "Data disampaikan melalui SIPC (Sistem Informasi Perkara Cuaca).",
        "Biaya dibebankan pada APBD dan APBN; NIK dicantumkan.",
        "BAB IV diubah; PARA PIHAK hadir.",
        "Surat Nomor 12/SIPC/2031 dikirim ke surat@SIPC.example.",
    ],
)
def test_abbreviations_that_are_explained_or_common_are_clean(teks) -> None:
    assert not find_in_small("I04", perjanjian(teks))


@pytest.mark.parametrize(
    "teks", ["Biaya 5 USD per BUM Desa.", "KKN di SMAN dan SMKN.", 'Slogan "SIPC MAJU" dan “ABQ” dipakai.']
)
def test_common_abbreviations_and_quoted_words_need_no_explanation(teks) -> None:
    assert not find_in_small("I04", perjanjian(teks))


def test_an_abbreviation_that_is_not_explained_is_told_once() -> None:
    temuan = find_in_small("I04", perjanjian("Data ada pada SIPC.", "SIPC dikelola PTKC."))
    assert [(t.letak, t.kutipan) for t in temuan] == [("Pasal 1", "SIPC"), ("Pasal 2", "PTKC")]
    kamus = build_kamus(PengaturanPeriksa(singkatan=("sipc",)))
    assert [t.kutipan for t in find_in_small("I04", perjanjian("Data ada pada SIPC dan PTKC."), kamus)] == ["PTKC"]


def test_two_spellings_of_one_term_are_told_at_the_rarer_one() -> None:
    bacaan = perjanjian("Pelindungan pekerja.", "PIHAK KESATU memberi perlindungan.", "Ada pelindungan lain.")
    (satu,) = find_in_small("I07", bacaan)
    assert (satu.letak, satu.kutipan, satu.keparahan) == ("Pasal 2", "perlindungan", Keparahan.SARAN)
    assert '"pelindungan" (2 kali)' in satu.pesan


@pytest.mark.parametrize(
    "teks",
    [
        ("PIHAK KESATU memberi pelindungan.", "PIHAK KEDUA menerima pelindungan."),
        # The name of an office keeps its spelling.
        ("PIHAK KESATU memberi pelindungan.", "Kegiatan dijalankan Dinas Perlindungan Anak."),
        ("Ketentuan diubah dengan adendum.", "Adendum ditandatangani PARA PIHAK."),
        ("Naskah ini mengubah Addendum Nomor 3/AD/2030.",),
    ],
)
def test_one_spelling_and_names_of_others_are_clean(teks) -> None:
    assert not find_in_small("I07", perjanjian(*teks))


@pytest.mark.parametrize(
    ("tertulis", "ganti"), [("addendum", "adendum"), ("Addendum", "Adendum"), ("ADDENDUM", "ADENDUM")]
)
def test_addendum_is_mended_wherever_it_stands(tertulis, ganti) -> None:
    (satu,) = find_in_small("I07", perjanjian(f"Perubahan dituangkan dalam {tertulis} tersendiri."))
    assert satu.keparahan is Keparahan.PERINGATAN
    assert satu.perbaikan is not None
    assert satu.perbaikan.ganti == tertulis.replace("dd", "d").replace("DD", "D")


def test_a_workspace_adds_spellings_and_lets_others_be() -> None:
    kamus = build_kamus(PengaturanPeriksa(istilah={"Pengairan": "irigasi"}, biarkan=("perlindungan",)))
    bacaan = perjanjian("Pengairan dan irigasi dirawat.", "Ada pelindungan dan perlindungan.")
    assert [t.kutipan for t in find_in_small("I07", bacaan, kamus)] == ["Pengairan"]
    with pytest.raises(ValidationError, match="tidak memuat huruf"):
        PengaturanPeriksa(istilah={"12": "dua belas"})


def test_nothing_is_said_of_a_regulation_without_definitions() -> None:
    assert not find_in_small("I03", perda())
