"""Whether a template prints the parts of a naskah once, in their order, with the fixed words between."""

from collections.abc import Iterator

from naskah.rendering.template_finding import Temuan, hint
from naskah.rendering.template_printed import Hasil
from naskah.rendering.template_rules import KATA_TETAP, SEKALI, URUTAN
from naskah.rendering.word_styles import text_of


def iter_order_faults(hasil: Hasil) -> Iterator[Temuan]:
    """Yield parts that stand too early, are printed twice, or have lost their fixed words."""
    yield from _order(hasil)
    yield from _twice(hasil)
    yield from _fixed_words(hasil)


def _order(hasil: Hasil) -> Iterator[Temuan]:
    ada = [(kunci, hal) for kunci, hal in URUTAN.items() if kunci in hasil]
    for (atas, hal_atas), (bawah, hal_bawah) in zip(ada, ada[1:], strict=False):
        if hasil.places(atas)[0] > hasil.places(bawah)[0]:
            yield Temuan(f"{hal_bawah} tercetak sebelum {hal_atas}; pindahkan {hal_bawah} ke sesudahnya")


def _twice(hasil: Hasil) -> Iterator[Temuan]:
    for kunci, hal in SEKALI.items():
        if len(hasil.places(kunci)) > 1:
            yield Temuan(f"{hal} tercetak {len(hasil.places(kunci))} kali; sisakan satu tag saja")


def _fixed_words(hasil: Hasil) -> Iterator[Temuan]:
    teks = {text_of(satu).strip().casefold() for satu in hasil.paragraf}
    for kata in KATA_TETAP:
        if kata.casefold() not in teks:
            yield hint(f"kata “{kata}” pada kepala berubah atau tidak ada; kembalikan seperti pada templat baku")
    nomor = hasil.find("kepala.nomor")
    if nomor is not None and not text_of(nomor).strip().casefold().startswith("nomor"):
        yield hint("kata “NOMOR:” di depan nomor naskah berubah atau tidak ada; kembalikan seperti pada templat baku")
