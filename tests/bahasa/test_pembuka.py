"""The opening date: three forms, and weekday, words and digits checked against each other."""

from datetime import date, timedelta

import pytest

from naskah.bahasa.galat import BahasaError
from naskah.bahasa.tanggal import GayaTanggal, TanggalPembuka, format_pembuka, nama_hari, parse_pembuka

AWAL, AKHIR = date(1990, 1, 1), date(2060, 12, 31)
KALIMAT = {
    GayaTanggal.KAPITAL: (
        date(2026, 1, 2),
        "Pada hari ini Jumat, tanggal Dua bulan Januari tahun Dua Ribu Dua Puluh Enam (2-1-2026)",
    ),
    GayaTanggal.KECIL: (
        date(2025, 2, 4),
        "Pada hari ini Selasa tanggal empat bulan Februari tahun dua ribu dua puluh lima, (4-2-2025)",
    ),
    GayaTanggal.PENUH: (
        date(2025, 4, 29),
        "Pada hari ini, Selasa tanggal Dua Puluh Sembilan Bulan April Tahun Dua Ribu Dua Puluh Lima (29-04-2025)",
    ),
}


@pytest.mark.parametrize("gaya", GayaTanggal)
def test_the_opening_is_written_as_the_source_agreements_print_it(gaya: GayaTanggal) -> None:
    d, kalimat = KALIMAT[gaya]
    assert format_pembuka(d, gaya) == kalimat
    assert format_pembuka(d, gaya, "Jakarta") == f"{kalimat}, bertempat di Jakarta"


@pytest.mark.parametrize("gaya", GayaTanggal)
def test_every_day_from_1990_to_2060_opens_an_agreement_and_reads_back(gaya: GayaTanggal) -> None:
    for d in (AWAL + timedelta(days=n) for n in range((AKHIR - AWAL).days + 1)):
        assert parse_pembuka(format_pembuka(d, gaya)) == TanggalPembuka(nama_hari(d), d, d)


@pytest.mark.parametrize("gaya", GayaTanggal)
@pytest.mark.parametrize(
    "lanjutan",
    [
        "",
        ".",
        ", kami yang\nbertanda tangan di bawah ini:",
        ", yang bertandatangan di bawah ini :",
        " yang bertanda tangan",
    ],
)
@pytest.mark.parametrize("tempat", [None, "Jakarta", "Kota Pasuruan", "Balai Kota, Jalan Mei Nomor 2-1"])
def test_the_place_is_read_whatever_follows(gaya: GayaTanggal, lanjutan: str, tempat: str | None) -> None:
    d, _ = KALIMAT[gaya]
    kalimat = format_pembuka(d, gaya, tempat) + lanjutan
    assert parse_pembuka(kalimat) == TanggalPembuka(nama_hari(d), d, d, tempat)


def test_two_of_three_tellings_decide_and_the_third_is_told() -> None:
    # Source 002: words 29, weekday Selasa, digits 09.
    hasil = parse_pembuka(
        "Pada hari ini, Selasa tanggal Dua Puluh Sembilan Bulan April Tahun Dua Ribu Dua Puluh Lima"
        " (09 - 04 - 2025), yang bertanda tangan di bawah ini:"
    )
    assert (hasil.hari, hasil.kata, hasil.angka) == ("Selasa", date(2025, 4, 29), date(2025, 4, 9))
    assert hasil.tanggal == date(2025, 4, 29)
    assert hasil.selisih == (
        "Tanggal dalam kata, 29 April 2025, berbeda dari tanggal dalam angka, 9 April 2025.",
        "Hari tertulis Selasa, padahal 9 April 2025 (dalam angka) jatuh pada hari Rabu.",
    )


def test_digits_win_when_the_weekday_is_on_their_side() -> None:
    hasil = parse_pembuka("Pada hari ini Rabu tanggal dua puluh sembilan April dua ribu dua puluh lima (9-4-2025)")
    assert hasil.tanggal == date(2025, 4, 9)
    assert len(hasil.selisih) == 2


def test_words_and_digits_win_over_the_weekday() -> None:
    hasil = parse_pembuka("Senin, tanggal 02-01-2015 (dua bulan Januari tahun dua ribu lima belas)")
    assert hasil.tanggal == hasil.kata == hasil.angka == date(2015, 1, 2)
    assert hasil.selisih == ("Hari tertulis Senin, padahal 2 Januari 2015 (dalam kata) jatuh pada hari Jumat.",)


@pytest.mark.parametrize(
    "kalimat",
    [
        "Pada hari ini Senin tanggal dua Januari dua ribu dua puluh enam (3-1-2026)",  # fits neither
        "Pada hari ini Jumat tanggal dua Januari dua ribu dua puluh enam (9-1-2026)",  # fits both
        "Pada hari ini tanggal dua Januari dua ribu dua puluh enam (3-1-2026)",  # no weekday
    ],
)
def test_without_two_that_agree_no_date_is_chosen(kalimat: str) -> None:
    hasil = parse_pembuka(kalimat)
    assert hasil.tanggal is None
    assert hasil.selisih


