"""D04, D05, D06, D08, D09: citations beside what the library knows on the day of signing, 5 May 2031."""

from datetime import date

import pytest
from cited_documents import NEGARA, PERATURAN, cite, find_cited
from small_documents import perda, read
from written_documents import write_rule

from naskah.bahasa.sebutan_peraturan import name_peraturan
from naskah.checking.context import Konteks
from naskah.checking.finding import Keparahan
from naskah.checking.run import check_konteks, load_rules
from naskah.checking.unknown import list_unknown
from naskah.model.bacaan import NaskahPeraturan

POKOK = "Undang-Undang Nomor 5 Tahun 2030 tentang Perkara Cuaca"
KEDUA = "Undang-Undang Nomor 2 Tahun 2031 tentang Perubahan Kedua atas Undang-Undang Nomor 5 Tahun 2030"
SATU = "Undang-Undang Nomor 9 Tahun 2030 tentang Perubahan atas Undang-Undang Nomor 5 Tahun 2030"
KETIGA = "Undang-Undang Nomor 8 Tahun 2031 tentang Perubahan Ketiga atas Undang-Undang Nomor 5 Tahun 2030"
BENAR = f"{POKOK} sebagaimana telah beberapa kali diubah, terakhir dengan {KEDUA}"
RUMAH = "Peraturan Pemerintah Nomor 6 Tahun 2028 tentang Alat Ukur Cuaca"
UBAH = "Peraturan Pemerintah Nomor 4 Tahun 2030 tentang Perubahan atas Peraturan Pemerintah Nomor 6 Tahun 2028"


@pytest.mark.parametrize(
    "butir",
    [
        BENAR,
        f"{POKOK} sebagaimana telah diubah beberapa kali terakhir dengan {KEDUA}",
        f"{RUMAH} sebagaimana telah diubah dengan {UBAH}",
        "Undang-Undang Nomor 7 Tahun 2029 tentang Angin dan Hujan",
        "Undang-Undang Nomor 1 Tahun 2001 tentang Hal yang Tidak Dikenal Perpustakaan",
        # The library may be behind: a newer amendment than its last is let be.
        f"{RUMAH} sebagaimana telah diubah dengan Peraturan Pemerintah Nomor 2 Tahun 2031 tentang Hujan",
    ],
)
def test_citations_as_they_stood_on_the_day_are_clean(butir) -> None:
    for kode in ("D04", "D05", "D06", "D08", "D09"):
        assert not find_cited(kode, cite(butir)), kode


@pytest.mark.parametrize(
    ("butir", "pesan", "saran"),
    [
        (POKOK, "sudah diubah, terakhir dengan Undang-Undang Nomor 2 Tahun 2031", "beberapa kali diubah, terakhir"),
        (f"{POKOK} sebagaimana telah diubah dengan {SATU}", "bukan UU 9/2030", "Perubahan Kedua"),
        (
            f"{POKOK} sebagaimana telah beberapa kali diubah, terakhir dengan {KETIGA}",
            "terakhir UU 5/2030 ialah Undang-Undang Nomor 2 Tahun 2031, bukan UU 8/2031",
            "Perubahan Kedua",
        ),
        (RUMAH, "sudah diubah, terakhir dengan Peraturan Pemerintah Nomor 4 Tahun 2030", "telah diubah dengan Perat"),
    ],
)
def test_an_amendment_that_is_not_the_last_in_force_is_found(butir, pesan, saran) -> None:
    (satu,) = find_cited("D04", cite(butir))
    assert pesan in satu.pesan
    assert saran in satu.saran
    assert satu.keparahan is Keparahan.GALAT


@pytest.mark.parametrize(
    ("kunci", "nomor", "butir", "ada"),
    [
        ("uu-5-2030", 1, f"{POKOK} sebagaimana telah diubah dengan {SATU}", False),
        ("uu-5-2030", 1, BENAR, False),
        ("uu-5-2030", 1, POKOK, True),
        ("pp-6-2028", 0, RUMAH, False),
        ("pp-6-2028", 0, f"{RUMAH} sebagaimana telah diubah dengan {UBAH}", False),
    ],
)
def test_an_amendment_of_the_very_day_may_be_cited_or_not(kunci, nomor, butir, ada) -> None:
    diubah = [*PERATURAN[kunci].diubah]
    diubah[nomor] = diubah[nomor].model_copy(update={"sejak": date(2031, 5, 5)})
    pustaka = PERATURAN | {kunci: PERATURAN[kunci].model_copy(update={"diubah": tuple(diubah)})}
    assert bool(check_konteks(Konteks(cite(butir), pustaka), [load_rules()["D04"]])) == ada


