"""Lengths of time in running text: numbers of pasal, regulations and dates are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import part

from naskah.bahasa.durasi import Durasi, format_durasi
from naskah.reading.facts.durations import iter_durasi


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        ("selama 3 (tiga) tahun", [(3, "tiga", "tahun", "3 tahun", True)]),
        ("setiap 4 bulan satu kali", [(4, None, "bulan", "4 bulan", True)]),
        ("paling lambat 14 (empat belas) hari kerja", [(14, "empat belas", "hari kerja", "14 hari kerja", True)]),
        ("selama lima tahun", [(None, "lima", "tahun", "5 tahun", True)]),
        ("dua puluh satu hari kalender", [(None, "dua puluh satu", "hari kalender", "21 hari", True)]),
        ("30 (tiga belas) hari", [(30, "tiga belas", "hari", "30 hari", False)]),
        ("3 (tiga puluhan) hari", [(3, "tiga puluhan", "hari", "3 hari", False)]),
        ("1 tahun 6 bulan", [(1, None, "tahun", "1 tahun", True), (6, None, "bulan", "6 bulan", True)]),
        ("0 hari", [(0, None, "hari", None, True)]),
        ("Undang-Undang Nomor 23 Tahun 2014", []),
        ("Nomor 1 Tahun", []),
        ("tanggal 2 bulan Januari tahun 2031", []),
        ("tanggal enam belas bulan Desember tahun dua ribu", []),
        ("usia 17-65 (enam puluh lima) tahun", []),
        ("1.000 (seribu) orang dan 2,5 tahun", []),
        ("setiap semester", []),
    ],
)  # fmt: skip
def test_a_length_of_time_is_read_as_written(teks: str, hasil: list[tuple[object, ...]]) -> None:
    semua = list(iter_durasi(part(teks)))
    assert [(d.angka, d.kata, d.satuan, str(d.lama) if d.lama else None, d.cocok) for d in semua] == hasil


@given(st.integers(1, 999), st.sampled_from(("tahun", "bulan", "hari")), st.text("abc ,.", max_size=30))
def test_what_a_clause_writes_is_read_where_it_stands(n: int, satuan: str, sekitar: str) -> None:
    lama = Durasi(**{satuan: n})
    teks = f"{sekitar} selama {format_durasi(lama)} {sekitar}"
    (satu,) = iter_durasi(part(teks))
    assert (satu.lama, satu.cocok) == (lama, True)
    assert satu.sumber.kutipan == format_durasi(lama)
