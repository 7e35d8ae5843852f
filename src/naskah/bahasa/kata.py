"""The words that num2words and babel know, from a table that scripts/build_words.py writes."""

import json
from functools import cache
from pathlib import Path
from typing import Any


@cache
def load_kata() -> dict[str, Any]:
    """Words of the numbers 0..999 (`bilangan`), names of the months (`bulan`) and weekdays (`hari`)."""
    tabel: dict[str, Any] = json.loads(Path(__file__).with_name("kata.json").read_bytes())
    return tabel
