"""D01, D02, D03, D07: the list of legal bases."""

import pytest
from cited_documents import cite, find_cited
from hypothesis import given
from hypothesis import strategies as st
from small_documents import perda

from naskah.assembly.citations import sort_by_hierarchy
from naskah.checking.finding import Keparahan

UUD = "Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945"
UU = "Undang-Undang Nomor 7 Tahun 2029 tentang Angin dan Hujan"
UU_LAIN = "Undang-Undang Nomor 3 Tahun 2019 tentang Laut"
PERPPU = "Peraturan Pemerintah Pengganti Undang-Undang Nomor 1 Tahun 2022 tentang Kabut"
PP = "Peraturan Pemerintah Nomor 3 Tahun 2025 tentang Izin Cuaca"
PERPRES = "Peraturan Presiden Nomor 9 Tahun 2021 tentang Balai Cuaca"
PERMEN = "Peraturan Menteri Ketenagakerjaan Nomor 4 Tahun 2020 tentang Alat Ukur"
PMK = "Peraturan Menteri Keuangan Nomor 215/PMK.07/2021 tentang Dana Cuaca"
PERGUB = "Peraturan Gubernur Nusa Raya Nomor 2 Tahun 2029 tentang Balai Cuaca Nusa Raya"
PERDA = "Peraturan Daerah Kabupaten Cempaka Raya Nomor 5 Tahun 2013 tentang Irigasi"
PERBUP = "Peraturan Bupati Cempaka Raya Nomor 2 Tahun 2010 tentang Sawah"
EDARAN = "Surat Edaran Menteri Perkara Cuaca Nomor 12/SE/2030 tentang Musim"
KEPENDEKAN = {
    UUD: "UUD 1945",
    UU: "UU 7/2029",
    UU_LAIN: "UU 3/2019",
    PP: "PP 3/2025",
    PERPRES: "Perpres 9/2021",
    PERMEN: "Permenaker 4/2020",
    PMK: "PMK 215/2021",
    PERGUB: "Pergub Nusa Raya 2/2029",
    PERDA: "Perda Kabupaten Cempaka Raya 5/2013",
    PERBUP: "Perbup Cempaka Raya 2/2010",
}
URUT = (UUD, UU_LAIN, UU, PP, PERPRES, PERMEN, PMK, PERGUB, PERDA, PERBUP)


def test_legal_bases_in_the_order_of_the_hierarchy_year_and_number_are_clean() -> None:
    assert not find_cited("D01", cite(*URUT))
    assert not find_cited("D01", cite(UU_LAIN, PERPPU, UU, PP)), "Perppu among its equals by year"
    assert not find_cited("D01", cite(UU_LAIN, UU, PERPPU, PP)), "Perppu after its equals"


@pytest.mark.parametrize(
    ("butir", "pindah", "tujuan"),
    [
        ((UUD, PP, UU_LAIN, UU, PERPRES), "PP 3/2025", "sesudah UU 7/2029"),
        ((UU, PP, PERPRES, UU_LAIN), "UU 3/2019", "sebelum UU 7/2029"),
        ((PMK, UU, PP, PERMEN), "PMK 215/2021", "sesudah Permenaker 4/2020"),
        ((PERMEN, PERBUP, PERGUB, PERDA), "Perbup Cempaka Raya 2/2010", "sesudah Perda Kabupaten Cempaka Raya 5/2013"),
        ((UU, PP, PERPRES, UUD), "UUD 1945", "sebelum UU 7/2029"),
        ((PP, UU, PERPRES), "UU 7/2029", "sebelum PP 3/2025"),
        ((PERPRES, PMK, PERMEN, PERDA), "Permenaker 4/2020", "sebelum PMK 215/2021"),
    ],
)
def test_the_item_out_of_order_is_named_with_where_it_belongs(butir, pindah, tujuan) -> None:
    (satu,) = find_cited("D01", cite(*butir))
    assert satu.pesan.startswith(f"{pindah} ")
    assert tujuan in satu.saran
    assert satu.keparahan is Keparahan.PERINGATAN


@given(st.permutations(URUT))
def test_the_advice_is_never_fulfilled_already(butir) -> None:
    for satu in find_cited("D01", cite(*butir)):
        arah, _, nama = satu.saran.removeprefix("Tempatkan ").rstrip(".").partition(" ")
        lain = next(i for i, teks in enumerate(butir, 1) if KEPENDEKAN[teks] == nama)
        sendiri = int(satu.letak.rsplit(" ", 1)[1])
        assert sendiri > lain if arah == "sebelum" else sendiri < lain


@given(st.permutations(URUT))
def test_what_susun_sorts_is_in_order_and_nothing_else_is(butir) -> None:
    assert not find_cited("D01", cite(*sort_by_hierarchy(butir, {})))  # type: ignore[arg-type]
    assert bool(find_cited("D01", cite(*butir))) == (tuple(butir) != URUT)


def test_a_regulation_cited_again_is_found_and_only_its_repeat() -> None:
    (satu,) = find_cited("D02", cite(UU_LAIN, UU, UU + " sebagaimana telah diubah dengan " + UU_LAIN))
    assert satu.letak.endswith("butir 3")
    assert satu.kutipan == "Undang-Undang Nomor 7 Tahun 2029"
    assert "butir 2" in satu.pesan


