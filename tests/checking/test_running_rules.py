"""Running rules: their order, which are switched off, and checking many documents that say mostly the same."""

from dataclasses import replace

import pytest
from checked_samples import make_bacaan, make_rule
from hypothesis import given
from hypothesis import strategies as st

from naskah.checking.context import Konteks
from naskah.checking.finding import Keparahan
from naskah.checking.repeated import Penyaring
from naskah.checking.run import check_codes, check_konteks, choose_rules, load_rules
from naskah.model.galat import NaskahError


def test_findings_come_in_the_order_of_the_document_then_the_worst_first() -> None:
    aturan = [
        make_rule("A01", "ikan", Keparahan.SARAN),
        make_rule("B02", "udang"),
        make_rule("B01", "kerang", Keparahan.PERINGATAN),
    ]
    konteks = Konteks(make_bacaan("udang dan ikan", "kerang", "ikan dan kerang dan udang"))
    hasil = [(t.letak, t.kode) for t in check_konteks(konteks, aturan)]
    assert hasil == [
        ("Pasal 1", "B02"),
        ("Pasal 1", "A01"),
        ("Pasal 2", "B01"),
        ("Pasal 3", "B02"),
        ("Pasal 3", "B01"),
        ("Pasal 3", "A01"),
    ]


def test_a_finding_shows_its_words_and_what_stands_around_them() -> None:
    (temuan,) = check_konteks(Konteks(make_bacaan("x" * 99 + " ikan " + "y" * 99)), [make_rule("A01", "ikan")])
    assert temuan.kutipan == "ikan"
    assert (temuan.sebelum, temuan.sesudah) == ("x" * 59 + " ", " " + "y" * 59)


@pytest.mark.parametrize("abaikan", [["B01"], ["B"]])
def test_a_code_or_a_whole_group_is_switched_off(abaikan) -> None:
    assert not any(satu.kode.startswith(abaikan[0]) for satu in choose_rules(abaikan))
    assert len(choose_rules(abaikan)) < len(load_rules())


@pytest.mark.parametrize("asing", ["Z99", "B9", "b01"])
def test_a_code_that_does_not_exist_is_said(asing) -> None:
    with pytest.raises(NaskahError, match=f"naskah.yaml: periksa.abaikan: kode {asing} tidak dikenal"):
        check_codes([asing], "naskah.yaml", "periksa.abaikan")


KALIMAT = st.lists(st.sampled_from(["ikan", "udang dan ikan", "garam", "kerang", "udang"]), max_size=5)


@given(st.lists(KALIMAT, max_size=6))
def test_checking_one_after_the_other_finds_what_checking_each_alone_does(semua) -> None:
    aturan = [make_rule("A01", "ikan"), make_rule("K01", "udang", per_bagian=False), make_rule("B01", "kerang")]
    penyaring = Penyaring(aturan)
    for pasal in semua:
        konteks = Konteks(make_bacaan(*pasal))
        assert penyaring.find(konteks) == check_konteks(Konteks(make_bacaan(*pasal)), aturan)


def test_a_text_that_was_looked_at_is_not_looked_at_again() -> None:
    dilihat = []

    def periksa(konteks):
        dilihat.extend(bagian.teks for bagian in konteks.bagian)
        return ()

    penyaring = Penyaring([replace(make_rule("A01", "x"), periksa=periksa)])
    for pasal in (["satu", "dua"], ["satu", "tiga"]):
        penyaring.find(Konteks(make_bacaan(*pasal)))
    assert [teks for teks in dilihat if teks in ("satu", "dua", "tiga")] == ["satu", "dua", "tiga"]
