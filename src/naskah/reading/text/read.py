"""Text file -> Bacaan."""

from naskah.model.bacaan import Bacaan
from naskah.model.galat import Galat, NaskahError
from naskah.reading.structure.build import build_bacaan
from naskah.reading.text.paragraphs import read_paragraphs

ALINEA_MAKSIMUM = 200_000
BARIS_MAKSIMUM = 200_000
UKURAN_MAKSIMUM = 16 << 20  # bytes


def read_text(berkas: str, isi: bytes) -> Bacaan:
    """Read a text: UTF-8, UTF-16 with its mark, or else Windows-1252.

    Raises:
        NaskahError: no text, or too many paragraphs.
    """
    # Before anything is made of it: a line costs many times its bytes.
    if len(isi) > UKURAN_MAKSIMUM or isi.count(b"\n") + isi.count(b"\r") > BARIS_MAKSIMUM:
        raise NaskahError(Galat("terlalu panjang untuk satu naskah. Bagi menjadi beberapa berkas", berkas))
    teks = _decode(isi)
    if "\0" in teks:
        raise NaskahError(Galat("bukan berkas teks. Simpan sebagai teks (.txt) atau .docx lebih dahulu", berkas))
    alinea = read_paragraphs(teks)
    if len(alinea) > ALINEA_MAKSIMUM:
        raise NaskahError(Galat(f"lebih dari {ALINEA_MAKSIMUM} alinea. Bagi menjadi beberapa berkas", berkas))
    return build_bacaan(berkas, alinea)


def _decode(isi: bytes) -> str:
    if isi.startswith((b"\xff\xfe", b"\xfe\xff")):
        return isi.decode("utf-16", errors="replace")
    try:
        return isi.decode("utf-8-sig")
    except UnicodeDecodeError:
        return isi.decode("cp1252", errors="replace")
