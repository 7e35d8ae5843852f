"""A value of the user is text: whatever it holds, it is printed as it is and never changes the tree."""

from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from small_workspace import SmallWorkspace, make_draft, make_pihak, only_pasal, outline

from naskah.model.galat import NaskahError
from naskah.model.isi import Isi, Teks, plain
from naskah.model.naskah import Pasal

BERBAHAYA = [
    "(2) ayat palsu",
    "a. huruf palsu",
    "1. angka palsu",
    "a) kurung",
    "| Kunci | nilai |",
    "{{ naskah }}",
    "{% if true %}",
    "{## komentar ##}",
    "{#label}",
    "{#isi}",
    'rujuk("isi")',
    "&amp; <b> </w:t>",
    "\"kutip\" 'tunggal' “lengkung”",
    "العربية",
    "😀👩‍👩‍👧",
    "baris satu\n\n(2) baris dua\nbaris tiga\tempat",
    "\u2028(3) pemisah baris\u2029",
    "---",
    "%s {0} ${x}",
    "---\njudul: X\n",
    "# judul",
    ";",
    "\\",
    "Pasal 5 ayat (1)",
]
HURUF = st.characters(exclude_categories=("Cc", "Cs", "Co", "Cn", "Cf"), exclude_characters="*")
TEKS = st.one_of(
    st.text(HURUF, min_size=1, max_size=30),
    st.lists(st.sampled_from(BERBAHAYA), min_size=1, max_size=3).map(" ".join),
    st.lists(st.sampled_from(BERBAHAYA), min_size=1, max_size=3).map("\n".join),
).filter(lambda t: bool(set(t) - set("._… \t\n\xa0")))

BADAN = """\
(1) {{ nilai }}
(2) Sebelum {{ nilai }} sesudah: {#isi}
    a. {{ nilai }};
    b. dua {{ nilai }}, rujuk {{ rujuk("isi") }}:
    | Kunci | {{ nilai }}
    | {{ nilai }} | lain
       1. {{ nilai }}
(3) {{ [nilai, nilai] | daftar }}
(4) Daftar: {{ nilai }}
{{ butir | rincian }}
(5) Arti:
{{ arti | istilah }}"""


@pytest.fixture(scope="module")
def ruang_nilai(ruang_bersama: SmallWorkspace) -> SmallWorkspace:
    parameter = {
        "nilai": {"jenis": "teks", "keterangan": "x"},
        "butir": {"jenis": "rincian", "keterangan": "x"},
        "arti": {"jenis": "istilah", "keterangan": "x"},
    }
    ruang_bersama.clause("uji/nilai", BADAN, parameter=parameter)
    return ruang_bersama


def fill(ruang: SmallWorkspace, nilai: str) -> Pasal:
    isi: dict[str, Any] = {
        "nilai": nilai,
        "butir": ["x" + nilai + "x", {"isi": "y" + nilai + "y", "rincian": [nilai + "z"]}],
        "arti": [{"istilah": nilai, "arti": nilai + "z"}],
    }
    return only_pasal(ruang.assemble_often(make_draft([{"klausul": "uji/nilai", "parameter": isi}])))


def one_line(teks: str) -> str:
    return " ".join(teks.split())


def printed(nilai: str) -> list[str]:
    n = one_line(nilai)
    return [
        f"(1) {n}",
        f"(2) Sebelum {n} sesudah:",
        f"  a. {n};",
        f"  b. dua {n}, rujuk pada ayat [(2)]:",
        f"    Kunci: {n}",
        f"    {n}: lain",
        f"    1. {n}",
        f"(3) {n} dan {n}",
        f"(4) Daftar: {n}",
        f"  a. {one_line(f'x{nilai}x')}; dan",
        f"  b. {one_line(f'y{nilai}y')}:",
        f"    1. {one_line(f'{nilai}z')}.",
        "(5) Arti:",
        f"  1. {n} adalah {one_line(f'{nilai}z')}.",
    ]


@settings(max_examples=200, deadline=None)
@given(nilai=TEKS)
@example(nilai=" ".join(BERBAHAYA))
def test_any_text_is_printed_as_it_is_and_leaves_the_tree_alone(ruang_nilai: SmallWorkspace, nilai: str) -> None:
    assert outline(fill(ruang_nilai, nilai)) == printed(nilai)


