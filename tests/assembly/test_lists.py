"""Lists from data are punctuated as UU 12/2011 Lampiran II angka 87-91 asks."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_workspace import SmallWorkspace, make_draft, only_pasal, outline

from naskah.assembly.lists import format_istilah, format_rincian
from naskah.assembly.marks import strip_nilai
from naskah.assembly.markup import Satuan, parse_pasal
from naskah.model.isi import Teks


def lines(butir: Any, **pilihan: Any) -> list[str]:
    return strip_nilai(format_rincian(butir, **pilihan)).split("\n")


BERTINGKAT = ["a", {"isi": "b", "rincian": ["x", "y", "z"]}, "c"]
DI_AKHIR = ["a", {"isi": "b", "rincian": ["x", "y"]}]
DALAM = [{"isi": "a", "rincian": [{"isi": "b", "rincian": [{"isi": "c", "rincian": ["d", "e"]}]}]}, "f"]


@pytest.mark.parametrize(
    ("butir", "pilihan", "hasil"),
    [
        (["satu"], {}, ["a. satu."]),
        (["satu", "dua"], {}, ["a. satu; dan", "a. dua."]),
        (["satu", "dua", "tiga"], {}, ["a. satu;", "a. dua; dan", "a. tiga."]),
        (["satu", "dua", "tiga", "empat"], {}, ["a. satu;", "a. dua;", "a. tiga; dan", "a. empat."]),
        (["satu", "dua"], {"kata": "atau"}, ["a. satu; atau", "a. dua."]),
        (["satu", "dua", "tiga"], {"kata": "dan/atau"}, ["a. satu;", "a. dua; dan/atau", "a. tiga."]),
        (["satu", "dua"], {"akhir": ";"}, ["a. satu; dan", "a. dua;"]),
        (["satu"], {"akhir": ";"}, ["a. satu;"]),
        (["satu", "dua"], {"mulai": "angka"}, ["1. satu; dan", "1. dua."]),
        (BERTINGKAT, {}, ["a. a;", "a. b:", "1. x;", "1. y; dan", "1. z; dan", "a. c."]),
        (BERTINGKAT, {"kata": "atau"}, ["a. a;", "a. b:", "1. x;", "1. y; atau", "1. z; atau", "a. c."]),
        (BERTINGKAT, {"mulai": "angka"}, ["1. a;", "1. b:", "a) x;", "a) y; dan", "a) z; dan", "1. c."]),
        (DI_AKHIR, {}, ["a. a; dan", "a. b:", "1. x; dan", "1. y."]),
        (DI_AKHIR, {"akhir": ";"}, ["a. a; dan", "a. b:", "1. x; dan", "1. y;"]),
        (DALAM, {}, ["a. a:", "1. b:", "a) c:", "1) d; dan", "1) e; dan", "a. f."]),
        # the list adds the punctuation; what was typed at the end goes
        (["satu;", "dua; ", "tiga."], {}, ["a. satu;", "a. dua; dan", "a. tiga."]),
        (["satu:", "dua,"], {}, ["a. satu; dan", "a. dua."]),
        (["  satu  dua\n tiga ", "x"], {}, ["a. satu dua tiga; dan", "a. x."]),
        (
            ["satu; dan", "dua; atau", "tiga, dan/atau", "empat; dan."],
            {},
            ["a. satu;", "a. dua;", "a. tiga; dan", "a. empat."],
        ),
        (["sandang dan", "kepedulian", "x dan/atau"], {}, ["a. sandang dan;", "a. kepedulian; dan", "a. x dan/atau."]),
        ([{"isi": "a:", "rincian": ["x."]}], {}, ["a. a:", "1. x."]),
        (["nilai 1.5", "a; b"], {}, ["a. nilai 1.5; dan", "a. a; b."]),
    ],
)
def test_items_end_as_the_law_asks(butir: list[Any], pilihan: dict[str, str], hasil: list[str]) -> None:
    assert lines(butir, **pilihan) == hasil


def test_the_items_of_a_list_are_numbered_in_the_document(ruang: SmallWorkspace) -> None:
    parameter = {"butir": {"jenis": "rincian", "keterangan": "x"}}
    ruang.clause(
        "uji/a", '(1) A:\n{{ butir | rincian }}\n(2) B:\n{{ butir | rincian(mulai="angka") }}', parameter=parameter
    )
    pasal = only_pasal(ruang.assemble(make_draft([{"klausul": "uji/a", "parameter": {"butir": BERTINGKAT}}])))
    assert outline(pasal) == [
        "(1) A:",
        "  a. a;",
        "  b. b:",
        "    1. x;",
        "    2. y; dan",
        "    3. z; dan",
        "  c. c.",
        "(2) B:",
        "  1. a;",
        "  2. b:",
        "    a) x;",
        "    b) y; dan",
        "    c) z; dan",
        "  3. c.",
    ]


def test_definitions_read_term_is_meaning() -> None:
    arti = [{"istilah": "Data", "arti": "keterangan."}, {"istilah": "Hari", "arti": "hari kerja;"}]
    assert strip_nilai(format_istilah(arti)) == "1. Data adalah keterangan.\n1. Hari adalah hari kerja."


KATA = st.text("abc d", min_size=1, max_size=6).filter(lambda t: bool(t.strip()))
BUTIR = st.recursive(
    KATA, lambda a: st.fixed_dictionaries({"isi": KATA, "rincian": st.lists(a, min_size=1, max_size=3)})
)


def depth(butir: Any) -> int:
    return 1 + max(map(depth, butir["rincian"])) if isinstance(butir, dict) else 1


@settings(max_examples=150, deadline=None)
@given(
    st.lists(BUTIR.filter(lambda b: depth(b) <= 4), min_size=1, max_size=4),
    st.sampled_from(["dan", "atau", "dan/atau"]),
)
def test_in_any_list_only_the_very_last_item_ends_with_a_full_stop(butir: list[Any], kata: str) -> None:
    (ayat,) = parse_pasal("A:\n" + format_rincian(butir, kata=kata))
    daun = leaves(ayat)
    assert daun[-1].endswith(".")
    assert all(d.endswith((";", f"; {kata}")) for d in daun[:-1])
    check_conjunctions(ayat.anak, kata)


def leaves(satuan: Satuan) -> list[str]:
    if not satuan.anak:
        return ["".join(s.teks for s in satuan.isi if isinstance(s, Teks))]
    return [teks for anak in satuan.anak for teks in leaves(anak)]


def check_conjunctions(anak: list[Satuan], kata: str) -> None:
    """The conjunction closes the last but one item of each list, down to its deepest last line."""
    for i, satu in enumerate(anak):
        if i == len(anak) - 2:
            assert leaves(satu)[-1].endswith(f"; {kata}")
        if satu.anak:
            assert "".join(s.teks for s in satu.isi if isinstance(s, Teks)).endswith(":")
            check_conjunctions(satu.anak, kata)
