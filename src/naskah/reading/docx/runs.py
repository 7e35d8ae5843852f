"""The own text of a Word paragraph: what is printed of its runs, and which element holds each character.

Offsets count what `own_text` returns: a tab or a line break is one character; deleted and hidden text, field codes,
notes' marks and automatic numbers are none. They are those of `Tempat.awal` in a .docx.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from naskah.reading.docx.package import W

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATEMATIKA = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
# Elements that print one character.
_TANDA = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
_TEKS = (f"{W}t", _MATEMATIKA)
# What is not printed here: text that was deleted or moved away, the second telling of a drawing, properties; the
# paragraphs of a text box are paragraphs of their own.
_LEWATI = frozenset(
    {
        f"{W}del",
        f"{W}moveFrom",
        f"{W}rPr",
        f"{W}pPr",
        f"{W}rt",
        f"{W}sdtPr",
        f"{W}p",
        f"{_MC}Fallback",
    }
)
_GAYA_BERANTAI = 20  # styles based on one another; a circle ends there
_SALAH = ("0", "false", "off", "none")


@dataclass(frozen=True, slots=True)
class Potongan:
    """A piece of a paragraph's own text, and the element that holds it."""

    unsur: Any  # w:t, or the element of a single character (w:tab, w:br)
    awal: int
    teks: str
    run: Any | None  # the w:r around it


def iter_paragraphs(akar: Any) -> Iterator[Any]:
    """Yield the w:p of a part in order, those of tables and text boxes included, each text box once.

    The place of a paragraph in this order is its `Tempat.alinea`.
    """
    tumpukan = [iter(akar)]
    if akar.tag == f"{W}p":
        yield akar
    while tumpukan:
        for satu in tumpukan[-1]:
            if satu.tag == f"{_MC}Fallback" or satu.tag in (f"{W}del", f"{W}moveFrom"):
                continue
            if satu.tag == f"{W}p":
                yield satu
            tumpukan.append(iter(satu))
            break
        else:
            tumpukan.pop()


def own_text(paragraf: Any) -> str:
    """Return the paragraph's own text, without its automatic number."""
    return "".join(satu.teks for satu in iter_pieces(paragraf))


def iter_pieces(paragraf: Any) -> Iterator[Potongan]:
    """Yield the pieces of a paragraph's own text in order."""
    bidang = _Bidang()
    awal = 0
    for unsur, run in _walk(paragraf, None):
        if unsur.tag == f"{W}fldChar":
            bidang.take(unsur.get(f"{W}fldCharType"))
        elif bidang.mencetak:
            teks = (unsur.text or "") if unsur.tag in _TEKS else _TANDA.get(unsur.tag) or _symbol(unsur)
            if teks:
                yield Potongan(unsur, awal, teks, run)
                awal += len(teks)


class _Bidang:
    """Fields open at a place: only the result of a field is printed, not its code."""

    def __init__(self) -> None:
        self._kode: list[bool] = []

    @property
    def mencetak(self) -> bool:
        return True not in self._kode

    def take(self, jenis: str | None) -> None:
        if jenis == "begin":
            self._kode.append(True)
        elif self._kode and jenis == "separate":
            self._kode[-1] = False
        elif self._kode and jenis == "end":
            self._kode.pop()


def _walk(paragraf: Any, run: Any | None) -> Iterator[tuple[Any, Any | None]]:
    """Yield the elements that can print, with their runs, without recursion: a file may nest without end."""
    tumpukan = [(iter(paragraf), run)]
    while tumpukan:
        anak, run = tumpukan[-1]
        for satu in anak:
            if satu.tag in _LEWATI or (satu.tag == f"{W}r" and is_hidden(satu)):
                continue
            if satu.tag in _TEKS or satu.tag in _TANDA or satu.tag in (f"{W}fldChar", f"{W}sym"):
                yield satu, run
                continue
            tumpukan.append((iter(satu), satu if satu.tag == f"{W}r" else run))
            break
        else:
            tumpukan.pop()


def is_hidden(run: Any) -> bool:
    """Whether a run is hidden text."""
    ada = run.find(f"{W}rPr/{W}vanish")
    return ada is not None and _is_on(ada)


class GayaHuruf:
    """Which text is italic or in capitals: by its run, by the run's style, or by that of the paragraph."""

    def __init__(self, styles: Any | None = None) -> None:
        self._gaya = {} if styles is None else {satu.get(f"{W}styleId"): satu for satu in styles.iter(f"{W}style")}
        self._terbaca: dict[tuple[str | None, str], bool] = {}

    def has(self, sifat: str, run: Any | None, gaya_paragraf: str | None) -> bool:
        """Whether a run has a property.

        Args:
            sifat: "i" for italic, "caps" for capitals.
            run: the w:r; None for text outside of one.
            gaya_paragraf: the id of the paragraph's style.
        """
        if run is None:
            return False
        sendiri = run.find(f"{W}rPr/{W}{sifat}")
        if sendiri is not None:
            return _is_on(sendiri)
        gaya = run.find(f"{W}rPr/{W}rStyle")
        return (gaya is not None and self._of_style(gaya.get(f"{W}val"), sifat)) or self._of_style(gaya_paragraf, sifat)

    def _of_style(self, nama: str | None, sifat: str) -> bool:
        kunci = (nama, sifat)
        if kunci not in self._terbaca:
            self._terbaca[kunci] = self._look_up(nama, sifat)
        return self._terbaca[kunci]

    def _look_up(self, nama: str | None, sifat: str) -> bool:
        for _ in range(_GAYA_BERANTAI):
            gaya = self._gaya.get(nama)
            if gaya is None:
                break
            ada = gaya.find(f"{W}rPr/{W}{sifat}")
            if ada is not None:
                return _is_on(ada)
            dasar = gaya.find(f"{W}basedOn")
            nama = None if dasar is None else dasar.get(f"{W}val")
        return False


def _is_on(unsur: Any) -> bool:
    return (unsur.get(f"{W}val") or "1").lower() not in _SALAH


def _symbol(unsur: Any) -> str:
    """The character of a w:sym; one of a symbol font has none of its own, and is shown as a bullet."""
    kode = unsur.get(f"{W}char") or ""
    try:
        nilai = int(kode, 16)
    except ValueError:
        return ""
    return "\u2022" if 0xE000 <= nilai <= 0xF8FF or not 32 <= nilai < 0xD800 else chr(nilai)
