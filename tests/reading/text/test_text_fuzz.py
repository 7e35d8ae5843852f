"""Any text is read: never a traceback, nothing dropped, every place true."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from damaged_texts import TEKS, damaged
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_plans import make_annexed
from sample_trees import make, make_grouped
from test_adendum_rendering import make_adendum

from naskah.model.bacaan import Bacaan
from naskah.model.isi import Teks
from naskah.reading.text.marks import strip_inline_marks, strip_line_marks
from naskah.reading.text.read import read_text
from naskah.rendering.text import render_txt

UTUH = [render_txt(satu) for satu in (make(3), make_grouped(), make_annexed(), make_adendum())]


def visible(teks: str) -> str:
    """The characters of a text that are no white space and no marks of extraction."""
    baris = (strip_line_marks(satu)[0] for satu in re.split(r"\r\n|\r|\n", teks.replace("\f", " ")))
    return "".join(strip_inline_marks(" ".join(baris)).teks.split())


def iter_spans(simpul: Any) -> Iterator[Teks]:
    if isinstance(simpul, Teks):
        yield simpul
    elif isinstance(simpul, tuple):
        for satu in simpul:
            yield from iter_spans(satu)
    elif is_dataclass(simpul):
        for satu in fields(simpul):
            yield from iter_spans(getattr(simpul, satu.name))


def check_places(bacaan: Bacaan) -> None:
    for span in iter_spans(bacaan.naskah):
        assert span.tempat is not None, span
        alinea = bacaan.alinea[span.tempat.alinea]
        # A span that goes on in the next paragraph ends with a space that joins the two.
        assert alinea.teks[span.tempat.awal :].startswith(span.teks.rstrip()), (span, alinea)


def check(teks: str) -> None:
    bacaan = read_text("uji.txt", teks.encode())
    assert [a.tempat.alinea for a in bacaan.alinea] == list(range(len(bacaan.alinea)))
    if "*" not in teks and "[" not in teks:
        assert "".join("".join(a.teks.split()) for a in bacaan.alinea) == visible(teks)
    check_places(bacaan)


@settings(max_examples=80, deadline=None)
@given(teks=TEKS)
def test_lines_in_any_order_are_read_and_nothing_is_dropped(teks: str) -> None:
    check(teks)


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_a_damaged_document_is_read_and_nothing_is_dropped(data: st.DataObject) -> None:
    check(data.draw(damaged(data.draw(st.sampled_from(UTUH)))))
