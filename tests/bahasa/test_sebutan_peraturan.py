"""One regulation has one short name, however it is cited."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from naskah.bahasa.sebutan_peraturan import PANJANG_SEBUTAN, name_peraturan

UU = "UU 23/2014"


@pytest.mark.parametrize(
    ("kutipan", "nama"),
    [
        ("UU 23/2014", UU),
        ("uu-23-2014", UU),
        ("UU No. 23 Th 2014", UU),
        ("UU No.023/2014", UU),
        ("undang - undang nomor 23 tahun 2014", UU),
        ("Undang-Undang Republik Indonesia Nomor 23 Tahun 2014", UU),
        ("Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;", UU),
        # The amended regulation is named, not what amended it.
        (
            "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah sebagaimana telah beberapa kali diubah,"
            " terakhir dengan Undang-Undang Nomor 6 Tahun 2023 tentang Cipta Kerja",
            UU,
        ),
        ("Undang-Undang Dasar Negara Republik Indonesia Tahun 1945", "UUD 1945"),
        ("Peraturan Pemerintah Pengganti Undang-Undang Nomor 2 Tahun 2022 tentang Cipta Kerja", "Perppu 2/2022"),
        ("Peraturan Pemerintah Nomor 28 Tahun 2018 tentang Kerja Sama Daerah", "PP 28/2018"),
        ("Peraturan Menteri Dalam Negeri Nomor 22 Tahun 2020 tentang Tata Cara", "Permendagri 22/2020"),
        ("permendagri-22-2020", "Permendagri 22/2020"),
        ("Peraturan Menteri Keuangan Nomor 215/PMK.07/2021 tentang Penggunaan", "PMK 215/2021"),
        ("pmk-215-2021", "PMK 215/2021"),
        ("Peraturan Gubernur Jawa Timur Nomor 36 Tahun 2021 tentang Program", "Pergub Jawa Timur 36/2021"),
        ("Peraturan Daerah Kabupaten Pasuruan Nomor 5 Tahun 2013", "Perda Kabupaten Pasuruan 5/2013"),
        ("Peraturan Walikota Pasuruan Nomor 26 Tahun 2024", "Perwali Pasuruan 26/2024"),
        (
            "Surat Edaran Menteri Dalam Negeri Nomor 842.2/5193/SJ tanggal 3 Maret 2021 tentang Dukungan",
            "SE Mendagri 842.2/5193/SJ",
        ),
        # No known kind: its own name stays.
        ("Peraturan BPJS Ketenagakerjaan Nomor 1 Tahun 2022 tentang Iuran", "Peraturan BPJS Ketenagakerjaan 1/2022"),
        # No number: the text as it is.
        ("  hasil rapat   koordinasi;", "hasil rapat koordinasi"),
        ("", ""),
    ],
)
def test_citations_are_named_by_kind_number_and_year(kutipan: str, nama: str) -> None:
    assert name_peraturan(kutipan) == nama


@pytest.mark.parametrize(
    ("satu", "lain"),
    [
        ("UU 23/2014", "UU 23/2004"),
        ("PP 2/2025", "Perppu 2/2025"),
        ("Perda Jawa Timur 2/2020", "Perda Jawa Barat 2/2020"),
        ("Permenaker 5/2021", "Permendagri 5/2021"),
    ],
)
def test_different_regulations_have_different_names(satu: str, lain: str) -> None:
    assert name_peraturan(satu) != name_peraturan(lain)


SEBUTAN = st.sampled_from(
    ["Undang-Undang", "UU", "pp", "PERATURAN PRESIDEN", "Peraturan Gubernur Jawa Timur", "Qanun Aceh"]
)
NOMOR = st.from_regex(r"\A[1-9][0-9]{0,3}[A-Z]?(/[A-Z]{2,5})?\Z")
EKOR = st.sampled_from(["", ";", " tentang Kerja Sama", ", sebagaimana telah diubah dengan PP 1/2020;", " (tentang X)"])


@given(SEBUTAN, NOMOR, st.integers(1945, 2200), EKOR)
def test_the_name_of_a_citation_is_its_own_name(sebutan: str, nomor: str, tahun: int, ekor: str) -> None:
    nama = name_peraturan(f"{sebutan} Nomor {nomor} Tahun {tahun}{ekor}")
    assert nama.endswith(f" {nomor}/{tahun}")
    assert name_peraturan(nama) == nama


@given(st.text())
def test_any_text_has_a_name_of_bounded_length(kutipan: str) -> None:
    assert len(name_peraturan(kutipan)) <= PANJANG_SEBUTAN
