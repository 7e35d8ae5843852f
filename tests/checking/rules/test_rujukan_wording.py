"""R02 to R06: how references are worded."""

import pytest
from written_documents import apply, find, quotes, write

DUA_AYAT = "(1) Laporan disusun setiap tahun.\n\n(2) Laporan {} disimpan."


@pytest.mark.parametrize(
    ("kode", "salah", "benar"),
    [
        ("R02", "sebagaimana dimaksud pada Pasal 1", "sebagaimana dimaksud dalam Pasal 1"),
        ("R02", "yang diatur di Pasal 1", "yang diatur dalam Pasal 1"),
        ("R02", "sebagaimana dimaksud dalam ayat (1)", "sebagaimana dimaksud pada ayat (1)"),
        ("R03", "sebagaimana dimaksud pada ayat (1) Pasal ini", "sebagaimana dimaksud pada ayat (1)"),
        ("R04", "pada ayat (1) dan (2)", "pada ayat (1) dan ayat (2)"),
        ("R04", "pada huruf a, b, dan c", "pada huruf a, huruf b, dan huruf c"),
        ("R04", "dalam Pasal 1 sampai dengan 3", "dalam Pasal 1 sampai dengan Pasal 3"),
        ("R04", "pada ayat (1) huruf a atau b", "pada ayat (1) huruf a atau huruf b"),
        ("R05", "sebagaimana pada ayat (1)", "sebagaimana dimaksud pada ayat (1)"),
        ("R05", "sebagaimana dalam Pasal 1", "sebagaimana dimaksud dalam Pasal 1"),
        ("R05", "sebagaimana tersebut dalam Pasal 1", "sebagaimana dimaksud dalam Pasal 1"),
        ("R05", "sebagaimana tersebut pada ayat (1)", "sebagaimana dimaksud pada ayat (1)"),
        ("R05", "sebagaimana yang dimaksud pada ayat (1)", "sebagaimana dimaksud pada ayat (1)"),
        ("R05", "sebagaimana dimaksud ayat (1)", "sebagaimana dimaksud pada ayat (1)"),
        ("R05", "dimaksud Pasal 1", "dimaksud dalam Pasal 1"),
        ("R06", "sebagaimana dimaksud pada Ayat (1)", "sebagaimana dimaksud pada ayat (1)"),
        ("R06", "menurut pasal 1", "menurut Pasal 1"),
        ("R06", "menurut Pasal 1 Huruf a", "menurut Pasal 1 huruf a"),
    ],
)
def test_a_reference_that_is_worded_otherwise_is_mended(kode: str, salah: str, benar: str) -> None:
    bacaan = write(DUA_AYAT.format(salah))
    (temuan,) = find(kode, bacaan)
    assert apply(temuan, bacaan) == f"(2) Laporan {benar} disimpan."


@pytest.mark.parametrize("kata", ["pada", "dalam", "di"])
def test_an_ayat_of_the_same_pasal_is_cited_without_the_pasal(kata: str) -> None:
    bacaan = write(DUA_AYAT.format(f"sebagaimana dimaksud {kata} Pasal 5 ayat (1) huruf a"))
    (temuan,) = find("R02", bacaan)
    assert apply(temuan, bacaan) == "(2) Laporan sebagaimana dimaksud pada ayat (1) huruf a disimpan."


@pytest.mark.parametrize(
    "rujukan",
    [
        "dalam Pasal 5 ayat (1) Peraturan Balai",
        "dalam Pasal 5 ayat (1) huruf a UU Cuaca",
        "dalam Pasal 5 ayat (1) dan Pasal 4",
        "dalam Pasal 4 ayat (1)",
        "dalam Pasal 5",
    ],
)
def test_other_pasal_keep_their_number(rujukan: str) -> None:
    assert find("R02", write(DUA_AYAT.format(f"sebagaimana dimaksud {rujukan}"))) == []


@pytest.mark.parametrize("kode", ["R02", "R03", "R04", "R05", "R06"])
@pytest.mark.parametrize(
    "frasa",
    [
        "sebagaimana dimaksud pada ayat (1)",
        "sebagaimana dimaksud pada ayat (1) huruf a dan huruf b",
        "sebagaimana dimaksud dalam Pasal 1 ayat (1) dan ayat (2)",
        "sebagaimana diatur dalam Perjanjian Kerja Sama ini",
        "bagi 2 (dua) orang petani dan 5 (lima) orang nelayan sebagaimana pada umumnya",
        "dimaksud dibuat menurut Pasal 1, dan 2 (dua) salinannya",
        "pada pasal-pasal lain",
    ],
)
def test_references_as_the_law_words_them_are_left_alone(kode: str, frasa: str) -> None:
    assert find(kode, write(DUA_AYAT.format(frasa))) == []


def test_a_sentence_begins_with_a_capital() -> None:
    assert find("R06", write("(1) Laporan disusun.\n\n(2) Disimpan. Ayat (1) berlaku pula bagi nelayan.")) == []


def test_this_pasal_by_itself_is_to_be_named() -> None:
    (temuan,) = find("R03", write("Ketentuan dalam Pasal ini berlaku bagi PARA PIHAK."))
    assert (temuan.kutipan, temuan.perbaikan) == ("Pasal ini", None)


def test_an_enumeration_is_told_once_and_whole() -> None:
    assert quotes("R04", write(DUA_AYAT.format("pada huruf a, b, dan c"))) == ["huruf a, b, dan c"]