def test_where_a_repeat_cites_the_amendment_the_other_is_only_a_repeat() -> None:
    assert not find_cited("D04", cite(POKOK, BENAR))


def test_a_sentence_may_name_a_regulation_without_its_amendments() -> None:
    lengkap = "Undang-Undang Nomor 7 Tahun 2029 tentang Angin dan Hujan"
    assert not find_cited("D04", cite(lengkap, premis=f"bahwa {POKOK} mengatur cuaca"))


def test_a_regulation_that_was_revoked_is_found_with_its_successor() -> None:
    (satu,) = find_cited("D05", cite("Peraturan Pemerintah Nomor 8 Tahun 2020 tentang Perizinan Cuaca"))
    assert "1 Maret 2025" in satu.pesan
    assert "Peraturan Pemerintah Nomor 3 Tahun 2025 tentang Izin Cuaca" in satu.saran
    assert satu.keparahan is Keparahan.GALAT


def test_a_sentence_that_tells_of_the_revocation_is_clean() -> None:
    lengkap = "Undang-Undang Nomor 7 Tahun 2029 tentang Angin dan Hujan"
    lama = "Peraturan Pemerintah Nomor 8 Tahun 2020 tentang Perizinan Cuaca"
    assert not find_cited("D05", cite(lengkap, premis=f"bahwa {lama} telah dicabut"))
    (satu,) = find_cited("D05", cite(lengkap, premis=f"bahwa {lama} mewajibkan izin"))
    assert satu.keparahan is Keparahan.PERINGATAN


@pytest.mark.parametrize(
    ("judul", "pesan", "kata"),
    [
        ("Angin Hujan", 'kurang kata "dan"', "Angin Hujan"),
        ("Angin Kencang dan Hujan", 'lebih kata "Kencang"', "Kencang"),
        ("Angin dan Ujan", 'memuat "Ujan", seharusnya "Hujan"', "Ujan"),
    ],
)
def test_a_title_that_departs_from_the_official_one_is_shown_where_it_does(judul, pesan, kata) -> None:
    (satu,) = find_cited("D06", cite(f"Undang-Undang Nomor 7 Tahun 2029 tentang {judul}"))
    assert pesan in satu.pesan
    assert satu.kutipan == kata
    assert "Angin dan Hujan" in satu.saran
    assert satu.keparahan is Keparahan.GALAT


@pytest.mark.parametrize("judul", ["angin dan hujan", "Angin, dan Hujan", "ANGIN DAN HUJAN", "Angin  dan Hujan"])
def test_capitals_commas_and_spaces_in_a_title_do_not_count(judul) -> None:
    assert not find_cited("D06", cite(f"Undang-Undang Nomor 7 Tahun 2029 tentang {judul}"))


def test_an_abbreviation_added_to_a_title_is_a_matter_of_style() -> None:
    (satu,) = find_cited("D06", cite("Undang-Undang Nomor 7 Tahun 2029 tentang Angin dan Hujan (AH)"))
    assert (satu.kutipan, satu.keparahan) == ("(AH)", Keparahan.SARAN)


def test_a_title_that_is_another_regulations_names_that_one() -> None:
    (satu,) = find_cited("D06", cite("Peraturan Pemerintah Nomor 6 Tahun 2028 tentang Perizinan Cuaca"))
    assert "Peraturan Pemerintah Nomor 8 Tahun 2020" in satu.saran


def test_what_the_library_is_not_sure_of_is_only_suggested() -> None:
    (satu,) = find_cited("D06", cite("Peraturan Pemerintah Nomor 1 Tahun 2027 tentang Awan dan Kabur"))
    assert satu.keparahan is Keparahan.SARAN


def test_in_a_sentence_a_title_ends_where_the_sentence_goes_on() -> None:
    lengkap = "Undang-Undang Nomor 7 Tahun 2029 tentang Angin dan Hujan"
    assert not find_cited("D06", cite(lengkap, premis=f"bahwa berdasarkan {lengkap}, Balai mengelola data"))
    (satu,) = find_cited("D06", cite(lengkap, premis=f"bahwa {lengkap} Deras mengatur cuaca"))
    assert (satu.kutipan, satu.keparahan) == ("Deras", Keparahan.PERINGATAN)


def test_an_amendment_named_is_compared_too() -> None:
    (satu,) = find_cited("D06", cite(BENAR.replace("Perubahan Kedua", "Perubahan")))
    assert satu.pesan.startswith("Judul UU 2/2031 kurang")


