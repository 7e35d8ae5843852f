"""Numbers are computed: consecutive at every level, whatever the author typed; labels know their place."""

import pytest
from hypothesis import given, settings
from random_trees import PASAL, Unit, expected, shape, to_markup
from small_workspace import SmallWorkspace, make_draft, only_pasal

from naskah.assembly.markup import parse_pasal
from naskah.assembly.numbering import DaftarTempat, Tempat, number_item
from naskah.assembly.parts import name_labels
from naskah.model.galat import NaskahError
from naskah.model.naskah import Tingkat
from naskah.model.rancangan import PasalBebas, PilihanKlausul


@settings(max_examples=150, deadline=None)
@given(pasal=PASAL)
def test_any_tree_written_as_markup_comes_back_with_consecutive_numbers(
    ruang_bersama: SmallWorkspace, pasal: list[Unit]
) -> None:
    susunan = ruang_bersama.assemble_often(make_draft(to_markup(pasal)))
    assert shape(only_pasal(susunan).ayat) == expected(pasal)


@settings(max_examples=50, deadline=None)
@given(pasal=PASAL.filter(lambda p: len(p) == 1))
def test_a_single_ayat_is_the_same_with_and_without_its_marker(
    ruang_bersama: SmallWorkspace, pasal: list[Unit]
) -> None:
    dengan = ruang_bersama.assemble_often(make_draft(to_markup(pasal)))
    tanpa = ruang_bersama.assemble_often(make_draft(to_markup(pasal, bernomor=False)))
    assert only_pasal(dengan).ayat == only_pasal(tanpa).ayat
    assert only_pasal(tanpa).ayat[0].nomor is None


@pytest.mark.parametrize(
    ("tingkat", "urutan", "nomor"),
    [
        (Tingkat.HURUF, 1, "a"),
        (Tingkat.HURUF, 26, "z"),
        (Tingkat.HURUF, 27, "aa"),
        (Tingkat.HURUF, 28, "bb"),
        (Tingkat.HURUF_KURUNG, 53, "aaa"),
        (Tingkat.ANGKA, 27, "27"),
        (Tingkat.ANGKA_KURUNG, 3, "3"),
    ],
)
def test_letters_repeat_past_z_and_numbers_go_on(tingkat: Tingkat, urutan: int, nomor: str) -> None:
    assert number_item(tingkat, urutan) == nomor


def test_a_list_of_sixty_goes_on_past_z(ruang: SmallWorkspace) -> None:
    teks = "Daftar:\n" + "\n".join("a. x;" for _ in range(60))
    nomor = [r.tanda for r in only_pasal(ruang.assemble(make_draft(teks))).ayat[0].rincian]
    assert nomor[24:30] + nomor[51:54] == ["y.", "z.", "aa.", "bb.", "cc.", "dd.", "zz.", "aaa.", "bbb."]
    assert len(set(nomor)) == 60


def test_a_list_longer_than_letters_allow_is_refused(ruang: SmallWorkspace) -> None:
    (galat,) = ruang.faults(make_draft("Daftar:\n" + "\n".join("a. x;" for _ in range(781))))
    assert "780" in galat.pesan
    assert galat.berkas == "rancangan.yaml"


def test_pasal_are_numbered_in_the_chosen_order(ruang: SmallWorkspace) -> None:
    ruang.clause("kahar/a", "Kahar.")
    ruang.clause("monev/a", "Monev.")
    pilihan = [{"klausul": "monev/a"}, "Bebas.", {"klausul": "kahar/a", "judul": "Lain"}]
    pasal = list(ruang.assemble(make_draft(pilihan)).naskah.iter_pasal())
    assert [(p.nomor, p.label, p.judul[0].teks) for p in pasal] == [
        ("1", "monev", "JUDUL"),
        ("2", "judul-2", "JUDUL 2"),
        ("3", "kahar", "LAIN"),
    ]


def places(teks: str) -> dict[str, Tempat]:
    tempat = DaftarTempat()
    tempat.add_pasal("kahar", "6", parse_pasal(teks))
    return tempat.tempat


