"""What every rule promises, whatever it looks for."""

import re
import runpy
from collections import Counter
from pathlib import Path

import pytest
from checked_samples import make_naskah

from naskah.assembly.assemble import assemble
from naskah.checking.context import Konteks
from naskah.checking.repeated import Penyaring
from naskah.checking.run import as_bacaan, check_konteks, load_rules
from naskah.library.any_draft import load_draft
from naskah.library.pustaka import Pustaka
from naskah.library.workspace import find_workspace
from naskah.reading.facts import to_plain

AKAR = Path(__file__).resolve().parents[2]
CONTOH = sorted((AKAR / "examples").glob("*.yaml"))


@pytest.mark.parametrize("kode", load_rules())
def test_a_rule_says_what_it_looks_for_why_and_shows_it(kode) -> None:
    satu = load_rules()[kode]
    assert re.fullmatch(r"[ARPIDKBT]\d\d", satu.kode)
    assert all(teks.strip() for teks in (satu.judul, satu.alasan, satu.salah, satu.benar))
    assert satu.salah != satu.benar
    assert satu.peraturan or satu.perjanjian


def test_the_reference_page_is_that_of_the_rules() -> None:
    skrip = runpy.run_path(str(AKAR / "scripts" / "build_rules_reference.py"))
    tertulis = (AKAR / "docs" / "aturan.md").read_text(encoding="utf-8")
    assert tertulis == skrip["build_reference"](), "jalankan scripts/build_rules_reference.py"


def test_a_rule_on_single_parts_says_the_same_of_each_part_alone() -> None:
    """Else a batch, which looks once at a text that its documents share, would miss what it says."""
    pustaka = Pustaka(find_workspace(AKAR))
    lokal = [satu for satu in load_rules().values() if satu.per_bagian]
    contoh = [assemble(load_draft(jalur), pustaka).naskah for jalur in CONTOH]
    salah = make_naskah(*(teks for satu in load_rules().values() for teks in (satu.salah, satu.benar, satu.salah)))
    for naskah in (*contoh, salah):
        utuh = Konteks(as_bacaan(naskah, "x"), pustaka.peraturan)
        sendiri = [t for bagian in utuh.bagian for t in check_konteks(utuh.narrow([bagian]), lokal)]
        assert Counter(sendiri) == Counter(check_konteks(utuh, lokal))


def test_a_batch_finds_what_a_check_of_each_document_alone_does() -> None:
    pustaka = Pustaka(find_workspace(AKAR))
    semua = list(load_rules().values())
    teks = [satu.salah for satu in semua]
    contoh = [assemble(load_draft(jalur), pustaka).naskah for jalur in CONTOH]
    penyaring = Penyaring(semua)
    for naskah in (*contoh, make_naskah(*teks), *contoh, make_naskah(*teks[1:]), make_naskah(*teks[1:], teks[0])):
        bacaan = as_bacaan(naskah, "x")
        sendiri, berurutan = Konteks(bacaan, pustaka.peraturan), Konteks(bacaan, pustaka.peraturan)
        assert penyaring.find(berurutan) == check_konteks(sendiri, semua)
        assert to_plain(berurutan.fakta) == to_plain(sendiri.fakta)
