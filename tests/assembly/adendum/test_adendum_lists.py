"""Lists that lose and gain items: the conjunction and the full stop stand where a list has them, and it is said so."""

import amending
import pytest
from amending import after, make_induk, next_induk, printed, sentences
from hypothesis import given, settings
from hypothesis import strategies as st

from naskah.model.galat import NaskahError
from naskah.model.isi import plain
from naskah.model.naskah import Ayat, Pasal

HAPUS_C = {"hapus": "Pasal 2 huruf c"}


def items(naskah, pasal: str = "2") -> list[str]:
    (ayat,) = next(p for p in naskah.iter_pasal() if p.nomor == pasal).ayat
    return [f"{r.nomor}. {plain(r.isi)}" for r in ayat.rincian]


@pytest.mark.parametrize(
    ("huruf", "butir"),
    [
        ("a", ["a. (dihapus)", "b. pengolahan data; dan", "c. penyebaran data."]),
        ("b", ["a. pengumpulan data; dan", "b. (dihapus)", "c. penyebaran data."]),
        ("c", ["a. pengumpulan data; dan", "b. pengolahan data.", "c. (dihapus)"]),
    ],
)
def test_a_list_that_loses_an_item_still_ends_as_a_list(amend, huruf, butir) -> None:
    susunan = amend({"hapus": f"Pasal 2 huruf {huruf}"})
    assert items(after(susunan)) == butir
    (_, perubahan) = next(susunan.naskah.iter_pasal()).ayat
    kalimat = f"Ketentuan Pasal 2 huruf {huruf} dihapus"
    if huruf == "a":  # nothing moved: the sentence says it all
        assert (plain(perubahan.isi), perubahan.kutipan) == (f"{kalimat}.", ())
        return
    assert plain(perubahan.isi) == f"{kalimat}, sehingga Pasal 2 berbunyi sebagai berikut:"
    (kutipan,) = perubahan.kutipan
    assert isinstance(kutipan, Pasal)
    assert [f"{r.nomor}. {plain(r.isi)}" for r in kutipan.ayat[0].rincian] == butir


def test_an_item_added_after_a_deleted_last_one_ends_the_list(amend) -> None:
    satu = next_induk(amend(HAPUS_C))
    susunan = amend({"sisipkan": {"setelah": "Pasal 2 huruf c", "isi": "penyimpanan data"}}, atas=satu)
    assert items(after(susunan)) == [
        "a. pengumpulan data;", "b. pengolahan data; dan", "c. (dihapus)", "d. penyimpanan data.",
    ]  # fmt: skip


def test_a_list_of_one_that_is_left_takes_its_conjunction_up_again(amend) -> None:
    satu = next_induk(amend(HAPUS_C, {"hapus": "Pasal 2 huruf b"}))
    assert items(satu.naskah) == ["a. pengumpulan data.", "b. (dihapus)", "c. (dihapus)"]
    dua = amend({"sisipkan": {"setelah": "Pasal 2 huruf c", "isi": "penyimpanan data"}}, atas=satu)
    assert items(after(dua))[0] == "a. pengumpulan data; dan" and items(after(dua))[-1] == "d. penyimpanan data."


def test_the_last_sub_item_hands_the_end_of_its_item_on(amend, tmp_path) -> None:
    isi = "Meliputi:\na. data:\n1. suhu; dan\n2. hujan; atau\nb. peta:\n1. lahan; dan\n2. irigasi."
    induk = make_induk(tmp_path, pasal=[*amending.INDUK["pasal"], {"judul": "Isi", "isi": isi, "label": "isi"}])
    satu = amend({"hapus": "Pasal 7 huruf a angka 2"}, {"hapus": "Pasal 7 huruf b angka 2"}, atas=induk)
    baru = printed(after(satu))
    assert baru["Pasal 7 huruf a angka 1"] == "suhu; atau" and baru["Pasal 7 huruf b angka 1"] == "lahan."
    dua = printed(after(amend({"sisipkan": {"setelah": "Pasal 7 huruf b", "isi": "foto"}}, atas=next_induk(satu))))
    assert dua["Pasal 7 huruf a angka 1"] == "suhu;" and dua["Pasal 7 huruf b angka 1"] == "lahan; atau"
    assert dua["Pasal 7 huruf c"] == "foto."


def test_a_list_of_sentences_keeps_its_stops(amend) -> None:
    susunan = amend({"hapus": {"istilah": "Waktu Tanam"}})
    assert items(after(susunan), "1")[1].endswith("pertanian.")
    assert sentences(susunan) == ["Ketentuan Pasal 1 angka 3 dihapus."]


