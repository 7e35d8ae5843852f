"""Regulations are cited as they stood on the signing date, in the order of the hierarchy."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_workspace import SmallWorkspace, make_draft, show_isi, to_yaml

from naskah.assembly.citations import cite, find_revocation, sort_by_hierarchy
from naskah.library.regulations import Perpustakaan
from naskah.model.galat import NaskahError

PERATURAN = """\
uud-1945: {jenis: uud, sebutan: Undang-Undang Dasar 1945, nomor: "-", tahun: 1945, tentang: "-", sumber: x}
uu-1-2000: {jenis: uu, sebutan: Undang-Undang, nomor: 1, tahun: 2000, tentang: Tetap, sumber: x}
uu-2-2001:
  jenis: uu
  sebutan: Undang-Undang
  nomor: 2
  tahun: 2001
  tentang: Sekali
  diubah: [{oleh: uu-10-2005, sejak: 2005-06-01}]
  sumber: x
uu-3-2002:
  jenis: uu
  sebutan: Undang-Undang
  nomor: 3
  tahun: 2002
  tentang: Sering
  diubah:
    - {oleh: uu-10-2005, sejak: 2005-06-01}
    - {oleh: uu-8-2008, sejak: 2009-01-01}
    - {oleh: uu-9-2008, sejak: 2008-12-01}
  sumber: x
uu-8-2008: {jenis: uu, sebutan: Undang-Undang, nomor: 8, tahun: 2008, tentang: Delapan, sumber: x}
uu-9-2008: {jenis: uu, sebutan: Undang-Undang, nomor: 9, tahun: 2008, tentang: Sembilan, sumber: x}
uu-10-2005: {jenis: uu, sebutan: Undang-Undang, nomor: 10, tahun: 2005, tentang: Sepuluh, sumber: x}
pp-28-2018: {jenis: pp, sebutan: Peraturan Pemerintah, nomor: 28, tahun: 2018, tentang: Kerja Sama, sumber: x}
pmk-215-2021:
  jenis: permen
  sebutan: Peraturan Menteri Keuangan
  nomor: 215/PMK.07/2021
  tahun: 2021
  tentang: Dana
  sumber: x
pmk-9-2021: {jenis: permen, sebutan: Peraturan, nomor: 9/PMK.07/2021, tahun: 2021, tentang: S, sumber: x}
se-1-2020:
  {jenis: edaran, sebutan: Surat Edaran, nomor: 1/SE/2020, tahun: 2020, tentang: Hal, tanggal: 2020-03-04, sumber: x}
se-2-2020: {jenis: edaran, sebutan: Surat Edaran, nomor: "2", tahun: 2020, tentang: Hal, sumber: x}
pp-1-1990:
  jenis: pp
  sebutan: Peraturan Pemerintah
  nomor: 1
  tahun: 1990
  tentang: Lama
  dicabut: {oleh: pp-28-2018, sejak: 2018-10-16}
  sumber: x
pp-2-1990:
  jenis: pp
  sebutan: Peraturan Pemerintah
  nomor: 2
  tahun: 1990
  tentang: Ragu
  dicabut: {oleh: pp-28-2018, sejak: 2018-10-16}
  sumber: x
  pasti: false
pp-3-1990:
  jenis: pp
  sebutan: Peraturan Pemerintah
  nomor: 3
  tahun: 1990
  tentang: Putus
  diubah: [{oleh: pp-hilang, sejak: 1991-01-01}]
  sumber: x
