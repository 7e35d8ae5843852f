"""Trees as canonical JSON: nothing is lost, one tree has one text, and damage is said."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from naskah.model.galat import NaskahError
from naskah.model.isi import Silang, Teks
from naskah.model.jenis import JenisNaskah
from naskah.model.langkah import Langkah, LangkahPihak, Perbuatan, PerubahanNaskah
from naskah.model.letak import Letak
from naskah.model.naskah import (
    Ayat,
    BlokTandaTangan,
    Dasar,
    GayaDaftar,
    Isian,
    JenisKelompok,
    Kelompok,
    Kepala,
    Naskah,
    Pasal,
    PihakNaskah,
    Premis,
    Rincian,
    Tingkat,
)
from naskah.model.naskah_json import dump_naskah, dump_perubahan, load_naskah, load_perubahan

KATA = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=12)
LABEL = st.one_of(st.none(), st.text("abc.-1", min_size=1, max_size=6))
ISI = st.lists(
    st.one_of(st.builds(Teks, KATA, st.booleans()), st.builds(Silang, st.text("ab", min_size=1, max_size=3), KATA)),
    max_size=3,
).map(tuple)
ISIAN = st.lists(st.builds(Isian, KATA, ISI), max_size=2).map(tuple)


def _many(satu: st.SearchStrategy[Any], most: int = 2) -> st.SearchStrategy[Any]:
    return st.lists(satu, max_size=most).map(tuple)


RINCIAN = st.recursive(
    st.builds(Rincian, st.sampled_from(Tingkat), KATA, ISI, st.just(()), ISIAN, LABEL),
    lambda dalam: st.builds(Rincian, st.sampled_from(Tingkat), KATA, ISI, _many(dalam), ISIAN, LABEL),
    max_leaves=4,
)
DASAR_AYAT = st.builds(Ayat, st.one_of(st.none(), KATA), ISI, _many(RINCIAN), ISIAN, LABEL)
DASAR_PASAL = st.builds(Pasal, KATA, ISI, _many(DASAR_AYAT), LABEL)
KUTIPAN = _many(st.one_of(DASAR_PASAL, DASAR_AYAT, RINCIAN))
AYAT = st.builds(Ayat, st.one_of(st.none(), KATA), ISI, _many(RINCIAN), ISIAN, LABEL, KUTIPAN)
PASAL = st.builds(Pasal, KATA, ISI, _many(AYAT), LABEL)
BATANG = st.recursive(
    PASAL,
    lambda dalam: st.builds(Kelompok, st.sampled_from(JenisKelompok), KATA, ISI, _many(dalam)),
    max_leaves=4,
)
PIHAK = st.builds(PihakNaskah, KATA, KATA, KATA, KATA, KATA, _many(ISI))
BLOK = st.builds(BlokTandaTangan, KATA, st.one_of(st.none(), KATA), KATA)
NASKAH = st.builds(
    Naskah,
    jenis=st.sampled_from(JenisNaskah),
    kepala=st.builds(Kepala, KATA, _many(KATA), ISI, _many(KATA), _many(KATA), st.one_of(st.none(), KATA)),
    pembuka=ISI,
    gaya_pihak=st.sampled_from(GayaDaftar),
    pihak=_many(PIHAK),
    setelah_pihak=_many(ISI),
    premis=st.one_of(st.none(), st.builds(Premis, ISI, st.sampled_from(GayaDaftar), _many(ISI))),
    dasar=_many(st.builds(Dasar, ISI, _many(ISI))),
    kesepakatan=ISI,
    batang=_many(BATANG),
    penutup=_many(ISI),
    tanda_tangan=_many(_many(BLOK)),
    paraf=_many(KATA),
)
LETAK = st.builds(Letak, KATA, st.one_of(st.none(), KATA), _many(st.tuples(st.sampled_from(Tingkat), KATA)))
LANGKAH = st.builds(
    Langkah,
    st.sampled_from(Perbuatan),
    LETAK,
    st.one_of(st.none(), DASAR_PASAL),
    st.one_of(st.none(), DASAR_AYAT),
    st.one_of(st.none(), RINCIAN),
    st.one_of(st.none(), LETAK),
)


@settings(max_examples=80, deadline=None)
@given(NASKAH)
def test_a_tree_survives_the_round_trip(naskah: Naskah) -> None:
    data = dump_naskah(naskah)
    assert load_naskah(data) == naskah
    assert dump_naskah(load_naskah(data)) == data


@settings(max_examples=80, deadline=None)
@given(st.builds(PerubahanNaskah, _many(LANGKAH), _many(st.builds(LangkahPihak, st.integers(1, 9), PIHAK))))
def test_the_steps_of_an_adendum_survive_the_round_trip(perubahan: PerubahanNaskah) -> None:
    data = dump_perubahan(perubahan)
    assert load_perubahan(data) == perubahan
    assert dump_perubahan(load_perubahan(data)) == data


def test_what_has_its_default_is_not_written() -> None:
    """So a field added later, with a default, leaves the text and the hash of every stored tree as they are."""
    data = json.loads(dump_perubahan(PerubahanNaskah((Langkah(Perbuatan.HAPUS, Letak("6")),))))
    assert data == {"langkah": [{"perbuatan": "dihapus", "letak": {"pasal": "6"}}]}


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b'{"jenis": "entah"}', b"\xff", b"null"])
def test_what_is_no_tree_is_said(data: bytes) -> None:
    with pytest.raises(NaskahError, match="tidak terbaca"):
        load_naskah(data)
