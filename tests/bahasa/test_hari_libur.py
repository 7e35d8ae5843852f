"""The table of days off is what the installed library says; after an upgrade the script renews it."""

import importlib.util
from pathlib import Path

from naskah.bahasa import hari_kerja

AKAR = Path(__file__).resolve().parents[2]


def _load_script():
    spec = importlib.util.spec_from_file_location("build_holidays", AKAR / "scripts" / "build_holidays.py")
    modul = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(modul)
    return modul


def test_the_table_equals_what_the_library_works_out():
    script = _load_script()
    assert script.TUJUAN.read_text(encoding="utf-8") == script.build_holidays()


def test_a_year_outside_the_table_is_asked_of_the_library():
    assert hari_kerja.compute_libur(1989)
    assert hari_kerja.Kalender().nama_libur(hari_kerja.date(1989, 8, 17))
