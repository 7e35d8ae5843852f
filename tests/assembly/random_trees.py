"""Random pasal for properties: trees of units, their markup, and what they must become."""

from dataclasses import dataclass, field

from hypothesis import strategies as st

from naskah.bahasa.penomoran import huruf
from naskah.model.naskah import Ayat, Rincian, Tingkat

# Lines of prose that cannot be read as a marker, a particular or a label.
KATA = st.text("abcdefgh AB,;:()1.&<>é😀ب", min_size=1, max_size=12).map(lambda t: " ".join(("x " + t).split()))


@dataclass
class Unit:
    """An ayat or item as someone writes it; `nomor` is what they typed as its number."""

    teks: list[str]
    nomor: int
    anak: list["Unit"] = field(default_factory=list)
    mulai_angka: bool = False  # an ayat whose list begins with 1. instead of a.


def _items(tingkat: int, lebar: int) -> st.SearchStrategy[list[Unit]]:
    dalam = _items(tingkat + 1, 2) if tingkat < Tingkat.ANGKA_KURUNG else st.just([])
    anak = st.one_of(st.just([]), dalam)
    satu = st.builds(Unit, st.lists(KATA, min_size=1, max_size=2), st.integers(1, 99), anak)
    return st.lists(satu, min_size=1, max_size=lebar)


@st.composite
def ayat(draw: st.DrawFn) -> Unit:
    mulai_angka = draw(st.booleans())
    anak = draw(st.one_of(st.just([]), _items(Tingkat.ANGKA if mulai_angka else Tingkat.HURUF, 3)))
    return Unit(draw(st.lists(KATA, min_size=1, max_size=2)), draw(st.integers(1, 99)), anak, mulai_angka)


PASAL = st.lists(ayat(), min_size=1, max_size=4)


def to_markup(pasal: list[Unit], bernomor: bool = True) -> str:
    """The pasal as a person types it, with whatever numbers they typed."""
    baris: list[str] = []
    for satu in pasal:
        penanda = f"({satu.nomor}) " if bernomor else ""
        baris += _lines(penanda, satu)
        _write(satu.anak, Tingkat.ANGKA if satu.mulai_angka else Tingkat.HURUF, baris)
    return "\n".join(baris)


def _lines(penanda: str, unit: Unit) -> list[str]:
    return [penanda + unit.teks[0], *("    " + t for t in unit.teks[1:])]


def _write(unit: list[Unit], tingkat: int, baris: list[str]) -> None:
    for satu in unit:
        nomor = huruf(satu.nomor) if tingkat in (Tingkat.HURUF, Tingkat.HURUF_KURUNG) else str(satu.nomor)
        baris += _lines("  " * tingkat + Tingkat(tingkat).tanda(nomor) + " ", satu)
        _write(satu.anak, tingkat + 1, baris)


Bentuk = tuple[str | None, str, tuple["Bentuk", ...]]


def expected(pasal: list[Unit]) -> list[Bentuk]:
    """Printed number, text and parts of every unit, numbered from one."""
    hasil = []
    for i, satu in enumerate(pasal, 1):
        nomor = f"({i})" if len(pasal) > 1 else None
        hasil.append((nomor, " ".join(satu.teks), _expect(satu.anak, Tingkat.ANGKA if satu.mulai_angka else 1)))
    return hasil


def _expect(unit: list[Unit], tingkat: int) -> tuple[Bentuk, ...]:
    berhuruf = tingkat in (Tingkat.HURUF, Tingkat.HURUF_KURUNG)
    return tuple(
        (Tingkat(tingkat).tanda(huruf(i) if berhuruf else str(i)), " ".join(u.teks), _expect(u.anak, tingkat + 1))
        for i, u in enumerate(unit, 1)
    )


def shape(ayat: tuple[Ayat, ...]) -> list[Bentuk]:
    """The same of a pasal in the document tree."""
    return [(f"({a.nomor})" if a.nomor else None, _plain(a), _shape(a.rincian)) for a in ayat]


def _shape(rincian: tuple[Rincian, ...]) -> tuple[Bentuk, ...]:
    return tuple((r.tanda, _plain(r), _shape(r.rincian)) for r in rincian)


def _plain(unit: Ayat | Rincian) -> str:
    return "".join(span.teks for span in unit.isi)
