"""What an adendum quotes: the pasal, ayat or items that the parent is to read from now on."""

import re
from collections.abc import Sequence

from naskah.reading.structure.markers import KEPALA, Bentuk
from naskah.reading.structure.pieces import Potongan

_MENGANTAR = re.compile(r"(?:berbunyi|diubah(?: menjadi)?|disisipkan|ditambahkan)\b[^.;]*:$", re.IGNORECASE)
_EKOR = 400  # characters in which a sentence announces its quotation
_PERUBAHAN = re.compile(
    r"(?:Ketentuan|Di antara|Diantara|Setelah|Sesudah|Pejabat|Keterangan|Alamat korespondensi|Kegiatan|Dalam|Judul"
    r"|Pasal|Lampiran|Huruf|Ayat)\b.*\b(?:diubah|dihapus|disisipkan|ditambahkan|diganti)\b",
    re.DOTALL,
)


def find_quotation(potongan: Sequence[Potongan], i: int) -> int | None:
    """Return where the quotation ends that begins at `i`; None when none begins there.

    It follows a sentence that says what is changed and ends with a colon, and goes on to the next such sentence.
    """
    if i == 0:
        return None
    pengantar = potongan[i - 1]
    if not _announces(pengantar):
        return None
    akhir = i
    while akhir < len(potongan) and not _ends(potongan[akhir], pengantar, first=akhir == i):
        akhir += 1
    return akhir if akhir > i else None


def _announces(satu: Potongan) -> bool:
    teks = satu.teks.strip()
    return _PERUBAHAN.match(teks) is not None and _MENGANTAR.search(teks[-_EKOR:]) is not None


def _ends(satu: Potongan, pengantar: Potongan, *, first: bool) -> bool:
    if satu.bentuk is Bentuk.PASAL:
        # The pasal of an adendum have Roman numbers, those that it quotes have not.
        assert satu.tanda is not None
        return not satu.tanda.nomor[0].isdigit()
    if satu.bentuk in KEPALA:
        return True
    if satu.bentuk is not pengantar.bentuk:
        return False
    # A second sentence without a number is one of the change, not of what is quoted, only if it announces more.
    return _PERUBAHAN.match(satu.teks.strip()) is not None if satu.tanda or first else _announces(satu)
