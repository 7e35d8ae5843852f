"""A03, A04, A11: numbers and their words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written_documents import apply, find, quotes, write

from naskah.bahasa.terbilang import format_angka, group_ribuan, terbilang
from naskah.checking.finding import Keparahan


@pytest.mark.parametrize(
    ("teks", "kutipan"),
    [
        ("Laporan disampaikan 14 (lima belas) hari kerja sesudahnya.", "14 (lima belas)"),
        ("Harganya Rp10.000.000,00 (sepuluh ribu rupiah).", "Rp10.000.000,00 (sepuluh ribu rupiah)"),
        ("Harganya Rp1.500,- (seribu lima puluh rupiah).", "Rp1.500,- (seribu lima puluh rupiah)"),
        ("Bagi hasilnya 40% (empat puluh lima persen).", "40% (empat puluh lima persen)"),
        ("Dibuat sebanyak dua (3) buku.", "dua (3)"),
        ("Sewanya 2,5 (dua koma enam) juta rupiah.", "2,5 (dua koma enam)"),
    ],
)
def test_digits_that_differ_from_their_words_are_wrong(teks: str, kutipan: str) -> None:
    assert quotes("A03", write(teks)) == [kutipan]


@pytest.mark.parametrize(
    "teks",
    [
        "Laporan disampaikan 14 (empat belas) hari kerja sesudahnya.",
        "Harganya Rp10.000.000,00 (sepuluh juta rupiah) sebulan.",
        "Bagi hasilnya 40% (empat puluh persen).",
        "Usianya 17-65 (tujuh belas sampai dengan enam puluh lima) tahun.",
        "Dibuat sebanyak dua (2) buku menurut ISO 9001 (sertifikat mutu).",
        "Seluruhnya 20 (dua puluh orang) petani, 3 (termasuk ketua) di antaranya pengurus.",
        "Sebagaimana dimaksud pada ayat (1) dalam 5 (lima) rangkap.",
    ],
)
def test_numbers_that_say_what_their_words_say_are_right(teks: str) -> None:
    assert find("A03", write(teks)) == []


def test_a_misspelt_number_is_pointed_at_with_what_it_may_be() -> None:
    (temuan,) = find("A03", write("Laporan disampaikan dalam 3 (tigga) bulan."))
    assert temuan.keparahan is Keparahan.PERINGATAN
    assert '"tiga"' in temuan.saran


def test_the_remedy_brings_digits_in_line_with_words() -> None:
    bacaan = write("Sewanya Rp2.000.000 (tiga juta rupiah) sebulan.")
    (temuan,) = find("A03", bacaan)
    assert apply(temuan, bacaan) == "Sewanya Rp3.000.000 (tiga juta rupiah) sebulan."


@given(st.integers(0, 10**12), st.integers(0, 10**12))
def test_any_number_is_judged_by_its_words(satu: int, dua: int) -> None:
    temuan = find("A03", write(f"Banyaknya {group_ribuan(satu)} ({terbilang(dua)}) butir."))
    assert bool(temuan) == (satu != dua)
    assert find("A03", write(f"Banyaknya {format_angka(satu)} butir.")) == []


@pytest.mark.parametrize(
    ("teks", "kutipan"),
    [
        ("Evaluasi dilakukan setiap 4 bulan.", ["4 bulan"]),
        ("Evaluasi dilakukan setiap 4 (empat) bulan.", []),
        ("Evaluasi dilakukan setiap empat bulan.", []),
        ("Dicatat menurut Peraturan Bupati Nomor 7 Tahun 2030 tanggal 5 Mei 2030.", []),
    ],
)
def test_a_length_of_time_has_words(teks: str, kutipan: list[str]) -> None:
    assert quotes("A04", write(teks)) == kutipan


def test_the_remedy_adds_the_words() -> None:
    bacaan = write("Evaluasi dilakukan setiap 14 hari kerja.")
    (temuan,) = find("A04", bacaan)
    assert apply(temuan, bacaan) == "Evaluasi dilakukan setiap 14 (empat belas) hari kerja."


@pytest.mark.parametrize(
    ("teks", "keparahan"),
    [
        ("Usul disampaikan paling lambat 30 (tiga puluh) hari sebelum jangka waktu berakhir.", Keparahan.PERINGATAN),
        ("Kegiatan dihentikan dalam waktu 30 (tiga puluh) hari.", Keparahan.SARAN),
        ("Kegiatan dihentikan paling lama 30 (tiga puluh) hari.", Keparahan.SARAN),
        ("Usul disampaikan paling lambat 30 (tiga puluh) hari kerja sebelum jangka waktu berakhir.", None),
        ("Usul disampaikan paling lambat 30 (tiga puluh) hari kalender sebelum jangka waktu berakhir.", None),
        ("Pelatihan berlangsung 3 (tiga) hari di Cempaka.", None),
    ],
)
def test_a_deadline_says_which_days_it_counts(teks: str, keparahan: Keparahan | None) -> None:
    temuan = find("A11", write(teks))
    assert [satu.keparahan for satu in temuan] == ([keparahan] if keparahan else [])


def test_a_definition_of_hari_settles_which_days_are_counted() -> None:
    definisi = (
        "DEFINISI",
        "Dalam naskah ini yang dimaksud dengan:\n\n1. Hari adalah hari kerja.\n2. Data adalah angka.",
    )
    tenggat = ("USUL", "Usul disampaikan paling lambat 30 (tiga puluh) hari sebelum jangka waktu berakhir.")
    assert find("A11", write(definisi, tenggat)) == []
    assert len(find("A11", write(tenggat))) == 1