def test_changes_of_one_list_are_told_together_and_quoted_once(amend) -> None:
    susunan = amend(
        HAPUS_C,
        {"sisipkan": {"setelah": "Pasal 2 huruf a", "isi": "pemeriksaan data"}},
        {"ubah": {"tempat": "Pasal 2 huruf b", "isi": "pengolahan cepat"}},
        {"ubah": {"tempat": "Pasal 3 ayat (1)", "isi": "Setiap jam."}},
    )
    assert sentences(susunan) == [
        "Dalam Pasal 2, di antara huruf a dan huruf b disisipkan 1 (satu) huruf, yakni huruf a1, huruf b diubah, dan "
        "huruf c dihapus, sehingga Pasal 2 berbunyi sebagai berikut:",
        "Ketentuan Pasal 3 ayat (1) diubah sehingga berbunyi sebagai berikut:",
    ]
    butir = next(susunan.naskah.iter_pasal()).ayat[0].rincian
    assert [len(b.kutipan) for b in butir] == [1, 1]
    assert [str(langkah.letak) for langkah in susunan.perubahan.langkah][:3] == [
        "Pasal 2 huruf c", "Pasal 2 huruf a1", "Pasal 2 huruf b",
    ]  # fmt: skip


def test_changes_of_a_list_inside_another_are_told_with_the_outer_one(amend, tmp_path) -> None:
    isi = "Meliputi:\na. data:\n1. suhu; dan\n2. hujan; dan\nb. peta."
    induk = make_induk(tmp_path, pasal=[*amending.INDUK["pasal"], {"judul": "Isi", "isi": isi, "label": "isi"}])
    susunan = amend(
        {"sisipkan": {"setelah": "Pasal 7 huruf a angka 2", "isi": "angin"}},
        {"sisipkan": {"setelah": "Pasal 7 huruf b", "isi": "foto"}},
        atas=induk,
    )
    assert sentences(susunan) == [
        "Dalam Pasal 7, setelah angka 2 huruf a ditambahkan 1 (satu) angka, yakni angka 3, dan setelah huruf b "
        "ditambahkan 1 (satu) huruf, yakni huruf c, sehingga Pasal 7 berbunyi sebagai berikut:"
    ]


def test_changes_that_do_not_touch_each_other_stay_apart(amend) -> None:
    susunan = amend(
        {"ubah": {"tempat": "Pasal 2 huruf a", "isi": "satu"}}, {"ubah": {"tempat": "Pasal 2 huruf b", "isi": "dua"}}
    )
    assert len(sentences(susunan)) == 2


@pytest.fixture(scope="module")
def dasar(tmp_path_factory):
    folder = tmp_path_factory.mktemp("induk")
    return folder, make_induk(folder)


HURUF = st.sampled_from("abcdef")
PERUBAHAN = st.one_of(
    st.builds(lambda h: {"hapus": f"Pasal 2 huruf {h}"}, HURUF),
    st.builds(lambda h: {"sisipkan": {"setelah": f"Pasal 2 huruf {h}", "isi": "penambahan data"}}, HURUF),
    st.builds(lambda h: {"ubah": {"tempat": f"Pasal 2 huruf {h}", "isi": "perubahan data"}}, HURUF),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(PERUBAHAN, min_size=1, max_size=3), min_size=1, max_size=4))
def test_whatever_the_adenda_a_list_has_one_conjunction_and_one_full_stop(dasar, semua) -> None:
    folder, induk = dasar
    for i, perubahan in enumerate(semua, 1):
        try:
            susunan = amending.amend(folder, induk, perubahan, tanggal=f"2027-0{i}-01")
        except NaskahError:
            continue  # a place that is not there, or is changed twice
        induk = next_induk(susunan)
        hidup = [satu for satu in items(induk.naskah) if "(dihapus)" not in satu]
        assert [satu.endswith("; dan") for satu in hidup] == [i == len(hidup) - 2 for i in range(len(hidup))], hidup
        assert [satu.endswith(".") for satu in hidup] == [i == len(hidup) - 1 for i in range(len(hidup))], hidup
        # What the adendum quotes of the list is what the agreement reads from then on.
        for butir in (b for a in next(susunan.naskah.iter_pasal()).ayat for b in (a, *a.rincian)):
            for kutipan in butir.kutipan:
                if isinstance(kutipan, Pasal) and isinstance(kutipan.ayat[0], Ayat):
                    assert [f"{r.nomor}. {plain(r.isi)}" for r in kutipan.ayat[0].rincian] == items(induk.naskah)
