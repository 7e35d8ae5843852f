"""The tables made from libraries are what the installed ones say; after an upgrade a script renews them."""

import importlib.util
from pathlib import Path

from naskah.bahasa import hari_kerja

AKAR = Path(__file__).resolve().parents[2]


def _load_script(nama: str):
    spec = importlib.util.spec_from_file_location(nama, AKAR / "scripts" / f"{nama}.py")
    modul = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(modul)
    return modul


def test_the_table_equals_what_the_library_works_out():
    script = _load_script("build_holidays")
    assert script.TUJUAN.read_text(encoding="utf-8") == script.build_holidays()


def test_the_words_equal_what_num2words_and_babel_say():
    script = _load_script("build_words")
    assert script.TUJUAN.read_text(encoding="utf-8") == script.build_words()


def test_a_year_outside_the_table_is_asked_of_the_library():
    assert hari_kerja.compute_libur(1989)
    assert hari_kerja.Kalender().nama_libur(hari_kerja.date(1989, 8, 17))