def test_one_item_may_name_its_regulation_twice() -> None:
    assert not find_cited(
        "D02", cite("Pasal 3 Undang-Undang Nomor 7 Tahun 2029 dan Pasal 5 Undang-Undang Nomor 7 Tahun 2029")
    )


def test_an_amendment_that_is_also_a_base_is_no_repeat() -> None:
    assert not find_cited("D02", cite(UU_LAIN, f"{UU} sebagaimana telah diubah dengan {UU_LAIN}"))
    assert not find_cited("D02", cite(UU, premis=f"bahwa {UU} mengatur angin"))


@pytest.mark.parametrize(
    ("butir", "pesan", "keparahan"),
    [
        ("Undang-Undang Nomor 7 Tahun 2029 tentang", "Judul UU 7/2029 kosong", Keparahan.GALAT),
        ("Undang-Undang Nomor 7 Tahun 2029 Angin dan Hujan", 'kurang kata "tentang"', Keparahan.PERINGATAN),
        ("Undang-Undang Nomor 7 Tahun 2029", "UU 7/2029 dikutip tanpa judul", Keparahan.PERINGATAN),
        ("Undang-Undang Nomor 7 tentang Angin dan Hujan", "dikutip tanpa tahun", Keparahan.PERINGATAN),
        (
            f"{UU} sebagaimana telah diubah dengan Undang-Undang Nomor 2 Tahun 2031",
            "UU 2/2031 dikutip tanpa judul",
            None,
        ),
        (
            "Peraturan Pemerintah Nomor 6 Tahun 2028 Alat Ukur Cuaca sebagaimana telah diubah dengan Peraturan "
            "Pemerintah Nomor 4 Tahun 2030 tentang Perubahan atas Peraturan Pemerintah Nomor 6 Tahun 2028",
            'Kutipan PP 6/2028 kurang kata "tentang"',
            None,
        ),
    ],
)
def test_a_citation_that_lacks_something_is_found(butir, pesan, keparahan) -> None:
    (satu,) = find_cited("D03", cite(butir))
    assert pesan in satu.pesan
    assert keparahan in (None, satu.keparahan)


def test_whole_citations_are_clean_in_an_agreement_without_their_gazette() -> None:
    assert not find_cited("D03", cite(*URUT, EDARAN))


def test_the_missing_title_is_that_of_the_library() -> None:
    (satu,) = find_cited("D03", cite("Undang-Undang Nomor 7 Tahun 2029 tentang"))
    assert "tentang Angin dan Hujan" in satu.saran


LENGKAP = (
    "(Lembaran Negara Republik Indonesia Tahun 2030 Nomor 50, Tambahan Lembaran Negara Republik Indonesia Nomor 7500)"
)


@pytest.mark.parametrize(
    ("berita", "pesan"),
    [
        ("", "tanpa Lembaran atau Berita"),
        ("(Lembaran Negara Republik Indonesia Nomor 50, Tambahan Lembaran Negara Nomor 7500)", "memuat tahun Lembaran"),
        ("(Lembaran Negara Republik Indonesia Tahun 2030 Nomor 50)", "memuat nomor tambahan Lembaran"),
    ],
)
def test_a_regulation_cites_with_the_whole_gazette(berita, pesan) -> None:
    butir = "Undang-Undang Nomor 5 Tahun 2030 tentang Perkara Cuaca"
    assert not find_cited("D03", perda(mengingat=(f"{UUD};", f"{butir} {LENGKAP};")))
    (satu,) = find_cited("D03", perda(mengingat=(f"{butir} {berita};",)))
    assert pesan in satu.pesan


def test_an_old_gazette_has_only_a_date() -> None:
    tua = "Undang-Undang Nomor 17 Tahun 1950 tentang Kota Kecil (Berita Negara Republik Indonesia tanggal 1 Mei 1950);"
    assert not find_cited("D03", perda(mengingat=(tua,)))


@pytest.mark.parametrize(
    ("butir", "keparahan"),
    [
        (EDARAN, Keparahan.PERINGATAN),
        ("Keputusan Bupati Cempaka Raya Nomor 7 Tahun 2029 tentang Tim Cuaca", Keparahan.SARAN),
        ("Nota Kesepakatan antara Balai dan Dinas tanggal 3 Maret 2030", Keparahan.SARAN),
        ("Surat Kepala Balai Nomor 12/BC/2030 tanggal 3 Maret 2030", Keparahan.SARAN),
    ],
)
def test_what_is_no_regulation_is_found_among_the_legal_bases_alone(butir, keparahan) -> None:
    (satu,) = find_cited("D07", cite(UU, butir))
    assert (satu.letak.endswith("butir 2"), satu.keparahan) == (True, keparahan)
    assert not find_cited("D07", cite(butir, judul="MEMPERHATIKAN :"))
    assert find_cited("D07", cite(butir, judul="Dengan memperhatikan peraturan perundang-undangan sebagai berikut :"))


def test_regulations_and_old_decrees_with_general_rules_are_clean() -> None:
    assert not find_cited("D07", cite(*URUT, "Keputusan Presiden Nomor 4 Tahun 2001 tentang Laut"))