def test_a_label_knows_the_whole_way_to_its_place() -> None:
    tempat = places("(1) A.\n(2) B: {#dua}\na. c:\n1. d. {#dalam}")
    assert tempat["dua"] == Tempat("6", "2", (), ("kahar", "dua"))
    assert tempat["dalam"] == Tempat(
        "6", "2", ((Tingkat.HURUF, "a"), (Tingkat.ANGKA, "1")), ("kahar", "dua", "kahar.2.a", "dalam")
    )
    assert tempat["kahar"] == Tempat("6", labels=("kahar",))


def test_units_without_a_label_get_one_by_place() -> None:
    assert list(places("(1) A:\na. b;\nb. c:\n1. d.\n(2) E.")) == [
        "kahar",
        "kahar.1",
        "kahar.1.a",
        "kahar.1.b",
        "kahar.1.b.1",
        "kahar.2",
    ]


def test_the_label_of_an_unnumbered_ayat_names_its_pasal() -> None:
    assert places("A. {#isi}")["isi"] == Tempat("6", None, (), ("kahar",))


def test_every_label_used_twice_is_named_and_the_others_are_entered() -> None:
    tempat = DaftarTempat()
    tempat.add_pasal("satu", "1", parse_pasal("(1) A. {#x}\n(2) B. {#y}"))
    with pytest.raises(NaskahError) as info:
        tempat.add_pasal("dua", "2", parse_pasal("(1) A. {#x}\n(2) B. {#y}\n(3) C. {#z}"))
    assert [g.kunci for g in info.value.galat] == ["x", "y"]
    assert "Pasal 1 dan Pasal 2" in info.value.galat[0].pesan
    assert tempat.tempat["z"].pasal == "2"
    assert tempat.tempat["x"].pasal == "1"


def test_a_label_used_twice_names_file_and_line_without_a_trail_of_unknown_labels(ruang: SmallWorkspace) -> None:
    ruang.clause("kahar/a", '(1) A. {#x}\n(2) B {{ rujuk("z") }}. {#z}')
    ruang.clause("monev/a", '(1) A.\n(2) B. {#x}\n(3) C {{ rujuk("y") }}. {#y}')
    galat = ruang.faults(make_draft([{"klausul": "kahar/a"}, {"klausul": "monev/a"}]))
    kepala = (ruang.folder / "clauses/monev/a.md").read_text().splitlines().index("(2) B. {#x}") + 1
    assert [(g.berkas, g.baris) for g in galat] == [("clauses/monev/a.md", kepala)]
    assert "label 'x' dipakai dua kali" in galat[0].pesan


def bebas(judul: str, label: str | None = None) -> PasalBebas:
    return PasalBebas(judul=judul, isi="x", label=label)


def pilihan(nama: str) -> PilihanKlausul:
    return PilihanKlausul(klausul=nama)


@pytest.mark.parametrize(
    ("pasal", "label"),
    [
        ([pilihan("kahar/singkat"), pilihan("monev/umum")], ["kahar", "monev"]),
        ([pilihan("kahar/a"), pilihan("kahar/b"), pilihan("kahar/a")], ["kahar", "kahar--2", "kahar--3"]),
        ([bebas("Hak & Kewajiban (Para Pihak)")], ["hak-kewajiban-para-pihak"]),
        ([bebas("العربية"), bebas("!!!")], ["pasal", "pasal--2"]),
        ([bebas("Apa pun", "khusus")], ["khusus"]),
        ([bebas("A", "kahar"), pilihan("kahar/a")], ["kahar", "kahar--2"]),
    ],
)
def test_each_pasal_is_named_by_its_topic_or_title(pasal: list[PilihanKlausul | PasalBebas], label: list[str]) -> None:
    assert name_labels(pasal) == label


def test_a_label_that_the_draft_gives_twice_is_refused(ruang: SmallWorkspace) -> None:
    pasal = [{"judul": "A", "isi": "x", "label": "sama"}, {"judul": "B", "isi": "y", "label": "sama"}]
    (galat,) = ruang.faults(make_draft(pasal))
    assert "label 'sama' dipakai dua kali (Pasal 1 dan Pasal 2)" in galat.pesan
