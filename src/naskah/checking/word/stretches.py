"""Stretches of a paragraph's own text as whole runs: runs are divided where a stretch begins or ends."""

from bisect import bisect_left
from collections.abc import Collection, Sequence
from copy import deepcopy
from typing import Any

from naskah.reading.docx.package import W
from naskah.reading.docx.runs import Potongan, iter_pieces

_SPASI = "{http://www.w3.org/XML/1998/namespace}space"


def cut(paragraf: Any, batas: Collection[int]) -> list[Potongan]:
    """Divide runs so that none crosses a border; the pieces of the paragraph afterwards.

    What is printed stays the same, with the same properties. Mathematics is not divided.
    """
    urut = sorted(set(batas))
    for potong in reversed(list(iter_pieces(paragraf))):
        if potong.run is None or potong.unsur.getparent() is not potong.run:
            continue
        akhir = potong.awal + len(potong.teks)
        for di in reversed(urut[bisect_left(urut, potong.awal) :]):
            if di <= akhir:
                _divide(potong, di)
    return list(iter_pieces(paragraf))


def _divide(potong: Potongan, di: int) -> None:
    unsur, run, dari = potong.unsur, potong.run, di - potong.awal
    if 0 < dari < len(potong.teks):
        kanan = deepcopy(unsur)
        kanan.tail = None
        teks = unsur.text or ""
        unsur.text, kanan.text = teks[:dari], teks[dari:]
        for satu in (unsur, kanan):
            satu.set(_SPASI, "preserve")
        unsur.addnext(kanan)
        _split_before(run, kanan)
    elif dari == 0:
        _split_before(run, unsur)
    elif unsur.getnext() is not None:
        _split_before(run, unsur.getnext())


def _split_before(run: Any, anak: Any) -> None:
    """Move a child of a run, and all that follow it, into a run of their own behind it."""
    depan = [satu for satu in anak.itersiblings(preceding=True) if satu.tag != f"{W}rPr"]
    if not depan:
        return
    baru = run.makeelement(run.tag, dict(run.attrib))
    sifat = run.find(f"{W}rPr")
    if sifat is not None:
        baru.append(deepcopy(sifat))
    baru.extend([anak, *anak.itersiblings()])
    run.addnext(baru)


def runs_between(potongan: Sequence[Potongan], awal: int, akhir: int) -> list[Any]:
    """Return the runs, each once, that hold the text of a stretch whose borders were cut."""
    dalam = (p.run for p in potongan if awal <= p.awal < akhir and p.run is not None)
    return list(dict.fromkeys(dalam))


def matches(teks: str, awal: int, akhir: int, kutipan: str) -> bool:
    """Whether these words stand there, whatever kind of space parts them."""
    return _spaced(teks[awal:akhir]) == _spaced(kutipan)


def _spaced(teks: str) -> str:
    return "".join(" " if huruf.isspace() else huruf for huruf in teks)