"""
UU3 = "Undang-Undang Nomor 3 Tahun 2002 tentang Sering"


@pytest.fixture(scope="module")
def pustaka(tmp_path_factory: pytest.TempPathFactory) -> Perpustakaan:
    berkas: Path = tmp_path_factory.mktemp("p") / "peraturan.yaml"
    berkas.write_text(PERATURAN)
    return Perpustakaan(berkas)


@pytest.mark.parametrize(
    ("kunci", "pada", "kutipan"),
    [
        ("uu-1-2000", "2026-01-02", "Undang-Undang Nomor 1 Tahun 2000 tentang Tetap"),
        ("uud-1945", "2026-01-02", "Undang-Undang Dasar 1945"),
        # amended once: "telah diubah dengan", from the day it is in force
        ("uu-2-2001", "2005-05-31", "Undang-Undang Nomor 2 Tahun 2001 tentang Sekali"),
        (
            "uu-2-2001",
            "2005-06-01",
            "Undang-Undang Nomor 2 Tahun 2001 tentang Sekali sebagaimana telah diubah dengan "
            "Undang-Undang Nomor 10 Tahun 2005 tentang Sepuluh",
        ),
        # more often: "telah beberapa kali diubah, terakhir dengan" the last in force on the day
        ("uu-3-2002", "2005-01-01", UU3),
        (
            "uu-3-2002",
            "2005-06-01",
            f"{UU3} sebagaimana telah diubah dengan Undang-Undang Nomor 10 Tahun 2005 tentang Sepuluh",
        ),
        (
            "uu-3-2002",
            "2008-12-31",
            f"{UU3} sebagaimana telah beberapa kali diubah, terakhir dengan "
            "Undang-Undang Nomor 9 Tahun 2008 tentang Sembilan",
        ),
        (
            "uu-3-2002",
            "2009-01-01",
            f"{UU3} sebagaimana telah beberapa kali diubah, terakhir dengan "
            "Undang-Undang Nomor 8 Tahun 2008 tentang Delapan",
        ),
        # a number that holds the year already is not followed by it
        ("pmk-215-2021", "2026-01-02", "Peraturan Menteri Keuangan Nomor 215/PMK.07/2021 tentang Dana"),
        # a circular is dated
        ("se-1-2020", "2026-01-02", "Surat Edaran Nomor 1/SE/2020 tanggal 4 Maret 2020 tentang Hal"),
        ("se-2-2020", "2026-01-02", "Surat Edaran Nomor 2 tentang Hal"),
    ],
)
def test_a_regulation_is_cited_as_it_stood_that_day(pustaka: Perpustakaan, kunci: str, pada: str, kutipan: str) -> None:
    assert cite(kunci, pustaka, date.fromisoformat(pada)) == kutipan


def test_an_amendment_that_the_library_lacks_is_named(pustaka: Perpustakaan) -> None:
    assert cite("pp-3-1990", pustaka, date(1990, 12, 31)).endswith("tentang Putus")
    with pytest.raises(NaskahError, match="pp-hilang"):
        cite("pp-3-1990", pustaka, date(1991, 1, 1))


@pytest.mark.parametrize(
    ("kunci", "pada", "pencabut"),
    [
        ("pp-1-1990", "2018-10-15", None),
        ("pp-1-1990", "2018-10-16", "Peraturan Pemerintah Nomor 28 Tahun 2018 tentang Kerja Sama"),
        ("pp-1-1990", "2026-01-02", "Peraturan Pemerintah Nomor 28 Tahun 2018 tentang Kerja Sama"),
        ("pp-2-1990", "2026-01-02", None),
        ("uu-1-2000", "2026-01-02", None),
    ],
)
def test_a_regulation_is_revoked_from_the_day_it_is_and_only_when_that_is_sure(
    pustaka: Perpustakaan, kunci: str, pada: str, pencabut: str | None
) -> None:
    assert find_revocation(kunci, pustaka, date.fromisoformat(pada)) == pencabut


@pytest.mark.parametrize(
    ("butir", "urut"),
    [
        (["pp-28-2018", "uu-1-2000", "uud-1945"], ["uud-1945", "uu-1-2000", "pp-28-2018"]),
        (["se-1-2020", "pmk-215-2021", "pp-28-2018"], ["pp-28-2018", "pmk-215-2021", "se-1-2020"]),
        (["uu-9-2008", "uu-8-2008", "uu-10-2005"], ["uu-10-2005", "uu-8-2008", "uu-9-2008"]),
        # numbers as numbers: 9 before 215
        (["pmk-215-2021", "pmk-9-2021"], ["pmk-9-2021", "pmk-215-2021"]),
        # a citation typed out stays behind the one that it was typed behind
        (["pp-28-2018", "Perda X tentang Y", "uu-1-2000"], ["uu-1-2000", "pp-28-2018", "Perda X tentang Y"]),
        (["Teks bebas", "uu-1-2000"], ["Teks bebas", "uu-1-2000"]),
        (["uu-1-2000", "B b", "A a"], ["uu-1-2000", "B b", "A a"]),
        ([], []),
    ],
)  # fmt: skip
def test_legal_bases_stand_by_hierarchy_year_and_number(
    pustaka: Perpustakaan, butir: list[str], urut: list[str]
) -> None:
    assert sort_by_hierarchy(butir, pustaka) == urut


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_the_order_does_not_depend_on_the_order_typed(pustaka: Perpustakaan, data: st.DataObject) -> None:
    butir = data.draw(st.lists(st.sampled_from(list(pustaka)), unique=True))
    urut = sort_by_hierarchy(butir, pustaka)
    assert sorted(urut) == sorted(butir)
    assert sort_by_hierarchy(data.draw(st.permutations(butir)), pustaka) == urut
    assert sort_by_hierarchy(urut, pustaka) == urut


def test_the_blocks_of_a_document_cite_number_and_punctuate(ruang: SmallWorkspace) -> None:
    ruang.write("peraturan.yaml", PERATURAN)
    draft = make_draft(
        dasar_hukum=["pp-28-2018", "Peraturan Desa 1 tentang *Data*;", "uu-3-2002"],
        memperhatikan=["se-1-2020"],
        tanggal="2020-12-31",
    )
    dasar, memperhatikan = ruang.assemble(draft).naskah.dasar
    assert show_isi(dasar.pengantar) == "Berdasarkan:"
    assert [show_isi(b) for b in dasar.butir] == [
        f"{UU3} sebagaimana telah beberapa kali diubah, terakhir dengan "
        "Undang-Undang Nomor 8 Tahun 2008 tentang Delapan;",
        "Peraturan Pemerintah Nomor 28 Tahun 2018 tentang Kerja Sama;",
        "Peraturan Desa 1 tentang *Data*.",
    ]
    assert [show_isi(b) for b in memperhatikan.butir] == [
        "Surat Edaran Nomor 1/SE/2020 tanggal 4 Maret 2020 tentang Hal."
    ]


def test_every_unknown_regulation_is_named_with_its_line_and_near_keys(ruang: SmallWorkspace) -> None:
    ruang.write("peraturan.yaml", PERATURAN)
    teks = "dasar_hukum:\n  - uu-1-2000\n  - uu-1-2001\n  - qqqq\n  - pp-3-1990\n"
    draft = to_yaml(make_draft("{{ juga_salah }}"))
    awal = draft.count("\n")
    galat = ruang.faults(draft + teks)
    assert [g.baris for g in galat if g.berkas == "rancangan.yaml" and g.kunci][:2] == [awal + 3, awal + 4]
    pesan = "\n".join(str(g) for g in galat)
    assert "'uu-1-2001' tidak dikenal; mungkin maksudnya uu-" in pesan
    assert "'qqqq' tidak dikenal; tambahkan ke peraturan.yaml" in pesan
    assert "pp-hilang" in pesan
    assert "juga_salah" in pesan


def test_a_faulty_regulation_comes_with_the_other_faults(ruang: SmallWorkspace) -> None:
    ruang.write("peraturan.yaml", PERATURAN.replace("tahun: 2018", "tahun: dua ribu"))
    pesan = "\n".join(str(g) for g in ruang.faults(make_draft("{{ juga_salah }}", dasar_hukum=["pp-28-2018"])))
    assert "pp-28-2018 › tahun: harus bilangan bulat" in pesan
    assert "juga_salah" in pesan
