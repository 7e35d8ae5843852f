"""The way in: paragraphs in their order become a Bacaan."""

from collections.abc import Sequence

from naskah.model.bacaan import Alinea, Bacaan, NaskahPeraturan
from naskah.model.naskah import Naskah
from naskah.reading.structure.agreement import read_agreement
from naskah.reading.structure.kinds import as_naskah_kind, find_kind
from naskah.reading.structure.ledger import Catatan
from naskah.reading.structure.pieces import iter_pieces
from naskah.reading.structure.printing import mark_printing
from naskah.reading.structure.regulation import read_regulation


def build_bacaan(berkas: str, alinea: Sequence[Alinea], *, pindaian: bool = True) -> Bacaan:
    """Return what the paragraphs of a file say; any paragraphs make a Bacaan, what is not understood is in its `sisa`.

    Args:
        berkas: the name of the file, for messages.
        alinea: every paragraph in order. `nomor` is filled only where the number is no part of `teks`; a paragraph
            whose role is CETAKAN already (a header, a footer) is kept so. `tempat.alinea` counts them from 0.
        pindaian: whether it may come from a scanner, which takes pages twice; what a Word file says twice is meant.
    """
    catatan = Catatan(alinea)
    paraf = mark_printing(catatan, pindaian=pindaian)
    jenis = find_kind(alinea)
    bebas = [i for i, satu in enumerate(alinea) if catatan.is_free(i) and (satu.teks.strip() or satu.nomor)]
    potongan = list(iter_pieces(alinea, bebas))
    naskah: Naskah | NaskahPeraturan
    if jenis.peraturan:
        naskah = read_regulation(potongan, catatan)
    else:
        naskah = read_agreement(potongan, as_naskah_kind(jenis), paraf, catatan)
    return Bacaan(berkas, jenis, naskah, catatan.close())
