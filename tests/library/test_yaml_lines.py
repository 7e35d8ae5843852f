"""YAML whose values know their lines, and everything it refuses."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from naskah.library.yaml_lines import (
    KEDALAMAN_MAKSIMUM,
    SIMPUL_MAKSIMUM,
    UKURAN_MAKSIMUM,
    decode_text,
    load_yaml,
    parse_yaml,
    read_bounded,
)
from naskah.model.galat import Galat, NaskahError

CONTOH = """\
judul: Uji

pihak:
  - nama: A
    penandatangan:
      nama: N
  - nama: B
    penandatangan: {nama: M, jabatan: J}
isi: |
  satu
  dua
"""


def refusal(teks: str, baris_awal: int = 0) -> Galat:
    with pytest.raises(NaskahError) as info:
        parse_yaml(teks, "a.yaml", baris_awal)
    (galat,) = info.value.galat
    assert galat.berkas == "a.yaml"
    return galat


@pytest.mark.parametrize(
    ("jalur", "baris"),
    [
        ((), 1),
        (("judul",), 1),
        (("pihak",), 3),
        (("pihak", 0), 4),
        (("pihak", 0, "nama"), 4),
        (("pihak", 0, "penandatangan"), 5),
        (("pihak", 0, "penandatangan", "nama"), 6),
        (("pihak", 1), 7),
        (("pihak", 1, "penandatangan", "jabatan"), 8),
        (("isi",), 9),
    ],
)
def test_every_key_and_item_knows_its_line(jalur: tuple[str | int, ...], baris: int) -> None:
    assert parse_yaml(CONTOH, "a.yaml").find_line(jalur) == baris
    assert parse_yaml(CONTOH, "a.yaml", baris_awal=10).find_line(jalur) == baris + 10


def test_a_key_that_is_not_there_has_the_line_of_what_it_is_missing_from() -> None:
    hasil = parse_yaml(CONTOH, "a.yaml")
    assert hasil.find_line(("pihak", 1, "kedudukan")) == 7
    assert hasil.find_line(("pihak", 5, "nama")) == 3
    assert hasil.find_line(("tidak", "ada")) == 1


def test_an_empty_file_has_no_data_and_no_lines() -> None:
    for teks in ("", "\n\n", "# hanya komentar\n", "---\n"):
        hasil = parse_yaml(teks, "a.yaml")
        assert hasil.data is None
    assert parse_yaml("", "a.yaml").find_line(("judul",)) is None


@pytest.mark.parametrize(
    ("tertulis", "nilai"),
    [
        ("12", 12),
        ("0", 0),
        ("-3", -3),
        ("2026-01-02", date(2026, 1, 2)),
        ("2026-01-02 10:00:00", datetime(2026, 1, 2, 10)),
        ("true", True),
        ("yes", True),
        ("tidak", "tidak"),
        ("", None),
        ("~", None),
        ('"12"', "12"),
        # What YAML would turn into another number stays as it was typed.
        ("002", "002"),
        ("010", "010"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("10.000", "10.000"),
        ("1.5", "1.5"),
        ("12:30", "12:30"),
        ("1e3", "1e3"),
        (".inf", ".inf"),
        ("+5", "+5"),
        ("9" * 5000, "9" * 5000),
        ("=", "="),
    ],
)
def test_a_value_means_what_it_looks_like(tertulis: str, nilai: object) -> None:
    hasil = parse_yaml(f"a: {tertulis}\n", "a.yaml")
    assert (hasil.data, type(hasil.data["a"])) == ({"a": nilai}, type(nilai))
    assert not hasil.galat


@pytest.mark.parametrize("kunci", ["1", "2026-11-28", "true", "~", "null"])
def test_keys_are_text_as_typed(kunci: str) -> None:
    assert parse_yaml(f"{kunci}: x", "a.yaml").data == {kunci: "x"}


def test_text_keeps_its_typed_form_beside_its_value() -> None:
    hasil = parse_yaml("a: 2026-01-02\nb: [yes]", "a.yaml")
    assert hasil.mentah == {("a",): "2026-01-02", ("b", 0): "yes"}


def test_every_impossible_date_is_kept_for_the_other_faults_to_join() -> None:
    hasil = parse_yaml("a: 2026-02-30\nb:\n  - 2026-13-01\nc: ya", "a.yaml")
    assert hasil.data == {"a": None, "b": [None], "c": "ya"}
    assert [(g.baris, g.pesan.split(" ")[0]) for g in hasil.galat.values()] == [(1, "2026-02-30"), (3, "2026-13-01")]


def test_every_key_written_twice_is_kept_with_its_line_and_the_first_value_stays() -> None:
    hasil = parse_yaml("a: 1\nb: {c: 1, c: [2, {d: 3}]}\na: {e: 2026-02-30}\n", "a.yaml")
    assert hasil.data == {"a": 1, "b": {"c": 1}}
    kembar = [(g.baris, g.pesan) for g in hasil.galat.values() if "dua kali" in g.pesan]
    assert sorted(b for b, _ in kembar) == [2, 3]


@pytest.mark.parametrize(
    "teks",
    [
        "a: !!python/object/apply:os.system [echo]",
        "a: !!python/name:os.system ''",
        "a: !!python/object:os.X {b: 1}",
        "a: !!binary aGFsbw==",
        "a: !!set {b}",
        "a: !!bool xx",
        "a: !!timestamp xx",
        "a: !!int xx",
        "a: !!str 5",
        "a: !sendiri 5",
        "a: ! 5",
    ],
)
def test_tags_are_refused(teks: str) -> None:
    hasil = parse_yaml(teks, "a.yaml")
    (galat,) = hasil.galat.values()
    assert "tidak dipakai" in galat.pesan
    assert (galat.berkas, galat.baris) == ("a.yaml", 1)


LEDAKAN = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{b}: &{b} [*{a},*{a},*{a},*{a},*{a},*{a},*{a},*{a},*{a}]\n"
    for a, b in zip("abcdefghij", "bcdefghijk", strict=True)
)


@pytest.mark.parametrize(
    ("teks", "baris"),
    [
        (LEDAKAN, 1),
        ("a: 1\nb: &x 2", 2),
        ("a: 1\n\nb: *x", 3),
        ("a: 1\n&x b: 2", 2),
        ("? *x\n: 1", 1),
        ("<<: *x", 1),
        ("a: &x\n  b: *x", 1),
    ],
)
def test_anchors_and_aliases_are_refused_before_they_unfold(teks: str, baris: int) -> None:
    galat = refusal(teks)
    assert "alias" in galat.pesan
    assert galat.baris == baris


def test_a_star_or_ampersand_inside_text_is_no_alias() -> None:
    teks = 'a: x * y & z\nb: "*miring*"\nc: "& co"\nd: |\n  *x* & y\n'
    assert parse_yaml(teks, "a.yaml").data == {"a": "x * y & z", "b": "*miring*", "c": "& co", "d": "*x* & y\n"}


@pytest.mark.parametrize("buka", ["[", "{a: ", "- ", "? "])
@pytest.mark.parametrize("kali", [KEDALAMAN_MAKSIMUM + 2, 100_000])
def test_depth_is_bounded_and_a_deep_file_cannot_crash_the_process(buka: str, kali: int) -> None:
    assert refusal(buka * kali).baris == 1


def test_indented_depth_is_bounded() -> None:
    galat = refusal("".join(" " * i + "a:\n" for i in range(200)))
    assert f"lebih dari {KEDALAMAN_MAKSIMUM} kali" in galat.pesan


def test_the_greatest_depth_is_read() -> None:
    data: Any = parse_yaml("[" * KEDALAMAN_MAKSIMUM + "]" * KEDALAMAN_MAKSIMUM, "a.yaml").data
    kedalaman = 0
    while data:
        data, kedalaman = data[0], kedalaman + 1
    assert kedalaman == KEDALAMAN_MAKSIMUM - 1


def test_the_number_of_values_is_bounded() -> None:
    assert str(SIMPUL_MAKSIMUM) in refusal("- \n" * (SIMPUL_MAKSIMUM + 1)).pesan


@pytest.mark.parametrize(
    ("teks", "baris", "pesan"),
    [
        ("a:\n\tb: 1", 2, "tab"),
        ("a: 1\nb: @x", 2, "kutip"),
        ("a: 1\nb: `x`", 2, "kutip"),
        ('a: 1\nb: "x\nc: 2\nd: 3\n', 2, "tanda kutip yang dibuka di sini belum ditutup"),
        ("a: 1\nb: 'x\nc: 2\n", 2, "tanda kutip yang dibuka di sini belum ditutup"),
        ("a: 1\nb: c: d", 2, "titik dua"),
        ("a: 1\nsalah\nb: 2", 3, "titik dua"),
        ("a: [1, 2\nb: 3", 2, "susunan YAML rusak"),
        ("a: 1\n b: 2", 2, ""),
        ("a: {b: 1", 1, ""),
        ("a: 1\n---\nb: 2", 2, "lebih dari satu dokumen"),
        ("a: {{ x }}", 1, "nama kunci harus teks biasa"),
        ("[a]: 1", 1, "nama kunci harus teks biasa"),
        ("a: 1\nb: x\x01y", 2, "karakter kendali U+0001"),
        ("a: 1\nb: x\x00y", 2, "karakter kendali U+0000"),
        ('a: "\\ud800"', 1, ""),
    ],
)
def test_broken_yaml_names_its_line_and_what_to_mend(teks: str, baris: int, pesan: str) -> None:
    galat = refusal(teks)
    assert galat.baris == baris
    assert pesan in galat.pesan
    assert refusal(teks, baris_awal=100).baris == baris + 100


def test_bytes_that_are_not_utf_8_are_refused_with_their_line() -> None:
    with pytest.raises(NaskahError) as info:
        decode_text("judul: a\nnama: b\nalamat: Jalan Pé\n".encode("latin-1"), "a.yaml")
    assert (info.value.galat[0].baris, "UTF-8" in info.value.galat[0].pesan) == (3, True)


def test_a_byte_order_mark_and_windows_line_ends_are_taken_away() -> None:
    teks = decode_text(b"\xef\xbb\xbfjudul: a\r\npihak:\r\n- x\ry: 1\r\n", "a.yaml")
    assert teks == "judul: a\npihak:\n- x\ny: 1\n"


def test_lines_are_counted_alike_with_windows_line_ends(tmp_path: Path) -> None:
    berkas = tmp_path / "a.yaml"
    berkas.write_bytes(CONTOH.replace("\n", "\r\n").encode("utf-8-sig"))
    assert load_yaml(berkas).baris == parse_yaml(CONTOH, "b.yaml").baris
    assert load_yaml(berkas).data == parse_yaml(CONTOH, "b.yaml").data


def test_a_file_is_read_up_to_its_bound_and_no_further(tmp_path: Path) -> None:
    berkas = tmp_path / "a.yaml"
    berkas.write_bytes(b"x" * 100)
    assert len(read_bounded(berkas, 100)) == 100
    with pytest.raises(NaskahError, match="lebih besar dari"):
        read_bounded(berkas, 99)
    berkas.write_bytes(b"#" * (UKURAN_MAKSIMUM + 1))
    with pytest.raises(NaskahError, match=r"lebih besar dari 5\.000 kB"):
        load_yaml(berkas)


def test_a_file_without_end_is_not_read_to_its_end() -> None:
    with pytest.raises(NaskahError, match="bukan berkas biasa"):
        read_bounded(Path("/dev/zero"), 1000)


def test_a_file_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    with pytest.raises(NaskahError, match="tidak ada"):
        load_yaml(tmp_path / "hilang.yaml")
    with pytest.raises(NaskahError, match="folder"):
        load_yaml(tmp_path)
    (tmp_path / "putar").symlink_to("putar")
    with pytest.raises(NaskahError, match="tidak dapat dibaca"):
        load_yaml(tmp_path / "putar")


KUNCI = st.text("abcdefg", min_size=1, max_size=4)
SKALAR = st.one_of(
    st.text(max_size=20).filter(lambda t: not any(0xD800 <= ord(c) <= 0xDFFF for c in t)),
    st.integers(-(10**17), 10**17),
    st.booleans(),
    st.none(),
    st.dates(),
)
DATA = st.recursive(SKALAR, lambda a: st.lists(a, max_size=4) | st.dictionaries(KUNCI, a, max_size=4), max_leaves=20)


class _TanpaAlias(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:
        return True


@settings(max_examples=200, deadline=None)
@given(DATA)
def test_any_data_written_by_a_yaml_library_reads_back_the_same(data: object) -> None:
    hasil = parse_yaml(yaml.dump(data, Dumper=_TanpaAlias, allow_unicode=False), "a.yaml")
    assert hasil.data == data
    assert not hasil.galat


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab:-[]{}&*!|>'\"#%@,?\n\t 1", max_size=40))
def test_any_text_parses_or_is_refused_with_its_file(teks: str) -> None:
    try:
        hasil = parse_yaml(teks, "a.yaml")
    except NaskahError as error:
        assert all(g.berkas == "a.yaml" and g.baris for g in error.galat)
    else:
        assert all(g.berkas == "a.yaml" and g.baris for g in hasil.galat.values())