@pytest.mark.parametrize(
    ("kalimat", "hasil"),
    [
        (
            "Rabu tanggal enam belas bulan Desember tahun dua ribu lima belas",
            TanggalPembuka("Rabu", date(2015, 12, 16), None),
        ),
        (
            "Jumat, tanggal 02-01-2015 (dua bulan Januari tahun dua ribu lima belas)",
            TanggalPembuka("Jumat", date(2015, 1, 2), date(2015, 1, 2)),
        ),
        (
            "Pada hari ini Jum'at tanggal 2 (dua) bulan Januari tahun 2026 (dua ribu dua puluh enam)",
            TanggalPembuka("Jumat", date(2026, 1, 2), date(2026, 1, 2)),
        ),
        (
            "PADA HARI INI JUMAT TANGGAL DUA BULAN JANUARI TAHUN DUA RIBU DUA PULUH ENAM",
            TanggalPembuka("Jumat", date(2026, 1, 2), None),
        ),
        (
            "Pada hari ini Selasa, 29 April 2025, bertempat di Pangkalpinang, telah ditandatangani",
            TanggalPembuka("Selasa", None, date(2025, 4, 29), "Pangkalpinang"),
        ),
        (
            "Pada hari ini Selasa tanggal empat bulan Februari tahun\ndua ribu dua puluh lima, bertempat di\n"
            "Jakarta (4\u20132\u20132025)",
            TanggalPembuka("Selasa", date(2025, 2, 4), date(2025, 2, 4), "Jakarta"),
        ),
        (
            "Pada hari ini Selasa tanggal duapuluh-sembilan bulan April tahun dua ribu duapuluh lima telah",
            TanggalPembuka("Selasa", date(2025, 4, 29), None),
        ),
        (
            "Pada hari ini Selasa tanggal empat Februari dua ribu dua puluh lima (4 Februari 2025), kami",
            TanggalPembuka("Selasa", date(2025, 2, 4), date(2025, 2, 4)),
        ),
        (
            "Pada hari ini tanggal 4 Februari 2025 pukul 10.00 WIB, bertempat di Gedung Sate, Bandung, kami",
            TanggalPembuka(None, None, date(2025, 2, 4), "Gedung Sate, Bandung"),
        ),
        (
            "Pada hari ini Minggu tanggal empat bulan Januari tahun 2026 bertempat di Pasar Minggu",
            TanggalPembuka("Minggu", date(2026, 1, 4), None, "Pasar Minggu"),
        ),
    ],
)
def test_openings_seen_in_practice_are_read(kalimat: str, hasil: TanggalPembuka) -> None:
    assert parse_pembuka(kalimat) == hasil


@pytest.mark.parametrize(
    ("kalimat", "pesan"),
    [
        ("Pada hari ini Selasa tanggal dua puluh tuga bulan April tahun dua ribu lima (23-4-2024)", '"tuga"'),
        (
            "Pada hari ini Selasa tanggal dua puluh tiga April dua ribu dua pulu empat (23-4-2024)",
            '"pulu"',
        ),
        (
            "Pada hari ini Selasa tanggal tiga puluh dua bulan April tahun 2024 (23-4-2024)",
            "32 April 2024 tidak ada",
        ),
    ],
)
def test_words_that_cannot_be_read_are_told_never_skipped(kalimat: str, pesan: str) -> None:
    hasil = parse_pembuka(kalimat)
    assert (hasil.kata, hasil.tanggal) == (None, date(2024, 4, 23))
    assert pesan in hasil.selisih[0]


@pytest.mark.parametrize(("angka", "pesan"), [("31-2-2025", "31 Februari 2025 tidak ada"), ("4-2-25", "empat angka")])
def test_digits_that_cannot_be_read_are_told(angka: str, pesan: str) -> None:
    hasil = parse_pembuka(f"Pada hari ini Selasa tanggal empat Februari dua ribu dua puluh lima ({angka})")
    assert (hasil.angka, hasil.tanggal) == (None, date(2025, 2, 4))
    assert pesan in hasil.selisih[0]


def test_digits_written_twice_and_differently_are_told() -> None:
    hasil = parse_pembuka("Pada hari ini Jumat tanggal 2 (dua) Januari 2026 (dua ribu dua puluh enam) (3-1-2026)")
    assert any("ditulis dua kali" in s for s in hasil.selisih)


def test_an_unknown_weekday_is_told() -> None:
    hasil = parse_pembuka("Pada hari ini Selas tanggal empat bulan Februari tahun dua ribu dua puluh lima")
    assert hasil.hari is None
    assert hasil.selisih == ('"Selas" bukan nama hari.',)


def test_a_date_told_after_the_parties_is_not_the_opening_date() -> None:
    with pytest.raises(BahasaError):
        parse_pembuka("Pada hari ini, kami yang bertanda tangan, dengan Surat Kuasa tanggal 3 Maret 2025")


def test_a_date_told_later_does_not_stand_in_for_unreadable_words() -> None:
    with pytest.raises(BahasaError, match='"tuga" bukan kata bilangan; mungkin maksudnya "tiga"'):
        parse_pembuka(
            "Pada hari ini Rabu tanggal tuga bulan April tahun dua ribu dua puluh empat,"
            " berdasarkan Surat Kuasa tanggal 3 Maret 2024"
        )


def test_a_month_without_a_day_is_not_the_date() -> None:
    hasil = parse_pembuka("Pada hari ini, di bulan Januari, Jumat tanggal dua Januari dua ribu dua puluh enam")
    assert (hasil.kata, hasil.selisih) == (date(2026, 1, 2), ())


@pytest.mark.parametrize("kalimat", ["", "Pada hari ini ...... tanggal ...... bulan ...... tahun ......", "PARA PIHAK"])
def test_an_opening_without_a_date_is_refused(kalimat: str) -> None:
    with pytest.raises(BahasaError, match="tidak memuat tanggal"):
        parse_pembuka(kalimat)
