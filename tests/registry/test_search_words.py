"""What is typed to search for, and how text is split: nothing typed reaches the syntax of FTS5."""

import sqlite3
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from naskah.model.galat import NaskahError
from naskah.model.naskah_teks import Bagian
from naskah.registry.search.places import Cuplikan, locate
from naskah.registry.search.words import Frasa, parse_query, split_words, to_match

TABEL = "CREATE VIRTUAL TABLE t USING fts5(isi, tokenize='unicode61 remove_diacritics 2')"


@pytest.mark.parametrize(
    ("masukan", "frasa"),
    [
        (["Jaminan", "Sosial"], [Frasa(("jaminan",)), Frasa(("sosial",))]),
        (["jaminan sosial"], [Frasa(("jaminan", "sosial"))]),  # quoted in the shell
        (['"jaminan sosial" kop*'], [Frasa(("jaminan", "sosial")), Frasa(("kop",), awalan=True)]),
        (['"jaminan sos"*'], [Frasa(("jaminan", "sos"), awalan=True)]),
        (['"belum ditutup'], [Frasa(("belum", "ditutup"))]),
        (["415.4/123/2025"], [Frasa(("415", "4", "123", "2025"))]),
        (["surat-menyurat"], [Frasa(("surat", "menyurat"))]),
        (["Café"], [Frasa(("cafe",))]),
        (["Cafe\u0301"], [Frasa(("cafe",))]),
        (["OR", "NEAR(a"], [Frasa(("or",)), Frasa(("near", "a"))]),
        (["isi:x", "-y"], [Frasa(("isi", "x")), Frasa(("y",))]),
        (["kata", "kata"], [Frasa(("kata",))]),
    ],
)
def test_what_hangs_together_or_stands_in_quotes_is_a_phrase(masukan: list[str], frasa: list[Frasa]) -> None:
    assert parse_query(masukan) == tuple(frasa)


@pytest.mark.parametrize(
    ("masukan", "pesan"),
    [
        (["--"], "tidak ada yang dapat dicari"),
        (['""'], "tidak ada yang dapat dicari"),
        (["*"], "tidak ada yang dapat dicari"),
        (["ke*"], "paling sedikit 3 huruf"),
        (["a b"] * 17, "paling banyak 32 kata"),
        (["x" * 101], "lebih panjang dari 100 huruf"),
    ],
)
def test_what_cannot_be_searched_is_said(masukan: list[str], pesan: str) -> None:
    masukan = [f"{satu} {i}" if satu == "a b" else satu for i, satu in enumerate(masukan)]
    with pytest.raises(NaskahError, match=pesan):
        parse_query(masukan)


@given(st.lists(st.text(max_size=60) | st.text(alphabet='"*()^:+-{}ANDORT kata\0', max_size=60), max_size=4))
def test_whatever_is_typed_fts5_can_read(masukan: list[str]) -> None:
    try:
        frasa = parse_query(masukan)
    except NaskahError:
        return
    with closing(sqlite3.connect(":memory:")) as conn:
        conn.execute(TABEL)
        conn.execute("SELECT rowid FROM t WHERE t MATCH ?", (to_match(frasa),)).fetchall()


@pytest.mark.parametrize(
    "teks",
    [
        "Jaminan Sosial",
        "415.4/123/2025",
        "PT Café Ñandú—“Jaya”",
        "Pasal 6 ayat (1)",
        "a_b",
        "Ş ı İz",
        "PIHAK\u00a0KESATU",
    ],
)
def test_words_are_split_and_folded_as_the_index_does(teks: str) -> None:
    with closing(sqlite3.connect(":memory:")) as conn:
        conn.execute(TABEL)
        conn.execute("CREATE VIRTUAL TABLE kata USING fts5vocab('t', 'instance')")
        conn.execute("INSERT INTO t VALUES (?)", (teks,))
        kata = [k for (k,) in conn.execute('SELECT term FROM kata ORDER BY "offset"')]
    assert [k.kata for k in split_words(teks)] == kata


def test_the_part_with_most_phrases_is_shown_and_its_hits_are_marked() -> None:
    bagian = [Bagian("judul", "Data Koperasi"), Bagian("Pasal 7", "PARA PIHAK menjaga Data pribadi koperasi.")]
    tempat = locate(bagian, parse_query(["koperasi", "data", "pihak"]))
    assert tempat is not None
    assert tempat.letak == "Pasal 7"
    assert tempat.cuplikan.mark("«", "»") == "PARA «PIHAK» menjaga «Data» pribadi «koperasi»."


def test_a_long_text_is_cut_between_words_around_the_first_hit() -> None:
    teks = " ".join(f"kata{i}" for i in range(100))
    tempat = locate([Bagian("Pasal 1", teks)], parse_query(["kata50 kata51", "kata90"]))
    assert tempat is not None
    tampil = tempat.cuplikan.mark("[", "]")
    assert tampil.startswith("…kata44 ")
    assert "[kata50 kata51] kata52" in tampil
    assert tampil.endswith("kata67…")


@given(st.lists(st.sampled_from(["data", "Pribadi", "—", "é", "koperasi,", "PIHAK"]), min_size=1), st.data())
def test_marks_lie_on_the_hits(kata: list[str], data: st.DataObject) -> None:
    teks = " ".join(kata)
    dicari = data.draw(st.sampled_from(["data", "pribadi", "e", "koperasi", "pihak"]))
    tempat = locate([Bagian("x", teks)], [Frasa((dicari,))])
    assert (tempat is None) == (dicari not in {k.kata for k in split_words(teks)})
    if tempat is not None:
        cuplikan = tempat.cuplikan
        assert {split_words(cuplikan.teks[a:b])[0].kata for a, b in cuplikan.sorot} == {dicari}


def test_hits_that_overlap_are_marked_once_by_the_longest() -> None:
    tempat = locate([Bagian("x", "Data pribadi anak")], parse_query(["data", "data pribadi", "pribadi anak"]))
    assert tempat is not None
    assert tempat.cuplikan.mark("«", "»") == "«Data pribadi» anak"


def test_without_hits_nothing_is_marked() -> None:
    assert Cuplikan("teks", ()).mark("«", "»") == "teks"
    assert locate([Bagian("x", "teks")], parse_query(["lain"])) is None