@pytest.mark.parametrize(
    ("salah", "apa"),
    [("Tahun 2029 Nomor 50", "tahun 2029"), ("Tahun 2030 Nomor 51", "nomor 51"), ("Nomor 7501", "nomor tambahan 7501")],
)
def test_a_wrong_number_of_the_gazette_is_found(salah, apa) -> None:
    benar = (
        "Lembaran Negara Republik Indonesia Tahun 2030 Nomor 50, Tambahan Lembaran Negara Republik Indonesia Nomor 7500"
    )
    ganti = benar.replace("Tahun 2030 Nomor 50" if "Tahun" in salah else "Nomor 7500", salah)
    assert not find_cited("D06", perda(mengingat=(f"{POKOK} ({benar});",)))
    (satu,) = find_cited("D06", perda(mengingat=(f"{POKOK} ({ganti});",)))
    assert apa in satu.pesan


@pytest.mark.parametrize(
    "butir",
    [
        f"{POKOK} sebagaimana telah diubah dengan {KEDUA}",
        "Peraturan Presiden Nomor 9 Tahun 2020 tentang Laut sebagaimana telah diubah dengan Peraturan Presiden Nomor 3 "
        "Tahun 2024 tentang Perubahan Ketiga atas Peraturan Presiden Nomor 9 Tahun 2020 tentang Laut",
    ],
)
def test_a_later_amendment_named_as_the_only_one_is_found(butir) -> None:
    (satu,) = find_cited("D08", cite(butir))
    assert satu.kutipan == "sebagaimana telah diubah dengan"
    assert "beberapa kali" in satu.saran


PERBUP = "Peraturan Bupati Cempaka Raya Nomor 4 Tahun 2030 tentang Air"
PERDA = "Peraturan Daerah Kabupaten Cempaka Raya Nomor 4 Tahun 2030 tentang Air"
PERMEN = "Peraturan Menteri Cuaca Nomor 4 Tahun 2030 tentang Air"
TUA = "Undang-Undang Nomor 17 Tahun 1950 tentang Kota Kecil"
KABUPATEN = "Daerah Kabupaten Cempaka Raya"


@pytest.mark.parametrize(
    ("butir", "berita", "ada"),
    [
        (PERBUP, "Berita Negara Republik Indonesia Tahun 2030 Nomor 4", True),
        (PERBUP, f"Berita {KABUPATEN} Tahun 2030 Nomor 4", False),
        (PERBUP, "Berita Daerah Kabupaten Melati Tahun 2030 Nomor 4", True),
        (PERMEN, f"{NEGARA} Tahun 2030 Nomor 4", True),
        (PERMEN, "Berita Negara Republik Indonesia Tahun 2030 Nomor 4", False),
        (PERDA, f"Berita {KABUPATEN} Tahun 2030 Nomor 4", True),
        (PERDA, f"Lembaran {KABUPATEN} Tahun 2030 Nomor 4", False),
        (TUA, "Berita Negara Republik Indonesia tanggal 1 Mei 1950", False),
    ],
)
def test_each_kind_of_regulation_has_its_gazette(butir, berita, ada) -> None:
    assert bool(find_cited("D09", perda(mengingat=(f"{butir} ({berita});",)))) == ada


def test_a_regulation_is_promulgated_in_the_gazette_of_its_own_kind() -> None:
    for nama, ada in (("Lembaran Daerah", False), ("Berita Daerah", True)):
        bacaan = perda()
        naskah = bacaan.naskah
        assert isinstance(naskah, NaskahPeraturan)
        object.__setattr__(naskah, "penutup", (read(f"Agar diketahui, dengan penempatannya dalam {nama} Kabupaten."),))
        assert bool(find_cited("D09", bacaan)) == ada
    assert not find_cited("D09", write_rule("Cuaca dipantau."))


def test_a_regulation_is_found_by_its_words_where_its_key_is_short() -> None:
    kenalan = Konteks(cite(BENAR), PERATURAN).kenalan
    for kunci, satu in PERATURAN.items():
        nama = name_peraturan(f"{satu.sebutan} Nomor {satu.nomor} Tahun {satu.tahun} tentang {satu.tentang}")
        assert kenalan.find(nama) == kunci
    assert kenalan.find("Pergub Nusa Raya 3/2029") is None


def test_regulations_that_the_library_does_not_know_are_only_listed() -> None:
    asing = "Peraturan Gubernur Melati Nomor 2 Tahun 2029 tentang Salju"
    kenal = "Peraturan Gubernur Nusa Raya Nomor 2 Tahun 2029 tentang Balai Cuaca Nusa Raya"
    bacaan = cite(BENAR, asing, kenal)
    assert list_unknown(Konteks(bacaan, PERATURAN)) == ("Pergub Melati 2/2029",)
    for kode in ("D04", "D05", "D06", "D08"):
        assert not find_cited(kode, bacaan)
