"""Filled-in clause text -> units with levels. Markers in the text only give the level; see docs/klausul.md."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, TypeVar

from naskah.assembly.marks import BUKA_NILAI, POLA_NILAI, POLA_RUJUKAN, strip_nilai
from naskah.model.isi import Teks
from naskah.model.naskah import Tingkat

# A marker at the start of a line, and the level it stands for; 0 is the ayat.
_PENANDA = re.compile(
    # A letter, or one repeated (aa, bb): "no." and "dr." at the start of a line are words.
    r"(?P<ayat>\(\d+\))(?:\s+|$)|"
    r"(?:(?P<huruf>([a-z])\3*\.)|(?P<angka>\d+\.)|(?P<hurufk>([a-z])\6*\))|(?P<angkak>\d+\)))\s+"
)
_TINGKAT = {
    "ayat": 0,
    "huruf": Tingkat.HURUF,
    "angka": Tingkat.ANGKA,
    "hurufk": Tingkat.HURUF_KURUNG,
    "angkak": Tingkat.ANGKA_KURUNG,
}
_ISIAN = re.compile(rf"\|\s*(?P<kunci>(?:{POLA_NILAI.pattern}|[^|])+?)\s*\|\s*(?P<nilai>.*)")
_LABEL = re.compile(r"\s*\{#(?P<label>[a-z0-9][a-z0-9-]*)\}\s*$")
_SELIP_LABEL = re.compile(r"\{#")
# Opening * stands before a word and not inside one; closing * stands after a word (as in Markdown). A value,
# here only its opening mark, counts as a word.
_MIRING = re.compile(rf"(?<![\w{BUKA_NILAI}\\*])\*(?=[^\s*])(?P<miring>[^*\n]*?[^\s*\\])\*(?![\w{BUKA_NILAI}*])")


# Letters past z repeat (aa, bb), and Word starts over after thirty times the same one.
HURUF_MAKSIMUM = 26 * 30
# Drafts of one batch, and clauses of one library, have most of their lines in common: each is read once.
_DIINGAT = 4096
_PANJANG_DIINGAT = 2_000  # characters: longer ones are rare, and would fill the memory


class MarkupError(ValueError):
    """Text that does not follow the markup; the message is Indonesian and says what to do."""


@dataclass(frozen=True, slots=True)
class Rujukan:
    """A reference not yet resolved."""

    label: tuple[str, ...]
    depan: bool


S = TypeVar("S")
Mentah = tuple[Teks | Rujukan, ...]


@dataclass(slots=True)
class Satuan:
    """One unit as written: an ayat (tingkat 0 or None without a marker) or an item, with its parts."""

    tingkat: int | None
    isi: Mentah
    label: str | None = None
    isian: list[tuple[str, Mentah]] = field(default_factory=list)
    anak: list["Satuan"] = field(default_factory=list)


def parse_pasal(teks: str) -> list[Satuan]:
    """The ayat of one pasal, each with its items; MarkupError says which line is wrong."""
    ayat: list[Satuan] = []
    tumpukan: list[Satuan] = []  # the open units, from the ayat down
    for satuan in _iter_satuan(teks):
        if satuan.tingkat in (None, 0):
            if ayat and (satuan.tingkat is None or ayat[0].tingkat is None):
                pesan = "berdiri tanpa nomor di samping yang lain; beri setiap alinea penanda (1), (2), ..."
                raise MarkupError(f"alinea {_quote(satuan)} {pesan}")
            ayat.append(satuan)
            tumpukan = [satuan]
        else:
            _attach(satuan, tumpukan)
    if not ayat:
        raise MarkupError("pasal ini kosong; tulis bunyinya")
    return ayat


def parse_alinea(teks: str) -> list[Mentah]:
    """Paragraphs outside the pasal, separated by blank lines; markers have no meaning here."""
    if _SELIP_LABEL.search(POLA_NILAI.sub("", teks)):
        raise MarkupError("label {#...} hanya dipakai di dalam pasal; hapus dari bagian ini")
    alinea = [" ".join(a.split()) for a in re.split(r"\n\s*\n", teks)]
    return [parse_inline(a) for a in alinea if a]


def parse_inline(teks: str) -> Mentah:
    """Text with *italics* and reference tokens as spans; neighbouring spans of one style are one."""
    return _parse_inline_once(teks) if len(teks) <= _PANJANG_DIINGAT else _parse_inline(teks)


def _parse_inline(teks: str) -> Mentah:
    hasil: list[Teks | Rujukan] = []
    akhir = 0
    for cocok in POLA_RUJUKAN.finditer(teks):
        hasil += _parse_miring(teks[akhir : cocok.start()])
        hasil.append(Rujukan(tuple(cocok[2].split("|")), cocok[1] == "1"))
        akhir = cocok.end()
    return merge([*hasil, *_parse_miring(teks[akhir:])])


_parse_inline_once = lru_cache(_DIINGAT)(_parse_inline)


def merge(spans: Iterable[S]) -> tuple[S, ...]:
    """Neighbouring plain spans of one style as one span."""
    hasil: list[Any] = []
    for span in spans:
        sebelum = hasil[-1] if hasil else None
        if isinstance(span, Teks) and isinstance(sebelum, Teks) and span.miring == sebelum.miring:
            hasil[-1] = Teks(sebelum.teks + span.teks, span.miring)
        else:
            hasil.append(span)
    return tuple(hasil)


def _parse_miring(teks: str) -> list[Teks]:
    """Italics of the text, and of each value by itself: a star in one never pairs with a star in another."""
    nilai = [m[1] for m in POLA_NILAI.finditer(teks)]
    hasil: list[Teks] = []
    for bagian, miring in _split_miring(POLA_NILAI.sub(BUKA_NILAI, teks)):
        for i, potongan in enumerate(bagian.split(BUKA_NILAI)):
            if i:
                hasil += [Teks(_unescape(isi), miring or m) for isi, m in _split_miring(nilai.pop(0))]
            hasil.append(Teks(_unescape(potongan), miring))
    return [span for span in hasil if span.teks]


def _split_miring(teks: str) -> Iterator[tuple[str, bool]]:
    akhir = 0
    for cocok in _MIRING.finditer(teks):
        yield teks[akhir : cocok.start()], False
        yield cocok["miring"], True
        akhir = cocok.end()
    yield teks[akhir:], False


def _unescape(teks: str) -> str:
    return teks.replace("\\*", "*")


def _iter_satuan(teks: str) -> list[Satuan]:
    """Joins continuation lines, then reads marker, label and particulars of each unit."""
    unit: list[tuple[int | None, list[str]]] = []
    isian: dict[int, list[tuple[str, str]]] = {}
    for baris in teks.split("\n"):
        baris = baris.strip()
        if not baris:
            continue
        if cocok := _ISIAN.fullmatch(baris):
            if not unit:
                raise MarkupError(f"baris isian {baris!r} mendahului butirnya; pindahkan ke bawah butir itu")
            isian.setdefault(len(unit) - 1, []).append((cocok["kunci"], cocok["nilai"]))
        elif cocok := _PENANDA.match(baris):
            unit.append((_TINGKAT[str(cocok.lastgroup)], [baris[cocok.end() :]]))
        elif unit and not isian.get(len(unit) - 1):
            unit[-1][1].append(baris)
        else:
            unit.append((None, [baris]))
    return [_make_satuan(t, " ".join(b).strip(), isian.get(i, [])) for i, (t, b) in enumerate(unit)]


def _make_satuan(tingkat: int | None, teks: str, isian: list[tuple[str, str]]) -> Satuan:
    label, isi = _read_unit_once(teks) if len(teks) <= _PANJANG_DIINGAT else _read_unit(teks)
    return Satuan(tingkat, isi, label, [(strip_nilai(kunci), parse_inline(nilai)) for kunci, nilai in isian])


def _read_unit(teks: str) -> tuple[str | None, Mentah]:
    """The label and the spans of one unit."""
    label = None
    if cocok := _LABEL.search(teks):
        label, teks = cocok["label"], teks[: cocok.start()]
    if _SELIP_LABEL.search(POLA_NILAI.sub("", teks)):
        raise MarkupError(f"label harus di akhir butir dan berhuruf kecil, misalnya {{#masa-berlaku}}: {teks[:60]!r}")
    if not strip_nilai(teks).strip():
        raise MarkupError("ada butir tanpa isi; tulis isinya atau hapus penandanya")
    return label, parse_inline(teks)


_read_unit_once = lru_cache(_DIINGAT)(_read_unit)


def _attach(satuan: Satuan, tumpukan: list[Satuan]) -> None:
    """Hang an item under the nearest open unit above its level."""
    tingkat = satuan.tingkat or 0
    while tumpukan and (tumpukan[-1].tingkat or 0) >= tingkat:
        tumpukan.pop()
    if not tumpukan:
        raise MarkupError(f"rincian {_quote(satuan)} tidak punya kalimat pembuka; tulis kalimatnya lebih dahulu")
    induk = tumpukan[-1]
    # A list may begin with a. or 1. (definitions); below that no level may be left out.
    if tingkat - (induk.tingkat or 0) > (1 if induk.tingkat else 2):
        raise MarkupError(f"tingkat rincian {_quote(satuan)} melompat; urutannya a. lalu 1. lalu a) lalu 1)")
    if induk.anak and induk.anak[0].tingkat != tingkat:
        raise MarkupError(f"rincian {_quote(satuan)} bercampur tingkat dengan butir sebelumnya")
    if len(induk.anak) >= HURUF_MAKSIMUM and tingkat in (Tingkat.HURUF, Tingkat.HURUF_KURUNG):
        raise MarkupError(f"rincian {_quote(satuan)} melewati {HURUF_MAKSIMUM} butir; bagi daftarnya")
    induk.anak.append(satuan)
    tumpukan.append(satuan)


def _quote(satuan: Satuan) -> str:
    teks = "".join(s.teks for s in satuan.isi if isinstance(s, Teks))
    return repr(teks[:50])