@pytest.mark.parametrize("nilai", BERBAHAYA)
def test_each_dangerous_text_is_printed_as_it_is(ruang_nilai: SmallWorkspace, nilai: str) -> None:
    assert outline(fill(ruang_nilai, nilai)) == printed(nilai)


@settings(max_examples=100, deadline=None)
@given(nilai=st.text("ab *\\", min_size=1, max_size=12).filter(lambda t: bool(t.strip())))
def test_stars_in_a_value_change_only_its_own_style(ruang_nilai: SmallWorkspace, nilai: str) -> None:
    """Two copies of one value in a sentence look like the value alone, twice: no star pairs across them."""
    pasal = fill(ruang_nilai, nilai)
    sendiri = pasal.ayat[0].isi
    assert flatten(pasal.ayat[2].isi) == flatten(sendiri) + flatten((Teks(" dan "),)) + flatten(sendiri)


def flatten(isi: Isi) -> list[tuple[str, bool]]:
    return [(huruf, isinstance(s, Teks) and s.miring) for s in isi for huruf in s.teks]


@pytest.mark.parametrize(
    ("badan", "nilai", "hasil"),
    [
        ("{{ a }} dan {{ b }}", ("x *y", "z* w"), "x *y dan z* w"),
        ("*{{ a }}* dan {{ b }}", ("x", "y"), "<x> dan y"),
        ("*{{ a }}* dan {{ b }}", ("x*y", "*z*"), "<x*y> dan <z>"),
        ("*oleh {{ a }} itu* dan {{ b }}", ("p *q* r", "y"), "<oleh p q r itu> dan y"),
        ("{{ a }}*{{ b }}*", ("x", "y"), "x*y*"),
        ("*{{ a }}*{{ b }}", ("x", "y"), "*x*y"),
        ("*satu {{ a }}, dua* {{ b }}", ("x", "y*"), "<satu x, dua> y*"),
        (r"\*{{ a }}\* {{ b }}", ("x", r"\*y\*"), "*x* *y*"),
    ],
)
def test_italics_of_the_clause_and_of_its_values_do_not_mix(
    ruang: SmallWorkspace, badan: str, nilai: tuple[str, str], hasil: str
) -> None:
    ruang.clause("uji/a", badan, parameter={n: {"jenis": "teks", "keterangan": "x"} for n in "ab"})
    draft = make_draft([{"klausul": "uji/a", "parameter": {"a": nilai[0], "b": nilai[1]}}])
    isi = only_pasal(ruang.assemble(draft)).ayat[0].isi
    assert "".join(f"<{s.teks}>" if isinstance(s, Teks) and s.miring else s.teks for s in isi) == hasil


@settings(max_examples=60, deadline=None)
@given(nilai=TEKS.filter(lambda t: "\\" not in t))
def test_facts_of_the_draft_reach_the_document_unharmed(ruang_bersama: SmallWorkspace, nilai: str) -> None:
    pihak = make_pihak(2, bertindak_untuk=nilai)
    pihak[0]["nama"] = nilai
    draft = make_draft("(1) {{ naskah.judul }}\n(2) {{ naskah.pihak[0].nama }}", judul=nilai, tempat=nilai, pihak=pihak)
    naskah = ruang_bersama.assemble_often(draft | {"premis": [f"x{nilai}x"]}).naskah
    n = one_line(nilai)
    assert [plain(a.isi) for a in next(naskah.iter_pasal()).ayat] == [n, n]
    assert plain(naskah.kepala.tentang) == n.upper()
    assert plain(naskah.pihak[0].komparisi[0]) == f"{n} disebut PIHAK KESATU;"
    assert plain(naskah.penutup[0]) == f"Dibuat di {n}."
    assert naskah.premis is not None
    assert plain(naskah.premis.butir[0]) == one_line(f"x{nilai}x") + "."


@settings(max_examples=100, deadline=None)
@given(nilai=st.text("\ue000\ue001\ue002\ue003a*|{}#()", min_size=1).filter(lambda t: any(c > "~" for c in t)))
def test_the_invisible_marks_themselves_cannot_come_from_a_user(ruang_nilai: SmallWorkspace, nilai: str) -> None:
    with pytest.raises(NaskahError):
        fill(ruang_nilai, nilai)
    with pytest.raises(ValidationError):
        ruang_nilai.assemble_often(make_draft(nilai))
