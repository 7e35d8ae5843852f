"""A text -> its paragraphs, every visible character in one of them."""

import re
from collections.abc import Sequence

from naskah.model.bacaan import Alinea
from naskah.model.tempat import Tempat
from naskah.reading.structure.markers import Bentuk
from naskah.reading.text.columns import find_columns
from naskah.reading.text.lines import Baris, has_room, measure_width, read_lines
from naskah.reading.text.marks import strip_inline_marks

_AKHIR = re.compile(r"(?:[.:;!?]|;\s*(?:dan|atau|dan/atau))\W?$")
# After these a line that begins with "(2)" or "Pasal 6" goes on with a reference.
_MENUNGGU = re.compile(
    r"(?:\b(?:ayat|pasal|huruf|angka|nomor|butir|dalam|pada|dengan|dimaksud|ketentuan|lampiran|bab|bagian|paragraf)"
    r"|(?:\([0-9a-z]+\)|\b[0-9]{1,3}|\b[a-z])(?:,|\s+(?:dan|atau|dan/atau|sampai dengan)))$",
    re.IGNORECASE,
)
_TANDA_PANJANG = 4
_PATAH = re.compile(r"(?<=[0-9])- (?=[0-9])")


def read_paragraphs(teks: str) -> tuple[Alinea, ...]:
    """Return the paragraphs of a text; offsets count in the joined lines, each joint one space."""
    baris = read_lines(teks)
    kolom = find_columns(baris)
    lebar, rapi = measure_width(baris)
    hasil: list[Alinea] = []
    kini: list[Baris] = []

    def flush() -> None:
        if kini:
            hasil.append(_make_paragraph(len(hasil), kini, rapi=rapi))
            kini.clear()

    for i, satu in enumerate(baris):
        if i in kolom or satu.kolom:
            flush()
            hasil.append(_make_row(len(hasil), satu, kolom.get(i)))
            continue
        if not kini or not _goes_on(kini, satu, lebar, rapi=rapi):
            flush()
        kini.append(satu)
    flush()
    return tuple(hasil)


def _goes_on(alinea: Sequence[Baris], baris: Baris, lebar: int, *, rapi: bool) -> bool:
    """Whether a line goes on with the paragraph of the lines before it."""
    lalu = alinea[-1]
    if lalu.blok != baris.blok or lalu.patah or baris.judul or lalu.judul:
        return False
    if rapi:
        return _goes_on_filled(alinea, baris, lebar)
    selesai = _AKHIR.search(lalu.teks) is not None
    if baris.tanda is not None or baris.kepala:
        kapital = baris.tanda is not None and baris.tanda.bentuk is Bentuk.KAPITAL
        return not selesai and (kapital or _MENUNGGU.search(lalu.teks) is not None)
    if lalu.kepala and len(alinea) == 1:
        return False
    if baris.berkunci or baris.mulai_bagian:
        return False
    if baris.kapital:
        return not (selesai or (alinea[0].kapital and lalu.kapital))
    if alinea[0].kapital and lalu.kapital and len(lalu.teks.split()) < 12:
        return baris.teks[0].islower()
    if selesai:
        return not has_room(lalu, baris.teks.split(maxsplit=1)[0], lebar) if lebar else baris.teks[0].islower()
    return True


def _goes_on_filled(alinea: Sequence[Baris], baris: Baris, lebar: int) -> bool:
    """The same in lines that are filled: a line goes on where the one before had no room, at the same column."""
    lalu = alinea[-1]
    kata = baris.teks.split(maxsplit=1)[0]
    if has_room(lalu, kata, lebar):
        return False
    if baris.tanda is not None:
        sesudah = baris.teks[baris.tanda.akhir :]
        # Numbers stand in a margin of their own, so that at least two spaces follow a short one.
        panjang = baris.tanda.akhir >= _TANDA_PANJANG
        if sesudah.startswith("  ") or (panjang and _AKHIR.search(lalu.teks)):
            return False
    if lalu.tengah and baris.tengah and (alinea[0].kepala or lalu.kapital):
        return False
    if baris.berkunci:
        return False
    nilai = alinea[0].kolom_nilai
    if nilai is not None and baris.lekuk != nilai and baris.kolom_nilai is not None:
        return False  # the next line of particulars
    return baris.lekuk in (alinea[0].kolom_isi, nilai, lalu.lekuk) or (len(alinea) == 1 and baris.lekuk > lalu.lekuk)


def _make_paragraph(urutan: int, baris: Sequence[Baris], *, rapi: bool) -> Alinea:
    pertama = baris[0]
    teks = " ".join(satu.teks for satu in baris)
    # A scan breaks "8-9" after its hyphen; naskah breaks lines at spaces only.
    bersih = strip_inline_marks(teks if rapi else _PATAH.sub("-", teks) if len(baris) > 1 else teks)
    gaya = "judul" if pertama.judul else "tebal" if bersih.tebal else "tengah" if pertama.tengah else ""
    return Alinea(Tempat(urutan, pertama.nomor), bersih.teks, miring=bersih.miring, gaya=gaya, lekuk=pertama.lekuk)


def _make_row(urutan: int, baris: Baris, kolom: tuple[str, ...] | None) -> Alinea:
    if kolom is not None:
        return Alinea(Tempat(urutan, baris.nomor), baris.mentah.strip(), sel=kolom, lekuk=baris.lekuk)
    sel = tuple(satu.strip() for satu in baris.mentah.split("\t"))
    return Alinea(Tempat(urutan, baris.nomor), baris.mentah.strip("\r\n"), sel=sel)
