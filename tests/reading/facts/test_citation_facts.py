"""Regulations as they are cited: kind, number, year, title, gazette, amendments."""

import pytest
from readings import part

from naskah.reading.facts import FaktaSitasi
from naskah.reading.facts.citations import iter_sitasi

UU = "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah"
CIPTA = (
    "Undang-Undang Nomor 6 Tahun 2023 tentang Penetapan Peraturan Pemerintah Pengganti Undang-Undang Nomor 2 Tahun 2022"
    " tentang Cipta Kerja menjadi Undang-Undang"
)
LN = "(Lembaran Negara Republik Indonesia Tahun 2014 Nomor 244, Tambahan Lembaran Negara Republik Indonesia Nomor 5587)"


def cite(teks: str, peran: str = "dasar") -> list[FaktaSitasi]:
    return list(iter_sitasi(part(teks, peran)))


@pytest.mark.parametrize(
    ("teks", "kunci", "sebutan", "tentang"),
    [
        (f"{UU};", "UU 23/2014", "Undang-Undang", "Pemerintahan Daerah"),
        (
            "Peraturan Pemerintah Nomor 96 Tahun 2012 tentang Pelaksanaan Undang-Undang Nomor 25 Tahun 2009"
            " tentang Pelayanan Publik;",
            "PP 96/2012",
            "Peraturan Pemerintah",
            "Pelaksanaan Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
        ),
        (
            "Peraturan Menteri Keuangan Nomor 215/PMK.07/2021 tentang Penggunaan, Pemantauan, dan Evaluasi Dana;",
            "PMK 215/2021",
            "Peraturan Menteri Keuangan",
            "Penggunaan, Pemantauan, dan Evaluasi Dana",
        ),
        (
            "Peraturan Daerah Kabupaten Cempaka Raya Nomor 5 Tahun 2013 tentang Pelayanan Publik.",
            "Perda Kabupaten Cempaka Raya 5/2013",
            "Peraturan Daerah Kabupaten Cempaka Raya",
            "Pelayanan Publik",
        ),
        (
            "Surat Edaran Menteri Dalam Negeri Nomor : 842.2/51/SJ tentang Program di Daerah tertanggal 2 Mei 2021.",
            "SE Mendagri 842.2/51/SJ",
            "Surat Edaran Menteri Dalam Negeri",
            "Program di Daerah",
        ),
        ("Undang-Undang Dasar Negara Republik Indonesia Tahun 1945;", "UUD 1945", "Undang-Undang Dasar", None),
        ("Peraturan Presiden Nomor 1 Tahun 2025 tentang ;", "Perpres 1/2025", "Peraturan Presiden", None),
    ],
)  # fmt: skip
def test_a_citation_is_taken_apart(teks: str, kunci: str, sebutan: str, tentang: str | None) -> None:
    (satu,) = cite(teks)
    assert (satu.kunci, satu.sebutan, satu.tentang) == (kunci, sebutan, tentang)


@pytest.mark.parametrize(
    ("ubah", "kata"),
    [
        (" sebagaimana telah diubah dengan ", "sebagaimana telah diubah dengan"),
        (" sebagaimana telah diubah beberapa kali, terakhir dengan ", None),
        (" sebagaimana telah beberapa kali diubah terakhir dengan ", None),
        (f" {LN} sebagaimana telah diubah dengan ", "sebagaimana telah diubah dengan"),
    ],
)  # fmt: skip
def test_an_amendment_belongs_to_what_it_amends(ubah: str, kata: str | None) -> None:
    (satu,) = cite(f"{UU}{ubah}{CIPTA};")
    assert [d.kunci for d in satu.diubah] == ["UU 6/2023"]
    assert satu.diubah[0].tentang is not None and satu.diubah[0].tentang.endswith("menjadi Undang-Undang")
    assert satu.kata_ubah == (kata or ubah.strip())
    assert satu.sumber.kutipan.endswith("menjadi Undang-Undang")


def test_an_amendment_is_found_behind_a_title_without_tentang() -> None:
    (satu,) = cite(
        f"Peraturan Pemerintah Nomor 46 Tahun 2015 Jaminan Hari Tua sebagaimana telah diubah dengan {CIPTA};"
    )
    assert (satu.kunci, satu.tentang, [d.kunci for d in satu.diubah]) == ("PP 46/2015", None, ["UU 6/2023"])


@pytest.mark.parametrize(
    ("gazette", "hasil"),
    [
        (LN, ("Lembaran Negara Republik Indonesia", 2014, "244", "5587")),
        ("(Berita Negara Tahun 2021 Nomor 1513)", ("Berita Negara", 2021, "1513", None)),
        ("(Lembaran Daerah Kota Cempaka Nomor 3)", ("Lembaran Daerah Kota Cempaka", None, "3", None)),
    ],
)  # fmt: skip
def test_a_gazette_is_taken_apart(gazette: str, hasil: tuple[object, ...]) -> None:
    (satu,) = cite(f"{UU} {gazette};")
    assert satu.berita is not None
    assert (satu.berita.nama, satu.berita.tahun, satu.berita.nomor, satu.berita.tambahan) == hasil


def test_in_a_sentence_the_title_ends_where_the_sentence_goes_on() -> None:
    teks = (
        "bahwa menurut Undang-Undang Nomor 24 Tahun 2011 tentang Badan Penyelenggara menjadi penyelenggara program, dan"
    )
    assert [(s.kunci, s.tentang) for s in cite(teks, "premis")] == [("UU 24/2011", "Badan Penyelenggara")]


def test_several_citations_are_read_in_order() -> None:
    assert [s.kunci for s in cite(f"{UU} dan Peraturan Presiden Nomor 9 Tahun 2020", "ayat")] == [
        "UU 23/2014",
        "Perpres 9/2020",
    ]


def test_what_is_no_regulation_is_no_citation() -> None:
    for teks in ("Peraturan ini berlaku.", "peraturan perundang-undangan", "Keputusan bersama", "Nomor 3 Tahun 2020"):
        assert cite(teks, "ayat") == []
