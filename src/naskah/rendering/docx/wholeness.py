"""Whether what a template makes is whole XML, which Word asks for.

A tag can cut a paragraph or a table in two. Where every branch and every loop of a template holds whole elements, no
naskah can bring that about: this is proved once for a template. Else each document is looked at.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING
from xml.parsers.expat import ExpatError, ParserCreate

from naskah.model.galat import NaskahError
from naskah.rendering.docx.jinja_parts import environment

if TYPE_CHECKING:
    from jinja2 import nodes

# What runs.inline_text makes of a line break or a tab: whole only inside a w:t.
_PUTUS = ("</w:t><w:br/>", "</w:t><w:tab/>")
# Stands for a value; inside an attribute it is no XML, and proves nothing.
_NILAI = "<nilai/>"


class _Ragu(Exception):
    """Something whose output is not known to be whole."""


def check_whole(templat: str, nama: str, sumber: str, teks: str) -> None:
    """Refuse a part that is not whole; `sumber` is what the part named `nama` was rendered from.

    Raises:
        NaskahError: a tag cuts an element in two.
    """
    if _is_always_whole(sumber) and not any(putus in teks for putus in _PUTUS):
        return
    try:
        ParserCreate().Parse(teks, True)
    except ExpatError as error:
        raise NaskahError(
            f"Templat {templat}: {nama} tidak utuh sesudah diisi, karena sebuah tag memotong paragraf atau tabel; "
            "bandingkan tag di dalamnya dengan templat baku."
        ) from error


@lru_cache(maxsize=128)
def _is_always_whole(sumber: str) -> bool:
    try:
        ParserCreate().Parse(_join(environment().parse(sumber).body), True)
    except (_Ragu, ExpatError):
        return False
    return True


def _join(simpul: Iterable["nodes.Node"]) -> str:
    """The XML outside the branches and loops among some nodes, each of which is whole by itself."""
    from jinja2 import nodes

    potongan = []
    for satu in simpul:
        if isinstance(satu, nodes.Output):
            potongan += [_show(isi) for isi in satu.nodes]
        elif isinstance(satu, nodes.If | nodes.For):
            lain = [cabang.body for cabang in satu.elif_] if isinstance(satu, nodes.If) else []
            for isi in (satu.body, *lain, satu.else_):
                ParserCreate().Parse(f"<cabang>{_join(isi)}</cabang>", True)
        else:
            raise _Ragu
    return "".join(potongan)


def _show(isi: "nodes.Node") -> str:
    from jinja2 import nodes

    if isinstance(isi, nodes.TemplateData):
        return isi.data
    # Values are escaped, or runs that context.py made. What a filter or a call gives may be anything.
    if isinstance(isi, nodes.Name | nodes.Getattr | nodes.Getitem | nodes.Const):
        return _NILAI
    raise _Ragu
