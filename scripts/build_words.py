"""Writes src/naskah/bahasa/kata.json: what num2words and babel say of numbers below 1,000, months and weekdays.

Importing the two costs every command 20 ms; reading their words from this file costs 1 ms. A test compares
the file with the libraries, so that an upgrade renews it.
"""

import json
from pathlib import Path

from babel.dates import get_day_names, get_month_names
from num2words import num2words

TUJUAN = Path(__file__).resolve().parent.parent / "src" / "naskah" / "bahasa" / "kata.json"


def build_words() -> str:
    """The table as JSON. Larger numbers are put together from these: there num2words is wrong (tanggal.md)."""
    isi = {
        "bilangan": [str(num2words(n, lang="id")) for n in range(1000)],
        "bulan": [get_month_names("wide", locale="id")[n] for n in range(1, 13)],
        "hari": [get_day_names("wide", locale="id")[n] for n in range(7)],
    }
    return json.dumps(isi, ensure_ascii=False, indent=0, separators=(",", ":")) + "\n"


if __name__ == "__main__":
    TUJUAN.write_text(build_words(), encoding="utf-8")
