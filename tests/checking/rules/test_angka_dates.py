"""A01, A02, A07, A12: dates as they are told."""

import pytest
from written_documents import KEDUA, PEMBUKA, apply, find, quotes, write

from naskah.checking.finding import Keparahan


def opening(hari: str, kata: str, angka: str) -> str:
    return f"Pada hari ini, {hari} tanggal {kata} Bulan Mei Tahun Dua Ribu Tiga Puluh Satu ({angka}), kami:"


def test_a_weekday_that_its_date_does_not_have_is_wrong() -> None:
    (temuan,) = find("A01", write(pembuka=opening("Selasa", "Lima", "05-05-2031")))
    assert (temuan.kutipan, temuan.letak) == ("Selasa", "Pembukaan")
    assert "hari Senin, bukan Selasa" in temuan.pesan


def test_a_weekday_before_a_date_is_checked_everywhere() -> None:
    assert quotes("A01", write("Rapat pertama hari Rabu, 7 Mei 2031 dan hari Rabu tanggal 8-5-2031.")) == [
        "Rabu tanggal 8-5-2031"
    ]


@pytest.mark.parametrize("kode", ["A01", "A02", "A12"])
@pytest.mark.parametrize(
    "pembuka",
    [
        PEMBUKA,
        "Pada hari ini Senin tanggal lima bulan Mei tahun dua ribu tiga puluh satu, (5-5-2031), bertempat di Cempaka:",
        "Pada hari ini Senin, tanggal 05-05-2031 (lima bulan Mei tahun dua ribu tiga puluh satu), kami:",
        "Pada hari Senin tanggal lima bulan Mei tahun dua ribu tiga puluh satu, kami:",
    ],
)
def test_an_opening_whose_tellings_agree_is_right(kode: str, pembuka: str) -> None:
    assert find(kode, write(pembuka=pembuka)) == []


def test_words_and_digits_of_a_date_are_compared_everywhere() -> None:
    kalimat = "Rapat diadakan pada tanggal Dua Puluh Satu Mei dua ribu tiga puluh dua ({})."
    (temuan,) = find("A02", write(kalimat.format("12/5/2032")))
    assert (temuan.kutipan, temuan.perbaikan) == ("12/5/2032", None)
    assert find("A02", write(kalimat.format("21-05-2032"))) == []


def test_a_word_that_is_no_weekday_is_told() -> None:
    (temuan,) = find("A01", write(pembuka=opening("Senen Pon", "Lima", "05-05-2031")))
    assert temuan.keparahan is Keparahan.PERINGATAN


def test_where_words_and_digits_differ_the_weekday_tells_which_is_right() -> None:
    bacaan = write(pembuka=opening("Selasa", "Dua Puluh Tujuh", "07 - 05 - 2031"))
    (temuan,) = find("A02", bacaan)
    assert temuan.kutipan == "07 - 05 - 2031"
    assert "Selasa cocok dengan 27 Mei 2031" in temuan.saran
    assert "(27 - 05 - 2031)" in apply(temuan, bacaan)
    assert find("A01", bacaan) == []


def test_words_are_pointed_at_where_the_digits_are_right() -> None:
    bacaan = write(pembuka=opening("Senin", "Dua Puluh Tujuh", "5-5-2031"))
    (temuan,) = find("A02", bacaan)
    assert find("A01", bacaan) == []
    assert temuan.kutipan.startswith("Dua Puluh Tujuh")
    assert temuan.perbaikan is None


def test_nothing_is_called_right_where_the_weekday_fits_neither() -> None:
    (temuan,) = find("A02", write(pembuka=opening("Rabu", "Lima", "06-05-2031")))
    assert "tidak menentukan" in temuan.saran
    assert temuan.perbaikan is None


def test_words_that_cannot_be_read_as_a_date_are_told() -> None:
    (temuan,) = find("A02", write(pembuka=opening("Senin", "Limma", "5-5-2031")))
    assert temuan.keparahan is Keparahan.PERINGATAN


@pytest.mark.parametrize(
    ("teks", "kutipan"),
    [
        ("Naskah ini berlaku sampai dengan tanggal 31 April 2033.", ["31 April 2033"]),
        ("Dihitung sejak tanggal 29-2-2031 sampai selesai.", ["29-2-2031"]),
        ("Dihitung sejak tanggal 5/13/2031 sampai selesai.", ["5/13/2031"]),
        ("Dihitung sejak tanggal 29-2-2032 sampai selesai.", []),
        ("Menurut Surat Nomor 45/13/2031 dan telepon 0778-31-2031.", []),
        ("Naskah ini berlaku sampai dengan tanggal 30 April 2033.", []),
    ],
)
def test_a_date_exists_in_the_calendar(teks: str, kutipan: list[str]) -> None:
    assert quotes("A12", write(teks)) == kutipan


def test_an_opening_in_words_names_a_date_that_exists() -> None:
    pembuka = "Pada hari ini Senin tanggal tiga puluh satu bulan Juni tahun dua ribu tiga puluh satu (30-6-2031), kami:"
    assert quotes("A12", write(pembuka=pembuka)) == ["tiga puluh satu bulan Juni tahun dua ribu tiga puluh satu"]
    assert find("A02", write(pembuka=pembuka)) == []


def test_a_document_of_authority_whose_date_is_dots_is_named() -> None:
    (temuan,) = find("A07", write(kedua=KEDUA.replace("tanggal 2 Mei 2031", "tanggal ....... 2031")))
    assert temuan.letak == "Komparisi PIHAK KEDUA"
    assert temuan.pesan == "Tanggal Surat Kuasa Khusus belum diisi."


@pytest.mark.parametrize(
    ("teks", "kutipan"),
    [
        ("Biayanya sebesar Rp.......... setahun.", ["Rp.........."]),
        ("Biayanya ditanggung oleh ________ sendiri.", ["________"]),
        ("Menurut surat Nomor ... Tahun 2031 yang berlaku.", ["Nomor ..."]),
        ("Data curah hujan, suhu, kelembapan ... dan angin.", []),
        ("Biayanya ditanggung PARA PIHAK. Selesai.", []),
    ],
)
def test_blanks_are_filled_in(teks: str, kutipan: list[str]) -> None:
    assert quotes("A07", write(teks)) == kutipan


def test_a_number_line_is_filled_in() -> None:
    assert [satu.letak for satu in find("A07", write(nomor=("1/KS/2031", ".........../KS/2031")))] == ["Nomor"]
    assert find("A07", write()) == []
